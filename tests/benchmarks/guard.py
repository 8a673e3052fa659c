"""Fail if something became slower: `python -m tests.benchmarks.guard`.

Compares ratios, never times: how many rounds of its yardstick a case takes. Both are measured in
turns in the same run, in processor time, so a slow or busy machine slows both. Fails at LIMIT times
a ratio in `ratios.json`. `--record` records the current ratios, for when something became faster,
or slower for a good reason.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median

import numpy as np
import torch
from numpy.typing import NDArray

from lenet_gui.core.datasets.evaluation import evaluate
from lenet_gui.core.datasets.idx import mnist_samples
from lenet_gui.core.framing.framing import frame_strokes
from lenet_gui.core.network.lenet5 import LeNet5
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.strokes.drawing import parse_drawing
from lenet_gui.resources import resource
from lenet_gui.training.data import to_bytes, to_input
from lenet_gui.training.images import distort
from lenet_gui.training.pool import WIDE
from tests.benchmarks.peers import (
    PlainDigits,
    loader,
    pad,
    pytorch,
    random_affine,
    shipped_weights,
    to_tensor,
)
from tests.benchmarks.scribbles import scribble

RECORDED = Path(__file__).with_name("ratios.json")
LIMIT = 1.5
ROUNDS = 20
RECORDINGS = 5
"""Number of measurements; their median is recorded."""
SLICE = 0.01
"""Approximate seconds of a turn: long enough for the clock, short enough to be undisturbed."""
MANY = 256

Work = Callable[[], object]
Cases = Mapping[str, tuple[Work, Work]]
"""Guarded work and its yardstick, by name."""


def main(given: Sequence[str] | None = None) -> int:
    """Measure, and compare or record."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--record", action="store_true", help="record the current ratios")
    arguments = parser.parse_args(given)
    guarded = cases()
    if arguments.record:
        runs = [measure(guarded) for _ in range(RECORDINGS)]
        ratios = {name: round(median(run[name] for run in runs), 3) for name in guarded}
        RECORDED.write_text(json.dumps(ratios, indent=2) + "\n")
        return 0
    recorded: dict[str, float] = json.loads(RECORDED.read_text())
    measured = measure(guarded)
    if suspects := too_slow(measured, recorded):  # measure again, in case it was disturbed
        again = measure({name: guarded[name] for name in suspects})
        measured |= {name: min(ratio, measured[name]) for name, ratio in again.items()}
    for name, ratio in measured.items():
        print(f"{name}: {ratio:.3g}, recorded {recorded.get(name, float('nan')):.3g}")
    slower = too_slow(measured, recorded)
    for name, sentence in slower.items():
        print(f"{name}: {sentence}", file=sys.stderr)
    return 1 if slower else 0


def too_slow(measured: Mapping[str, float], recorded: Mapping[str, float]) -> dict[str, str]:
    """Return the problems by the name of the case; empty if there are none."""
    wrong = {}
    for name, ratio in measured.items():
        if name not in recorded:
            wrong[name] = "no ratio is recorded; run with --record."
        elif ratio > LIMIT * recorded[name]:
            wrong[name] = f"{ratio / recorded[name]:.2f} times as slow as recorded."
    return wrong


def measure(guarded: Cases) -> dict[str, float]:
    """Return the ratio of each case to its yardstick, both at their best, by name."""
    return {name: _ratio(*case) for name, case in guarded.items()}


def _ratio(work: Work, yardstick: Work) -> float:
    pair = (work, yardstick)
    counts = [max(1, round(SLICE / _time(part, 1))) for part in pair]
    best = [float("inf")] * 2
    for _ in range(ROUNDS):
        for place, (part, count) in enumerate(zip(pair, counts, strict=True)):
            best[place] = min(best[place], _time(part, count))
    return best[0] / best[1]


def _time(work: Work, count: int) -> float:
    """Return the processor time of a round in seconds, the mean of `count`."""
    began = time.thread_time()
    for _ in range(count):
        work()
    return (time.thread_time() - began) / count


def cases() -> Cases:
    """Return the guarded cases. Needs PyTorch, but no data set."""
    forward = pytorch(shipped_weights())
    classifier = Classifier(LeNet5(shipped_weights()))
    random = np.random.default_rng(0)
    image, images = (random.random((n, 32, 32), np.float32) for n in (1, MANY))
    pixels = np.resize(_framed_examples(), (MANY, 28, 28))
    labels, tensor = np.zeros(MANY, np.uint8), torch.from_numpy(pixels)
    chain = [to_tensor, random_affine(WIDE.images), pad]
    usual = PlainDigits(tensor, torch.from_numpy(labels), chain)
    short, long = scribble(10), scribble(100)
    return {
        "forward, 1 image / PyTorch": (
            lambda: classifier.network.forward(image),
            lambda: forward(image),
        ),
        f"forward, {MANY} images / PyTorch": (
            lambda: classifier.network.forward(images),
            lambda: forward(images),
        ),
        f"evaluating {MANY} images / PyTorch, forward alone": (
            lambda: evaluate(classifier, mnist_samples(pixels, labels)),
            lambda: forward(images),
        ),
        "reading 10 strokes / PyTorch, forward alone": (
            lambda: classifier.read(short),
            lambda: forward(image),
        ),
        "reading 100 strokes / 10 strokes": (
            lambda: classifier.read(long),
            lambda: classifier.read(short),
        ),
        "distorting images for training / as usual": (
            lambda: distort(to_input(tensor), WIDE.images, torch.Generator()),
            lambda: list(loader(usual, MANY)),
        ),
    }


def _framed_examples() -> NDArray[np.uint8]:
    """Return the bundled examples framed as in MNIST, uint8 (10, 28, 28)."""
    paths = sorted(resource("assets", "examples").glob("*.json"))
    return np.stack([to_bytes(frame_strokes(parse_drawing(path.read_bytes()))) for path in paths])


if __name__ == "__main__":
    sys.exit(main())
