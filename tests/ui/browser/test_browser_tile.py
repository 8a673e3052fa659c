"""Tiles: crisp on any screen, as wide as their captions, and clear without colours."""

import numpy as np
import pytest
from PySide6.QtGui import QColor, QFontMetrics, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lenet_gui.core.datasets.gallery import NOTHING, Gallery, Shelf
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.ui.browser.browser_tile import Tiles, caption, drawing_image, ink_image
from lenet_gui.ui.kit.theme import DARK, LIGHT


def pixels(image: QImage) -> np.ndarray:
    """Return an image's colours, uint32 (rows, columns)."""
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(image.constBits(), np.uint32)
    return rows.reshape(image.height(), image.width()).copy()


@pytest.mark.parametrize(
    ("ratio", "side"), [(1.0, 56), (1.25, 56), (1.5, 84), (2.0, 112), (3.0, 168)]
)
def test_each_pixel_of_an_image_is_a_square_of_one_colour(
    qtbot: QtBot, ratio: float, side: int
) -> None:
    tiles = Tiles(Gallery())
    tiles.set_look(LIGHT, ratio)
    assert tiles.side == side
    ink = np.random.default_rng(0).integers(0, 256, (28, 28)).astype(np.uint8)
    cell = side // 28
    expected = np.repeat(np.repeat(LIGHT.ink_ramp[ink], cell, axis=0), cell, axis=1)
    np.testing.assert_array_equal(pixels(ink_image(ink, side, LIGHT.ink_ramp)), expected)


def test_a_drawing_fills_its_tile_as_mnist_digits_do(qtbot: QtBot) -> None:
    drawing = Drawing().with_stroke([(1000, 50), (1000, 60)])  # small, and far from the middle
    image = pixels(drawing_image(drawing, 112, LIGHT))
    rows, columns = np.nonzero(image != QColor(LIGHT.paper).rgb())
    # 20 of 28 pixels are 80 of 112, and half the pen's width, 1.2 of 28, adds 4.8 at each end.
    assert rows.max() - rows.min() + 1 == pytest.approx(80 + 9.6, abs=2)
    assert columns.max() - columns.min() + 1 == pytest.approx(9.6, abs=2)
    assert (rows.min() + rows.max()) / 2 == pytest.approx(55.5, abs=1)
    assert (columns.min() + columns.max()) / 2 == pytest.approx(55.5, abs=1)


def test_a_dot_and_an_empty_drawing_have_tiles(qtbot: QtBot) -> None:
    assert (pixels(drawing_image(Drawing(), 56, DARK)) == QColor(DARK.paper).rgb()).all()
    dot = pixels(drawing_image(Drawing().with_stroke([(5, 5)]), 56, DARK))
    assert dot[28, 28] == QColor(DARK.ink).rgb()
    assert dot[20, 20] == QColor(DARK.paper).rgb()


def test_captions_name_wrong_readings(qtbot: QtBot) -> None:
    gallery = Gallery()
    gallery.add(Shelf([Drawing()] * 4, bytes([7, 7, 7, 7])))
    gallery.answer(0, bytes([7, 1, NOTHING]))
    assert [caption(gallery, n) for n in range(4)] == ["7", "7, read 1", "7, no ink", "7"]
    metrics = QFontMetrics(QApplication.font())
    width = Tiles(gallery).size(metrics).width()
    assert all(metrics.horizontalAdvance(caption(gallery, n)) < width for n in range(4))


def test_few_tiles_are_cached_and_another_theme_clears_them(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lenet_gui.ui.browser.browser_tile.KEPT", 2)
    gallery = Gallery()
    gallery.add(Shelf([Drawing()] * 3, bytes(3)))
    tiles = Tiles(gallery)
    for index in range(3):
        tiles.prepare(index)
    assert [tiles.is_ready(index) for index in range(3)] == [False, True, True]
    tiles.set_look(LIGHT, 1.0)
    assert tiles.is_ready(2), "the look is the same"
    tiles.set_look(DARK, 1.0)
    assert not tiles.is_ready(2)
