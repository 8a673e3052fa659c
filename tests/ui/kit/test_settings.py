"""Settings are restored, and invalid content of the file does no harm."""

import json
import logging
import os
import pickle
import struct
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from lenet_gui.core.framing.framing import Framing
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.strokes.drawing import Drawing, stroke
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.files.recent import RecentFiles
from lenet_gui.ui.kit.appearance import current_theme
from lenet_gui.ui.kit.settings import (
    SIZE_LIMIT,
    Settings,
    packed,
    read_settings,
    settings_path,
    unpacked,
    write_settings,
)
from lenet_gui.ui.maps.colour_scale import Span
from lenet_gui.ui.reading.framing_strip import Strip


def write(text: str) -> None:
    """Write the user's settings file."""
    settings_path().parent.mkdir(parents=True, exist_ok=True)
    settings_path().write_text(text, encoding="utf-8")


def write_ini(text: str) -> Path:
    """Write the settings file of earlier versions."""
    path = settings_path().with_suffix(".ini")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"[General]\n{text}\n", encoding="utf-8")
    return path


def test_values_are_restored(qapp: QApplication) -> None:
    settings = Settings()
    settings.keep("word", "two")
    settings.keep("number", 1.5)
    settings.keep("flag", True)
    settings.keep("texts", ["é\n\0", '"[a=b;'])
    settings.keep("layout", QByteArray(b"\0\xff layout"))
    settings.write()
    found = Settings()
    assert found.texts("texts") == ["é\n\0", '"[a=b;']
    assert found.blob("layout") == QByteArray(b"\0\xff layout")
    assert found.choice("word", ("one", "two"), "one") == "two"
    assert found.number("number", 1, 2, 1) == 1.5
    assert found.flag("flag", False) is True
    assert found.choice("unknown", ("one", "two"), "one") == "one"


@pytest.mark.parametrize("value", ['"three"', '""', "1", "null", '["two"]', '{"two": 1}'])
def test_an_unknown_word_falls_back_to_the_default_and_is_logged(
    value: str, caplog: pytest.LogCaptureFixture
) -> None:
    write(f'{{"word": {value}}}')
    with caplog.at_level(logging.WARNING):
        assert Settings().choice("word", ("one", "two"), "one") == "one"
    assert "word" in caplog.text


@pytest.mark.parametrize(
    "value", ['"3"', "NaN", "Infinity", "7", "-1", "true", "[3]", "1" + "0" * 400]
)
def test_an_invalid_number_falls_back_to_the_default_and_is_logged(
    value: str, caplog: pytest.LogCaptureFixture
) -> None:
    write(f'{{"n": {value}}}')
    with caplog.at_level(logging.WARNING):
        assert Settings().number("n", 1, 5, 2) == 2
    assert "Setting n" in caplog.text


def test_invalid_flags_texts_and_bytes_fall_back_to_the_default(qapp: QApplication) -> None:
    write('{"flag": "true", "texts": ["a", 5], "bytes": 7, "good": true}')
    settings = Settings()
    assert settings.flag("flag", False) is False
    assert settings.texts("texts") == []
    assert settings.blob("bytes").isEmpty()
    assert settings.flag("good", False) is True


