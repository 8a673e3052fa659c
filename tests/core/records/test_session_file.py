"""Session files: sessions round-trip, and damaged files are refused."""

import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.records.archive import pack, pack_facts
from lenet_gui.core.records.session_file import Session, from_bytes, to_bytes
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.errors import DrawingError
from tests.core.drawings import drawings

SEVEN = Drawing(canvas=(560, 560), pen_width=32.0).with_stroke(
    [(100, 100), (300, 100), (180, 420)], times=[0, 10, 20]
)
PLACE = "/home/someone/Zeichnungen/sieben ✎.lenet.json"


@given(drawings, st.none() | st.text(), st.booleans())
def test_any_drawing_round_trips(drawing, file, is_modified):
    kept = Session(drawing, file, is_modified)
    assert from_bytes(to_bytes(kept)) == kept


def test_a_picture_round_trips_exactly():
    ink = np.random.default_rng(0).random((7, 5), np.float32)
    kept = from_bytes(to_bytes(Session(Picture(ink), None, False)))
    assert (kept.file, kept.is_modified) == (None, False)
    np.testing.assert_array_equal(kept.source.ink, ink)


def test_an_undecodable_path_round_trips():
    assert from_bytes(to_bytes(Session(SEVEN, "bad\udcff.json"))).file == "bad\udcff.json"


@given(st.integers(0), st.integers(1, 255))
def test_a_changed_byte_never_changes_the_drawing_silently(place, change):
    data = bytearray(to_bytes(Session(SEVEN, PLACE)))
    data[place % len(data)] ^= change
    try:
        found = from_bytes(bytes(data))
    except DrawingError:
        return
    assert found == Session(SEVEN, PLACE)


def test_a_damaged_name_in_the_directory_is_refused():
    data = to_bytes(Session(SEVEN, PLACE))
    place = data.rindex(b"times.npy")  # times are optional, but this drawing has them
    with pytest.raises(DrawingError, match="damaged archive"):
        from_bytes(data[:place] + b"uimes.npy" + data[place + len(b"times.npy") :])


@pytest.mark.parametrize("length", [0, 1, 100, 1000, -1])
def test_a_truncated_session_is_refused(length):
    with pytest.raises(DrawingError):
        from_bytes(to_bytes(Session(SEVEN, PLACE))[:length])


def archive(facts, **arrays):
    return pack({**arrays, "facts": pack_facts(facts)})


def other(facts):
    return {"format": "lenet-gui session", "version": 1, **facts}


@pytest.mark.parametrize(
    "data",
    [
        b"{}",
        archive({}),
        archive([1]),
        archive({"format": "lenet-gui export"}),
        archive(other({"version": 2, "drawing": {}})),
        archive(other({})),
        archive(other({"file": 5}), picture=np.zeros((2, 2), np.float32)),
        archive(other({"drawing": {}})),
        archive(other({"drawing": 5})),
        archive(other({}), picture=np.zeros(4, np.float32)),
        archive(other({}), picture=np.zeros((0, 4), np.float32)),
        archive(other({}), picture=np.full((2, 2), 1.5, np.float32)),
        archive(other({}), picture=np.full((2, 2), np.nan, np.float32)),
        archive(other({}), picture=np.zeros((2, 2))),
        archive(other({"drawing": {}}), points=np.ones((3, 2)), stroke_lengths=np.array([2])),
    ],
)
def test_invalid_sessions_are_refused(data):
    with pytest.raises(DrawingError):
        from_bytes(data)


def test_pickled_objects_are_refused(tmp_path):
    file = io.BytesIO()
    np.savez(file, facts=np.array([{"format": "lenet-gui session"}], object))
    with pytest.raises(DrawingError):
        from_bytes(file.getvalue())


def test_a_picture_with_an_overlong_side_is_refused():
    ink = np.zeros((1, 2**16 + 1), np.float32)
    with pytest.raises(DrawingError, match="neither a drawing nor a picture"):
        from_bytes(to_bytes(Session(Picture(ink))))
