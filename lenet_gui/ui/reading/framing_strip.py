"""The strip below the canvas: the steps from ink to the network's input."""

from enum import Enum, auto

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lenet_gui.core.framing.framing import Framing, canvas_image
from lenet_gui.core.framing.raster import Image
from lenet_gui.core.network.architecture import FRAME_SIZE, INPUT_SIZE
from lenet_gui.core.reading.reading import Reading
from lenet_gui.figure.tiling import crisp, snap
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.painting import colour_image, fitting_font, hairline, scaled_font
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.kit.widgets import Arranged, ElidedHeading, Switch

ARROW = 3 * UNIT
"""Width reserved for the arrow between two steps."""
CELLS = 2 * FRAME_SIZE + INPUT_SIZE
"""Cells of the three pictures side by side."""
STEPS = 3
CENTRED = Qt.AlignmentFlag.AlignCenter


class Top(Enum):
    """How heading and switch are arranged."""

    BESIDE = auto()
    STACKED = auto()
    BARE = auto()
    """Beside each other, the switch without its words."""


class Strip(Arranged):
    """A heading, the framing switch, and the steps as crisp pixels."""

    def __init__(self, framing: QAction, parent: QWidget | None = None) -> None:
        """Make the strip; its switch shows and triggers the action `framing`."""
        super().__init__(parent)
        self.switch = Switch()
        self.switch.setChecked(framing.isChecked())
        self.switch.clicked.connect(framing.trigger)
        framing.toggled.connect(self.switch.setChecked)
        self._steps = Steps()
        self._place: tuple[int, int] | None = None

        self._heading = ElidedHeading()
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(0)
        self._top.addWidget(self._heading, 1)
        self._top.addWidget(self.switch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT // 2)
        column.addLayout(self._top)
        column.addWidget(self._steps)

        follow_appearance(self._name)

    def _name(self) -> None:
        self._words = self.tr("Frame like MNIST")
        words, brief = self.tr("What it sees"), self.tr("Input")
        self._title = words
        if self._place is not None:
            words = self.tr("What it sees: digit {0} of {1}").format(*self._place)
            brief = self.tr("Digit {0} of {1}").format(*self._place)
        self._heading.set_words(words, brief)
        self.arrange()

    def height_for(self, width: int) -> int:
        """Return the height that the strip needs at `width`."""
        title, switch = self._heading.sizeHint().height(), self.switch.sizeHint().height()
        top = title + switch if self._fit(width) is Top.STACKED else max(title, switch)
        return top + UNIT // 2 + self._steps.height_for(width)

    def _fit(self, width: int) -> Top:
        """Return the first arrangement of heading and switch that fits into a width."""
        metrics = self._heading.fontMetrics()
        title = metrics.horizontalAdvance(self._title)  # whichever digit it names: nothing jumps
        label = self.switch.width_of(self._words)
        if title + UNIT + label <= width:
            return Top.BESIDE
        return Top.STACKED if label <= width else Top.BARE

    def arrange(self) -> None:
        """Place the parts."""
        top = self._fit(self.width())
        self.switch.setText("" if top is Top.BARE else self._words)
        self.switch.setAccessibleName(self._words)
        direction = QBoxLayout.Direction
        is_stacked = top is Top.STACKED
        self._top.setDirection(direction.TopToBottom if is_stacked else direction.LeftToRight)

    def show_place(self, place: int | None, count: int) -> None:
        """Say which of a number's digits, counted from 0, is shown; None: all there is."""
        shown = None if place is None else (place + 1, count)
        if shown != self._place:
            self._place = shown
            self._name()

    def show_reading(self, reading: Reading | None, framing: Framing) -> None:
        """Show the steps of a reading, or empty paper."""
        self._steps.show_reading(reading, framing)


class Steps(QWidget):
    """Three pictures with arrows between them, and a caption below each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._framing = Framing.MNIST
        blank = np.zeros((FRAME_SIZE, FRAME_SIZE), np.float32)
        self._blank = (blank, blank, np.zeros((INPUT_SIZE, INPUT_SIZE), np.float32))
        self._reading: Reading | None = None
        self._canvas: Image | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        follow_appearance(self._name)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Steps from your ink to the network's input"))
        self.setToolTip(
            self.tr(
                "Framed like MNIST: the ink's bounding box is scaled to 20 pixels and its"
                " centre of mass moved to the centre of 28×28.\n"
                "Whole canvas: the canvas is shrunk as it is.\n"
                "Then two pixels of paper are added on each side."
            )
        )

    def height_for(self, width: int) -> int:
        """Return the height of the pictures and their captions at `width`."""
        cell = crisp(width - 2 * ARROW, CELLS, self.devicePixelRatioF())
        return round(cell * INPUT_SIZE) + UNIT // 2 + self.fontMetrics().height() + 2

    def sizeHint(self) -> QSize:
        """Return the size at the usual width."""
        return QSize(420, self.height_for(420))

    def show_reading(self, reading: Reading | None, framing: Framing) -> None:
        """Show the steps of a reading, or empty paper."""
        before, self._framing = self._framing, framing
        self._reading, self._canvas = reading, None
        if framing == before:
            self.update(0, 0, self.width(), round(self._cell() * INPUT_SIZE) + 2)
        else:
            self.update()  # including the captions

    def _images(self) -> tuple[Image, Image, Image]:
        """Return the steps. The first is made only to be painted, so hidden it costs nothing."""
        if self._reading is None:
            return self._blank
        frames = self._reading.frames
        if self._canvas is None:
            is_whole = self._framing is Framing.NONE
            self._canvas = frames.framed if is_whole else canvas_image(self._reading.source)
        return self._canvas, frames.framed, frames.padded

    def captions(self) -> tuple[str, str, str]:
        """Return the caption of each picture: what it is, or only its size where space is tight."""
        long = self._long_captions()
        widest = max(map(QFontMetricsF(scaled_font(self.font(), 0.6)).horizontalAdvance, long))
        return long if widest <= self._room() else (self.tr("ink"), "28×28", "32×32")

    def _room(self) -> float:
        """Return the width that a caption may have."""
        return self.width() / STEPS - UNIT

    def _long_captions(self) -> tuple[str, str, str]:
        framed = self._framing is Framing.MNIST
        return (
            self.tr("your ink"),
            self.tr("framed 28×28") if framed else self.tr("whole canvas"),
            self.tr("padded 32×32"),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint pictures, arrows and captions."""
        painter, theme = QPainter(self), current_theme()
        ratio = self.devicePixelRatioF()
        is_whole = event.rect().bottom() > 1 + self._cell() * INPUT_SIZE
        caption_font = self._caption_font() if is_whole else None  # it takes long to find
        # One cell size for all three, so that 28 pixels and 32 can be compared.
        cell = self._cell()
        height = cell * INPUT_SIZE
        arrow = (self.width() - 2 - cell * CELLS) / 2
        left = 1.0
        for index, image in enumerate(self._images()):
            side = cell * len(image)
            tile = QRectF(snap(left, ratio), 1 + snap((height - side) / 2, ratio), side, side)
            painter.drawImage(tile, colour_image(image, theme.ink_ramp, 0, 1))
            painter.setPen(hairline(theme.line))
            painter.drawRect(tile.adjusted(-0.5, -0.5, 0.5, 0.5))
            painter.setPen(QColor(theme.muted))
            if caption_font is not None:
                painter.setFont(caption_font)
                self._paint_caption(painter, index, left + side / 2, 1 + height + UNIT / 2)
            left += side
            if index < STEPS - 1:
                painter.setFont(self.font())
                painter.drawText(QRectF(left, 1, arrow, height), CENTRED, "→")
            left += arrow

    def _caption_font(self) -> QFont:
        """Return a font in which each caption fits a third of the width."""
        font = scaled_font(self.font(), 0.92)
        widest = max(self.captions(), key=QFontMetricsF(font).horizontalAdvance)
        return fitting_font(font, widest, self._room())

    def _paint_caption(self, painter: QPainter, index: int, middle: float, top: float) -> None:
        """Write a picture's caption; the outer ones keep to the edges."""
        line = QRectF(0, top, self.width(), self.fontMetrics().height())
        caption = painter.fontMetrics().elidedText(
            self.captions()[index], Qt.TextElideMode.ElideRight, self.width() // STEPS - UNIT // 2
        )
        align = (Qt.AlignmentFlag.AlignLeft, CENTRED, Qt.AlignmentFlag.AlignRight)[index]
        if align == CENTRED:
            line.moveCenter(QPointF(middle, line.center().y()))
        painter.drawText(line, align | Qt.AlignmentFlag.AlignVCenter, caption)

    def _cell(self) -> float:
        return crisp(self.width() - 2 * ARROW, CELLS, self.devicePixelRatioF())
