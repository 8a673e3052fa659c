"""What a cut costs, worked out by hand, and as the documentation says."""

from pathlib import Path

import numpy as np
import pytest

from lenet_gui.core.numbers.costs import (
    DIGIT_COSTS,
    MARK_COSTS,
    NEIGHBOUR_COSTS,
    Runs,
    digit_features,
    gap_within,
    is_mark,
    neighbour_features,
)

PAGE = Path(__file__).parents[3] / "docs" / "numbers.md"


def test_the_documentation_has_these_costs() -> None:
    rows = {
        f"| {name} | {weight:.2f} |".replace("-", "−")
        for table in (DIGIT_COSTS, MARK_COSTS, NEIGHBOUR_COSTS)
        for name, weight in table.items()
    }
    assert rows <= set(PAGE.read_text(encoding="utf-8").splitlines())


def test_what_a_digit_costs() -> None:
    boxes = np.array([(0, 0, 150, 100), (0, 40, 20, 100), (0, 70, 10, 100)], float)
    counts, gaps = np.array([2.0, 1.0, 3.0]), np.array([30.0, 0.0, 5.0])
    runs = Runs(boxes, counts, gaps, np.array([False, False, True]))
    likely, evidence = np.array([1.0, 0.5, 0.1]), np.array([11.0, 8.0, 2.5])
    low = np.log(0.75 * 100 / 60)

    assert digit_features(runs, 100.0, likely, evidence) == pytest.approx(
        np.array([
            (1, 0, 0, 0, 0.5, 1, 0.3, 1.5),
            (1, np.log(2), 1, low, 0, 0, 0, 0.2),
            (1, np.log(10), 6.5, 0, 0, 2, 0.05, 0.1),  # all there is, so low beside nothing
        ])
    )  # fmt: skip


def test_what_neighbours_cost() -> None:
    first = np.array([(0, 0, 50, 100), (0, 0, 50, 100)], float)
    second = np.array([(70, 10, 120, 90), (40, 20, 60, 100)], float)

    assert neighbour_features(first, second, 100.0, np.array([False, True])) == pytest.approx(
        np.array([(0, 0, 0.2, 0, 0), (0.1, 0.5, 0, 0.1, 1)])
    )


def test_the_widest_gap_is_between_what_lies_beside_each_other() -> None:
    boxes = [(0.0, 0.0, 10.0, 1.0), (30.0, 0.0, 40.0, 1.0), (5.0, 0.0, 25.0, 1.0)]
    assert gap_within(boxes) == 5
    assert gap_within(boxes[:1]) == 0


@pytest.mark.parametrize(
    ("box", "is_small"),
    [
        ((10, 90, 20, 100), True),  # a point
        ((10, 48, 60, 55), True),  # a dash
        ((10, 2, 60, 9), False),  # the hat of a five
        ((10, 0, 15, 100), False),  # a one
    ],
)
def test_points_and_dashes_are_marks(box: tuple[float, ...], is_small: bool) -> None:
    assert is_mark(box, (0.0, 0.0, 400.0, 100.0)) is is_small
