"""Everything that shows how a run goes: curves, checkpoints, kernels, gradients, and mistakes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from lenet_gui.core.learning.trainer import Measured
from lenet_gui.ui.kit.appearance import follow_appearance
from lenet_gui.ui.kit.i18n import grouped
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.kit.widgets import Arranged, LiveLabel, heading
from lenet_gui.ui.learning.checkpoint_slider import CheckpointSlider
from lenet_gui.ui.learning.curve_view import Curve, CurveView
from lenet_gui.ui.learning.kernels_view import C1, C3, GradientBars, KernelsView
from lenet_gui.ui.learning.learning_run import LearningRun
from lenet_gui.ui.learning.results_view import ConfusionView, MistakesView

WIDE = 34
"""Lines of text that it must be wide for two columns."""


class RunView(Arranged):
    """Lays the parts out in two columns, or in one where room is short."""

    mistake_chosen = Signal(int)
    """A mistake was clicked: its place among the validation digits."""
    step_asked = Signal()
    """One step is to be explained."""
    pin_asked = Signal()
    """The weights that are shown are to be pinned for comparison."""

    def __init__(self, run: LearningRun, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._is_wide: bool | None = None
        self.loss, self.accuracy = CurveView(is_share=False), CurveView(is_share=True)
        self.slider = CheckpointSlider()
        self.kernels, self.gradients = KernelsView(), GradientBars()
        self.confusion, self.mistakes = ConfusionView(), MistakesView()
        self.logarithmic, self.which_kernels = QPushButton(), QPushButton()
        self.go_back, self.explain, self.pin = QPushButton(), QPushButton(), QPushButton()
        for switch in (self.logarithmic, self.which_kernels):
            switch.setCheckable(True)
        self._make_parts()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * UNIT)
        self._grid.setVerticalSpacing(UNIT // 2)
        self._connect()
        follow_appearance(self._name)

    def _make_parts(self) -> None:
        """Put a heading above each part, with a note and perhaps a button beside it."""
        views: dict[str, tuple[QWidget | None, QPushButton | None]] = {
            "loss": (self.loss, self.logarithmic), "accuracy": (self.accuracy, None),
            "slider": (self.slider, self.go_back),
            "kernels": (self.kernels, self.which_kernels), "gradients": (self.gradients, None),
            "confusion": (self.confusion, None), "mistakes": (self.mistakes, None),
            "step": (None, self.explain),
        }  # fmt: skip
        self._heads = {name: heading() for name in views}
        self._notes = {name: LiveLabel() for name in views}
        self._parts = {name: QWidget() for name in views}
        for name, (view, button) in views.items():
            line = QHBoxLayout()
            line.setSpacing(UNIT)
            line.addWidget(self._heads[name], 0)
            line.addWidget(self._notes[name], 1)
            if view is self.slider:
                line.addWidget(self.pin, 0)
            if button is not None:
                line.addWidget(button, 0)
            column = QVBoxLayout(self._parts[name])
            column.setContentsMargins(0, UNIT // 2, 0, 0)
            column.setSpacing(UNIT // 2)
            column.addLayout(line)
            if view is not None:
                column.addWidget(view, 1)
        self._right = QWidget()
        column = QVBoxLayout(self._right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._parts["mistakes"], 1)
        column.addWidget(self._parts["step"])

    def _connect(self) -> None:
        run = self._run
        self.logarithmic.toggled.connect(self.loss.set_logarithmic)
        self.which_kernels.toggled.connect(self._choose_kernels)
        self.slider.valueChanged.connect(self._show_checkpoint)
        self.go_back.clicked.connect(run.go_back)
        self.explain.clicked.connect(self.step_asked)
        self.pin.clicked.connect(self.pin_asked)
        self.mistakes.chosen.connect(self.mistake_chosen)
        run.stepped.connect(lambda step: self.gradients.show_sizes(step.gradients))
        run.measured.connect(self._show_measurement)
        run.refreshed.connect(self._show_kernels)
        run.changed.connect(self._show_run)

    def arrange(self) -> None:
        """Lay the parts out in two columns, or in one where room is short."""
        is_wide = self.width() >= WIDE * self.fontMetrics().height()
        if is_wide == self._is_wide:
            return
        self._is_wide = is_wide
        while self._grid.count():
            self._grid.takeAt(0)
        parts = self._parts
        rows: list[tuple[QWidget, ...]] = [
            (parts["loss"], parts["accuracy"]),
            (parts["slider"],),
            (parts["kernels"], parts["gradients"]),
            (parts["confusion"], self._right),
        ]
        if not is_wide:
            rows = [(part,) for row in rows for part in row]
        for place, row in enumerate(rows):
            self._grid.setRowStretch(place, 0 if parts["slider"] in row else 1)
            for column, part in enumerate(row):
                self._grid.addWidget(part, place, column, 1, 3 - len(row) if len(row) == 1 else 1)
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1)

    def _name(self) -> None:
        is_c3 = self.kernels.layer is C3
        titles = {
            "loss": self.tr("Loss"), "accuracy": self.tr("Accuracy"),
            "slider": self.tr("Checkpoints"),
            "kernels": self.tr("Kernels of C3") if is_c3 else self.tr("Kernels of C1"),
            "gradients": self.tr("Gradient size"), "confusion": self.tr("Confusion matrix"),
            "mistakes": self.tr("Worst mistakes"), "step": self.tr("One step explained"),
        }  # fmt: skip
        notes = {
            "loss": self.tr("how wrong the answers are"),
            "accuracy": self.tr("dashed: training"),
            "slider": self.tr("the first steps, then every epoch: go back to any"),
            "kernels": self.tr("a column for each map") if is_c3
            else self.tr("small: at start"),
            "gradients": self.tr("by layer, last step"),
            "confusion": self.tr("validation digits"),
        }  # fmt: skip
        for name, title in titles.items():
            self._heads[name].setText(title)
            if name in notes:
                self._notes[name].set_text(notes[name])
                self._notes[name].setToolTip(notes[name])
        self.logarithmic.setText(self.tr("log"))
        self.logarithmic.setToolTip(self.tr("Show the loss on a logarithmic scale"))
        self.which_kernels.setText(self.tr("C3’s"))
        self.which_kernels.setToolTip(self.tr("Show the kernels of C3 in place of C1’s"))
        self.go_back.setText(self.tr("Go on from here"))
        self.go_back.setToolTip(self.tr("Drop what was learned after this checkpoint"))
        self.pin.setText(self.tr("Pin"))
        self.pin.setToolTip(self.tr("Pin these weights, to compare them in the lens Compare"))
        self.explain.setText(self.tr("Explain…"))
        self._name_mistakes(self._run.measurement)
        self._enable()

    def _name_mistakes(self, found: Measured | None) -> None:
        note = ""
        if found is not None and len(found.answers.labels):
            wrong, all_ = len(found.answers.mistakes), len(found.answers.labels)
            note = self.tr("{0} of {1} wrong").format(grouped(wrong), grouped(all_))
        self._notes["mistakes"].set_text(note)

    def _enable(self) -> None:
        self.go_back.setEnabled(not self._run.is_now)
        self.pin.setEnabled(self._run.trainer is not None and not self._run.is_running)

    # -- the run --------------------------------------------------------------------------------

    def _show_run(self) -> None:
        run = self._run
        steps = run.checkpoints.steps
        self.slider.show_steps(steps, None if run.is_now else steps.index(run.shown_step))
        if run.last_step is None:
            self.gradients.show_sizes({})
        self._enable()
        self._show_measurement()

    def _show_measurement(self) -> None:
        """Show the curves, and how the validation digits were read at the step that is shown."""
        run = self._run
        if run.trainer is None:
            return
        per_epoch = run.trainer.steps_per_epoch
        steps = [point.step for point in run.training]
        measured = [point.step for point in run.points]
        self.loss.show_curves(
            Curve(steps, [point.loss for point in run.training]),
            Curve(measured, [point.validation_loss for point in run.points]),
            per_epoch,
        )
        self.accuracy.show_curves(
            Curve(steps, [point.accuracy for point in run.training]),
            Curve(measured, [point.validation_accuracy for point in run.points]),
            per_epoch,
        )
        for view in (self.loss, self.accuracy):
            view.show_step(None if run.is_now else run.shown_step)
        if run.is_now and self.slider.maximum() != len(run.checkpoints):
            self.slider.show_steps(run.checkpoints.steps, None)
        found = run.measurement
        for shown in (self.confusion, self.mistakes):
            shown.show_answers(None if found is None else found.answers)
        self._name_mistakes(found)

    def _show_kernels(self) -> None:
        self.kernels.show_weights(self._run.shown_arrays, self._run.first_arrays)

    def _choose_kernels(self, is_c3: bool) -> None:
        self.kernels.show_layer(C3 if is_c3 else C1)
        self._show_kernels()
        self._name()

    def _show_checkpoint(self, place: int) -> None:
        if place == len(self._run.checkpoints):
            self._run.show_now()
        else:
            self._run.show_checkpoint(place)
