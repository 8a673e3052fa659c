"""`lenet-gui export`: save a reading's numbers, or a picture of them."""

import argparse
import sys
from typing import TYPE_CHECKING

from lenet_gui.commands import options
from lenet_gui.commands.figures import THEMES, would_overwrite
from lenet_gui.commands.terminal import printable
from lenet_gui.core.network.architecture import LAYERS, Layer
from lenet_gui.errors import LenetGuiError, PictureError
from lenet_gui.media.sources import qt_application, read_items

if TYPE_CHECKING:
    from lenet_gui.core.framing.framing import Framing, Source
    from lenet_gui.core.numbers.number import NumberReading
    from lenet_gui.core.reading.classifier import Classifier

ALL = "all"
NUMBERS, PICTURES = ("npz", "json"), ("svg", "png")
"""File formats, as in `media.exporting`; repeated here so that `--help` needs no NumPy."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument(
        "drawing",
        metavar="DRAWING",
        help="a drawing (JSON), an export or a picture; - reads standard input",
    )
    parser.add_argument(
        "--out",
        type=options.output_path,
        required=True,
        metavar="FILE",
        help="the file to write: all numbers as .npz or .json, a picture of them as .svg or .png",
    )
    parser.add_argument(
        "--format",
        choices=(*NUMBERS, *PICTURES),
        help="file format (default: from FILE's extension)",
    )
    names = tuple(layer.name for layer in LAYERS)
    parser.add_argument(
        "--what",
        choices=(ALL, *names),
        default=ALL,
        help="what the picture shows: all layers (default) or one layer",
    )
    parser.add_argument(
        "--map",
        type=options.whole_number(),
        metavar="N",
        help="show only map N of the layer, with its values; N counts from 1, for output it is the"
        " digit",
    )
    parser.add_argument(
        "--theme",
        choices=THEMES,
        default=THEMES[0],
        help="colours of the picture (default: light)",
    )
    options.add_nth(parser)
    options.add_framing(parser)
    options.add_threshold(parser)
    options.add_weights(parser)
    parser.set_defaults(refuse=parser.error)


def run(arguments: argparse.Namespace) -> int:
    """Read and export. Raises LenetGuiError if DRAWING can't be read, or is FILE itself."""
    kind = arguments.format or arguments.out.suffix.lower().removeprefix(".")
    map_ = _map(arguments, kind)

    from lenet_gui.core.framing.framing import Framing
    from lenet_gui.figure.colours import DARK, LIGHT
    from lenet_gui.media.exporting import export, make_record

    framing = Framing(arguments.framing)
    if would_overwrite(arguments.out, arguments.drawing):
        raise LenetGuiError(f"{arguments.out} is the drawing itself. Choose another file.")
    classifier = options.load_classifier(arguments)
    source = only_digit(arguments, arguments.drawing, classifier, framing)
    reading = classifier.read(source, framing)
    record = make_record(framing, reading, classifier.network.weights)
    theme = DARK if arguments.theme == THEMES[1] else LIGHT
    if kind == "png":
        require_qt()
    export(record, arguments.out, arguments.what, map_, theme, kind=kind)
    return 0


def _map(arguments: argparse.Namespace, kind: str) -> int | None:
    """Check the options against each other; return the chosen map, counted from 0."""
    if kind not in (*NUMBERS, *PICTURES):
        arguments.refuse("--out must end in .npz, .json, .svg or .png, unless --format is given")
    number: int | None = arguments.map
    if kind in NUMBERS and (arguments.what != ALL or number is not None):
        arguments.refuse("--what and --map are for pictures; .npz and .json always hold everything")
    if number is None:
        return None
    if arguments.what == ALL:
        arguments.refuse("--map needs a layer, for example --what C1")
    layer = next(layer for layer in LAYERS if layer.name == arguments.what)
    first = _first(layer)
    if not first <= number < first + layer.maps:
        arguments.refuse(f"--map must be from {first} to {first + layer.maps - 1} for {layer.name}")
    return number - first


def _first(layer: Layer) -> int:
    """Return the number of a layer's first map, as people count."""
    return 0 if layer.activation == "softmax" else 1


def only_digit(
    arguments: argparse.Namespace, file: str, classifier: "Classifier", framing: "Framing"
) -> "Source":
    """Return a file's only item as one digit: of a picture the likeliest, of a number `--nth`.

    Raises LenetGuiError if it has several items, can't be read, or has no such digit.
    """
    from lenet_gui.commands.reading import SourceReader

    nth: int | None = getattr(arguments, "nth", None)
    item, *others = read_items(file, arguments.threshold)
    if others:
        raise LenetGuiError(f"{file} has {len(others) + 1} drawings; give a file of one.")
    if isinstance(item.source, LenetGuiError):
        raise item.source
    number = SourceReader(classifier, framing).read(item.source).number
    if number is None:
        if nth is not None and nth > 1:
            raise LenetGuiError(f"{file} is not read as a number: leave out --nth.")
    elif nth is None:
        _warn_of_number(file, number, has_option="nth" in arguments)
    elif nth > len(number.digits):
        count = len(number.digits)
        raise LenetGuiError(f"{file} has only {count} digits: --nth must be from 1 to {count}.")
    else:
        return number.digits[nth - 1].reading.source
    return SourceReader(classifier, framing, is_single=True).read(item.source).reading.source


def _warn_of_number(file: str, number: "NumberReading", has_option: bool) -> None:
    """Report on standard error that a number is taken as one digit."""
    from lenet_gui.core.photo.picture import Picture

    text = " ".join(number.text.split())
    is_picture = isinstance(number.source, Picture)
    taken = "only one digit of it is taken" if is_picture else "is taken as one digit"
    hint = "; --nth N takes its Nth digit" if has_option else ""
    print(
        f"lenet-gui: {printable(file)} is read as {text}, but {taken} here{hint}.", file=sys.stderr
    )


def require_qt() -> None:
    """Make fonts available. Raises PictureError if a system library that Qt needs is missing."""
    try:
        qt_application()
    except ModuleNotFoundError:
        raise
    except ImportError as error:
        raise PictureError(f"Can't create PNG files here, only SVG files: {error}.") from error
