"""What the window remembers from one time to the next. Nonsense in it falls back to the default."""

import base64
import binascii
import json
import logging
import os
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QByteArray, QObject, QSettings, QTimer, Signal

logger = logging.getLogger("lenet_gui")

NAME = "lenet-gui"
T = TypeVar("T")
WRITING = 500
"""Milliseconds after a choice until the file is written."""


class Settings(QObject):
    """Settings in a text file of the user's own, each checked when it is read."""

    failed = Signal()
    """The file can't be written; told once."""

    def __init__(self, is_kept: bool = True, parent: QObject | None = None) -> None:
        """Open the user's settings; those that are not kept begin and end with the program."""
        super().__init__(parent)
        self._chosen: dict[str, object] = {}
        self._path = settings_path() if is_kept else None
        self._stored: dict[str, str] = {} if self._path is None else read_texts(self._path)
        self._is_told = False
        self._soon = QTimer(self, singleShot=True, interval=WRITING)
        self._soon.timeout.connect(self.write)

    def choice(self, key: str, allowed: Sequence[str], default: str) -> str:
        """Return one of the `allowed` words."""
        value = self._value(key, default)
        if value in allowed:
            return str(value)
        return self._refuse(key, value, default)

    def number(self, key: str, least: float, most: float, default: float) -> float:
        """Return a number from `least` to `most`."""
        value = self._value(key, default)
        try:
            found = float(str(value))
        except ValueError:
            return self._refuse(key, value, default)
        # False for NaN as well.
        return found if least <= found <= most else self._refuse(key, value, default)

    def flag(self, key: str, default: bool) -> bool:
        """Return yes or no."""
        value = str(self._value(key, default)).lower()  # as text, it comes back from a file
        if value in ("true", "false"):
            return value == "true"
        return self._refuse(key, value, default)

    def blob(self, key: str) -> QByteArray:
        """Return bytes that Qt made; empty where there are none."""
        value = self._value(key, QByteArray())
        if isinstance(value, QByteArray):
            return value
        data = unpacked(str(value))
        return self._refuse(key, value, QByteArray()) if data is None else QByteArray(data)

    def texts(self, key: str) -> list[str]:
        """Return a list of texts; empty where there is none."""
        value = self._value(key, "[]")
        try:
            found = json.loads(str(value))
        except (ValueError, RecursionError):
            found = None
        if isinstance(found, list) and all(isinstance(text, str) for text in found):
            return found
        return self._refuse(key, value, [])

    def keep_texts(self, key: str, texts: Sequence[str]) -> None:
        """Remember a list of texts."""
        self.keep(key, json.dumps(list(texts)))

    def keep(self, key: str, value: object) -> None:
        """Remember a value; the file is written a moment later."""
        self._chosen[key] = value
        if self._path is not None:
            self._soon.start()

    def read_anew(self) -> None:
        """Take what other windows have chosen meanwhile, once what was chosen here is written."""
        self.write()
        if self._path is not None:
            self._stored = read_texts(self._path)

    def write(self) -> None:
        """Write the file now."""
        if self._path is None or not self._chosen:
            return
        texts = {key: _text(value) for key, value in self._chosen.items()}
        try:
            write_texts(self._path, texts)
            self._stored |= texts
            self._chosen = {}  # another window may choose otherwise, and is not overruled
        except OSError as error:
            if not self._is_told:
                self._is_told = True
                reason = error.strerror or error
                logger.warning("%s: %s: settings are not kept", self._path, reason)
                self.failed.emit()

    def _value(self, key: str, default: object) -> object:
        return self._chosen.get(key, self._stored.get(key, default))

    def _refuse(self, key: str, value: object, default: T) -> T:
        logger.warning("Setting %s: %r means nothing here; taking %r", key, value, default)
        return default


def settings_path() -> Path:
    """Return where the user's settings are kept. Qt knows the place; it does not read the file."""
    ini, user = QSettings.Format.IniFormat, QSettings.Scope.UserScope
    return Path(QSettings(ini, user, NAME, NAME).fileName())


def _text(value: object) -> str:
    """Return a value as the file has it."""
    if isinstance(value, QByteArray):
        return packed(bytes(value.data()))
    return str(value).lower() if isinstance(value, bool) else str(value)


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
