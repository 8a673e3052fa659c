"""Every theme is readable, by WCAG 2's contrast; the high-contrast switch."""

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.figure import colours as figure_colours
from lenet_gui.figure.colours import readable_on
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.kit.appearance import current_theme
from lenet_gui.ui.kit.theme import (
    DARK,
    HIGH_CONTRAST_DARK,
    HIGH_CONTRAST_LIGHT,
    LIGHT,
    Theme,
    choose_theme,
)
from lenet_gui.ui.maps.layer_view import LayerView
from tests.ui.conftest import choose_look

THEMES = (LIGHT, DARK, HIGH_CONTRAST_LIGHT, HIGH_CONTRAST_DARK)
themes = pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
strong_themes = pytest.mark.parametrize("theme", THEMES[2:], ids=lambda theme: theme.name)
TEXTS = [
    *((text, ground) for text in ("text", "muted") for ground in
      ("window", "surface", "hover", "track", "paper")),
    ("on_accent", "accent"),
    ("accent", "window"), ("accent", "surface"),  # links, and the winner's digit in the chart
]  # fmt: skip
"""Every colour of text, with its background."""
EDGES = [
    *((edge, ground) for edge in ("line", "accent", "text") for ground in
      ("window", "surface", "hover", "paper")),
    ("accent", "track"), ("muted", "track"), ("negative", "window"), ("positive", "window"),
]  # fmt: skip
"""Outlines and rings with their background, and bars with their track."""


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, #rrggbb."""
    return figure_colours.contrast(int(one[1:], 16), int(other[1:], 16))


def test_contrast_is_computed_as_the_standard_does() -> None:
    assert contrast("#000000", "#ffffff") == 21
    assert contrast("#ffffff", "#ffffff") == 1
    # The lightest grey that passes for text on white, as is well known, and one that just fails.
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.005)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@themes
@pytest.mark.parametrize(("text", "ground"), TEXTS)
def test_text_is_readable(theme: Theme, text: str, ground: str) -> None:
    asked = 7 if theme.is_high_contrast else 4.5
    assert contrast(getattr(theme, text), getattr(theme, ground)) >= asked


@themes
def test_disabled_text_is_fainter_but_readable(theme: Theme) -> None:
    for ground in (theme.window, theme.surface):
        found = contrast(theme.disabled, ground)
        assert 3 <= found < contrast(theme.muted, ground)


@strong_themes
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_outlines_and_rings_stand_out_in_high_contrast(
    theme: Theme, edge: str, ground: str
) -> None:
    assert contrast(getattr(theme, edge), getattr(theme, ground)) >= 3


@themes
def test_a_ring_differs_from_the_outline_that_it_replaces(theme: Theme) -> None:
    assert contrast(theme.accent, theme.window) >= 3
    assert theme.ring > 1, "thicker too, since colour alone is not enough"


@themes
def test_qt_paints_with_the_same_colours(theme: Theme) -> None:
    palette = theme.palette()
    pairs = {
        QPalette.ColorRole.WindowText: QPalette.ColorRole.Window,
        QPalette.ColorRole.Text: QPalette.ColorRole.Base,
        QPalette.ColorRole.ButtonText: QPalette.ColorRole.Button,
        QPalette.ColorRole.ToolTipText: QPalette.ColorRole.ToolTipBase,
        QPalette.ColorRole.PlaceholderText: QPalette.ColorRole.Base,
        QPalette.ColorRole.HighlightedText: QPalette.ColorRole.Highlight,
        QPalette.ColorRole.Link: QPalette.ColorRole.Base,
    }
    asked = 7 if theme.is_high_contrast else 4.5
    for text, ground in pairs.items():
        assert contrast(palette.color(text).name(), palette.color(ground).name()) >= asked, text


@themes
def test_numbers_in_coloured_cells_are_readable(theme: Theme) -> None:
    for ramp in (theme.signed_ramp, theme.ink_ramp):
        for colour in ramp.tolist():
            # The better of black and white has a contrast of at least 4.58 on any colour.
            ground = f"#{colour & 0xFFFFFF:06x}"
            assert contrast(readable_on(colour), ground) >= 4.5


def test_figures_have_the_same_themes() -> None:
    assert [theme.name for theme in THEMES] == [p.name for p in figure_colours.PALETTES]
    assert len({theme.name for theme in THEMES}) == 4


def test_high_contrast_dark_keeps_the_published_scales_that_are_dark_at_zero() -> None:
    usual = choose_theme("dark", "blue-red").signed_ramp
    strong = choose_theme("dark", "blue-red", is_high_contrast=True).signed_ramp
    assert (usual == strong).all()


def test_high_contrast_switches_the_theme_and_is_saved(
    window: MainWindow, random_classifier: Classifier, qtbot: QtBot
) -> None:
    switch = window.actions_.high_contrast
    assert current_theme().name == LIGHT.name
    switch.trigger()
    assert current_theme().name == HIGH_CONTRAST_LIGHT.name
    assert QApplication.palette().color(QPalette.ColorRole.Window).name() == "#ffffff"
    choose_look(theme="dark")
    assert current_theme().name == HIGH_CONTRAST_DARK.name
    shown = window.findChildren(LayerView)[0]
    assert shown.grab().toImage().pixelColor(0, shown.height() - 1).name() == "#000000"
    window.close()
    again = MainWindow(random_classifier, "dark")
    qtbot.addWidget(again)
    assert again.actions_.high_contrast.isChecked()
    assert current_theme().name == HIGH_CONTRAST_DARK.name
    again.actions_.high_contrast.trigger()
    assert current_theme().name == DARK.name
