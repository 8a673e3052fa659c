"""Runs one reader's inputs in a child process: watched, restarted after a crash, summed up."""

import json
import os
import shutil
import struct
import subprocess
import sys
import tempfile
import time
from dataclasses import astuple
from pathlib import Path
from typing import Any

from tests.fuzz.child import FOUND, TALLY, Tally

ROOT = Path(__file__).resolve().parent.parent.parent
HANGING = 30.0
"""Seconds of wall time on one input before the process is killed; machines can be busy."""
FINDINGS = 50
"""Maximum number of findings detailed in a report."""


def run(
    name: str,
    seed: int = 0,
    first: int = 0,
    inputs: int = 1,
    file: Path | None = None,
    keep: Path | None = None,
) -> dict[str, Any]:
    """Run a reader on inputs `first` to `first + inputs`, exclusive, and return the report.

    If given, `file` is the reader's first input, and inputs of findings are copied to `keep`.
    """
    began = time.perf_counter()
    end = first + inputs
    total, findings = Tally(), []
    while first < end:
        tally, found, how = _child((name, seed, first, end), file, keep)
        findings += found
        _add(total, tally)
        if tally.now == end and how == "":
            break
        if tally.now < 0:
            raise RuntimeError(f"The reader {name} does not start: {how}")
        total.findings += 1
        findings.append({"reader": name, "seed": seed, "input": int(tally.now), "wrong": how})
        first = int(tally.now) + 1
    return {
        "reader": name,
        "seed": seed,
        "inputs": inputs,
        "results": int(total.results),
        "refusals": int(total.refusals),
        "findings": int(total.findings),
        "seconds": round(time.perf_counter() - began, 1),
        "slowest_input": int(total.slowest_input),
        "slowest_seconds": round(total.slowest, 3),
        "slowest_by_the_clock": round(total.slowest_by_the_clock, 3),
        "largest_input": int(total.peak_input),
        "peak_megabytes": round(total.peak, 1),
        "details": findings[:FINDINGS],
    }


def _add(total: Tally, tally: Tally) -> None:
    total.results += tally.results
    total.refusals += tally.refusals
    total.findings += tally.findings
    if tally.slowest > total.slowest:
        total.slowest, total.slowest_input = tally.slowest, tally.slowest_input
    if tally.peak > total.peak:
        total.peak, total.peak_input = tally.peak, tally.peak_input
    total.slowest_by_the_clock = max(total.slowest_by_the_clock, tally.slowest_by_the_clock)


def _child(
    run: tuple[str, int, int, int], file: Path | None, keep: Path | None
) -> tuple[Tally, list[dict[str, Any]], str]:
    """Run the child until it exits or hangs; return its tally, findings and cause of death."""
    with tempfile.TemporaryDirectory(prefix="lenet-gui-fuzz-") as home:
        place = Path(home) / "tally"
        place.write_bytes(struct.pack(TALLY, *astuple(Tally())))
        command = [sys.executable, "-X", "faulthandler", "-m", "tests.fuzz.child"]
        command += [*map(str, run), home, *([str(file.resolve())] if file else [])]
        with (Path(home) / "findings").open("w+b") as told:
            child = subprocess.Popen(command, cwd=ROOT, env=_environment(Path(home)), stdout=told)
            hung = _watch(child, place)
            told.seek(0)
            findings = [json.loads(line) for line in told]
        errors = Path(home) / "errors"
        text = errors.read_text(errors="replace")[-1500:] if errors.exists() else ""
        tally = Tally.found(place.read_bytes())
        last = int(tally.now) if hung or child.returncode else None
        if keep is not None:
            _keep(keep, f"{run[0]}-{run[1]}", Path(home), last)
    if hung:
        return tally, findings, "hung"
    return tally, findings, f"died ({child.returncode}): {text}" if child.returncode else ""


def _keep(keep: Path, name: str, home: Path, last: int | None) -> None:
    """Copy the inputs of findings and, if the reader died, the last input, which is still there."""
    found = {path.stem: path for path in (home / FOUND).iterdir()}
    if last is not None:
        found |= {str(last): path for path in (home / "here").glob("input*")}
    for number, path in found.items():
        keep.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, keep / f"{name}-{number}{path.suffix}")


def _watch(child: "subprocess.Popen[bytes]", place: Path) -> bool:
    """Wait for the child to exit; return whether it hung and was killed."""
    last, since = -2.0, time.monotonic()
    while True:
        try:
            child.wait(0.25)
            return False
        except subprocess.TimeoutExpired:
            now = Tally.found(place.read_bytes()).now
            if now != last:
                last, since = now, time.monotonic()
            elif time.monotonic() - since > HANGING * (4 if now < 0 else 1):
                child.kill()
                child.wait()
                return True


def _environment(home: Path) -> dict[str, str]:
    """Return the child's environment: no screen, no user settings, one thread."""
    own = {f"XDG_{kind}_HOME": str(home / "here") for kind in ("CONFIG", "DATA", "CACHE", "STATE")}
    return {
        **os.environ,
        **own,
        "QT_QPA_PLATFORM": "offscreen",
        "OMP_NUM_THREADS": "1",
        "MALLOC_ARENA_MAX": "1",
        "PYTHONHASHSEED": "0",
        "HYPOTHESIS_STORAGE_DIRECTORY": str(home / "hypothesis"),
        "LANG": "C.UTF-8",
        "LC_ALL": "C.UTF-8",
    }
