"""Distorted strokes, made styles, templates and non-digits are drawable and as described."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lenet_gui.core.framing.framing import frame_strokes
from lenet_gui.core.strokes.drawing import Drawing, Points
from lenet_gui.training.handwriting import marks as styles
from lenet_gui.training.handwriting.outliers import HELD_OUT, KINDS, draw_outlier
from lenet_gui.training.handwriting.strokes import (
    PENS,
    Hand,
    distort_strokes,
    length,
    normalised,
    random_pen,
    resampled,
)

RING = np.stack([np.cos(a := np.linspace(0, 2 * np.pi, 40)), np.sin(a)], axis=1)
SEVEN = np.concatenate(
    [
        np.stack([np.linspace(0, 0.6, 15), np.zeros(15)], axis=1),
        np.linspace((0.6, 0), (0.2, 1), 25),
    ]
)
STEM = np.linspace((0.5, 0.0), (0.5, 1.0), 30)


def random(seed: int = 0) -> np.random.Generator:
    return np.random.default_rng(seed)


def test_normalised_strokes_start_at_zero_and_have_length_one() -> None:
    (points,) = normalised([np.array([[10.0, 20.0], [14.0, 28.0]])])
    np.testing.assert_allclose(points, [[0, 0], [0.5, 1]])


def test_a_dot_is_normalised_to_a_dot() -> None:
    (points,) = normalised([np.array([[3.0, 4.0]])])
    np.testing.assert_array_equal(points, [[0, 0]])


def test_resampled_points_are_equally_far_apart() -> None:
    points = resampled(np.array([[0.0, 0], [0, 1], [3, 1]]), 9)
    np.testing.assert_allclose(np.hypot(*np.diff(points, axis=0).T), 0.5)
    assert length(points) == pytest.approx(4)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32 - 1), st.integers(1, 30))
def test_every_distortion_leaves_something_to_draw(seed: int, points: int) -> None:
    generator = random(seed)
    strokes = normalised([generator.uniform(0, 1, (points, 2)), STEM])
    before = [stroke.copy() for stroke in strokes]
    drawn = distort_strokes(strokes, Hand(), generator)
    assert all(np.isfinite(stroke).all() for stroke in drawn)
    image = frame_strokes(Drawing(tuple(drawn)), random_pen(generator))
    assert image.any()
    for stroke, old in zip(strokes, before, strict=True):
        np.testing.assert_array_equal(stroke, old)  # the argument is unchanged


def test_the_same_seed_draws_the_same() -> None:
    one = distort_strokes([SEVEN], Hand(), random(4))
    two = distort_strokes([SEVEN], Hand(), random(4))
    for a, b in zip(one, two, strict=True):
        np.testing.assert_array_equal(a, b)


def test_a_still_hand_changes_nothing() -> None:
    still = Hand(**dict.fromkeys(Hand.__dataclass_fields__, 0.0))
    for seed in range(20):
        for old, new in zip(
            [RING, STEM], distort_strokes([RING, STEM], still, random(seed)), strict=True
        ):
            np.testing.assert_allclose(new, old - 0.5)  # centred


def only(**amounts: float) -> Hand:
    return Hand(**{**dict.fromkeys(Hand.__dataclass_fields__, 0.0), **amounts})


def test_a_drying_pen_leaves_gaps() -> None:
    for seed in range(20):
        pieces = distort_strokes([SEVEN], only(often_gaps=1.0), random(seed))
        assert len(pieces) > 1
        assert 0.6 * length(SEVEN) < sum(map(length, pieces)) < length(SEVEN)


def test_specks_lie_beside_the_drawing() -> None:
    for seed in range(20):
        seven, *specks = distort_strokes([SEVEN], only(often_specks=1.0), random(seed))
        assert all(length(speck) < 0.1 and not crosses(speck, seven) for speck in specks)


def test_a_doubled_line_stays_close_to_the_first() -> None:
    for seed in range(20):
        seven, again = distort_strokes([SEVEN], only(often_doubled=1.0), random(seed))
        gaps = np.hypot(*(again[:, None] - seven[None]).transpose(2, 0, 1))
        assert gaps.min(axis=1).max() < 0.12


def test_a_small_digit_has_few_positions() -> None:
    for seed in range(20):
        (seven,) = distort_strokes([SEVEN], only(often_small=1.0), random(seed))
        assert len(np.unique(seven[:, 1])) <= 14
        assert len(seven) < 16


def test_pens_stay_within_their_range() -> None:
    pens = [random_pen(generator) for generator in [random()] for _ in range(200)]
    assert min(pens) >= PENS[0]
    assert max(pens) <= PENS[1]


def crosses(stroke: Points, other: Points) -> bool:
    """Return whether points of one stroke come close to the other."""
    gaps = np.hypot(*(stroke[:, None] - other[None]).transpose(2, 0, 1))
    return bool(gaps.min() < 0.1)


def test_a_slash_runs_through_the_zero() -> None:
    ring, slash = styles.with_slash(normalised([RING]), random())
    assert abs(np.mean(slash, axis=0) - 0.5).max() < 0.15
    assert length(slash) > 0.4
    assert len(ring) == len(RING)


def test_a_dot_stays_inside_the_zero() -> None:
    for seed in range(20):
        ring, dot = styles.with_dot(normalised([RING]), random(seed))
        assert np.hypot(*(dot - 0.5).T).max() < 0.35
        assert not crosses(dot, ring)


def test_a_bar_crosses_the_sevens_stem() -> None:
    for seed in range(20):
        seven, bar = styles.with_bar([SEVEN], random(seed))
        assert crosses(bar, seven[15:])
        assert 0.25 < bar[:, 1].mean() < 0.8


def test_a_long_slash_reaches_beyond_the_zero_but_not_too_far() -> None:
    for seed in range(40):
        _, slash = styles.with_long_slash(normalised([RING]), random(seed))
        assert 1.05 < length(slash) < 2.55
        assert abs(np.mean(slash, axis=0) - 0.5).max() < 0.2


def test_a_serif_hangs_from_the_sevens_top_bar() -> None:
    for seed in range(20):
        strokes = styles.with_serif([SEVEN], random(seed))
        assert sum(length(stroke) for stroke in strokes) > length(SEVEN) + 0.07


def test_a_flag_leads_to_the_ones_top_from_the_lower_left() -> None:
    for stem in (STEM, STEM[::-1]):
        (one,) = styles.with_flag([stem], random())
        assert one[0, 0] < 0.45
        assert one[0, 1] > 0.04
        assert len(one) > len(stem)


def test_a_one_stands_on_its_base() -> None:
    base = styles.with_base([STEM], random())[-1]
    assert base[0, 0] < 0.4
    assert base[-1, 0] > 0.6
    assert abs(base[:, 1] - 1).max() < 0.15


@pytest.mark.parametrize("kind", [*KINDS, *HELD_OUT])
@pytest.mark.parametrize("digits", [[], [([STEM], 1), ([SEVEN], 7), ([RING], 0)]])
def test_non_digits_can_be_drawn_with_and_without_digits(
    kind: str, digits: list[tuple[list[Points], int]]
) -> None:
    make = (KINDS | HELD_OUT)[kind]
    for seed in range(5):
        strokes = normalised(make(digits, random(seed)))
        assert frame_strokes(Drawing(tuple(strokes))).any()


def test_no_kind_is_both_trained_and_held_out() -> None:
    assert not set(KINDS) & set(HELD_OUT)


def test_non_digits_differ() -> None:
    one, two = (np.concatenate(draw_outlier([], random(seed))) for seed in (1, 2))
    assert one.shape != two.shape or not np.allclose(one, two)
