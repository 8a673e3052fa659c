"""Labelled digits from files: MNIST's IDX, UNIPEN strokes, drawings as JSON Lines.

All readers accept gzipped files, and raise DatasetError if a file is missing, damaged or of another
kind.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import cast

from lenet_gui.core.datasets.idx import Split, idx_samples, is_idx, mnist_files
from lenet_gui.core.datasets.sample import Sample, TextSample, lines, opened
from lenet_gui.core.datasets.unipen import unipen_samples
from lenet_gui.core.strokes.drawing import Drawing, parse_drawing
from lenet_gui.errors import DatasetError, DrawingError

HEAD = 1024
"""Bytes by which text is recognised."""


def drawing_samples(path: Path) -> Iterator[Sample | TextSample]:
    """Yield the drawings of a JSON Lines file; each must have a label, of one digit or not."""
    for number, line in enumerate(lines(path), start=1):
        if not line.strip():
            continue
        try:
            drawing = parse_drawing(line)
        except DrawingError as error:
            if line.lstrip().startswith("{") and not line.rstrip().endswith("}"):
                raise DatasetError(
                    "{0}, line {1}: the drawing does not end on its line; a data set has one"
                    " drawing per line.",
                    path,
                    number,
                ) from error
            raise DatasetError("{0}, line {1}: {2}", path, number, error) from error
        text = drawing.label_text
        if drawing.label is not None:
            yield Sample(drawing, drawing.label)
        elif text is not None:
            yield TextSample(drawing, text)
        else:
            raise DatasetError("{0}, line {1}: the drawing has no label.", path, number)


def _is_text(path: Path) -> bool:
    """Return whether a file looks like text: no zeros at its beginning, as pictures have."""
    with opened(path) as file:
        return b"\0" not in file.read(HEAD)


def read_samples(path: Path, split: Split = "test") -> Iterator[Sample]:
    """Yield the labelled digits of a folder (its MNIST pair), a UNIPEN file or a JSON Lines file.

    Drawings with other labels are left out: numbers, and what is no digit.
    """
    return (one for one in read_labelled(path, split) if isinstance(one, Sample))


def read_labelled(path: Path, split: Split = "test") -> Iterator[Sample | TextSample]:
    """Do the same as `read_samples`, with the drawings that have other labels."""
    if path.is_dir():
        return idx_samples(*mnist_files(path, split))
    if is_idx(path):
        raise DatasetError(
            "{0} is a single IDX file; name both the images file and the labels file.", path
        )
    if _is_text(path):
        first = next((line.strip() for line in lines(path) if line.strip()), "")
        if not first:
            raise DatasetError("{0} is empty.", path)
        if first.startswith("{"):
            return drawing_samples(path)
        if first.startswith("."):
            return unipen_samples(path)
    raise DatasetError(
        "{0} is neither UNIPEN text nor drawings as JSON Lines. For IDX files, name"
        " their folder, or the images file and the labels file.",
        path,
    )


def read_strokes(paths: Sequence[Path]) -> list[Sample]:
    """Return the drawings of stroke files, UNIPEN or JSON Lines. Raises DatasetError."""
    for path in paths:
        if path.is_dir():
            raise DatasetError(f"{path} is a folder. Name the files of strokes in it.")
    samples = [sample for path in paths for sample in read_samples(path)]
    if not all(isinstance(sample.source, Drawing) for sample in samples):
        raise DatasetError("Strokes must come from UNIPEN files or drawings, not from images.")
    return [sample for sample in samples if not cast("Drawing", sample.source).is_empty]
