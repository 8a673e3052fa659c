"""Reading a whole number: its pieces are cut into digits, and each digit is read.

The drawing as one digit comes first. Only where a cut into several is clearly cheaper, and its
digits are believed, is it a number.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp, log1p
from typing import NamedTuple

import numpy as np

from lenet_gui.core.framing.framing import Frames, Framing, Source
from lenet_gui.core.network.lenet5 import Activations, Off
from lenet_gui.core.numbers.costs import CONFIDENT, Runs, digit_costs, digit_features
from lenet_gui.core.numbers.lattice import (
    Edge,
    Lattice,
    Path,
    cheapest,
    edges_of,
    lattice_of,
    log_total,
)
from lenet_gui.core.numbers.number import Candidate, Cut, NumberReading, NumberVerdict, PlacedDigit
from lenet_gui.core.numbers.picture_pieces import Components
from lenet_gui.core.numbers.pieces import Parts, Pieces, Run, around, height_of, lines_of
from lenet_gui.core.numbers.stroke_pieces import Strokes
from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.reading.reading import ANSWERS, Reading, Verdict, evidence
from lenet_gui.core.strokes.drawing import Drawing

MOST_PARTS = 100
"""Strokes, or connected parts, above which ink is no number."""
CLEARLY = 1.0
"""By how much a cut must be cheaper than all the ink as one digit."""
BELIEF = (5.00, 6.14)
"""The digits of a number may lack as much evidence in the mean as the first times log(1 + gain),
less the second, where the cut is cheaper by the gain than all strokes as one digit. Fitted on
numbers of validation writers, some badly distorted, of which 0.5 % are lost, against letters,
words, scribbles and single digits of several strokes."""
SURE = 6.0
"""Evidence from which a digit in a picture is not doubted."""
BELIEF_IN_PICTURES = (6.0, 3.0, 9.0, 2.0)
"""A cut of a picture is a number if the first of these is more than the others times its digits'
mean missing evidence, one over their count, and the share of them that was cut from the next one.
Fitted on rows of MNIST's validation images, against the same letters, words and scribbles."""
WAYS = 4
"""Cheapest ways through a line that are looked at."""
NEAR = 3.0
"""By how much the second cut may be dearer for it to be named."""


class Grounds(NamedTuple):
    """What speaks for and against a number."""

    gain: float
    """By how much its cut is cheaper than all the ink as one digit."""
    missing: float
    """How much evidence its digits lack in the mean."""


@dataclass(frozen=True, eq=False)
class _Answer:
    """What the network answers to a run of pieces."""

    frames: Frames
    activations: Activations
    evidence: float

    @property
    def likely(self) -> tuple[float, float]:
        return float(self.activations.probabilities.max()), self.evidence

    @property
    def digit(self) -> int:
        return int(self.activations.probabilities.argmax())