def test_damaged_bytes_are_not_passed_to_qt() -> None:
    assert unpacked(packed(b"abc")) == b"abc"
    assert unpacked(packed(b"abc").replace("YWJj", "YWJk")) is None  # b"abd" in place of b"abc"
    assert unpacked("base64:00000000:***") is None
    assert unpacked("@ByteArray(abc)") is None


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[1]",
        b"5",
        b"\0" * 100,
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'{"a": ' + b"9" * 5000 + b"}",
        b'{"a": "' + b"x" * SIZE_LIMIT + b'"}',
    ],
)
def test_a_file_with_other_content_counts_as_empty(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(data)
    assert read_settings(path) == {}
    write_settings(path, {"b": 2})
    assert read_settings(path) == {"b": 2}


def test_saving_keeps_unknown_settings_and_symbolic_links(tmp_path: Path) -> None:
    real, link = tmp_path / "real.json", tmp_path / "link.json"
    real.write_text('\ufeff{"from the future": {"a": [1, null]}}', encoding="utf-8")
    link.symlink_to(real)
    write_settings(link, {"b": "é"})
    assert link.is_symlink()
    assert json.loads(real.read_text()) == {"b": "é", "from the future": {"a": [1, None]}}
    assert sorted(file.name for file in tmp_path.iterdir()) == ["link.json", "real.json"]


def test_an_unreadable_file_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "settings.json"
    write_settings(place, {"word": "one", "other": "kept"})
    usual = Path.open

    def refuse(path: Path, mode: str = "r", *rest: Any, **more: Any) -> Any:
        if path == place and mode == "rb":  # permissions would not stop the superuser
            raise PermissionError("Permission denied")
        return usual(path, mode, *rest, **more)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", refuse)
        with pytest.raises(PermissionError):
            write_settings(place, {"word": "two"})
    assert read_settings(place) == {"word": "one", "other": "kept"}


def test_earlier_versions_settings_are_read_until_new_ones_are_saved(
    qapp: QApplication,
) -> None:
    ini = write_ini('theme=dark\npen_width=2.5\ntoured=true\nrecent=["a", "b"]\n;x=1\nno value')
    before = ini.read_bytes()
    settings = Settings()
    assert settings.choice("theme", ("light", "dark"), "light") == "dark"
    assert settings.number("pen_width", 1, 5, 1) == 2.5
    assert settings.flag("toured", False) is True
    assert settings.texts("recent") == ["a", "b"]
    settings.keep("pen_width", 3.5)
    settings.write()
    assert ini.read_bytes() == before
    write_ini("theme=light")
    assert Settings().choice("theme", ("light", "dark"), "light") == "dark"
    assert Settings().number("pen_width", 1, 5, 1) == 3.5


class Trap:
    """Creates a folder when unpickled."""

    def __init__(self, place: Path) -> None:
        self.place = place

    def __reduce__(self) -> Any:
        return os.mkdir, (str(self.place),)


def variant(place: Path) -> str:
    """Return a value that QSettings would unpickle."""
    name, pickled = b"PyObject\0", pickle.dumps(Trap(place))
    stream = struct.pack(">II", 0x7F, len(name)) + name + struct.pack(">I", len(pickled)) + pickled
    return '"@Variant(' + "".join(f"\\x{byte:x}" for byte in stream) + ')"'


def test_a_pickled_value_is_read_as_text_only(tmp_path: Path) -> None:
    made = tmp_path / "made"
    path = write_ini(f"theme={variant(made)}")
    assert Settings().choice("theme", ("light", "dark"), "light") == "light"
    assert Settings().blob("theme").isEmpty()
    assert not made.exists()
    QSettings(str(path), QSettings.Format.IniFormat).value("theme")
    assert made.exists()  # QSettings does unpickle it


def test_a_write_error_is_reported_once_and_the_window_works_on(
    window: MainWindow, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    settings_path().parent.parent.mkdir(parents=True, exist_ok=True)
    settings_path().parent.write_text("a file where the folder should be")
    bar = window.statusBar()
    with caplog.at_level(logging.WARNING):
        window.actions_.choose(window.actions_.themes, "dark")
        qtbot.waitUntil(lambda: "can't be saved" in bar.currentMessage())
        window.actions_.choose(window.actions_.themes, "light")
        window.close()
    assert caplog.text.count("not kept") == 1


def test_settings_that_are_not_kept_write_no_file() -> None:
    settings = Settings(is_kept=False)
    settings.keep("word", "two")
    settings.write()
    assert settings.choice("word", ("one", "two"), "one") == "two"
    assert not settings_path().exists()
    assert Settings().choice("word", ("one", "two"), "one") == "one"


def test_settings_that_are_not_kept_begin_with_the_users_unless_they_are_not_read() -> None:
    users = Settings()
    users.keep("word", "two")
    users.write()
    assert Settings(is_kept=False).choice("word", ("one", "two"), "one") == "two"
    assert Settings(is_read=False).choice("word", ("one", "two"), "one") == "one"


def test_settings_that_are_not_read_write_no_file() -> None:
    settings = Settings(is_read=False)
    settings.keep("word", "two")
    settings.write()
    assert not settings_path().exists()


def test_the_windows_state_is_restored(
    window: MainWindow, random_classifier: Classifier, qtbot: QtBot
) -> None:
    actions = window.actions_
    actions.choose(actions.themes, "dark")
    actions.choose(actions.spans, Span.MAP)
    actions.choose(actions.colours, "blue-red")
    actions.framing.trigger()
    for _ in range(3):
        actions.wider.trigger()
    width = window.editor.pen_width
    window.resize(900, 700)  # fits the offscreen platform's screen
    window.close()
    found = MainWindow(random_classifier)
    qtbot.addWidget(found)
    assert found.size() == window.size()
    assert current_theme().name == "dark"
    assert current_theme().signed_map == "blue-red"
    assert found.scale.value.span is Span.MAP
    assert found.means.framing is Framing.NONE
    strip = found.findChild(Strip)
    assert strip is not None
    assert not strip.switch.isChecked()
    assert found.editor.pen_width == pytest.approx(width)


def test_invalid_settings_give_a_default_window(
    random_classifier: Classifier, qtbot: QtBot
) -> None:
    write(
        '{"theme": "plaid", "span": "wide", "colours": "none", "framing": 7, "pen_width": -3,'
        '"geometry": "@ByteArray(nonsense)", "layout": 12}'
    )
    window = MainWindow(random_classifier)
    qtbot.addWidget(window)
    assert (window.width(), window.height()) == (1280, 800)
    assert current_theme().name == "light"
    assert window.scale.value.span is Span.FIXED
    assert window.means.framing is Framing.MNIST
    assert window.editor.pen_width == pytest.approx(1.6)
    assert window.lenses.is_open


def test_a_given_theme_comes_first_and_is_not_saved(
    random_classifier: Classifier, qtbot: QtBot
) -> None:
    write('{"theme": "dark"}')
    window = MainWindow(random_classifier, "light")
    qtbot.addWidget(window)
    assert current_theme().name == "light"
    window.close()
    assert Settings().choice("theme", ("light", "dark"), "light") == "dark"


@pytest.mark.parametrize(
    "recent", ["[[[[]]]]", '["' + "x" * 5000 + '"]', '["\\u0000"]', '["\\ud800"]', "[5]", "5"]
)
def test_an_invalid_list_of_recent_files_is_harmless(
    recent: str, random_classifier: Classifier, qtbot: QtBot
) -> None:
    write(f'{{"recent": {recent}}}')
    window = MainWindow(random_classifier)
    qtbot.addWidget(window)
    assert window.isEnabled()


def test_two_windows_keep_each_others_choices(qapp: QApplication) -> None:
    one, other = Settings(), Settings()
    one.keep("theme", "dark")
    one.write()
    other.keep("theme", "light")
    other.write()
    one.keep("span", "map")
    one.write()
    one.read_anew()
    assert one.choice("theme", ("dark", "light"), "") == "light"
    assert Settings().choice("span", ("map",), "") == "map"


def test_two_windows_share_the_list_of_recent_files(qapp: QApplication, tmp_path: Path) -> None:
    lists = [RecentFiles(QMenu(), Settings(), lambda path: None, qapp) for _ in range(2)]
    paths = [tmp_path / name for name in "abc"]
    for number, path in enumerate(paths):
        path.touch()
        lists[number % 2].add(path)
    assert lists[0].paths == paths[::-1]


@pytest.mark.parametrize("chosen", [None, 3.0])
def test_an_opened_drawings_pen_width_is_not_saved(
    window: MainWindow, chosen: float | None
) -> None:
    before = window.tools.pen.width
    window.load(Drawing((stroke([[0, 0], [9, 9]]),), canvas=(28, 28), pen_width=2.5))
    assert window.tools.pen.width == pytest.approx(2.5)
    if chosen is not None:
        window.tools.set_width(chosen, window.tools.pen)
    window.close()
    assert Settings().number("pen_width", 1, 5, before) == pytest.approx(chosen or before)
