"""Full disks and closed folders: reported, with old files whole and no drawing lost."""

import os
import resource
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from lenet_gui.core.datasets.collection import Collection
from lenet_gui.core.strokes.drawing import Drawing, parse_drawing
from lenet_gui.ui.kit.settings import read_settings
from tests.faults.listening import ListeningDesk
from tests.faults.outcome import Outcome
from tests.faults.pen import Pen, points_kept, points_of

NAME = "kept.lenet.json"
SMALL = "8m"
"""The size of the disk to fill."""
CRASH, NOT_SAVED = "Your drawing can't be backed up", "The drawing could not be saved"
NOT_NOTED, NOT_CHOSEN = "The correction could not be saved", "Your settings can't be saved"
ALL = frozenset({CRASH, NOT_SAVED, NOT_NOTED, NOT_CHOSEN})
UNPRIVILEGED = ("setpriv", "--bounding-set=-dac_override,-dac_read_search,-fowner")
"""Without these capabilities, root is bound by permissions as others are."""


@dataclass(frozen=True)
class Trouble:
    """A change to the folders while the program runs, and what the program must report."""

    make: Callable[[ListeningDesk, Path], AbstractContextManager[None]]
    reports: frozenset[str]
    """Some of CRASH, NOT_SAVED, NOT_NOTED and NOT_CHOSEN; all else works without a message."""


def go_on_in_trouble(trouble: Trouble, display: str, home: Path) -> Outcome:
    """Save, correct and choose settings before, during and after the trouble."""
    outcome = Outcome(tries=1)
    prefix = UNPRIVILEGED if _runs(*UNPRIVILEGED, "true") else ()
    with small_disk(home):
        desk = ListeningDesk(display, home, prefix=prefix)
        folder = home / "drawings"
        folder.mkdir()
        try:
            desk.start()
            with Pen(desk, desk.find_canvas()).held() as pen:
                _use_in_trouble(desk, pen, folder / NAME, trouble, outcome)
            outcome.expect(desk.leave() == 0, "it did not end properly")
        finally:
            desk.end()
    return outcome


def _use_in_trouble(
    desk: ListeningDesk, pen: Pen, file: Path, trouble: Trouble, outcome: Outcome
) -> None:
    pen.points(20)
    pen.press("ctrl+s")
    desk.name_file(f"drawings/{NAME}", "Save as")
    desk.wait_for(f"{NAME} – lenet-gui")
    pen.press("alt+3", "bracketright")
    desk.wait_until(lambda: "pen_width" in read_settings(desk.settings), "no choice was kept")
    wait_kept(desk, pen)
    files = {CRASH: desk.session, NOT_SAVED: file}
    files |= {NOT_NOTED: desk.corrections, NOT_CHOSEN: desk.settings}
    kept = {name: path.read_bytes() for name, path in files.items()}
    with trouble.make(desk, file.parent):
        pen.points(100)  # more than the rest of a file's last page on a full disk
        pen.press("ctrl+s")
        _answer(desk, NOT_SAVED, trouble, outcome)
        pen.press("alt+4")
        _answer(desk, NOT_NOTED, trouble, outcome)
        pen.press("bracketright")
        for sentence in (CRASH, NOT_CHOSEN):
            if sentence in trouble.reports:
                desk.wait_until(lambda part=sentence: desk.sentences(part) != [], sentence)
        for name in trouble.reports:
            if os.access(files[name], os.R_OK):
                is_whole = files[name].read_bytes() == kept[name]
                outcome.expect(is_whole, f"{files[name].name} is damaged")
        pen.points(20)
    wait_kept(desk, pen)
    pen.press("ctrl+s")
    desk.wait_for(f"{NAME} – lenet-gui")
    points = points_of(parse_drawing(file.read_bytes()))
    outcome.expect(pen.start_of(points) == 0 and len(points) == pen.next, "not all was saved")
    lines = list(Collection(desk.corrections).drawings())
    outcome.expect(all(isinstance(one, Drawing) for one in lines), "corrections are damaged")
    for sentence in (CRASH, NOT_CHOSEN):
        times = len(desk.sentences(sentence))
        outcome.expect(
            times == (sentence in trouble.reports), f"{sentence!r} appeared {times} times"
        )
    outcome.count("reports", len(trouble.reports))
    outcome.expect(desk.count("failure") == 0, f"unexpected: {desk.messages}")


