"""One explanation: why a drawing is read as one digit and not as another, as sums that add up."""

from dataclasses import dataclass
from typing import Any

from lenet_gui.core.explaining.by_ink import InkShares, by_ink
from lenet_gui.core.explaining.by_stroke import StrokeShares, by_stroke
from lenet_gui.core.explaining.by_unit import UnitShares, by_unit
from lenet_gui.core.explaining.pair import Pair, Values, difference
from lenet_gui.core.framing.framing import Framing
from lenet_gui.core.network.lenet5 import Array, LeNet5
from lenet_gui.core.reading.reading import Reading
from lenet_gui.core.strokes.drawing import Drawing

DECIMALS = 8


@dataclass(frozen=True, eq=False)
class Explanation:
    """The difference of two digits' scores, taken apart in three ways.

    `scores`, float32 (10,), are all digits' logits. `by_stroke` is None for a picture, and for a
    drawing of too many strokes.
    """

    pair: Pair
    scores: Array
    by_stroke: StrokeShares | None
    by_unit: UnitShares
    by_ink: InkShares

    @property
    def difference(self) -> float:
        """The score of the one digit less that of the other."""
        return float(difference(self.scores, self.pair))

    def to_dict(self) -> dict[str, Any]:
        """Return the explanation as JSON-ready values."""
        strokes: dict[str, Any] | None = None
        if self.by_stroke is not None:
            strokes = {
                "blank": _number(self.by_stroke.blank),
                "terms": _numbers(self.by_stroke.shares),
                "error": None if self.by_stroke.error is None else _number(self.by_stroke.error),
            }
        ink = self.by_ink
        return {
            "digits": [self.pair.digit, self.pair.against],
            "scores": _numbers(self.scores),
            "difference": _number(self.difference),
            "by_stroke": strokes,
            "by_unit": {
                "bias": _number(self.by_unit.bias),
                "terms": _numbers(self.by_unit.shares),
            },
            "by_ink": {
                "blank": _number(ink.blank),
                "sum": _number(float(ink.shares.sum())),
                "error": _number(ink.error),
            },
            "by_map": {
                name: {
                    "terms": _numbers(values.sum(axis=(1, 2))),
                    "error": _number(ink.map_errors[name]),
                }
                for name, values in ink.maps.items()
            },
        }


def explain(
    network: LeNet5,
    reading: Reading,
    framing: Framing,
    pair: Pair,
    precise: bool = True,
) -> Explanation:
    """Explain a reading that was made with the same network and framing; what was off stays off.

    Raises ValueError if nothing was read.
    """
    if reading.activations is None:
        raise ValueError("nothing was read")
    off = reading.off
    strokes = None
    if isinstance(reading.source, Drawing):
        strokes = by_stroke(network, reading.source, framing, pair, off)
    return Explanation(
        pair,
        reading.activations.logits[0],
        strokes,
        by_unit(network, reading.activations, pair),
        by_ink(network, reading.frames.padded, pair, off, precise),
    )


def _number(value: float) -> float:
    return round(value, DECIMALS)


def _numbers(values: Values | Array) -> list[float]:
    return [_number(value) for value in values.tolist()]
