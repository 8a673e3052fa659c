"""Records in files: `.npz` for NumPy, and JSON for all else. docs/export-format.md describes both.

Neither can run code when it is opened: arrays are numbers or plain text, and nothing is unpickled.
"""

import json
import zipfile
from io import BytesIO
from math import prod
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.classifier import Source
from lenet_gui.core.drawing import (
    POINT_LIMIT,
    STROKE_LIMIT,
    Drawing,
    drawing_from_dict,
    parse_json,
)
from lenet_gui.core.limits import read_within
from lenet_gui.core.record import FORMAT, PICTURE, Record, array_shapes, record_from_parts
from lenet_gui.errors import DrawingError

SIZE_LIMIT = 64 * 2**20
"""Bytes, packed or unpacked, above which an export is refused."""
ZIP = b"PK\x03\x04"
FACTS, POINTS, LENGTHS = "facts", "points", "stroke_lengths"
"""Arrays of an `.npz` besides the steps: JSON in ASCII, all strokes' points, points a stroke."""
BESIDE_POINTS = ("pressures", "times")
"""Arrays with a number for each of the points, where a drawing has them."""


def to_npz(record: Record) -> bytes:
    """Return the record as an `.npz` archive: the same bytes for the same record."""
    facts: dict[str, Any] = record.facts()
    arrays: dict[str, NDArray[Any]] = dict(record.arrays())
    if "drawing" in facts:
        strokes = facts["drawing"].pop("strokes")
        points = [point for stroke in strokes for point in stroke]
        arrays[POINTS] = np.array(points, np.float64).reshape(-1, 2)
        arrays[LENGTHS] = np.array([len(stroke) for stroke in strokes], np.int64)
        for name in BESIDE_POINTS:
            if name in facts["drawing"]:
                values = [value for part in facts["drawing"].pop(name) for value in part]
                arrays[name] = np.array(values, np.float64)
    arrays[FACTS] = np.array(json.dumps(facts).encode("ascii"))
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, array in arrays.items():
            entry = zipfile.ZipInfo(f"{name}.npy")  # of 1980: the time of writing leaves no trace
            entry.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(entry, "w") as packed:
                contiguous = np.asarray(array, order="C")
                np.lib.format.write_array(packed, contiguous, allow_pickle=False)
    return file.getvalue()


