"""Templates and other ways of writing are drawable and keep their digit's size."""

import numpy as np
import pytest

from lenet_gui.training.handwriting.control_points import Template, draw_shape
from lenet_gui.training.handwriting.reshaping import hat_apart, joined, stem_apart
from lenet_gui.training.handwriting.strokes import Hand, Strokes, distort_strokes, length
from lenet_gui.training.handwriting.styles import STYLES, in_style
from lenet_gui.training.handwriting.templates import RARE, TEMPLATES, draw_template

EVERY = [(label, shape) for table in (TEMPLATES, RARE) for label in table for shape in table[label]]


def random(seed: int = 0) -> np.random.Generator:
    return np.random.default_rng(seed)


def box(strokes: Strokes) -> tuple[float, float]:
    """Return the width and the height, after checking that all points are finite."""
    points = np.concatenate(strokes)
    assert np.isfinite(points).all()
    width, height = np.ptp(points, axis=0)
    return float(width), float(height)


@pytest.mark.parametrize(("label", "shape"), EVERY)
def test_every_template_is_upright_and_has_some_length(label: int, shape: Template) -> None:
    for seed in range(5):
        strokes = draw_shape(shape, random(seed))
        width, height = box(strokes)
        assert height > 0.6
        assert max(width, height) == pytest.approx(1)
        assert sum(map(length, strokes)) > 0.9
        assert np.isfinite(np.concatenate(distort_strokes(strokes, Hand(), random(seed)))).all()


@pytest.mark.parametrize("label", range(10))
def test_a_digit_has_several_usual_and_several_rare_ways(label: int) -> None:
    assert len(TEMPLATES[label]) >= 4
    assert len(RARE[label]) >= 6
    for seed in range(20):
        points = np.concatenate(draw_template(label, random(seed)))
        assert points.min() == pytest.approx(0)
        assert points.max() == pytest.approx(1)


@pytest.mark.parametrize("label", range(10))
def test_styles_keep_the_digits_size_within_limits(label: int) -> None:
    most = 2.7 if label == 0 else 1.6  # slashes may be long
    for _, styles in STYLES[label]:
        for seed in range(30):
            strokes = draw_shape(TEMPLATES[label][seed % len(TEMPLATES[label])], random(seed))
            before = [stroke.copy() for stroke in strokes]
            changed = strokes
            for style in styles:
                changed = style(changed, random(seed))
            width, height = box(changed)
            assert 0.5 < max(width, height) < most
            for old, stroke in zip(before, strokes, strict=True):
                np.testing.assert_array_equal(old, stroke)  # the argument is unchanged


@pytest.mark.parametrize("label", range(10))
def test_most_digits_stay_as_they_are(label: int) -> None:
    assert 0.2 <= sum(share for share, _ in STYLES[label]) <= 0.451
    strokes = draw_shape(TEMPLATES[label][0], random())
    same = sum(in_style(strokes, label, random(seed)) is strokes for seed in range(300))
    assert same > 130


def test_joined_strokes_are_one_that_touches_all() -> None:
    cross = [np.linspace((0.0, 0.0), (1.0, 1.0), 8), np.linspace((0.0, 1.0), (1.0, 0.0), 8)]
    (one,) = joined(cross, random())
    assert len(one) > 16
    assert np.hypot(*np.diff(one, axis=0).T).max() < 0.3


def test_hats_and_stems_move_apart() -> None:
    body = np.array([(0.1, 0.0), (0.1, 0.4), (0.6, 0.5), (0.6, 0.9), (0.0, 1.0)])
    five = [body, np.linspace((0.1, 0.0), (0.7, 0.0), 8)]
    four = [
        np.concatenate((np.linspace((0.3, 0), (0, 0.5), 8), np.linspace((0, 0.5), (0.8, 0.5), 8))),
        np.linspace((0.6, 0.1), (0.6, 1.0), 8),
    ]
    for seed in range(10):
        kept, hat = hat_apart(five, random(seed))
        assert kept is body
        assert 0.03 < np.hypot(*(hat[0] - five[1][0])) < 0.31
        _, stem = stem_apart(four, random(seed))
        assert stem[:, 0].min() > 0.62
