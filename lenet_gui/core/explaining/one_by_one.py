"""Which map matters most for a drawing: each is switched off alone, and the network reads again.

Zeiler, Fergus, "Visualizing and Understanding Convolutional Networks", ECCV 2014, measure so what
parts of the image matter; Morcos et al., "On the Importance of Single Directions for
Generalization", ICLR 2018, what single units do. One map's effect says nothing of two maps'
together: maps can stand in for each other.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lenet_gui.core.explaining.pair import Pair, difference
from lenet_gui.core.network.lenet5 import Array, Held, LeNet5, Off


@dataclass(frozen=True)
class Effect:
    """What switching one map off does to a reading.

    `change` is that of the difference of two digits' scores; `probability` is the first one's then,
    and `answer` the digit that is the most probable then.
    """

    held: Held
    change: float
    probability: float
    answer: int


def off_one_by_one(
    network: LeNet5, padded: Array, pair: Pair, maps: Iterable[Held], off: Off = frozenset()
) -> Iterator[Effect]:
    """Yield the effect of each of the maps, in their order, unless it is off already.

    `padded` is the network's input, float32 (32, 32). Each map is switched off in addition to those
    that are `off`. Raises ValueError like `require_hidden`.
    """
    before = float(difference(network.forward(padded[None], off).logits[0], pair))
    places = {held.place for held in off}
    for held in maps:
        if held.place in places:
            continue
        found = network.forward(padded[None], off | {held})
        yield Effect(
            held,
            float(difference(found.logits[0], pair)) - before,
            float(found.probabilities[0, pair.digit]),
            int(found.logits[0].argmax()),
        )


def strongest_first(effects: Sequence[Effect]) -> list[Effect]:
    """Return the effects by the size of their change, largest first, whatever its sign."""
    return sorted(effects, key=lambda effect: -abs(effect.change))
