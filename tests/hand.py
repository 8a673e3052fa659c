"""Run the real program on an X or Wayland server, draw on it, and read its report."""

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
"""Seconds after which a silent program has failed."""
SCREEN = (1400, 900)
"""Width and height in pixels."""
KEY_PAUSE = 12
"""Milliseconds between keys, xdotool's default."""
STEPS = 4
"""Pixels per move of the pointer."""

SOURCE = (sys.executable, "-m", "lenet_gui")
"""The command that runs the program from its source."""

Place = tuple[float, float, float]
"""The square for a drawing: left, top and side, as fractions of the canvas."""


@contextmanager
def x_server(size: tuple[int, int] = SCREEN) -> Iterator[str]:
    """Start a separate X server with a screen of this size; yield its name.

    It does not reset when the last client leaves: while resetting, it would refuse the next one.
    """
    reader, writer = os.pipe()
    screen = ["-screen", "0", f"{size[0]}x{size[1]}x24", "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), *screen], pass_fds=(writer,), stderr=subprocess.DEVNULL
    )
    os.close(writer)
    with os.fdopen(reader) as pipe:
        number = pipe.readline().strip()  # written once the server is ready
    assert number, "Xvfb did not start"
    try:
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


@contextmanager
def window_manager(display: str) -> Iterator[None]:
    """Run a window manager on an X server."""
    manager = subprocess.Popen(
        ["openbox", "--sm-disable"],
        env=os.environ | {"DISPLAY": display},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        # It names itself on the root window once it manages the others.
        command = ["xprop", "-display", display, "-root", "_NET_SUPPORTING_WM_CHECK"]
        while b"window id" not in subprocess.run(command, capture_output=True, check=True).stdout:
            assert manager.poll() is None, "the window manager ended"
            _leave_processor_to(manager)
        yield
    finally:
        manager.terminate()
        manager.wait()


@contextmanager
def compositor() -> Iterator[dict[str, str]]:
    """Start a headless Wayland compositor; yield its environment variables."""
    name = "wayland-of-a-test"
    with tempfile.TemporaryDirectory() as folder:  # a socket's path must be short
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
                assert time.monotonic() < deadline, "Weston does not answer"
                _leave_processor_to(server)
            yield place
        finally:
            server.terminate()
            server.wait()


class Program:
    """The running program: read its report line by line, and draw on its canvas."""

    def __init__(
        self,
        display: str | None,
        report: Path,
        command: Sequence[str] = SOURCE,
        environment: Mapping[str, str] = os.environ,
        rest: Sequence[str] = (),
    ) -> None:
        """Start it on the X server `display`, or if that is None, with `environment` alone."""
        if display is not None:
            # The real platform rather than the other tests' offscreen.
            environment = {k: v for k, v in environment.items() if k != "QT_QPA_PLATFORM"}
            environment["DISPLAY"] = display
        self._display = display
        self._report = report
        self._read = 0
        options = ["--theme", "light", "--report", str(report)]
        self.process = subprocess.Popen([*command, *options, *rest], env=environment)
        try:
            ready = self.next_line()
            while "ready" not in ready:  # the empty canvas may be read before it is first painted
                ready = self.next_line()
        except BaseException:
            self.process.kill()
            self.process.wait()
            raise
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
        raise AssertionError("the program reported nothing")

    def draw(self, strokes: list[list[tuple[float, float]]], button: int = 1) -> None:
        """Draw strokes, in fractions of the canvas, with a mouse button."""
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
        """Press a key one or more times."""
        self._xdotool(f"key --repeat {times} --delay {KEY_PAUSE} {key}")

    def write(self, text: str) -> None:
        """Type a text without spaces."""
        self._xdotool(f"type --delay {KEY_PAUSE} {text}")

    def await_window(self, title: str) -> None:
        """Wait for a window with this title; focus it, as there is no window manager."""
        self._xdotool(f"search --sync --onlyvisible --name {title}")
        self._xdotool(f"search --onlyvisible --name {title} windowfocus")

    def leave_processor(self) -> None:
        """Leave the processor to the program for a moment."""
        _leave_processor_to(self.process)

    def _xdotool(self, commands: str) -> None:
        assert self._display is not None, "xdotool does not work on Wayland"
        environment = os.environ | {"DISPLAY": self._display}
        command = ["xdotool", *commands.split()]
        subprocess.run(command, check=True, env=environment, timeout=PATIENCE)


def _leave_processor_to(process: subprocess.Popen[bytes]) -> None:
    """Leave the processor to a program for a moment."""
    with suppress(subprocess.TimeoutExpired):
        process.wait(timeout=0.02)


def _along(places: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield pixels along the lines between `places`, a few pixels apart."""
    for (x1, y1), (x2, y2) in itertools.pairwise(places):
        count = max(1, max(abs(x2 - x1), abs(y2 - y1)) // STEPS)
        for step in range(1, count + 1):
            yield round(x1 + (x2 - x1) * step / count), round(y1 + (y2 - y1) * step / count)


def example(digit: int, place: Place) -> list[list[tuple[float, float]]]:
    """Return a bundled example's strokes, fitted to a square of the canvas."""
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
