"""Which way keys lead on the paper."""

from PySide6.QtCore import Qt

from lenet_gui.ui.document.clipping import Point
from lenet_gui.ui.document.page import CELL

FINE = 0.25
"""Share of a pixel of 28 that one goes with Shift."""
WAYS: dict[int, Point] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    # As they lie around the arrows on a number pad.
    Qt.Key.Key_Home: (-1, -1),
    Qt.Key.Key_PageUp: (1, -1),
    Qt.Key.Key_End: (-1, 1),
    Qt.Key.Key_PageDown: (1, 1),
}


def step_of(key: int, has_shift: bool) -> Point | None:
    """Return how far a key leads to the right and down, in drawing units; None for other keys."""
    way = WAYS.get(key)
    if way is None:
        return None
    length = CELL * (FINE if has_shift else 1)
    return way[0] * length, way[1] * length
