"""The settings file: INI whose values are texts and nothing else.

It is not QSettings that reads it. A value that begins with @Variant is to Qt an object of any kind,
and one that says it is Python's is unpickled: who can write the file could run code by it.
"""

import base64
import binascii
import json
import os
import zlib
from collections.abc import Mapping
from pathlib import Path

SECTION = "[General]"
COMMENTS = (";", "#", "[")
QUOTE = '"'
PACKED = "base64:"
SIZE_LIMIT = 2**20
"""Bytes above which a file is not the program's."""


def read_texts(path: Path) -> dict[str, str]:
    """Return the file's texts by their keys; none where there is no such file, or another one."""
    try:
        return _texts(path)
    except OSError:
        return {}


def _texts(path: Path) -> dict[str, str]:
    with path.open("rb") as file:
        data = file.read(SIZE_LIMIT + 1)
    if len(data) > SIZE_LIMIT:
        return {}
    found = {}
    for line in data.decode("utf-8-sig", "replace").splitlines():
        key, is_value, text = line.partition("=")
        if is_value and not line.startswith(COMMENTS):
            found[key.strip()] = _unquoted(text.strip())
    return found


def write_texts(path: Path, texts: Mapping[str, str]) -> None:
    """Set texts in the file and leave its others, whole or not at all.

    Raises OSError, also where there is a file that can't be read: its others would be lost.
    """
    place = path.resolve()  # the file itself, where a link leads to it
    place.parent.mkdir(parents=True, exist_ok=True)
    values = {**(_texts(place) if place.exists() else {}), **texts}
    lines = [SECTION, *(f"{key}={_quoted(text)}" for key, text in sorted(values.items()))]
    partial = place.with_name(f"{place.name}.{os.getpid()}.part")
    try:
        partial.write_text("\n".join(lines) + "\n", encoding="utf-8")
        partial.replace(place)
    finally:
        partial.unlink(missing_ok=True)


def packed(data: bytes) -> str:
    """Return bytes as a text with their sum: Qt crashes on a window's layout that is damaged."""
    return f"{PACKED}{zlib.crc32(data):08x}:{base64.b64encode(data).decode('ascii')}"


def unpacked(text: str) -> bytes | None:
    """Return the bytes that `packed` made a text of, or None where it made no such text."""
    if not text.startswith(PACKED):
        return None
    total, _, encoded = text.removeprefix(PACKED).partition(":")
    try:
        data = base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError):
        return None
    return data if f"{zlib.crc32(data):08x}" == total else None


def _quoted(text: str) -> str:
    """Return a text as it is, or in JSON where the file would not give it back as it is."""
    is_plain = text.isprintable() and text.strip() == text and not text.startswith(QUOTE)
    return text if is_plain else json.dumps(text)


def _unquoted(text: str) -> str:
    if not text.startswith(QUOTE):
        return text
    try:
        value = json.loads(text)
    except ValueError:
        return text
    return value if isinstance(value, str) else text
