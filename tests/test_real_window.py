"""The real program on a real X server, drawn on with xdotool as a hand would."""

import itertools
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lenet_gui.core.drawing import parse_drawing
from lenet_gui.resources import resource

pytestmark = pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="needs Xvfb and xdotool"
)

PATIENCE = 60.0
"""Seconds after which a program that says nothing has failed."""
STEPS = 4
"""Pixels that the pointer moves at a time."""

Place = tuple[float, float, float]
"""Left, top and side, as shares of the canvas, of the square that a drawing is fitted into."""


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """Start an X server of our own and return its name."""
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1400x900x24", "-nolisten", "tcp"],
        pass_fds=(writer,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    with os.fdopen(reader) as pipe:
        number = pipe.readline().strip()  # which the server writes once it is up
    assert number, "Xvfb did not start"
    yield f":{number}"
    server.terminate()
    server.wait()


class Program:
    """The running program: its report read line by line, its canvas drawn on."""

    def __init__(self, display: str, report: Path) -> None:
        environment = os.environ | {"DISPLAY": display}
        del environment["QT_QPA_PLATFORM"]  # the real one, not the offscreen of the other tests
        self._display = display
        self._report = report
        self._read = 0
        command = [sys.executable, "-m", "lenet_gui", "--theme", "light", "--report", str(report)]
        self.process = subprocess.Popen(command, env=environment)
        ready = self.next_line()
        assert ready["ready"]
        self.left, self.top, self.width, self.height = ready["canvas"]

    def next_line(self) -> dict[str, Any]:
        """Wait for the next line of the report."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            assert self.process.poll() is None, "the program ended"
            text = self._report.read_text() if self._report.exists() else ""
            lines = text[: text.rfind("\n") + 1].splitlines()
            if len(lines) > self._read:
                self._read += 1
                value: dict[str, Any] = json.loads(lines[self._read - 1])
                return value
            self._pause()
        raise AssertionError("the program said nothing")

    def draw(self, strokes: list[list[tuple[float, float]]]) -> None:
        """Draw strokes, in shares of the canvas."""
        commands: list[str] = []
        for stroke in strokes:
            places = [
                (round(self.left + x * self.width), round(self.top + y * self.height))
                for x, y in stroke
            ]
            commands += [f"mousemove {places[0][0]} {places[0][1]}", "mousedown 1"]
            commands += [f"mousemove {x} {y}" for x, y in _along(places)]
            commands += ["mouseup 1"]
        self._xdotool(" ".join(commands))

    def press(self, key: str) -> None:
        """Press a key in the window."""
        self._xdotool(f"key {key}")

    def _xdotool(self, commands: str) -> None:
        environment = os.environ | {"DISPLAY": self._display}
        subprocess.run(["xdotool", *commands.split()], check=True, env=environment)

    def _pause(self) -> None:
        """Leave the processor to the program for a moment."""
        try:
            self.process.wait(timeout=0.02)
        except subprocess.TimeoutExpired:
            return


def _along(places: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the pixels that a hand passes between `places`, a few apart."""
    for (x1, y1), (x2, y2) in itertools.pairwise(places):
        count = max(1, max(abs(x2 - x1), abs(y2 - y1)) // STEPS)
        for step in range(1, count + 1):
            yield round(x1 + (x2 - x1) * step / count), round(y1 + (y2 - y1) * step / count)


def example(digit: int, place: Place) -> list[list[tuple[float, float]]]:
    """Return a bundled example's strokes fitted into a square of the canvas."""
    path = next(resource("assets", "examples").glob(f"{digit}*.lenet.json"))
    drawing = parse_drawing(path.read_bytes())
    points = [point for stroke in drawing.strokes for point in stroke.tolist()]
    low = [min(point[axis] for point in points) for axis in (0, 1)]
    longer = max(max(point[axis] for point in points) - low[axis] for axis in (0, 1))
    left, top, side = place
    return [
        [
            (left + (x - low[0]) / longer * side, top + (y - low[1]) / longer * side)
            for x, y in stroke.tolist()
        ]
        for stroke in drawing.strokes
    ]


@pytest.fixture(scope="module")
def program(display: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    program = Program(display, tmp_path_factory.mktemp("report") / "readings.jsonl")
    blank = program.next_line()
    assert blank["digit"] is None, "a blank canvas is no digit"
    assert blank["probabilities"] is None
    yield program
    program.process.terminate()
    program.process.wait()


@pytest.mark.parametrize(
    "place",
    [(0.2, 0.15, 0.7), (0.03, 0.04, 0.3), (0.66, 0.04, 0.3), (0.03, 0.66, 0.3), (0.66, 0.66, 0.3)],
    ids=["large", "top left", "top right", "bottom left", "bottom right"],
)
@pytest.mark.parametrize("digit", [2, 3, 7])
def test_a_drawn_digit_is_read(program: Program, digit: int, place: Place) -> None:
    program.draw(example(digit, place))
    reading = program.next_line()
    while reading["digit"] is None:  # settled on a slow machine before the first stroke came
        reading = program.next_line()
    program.press("Escape")
    seen = [reading]
    while seen[-1]["digit"] is not None:
        seen.append(program.next_line())
    assert seen[-2]["digit"] == digit, "the last word before the canvas was cleared"
    assert sum(seen[-2]["probabilities"]) == pytest.approx(1, abs=1e-4)


def test_the_window_closes_by_its_key(program: Program) -> None:
    program.press("ctrl+q")
    assert program.process.wait(timeout=PATIENCE) == 0


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl+C", "kill"])
def test_the_window_closes_when_told_from_outside(
    display: str, tmp_path: Path, number: signal.Signals
) -> None:
    program = Program(display, tmp_path / "readings.jsonl")
    program.process.send_signal(number)
    assert program.process.wait(timeout=PATIENCE) == 0
