"""`lenet-gui classify`: read the digits in drawings and pictures."""

import argparse
import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from lenet_gui.commands import options
from lenet_gui.commands.table import table
from lenet_gui.commands.terminal import percent, printable
from lenet_gui.errors import LenetGuiError
from lenet_gui.media.sources import Item, read_items

if TYPE_CHECKING:
    from lenet_gui.core.framing.framing import Framing
    from lenet_gui.core.reading.classifier import Classifier
    from lenet_gui.core.reading.reading import Reading


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="a drawing (JSON), drawings (JSON Lines), an export or a picture;"
        " - reads standard input",
    )
    options.add_json(
        parser, "print one JSON object per line: file, line, verdict, digit, probabilities"
    )
    options.add_framing(parser)
    options.add_threshold(parser)
    options.add_weights(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the reading of each file; return 1 if any could not be read."""
    from lenet_gui.core.framing.framing import Framing

    classifier = options.load_classifier(arguments)
    framing = Framing(arguments.framing)
    rows: list[tuple[str, ...]] = []
    failed = False
    for item, reading in _readings(arguments.files, arguments.threshold, classifier, framing):
        if reading is None:
            failed = True
            print(f"lenet-gui: {printable(str(item.source))}", file=sys.stderr)
        elif arguments.json:
            print(json.dumps(_as_json(item, reading)))
        else:
            rows.append((f"{printable(item.name)}:", *_as_text(reading)))
    if rows:
        print(table(rows, right=(2,)))
    return 1 if failed else 0


def _readings(
    files: list[str], threshold: float | None, classifier: "Classifier", framing: "Framing"
) -> "Iterator[tuple[Item, Reading | None]]":
    """Yield each item of each file with its reading, which is None if the item is an error."""
    for file in files:
        for item in read_items(file, threshold):
            if isinstance(item.source, LenetGuiError):
                yield item, None
            else:
                yield item, classifier.read(item.source, framing)


def _as_json(item: Item, reading: "Reading") -> dict[str, Any]:
    """Return one object of `--json`; digit and probabilities are null if nothing is drawn."""
    values: dict[str, Any] = {"file": item.file}
    if item.line is not None:
        values["line"] = item.line
    return values | reading.to_dict()


def _as_text(reading: "Reading") -> tuple[str, str, str]:
    """Return table cells: the winner, its probability and the runner-up."""
    from lenet_gui.core.reading.reading import Verdict

    probabilities = reading.probabilities
    if probabilities is None:
        return "–", "", "nothing drawn"
    if reading.verdict is Verdict.TOO_LITTLE:
        return "–", "", "too little ink to tell"
    if reading.digit is None:
        closest = "" if reading.closest is None else f" (closest: {reading.closest})"
        return "–", "", f"not a digit{closest}"
    first, second = (int(digit) for digit in probabilities.argsort()[::-1][:2])
    runner_up = f"then {second} {percent(probabilities[second]):>{len(percent(1))}}"
    return str(first), percent(probabilities[first]), runner_up