def _answer(desk: ListeningDesk, title: str, trouble: Trouble, outcome: Outcome) -> None:
    """Check and close the dialog that reports it, if there must be one."""
    if title not in trouble.reports:
        return
    desk.wait_for(title)
    found = [one["sentence"] for one in desk.messages if one.get("title") == title]
    is_sentence = len(found) == 1 and found[0].endswith(".") and found[0].count(". ") == 0
    outcome.expect(is_sentence, f"not one sentence: {found}")
    desk.press("Return")
    desk.wait_for(f"{NAME}* – lenet-gui", f"{NAME} – lenet-gui")


def wait_kept(desk: ListeningDesk, pen: Pen) -> None:
    """Wait until the session has the whole drawing."""
    desk.wait_until(
        lambda: len(points_kept(desk.session)) == pen.next, "the session does not have the drawing"
    )


@contextmanager
def small_disk(folder: Path) -> Iterator[None]:
    """Mount a small disk at a folder, if permitted."""
    is_mounted = _runs("mount", "-t", "tmpfs", "-o", f"size={SMALL}", "tmpfs", str(folder))
    try:
        yield
    finally:
        if is_mounted:
            subprocess.run(["umount", "--lazy", str(folder)], check=True)


@contextmanager
def full(desk: ListeningDesk, folder: Path) -> Iterator[None]:
    """Fill the small disk; if there is none, limit the size of the program's files to 0."""
    assert desk.process is not None
    if not os.path.ismount(desk.home):
        soft, hard = resource.prlimit(desk.process.pid, resource.RLIMIT_FSIZE)
        resource.prlimit(desk.process.pid, resource.RLIMIT_FSIZE, (0, hard))
        yield
        resource.prlimit(desk.process.pid, resource.RLIMIT_FSIZE, (soft, hard))
        return
    filling = desk.home / "filling"
    with filling.open("wb", buffering=0) as file:
        for size in (2**16, 1):
            try:
                while file.write(b"\0" * size):
                    pass
            except OSError:
                continue
    yield
    filling.unlink()


@contextmanager
def read_only(desk: ListeningDesk, folder: Path) -> Iterator[None]:
    """Forbid creating and replacing files in the folders; existing ones stay writable."""
    with changed([folder, desk.data, desk.settings.parent], 0o500):
        yield


@contextmanager
def forbidden(desk: ListeningDesk, folder: Path) -> Iterator[None]:
    """Forbid reading and writing the folders."""
    with changed([folder, desk.data, desk.settings.parent], 0):
        yield


@contextmanager
def changed(folders: list[Path], mode: int) -> Iterator[None]:
    """Change the permissions of folders, and restore them."""
    for folder in folders:
        folder.chmod(mode)
    yield
    for folder in folders:
        folder.chmod(0o700)


@contextmanager
def remounted(desk: ListeningDesk, folder: Path) -> Iterator[None]:
    """Remount the folders read-only; if that is impossible, change their permissions."""
    folders = [folder, desk.data, desk.settings.parent]
    if not all(_runs("mount", "--bind", str(each), str(each)) for each in folders):
        with forbidden(desk, folder):
            yield
        return
    for each in folders:
        assert _runs("mount", "-o", "remount,bind,ro", str(each))
    yield
    for each in folders:
        subprocess.run(["umount", "--lazy", str(each)], check=True)


def _runs(*command: str) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@contextmanager
def gone(desk: ListeningDesk, folder: Path) -> Iterator[None]:
    """Delete the folders."""
    for each in (folder, desk.data, desk.settings.parent):
        shutil.rmtree(each)
    yield
    folder.mkdir()


@contextmanager
def vanished(desk: ListeningDesk, folder: Path) -> Iterator[None]:
    """Delete the open drawing."""
    (folder / NAME).unlink()
    yield


TROUBLES = {
    "disk-full": Trouble(full, ALL),
    "read-only-disk": Trouble(remounted, ALL),
    "read-only-folders": Trouble(read_only, ALL - {NOT_NOTED}),  # their file is only appended to
    "no-permission": Trouble(forbidden, ALL),
    "folders-deleted": Trouble(gone, frozenset({NOT_SAVED})),
    "file-deleted": Trouble(vanished, frozenset()),
}
