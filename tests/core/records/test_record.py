"""Records: their contents, and round trips through files."""

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

from lenet_gui.core.framing.framing import Framing, canvas_image
from lenet_gui.core.network.architecture import LAYERS
from lenet_gui.core.network.weights import Weights
from lenet_gui.core.records.record import Record, WeightsIdentity, array_shapes
from lenet_gui.core.records.record_file import (
    open_export,
    parse_source,
    record_from_bytes,
    to_json,
    to_npz,
)
from lenet_gui.core.strokes.drawing import Drawing, parse_drawing
from tests.conftest import make_weights
from tests.core.drawings import drawings
from tests.core.sample_records import BAR, CLASSIFIER, SEVEN, encoded, record

ROOT = Path(__file__).resolve().parents[3]


def assert_same(found: Record, kept: Record) -> None:
    assert found.facts() == kept.facts()
    assert list(found.arrays()) == list(kept.arrays())
    for name, array in kept.arrays().items():
        np.testing.assert_array_equal(found.arrays()[name], array, strict=True)
    assert found.weights == kept.weights
    assert (found.framing, found.program) == (kept.framing, kept.program)


both_kinds = pytest.mark.parametrize("kind", ["npz", "json"])


# -- contents -----------------------------------------------------------------------------------


def test_the_arrays_are_the_readings_in_the_documented_shapes():
    kept = record()
    arrays, layers = kept.arrays(), kept.reading.activations.layers
    assert {name: array.shape for name, array in arrays.items()} == array_shapes()
    for layer in LAYERS:
        np.testing.assert_array_equal(arrays[layer.name], layers[layer.name][0], strict=True)
    np.testing.assert_array_equal(arrays["canvas"], canvas_image(SEVEN))
    np.testing.assert_array_equal(arrays["framed"], kept.reading.frames.framed)
    np.testing.assert_array_equal(arrays["logits"], kept.reading.activations.logits[0])


def test_the_documented_shapes_match_the_arrays():
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


def test_json_contains_every_number_and_every_stroke():
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


def test_the_archive_contains_pressures_and_times():
    drawing = (
        Drawing().with_stroke([(1, 2), (3, 4)], [0, 0.1], [0, 8]).with_stroke([(5, 6)], [1], [9.5])
    )
    with np.load(io.BytesIO(to_npz(record(drawing))), allow_pickle=False) as archive:
        found = dict(archive)
    assert found["points"].tolist() == [[1, 2], [3, 4], [5, 6]]
    assert found["pressures"].tolist() == [0, 0.1, 1]
    assert found["times"].tolist() == [0, 8, 9.5]
    facts = json.loads(found["facts"].item())
    assert facts["drawing"].keys() == {"format", "version"}


def test_the_fit_maps_the_strokes_to_the_frame():
    kept = record()
    fit = json.loads(to_json(kept))["fit"]
    ends = SEVEN.strokes[0] * fit["scale"] + (fit["x"], fit["y"])
    rows, columns = np.nonzero(kept.reading.frames.framed)
    assert np.floor(ends.min(axis=0)).tolist() == pytest.approx([columns.min(), rows.min()], abs=2)
    assert np.floor(ends.max(axis=0)).tolist() == pytest.approx([columns.max(), rows.max()], abs=2)


def test_weights_are_identified_by_the_hash_of_their_arrays_in_order():
    weights = make_weights(3)
    names = [f"{layer}.{kind}" for layer in LAYERS_WITH_WEIGHTS for kind in ("weight", "bias")]
    together = b"".join(weights.arrays[name].tobytes() for name in names)
    named = Weights(weights.arrays, {"name": "mine.pt", "date": "2026-01-02", "recipe": "none"})
    expected = WeightsIdentity(hashlib.sha256(together).hexdigest(), "mine.pt", "2026-01-02")
    assert WeightsIdentity.of(named) == expected
    assert WeightsIdentity.of(make_weights(4)).sha256 != expected.sha256


LAYERS_WITH_WEIGHTS = ("conv1", "conv2", "conv3", "fc1", "fc2")


@both_kinds
def test_equal_records_make_identical_files(kind, monkeypatch):
    first = encoded(record(), kind)
    monkeypatch.setattr("time.time", lambda: 2e9)
    assert encoded(record(), kind) == first


def test_the_archive_has_no_timestamps():
    with zipfile.ZipFile(io.BytesIO(to_npz(record()))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


# -- round trips --------------------------------------------------------------------------------


@both_kinds
@settings(deadline=None, max_examples=40)
@given(drawing=drawings)
def test_a_drawing_round_trips(kind, drawing):
    kept = record(drawing)
    found = record_from_bytes(encoded(kept, kind))
    assert found.source == drawing
    assert_same(found, kept)


@both_kinds
@pytest.mark.parametrize("framing", Framing)
def test_a_reopened_record_gives_the_same_reading(tmp_path, kind, framing):
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
def test_a_picture_round_trips_with_its_ink(kind):
    kept = record(BAR)
    found = record_from_bytes(encoded(kept, kind))
    np.testing.assert_array_equal(found.source.ink, BAR.ink, strict=True)
    assert_same(found, kept)


@both_kinds
def test_an_empty_drawing_round_trips(kind):
    kept = record(Drawing())
    assert list(kept.arrays()) == ["canvas", "framed", "input"]
    found = record_from_bytes(encoded(kept, kind))
    assert found.source.is_empty
    assert found.reading.activations is None
    assert_same(found, kept)


@both_kinds
def test_a_record_may_have_no_weights(kind):
    kept = replace(record(Drawing()), weights=None)
    assert record_from_bytes(encoded(kept, kind)).weights is None


def test_reformatted_json_gives_the_same_record():
    kept = record()
    text = json.dumps(json.loads(to_json(kept)), indent=1, sort_keys=True)
    assert_same(record_from_bytes(text.encode()), kept)
    assert parse_source(text.encode()) == SEVEN


def test_drawings_and_records_are_sources():
    assert parse_source(SEVEN.to_json().encode()) == SEVEN
    assert parse_source(to_npz(record())) == SEVEN
    note = parse_drawing('{"strokes": [], "note": "lenet-gui export"}')
    assert parse_source(note.to_json().encode()) == note
