"""The window in other languages: complete, and switchable while open."""

import ast
import re
import sys
from collections import Counter
from importlib import import_module
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QLibraryInfo
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.errors import DatasetError, DrawingError
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.app.remembered import look_in
from lenet_gui.ui.kit import i18n
from lenet_gui.ui.kit.appearance import appearance
from lenet_gui.ui.kit.i18n import (
    ENGLISH,
    LANGUAGES,
    SYSTEM,
    decimal,
    grouped,
    nearest,
    sentence_of,
)
from lenet_gui.ui.kit.settings import Settings

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "assets" / "translations"
OTHERS = [name for name in LANGUAGES if name != ENGLISH]
NAMES = re.compile(r"\{\d?\}|%n|<[^>]+>")
"""Placeholders in a sentence."""


def choose(window: MainWindow, name: str) -> None:
    """Click a language in the menu."""
    window.actions_.choose(window.actions_.languages, name)


def packaging() -> ModuleType:
    """Return the module that makes the translations."""
    sys.path.insert(0, str(ROOT / "packaging"))
    try:
        return import_module("translations")
    finally:
        sys.path.pop(0)


def messages(name: str) -> list[tuple[str, str, ElementTree.Element]]:
    """Return a language's messages: context, English text, and element."""
    tree = ElementTree.parse(FOLDER / f"lenet-gui_{name}.ts")
    found = []
    for context in tree.iter("context"):
        for message in context.iter("message"):
            place, source = context.findtext("name"), message.findtext("source")
            assert place
            assert source
            found.append((place, source, message))
    return found


def forms(message: ElementTree.Element) -> list[str]:
    """Return a message's translation in each plural form."""
    translation = message.find("translation")
    assert translation is not None
    if message.get("numerus") == "yes":
        return [form.text or "" for form in translation.iter("numerusform")]
    return [translation.text or ""]


def said_in_code() -> set[tuple[str, str]]:
    """Return the context and the English text of every translatable sentence, errors' included."""
    found = {("Errors", sentence) for sentence in packaging().error_sentences()}
    for path in sorted((ROOT / "lenet_gui" / "ui").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for holder in ast.walk(tree):
            for call in ast.walk(holder) if isinstance(holder, ast.ClassDef) else ():
                if isinstance(call, ast.Call) and ast.unparse(call.func) == "self.tr":
                    found.add((holder.name, _literal(call.args[0], path)))
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and ast.unparse(call.func).endswith("translate"):
                if ast.unparse(call.func) in ("translate", "QCoreApplication.translate"):
                    if ast.unparse(call.args[0]) == "'Errors'":  # error_sentences has them
                        continue
                    found.add((_literal(call.args[0], path), _literal(call.args[1], path)))
            elif isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute):
                assert call.func.attr != "tr" or ast.unparse(call.func) == "self.tr", path
    return found


def _literal(node: ast.expr, path: Path) -> str:
    assert isinstance(node, ast.Constant), f"{path}:{node.lineno}: not a literal"
    assert isinstance(node.value, str)
    return node.value


@pytest.mark.parametrize("name", OTHERS)
def test_every_sentence_of_the_code_is_translated(name: str) -> None:
    translated = {
        (place, source)
        for place, source, message in messages(name)
        if all(forms(message)) and message.find("translation").get("type") is None  # type: ignore[union-attr]
    }
    assert said_in_code() - translated == set(), (
        "run packaging/translations.py to add new sentences"
    )


@pytest.mark.parametrize("name", OTHERS)
def test_every_translation_is_used(name: str) -> None:
    assert {(place, source) for place, source, _ in messages(name)} <= said_in_code()


@pytest.mark.parametrize("name", OTHERS)
def test_translations_keep_placeholders_and_mnemonics(name: str) -> None:
    for place, source, message in messages(name):
        for form in forms(message):
            counted = message.get("numerus") == "yes"
            wanted, found = Counter(NAMES.findall(source)), Counter(NAMES.findall(form))
            if counted:  # "one drawing" needs no number
                del wanted["%n"], found["%n"]
            assert found == wanted, (place, source, form)
            assert form.count("&") == source.count("&"), (place, source, form)
            assert len(form) == 1 or form.strip() == form or source.strip() != source, (
                place,
                source,
                form,
            )


@pytest.mark.parametrize("name", LANGUAGES)
def test_the_compiled_translations_match_the_sources(name: str, tmp_path: Path) -> None:
    made = tmp_path / "made.qm"
    packaging().release(FOLDER / f"lenet-gui_{name}.ts", made)
    shipped = FOLDER / f"lenet-gui_{name}.qm"
    assert made.read_bytes() == shipped.read_bytes(), (
        "run packaging/translations.py to compile it again"
    )


@pytest.mark.parametrize("name", OTHERS)
def test_qt_has_translations_for_each_language(name: str) -> None:
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    assert (folder / f"qtbase_{name}.qm").exists()


