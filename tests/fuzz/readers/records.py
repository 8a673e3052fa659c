"""Exports, `.npz` and JSON: read as records, and as what is drawn in them."""

import io
import json
import zipfile
from collections.abc import Sequence
from pathlib import Path
from random import Random

import numpy as np

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
from tests.fuzz.mutating import LIMIT, mutate_bytes, mutate_json
from tests.fuzz.readers import Reader, drawings

ZIP = b"PK\x03\x04"


def make() -> Reader:
    pressed = SEVEN.with_stroke([(10, 10), (20, 30)], pressures=[0.2, 0.9])
    kept = [record(), record(BAR), record(pressed, Framing.NONE)]
    seeds = [to_npz(each) for each in kept] + [to_json(each).encode() for each in kept[:2]]
    return Reader(seeds, mutate, read, extremes(seeds[0], seeds[1], seeds[3]))


def read(path: Path) -> None:
    """Read what is drawn in the record, as the program does; then the record, where it is small."""
    data = path.read_bytes()
    source = parse_source(data)
    CLASSIFIER.read(source)
    if isinstance(source, Picture) and source.ink.size > LIMIT:
        return
    kept = open_export(path)
    for again in (to_npz(kept), to_json(kept).encode()):
        record_from_bytes(again)


def mutate(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """Change an array of the archive, its facts, or bytes; of JSON its values."""
    if not data.startswith(ZIP):
        texts = [other for other in others if not other.startswith(ZIP)]
        return mutate_json(random, data, texts + list(drawings.seeds()))
    if random.random() < 0.25:
        return mutate_bytes(random, data, others)
    entries = unpacked(data)
    name = random.choice((*entries, "facts.npy", "points.npy", "stroke_lengths.npy"))
    kind = random.randrange(8)
    if name not in entries or kind == 0:
        entries.pop(name, None)
    elif kind == 1:
        entries[random.choice((*entries, "../out.npy", "/tmp/out.npy", ""))] = entries[name]
    elif name == "facts.npy" and kind > 2:
        facts = np.load(io.BytesIO(entries[name])).item()
        entries[name] = npy(np.array(mutate_json(random, facts, [*drawings.seeds(), facts])))
    elif kind < 5:
        array = np.load(io.BytesIO(entries[name]))
        entries[name] = npy(_changed(random, array), random.choice(((1, 0), (1, 0), (2, 0))))
    else:
        entries[name] = mutate_bytes(random, entries[name], list(entries.values()))
    way = random.choice((zipfile.ZIP_DEFLATED,) * 6 + (zipfile.ZIP_STORED, zipfile.ZIP_LZMA))
    return repacked(entries, way)


def _changed(random: Random, array: np.ndarray) -> np.ndarray:
    if array.dtype.kind == "S":
        return array.astype(random.choice(("U", "S3", "S60000")))
    kind = random.randrange(5)
    if kind == 0:
        return array.astype(random.choice(("f8", ">f4", "f2", "i8", "u1", "?", "c8", "U5", "S2")))
    if kind == 1:
        return array.reshape(-1) if random.random() < 0.5 else array[None]
    if kind == 2:
        return array[: random.randrange(len(array) + 1)] if array.ndim else array
    changed = array.copy()
    if changed.size:
        extremes = (
            (np.nan, np.inf, -1, 0, 1e300, 1e-45) if array.dtype.kind == "f" else (-1, 0, 2**62)
        )
        with np.errstate(over="ignore"):
            changed.reshape(-1)[random.randrange(changed.size)] = random.choice(extremes)
    return changed


def npy(array: np.ndarray, version: tuple[int, int] = (1, 0)) -> bytes:
    file = io.BytesIO()
    np.lib.format.write_array(file, array, version=version, allow_pickle=True)
    return file.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def repacked(entries: dict[str, bytes], way: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", way) as archive:
        for name, content in entries.items():
            archive.writestr(zipfile.ZipInfo(name), content, way)
    return file.getvalue()[: 64 * LIMIT]


class Trap:
    """Writes a file when it is unpickled."""

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
