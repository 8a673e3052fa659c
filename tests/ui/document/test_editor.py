import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.strokes.drawing import CANVAS_SIZE, Drawing, stroke
from lenet_gui.core.strokes.transforming import moved
from lenet_gui.ui.document.editor import DrawingEditor
from lenet_gui.ui.document.page import CELL, PEN_WIDTHS, clip_segment

SIZE = CANVAS_SIZE
near = st.floats(-2 * SIZE, 3 * SIZE)


def strokes(editor: DrawingEditor) -> list[list[list[float]]]:
    return [points.tolist() for points in editor.drawing.strokes]


def draw(editor: DrawingEditor, *points: tuple[float, float]) -> None:
    editor.begin(points[0])
    for point in points[1:]:
        editor.extend(point)
    editor.finish()


def test_a_gesture_becomes_a_stroke() -> None:
    editor = DrawingEditor()
    draw(editor, (10, 20), (30, 40), (50, 60))
    assert strokes(editor) == [[[10, 20], [30, 40], [50, 60]]]


def test_the_stroke_under_the_pen_is_part_of_the_drawing() -> None:
    editor = DrawingEditor()
    editor.begin((10, 20))
    editor.extend((30, 40))
    assert strokes(editor) == [[[10, 20], [30, 40]]]
    assert editor.is_drawing


def test_pressing_once_makes_a_dot() -> None:
    editor = DrawingEditor()
    draw(editor, (10, 20))
    assert strokes(editor) == [[[10, 20]]]


def test_a_stroke_that_leaves_the_canvas_continues_where_it_returns() -> None:
    editor = DrawingEditor()
    middle = SIZE / 2
    draw(editor, (middle, 10), (SIZE + 100, 10), (SIZE + 100, 110), (middle, 110))
    assert strokes(editor) == [
        [[middle, 10], [SIZE, 10]],
        [[SIZE, 110], [middle, 110]],
    ]
    editor.undo()
    assert editor.drawing.is_empty, "one gesture is one step"


def test_undo_and_redo_go_through_the_steps() -> None:
    editor = DrawingEditor()
    draw(editor, (1, 1), (2, 2))
    draw(editor, (3, 3), (4, 4))
    editor.clear()
    assert editor.drawing.is_empty
    editor.undo()
    assert len(editor.drawing.strokes) == 2
    editor.undo()
    assert strokes(editor) == [[[1, 1], [2, 2]]]
    editor.redo()
    editor.redo()
    assert editor.drawing.is_empty
    assert not editor.can_redo


def test_a_new_stroke_clears_the_redo_history() -> None:
    editor = DrawingEditor()
    draw(editor, (1, 1), (2, 2))
    editor.undo()
    draw(editor, (5, 5), (6, 6))
    assert not editor.can_redo
    assert strokes(editor) == [[[5, 5], [6, 6]]]


def test_clearing_an_empty_page_is_no_step() -> None:
    editor = DrawingEditor()
    editor.clear()
    assert not editor.can_undo


def test_undo_keeps_the_pen_width() -> None:
    editor = DrawingEditor()
    draw(editor, (1, 1), (2, 2))
    editor.set_pen_width(3.0)
    editor.undo()
    assert editor.pen_width == pytest.approx(3.0)


def test_a_loaded_drawings_pen_width_goes_with_the_drawing() -> None:
    editor = DrawingEditor()
    editor.set_pen_width(1.0)
    draw(editor, (1, 1), (2, 2))
    mine = editor.drawing
    editor.load(Drawing((stroke([[0, 0], [9, 9]]),), canvas=(28, 28), pen_width=2.5))
    assert editor.pen_width == pytest.approx(2.5)
    editor.undo()
    assert editor.drawing == mine
    editor.redo()
    assert editor.pen_width == pytest.approx(2.5)
    editor.clear()
    assert editor.pen_width == pytest.approx(1.0), "the user's own width again"
    editor.undo()
    assert editor.pen_width == pytest.approx(2.5)
    editor.set_pen_width(4.0)
    editor.undo()
    assert editor.pen_width == pytest.approx(4.0), "chosen since"


@pytest.mark.parametrize(("given", "held"), [(0.01, PEN_WIDTHS[0]), (20, PEN_WIDTHS[1])])
def test_a_loaded_pen_width_is_clamped_to_the_allowed_range(given: float, held: float) -> None:
    editor = DrawingEditor()
    editor.load(Drawing((stroke([[0, 0], [9, 9]]),), canvas=(28, 28), pen_width=given))
    assert editor.pen_width == pytest.approx(held)


