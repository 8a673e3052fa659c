"""What was chosen is found again, and nonsense in the file harms nothing."""

import logging
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from lenet_gui.core.framing.framing import Framing
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.strokes.drawing import Drawing, stroke
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.files.recent import RecentFiles
from lenet_gui.ui.kit.appearance import current_theme
from lenet_gui.ui.kit.settings import Settings
from lenet_gui.ui.maps.colour_scale import Span
from lenet_gui.ui.reading.framing_strip import Strip


def settings_file() -> Path:
    ini, user = QSettings.Format.IniFormat, QSettings.Scope.UserScope
    return Path(QSettings(ini, user, "lenet-gui", "lenet-gui").fileName())


def write(text: str) -> None:
    settings_file().parent.mkdir(parents=True, exist_ok=True)
    settings_file().write_text(f"[General]\n{text}\n")


def test_values_come_back(qapp: QApplication) -> None:
    settings = Settings()
    settings.keep("word", "two")
    settings.keep("number", 1.5)
    settings.keep("flag", True)
    settings.write()
    found = Settings()
    assert found.choice("word", ("one", "two"), "one") == "two"
    assert found.number("number", 1, 2, 1) == 1.5
    assert found.flag("flag", False) is True
    assert found.choice("unknown", ("one", "two"), "one") == "one"


@pytest.mark.parametrize("text", ["word=three", "word=", "word=@Invalid()", "word=1, 2"])
def test_an_unknown_word_falls_back_and_is_logged(
    text: str, caplog: pytest.LogCaptureFixture
) -> None:
    write(text)
    with caplog.at_level(logging.WARNING):
        assert Settings().choice("word", ("one", "two"), "one") == "one"
    assert "word" in caplog.text


@pytest.mark.parametrize("text", ["n=abc", "n=nan", "n=inf", "n=7", "n=-1", "n=@ByteArray(x)"])
def test_a_bad_number_falls_back_and_is_logged(text: str, caplog: pytest.LogCaptureFixture) -> None:
    write(text)
    with caplog.at_level(logging.WARNING):
        assert Settings().number("n", 1, 5, 2) == 2
    assert "Setting n" in caplog.text


def test_bad_flags_and_bytes_fall_back() -> None:
    write("flag=perhaps\nbytes=7")
    assert Settings().flag("flag", True) is True
    assert Settings().blob("bytes").isEmpty()


def test_a_file_that_cannot_be_written_is_told_once_and_stops_nothing(
    window: MainWindow, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    settings_file().parent.parent.mkdir(parents=True, exist_ok=True)
    settings_file().parent.write_text("a file where the folder should be")
    bar = window.statusBar()
    with caplog.at_level(logging.WARNING):
        window.actions_.choose(window.actions_.themes, "dark")
        qtbot.waitUntil(lambda: "can't be kept" in bar.currentMessage())
        window.actions_.choose(window.actions_.themes, "light")
        window.close()
    assert caplog.text.count("not kept") == 1


def test_settings_that_are_not_kept_leave_no_trace() -> None:
    settings = Settings(is_kept=False)
    settings.keep("word", "two")
    settings.write()
    assert settings.choice("word", ("one", "two"), "one") == "two"
    assert not settings_file().exists()
    assert Settings().choice("word", ("one", "two"), "one") == "one"


def test_the_window_comes_back_as_it_was_left(
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
    window.resize(960, 700)  # which fits the offscreen platform's screen
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


def test_nonsense_in_the_file_gives_a_usual_window(
    random_classifier: Classifier, qtbot: QtBot
) -> None:
    write(
        "theme=plaid\nspan=wide\ncolours=none\nframing=7\npen_width=-3\n"
        "geometry=@ByteArray(nonsense)\nlayout=12"
    )
    window = MainWindow(random_classifier)
    qtbot.addWidget(window)
    assert (window.width(), window.height()) == (1280, 800)
    assert current_theme().name == "light"
    assert window.scale.value.span is Span.FIXED
    assert window.means.framing is Framing.MNIST
    assert window.editor.pen_width == pytest.approx(1.6)
    assert not window.docks["maps"].isHidden()


def test_a_theme_that_is_named_goes_first_and_is_not_kept(
    random_classifier: Classifier, qtbot: QtBot
) -> None:
    write("theme=dark")
    window = MainWindow(random_classifier, "light")
    qtbot.addWidget(window)
    assert current_theme().name == "light"
    window.close()
    assert Settings().choice("theme", ("light", "dark"), "light") == "dark"


@pytest.mark.parametrize(
    "text", ["[" * 100_000, '["' + "x" * 5000 + '"]', '["\\u0000"]', "[5]", "5"]
)
def test_files_that_nobody_opened_leave_a_usual_window(
    text: str, random_classifier: Classifier, qtbot: QtBot
) -> None:
    write(f"recent={text}")
    window = MainWindow(random_classifier)
    qtbot.addWidget(window)
    assert window.isEnabled()


def test_two_windows_leave_each_other_their_choices(qapp: QApplication) -> None:
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
def test_what_is_opened_keeps_its_pen_to_itself(window: MainWindow, chosen: float | None) -> None:
    before = window.tools.pen.width
    window.load(Drawing((stroke([[0, 0], [9, 9]]),), canvas=(28, 28), pen_width=2.5))
    assert window.tools.pen.width == pytest.approx(2.5)
    if chosen is not None:
        window.tools.set_width(chosen, window.tools.pen)
    window.close()
    assert Settings().number("pen_width", 1, 5, before) == pytest.approx(chosen or before)
