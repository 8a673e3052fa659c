"""Records: what goes into a file, that it comes back as it was, and what is refused."""

import hashlib
import io
import json
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings

from lenet_gui.core import record_file
from lenet_gui.core.architecture import LAYERS
from lenet_gui.core.classifier import Classifier
from lenet_gui.core.drawing import Drawing, parse_drawing
from lenet_gui.core.framing import Framing
from lenet_gui.core.network import LeNet5
from lenet_gui.core.picture import Picture
from lenet_gui.core.record import Record, WeightsIdentity, array_shapes, record_from_parts
from lenet_gui.core.record_file import (
    open_export,
    parse_source,
    record_from_bytes,
    to_json,
    to_npz,
)
from lenet_gui.core.weights import Weights
from lenet_gui.errors import DrawingError
from tests.conftest import make_weights
from tests.core.test_drawing import drawings

ROOT = Path(__file__).resolve().parent.parent.parent
CLASSIFIER = Classifier(LeNet5(make_weights()))
SEVEN = Drawing(canvas=(560, 560), pen_width=40, label=7).with_stroke(
    [(100, 100), (300.25, 100), (180, 420)]
)
BAR = Picture(np.pad(np.linspace(0.1, 1, 12, dtype=np.float32).reshape(6, 2), 4))


def record(source=SEVEN, framing=Framing.MNIST) -> Record:
    reading = CLASSIFIER.read(source, framing)
    identity = WeightsIdentity.of(CLASSIFIER.network.weights)
    return Record(source, framing, reading, identity, "lenet-gui 1.2.3")


def encoded(kept: Record, kind: str) -> bytes:
    return to_npz(kept) if kind == "npz" else to_json(kept).encode()


def assert_same(found: Record, kept: Record) -> None:
    assert found.facts() == kept.facts()
    assert list(found.arrays()) == list(kept.arrays())
    for name, array in kept.arrays().items():
        np.testing.assert_array_equal(found.arrays()[name], array, strict=True)
    assert found.weights == kept.weights
    assert (found.framing, found.program) == (kept.framing, kept.program)


both_kinds = pytest.mark.parametrize("kind", ["npz", "json"])


# -- what is in it ------------------------------------------------------------------------------


def test_the_arrays_are_the_readings_own_in_the_shapes_of_the_table():
    kept = record()
    arrays, layers = kept.arrays(), kept.reading.activations.layers
    assert {name: array.shape for name, array in arrays.items()} == array_shapes()
    for layer in LAYERS:
        np.testing.assert_array_equal(arrays[layer.name], layers[layer.name][0], strict=True)
    np.testing.assert_array_equal(arrays["canvas"], kept.reading.frames.canvas)
    np.testing.assert_array_equal(arrays["framed"], kept.reading.frames.framed)
    np.testing.assert_array_equal(arrays["logits"], kept.reading.activations.logits[0])


def test_the_documented_shapes_are_those_of_the_arrays():
    text = (ROOT / "docs" / "export-format.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \| ([\d×]+) \|", text, re.MULTILINE)
    documented = {name: tuple(int(n) for n in shape.split("×")) for name, shape in rows}
    assert documented == array_shapes()


@both_kinds
def test_the_documented_lines_open_an_export(tmp_path, monkeypatch, kind):
    text = (ROOT / "docs" / "export-format.md").read_text(encoding="utf-8")
    (lines,) = [
        part
        for part in re.findall(r"```python\n(.*?)```", text, re.DOTALL)
        if f"seven.{kind}" in part
    ]
    (tmp_path / f"seven.{kind}").write_bytes(encoded(record(), kind))
    monkeypatch.chdir(tmp_path)
    program = f"{lines}\nassert c3.shape == (16, 10, 10) and c3.dtype == np.float32\n"
    program += "assert [len(stroke) for stroke in strokes] == [3] and strokes[0][1][0] == 300.25\n"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, timeout=120)
    assert (done.returncode, done.stderr) == (0, b"")


def test_any_json_reader_finds_every_number_and_every_stroke():
    kept = record()
    found = json.loads(to_json(kept))
    assert found["format"] == "lenet-gui export"
    assert found["program"] == "lenet-gui 1.2.3"
    assert (found["verdict"], found["digit"]) == (str(kept.reading.verdict), kept.reading.digit)
    assert found["drawing"]["strokes"] == [[[100, 100], [300.25, 100], [180, 420]]]
    assert list(found["arrays"]) == list(kept.arrays())
    for name, array in kept.arrays().items():
        as_read = np.array(found["arrays"][name], np.float32)
        np.testing.assert_array_equal(as_read, array, strict=True)


