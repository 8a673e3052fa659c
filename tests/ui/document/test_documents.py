"""A document's name, and when it has unsaved changes."""

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
    assert not document.is_modified, "a pen width alone is nothing to save"


def test_the_first_ink_is_a_change_and_undoing_it_clears_the_mark(
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


def test_undo_or_redo_to_the_saved_state_clears_the_mark(
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
    assert document.is_modified, "a state before the save"
    editor.redo()
    assert not document.is_modified


def test_changing_the_pen_width_is_a_change_and_changing_it_back_is_none(
    document: Document, editor: DrawingEditor
) -> None:
    document.begin(SEVEN, FILE)
    width = editor.pen_width
    editor.set_pen_width(width + 1)
    assert document.is_modified
    draw(editor)
    editor.undo()
    assert document.is_modified, "the pen width still differs"
    editor.set_pen_width(width)
    assert not document.is_modified


def test_a_preview_counts_as_a_change(document: Document, editor: DrawingEditor) -> None:
    document.begin(SEVEN, FILE)
    editor.preview(SEVEN)
    assert document.is_modified
    editor.discard()
    assert not document.is_modified


def test_a_new_document_has_nothing_to_undo_or_redo(
    document: Document, editor: DrawingEditor
) -> None:
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


def test_saving_asks_for_a_name_unless_the_file_is_of_the_same_kind(
    document: Document, editor: DrawingEditor
) -> None:
    document.begin(SEVEN, FILE)
    assert document.target == FILE
    editor.load(PICTURE)
    assert document.target is None, "a picture can't be saved as a drawing"
    png = FILE.with_name("seven.png")
    document.set_saved(png)
    assert (document.target, document.stem) == (png, "seven")
    draw(editor)
    assert document.target == png, "a picture that was painted on is still a picture"
    assert document.is_modified
    editor.undo()
    assert not document.is_modified


def test_an_imported_file_suggests_its_name(document: Document) -> None:
    document.begin(PICTURE, suggested="photo")
    assert (document.name, document.stem, document.target) == ("photo", "photo", None)
    assert not document.is_modified


def test_unsaved_changes_stay_unsaved_when_restored(
    document: Document, editor: DrawingEditor
) -> None:
    document.begin(SEVEN, FILE, is_modified=True)
    assert document.is_modified
    draw(editor)
    editor.undo()
    assert document.is_modified, "the file's content is no longer known"
    document.set_saved(FILE)
    assert not document.is_modified


def test_an_example_is_not_the_users_work(document: Document, editor: DrawingEditor) -> None:
    document.begin(SEVEN, FILE)
    document.show(SEVEN)
    assert document.path is None, "saving must not overwrite the file"
    assert not document.is_modified
    draw(editor)
    assert document.is_modified
    document.show(SEVEN)
    assert document.is_modified, "undo would bring back the unsaved drawing"
    editor.undo()
    assert len(editor.drawing.strokes) == 2


def test_the_pen_width_is_not_part_of_a_picture(document: Document, editor: DrawingEditor) -> None:
    document.begin(PICTURE, FILE.with_name("seven.png"))
    editor.set_pen_width(3)
    assert not document.is_modified
