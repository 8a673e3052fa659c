"""The lens Learn: train the network beside the drawing that it reads."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lenet_gui.core.datasets.collection import Collection
from lenet_gui.core.framing.framing import Source
from lenet_gui.core.learning.checkpoints import SavedRun, load_run
from lenet_gui.core.learning.trainer import Trainer
from lenet_gui.core.network.lenet5 import LeNet5
from lenet_gui.core.network.weights import Weights, load_weights
from lenet_gui.core.photo.picture import picture_from_ink
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.reading.reading import Reading
from lenet_gui.errors import LearningError, LenetGuiError
from lenet_gui.resources import default_weights
from lenet_gui.ui.kit.appearance import follow_appearance
from lenet_gui.ui.kit.i18n import decimal, grouped, percentage, sentence_of
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.kit.widgets import LiveLabel, UprightScrollArea
from lenet_gui.ui.learning.digits_chooser import DigitsChooser
from lenet_gui.ui.learning.digits_loading import corrections
from lenet_gui.ui.learning.learning_run import LearningRun
from lenet_gui.ui.learning.outcome import Outcome
from lenet_gui.ui.learning.run_buttons import RunButtons
from lenet_gui.ui.learning.run_view import RunView
from lenet_gui.ui.learning.settings_form import SettingsForm
from lenet_gui.ui.learning.setup import Setup, Start
from lenet_gui.ui.learning.step_page import StepDialog
from lenet_gui.ui.lenses.lens import LensView
from lenet_gui.ui.reading.means import Means

PART = 20
"""Digits learned from at a time, in some milliseconds: so long the window may have to wait."""
BRIEF = 34
"""Lines of text below whose width some words are left out."""


class Learn(LensView):
    """Connects a run with its controls and with what shows it."""

    def __init__(
        self,
        means: Means,
        collection: Collection,
        show: Callable[[Source, int, bool], None],
        warn: Callable[[str, str], None],
        data_folder: Path,
        pin: Callable[[Weights, str], None],
    ) -> None:
        """Make the lens; `show` puts a digit on the page, `data_folder` keeps what is fetched.

        `pin` keeps weights under a name, to be compared.
        """
        super().__init__()
        self._means, self._collection, self._show, self._warn = means, collection, show, warn
        self._pin = pin
        self._reading: Reading | None = None
        self._before: Weights | None = means.weights
        """The weights that the window read with before it learned."""
        self._setup: Setup | None = None
        """The settings of the run."""
        self._loading = ""
        self._file = data_folder / "learning" / "run.safetensors"
        self.run = LearningRun(means, self)
        self.digits = DigitsChooser(data_folder, self)
        self.buttons, self.form = RunButtons(), SettingsForm()
        self.state = LiveLabel()
        self.view = RunView(self.run)
        self.outcome = Outcome(self.run, self._facts, self._use, warn, self)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, UNIT, UNIT)
        column.setSpacing(UNIT // 2)
        for part in (self.buttons, self.form, self.state):
            column.addWidget(part)
        column.addWidget(self.view, 1)
        column.addWidget(self.outcome)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(UprightScrollArea(content))
        self._connect()
        follow_appearance(self._show_state)

    def _connect(self) -> None:
        run = self.run
        self.buttons.started.connect(self.start_or_pause)
        self.buttons.stepped.connect(lambda: self._go(1))
        self.buttons.epoch_asked.connect(lambda: self._go(None, is_epoch=True))
        self.buttons.pace_changed.connect(self._set_pace)
        self.form.changed.connect(self._show_state)
        self.form.digits_asked.connect(self.digits.ask)
        self.digits.changed.connect(self._take_digits)
        self.digits.told.connect(self._tell_loading)
        self.digits.failed.connect(self._fail)
        self.view.mistake_chosen.connect(self._put_on_page)
        self.view.step_asked.connect(self.explain_step)
        self.view.pin_asked.connect(self.pin_checkpoint)
        for signal in (run.measured, run.changed, run.refreshed):
            signal.connect(self._show_state)
        run.failed.connect(self._fail)

    def arrange(self) -> None:
        """Leave out some words where room is short."""
        self.buttons.show_brief(self.width() < BRIEF * self.fontMetrics().height())

    def may_close(self, go: Callable[[], None]) -> bool:
        """Return whether nothing learned would be lost; if not, ask, and call `go` afterwards."""
        return self.outcome.may_close(go)

    def show_reading(self, reading: Reading) -> None:
        """Take the reading of the drawing, for the step that it would make."""
        self._reading = reading
        can_explain = not reading.frames.is_empty and self._means.network is not None
        self.view.explain.setEnabled(can_explain)

    # -- words ----------------------------------------------------------------------------------

    @property
    def _needs_new_run(self) -> bool:
        return self.run.trainer is None or self.run.is_done or self.form.setup != self._setup

    def _show_state(self) -> None:
        """Show what the main button does next and, in a sentence, how far the run is."""
        if self.digits.is_loading:
            words = self.tr("Stop loading")
        elif self.run.is_running:
            words = self.tr("Pause")
        elif self.run.trainer is None:
            words = self.tr("Start")
        else:
            words = self.tr("Start over") if self._needs_new_run else self.tr("Go on")
        is_busy = self.run.is_running or self.digits.is_loading
        self.buttons.show_state(words, not is_busy)
        self.outcome.show_state()
        self.state.set_text(self._loading or self._progress())

    def _progress(self) -> str:
        run = self.run
        if run.trainer is None:
            return self.tr("Press Start and draw a digit: you see how it learns to read it.")
        step = self.tr("Epoch {0} of {1}, step {2}").format(
            decimal(run.shown_step / run.trainer.steps_per_epoch, 1),
            run.trainer.recipe.epochs,
            grouped(run.shown_step),
        )
        found = run.measurement
        if found is None or not len(found.answers.labels):
            return step
        right = self.tr("{0}: {1} of the validation digits are read right")
        return right.format(step, percentage(found.answers.accuracy))

    def _tell_loading(self, text: str) -> None:
        self._loading = text
        self._show_state()

    def _fail(self, error: LenetGuiError) -> None:
        self._warn(self.tr("It can’t learn like this"), sentence_of(error))
        self._show_state()

    # -- the run --------------------------------------------------------------------------------

    def start_or_pause(self) -> None:
        """Do what the main button says."""
        if self.digits.is_loading:
            self.digits.cancel()
        elif self.run.is_running:
            self.run.pause()
        else:
            self._go()

    def _go(self, steps: int | None = None, is_epoch: bool = False) -> None:
        """Learn on: without end, some steps, or to the end of an epoch; in a new run if needed."""
        run = self.run
        if self._needs_new_run and not self._begin():
            return
        if is_epoch and run.trainer is not None:
            per_epoch = run.trainer.steps_per_epoch
            steps = per_epoch - run.trainer.step % per_epoch
        run.go(steps)

    def _set_pace(self, pace: float) -> None:
        self.run.pace = pace

    def _begin(self) -> bool:
        """Make a new run by the settings; return whether that worked."""
        try:
            material = self.digits.material
            self.form.show_digits(material.name, len(material.training))
            setup = self.form.setup
            digits = setup.chosen(material.training)
            mine = corrections(self._collection) if self.form.corrections.isChecked() else None
            if mine is not None:
                digits = digits.with_more(mine)
            if not self._means.is_learning:
                self._before = self._means.weights
            source = material.name or self.tr("starter set")
            name = f"{source}, {grouped(len(digits))}"
            kept = self._kept_run(name) if setup.start is Start.KEPT else None
            recipe = kept.recipe if kept else setup.recipe
            trainer = Trainer(recipe, digits, material.validation, self._start(setup.start), PART)
        except LenetGuiError as error:
            self._fail(error)
            return False
        if kept is not None:
            trainer.restore(kept.checkpoint)
            setup = replace(setup, recipe=recipe)
            self.form.show_setup(setup)
        self._setup = setup
        self.run.file = self._file if self.form.keep.isChecked() else None
        self.run.begin(trainer, name, kept.history if kept else ())
        return True

    def _kept_run(self, name: str) -> SavedRun:
        """Return the run that was kept, if it learned from the digits of this name."""
        kept = load_run(self._file)
        if kept.digits != name:
            raise LearningError(
                "The run that was kept learned from other digits: {0}. Choose these first.",
                kept.digits,
            )
        return kept

    def _start(self, start: Start) -> Weights | None:
        """Return the weights to begin from; None are random ones."""
        if start is Start.SHIPPED:
            return load_weights(default_weights())
        if start is Start.IN_USE:
            return self._before
        if start is Start.LEARNED and self.run.trainer is not None:
            return self.run.weights()
        return None

    def _take_digits(self) -> None:
        material = self.digits.material
        self.form.show_digits(material.name, len(material.training))
        self._setup = None  # what was learned from other digits is another run
        self._show_state()

    def _use(self, weights: Weights | None) -> None:
        """Read with weights from now on; None: with those from before it learned."""
        chosen = weights or self._before
        if chosen is not None:
            self._means.use_classifier(Classifier(LeNet5(chosen)))

    def pin_checkpoint(self) -> None:
        """Pin the weights that are shown, under the name of their step or epoch."""
        run = self.run
        if run.trainer is None or run.is_running:
            return
        epochs, steps = divmod(run.shown_step, run.trainer.steps_per_epoch)
        name = self.tr("Step {0}").format(grouped(run.shown_step))
        if epochs and not steps:
            name = self.tr("Epoch {0}").format(epochs)
        self._pin(run.weights(self._facts()), name)

    def _facts(self) -> dict[str, str]:
        """Return what a weights file or a report says about the run."""
        run = self.run
        assert run.trainer is not None
        assert self._setup is not None or run.digits_name
        recipe = run.trainer.recipe
        facts = {
            "name": self.tr("LeNet-5, trained here"),
            "training_data": run.digits_name,
            "recipe": recipe.description(),
            "seed": str(recipe.seed),
            "steps": str(run.shown_step),
        }
        found = run.measurement
        if found is not None and len(found.answers.labels):
            facts["accuracy on validation digits"] = f"{found.answers.accuracy:.4f}"
        return facts

    # -- the page -------------------------------------------------------------------------------

    def _put_on_page(self, index: int) -> None:
        found = self.run.measurement
        if found is not None:
            ink = found.answers.images[index]
            self._show(picture_from_ink(ink), int(found.answers.labels[index]), False)

    def explain_step(self) -> None:
        """Explain the step that the drawing on the page would make."""
        reading, weights = self._reading, self._means.weights
        if reading is None or reading.frames.is_empty or weights is None:
            return
        digit, recipe = reading.most_probable or 0, self.form.setup.recipe
        dialog = StepDialog(weights, reading.frames.padded, digit, recipe, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()
