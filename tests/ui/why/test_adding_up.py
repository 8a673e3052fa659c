"""Terms as they are shown add up to the total as it is shown."""

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lenet_gui.core.explaining.pair import Pair
from lenet_gui.ui.why.adding_up import ShownScores, rounded_after, rounded_together
from lenet_gui.ui.why.softmax_table import SoftmaxSteps

NUMBERS = st.floats(-50, 50)


STEP = 0.01 + 1e-9
"""A hundredth, and what a float can't hold."""


@given(terms=st.lists(NUMBERS, min_size=1, max_size=90))
@example(terms=[0.025])
def test_rounded_terms_add_up_and_are_off_by_a_step_at_most(terms: list[float]) -> None:
    total = sum(terms)
    shown = rounded_together(terms, total)
    assert round(sum(shown), 2) == round(total, 2)
    assert all(abs(a - b) <= STEP for a, b in zip(terms, shown, strict=True))


@given(first=NUMBERS, terms=st.lists(NUMBERS, min_size=1, max_size=90))
def test_the_first_term_is_the_same_in_all_sums(first: float, terms: list[float]) -> None:
    total = first + sum(terms)
    shown = rounded_after(first, terms, total)
    assert shown[0] == round(first, 2)
    assert round(sum(shown), 2) == round(total, 2)
    assert all(abs(a - b) <= STEP for a, b in zip(terms, shown[1:], strict=True))


def test_those_that_rounding_moved_furthest_give_way() -> None:
    assert rounded_together([0.004, 0.003, 0.003], 0.01) == [0.01, 0.0, 0.0]
    assert rounded_together([0.006, 0.009, 0.009], 0.024) == [0.0, 0.01, 0.01]


@given(scores=st.lists(NUMBERS, min_size=10, max_size=10))
def test_the_two_scores_have_the_difference_that_is_shown(scores: list[float]) -> None:
    logits = np.array(scores, np.float32)
    shown = ShownScores.of(logits, Pair(7, 1))
    assert round(shown.scores[7] - shown.scores[1], 2) == shown.difference
    assert shown.difference == pytest.approx(float(logits[7]) - float(logits[1]), abs=0.0051)
    assert np.allclose(shown.scores, logits, atol=0.0101)


@given(scores=st.lists(NUMBERS, min_size=10, max_size=10))
def test_softmax_can_be_worked_out_again_from_what_is_shown(scores: list[float]) -> None:
    logits = np.array(scores, np.float32)
    steps = SoftmaxSteps.of(logits)
    assert np.allclose(np.exp(steps.lowered), steps.powers, atol=5.1e-7)
    assert round(sum(steps.powers), 6) == steps.total
    assert np.allclose(np.array(steps.powers) / steps.total, steps.shares, atol=1.01e-6)
    assert round(sum(steps.shares), 6) == 1
    exact = np.exp(logits.astype(np.float64) - logits.max())
    assert np.allclose(exact / exact.sum(), steps.shares, atol=5e-6)
