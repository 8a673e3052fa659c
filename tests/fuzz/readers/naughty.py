"""Not a real reader: it does everything forbidden, to check that each is detected."""

import ctypes
import os
import pickle
import time
from pathlib import Path

from lenet_gui.errors import LenetGuiError
from tests.fuzz.changing import Draw
from tests.fuzz.child import MEGABYTES, SECONDS
from tests.fuzz.readers import Reader

DEEDS = (
    "nothing",
    "refuse",
    "no sentence",
    "mistake",
    "look",
    "look in C",
    "write",
    "run",
    "unpickle",
)
DEEDS += ("leave", "memory", "hidden memory", "time", "hang", "die", "nothing")
BAIT = "../elsewhere/bait.png"


def make() -> Reader:
    deeds = [(lambda deed=deed: deed.encode()) for deed in DEEDS]
    return Reader((b"nothing",), _same, _Reading(), deeds)


def _same(draw: Draw, data: bytes, others: object) -> bytes:
    return data


class _Reading:
    def __init__(self) -> None:
        self._library = ctypes.CDLL(None)
        self._pickled = pickle.dumps(os.getcwd)

    def __call__(self, path: Path) -> None:
        deed = path.read_text()
        if deed == "refuse":
            raise LenetGuiError("This is no sentence of a reader, but it is one.")
        if deed == "no sentence":
            raise LenetGuiError("two\nlines")
        if deed == "mistake":
            raise ValueError("a defect")
        if deed == "look":
            Path(BAIT).read_bytes()
        elif deed == "look in C":
            os.close(self._library.open(BAIT.encode(), os.O_RDONLY))
        elif deed == "write":
            Path("../elsewhere/written").write_text("")
        elif deed == "run":
            exec("1 + 1")
        elif deed == "unpickle":
            pickle.loads(self._pickled)
        elif deed == "leave":
            (path.parent / "left").write_text("")
        elif deed == "memory":
            bytearray(os.urandom(2**20) * (MEGABYTES + 20))
        elif deed == "hidden memory":
            try:
                bytearray(10 * 2**30)
            except MemoryError as error:
                raise LenetGuiError("It is damaged.") from error
        elif deed == "time":
            begin = time.process_time()
            while time.process_time() - begin < SECONDS:
                pass
        elif deed == "hang":
            time.sleep(600)
        elif deed == "die":
            os.abort()
