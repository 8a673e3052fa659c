"""A user's desk: a screen, a home, and a program that xdotool operates."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from lenet_gui.core.records.session_file import from_bytes
from lenet_gui.errors import DrawingError
from tests.conftest import HOMES
from tests.hand import PATIENCE, SOURCE

UNTITLED, CHANGED = "Untitled – lenet-gui", "Untitled* – lenet-gui"
LOOKING = 0.02
"""Seconds between checks of the program's state."""


class Desk:
    """A user's desk: a screen, a home, and the program running there."""

    def __init__(
        self,
        display: str,
        home: Path,
        command: Sequence[str] = SOURCE,
        more: Mapping[str, str] | None = None,
    ) -> None:
        """Prepare `home`; `more` is added to the program's environment."""
        environment = {k: v for k, v in os.environ.items() if k != "QT_QPA_PLATFORM"}
        own = {name: str(home / "own" / name.lower()) for name in HOMES}
        self.environment = {**environment, **own, "DISPLAY": display, "LC_ALL": "C.UTF-8"}
        self.command, self.more = command, dict(more or {})
        self.home = home
        self.data = Path(own["XDG_DATA_HOME"], "lenet-gui", "lenet-gui")
        self.session = self.data / "session-1.npz"
        self.corrections = self.data / "corrections.jsonl"
        self.settings = Path(own["XDG_CONFIG_HOME"], "lenet-gui", "lenet-gui.json")
        self.settings.parent.mkdir(parents=True, exist_ok=True)
        self.settings.write_text('{"toured": true, "language": "en"}')
        self.process: subprocess.Popen[str] | None = None

    @contextmanager
    def program(self, *files: Path, title: str = UNTITLED) -> Iterator["subprocess.Popen[str]"]:
        """Run the program, wait for its window, and kill it at the end if it still runs."""
        try:
            yield self.start(*files, titles=(title,))
        finally:
            self.end()

    def start(
        self, *files: Path, titles: Sequence[str] = (UNTITLED,), output: int | None = None
    ) -> "subprocess.Popen[str]":
        """Start the program and wait for a window with one of these titles."""
        self.process = subprocess.Popen(
            [*self.command, *map(str, files)],
            env=self.environment | self.more,
            stdout=output,
            text=True,
        )
        self.listen(self.process)
        self.wait_for(*titles)
        return self.process

    def listen(self, process: "subprocess.Popen[str]") -> None:
        """Called right after a program has started."""

    def end(self) -> None:
        """Kill the program if it still runs."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()

    @contextmanager
    def other(self, *arguments: object) -> Iterator[None]:
        """Run another program in the background."""
        command = [sys.executable, "-m", "tests.other_program", *map(str, arguments)]
        with subprocess.Popen(command, env=self.environment, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == b"ready\n"
            try:
                yield
            finally:
                process.kill()

    def xdotool(self, *words: object) -> str:
        """Run an xdotool command; return its output."""
        command = ["xdotool", *map(str, words)]
        done = subprocess.run(
            command, env=self.environment, capture_output=True, text=True, check=False
        )
        return done.stdout.strip()

    def press(self, *keys: str) -> None:
        """Press keys in the focused window."""
        self.xdotool("key", "--delay", 30, *keys)

    def draw(self) -> None:
        """Draw a bar with the keyboard, and leave the pen down."""
        self.press("k", "space", *["Right"] * 8)

    def name_file(self, name: str, title: str) -> None:
        """Type a name into the dialog that opens, and press Enter."""
        self.wait_for(title)
        self.xdotool("type", "--delay", 10, str(self.home / name))
        self.press("Return")

    def wait_for(self, *titles: str) -> None:
        """Wait for a window with one of these titles; focus it, as there is no window manager."""
        pattern = f"^({'|'.join(map(re.escape, titles))})$"
        self.wait_until(lambda: self.xdotool("search", "--onlyvisible", "--name", pattern) != "")
        self.xdotool("search", "--onlyvisible", "--name", pattern, "windowfocus", "--sync")

    def wait_until(self, is_so: Callable[[], bool], what: str = "it never happened") -> None:
        """Wait for a condition, or fail with `what`."""
        deadline = time.monotonic() + PATIENCE
        while not is_so():
            assert time.monotonic() < deadline, what
            self.pause(LOOKING)

    def pause(self, seconds: float) -> None:
        """Leave the processor to the program for some seconds; fail if it ends."""
        assert self.process is not None
        with suppress(subprocess.TimeoutExpired):
            code = self.process.wait(timeout=max(seconds, 0))
            raise AssertionError(f"the program ended: {code}")


def strokes_in(file: Path) -> list[int]:
    """Return the number of points in each stroke of a session; empty if there is none yet."""
    try:
        source = from_bytes(file.read_bytes()).source
    except (OSError, DrawingError):
        return []
    return [len(points) for points in getattr(source, "strokes", ())]
