"""`lenet-gui compare`: two readings side by side, of two drawings or by two networks."""

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from lenet_gui.commands import figures, options
from lenet_gui.commands.export import only_digit, require_qt
from lenet_gui.commands.table import table
from lenet_gui.commands.terminal import percent
from lenet_gui.errors import LenetGuiError

if TYPE_CHECKING:
    from lenet_gui.core.reading.comparison import Comparison
    from lenet_gui.core.reading.reading import Reading


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument(
        "first", metavar="A", help="a drawing (JSON), an export or a picture: the pinned one"
    )
    parser.add_argument(
        "second",
        nargs="?",
        metavar="B",
        help="what is compared with it; leave it out to compare two sets of weights",
    )
    parser.add_argument(
        "--against-weights",
        type=options.path,
        metavar="FILE",
        help="read A with these weights as well (safetensors): they are the pinned ones",
    )
    figures.add_figure(parser, "comparison")
    options.add_json(
        parser,
        "print one JSON object: pinned, current, score_differences, distances",
    )
    options.add_framing(parser)
    options.add_threshold(parser)
    options.add_weights(parser)
    parser.set_defaults(refuse=parser.error)


def run(arguments: argparse.Namespace) -> int:
    """Compare, and print or draw. Raises LenetGuiError if something can't be read or written."""
    out: Path | None = arguments.out
    if (arguments.second is None) is (arguments.against_weights is None):
        arguments.refuse("give either a second drawing or --against-weights")
    if out is not None and not figures.has_picture_ending(out):
        arguments.refuse("--out must end in .svg or .png")
    for file in (arguments.first, arguments.second):
        if file is not None and out is not None and figures.would_overwrite(out, file):
            raise LenetGuiError(f"{out} is one of the drawings. Choose another file.")
    comparison, names = _compare(arguments)
    if out is not None:
        _draw(arguments, comparison, names)
    if arguments.json:
        print(json.dumps(comparison.to_dict()))
    elif out is None:
        print(_as_text(comparison, names))
    return 0


def _compare(arguments: argparse.Namespace) -> "tuple[Comparison, tuple[str, str]]":
    """Return the comparison, and the names of its sides."""
    from lenet_gui.core.framing.framing import Framing
    from lenet_gui.core.network.lenet5 import LeNet5
    from lenet_gui.core.network.weights import load_weights
    from lenet_gui.core.reading.classifier import Classifier
    from lenet_gui.core.reading.comparison import Comparison, Side

    framing = Framing(arguments.framing)
    classifier = options.load_classifier(arguments)
    weights = classifier.network.weights
    first = only_digit(arguments, arguments.first, classifier, framing)
    reading = classifier.read(first, framing)
    if arguments.second is not None:
        second = only_digit(arguments, arguments.second, classifier, framing)
        sides = (
            Side(reading, weights, framing),
            Side(classifier.read(second, framing), weights, framing),
        )
        return Comparison(*sides), ("Pinned", "Current")
    other = Classifier(LeNet5(load_weights(arguments.against_weights)))
    again = other.read_frames(first, reading.frames, framing)
    pinned = Side(again, other.network.weights, framing)
    names = arguments.against_weights.stem, options.weights_path(arguments).stem
    return Comparison(pinned, Side(reading, weights, framing)), names


def _draw(arguments: argparse.Namespace, comparison: "Comparison", names: tuple[str, str]) -> None:
    from lenet_gui.figure.colours import DARK, LIGHT
    from lenet_gui.figure.comparison import comparison_figure
    from lenet_gui.media.exporting import write_figure

    if arguments.out.suffix.lower() == ".png":
        require_qt()
    theme = DARK if arguments.theme == figures.THEMES[1] else LIGHT
    write_figure(comparison_figure(comparison, names, theme), arguments.out)


def _as_text(comparison: "Comparison", names: tuple[str, str]) -> str:
    """Return the readings, the scores and the distances as two small tables."""
    readings = (comparison.pinned.reading, comparison.current.reading)
    lines = [f"{name}: {_in_words(reading)}" for name, reading in zip(names, readings, strict=True)]
    pinned, current = comparison.pinned.scores, comparison.current.scores
    differences = comparison.score_differences
    if pinned is not None and current is not None and differences is not None:
        rows: list[tuple[str, ...]] = [("digit", "pinned", "current", "difference")]
        for digit, values in enumerate(zip(pinned, current, differences, strict=True)):
            rows.append((str(digit), *(f"{float(value):+.2f}" for value in values)))
        lines += ["", "Scores (before softmax):", table(rows, right=(0, 1, 2, 3))]
    shown = [(name, f"{value:.4f}") for name, value in comparison.distances.items()]
    lines += ["", "Distances (root mean square of the differences):", table(shown, right=(1,))]
    return "\n".join(lines)


def _in_words(reading: "Reading") -> str:
    probabilities = reading.probabilities
    if probabilities is None:
        return "nothing drawn"
    if reading.digit is None:
        return "not a digit"
    return f"{reading.digit}, {percent(float(probabilities[reading.digit]))}"
