"""A document's name, and when it has something that would be lost."""

from pathlib import Path

import numpy as np
import pytest

from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.ui.document.documents import Document
from lenet_gui.ui.document.editor import DrawingEditor

SEVEN = Drawing(canvas=(560, 560), pen_width=40).with_stroke([(10, 10), (30, 10), (18, 42)])
PICTURE = Picture(np.eye(28, dtype=np.float32))
FILE = Path("/somewhere/seven.lenet.json")


@pytest.fixture
def editor() -> DrawingEditor:
    return DrawingEditor()


@pytest.fixture
def document(editor: DrawingEditor) -> Document:
    return Document(editor)


def draw(editor: DrawingEditor) -> None:
    editor.begin((10, 20))
    editor.extend((30, 40))
    editor.finish()


def test_a_blank_page_has_nothing_to_lose(document: Document, editor: DrawingEditor) -> None:
    assert (document.name, document.stem, document.target) == ("Untitled", "", None)
    assert not document.is_modified
    editor.set_pen_width(3)
    assert not document.is_modified, "the pen of a blank page is nobody's work"


def test_the_first_ink_is_a_change_and_undoing_it_takes_the_mark_away(
    document: Document, editor: DrawingEditor
) -> None:
    marks: list[bool] = []
    document.changed.connect(lambda: marks.append(document.is_modified))
    editor.begin((10, 20))
    assert document.is_modified, "while the pen is still down"
    editor.finish()
    editor.undo()
    assert not document.is_modified
    editor.redo()
    assert marks == [True, False, True]


def test_undone_or_redone_to_what_was_saved_it_is_unmodified(
    document: Document, editor: DrawingEditor
) -> None:
    draw(editor)
    document.set_saved(FILE)
    assert not document.is_modified
    draw(editor)
    assert document.is_modified
    editor.undo()
    assert not document.is_modified
    editor.undo()
    assert document.is_modified, "before it was saved"
    editor.redo()
    assert not document.is_modified


def test_another_pen_makes_another_drawing_and_the_same_again_the_same(
    document: Document, editor: DrawingEditor
) -> None:
    document.begin(SEVEN, FILE)
    width = editor.pen_width
    editor.set_pen_width(width + 1)
    assert document.is_modified
    draw(editor)
    editor.undo()
    assert document.is_modified, "the pen is still another"
    editor.set_pen_width(width)
    assert not document.is_modified


def test_a_change_that_is_only_shown_is_one(document: Document, editor: DrawingEditor) -> None:
    document.begin(SEVEN, FILE)
    editor.preview(SEVEN)
    assert document.is_modified
    editor.discard()
    assert not document.is_modified


def test_what_begins_has_no_step_behind_it(document: Document, editor: DrawingEditor) -> None:
    draw(editor)
    draw(editor)
    editor.undo()
    document.begin(SEVEN, FILE)
    assert not editor.can_undo
    assert not editor.can_redo
    assert (document.name, document.stem) == ("seven.lenet.json", "seven")
    document.begin()
    assert editor.is_empty
    assert document.path is None


def test_it_is_saved_without_asking_only_in_a_file_of_its_kind(
    document: Document, editor: DrawingEditor
) -> None:
    document.begin(SEVEN, FILE)
    assert document.target == FILE
    editor.load(PICTURE)
    assert document.target is None, "a picture is no drawing"
    png = FILE.with_name("seven.png")
    document.set_saved(png)
    assert (document.target, document.stem) == (png, "seven")
    draw(editor)
    assert document.target is None, "ink on a picture begins a drawing"


def test_what_came_from_another_kind_of_file_suggests_its_name(document: Document) -> None:
    document.begin(PICTURE, suggested="photo")
    assert (document.name, document.stem, document.target) == ("photo", "photo", None)
    assert not document.is_modified


def test_what_was_left_unsaved_comes_back_so(document: Document, editor: DrawingEditor) -> None:
    document.begin(SEVEN, FILE, is_modified=True)
    assert document.is_modified
    draw(editor)
    editor.undo()
    assert document.is_modified, "what its file holds is not known any more"
    document.set_saved(FILE)
    assert not document.is_modified


def test_an_example_is_nobodys_work(document: Document, editor: DrawingEditor) -> None:
    document.begin(SEVEN, FILE)
    document.show(SEVEN)
    assert document.path is None, "it must not be saved over the file"
    assert not document.is_modified
    draw(editor)
    assert document.is_modified
    document.show(SEVEN)
    assert document.is_modified, "the drawing before it is one step back"
    editor.undo()
    assert len(editor.drawing.strokes) == 2


def test_the_pen_is_no_part_of_a_picture(document: Document, editor: DrawingEditor) -> None:
    document.begin(PICTURE, FILE.with_name("seven.png"))
    editor.set_pen_width(3)
    assert not document.is_modified
