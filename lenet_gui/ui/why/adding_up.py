"""Sums whose terms, as they are shown, add up to the total as it is shown."""

from collections.abc import Sequence
from dataclasses import dataclass

from lenet_gui.core.explaining.pair import Pair
from lenet_gui.core.network.lenet5 import Array

DECIMALS = 2
"""Decimals of scores and their shares."""


def rounded_together(terms: Sequence[float], total: float, decimals: int = DECIMALS) -> list[float]:
    """Round terms so that they add up to the rounded total: each is off by a step at most.

    All are rounded to the nearest step. If their sum then isn't the total, those that rounding has
    moved furthest the other way go to the next step.
    """
    scale = 10.0**decimals
    exact = [term * scale for term in terms]
    # By decimals first: 0.025 is shown as 0.03, and 2.5 would be rounded to 2.
    whole = [round(round(term, decimals) * scale) for term in terms]
    missing = round(round(total, decimals) * scale) - sum(whole)
    step = 1 if missing > 0 else -1
    order = sorted(range(len(exact)), key=lambda place: step * (whole[place] - exact[place]))
    for place in range(abs(missing)):
        whole[order[place % len(order)]] += step
    return [number / scale for number in whole]


def rounded_after(
    first: float, terms: Sequence[float], total: float, decimals: int = DECIMALS
) -> list[float]:
    """Round a first term to the nearest step, and the others so that all add up to the total.

    So the blank page's difference is the same in all sums.
    """
    shown = round(first, decimals)
    rest = round(total, decimals) - shown
    return [shown, *rounded_together(terms, rest, decimals)]


@dataclass(frozen=True)
class ShownScores:
    """All ten scores as they are shown, and the difference of two of them.

    The score that is subtracted is rounded so that the difference comes out: it may be off by one
    in its last place.
    """

    scores: list[float]
    difference: float

    @classmethod
    def of(cls, logits: Array, pair: Pair) -> "ShownScores":
        """Round ten scores, (10,)."""
        exact = [float(score) for score in logits]
        scores = [round(score, DECIMALS) for score in exact]
        difference = round(exact[pair.digit] - exact[pair.against], DECIMALS)
        scores[pair.against] = round(scores[pair.digit] - difference, DECIMALS)
        return cls(scores, difference)
