"""A hand: runs the real program on an X server, draws on it with xdotool, and reads its report."""

import itertools
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from lenet_gui.core.strokes.drawing import parse_drawing
from lenet_gui.resources import resource

PATIENCE = 60.0
"""Seconds after which a program that says nothing has failed."""
SCREEN = (1400, 900)
"""Pixels across and down."""
KEY_PAUSE = 12
"""Milliseconds between two keys, xdotool's own."""
STEPS = 4
"""Pixels that the pointer moves at a time."""

SOURCE = (sys.executable, "-m", "lenet_gui")
"""The command of the program as it lies here; a built one has another."""

Place = tuple[float, float, float]
"""Left, top and side, as shares of the canvas, of the square that a drawing is fitted into."""


@contextmanager
def x_server(size: tuple[int, int] = SCREEN) -> Iterator[str]:
    """Start an X server of our own, with a screen of this size, and give its name.

    It stays as it is when nobody is connected: while it resets itself it refuses the next program.
    """
    reader, writer = os.pipe()
    screen = ["-screen", "0", f"{size[0]}x{size[1]}x24", "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), *screen], pass_fds=(writer,), stderr=subprocess.DEVNULL
    )
    os.close(writer)
    with os.fdopen(reader) as pipe:
        number = pipe.readline().strip()  # which the server writes once it is up
    assert number, "Xvfb did not start"
    try:
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


@contextmanager
def compositor() -> Iterator[dict[str, str]]:
    """Start a Wayland compositor without a screen; give the variables that lead to it."""
    name = "wayland-of-a-test"
    with tempfile.TemporaryDirectory() as folder:  # a socket's path has to be short
        place = {"XDG_RUNTIME_DIR": folder, "WAYLAND_DISPLAY": name}
        server = subprocess.Popen(
            ["weston", "--no-config", "--backend=headless-backend.so", f"--socket={name}"],
            env=os.environ | {"XDG_RUNTIME_DIR": folder},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            deadline = time.monotonic() + PATIENCE
            while not (Path(folder) / name).exists():
                assert server.poll() is None, "Weston did not start"
                assert time.monotonic() < deadline, "Weston does not come up"
                _leave_processor_to(server)
            yield place
        finally:
            server.terminate()
            server.wait()


class Program:
    """The running program: its report read line by line, its canvas drawn on."""

    def __init__(
        self,
        display: str | None,
        report: Path,
        command: Sequence[str] = SOURCE,
        environment: Mapping[str, str] = os.environ,
        rest: Sequence[str] = (),
    ) -> None:
        """Start it on the X server `display`, or where there is none, as `environment` says."""
        if display is not None:
            # The real one, not the offscreen of the other tests.
            environment = {k: v for k, v in environment.items() if k != "QT_QPA_PLATFORM"}
            environment["DISPLAY"] = display
        self._display = display
        self._report = report
        self._read = 0
        options = ["--theme", "light", "--report", str(report)]
        self.process = subprocess.Popen([*command, *options, *rest], env=environment)
        ready = self.next_line()
        while "ready" not in ready:  # an empty canvas was read before the first painting
            ready = self.next_line()
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
            _leave_processor_to(self.process)
        raise AssertionError("the program said nothing")

    def draw(self, strokes: list[list[tuple[float, float]]], button: int = 1) -> None:
        """Draw strokes, in shares of the canvas, with the left mouse button or another."""
        commands: list[str] = []
        for stroke in strokes:
            places = [
                (round(self.left + x * self.width), round(self.top + y * self.height))
                for x, y in stroke
            ]
            commands += [f"mousemove {places[0][0]} {places[0][1]}", f"mousedown {button}"]
            commands += [f"mousemove {x} {y}" for x, y in _along(places)]
            commands += [f"mouseup {button}"]
        self._xdotool(" ".join(commands))

    def press(self, key: str, times: int = 1) -> None:
        """Press a key in the window, once or more often."""
        self._xdotool(f"key --repeat {times} --delay {KEY_PAUSE} {key}")

    def write(self, text: str) -> None:
        """Type a text that has no blanks."""
        self._xdotool(f"type --delay {KEY_PAUSE} {text}")

    def await_window(self, title: str) -> None:
        """Wait for a window with this title, and give it the keyboard; no manager does it here."""
        self._xdotool(f"search --sync --onlyvisible --name {title}")
        self._xdotool(f"search --onlyvisible --name {title} windowfocus")

    def leave_processor(self) -> None:
        """Leave the processor to the program for a moment."""
        _leave_processor_to(self.process)

    def _xdotool(self, commands: str) -> None:
        assert self._display is not None, "there is no hand on Wayland"
        environment = os.environ | {"DISPLAY": self._display}
        command = ["xdotool", *commands.split()]
        subprocess.run(command, check=True, env=environment, timeout=PATIENCE)


def _leave_processor_to(process: subprocess.Popen[bytes]) -> None:
    """Leave the processor to a program for a moment."""
    with suppress(subprocess.TimeoutExpired):
        process.wait(timeout=0.02)


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
