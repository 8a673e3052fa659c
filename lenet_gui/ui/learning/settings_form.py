"""The settings of a run: plain fields with the field's own names, and a sentence on each."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from lenet_gui.core.learning.recipe import (
    LARGEST_BATCH,
    LARGEST_DECAY,
    LARGEST_DROPOUT,
    LARGEST_RATE,
    Recipe,
)
from lenet_gui.ui.kit.appearance import follow_appearance
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.kit.widgets import LiveLabel
from lenet_gui.ui.learning.experiments import EXPERIMENTS, Experiment
from lenet_gui.ui.learning.field_flow import FieldFlow
from lenet_gui.ui.learning.setup import Setup, Start

HEIGHT = 30
"""Height of a field in logical pixels."""
LETTERS = 6
"""Width of a choice, in letters; its list is as wide as it needs to be."""
LEAST_DIGITS = 20
DIGITS_STEP = 100
STARTER, MNIST, DATA_SET = "starter", "mnist", "data set"


class Rate(QDoubleSpinBox):
    """A number whose steps double and halve it, in as many digits as it needs."""

    def stepBy(self, steps: int) -> None:
        """Double or halve the value."""
        self.setValue(float(f"{self.value() * 2.0**steps:.3g}"))

    def textFromValue(self, value: float) -> str:
        """Return the number without zeros at its end."""
        text = self.locale().toString(value, "f", self.decimals())
        point = self.locale().decimalPoint()
        return text.rstrip("0").rstrip(point) if point in text else text


class SettingsForm(QWidget):
    """Shows a setup, and lets the user change it."""

    changed = Signal()
    """The user changed something."""
    digits_asked = Signal(str)
    """The user wants other digits: STARTER, MNIST or DATA_SET."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_filling = False
        self._digits_name = ""
        self.start, self.digits = QComboBox(), QComboBox()
        self.count, self.batch, self.epochs, self.seed = (QSpinBox() for _ in range(4))
        self.rate, self.decay = Rate(), Rate()
        self.dropout = QDoubleSpinBox()
        self.optimizer, self.loss, self.schedule = QComboBox(), QComboBox(), QComboBox()
        self.corrections, self.keep = QCheckBox(), QCheckBox()
        self.more, self.experiments = QPushButton(), QPushButton()
        self.more.setCheckable(True)
        self._menu = QMenu(self)
        self.experiments.setMenu(self._menu)
        self._words = LiveLabel()
        self._set_ranges()

        self._flow, self._further = FieldFlow(), FieldFlow()
        self._labels: dict[QObject, QLabel] = {}
        first: list[QWidget] = [
            self.start, self.digits, self.count, self.rate, self.batch, self.optimizer,
        ]  # fmt: skip
        further: list[QWidget] = [
            self.epochs, self.dropout, self.decay, self.loss, self.schedule, self.seed,
            self.corrections, self.keep,
        ]  # fmt: skip
        for flow, fields in ((self._flow, first), (self._further, further)):
            for field in fields:
                self._labels[field] = flow.add(field)
        self._further.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT // 2)
        column.addWidget(self._flow)
        column.addWidget(self._further)
        row = QHBoxLayout()
        row.addWidget(self._words, 1)
        row.addWidget(self.experiments)
        row.addWidget(self.more)
        column.addLayout(row)
        self._connect()
        follow_appearance(self._name)
        self.show_setup(Setup())

    def _set_ranges(self) -> None:
        self.count.setRange(LEAST_DIGITS, LEAST_DIGITS)
        self.count.setSingleStep(DIGITS_STEP)
        self.count.setGroupSeparatorShown(True)
        self.batch.setRange(1, LARGEST_BATCH)
        self.batch.setSingleStep(10)
        self.epochs.setRange(1, 1000)
        self.seed.setRange(0, 2**31 - 1)
        self.rate.setDecimals(6)
        self.rate.setRange(0.000001, LARGEST_RATE)
        self.decay.setDecimals(5)
        self.decay.setRange(0.0, LARGEST_DECAY)
        self.dropout.setRange(0.0, LARGEST_DROPOUT)
        self.dropout.setSingleStep(0.1)
        for box in (self.optimizer, self.loss, self.schedule, self.start, self.digits):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(LETTERS)

    def _connect(self) -> None:
        for box in (self.start, self.optimizer, self.loss, self.schedule):
            box.currentIndexChanged.connect(self._change)
        for spin in (self.count, self.batch, self.epochs, self.seed):
            spin.valueChanged.connect(self._change)
        for number in (self.rate, self.dropout, self.decay):
            number.valueChanged.connect(self._change)
        self.corrections.toggled.connect(self._change)
        self.digits.activated.connect(self._ask_digits)
        self.more.toggled.connect(self._show_further)
        for field in self._labels:
            field.installEventFilter(self)
            if isinstance(field, QWidget):
                field.setFixedHeight(HEIGHT)
            if isinstance(field, QAbstractSpinBox):
                field.setKeyboardTracking(False)
        for experiment in EXPERIMENTS:
            action = self._menu.addAction("")
            action.triggered.connect(lambda _=False, chosen=experiment: self.try_out(chosen))

    # -- texts ----------------------------------------------------------------------------------

    def _name(self) -> None:
        self._is_filling = True
        self._fill(self.start, {
            Start.NEW: self.tr("new"), Start.IN_USE: self.tr("weights in use"),
            Start.SHIPPED: self.tr("shipped weights"), Start.LEARNED: self.tr("this run’s weights"),
            Start.KEPT: self.tr("the run kept on disk"),
        })  # fmt: skip
        self._fill(self.optimizer, {"adam": "Adam", "sgd": self.tr("SGD, momentum")})
        self._fill(self.loss, {
            "cross-entropy": self.tr("cross-entropy"),
            "binary cross-entropy": self.tr("binary cross-entropy"),
        })  # fmt: skip
        self._fill(self.schedule, {
            "constant": self.tr("constant"), "cosine": self.tr("falls to 0"),
        })  # fmt: skip
        self.show_digits(self._digits_name, self.count.maximum())
        self._is_filling = True
        names: dict[QWidget, str] = {
            self.start: self.tr("Start from"), self.digits: self.tr("Digits"),
            self.count: self.tr("How many"), self.rate: self.tr("Learning rate"),
            self.batch: self.tr("Batch size"), self.optimizer: self.tr("Optimiser"),
            self.epochs: self.tr("Epochs"), self.dropout: self.tr("Dropout"),
            self.decay: self.tr("Weight decay"), self.loss: self.tr("Loss"),
            self.schedule: self.tr("Rate over time"), self.seed: self.tr("Seed"),
            self.corrections: self.tr("Corrections"), self.keep: self.tr("Keep"),
        }  # fmt: skip
        for field, name in names.items():
            self._labels[field].setText(name)
            field.setAccessibleName(name)
            field.setToolTip(self._sentence(field))
        letter = self.fontMetrics().averageCharWidth()
        for field, letters in ((self.rate, 8), (self.decay, 8), (self.count, 7), (self.batch, 6),
                               (self.epochs, 6), (self.dropout, 6), (self.seed, 9)):  # fmt: skip
            field.setFixedWidth(letters * letter + 3 * UNIT)
        self.corrections.setText(self.tr("mix in mine"))
        self.keep.setText(self.tr("on disk"))
        self.more.setText(self.tr("More"))
        self.experiments.setText(self.tr("Experiments"))
        for action, experiment in zip(self._menu.actions(), EXPERIMENTS, strict=True):
            action.setText(experiment.title())
        self._flow.restyle()
        self._further.restyle()
        self._words.set_text(self._sentence(self.rate))
        self._is_filling = False

    def _fill(self, box: QComboBox, items: dict[object, str]) -> None:
        """Set the texts of a box's items, which keep their places."""
        for place, (data, text) in enumerate(items.items()):
            if place < box.count():
                box.setItemText(place, text)
            else:
                box.addItem(text, data)
        widest = max(map(box.fontMetrics().horizontalAdvance, items.values()))
        box.view().setMinimumWidth(widest + 4 * UNIT)

    def _sentence(self, field: QObject) -> str:
        """Return one sentence on a field."""
        sentences: dict[QObject, str] = {
            self.start: self.tr("Start from: random weights, which know nothing, or trained ones."),
            self.digits: self.tr("Digits: what it learns from. Some are held out to validate it."),
            self.count: self.tr("How many: with few digits it learns them by heart."),
            self.rate: self.tr("Learning rate: the size of a step. Too high and the loss jumps."),
            self.batch: self.tr("Batch size: the digits whose mean gradient makes one step."),
            self.optimizer: self.tr("Optimiser: how a gradient becomes a step."),
            self.epochs: self.tr("Epochs: how often it sees every digit."),
            self.dropout: self.tr("Dropout: the share of C5’s and F6’s units off in each step."),
            self.decay: self.tr("Weight decay: shrinks the weights a little in each step."),
            self.loss: self.tr("Loss: the number that measures how wrong the answers are."),
            self.schedule: self.tr("Rate over time: smaller steps towards the end find a rest."),
            self.seed: self.tr("Seed: the same seed gives the same run on this machine."),
            self.corrections: self.tr("Corrections: the digits you corrected are learned, too."),
            self.keep: self.tr("Keep: every epoch is saved, to go on after a crash."),
        }  # fmt: skip
        return sentences.get(field, "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the sentence on the field that has the focus or the pointer."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.Enter) and self._sentence(watched):
            self._words.set_text(self._sentence(watched))
        return super().eventFilter(watched, event)

    # -- values ---------------------------------------------------------------------------------

    @property
    def setup(self) -> Setup:
        """The settings as they are shown."""
        recipe = Recipe(
            optimizer=self.optimizer.currentData(),
            learning_rate=self.rate.value(),
            batch_size=self.batch.value(),
            dropout=round(self.dropout.value(), 2),
            weight_decay=self.decay.value(),
            loss=self.loss.currentData(),
            schedule=self.schedule.currentData(),
            epochs=self.epochs.value(),
            seed=self.seed.value(),
        )
        return Setup(recipe, self.start.currentData(), self.count.value())

    def show_setup(self, setup: Setup) -> None:
        """Show other settings."""
        self._is_filling = True
        recipe = setup.recipe
        for box, data in (
            (self.start, setup.start), (self.optimizer, recipe.optimizer),
            (self.loss, recipe.loss), (self.schedule, recipe.schedule),
        ):  # fmt: skip
            box.setCurrentIndex(box.findData(data))
        self.rate.setValue(recipe.learning_rate)
        self.decay.setValue(recipe.weight_decay)
        self.dropout.setValue(recipe.dropout)
        self.batch.setValue(recipe.batch_size)
        self.epochs.setValue(recipe.epochs)
        self.seed.setValue(recipe.seed)
        self.count.setValue(self.count.maximum() if setup.count is None else setup.count)
        self._is_filling = False

    def show_digits(self, name: str, most: int) -> None:
        """Show what there is to learn from: its name, and the number of its digits."""
        self._is_filling = True
        self._digits_name = name
        had_all = self.count.value() == self.count.maximum()
        self.digits.clear()
        self.digits.addItem(name or self.tr("starter set"), "")
        if name:
            self.digits.addItem(self.tr("starter set"), STARTER)
        self.digits.addItem(self.tr("All of MNIST…"), MNIST)
        self.digits.addItem(self.tr("Data set…"), DATA_SET)
        self.count.setRange(LEAST_DIGITS, max(LEAST_DIGITS, most))
        if had_all:
            self.count.setValue(self.count.maximum())
        self._is_filling = False
        self._flow.arrange()

    def try_out(self, experiment: Experiment) -> None:
        """Take an experiment's settings, and say what to look at."""
        setup = experiment.setup
        self.show_setup(replace(setup, recipe=replace(setup.recipe)))
        self._words.set_text(experiment.lesson())
        self._words.setToolTip(experiment.lesson())
        self.changed.emit()

    def _change(self) -> None:
        if not self._is_filling:
            self.changed.emit()

    def _ask_digits(self, place: int) -> None:
        wanted = self.digits.itemData(place)
        self.digits.setCurrentIndex(0)
        if wanted:
            self.digits_asked.emit(wanted)

    def _show_further(self, is_shown: bool) -> None:
        self._further.setVisible(is_shown)
        self._further.arrange()
