"""`lenet-gui export`: a reading's numbers, or pictures of them, as files."""

import argparse
from typing import TYPE_CHECKING

from lenet_gui.commands import options
from lenet_gui.core.network.architecture import LAYERS, Layer
from lenet_gui.errors import LenetGuiError, PictureError
from lenet_gui.media.sources import STANDARD_INPUT, qt_application, read_items

if TYPE_CHECKING:
    from lenet_gui.core.framing.framing import Source

ALL = "all"
NUMBERS, PICTURES = ("npz", "json"), ("svg", "png")
"""Kinds of files, as `ui.exporting` has them, spelt here so that `--help` needs no NumPy."""
THEMES = ("light", "dark")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's options."""
    parser.add_argument(
        "drawing",
        metavar="DRAWING",
        help="a drawing (JSON), an earlier export or a picture; - is standard input",
    )
    parser.add_argument(
        "--out",
        type=options.output_path,
        required=True,
        metavar="FILE",
        help="the file to write: .npz or .json for all numbers, .svg or .png for a picture of them",
    )
    parser.add_argument(
        "--format",
        choices=(*NUMBERS, *PICTURES),
        help="the kind of file (default: what FILE ends in)",
    )
    names = tuple(layer.name for layer in LAYERS)
    parser.add_argument(
        "--what",
        choices=(ALL, *names),
        default=ALL,
        help="what a picture shows: all layers (the default), or one",
    )
    parser.add_argument(
        "--map",
        type=options.whole_number(),
        metavar="N",
        help="show map N of the layer alone, its values written into it; counted from 1, of the"
        " output the digit",
    )
    parser.add_argument(
        "--theme", choices=THEMES, default=THEMES[0], help="a picture's colours (default: light)"
    )
    options.add_framing(parser)
    options.add_threshold(parser)
    options.add_weights(parser)
    parser.set_defaults(refuse=parser.error)


def run(arguments: argparse.Namespace) -> int:
    """Read and export. Raises LenetGuiError where the drawing can't be read, or FILE is it."""
    kind = arguments.format or arguments.out.suffix.lower().removeprefix(".")
    map_ = _map(arguments, kind)

    from lenet_gui.core.framing.framing import Framing
    from lenet_gui.figure.colours import DARK, LIGHT
    from lenet_gui.media.exporting import export, make_record

    source = _source(arguments.drawing, arguments.threshold)
    is_file = arguments.drawing != STANDARD_INPUT
    if is_file and arguments.out.exists() and arguments.out.samefile(arguments.drawing):
        raise LenetGuiError(f"{arguments.out} is the drawing itself; please name another file.")
    classifier = options.load_classifier(arguments)
    framing = Framing(arguments.framing)
    reading = classifier.read(source, framing)
    record = make_record(framing, reading, classifier.network.weights)
    theme = DARK if arguments.theme == THEMES[1] else LIGHT
    if kind == "png":
        _require_qt()
    export(record, arguments.out, arguments.what, map_, theme, kind=kind)
    return 0


def _map(arguments: argparse.Namespace, kind: str) -> int | None:
    """Return the map asked for, counted from 0, once the options fit together."""
    if kind not in (*NUMBERS, *PICTURES):
        arguments.refuse("--out must end in .npz, .json, .svg or .png, or --format say which")
    number: int | None = arguments.map
    if kind in NUMBERS and (arguments.what != ALL or number is not None):
        arguments.refuse("--what and --map are for pictures; .npz and .json hold everything")
    if number is None:
        return None
    if arguments.what == ALL:
        arguments.refuse("--map takes a layer: --what C1, for example")
    layer = next(layer for layer in LAYERS if layer.name == arguments.what)
    first = _first(layer)
    if not first <= number < first + layer.maps:
        arguments.refuse(f"--map of {layer.name} goes from {first} to {first + layer.maps - 1}")
    return number - first


def _first(layer: Layer) -> int:
    """Return the number that people give a layer's first map."""
    return 0 if layer.activation == "softmax" else 1


def _source(file: str, threshold: float | None) -> "Source":
    """Return the one thing that a file holds. Raises LenetGuiError where it can't be read."""
    item, *others = read_items(file, threshold)
    if others:
        raise LenetGuiError(f"{file} holds {len(others) + 1} drawings; an export is of one.")
    if isinstance(item.source, LenetGuiError):
        raise item.source
    return item.source


def _require_qt() -> None:
    """Make fonts available. Raises PictureError where a system library that Qt needs is missing."""
    try:
        qt_application()
    except ModuleNotFoundError:
        raise
    except ImportError as error:
        raise PictureError(
            f"PNG files can't be painted here, but SVG files can: {error}."
        ) from error
