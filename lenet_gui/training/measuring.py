"""Measure a trained network, and calibrate it: accuracy, temperature, refusal."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.datasets.answers import LabelledAnswers
from lenet_gui.core.datasets.datasets import read_strokes
from lenet_gui.core.datasets.idx import mnist_samples
from lenet_gui.core.datasets.sample import Sample
from lenet_gui.core.framing.framing import frame_strokes
from lenet_gui.core.network.lenet5 import LeNet5 as Network
from lenet_gui.core.network.weights import Weights
from lenet_gui.core.reading.reading import CLEAR, THRESHOLD_KEY, evidence
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.runs.measuring import (
    Logits,
    Measurement,
    answered,
    log_probabilities,
    logits_of,
    mnist_test,
    rows,
    strokes_of,
)
from lenet_gui.training.data import Digits, split_writers
from lenet_gui.training.handwriting.outliers import HELD_OUT, KINDS
from lenet_gui.training.handwriting.redrawing import MADE, STYLES
from lenet_gui.training.handwriting.strokes import normalised
from lenet_gui.training.people import Written, all_digits, all_images, drawn_samples, read_people
from lenet_gui.training.pool import Sources

REFUSED_DIGITS = 0.004
"""Share of the validation digits that the threshold refuses."""
OUTLIERS = 100
"""Number of non-digits of each kind to measure refusal with."""
UNUSED_SEED = 987_654_321
"""Seed for measuring; training never uses it."""


@dataclass(frozen=True)
class Reader:
    """A network that reads with the program's own framing and NumPy forward pass.

    `threshold` is the least evidence of an accepted answer.
    """

    network: Network
    threshold: float = 0.0

    def logits(self, framed: Sequence[NDArray[np.float32]]) -> Logits:
        """Return the logits, float32 (n, 10), for framed images, float32 (28, 28) each."""
        return logits_of(self.network, framed)

    def answers(self, name: str, samples: Sequence[Sample]) -> tuple[LabelledAnswers, Logits]:
        """Read labelled samples."""
        return answered(self.network, name, samples)


def measure_robust(
    weights: Weights, mnist: Path, files: Sequence[Path], more: Sequence[Path] = ()
) -> Measurement:
    """Measure finished weights, including the threshold, on data not used in training."""
    reader = Reader(Network(weights), float(weights.metadata.get(THRESHOLD_KEY, 0)))
    answers, figures = measure_files(reader, mnist, files)
    further, refusals = measure_people(reader, more)
    answers += further
    figures |= refusals
    refused = outlier_evidence(reader, files)
    for group, kinds in refused.items():
        every = np.concatenate(list(kinds.values()))
        figures[f"non-digits refused, {group}"] = f"{(every < reader.threshold).mean():.1%}"
        for kind, values in kinds.items():
            figures[f"– {kind}"] = f"{(values < reader.threshold).mean():.0%}"
    curve = None
    if files:
        digits = np.concatenate([reader.answers("", read_strokes([path]))[1] for path in files])
        outliers = np.concatenate([e for kinds in refused.values() for e in kinds.values()])
        curve = refusal_curve(evidence(digits), outliers)
    return Measurement(answers, figures, refusal=curve)


def choose_verdicts(weights: Weights, sources: Sources) -> "Verdicts":
    """Fit the temperature and choose the threshold on the validation digits."""
    reader = Reader(Network(weights))
    people = read_people(sources.more, "validation")
    images = [_image_samples(part) for part in (sources.images()[1], *all_images(people))]
    strokes = split_writers(read_strokes(sources.strokes), sources.held_writers)[1]
    strokes += drawn_samples(all_digits(people))
    parts = [reader.answers("validation", part) for part in (*images, strokes) if part]
    # People will draw strokes; images stand in if there are none.
    chosen, logits = parts[-1]
    temperature = fit_temperature(logits, chosen.labels)
    every = [evidence(part[1] / np.float32(temperature)) for part in parts]
    return Verdicts(temperature, refusal_threshold(np.concatenate(every), REFUSED_DIGITS))


def measure_files(
    reader: Reader, mnist: Path, files: Sequence[Path]
) -> tuple[list[LabelledAnswers], dict[str, str]]:
    """Read the test images and each file of strokes, the latter in all styles too."""
    named = [mnist_test(mnist), *strokes_of(files)]
    all_answers: list[LabelledAnswers] = []
    figures: dict[str, str] = {}
    for name, samples in named:
        answers, logits = reader.answers(name, samples)
        all_answers.append(answers)
        figures |= digit_rows(reader, answers, logits)
        if isinstance(samples[0].source, Drawing):
            figures |= style_rows(reader, name, samples)
    return all_answers, figures


def people_samples(people: Mapping[str, Written]) -> dict[str, list[Sample]]:
    """Return the digits of each file that has any, as samples."""
    found = {
        name: _image_samples(written.images) + drawn_samples(written.digits)
        for name, written in people.items()
    }
    return {name: samples for name, samples in found.items() if samples}


def _image_samples(digits: Digits) -> list[Sample]:
    return list(mnist_samples(digits.images.numpy(), digits.labels.numpy().astype(np.uint8)))


def measure_people(
    reader: Reader, files: Sequence[Path]
) -> tuple[list[LabelledAnswers], dict[str, str]]:
    """Read the digits, letters and signs of the people who are only measured."""
    people = read_people(files, "measured")
    all_answers: list[LabelledAnswers] = []
    figures: dict[str, str] = {}
    for name, samples in people_samples(people).items():
        answers, logits = reader.answers(f"{name}, people left out", samples)
        all_answers.append(answers)
        figures |= digit_rows(reader, answers, logits)
    for name, written in people.items():
        if written.groups:
            figures[f"{name}: left out of training"] = _names(written.groups)
        if written.symbols:
            framed = [frame_strokes(Drawing(tuple(strokes))) for strokes in written.symbols]
            refused = (evidence(reader.logits(framed)) < reader.threshold).mean()
            figures[f"{name}: refused"] = f"{refused:.1%} of {len(framed):,}"
    return all_answers, figures


def _names(groups: Sequence[str]) -> str:
    """Return the names of groups, or their number if there are many."""
    return ", ".join(groups) if len(groups) <= 4 else f"{len(groups)} writers"


def digit_rows(reader: Reader, answers: LabelledAnswers, logits: Logits) -> dict[str, str]:
    """Return the lowest recall, the calibration and the refusal of labelled digits."""
    is_refused = evidence(logits) < reader.threshold
    clear = ~is_refused & (np.exp(answers.log_probabilities).max(axis=1) >= CLEAR)
    right = (answers.answers == answers.labels)[clear].sum() / max(clear.sum(), 1)
    return {
        **rows(answers),
        f"{answers.name}: digits refused": f"{is_refused.mean():.2%}",
        f"{answers.name}: said to be clear": f"{clear.mean():.1%}, of which right {right:.2%}",
    }


def style_rows(reader: Reader, name: str, samples: Sequence[Sample]) -> dict[str, str]:
    """Return the accuracy in each style and each made way of writing, as text by name."""
    digits = [(normalised(cast("Drawing", s.source).strokes), s.label) for s in samples]
    found: dict[str, str] = {}
    for style, change in STYLES.items():
        random = np.random.default_rng(UNUSED_SEED)
        framed, right = [], []
        for strokes, label in digits:
            changed, pen = change(strokes, random)
            framed.append(frame_strokes(Drawing(tuple(changed)), pen))
            right.append(label)
        share = (reader.logits(framed).argmax(axis=1) == np.array(right)).mean()
        found[f"{name}: {style}"] = f"{share:.2%}"
    for style, (label, make) in MADE.items():
        random = np.random.default_rng(UNUSED_SEED)
        made = [make(strokes, random) for strokes, own in digits if own == label]
        if made:
            framed = [frame_strokes(Drawing(tuple(strokes))) for strokes in made]
            share = (reader.logits(framed).argmax(axis=1) == label).mean()
            found[f"{name}: {style}"] = f"{share:.2%} of {len(made)}"
    return found


def outlier_evidence(
    reader: Reader, files: Sequence[Path]
) -> dict[str, dict[str, NDArray[np.float64]]]:
    """Draw non-digits of every kind and return their evidence, by group and kind."""
    digits = [(normalised(cast("Drawing", s.source).strokes), s.label) for s in read_strokes(files)]
    groups = {"kinds that were trained on": KINDS, "kinds never seen": HELD_OUT}
    found: dict[str, dict[str, NDArray[np.float64]]] = {}
    for group, kinds in groups.items():
        found[group] = {}
        for number, (kind, make) in enumerate(kinds.items()):
            random = np.random.default_rng((UNUSED_SEED, number))
            drawn = [normalised(make(digits, random)) for _ in range(OUTLIERS)]
            framed = [frame_strokes(Drawing(tuple(strokes))) for strokes in drawn]
            found[group][kind] = evidence(reader.logits(framed))
    return found


@dataclass(frozen=True)
class Verdicts:
    """The temperature and the threshold, as the weights' metadata give them."""

    temperature: float
    """The divisor of the trained logits."""
    refusal_threshold: float
    """The least evidence of an accepted answer, after that division."""

    def metadata(self) -> dict[str, str]:
        """Return the entries for the weights' metadata."""
        return {
            "temperature": f"{self.temperature:.4f}",
            "temperature_use": "the output layer's weights and bias are divided by it already",
            "refusal_method": "evidence: log-sum-exp of the logits minus their mean",
            "refusal_threshold": f"{self.refusal_threshold:.4f}",
        }


def fit_temperature(logits: Logits, labels: NDArray[np.integer]) -> float:
    """Return the temperature, from 0.1 to 10, that makes the labels most likely."""
    rows = np.arange(len(labels))
    low, high = np.log(0.1), np.log(10.0)
    for _ in range(4):  # the loss has one minimum; each round narrows its interval tenfold
        candidates = np.linspace(low, high, 41)
        losses = [
            -log_probabilities(logits, float(np.exp(c)))[rows, labels].mean() for c in candidates
        ]
        best = candidates[int(np.argmin(losses))]
        width = (high - low) / 20
        low, high = best - width, best + width
    return float(np.exp(best))


def refusal_threshold(digits: NDArray[np.float64], share: float) -> float:
    """Return the evidence that `share` of the digits stay below."""
    return float(np.quantile(digits, share))


def refusal_curve(
    digits: NDArray[np.float64], outliers: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the shares of digits and of outliers refused at every threshold."""
    thresholds = np.unique(np.concatenate((digits, outliers)))
    refused_digits = np.searchsorted(np.sort(digits), thresholds) / max(len(digits), 1)
    refused_outliers = np.searchsorted(np.sort(outliers), thresholds) / max(len(outliers), 1)
    return refused_digits, refused_outliers
