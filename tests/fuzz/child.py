"""The reading process: `python -m tests.fuzz.child READER SEED FIRST END HOME [FILE]`.

Findings go to standard output, a JSON line each, and their inputs to the folder `found`; the
tally is in a file that outlives the process. FILE, if given, is the first input.
"""

import gc
import json
import logging
import mmap
import os
import resource
import struct
import sys
import time
import traceback
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import astuple, dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

from lenet_gui.errors import LenetGuiError
from tests.fuzz.guard import Guard
from tests.fuzz.readers import Reader, reader

SECONDS = 1.0
"""Maximum CPU time of one input."""
MEGABYTES = 200
"""Maximum growth in memory caused by one input."""
RESERVED = 600
"""Megabytes of address space that an input may add; threads reserve more than they use."""
WARMING = 20
"""Number of inputs read before counting begins."""
OUT_OF_MEMORY = ("MemoryError", "bad_alloc", "can't allocate memory", "Unable to allocate")
TALLY = "9d"
FOUND = "found"
"""The folder of inputs that caused findings, named by their numbers."""


@dataclass
class Tally:
    """The results so far; `now` is the number of the current input."""

    now: float = -1
    results: float = 0
    refusals: float = 0
    findings: float = 0
    slowest: float = 0
    slowest_input: float = -1
    slowest_by_the_clock: float = 0
    peak: float = 0
    peak_input: float = -1

    def keep(self, place: mmap.mmap) -> None:
        """Write the tally where the parent reads it."""
        place[:] = struct.pack(TALLY, *astuple(self))

    @classmethod
    def found(cls, data: bytes) -> "Tally":
        """Return the tally that `keep` wrote."""
        return cls(*struct.unpack(TALLY, data))


def main() -> None:
    """Read the inputs from FIRST to END, exclusive."""
    name, seed, first, end, home, *files = sys.argv[1:]
    place = _tally_file(Path(home) / "tally")
    found = Path(home) / FOUND
    found.mkdir()
    guard = Guard(Path(home).resolve())
    os.chdir(guard.folder)
    _redirect(Path(home))
    logging.disable()
    warnings.simplefilter("error")
    warnings.filterwarnings("ignore", category=ResourceWarning)
    made = reader(name)
    if files:
        made = replace(made, extremes=[Path(file).read_bytes for file in files])
    _warm(made, name, guard.folder)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    gc.collect()
    gc.freeze()
    tally = Tally()
    for index, data in zip(
        range(int(first), int(end)), made.inputs(name, int(seed), int(first)), strict=False
    ):
        tally.now = index
        tally.keep(place)
        for finding in _one(made, data, guard, tally):
            (found / f"{index}{made.suffix}").write_bytes(data)
            tally.findings += 1
            print(
                json.dumps({"reader": name, "seed": int(seed), "input": index, **finding}),
                flush=True,
            )
        tally.keep(place)
    tally.now = float(end)
    tally.keep(place)


def _one(made: Reader, data: bytes, guard: Guard, tally: Tally) -> Iterator[dict[str, Any]]:
    """Read one input; yield its findings."""
    path = guard.folder / f"input{made.suffix}"
    path.write_bytes(data)
    size = len(data)
    before = _memory("VmRSS", forget=True)
    began, clock = time.process_time(), time.perf_counter()
    wrong = None
    with _limited_memory(), guard.watching():
        try:
            made.read(path)
            tally.results += 1
        except LenetGuiError as error:
            wrong = _wrong_refusal(error)
            tally.refusals += 1
        except Exception as error:
            wrong = {"wrong": "error", "error": repr(error)[:300], "where": _where(error)}
    seconds, clock = time.process_time() - began, time.perf_counter() - clock
    risen = (_memory("VmHWM") - before) / 1024
    if wrong:
        yield wrong
    yield from ({"wrong": "deed", "error": deed[:300]} for deed in guard.seen)
    if seconds > tally.slowest:
        tally.slowest, tally.slowest_input = seconds, tally.now
    tally.slowest_by_the_clock = max(tally.slowest_by_the_clock, clock)
    if risen > tally.peak:
        tally.peak, tally.peak_input = risen, tally.now
    if seconds > SECONDS:
        yield {"wrong": "slow", "error": f"{seconds:.2f} s, {size} bytes"}
    if risen > MEGABYTES:
        yield {"wrong": "memory", "error": f"{risen:.0f} MB, {size} bytes"}
    left = [other for other in os.listdir(guard.folder) if other != path.name]
    if left and made.is_quiet:
        yield {"wrong": "deed", "error": f"left {left}"[:300]}
    for other in left:
        (guard.folder / other).unlink()


def _wrong_refusal(error: LenetGuiError) -> dict[str, Any] | None:
    """Return a finding if a refusal is not a sentence or was caused by a lack of memory."""
    sentence = str(error)
    link: BaseException | None = error
    while link is not None:
        if any(sign in repr(link) for sign in OUT_OF_MEMORY):
            return {"wrong": "memory", "error": repr(link)[:300], "where": _where(link)}
        link = link.__cause__ or link.__context__
    if "\n" in sentence or not sentence.endswith(".") or len(sentence) > 500:
        return {"wrong": "sentence", "error": sentence[:300]}
    return None


def _where(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    return " < ".join(f"{Path(f.filename).name}:{f.lineno}" for f in reversed(frames[-6:]))


def _memory(key: str, forget: bool = False) -> int:
    """Return VmRSS or VmHWM in kB; `forget` resets the latter (proc(5), clear_refs)."""
    if forget:
        with open("/proc/self/clear_refs", "w") as file:
            file.write("5")
    with open("/proc/self/status", "rb") as status:
        text = status.read()
    return int(text.partition(f"{key}:".encode())[2].split(None, 1)[0])


@contextmanager
def _limited_memory() -> Iterator[None]:
    """Limit the address space to its current size plus RESERVED."""
    endless = resource.RLIM_INFINITY
    limit = (_memory("VmSize") << 10) + (RESERVED << 20)
    resource.setrlimit(resource.RLIMIT_AS, (limit, endless))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (endless, endless))


def _warm(made: Reader, name: str, folder: Path) -> None:
    """Read valid and invalid inputs, so that lazy imports don't count later."""
    for number, data in enumerate(made.seeds):
        path = folder / f"seed{number}{made.suffix}"
        path.write_bytes(data)
        made.read(path)
    for data in islice(made.inputs(name, -1, len(made.extremes)), WARMING):
        with suppress(LenetGuiError):
            path.write_bytes(data)
            made.read(path)
    for other in os.listdir(folder):
        (folder / other).unlink()


def _redirect(home: Path) -> None:
    """Redirect standard error to a file; standard output is for findings."""
    os.dup2(os.open(home / "errors", os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 2)


def _tally_file(path: Path) -> mmap.mmap:
    with path.open("r+b") as file:
        return mmap.mmap(file.fileno(), struct.calcsize(TALLY))


if __name__ == "__main__":
    main()
