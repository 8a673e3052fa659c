"""Session files: the page as the user left it, and the file that it belongs to.

A session is an archive of uncompressed arrays: packing a hundred thousand points takes a few
milliseconds, and about a hundred in JSON. An archive's checksums reveal damage.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.framing.framing import Source
from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.records.archive import (
    DRAWING_ARRAYS,
    FACTS,
    pack,
    pack_drawing,
    pack_facts,
    unpack,
    unpack_facts,
    unpack_strokes,
)
from lenet_gui.core.records.record import PICTURE
from lenet_gui.core.strokes.drawing import drawing_from_dict
from lenet_gui.errors import DrawingError

FORMAT = "lenet-gui session"
VERSION = 1
SIDE_LIMIT = 2**16
"""Longest side of a picture, in pixels; scaling takes about a hundred bytes for each of them."""


@dataclass(frozen=True)
class Session:
    """A page, the path of its file, if any, and whether it has changes unsaved there."""

    source: Source
    file: str | None = None
    is_modified: bool = True


def to_bytes(session: Session) -> bytes:
    """Return a session as a file's bytes."""
    facts: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "file": session.file,
        "modified": session.is_modified,
    }
    arrays: dict[str, NDArray[Any]]
    if isinstance(session.source, Picture):
        arrays = {PICTURE: session.source.ink}
    else:
        facts["drawing"], arrays = pack_drawing(session.source)
    return pack({**arrays, FACTS: pack_facts(facts)}, is_small=False)


def from_bytes(data: bytes) -> Session:
    """Read a session. Raises DrawingError if it is missing or damaged."""
    arrays = unpack(data, (FACTS, PICTURE, *DRAWING_ARRAYS), allows_others=False)
    facts = unpack_facts(arrays)
    if not isinstance(facts, dict) or facts.get("format") != FORMAT:
        raise DrawingError("The file does not hold a session.")
    if facts.get("version") != VERSION:
        raise DrawingError("The session was written by another version.")
    file = facts.get("file")
    if not (file is None or isinstance(file, str)):
        raise DrawingError("The session's file is not a path.")
    return Session(_source(facts, arrays), file, bool(facts.get("modified", True)))


def _source(facts: dict[str, Any], arrays: dict[str, NDArray[Any]]) -> Source:
    drawing = facts.get("drawing")
    if isinstance(drawing, dict):
        unpack_strokes(drawing, arrays)
        return drawing_from_dict(drawing)
    ink = arrays.get(PICTURE, np.empty(0))
    is_picture = ink.ndim == 2 and ink.dtype == np.float32 and max(ink.shape) <= SIDE_LIMIT
    if not is_picture or not ((ink >= 0) & (ink <= 1)).all():
        raise DrawingError("The session holds neither a drawing nor a picture.")
    if not ink.size:
        raise DrawingError("The session's picture has no pixels.")
    return Picture(ink)