def test_numpy_opens_the_archive_without_pickles():
    kept = record(SEVEN.with_stroke([(5, 6)]))
    with np.load(io.BytesIO(to_npz(kept)), allow_pickle=False) as archive:
        found = dict(archive)
    for name, array in kept.arrays().items():
        np.testing.assert_array_equal(found.pop(name), array, strict=True)
    assert found.pop("points").tolist() == [[100, 100], [300.25, 100], [180, 420], [5, 6]]
    assert found.pop("stroke_lengths").tolist() == [3, 1]
    facts = json.loads(found.pop("facts").item())
    assert facts["weights"] == {
        "sha256": WeightsIdentity.of(CLASSIFIER.network.weights).sha256,
        "name": None,
        "date": None,
    }
    assert facts["drawing"] == {
        "format": "lenet-gui drawing",
        "version": 1,
        "canvas": [560, 560],
        "pen_width": 40,
        "label": 7,
    }
    assert found == {}


def test_the_strokes_lie_in_the_frame_where_fit_says():
    kept = record()
    fit = json.loads(to_json(kept))["fit"]
    ends = SEVEN.strokes[0] * fit["scale"] + (fit["x"], fit["y"])
    rows, columns = np.nonzero(kept.reading.frames.framed)
    assert np.floor(ends.min(axis=0)).tolist() == pytest.approx([columns.min(), rows.min()], abs=2)
    assert np.floor(ends.max(axis=0)).tolist() == pytest.approx([columns.max(), rows.max()], abs=2)


def test_the_weights_are_known_by_the_sum_of_their_numbers_in_table_order():
    weights = make_weights(3)
    names = [f"{layer}.{kind}" for layer in LAYERS_WITH_WEIGHTS for kind in ("weight", "bias")]
    together = b"".join(weights.arrays[name].tobytes() for name in names)
    named = Weights(weights.arrays, {"name": "mine.pt", "date": "2026-01-02", "recipe": "none"})
    expected = WeightsIdentity(hashlib.sha256(together).hexdigest(), "mine.pt", "2026-01-02")
    assert WeightsIdentity.of(named) == expected
    assert WeightsIdentity.of(make_weights(4)).sha256 != expected.sha256


LAYERS_WITH_WEIGHTS = ("conv1", "conv2", "conv3", "fc1", "fc2")


@both_kinds
def test_the_same_record_is_the_same_file(kind, monkeypatch):
    first = encoded(record(), kind)
    monkeypatch.setattr("time.time", lambda: 2e9)
    assert encoded(record(), kind) == first


def test_the_archive_tells_no_time_of_its_own():
    with zipfile.ZipFile(io.BytesIO(to_npz(record()))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


# -- there and back -----------------------------------------------------------------------------


@both_kinds
@settings(deadline=None, max_examples=40)
@given(drawing=drawings)
def test_a_drawing_comes_back_as_it_was(kind, drawing):
    kept = record(drawing)
    found = record_from_bytes(encoded(kept, kind))
    assert found.source == drawing
    assert_same(found, kept)


@both_kinds
@pytest.mark.parametrize("framing", Framing)
def test_what_comes_back_is_read_as_before(tmp_path, kind, framing):
    kept = record(framing=framing)
    path = tmp_path / f"seven.{kind}"
    path.write_bytes(encoded(kept, kind))
    opened = open_export(path)
    again = CLASSIFIER.read(opened.source, opened.framing)
    for name, values in again.activations.layers.items():
        np.testing.assert_array_equal(values, opened.reading.activations.layers[name], strict=True)
    assert again.to_dict() == opened.reading.to_dict()
    assert opened.weights == WeightsIdentity.of(CLASSIFIER.network.weights)


@both_kinds
def test_a_picture_comes_back_ink_and_all(kind):
    kept = record(BAR)
    found = record_from_bytes(encoded(kept, kind))
    np.testing.assert_array_equal(found.source.ink, BAR.ink, strict=True)
    assert_same(found, kept)


@both_kinds
def test_nothing_drawn_is_kept_too(kind):
    kept = record(Drawing())
    assert list(kept.arrays()) == ["canvas", "framed", "input"]
    found = record_from_bytes(encoded(kept, kind))
    assert found.source.is_empty
    assert found.reading.activations is None
    assert_same(found, kept)


@both_kinds
def test_without_weights_nothing_is_said_of_them(kind):
    kept = replace(record(Drawing()), weights=None)
    assert record_from_bytes(encoded(kept, kind)).weights is None


def test_json_that_other_programs_laid_out_anew_is_the_same():
    kept = record()
    text = json.dumps(json.loads(to_json(kept)), indent=1, sort_keys=True)
    assert_same(record_from_bytes(text.encode()), kept)
    assert parse_source(text.encode()) == SEVEN


def test_a_drawing_is_a_source_as_well():
    assert parse_source(SEVEN.to_json().encode()) == SEVEN
    assert parse_source(to_npz(record())) == SEVEN
    note = parse_drawing('{"strokes": [], "note": "lenet-gui export"}')
    assert parse_source(note.to_json().encode()) == note


# -- what is refused ----------------------------------------------------------------------------


def changed(**changes):
    """Return an export's JSON with keys, or arrays, set anew; None removes one."""
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
        (changed(output=[float("nan")] * 10), "not a finite number"),
        (changed(output=[1e300] * 10), "not a finite number"),
        (changed(output=[10**400] * 10), "does not hold numbers"),
    ],
)
def test_damaged_json_is_refused_in_a_sentence(data, sentence):
    with pytest.raises(DrawingError, match=sentence) as caught:
        record_from_bytes(data)
    assert str(caught.value).endswith(".")
    assert "\n" not in str(caught.value)


