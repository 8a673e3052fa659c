"""Drawings: their JSON, lossless round trips, and what is refused."""

import json
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings

from lenet_gui.core.strokes.drawing import (
    NEUTRAL_PRESSURE,
    POINT_LIMIT,
    VERSION,
    Drawing,
    drawing_from_dict,
    parse_drawing,
    stroke,
)
from lenet_gui.errors import DrawingError
from tests.core.drawings import drawings


@settings(deadline=None)
@given(drawings)
def test_a_drawing_round_trips_through_json(drawing):
    line = drawing.to_json()
    assert "\n" not in line
    assert parse_drawing(line) == drawing
    assert parse_drawing(line.encode()) == drawing


def test_a_minimal_drawing_is_read():
    drawing = parse_drawing('{"strokes": [[[1, 2], [3.5, 4]], [[5, 6]]]}')
    assert [points.tolist() for points in drawing.strokes] == [[[1, 2], [3.5, 4]], [[5, 6]]]
    assert all(points.dtype == np.float64 for points in drawing.strokes)
    assert (drawing.canvas, drawing.pen_width, drawing.label) == (None, None, None)


def test_a_complete_drawing_is_read():
    text = (
        '{"format": "lenet-gui drawing", "version": 1, "canvas": [560, 280], "pen_width": 40,'
        ' "label": "7", "strokes": [[[1, 2]]], "pressures": [[0.25]], "times": [[40]],'
        ' "author": {"name": "A"}}'
    )
    drawing = parse_drawing(text)
    assert (drawing.canvas, drawing.pen_width, drawing.label) == ((560, 280), 40, 7)
    assert [values.tolist() for values in drawing.pressures] == [[0.25]]
    assert [values.tolist() for values in drawing.times] == [[40]]
    assert drawing.extra == {"author": {"name": "A"}}
    assert json.loads(drawing.to_json()) == {**json.loads(text), "label": 7}


@pytest.mark.parametrize("label", ["42", "007", 1998, "A", "²", "x+1", " "])
def test_a_label_that_is_not_one_digit_is_kept_as_it_is(label):
    drawing = parse_drawing(json.dumps({"strokes": [[[1, 2]]], "label": label}))
    assert drawing.label is None
    assert (drawing.label_text or "") == str(label).strip()
    assert json.loads(drawing.to_json())["label"] == label
    corrected = replace(drawing, label=3)
    assert corrected.label_text == "3"
    assert json.loads(corrected.to_json())["label"] == 3
    assert "label" not in corrected.unlabelled().to_dict()


def test_a_byte_order_mark_is_ignored():
    assert parse_drawing(b'\xef\xbb\xbf{"strokes": []}').is_empty
    assert parse_drawing('\ufeff{"strokes": []}').is_empty


def test_an_empty_stroke_leaves_the_drawing_empty():
    assert parse_drawing('{"strokes": [[], []]}').is_empty
    assert len(parse_drawing('{"strokes": [[], [[1, 1]]]}').strokes) == 1
    beside = '{"strokes": [[], [[1, 1]], []], "pressures": [[], [0.3], []], "times": [[], [5], []]}'
    drawing = parse_drawing(beside)
    assert [values.tolist() for values in drawing.pressures + drawing.times] == [[0.3], [5]]
    none = parse_drawing('{"strokes": [[]], "pressures": [[]], "times": null}')
    assert none == Drawing()


def test_unencodable_text_can_be_written():
    drawing = parse_drawing(r'{"strokes": [], "note": "\ud800"}')
    assert parse_drawing(drawing.to_json().encode("utf-8")) == drawing


