import numpy as np
import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.unit import Unit
from lenet_gui.figure.colours import SIGNED_MAPS
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.kit.theme import choose_theme
from lenet_gui.ui.maps.colour_scale import ChosenScale, ColourScale, Span
from lenet_gui.ui.shell.actions import Actions
from tests.ui.conftest import Hand, settle
from tests.ui.maps.test_selection import view_of

C1 = next(layer for layer in LAYERS if layer.name == "C1")
VALUES = np.zeros((6, 28, 28), np.float32)
VALUES[1, 3, 3] = -0.5
VALUES[4, 7, 7] = 0.25


@pytest.mark.parametrize(
    ("span", "bounds"),
    [
        (Span.FIXED, [1, 1, 1, 1, 1, 1]),
        (Span.LAYER, [0.5] * 6),
        (Span.MAP, [1e-6, 0.5, 1e-6, 1e-6, 0.25, 1e-6]),
    ],
)
def test_the_bounds_of_each_span(span: Span, bounds: list[float]) -> None:
    scale = ColourScale(span)
    assert scale.bounds(C1, VALUES).tolist() == pytest.approx(bounds)


def test_a_locked_scale_stays_for_the_next_drawing() -> None:
    chosen = ChosenScale()
    chosen.set_span(Span.LAYER)
    chosen.show({"C1": VALUES})
    before = chosen.value.bounds(C1, VALUES).tolist()
    chosen.set_locked(True)
    chosen.show({"C1": VALUES / 5})
    assert chosen.value.bounds(C1, VALUES / 5).tolist() == before
    chosen.set_locked(False)
    assert chosen.value.bounds(C1, VALUES / 5).tolist() == pytest.approx([0.1] * 6)


def test_a_lock_takes_the_bounds_of_the_values_on_the_screen() -> None:
    chosen = ChosenScale()
    chosen.set_span(Span.LAYER)
    chosen.show({"C1": VALUES})
    chosen.value.bounds(C1, VALUES / 5)  # as an export of another drawing does
    chosen.set_locked(True)
    chosen.show({"C1": VALUES / 5})
    assert chosen.value.bounds(C1, VALUES / 5).tolist() == pytest.approx([0.5] * 6)


def test_a_new_span_is_locked_to_the_values_on_the_screen() -> None:
    chosen = ChosenScale()
    chosen.set_locked(True)
    chosen.show({"C1": VALUES})
    chosen.set_span(Span.LAYER)
    chosen.show({"C1": VALUES / 5})
    assert chosen.value.bounds(C1, VALUES / 5).tolist() == pytest.approx([0.5] * 6)


def test_a_scale_locked_on_a_blank_page_takes_the_first_values() -> None:
    chosen = ChosenScale()
    chosen.set_span(Span.LAYER)
    chosen.set_locked(True)
    for values in (VALUES, VALUES / 5):
        chosen.show({"C1": values})
        assert chosen.value.is_locked
        assert chosen.value.bounds(C1, values).tolist() == pytest.approx([0.5] * 6)


def signed(bound: float) -> tuple[str, str]:
    """Return the legend of a signed scale."""
    return f"−{bound:.2f}", f"+{bound:.2f}"


def action(window: MainWindow, text: str) -> QAction:
    actions = window.findChild(Actions)
    assert actions is not None
    found = [a for a in actions.scale_menu.actions() if a.text().replace("&", "") == text]
    assert len(found) == 1
    return found[0]


def test_the_legend_follows_the_scale(window: MainWindow, hand: Hand, qtbot: QtBot) -> None:
    hand.stroke((0.3, 0.2), (0.7, 0.8))
    settle(window, qtbot)
    view = view_of(window, "C3")
    assert view.values is not None
    assert view.legend() == ("−1", "+1")
    action(window, "Each layer's own").trigger()
    assert view.legend() == signed(np.abs(view.values.values).max())
    action(window, "Each map's own").trigger()
    window.selection.select(Unit(view.layer, 5, 2, 2))
    assert view.legend() == signed(np.abs(view.values.values[5]).max())
    action(window, "Fixed, −1 … +1").trigger()
    assert view.legend() == ("−1", "+1")
    assert view_of(window, "output").legend() == ("0", "1")


class Repainted(QObject):
    """Records where a widget is repainted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.region = QRegion()
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region = self.region.united(event.region())
        return super().eventFilter(watched, event)


@pytest.mark.parametrize("name", ["Each layer's own", "Each map's own"])
def test_legends_are_repainted_when_the_scale_is_fixed_again(
    window: MainWindow, hand: Hand, qtbot: QtBot, name: str
) -> None:
    hand.stroke((0.3, 0.2), (0.7, 0.8))
    settle(window, qtbot)
    view = view_of(window, "C3")
    for text in (name, "Fixed, −1 … +1"):
        repainted = Repainted(view)
        action(window, text).trigger()
        header = QRegion(view.header.toRect())
        qtbot.waitUntil(lambda: header.subtracted(repainted.region).isEmpty())  # noqa: B023


def test_the_lock_holds_while_the_drawing_changes(
    window: MainWindow, hand: Hand, qtbot: QtBot
) -> None:
    hand.stroke((0.3, 0.2), (0.7, 0.8))
    settle(window, qtbot)
    action(window, "Each layer's own").trigger()
    view = view_of(window, "C3")
    before = view.legend()
    action(window, "Lock the scale").trigger()
    hand.stroke((0.1, 0.5), (0.9, 0.5))
    settle(window, qtbot)
    assert view.values is not None
    assert signed(np.abs(view.values.values).max()) != before, (
        "without the lock, the legend would have changed"
    )
    assert view.legend() == before


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", list(SIGNED_MAPS))
def test_zero_is_close_to_the_background_in_every_scale(theme: str, name: str) -> None:
    colours = choose_theme(theme, name)
    ramp = colours.signed_ramp
    assert ramp.shape == (256,)
    assert (ramp >> 24 == 0xFF).all()

    def channels(colour: int) -> list[int]:
        return [colour >> shift & 0xFF for shift in (16, 8, 0)]

    window = channels(int(colours.window.removeprefix("#"), 16))
    middle = channels(int(ramp[128]))
    assert np.abs(np.subtract(middle, window)).max() < 40
    for end in (0, 255):
        assert np.abs(np.subtract(channels(int(ramp[end])), window)).max() > 90


def test_choosing_a_scale_repaints_the_maps(window: MainWindow, hand: Hand, qtbot: QtBot) -> None:
    hand.stroke((0.3, 0.2), (0.7, 0.8))
    settle(window, qtbot)
    view = view_of(window, "C3")
    before = view.grab().toImage()
    action(window, "Blue and red (vik, berlin)").trigger()
    assert view.grab().toImage() != before
    action(window, "Blue and orange").trigger()
    assert view.grab().toImage() == before


def test_single_units_share_the_scale_of_their_layer() -> None:
    scale = ColourScale(Span.MAP)
    layer = next(layer for layer in LAYERS if layer.name == "F6")
    values = np.linspace(-0.5, 0.25, layer.maps, dtype=np.float32).reshape(-1, 1, 1)
    # With its own scale, each unit would have the darkest colour.
    assert scale.bounds(layer, values).tolist() == pytest.approx([0.5] * layer.maps)
