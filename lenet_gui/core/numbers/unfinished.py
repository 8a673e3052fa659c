"""A number whose last stroke is still being drawn: what was read before stays read."""

from dataclasses import replace

from lenet_gui.core.numbers.number import NumberReading, NumberVerdict, PlacedDigit
from lenet_gui.core.numbers.number_reader import NumberReader
from lenet_gui.core.numbers.pieces import around
from lenet_gui.core.numbers.stroke_pieces import Strokes
from lenet_gui.core.reading.reading import ANSWERS, Reading, Verdict
from lenet_gui.core.strokes.drawing import Drawing


def read_unfinished(reader: NumberReader, whole: Reading) -> NumberReading | None:
    """Return the number that a drawing is but for its last stroke, which is no digit yet.

    `whole` is the drawing read as one digit. None if the rest is neither a digit nor a number, or
    if the stroke is not beside it.
    """
    source = whole.source
    if not isinstance(source, Drawing) or len(source.strokes) < 2:
        return None
    boxes = Strokes(source).boxes
    rest_box, last_box = around(boxes[:-1]), boxes[-1]
    if rest_box[0] < last_box[2] and last_box[0] < rest_box[2]:
        return None
    classifier, framing, off = reader.means
    rest = classifier.read(_strokes(source, slice(None, -1)), framing, off)
    last = classifier.read(_strokes(source, slice(-1, None)), framing, off)
    number = reader.read(rest)
    if last.activations is None or (number is None and rest.verdict not in ANSWERS):
        return None
    index = len(boxes) - 1
    begun = replace(last, verdict=Verdict.NOT_A_DIGIT, rival=None)
    alone = PlacedDigit(rest, tuple(rest_box.tolist()), tuple(range(index)))
    *before, line = ((alone,),) if number is None else number.lines
    digits = (*line, PlacedDigit(begun, tuple(last_box.tolist()), (index,)))
    across = tuple(sorted(digits, key=lambda digit: digit.box[0] + digit.box[2]))
    return NumberReading(
        source,
        (*before, across),
        () if number is None else number.cuts,
        NumberVerdict.UNFINISHED,
        () if number is None else number.marks,
    )


def _strokes(drawing: Drawing, chosen: slice) -> Drawing:
    """Return some strokes of a drawing as a drawing of their own, without times."""
    return replace(
        drawing,
        strokes=drawing.strokes[chosen],
        pressures=drawing.pressures[chosen],
        times=(),
        label=None,
    )
