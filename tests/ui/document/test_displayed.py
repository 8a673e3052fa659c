"""The canvas can show a moment of a replay instead of the page, without the editor's knowledge."""

from collections.abc import Callable

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.strokes.drawing import Drawing, stroke
from lenet_gui.ui.document.displayed import Displayed
from lenet_gui.ui.document.editor import DrawingEditor

MOMENT = Drawing((stroke([[1, 1], [2, 2]]),))


@pytest.fixture
def editor(qtbot: QtBot) -> DrawingEditor:
    editor = DrawingEditor()
    editor.begin((10, 10))
    editor.extend((50, 50))
    editor.finish()
    return editor


@pytest.fixture
def shown(editor: DrawingEditor) -> Displayed:
    return Displayed(editor)


def test_a_moment_replaces_the_page_until_the_page_is_shown_again(
    editor: DrawingEditor, shown: Displayed, qtbot: QtBot
) -> None:
    page = editor.drawing
    assert shown.drawing is shown.source is page
    with qtbot.waitSignal(shown.changed), qtbot.assertNotEmitted(editor.changed):
        shown.show_moment(MOMENT)
    assert shown.drawing is shown.source is MOMENT
    assert editor.drawing is page
    with qtbot.waitSignal(shown.changed):
        shown.show_page()
    assert shown.drawing is page
    with qtbot.assertNotEmitted(shown.changed):
        shown.show_page()


@pytest.mark.parametrize(
    "change",
    [
        lambda editor: editor.begin((20, 20)),
        lambda editor: editor.undo(),
        lambda editor: editor.clear(),
        lambda editor: editor.preview(MOMENT),
        lambda editor: editor.load(Picture(np.eye(28, dtype=np.float32))),
    ],
    ids=["pen down", "undo", "clear", "preview", "load"],
)
def test_every_change_to_the_page_shows_the_page(
    editor: DrawingEditor, shown: Displayed, qtbot: QtBot, change: Callable[[DrawingEditor], None]
) -> None:
    shown.show_moment(Drawing((stroke([[7, 7]]),)))
    with qtbot.waitSignal(shown.changed):
        change(editor)
    assert shown.picture is editor.picture
    assert [s.tolist() for s in shown.drawing.strokes] == [
        s.tolist() for s in editor.drawing.strokes
    ]
