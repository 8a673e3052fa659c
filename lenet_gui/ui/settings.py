"""What the window remembers from one time to the next. Nonsense in it falls back to the default."""

import logging
from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import QByteArray, QSettings

logger = logging.getLogger("lenet_gui")

NAME = "lenet-gui"
T = TypeVar("T")


class Settings:
    """Settings in a text file of the user's own, each checked when it is read."""

    def __init__(self) -> None:
        ini, user = QSettings.Format.IniFormat, QSettings.Scope.UserScope
        self._stored = QSettings(ini, user, NAME, NAME)

    def choice(self, key: str, allowed: Sequence[str], default: str) -> str:
        """Return one of the `allowed` words."""
        value = self._stored.value(key, default)
        if value in allowed:
            return str(value)
        return self._refuse(key, value, default)

    def number(self, key: str, least: float, most: float, default: float) -> float:
        """Return a number from `least` to `most`."""
        value = self._stored.value(key, default)
        try:
            found = float(str(value))
        except ValueError:
            return self._refuse(key, value, default)
        # False for NaN as well.
        return found if least <= found <= most else self._refuse(key, value, default)

    def flag(self, key: str, default: bool) -> bool:
        """Return yes or no."""
        value = str(self._stored.value(key, default)).lower()  # as text, it comes back from a file
        if value in ("true", "false"):
            return value == "true"
        return self._refuse(key, value, default)

    def blob(self, key: str) -> QByteArray:
        """Return bytes that Qt made; empty where there are none."""
        value = self._stored.value(key, QByteArray())
        return value if isinstance(value, QByteArray) else self._refuse(key, value, QByteArray())

    def keep(self, key: str, value: object) -> None:
        """Remember a value; it is written when there is time, and at the end."""
        self._stored.setValue(key, value)

    def forget(self, key: str) -> None:
        """Go back to the default."""
        self._stored.remove(key)

    def write(self) -> bool:
        """Write the file now; False where it can't be written."""
        self._stored.sync()
        if self._stored.status() == QSettings.Status.NoError:
            return True
        logger.warning("%s can't be written: settings are not kept", self._stored.fileName())
        return False

    def _refuse(self, key: str, value: object, default: T) -> T:
        logger.warning("Setting %s: %r means nothing here; taking %r", key, value, default)
        return default
