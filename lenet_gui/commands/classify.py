"""`lenet-gui classify`: read the digits and numbers in drawings and pictures."""

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
    from lenet_gui.commands.reading import Found
    from lenet_gui.core.framing.framing import Source
    from lenet_gui.core.numbers.number import NumberReading, PlacedDigit
    from lenet_gui.core.numbers.number import Place as Sides
    from lenet_gui.core.photo.box import Box
    from lenet_gui.core.reading.reading import Reading

Place = tuple[int, int, int, int]
"""Left, top, width and height of a part, in pixels of the picture's file."""
LINE_END = " / "
"""Stands between the lines of several numbers."""


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
        "print one JSON object per line: file, line, part, verdict, digit, rival, probabilities,"
        " text, probability, digits, ignored, second",
    )
    parser.add_argument(
        "--single",
        action="store_true",
        help="read everything as one digit, never as a number",
    )
    options.add_framing(parser)
    options.add_threshold(parser)
    options.add_part(parser)
    options.add_weights(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the reading of each file; return 1 if any could not be read."""
    rows: list[tuple[str, ...]] = []
    failed = False
    for item, found, place in _found(arguments):
        if found is None:
            failed = True
            print(f"lenet-gui: {printable(str(item.source))}", file=sys.stderr)
        elif arguments.json:
            values = _as_json(item, found, place)
            if not arguments.single:
                values |= _text_as_json(item, found, place)
            print(json.dumps(values))
        else:
            where = [] if place is None else [f"at {','.join(map(str, place))}"]
            cells = _as_text(found.reading)
            if found.number is not None:
                cells, where = _number_as_text(found.number), [*_notes(found.number), *where]
            rows.append((f"{printable(item.name)}:", *cells, ", ".join(where)))
    if rows:
        print(table(rows, right=(2,)))
    return 1 if failed else 0


def _found(
    arguments: argparse.Namespace,
) -> "Iterator[tuple[Item, Found | None, Place | None]]":
    """Yield each item of each file with what was read, which is None if the item is an error.

    Also yield which part of a picture was read, None for all of it. If none was asked for, and the
    picture is no number, it is the part that the window would frame first.
    """
    from lenet_gui.commands.reading import SourceReader
    from lenet_gui.core.framing.framing import Framing
    from lenet_gui.core.photo.box import Box
    from lenet_gui.core.photo.picture import Picture

    classifier = options.load_classifier(arguments)
    reader = SourceReader(classifier, Framing(arguments.framing), arguments.single)
    asked: Place | None = arguments.part
    part = None
    if asked is not None:
        part = Box(asked[0], asked[1], asked[0] + asked[2], asked[1] + asked[3])
    for file in arguments.files:
        for item in read_items(file, arguments.threshold, part):
            if isinstance(item.source, LenetGuiError):
                yield item, None, None
                continue
            found = reader.read(item.source, is_part=asked is not None)
            place = None
            if isinstance(item.source, Picture):
                box = found.part
                place = asked if box is None else _place(box, item.source.scale)
            yield item, found, place


def _place(box: "Box", scale: float) -> Place:
    """Return a box as left, top, width and height in the file's pixels."""
    left, top = round(box.left * scale), round(box.top * scale)
    return left, top, round(box.right * scale) - left, round(box.bottom * scale) - top


def _as_json(item: Item, found: "Found", place: Place | None) -> dict[str, Any]:
    """Return the keys of `--single`; digit and probabilities are null if there is no digit.

    That is so if nothing is drawn, and for a number, whose digits have their own.
    """
    values: dict[str, Any] = {"file": item.file}
    if item.line is not None:
        values["line"] = item.line
    if place is not None:
        values["part"] = place
    if found.number is None:
        return values | found.reading.to_dict()
    return values | {"verdict": str(found.number.verdict), "digit": None, "probabilities": None}


def _text_as_json(item: Item, found: "Found", place: Place | None) -> dict[str, Any]:
    """Return what was read as text, the same keys for a number and for one digit.

    Boxes are left, top, width and height: in the drawing's units, or in pixels of the file.
    """
    number, reading, source = found.number, found.reading, item.source
    if number is None:
        digit, probabilities = reading.digit, reading.probabilities
        if digit is None or probabilities is None:
            return {"text": None, "probability": None, "digits": []}
        return {
            "text": str(digit),
            "probability": round(float(probabilities[digit]), 6),
            "digits": [{"box": _box(_ink_box(reading.source), source, place)} | reading.to_dict()],
        }
    values = number.to_dict()
    values["digits"] = [
        {"box": _box(digit.box, source, place)} | digit.reading.to_dict() for digit in number.digits
    ]
    if number.marks:
        values["ignored"] = [_box(mark, source, place) for mark in number.marks]
    return values


def _ink_box(source: "Source") -> "Sides":
    """Return the box of a digit's ink as a number's digits have it: strokes without the pen."""
    from lenet_gui.core.photo.digit_boxes import INKED
    from lenet_gui.core.photo.picture import Picture
    from lenet_gui.core.strokes.transforming import bounds

    if isinstance(source, Picture):
        rows, columns = (source.ink >= INKED).nonzero()
        return columns.min(), rows.min(), columns.max() + 1, rows.max() + 1
    box = bounds(source)
    assert box is not None
    return box


def _box(sides: "Sides", source: object, place: Place | None) -> list[float]:
    """Return a box's left, top, width and height in what was read as those in the whole source."""
    from lenet_gui.core.photo.picture import Picture

    left, top, right, bottom = sides
    if not isinstance(source, Picture):
        return [float(f"{side:.9g}") for side in (left, top, right - left, bottom - top)]
    x, y = (0, 0) if place is None else place[:2]
    left, right = (round(side * source.scale) for side in (left, right))
    top, bottom = (round(side * source.scale) for side in (top, bottom))
    return [x + left, y + top, right - left, bottom - top]


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


def _number_as_text(number: "NumberReading") -> tuple[str, str, str]:
    """Return table cells: the number, its probability if all of it is digits, and each digit."""
    lines = [", ".join(_digit_as_text(digit) for digit in line) for line in number.lines]
    likely = percent(number.probability) if number.is_all_digits else ""
    return number.text.replace("\n", LINE_END), likely, LINE_END.join(lines)


def _digit_as_text(digit: "PlacedDigit") -> str:
    """Return a digit of a number with its probability, and with the other of a toss-up."""
    from lenet_gui.core.reading.reading import Verdict

    reading = digit.reading
    if reading.digit is None:
        return f"{digit.text} not a digit"
    text = f"{digit.text} {percent(digit.probability)}"
    return f"{text} or {reading.runner_up}" if reading.verdict is Verdict.AMBIGUOUS else text


def _notes(number: "NumberReading") -> list[str]:
    """Return what else there is to say: the second cut, and the marks that were ignored."""
    notes = [] if number.second is None else [f"or {number.second}?"]
    count = len(number.marks)
    if count:
        notes.append(
            "1 point or dash ignored" if count == 1 else f"{count} points or dashes ignored"
        )
    return notes