@dataclass(frozen=True, eq=False)
class _Line:
    """One line of writing, cut."""

    pieces: Pieces
    answers: Mapping[Run, _Answer]
    lattice: Lattice
    path: Path
    second: Path | None
    probability: float


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
        self.means = classifier, framing, off
        """What numbers are read with."""
        self._known: dict[object, _Answer] = {}
        self._last: Source | None = None
        """The last source, kept so that the keys of its strokes stay their own."""

    def read(self, whole: Reading) -> NumberReading | None:
        """Return the number that a source is, or None if it is one digit, or no number at all.

        `whole` is the source read as one digit.
        """
        several = self._several(whole)
        if several is None or not _is_believed(*several, isinstance(whole.source, Picture)):
            return None
        return self._number(whole.source, *several)

    def grounds(self, whole: Reading) -> Grounds | None:
        """Return what speaks for and against a number; None if one digit is about as cheap."""
        several = self._several(whole)
        return None if several is None else _grounds(*several)

    def lattices(self, pieces: Pieces) -> list[Lattice]:
        """Return all cuts of pieces on one line of writing.

        There is a lattice of them from left to right, and one in the order in which they were drawn
        if that is another.
        """
        return self._lattices(pieces, {})[0]

    def _several(self, whole: Reading) -> tuple[list[_Line], float] | None:
        """Return the cheapest cut into digits, and what it costs to take all for one.

        None if that is about as cheap.
        """
        source = whole.source
        if whole.activations is None or self._framing is not Framing.MNIST:
            return None
        if whole.verdict is Verdict.TOO_LITTLE:
            return None
        parts = Strokes(source) if isinstance(source, Drawing) else Components(source)
        if not 0 < len(parts.boxes) <= MOST_PARTS:
            return None
        known, self._known = self._known, {}
        if isinstance(parts, Strokes):
            proof = float(evidence(whole.activations.logits)[0])
            known[parts.key] = _Answer(whole.frames, whole.activations, proof)
        lines = self._best(parts, known)
        self._last = source
        as_one = _cost_as_one(whole, parts)
        if _count(lines) < 2 or _cost(lines) > as_one - CLEARLY:
            return None
        return lines, as_one

    def _best(self, parts: Parts, known: Mapping[object, _Answer]) -> list[_Line]:
        """Return the cheapest cut of all parts on one line, or on several if that is cheaper.

        What lies above each other in a picture, apart, is on several lines: no pen goes back there.
        """
        apart = lines_of(parts.boxes)
        lines = [self._line(parts, line, known) for line in apart]
        if len(apart) == 1 or isinstance(parts, Components):
            return lines
        together = [self._line(parts, range(len(parts.boxes)), known)]
        return lines if _cost(lines) < _cost(together) else together

    def _line(self, parts: Parts, chosen: Sequence[int], known: Mapping[object, _Answer]) -> _Line:
        """Return the cheapest cut of some parts on one line."""
        height = height_of(parts.boxes[list(chosen)])
        pieces = parts.pieces(chosen, height)
        lattices, answers = self._lattices(pieces, known)
        found = [(path, one) for one in lattices for path in cheapest(one, WAYS)]
        found.sort(key=lambda way: -way[0].cost)
        ways = {path.cut: (path, one) for path, one in found}  # of the same, the cheaper one
        best, lattice = found[-1]
        # Whether a dot is a point or part of the digit beside it makes no other number.
        text = _text(answers, best)
        others = [path for path, _ in ways.values() if _text(answers, path) != text]
        second = min(others, key=lambda path: path.cost, default=None)
        total = max(log_total(one) for one in lattices)
        shares = {path: exp(min(0.0, -path.cost - total)) for path, _ in ways.values()}
        probability = min(1.0, sum(shares[path] for path in shares.keys() - set(others)))
        return _Line(pieces, answers, lattice, best, second, probability)

    def _lattices(
        self, pieces: Pieces, known: Mapping[object, _Answer]
    ) -> tuple[list[Lattice], dict[Run, _Answer]]:
        """Return the lattices of some pieces, and the answers to their runs."""
        height = height_of(pieces.boxes)
        across = np.argsort(pieces.boxes[:, 0] + pieces.boxes[:, 2], kind="stable").tolist()
        orders = [across, list(range(len(pieces)))]
        edges = [edges_of(pieces, order, height) for order in orders[: 1 + (across != orders[1])]]
        runs = {edge.run: None for some in edges for edge in some if not edge.is_mark}
        answers = self._answers(pieces, list(runs), known)
        likely = {run: answer.likely for run, answer in answers.items()}
        return [lattice_of(pieces, some, likely) for some in edges], answers

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
                self._known[keys[run]] = _Answer(steps, own, proof)
        for run in runs:
            if keys[run] not in self._known:
                self._known[keys[run]] = known[keys[run]]
        return {run: self._known[keys[run]] for run in runs}

    def _number(self, source: Source, lines: Sequence[_Line], as_one: float) -> NumberReading:
        digits = tuple(
            tuple(self._digit(line, edge) for edge in line.path.digits) for line in lines
        )
        are_all = all(digit.reading.verdict in ANSWERS for line in digits for digit in line)
        verdict = NumberVerdict.NUMBER if are_all else NumberVerdict.PARTLY
        marks = tuple(
            line.pieces.place(edge.run)
            for line in lines
            for edge in line.path.edges
            if edge.is_mark
        )
        cuts = tuple(self._cut(line, as_one) for line in lines)
        return NumberReading(source, digits, cuts, verdict, marks, _second(lines))

    def _cut(self, line: _Line, as_one: float) -> Cut:
        least = self._classifier.judge.threshold
        candidates = []
        for edge in line.lattice.edges:
            candidate = None
            if not edge.is_mark:
                answer = line.answers[edge.run]
                is_digit = least is None or answer.evidence >= least
                framed = answer.frames.framed
                candidate = Candidate(answer.digit, answer.likely[0], is_digit, framed)
            candidates.append(candidate)
        return Cut(
            line.lattice, line.path, line.second, _text(line.answers, line.second),
            line.probability, as_one, tuple(candidates),
        )  # fmt: skip

    def _digit(self, line: _Line, edge: Edge) -> PlacedDigit:
        answer = line.answers[edge.run]
        found = answer.activations
        (verdict,) = self._classifier.judge.judge(found.logits, found.probabilities)
        source = line.pieces.part(edge.run)
        reading = Reading(source, answer.frames, found, verdict, off=self._off)
        owners = sorted({line.pieces.owners[piece] for piece in edge.run})
        return PlacedDigit(reading, line.pieces.place(edge.run), tuple(owners))