def texts(window: MainWindow) -> set[str]:
    """Return the window's texts, tooltips, and accessible names and descriptions."""
    found: set[str] = set()
    for action in window.findChildren(QAction):
        found |= {action.text(), action.toolTip(), action.statusTip(), action.whatsThis()}
    for menu in window.findChildren(QMenu):
        found.add(menu.title())
    for part in window.findChildren(QWidget):
        found |= {part.toolTip(), part.whatsThis()}
        found |= {part.accessibleName(), part.accessibleDescription(), part.windowTitle()}
        if isinstance(part, QLabel | QAbstractButton):
            found.add(part.text())
    return found


SAME = {"lenet-gui", "LeNet-5", "Inspector", "Bias", "Pause", "&Pause", "tanh", "softmax"}
"""Texts that may be the same in two languages."""


@pytest.mark.parametrize("name", OTHERS)
def test_a_switch_leaves_no_english_sentence_behind(window: MainWindow, name: str) -> None:
    english = texts(window)
    choose(window, name)
    left = {text for text in english & texts(window) if len(text.split()) > 2}
    left -= set(LANGUAGES.values())
    assert not {text for text in left if re.search(r"[a-z]{3,} [a-z]{3,} [a-z]{2,}", text)}


def test_a_switch_there_and_back_changes_nothing(window: MainWindow) -> None:
    english = texts(window)
    for name in (*OTHERS, ENGLISH):
        choose(window, name)
        assert appearance().language == name
    assert texts(window) == english


def test_a_switch_during_a_stroke_keeps_it(window: MainWindow) -> None:
    editor = window.editor
    editor.begin((100, 100))
    editor.extend((200, 200))
    choose(window, "de")
    editor.extend((300, 200))
    editor.finish()
    assert [len(stroke) for stroke in editor.drawing.strokes] == [3]
    editor.undo()
    assert editor.is_empty


def test_the_choice_is_saved(
    window: MainWindow, random_classifier: Classifier, qtbot: QtBot
) -> None:
    choose(window, "zh_CN")
    window.close()
    again = MainWindow(random_classifier, "light")
    qtbot.addWidget(again)
    assert appearance().look.language == "zh_CN"
    assert again.actions_.quit.text() != "&Quit"
    checked = [action.data() for action in again.actions_.languages.actions() if action.isChecked()]
    assert checked == ["zh_CN"]


def test_an_invalid_choice_falls_back_to_the_default(qapp: object) -> None:
    settings = Settings()
    settings.keep("language", "Klingon")
    assert look_in(settings).language == SYSTEM


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (["de-AT", "en-US"], "de"),
        (["fr-FR", "zh-Hans-CN"], "zh_CN"),
        (["zh-SG"], "zh_CN"),
        (["zh-Hant-TW", "en"], "en"),
        (["C"], "en"),
        ([], "en"),
    ],
)
def test_the_nearest_language_to_the_systems_is_used(wanted: list[str], found: str) -> None:
    assert nearest(wanted) == found


def test_digits_are_grouped_as_in_the_language(window: MainWindow) -> None:
    assert grouped(61706) == "61,706"
    choose(window, "de")
    assert grouped(61706) == "61\u202f706"  # a point could be read as a decimal point


def test_the_checksums_match_the_compiled_translations() -> None:
    sys.path.insert(0, str(ROOT / "packaging"))
    try:
        import translations
    finally:
        sys.path.pop(0)
    told = (FOLDER / "SHA256SUMS").read_text(encoding="ascii")
    assert told == translations.sum_up(FOLDER), (
        "run packaging/translations.py to update the checksums"
    )


@pytest.mark.parametrize("damage", ["a bit", "the end", "the sums", "missing"])
def test_a_damaged_translation_leaves_the_window_english(
    damage: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    random_classifier: Classifier,
    qtbot: QtBot,
) -> None:
    for file in FOLDER.glob("*"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    german = tmp_path / "lenet-gui_de.qm"
    data = bytearray(german.read_bytes())
    if damage == "a bit":
        data[len(data) // 2] ^= 1
        german.write_bytes(data)
    elif damage == "the end":
        german.write_bytes(data[:-1])
    elif damage == "the sums":
        (tmp_path / "SHA256SUMS").write_bytes(b"\xff")
    else:
        german.unlink()
    monkeypatch.setattr(i18n, "resource", lambda *parts: tmp_path)
    settings = Settings(is_kept=False)
    settings.keep("language", "de")
    window = MainWindow(random_classifier, settings=settings)
    qtbot.addWidget(window)
    assert window.actions_.undo.text() == "&Undo"
    assert decimal(0.5, 1) == "0.5", "numbers speak the language that is shown"


def test_an_error_is_translated_with_its_inner_error(window: MainWindow) -> None:
    inner = DrawingError('"label" must be a whole number or text.')
    error = DatasetError("{0}, line {1}: {2}", "a {0}.jsonl", 7, inner)
    assert (
        sentence_of(error)
        == str(error)
        == 'a {0}.jsonl, line 7: "label" must be a whole number or text.'
    )
    choose(window, "de")
    assert "a {0}.jsonl" in sentence_of(error)
    assert "7" in sentence_of(error)
    assert sentence_of(inner) in sentence_of(error)
    assert sentence_of(inner) != str(inner)
    assert sentence_of(OSError("as it is")) == "as it is"
