"""Measure how other people's pictures are read: `python -m tests.benchmarks.pictures`.

Reads the scans and the small cases in the folder of the data sets, which LENET_GUI_DATA names, and
some of MNIST's images saved as PNG, through `lenet-gui classify --json` in this process. Prints the
share that was read right, the misread files, how many of the right and of the wrong readings are
toss-ups because another threshold finds another digit, and the milliseconds per picture, as JSON.
These pictures are for measuring only: no threshold was chosen by them.
"""

import io
import json
import os
import tempfile
import time
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtGui import QImage

from lenet_gui.cli import main as lenet_gui
from lenet_gui.core.datasets.idx import read_mnist

COUNT = 500
"""How many of MNIST's images are read."""


def main() -> None:
    """Measure, and print the results."""
    data = Path(os.environ["LENET_GUI_DATA"])
    scans = sorted((data / "scans").glob("*/*.png"))
    cases = [path for path in sorted((data / "cases").iterdir()) if path.suffix != ".md"]
    figures = {
        "scans": measure({path: int(path.parent.name) for path in scans}),
        "cases": measure({path: _label_of(path) for path in cases}),
    }
    with tempfile.TemporaryDirectory() as folder:
        figures["mnist"] = measure(_saved_mnist(data / "mnist", Path(folder)))
    print(json.dumps(figures, indent=2))


def measure(labels: dict[Path, int | None]) -> dict[str, Any]:
    """Read pictures, and return how many were right, the others, and the time they took."""
    output = io.StringIO()
    begin = time.process_time()
    with redirect_stdout(output):
        lenet_gui(["classify", "--json", *map(str, labels)])
    took = time.process_time() - begin
    lines = [json.loads(line) for line in output.getvalue().splitlines()]
    read = {Path(line["file"]): line["digit"] for line in lines}
    rivalled = {Path(line["file"]) for line in lines if "rival" in line}
    wrong = {path.name: read.get(path) for path in labels if read.get(path) != labels[path]}
    return {
        "pictures": len(labels),
        "right": round(1 - len(wrong) / len(labels), 4),
        "rivals of right and wrong": _split(rivalled, labels, read),
        "milliseconds": round(1000 * took / len(labels), 1),
        "read wrong": wrong,
    }


def _split(
    some: set[Path], labels: dict[Path, int | None], read: dict[Path, int | None]
) -> tuple[int, int]:
    """Return how many of some pictures were read right, and how many wrong."""
    right = sum(read[path] == labels[path] for path in some)
    return right, len(some) - right


def _label_of(case: Path) -> int | None:
    """Return the number that ends a case's name; None of a page, which has many or nothing."""
    if case.stem == "page_of_ones_desk_at_edge":
        return 1
    ending = case.stem.rpartition("_")[2]
    return int(ending) if ending.isdigit() else None


def _saved_mnist(folder: Path, target: Path) -> dict[Path, int | None]:
    """Save some test images as PNG, every second one dark on light, and return their labels."""
    images, labels = read_mnist(folder)
    saved: dict[Path, int | None] = {}
    for number in range(COUNT):
        pixels = np.ascontiguousarray(images[number] if number % 2 else 255 - images[number])
        image = QImage(pixels.tobytes(), 28, 28, 28, QImage.Format.Format_Grayscale8)
        path = target / f"{number}.png"
        assert image.save(str(path))
        saved[path] = int(labels[number])
    return saved


if __name__ == "__main__":
    main()
