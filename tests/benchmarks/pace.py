"""Replay pen-digits strokes at a fixed rate: `LENET_GUI_DATA=… python -m tests.benchmarks.pace`.

Runs the real window on a separate X server (Xvfb), with the inspector open on a unit of C3. Every
point is an event with a due time; if the program is busy then, the event waits, as it would in the
system's queue. Prints, by the clock, how long after its due time an event's ink was painted, and
everything that depends on it; the number of events without ink; and the processor time per event of
each stage of a reading and of painting each part, including the functions they call.
"""

import argparse
import gc
import importlib
import json
import os
import pkgutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import wraps
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np

from lenet_gui.core.datasets.unipen import unipen_samples
from lenet_gui.core.framing import framing
from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.lenet5 import LeNet5
from lenet_gui.core.network.unit import Unit
from lenet_gui.core.reading import classifier
from lenet_gui.core.strokes.drawing import CANVAS_SIZE, Drawing
from lenet_gui.training.handwriting.numbers import make_number
from tests.hand import x_server

ROOT = Path(__file__).resolve().parent.parent.parent
STROKES = "pendigits/pendigits-orig.test.unipen.gz"
RATES = (125, 500, 1000)

Strokes = list[list[list[float]]]
"""Points of strokes, in shares of the canvas's width and height."""
Work = dict[str, float]
"""Processor time in seconds, by task."""


def main() -> None:
    """Measure in a new process on its own display."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--digits", type=int, default=20, help="how many (default: %(default)s)")
    parser.add_argument(
        "--learning", action="store_true", help="while the network learns as fast as it goes"
    )
    parser.add_argument(
        "--sixth", action="store_true", help="the sixth digit of numbers, on a wide page"
    )
    parser.add_argument("--inner", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if "LENET_GUI_DATA" not in os.environ:
        parser.error("LENET_GUI_DATA does not name the folder of the data sets")
    if arguments.inner:
        found = measure(arguments.digits, arguments.learning, arguments.sixth)
        print(json.dumps(found, indent=2))
        return
    with x_server() as display, tempfile.TemporaryDirectory() as settings:
        environment = {k: v for k, v in os.environ.items() if k != "QT_QPA_PLATFORM"}
        environment |= {"DISPLAY": display, "XDG_CONFIG_HOME": settings}
        command = [sys.executable, "-m", "tests.benchmarks.pace", *sys.argv[1:], "--inner"]
        subprocess.run(command, env=environment, cwd=ROOT, check=True)


def measure(digits: int, is_learning: bool = False, is_sixth: bool = False) -> dict[str, Any]:
    """Replay at each rate, or while it learns at the slowest, and return the measurements."""
    from lenet_gui.ui.app.app import build_window, create_application

    application = create_application()
    work: Work = defaultdict(float)
    inked: list[float] = []
    _watch(work, inked)
    window = build_window("light")
    window.show()
    if is_learning:
        window.inspector.set_floating(True)  # so that the lens Learn is seen, too
    window.selection.select(Unit(next(layer for layer in LAYERS if layer.name == "C3"), 6, 4, 5))
    deadline = time.monotonic() + 1
    while time.monotonic() < deadline:
        application.processEvents()
    gc.freeze()  # as the program does after starting
    path = Path(os.environ["LENET_GUI_DATA"]) / STROKES
    if is_sixth:
        return {f"{RATES[0]} a second": _replay_sixth(window, path, digits, work, inked)}
    drawings = [sample.source for sample in islice(unipen_samples(path), digits)]
    if is_learning:
        return _replay_learning(window, drawings, work, inked)
    return {f"{rate} a second": _replay(window, drawings, rate, work, inked) for rate in RATES}


def _replay_learning(
    window: Any, drawings: list[Any], work: Work, inked: list[float]
) -> dict[str, Any]:
    """Draw at the slowest rate while the network learns from the starter set."""
    from PySide6.QtWidgets import QApplication

    from lenet_gui.ui.lenses.learn import Learn

    window.lenses.show_lens("learn")
    learn = window.findChild(Learn)
    learn.form.epochs.setValue(1000)
    learn.start_or_pause()
    while learn.run.shown_step < 5:
        QApplication.processEvents()
    first, began = learn.run.shown_step, time.perf_counter()
    found = _replay(window, drawings, RATES[0], work, inked)
    steps = (learn.run.shown_step - first) / (time.perf_counter() - began)
    learn.run.close()
    learn.run.is_kept = True
    return {f"{RATES[0]} a second, learning": found, "steps of learning a second": round(steps, 1)}


def _replay_sixth(
    window: Any, path: Path, count: int, work: Work, inked: list[float]
) -> dict[str, Any]:
    """Draw the sixth digit of numbers that are made of one writer's digits, five of them there."""
    window.actions_.wide_page.setChecked(True)
    samples = list(islice(unipen_samples(path), 100))
    written = [(list(sample.source.strokes), sample.label) for sample in samples]  # type: ignore[union-attr]
    random, numbers, read = np.random.default_rng(0), [], 0
    for _ in range(count):
        made = make_number(written, random, 6)
        window.load(made.drawing)
        read += window.reader.number is not None
        whole = window.editor.drawing
        first = min(index for index, owners in enumerate(made.owners) if 5 in owners)
        numbers.append((replace(whole, strokes=whole.strokes[:first]), whole.strokes[first:]))
    found = _replay(window, numbers, RATES[0], work, inked)
    return {"numbers": count, "read as numbers": read, **found}


