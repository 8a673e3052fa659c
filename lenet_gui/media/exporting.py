"""Exports: a reading's numbers, or pictures of them, as files. Qt is needed for PNG alone."""

import json
from pathlib import Path

from lenet_gui import __version__
from lenet_gui.core.files.whole_file import write_whole_file
from lenet_gui.core.framing.framing import Framing
from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.weights import Weights
from lenet_gui.core.reading.reading import Reading
from lenet_gui.core.records.record import Record, WeightsIdentity
from lenet_gui.core.records.record_file import drawing_in_facts, to_json, to_npz
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.errors import LenetGuiError
from lenet_gui.figure.colours import LIGHT, Colours
from lenet_gui.figure.layouts import (
    Bounds,
    layer_figure,
    layer_values,
    map_figure,
    network_figure,
    off_in_words,
)
from lenet_gui.figure.shapes import Figure
from lenet_gui.figure.svg import facts_in_svg, to_svg

NUMBERS = ("npz", "json")
PICTURES = ("svg", "png")
KINDS = (*NUMBERS, *PICTURES)
"""The file endings."""
ALL = "all"
"""Stands for every layer; any other value is a layer's name."""
PNG, XML = b"\x89PNG", b"<?xml"
"""The first bytes of exported pictures."""
SHORT = 12
"""Characters of the weights' checksum that a figure shows."""


def make_record(framing: Framing, reading: Reading, weights: Weights | None) -> Record:
    """Make the record of a reading, with this program's name and version."""
    identity = None if weights is None else WeightsIdentity.of(weights)
    return Record(framing, reading, identity, f"lenet-gui {__version__}")


def make_figure(
    record: Record,
    what: str = ALL,
    map_: int | None = None,
    theme: Colours = LIGHT,
    bounds: Bounds | None = None,
) -> Figure:
    """Draw the whole network (`what` is ALL), one layer by its name, or one map of it, from 0.

    `bounds` holds the bounds of layers' maps by name if they are not 1: float32 (maps,).
    """
    facts = json.dumps(record.facts())
    if what == ALL:
        return network_figure(record.reading, theme, bounds, _notes(record), facts)
    layer = next(layer for layer in LAYERS if layer.name == what)
    values, off = layer_values(record.reading)[what], record.reading.off
    if map_ is None:
        return layer_figure(layer, values, theme, bounds, facts, off)
    return map_figure(layer, values, map_, theme, bounds, facts, off)


def kind_of(path: Path, kind: str | None = None) -> str:
    """Return the kind of file to write, one of KINDS: `kind`, or else the path's ending.

    Raises LenetGuiError if it is none of them.
    """
    kind = kind or path.suffix.lower().removeprefix(".")
    if kind not in KINDS:
        raise LenetGuiError("{0} must end in {1}.", path, ", ".join(f".{k}" for k in KINDS))
    return kind


def export(
    record: Record,
    path: Path,
    what: str = ALL,
    map_: int | None = None,
    theme: Colours = LIGHT,
    bounds: Bounds | None = None,
    kind: str | None = None,
) -> None:
    """Write a record or a figure of it to `path`, whole or not at all.

    `kind` is one of KINDS, by default the path's ending. Numbers are always complete; pictures show
    what `make_figure` draws. A PNG needs a QGuiApplication. Raises LenetGuiError if the kind is
    unknown, and OSError if writing fails.
    """
    kind = kind_of(path, kind)
    if kind == "npz":
        data = to_npz(record)
    elif kind == "json":
        data = to_json(record).encode("ascii")
    else:
        figure = make_figure(record, what, map_, theme, bounds)
        data = to_svg(figure).encode() if kind == "svg" else _png(figure)
    write_whole_file(path, data)


def write_figure(figure: Figure, path: Path) -> None:
    """Write a figure as SVG or PNG, by the path's ending, whole or not at all.

    A PNG needs a QGuiApplication. Raises LenetGuiError if the ending is neither, and OSError if
    writing fails.
    """
    kind = path.suffix.lower().removeprefix(".")
    if kind not in PICTURES:
        raise LenetGuiError(
            "{0} must end in {1}.", path, ", ".join(f".{picture}" for picture in PICTURES)
        )
    write_whole_file(path, to_svg(figure).encode() if kind == "svg" else _png(figure))


def drawing_in_figure(data: bytes) -> Drawing | None:
    """Return the drawing in an exported SVG or PNG; None if another program wrote the file.

    Raises DrawingError if this program wrote it, but the drawing is missing or damaged.
    """
    if data.startswith(PNG):
        from lenet_gui.media.figure_image import facts_in_png

        return drawing_in_facts(facts_in_png(data))
    return drawing_in_facts(facts_in_svg(data)) if data.startswith(XML) else None


def _notes(record: Record) -> list[str]:
    """Return the lines below the reading: its framing, the weights and the program."""
    framed = record.framing is Framing.MNIST
    notes = ["framed as MNIST frames its digits" if framed else "the whole canvas, made small"]
    if record.weights is not None:
        name = record.weights.name or "weights"
        date = f" of {record.weights.date}" if record.weights.date else ""
        notes.append(f"{name} {record.weights.sha256[:SHORT]}…{date}")
    if off := off_in_words(record.reading.off):
        notes.append(off)
    return [*notes, record.program]


def _png(figure: Figure) -> bytes:
    from lenet_gui.media.figure_image import to_png

    return to_png(figure)
