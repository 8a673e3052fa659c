"""A pen that draws one long path, and knows when it drew which point of it."""

import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from lenet_gui.core.records.session_file import from_bytes
from lenet_gui.core.strokes.drawing import CANVAS_SIZE, Drawing
from tests.desk import Desk

Place = tuple[int, int, int, int]
"""Left, top, width and height of the canvas on the screen, in pixels."""
Point = tuple[float, float]
MARGIN, STEP, ROW = 12, 7, 9
"""Pixels from the canvas's edge, from point to point, and from row to row."""
PACE = 0.008
"""Seconds from point to point."""
ENOUGH = 700
"""Points, more than are drawn before the program is killed."""
NEAR = 0.01
"""Drawing units by which a point may be off: it is the same numbers."""


class Pen:
    """Draws rows that never cross, so that each point tells where on the path it is."""

    def __init__(self, desk: Desk, place: Place) -> None:
        self.desk = desk
        self.lay_out(place)
        self.next = 0
        """The point that is drawn next."""
        self.drawn_at: dict[int, float] = {}
        """When each point was drawn, by the monotonic clock."""
        self._is_down = False
        self._hand: subprocess.Popen[str] | None = None

    def lay_out(self, place: Place) -> None:
        """Lay the path out anew: the canvas has another size."""
        self.place = place
        columns = range(MARGIN, place[2] - MARGIN, STEP)
        self.rows = [[(x, y) for x in columns] for y in range(MARGIN, place[3] - MARGIN, ROW)]
        self.path = [point for row in self.rows for point in row]

    @contextmanager
    def held(self) -> Iterator["Pen"]:
        """Have a hand that does things as they are told it."""
        environment = self.desk.environment
        with subprocess.Popen(
            ["xdotool", "-"], env=environment, stdin=subprocess.PIPE, text=True
        ) as self._hand:
            yield self

    @property
    def is_through(self) -> bool:
        """Whether little of the path is left."""
        return self.next > len(self.path) - ENOUGH

    def point(self, pause: float = PACE) -> None:
        """Draw the next point, the pen going down where it is up and up where a row ends."""
        x, y = self.path[self.next]
        self._tell(f"mousemove {self.place[0] + x} {self.place[1] + y}")
        if not self._is_down:
            self._tell("mousedown 1")
            self._is_down = True
        self.drawn_at[self.next] = time.monotonic()
        self.next += 1
        if self.next % len(self.rows[0]) == 0:
            self.lift()
        self.desk.pause(pause)

    def points(self, number: int) -> None:
        """Draw some points, and lift the pen."""
        for _ in range(number):
            self.point()
        self.lift()

    def lift(self) -> None:
        """Take the pen up."""
        if self._is_down:
            self._tell("mouseup 1")
            self._is_down = False

    def press(self, *keys: str) -> None:
        """Press keys, after all that was done before."""
        for key in keys:
            self._tell(f"key {key}")

    def go_back(self, number: int) -> None:
        """Go on from point `number`, what was behind it being lost."""
        self.lift()
        self.next = number

    def start_of(self, points: Sequence[Point]) -> int | None:
        """Return where on the path these points begin; None where they are no part of it."""
        if not points:
            return 0
        unit = CANVAS_SIZE / self.place[2]
        path = [(x * unit, y * unit) for x, y in self.path]
        first = next((i for i, place in enumerate(path) if _near(place, points[0])), None)
        if first is None or len(points) > len(path) - first:
            return None
        piece = path[first : first + len(points)]
        return first if all(map(_near, piece, points)) else None

    def _tell(self, line: str) -> None:
        assert self._hand is not None
        assert self._hand.stdin is not None
        self._hand.stdin.write(line + "\n")
        self._hand.stdin.flush()


def points_of(drawing: Drawing) -> list[Point]:
    """Return the points of all strokes."""
    return [(x, y) for stroke in drawing.strokes for x, y in stroke.tolist()]


def points_kept(session: Path) -> list[Point]:
    """Return the points in a session; none without one. Raises DrawingError where it is damaged."""
    if not session.exists():
        return []
    source = from_bytes(session.read_bytes()).source
    assert isinstance(source, Drawing)
    return points_of(source)


def _near(one: Point, other: Point) -> bool:
    return abs(one[0] - other[0]) < NEAR and abs(one[1] - other[1]) < NEAR
