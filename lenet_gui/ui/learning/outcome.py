"""What becomes of what was learned: use it, save it, report on it."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMessageBox, QPushButton, QWidget

from lenet_gui import __version__
from lenet_gui.core.network.weights import Weights, save_weights
from lenet_gui.ui.kit.appearance import follow_appearance
from lenet_gui.ui.kit.dialogs import ask_where, open_dialog, remove_icons
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.learning.learning_run import LearningRun


class Outcome(QWidget):
    """Buttons for the weights that are shown."""

    def __init__(
        self,
        run: LearningRun,
        facts: Callable[[], dict[str, str]],
        use: Callable[[Weights | None], None],
        warn: Callable[[str, str], None],
        parent: QWidget,
    ) -> None:
        """Make the buttons; `use` takes weights to read with, None for those from before."""
        super().__init__(parent)
        self._run, self._facts, self._use, self._warn = run, facts, use, warn
        self.use, self.back = QPushButton(), QPushButton()
        self.save, self.report = QPushButton(), QPushButton()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, UNIT, 0, 0)
        row.setSpacing(UNIT)
        for button in (self.use, self.back, self.save, self.report):
            row.addWidget(button)
        row.addStretch(1)
        self.use.clicked.connect(lambda: use(self._weights()))
        self.back.clicked.connect(lambda: use(None))
        self.save.clicked.connect(lambda: self.ask_to_save())
        self.report.clicked.connect(self._ask_for_folder)
        follow_appearance(self._name)

    def _name(self) -> None:
        self.use.setText(self.tr("Use these weights"))
        self.use.setToolTip(self.tr("Read with the weights that are shown, from now on"))
        self.back.setText(self.tr("Back to those before"))
        self.back.setToolTip(self.tr("Read again with the weights from before it learned"))
        self.save.setText(self.tr("Save…"))
        self.save.setToolTip(self.tr("Save the weights that are shown, with their recipe"))
        self.report.setText(self.tr("Report…"))
        self.report.setToolTip(self.tr("Save the curves and figures of this run in a folder"))

    def show_state(self) -> None:
        """Offer what there is to offer."""
        for button in (self.use, self.back, self.save, self.report):
            button.setEnabled(self._run.trainer is not None and not self._run.is_running)

    def _weights(self) -> Weights:
        facts = {**self._facts(), "date": date.today().isoformat(),
                 "versions": f"lenet-gui {__version__}"}  # fmt: skip
        return self._run.weights(facts)

    def ask_to_save(self, then: Callable[[], None] | None = None) -> None:
        """Ask for a file's name, save there, and then do something."""

        def save(path: Path) -> None:
            try:
                save_weights(self._weights(), path)
            except OSError as error:
                reason = error.strerror or str(error)
                self._warn(self.tr("The weights could not be saved"), f"{path}: {reason}.")
                return
            self._run.is_kept = True
            if then is not None:
                then()

        kinds = {self.tr("Weights (*.safetensors)"): "safetensors"}
        ask_where(self, self.tr("Save weights"), kinds, save, "lenet5")

    def _ask_for_folder(self) -> None:
        dialog = QFileDialog(self, self.tr("Folder for the report"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda name: self.write_report(Path(name)))
        open_dialog(dialog)

    def write_report(self, folder: Path) -> None:
        """Write the run's report to a folder."""
        from lenet_gui.figure.charts import Curve
        from lenet_gui.figure.report import Report, write_report

        run = self._run
        assert run.trainer is not None
        per_epoch = run.trainer.steps_per_epoch
        training = Curve(
            [point.step / per_epoch for point in run.training],
            [point.loss for point in run.training],
            [point.accuracy for point in run.training],
        )
        validation = Curve(
            [point.epoch for point in run.points],
            [point.validation_loss for point in run.points],
            [point.validation_accuracy for point in run.points],
        )
        found = run.measurement
        report = Report(
            title="How LeNet-5 learned",
            facts=self._facts(),
            history=[asdict(point) for point in run.points],
            curves=(training, validation) if run.points else None,
            measured=[] if found is None else [found.answers],
        )
        try:
            write_report(report, folder)
        except OSError as error:
            reason = error.strerror or str(error)
            self._warn(self.tr("The report could not be saved"), f"{folder}: {reason}.")

    def may_close(self, go: Callable[[], None]) -> bool:
        """Return whether nothing would be lost; if not, ask, and call `go` after the answer."""
        if self._run.is_kept:
            return True
        self._run.pause()
        buttons = (
            QMessageBox.StandardButton.Save
            | QMessageBox.StandardButton.Discard
            | QMessageBox.StandardButton.Cancel
        )
        box = QMessageBox(
            QMessageBox.Icon.NoIcon,
            self.tr("Save the weights?"),
            self.tr("The network has learned, and its weights are not saved."),
            buttons,
            self.window(),
        )
        box.setTextFormat(Qt.TextFormat.PlainText)
        remove_icons(box)

        def answer(button: object) -> None:
            role = box.buttonRole(button)  # type: ignore[arg-type]
            if role == QMessageBox.ButtonRole.DestructiveRole:
                self._run.is_kept = True
                go()
            elif role == QMessageBox.ButtonRole.AcceptRole:
                self.ask_to_save(go)

        box.buttonClicked.connect(answer)
        open_dialog(box)
        return False
