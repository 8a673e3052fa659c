"""Disks and folders that refuse: it is told, the old files are whole, the drawing is not lost."""

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
"""How large a disk is that is filled."""
CRASH, NOT_SAVED = "Your drawing would not survive a crash", "Nothing was saved"
NOT_NOTED, NOT_CHOSEN = "The correction was not kept", "Your choices can't be kept"
ALL = frozenset({CRASH, NOT_SAVED, NOT_NOTED, NOT_CHOSEN})
UNPRIVILEGED = ("setpriv", "--bounding-set=-dac_override,-dac_read_search,-fowner")
"""A superuser without these may not write where others may not."""


@dataclass(frozen=True)
class Trouble:
    """What is done to a desk's folders while the program runs, and what it must then tell."""

    make: Callable[[ListeningDesk, Path], AbstractContextManager[None]]
    told: frozenset[str]
    """Of CRASH, NOT_SAVED, NOT_NOTED and NOT_CHOSEN; the rest goes on without a word."""


def go_on_in_trouble(trouble: Trouble, display: str, home: Path) -> Outcome:
    """Save, collect and choose while all is well, then in trouble, then after it."""
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
            outcome.expect(desk.leave() == 0, "it did not end as it should")
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
    kept = {told: path.read_bytes() for told, path in files.items()}
    with trouble.make(desk, file.parent):
        pen.points(20)
        pen.press("ctrl+s")
        _answer(desk, NOT_SAVED, trouble, outcome)
        pen.press("alt+4")
        _answer(desk, NOT_NOTED, trouble, outcome)
        pen.press("bracketright")
        for sentence in (CRASH, NOT_CHOSEN):
            if sentence in trouble.told:
                desk.wait_until(lambda part=sentence: desk.sentences(part) != [], sentence)
        for told in trouble.told:
            if os.access(files[told], os.R_OK):
                is_whole = files[told].read_bytes() == kept[told]
                outcome.expect(is_whole, f"{files[told].name} is damaged")
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
        outcome.expect(times == (sentence in trouble.told), f"{sentence!r} was told {times} times")
    outcome.count("sentences told", len(trouble.told))
    outcome.expect(desk.count("failure") == 0, f"unexpected: {desk.said}")


def _answer(desk: ListeningDesk, title: str, trouble: Trouble, outcome: Outcome) -> None:
    """Close the dialog that tells of it, where there has to be one."""
    if title not in trouble.told:
        return
    desk.wait_for(title)
    told = [one["told"] for one in desk.said if one.get("title") == title]
    is_sentence = len(told) == 1 and told[0].endswith(".") and told[0].count(". ") == 0
    outcome.expect(is_sentence, f"not one sentence: {told}")
    desk.press("Return")
    desk.wait_for(f"{NAME}* – lenet-gui", f"{NAME} – lenet-gui")


def wait_kept(desk: ListeningDesk, pen: Pen) -> None:
    """Wait until the session has all that was drawn."""
    desk.wait_until(
        lambda: len(points_kept(desk.session)) == pen.next, "the session does not have the drawing"
    )


@contextmanager
def small_disk(folder: Path) -> Iterator[None]:
    """Have a folder be a small disk of its own, where whoever runs this may mount one."""
    is_mounted = _runs("mount", "-t", "tmpfs", "-o", f"size={SMALL}", "tmpfs", str(folder))
    try:
        yield
    finally:
        if is_mounted:
            subprocess.run(["umount", "--lazy", str(folder)], check=True)


@contextmanager
def full(desk: ListeningDesk, folder: Path) -> Iterator[None]:
    """Fill the small disk; where there is none, let the program write no more to any file."""
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
    """Let nothing be made or replaced in the folders; their files can be written to."""
    with changed([folder, desk.data, desk.settings.parent], 0o500):
        yield


@contextmanager
def forbidden(desk: ListeningDesk, folder: Path) -> Iterator[None]:
    """Let the folders be neither looked into nor written to."""
    with changed([folder, desk.data, desk.settings.parent], 0):
        yield


@contextmanager
def changed(folders: list[Path], mode: int) -> Iterator[None]:
    """Change what is permitted in folders, and back."""
    for folder in folders:
        folder.chmod(mode)
    yield
    for folder in folders:
        folder.chmod(0o700)


@contextmanager
def remounted(desk: ListeningDesk, folder: Path) -> Iterator[None]:
    """Turn the file system under the folders read-only; only permissions where that can't be."""
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
    """Delete the drawing that is open."""
    (folder / NAME).unlink()
    yield


TROUBLES = {
    "disk-full": Trouble(full, ALL),
    "read-only-disk": Trouble(remounted, ALL),
    "read-only-folders": Trouble(read_only, ALL - {NOT_NOTED}),  # it only grows
    "no-permission": Trouble(forbidden, ALL),
    "folders-deleted": Trouble(gone, frozenset({NOT_SAVED})),
    "file-deleted": Trouble(vanished, frozenset()),
}
