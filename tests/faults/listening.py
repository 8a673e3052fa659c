"""A desk that records the program's messages."""

import json
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.desk import UNTITLED, Desk
from tests.faults.pen import Place
from tests.hand import PATIENCE

PRINTING = (sys.executable, "-m", "tests.faults.messages")

CALM = 0.2
"""Seconds without a message after which none is expected."""


class ListeningDesk(Desk):
    """Records the program's messages in `messages`, oldest first."""

    def __init__(
        self,
        display: str,
        home: Path,
        more: Mapping[str, str] | None = None,
        prefix: Sequence[str] = (),
    ) -> None:
        """Prepare the desk; `prefix` is put before the program's command."""
        super().__init__(display, home, (*prefix, *PRINTING), more)
        self.messages: list[dict[str, Any]] = []

    def start(
        self, *files: Path, titles: Sequence[str] = (UNTITLED,), output: int | None = None
    ) -> "subprocess.Popen[str]":
        """Start the program and record it; wait for a window with one of these titles."""
        return super().start(*files, titles=titles, output=subprocess.PIPE)

    def listen(self, process: "subprocess.Popen[str]") -> None:
        """Record this program's messages, and drop those of the last one."""
        self.messages = []
        self._ear = threading.Thread(target=take_down, args=(process, self.messages))
        self._ear.start()

    def leave(self, number: int = signal.SIGTERM) -> int:
        """End the program with a signal; return its exit code."""
        assert self.process is not None
        self.process.send_signal(number)
        return self.process.wait(timeout=PATIENCE)

    def end(self) -> None:
        """Kill the program if it still runs, and record its last messages."""
        super().end()
        if self.process is not None:
            self._ear.join()

    def sentences(self, part: str) -> list[str]:
        """Return the sentences so far that contain `part`."""
        sentences = [one["sentence"] for one in self.messages if "sentence" in one]
        return [sentence for sentence in sentences if part in sentence]

    def count(self, key: str) -> int:
        """Return the number of messages with a key."""
        return sum(key in one for one in self.messages)

    @property
    def canvas(self) -> Place:
        """The current place of the canvas."""
        return self._last("canvas")

    @property
    def window(self) -> Place:
        """The current place of the window."""
        return self._last("window")

    def find_canvas(self) -> Place:
        """Wait for the place of the canvas, once the window has its final size."""
        self.wait_until(lambda: self.count("canvas") > 0, "no canvas")
        before = 0
        while before != self.count("canvas"):
            before = self.count("canvas")
            self.pause(CALM)
        return self.canvas

    def _last(self, key: str) -> Place:
        left, top, width, height = next(one[key] for one in reversed(self.messages) if key in one)
        return left, top, width, height


def take_down(process: "subprocess.Popen[str]", messages: list[dict[str, Any]]) -> None:
    """Append a program's messages to `messages` until it ends."""
    assert process.stdout is not None
    with process.stdout as words:
        for word in words:
            messages.append(json.loads(word))  # one by one, as they arrive
