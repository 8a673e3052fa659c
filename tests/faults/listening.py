"""A desk whose program is overheard."""

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

TOLD = (sys.executable, "-m", "tests.faults.told")

CALM = 0.2
"""Seconds without a word after which there is none to come."""


class ListeningDesk(Desk):
    """What the program says is in `said`, the last at the end."""

    def __init__(
        self,
        display: str,
        home: Path,
        more: Mapping[str, str] | None = None,
        prefix: Sequence[str] = (),
    ) -> None:
        """Lay it out; the program is started behind the words of `prefix`."""
        super().__init__(display, home, (*prefix, *TOLD), more)
        self.said: list[dict[str, Any]] = []

    def start(
        self, *files: Path, titles: Sequence[str] = (UNTITLED,), output: int | None = None
    ) -> "subprocess.Popen[str]":
        """Start the program, and listen; wait for a window with one of these titles."""
        return super().start(*files, titles=titles, output=subprocess.PIPE)

    def listen(self, process: "subprocess.Popen[str]") -> None:
        """Take down what this program says, and forget what the last one said."""
        self.said = []
        self._ear = threading.Thread(target=take_down, args=(process, self.said))
        self._ear.start()

    def leave(self, number: int = signal.SIGTERM) -> int:
        """Tell the program to end, by a signal, and return its exit code."""
        assert self.process is not None
        self.process.send_signal(number)
        return self.process.wait(timeout=PATIENCE)

    def end(self) -> None:
        """Kill the program, if it goes on, and listen to its last word."""
        super().end()
        if self.process is not None:
            self._ear.join()

    def sentences(self, part: str) -> list[str]:
        """Return what was told so far, with a part of the sentence."""
        return [one["told"] for one in self.said if "told" in one and part in one["told"]]

    def count(self, key: str) -> int:
        """Return how often something of a kind was said."""
        return sum(key in one for one in self.said)

    @property
    def canvas(self) -> Place:
        """Where the canvas is now."""
        return self._last("canvas")

    @property
    def window(self) -> Place:
        """Where the window is now."""
        return self._last("window")

    def find_canvas(self) -> Place:
        """Wait until the program has said where its canvas is, the window having its last size."""
        self.wait_until(lambda: self.count("canvas") > 0, "no canvas")
        before = 0
        while before != self.count("canvas"):
            before = self.count("canvas")
            self.pause(CALM)
        return self.canvas

    def _last(self, key: str) -> Place:
        left, top, width, height = next(one[key] for one in reversed(self.said) if key in one)
        return left, top, width, height


def take_down(process: "subprocess.Popen[str]", said: list[dict[str, Any]]) -> None:
    """Add what a program says, as long as it says anything."""
    assert process.stdout is not None
    with process.stdout as words:
        for word in words:
            said.append(json.loads(word))  # at once, and not when there are no more
