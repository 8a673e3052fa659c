"""How often the network slid over a number reads it right, and agrees with the cut reading.

`python -m tests.benchmarks.sliding` makes numbers of 1 to 6 digits of one writer, from pen-digits'
test strokes, with near and with wide gaps, and prints shares in per cent. If cutting
reads a number as one digit, that digit is what it read. It needs LENET_GUI_DATA.
"""

import argparse
import os
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from lenet_gui.core.datasets.datasets import read_strokes
from lenet_gui.core.network.lenet5 import LeNet5
from lenet_gui.core.network.weights import load_weights
from lenet_gui.core.numbers.displacement import displace
from lenet_gui.core.numbers.number_reader import NumberReader
from lenet_gui.core.numbers.sliding import read_columns
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.resources import default_weights
from lenet_gui.training.handwriting.numbers import APART, Manner, make_number

KINDS = {"near": APART, "wide": (0.3, 0.8)}
MOST_DIGITS = 6
SEED = 5


def numbers(path: Path, gaps: tuple[float, float], count: int) -> Iterator[tuple[Drawing, str]]:
    """Yield numbers, each of one writer's digits, with their texts."""
    random = np.random.default_rng(SEED)
    written: dict[int | None, list[tuple[list[np.ndarray], int]]] = {}
    for sample in read_strokes([path]):
        assert isinstance(sample.source, Drawing)
        written.setdefault(sample.writer, []).append((list(sample.source.strokes), sample.label))
    writers = list(written.values())
    for _ in range(count):
        own = writers[int(random.integers(len(writers)))]
        made = make_number(own, random, int(random.integers(1, MOST_DIGITS + 1)), Manner(gaps))
        yield made.drawing, made.label


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser("python -m tests.benchmarks.sliding")
    parser.add_argument("--numbers", type=int, default=1000, help="numbers of each kind")
    count = parser.parse_args().numbers
    path = Path(os.environ["LENET_GUI_DATA"]) / "pendigits" / "pendigits-orig.test.unipen.gz"
    classifier = Classifier(LeNet5(load_weights(default_weights())))
    print("gaps | sliding right | as many digits | cutting right | both agree | sliding takes")
    for kind, gaps in KINDS.items():
        rows, times = [], []
        for drawing, text in numbers(path, gaps, count):
            whole = classifier.read(drawing)
            number = NumberReader(classifier).read(whole)
            cut = str(whole.most_probable) if number is None else number.text
            start = time.perf_counter()
            slid = read_columns(displace(classifier.network, drawing)).text
            times.append(1000 * (time.perf_counter() - start))
            rows.append((slid == text, len(slid) == len(text), cut == text, slid == cut))
        shares = [f"{100 * share:.1f} %" for share in np.mean(rows, axis=0)]
        print(kind, *shares, f"{np.median(times):.1f} ms", sep=" | ")


if __name__ == "__main__":
    main()
