"""Any sequence of steps can be undone to an empty page and redone to the same drawing."""

from collections.abc import Callable

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.strokes.drawing import CANVAS_SIZE, Drawing
from lenet_gui.ui.canvas.tools.tool import Contact
from lenet_gui.ui.canvas.tools.toolbox import Toolbox
from lenet_gui.ui.document.editor import DrawingEditor

Step = Callable[[DrawingEditor, Toolbox], None]

places = st.tuples(st.floats(-60, CANVAS_SIZE + 60), st.floats(-60, CANVAS_SIZE + 60))
paths = st.lists(places, min_size=1, max_size=5)
keys = st.sampled_from(
    [
        Qt.Key.Key_Left, Qt.Key.Key_Down, Qt.Key.Key_Plus, Qt.Key.Key_Minus,
        Qt.Key.Key_Comma, Qt.Key.Key_Period,
    ]
)  # fmt: skip


def gesture(tool: str, path: list[tuple[float, float]], pressure: float | None) -> Step:
    def step(editor: DrawingEditor, tools: Toolbox) -> None:
        used = getattr(tools, tool)
        used.press(Contact(path[0], pressure))
        for place in path[1:]:
            used.move(Contact(place, pressure))
        used.release(None)

    return step


def key(pressed: Qt.Key) -> Step:
    def step(editor: DrawingEditor, tools: Toolbox) -> None:
        command = tools.mover.command(pressed, False)
        assert command is not None
        command()
        tools.mover.keys_released()

    return step


def load(path: list[tuple[float, float]], pen_width: float | None) -> Step:
    drawing = Drawing(canvas=(CANVAS_SIZE, CANVAS_SIZE), pen_width=pen_width, label=3)
    return lambda editor, tools: editor.load(drawing.with_stroke(path))


def load_picture(editor: DrawingEditor, tools: Toolbox) -> None:
    editor.load(Picture(np.ones((4, 4), np.float32)))


def clear(editor: DrawingEditor, tools: Toolbox) -> None:
    editor.clear()


steps = st.one_of(
    st.builds(
        gesture, st.sampled_from(["pen", "eraser", "mover"]), paths, st.none() | st.floats(0, 1)
    ),
    st.builds(key, keys),
    st.builds(load, paths, st.none() | st.floats(20, 100)),
    st.just(load_picture),
    st.just(clear),
)


@given(st.lists(steps, max_size=20))
def test_undoing_all_empties_the_page_and_redoing_all_restores_it(history: list[Step]) -> None:
    editor = DrawingEditor()
    tools = Toolbox(editor)
    for step in history:
        step(editor, tools)
    assert not editor.is_busy
    drawing, picture = editor.drawing, editor.picture
    undone = 0
    while editor.can_undo:
        editor.undo()
        undone += 1
    assert editor.is_empty
    assert undone <= len(history), "a gesture, key or command is at most one step"
    for _ in range(undone):
        assert editor.can_redo
        editor.redo()
    assert not editor.can_redo
    assert editor.drawing == drawing
    assert editor.picture is picture


def test_undo_and_redo_of_a_hundred_steps_restore_each_drawing() -> None:
    editor = DrawingEditor()
    tools = Toolbox(editor)
    random = np.random.default_rng(1)
    seen = [editor.drawing]
    while len(seen) <= 100:
        path = [tuple(place) for place in random.uniform(0, CANVAS_SIZE, (3, 2)).tolist()]
        for step in (
            gesture("pen", path, None),
            gesture("pen", path[:1], 0.7),
            gesture("eraser", path[:1], None),
            gesture("mover", path, None),
            key(Qt.Key.Key_Period),
        ):
            step(editor, tools)
            seen.append(editor.drawing)
            assert seen[-1] != seen[-2], "each of these changes the drawing"
    for drawing in reversed(seen[:-1]):
        editor.undo()
        assert editor.drawing == drawing
    assert not editor.can_undo
    for drawing in seen[1:]:
        editor.redo()
        assert editor.drawing == drawing
    assert not editor.can_redo
