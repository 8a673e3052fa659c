"""Damaged, foreign and oversized exports: each is refused with a one-sentence error."""

import io
import json
import zipfile

import numpy as np
import pytest

from lenet_gui.core.records import archive
from lenet_gui.core.records.record import array_shapes, record_from_parts
from lenet_gui.core.records.record_file import (
    open_export,
    parse_source,
    record_from_bytes,
    to_json,
    to_npz,
)
from lenet_gui.errors import DrawingError
from tests.core.sample_records import BAR, record


def changed(**changes):
    """Return an export's JSON with keys or arrays replaced, or removed if None."""
    value = json.loads(to_json(record()))
    for key, item in changes.items():
        place = value["arrays"] if key in array_shapes() else value
        if item is None:
            del place[key]
        else:
            place[key] = item
    return json.dumps(value).encode()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "not valid JSON"),
        (b"nonsense", "not valid JSON"),
        (b"[]", "JSON object"),
        (b'{"strokes": []}', "JSON object"),
        (b'{"arrays": {}}', '"format"'),
        (changed(format="other"), '"format"'),
        (changed(version=2), "format version 2"),
        (changed(version="1"), "format version 1"),
        (changed(program=None), '"program"'),
        (changed(framing="wide"), '"framing" must be one of mnist, none'),
        (changed(framing=[1]), '"framing"'),
        (changed(verdict="maybe"), '"verdict"'),
        (changed(fit={"scale": 1}), '"fit"'),
        (changed(fit={"scale": 0, "x": 0, "y": 0}), '"fit"'),
        (changed(fit={"scale": 1, "x": float("nan"), "y": 0}), '"fit"'),
        (changed(fit=7), '"fit"'),
        (changed(weights="mine"), '"weights"'),
        (changed(weights={"sha256": 5}), '"weights"'),
        (changed(weights={"sha256": "00", "name": 5}), '"weights"'),
        (changed(arrays=None), '"arrays"'),
        (changed(arrays=[]), '"arrays"'),
        (changed(drawing=None), "neither a drawing nor a picture"),
        (changed(drawing={"strokes": 5}), '"strokes"'),
        (changed(drawing={"strokes": [[[1, float("inf")]]]}), "coordinates"),
        (changed(C3=None), 'no array "C3"'),
        (changed(canvas=None), 'no array "canvas"'),
        (changed(logits=None), 'no array "logits"'),
        (changed(output=[0.5] * 9), r"shape \(9,\), not \(10,\)"),
        (changed(output=0.5), r"shape \(\), not \(10,\)"),
        (changed(output=["0.1"] * 10), "does not hold numbers"),
        (changed(output=[True] * 10), "does not hold numbers"),
        (changed(output=[[1], [1, 2]]), "equal lists"),
        (changed(output=[float("nan")] * 10), "a number that is not finite"),
        (changed(output=[1e300] * 10), "a number that is not finite"),
        (changed(output=[10**400] * 10), "does not hold numbers"),
    ],
)
def test_damaged_json_is_refused(data, sentence):
    with pytest.raises(DrawingError, match=sentence) as caught:
        record_from_bytes(data)
    assert str(caught.value).endswith(".")
    assert "\n" not in str(caught.value)


def archive_with(kept=None, compression=zipfile.ZIP_DEFLATED, **changes):
    """Return an export's archive with arrays or entries replaced, or removed if None."""
    with zipfile.ZipFile(io.BytesIO(to_npz(kept or record()))) as archive:
        entries = {entry.removesuffix(".npy"): archive.read(entry) for entry in archive.namelist()}
    for name, item in changes.items():
        if isinstance(item, bytes):
            entries[name] = item
        elif item is None:
            del entries[name]
        else:
            file = io.BytesIO()
            np.save(file, item)
            entries[name] = file.getvalue()
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as archive:
        for name, data in entries.items():
            archive.writestr(f"{name}.npy", data)
    return file.getvalue()


def npy(header: dict, data: bytes = b"") -> bytes:
    file = io.BytesIO()
    np.lib.format.write_array_header_1_0(file, header)
    return file.getvalue() + data


