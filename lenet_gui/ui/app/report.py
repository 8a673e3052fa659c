"""Writes the window's readings to a file, one JSON line each: for exhibits and tests."""

import json
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from PySide6.QtCore import QObject

from lenet_gui.errors import LenetGuiError
from lenet_gui.ui.app.main_window import MainWindow


class ReadingReport(QObject):
    """Appends settled readings to a file.

    One line marks the window as ready and gives the canvas's place on the screen, in logical
    pixels: {"ready": true, "canvas": [left, top, width, height]}. Each other line is a reading:
    {"digit": …, "probabilities": […]}, both null when nothing is drawn. If it is a number, they are
    about all of it as one digit, and "number" is the number's reading.

    If the disk is full, or a pipe is closed, it reports that once on standard error and stops
    writing; the window goes on.
    """

    def __init__(self, window: MainWindow, path: Path) -> None:
        """Open `path`, overwriting it. Raises LenetGuiError if it can't be written."""
        super().__init__(window)
        self._path = path
        try:
            self._file: IO[str] = path.open("w", encoding="utf-8")
        except OSError as error:
            raise LenetGuiError(
                "{0} can't be written: {1}.", path, error.strerror or error
            ) from error
        self._window = window
        window.painted.connect(self._write_ready)
        window.reader.settled.connect(self._write_reading)
        self.destroyed.connect(self._file.close)

    def _write_ready(self) -> None:
        place = self._window.canvas_on_screen()
        canvas = [place.x(), place.y(), place.width(), place.height()]
        self._write({"ready": True, "canvas": canvas})

    def _write_reading(self) -> None:
        reader = self._window.reader
        values = reader.whole.to_dict()
        if reader.number is not None:
            values["number"] = reader.number.to_dict()
        self._write(values)

    def _write(self, value: dict[str, Any]) -> None:
        if self._file.closed:
            return
        try:
            self._file.write(json.dumps(value) + "\n")
            self._file.flush()
        except OSError as error:
            with suppress(OSError):  # closing tries to write the rest
                self._file.close()
            reason = error.strerror or error
            with suppress(OSError):  # standard error may be on the same disk
                print(
                    f"lenet-gui: {self._path} can't be written any further: {reason};"
                    " the window goes on without it.",
                    file=sys.stderr,
                )
