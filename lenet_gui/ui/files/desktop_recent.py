"""The desktop's own list of recent files, where the system has one that a program can reach.

Linux desktops share a file, by the Desktop Bookmark Specification; Windows makes jump lists of what
it is told. macOS keeps its list behind a framework that this program does without. Nothing depends
on the list, so failures are only logged.
"""

import ctypes
import logging
import os
import shlex
import sys
from collections.abc import Callable, Iterator, Mapping, Set
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import (
    QBuffer,
    QIODevice,
    QMimeDatabase,
    QStandardPaths,
    QXmlStreamReader,
    QXmlStreamWriter,
)

from lenet_gui.core.files.whole_file import write_whole_file
from lenet_gui.ui.document.documents import ENDING
from lenet_gui.user_data import NAME

logger = logging.getLogger("lenet_gui")

FILE_NAME = "recently-used.xbel"
SIZE_LIMIT = 2**20
"""Bytes above which the file is left alone: the window would wait for it."""
PRIVATE = 0o600
"""Permissions of a new file: nobody else can see which files were opened."""
TYPE = "application/x-lenet-gui+json"
"""The type of this program's drawings, also where it is not installed."""
OWNER = "http://freedesktop.org"
BOOKMARK = "http://www.freedesktop.org/standards/desktop-bookmarks"
MIME = "http://www.freedesktop.org/standards/shared-mime-info"
EMPTY = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    f'<xbel version="1.0" xmlns:bookmark="{BOOKMARK}" xmlns:mime="{MIME}">\n</xbel>\n'
).encode()
ENTITY = "<!ENTITY"
"""Declares an entity; no desktop does."""
WIDE_PATH = 3
"""SHARD_PATHW: Windows gets a path in wide characters."""

Change = Callable[[QXmlStreamReader, QXmlStreamWriter], None]
"""Copies bookmarks from the one to the other, with a change."""


def note(path: Path) -> None:
    """Put a file that was opened or saved on the list."""
    if sys.platform == "win32":
        ctypes.windll.shell32.SHAddToRecentDocs(WIDE_PATH, ctypes.c_wchar_p(str(path)))
    elif sys.platform != "darwin":
        _rewrite(lambda text: changed(text, partial(_copy_with, path)))


def forget() -> None:
    """Take this program off the list, with the files that only it has opened.

    Windows can only clear the list of all programs, so there it stays.
    """
    if sys.platform not in ("win32", "darwin"):
        _rewrite(lambda text: changed(text, partial(_copy_without, _only_ours(text))))


def _rewrite(change: Callable[[str], bytes | None]) -> None:
    """Change the desktop's file, if there is one or the desktop would use it.

    A file that can't be understood is left alone, with what other programs have put there.
    """
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    file = Path(place) / FILE_NAME
    try:
        if file.exists():  # also as a pipe, which would never end
            is_readable = file.is_file() and file.stat().st_size <= SIZE_LIMIT
            before = file.read_bytes() if is_readable else b""
        else:
            before = EMPTY if os.environ.get("XDG_CURRENT_DESKTOP") else b""
        after = change(before.decode())
        if after is not None and after != before:
            file.parent.mkdir(parents=True, exist_ok=True)
            write_whole_file(file, after, PRIVATE)
    except (OSError, UnicodeDecodeError) as error:
        logger.info("%s can't be changed: %s", file, error)


def changed(text: str, change: Change) -> bytes | None:
    """Return bookmarks with a change; None if the text is something else.

    So are those with entities of their own: in the copy, each is as long as what it stands for.
    """
    reader, buffer = QXmlStreamReader(text), QBuffer()
    if ENTITY in text or not reader.readNextStartElement() or reader.name() != "xbel":
        return None
    reader = QXmlStreamReader(text)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    change(reader, QXmlStreamWriter(buffer))
    return None if reader.hasError() else bytes(buffer.data().data())


