"""What a comparison is made of: the pins or the weights to compare with, and their buttons."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QComboBox, QPushButton, QWidget

from lenet_gui.ui.comparing.pin_strip import PinStrip
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.flow import Flow
from lenet_gui.ui.kit.icons import icon
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.kit.widgets import Arranged
from lenet_gui.ui.reading.known_weights import NamedWeights

HEIGHT = 32
"""Height of the buttons in logical pixels."""
NO_LIMIT = 16_777_215
"""Qt's largest width of a widget."""


class Mode(StrEnum):
    """What is compared."""

    DRAWINGS = "drawings"
    """Two drawings, read by one network."""
    WEIGHTS = "weights"
    """Two sets of weights that read one drawing."""


class Controls(Arranged):
    """The pins, or a list of weights, and beside them the buttons; above them in less room."""

    mode_chosen = Signal(Mode)
    """Something else is to be compared."""
    weights_chosen = Signal(str)
    """The id of the weights to compare with."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strip, self._buttons = PinStrip(), Flow()
        self.mode, self.which = QComboBox(), QComboBox()
        self.swap, self.unpin = QPushButton(), QPushButton()
        self._buttons.set_parts(self.swap, self.unpin, self.mode)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(UNIT)
        for part, stretch in ((self.strip, 1), (self.which, 1), (self._buttons, 0)):
            self._row.addWidget(part, stretch, Qt.AlignmentFlag.AlignTop)
        self.mode.activated.connect(lambda _: self.mode_chosen.emit(Mode(self.mode.currentData())))
        self.which.activated.connect(lambda _: self.weights_chosen.emit(self.which.currentData()))
        self.show_mode(Mode.DRAWINGS)
        follow_appearance(self._name)

    def _name(self) -> None:
        theme, chosen = current_theme(), self.mode.currentData() or Mode.DRAWINGS
        with QSignalBlocker(self.mode):
            self.mode.clear()
            self.mode.addItem(self.tr("Two drawings"), Mode.DRAWINGS)
            self.mode.addItem(self.tr("Two sets of weights"), Mode.WEIGHTS)
        self.mode.setAccessibleName(self.tr("What is compared"))
        self.which.setAccessibleName(self.tr("Weights to compare with"))
        self.swap.setText(self.tr("Swap"))
        self.swap.setIcon(icon("swap", theme))
        self.unpin.setText(self.tr("Unpin"))
        self.unpin.setIcon(icon("pin", theme))
        self.show_mode(Mode(chosen))

    def show_mode(self, mode: Mode) -> None:
        """Show the pins or the weights, and what the buttons do with them."""
        is_drawings = mode is Mode.DRAWINGS
        with QSignalBlocker(self.mode):
            self.mode.setCurrentIndex(self.mode.findData(mode))
        self.strip.setVisible(is_drawings)
        self.which.setVisible(not is_drawings)
        if is_drawings:
            self.swap.setToolTip(
                self.tr("Put the pinned drawing onto the canvas, and pin what is there")
            )
            self.unpin.setToolTip(self.tr("Remove the chosen pin"))
        else:
            self.swap.setToolTip(
                self.tr("Read with these weights, and compare with the present ones")
            )
            self.unpin.setToolTip(self.tr("Remove this checkpoint from the list"))
        self._buttons.refresh()
        self.arrange()

    def show_weights(self, entries: Sequence[NamedWeights], chosen: str) -> None:
        """List weights by name, one of them chosen by its id."""
        with QSignalBlocker(self.which):
            self.which.clear()
            for entry in entries:
                self.which.addItem(entry.name(), entry.id)
            self.which.setCurrentIndex(self.which.findData(chosen))

    def minimumSizeHint(self) -> QSize:
        """Return the width of the widest part: they may stand one above the other."""
        width = max(part.minimumSizeHint().width() for part in (self.strip, self._buttons))
        return QSize(width, super().minimumSizeHint().height())

    def arrange(self) -> None:
        """Put the buttons beside the pins, or above them where room is short."""
        for button in (self.swap, self.unpin):
            button.setMinimumHeight(max(HEIGHT, button.sizeHint().height()))
        for box in (self.mode, self.which):
            # A box's own hint is too low for letters of another font, such as Chinese ones.
            metrics = box.fontMetrics()
            line = metrics.size(Qt.TextFlag.TextSingleLine, box.currentText()).height()
            missing = max(0, line - metrics.height())
            box.setMinimumHeight(max(HEIGHT, box.sizeHint().height() + missing))
        way, needed = QBoxLayout.Direction, self._buttons.one_row
        pins = 3 * self.strip.plus.sizeHint().width()
        fits = needed + pins + UNIT <= self.width()
        self._row.setDirection(way.LeftToRight if fits else way.BottomToTop)
        self._buttons.setMinimumWidth(needed if fits else 0)
        self._buttons.setMaximumWidth(needed if fits else NO_LIMIT)
