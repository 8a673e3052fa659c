"""Telling a palm from a finger: whoever holds a pen near the screen doesn't mean the touch."""

NEAR = 5000
"""Milliseconds without a word that a pen which came near is believed to be there: it trembles even
at rest, and not every system tells that it left."""
AFTER = 500
"""Milliseconds that a palm may stay behind the pen."""


class PalmGuard:
    """Remembers the pen; times are those of the events, in milliseconds."""

    def __init__(self) -> None:
        self.pen_is_near = False
        self._last: int | None = None

    def note_pen(self, time: int) -> None:
        """Note that the pen told something."""
        self._last = time

    def is_palm(self, time: int) -> bool:
        """Whether a touch at that time is none."""
        if self._last is None:
            return self.pen_is_near
        return abs(time - self._last) < (NEAR if self.pen_is_near else AFTER)
