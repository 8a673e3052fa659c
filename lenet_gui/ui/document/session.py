"""The session: what is being drawn, kept on the disk for a program that crashes or is killed.

Each running program has a slot of its own, which a lock file keeps; the lock of a killed program is
known by its process, which is gone. A slot with a file in it and no program is to be taken up.
"""

import logging
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QStandardPaths, QThreadPool, QTimer, Signal

from lenet_gui.core.files.whole_file import save_whole_file
from lenet_gui.core.records.session_file import Session, from_bytes, to_bytes
from lenet_gui.errors import LenetGuiError
from lenet_gui.ui.document.documents import Document
from lenet_gui.ui.document.editor import DrawingEditor
from lenet_gui.ui.kit.i18n import sentence_of

logger = logging.getLogger("lenet_gui")

SLOTS = 8
"""Programs that keep a session at the same time, or drawings left to be taken up."""
DELAY = 500
"""Milliseconds from a change until it is written, and from a refusal until it is tried again."""
UNREADABLE = 10_000
"""Milliseconds after which a lock that names no program is nobody's: the power was cut."""


class Slot:
    """A place for a session on the disk, held by this program alone."""

    def __init__(self, file: Path, lock: QLockFile) -> None:
        self.file = file
        self._lock = lock

    @classmethod
    def take(cls, folder: Path, is_blank: bool) -> "Slot | None":
        """Take a slot: a blank one, or rather the first with a file; None where there is none."""
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
        """Keep a session, or nothing. Raises LenetGuiError or OSError where that fails."""
        if session is None:
            self.file.unlink(missing_ok=True)
        else:
            self.file.parent.mkdir(parents=True, exist_ok=True)  # someone may have cleared it away
            save_whole_file(self.file, to_bytes(session))

    def clear_up(self) -> None:
        """Take away what a program left that was killed while it wrote: files not yet named."""
        for unnamed in self.file.parent.glob(f"{self.file.name}.*"):
            with suppress(OSError):
                unnamed.unlink()

    def put_damaged_aside(self) -> Path | None:
        """Rename the file, so that it is neither read again nor lost; None where that fails."""
        aside = self.file.with_name(f"{self.file.stem}-damaged.npz")
        try:
            self.file.replace(aside)
        except OSError:
            return None
        return aside

    def left_elsewhere(self) -> int:
        """Count the other slots with a file in them that no program has taken up."""
        count = 0
        for file in _places(self.file.parent):
            is_left = file != self.file and file.exists()
            if is_left and (lock := _locked(file.with_suffix(".lock"))):
                lock.unlock()
                count += 1
        return count

    def release(self) -> None:
        """Let another program have it."""
        self._lock.unlock()


def _places(folder: Path) -> list[Path]:
    """Return where the slots' files are, or would be."""
    return [folder / f"session-{number}.npz" for number in range(1, SLOTS + 1)]


def _locked(path: Path) -> QLockFile | None:
    """Return a lock, taken, or None where another program has it."""
    lock = QLockFile(str(path))
    lock.setStaleLockTime(0)  # a program may run for days
    if lock.tryLock(0):
        return lock
    owner, *_ = lock.getLockInfo()
    if not owner:
        lock.setStaleLockTime(UNREADABLE)
        if lock.tryLock(0):
            return lock
    return None


class SessionKeeper(QObject):
    """Writes the document into its slot whenever it has changed, a moment later and aside."""

    told = Signal(str)
    """Something is to be said quietly, in a sentence."""
    _written = Signal(str)
    """The disk has it, or with a text the reason why not."""

    def __init__(
        self,
        document: Document,
        editor: DrawingEditor,
        folder: Path,
        is_blank: bool = False,
        parent: QObject | None = None,
    ) -> None:
        """Take a slot in `folder`; one that is blank where something else is to be opened."""
        super().__init__(parent)
        self._document, self._editor, self._folder = document, editor, folder
        self._slot = Slot.take(folder, is_blank)
        self._has_failed = False
        self._is_writing = False
        self._soon = QTimer(self, singleShot=True, interval=DELAY)
        self._aside = QThreadPool(self)
        self._aside.setMaxThreadCount(1)
        self._soon.timeout.connect(self._write)
        self._written.connect(self._note)

    @property
    def is_kept(self) -> bool:
        """Whether what is drawn will be there at the next start."""
        return self._slot is not None and not self._has_failed

    def begin(self) -> None:
        """Take up what was left, if anything was, and keep what comes from now on."""
        if self._slot is None:
            self._tell_failure(self.tr("{0} has no place for it").format(self._folder))
            return
        self._take_up(self._slot)
        self._editor.changed.connect(self._write_soon)
        self._document.changed.connect(self._write_soon)

    def write_now(self) -> None:
        """Write at once, as before a file is saved: what comes back must not be behind it."""
        self._soon.stop()
        self._aside.waitForDone()
        if self._slot is not None:
            self._note(self._keep(self._slot, self._session()))

    def end(self, is_left: bool) -> None:
        """Leave the document for the next start, or nothing; and let go of the slot."""
        self._soon.stop()
        self._aside.waitForDone()
        if self._slot is None:
            return
        self._keep(self._slot, self._session() if is_left else None)
        self._slot.release()
        self._slot = None

    def _take_up(self, slot: Slot) -> None:
        if not slot.file.exists():
            return
        try:
            session = from_bytes(slot.file.read_bytes())
            file = Path(session.file) if session.file else None
            self._document.begin(session.source, file, is_modified=session.is_modified)
        except (LenetGuiError, OSError) as error:
            logger.warning("%s can't be read: %s", slot.file, error)
            aside = slot.put_damaged_aside()
            told = self.tr("The drawing that was left is damaged; its file was put aside: {0}")
            self.told.emit(told.format(aside or slot.file))
        else:
            back = [self.tr("Your drawing is back as it was left")]
            if others := slot.left_elsewhere():
                back.append(
                    self.tr("start the program once more for each of %n others", "", others)
                )
            self.told.emit("; ".join(back))

    def _session(self) -> Session | None:
        """Return what there is to keep; None where there is nothing."""
        document = self._document
        if document.path is None and self._editor.is_empty:
            return None
        file = str(document.path) if document.path else None
        return Session(self._editor.source, file, document.is_modified)

    def _write_soon(self) -> None:
        """Write in a moment; what comes meanwhile does not put it off."""
        if not self._soon.isActive():
            self._soon.start()

    def _write(self) -> None:
        """Have the page packed and written while the hand goes on: it can't change any more."""
        if self._is_writing:  # a slow disk: it is asked again when it is through
            self._write_soon()
        elif self._slot is not None:
            slot, session = self._slot, self._session()
            self._is_writing = True
            self._aside.start(lambda: self._written.emit(self._keep(slot, session)))

    def _keep(self, slot: Slot, session: Session | None) -> str:
        """Put a session into a slot, or nothing; return why it can't be done, or nothing."""
        try:
            slot.put(session)
        except (LenetGuiError, OSError) as error:
            return sentence_of(error)
        return ""

    def _note(self, failure: str) -> None:
        self._is_writing = False
        if failure and not self._has_failed:
            self._tell_failure(failure)
        self._has_failed = bool(failure)
        if failure or self._editor.is_busy:
            self._write_soon()

    def _tell_failure(self, reason: str) -> None:
        logger.warning("The session is not kept: %s", reason)
        self.told.emit(self.tr("Your drawing would not survive a crash: {0}").format(reason))


def session_folder() -> Path:
    """Return the user's own folder for what this program keeps."""
    location = QStandardPaths.StandardLocation.AppLocalDataLocation
    return Path(QStandardPaths.writableLocation(location))