def _replay(
    window: Any, drawings: list[Any], rate: int, work: Work, inked: list[float]
) -> dict[str, Any]:
    """Draw all drawings at one rate; `inked` collects the times of painting the canvas.

    Instead of a drawing there may be one that is on the page already, and strokes to add to it.
    """
    from PySide6.QtWidgets import QApplication

    work.clear()
    delays: list[float] = []
    ink_delays: list[float] = []
    lost = 0
    for drawing in drawings:
        began = time.perf_counter()
        waiting: list[float] = []  # due times of events not painted yet
        if isinstance(drawing, Drawing):
            strokes = on_canvas(drawing)
        else:
            window.load(drawing[0])
            _paint_all(window)
            began = time.perf_counter()
            strokes = [(points / window.editor.size).tolist() for points in drawing[1]]
        events = list(_events(window, strokes))
        for number, send in enumerate(events):
            due = began + number / rate
            while time.perf_counter() < due:
                QApplication.processEvents()
            send()
            waiting.append(due)
            if number + 1 < len(events) and time.perf_counter() >= due + 1 / rate:
                continue  # the next event is queued, and comes before painting
            inked.clear()
            _paint_all(window)
            painted = time.perf_counter()
            delays += [1000 * (painted - due) for due in waiting]
            if inked:  # a release leaves no ink
                ink_delays += [1000 * (inked[0] - due) for due in waiting]
            waiting.clear()
        lost += lost_points(strokes, window.editor.drawing)
        window.editor.clear()
        _paint_all(window)
    parts = sorted(work.items(), key=lambda item: -item[1])
    return {
        "events": len(delays),
        "lost": lost,
        "milliseconds until its ink is painted": _spread(ink_delays),
        "milliseconds until everything is": _spread(delays),
        "microseconds of work an event": {
            name: round(1e6 * seconds / len(delays)) for name, seconds in parts
        },
    }


def _spread(delays: list[float]) -> dict[str, float]:
    names = ("median", "p95", "p99", "worst")
    figures = np.percentile(delays, (50, 95, 99, 100)).round(2).tolist()
    return dict(zip(names, figures, strict=True))


def _paint_all(window: Any) -> None:
    """Process all pending work."""
    from PySide6.QtWidgets import QApplication

    QApplication.processEvents()
    while window.reader.timer.isActive():
        QApplication.processEvents()
    QApplication.processEvents()


def _events(window: Any, strokes: Strokes) -> Iterator[Callable[[], object]]:
    """Yield a function to send each event of strokes: presses, moves and releases."""
    from PySide6.QtCore import QEvent, QPointF, Qt
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    from lenet_gui.ui.canvas.canvas import Canvas

    canvas = window.findChild(Canvas)
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton

    def event(kind: QEvent.Type, point: QPointF, held: Qt.MouseButton) -> Callable[[], object]:
        place = canvas.mapToGlobal(point)
        made = QMouseEvent(kind, point, place, left, held, Qt.KeyboardModifier.NoModifier)
        return lambda: QApplication.sendEvent(canvas, made)

    for points in strokes:
        places = [QPointF(x * canvas.width(), y * canvas.height()) for x, y in points]
        yield event(QEvent.Type.MouseButtonPress, places[0], left)
        yield from (event(QEvent.Type.MouseMove, place, left) for place in places[1:])
        yield event(QEvent.Type.MouseButtonRelease, places[-1], none)


def on_canvas(drawing: Drawing) -> Strokes:
    """Return the strokes in shares of the canvas, without repeated points."""
    everything = np.concatenate(drawing.strokes)
    low, longer = everything.min(axis=0), float(np.ptp(everything, axis=0).max()) or 1.0
    fitted = [(points - low) / longer * 0.8 + 0.1 for points in drawing.strokes]
    moved = [np.any(np.diff(points, axis=0, prepend=-1), axis=1) for points in fitted]
    return [points[new].tolist() for points, new in zip(fitted, moved, strict=True)]


def lost_points(given: Strokes, drawn: Drawing) -> int:
    """Count the points, in shares of the canvas, that left no ink."""
    lost = 0
    kept = np.concatenate(drawn.strokes) / (drawn.canvas or CANVAS_SIZE)
    for points in given:
        for point in points:
            lost += not (np.abs(kept - point) < 1e-6).all(axis=1).any()
    return lost


def _watch(work: Work, inked: list[float]) -> None:
    """Record the time of each stage and of painting each part."""
    from PySide6.QtWidgets import QWidget

    from lenet_gui import ui

    def watched(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(function)
        def wrapper(*arguments: Any, **options: Any) -> Any:
            began = time.thread_time()
            try:
                return function(*arguments, **options)
            finally:
                work[name] += time.thread_time() - began
                if name == "paint Canvas":
                    inked.append(time.perf_counter())

        return wrapper

    framing.coverage = watched("rasterise, within frame", framing.coverage)
    classifier.frame = watched("frame", classifier.frame)
    LeNet5.forward = watched("forward", LeNet5.forward)
    for module in pkgutil.walk_packages(ui.__path__, f"{ui.__name__}."):
        importlib.import_module(module.name)  # some are imported only when needed
    kinds = QWidget.__subclasses__()
    while kinds:
        kind = kinds.pop()
        kinds += kind.__subclasses__()
        if kind.__module__.startswith("lenet_gui.") and "paintEvent" in vars(kind):
            kind.paintEvent = watched(f"paint {kind.__name__}", vars(kind)["paintEvent"])


if __name__ == "__main__":
    main()
