"""`python -m lenet_gui.training.card`: measure weights for their model card.

Prints the model card's tables for the shipped weights or for others, and writes the refusal curve
and the other pictures to the folder `--out`.
"""

import argparse
import sys
from pathlib import Path

from lenet_gui.core.network.weights import load_weights
from lenet_gui.errors import LenetGuiError
from lenet_gui.figure.report import Report, markdown, write_report
from lenet_gui.resources import default_weights
from lenet_gui.training.measuring import measure_robust


def main(words: list[str] | None = None) -> int:
    """Measure, print and return the exit code."""
    parser = argparse.ArgumentParser("python -m lenet_gui.training.card")
    add = parser.add_argument
    add("--weights", type=Path, help="weights to measure (default: the program's own)")
    add("--mnist", type=Path, required=True, help="folder with MNIST's files")
    add("--strokes", type=Path, nargs="+", default=[], help="strokes to measure on")
    add("--more", type=Path, nargs="+", default=[], help="files of people left out of training")
    add("--out", type=Path, help="folder for the report and its pictures")
    arguments = parser.parse_args(words)
    try:
        weights = load_weights(arguments.weights or default_weights())
        measured = measure_robust(weights, arguments.mnist, arguments.strokes, arguments.more)
    except LenetGuiError as error:
        print(error, file=sys.stderr)
        return 1
    report = Report(
        title="Measured again",
        facts=weights.metadata,
        measured=measured.answers,
        figures=measured.figures,
        refusal=measured.refusal,
    )
    print(markdown(report, {}))
    if arguments.out is not None:
        arguments.out.mkdir(parents=True, exist_ok=True)
        write_report(report, arguments.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
