"""Measure the reading of whole numbers: `python -m tests.benchmarks.numbers`.

Makes numbers of one writer's digits, by the test writers of pen-digits that LENET_GUI_DATA names,
and reads them; then the digits alone, and letters, words and scribbles of people that nothing was
chosen by. Prints a table's rows. With OMP_NUM_THREADS=1, the times are for one thread.
"""

import os
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np

from lenet_gui.core.datasets.datasets import read_strokes
from lenet_gui.core.network.lenet5 import LeNet5
from lenet_gui.core.network.weights import load_weights
from lenet_gui.core.numbers.number import NumberReading
from lenet_gui.core.numbers.number_reader import NumberReader
from lenet_gui.core.numbers.stroke_pieces import stroke_boxes
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.resources import default_weights
from lenet_gui.training.handwriting.numbers import (
    TOUCHING,
    Digits,
    MadeNumber,
    Manner,
    alone,
    make_number,
    non_digits,
    words,
)
from lenet_gui.training.handwriting.strokes import normalised
from lenet_gui.training.people import all_symbols, read_people

STROKES = "pendigits/pendigits-orig.test.unipen.gz"
SEED = 1998
MANY = 3000
MOST = 6
TIMED, REPEATED = 20, 9
MANNERS = {
    "gaps from 0.08 to 0.35": Manner(),
    "gaps from −0.05 to 0.05": Manner(TOUCHING),
    "unsteady, gaps from −0.05 to 1": Manner((-0.05, 1.0), unsteady=2.0),
    "with points and dashes": Manner(marks=0.3),
}


@dataclass
class Counts:
    """How numbers were read."""

    numbers: int = 0
    cut_right: int = 0
    digits: int = 0
    digits_right: int = 0
    alone_right: int = 0
    texts_right: int = 0
    expected_right: float = 0.0
    read: int = 0

    def row(self) -> str:
        """Return a row of the table."""
        return (
            f"{self.cut_right / self.numbers:.2%} | {self.digits_right / self.digits:.2%}"
            f" | {self.alone_right / self.digits:.2%} | {self.texts_right / self.numbers:.2%}"
            f" | {self.expected_right / self.read:.2%} ({self.numbers:,})"
        )


def writers(path: Path) -> list[Digits]:
    """Return each writer's digits."""
    found: dict[int | None, list[tuple[list[np.ndarray], int]]] = {}
    for sample in read_strokes([path]):
        assert isinstance(sample.source, Drawing)
        digit = normalised(sample.source.strokes), sample.label
        found.setdefault(sample.writer, []).append(digit)
    return list(found.values())


def is_cut_right(made: MadeNumber, found: NumberReading | None) -> bool:
    """Return whether each digit is made of its own strokes; specks may be ignored as marks."""
    if found is None:
        return len(made.label) == 1
    boxes = [tuple(box) for box in stroke_boxes(made.drawing.strokes).tolist()]
    ignored = {index for index, box in enumerate(boxes) if box in found.marks}
    return [set(one.owners) for one in found.digits] == [set(own) - ignored for own in made.strokes]


def count(classifier: Classifier, numbers: Iterable[MadeNumber]) -> Counts:
    """Read numbers, and where the cut is right, the same digits alone."""
    counts = Counts()
    for made in numbers:
        whole = classifier.read(made.drawing)
        found = NumberReader(classifier).read(whole)
        counts.numbers += 1
        read = str(whole.most_probable) if found is None else found.text
        counts.texts_right += read == made.label
        if found is not None:
            counts.read += 1
            counts.expected_right += found.probability - (found.text == made.label)
        if not is_cut_right(made, found):
            continue
        counts.cut_right += 1
        answers = [whole] if found is None else [one.reading for one in found.digits]
        for answer, label, own in zip(answers, made.label, made.strokes, strict=True):
            single = alone([made.drawing.strokes[index] for index in own])
            counts.digits += 1
            counts.digits_right += answer.most_probable == int(label)
            counts.alone_right += classifier.read(single).most_probable == int(label)
    return counts


def several(classifier: Classifier, drawings: Sequence[Drawing]) -> str:
    """Return the share of drawings that are read as numbers."""
    reader = NumberReader(classifier)
    found = sum(reader.read(classifier.read(drawing)) is not None for drawing in drawings)
    return f"{found / len(drawings):.2%} ({len(drawings):,})"


def timed(classifier: Classifier, written: Sequence[Digits]) -> tuple[float, float]:
    """Return the time, in ms, of numbers of six digits and 12 strokes, and of one such digit.

    Nothing is remembered. The time is that of `NumberReader.read` in the median of the numbers.
    """
    random = np.random.default_rng(SEED)
    pairs = [[digit for digit in digits if len(digit[0]) == 2] for digits in written]
    pairs = [digits for digits in pairs if len(digits) > 1]
    numbers, digits = [], []
    for index in range(TIMED):
        own = pairs[index % len(pairs)]
        whole = classifier.read(make_number(own, random, MOST).drawing)
        numbers.append(_least(lambda whole=whole: NumberReader(classifier).read(whole)))
        digit = make_number(own, random, 1).drawing
        digits.append(_least(lambda digit=digit: classifier.read(digit)))
    return float(np.median(numbers)), float(np.median(digits))


def _least(work) -> float:  # type: ignore[no-untyped-def]
    """Return the least time of some work, in ms of this thread."""
    times = []
    for _ in range(REPEATED):
        begun = time.thread_time()
        work()
        times.append(1000 * (time.thread_time() - begun))
    return min(times)


def main() -> int:
    """Print what was measured."""
    folder = os.environ.get("LENET_GUI_DATA")
    if not folder:
        print("LENET_GUI_DATA does not name the folder of the data sets.", file=sys.stderr)
        return 1
    classifier = Classifier(LeNet5(load_weights(default_weights())))
    written = writers(Path(folder) / STROKES)
    print("| numbers | cut right | digits right | the same alone | text right | overconfident by |")
    for name, manner in MANNERS.items():
        random = np.random.default_rng(SEED)
        numbers = (
            make_number(written[index % len(written)], random, 1 + index // 7 % MOST, manner)
            for index in range(MANY)
        )
        print(f"| {name} | {count(classifier, numbers).row()} |", flush=True)
    singles = [alone(strokes) for digits in written for strokes, _ in digits]
    print("single digits read as several:", several(classifier, singles))
    symbols = all_symbols(
        read_people(sorted((Path(folder) / "pen-strokes").glob("*.jsonl.gz")), "measured")
    )
    random = np.random.default_rng(SEED)
    others = {
        "letters and signs": map(alone, symbols),
        "words of two to four of them": words(symbols, random, MANY // 2),
        "scribbles and other drawn non-digits": non_digits(random, MANY // 2),
    }
    for name, drawings in others.items():
        kinds = list(islice(drawings, MANY))
        print(f"{name} read as a number:", several(classifier, kinds))
    number, digit = timed(classifier, written)
    print(
        f"six digits of 12 strokes: {number:.1f} ms, {number / digit:.1f} times one of its digits"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
