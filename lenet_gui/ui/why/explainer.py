"""Works out what takes longer than a reading, beside the window, and the precise values last."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtCore import QObject, Signal

from lenet_gui.core.explaining.by_ink import InkShares, by_ink
from lenet_gui.core.explaining.by_stroke import StrokeShares, by_stroke
from lenet_gui.core.explaining.change import Change, smallest_change
from lenet_gui.core.explaining.nearest import KnownDigits, Neighbours
from lenet_gui.core.explaining.pair import Pair, difference
from lenet_gui.core.framing.framing import Framing
from lenet_gui.core.learning.starter import read_starter
from lenet_gui.core.network.lenet5 import LeNet5, Off
from lenet_gui.core.reading.reading import Reading
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.errors import LenetGuiError
from lenet_gui.resources import starter_set
from lenet_gui.ui.kit.background import Task
from lenet_gui.ui.why.nearest_view import COUNT

PART = 64
"""Digits of the starter set read at a time, in some milliseconds."""


@dataclass(frozen=True, eq=False)
class Question:
    """What is to be explained: a reading, two digits, and what was read with."""

    reading: Reading
    pair: Pair
    network: LeNet5
    framing: Framing

    @property
    def difference(self) -> float:
        """The score of the one digit less that of the other."""
        assert self.reading.activations is not None
        return float(difference(self.reading.activations.logits[0], self.pair))

    def is_same(self, other: "Question | None") -> bool:
        """Return whether another question has the same answer."""
        return (
            other is not None
            and self.reading.source is other.reading.source
            and self.pair == other.pair
            and self.network is other.network
            and self.reading.off == other.reading.off
            and self.framing == other.framing
        )


@dataclass(frozen=True, eq=False)
class Found:
    """What has been worked out so far."""

    question: Question
    by_stroke: StrokeShares | None = None
    """None as well if there are no strokes, but a picture."""
    by_ink: InkShares | None = None
    change: Change | None = None
    is_searched: bool = False
    """Whether the change has been looked for."""
    neighbours: tuple[Neighbours, ...] = ()
    problem: LenetGuiError | None = None
    """Why there are no neighbours."""


class Explainer(QObject):
    """Answers the latest question, in parts: those that are there first can be shown first.

    A question that has become stale is given up between two parts.
    """

    found = Signal(Found)
    """Another part of the answer to the latest question is there."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._question: Question | None = None
        self._answered: Question | None = None  # the one whose answer is complete
        self._known: list[KnownDigits] = []
        self._known_by: tuple[object, Off] | None = None
        self._task = Task(self)
        self._task.progressed.connect(self._take)
        self._task.ended.connect(self._go_on)
        self._is_done = True

    @property
    def is_running(self) -> bool:
        """Whether parts of the latest answer are missing."""
        return not self._is_done

    def ask(self, question: Question) -> None:
        """Answer a question, unless it is the latest one."""
        if question.is_same(self._question):
            return
        self._question = question
        self._is_done = False
        if not self._task.is_running:
            self._task.run(self._answer(question))

    def drop(self) -> None:
        """Give the latest question up."""
        self._question = None

    def _take(self, found: Found) -> None:
        if found.question is self._question:
            self.found.emit(found)

    def _go_on(self) -> None:
        """Turn to the question that was asked meanwhile."""
        latest = self._question
        if latest is not None and latest is not self._answered:
            self._task.run(self._answer(latest))
        else:
            self._is_done = True

    def _answer(self, question: Question) -> Iterator[Found]:
        """Yield the answer, part by part; runs in a thread beside the window."""
        found = Found(question)
        steps = [self._strokes, self._ink, self._change, self._precise]
        # Reading the starter set takes a second, once; finding the nearest, some milliseconds.
        steps.insert(2 if self._knows_digits(question) else len(steps), self._nearest)
        for step in steps:
            for part in step(found):
                if question is not self._question:
                    return
                found = part
                yield found
        self._answered = question

    def _strokes(self, found: Found) -> Iterator[Found]:
        asked = found.question
        source = asked.reading.source
        shares = None
        if isinstance(source, Drawing):
            shares = by_stroke(asked.network, source, asked.framing, asked.pair, asked.reading.off)
        yield replace(found, by_stroke=shares)

    def _ink(self, found: Found) -> Iterator[Found]:
        asked = found.question
        padded = asked.reading.frames.padded
        yield replace(found, by_ink=by_ink(asked.network, padded, asked.pair, asked.reading.off))

    def _precise(self, found: Found) -> Iterator[Found]:
        asked = found.question
        padded = asked.reading.frames.padded
        shares = by_ink(asked.network, padded, asked.pair, asked.reading.off, precise=True)
        yield replace(found, by_ink=shares)

    def _change(self, found: Found) -> Iterator[Found]:
        asked = found.question
        padded = asked.reading.frames.padded
        change = smallest_change(asked.network, padded, asked.pair, asked.reading.off)
        yield replace(found, change=change, is_searched=True)

    def _knows_digits(self, question: Question) -> bool:
        """Return whether the starter set has been read by a question's network."""
        return self._known_by == (question.network, question.reading.off)

    def _nearest(self, found: Found) -> Iterator[Found]:
        """Read the starter set once for a network, then find the nearest of either kind."""
        asked = found.question
        if not self._knows_digits(asked):
            self._known, self._known_by = [], None
            try:
                digits, _ = read_starter(starter_set())
            except LenetGuiError as error:
                yield replace(found, problem=error)
                return
            yield found
            for first in range(0, len(digits), PART):
                part = digits[first : first + PART]
                self._known.append(
                    KnownDigits(asked.network, part.images, part.labels, asked.reading.off)
                )
                yield found
            self._known_by = (asked.network, asked.reading.off)
        assert asked.reading.activations is not None
        values = asked.reading.activations.layers["F6"][0]
        rows = [
            _nearest_of([known.nearest(values, digit, COUNT) for known in self._known])
            for digit in (asked.pair.digit, asked.pair.against)
        ]
        yield replace(found, neighbours=tuple(rows))


def _nearest_of(parts: list[Neighbours]) -> Neighbours:
    """Return the nearest of several sets' nearest."""
    distances = np.concatenate([part.distances for part in parts])
    images = np.concatenate([part.images for part in parts])
    indices = np.concatenate([part.indices for part in parts])
    order = np.argsort(distances, kind="stable")[:COUNT]
    return Neighbours(images[order], distances[order], indices[order])