def test_a_full_page_takes_no_more_ink_and_emits_filled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lenet_gui.ui.document.editor.MOST_POINTS", 9)
    editor = DrawingEditor()
    told: list[int] = []
    editor.filled.connect(lambda: told.append(sum(map(len, editor.drawing.strokes))))
    draw(editor, *((place, place) for place in range(1, 30)))
    assert len(told) == 1, "once, however long the stroke goes on"
    for place in range(20):
        draw(editor, (place, 1), (place, 2))
    assert len(told) > 1
    assert max(told) <= 9
    assert sum(map(len, editor.drawing.strokes)) <= 9
    editor.clear()
    draw(editor, (5, 1), (6, 1))
    assert strokes(editor) == [[[5, 1], [6, 1]]]


def test_the_number_of_strokes_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lenet_gui.ui.document.editor.MOST_STROKES", 2)
    editor = DrawingEditor()
    for place in range(1, 5):
        draw(editor, (place, 1), (place, 9))
    assert len(editor.drawing.strokes) == 2


def test_loaded_drawings_are_fitted_to_the_canvas() -> None:
    editor = DrawingEditor()
    points = stroke([[0, 0], [100, 50]])
    editor.load(Drawing((points,), canvas=(200, 100), pen_width=10))
    scale = SIZE / 200
    assert strokes(editor) == [[[0, SIZE / 4], [100 * scale, SIZE / 4 + 50 * scale]]]
    assert editor.pen_width == pytest.approx(10 * scale / CELL)


def test_loaded_drawings_without_a_canvas_are_fitted_whole() -> None:
    editor = DrawingEditor()
    editor.load(Drawing((stroke([[-7000, 4000], [9000, 5000]]),)))
    points = editor.drawing.strokes[0]
    assert points.min() >= 0
    assert points.max() <= SIZE


@given(near, near, near, near)
def test_clipped_points_lie_on_the_canvas_and_on_the_line(
    x1: float, y1: float, x2: float, y2: float
) -> None:
    clipped = clip_segment((x1, y1), (x2, y2), (SIZE, SIZE))
    if clipped is None:
        return
    length = max(abs(x2 - x1), abs(y2 - y1), 1.0)
    for x, y in clipped:
        assert 0 <= x <= SIZE
        assert 0 <= y <= SIZE
        cross = (x - x1) * (y2 - y1) - (y - y1) * (x2 - x1)
        assert abs(cross) / length < 1e-6


@given(st.floats(0, SIZE), st.floats(0, SIZE), st.floats(0, SIZE), st.floats(0, SIZE))
def test_clipping_keeps_points_inside(x1: float, y1: float, x2: float, y2: float) -> None:
    assert clip_segment((x1, y1), (x2, y2), (SIZE, SIZE)) == ((x1, y1), (x2, y2))


def test_clipping_drops_points_outside() -> None:
    assert clip_segment((-5, 10), (-1, 300), (SIZE, SIZE)) is None
    assert clip_segment((-10, 5), (5, -10), (SIZE, SIZE)) is None


def test_each_point_has_its_time() -> None:
    now = [100.0]
    editor = DrawingEditor(clock=lambda: now[0])
    editor.begin((1, 1))
    now[0] += 0.5
    editor.extend((2, 2))
    editor.finish()
    now[0] += 2
    draw(editor, (3, 3), (4, 4))
    assert [times.tolist() for times in editor.drawing.times] == [[0, 500], [2500, 2500]]
    assert editor.drawing.pressures == ()


def test_new_points_on_a_loaded_drawing_are_later_than_its_last_point() -> None:
    now = [100.0]
    editor = DrawingEditor(clock=lambda: now[0])
    first = Drawing().with_stroke([[0, 0], [9, 9]], times=[0, 70_000])
    editor.load(first)
    draw(editor, (3, 3), (4, 4))
    assert [times.tolist() for times in editor.drawing.times] == [[0, 70_000], [70_000, 70_000]]
    now[0] += 1
    draw(editor, (5, 5))
    assert editor.drawing.times[-1].tolist() == [71_000]


