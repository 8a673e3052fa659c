"""The eraser: cuts strokes where it passes, and paints a picture's pixels with paper."""

from lenet_gui.ui.canvas.tools.tool import Contact, Tool
from lenet_gui.ui.document.editor import DrawingEditor
from lenet_gui.ui.document.page import CELL, Point
from lenet_gui.ui.document.retouching import retouched

ERASER_WIDTHS = (1.0, 8.0)
DEFAULT_ERASER_WIDTH = 3.0
WIDEST = 1.5
"""A line's greatest width, as a multiple of its pen's."""


class Eraser(Tool):
    """Removes ink within its own width."""

    widths = ERASER_WIDTHS

    def __init__(self, editor: DrawingEditor) -> None:
        super().__init__(editor)
        self._width = DEFAULT_ERASER_WIDTH
        self._tip: Point | None = None

    def explanation(self) -> str:
        """Return its name and what it does."""
        return self.tr("Eraser: removes ink where it passes")

    @property
    def width(self) -> float:
        """The eraser's diameter."""
        return self._width

    def set_width(self, cells: float) -> None:
        """Set the eraser's diameter."""
        self._width = cells

    def press(self, contact: Contact) -> None:
        """Put the eraser down."""
        self._editor.finish()
        self._tip = contact.point
        self._erase(contact.point)

    def move(self, contact: Contact) -> None:
        """Erase."""
        if self._tip is not None and contact.point != self._tip:
            self._erase(contact.point)

    def release(self, contact: Contact | None) -> None:
        """Lift the eraser."""
        if contact is not None:
            self.move(contact)
        if self._tip is not None:
            self._tip = None
            self._editor.finish()

    def cancel(self) -> None:
        """Cancel: the drawing is as it was."""
        self._tip = None
        super().cancel()

    def _erase(self, point: Point) -> None:
        """Erase from the eraser's last place to `point`."""
        # Not needed to come up.
        from lenet_gui.core.strokes.erasing import erase

        assert self._tip is not None
        way = (self._tip, point) if point != self._tip else (point,)
        self._tip = point
        picture, drawing, radius = (
            self._editor.picture,
            self._editor.drawing,
            self._width * CELL / 2,
        )
        if picture is not None:
            self._editor.preview(*retouched(picture, way, 2 * radius, is_ink=False))
            return
        # Ink is affected if its line is within reach, plus its own width.
        reach = radius + WIDEST * (drawing.pen_width or 0.0)
        across, down = zip(*way, strict=True)
        area = min(across) - reach, min(down) - reach, max(across) + reach, max(down) + reach
        self._editor.preview(erase(drawing, way, radius), area)
