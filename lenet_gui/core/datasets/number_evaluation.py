"""How labelled numbers are read, and drawings that are labelled as something else."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from lenet_gui.core.datasets.sample import TextSample
from lenet_gui.core.framing.framing import Framing
from lenet_gui.core.numbers.number import NumberVerdict
from lenet_gui.core.numbers.number_reader import NumberReader
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.reading.reading import ANSWERS

Verdicts = Mapping[str, int]
"""How many drawings got each verdict: on a number or, where there was none, on one digit."""
AS_NUMBER = frozenset(str(verdict) for verdict in NumberVerdict)
AS_DIGIT = frozenset(str(verdict) for verdict in ANSWERS)


@dataclass(frozen=True)
class NumberCounts:
    """How `n` drawings of labelled numbers were read.

    `cut_right` of them were cut into as many digits as the label has; of the `digits` in these,
    `digits_correct` were read right, and `correct` numbers altogether. As with single digits, the
    most probable digit counts, whatever the verdict.
    """

    n: int
    correct: int
    cut_right: int
    digits: int
    digits_correct: int
    verdicts: Verdicts


@dataclass(frozen=True)
class OtherCounts:
    """How drawings that are labelled as no number were read."""

    verdicts: Verdicts

    @property
    def n(self) -> int:
        """Number of drawings."""
        return sum(self.verdicts.values())

    @property
    def digits(self) -> int:
        """How many were read as one digit."""
        return sum(self.verdicts.get(verdict, 0) for verdict in AS_DIGIT)

    @property
    def numbers(self) -> int:
        """How many were read as a number, all of it digits or not."""
        return sum(self.verdicts.get(verdict, 0) for verdict in AS_NUMBER)

    @property
    def refused(self) -> int:
        """How many were read as neither."""
        return self.n - self.digits - self.numbers


class TextTally:
    """Counts how drawings with other labels than one digit are read, one after the other."""

    def __init__(self, classifier: Classifier, framing: Framing) -> None:
        """Count nothing yet."""
        self._classifier, self._framing = classifier, framing
        self._reader = NumberReader(classifier, framing)
        self._correct = self._cut_right = self._digits = self._digits_correct = 0
        self._numbers: Counter[str] = Counter()
        self._others: Counter[str] = Counter()

    def add(self, sample: TextSample) -> None:
        """Read a drawing, and count its reading."""
        whole = self._classifier.read(sample.source, self._framing)
        number = self._reader.read(whole)
        verdict = str(whole.verdict if number is None else number.verdict)
        label = sample.digits
        if label is None:
            self._others[verdict] += 1
            return
        self._numbers[verdict] += 1
        readings = [whole] if number is None else [digit.reading for digit in number.digits]
        read = [str(one.most_probable) for one in readings if one.most_probable is not None]
        if len(read) == len(label):
            hits = sum(digit == right for digit, right in zip(read, label, strict=True))
            self._cut_right += 1
            self._digits += len(label)
            self._digits_correct += hits
            self._correct += hits == len(label)

    @property
    def numbers(self) -> NumberCounts | None:
        """The counts of numbers so far; None without any."""
        if not self._numbers:
            return None
        return NumberCounts(
            self._numbers.total(),
            self._correct,
            self._cut_right,
            self._digits,
            self._digits_correct,
            dict(self._numbers),
        )

    @property
    def others(self) -> OtherCounts | None:
        """The counts of drawings that are no number so far; None without any."""
        return OtherCounts(dict(self._others)) if self._others else None
