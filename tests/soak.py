"""Uses the window for days in minutes: `python -m tests.soak [--events N] [--seed S]`.

Visitors come, as to an exhibition: each draws a few strokes, does a few things from the menus in
random order, looks into the network, and leaves; the next one begins anew. After a warm-up nothing
may grow: neither memory, nor what Qt and Python hold, nor threads, nor open files. Qt says nothing
on its log, and at the end the last drawing is read as a window that has just come up reads it.
Prints what was done and what grew as JSON, and ends with 1 if more grew than may. The same seed
does the same again.
"""

import argparse
import ctypes
import gc
import json
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass
from functools import _lru_cache_wrapper
from pathlib import Path
from random import Random

import numpy as np
from PySide6.QtCore import QEvent, QObject, QPointF, Qt, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QActionGroup, QMouseEvent
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox

from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.unit import Unit
from lenet_gui.ui.app.app import build_window, create_application
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.canvas.canvas import Canvas

MOST = {
    "memory": 10_000_000,
    "qt_objects": 10,
    "timers": 2,
    "python_objects": 2_000,
    "threads": 0,
    "files": 0,
}
"""By how much what is held may have grown after the warm-up: bytes, and numbers.

Python's caches of small things (type look-ups among them) go on filling for long, and now and then
a timer that runs out is still there.
"""
WARM_UP = 0.2
"""Share of the visitors that come before anything is counted."""
STROKES, POINTS = (1, 4), (12, 60)
"""Least and most of a visitor's strokes, and of a stroke's points."""
SEEN = 0.2
"""Share of the points after which the window is painted: a fast hand brings some at a time."""
ACTIONS_EACH = 3
OF_NO_SCREEN = "This plugin does not support"
"""How Qt's stand-in for a screen begins to tell what it can't do."""


@dataclass(frozen=True)
class Holdings:
    """What the process holds at a moment."""

    memory: int
    """Resident, in bytes."""
    qt_objects: int
    """In the window and in every other window of the program."""
    timers: int
    """Of these, running."""
    python_objects: int
    threads: int
    files: int


class Soak:
    """A window and the visitors that use it."""

    def __init__(self, window: MainWindow, seed: int) -> None:
        self.window, self.random = window, Random(seed)
        canvas = window.findChild(Canvas)
        assert canvas is not None
        self.canvas = canvas
        self.events = 0
        self.done: Counter[str] = Counter()

    def do_everything(self) -> None:
        """Do each thing once with a drawing: what is loaded for it at first is loaded then."""
        choices = [choice.trigger for group in self._groups() for choice in group.actions()]
        for action in (*choices, *(action for _, action in self._actions())):
            self.draw()
            action()
            settle(self.window)

    def visit(self, actions: int) -> None:
        """Let one visitor come and leave."""
        for _ in range(self.random.randint(*STROKES)):
            self.draw()
        for _ in range(actions):
            name, action = self.random.choice(self._actions())
            action()
            self.done[name] += 1
            settle(self.window)
        self.window.selection.select(None)
        self.begin_anew()
        settle(self.window)

    def begin_anew(self) -> None:
        """Leave an empty canvas with nothing to undo, as for the next visitor."""
        self.window.actions_.new.trigger()
        self.window.editor._past.clear()
        self.window.editor._future.clear()
        QApplication.processEvents()
        for box in self.window.findChildren(QMessageBox):
            box.button(QMessageBox.StandardButton.Discard).click()

    def draw(self) -> None:
        """Draw a stroke that wanders, each point an event of its own."""
        size, random = self.canvas.width(), self.random
        x, y = random.uniform(0, size), random.uniform(0, size)
        self._send(QEvent.Type.MouseButtonPress, x, y, Qt.MouseButton.LeftButton)
        for _ in range(random.randint(*POINTS)):
            x += random.gauss(0, size / 30)
            y += random.gauss(0, size / 30)
            self._send(QEvent.Type.MouseMove, x, y, Qt.MouseButton.LeftButton)
        self._send(QEvent.Type.MouseButtonRelease, x, y, Qt.MouseButton.NoButton)

    def _send(self, kind: QEvent.Type, x: float, y: float, held: Qt.MouseButton) -> None:
        place, left = QPointF(x, y), Qt.MouseButton.LeftButton
        event = QMouseEvent(
            kind, place, self.canvas.mapToGlobal(place), left, held, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(self.canvas, event)
        self.events += 1
        if self.random.random() < SEEN:
            QApplication.processEvents()

    def _actions(self) -> list[tuple[str, Callable[[], object]]]:
        window, random, actions = self.window, self.random, self.window.actions_
        groups = self._groups()
        return [
            ("undo", actions.undo.trigger),
            ("redo", actions.redo.trigger),
            ("clear", actions.clear.trigger),
            ("draw", self.draw),
            ("example", lambda: window.helping.open_example(random.randrange(10))),
            ("choose", lambda: random.choice(random.choice(groups).actions()).trigger()),
            ("contrast", actions.high_contrast.trigger),
            ("framing", actions.framing.trigger),
            ("larger", actions.larger_text.trigger),
            ("usual", actions.usual_text.trigger),
            ("resize", lambda: window.resize(random.randint(960, 1600), random.randint(640, 1000))),
            ("pick", self._pick),
            ("layer", lambda: window.selection.select_layer(random.choice(LAYERS))),
            ("enlarge", lambda: window.selection.enlarge_layer(random.choice(LAYERS[:5]))),
            ("replay", actions.replay.trigger),
            ("panels", lambda: random.choice(window.docks.actions()).trigger()),
            ("reset", actions.reset_layout.trigger),
            ("about", window.helping.show_about),
            ("keys", window.helping.show_shortcuts),
        ]

    def _groups(self) -> tuple[QActionGroup, ...]:
        actions = self.window.actions_
        return actions.themes, actions.languages, actions.spans, actions.colours, actions.tools

    def _pick(self) -> None:
        layer = self.random.choice(LAYERS)
        row, column = (self.random.randrange(layer.size) for _ in range(2))
        self.window.selection.select(Unit(layer, self.random.randrange(layer.maps), row, column))


def settle(window: MainWindow) -> None:
    """Let everything that was asked for be done, and what was closed be deleted."""
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
    while window.reader.timer.isActive():
        QApplication.processEvents()


def holdings() -> Holdings:
    """Count what the process holds."""
    for one in gc.get_objects():  # what a cache holds that has a bound does not grow for ever
        if isinstance(one, _lru_cache_wrapper) and one.cache_parameters()["maxsize"] is not None:
            one.cache_clear()
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)  # what is free is not held, though glibc keeps it for later
    objects: set[int] = set()
    timers = 0
    for top in QApplication.topLevelWidgets():
        found = [top, *top.findChildren(QObject)]
        objects |= {id(one) for one in found}
        timers += sum(isinstance(one, QTimer) and one.isActive() for one in found)
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return Holdings(
        memory=pages * os.sysconf("SC_PAGE_SIZE"),
        qt_objects=len(objects),
        timers=timers,
        python_objects=len(gc.get_objects()),
        threads=len(os.listdir("/proc/self/task")),
        files=len(os.listdir("/proc/self/fd")),
    )


