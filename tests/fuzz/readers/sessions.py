"""Session archives: the unsaved work of a window."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from lenet_gui.core.records.session_file import Session, from_bytes, to_bytes
from tests.core.sample_records import BAR, CLASSIFIER, SEVEN
from tests.fuzz.packing import repacked, unpacked
from tests.fuzz.readers import Reader
from tests.fuzz.readers.records import Trap, change, npy


def make() -> Reader:
    pressed = SEVEN.with_stroke([(10, 10), (20, 30)], pressures=[0.2, 0.9])
    kept = (Session(SEVEN, "seven.json", False), Session(BAR), Session(pressed))
    seeds = [to_bytes(session) for session in kept]
    return Reader(seeds, change, read, extremes(*seeds[:2]))


def read(path: Path) -> None:
    session = from_bytes(path.read_bytes())
    CLASSIFIER.read(session.source)
    if len(to_bytes(session)) < 2**20:
        from_bytes(to_bytes(session))


def extremes(drawn: bytes, pictured: bytes) -> Sequence:
    def drawing(**changes: np.ndarray) -> bytes:
        return _with(drawn, changes)

    def picture(array: np.ndarray) -> bytes:
        return _with(pictured, {"picture": array})

    return (
        lambda: drawing(facts=np.array([Trap()], object)),
        lambda: picture(np.array([[Trap()]], object)),
        lambda: picture(np.ones((1, 4_000_000), np.float32)),
        lambda: picture(np.ones((4_000_000, 1), np.float32)),
        lambda: picture(np.ones((3000, 3000), np.float32)),
        lambda: picture(np.full((20, 20), np.nan, np.float32)),
        lambda: drawing(points=np.zeros((1_000_000, 2)), stroke_lengths=np.array([1_000_000])),
        lambda: drawing(points=np.zeros((200_000, 2)), stroke_lengths=np.ones(200_000, int)),
        lambda: b"",
    )


def _with(data: bytes, arrays: dict[str, np.ndarray]) -> bytes:
    return repacked({**unpacked(data), **{f"{name}.npy": npy(a) for name, a in arrays.items()}})
