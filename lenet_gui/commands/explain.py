"""`lenet-gui explain`: why a drawing is read as one digit and not as another."""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lenet_gui.commands import figures, options
from lenet_gui.commands.export import only_digit, require_qt
from lenet_gui.commands.table import table
from lenet_gui.commands.terminal import printable
from lenet_gui.core.network.architecture import CLASSES
from lenet_gui.errors import LenetGuiError

if TYPE_CHECKING:
    from lenet_gui.core.explaining.explanation import Explanation
    from lenet_gui.core.explaining.pair import Pair
    from lenet_gui.core.framing.framing import Framing
    from lenet_gui.core.reading.reading import Reading

SHOWN = 5
"""Units that are named in the text."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument(
        "file",
        metavar="FILE",
        help="a drawing (JSON), an export or a picture; - reads standard input",
    )
    for name, default in (("--digit", "the most probable one"), ("--against", "the next one")):
        parser.add_argument(
            name,
            type=int,
            choices=range(CLASSES),
            metavar="N",
            help=f"one of the two digits to weigh against each other (default: {default})",
        )
    options.add_nth(parser)
    figures.add_figure(parser, "explanation")
    options.add_json(
        parser,
        "print one JSON object: digits, scores, difference, by_stroke, by_unit, by_ink, by_map",
    )
    options.add_framing(parser)
    options.add_threshold(parser)
    options.add_weights(parser)
    parser.set_defaults(refuse=parser.error)


def run(arguments: argparse.Namespace) -> int:
    """Explain, and print or draw. Raises LenetGuiError if there is nothing to explain."""
    out: Path | None = arguments.out
    if arguments.digit is not None and arguments.digit == arguments.against:
        arguments.refuse("--digit and --against must be different digits")
    if out is not None and not figures.has_picture_ending(out):
        arguments.refuse("--out must end in .svg or .png")
    if out is not None and figures.would_overwrite(out, arguments.file):
        raise LenetGuiError(f"{out} is the drawing itself. Choose another file.")

    from lenet_gui.core.explaining.explanation import explain
    from lenet_gui.core.framing.framing import Framing

    framing = Framing(arguments.framing)
    classifier = options.load_classifier(arguments)
    source = only_digit(arguments, arguments.file, classifier, framing)
    reading = classifier.read(source, framing)
    pair = _pair(reading, arguments)
    explanation = explain(classifier.network, reading, framing, pair)
    if out is not None:
        _draw(arguments, explanation, reading, framing)
    if arguments.json:
        print(json.dumps(explanation.to_dict()))
    elif out is None:
        print(_as_text(explanation, reading))
    return 0


def _pair(reading: "Reading", arguments: argparse.Namespace) -> "Pair":
    """Return the two digits: those asked for, or else the most probable ones.

    Raises LenetGuiError if nothing was drawn.
    """
    from lenet_gui.core.explaining.pair import Pair, default_pair

    usual = default_pair(reading)
    if usual is None:
        raise LenetGuiError(
            f"{printable(arguments.file)} has no ink, so there is nothing to explain."
        )
    digit: int | None = arguments.digit
    against: int | None = arguments.against
    if digit is None:
        digit = usual.against if against == usual.digit else usual.digit
    if against is None:
        against = usual.against if digit == usual.digit else usual.digit
    return Pair(digit, against)


def _draw(
    arguments: argparse.Namespace,
    explanation: "Explanation",
    reading: "Reading",
    framing: "Framing",
) -> None:
    from lenet_gui.core.framing.framing import frame_each
    from lenet_gui.core.strokes.drawing import Drawing
    from lenet_gui.figure.colours import DARK, LIGHT
    from lenet_gui.figure.explanation import explanation_figure
    from lenet_gui.figure.layouts import verdict_in_words
    from lenet_gui.media.exporting import write_figure

    if arguments.out.suffix.lower() == ".png":
        require_qt()
    theme = DARK if arguments.theme == figures.THEMES[1] else LIGHT
    strokes = None
    if isinstance(reading.source, Drawing) and explanation.by_stroke is not None:
        strokes = frame_each(reading.source, framing)
    words = verdict_in_words(reading)
    figure = explanation_figure(explanation, reading.frames.padded, strokes, theme, words)
    write_figure(figure, arguments.out)


def _as_text(explanation: "Explanation", reading: "Reading") -> str:
    """Return the explanation as some short tables, each of which adds up."""
    from lenet_gui.figure.explanation_words import answer, question, strokes_note
    from lenet_gui.figure.layouts import verdict_in_words

    pair = explanation.pair
    total = (f"{pair.digit} minus {pair.against}", explanation.difference)
    scores = [(str(digit), float(score)) for digit, score in enumerate(explanation.scores)]
    parts = [
        f"{question(explanation)} {verdict_in_words(reading)}.\n{answer(explanation)}",
        _rows("Scores, before softmax:", scores),
    ]
    note = strokes_note(explanation)
    strokes = explanation.by_stroke
    if strokes is not None:
        terms = enumerate(strokes.shares.tolist(), start=1)
        named = [(f"stroke {number}", share) for number, share in terms]
        heading = "By stroke (Shapley values):"
        parts.append(_rows(heading, [("blank page", strokes.blank), *named, total]))
        parts[-1] += f"\n{note}" if note else ""
    else:
        parts.append(f"By stroke:\n{note}")
    ink = explanation.by_ink
    ink_rows = [
        ("blank page", ink.blank),
        ("all ink", float(ink.shares.sum())),
        ("error", ink.error),
        total,
    ]
    parts.append(_rows("By ink (integrated gradients):", ink_rows))
    parts.append(_rows("By unit of F6 (exact):", [*_unit_rows(explanation), total]))
    for name, values in ink.maps.items():
        sums = enumerate(values.sum(axis=(1, 2)).tolist(), start=1)
        maps = [(f"map {number}", share) for number, share in sums]
        ends = [("error", ink.map_errors[name]), total]
        heading = f"By map of {name} (conductance):"
        parts.append(_rows(heading, [("blank page", ink.blank), *maps, *ends]))
    return "\n\n".join(parts)


def _unit_rows(explanation: "Explanation") -> list[tuple[str, float]]:
    """Return the bias, the units that count most, and the sum of all others."""
    shares = explanation.by_unit.shares.tolist()
    largest = sorted(range(len(shares)), key=lambda unit: -abs(shares[unit]))[:SHOWN]
    others = sum(share for unit, share in enumerate(shares) if unit not in largest)
    return [
        ("bias", explanation.by_unit.bias),
        *((f"unit {unit + 1}", shares[unit]) for unit in largest),
        (f"the other {len(shares) - SHOWN}", others),
    ]


def _rows(heading: str, rows: Sequence[tuple[str, float]]) -> str:
    from lenet_gui.figure.explanation_words import signed

    shown = [(f"  {name}", signed(value)) for name, value in rows]
    return f"{heading}\n{table(shown, right=(1,))}"
