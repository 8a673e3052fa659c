"""A whole number as it was read: its digits, their places, its cut, and an honest verdict."""

from dataclasses import dataclass
from enum import StrEnum
from math import prod
from typing import Any

from lenet_gui.core.framing.framing import Source
from lenet_gui.core.framing.raster import Image
from lenet_gui.core.numbers.lattice import Lattice, Path
from lenet_gui.core.photo.digit_boxes import INKED
from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.reading.reading import Reading

Place = tuple[float, float, float, float]
"""Left, top, right and bottom, in the source's units."""
UNKNOWN = "?"
"""Stands in a number's text for what is no digit."""


class NumberVerdict(StrEnum):
    """How far a number can be trusted."""

    NUMBER = "number"
    """All of it is digits."""
    PARTLY = "partly-digits"
    """Something among the digits is unlike any digit that the network knows."""
    UNFINISHED = "unfinished"
    """The last stroke is still being drawn, and no digit yet."""


@dataclass(frozen=True, eq=False)
class PlacedDigit:
    """A digit of a number: its reading, and its place.

    The place is the box around its ink in a picture, and without the pen's width in a drawing.

    The reading's source is the digit's own ink. `owners` are the strokes, or the connected parts of
    a picture, that it is made of, whole or in part.
    """

    reading: Reading
    box: Place
    owners: tuple[int, ...]

    @property
    def corner(self) -> tuple[float, float]:
        """Where the corner of the reading's source lies in the whole source: x and y.

        The strokes of a digit stay where they are, but a picture of it is cut out.
        """
        source = self.reading.source
        if not isinstance(source, Picture):
            return 0.0, 0.0
        rows, columns = (source.ink >= INKED).nonzero()
        return self.box[0] - float(columns.min()), self.box[1] - float(rows.min())

    @property
    def probability(self) -> float:
        """Probability of the most probable digit."""
        assert self.reading.probabilities is not None
        return float(self.reading.probabilities.max())

    @property
    def text(self) -> str:
        """The digit that was read, or "?"."""
        return UNKNOWN if self.reading.digit is None else str(self.reading.digit)


@dataclass(frozen=True, eq=False)
class Candidate:
    """What the network answers to a run of pieces: its most probable digit.

    `is_digit` says whether there is enough evidence for one. `framed`, float32 (28, 28), is the
    run's ink.
    """

    digit: int
    probability: float
    is_digit: bool
    framed: Image


@dataclass(frozen=True, eq=False)
class Cut:
    """How one line of writing was cut: all ways, the cheapest and the second, if there is one.

    `candidates` are the answers to the lattice's edges, in their order; None for marks.
    `probability` is that of the cheapest way, and `as_one` what all the ink costs as one digit.
    """

    lattice: Lattice
    path: Path
    second: Path | None
    second_text: str
    probability: float
    as_one: float
    candidates: tuple[Candidate | None, ...]


@dataclass(frozen=True, eq=False)
class NumberReading:
    """A drawing or picture, `source`, read as one number or, on several lines, several.

    `marks` are the places of points and dashes, which are ignored. `second` is the text of the
    second cheapest way to cut, if it is nearly as cheap; None otherwise.
    """

    source: Source
    lines: tuple[tuple[PlacedDigit, ...], ...]
    cuts: tuple[Cut, ...]
    verdict: NumberVerdict
    marks: tuple[Place, ...] = ()
    second: str | None = None

    @property
    def digits(self) -> tuple[PlacedDigit, ...]:
        """All digits, line by line, from left to right."""
        return tuple(digit for line in self.lines for digit in line)

    @property
    def is_all_digits(self) -> bool:
        """Whether each part of it is like a digit that the network knows."""
        return self.verdict is not NumberVerdict.PARTLY

    @property
    def text(self) -> str:
        """The number, each line's on a line of its own; "?" stands for what is no digit."""
        return "\n".join("".join(digit.text for digit in line) for line in self.lines)

    @property
    def probability(self) -> float:
        """Probability that the cut and every digit are right."""
        likely = [digit.probability for digit in self.digits]
        return prod(likely) * prod(cut.probability for cut in self.cuts)

    def to_dict(self) -> dict[str, Any]:
        """Return text, verdict, probability, digits with their boxes, and the rest, JSON-ready."""
        values: dict[str, Any] = {
            "text": self.text,
            "verdict": str(self.verdict),
            "probability": round(self.probability, 6),
            "digits": [
                {"box": [round(side, 3) for side in digit.box]} | digit.reading.to_dict()
                for digit in self.digits
            ],
        }
        if self.marks:
            values["ignored"] = [[round(side, 3) for side in mark] for mark in self.marks]
        if self.second is not None:
            values["second"] = self.second
        return values
