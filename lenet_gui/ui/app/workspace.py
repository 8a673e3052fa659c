"""The middle of the window: toolbar, canvas and strip, and the reading beside them."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from lenet_gui.ui.canvas.canvas import Canvas
from lenet_gui.ui.canvas.toolbar import Toolbar
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.reading.framing_strip import Strip
from lenet_gui.ui.reading.verdict_panel import ReadingPanel

MARGIN = 2 * UNIT
GUTTER = 3 * UNIT
TOOLBAR = 5 * UNIT
READING_SHARE = 0.34
"""The reading's share of the width, within READING_WIDTHS."""
READING_WIDTHS = (168, 320)


class Workspace(QWidget):
    """Lays out the parts; the canvas is the largest square that fits."""

    def __init__(
        self, toolbar: Toolbar, canvas: Canvas, strip: Strip, reading: ReadingPanel
    ) -> None:
        super().__init__()
        self.toolbar, self.canvas, self.strip, self.reading = toolbar, canvas, strip, reading
        self._is_low = False
        for part in self._parts():  # in the order of the tab key
            part.setParent(self)

    def _parts(self) -> tuple[Toolbar, Canvas, Strip, ReadingPanel]:
        return self.toolbar, self.canvas, self.strip, self.reading

    def minimumSizeHint(self) -> QSize:
        """Return room for a small canvas and the reading beside it."""
        return QSize(400, 280)

    def set_low(self, is_low: bool) -> None:
        """Hide strip and history when a panel takes height, so the canvas keeps its size."""
        if is_low != self._is_low:
            self._is_low = is_low
            self.strip.setVisible(not is_low)
            self.reading.show_history(not is_low)
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out the parts."""
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Lay out the parts when the text size changes."""
        if event.type() == QEvent.Type.FontChange:
            self._arrange()
        super().changeEvent(event)

    def _arrange(self) -> None:
        width, height = self.width() - 2 * MARGIN, self.height() - MARGIN - UNIT
        least, most = READING_WIDTHS
        reading = int(min(max(READING_SHARE * (width - GUTTER), least), most))
        widest = width - reading - GUTTER
        side = self._largest_canvas(widest, height)

        top = MARGIN // 2
        below = top + TOOLBAR + UNIT + side
        self.toolbar.setGeometry(MARGIN, top, side, TOOLBAR)
        self.canvas.setGeometry(MARGIN, top + TOOLBAR + UNIT, side, side)
        self.strip.setGeometry(MARGIN, below + 2 * UNIT, side, self.strip.height_for(side))
        # The heading is level with the toolbar's text.
        heading = top + (TOOLBAR - self.fontMetrics().height()) // 2
        bottom = below if self._is_low else height
        second = MARGIN + side + GUTTER
        room = self.width() - MARGIN - second
        self.reading.setGeometry(second, heading, min(room, most), bottom - heading)

    def _largest_canvas(self, widest: int, height: int) -> int:
        """Return the side of the largest canvas that leaves room for toolbar and strip."""
        side = widest
        while side > 100:
            below = 0 if self._is_low else 2 * UNIT + self.strip.height_for(side)
            if TOOLBAR + UNIT + side + below <= height:
                break
            side -= 2
        return side
