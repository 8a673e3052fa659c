"""What the window remembers between sessions. Invalid values fall back to the default."""

import base64
import binascii
import json
import logging
import os
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QByteArray, QObject, QSettings, QTimer, Signal

from lenet_gui.core.files.whole_file import write_whole_file

logger = logging.getLogger("lenet_gui")

NAME = "lenet-gui"
T = TypeVar("T")
WRITING = 500
"""Milliseconds after a choice until the file is written."""
SIZE_LIMIT = 2**20
"""Bytes above which a file is not the program's."""
INI_COMMENTS = (";", "#", "[")


class Settings(QObject):
    """The user's settings, in a JSON file; each is checked when it is read.

    Several windows may share the file: each writes its own choices, and leaves the others.
    """

    failed = Signal()
    """The file can't be written. Emitted once."""

    def __init__(
        self, is_kept: bool = True, is_read: bool = True, parent: QObject | None = None
    ) -> None:
        """Open the user's settings.

        Unless `is_kept`, the file is left alone and choices end with this run of the program;
        unless `is_read`, the settings have nothing to do with the user's.
        """
        super().__init__(parent)
        self._chosen: dict[str, object] = {}
        self._stored: dict[str, Any] = {}
        self._path = settings_path() if is_read else None
        self.is_kept = is_kept and is_read
        """Whether choices are written."""
        self._has_failed = False
        self._soon = QTimer(self, singleShot=True, interval=WRITING)
        self._soon.timeout.connect(self.write)
        self.read_anew()

    def choice(self, key: str, allowed: Sequence[str], default: str) -> str:
        """Return one of the `allowed` words."""
        value = self._value(key, default)
        return str(value) if value in allowed else self._refuse(key, value, default)

    def number(self, key: str, least: float, most: float, default: float) -> float:
        """Return a number from `least` to `most`."""
        value = self._value(key, default)
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        # False for NaN as well.
        return value if is_number and least <= value <= most else self._refuse(key, value, default)

    def flag(self, key: str, default: bool) -> bool:
        """Return a Boolean."""
        value = self._value(key, default)
        return value if isinstance(value, bool) else self._refuse(key, value, default)

    def texts(self, key: str) -> list[str]:
        """Return a list of texts; empty if there is none."""
        value = self._value(key, [])
        if isinstance(value, list) and all(isinstance(text, str) for text in value):
            return value
        return self._refuse(key, value, [])

    def blob(self, key: str) -> QByteArray:
        """Return bytes that Qt made; empty if there are none, or they are damaged."""
        value = self._value(key, "")
        data = unpacked(value) if value else b""
        return self._refuse(key, value, QByteArray()) if data is None else QByteArray(data)

    def keep(self, key: str, value: QByteArray | str | float | Sequence[str]) -> None:
        """Remember a value; the file is written a moment later."""
        self._chosen[key] = packed(bytes(value.data())) if isinstance(value, QByteArray) else value
        if self.is_kept:
            self._soon.start()

    def read_anew(self) -> None:
        """Write this window's choices, then read those that other windows have made meanwhile."""
        self.write()
        if self._path is not None:
            try:
                self._stored = read_settings(self._path)
            except OSError:
                self._stored = {}

    def write(self) -> None:
        """Write the file now."""
        if self._path is None or not (self.is_kept and self._chosen):
            return
        try:
            self._stored = write_settings(self._path, self._chosen)
            self._chosen = {}  # other windows may change these later
        except OSError as error:
            if not self._has_failed:
                self._has_failed = True
                reason = error.strerror or error
                logger.warning("%s: %s: settings are not kept", self._path, reason)
                self.failed.emit()

    def _value(self, key: str, default: object) -> Any:
        return self._chosen.get(key, self._stored.get(key, default))

    def _refuse(self, key: str, value: object, default: T) -> T:
        logger.warning("Setting %s: %.200r means nothing here; taking %r", key, value, default)
        return default


def settings_path() -> Path:
    """Return the path of the user's settings file."""
    return _ini_path().with_suffix(".json")


def discard_qt_settings() -> None:
    """Have Qt keep no settings of its own, such as the folders that its file dialogs have shown."""
    native, user = QSettings.Format.NativeFormat, QSettings.Scope.UserScope
    QSettings.setPath(native, user, os.devnull)


def _ini_path() -> Path:
    """Return where earlier versions kept the settings. Qt knows the place; it reads no file."""
    ini, user = QSettings.Format.IniFormat, QSettings.Scope.UserScope
    return Path(QSettings(ini, user, NAME, NAME).fileName())


def read_settings(path: Path) -> dict[str, Any]:
    """Return the settings in a file, or those of earlier versions if there is no such file yet.

    A file that holds something else counts as empty. Raises OSError.
    """
    if not path.exists():
        ini = _ini_path()
        return _read_ini(_text(ini)) if ini.exists() else {}
    found = _from_json(_text(path))
    return found if isinstance(found, dict) else {}


def write_settings(path: Path, chosen: dict[str, Any]) -> dict[str, Any]:
    """Set settings in a file and leave its others, whole or not at all; return all of them.

    Raises OSError, also if there is a file that can't be read: its settings would be lost.
    """
    values = read_settings(path) | chosen
    path.resolve().parent.mkdir(parents=True, exist_ok=True)
    write_whole_file(path, f"{json.dumps(values, indent=2, sort_keys=True)}\n".encode())
    return values


def _read_ini(text: str) -> dict[str, Any]:
    """Return the settings of earlier versions: each value is JSON or a plain text."""
    found = {}
    for line in text.splitlines():
        key, is_value, value = line.partition("=")
        if is_value and not line.startswith(INI_COMMENTS):
            found[key.strip()] = _from_json(value, value.strip())
    return found


def _from_json(text: str, default: object = None) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return default


def _text(path: Path) -> str:
    with path.open("rb") as file:
        data = file.read(SIZE_LIMIT + 1)
    return "" if len(data) > SIZE_LIMIT else data.decode("utf-8-sig", "replace")


PACKED = "base64:"


def packed(data: bytes) -> str:
    """Return bytes as a text with a checksum: Qt crashes on a damaged window layout."""
    return f"{PACKED}{zlib.crc32(data):08x}:{base64.b64encode(data).decode('ascii')}"


def unpacked(text: object) -> bytes | None:
    """Return the bytes that `packed` turned into text; None if they are damaged."""
    if not isinstance(text, str) or not text.startswith(PACKED):
        return None
    total, _, encoded = text.removeprefix(PACKED).partition(":")
    try:
        data = base64.b64decode(encoded, validate=True)
    except (binascii.Error, ValueError):
        return None
    return data if f"{zlib.crc32(data):08x}" == total else None
