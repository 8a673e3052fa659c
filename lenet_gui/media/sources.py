"""What can be read from files: drawings, lines of drawings, exports, pictures."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from lenet_gui.errors import DrawingError, LenetGuiError, PictureError

if TYPE_CHECKING:
    from PySide6.QtCore import QCoreApplication

    from lenet_gui.core.photo.box import Box
    from lenet_gui.core.photo.picture import Picture
    from lenet_gui.core.strokes.drawing import Drawing

STANDARD_INPUT = "-"
SIZE_LIMIT = 64 * 2**20
"""Bytes above which a file is refused unread."""
LINE_LIMIT = 1_000_000
LINES_SUFFIXES = (".jsonl", ".ndjson")
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
HEAD = 2**20
"""Bytes of a file that decide whether it holds one object or one per line."""
NUL = b"\0"
"""Occurs in no UTF-8 text, and in nearly every other file."""


@dataclass(frozen=True)
class Item:
    """One thing to read, in a file or (`line` from 1) on a line of it; or why it can't be read."""

    file: str
    line: int | None
    source: "Drawing | Picture | LenetGuiError"

    @property
    def name(self) -> str:
        """The file's name, with the line's number in a file of lines."""
        return self.file if self.line is None else f"{self.file}:{self.line}"


def read_items(
    file: str, threshold: float | None = None, part: "Box | None" = None
) -> Iterator[Item]:
    """Yield the items in a file or standard input, errors included.

    `threshold` separates a picture's ink from its paper, 0 … 1; None is the default. Of a picture
    only `part` is read, in its file's pixels; None is all of it.
    """
    from lenet_gui.core.records.archive import is_archive

    name = "Standard input" if file == STANDARD_INPUT else file or '""'
    try:
        data = _bytes(file, name)
    except LenetGuiError as error:
        yield Item(file, None, error)
        return
    if is_archive(data):
        yield Item(file, None, _drawing(data, name))
        return
    if Path(file).suffix.lower() in LINES_SUFFIXES and NUL not in data:
        yield from _line_items(file, data, name)
    elif _opens_object(data):
        source = _drawing(data, name)
        if isinstance(source, LenetGuiError) and _are_items(data):
            yield from _line_items(file, data, name)
        else:
            yield Item(file, None, source)
    else:
        yield Item(file, None, _picture_or_figure(data, name, threshold, part))


def _line_items(file: str, data: bytes, name: str) -> Iterator[Item]:
    """Yield the item on each line that is not blank."""
    if data.count(b"\n") + data.count(b"\r") > LINE_LIMIT:
        error = DrawingError(
            "{0} has more than {1} lines: split it into several files.", name, f"{LINE_LIMIT:,}"
        )
        yield Item(file, None, error)
        return
    for number, line in enumerate(data.splitlines(), start=1):
        if line.strip():
            yield Item(file, number, _drawing(line, f"{name}, line {number}"))


def _opens_object(data: bytes) -> bool:
    return data.removeprefix(BYTE_ORDER_MARK).lstrip().startswith(b"{")


def _are_items(data: bytes) -> bool:
    """Return whether a text is JSON Lines, not one object spread over several lines.

    It is if the first of several lines is JSON by itself or, if that line is bad, if another one at
    the beginning of the file opens an object no further to the right.
    """
    lines = data[:HEAD].splitlines()
    first, *others = (line.removeprefix(BYTE_ORDER_MARK) for line in lines if line.strip())
    if others and _is_json(first):
        return True
    margin = _indent(first)
    return any(_opens_object(line) and _indent(line) <= margin for line in others)


def _is_json(line: bytes) -> bool:
    from lenet_gui.core.strokes.drawing import parse_json

    try:
        parse_json(line)
    except DrawingError:
        return False
    return True


def _indent(line: bytes) -> int:
    return len(line) - len(line.lstrip())


def _bytes(file: str, name: str) -> bytes:
    """Return a file's bytes, or those of standard input."""
    from lenet_gui.core.files.limits import read_within

    try:
        if file == STANDARD_INPUT:
            data = read_within(sys.stdin.buffer, SIZE_LIMIT + 1) if sys.stdin else b""
        else:
            with open(file, "rb") as opened:
                data = read_within(opened, SIZE_LIMIT + 1)
    except OSError as error:
        raise PictureError("{0} can't be read: {1}.", name, error.strerror or error) from error
    if not data.strip():
        raise PictureError("{0} is empty.", name)
    if len(data) > SIZE_LIMIT:
        raise PictureError("{0} is too large: more than {1} MB.", name, SIZE_LIMIT // 2**20)
    return data


def _drawing(data: bytes, name: str) -> "Drawing | Picture | LenetGuiError":
    from lenet_gui.core.records.record_file import parse_source

    try:
        return parse_source(data)
    except DrawingError as error:
        return DrawingError("{0}: {1}", name, error)


def _picture_or_figure(
    data: bytes, name: str, threshold: float | None, part: "Box | None"
) -> "Drawing | Picture | LenetGuiError":
    """Read a picture; of a figure that this program exported, the drawing that it shows."""
    try:
        from lenet_gui.media.exporting import drawing_in_figure
        from lenet_gui.media.picture_file import is_picture, read_picture

        qt_application()
        drawing = drawing_in_figure(data)
        if drawing is not None:
            return drawing
        if not is_picture(data):
            from lenet_gui.media.unreadable import unreadable

            return unreadable(data, name) or PictureError(
                "{0} is neither a drawing (JSON) nor a supported picture.", name
            )
        return read_picture(data, name, threshold, part)
    except DrawingError as error:
        return DrawingError("{0}: {1}", name, error)
    except PictureError as error:
        return error
    except ModuleNotFoundError:
        raise
    except ImportError as error:  # a system library that Qt needs, for example libEGL.so.1
        return PictureError("{0}: pictures can't be read: {1}.", name, error)


@cache  # keeps a reference: otherwise the application would be deleted at once
def qt_application() -> "QCoreApplication":
    """Return an application without a screen: without one Qt aborts at text, also in an SVG."""
    from PySide6.QtCore import QLoggingCategory
    from PySide6.QtGui import QGuiApplication

    # One sentence of our own is enough about a damaged picture.
    QLoggingCategory.setFilterRules("qt.gui.imageio*=false")
    if running := QGuiApplication.instance():
        return running
    return QGuiApplication(["lenet-gui", "-platform", "offscreen"])
