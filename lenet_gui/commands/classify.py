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
    from lenet_gui.core.photo.box import Box
    from lenet_gui.core.reading.classifier import Classifier
    from lenet_gui.core.reading.reading import Reading

Place = tuple[int, int, int, int]
"""Left, top, width and height of a part, in pixels of the picture's file."""


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
        parser,
        "print one JSON object per line: file, line, part, verdict, digit, rival, probabilities",
    )
    options.add_framing(parser)
    options.add_threshold(parser)
    options.add_part(parser)
    options.add_weights(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the reading of each file; return 1 if any could not be read."""
    from lenet_gui.core.framing.framing import Framing

    classifier = options.load_classifier(arguments)
    framing = Framing(arguments.framing)
    rows: list[tuple[str, ...]] = []
    failed = False
    for item, reading, place in _readings(arguments, classifier, framing):
        if reading is None:
            failed = True
            print(f"lenet-gui: {printable(str(item.source))}", file=sys.stderr)
        elif arguments.json:
            print(json.dumps(_as_json(item, reading, place)))
        else:
            where = "" if place is None else f"at {','.join(map(str, place))}"
            rows.append((f"{printable(item.name)}:", *_as_text(reading), where))
    if rows:
        print(table(rows, right=(2,)))
    return 1 if failed else 0


def _readings(
    arguments: argparse.Namespace, classifier: "Classifier", framing: "Framing"
) -> "Iterator[tuple[Item, Reading | None, Place | None]]":
    """Yield each item of each file with its reading, which is None if the item is an error.

    Also yield which part of a picture was read, None for all of it. If none was asked for, it is
    the part that the window would frame first.
    """
    from lenet_gui.core.framing.framing import Framing
    from lenet_gui.core.photo.box import Box
    from lenet_gui.core.photo.digit_boxes import read_first
    from lenet_gui.core.photo.picture import Picture

    asked: Place | None = arguments.part
    part = None
    if asked is not None:
        part = Box(asked[0], asked[1], asked[0] + asked[2], asked[1] + asked[3])
    for file in arguments.files:
        for item in read_items(file, arguments.threshold, part):
            source = item.source
            if isinstance(source, LenetGuiError):
                yield item, None, None
                continue
            place = asked if isinstance(source, Picture) else None
            if isinstance(source, Picture) and asked is None and framing is Framing.MNIST:
                scale = source.scale
                source, box = read_first(source)
                place = None if box is None else _place(box, scale)
            yield item, classifier.read(source, framing), place


def _place(box: "Box", scale: float) -> Place:
    """Return a box as left, top, width and height in the file's pixels."""
    left, top = round(box.left * scale), round(box.top * scale)
    return left, top, round(box.right * scale) - left, round(box.bottom * scale) - top


def _as_json(item: Item, reading: "Reading", place: Place | None) -> dict[str, Any]:
    """Return one object of `--json`; digit and probabilities are null if nothing is drawn."""
    values: dict[str, Any] = {"file": item.file}
    if item.line is not None:
        values["line"] = item.line
    if place is not None:
        values["part"] = place
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
    digit, second = reading.digit, reading.runner_up
    then = "or" if reading.verdict is Verdict.AMBIGUOUS else "then"
    runner_up = f"{then:>4} {second} {percent(float(probabilities[second])):>{len(percent(1))}}"
    return str(digit), percent(float(probabilities[digit])), runner_up
