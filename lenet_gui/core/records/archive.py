"""Arrays in archives as NumPy writes them (`.npz`), and a drawing as arrays.

Opening one can't run code: arrays are numbers or plain text, and nothing is unpickled. The contents
are described in docs/export-format.md.
"""

import json
import zipfile
from collections.abc import Container, Mapping
from dataclasses import replace
from io import BytesIO
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.strokes.drawing import POINT_LIMIT, STROKE_LIMIT, Drawing
from lenet_gui.errors import DrawingError

SIZE_LIMIT = 64 * 2**20
"""Bytes, packed or unpacked, above which an archive is refused."""
ZIP = b"PK\x03\x04"
FACTS, POINTS, LENGTHS = "facts", "points", "stroke_lengths"
"""Arrays besides the steps: JSON in ASCII, all strokes' points, points per stroke."""
BESIDE_POINTS = ("pressures", "times")
"""Arrays with a number for each point, if the drawing has them."""
DRAWING_ARRAYS = (POINTS, LENGTHS, *BESIDE_POINTS)

Arrays = Mapping[str, NDArray[Any]]


def pack(arrays: Arrays, is_small: bool = True) -> bytes:
    """Return an archive of the arrays; the same arrays give the same bytes.

    Unless `is_small`, it is not compressed, which takes a fraction of the time.
    """
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, array in arrays.items():
            entry = zipfile.ZipInfo(f"{name}.npy")  # dated 1980: no trace of the time
            entry.compress_type = zipfile.ZIP_DEFLATED if is_small else zipfile.ZIP_STORED
            with archive.open(entry, "w") as packed:
                contiguous = np.asarray(array, order="C")
                np.lib.format.write_array(packed, contiguous, allow_pickle=False)
    return file.getvalue()


def unpack(
    data: bytes, names: Container[str], allows_others: bool = True
) -> dict[str, NDArray[Any]]:
    """Return the arrays of an archive that have one of the names.

    Raises DrawingError if it is damaged, claims to hold more than SIZE_LIMIT, or holds anything
    else, unless that is allowed. (No checksum in a ZIP file covers its list of names: in a file
    that only this program writes, an unknown name means damage.)
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = {
                entry.filename.removesuffix(".npy"): entry
                for entry in archive.infolist()
                if entry.filename.endswith(".npy")
            }
            found = {name: entry for name, entry in entries.items() if name in names}
            if not allows_others and len(found) < len(archive.infolist()):
                raise zipfile.BadZipFile("an unknown name")
            require_size(sum(entry.file_size for entry in found.values()))
            return {name: _array(archive, entry) for name, entry in found.items()}
    except DrawingError:
        raise
    except Exception as error:  # damaged archives raise many kinds of exceptions
        raise DrawingError("The export is a damaged archive.") from error


def is_archive(data: bytes) -> bool:
    """Return whether data begins like an archive."""
    return data.startswith(ZIP)


def require_size(size: int) -> None:
    """Raise DrawingError if a file has more than SIZE_LIMIT bytes."""
    if size > SIZE_LIMIT:
        raise DrawingError("The export is too large: more than {0} MB.", SIZE_LIMIT // 2**20)


def pack_facts(facts: Mapping[str, Any]) -> NDArray[Any]:
    """Return JSON-ready facts as an array."""
    return np.array(json.dumps(facts).encode("ascii"))


def unpack_facts(arrays: dict[str, NDArray[Any]]) -> Any:
    """Remove the facts' array and return the facts. Raises DrawingError if there are none."""
    if FACTS not in arrays:
        raise DrawingError('The archive is not an export: it has no array "{0}".', FACTS)
    try:
        return json.loads(arrays.pop(FACTS).item())
    except (AttributeError, TypeError, ValueError, RecursionError) as error:
        raise DrawingError('The export\'s array "{0}" is not a text in JSON.', FACTS) from error


def pack_drawing(drawing: Drawing) -> tuple[dict[str, Any], dict[str, NDArray[Any]]]:
    """Return a drawing's facts, JSON-ready, and the arrays of its strokes."""
    facts = replace(drawing, strokes=(), pressures=(), times=()).to_dict()
    del facts["strokes"]
    arrays: dict[str, NDArray[Any]] = {
        POINTS: np.concatenate([np.empty((0, 2)), *drawing.strokes]),
        LENGTHS: np.array([len(stroke) for stroke in drawing.strokes], np.int64),
    }
    for name, values in zip(BESIDE_POINTS, (drawing.pressures, drawing.times), strict=True):
        if values:
            arrays[name] = np.concatenate(values)
    return facts, arrays


def unpack_strokes(facts: dict[str, Any], arrays: dict[str, NDArray[Any]]) -> None:
    """Move the strokes from `arrays` to a drawing's facts, as lists.

    Raises DrawingError if arrays are missing or do not fit together.
    """
    try:
        points, lengths = arrays.pop(POINTS), arrays.pop(LENGTHS)
    except KeyError as error:
        raise DrawingError("The export has no array {0}.", error) from error
    facts["strokes"] = _by_stroke(POINTS, points, lengths, (2,))
    for name in BESIDE_POINTS:
        if name in arrays:
            facts[name] = _by_stroke(name, arrays.pop(name), lengths, ())


def _by_stroke(
    name: str, values: NDArray[Any], lengths: NDArray[Any], shape: tuple[int, ...]
) -> list[Any]:
    """Split values of all points, each of `shape`, into strokes of `lengths` points."""
    is_fit = (
        lengths.ndim == 1
        and lengths.dtype.kind in "iu"
        and (values.ndim, values.shape[1:]) == (1 + len(shape), shape)
        and (lengths > 0).all()
        and sum(lengths.tolist()) == len(values)
    )
    if not is_fit:
        raise DrawingError('The export\'s "{0}" and "{1}" do not fit together.', name, LENGTHS)
    if len(values) > POINT_LIMIT or len(lengths) > STROKE_LIMIT:
        raise DrawingError("The export's drawing has more points than a drawing may have.")
    cuts = np.cumsum(lengths)[:-1]
    return [part.tolist() for part in np.split(values, cuts)] if len(lengths) else []


def _array(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> NDArray[Any]:
    """Read one array; check the size in its header against the data before allocating memory."""
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise zipfile.BadZipFile("packed in an unusual way")
    with archive.open(entry) as packed:
        data = packed.read(entry.file_size)
    file = BytesIO(data)
    if np.lib.format.read_magic(file) != (1, 0):
        raise ValueError("not as NumPy writes it here")
    shape, _, dtype = np.lib.format.read_array_header_1_0(file)
    if prod(shape) * dtype.itemsize != len(data) - file.tell():
        raise ValueError("more or less than the header claims")
    array: NDArray[Any] = np.load(BytesIO(data), allow_pickle=False)
    return array
