"""The user's corrections: drawings with their correct digits, one per line.

Each new line is appended in one write; changing or removing drawings replaces the whole file. So a
killed program leaves at most an incomplete last line, which is set aside at the next use of the
file. Every line is a drawing in JSON with its label, so the file is a data set like any other.
"""

import hashlib
import os
from collections.abc import Iterator, Sequence, Set
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import numpy as np

from lenet_gui.core.files.whole_file import BINARY, locked, remove_parts, write_whole_file
from lenet_gui.core.framing.framing import Framing
from lenet_gui.core.reading.reading import Reading
from lenet_gui.core.records.record import WeightsIdentity
from lenet_gui.core.records.switched_off import off_facts
from lenet_gui.core.strokes.drawing import Drawing, parse_drawing
from lenet_gui.errors import CollectionError, DrawingError

KEY = "correction"
"""A line's key for everything except the drawing and its label."""
FILE_NAME = "corrections.jsonl"
TORN, LOCK = ".torn", ".lock"
"""Suffixes of the files beside the collection: incomplete lines, and the lock."""
PRIVATE = 0o600
"""Permissions of a new collection: nobody else can read the user's drawings."""


def corrected(
    drawing: Drawing,
    label: int,
    reading: Reading,
    framing: Framing,
    weights: WeightsIdentity | None,
    now: datetime,
    program: str,
) -> Drawing:
    """Return a drawing for the collection, with its correct digit and how it was read.

    `now` has a time zone; `weights` is None if there was no network.
    """
    found = reading.probabilities
    details: dict[str, Any] = {
        "id": drawing_id(drawing),
        "date": now.isoformat(timespec="seconds"),
        "read": reading.most_probable,
        "probability": None if found is None else round(float(found.max()), 6),
        "verdict": str(reading.verdict),
        "framing": str(framing),
        "weights": None if weights is None else asdict(weights),
        **off_facts(reading.off),
        "program": program,
    }
    return replace(drawing, label=label, extra={**drawing.extra, KEY: details})


def drawing_id(drawing: Drawing) -> str:
    """Return a drawing's id: a checksum of its strokes, pressures and times."""
    digest = hashlib.sha256()
    for arrays in (drawing.strokes, drawing.pressures, drawing.times):
        digest.update(len(arrays).to_bytes(4, "little"))
        for array in arrays:
            digest.update(len(array).to_bytes(4, "little"))
            digest.update(np.ascontiguousarray(array, "<f8").tobytes())
    return digest.hexdigest()[:32]


def made_on(drawing: Drawing) -> date | None:
    """Return the day on which a drawing was corrected, None if unknown."""
    details = drawing.extra.get(KEY)
    try:
        return datetime.fromisoformat(details["date"]).date() if isinstance(details, dict) else None
    except (KeyError, TypeError, ValueError):
        return None


