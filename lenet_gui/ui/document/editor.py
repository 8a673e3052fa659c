"""The drawing being made: growing strokes, and the steps to undo and redo."""

import time
from collections.abc import Callable
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QObject, Signal

from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.strokes.drawing import Drawing, width_factor
from lenet_gui.ui.document.change import Change, Ink
from lenet_gui.ui.document.growing_stroke import GrowingStroke, clipped, settled
from lenet_gui.ui.document.page import (
    CELL,
    DEFAULT_PEN_WIDTH,
    SQUARE,
    Area,
    Page,
    Point,
    clip_segment,
    emptied,
    page_of,
    widened,
)
from lenet_gui.ui.document.retouching import retouched

MOST_POINTS, MOST_STROKES = 300_000, 40_000
"""Limits of a page: with times and pressures, three quarters of what a file may hold, and minutes
of the fastest mouse without a pause."""


Step = tuple[Page, float | None]
"""A page to return to, and the pen's width as the page on the other side of the step left it."""


class DrawingEditor(QObject):
    """Holds the page and all earlier pages; knows no widget.

    Points are in drawing units, from the canvas's upper left corner to the right and down. A
    gesture lasts from pen down to pen up; if it leaves the canvas, its ink stops at the edge and
    resumes where it comes back. On a picture, the pen paints into its pixels.
    """

    changed = Signal(Change)
    """The page has changed."""
    filled = Signal()
    """The page is full: a file with more ink could not be read again. Once a gesture."""

    def __init__(
        self, parent: QObject | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Make an empty page; `clock` returns seconds."""
        super().__init__(parent)
        blank = Drawing(canvas=SQUARE, pen_width=DEFAULT_PEN_WIDTH * CELL)
        self._clock = clock
        self._page = Page(blank)
        self._gesture: list[GrowingStroke] | None = None
        self._is_pressed = False
        self._points_left = MOST_POINTS
        self._strokes_left = MOST_STROKES
        self._is_told = False
        self._preview: Drawing | Picture | None = None
        self._tip: Point = (0.0, 0.0)
        self._began: float | None = None
        self._chosen_width = DEFAULT_PEN_WIDTH * CELL
        self._chosen_size = SQUARE
        self._past: list[Step] = []
        self._future: list[Step] = []
        self._browsed: Page | None = None
        """The page that the last step of browsing put here."""

    # -- the page -------------------------------------------------------------------------------

    @property
    def drawing(self) -> Drawing:
        """The drawing as it stands, including a gesture or preview in progress."""
        if isinstance(self._preview, Drawing):
            return self._preview
        drawing = self._page.drawing
        for growing in self._gesture or ():
            drawing = growing.on(drawing, self._is_pressed)
        return drawing

    @property
    def page(self) -> Page:
        """The page as the last step left it, without a gesture or preview in progress."""
        return self._page

    @property
    def picture(self) -> Picture | None:
        """The picture on the page in place of a drawing, or None; with what is being painted."""
        return self._preview if isinstance(self._preview, Picture) else self._page.picture

    @property
    def source(self) -> Drawing | Picture:
        """The drawing or picture to read."""
        picture = self.picture
        return self.drawing if picture is None else picture

    @property
    def label(self) -> int | None:
        """What the page truly is, if it is a data set's digit as it stands there."""
        return None if self.is_busy else self._page.label

    @property
    def is_drawing(self) -> bool:
        """Whether the pen is down."""
        return self._gesture is not None

    @property
    def is_busy(self) -> bool:
        """Whether a gesture or a preview is in progress."""
        return self.is_drawing or self._preview is not None

    @property
    def is_empty(self) -> bool:
        """Whether the page is empty; cheaper than building the drawing."""
        if isinstance(self._preview, Drawing):
            return self._preview.is_empty
        return self._page.is_empty and not self._gesture

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to undo."""
        return bool(self._past) and not self.is_busy

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to redo."""
        return bool(self._future) and not self.is_busy

    @property
    def pen_width(self) -> float:
        """The pen's diameter in pixels of 28."""
        return (self._page.drawing.pen_width or DEFAULT_PEN_WIDTH * CELL) / CELL

    @property
    def size(self) -> tuple[float, float]:
        """The canvas's width and height, in drawing units; a picture's is square."""
        return self._page.size

    def set_size(self, size: tuple[float, float]) -> None:
        """Give this page and those to come another canvas, SQUARE or WIDE; a step if ink moves."""
        self._chosen_size = size
        if self._page.picture is not None or size == self.size:
            return
        self.finish()
        drawing = widened(self._page.drawing, size)
        if drawing.is_empty:
            self._page = Page(drawing)
            self.changed.emit(Change(is_other=True))
        else:
            self._advance(replace(self._page, drawing=drawing), is_other=True)

    def set_pen_width(self, cells: float) -> None:
        """Set the pen's diameter, in pixels of 28, for the whole drawing."""
        if isinstance(self._preview, Drawing):
            self.finish()  # or the preview would keep the old pen
        self._chosen_width = cells * CELL
        drawing = replace(self._page.drawing, pen_width=self._chosen_width)
        self._page = replace(self._page, drawing=drawing)
        self.changed.emit(Change())

    # -- strokes --------------------------------------------------------------------------------

    def begin(self, point: Point, pressure: float | None = None) -> None:
        """Put the pen down; lifting it at once leaves a dot.

        Give `pressure`, 0 … 1, for the whole gesture or not at all.
        """
        self.finish()
        self._gesture = []
        self._is_pressed = pressure is not None
        self._tip = point
        if self._page.picture is not None:
            self._paint(point, pressure, begins=True)
            return
        drawn = self._page.drawing.strokes
        self._points_left = MOST_POINTS - sum(map(len, drawn))
        self._strokes_left = MOST_STROKES - len(drawn)
        self._is_told = False
        if self._began is None or self._page.drawing.is_empty:
            self._began = self._clock() - self._latest() / 1000
        ink = self._add_ink(point, point, pressure)
        self.changed.emit(Change(ink, begins=True))

    def extend(self, point: Point, pressure: float | None = None) -> None:
        """Move the pen to `point`."""
        if not self.is_drawing or point == self._tip:
            return
        if self._page.picture is not None:
            self._paint(point, pressure)
        else:
            ink = self._add_ink(self._tip, point, pressure)
            self._tip = point
            if ink is not None:
                self.changed.emit(Change(ink))

    def finish(self) -> None:
        """End the gesture or preview; it becomes one step."""
        if not self.is_busy:
            return
        finished = self._finished()
        self._gesture = self._preview = None
        if finished is self._page:
            self.changed.emit(Change())  # nothing is in progress any more
        else:
            self._advance(finished)

    def discard(self) -> None:
        """Cancel the gesture or preview, and restore the page."""
        if self.is_busy:
            self._gesture = self._preview = None
            self.changed.emit(Change())

    # -- changes to all of it -------------------------------------------------------------------

    def preview(self, source: Drawing | Picture, area: Area | None = None) -> None:
        """Show a changed version of the drawing or picture on the page.

        `finish` turns all previews since the last step into one step. `area` is the only part that
        differs, if known, so that less must be painted. A drawing stays one, and so does a picture.
        """
        if self._gesture is not None:
            self.finish()
        is_picture = self._page.picture is not None
        if isinstance(source, Picture) is is_picture and source is not self.source:
            self._preview = source
            self.changed.emit(Change(area=area))

    def change(self, drawing: Drawing) -> None:
        """Replace the drawing by a changed one, as one step."""
        self.finish()
        self.preview(drawing)
        self.finish()

    def load(
        self, source: Drawing | Picture, label: int | None = None, is_browsed: bool = False
    ) -> None:
        """Replace the page by a picture, or by a drawing fitted to the canvas, as one step.

        `label` is what it truly is, if a data set says so. Browsed pages that directly follow one
        another are one step together.
        """
        self.finish()
        self._began = None
        if is_browsed and self._page is self._browsed:
            self._page, _ = self._past.pop()
        self._advance(page_of(source, self._blank(), label), is_other=True)
        self._browsed = self._page if is_browsed else None

    def start(self, source: Drawing | Picture | None = None) -> None:
        """Start over with a page as `load` makes it, or a blank one, and an empty history."""
        self._gesture = self._preview = self._began = None
        self._past.clear()
        self._future.clear()
        self._page = Page(self._blank()) if source is None else page_of(source, self._blank())
        self.changed.emit(Change(is_other=True))

    def clear(self) -> None:
        """Remove all ink, as one step."""
        self.finish()
        if not self._page.is_empty:
            self._advance(Page(self._blank()), is_other=True)

    def undo(self) -> None:
        """Undo the last step."""
        if self.can_undo:
            page, left = self._past.pop()
            self._future.append((self._page, page.drawing.pen_width))
            self._restore(page, left)

    def redo(self) -> None:
        """Redo the step that was undone last."""
        if self.can_redo:
            page, left = self._future.pop()
            self._past.append((self._page, page.drawing.pen_width))
            self._restore(page, left)

    def _blank(self) -> Drawing:
        """Return an empty drawing with the user's canvas and pen; files bring their own pen."""
        return replace(
            emptied(self._page.drawing), pen_width=self._chosen_width, canvas=self._chosen_size
        )

    def _advance(self, page: Page, is_other: bool = False) -> None:
        self._past.append((self._page, page.drawing.pen_width))
        self._future.clear()
        self._page = page
        self.changed.emit(Change(is_other=is_other))

    def _restore(self, page: Page, left: float | None) -> None:
        """Return to a page; `left` is the pen's width as the step beside it left it."""
        # The pen is a tool, not ink: undo keeps a width that was chosen since. A drawing that was
        # opened in between brought its own width, and takes it away again.
        pen_width = self._page.drawing.pen_width
        if pen_width != left:
            page = replace(page, drawing=replace(page.drawing, pen_width=pen_width))
        self._page = page
        self.changed.emit(Change(is_other=True))

    def _finished(self) -> Page:
        """Return the page with the gesture or preview in it; the same one if nothing changed."""
        page, picture = self._page, self.picture
        if picture is not None:
            if picture is page.picture:
                return page
            return (
                replace(page, picture=picture, label=None)
                if picture.ink.any()
                else Page(self._blank())
            )
        drawing = settled(self.drawing, len(self._gesture or ()))
        if drawing is page.drawing:
            return page
        return Page(emptied(drawing) if drawing.is_empty else drawing)

    def _paint(self, point: Point, pressure: float | None, begins: bool = False) -> None:
        """Paint into the picture from the pen's last place to `point`."""
        picture, path = self.picture, (self._tip, point)
        assert picture is not None
        self._tip = point
        width = self.pen_width * CELL * float(width_factor(np.array(clipped(pressure))))
        self._preview, area = retouched(picture, path, width)
        if begins or self._preview is not picture:
            self.changed.emit(Change(area=area, begins=begins))

    def _add_ink(self, start: Point, end: Point, pressure: float | None) -> Ink | None:
        """Add the part of a segment that lies on the canvas, if there is any and room for it."""
        assert self._gesture is not None
        if min(self._points_left, self._strokes_left) <= 0:
            if not self._is_told:
                self._is_told = True
                self.filled.emit()
            return None
        part = clip_segment(start, end, self.size)
        if part is None:
            return None
        first, last = part
        pressed = clipped(pressure)
        now = self._now()
        if not self._gesture or self._gesture[-1].tip != first:
            self._gesture.append(GrowingStroke())  # pen down, or back on the canvas
            self._gesture[-1].add(first, pressed, now)
            self._strokes_left -= 1
        if last != first:
            self._gesture[-1].add(last, pressed, now)
        self._points_left -= 2  # at most
        return Ink(first, last, pressed)

    def _now(self) -> float:
        """Return the milliseconds since the drawing began, at least its last point's time."""
        passed = 0.0 if self._began is None else 1000 * (self._clock() - self._began)
        return max(self._latest(), passed)

    def _latest(self) -> float:
        """Return the time of the page's last point, in milliseconds."""
        times = self._page.drawing.times
        return float(times[-1][-1]) if times else 0.0