HUGE = npy({"descr": "<f4", "fortran_order": False, "shape": (2**40,)}, b"\0" * 40)
NEGATIVE = npy({"descr": "<f4", "fortran_order": False, "shape": (-2, -5)}, b"\0" * 40)
OBJECTS = npy({"descr": "|O", "fortran_order": False, "shape": (2,)}, b"\0" * 16)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"facts": None}, "no array \"?'?facts"),
        ({"points": None}, "no array '?points"),
        ({"facts": np.array(b"{")}, "not a text in JSON"),
        ({"facts": np.array(b"[" * 100_000)}, "not a text in JSON"),
        ({"facts": np.zeros(3)}, "not a text in JSON"),
        ({"facts": np.array(5)}, "not a text in JSON"),
        ({"facts": np.array(b"[]")}, '"format"'),
        ({"points": np.zeros((2, 2))}, "do not fit together"),
        ({"points": np.zeros((3, 3))}, "do not fit together"),
        ({"points": np.zeros(6)}, "do not fit together"),
        ({"points": np.array(1.0)}, "do not fit together"),
        ({"points": np.full((3, 2), np.nan)}, "coordinates"),
        ({"points": np.array([["a", "b"]] * 3)}, "points"),
        ({"pressures": np.zeros(2)}, '"pressures" and "stroke_lengths" do not fit together'),
        ({"times": np.zeros((3, 2))}, '"times" and "stroke_lengths" do not fit together'),
        ({"times": np.array(1.0)}, "do not fit together"),
        ({"times": np.array([2.0, 1.0, 3.0])}, "must not fall"),
        ({"pressures": np.array(["a", "b", "c"])}, "numbers from 0 to 1"),
        ({"stroke_lengths": np.array([3, 0])}, "do not fit together"),
        ({"stroke_lengths": np.array([4, -1])}, "do not fit together"),
        ({"stroke_lengths": np.array([2**62, 2**62, 3])}, "do not fit together"),
        ({"stroke_lengths": np.array([3.0])}, "do not fit together"),
        ({"C1": None}, 'no array "C1"'),
        ({"C1": np.zeros((6, 28, 27), np.float32)}, "has shape"),
        ({"F6": np.full(84, np.inf, np.float32)}, "a number that is not finite"),
        ({"F6": np.zeros(84, complex)}, "does not hold numbers"),
        ({"F6": HUGE}, "damaged archive"),
        ({"F6": NEGATIVE}, "damaged archive"),
        ({"F6": OBJECTS}, "damaged archive"),
        ({"F6": b"nonsense"}, "damaged archive"),
        ({"F6": b""}, "damaged archive"),
    ],
)
def test_damaged_archives_are_refused(changes, sentence):
    with pytest.raises(DrawingError, match=sentence) as caught:
        record_from_bytes(archive_with(**changes))
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize("damage", ["cut", "flip", "packing"])
def test_corrupt_archive_files_are_refused(damage):
    data = to_npz(record())
    if damage == "cut":
        data = data[: len(data) // 2]
    elif damage == "flip":
        place = len(data) // 2
        data = data[:place] + bytes([data[place] ^ 0x55]) + data[place + 1 :]
    else:
        data = archive_with(compression=zipfile.ZIP_BZIP2)
    with pytest.raises(DrawingError, match="damaged archive"):
        record_from_bytes(data)


@pytest.mark.parametrize("ink", [np.zeros(4), np.zeros((0, 4)), np.full((2, 2), 1.5)])
def test_an_invalid_picture_is_refused(ink):
    kept = record(BAR)
    with pytest.raises(DrawingError, match="picture"):
        record_from_parts(kept.facts(), {**kept.arrays(), "picture": ink.astype(np.float32)})


def test_exports_that_are_too_large_are_refused(monkeypatch, tmp_path):
    packed, text = to_npz(record()), to_json(record()).encode()
    monkeypatch.setattr(archive, "SIZE_LIMIT", len(packed))
    with pytest.raises(DrawingError, match="too large"):
        record_from_bytes(packed)  # small enough packed, too large unpacked
    path = tmp_path / "large.json"
    path.write_bytes(text)
    with pytest.raises(DrawingError, match="too large"):
        open_export(path)
    with pytest.raises(DrawingError, match="too large"):
        parse_source(text)


def test_an_entry_larger_than_declared_is_refused():
    data = bytearray(archive_with(canvas=np.zeros((28, 28), np.float32)))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = archive.getinfo("canvas.npy").file_size
    for offset in find_all(bytes(data), b"canvas.npy"):
        for before in (8, 22):  # in the entry's header and in the directory
            place = offset - before
            if data[place : place + 4] == size.to_bytes(4, "little"):
                data[place : place + 4] = (200).to_bytes(4, "little")
    with pytest.raises(DrawingError, match="damaged archive"):
        record_from_bytes(bytes(data))


def find_all(data: bytes, part: bytes) -> list[int]:
    places, at = [], data.find(part)
    while at >= 0:
        places.append(at)
        at = data.find(part, at + 1)
    return places


def test_a_missing_or_damaged_file_is_named(tmp_path):
    with pytest.raises(DrawingError, match=r"none\.npz can't be read: No such file"):
        open_export(tmp_path / "none.npz")
    bad = tmp_path / "bad.npz"
    bad.write_bytes(b"PK\x03\x04")
    with pytest.raises(DrawingError, match=r"bad\.npz: The export is a damaged archive"):
        open_export(bad)


def test_a_picture_with_an_overlong_side_is_refused():
    with pytest.raises(DrawingError, match="none of its sides longer than 8,192"):
        record_from_bytes(archive_with(record(BAR), picture=np.zeros((1, 8193), np.float32)))


@pytest.mark.parametrize(("points", "strokes"), [(600_000, 1), (60_000, 60_000)])
def test_too_many_points_are_refused_before_the_drawing_is_built(points, strokes):
    data = archive_with(
        points=np.zeros((points, 2)), stroke_lengths=np.full(strokes, points // strokes)
    )
    with pytest.raises(DrawingError, match="more points than a drawing may have"):
        record_from_bytes(data)
