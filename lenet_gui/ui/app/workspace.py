"""The left part of the window: toolbar, canvas and strip, and the reading beside or below them."""

from bisect import bisect_right

from PySide6.QtCore import QSize

from lenet_gui.ui.canvas.canvas import Canvas
from lenet_gui.ui.canvas.toolbar import Toolbar
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.kit.widgets import Arranged, UprightScrollArea
from lenet_gui.ui.reading.framing_strip import Strip
from lenet_gui.ui.reading.verdict_panel import ReadingPanel

MARGIN = 2 * UNIT
GUTTER = 3 * UNIT
TOOLBAR = 5 * UNIT
READING_SHARE = 0.34
"""The reading's share of the width, within READING_WIDTHS."""
READING_WIDTHS = (148, 320)
SMALLEST_CANVAS = 100
LEAST = (400, 280)
"""Width and height below which parts would overlap, in logical pixels."""


class Workspace(Arranged):
    """Lays out the parts; the canvas is as large as fits. The reading may scroll.

    A wide canvas goes over the reading, too, where it is larger there.
    """

    def __init__(
        self, toolbar: Toolbar, canvas: Canvas, strip: Strip, reading: ReadingPanel
    ) -> None:
        super().__init__()
        self.toolbar, self.canvas, self.strip, self.reading = toolbar, canvas, strip, reading
        self._scrolled = UprightScrollArea(reading)
        for part in (toolbar, canvas, strip, self._scrolled):  # in the order of the tab key
            part.setParent(self)
        canvas.reshaped.connect(self.arrange)

    def minimumSizeHint(self) -> QSize:
        """Return room for a small canvas and the reading beside it."""
        return QSize(*LEAST)

    def useful_width(self, height: int) -> int:
        """Return the width from which on no part grows, if the workspace is `height` high."""
        canvas = self._largest_canvas(height, height - MARGIN - UNIT)
        return 2 * MARGIN + canvas + GUTTER + READING_WIDTHS[1]

    def arrange(self) -> None:
        """Place the parts."""
        width, height = self.width() - 2 * MARGIN, self.height() - MARGIN - UNIT
        least, most = self._reading_widths()
        reading = int(min(max(READING_SHARE * (width - GUTTER), least), most))
        side = self._largest_canvas(width - reading - GUTTER, height)
        in_a_column = height - self.reading.least_height(width) - GUTTER
        column = self._largest_canvas(width, in_a_column)
        above = self._largest_above(width, height, reading)
        if above > max(side, column):
            self._arrange_above(above, width, reading)
            return
        if column > side:
            self._arrange_column(width, in_a_column)
            return
        top = self._arrange_left(side)
        # The heading is level with the toolbar's text.
        heading = top + max(0, (TOOLBAR - self.reading.heading_height) // 2)
        second = MARGIN + side + GUTTER
        room = self.width() - MARGIN - second
        self._scrolled.setGeometry(second, heading, min(room, most), self.height() - UNIT - heading)

    def _arrange_column(self, width: int, height: int) -> None:
        """Place the reading below the strip: in a tall tile of the screen the canvas is larger."""
        side = self._largest_canvas(width, height)
        self._arrange_left(side)
        top = self.strip.geometry().bottom() + GUTTER
        self._scrolled.setGeometry(MARGIN, top, width, self.height() - UNIT - top)

    def _arrange_above(self, side: int, width: int, reading: int) -> None:
        """Place the strip and the reading beside each other, below a canvas as wide as both."""
        self._arrange_left(side, width - reading - GUTTER)
        top, left = self.strip.geometry().top(), MARGIN + width - reading
        self._scrolled.setGeometry(left, top, reading, self.height() - UNIT - top)

    def _largest_above(self, width: int, height: int, reading: int) -> int:
        """Return the width of the largest canvas over strip and reading; 0 for a square one."""
        if self.canvas.aspect <= 1:
            return 0
        room = height - TOOLBAR - 3 * UNIT
        strip = self.strip.height_for(width - reading - GUTTER)
        below = max(strip, self.reading.least_height(reading))
        return min(width, int((room - below) * self.canvas.aspect))

    def _arrange_left(self, side: int, strip: int | None = None) -> int:
        """Place toolbar, canvas and strip, by their widths; return where the toolbar begins."""
        top, high, strip = MARGIN // 2, self._height(side), strip or side
        below = top + TOOLBAR + UNIT + high
        self.toolbar.setGeometry(MARGIN, top, side, TOOLBAR)
        self.canvas.setGeometry(MARGIN, top + TOOLBAR + UNIT, side, high)
        self.strip.setGeometry(MARGIN, below + 2 * UNIT, strip, self.strip.height_for(strip))
        return top

    def _height(self, side: int) -> int:
        """Return the height of a canvas of this width."""
        return round(side / self.canvas.aspect)

    def _reading_widths(self) -> tuple[int, int]:
        """Return the reading's least and largest width: it must hold a bar and its number."""
        least, most = READING_WIDTHS
        bar = self.fontMetrics().horizontalAdvance("0 100.0 %") + 8 * UNIT
        return max(least, bar), max(most, bar)

    def _largest_canvas(self, widest: int, height: int) -> int:
        """Return the width of the largest canvas that leaves room for toolbar and strip."""
        sides = range(SMALLEST_CANVAS, max(SMALLEST_CANVAS, widest) + 1)
        room = height - TOOLBAR - 3 * UNIT
        fitting = bisect_right(
            sides, room, key=lambda side: self._height(side) + self.strip.height_for(side)
        )
        return sides[max(0, fitting - 1)]
