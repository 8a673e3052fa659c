"""Measure the built program on Linux: `python packaging/measure.py --check`.

Measures the size on disk and packed; the time from process start until the window is painted and
ready, relative to `import torch` in this Python, in turns with it; and the memory after drawing ten
digits. Needs Xvfb and xdotool, PyTorch for the ratio, and root to drop the file cache.
"""

import argparse
import json
import os
import select
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.hand import PATIENCE, Program, example, x_server  # noqa: E402

DROP_CACHES = Path("/proc/sys/vm/drop_caches")
MUST = {
    "megabytes_on_disk": 95,
    "megabytes_as_tar_xz": 27,
    "share_of_import_torch": 0.30,
    "megabytes_of_memory": 110,
}
"""The upper limits in docs/packaging.md."""


def size_on_disk(folder: Path) -> float:
    """Return the total size of the files in megabytes, without links."""
    files = (file for file in folder.rglob("*") if file.is_file() and not file.is_symlink())
    return sum(file.stat().st_size for file in files) / 1e6


def seconds_to_ready(program: Path, display: str) -> float:
    """Start the program and return the seconds until it reports that it is ready.

    The report is a pipe, which avoids polling.
    """
    environment = {k: v for k, v in os.environ.items() if k != "QT_QPA_PLATFORM"}
    with tempfile.TemporaryDirectory() as folder:
        pipe = Path(folder) / "report"
        os.mkfifo(pipe)
        reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
        began = time.perf_counter()
        process = subprocess.Popen(
            [program, "--report", pipe], env=environment | {"DISPLAY": display}
        )
        try:
            report, lines = b"", b""
            while b'"ready"' not in lines:  # the empty canvas may be read before it is painted
                if not select.select([reader], [], [], PATIENCE)[0]:
                    sys.exit(f"{program} did not start.")
                new = os.read(reader, 10_000)
                if not new:
                    sys.exit(f"{program} ended before it was ready.")
                report += new
                lines = report[: report.rfind(b"\n") + 1]
            seconds = time.perf_counter() - began
            ready = (line for line in map(json.loads, lines.splitlines()) if "ready" in line)
            if not next(ready)["ready"]:
                sys.exit(f"{program} reports that it is not ready.")
        finally:
            process.terminate()
            process.wait()
            os.close(reader)
    return seconds


def seconds_to_import_torch() -> float:
    """Return the seconds that a new process of this Python takes to import PyTorch and end."""
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", "import torch"], check=True)
    return time.perf_counter() - began


def memory_in_use(program: Path, display: str) -> float:
    """Draw ten digits and return the resident memory in megabytes (proc(5), `VmRSS`)."""
    with tempfile.TemporaryDirectory() as folder:
        running = Program(display, Path(folder) / "report", [str(program)])
        try:
            for digit in range(10):
                running.draw(example(digit, (0.2, 0.15, 0.7)))
                while running.next_line()["probabilities"] is None:
                    pass
                if digit < 9:
                    running.press("Delete")
                    while running.next_line()["probabilities"] is not None:
                        pass
            status = Path(f"/proc/{running.process.pid}/status").read_text()
        finally:
            running.process.terminate()
            running.process.wait()
    (line,) = (line for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) * 1024 / 1e6


def measure(bundle: Path, archive: Path | None, rounds: int) -> dict[str, float]:
    """Return all figures that can be had here."""
    program = bundle / "lenet-gui"
    figures = {"megabytes_on_disk": size_on_disk(bundle)}
    if archive is not None:
        figures["megabytes_as_tar_xz"] = archive.stat().st_size / 1e6
    with x_server() as display:
        starts, imports = [], []
        for _ in range(1 + rounds):  # the first round brings everything into the file cache
            starts.append(seconds_to_ready(program, display))
            if find_spec("torch"):
                imports.append(seconds_to_import_torch())
        figures["milliseconds_to_ready"] = 1000 * statistics.median(starts[1:])
        if imports:
            figures["milliseconds_to_import_torch"] = 1000 * statistics.median(imports[1:])
            shares = [start / other for start, other in zip(starts[1:], imports[1:], strict=True)]
            figures["share_of_import_torch"] = statistics.median(shares)
        if os.access(DROP_CACHES, os.W_OK):
            os.sync()
            DROP_CACHES.write_text("3")
            figures["milliseconds_to_ready_cold"] = 1000 * seconds_to_ready(program, display)
        if shutil.which("xdotool"):
            figures["megabytes_of_memory"] = memory_in_use(program, display)
    return figures


def main() -> None:
    """Print the measurements; with --check, fail if one is above its limit."""
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("bundle", type=Path, nargs="?", default=ROOT / "dist" / "lenet-gui")
    parser.add_argument("--rounds", type=int, default=9, metavar="N", help="default: %(default)s")
    parser.add_argument(
        "--check", action="store_true", help="fail if a measurement is above its limit"
    )
    arguments = parser.parse_args()
    archives = sorted(arguments.bundle.parent.glob("lenet-gui-*.tar.xz"))
    figures = measure(arguments.bundle, archives[0] if archives else None, arguments.rounds)
    print(json.dumps({name: round(value, 3) for name, value in figures.items()}, indent=2))
    over = [name for name, most in MUST.items() if figures.get(name, 0) > most]
    if arguments.check and over:
        sys.exit(f"Too large: {', '.join(over)}.")


if __name__ == "__main__":
    main()
