"""Measure how well photographed digits are read: `python -m tests.benchmarks.photographs`.

Renders a seeded sample of the pen-digits strokes as photographs (`tests/photographs.py`) in a
temporary folder, reads them with `lenet-gui classify --json` in this process, and prints the
accuracy in each condition as JSON; refused digits count as wrong. Also prints how many of the right
and of the wrong readings are toss-ups because another threshold finds another digit. `--part
validation`, the default, uses the validation writers of the training file; `--part test` the 14
writers of the test file, which are for measuring only. LENET_GUI_DATA names the folder of the data
sets.
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
from lenet_gui.training.data import split_writers
from lenet_gui.training.pool import Sources
from tests.photographs import CONDITIONS, photograph

SEED = 7


def main() -> None:
    """Measure, and print the results."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=("validation", "test"), default="validation")
    parser.add_argument("--count", type=int, default=500, help="default: %(default)s")
    parser.add_argument("--condition", action="append", choices=CONDITIONS, help="default: all")
    parser.add_argument("--keep", type=Path, help="folder to save misread photographs in")
    arguments = parser.parse_args()
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
    folder = Path(os.environ["LENET_GUI_DATA"]) / "pendigits"
    file = "train" if part == "validation" else "test"
    samples = read_strokes([folder / f"pendigits-orig.{file}.unipen.gz"])
    if part == "validation":
        samples = split_writers(samples, Sources.held_writers)[1]
    chosen = np.random.default_rng(SEED).permutation(len(samples))[:count]
    return [samples[index] for index in chosen]


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


def _lines(output: io.StringIO) -> list[str]:
    return output.getvalue().splitlines()


if __name__ == "__main__":
    main()
