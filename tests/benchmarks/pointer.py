"""Measure the time from an event to everything painted: `python -m tests.benchmarks.pointer`.

Draws the bundled examples point by point in the real window, on a separate X server (Xvfb), with
the inspector open on a unit of C3. An event's time ends when the ink, the reading and every changed
panel have been painted and sent to the server. Prints the median, the 95th and 99th percentile and
the maximum in milliseconds, by the clock and in processor time, on which other programs have less
influence. `--unit none` closes the inspector. `--erase` retraces each drawing with the eraser, and
measures that.
"""

import argparse
import gc
import itertools
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from tests.hand import example, x_server

ROOT = Path(__file__).resolve().parent.parent.parent
ROUNDS = 3
STEP = 3.0
"""Pixels between points of a stroke: a hand of average speed at 125 events a second."""


def main() -> None:
    """Measure in a new process on its own display."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--unit", default="C3,6,4,5", help="LAYER,MAP,ROW,COLUMN (default: %(default)s)"
    )
    parser.add_argument(
        "--erase", action="store_true", help="measure the eraser instead of the pen"
    )
    parser.add_argument("--inner", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.inner:
        print(json.dumps(measure(arguments.unit, arguments.erase), indent=2))
        return
    with x_server() as display, tempfile.TemporaryDirectory() as settings:
        environment = {k: v for k, v in os.environ.items() if k != "QT_QPA_PLATFORM"}
        command = [sys.executable, "-m", "tests.benchmarks.pointer", "--inner"]
        command += ["--unit", arguments.unit, *(["--erase"] if arguments.erase else [])]
        subprocess.run(
            command,
            env=environment | {"DISPLAY": display, "XDG_CONFIG_HOME": settings},
            cwd=ROOT,
            check=True,
        )


def measure(unit: str, erases: bool = False) -> dict[str, object]:
    """Draw all examples, or draw and erase them, and return the measurements."""
    from PySide6.QtCore import QEvent, QPointF, Qt
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    from lenet_gui.core.network.architecture import LAYERS
    from lenet_gui.core.network.unit import Unit
    from lenet_gui.ui.app.app import build_window, create_application
    from lenet_gui.ui.canvas.canvas import Canvas

    application = create_application()
    window = build_window("light")
    window.show()
    if unit != "none":
        name, *place = unit.split(",")
        layer = next(layer for layer in LAYERS if layer.name == name)
        window.selection.select(Unit(layer, *map(int, place)))
    deadline = time.monotonic() + 1
    while time.monotonic() < deadline:
        application.processEvents()
    gc.freeze()  # as the program does after starting
    canvas = window.findChild(Canvas)
    assert canvas is not None
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton

    def send(kind: QEvent.Type, place: QPointF, held: Qt.MouseButton) -> tuple[float, float]:
        began, worked = time.perf_counter(), time.thread_time()
        event = QMouseEvent(
            kind, place, canvas.mapToGlobal(place), left, held, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(canvas, event)
        application.processEvents()
        while window.reader.timer.isActive():
            application.processEvents()
        application.processEvents()
        return 1000 * (time.perf_counter() - began), 1000 * (time.thread_time() - worked)

    def go_over(digit: int) -> list[tuple[float, float]]:
        """Trace an example's strokes; return the times of the moves."""
        times = []
        for stroke in example(digit, (0.15, 0.1, 0.8)):
            points = [QPointF(x * canvas.width(), y * canvas.height()) for x, y in stroke]
            send(QEvent.Type.MouseButtonPress, points[0], left)
            times += [send(QEvent.Type.MouseMove, p, left) for p in _along(points)]
            send(QEvent.Type.MouseButtonRelease, points[-1], none)
        return times

    times: list[tuple[float, float]] = []
    for _ in range(ROUNDS):
        for digit in range(10):
            drawn = go_over(digit)
            if erases:
                window.tools.choose(window.tools.eraser)
                drawn = go_over(digit)
                window.tools.choose(window.tools.pen)
            times += drawn
            window.editor.clear()
            application.processEvents()
    names = ("median", "p95", "p99", "worst")
    figures = np.percentile(times, (50, 95, 99, 100), axis=0).T.round(2).tolist()
    wall, work = (dict(zip(names, row, strict=True)) for row in figures)
    return {"events": len(times), "milliseconds": wall, "milliseconds of work": work}


def _along(points: list) -> Iterator:
    """Yield points STEP pixels apart along a line."""
    for start, end in itertools.pairwise(points):
        step = end - start
        count = max(1, round((step.x() ** 2 + step.y() ** 2) ** 0.5 / STEP))
        for number in range(1, count + 1):
            yield start + step * (number / count)


if __name__ == "__main__":
    main()
