"""`lenet-gui classify`: read the digits in drawings and pictures."""

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lenet_gui.commands import options
from lenet_gui.commands.table import table
from lenet_gui.errors import DrawingError, LenetGuiError, PictureError

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication

    from lenet_gui.core.classifier import Classifier
    from lenet_gui.core.drawing import Drawing
    from lenet_gui.core.framing import Framing
    from lenet_gui.core.picture import Picture
    from lenet_gui.core.reading import Reading

STANDARD_INPUT = "-"
SIZE_LIMIT = 256 * 2**20
"""Bytes above which a file is refused unread."""
LINES_SUFFIXES = (".jsonl", ".ndjson")
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Item:
    """One thing to read, in a file or (`line` from 1) on a line of it; or why it can't be read."""

    file: str
    line: int | None
    source: "Drawing | Picture | LenetGuiError"

    @property
    def name(self) -> str:
        """The file's name, with the line where there are many."""
        return self.file if self.line is None else f"{self.file}:{self.line}"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's options."""
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="a drawing (JSON), many drawings (JSON Lines) or a picture; - is standard input",
    )
    options.add_json(parser, "print one JSON object a line: file, line, digit, probabilities")
    options.add_framing(parser)
    options.add_weights(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print what each file is read as; 1 where one could not be read, after all the others."""
    from lenet_gui.core.framing import Framing

    classifier = options.load_classifier(arguments)
    framing = Framing(arguments.framing)
    rows: list[tuple[str, ...]] = []
    failed = False
    for item, reading in _readings(arguments.files, classifier, framing):
        if reading is None:
            failed = True
            print(f"lenet-gui: {item.source}", file=sys.stderr)
        elif arguments.json:
            print(json.dumps(_as_json(item, reading)))
        else:
            rows.append((f"{item.name}:", *_as_text(reading)))
    if rows:
        print(table(rows, right=(2,)))
    return 1 if failed else 0


def _readings(
    files: list[str], classifier: "Classifier", framing: "Framing"
) -> "Iterator[tuple[Item, Reading | None]]":
    """Read every item of every file; None where an item is an error."""
    for file in files:
        for item in _items(file):
            if isinstance(item.source, LenetGuiError):
                yield item, None
            else:
                yield item, classifier.read(item.source, framing)


def _items(file: str) -> Iterator[Item]:
    """Yield what a file holds, errors included."""
    name = "Standard input" if file == STANDARD_INPUT else file
    try:
        data = _bytes(file, name)
    except LenetGuiError as error:
        yield Item(file, None, error)
        return
    if not data.removeprefix(BYTE_ORDER_MARK).lstrip().startswith(b"{"):
        yield Item(file, None, _picture(data, name))
        return
    lines = data.splitlines()
    if Path(file).suffix.lower() in LINES_SUFFIXES or _openings(lines) > 1:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                yield Item(file, number, _drawing(line, f"{name}, line {number}"))
    else:
        yield Item(file, None, _drawing(data, name))


def _openings(lines: list[bytes]) -> int:
    """How many lines open an object: more than one in JSON Lines, one in an indented drawing."""
    return sum(line.removeprefix(BYTE_ORDER_MARK).startswith(b"{") for line in lines)


def _bytes(file: str, name: str) -> bytes:
    """Return a file's bytes, or those of standard input."""
    try:
        if file == STANDARD_INPUT:
            data = sys.stdin.buffer.read(SIZE_LIMIT + 1) if sys.stdin else b""
        else:
            with open(file, "rb") as opened:
                data = opened.read(SIZE_LIMIT + 1)
    except OSError as error:
        raise PictureError(f"{name} can't be read: {error.strerror or error}.") from error
    if not data.strip():
        raise PictureError(f"{name} is empty.")
    if len(data) > SIZE_LIMIT:
        raise PictureError(f"{name} is too large: more than {SIZE_LIMIT // 2**20} MB.")
    return data


def _drawing(text: bytes, name: str) -> "Drawing | LenetGuiError":
    from lenet_gui.core.drawing import parse_drawing

    try:
        return parse_drawing(text)
    except DrawingError as error:
        return DrawingError(f"{name}: {error}")


def _picture(data: bytes, name: str) -> "Picture | LenetGuiError":
    try:
        from lenet_gui.ui.picture_file import read_picture

        _qt_application()
        return read_picture(data, name)
    except PictureError as error:
        return error
    except ModuleNotFoundError:
        raise
    except ImportError as error:  # a system library that Qt needs, for example libEGL.so.1
        return PictureError(f"{name}: pictures can't be read here: {error}.")


@cache  # which holds the application: Qt's own would be gone at once
def _qt_application() -> "QCoreApplication":
    """Return an application without a screen: Qt aborts at text in an SVG where there is none."""
    from PySide6.QtCore import QLoggingCategory
    from PySide6.QtGui import QGuiApplication

    if running := QGuiApplication.instance():
        return running
    # One sentence of our own is enough about a damaged picture.
    QLoggingCategory.setFilterRules("qt.gui.imageio*=false")
    return QGuiApplication(["lenet-gui", "-platform", "offscreen"])


def _as_json(item: Item, reading: "Reading") -> dict[str, Any]:
    """Return what `--json` prints; digit and probabilities are null where nothing is drawn."""
    values: dict[str, Any] = {"file": item.file}
    if item.line is not None:
        values["line"] = item.line
    return values | reading.to_dict()


def _as_text(reading: "Reading") -> tuple[str, str, str]:
    """Return the winner, its probability and the runner-up, as cells of a table."""
    probabilities = reading.probabilities
    if probabilities is None:
        return "–", "", "nothing drawn"
    if reading.digit is None:
        return "–", "", f"no digit, nearest to {reading.most_probable}"
    first, second = (int(digit) for digit in probabilities.argsort()[::-1][:2])
    runner_up = f"then {second} {probabilities[second]:6.1%}"
    return str(first), f"{probabilities[first]:.1%}", runner_up