@dataclass(frozen=True)
class Collection:
    """A file of corrections. Several programs may use it at the same time.

    All methods raise CollectionError if the file can't be read or written.
    """

    path: Path

    def put(self, drawing: Drawing) -> Drawing | None:
        """Add a corrected drawing; return the one with the same strokes that it replaces."""
        line = drawing.to_json().encode("ascii") + b"\n"
        key = line_id(drawing)
        with self._held():
            lines = self._lines()
            place = next((i for i, one in enumerate(lines) if _is_of(one, {key})), None)
            if place is None:
                _write_at_end(self.path, line)
                return None
            before = lines[place]
            self._replace([*lines[:place], line, *lines[place + 1 :]])
            return parse_drawing(before)

    def remove(self, keys: Set[str]) -> None:
        """Remove the drawings with these ids."""
        with self._held():
            lines = self._lines()
            kept = [line for line in lines if not _is_of(line, keys)]
            if len(kept) < len(lines):
                self._replace(kept)

    def clear(self) -> None:
        """Remove everything, including unreadable lines."""
        with self._held():
            self._replace([])
            self._beside(TORN).unlink(missing_ok=True)

    def drawings(self) -> Iterator[Drawing | DrawingError]:
        """Yield a snapshot of the drawings; a damaged line yields its error."""
        if not self.path.exists():
            return
        with self._held():
            lines = self._lines()
        for number, line in enumerate(lines, start=1):
            if line.strip():
                try:
                    yield _labelled(line)
                except DrawingError as error:
                    yield DrawingError("{0}, line {1}: {2}", self.path, number, error)

    def readable(self) -> list[Drawing]:
        """Return the drawings without the unreadable lines."""
        return [one for one in self.drawings() if isinstance(one, Drawing)]

    def export(self, path: Path, drawings: Sequence[Drawing] | None = None) -> int:
        """Write drawings, by default all, to another file, one per line; return their number.

        Also raises CollectionError if that is the collection's own file.
        """
        if path.exists() and self.path.exists() and path.samefile(self.path):
            raise CollectionError("{0} is the collection itself: choose another file.", path)
        chosen = self.readable() if drawings is None else drawings
        with _worded(path):
            write_whole_file(path, b"".join(one.to_json().encode() + b"\n" for one in chosen))
        return len(chosen)

    def _beside(self, ending: str) -> Path:
        return self.path.with_name(self.path.name + ending)

    @contextmanager
    def _held(self) -> Iterator[None]:
        """Lock the file. Raises CollectionError if it can't be locked."""
        with _worded(self.path):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with locked(self._beside(LOCK)):
                yield

    def _lines(self) -> list[bytes]:
        """Return the lines with their line ends, after repairing an incomplete last one."""
        data = self.path.read_bytes() if self.path.exists() else b""
        end = data.rfind(b"\n") + 1
        whole, rest = data[:end], data[end:]
        if rest:
            try:
                parse_drawing(rest)
            except DrawingError:
                _write_at_end(self._beside(TORN), rest + b"\n")
                os.truncate(self.path, end)
            else:  # only its end is missing
                _write_at_end(self.path, b"\n")
                whole = data + b"\n"
        return whole.splitlines(keepends=True)

    def _replace(self, lines: list[bytes]) -> None:
        remove_parts(self.path)
        write_whole_file(self.path, b"".join(lines), PRIVATE)


def _write_at_end(path: Path, data: bytes) -> None:
    """Append bytes to a file in one write and flush it to disk, or leave it unchanged."""
    file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | BINARY, PRIVATE)
    try:
        before = os.fstat(file).st_size
        try:
            if os.write(file, data) < len(data):
                raise OSError("the disk is full")
            os.fsync(file)
        except OSError:
            os.ftruncate(file, before)
            raise
    finally:
        os.close(file)


@contextmanager
def _worded(path: Path) -> Iterator[None]:
    try:
        yield
    except TimeoutError as error:
        raise CollectionError(
            "{0} is in use by another program. Close it and try again.", path
        ) from error
    except OSError as error:
        raise CollectionError("{0} can't be used: {1}.", path, error.strerror or error) from error


def line_id(drawing: Drawing) -> str:
    """Return the id of a collection's drawing."""
    details = drawing.extra.get(KEY)
    key = details.get("id") if isinstance(details, dict) else None
    return key if isinstance(key, str) else drawing_id(drawing)


def _is_of(line: bytes, keys: Set[str]) -> bool:
    """Return whether a line's drawing has one of these ids.

    A line with other ids, or without any object, is not parsed.
    """
    if b"{" not in line or (KEY.encode() in line and not any(key.encode() in line for key in keys)):
        return False
    try:
        return line_id(parse_drawing(line)) in keys
    except DrawingError:
        return False


def _labelled(line: bytes) -> Drawing:
    drawing = parse_drawing(line)
    if drawing.label is None:
        if drawing.label_text is not None:
            raise DrawingError("The drawing's label is not one digit.")
        raise DrawingError("The drawing has no label.")
    return drawing
