"""Reading a whole number: its pieces are cut into digits, and each digit is read.

The drawing as one digit comes first. Only where a cut into several is clearly cheaper, and its
digits are believed, is it a number.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp

import numpy as np

from lenet_gui.core.framing.framing import Frames, Framing, Source
from lenet_gui.core.network.lenet5 import Activations, Off
from lenet_gui.core.numbers.costs import CONFIDENT, Runs, digit_costs, digit_features
from lenet_gui.core.numbers.lattice import (
    Edge,
    cheapest,
    edges_of,
    lattice_of,
    log_total,
)
from lenet_gui.core.numbers.number import Cut, NumberReading, NumberVerdict, PlacedDigit
from lenet_gui.core.numbers.pieces import Parts, Pieces, Run, around, height_of, lines_of
from lenet_gui.core.numbers.stroke_pieces import Strokes
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.reading.reading import ANSWERS, Reading, Verdict, evidence
from lenet_gui.core.strokes.drawing import Drawing

MOST_PARTS = 100
"""Strokes, or connected parts, above which ink is no number."""
CLEARLY = 1.0
"""By how much a cut must be cheaper than all the ink as one digit."""
BELIEF = (5.58, 1.79, 1.30, 2.95)
"""A cut is a number if the first of these is more than the others times its digits' mean missing
evidence, their mean cost, and one over their count. Fitted on validation writers' numbers, of which
0.5 % are lost, against letters, words and scribbles."""
NEAR = 3.0
"""By how much the second cut may be dearer for it to be named."""


@dataclass(frozen=True, eq=False)
class _Answer:
    """What the network answers to a run of pieces."""

    source: Source
    frames: Frames
    activations: Activations
    evidence: float
    key: tuple[object, ...]

    @property
    def likely(self) -> tuple[float, float]:
        return float(self.activations.probabilities.max()), self.evidence

    @property
    def best(self) -> tuple[int, float, float]:
        return int(self.activations.probabilities.argmax()), *self.likely


@dataclass(frozen=True, eq=False)
class _Line:
    """One line of writing, cut."""

    pieces: Pieces
    answers: Mapping[Run, _Answer]
    cut: Cut


class NumberReader:
    """Reads several digits at once, by a classifier.

    It remembers the answers to the last source's runs: while a number is drawn, only those with the
    newest stroke are read anew.
    """

    def __init__(
        self, classifier: Classifier, framing: Framing = Framing.MNIST, off: Off = frozenset()
    ) -> None:
        """Read through a classifier. Whole canvases, Framing.NONE, are never numbers."""
        self._classifier, self._framing, self._off = classifier, framing, off
        self._known: dict[object, _Answer] = {}
        self._last: Source | None = None
        """The last source, kept so that the keys of its strokes stay their own."""

    def read(self, whole: Reading) -> NumberReading | None:
        """Return the number that a source is, or None if it is one digit, or no number at all.

        `whole` is the source read as one digit.
        """
        source = whole.source
        if whole.activations is None or self._framing is not Framing.MNIST:
            return None
        if whole.verdict is Verdict.TOO_LITTLE or not isinstance(source, Drawing):
            return None
        parts = Strokes(source)
        if len(parts.boxes) > MOST_PARTS:
            return None
        known, self._known = self._known, {}
        lines = self._best(parts, known)
        self._last = source
        if _count(lines) < 2 or _cost(lines) > _cost_as_one(whole, parts) - CLEARLY:
            return None
        return self._number(source, lines)

    def _best(self, parts: Parts, known: Mapping[object, _Answer]) -> list[_Line]:
        """Return the cheapest cut of all parts on one line, or on several if that is cheaper."""
        together = [self._line(parts, range(len(parts.boxes)), known)]
        apart = lines_of(parts.boxes)
        if len(apart) > 1:
            lines = [self._line(parts, line, known) for line in apart]
            if _cost(lines) < _cost(together):
                return lines
        return together

    def _line(self, parts: Parts, chosen: Sequence[int], known: Mapping[object, _Answer]) -> _Line:
        """Return the cheapest cut of some parts on one line."""
        height = height_of(parts.boxes[list(chosen)])
        pieces = parts.pieces(chosen, height)
        across = np.argsort(pieces.boxes[:, 0] + pieces.boxes[:, 2], kind="stable").tolist()
        orders = [across, list(range(len(pieces)))]
        edges = [edges_of(pieces, order, height) for order in orders[: 1 + (across != orders[1])]]
        runs = {edge.run: None for some in edges for edge in some if not edge.is_mark}
        answers = self._answers(pieces, list(runs), known)
        likely = {run: answer.likely for run, answer in answers.items()}
        lattices = [lattice_of(pieces, some, likely) for some in edges]
        ways = [(path, lattice) for lattice in lattices for path in cheapest(lattice)]
        ways.sort(key=lambda way: way[0].cost)
        best, lattice = ways[0]
        second = next((path for path, _ in ways if path.cut != best.cut), None)
        total = max(log_total(one) for one in lattices)
        cut = Cut(
            lattice,
            best,
            second,
            "" if second is None else "".join(str(answers[e.run].best[0]) for e in second.digits),
            exp(min(0.0, -best.cost - total)),
            tuple(None if e.is_mark else answers[e.run].best for e in lattice.edges),
        )
        return _Line(pieces, answers, cut)

    def _answers(
        self, pieces: Pieces, runs: Sequence[Run], known: Mapping[object, _Answer]
    ) -> dict[Run, _Answer]:
        """Read runs of pieces in one batch, except those that are known."""
        keys = {run: (pieces.ink, *(pieces.keys[index] for index in sorted(run))) for run in runs}
        new = [run for run in runs if keys[run] not in known and keys[run] not in self._known]
        if new:
            frames = pieces.framed(new)
            found = self._classifier.network.forward(
                np.stack([steps.padded for steps in frames]), self._off
            )
            proofs = evidence(found.logits).tolist()
            for index, (run, steps, proof) in enumerate(zip(new, frames, proofs, strict=True)):
                own = _one(found, index)
                answer = _Answer(pieces.part(run), steps, own, proof, keys[run])
                self._known[keys[run]] = answer
        for run in runs:
            if keys[run] not in self._known:
                self._known[keys[run]] = known[keys[run]]
        return {run: self._known[keys[run]] for run in runs}

    def _number(self, source: Source, lines: Sequence[_Line]) -> NumberReading | None:
        digits = tuple(
            tuple(self._digit(line, edge) for edge in line.cut.path.digits) for line in lines
        )
        if not _is_believed(lines):
            return None
        are_all = all(digit.reading.verdict in ANSWERS for line in digits for digit in line)
        verdict = NumberVerdict.NUMBER if are_all else NumberVerdict.PARTLY
        marks = tuple(edge.box for line in lines for edge in line.cut.path.edges if edge.is_mark)
        return NumberReading(
            source, digits, tuple(line.cut for line in lines), verdict, marks, _second(lines)
        )

    def _digit(self, line: _Line, edge: Edge) -> PlacedDigit:
        answer = line.answers[edge.run]
        found = answer.activations
        (verdict,) = self._classifier.judge.judge(found.logits, found.probabilities)
        reading = Reading(answer.source, answer.frames, found, verdict, off=self._off)
        owners = sorted({line.pieces.owners[piece] for piece in edge.run})
        return PlacedDigit(reading, edge.box, tuple(owners))


def _one(activations: Activations, index: int) -> Activations:
    """Return the activations for one image of a batch."""
    own = slice(index, index + 1)
    layers = {name: values[own] for name, values in activations.layers.items()}
    return Activations(layers, activations.logits[own])


def _count(lines: Sequence[_Line]) -> int:
    return sum(len(line.cut.path.digits) for line in lines)


def _cost(lines: Sequence[_Line]) -> float:
    return sum(line.cut.path.cost for line in lines)


def _cost_as_one(whole: Reading, parts: Parts) -> float:
    """Return what all the ink costs as one digit."""
    assert whole.activations is not None
    box = around(parts.boxes)
    count = np.array([float(len(parts.boxes))])
    runs = Runs(box[None], count, np.zeros(1), np.ones(1, bool))
    proof = evidence(whole.activations.logits)
    likely = whole.activations.probabilities.max(axis=1).astype(np.float64)
    features = digit_features(runs, height_of(parts.boxes), likely, proof)
    return float(digit_costs(features)[0])


def _is_believed(lines: Sequence[_Line]) -> bool:
    """Return whether the digits make a number, and are not letters or scribbles."""
    answers = [line.answers[edge.run] for line in lines for edge in line.cut.path.digits]
    missing = [max(0.0, CONFIDENT - answer.evidence) for answer in answers]
    least, by_evidence, by_cost, by_count = BELIEF
    doubt = by_evidence * float(np.mean(missing)) + (by_cost * _cost(lines) + by_count) / len(
        answers
    )
    return doubt < least


def _second(lines: Sequence[_Line]) -> str | None:
    """Return the text of the second cut, if there is one line and it is nearly as cheap."""
    first = lines[0].cut
    if len(lines) > 1 or first.second is None or first.second.cost - first.path.cost > NEAR:
        return None
    return first.second_text
