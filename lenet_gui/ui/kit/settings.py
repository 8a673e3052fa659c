"""What the window remembers from one time to the next. Nonsense in it falls back to the default."""

import json
import logging
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QByteArray, QObject, QSettings, QTimer, Signal

from lenet_gui.ui.kit.settings_file import packed, read_texts, unpacked, write_texts

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
