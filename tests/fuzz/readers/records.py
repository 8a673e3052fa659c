"""Exports, `.npz` and JSON: read as records and as sources."""

import io
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from hypothesis import strategies as st

from lenet_gui.core.framing.framing import Framing
from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.records.record_file import (
    open_export,
    parse_source,
    record_from_bytes,
    to_json,
    to_npz,
)
from tests.core.sample_records import BAR, CLASSIFIER, SEVEN, record
from tests.fuzz.changing import LIMIT, Draw, change_archive, change_bytes, change_json
from tests.fuzz.packing import ZIP, repacked, unpacked
from tests.fuzz.readers import Reader, drawings


def make() -> Reader:
    pressed = SEVEN.with_stroke([(10, 10), (20, 30)], pressures=[0.2, 0.9])
    kept = [record(), record(BAR), record(pressed, Framing.NONE)]
    seeds = [to_npz(each) for each in kept] + [to_json(each).encode() for each in kept[:2]]
    return Reader(seeds, change, read, extremes(seeds[0], seeds[1], seeds[3]))


def read(path: Path) -> None:
    """Read the record's source, as the program does; then the whole record, if it is small."""
    data = path.read_bytes()
    source = parse_source(data)
    CLASSIFIER.read(source)
    if isinstance(source, Picture) and source.ink.size > LIMIT:
        return
    kept = open_export(path)
    for again in (to_npz(kept), to_json(kept).encode()):
        record_from_bytes(again)


def change(draw: Draw, data: bytes, others: Sequence[bytes]) -> bytes:
    """Change an array, the facts or bytes of an archive, or values of JSON."""
    if data.startswith(ZIP):
        return change_archive(draw, data, _change_entry, ["facts.npy"] * 5)
    return change_json(draw, data, [other for other in others if not other.startswith(ZIP)])


def _change_entry(draw: Draw, name: str, data: bytes) -> bytes:
    if draw(st.integers(0, 3)) == 0:
        return change_bytes(draw, data)
    array = np.load(io.BytesIO(data))
    if name == "facts.npy" and draw(st.booleans()):
        return npy(np.array(change_json(draw, array.item(), drawings.seeds())))
    return npy(_change_array(draw, array), draw(st.sampled_from(((1, 0), (1, 0), (2, 0)))))


def _change_array(draw: Draw, array: np.ndarray) -> np.ndarray:
    """Change an array's dtype, shape, length or one of its numbers."""
    kind = draw(st.integers(0, 3))
    if kind == 0 or array.dtype.kind == "S":
        types = ("f8", ">f4", "f2", "i8", "u1", "?", "c8", "U5", "S2", "S60000")
        return array.astype(draw(st.sampled_from(types[-3:] if array.dtype.kind == "S" else types)))
    if kind == 1:
        return draw(st.sampled_from((array.reshape(-1), array[None])))
    if kind == 2:
        return array[: draw(st.integers(0, len(array)))] if array.ndim else array
    changed = array.copy()
    if changed.size:
        odd = st.floats() if array.dtype.kind == "f" else st.sampled_from((-1, 0, 2**62))
        with np.errstate(over="ignore"):
            changed.reshape(-1)[draw(st.integers(0, changed.size - 1))] = draw(odd)
    return changed


def npy(array: np.ndarray, version: tuple[int, int] = (1, 0)) -> bytes:
    file = io.BytesIO()
    np.lib.format.write_array(file, array, version=version, allow_pickle=True)
    return file.getvalue()


class Trap:
    """Writes a file when unpickled."""

    def __reduce__(self) -> tuple:
        return open, ("../elsewhere/written", "w")


def extremes(drawn: bytes, pictured: bytes, text: bytes) -> Sequence:
    def archive(**changes: bytes) -> bytes:
        entries = unpacked(pictured if "picture" in changes else drawn)
        return repacked({**entries, **{f"{name}.npy": data for name, data in changes.items()}})

    def claiming(shape: str, kind: str = "<f4") -> bytes:
        head = f"{{'descr': '{kind}', 'fortran_order': False, 'shape': {shape}, }}\n".encode()
        return b"\x93NUMPY\x01\x00" + len(head).to_bytes(2, "little") + head

    def large_text() -> bytes:
        value = json.loads(text)
        del value["drawing"]
        value["arrays"]["picture"] = [[0.5] * 2048] * 2048
        return json.dumps(value).encode()

    def facts(value: bytes) -> bytes:
        return archive(facts=npy(np.array(value)))

    trap = np.array([Trap()], object)
    lengths = npy(np.array([2**62, 2**62, 2**63 - 2**62 + 3], np.uint64))
    return (
        lambda: archive(canvas=npy(trap)),
        lambda: archive(facts=npy(trap)),
        lambda: archive(picture=npy(np.ones((2048, 2048), np.float32))),
        lambda: archive(picture=npy(np.ones((2048, 2049), np.float32))),
        lambda: archive(picture=npy(np.ones((1, 2048**2), np.float32))),
        lambda: archive(picture=npy(np.ones((2048, 2048)))),
        lambda: archive(canvas=claiming("(2500000000,)")),
        lambda: archive(canvas=claiming("(28, 28), 'x': " + "(" * 5000)),
        lambda: archive(canvas=claiming("(" + "9" * 60_000 + ",)")),
        lambda: archive(canvas=claiming("(0, 99999999999)")),
        lambda: archive(canvas=claiming("()", "V2000000000")),
        lambda: archive(canvas=bytes(60 * 2**20)),
        lambda: archive(stroke_lengths=lengths),
        lambda: archive(
            points=npy(np.zeros((2_000_000, 2))), stroke_lengths=npy(np.array([2_000_000]))
        ),
        lambda: archive(
            points=npy(np.zeros((900_000, 2))), stroke_lengths=npy(np.ones(900_000, int))
        ),
        lambda: facts(b"[" * 100_000),
        lambda: facts(b'{"a":' * 2_000_000),
        lambda: facts(b"9" * 1_000_000),
        lambda: facts(b" " * 60_000_000),
        large_text,
        lambda: (
            b'{"format":"lenet-gui export","version":1,"program":"","arrays":{"canvas":'
            + b"[" * 500_000
        ),
        lambda: (
            b'{"format":"lenet-gui export","version":1,"program":"","drawing":{"strokes":[]},'
            b'"arrays":{"canvas":[' + b"1," * 10_000_000 + b"1]}}"
        ),
        lambda: repacked({f"{n}.npy": b"" for n in range(60_000)}),
    )