def test_non_finite_numbers_in_extra_keys_can_be_written():
    drawing = parse_drawing('{"strokes": [[[1, 2]]], "speed": 1e999}')
    assert parse_drawing(drawing.to_json()) == drawing


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "nonsense",
        "[]",
        "7",
        "null",
        "{}",
        '{"strokes": null}',
        '{"strokes": {}}',
        '{"strokes": [1]}',
        '{"strokes": ["ab"]}',
        '{"strokes": [[1, 2]]}',
        '{"strokes": [[[1]]]}',
        '{"strokes": [[[1, 2, 3]]]}',
        '{"strokes": [[[1, 2], [3]]]}',
        '{"strokes": [[[[1, 2]]]]}',
        '{"strokes": [[["1", "2"]]]}',
        '{"strokes": [[[true, false]]]}',
        '{"strokes": [[[1, 2], [3, true]]]}',
        '{"strokes": [[[null, 1]]]}',
        '{"strokes": [[{"x": 1, "y": 2}]]}',
        '{"strokes": [[[NaN, 1]]]}',
        '{"strokes": [[[Infinity, 1]]]}',
        '{"strokes": [[[1e10, 1]]]}',
        '{"strokes": [[[1e999, 1]]]}',
        '{"strokes": [[[' + "9" * 400 + ", 1]]]}",
        '{"strokes": [[[' + "9" * 5000 + ", 1]]]}",
        '{"strokes": [], "canvas": 5}',
        '{"strokes": [], "canvas": [5]}',
        '{"strokes": [], "canvas": [5, null]}',
        '{"strokes": [], "canvas": [5, 0]}',
        '{"strokes": [], "canvas": [5, -5]}',
        '{"strokes": [], "canvas": [5, 1e-300]}',
        '{"strokes": [], "canvas": ["5", 5]}',
        '{"strokes": [], "pen_width": 0}',
        '{"strokes": [], "pen_width": NaN}',
        '{"strokes": [], "pen_width": Infinity}',
        '{"strokes": [], "pen_width": "thick"}',
        '{"strokes": [], "pen_width": true}',
        '{"strokes": [], "label": -1}',
        '{"strokes": [], "label": [7]}',
        '{"strokes": [], "label": 7.0}',
        '{"strokes": [], "label": true}',
        '{"strokes": [], "format": "lenet-gui drawing", "version": 2}',
        '{"strokes": [], "format": "lenet-gui drawing", "version": "1"}',
        "[" * 100_000,
        *(
            f'{{"strokes": [[[1, 2], [3, 4]], [[5, 6]]], "{name}": {values}}}'
            for name in ("pressures", "times")
            for values in (
                "1",
                "{}",
                "[]",
                "[1, 2, 1]",
                "[[0, 1]]",
                "[[0], [1]]",
                "[[0, 1], []]",
                "[[0, 1, 1], [1]]",
                "[[0, 1], [1], []]",
                "[[0, 1], null]",
                '[[0, 1], "1"]',
                '[[0, 1], {"1": 1}]',
                '[["0", 1], [1]]',
                "[[true, 1], [1]]",
                "[[null, 1], [1]]",
                "[[[0], [1]], [[1]]]",
                "[[0, NaN], [1]]",
                "[[0, 1], [Infinity]]",
                "[[-0.1, 1], [1]]",
                "[[0, 1], [1e13]]",
                "[[0, 1], [" + "9" * 400 + "]]",
            )
        ),
        '{"strokes": [[[1, 2]]], "pressures": [[1.01]]}',
        '{"strokes": [[[1, 2], [3, 4]]], "times": [[2, 1]]}',
        '{"strokes": [[[1, 2], [3, 4]], [[5, 6]]], "times": [[1, 2], [1.5]]}',
        '{"strokes": [[], [[1, 2]]], "times": [[1], []]}',
    ],
)
def test_invalid_drawings_are_refused(text):
    with pytest.raises(DrawingError, match=r"^[A-Z\"].*\.$"):
        parse_drawing(text)


def test_bytes_that_are_not_text_are_refused():
    with pytest.raises(DrawingError, match=r"not valid JSON: it is not text in UTF-8\.$"):
        parse_drawing(b"\xff\xfe\x00{")


@pytest.mark.parametrize("digits", [10, 19, 20, 40, 400])
@pytest.mark.parametrize("other", ["1", "1.5", "-7"])
def test_a_coordinate_out_of_range_is_reported_at_any_length(digits, other):
    with pytest.raises(DrawingError, match=r"must be numbers up to ±1e\+09\.$"):
        parse_drawing('{"strokes": [[[' + "9" * digits + f", {other}]]]}}")


@pytest.mark.parametrize("other", ["true", "null", '"1"'])
def test_a_non_number_beside_a_long_number_is_reported(other):
    with pytest.raises(DrawingError, match=r"each two numbers\.$"):
        parse_drawing('{"strokes": [[[' + "9" * 40 + f", {other}]]]}}")


@pytest.mark.parametrize("key", ["strokes", "pen_width", "mood"])
def test_an_integer_of_thousands_of_digits_is_reported_plainly(key):
    with pytest.raises(DrawingError, match=r"^The drawing contains .* too many digits\.$"):
        parse_drawing(f'{{"strokes": [], "{key}": ' + "9" * 5000 + "}")


def test_the_version_of_a_foreign_format_is_ignored():
    assert parse_drawing('{"strokes": [], "version": 9, "format": "other"}').is_empty


