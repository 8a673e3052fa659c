"""The session: the current page, kept on the disk in case the program crashes or is killed.

Each running program has a slot, guarded by a lock that ends with the program, even if that is
killed. A slot with a file but no program waits to be restored.
"""

import logging
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QTimer, Signal

from lenet_gui.core.files.whole_file import FileLock, write_whole_file
from lenet_gui.core.records.session_file import Session, from_bytes, to_bytes
from lenet_gui.errors import LenetGuiError, SavingError
from lenet_gui.ui.document.documents import Document
from lenet_gui.ui.document.editor import DrawingEditor
from lenet_gui.ui.kit.background import Task
from lenet_gui.ui.kit.i18n import sentence_of

logger = logging.getLogger("lenet_gui")

SLOTS = 8
"""Programs that can keep a session at the same time, and drawings that can wait to be restored."""
DELAY = 500
"""Milliseconds from a change, or from a failed attempt, to the next attempt to write."""


class Slot:
    """A place for a session on the disk, held by this program alone."""

    def __init__(self, file: Path, lock: FileLock) -> None:
        self.file = file
        self._lock = lock

    @classmethod
    def take(cls, folder: Path, is_blank: bool) -> "Slot | None":
        """Take a free slot, blank or else preferably with a file in it. None if none is free."""
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
        files = _places(folder)
        full = [file for file in files if file.exists()]
        blank = [file for file in files if file not in full]
        for file in blank if is_blank else full + blank:
            lock = _locked(file.with_suffix(".lock"))
            if lock is not None:
                slot = cls(file, lock)
                slot.clear_up()
                return slot
        return None

    def put(self, session: Session | None) -> None:
        """Write a session; None deletes the file. Raises SavingError if that fails."""
        try:
            if session is None:
                self.file.unlink(missing_ok=True)
            else:
                self.file.parent.mkdir(parents=True, exist_ok=True)  # it may have been deleted
                write_whole_file(self.file, to_bytes(session))
        except OSError as error:
            reason = error.strerror or error
            raise SavingError("{0} can't be written: {1}.", self.file, reason) from error

    def clear_up(self) -> None:
        """Remove the unnamed files of a program that was killed while it wrote."""
        for unnamed in self.file.parent.glob(f"{self.file.name}.*"):
            with suppress(OSError):
                unnamed.unlink()

    def put_damaged_aside(self) -> Path | None:
        """Rename the file, so that it is neither read again nor lost. None if that fails."""
        aside = self.file.with_name(f"{self.file.stem}-damaged.npz")
        try:
            self.file.replace(aside)
        except OSError:
            return None
        return aside

    def left_elsewhere(self) -> int:
        """Count the other slots whose file no program has restored."""
        count = 0
        for file in _places(self.file.parent):
            is_left = file != self.file and file.exists()
            if is_left and (lock := _locked(file.with_suffix(".lock"))):
                lock.release()
                count += 1
        return count

    def release(self) -> None:
        """Release the slot for other programs."""
        self._lock.release()


def _places(folder: Path) -> list[Path]:
    """Return the paths of all slots' files, which need not exist."""
    return [folder / f"session-{number}.npz" for number in range(1, SLOTS + 1)]


def _locked(path: Path) -> FileLock | None:
    """Return a lock, taken. None if another program has it, or if there can be none."""
    with suppress(OSError):
        lock = FileLock(path)
        with suppress(OSError):
            if lock.try_lock():
                return lock
        lock.release()
    return None