def test_times_never_decrease_when_the_clock_is_set_back() -> None:
    now = [100.0]
    editor = DrawingEditor(clock=lambda: now[0])
    draw(editor, (3, 3), (4, 4))
    now[0] -= 50
    draw(editor, (5, 5), (6, 6))
    assert [times.tolist() for times in editor.drawing.times] == [[0, 0], [0, 0]]


def test_each_point_has_its_pressure() -> None:
    editor = DrawingEditor()
    draw(editor, (0, 0), (1, 1))
    editor.begin((3, 3), 0.25)
    editor.extend((4, 4), 0.75)
    editor.finish()
    assert [p.tolist() for p in editor.drawing.pressures] == [[0.5, 0.5], [0.25, 0.75]]


def test_all_previews_of_a_change_become_one_step() -> None:
    editor = DrawingEditor()
    draw(editor, (0, 0), (10, 10))
    before = editor.drawing
    for distance in (1, 2, 3):
        editor.preview(moved(before, distance, 0))
        assert strokes(editor) == [[[distance, 0], [10 + distance, 10]]]
        assert not editor.can_undo, "not a step yet"
    editor.finish()
    editor.undo()
    assert editor.drawing == before
    editor.redo()
    assert strokes(editor) == [[[3, 0], [13, 10]]]


def test_a_change_to_an_equal_drawing_is_no_step() -> None:
    editor = DrawingEditor()
    draw(editor, (0, 0), (10, 10))
    editor.undo()
    editor.change(editor.drawing)
    assert editor.can_redo


def test_a_picture_replaces_the_drawing_and_undo_restores_it() -> None:
    editor = DrawingEditor()
    draw(editor, (0, 0), (10, 10))
    picture = Picture(np.ones((3, 4), np.float32))
    editor.load(picture)
    assert editor.source is picture
    assert not editor.is_empty
    assert editor.drawing.is_empty
    editor.clear()
    assert editor.is_empty
    editor.undo()
    assert editor.picture is picture
    editor.undo()
    assert strokes(editor) == [[[0, 0], [10, 10]]]


def test_a_picture_ignores_changes_to_strokes() -> None:
    editor = DrawingEditor()
    editor.load(Picture(np.ones((3, 4), np.float32)))
    editor.change(Drawing().with_stroke([[1, 1]]))
    assert editor.picture is not None


def test_discarding_restores_the_drawing_and_leaves_no_step() -> None:
    editor = DrawingEditor()
    draw(editor, (0, 0), (10, 10))
    before = editor.drawing
    editor.begin((50, 50))
    editor.extend((60, 60))
    editor.discard()
    assert editor.drawing is before
    editor.preview(moved(before, 5, 5))
    editor.discard()
    assert editor.drawing is before
    editor.undo()
    assert editor.is_empty, "neither left a step"


def test_a_change_there_and_back_is_no_step() -> None:
    editor = DrawingEditor()
    draw(editor, (0, 0), (10, 10))
    draw(editor, (20, 20))
    editor.undo()
    before = editor.drawing
    editor.preview(moved(before, 5, 5))
    editor.preview(before)
    editor.finish()
    assert editor.can_redo


def test_a_gesture_outside_the_canvas_leaves_the_editor_ready() -> None:
    editor = DrawingEditor()
    draw(editor, (0, 0), (10, 10))
    told: list[bool] = []
    editor.changed.connect(lambda change: change.begins or told.append(editor.can_undo))
    draw(editor, (-50, -50), (-60, -60))
    assert told == [True], "undo is available again, and a signal announces it"
    editor.undo()
    assert editor.is_empty


def test_a_pen_width_set_during_a_change_stays() -> None:
    editor = DrawingEditor()
    draw(editor, (0, 0), (10, 10))
    editor.preview(moved(editor.drawing, 5, 5))
    editor.set_pen_width(4.0)
    editor.finish()
    assert editor.pen_width == 4.0
    assert strokes(editor) == [[[5, 5], [15, 15]]]


def test_a_drawing_loses_its_label_with_its_last_stroke() -> None:
    editor = DrawingEditor()
    editor.load(Drawing((stroke([[10, 10]]),), canvas=(SIZE, SIZE), label=7, extra={"by": "me"}))
    editor.change(Drawing(canvas=(SIZE, SIZE), label=7, extra={"by": "me"}))
    assert editor.drawing.label is None
    assert editor.drawing.extra == {}
