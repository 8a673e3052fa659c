"""The File menu and the clipboard: opens, saves and copies, and asks before work is lost."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from lenet_gui.core.files.whole_file import save_whole_file
from lenet_gui.core.framing.framing import Source
from lenet_gui.core.photo.picture import Picture
from lenet_gui.errors import LenetGuiError
from lenet_gui.ui.document.documents import ENDING, PNG, Document
from lenet_gui.ui.document.editor import DrawingEditor
from lenet_gui.ui.document.page import page_of
from lenet_gui.ui.document.session import SessionKeeper
from lenet_gui.ui.files.clipboard import put_on_clipboard
from lenet_gui.ui.files.export_menu import Say, Warn
from lenet_gui.ui.files.opening import DropTarget, Opening
from lenet_gui.ui.files.recent import RecentFiles
from lenet_gui.ui.kit.appearance import follow_appearance
from lenet_gui.ui.kit.dialogs import ask_where, open_dialog, remove_icons
from lenet_gui.ui.kit.i18n import sentence_of
from lenet_gui.ui.kit.settings import Settings
from lenet_gui.ui.reading.means import Means
from lenet_gui.ui.shell.actions import Actions

Go = Callable[[], None]
BUTTON = QMessageBox.StandardButton


class Files(QObject):
    """Opens and saves the window's document, and asks before it is lost.

    It asks nothing when nothing would be lost: for an empty canvas, an unchanged file, or a
    drawing without a file that the session brings back.
    """

    def __init__(
        self,
        window: QWidget,
        editor: DrawingEditor,
        document: Document,
        means: Means,
        actions: Actions,
        settings: Settings,
        warn: Warn,
        say: Callable[[str, bool], None],
        withdraw: Say,
    ) -> None:
        """Connect the actions.

        `say` shows a message, which may last until `withdraw` removes it. `window` shows the
        document's name, takes drops and closes.
        """
        super().__init__(window)
        self._window, self._editor, self.document = window, editor, document
        self._warn, self._say, self._withdraw = warn, say, withdraw
        self.opening = Opening(window, means)
        self.session: SessionKeeper | None = None
        """Brings the drawing back at the next start; None if `keep_session` was not called."""
        self._question: QMessageBox | None = None
        self._is_leaving = False
        self._recent = RecentFiles(actions.recent_menu, settings, self.opening.open, self)
        self._drops = DropTarget(window, self.opening.drop)
        actions.new.triggered.connect(self.new)
        actions.open.triggered.connect(self.ask_to_open)
        actions.save.triggered.connect(lambda: self.save())
        actions.save_as.triggered.connect(lambda: self.save_as())
        actions.cut.triggered.connect(self.cut)
        actions.copy.triggered.connect(self.copy)
        actions.paste.triggered.connect(self.opening.paste)
        actions.choose_part.triggered.connect(self.choose_part)
        self.opening.opened.connect(self._show_opened)
        self.opening.pasted.connect(self._show_pasted)
        self.opening.failed.connect(warn)
        self.opening.told.connect(say)
        self.document.changed.connect(self._name_window)
        follow_appearance(self._name_window)

    # -- documents ------------------------------------------------------------------------------

    def new(self) -> None:
        """Begin a blank drawing."""
        self.when_safe(self.document.begin)

    def ask_to_open(self) -> None:
        """Ask for a file, and open it."""
        self.opening.ask(self._folder)

    def save(self, then: Go | None = None) -> None:
        """Save the page in its file, or ask for one; call `then` once it is saved."""
        target = self.document.target
        if target is None:
            self.save_as(then)
        else:
            self._save_in(target, then)

    def save_as(self, then: Go | None = None) -> None:
        """Ask for a file name, and save the page there; call `then` once it is saved."""
        has_picture = self._editor.picture is not None
        kind = self.tr("PNG pictures") if has_picture else self.tr("Drawings")
        ending = PNG if has_picture else ENDING
        ask_where(
            self._window,
            self.tr("Save as"),
            {f"{kind} (*{ending})": ending.removeprefix(".")},
            lambda path: self._save_in(path, then),
            self.document.file_stem,
            self._folder,
        )

    def show(self, source: Source, label: int | None = None, is_browsed: bool = False) -> None:
        """Load an unowned source, such as an example, as an undoable step.

        `label` is its label in a data set. Browsing from one to the next is one step.
        """
        self.document.show(source, label, is_browsed)

    def choose_part(self) -> None:
        """Ask which part of the picture on the page to read."""
        if self._editor.picture is not None:
            self.opening.choose_part(self._editor.picture)

    # -- the clipboard --------------------------------------------------------------------------

    def copy(self) -> None:
        """Copy the drawing on the canvas."""
        if not self._editor.is_empty:
            self._copy(self._editor.source, self.document.name)

    def copy_other(self, source: Source, name: str) -> None:
        """Copy a source that is not on the canvas, as `show` would put it there."""
        page = page_of(source, self._editor.page.drawing)
        self._copy(page.picture or page.drawing, name)

    def _copy(self, source: Source, name: str) -> None:
        """Copy a drawing as strokes, and it or a picture as a picture for other programs."""
        from lenet_gui.figure.drawing_svg import drawing_svg
        from lenet_gui.ui.canvas.drawing_picture import source_image

        if isinstance(source, Picture):
            put_on_clipboard(source_image(source))
        else:
            put_on_clipboard(source_image(source), drawing_svg(source, name), source)
        self._say(self.tr("Copied"), False)

    def cut(self) -> None:
        """Copy the drawing, and clear the canvas."""
        self.copy()
        self._editor.clear()

    # -- unsaved work ---------------------------------------------------------------------------

    def when_safe(self, go: Go) -> None:
        """Call `go`, which replaces the document, once that is saved or may be lost."""
        if self._is_unsaved:
            self._ask(go)
        else:
            go()

    def may_close(self) -> bool:
        """Return whether the window may close now; if not, ask, and close after the answer.

        Changes to a file are asked about: its user goes on with the file, and would expect it to
        hold what was on the screen. A drawing without a file comes back at the next start.
        """
        document, session = self.document, self.session
        comes_back = document.path is None and session is not None and session.is_kept
        is_exhibit = document.path is None and session is None
        if not self._is_leaving and self._is_unsaved and not comes_back and not is_exhibit:
            self._ask(self._close)
            return False
        if session is not None and not self._is_leaving:
            session.end(is_left=self._is_unsaved)
        return True

    def leave(self) -> None:
        """Close without asking, for signals from outside; the session keeps unsaved work."""
        self._end(is_left=self._is_unsaved)

    def keep_session(self, folder: Path, is_blank: bool = False) -> None:
        """Restore the session left in a folder, and keep the session there from now on."""
        self.session = SessionKeeper(self.document, self._editor, folder, is_blank, self)
        self.session.told.connect(self._say)
        self.session.withdrawn.connect(self._withdraw)
        self.session.begin()

    def _close(self) -> None:
        """Close; the question has been answered."""
        self._end(is_left=False)

    def _end(self, is_left: bool) -> None:
        self._is_leaving = True
        if self.session is not None:
            self.session.end(is_left)
        self._window.close()

    def _ask(self, go: Go) -> None:
        """Ask whether to save, and call `go` unless cancelled; one question at a time."""
        if self._question is not None:
            self._question.raise_()
            return
        text = self.tr("Save the changes to “{0}”?").format(self.document.name)
        buttons = BUTTON.Save | BUTTON.Discard | BUTTON.Cancel
        box = QMessageBox(
            QMessageBox.Icon.NoIcon, self.tr("Save changes?"), text, buttons, self._window
        )
        box.setTextFormat(Qt.TextFormat.PlainText)  # a file's name may look like a tag
        remove_icons(box)
        box.setInformativeText(self.tr("Your changes will be lost if you don't save them."))
        box.setDefaultButton(BUTTON.Save)
        box.finished.connect(lambda answer: self._answer(answer, go))
        self._question = box
        open_dialog(box)

    def _answer(self, answer: int, go: Go) -> None:
        self._question = None
        if answer == BUTTON.Save:
            self.save(go)
        elif answer == BUTTON.Discard:
            go()

    # -- details --------------------------------------------------------------------------------

    @property
    def _is_unsaved(self) -> bool:
        return self.document.is_modified and not self._editor.is_empty

    @property
    def _folder(self) -> Path | None:
        return self.document.path.parent if self.document.path else None

    def _save_in(self, path: Path, then: Go | None) -> None:
        self._editor.finish()
        source = self._editor.source
        if self.session is not None:
            self.session.write_now()
        try:
            if isinstance(source, Picture):
                from lenet_gui.ui.canvas.drawing_picture import png, source_image

                save_whole_file(path, png(source_image(source)))
            else:
                save_whole_file(path, source.to_json().encode("ascii") + b"\n")
        except LenetGuiError as error:
            self._warn(self.tr("The drawing could not be saved"), sentence_of(error))
            return
        self.document.set_saved(path.absolute())
        self._recent.add(path.absolute())
        if then is not None:
            then()

    def _show_opened(self, source: Source, path: Path, is_own: bool) -> None:
        self.when_safe(lambda: self._begin(source, path, is_own))

    def _begin(self, source: Source, path: Path, is_own: bool) -> None:
        if is_own:
            self.document.begin(source, path)
        else:  # saving must not replace a photograph, or a file of many drawings, by a drawing
            self.document.begin(source, suggested=path.name.partition(".")[0])
        self._recent.add(path)

    def _show_pasted(self, source: Source) -> None:
        self._editor.load(source)

    def _name_window(self) -> None:
        name = self.document.name.replace("[*]", "[*][*]")  # escapes Qt's placeholder
        self._window.setWindowTitle(f"{name}[*] – lenet-gui")
        self._window.setWindowFilePath(str(self.document.path or ""))
        self._window.setWindowModified(self.document.is_modified)
