"""What every tool can be asked to do. `pen.py` is the shortest example of one."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QPainter

from lenet_gui.ui.document.editor import DrawingEditor
from lenet_gui.ui.document.page import Point
from lenet_gui.ui.kit.theme import Theme

REACH = 20.0
"""Drawing units within which a pointer is on a handle."""


class Contact(NamedTuple):
    """Where a pointer is, in drawing units, and what else it tells."""

    point: Point
    pressure: float | None = None
    has_shift: bool = False
    reach: float = REACH


class Tool(QObject):
    """Changes the editor's drawing by gestures and keys; this one does nothing.

    A gesture is one `press`, any number of `move`, and one `release` or `cancel`. All of it is one
    step to undo. Places are in drawing units.
    """

    told = Signal(str)
    """There is something that people should know, in a sentence."""
    widths: tuple[float, float] | None = None
    """The least and the greatest width that it can be given, in pixels of 28, if it has one."""
    is_painted = False
    """Whether there is anything to `paint`."""

    def __init__(self, editor: DrawingEditor) -> None:
        super().__init__(editor)
        self._editor = editor

    def explanation(self) -> str:
        """Return its name, and what one does with it."""
        return ""

    @property
    def width(self) -> float:
        """The diameter of what touches the paper, in pixels of 28; 0 for a tool without one."""
        return 0.0

    def set_width(self, cells: float) -> None:
        """Set the diameter, in pixels of 28."""

    def press(self, contact: Contact) -> None:
        """Begin a gesture."""

    def move(self, contact: Contact) -> None:
        """Go on with a gesture; without one nothing happens."""

    def release(self, contact: Contact | None) -> None:
        """End a gesture, where it was last or at a last place."""

    def cancel(self) -> None:
        """End a gesture as if it had never begun."""
        self._editor.discard()

    def cursor(self, contact: Contact) -> Qt.CursorShape:
        """Return what a pointer there looks like."""
        return Qt.CursorShape.CrossCursor

    def command(self, key: int, has_shift: bool) -> Callable[[], None] | None:
        """Return what a key does, or None where it does nothing."""
        return None

    def keys_released(self) -> None:
        """Make a step of what keys have done since they were pressed."""

    def paint(self, painter: QPainter, theme: Theme, pixel: float) -> None:
        """Paint what belongs to the tool over the ink; `pixel` drawing units are one pixel."""