def soak(events: int, seed: int) -> dict[str, object]:
    """Let visitors come until they have made so many pointer events; return what came of it."""
    said: list[str] = []

    def listen(kind: QtMsgType, context: object, message: str) -> None:
        if not message.startswith(OF_NO_SCREEN):
            said.append(f"{kind.name}: {message}")

    application = create_application()
    before = qInstallMessageHandler(listen)
    try:
        window = build_window("light")
        window.show()
        visitors = Soak(window, seed)
        began = time.monotonic()
        visitors.do_everything()
        while visitors.events < WARM_UP * events:
            visitors.visit(ACTIONS_EACH)
        gone_back(visitors)
        warm, at_warm = holdings(), visitors.events
        course = [(at_warm, warm.memory)]
        for share in range(1, 11):
            while visitors.events < at_warm + share / 10 * (events - at_warm):
                visitors.visit(ACTIONS_EACH)
            gone_back(visitors)
            end = holdings()
            course.append((visitors.events, end.memory))
        visitors.draw()
        settle(window)
        reads_like_new = agrees_with_a_new_window(window)
        window.close()
        application.processEvents()
    finally:
        qInstallMessageHandler(before)
    grown = {name: value - getattr(warm, name) for name, value in asdict(end).items()}
    return {
        "seed": seed,
        "events": visitors.events,
        "events counted": visitors.events - at_warm,
        "actions": dict(sorted(visitors.done.items())),
        "seconds": round(time.monotonic() - began),
        "memory after so many events": course,
        "at the end": asdict(end),
        "grown": grown,
        "reads like a new window": reads_like_new,
        "qt said": said[:20],
    }


def gone_back(visitors: Soak) -> None:
    """Bring the window into one state, so that what it holds can be compared."""
    window, actions = visitors.window, visitors.window.actions_
    for group, name in ((actions.languages, "en"), (actions.themes, "light")):
        actions.choose(group, name)
    actions.choose(actions.spans, "fixed")
    actions.choose(actions.colours, "blue-orange")
    actions.pen.trigger()
    actions.usual_text.trigger()
    if actions.high_contrast.isChecked():
        actions.high_contrast.trigger()
    if not actions.framing.isChecked():
        actions.framing.trigger()
    actions.reset_layout.trigger()
    window.resize(1280, 800)
    for part in window.findChildren(QDialog):
        part.close()
    visitors.begin_anew()
    for _ in range(5):
        settle(window)


def agrees_with_a_new_window(window: MainWindow) -> bool:
    """Tell whether a window that has just come up reads the drawing to the last bit alike."""
    fresh = build_window("light")
    # Choices are written down some time after they are made: the last one may not be there yet.
    fresh.actions_.framing.setChecked(window.actions_.framing.isChecked())
    fresh.load(window.editor.drawing)
    mine, its = window.reading.probabilities, fresh.reading.probabilities
    fresh.deleteLater()
    return mine is not None and its is not None and bool(np.array_equal(mine, its))


def complaints(result: dict[str, object]) -> list[str]:
    """Return what should not be, in sentences."""
    grown = result["grown"]
    assert isinstance(grown, dict)
    found = [f"Qt said: {line}" for line in result["qt said"]]  # type: ignore[attr-defined]
    if not result["reads like a new window"]:
        found.append("the last drawing is read differently by a new window")
    for name, most in MOST.items():
        if grown[name] > most:
            found.append(f"{name} grew by {grown[name]:,}")
    return found


def main() -> int:
    """Run it, with settings of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=1_000_000, help="(default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="(default: %(default)s)")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
            os.environ[name] = home
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        result = soak(arguments.events, arguments.seed)
    print(json.dumps(result, indent=2))
    for line in (wrong := complaints(result)):
        print(line, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