def test_a_drawing_of_too_many_points_is_refused():
    point = [0, 0]  # one list, repeated to save memory
    with pytest.raises(DrawingError, match="points"):
        drawing_from_dict({"strokes": [[point] * (POINT_LIMIT + 1)]})


def test_adding_a_stroke_leaves_the_original_drawing_unchanged():
    first = Drawing(canvas=(10, 10)).with_stroke([(1, 2), (3, 4)])
    second = first.with_stroke([(5, 6)])
    assert (len(first.strokes), len(second.strokes)) == (1, 2)
    assert second.canvas == (10, 10)
    assert not first.is_empty
    assert first != second
    assert second != "a drawing"


def test_points_are_a_read_only_copy():
    given_points = np.array([[1.0, 2.0]])
    points = stroke(given_points)
    given_points[0, 0] = 9
    assert points.tolist() == [[1, 2]]
    with pytest.raises(ValueError, match="read-only"):
        points[0, 0] = 3


@pytest.mark.parametrize("points", [[], [[]], [1, 2], np.empty((0, 2)), [[np.nan, 1]], 5, "ab"])
def test_bad_points_are_refused(points):
    with pytest.raises(DrawingError):
        stroke(points)


def test_saved_drawings_contain_their_version():
    known = Drawing(canvas=(560, 560), pen_width=40).to_dict()
    assert known == {
        "format": "lenet-gui drawing",
        "version": VERSION,
        "canvas": [560, 560],
        "pen_width": 40,
        "strokes": [],
    }


# Pressures and times


def lists(arrays):
    return [values.tolist() for values in arrays]


def test_strokes_are_added_with_their_pressures_and_times():
    drawing = Drawing().with_stroke([(1, 2), (3, 4)], [0, 1], [0, 8])
    drawing = drawing.with_stroke([(5, 6)], [0.25], [8])
    assert lists(drawing.pressures) == [[0, 1], [0.25]]
    assert lists(drawing.times) == [[0, 8], [8]]
    for values in drawing.pressures + drawing.times:
        assert values.dtype == np.float64
        assert not values.flags.writeable


def test_unknown_pressures_become_neutral_beside_known_ones():
    plain = Drawing().with_stroke([(1, 2), (3, 4)]).with_stroke([(5, 6)])
    assert plain.pressures == ()
    pressed = plain.with_stroke([(7, 8)], [0.75]).with_stroke([(9, 9)])
    half = NEUTRAL_PRESSURE
    assert lists(pressed.pressures) == [[half, half], [half], [0.75], [half]]


def test_times_are_kept_for_all_strokes_or_none():
    timed = Drawing().with_stroke([(1, 2)], times=[5])
    assert timed.with_stroke([(3, 4)]).times == ()
    assert timed.with_stroke([(3, 4)]).with_stroke([(5, 6)], times=[9]).times == ()
    assert timed.pressures == ()


def test_times_must_not_decrease_between_strokes():
    with pytest.raises(DrawingError, match="before the previous one"):
        Drawing().with_stroke([(1, 2)], times=[5]).with_stroke([(3, 4)], times=[4])


@pytest.mark.parametrize("values", [[], [1], [0, 0, 1], [[0, 1]], [0, np.nan], [1, -1], ["0", 1]])
@pytest.mark.parametrize("name", ["pressures", "times"])
def test_bad_pressures_and_times_of_a_stroke_are_refused(name, values):
    with pytest.raises(DrawingError):
        Drawing().with_stroke([(1, 2), (3, 4)], **{name: values})


@pytest.mark.parametrize("name", ["pressures", "times"])
def test_pressures_and_times_must_match_the_strokes(name):
    drawing = Drawing().with_stroke([(1, 2), (3, 4)], [0, 1], [0, 8])
    other = {"pressures": (), "times": (), name: getattr(drawing, name)}
    for strokes in ((), drawing.strokes * 2, (stroke([(5, 6)]),)):
        with pytest.raises(DrawingError, match=f'^"{name}" must contain one number for each point'):
            replace(drawing, strokes=strokes, **other)
    assert replace(drawing, strokes=(stroke([(5, 6), (7, 8)]),)).times is drawing.times


def test_drawings_with_other_pressures_or_times_are_unequal():
    points = [(1, 2), (3, 4)]
    known = [(None, None), ([0, 1], None), (None, [0, 1]), ([0, 1], [0, 1]), ([0, 1], [0, 2])]
    kinds = [Drawing().with_stroke(points, *values) for values in known]
    for first in kinds:
        assert [first == second for second in kinds].count(True) == 1
