"""The window's middle: what you do, what it reads, how it got there."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from lenet_gui.ui.canvas import Canvas
from lenet_gui.ui.inspector import Inspector
from lenet_gui.ui.maps_panel import MapsPanel
from lenet_gui.ui.reading_panel import ReadingPanel
from lenet_gui.ui.strip import Strip
from lenet_gui.ui.theme import UNIT, Theme
from lenet_gui.ui.toolbar import Toolbar

MARGIN = 2 * UNIT
GUTTER = 3 * UNIT
TOOLBAR = 5 * UNIT
LEFT_SHARE = 0.43
"""Share of the width that the canvas may take of what the reading leaves."""
READING_SHARE = 0.18
READING_WIDTHS = (168, 320)


class Workspace(QWidget):
    """Places the parts: the canvas is as large a square as height and width allow."""

    def __init__(
        self,
        toolbar: Toolbar,
        canvas: Canvas,
        strip: Strip,
        reading: ReadingPanel,
        maps: MapsPanel,
        inspector: Inspector,
    ) -> None:
        super().__init__()
        self.inspector = inspector
        self.toolbar, self.canvas, self.strip = toolbar, canvas, strip
        self.reading, self.maps = reading, maps
        for part in (
            toolbar,
            canvas,
            strip,
            reading,
            maps,
            inspector,
        ):  # in the order of the tab key
            part.setParent(self)
        inspector.hide()

    def set_theme(self, theme: Theme) -> None:
        """Pass a theme on to every part."""
        for part in (
            self.toolbar, self.canvas, self.strip, self.reading, self.maps, self.inspector,
        ):  # fmt: skip
            part.set_theme(theme)

    def open_inspector(self, is_open: bool) -> None:
        """Let the inspector take the place of the strip and the chart, or give it back to them.

        The maps stay where they are: that is where the pointer is.
        """
        if is_open == self.inspector.isHidden():
            self.inspector.setVisible(is_open)
            self.strip.setVisible(not is_open)
            self.reading.show_history(not is_open)
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the parts anew."""
        self._arrange()

    def _arrange(self) -> None:
        width, height = self.width() - 2 * MARGIN, self.height() - MARGIN - UNIT
        least, most = READING_WIDTHS
        reading = int(min(max(READING_SHARE * width, least), most))
        widest = int(LEFT_SHARE * (width - reading - 2 * GUTTER))
        side = self._largest_canvas(widest, height)

        top = MARGIN // 2
        self.toolbar.setGeometry(MARGIN, top, side, TOOLBAR)
        self.canvas.setGeometry(MARGIN, top + TOOLBAR + UNIT, side, side)
        strip_top = top + TOOLBAR + UNIT + side + 2 * UNIT
        self.strip.setGeometry(MARGIN, strip_top, side, self._strip_height(side))
        second = MARGIN + side + GUTTER
        # Headings of the other columns stand level with the toolbar's text.
        heading = top + (TOOLBAR - self.fontMetrics().height()) // 2
        self.reading.setGeometry(second, heading, reading, height - heading)
        third = second + reading + GUTTER
        right = self.width() - third - MARGIN
        self.maps.setGeometry(third, heading, right, height - heading + top)
        if not self.inspector.isHidden():
            below = self.canvas.geometry().bottom() + 2 * UNIT
            self.reading.setGeometry(second, heading, reading, below - 2 * UNIT - heading)
            self.inspector.setGeometry(MARGIN, below, third - GUTTER - MARGIN, height + top - below)

    def _strip_height(self, side: int) -> int:
        return Strip.height_for(side, self.fontMetrics().height())

    def _largest_canvas(self, widest: int, height: int) -> int:
        """Return the side of the largest canvas that leaves room for toolbar and strip."""
        side = widest
        while side > 100 and TOOLBAR + UNIT + side + 2 * UNIT + self._strip_height(side) > height:
            side -= 2
        return side