class SessionKeeper(QObject):
    """Writes the document into its slot soon after each change, beside the window."""

    told = Signal(str, bool)
    """A sentence for the status bar, and whether it outlasts the user's next act."""
    withdrawn = Signal(str)
    """An earlier sentence is no longer true."""

    def __init__(
        self,
        document: Document,
        editor: DrawingEditor,
        folder: Path,
        is_blank: bool = False,
        parent: QObject | None = None,
    ) -> None:
        """Take a slot in `folder`; a blank one if something else will be opened."""
        super().__init__(parent)
        self._document, self._editor, self._folder = document, editor, folder
        self._slot = Slot.take(folder, is_blank)
        self._complaint = ""
        self._soon = QTimer(self, singleShot=True, interval=DELAY)
        self._soon.timeout.connect(self._write)
        self._writing = Task(self)
        self._writing.ended.connect(self._note_success)
        self._writing.failed.connect(self._note_failure)

    @property
    def is_kept(self) -> bool:
        """Whether the drawing will be there at the next start."""
        return self._slot is not None and not self._complaint

    def begin(self) -> None:
        """Restore what was left, if anything was, and keep the document from now on."""
        if self._slot is None:
            self._complain(self.tr("no free slot in {0}").format(self._folder))
            return
        self._restore(self._slot)
        self._editor.changed.connect(self._write_soon)
        self._document.changed.connect(self._write_soon)

    def write_now(self) -> None:
        """Write at once, as before a file is saved: the session must never be older than that."""
        self._stop()
        if self._slot is None:
            return
        try:
            self._slot.put(self._session())
        except SavingError as error:
            self._note_failure(error)
        else:
            self._note_success()

    def end(self, is_left: bool) -> None:
        """Leave the document for the next start, or nothing, and release the slot."""
        self._stop()
        if self._slot is None:
            return
        with suppress(SavingError):
            self._slot.put(self._session() if is_left else None)
        self._slot.release()
        self._slot = None

    def _stop(self) -> None:
        self._soon.stop()
        self._writing.cancel()

    def _restore(self, slot: Slot) -> None:
        if not slot.file.exists():
            return
        try:
            session = from_bytes(slot.file.read_bytes())
            file = Path(session.file) if session.file else None
            self._document.begin(session.source, file, is_modified=session.is_modified)
        except (LenetGuiError, OSError) as error:
            logger.warning("%s can't be read: %s", slot.file, error)
            aside = slot.put_damaged_aside()
            told = self.tr("Your last drawing is damaged; its file was kept as {0}")
            self.told.emit(told.format(aside or slot.file), True)
        else:
            back = [self.tr("Your last drawing is back")]
            if others := slot.left_elsewhere():
                back.append(
                    self.tr("%n more unsaved drawings: open another window for each", "", others)
                )
            self.told.emit("; ".join(back), False)

    def _session(self) -> Session | None:
        """Return the session to keep; None if there is nothing to keep."""
        document = self._document
        if document.path is None and self._editor.is_empty:
            return None
        file = str(document.path) if document.path else None
        return Session(self._editor.source, file, document.is_modified)

    def _write_soon(self) -> None:
        """Write in a moment; further changes do not put it off."""
        if not self._soon.isActive():
            self._soon.start()

    def _write(self) -> None:
        """Pack and write the page while the user goes on drawing: it is immutable."""
        if self._writing.is_running:  # a slow disk: try again later
            self._write_soon()
        elif self._slot is not None:
            self._writing.run(_write_steps(self._slot, self._session()))

    def _note_success(self) -> None:
        if self._complaint:
            self.withdrawn.emit(self._complaint)
            self._complaint = ""

    def _note_failure(self, error: SavingError) -> None:
        if not self._complaint:
            self._complain(sentence_of(error))
        self._write_soon()

    def _complain(self, reason: str) -> None:
        logger.warning("The session is not kept: %s", reason)
        self._complaint = self.tr("Your drawing can't be backed up: {0}").format(reason)
        self.told.emit(self._complaint, True)


def _write_steps(slot: Slot, session: Session | None) -> Iterator[None]:
    """Put a session into a slot, as a single step."""
    slot.put(session)
    yield


def session_folder() -> Path:
    """Return the folder in which this user's sessions are kept."""
    location = QStandardPaths.StandardLocation.AppLocalDataLocation
    return Path(QStandardPaths.writableLocation(location))
