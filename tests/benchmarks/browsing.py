"""Measure the longest pause while browsing a data set: `python -m tests.benchmarks.browsing`.

Runs the real window and the browser on a separate X server (Xvfb). A timer of 2 ms records its
delays: how long the event loop was busy. Meanwhile, 60,000 images, made up or from `--data FILE`,
are loaded and read, and looked through: pages by keys, dragging the scroll bar, choosing labels,
mistakes only. Prints the longest pause of each part in milliseconds, by the clock and in processor
time of all threads, on which other programs have less influence; the total time; and the memory in
addition to that of the window alone.
"""

import argparse
import gc
import json
import os
import struct
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from lenet_gui.core.datasets.idx import IMAGES_MAGIC, LABELS_MAGIC
from tests.hand import x_server

ROOT = Path(__file__).resolve().parent.parent.parent
COUNT = 60_000
BEAT = 2
"""Milliseconds between ticks of the timer."""


def main() -> None:
    """Measure in a new process on its own display."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, help="an IDX, UNIPEN or JSON Lines file")
    parser.add_argument("--inner", action="store_true", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.inner:
        print(json.dumps(measure(arguments.data), indent=2))
        return
    with x_server() as display, tempfile.TemporaryDirectory() as folder:
        data = arguments.data or make_up(Path(folder))
        environment = {k: v for k, v in os.environ.items() if k != "QT_QPA_PLATFORM"}
        command = [sys.executable, "-m", "tests.benchmarks.browsing", "--inner", "--data", data]
        subprocess.run(
            command,
            env=environment | {"DISPLAY": display, "XDG_CONFIG_HOME": folder},
            cwd=ROOT,
            check=True,
        )


def make_up(folder: Path) -> Path:
    """Write as many images as MNIST's training set, with random blots and labels."""
    random = np.random.default_rng(0)
    images = np.zeros((COUNT, 28, 28), np.uint8)
    for image, (row, column) in zip(images, random.integers(2, 16, (COUNT, 2)), strict=True):
        image[row : row + 10, column : column + 4] = 255
    labels = random.integers(0, 10, COUNT).astype(np.uint8)
    path = folder / "train-images-idx3-ubyte"
    path.write_bytes(struct.pack(">4I", IMAGES_MAGIC, COUNT, 28, 28) + images.tobytes())
    header = struct.pack(">2I", LABELS_MAGIC, COUNT)
    (folder / "train-labels-idx1-ubyte").write_bytes(header + labels.tobytes())
    return path


def measure(data: Path) -> dict[str, object]:
    """Browse a data set and return the measurements."""
    from PySide6.QtCore import QEvent, Qt, QTimer
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    from lenet_gui.core.datasets.gallery import load
    from lenet_gui.ui.app.app import build_window, create_application
    from lenet_gui.ui.browser.browser import Browser

    application = create_application()
    window = build_window("light")
    window.show()
    deadline = time.monotonic() + 1
    while time.monotonic() < deadline:
        application.processEvents()
    gc.freeze()  # as the program does after starting
    memory = _memory()
    ticks: list[tuple[float, float]] = []
    timer = QTimer(interval=BEAT, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: ticks.append(_now()))
    timer.start()
    browser = Browser("Data", load(data), window.means, window)

    def longest(what: Callable[[], object], until: Callable[[], bool]) -> dict[str, float]:
        """Do something, run the event loop until it is done, and return the measurements."""
        ticks[:] = [_now()]
        what()
        while not until():
            application.processEvents()
        for _ in range(20):
            application.processEvents()
        spent = np.array([*ticks, _now()])
        pauses = 1000 * np.diff(spent, axis=0)
        return {
            "longest pause, ms": round(float(pauses[:, 0].max()) - BEAT, 1),
            "most work in one, ms": round(float(pauses[:, 1].max()), 1),
            "seconds": round(float(spent[-1, 0] - spent[0, 0]), 2),
        }

    def press(key: Qt.Key, times: int) -> None:
        for _ in range(times):
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.postEvent(
                    browser.grid, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier)
                )
            for _ in range(10):
                application.processEvents()

    def drag() -> None:
        bar = browser.grid.verticalScrollBar()
        for share in range(101):
            bar.setValue(bar.maximum() * share // 100)
            for _ in range(5):
                application.processEvents()

    def read() -> bool:
        return browser.is_loaded and browser.gallery.read == len(browser.gallery)

    figures: dict[str, object] = {}
    figures["opened and loaded"] = longest(browser.show, lambda: browser.is_loaded)
    figures["pages, while it is read"] = longest(lambda: press(Qt.Key.Key_PageDown, 40), _at_once)
    figures["dragged, while it is read"] = longest(drag, _at_once)
    figures["mistakes, while it is read"] = longest(browser.filter.mistakes.click, read)
    figures["all"] = longest(browser.filter.mistakes.click, _at_once)
    for label in range(10):
        figures[f"label {label}"] = longest(lambda n=label: browser.filter.choose(n), _at_once)
    figures["last"] = longest(lambda: press(Qt.Key.Key_End, 1), _at_once)
    figures["digits"] = browser.count_words()
    figures["memory, MB"] = round(_memory() - memory)
    browser.close()
    return figures


def _now() -> tuple[float, float]:
    """Return the seconds by the clock and of processor time."""
    return time.perf_counter(), time.process_time()


def _at_once() -> bool:
    return True


def _memory() -> float:
    """Return the resident memory of the process, in MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


if __name__ == "__main__":
    main()
