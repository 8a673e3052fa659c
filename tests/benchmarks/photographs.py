"""Measure how well photographed digits are read: `python -m tests.benchmarks.photographs`.

Renders a seeded sample of the pen-digits strokes as photographs (`tests/photographs.py`) in a
temporary folder, reads them with `lenet-gui classify --json` in this process, and prints the
accuracy in each condition as JSON; refused digits count as wrong. Also prints how many of the right
and of the wrong readings are toss-ups because another threshold finds another digit. `--part
validation`, the default, uses the validation writers of the training file; `--part test` the 14
writers of the test file, which are for measuring only. LENET_GUI_DATA names the folder of the data
sets.

`--numbers` makes numbers of two to four of one writer's digits instead, and prints in which share
the cut was right, all digits were, and each digit was where the cut was right.
"""

import argparse
import io
import json
import os
import tempfile
from contextlib import redirect_stdout
from pathlib import Path

import numpy as np

from lenet_gui.cli import main as lenet_gui
from lenet_gui.core.datasets.datasets import read_strokes
from lenet_gui.core.datasets.sample import Sample
from lenet_gui.core.network.lenet5 import LeNet5
from lenet_gui.core.network.weights import load_weights
from lenet_gui.core.numbers.number_in_picture import find_number
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.media.picture_file import read_picture
from lenet_gui.resources import default_weights
from lenet_gui.training.data import split_writers
from lenet_gui.training.handwriting.numbers import MadeNumber, make_number
from lenet_gui.training.handwriting.strokes import Strokes
from lenet_gui.training.pool import Sources
from tests.photographs import CONDITIONS, photograph

SEED = 7
ALONE = ("flush", "cells", "small", "figures")
"""Conditions that are about one digit."""


def main() -> None:
    """Measure, and print the results."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=("validation", "test"), default="validation")
    parser.add_argument("--count", type=int, default=500, help="default: %(default)s")
    parser.add_argument("--condition", action="append", choices=CONDITIONS, help="default: all")
    parser.add_argument("--keep", type=Path, help="folder to save misread photographs in")
    parser.add_argument("--numbers", action="store_true", help="rows of two to four digits")
    arguments = parser.parse_args()
    if arguments.numbers:
        made = numbers(arguments.part, arguments.count)
        conditions = arguments.condition or [name for name in CONDITIONS if name not in ALONE]
        shares = {condition: measure_numbers(made, condition) for condition in conditions}
        print(json.dumps({"part": arguments.part, "count": len(made)} | shares, indent=2))
        return
    chosen = sample(arguments.part, arguments.count)
    figures = {
        condition: measure(chosen, condition, arguments.keep)
        for condition in arguments.condition or CONDITIONS
    }
    result = {
        "part": arguments.part,
        "count": len(chosen),
        "accuracy": {condition: accuracy for condition, (accuracy, _) in figures.items()},
        "rivals of right and wrong": {name: rivals for name, (_, rivals) in figures.items()},
    }
    print(json.dumps(result, indent=2))


def sample(part: str, count: int) -> list[Sample]:
    """Return `count` digits of a part, always the same ones."""
    samples = _samples(part)
    chosen = np.random.default_rng(SEED).permutation(len(samples))[:count]
    return [samples[index] for index in chosen]


def _samples(part: str) -> list[Sample]:
    """Return all digits of a part."""
    folder = Path(os.environ["LENET_GUI_DATA"]) / "pendigits"
    file = "train" if part == "validation" else "test"
    samples = read_strokes([folder / f"pendigits-orig.{file}.unipen.gz"])
    if part == "validation":
        return split_writers(samples, Sources.held_writers)[1]
    return samples


def measure(
    samples: list[Sample], condition: str, keep: Path | None = None
) -> tuple[float, tuple[int, int]]:
    """Photograph digits in one condition, and read them.

    Return the accuracy, and how many of the right and of the wrong readings have a rival.
    """
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, one in enumerate(samples):
            path = Path(folder) / f"{number}"
            path.write_bytes(photograph(one.source.strokes, condition, number))
            paths.append(path)
        output = io.StringIO()
        with redirect_stdout(output):
            lenet_gui(["classify", "--json", *map(str, paths)])
        lines = list(map(json.loads, _lines(output)))
        read = {Path(line["file"]): line["digit"] for line in lines}
        rivalled = {Path(line["file"]) for line in lines if "rival" in line}
        wrong = [n for n, one in enumerate(samples) if read.get(paths[n]) != one.label]
        if keep:
            keep.mkdir(parents=True, exist_ok=True)
            for number in wrong:
                name = f"{condition}-{number}-is-{samples[number].label}-read-{read[paths[number]]}"
                (keep / name).write_bytes(paths[number].read_bytes())
    beside_wrong = sum(paths[number] in rivalled for number in wrong)
    return round(1 - len(wrong) / len(samples), 4), (len(rivalled) - beside_wrong, beside_wrong)


def numbers(part: str, count: int) -> list[MadeNumber]:
    """Return `count` numbers, each of digits that one writer of a part wrote; always the same."""
    writers: dict[int, list[tuple[Strokes, int]]] = {}
    for one in _samples(part):
        drawing = one.source
        assert isinstance(drawing, Drawing)
        assert one.writer is not None
        writers.setdefault(one.writer, []).append((list(drawing.strokes), one.label))
    random = np.random.default_rng(SEED)
    names = sorted(writers)
    return [
        make_number(writers[names[n % len(names)]], random, int(random.integers(2, 5)))
        for n in range(count)
    ]


def measure_numbers(made: list[MadeNumber], condition: str) -> dict[str, float]:
    """Photograph numbers in one condition, read them, and return the shares that were right."""
    classifier = Classifier(LeNet5(load_weights(default_weights())))
    cut = whole = digits = right = 0
    for seed, one in enumerate(made):
        data = photograph(one.drawing.strokes, condition, seed, len(one.label))
        found = find_number(read_picture(data, condition), classifier)
        text = "" if found is None else found.number.text
        whole += text == one.label
        if len(text) == len(one.label):
            cut += 1
            digits += len(text)
            right += sum(read == label for read, label in zip(text, one.label, strict=True))
    return {
        "as many digits": round(cut / len(made), 4),
        "numbers": round(whole / len(made), 4),
        "digits of these": round(right / max(1, digits), 4),
    }


def _lines(output: io.StringIO) -> list[str]:
    return output.getvalue().splitlines()


if __name__ == "__main__":
    main()
