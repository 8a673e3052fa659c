"""Let the network learn in the window for an hour: `python -m tests.soak_learning [--minutes N]`.

It learns as fast as it goes, run after run, with the inspector open. Meanwhile a hand draws, pauses
the run, goes back to checkpoints and on from there, and explains a step. After a tenth of the
time, memory may grow by less than 20 MB. Prints the growth as JSON, and exits with 1 if anything
grew too much.
"""

import argparse
import json
import os
import sys
import tempfile
import time
from dataclasses import asdict
from random import Random
from typing import cast

from PySide6.QtWidgets import QApplication, QDialog

from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.unit import Unit
from lenet_gui.ui.app.app import build_window, create_application
from lenet_gui.ui.app.lens_list import LEARN
from lenet_gui.ui.lenses.learn import Learn
from tests.soak import Soak, holdings, settle

MOST = {"memory": 20_000_000, "qt_objects": 10, "timers": 2, "threads": 0, "files": 0}
"""The growth allowed after a tenth of the time, in bytes or numbers."""
ACT_EVERY, STROKES = 5.0, 4
"""Seconds between two acts, and strokes before the page is cleared."""


class Learner:
    """A window that learns, and the hand that uses it."""

    def __init__(self, seed: int) -> None:
        self.window = build_window("light")
        self.window.show()
        self.window.lenses.show_lens(LEARN)
        self.lens = cast("Learn", self.window.findChild(Learn))
        self.hand, self.random = Soak(self.window, seed), Random(seed)
        self.window.selection.select(Unit(LAYERS[3], 5, 4, 4))
        self.steps, self.runs = 0, 0

    def learn(self, seconds: float) -> None:
        """Learn for some time; whenever a run is through, start the next."""
        end = time.monotonic() + seconds
        acts = (self.hand.draw, self.draw_anew, self.go_back, self.explain)
        while time.monotonic() < end:
            if not self.lens.run.is_running:
                self.runs += self.lens.run.trainer is None or self.lens.run.is_done
                self.lens.start_or_pause()
            self.wait(ACT_EVERY)
            self.random.choice(acts)()
        self.lens.run.pause()
        self.hand.begin_anew()
        settle(self.window)

    def wait(self, seconds: float) -> None:
        """Let the window work for some time, counting the steps."""
        end, before = time.monotonic() + seconds, self.lens.run.shown_step
        while time.monotonic() < end:
            QApplication.processEvents()
            time.sleep(0.002)
        self.steps += max(0, self.lens.run.shown_step - before)

    def draw_anew(self) -> None:
        """Clear the page and draw."""
        self.hand.begin_anew()
        for _ in range(STROKES):
            self.hand.draw()

    def go_back(self) -> None:
        """Go back to a checkpoint, and on from there."""
        run = self.lens.run
        run.show_checkpoint(self.random.randrange(len(run.checkpoints)))
        self.wait(0.5)
        run.go_back()

    def explain(self) -> None:
        """Look at the step that the drawing would make."""
        self.lens.explain_step()
        self.wait(0.5)
        for dialog in self.window.findChildren(QDialog):
            dialog.close()
        settle(self.window)


def main() -> int:
    """Learn with separate settings."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=60.0, help="(default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="(default: %(default)s)")
    arguments = parser.parse_args()
    seconds = 60 * arguments.minutes
    with tempfile.TemporaryDirectory() as home:
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
            os.environ[name] = home
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        application = create_application()
        learner = Learner(arguments.seed)
        course = []
        for _ in range(10):
            learner.learn(seconds / 10)
            course.append(holdings())
        learner.lens.run.is_kept = True  # nobody is there to answer whether to save it
        learner.window.close()
        application.processEvents()
    warm = course[0]
    grown = {name: value - getattr(warm, name) for name, value in asdict(course[-1]).items()}
    print(json.dumps({
        "minutes": arguments.minutes, "runs": learner.runs, "steps": learner.steps,
        "memory in the course of it": [each.memory for each in course], "grown": grown,
    }, indent=2))  # fmt: skip
    wrong = [f"{name} grew by {grown[name]:,}" for name, most in MOST.items() if grown[name] > most]
    print(*wrong, sep="\n", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
