"""An explanation in words: the question, the answer, and how sure it is."""

import math

from lenet_gui.core.explaining.explanation import Explanation

MILLION = 1e6


def question(explanation: Explanation) -> str:
    """Return the question that an explanation answers."""
    return f"Why a {explanation.pair.digit} and not a {explanation.pair.against}?"


def answer(explanation: Explanation) -> str:
    """Return the two scores, their difference, and what it means."""
    pair, scores = explanation.pair, explanation.scores
    difference = explanation.difference
    ahead, other = (pair.digit, pair.against) if difference >= 0 else (pair.against, pair.digit)
    return (
        f"{pair.digit} scores {signed(float(scores[pair.digit]))},"
        f" {pair.against} scores {signed(float(scores[pair.against]))}:"
        f" a difference of {signed(difference)},"
        f" so {ahead} is {_times(abs(difference))} as probable as {other}."
    )


def strokes_note(explanation: Explanation) -> str:
    """Return how sure the strokes' shares are, or why there are none; empty if they are exact."""
    if explanation.by_stroke is None:
        return "Not told apart: a picture has no strokes, and a drawing may have too many."
    error = explanation.by_stroke.error
    return "" if error is None else f"Estimated; the standard error is up to {error:.3f}."


def signed(value: float, decimals: int = 3) -> str:
    """Return a number with its sign, rounded; what rounds to zero is +0."""
    return f"{round(value, decimals) + 0.0:+.{decimals}f}".replace("-", "−")


def _times(logarithm: float) -> str:
    times = math.exp(min(logarithm, 50.0))
    if times >= MILLION:
        return "over a million times"
    return f"{times:,.0f} times" if times >= 10 else f"{times:.1f} times"