def to_json(record: Record) -> str:
    """Return the record as JSON in ASCII, one key and one array a line.

    Numbers are the shortest that give the same float32 again.
    """
    lines = [f"{json.dumps(key)}: {json.dumps(value)}" for key, value in record.facts().items()]
    arrays = [
        f'  "{name}": {json.dumps(_shortest(array))}' for name, array in record.arrays().items()
    ]
    lines.append('"arrays": {\n' + ",\n".join(arrays) + "\n}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def open_export(path: Path) -> Record:
    """Read the record in a file. Raises DrawingError where there is none, or it is damaged."""
    try:
        with path.open("rb") as file:
            data = read_within(file, SIZE_LIMIT + 1)
    except OSError as error:
        raise DrawingError(f"{path} can't be read: {error.strerror or error}.") from error
    try:
        return record_from_bytes(data)
    except DrawingError as error:
        raise DrawingError(f"{path}: {error}") from error


def record_from_bytes(data: bytes) -> Record:
    """Read a record from a file's bytes, `.npz` or JSON. Raises DrawingError as `open_export`."""
    _require_size(len(data))
    return _from_npz(data) if is_npz(data) else _from_json(parse_json(data))


def parse_source(data: bytes) -> Source:
    """Read what is drawn: a drawing in JSON, or the source in an export of either kind.

    Raises DrawingError where it is neither.
    """
    if is_npz(data):
        return record_from_bytes(data).source
    value = parse_json(data)
    if isinstance(value, dict) and value.get("format") == FORMAT:
        _require_size(len(data))
        return _from_json(value).source
    return drawing_from_dict(value)


def drawing_in_facts(text: str) -> Drawing | None:
    """Return the drawing in the facts that an exported figure keeps, or None if it keeps none.

    Raises DrawingError where they are an export's but hold no drawing, or a damaged one.
    """
    if FORMAT not in text:
        return None
    facts = parse_json(text)
    if not isinstance(facts, dict) or facts.get("format") != FORMAT:
        return None
    if "drawing" not in facts:
        raise DrawingError("The figure shows a picture's reading, but does not hold the picture.")
    return drawing_from_dict(facts["drawing"])


def is_npz(data: bytes) -> bool:
    """Tell an archive by how it begins."""
    return data.startswith(ZIP)


def _require_size(size: int) -> None:
    if size > SIZE_LIMIT:
        raise DrawingError(f"The export is too large: more than {SIZE_LIMIT // 2**20} MB.")


def _shortest(array: NDArray[np.float32]) -> Any:
    """Return the numbers as nested lists of the floats with the fewest decimals."""
    if array.ndim > 1:
        return [_shortest(part) for part in array]
    return [float(text) for text in array.astype(str)]


def _from_json(value: Any) -> Record:
    given = value.get("arrays") if isinstance(value, dict) else None
    if not isinstance(given, dict):
        raise DrawingError('An export must be a JSON object with "arrays" in it.')
    names = [name for name in (*array_shapes(), PICTURE) if name in given]
    return record_from_parts(value, {name: _numbers(name, given[name]) for name in names})


def _numbers(name: str, value: Any) -> NDArray[np.generic]:
    try:
        return np.array(value)
    except (ValueError, OverflowError) as error:  # rows of unequal length
        raise DrawingError(f'The export\'s array "{name}" is not a list of equal lists.') from error


def _from_npz(data: bytes) -> Record:
    arrays = _unpack(data)
    if FACTS not in arrays:
        raise DrawingError(f'The archive is not an export: it has no array "{FACTS}".')
    try:
        facts = json.loads(arrays.pop(FACTS).item())
        if isinstance(facts, dict) and isinstance(facts.get("drawing"), dict):
            points, lengths = arrays.pop(POINTS), arrays.pop(LENGTHS)
            facts["drawing"]["strokes"] = _by_stroke(POINTS, points, lengths, (2,))
            for name in BESIDE_POINTS:
                if name in arrays:
                    values = arrays.pop(name)
                    facts["drawing"][name] = _by_stroke(name, values, lengths, ())
    except KeyError as error:
        raise DrawingError(f"The export has no array {error}.") from error
    except (AttributeError, TypeError, ValueError, RecursionError) as error:
        raise DrawingError(f'The export\'s array "{FACTS}" is not a text in JSON.') from error
    return record_from_parts(facts, arrays)


def _by_stroke(
    name: str, values: NDArray[Any], lengths: NDArray[Any], shape: tuple[int, ...]
) -> list[Any]:
    """Cut what all points have, each of `shape`, into strokes of `lengths` points."""
    is_fit = (
        lengths.ndim == 1
        and lengths.dtype.kind in "iu"
        and (values.ndim, values.shape[1:]) == (1 + len(shape), shape)
        and (lengths > 0).all()
        and sum(lengths.tolist()) == len(values)
    )
    if not is_fit:
        raise DrawingError(f'The export\'s "{name}" and "{LENGTHS}" do not fit together.')
    if len(values) > POINT_LIMIT or len(lengths) > STROKE_LIMIT:
        raise DrawingError("The export's drawing has more points than a drawing may have.")
    cuts = np.cumsum(lengths)[:-1]
    return [part.tolist() for part in np.split(values, cuts)] if len(lengths) else []


def _unpack(data: bytes) -> dict[str, NDArray[Any]]:
    """Return the arrays of an archive that a record knows, none larger than the file says."""
    own = (PICTURE, FACTS, POINTS, LENGTHS, *BESIDE_POINTS)
    known = {f"{name}.npy" for name in (*array_shapes(), *own)}
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if entry.filename in known]
            _require_size(sum(entry.file_size for entry in entries))
            return {
                entry.filename.removesuffix(".npy"): _array(archive, entry) for entry in entries
            }
    except DrawingError:
        raise
    except Exception as error:  # a damaged archive can end its reader in many ways
        raise DrawingError("The export is a damaged archive.") from error


def _array(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> NDArray[Any]:
    """Read one array. What its header claims must be there before memory is taken for it."""
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