def _one(activations: Activations, index: int) -> Activations:
    """Return the activations for one image of a batch."""
    own = slice(index, index + 1)
    layers = {name: values[own] for name, values in activations.layers.items()}
    return Activations(layers, activations.logits[own])


def _count(lines: Sequence[_Line]) -> int:
    return sum(len(line.path.digits) for line in lines)


def _cost(lines: Sequence[_Line]) -> float:
    return sum(line.path.cost for line in lines)


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


def _grounds(lines: Sequence[_Line], as_one: float) -> Grounds:
    proofs = [line.answers[edge.run].evidence for line in lines for edge in line.path.digits]
    missing = sum(max(0.0, CONFIDENT - proof) for proof in proofs) / len(proofs)
    return Grounds(as_one - _cost(lines), missing)


def _is_believed(lines: Sequence[_Line], as_one: float, is_picture: bool) -> bool:
    """Return whether the digits make a number, and are not letters or scribbles."""
    gain, mean_missing = _grounds(lines, as_one)
    if not is_picture:
        by_gain, less = BELIEF
        return mean_missing <= by_gain * log1p(gain) - less
    proofs = [line.answers[edge.run].evidence for line in lines for edge in line.path.digits]
    missing = sum(max(0.0, SURE - proof) for proof in proofs)
    cuts = sum(_joined(line, *pair) for line in lines for pair in pairwise(line.path.edges))
    least, by_evidence, by_count, by_cut = BELIEF_IN_PICTURES
    return (by_evidence * missing + by_count + by_cut * cuts) / len(proofs) < least


def _joined(line: _Line, first: Edge, second: Edge) -> bool:
    """Return whether two neighbours were cut from the same ink."""
    own, other = ({line.pieces.owners[piece] for piece in edge.run} for edge in (first, second))
    return not own.isdisjoint(other)


def _second(lines: Sequence[_Line]) -> str | None:
    """Return the text of the second cut, if there is one line and it is nearly as cheap."""
    first = lines[0]
    if len(lines) > 1 or first.second is None or first.second.cost - first.path.cost > NEAR:
        return None
    return _text(first.answers, first.second)


def _text(answers: Mapping[Run, _Answer], path: Path | None) -> str:
    return "" if path is None else "".join(str(answers[edge.run].digit) for edge in path.digits)