def archive_with(kept=None, compression=zipfile.ZIP_DEFLATED, **changes):
    """Return an export's archive with arrays, or an entry's bytes, set anew; None removes one."""
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
        ({"stroke_lengths": np.array([3, 0])}, "do not fit together"),
        ({"stroke_lengths": np.array([4, -1])}, "do not fit together"),
        ({"stroke_lengths": np.array([2**62, 2**62, 3])}, "do not fit together"),
        ({"stroke_lengths": np.array([3.0])}, "do not fit together"),
        ({"C1": None}, 'no array "C1"'),
        ({"C1": np.zeros((6, 28, 27), np.float32)}, "has shape"),
        ({"F6": np.full(84, np.inf, np.float32)}, "not a finite number"),
        ({"F6": np.zeros(84, complex)}, "does not hold numbers"),
        ({"F6": HUGE}, "damaged archive"),
        ({"F6": NEGATIVE}, "damaged archive"),
        ({"F6": OBJECTS}, "damaged archive"),
        ({"F6": b"nonsense"}, "damaged archive"),
        ({"F6": b""}, "damaged archive"),
    ],
)
def test_damaged_archives_are_refused_in_a_sentence(changes, sentence):
    with pytest.raises(DrawingError, match=sentence) as caught:
        record_from_bytes(archive_with(**changes))
    assert str(caught.value).endswith(".")


@pytest.mark.parametrize("damage", ["cut", "flip", "packing"])
def test_archives_damaged_as_files_are_refused(damage):
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
def test_a_picture_that_is_none_is_refused(ink):
    kept = record(BAR)
    with pytest.raises(DrawingError, match="picture"):
        record_from_parts(kept.facts(), {**kept.arrays(), "picture": ink.astype(np.float32)})


def test_exports_that_are_too_large_are_refused(monkeypatch, tmp_path):
    packed, text = to_npz(record()), to_json(record()).encode()
    monkeypatch.setattr(record_file, "SIZE_LIMIT", len(packed))
    with pytest.raises(DrawingError, match="too large"):
        record_from_bytes(packed)  # small as it is, but not when it is unpacked
    path = tmp_path / "large.json"
    path.write_bytes(text)
    with pytest.raises(DrawingError, match="too large"):
        open_export(path)
    with pytest.raises(DrawingError, match="too large"):
        parse_source(text)


def test_an_entry_that_unpacks_to_more_than_it_declares_is_damage():
    data = bytearray(archive_with(canvas=np.zeros((28, 28), np.float32)))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        size = archive.getinfo("canvas.npy").file_size
    for offset in find_all(bytes(data), b"canvas.npy"):
        for before in (8, 22):  # in the entry's own header and in the directory
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


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(DrawingError, match=r"none\.npz can't be read: No such file"):
        open_export(tmp_path / "none.npz")
    bad = tmp_path / "bad.npz"
    bad.write_bytes(b"PK\x03\x04")
    with pytest.raises(DrawingError, match=r"bad\.npz: The export is a damaged archive"):
        open_export(bad)
