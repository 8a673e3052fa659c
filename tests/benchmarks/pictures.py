"""Measure how other people's pictures are read: `python -m tests.benchmarks.pictures`.

Reads the scans and the small cases in the folder of the data sets, which LENET_GUI_DATA names, and
some of MNIST's images saved as PNG, through `lenet-gui classify --json` in this process. Prints the
share that was read right, the misread files, how many of the right and of the wrong readings are
toss-ups because another threshold finds another digit, and the milliseconds per picture, as JSON.
These pictures are for measuring only: no threshold was chosen by them.

Other pictures are made, and thresholds were chosen by their kind: MNIST's validation images cut to
their ink and enlarged, with and without a margin, and empty cells of forms.
`--only flush --only cells` reads just these.

`--only rows` pastes rows of MNIST's validation images (`tests/rows_of_digits.py`), apart, touching
and on three lines, and reads them as numbers, beside single images, which must not become numbers.
"""

import argparse
import io
import json
import os
import tempfile
import time
from contextlib import redirect_stdout
from pathlib import Path
from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from lenet_gui.cli import main as lenet_gui
from lenet_gui.core.datasets.idx import read_mnist
from lenet_gui.core.network.lenet5 import LeNet5
from lenet_gui.core.network.weights import load_weights
from lenet_gui.core.numbers.number import NumberReading
from lenet_gui.core.numbers.number_reader import NumberReader
from lenet_gui.core.photo.picture import picture_from_grey, picture_from_ink
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.reading.reading import Verdict
from lenet_gui.resources import default_weights
from tests.rows_of_digits import Row, row_of_digits

COUNT = 500
"""How many of MNIST's images are read."""
VALIDATION = 5000
"""How many of the training images, the last ones, are for validation."""
BLUR = 2
"""Pixels by which a blurred digit may be wider."""
FLUSH = 75
"""How many of these are cut flush."""
SCALES = (1, 3, 12, 40)
"""How many times they are enlarged."""
MARGIN = 0.2
"""Paper around them, as a share of the longer side, for comparison."""
CELLS = 120
"""How many empty cells are made."""
FINE = 4
"""How many times finer a cell is drawn than saved."""
EMPTY = str(Verdict.EMPTY)
KINDS = ("scans", "cases", "mnist", "flush", "cells", "rows")
ROWS = 500
"""How many rows of each kind are read, and how many single images."""

Pixels = NDArray[np.uint8]


