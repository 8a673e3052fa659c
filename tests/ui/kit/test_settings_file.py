"""The settings file holds texts, and what else it says harms nothing."""

import os
import pickle
import struct
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QApplication

from lenet_gui.ui.kit.settings import (
    SIZE_LIMIT,
    Settings,
    packed,
    read_texts,
    settings_path,
    unpacked,
    write_texts,
)


class Trap:
    """Makes a folder when it is unpickled."""

    def __init__(self, place: Path) -> None:
        self.place = place

    def __reduce__(self) -> Any:
        return os.mkdir, (str(self.place),)


def variant(place: Path) -> str:
    """Return a value that QSettings takes for a pickled object of Python's."""
    name, pickled = b"PyObject\0", pickle.dumps(Trap(place))
    stream = struct.pack(">II", 0x7F, len(name)) + name + struct.pack(">I", len(pickled)) + pickled
    return '"@Variant(' + "".join(f"\\x{byte:x}" for byte in stream) + ')"'


def test_a_value_that_is_code_is_a_text(tmp_path: Path) -> None:
    made = tmp_path / "made"
    path = settings_path()
    path.parent.mkdir(parents=True)
    path.write_text(f"[General]\ntheme={variant(made)}\n")
    assert Settings().choice("theme", ("light", "dark"), "light") == "light"
    assert Settings().blob("theme").isEmpty()
    assert not made.exists()
    QSettings(str(path), QSettings.Format.IniFormat).value("theme")
    assert made.exists()  # so much for QSettings


@pytest.mark.parametrize(
    "text",
    ["", "dark", " two spaces ", "a=b;c", '"quoted"', "é\n\r\0", '["a", "b"]', "@Variant(x)"],
)
def test_texts_come_back_as_they_were(tmp_path: Path, text: str) -> None:
    path = tmp_path / "folder" / "settings.ini"
    write_texts(path, {"one": text, "two": "2"})
    write_texts(path, {"two": "3"})
    assert read_texts(path) == {"one": text, "two": "3"}
    assert [file.name for file in path.parent.iterdir()] == ["settings.ini"]


def test_bytes_come_back_and_damaged_ones_do_not(qapp: QApplication) -> None:
    settings = Settings()
    settings.keep("layout", QByteArray(b"\0\xff layout"))
    settings.write()
    assert Settings().blob("layout") == QByteArray(b"\0\xff layout")
    assert unpacked(packed(b"abc")) == b"abc"
    assert unpacked(packed(b"abc").replace("YWJj", "YWJk")) is None  # abd
    assert unpacked("base64:00000000:***") is None
    assert unpacked("@ByteArray(abc)") is None


def test_what_is_no_settings_file_has_no_texts(tmp_path: Path) -> None:
    path = tmp_path / "settings.ini"
    assert read_texts(path) == {}
    assert read_texts(tmp_path) == {}
    path.write_bytes(b"a=b\n" * (SIZE_LIMIT // 4 + 1))
    assert read_texts(path) == {}
    path.write_bytes(b"\xef\xbb\xbfa=1\r\n;b=2\n#c=3\n[d=4]\nno value\n=5\n\xff=6\n")
    assert read_texts(path) == {"a": "1", "": "5", "\ufffd": "6"}


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.ini", tmp_path / "link.ini"
    real.write_text("a=1\n")
    link.symlink_to(real)
    write_texts(link, {"b": "2"})
    assert link.is_symlink()
    assert read_texts(real) == {"a": "1", "b": "2"}


def test_a_file_that_cannot_be_read_is_not_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "settings.ini"
    write_texts(place, {"word": "one", "other": "kept"})
    usual = Path.open

    def refuse(path: Path, mode: str = "r", *rest: Any, **more: Any) -> Any:
        if path == place and mode == "rb":  # which no permission keeps the superuser from
            raise PermissionError("Permission denied")
        return usual(path, mode, *rest, **more)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", refuse)
        with pytest.raises(PermissionError):
            write_texts(place, {"word": "two"})
    assert read_texts(place) == {"word": "one", "other": "kept"}
