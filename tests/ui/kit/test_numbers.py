"""Numbers are written as the language writes them, wherever the window shows one."""

import re
from collections.abc import Callable

import pytest
from PySide6.QtGui import QPainter, QStaticText
from pytestqt.qtbot import QtBot

from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.unit import Unit
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.kit.i18n import LANGUAGES, decimal, percentage
from lenet_gui.ui.maps.colour_scale import Span
from tests.ui.conftest import choose_look
from tests.ui.kit.test_languages import texts

POINT, COMMA = re.compile(r"\d\.\d"), re.compile(r"\d,\d(?!\d\d(?!\d))")
"""A decimal point, and a decimal comma: unlike one between groups, not before three digits."""
WRONG = {"en": COMMA, "de": POINT, "zh_CN": COMMA}


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Return the texts that are painted from now on."""
    found: set[str] = set()

    def spy(paint: Callable[..., object]) -> Callable[..., object]:
        def painting(painter: QPainter, *arguments: object) -> object:
            found.update(text for text in arguments if isinstance(text, str))
            found.update(text.text() for text in arguments if isinstance(text, QStaticText))
            return paint(painter, *arguments)

        return painting

    for name in ("drawText", "drawStaticText"):
        monkeypatch.setattr(QPainter, name, spy(getattr(QPainter, name)))
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_window_writes_numbers_in_its_language(
    drawn: MainWindow, qtbot: QtBot, painted: set[str], language: str
) -> None:
    choose_look(language=language)
    seen: set[str] = set()

    def look() -> None:
        qtbot.wait(1)
        drawn.grab()
        seen.update(texts(drawn))

    for layer in LAYERS:
        unit = Unit(layer, 1 % layer.maps, layer.size // 2, layer.size // 2)
        for show in (drawn.selection.select, drawn.selection.enlarge):
            show(unit)
            look()
        drawn.selection.select_layer(layer)
        look()
    drawn.scale.set_span(Span.MAP)
    drawn.selection.hover(Unit(LAYERS[1], 2, 3, 3))
    look()
    seen |= painted
    assert {text for text in seen if WRONG[language].search(text)} == set()
    mark = "," if language == "de" else "."
    assert len({text for text in seen if re.search(rf"\d\{mark}\d", text)}) > 100


def test_the_mark_follows_the_language_and_minus_is_a_minus(window: MainWindow) -> None:
    written = {}
    for language in LANGUAGES:
        choose_look(language=language)
        written[language] = decimal(-0.9834, 3), decimal(0.5, 2, has_plus=True), percentage(0.997)
    assert written["en"] == ("−0.983", "+0.50", "99.7 %")
    assert written["de"] == ("−0,983", "+0,50", "99,7 %")
    assert written["zh_CN"][:2] == ("−0.983", "+0.50")
    choose_look(language="en")
    assert decimal(-0.0001, 3) == "0.000", "zero has no sign"
