"""Damaged translations: the window falls back to English."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from shiboken6 import delete

from lenet_gui.resources import resource
from lenet_gui.ui.app.app import create_application
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.kit import i18n
from lenet_gui.ui.kit.appearance import Look, appearance
from lenet_gui.ui.kit.i18n import ENGLISH
from lenet_gui.ui.kit.settings import Settings
from tests.core.sample_records import CLASSIFIER
from tests.fuzz.changing import Draw, change_bytes, change_text
from tests.fuzz.readers import Reader

GERMAN, SUMS = "lenet-gui_de.qm", "SHA256SUMS"
ENGLISH_TEXT, GERMAN_TEXT = "Versions, weights and licences", "Versionen, Gewichte und Lizenzen"
BUILDS_A_WINDOW = 500
"""One in this many inputs is read by a new window."""


def make() -> Reader:
    create_application()
    shipped = resource("assets", "translations")
    seeds = [(shipped / name).read_bytes() for name in (GERMAN, SUMS)]
    return Reader(seeds, change, _Reading(seeds), extremes(seeds[0]))


class _Reading:
    """Switches to German with a damaged translation or wrong checksums."""

    def __init__(self, seeds: Sequence[bytes]) -> None:
        self._seeds, self._count = seeds, 0

    def __call__(self, path: Path) -> None:
        data = path.read_bytes()
        german, sums = self._seeds
        is_sums = _looks_like_sums(data)
        folder = path.parent / "translations"
        folder.mkdir()
        (folder / GERMAN).write_bytes(german if is_sums else data)
        (folder / SUMS).write_bytes(data if is_sums else sums)
        i18n.resource = lambda *parts: folder
        try:
            appearance().use(Look(language="de"))
            said = QCoreApplication.translate("About", ENGLISH_TEXT)
            if not is_sums and said != (GERMAN_TEXT if data == german else ENGLISH_TEXT):
                raise AssertionError(f"A damaged translation shows {said!r}.")
            if self._count % BUILDS_A_WINDOW == 0:
                delete(MainWindow(CLASSIFIER, settings=Settings(is_kept=False)))
            self._count += 1
        finally:
            appearance().use(Look(language=ENGLISH))
            for name in (GERMAN, SUMS):
                (folder / name).unlink()
            folder.rmdir()


def _looks_like_sums(data: bytes) -> bool:
    return b".qm" in data


def change(draw: Draw, data: bytes, others: Sequence[bytes]) -> bytes:
    return (change_text if _looks_like_sums(data) else change_bytes)(draw, data, others)


def extremes(german: bytes) -> Sequence:
    return (
        lambda: b"",
        lambda: german[:16],
        lambda: german[:16] + b"\xff" * 100_000,
        lambda: german.replace(b"\0{\x000\0}", b"\0{\x009\0}"),
        lambda: german + b"\0",
        lambda: bytes(50_000_000),
        lambda: b"x.qm\n" * 1_000_000,
    )
