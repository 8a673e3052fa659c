"""Measure explanations, their times and errors: `python -m tests.benchmarks.explanations`.

Explains the example drawings and, where LENET_GUI_DATA names the data sets, test strokes of
pen-digits: 300 of them and the first 20 that are misread. For integrated gradients in even steps it
also prints how far they are off.
"""

import os
import random
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from lenet_gui.core.datasets.unipen import unipen_samples
from lenet_gui.core.explaining.by_ink import InkShares, by_ink
from lenet_gui.core.explaining.by_stroke import StrokeShares, by_stroke
from lenet_gui.core.explaining.by_unit import UnitShares, by_unit
from lenet_gui.core.explaining.change import Change, smallest_change
from lenet_gui.core.explaining.pair import Pair, default_pair, difference, towards_difference
from lenet_gui.core.framing.framing import Framing
from lenet_gui.core.network.backward import backward
from lenet_gui.core.network.lenet5 import LeNet5
from lenet_gui.core.network.weights import load_weights
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.reading.reading import Reading
from lenet_gui.core.strokes.drawing import Drawing, parse_drawing
from lenet_gui.resources import default_weights, resource

STROKES = "pendigits-orig.test.unipen.gz"
MANY, MISREAD = 300, 20
EVEN = (100, 300)
"""Numbers of even steps, in the middle of which the gradient is taken."""


def drawings(classifier: Classifier) -> Iterator[Drawing]:
    """Yield what is explained."""
    for digit in range(10):
        path = resource("assets", "examples", f"{digit}.lenet.json")
        yield parse_drawing(path.read_text(encoding="utf-8"))
    folder = os.environ.get("LENET_GUI_DATA")
    if not folder:
        return
    samples = list(unipen_samples(Path(folder) / "pendigits" / STROKES))
    random.Random(1).shuffle(samples)
    yield from (sample.source for sample in samples[:MANY])
    misread = 0
    for sample in samples[MANY:]:
        if classifier.read(sample.source).most_probable != sample.label:
            yield sample.source
            misread += 1
        if misread == MISREAD:
            return


def even_error(network: LeNet5, reading: Reading, pair: Pair, steps: int) -> float:
    """Return by how much integrated gradients in even steps fail to add up."""
    padded = reading.frames.padded
    total = 0.0
    for places in np.array_split((np.arange(steps, dtype=np.float32) + 0.5) / steps, steps // 10):
        activations = network.forward(places[:, None, None] * padded)
        towards = towards_difference(activations.logits, pair)
        gradients = backward(network, activations, towards, by_weights=False).layers["input"]
        total += float((gradients[:, 0] * padded).sum(dtype=np.float64)) / steps
    ends = network.forward(np.stack((np.zeros_like(padded), padded))).logits
    return abs(float(np.diff(difference(ends, pair))[0]) - total)


def main() -> None:
    """Print a line for each part of an explanation, and one for each number of even steps."""
    classifier = Classifier(LeNet5(load_weights(default_weights())))
    times: dict[str, list[float]] = defaultdict(list)
    errors: dict[str, list[float]] = defaultdict(list)
    amounts: list[float] = []
    count = 0
    for drawing in drawings(classifier):
        count += 1
        reading = classifier.read(drawing)
        pair = default_pair(reading)
        assert pair is not None
        for name, work in parts(classifier.network, reading, pair).items():
            begun = time.perf_counter()
            found = work()
            times[name].append(1000 * (time.perf_counter() - begun))
            if isinstance(found, StrokeShares | UnitShares | InkShares):
                assert reading.activations is not None
                total = float(difference(reading.activations.logits[0], pair))
                errors[name].append(abs(total - found.total))
            elif found is not None:
                amounts.append(found.added + found.removed)
        for steps in EVEN:
            error = even_error(classifier.network, reading, pair, steps)
            errors[f"{steps} even steps"].append(error)
    print(f"{count} drawings, of which {len(amounts)} were changed into another digit,")
    print(f"by {np.median(amounts):.1f} pixels of ink in the median and {max(amounts):.1f} at most")
    for name, values in times.items():
        print(f"{name:20} {np.median(values):7.2f} ms, 90 % within {np.quantile(values, 0.9):7.2f}")
    for name, values in errors.items():
        print(f"{name:20} misses by {np.median(values):.1e}, at most by {max(values):.1e}")


def parts(
    network: LeNet5, reading: Reading, pair: Pair
) -> dict[str, Callable[[], StrokeShares | UnitShares | InkShares | Change | None]]:
    """Return what is measured."""
    padded, source, activations = reading.frames.padded, reading.source, reading.activations
    assert isinstance(source, Drawing)
    assert activations is not None
    return {
        "by stroke": lambda: by_stroke(network, source, Framing.MNIST, pair),
        "by unit": lambda: by_unit(network, activations, pair),
        "by ink": lambda: by_ink(network, padded, pair),
        "by ink, precise": lambda: by_ink(network, padded, pair, precise=True),
        "change": lambda: smallest_change(network, padded, pair),
    }


if __name__ == "__main__":
    main()