def _copy_with(path: Path, reader: QXmlStreamReader, writer: QXmlStreamWriter) -> None:
    """Copy the bookmarks, with this program at that of `path`, beside other programs."""
    address, now = path.as_uri(), f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}"
    is_there = is_here = False
    count = 0
    for _ in _tokens(reader):
        if _is_at(reader, "bookmark"):
            is_here = _value(reader, "href") == address
            is_there |= is_here
        if is_here and _is_at(reader, "bookmark"):
            times = {"modified": now, "visited": now}
            values = reader.attributes()
            kept = {values.at(n).name(): values.at(n).value() for n in range(values.size())}
            _start(writer, "", "bookmark", kept | times)
        elif is_here and _is_ours(reader):
            count = int(seen) if (seen := _value(reader, "count")).isdecimal() else 0
            reader.skipCurrentElement()
        else:
            if reader.isEndElement() and is_here and reader.name() == "applications":
                _write_program(writer, now, count + 1)
            if reader.isEndElement() and reader.name() == "xbel" and not is_there:
                _write_bookmark(writer, path, now)
            writer.writeCurrentToken(reader)


def _copy_without(alone: Set[str], reader: QXmlStreamReader, writer: QXmlStreamWriter) -> None:
    """Copy the bookmarks without this program, and without those at the addresses `alone`."""
    for _ in _tokens(reader):
        is_left_out = _is_at(reader, "bookmark") and _value(reader, "href") in alone
        if is_left_out or _is_ours(reader):
            reader.skipCurrentElement()
        else:
            writer.writeCurrentToken(reader)


def _only_ours(text: str) -> set[str]:
    """Return the addresses of the bookmarks that no other program has."""
    reader, address = QXmlStreamReader(text), ""
    ours: set[str] = set()
    others: set[str] = set()
    for _ in _tokens(reader):
        if _is_at(reader, "bookmark"):
            address = _value(reader, "href")
        elif _is_at(reader, "application"):
            (ours if _is_ours(reader) else others).add(address)
    return ours - others


def _write_bookmark(writer: QXmlStreamWriter, path: Path, now: str) -> None:
    by_name = QMimeDatabase.MatchMode.MatchExtension
    kind = QMimeDatabase().mimeTypeForFile(str(path), by_name).name()
    times = dict.fromkeys(("added", "modified", "visited"), now)
    _start(writer, "", "bookmark", {"href": path.as_uri(), **times})
    _start(writer, "", "info")
    _start(writer, "", "metadata", {"owner": OWNER})
    _start(writer, MIME, "mime-type", {"type": TYPE if path.name.endswith(ENDING) else kind})
    writer.writeEndElement()
    _start(writer, BOOKMARK, "applications")
    _write_program(writer, now, 1)
    for _ in range(4):
        writer.writeEndElement()
    writer.writeCharacters("\n")


def _write_program(writer: QXmlStreamWriter, now: str, count: int) -> None:
    program = shlex.quote(sys.executable) if getattr(sys, "frozen", False) else NAME
    command = shlex.quote(f"{program} %f")
    values = {"name": NAME, "exec": command, "modified": now, "count": str(count)}
    _start(writer, BOOKMARK, "application", values)
    writer.writeEndElement()


def _start(
    writer: QXmlStreamWriter, space: str, tag: str, values: Mapping[str, str] | None = None
) -> None:
    """Write the start of an element with its attributes."""
    writer.writeStartElement(space, tag)
    for name, value in (values or {}).items():
        writer.writeAttribute(name, value)


def _tokens(reader: QXmlStreamReader) -> Iterator[None]:
    """Lead a reader from one token to the next, up to the end or to what is not well-formed."""
    while not reader.atEnd() and reader.readNext() != QXmlStreamReader.TokenType.Invalid:
        yield


def _is_at(reader: QXmlStreamReader, tag: str) -> bool:
    """Return whether an element with this tag begins."""
    return reader.isStartElement() and reader.name() == tag


def _is_ours(reader: QXmlStreamReader) -> bool:
    """Return whether the element of this program begins."""
    return _is_at(reader, "application") and _value(reader, "name") == NAME


def _value(reader: QXmlStreamReader, name: str) -> str:
    return reader.attributes().value(name)
