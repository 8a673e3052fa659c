"""A pen that draws one long path, and records the time of each point."""

import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from lenet_gui.core.records.session_file import from_bytes
from lenet_gui.core.strokes.drawing import CANVAS_SIZE, Drawing
from tests.desk import Desk

Place = tuple[int, int, int, int]
"""The canvas on the screen: left, top, width and height, in pixels."""
Point = tuple[float, float]
MARGIN, STEP, ROW = 12, 7, 9
"""Pixels from the canvas's edge, between points, and between rows."""
PACE = 0.008
"""Seconds between points."""
ENOUGH = 700
"""More points than are drawn before the program is killed."""
NEAR = 0.01
"""Tolerance in drawing units; the numbers should be the same."""


class Pen:
    """Draws rows that never cross, so that each point identifies its place on the path."""

    def __init__(self, desk: Desk, place: Place) -> None:
        self.desk = desk
        self.lay_out(place)
        self.next = 0
        """The number of the next point."""
        self.drawn_at: dict[int, float] = {}
        """The time of each point, by the monotonic clock."""
        self._is_down = False
        self._hand: subprocess.Popen[str] | None = None

    def lay_out(self, place: Place) -> None:
        """Lay out the path for a canvas at `place`."""
        self.place = place
        columns = range(MARGIN, place[2] - MARGIN, STEP)
        self.rows = [[(x, y) for x in columns] for y in range(MARGIN, place[3] - MARGIN, ROW)]
        self.path = [point for row in self.rows for point in row]

    @contextmanager
    def held(self) -> Iterator["Pen"]:
        """Start a hand that carries out commands in order."""
        environment = self.desk.environment
        with subprocess.Popen(
            ["xdotool", "-"], env=environment, stdin=subprocess.PIPE, text=True
        ) as self._hand:
            yield self

    @property
    def is_through(self) -> bool:
        """Whether the path is nearly used up."""
        return self.next > len(self.path) - ENOUGH

    def point(self, pause: float = PACE) -> None:
        """Draw the next point; lower the pen first if needed, and lift it at the end of a row."""
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
        """Draw points, then lift the pen."""
        for _ in range(number):
            self.point()
        self.lift()

    def lift(self) -> None:
        """Lift the pen."""
        if self._is_down:
            self._tell("mouseup 1")
            self._is_down = False

    def press(self, *keys: str) -> None:
        """Press keys after all earlier commands."""
        for key in keys:
            self._tell(f"key {key}")

    def go_back(self, number: int) -> None:
        """Continue from point `number`; later ones were lost."""
        self.lift()
        self.next = number

    def start_of(self, points: Sequence[Point]) -> int | None:
        """Return the number of the first of these points on the path; None if they differ."""
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
    """Return the points in a session, if it exists. Raises DrawingError if it is damaged."""
    if not session.exists():
        return []
    source = from_bytes(session.read_bytes()).source
    assert isinstance(source, Drawing)
    return points_of(source)


def _near(one: Point, other: Point) -> bool:
    return abs(one[0] - other[0]) < NEAR and abs(one[1] - other[1]) < NEAR
