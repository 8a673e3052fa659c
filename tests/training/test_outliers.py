"""Non-digits are drawable, varied, and none that may pass for a digit is among them."""

import numpy as np
import pytest

from lenet_gui.training.handwriting.glyphs import draw_glyph, unlike_digits
from lenet_gui.training.handwriting.outliers import HELD_OUT, KINDS, SHARES, draw_outlier
from lenet_gui.training.handwriting.strokes import normalised
from lenet_gui.training.handwriting.symbols import LOOKALIKES, UNSEEN_SYMBOLS, resembles_digit
from lenet_gui.training.handwriting.templates import draw_template

DIGITS = [(draw_template(label, np.random.default_rng(label)), label) for label in range(10)]


@pytest.mark.parametrize("kind", [*KINDS, *HELD_OUT])
def test_every_kind_draws_finite_strokes(kind: str) -> None:
    random = np.random.default_rng(7)
    for digits in (DIGITS, []):
        for _ in range(10):
            points = np.concatenate(normalised((KINDS | HELD_OUT)[kind](digits, random)))
            assert np.isfinite(points).all()
            np.testing.assert_allclose(points.min(axis=0), 0, atol=1e-9)
            assert points.max() == pytest.approx(1)


def test_the_same_seed_draws_the_same_non_digits() -> None:
    one, two = (draw_outlier(DIGITS, np.random.default_rng(3)) for _ in range(2))
    for a, b in zip(one, two, strict=True):
        np.testing.assert_array_equal(a, b)


def test_nothing_held_out_is_trained_on() -> None:
    assert not KINDS.keys() & HELD_OUT.keys()
    assert SHARES.keys() <= KINDS.keys()


def test_every_glyph_is_surely_no_digit() -> None:
    random = np.random.default_rng(1)
    assert all(unlike_digits(draw_glyph(random)) for _ in range(50))


def test_rings_and_lines_may_be_digits() -> None:
    angles = np.linspace(0, 2 * np.pi, 21)
    ring = np.stack((np.cos(angles), np.sin(angles)), axis=1)
    stem = np.linspace((1.0, 0.0), (1.0, 3.0), 21)
    slash = np.linspace((-0.8, 0.8), (0.8, -0.8), 21)
    for strokes in ([ring], [stem], [ring, stem], [ring, slash], [ring, ring + np.array((0, 2))]):
        assert not unlike_digits(normalised(strokes))


@pytest.mark.parametrize("symbol", ["o", "l", "Z", "Greek/character15", "Tagalog/character03"])
def test_lookalikes_resemble_digits(symbol: str) -> None:
    assert resembles_digit(symbol)


def test_other_symbols_do_not() -> None:
    assert not any(map(resembles_digit, "AEFHKMRWacehkmnprtuvwy+=&"))
    assert not LOOKALIKES & UNSEEN_SYMBOLS
