"""The interface of all tools; `pen.py` is the shortest example."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPainter

from lenet_gui.ui.document.editor import DrawingEditor
from lenet_gui.ui.document.page import Point
from lenet_gui.ui.kit.theme import Theme

REACH = 20.0
"""Distance within which a pointer grips a handle, in drawing units."""


class Contact(NamedTuple):
    """A pointer's place, in drawing units, its pressure and modifiers."""

    point: Point
    pressure: float | None = None
    has_shift: bool = False
    reach: float = REACH


class Tool(QObject):
    """Changes the editor's drawing through gestures and keys; the base class does nothing.

    A gesture is one `press`, any number of `move`, and one `release` or `cancel`, and makes one
    step. Places are in drawing units.
    """

    told = Signal(str)
    """A message for the user, a sentence."""
    widths: tuple[float, float] | None = None
    """The range of its width in pixels of 28, or None if it has none."""
    is_painted = False
    """Whether it implements `paint`."""

    def __init__(self, editor: DrawingEditor) -> None:
        super().__init__(editor)
        self._editor = editor

    def explanation(self) -> str:
        """Return its name and how to use it."""
        return ""

    @property
    def width(self) -> float:
        """Its diameter in pixels of 28; 0 if it has none."""
        return 0.0

    def set_width(self, cells: float) -> None:
        """Set the diameter, in pixels of 28."""

    def press(self, contact: Contact) -> None:
        """Begin a gesture."""

    def move(self, contact: Contact) -> None:
        """Continue a gesture; without one, do nothing."""

    def release(self, contact: Contact | None) -> None:
        """End a gesture, at its last place or at `contact`."""

    def cancel(self) -> None:
        """Cancel a gesture as if it had never begun."""
        self._editor.discard()

    def cursor(self, contact: Contact) -> Qt.CursorShape:
        """Return the pointer's shape at a place."""
        return Qt.CursorShape.CrossCursor

    def command(self, key: int, has_shift: bool) -> Callable[[], None] | None:
        """Return what a key does, or None."""
        return None

    def keys_released(self) -> None:
        """Make one step of what held keys did."""

    def paint(self, painter: QPainter, theme: Theme, pixel: float) -> None:
        """Paint the tool's marks over the ink; `pixel` is one pixel in drawing units."""
