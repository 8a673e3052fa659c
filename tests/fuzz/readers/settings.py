"""The settings file: every choice is read, and a window restores its size and layout."""

import base64
import os
import pickle
import struct
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from shiboken6 import delete

from lenet_gui.ui.app.app import create_application
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.kit.settings import Settings, settings_path
from tests.core.sample_records import CLASSIFIER
from tests.fuzz.changing import Draw, change_bytes, change_text
from tests.fuzz.readers import Reader

MARK = b"=base64:"
BUILDS_A_WINDOW = 500
"""One in this many inputs is read by a new window, the others by an existing one."""


def make() -> Reader:
    create_application()
    window = MainWindow(CLASSIFIER, settings=Settings(is_kept=False))
    keep = {"geometry": window.saveGeometry(), "lens_share": 0.5, "language": "de"}
    told = {"theme": "dark", "pen_width": 2.5, "high_contrast": True, "framing": "none"}
    first = _written({**keep, **told})
    window.lenses.set_floating(True)
    places = {"lens_window": window.lenses.save(), "lens_open": False, "lens": "inside"}
    second = _written({**places, "eraser_width": 30, "span": "layer"})
    return Reader((first, second), change, _Reading(window), EXTREMES)


def _written(values: dict[str, object]) -> bytes:
    settings = Settings()
    for key, value in values.items():
        settings.keep(key, value)
    settings.write()
    data = settings_path().read_bytes()
    settings_path().unlink()
    return data


class _Reading:
    """Writes the input to the settings file, and restores the window from it."""

    def __init__(self, window: MainWindow) -> None:
        self._window, self._count = window, 0

    def __call__(self, path: Path) -> None:
        place = settings_path()
        place.parent.mkdir(exist_ok=True)
        path.rename(place)
        try:
            settings = Settings()
            self._window.choices._settings = settings
            self._window.choices.restore()
            for key in ("theme", "colours", "language", "text_size", "framing", "x"):
                settings.choice(key, ("dark", "de"), "dark")
            settings.flag("high_contrast", False)
            settings.texts("recent")
            settings.keep("theme", "light")
            settings.write()
            if Settings().choice("theme", ("light",), "") != "light":
                raise AssertionError("The chosen setting is not in the file.")
            if self._count < len(EXTREMES) or self._count % BUILDS_A_WINDOW == 0:
                delete(MainWindow(CLASSIFIER))
            self._count += 1
        finally:
            place.unlink()
            place.parent.rmdir()


def change(draw: Draw, data: bytes, others: Sequence[bytes]) -> bytes:
    """Change the text, or the contents of Qt's byte arrays."""
    lines = [line for line in data.split(b"\n") if MARK in line]
    if not lines or draw(st.booleans()):
        return change_text(draw, data, others)
    line = draw(st.sampled_from(lines))
    head, _, text = line.rpartition(b":")
    changed = change_bytes(draw, base64.b64decode(text))
    return data.replace(line, head + b":" + base64.b64encode(changed))


class Trap:
    """Makes a folder when unpickled."""

    def __reduce__(self) -> Any:
        return os.mkdir, ("../elsewhere/made",)


def variant() -> bytes:
    """Return a value that Qt unpickles as a Python object."""
    name, pickled = b"PyObject\0", pickle.dumps(Trap())
    stream = struct.pack(">II", 0x7F, len(name)) + name + struct.pack(">I", len(pickled)) + pickled
    return b'"@Variant(' + b"".join(b"\\x%x" % byte for byte in stream) + b')"'


GENERAL = b"[General]\n"
EXTREMES: Sequence = (
    *(
        lambda key=key: GENERAL + key + b"=" + variant() + b"\n"
        for key in (b"theme", b"lens_window", b"x")
    ),
    lambda: GENERAL + variant().replace(b'"', b"") + b"=1\n",
    lambda: GENERAL + b"lens_window=base64:0:" + b"A" * 900_000,
    lambda: (
        GENERAL
        + b"geometry=base64:0:"
        + base64.b64encode(b"\x01\xd9\xd0\xcb\0\3\0\0" + b"\x7f" * 62)
    ),
    lambda: GENERAL + b"pen_width=" + b"9" * 100_000,
    lambda: GENERAL + b"pen_width=nan\nx=" + b'"' + b"\\u0041" * 100_000 + b'"',
    lambda: GENERAL + b"recent=" + b"[" * 100_000,
    lambda: GENERAL + b'recent=["' + b"x" * 5000 + b'", "\\u0000", "../elsewhere/bait.json"]',
    lambda: b"a=b\n" * 250_000,
    lambda: b"\n" * 50_000_000,
    lambda: b"[" * 1_000_000,
    lambda: b"\0" * 1_000_000,
    lambda: b"",
)
