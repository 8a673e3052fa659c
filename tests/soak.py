"""Simulate days of use in minutes: `python -m tests.soak [--events N] [--seed S]`.

Simulates visitors of an exhibition. Each draws a few strokes, chooses random commands from the
menus, looks into the network, and leaves; the next one starts a new drawing. After a warm-up,
nothing may grow: memory, Qt and Python objects, threads, open files. Qt must log nothing, and at
the end a new window must read the last drawing identically. Prints the commands and the growth as
JSON, and exits with 1 if anything grew too much. The same seed repeats the same run.
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
"""The growth allowed after the warm-up, in bytes or numbers.

Some of Python's caches (for type look-ups, for example) keep growing for a long time, and sometimes
a timer has not quite run out.
"""
WARM_UP = 0.2
"""Fraction of the events before counting starts."""
STROKES, POINTS = (1, 4), (12, 60)
"""Least and most strokes of a visitor, and points of a stroke."""
SEEN = 0.2
"""Fraction of the points followed by a repaint; a fast hand sends several points between two."""
ACTIONS_EACH = 3
OF_NO_SCREEN = "This plugin does not support"
"""Start of the warnings of Qt's offscreen platform about unsupported features."""


@dataclass(frozen=True)
class Holdings:
    """The resources of the process at a time."""

    memory: int
    """Resident, in bytes."""
    qt_objects: int
    """In all windows of the program."""
    timers: int
    """Those that are running timers."""
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
        """Run each command once on a drawing, to load everything that is loaded only once."""
        choices = [choice.trigger for group in self._groups() for choice in group.actions()]
        for action in (*choices, *(action for _, action in self._actions())):
            self.draw()
            action()
            settle(self.window)

    def visit(self, actions: int) -> None:
        """Simulate one visitor."""
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
        """Clear the canvas and the undo history for the next visitor."""
        self.window.actions_.new.trigger()
        self.window.editor._past.clear()
        self.window.editor._future.clear()
        QApplication.processEvents()
        for box in self.window.findChildren(QMessageBox):
            box.button(QMessageBox.StandardButton.Discard).click()

    def draw(self) -> None:
        """Draw a random stroke, one event per point."""
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
            ("panels", lambda: random.choice(window.panels.actions).trigger()),
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
    """Process all pending work, and delete closed windows."""
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
    while window.reader.timer.isActive():
        QApplication.processEvents()


def holdings() -> Holdings:
    """Count the resources of the process."""
    for one in gc.get_objects():  # bounded caches do not grow forever
        if isinstance(one, _lru_cache_wrapper) and one.cache_parameters()["maxsize"] is not None:
            one.cache_clear()
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)  # return free memory that glibc keeps for later
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
    """Simulate visitors until there were `events` pointer events; return the results."""
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
    """Return the window to a standard state, so that its resources can be compared."""
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
    """Return whether a new window reads the drawing identically, to the last bit."""
    fresh = build_window("light")
    # Settings are saved with a delay, so the last change may not be in the file yet.
    fresh.actions_.framing.setChecked(window.actions_.framing.isChecked())
    fresh.load(window.editor.drawing)
    mine, its = window.reading.probabilities, fresh.reading.probabilities
    fresh.deleteLater()
    return mine is not None and its is not None and bool(np.array_equal(mine, its))


def complaints(result: dict[str, object]) -> list[str]:
    """Return the problems as sentences."""
    grown = result["grown"]
    assert isinstance(grown, dict)
    found = [f"Qt logged: {line}" for line in result["qt said"]]  # type: ignore[attr-defined]
    if not result["reads like a new window"]:
        found.append("the last drawing is read differently by a new window")
    for name, most in MOST.items():
        if grown[name] > most:
            found.append(f"{name} grew by {grown[name]:,}")
    return found


def main() -> int:
    """Run the soak test with separate settings."""
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
