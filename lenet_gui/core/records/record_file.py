"""Record files: `.npz` for NumPy, and JSON for everything else; see docs/export-format.md.

Opening either runs no code from it.
"""

import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.files.limits import read_within
from lenet_gui.core.framing.framing import Source
from lenet_gui.core.records.archive import (
    DRAWING_ARRAYS,
    FACTS,
    SIZE_LIMIT,
    is_archive,
    pack,
    pack_drawing,
    pack_facts,
    require_size,
    unpack,
    unpack_facts,
    unpack_strokes,
)
from lenet_gui.core.records.record import FORMAT, PICTURE, Record, array_shapes, record_from_parts
from lenet_gui.core.strokes.drawing import (
    Drawing,
    drawing_from_dict,
    parse_json,
)
from lenet_gui.errors import DrawingError

DRAWING = "drawing"
"""Key of a drawing's facts, without its strokes."""


def to_npz(record: Record) -> bytes:
    """Return the record as an `.npz` archive: the same bytes for the same record."""
    facts: dict[str, Any] = record.facts()
    arrays: dict[str, NDArray[Any]] = dict(record.arrays())
    if isinstance(record.source, Drawing):
        facts[DRAWING], strokes = pack_drawing(record.source)
        arrays |= strokes
    return pack({**arrays, FACTS: pack_facts(facts)})


def to_json(record: Record) -> str:
    """Return the record as JSON in ASCII, one key or array per line.

    Numbers have the fewest digits that give the same float32 again.
    """
    lines = [f"{json.dumps(key)}: {json.dumps(value)}" for key, value in record.facts().items()]
    arrays = [
        f'  "{name}": {json.dumps(_shortest(array))}' for name, array in record.arrays().items()
    ]
    lines.append('"arrays": {\n' + ",\n".join(arrays) + "\n}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def open_export(path: Path) -> Record:
    """Read the record in a file. Raises DrawingError if it is missing or damaged."""
    try:
        with path.open("rb") as file:
            data = read_within(file, SIZE_LIMIT + 1)
    except OSError as error:
        raise DrawingError("{0} can't be read: {1}.", path, error.strerror or error) from error
    try:
        return record_from_bytes(data)
    except DrawingError as error:
        raise DrawingError("{0}: {1}", path, error) from error


def record_from_bytes(data: bytes) -> Record:
    """Read a record from a file's bytes, `.npz` or JSON. Raises DrawingError like `open_export`."""
    require_size(len(data))
    return _from_npz(data) if is_archive(data) else _from_json(parse_json(data))


def parse_source(data: bytes) -> Source:
    """Read a drawing in JSON, or the source in an export of either kind.

    Raises DrawingError if it is neither.
    """
    if is_archive(data):
        return record_from_bytes(data).source
    value = parse_json(data)
    if isinstance(value, dict) and value.get("format") == FORMAT:
        require_size(len(data))
        return _from_json(value).source
    return drawing_from_dict(value)


def drawing_in_facts(text: str) -> Drawing | None:
    """Return the drawing in the facts of an exported figure, or None if the text is not ours.

    Raises DrawingError if the facts hold no drawing, or a damaged one.
    """
    if FORMAT not in text:
        return None
    facts = parse_json(text)
    if not isinstance(facts, dict) or facts.get("format") != FORMAT:
        return None
    if "drawing" not in facts:
        raise DrawingError("The figure shows a picture's reading, but does not hold the picture.")
    return drawing_from_dict(facts["drawing"])


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
        if isinstance(value, list):
            for place, row in enumerate(value):
                if isinstance(row, list):  # as an array its numbers take a quarter of the memory
                    value[place] = np.array(row)
        return np.array(value)
    except (ValueError, OverflowError) as error:  # rows of unequal length
        raise DrawingError(
            'The export\'s array "{0}" is not a list of equal lists.', name
        ) from error


def _from_npz(data: bytes) -> Record:
    arrays = unpack(data, (*array_shapes(), PICTURE, FACTS, *DRAWING_ARRAYS))
    facts = unpack_facts(arrays)
    if isinstance(facts, dict) and isinstance(facts.get(DRAWING), dict):
        unpack_strokes(facts[DRAWING], arrays)
    return record_from_parts(facts, arrays)