def main() -> None:
    """Measure, and print the results."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", action="append", choices=KINDS, help="default: all")
    chosen = parser.parse_args().only or KINDS
    data = Path(os.environ["LENET_GUI_DATA"])
    figures = {}
    if "scans" in chosen:
        scans = sorted((data / "scans").glob("*/*.png"))
        figures["scans"] = measure({path: int(path.parent.name) for path in scans})
    if "cases" in chosen:
        cases = [path for path in sorted((data / "cases").iterdir()) if path.suffix != ".md"]
        figures["cases"] = measure({path: _label_of(path) for path in cases})
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if "mnist" in chosen:
            figures["mnist"] = measure(_saved_mnist(data / "mnist", folder))
        if "flush" in chosen:
            for light_on_dark in (False, True):
                way = "light on dark" if light_on_dark else "dark on light"
                for margin in (0.0, MARGIN):
                    saved = _saved_flush(data / "mnist", folder, light_on_dark, margin)
                    figures[f"flush, {way}, {margin:.0%} of margin"] = measure(saved)
        if "rows" in chosen:
            figures |= measure_rows(data / "mnist")
        if "cells" in chosen:
            figures["empty cells"] = measure(_saved_cells(folder))
    print(json.dumps(figures, indent=2))


def measure(labels: dict[Path, int | None]) -> dict[str, Any]:
    """Read pictures, and return how many were right, the others, and the time they took.

    Where nothing is drawn, the label is None, and only the verdict that says so is right.
    """
    output = io.StringIO()
    begin = time.process_time()
    with redirect_stdout(output):
        lenet_gui(["classify", "--json", *map(str, labels)])
    took = time.process_time() - begin
    lines = [json.loads(line) for line in output.getvalue().splitlines()]
    read = {
        Path(line["file"]): line["verdict"] if line["digit"] is None else line["digit"]
        for line in lines
    }
    rivalled = {Path(line["file"]) for line in lines if "rival" in line}
    right = {path: EMPTY if label is None else label for path, label in labels.items()}
    wrong = {path.name: read.get(path) for path in labels if read.get(path) != right[path]}
    return {
        "pictures": len(labels),
        "right": round(1 - len(wrong) / len(labels), 4),
        "rivals of right and wrong": _split(rivalled, right, read),
        "milliseconds": round(1000 * took / len(labels), 1),
        "read wrong": wrong,
    }


def measure_rows(folder: Path) -> dict[str, Any]:
    """Read rows of validation images, and return which shares were cut and read right.

    A cut is right if there are as many digits, and the middle of each box lies over its own digit,
    and the box over at least half of it.
    """
    images, labels = read_mnist(folder, "train")
    images, labels = images[-VALIDATION:], labels[-VALIDATION:]
    classifier = Classifier(LeNet5(load_weights(default_weights())))
    figures: dict[str, Any] = {}
    for name, gaps, lines, photographed in (
        ("apart, clean", "apart", 1, False),
        ("apart, photographed", "apart", 1, True),
        ("touching, clean", "touching", 1, False),
        ("touching, photographed", "touching", 1, True),
        ("three lines, photographed", "apart", 3, True),
    ):
        cut = numbers = right = digits = 0
        took = []
        for seed in range(ROWS):
            random = np.random.default_rng((seed, gaps == "touching", lines, photographed))
            row = row_of_digits(images, labels, random, gaps, lines, photographed)
            whole = classifier.read(picture_from_grey(row.grey))
            begin = time.process_time()
            number = NumberReader(classifier).read(whole)
            took.append(time.process_time() - begin)
            text = str(whole.digit) if number is None else number.text
            numbers += text == row.text
            if _is_cut_right(number, row):
                cut += 1
                digits += len(row.places)
                right += sum(a == b for a, b in zip(text, row.text, strict=True) if b != "\n")
        figures[f"rows, {name}"] = {
            "cut right": round(cut / ROWS, 4),
            "digits of these": round(right / digits, 4),
            "numbers right": round(numbers / ROWS, 4),
            "milliseconds": round(1000 * float(np.median(took)), 1),
        }
    reader = NumberReader(classifier)
    single = sum(
        reader.read(classifier.read(picture_from_ink(image))) is None for image in images[:ROWS]
    )
    return figures | {"single digits that stay one": round(single / ROWS, 4)}


def _is_cut_right(number: NumberReading | None, row: Row) -> bool:
    if number is None:
        return len(row.places) == 1
    boxes = [digit.box for digit in number.digits]
    return len(boxes) == len(row.places) and all(
        left - BLUR <= (box[0] + box[2]) / 2 <= right + BLUR
        and min(box[2], right) - max(box[0], left) >= (right - left) / 2
        for box, (left, right) in zip(boxes, row.places, strict=True)
    )


def _split(
    some: set[Path], labels: dict[Path, int | str], read: dict[Path, int | str]
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
        path = target / f"{number}.png"
        _save(images[number] if number % 2 else 255 - images[number], path)
        saved[path] = int(labels[number])
    return saved


def _saved_flush(
    folder: Path, target: Path, light_on_dark: bool, margin: float
) -> dict[Path, int | None]:
    """Save validation images cut to their ink and enlarged smoothly, and return their labels.

    Half of them are cut to all of their ink, half to what is clearly ink; every fifth is a JPEG.
    """
    images, labels = read_mnist(folder, "train")
    images, labels = images[-VALIDATION:], labels[-VALIDATION:]
    saved: dict[Path, int | None] = {}
    for number in range(FLUSH):
        rows, columns = np.nonzero(images[number] > (30 if number % 2 else 0))
        ink = images[number, rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]
        for scale in SCALES:
            pixels = _enlarged(ink, scale)
            pixels = np.pad(pixels, round(margin * max(pixels.shape)))
            ending = "png" if number % 5 else "jpg"
            path = target / f"{number}-{scale}-{light_on_dark}-{margin}.{ending}"
            _save(pixels if light_on_dark else 255 - pixels, path)
            saved[path] = int(labels[number])
    return saved


def _saved_cells(target: Path) -> dict[Path, int | None]:
    """Save cells of forms, empty but for their lines, every third one as JPEG."""
    saved: dict[Path, int | None] = {}
    for number in range(CELLS):
        path = target / f"cell-{number}.{'png' if number % 3 else 'jpg'}"
        _save(_cell(np.random.default_rng(number)), path)
        saved[path] = None
    return saved


def _cell(random: Generator) -> Pixels:
    """Return a cell, 20 to 200 pixels high, with one to four lines in uneven light."""
    height = int(random.integers(20, 201))
    width = int(height * random.uniform(0.7, 1.6))
    fine = np.full((FINE * height, FINE * width), random.uniform(190, 250))
    ink = random.uniform(0, 110)
    line = max(1, random.uniform(0.01, 0.05) * min(height, width)) * FINE
    for side in random.permutation(4)[: random.integers(1, 5)]:
        turned = (fine, fine.T, fine[::-1], fine.T[::-1])[side]
        first, last = 0.0, 1.0 if random.random() < 0.6 else random.uniform(0.2, 0.9)
        if random.random() < 0.5:
            first, last = 1 - last, 1 - first
        deep, long = turned.shape
        gap = random.uniform(0, 0.08) * deep
        turned[int(gap) : int(gap + line), int(first * long) : int(last * long)] = ink
    cell = fine.reshape(height, FINE, width, FINE).mean(axis=(1, 3))
    across = np.linspace(-0.5, 0.5, width) * random.uniform(-0.25, 0.25)
    down = np.linspace(-0.5, 0.5, height) * random.uniform(-0.25, 0.25)
    cell = cell * (1 + across + down[:, None])
    cell += random.normal(0, random.uniform(0.5, 4), cell.shape)
    pixels: Pixels = np.clip(np.rint(cell), 0, 255).astype(np.uint8)
    return pixels


def _enlarged(pixels: Pixels, scale: int) -> Pixels:
    """Return an image enlarged smoothly by Qt."""
    image = _image(pixels).scaled(
        pixels.shape[1] * scale,
        pixels.shape[0] * scale,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    return rows[:, : image.width()].copy()


def _save(pixels: Pixels, path: Path) -> None:
    assert _image(pixels).save(str(path), quality=85 if path.suffix == ".jpg" else -1)


def _image(pixels: Pixels) -> QImage:
    height, width = pixels.shape
    image = QImage(pixels.tobytes(), width, height, width, QImage.Format.Format_Grayscale8)
    return image.copy()  # which keeps its own bytes


if __name__ == "__main__":
    main()
