"""More people's digits, letters and signs, with whole writers kept apart.

A file holds either drawings as JSON Lines, each with a `label` (a digit) or a `symbol` (anything
else) and with its `writer`, or a `source` that stands for one; or IDX images beside their labels
and, if known, a text file with the writer of each.

Of each file's writers a sixth validates, a sixth is only measured, and the others train. Symbols
named `script/character` are kept apart by script instead, so that whole kinds stay unseen. Symbols
that resemble a digit are left out, and those of the drawn kinds that measure refusal don't train.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

import numpy as np
import torch

from lenet_gui.core.datasets.idx import is_idx, read_idx_pair
from lenet_gui.core.datasets.sample import Sample, lines
from lenet_gui.core.network.architecture import FRAME_SIZE
from lenet_gui.core.strokes.drawing import Drawing, parse_drawing
from lenet_gui.errors import DatasetError, DrawingError
from lenet_gui.training.data import Digits
from lenet_gui.training.handwriting.strokes import Strokes, normalised
from lenet_gui.training.handwriting.symbols import UNSEEN_SYMBOLS, resembles_digit

Part = Literal["training", "validation", "measured"]
SHARE = 1 / 6
"""Share of a file's writers that validates, and share that is only measured."""
_NO_IMAGES = torch.empty(0, FRAME_SIZE, FRAME_SIZE, dtype=torch.uint8)
_NO_LABELS = torch.empty(0, dtype=torch.int64)


@dataclass(frozen=True)
class Written:
    """What some people of a file wrote.

    `digits` are normalised strokes with their labels, `symbols` those of non-digits, `images`
    framed digits; `groups` names the writers or scripts.
    """

    groups: tuple[str, ...]
    digits: list[tuple[Strokes, int]] = field(default_factory=list)
    symbols: list[Strokes] = field(default_factory=list)
    images: Digits = field(default_factory=lambda: Digits(_NO_IMAGES, _NO_LABELS))


def part_of(groups: Iterable[str]) -> dict[str, Part]:
    """Assign groups to parts by the order of their names; fewer than three all train."""
    names = sorted(set(groups))
    held = round(len(names) * SHARE)
    first, last = len(names) - 2 * held, len(names) - held
    return {
        name: "training" if i < first else "measured" if i < last else "validation"
        for i, name in enumerate(names)
    }


def read_people(paths: Sequence[Path], part: Part) -> dict[str, Written]:
    """Return one part of each file, by its name. Raises DatasetError if a file can't be read."""
    return {
        path.name.partition(".")[0].removesuffix("-images-idx3-ubyte"): (
            _read_images(path, part) if is_idx(path) else _read_drawings(path, part)
        )
        for path in paths
    }


def all_images(people: Mapping[str, Written]) -> list[Digits]:
    """Return each file's images, if it has any."""
    return [written.images for written in people.values() if len(written.images)]


def all_digits(people: Mapping[str, Written]) -> list[tuple[Strokes, int]]:
    """Return all drawn digits."""
    return [digit for written in people.values() for digit in written.digits]


def drawn_samples(digits: Sequence[tuple[Strokes, int]]) -> list[Sample]:
    """Return drawn digits as samples."""
    return [Sample(Drawing(tuple(strokes)), label) for strokes, label in digits]


def all_symbols(people: Mapping[str, Written]) -> list[Strokes]:
    """Return all drawn non-digits."""
    return [symbol for written in people.values() for symbol in written.symbols]


def _read_images(path: Path, part: Part) -> Written:
    labels = path.with_name(path.name.replace("images-idx3", "labels-idx1"))
    images, digits = read_idx_pair(path, labels)
    writers = path.with_name(path.name.partition("-images")[0] + "-writers.txt")
    names = list(lines(writers)) if writers.exists() else [""] * len(digits)
    if len(names) != len(digits):
        raise DatasetError(f"{writers} has {len(names):,} lines for {len(digits):,} images.")
    parts = part_of(names)
    chosen = np.array([parts[name] == part for name in names], bool)
    kept = Digits(torch.tensor(images[chosen]), torch.tensor(digits[chosen], dtype=torch.int64))
    return Written(_members(parts, part), images=kept)


def _read_drawings(path: Path, part: Part) -> Written:
    drawings = []
    for number, line in enumerate(lines(path), start=1):
        try:
            drawing = parse_drawing(line)
        except DrawingError as error:
            raise DatasetError("{0}, line {1}: {2}", path, number, error) from error
        symbol = str(drawing.extra.get("symbol", ""))
        if drawing.label is None and not symbol:
            raise DatasetError(f"{path}, line {number}: the drawing has no label and no symbol.")
        script, slash, character = symbol.partition("/")
        writer = str(drawing.extra.get("writer", drawing.extra.get("source", "")))
        drawings.append((drawing, symbol, script if slash and character else writer))
    parts = part_of(group for _, _, group in drawings)
    written = Written(_members(parts, part))
    for drawing, symbol, group in drawings:
        unseen = part == "training" and symbol in UNSEEN_SYMBOLS
        if parts[group] != part or drawing.is_empty or unseen:
            continue
        strokes = normalised(drawing.strokes)
        if drawing.label is not None:
            written.digits.append((strokes, drawing.label))
        elif not resembles_digit(symbol):
            written.symbols.append(strokes)
    return written


def _members(parts: Mapping[str, Part], part: Part) -> tuple[str, ...]:
    """Return the names of a part's groups; writers without a name are not listed."""
    return tuple(name for name, own in parts.items() if own == part and name)
