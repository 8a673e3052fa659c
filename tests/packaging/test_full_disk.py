"""The built program where the disk is full: drawing goes on, and it says no more than a line."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from lenet_gui.resources import resource
from tests.hand import PATIENCE, Program, example
from tests.packaging.conftest import bare_environment, call

pytestmark = [
    pytest.mark.bundle,
    pytest.mark.skipif(sys.platform != "linux", reason="mounts a disk of its own"),
]

NAMESPACE = ["unshare", "--mount", *(["--user", "--map-root-user"] if os.geteuid() else [])]
"""In it a disk can be mounted that nobody else sees, and that goes with the process."""

ON_A_FULL_DISK = """
mount -t tmpfs -o size=64k,nr_inodes=100 tmpfs "$0" || exit 91
mkdir "$0/tmp" "$0/run"
chmod 700 "$0/run"
cat /dev/zero >"$0/everything" 2>/dev/null
if echo more 2>/dev/null >"$0/more"; then exit 92; fi
cd "$0"
exec "$@"
"""
"""Fills a disk at the folder that is named first, and runs the rest of its arguments on it."""

STROKE = "mousemove 120 200 mousedown 1 mousemove 200 300 mousemove 200 400 mouseup 1"
"""Within the canvas, wherever that is exactly."""

REASON = os.strerror(errno.ENOSPC)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a folder that a full disk can be put at."""
    if subprocess.run([*NAMESPACE, "true"], check=False, capture_output=True).returncode:
        pytest.skip("this system lets nobody but root mount a disk")
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


def on_a_full_disk(home: Path, *command: object) -> list[str]:
    """Return a command that runs another with a full disk at `home`."""
    return [*NAMESPACE, "sh", "-c", ON_A_FULL_DISK, str(home), *(str(part) for part in command)]


def environment_of(home: Path) -> dict[str, str]:
    """Return variables by which all that the program may write goes to `home`."""
    kept = {k: v for k, v in bare_environment().items() if not k.startswith("XDG_")}
    return kept | {
        "HOME": str(home),
        "TMPDIR": str(home / "tmp"),
        "XDG_RUNTIME_DIR": str(home / "run"),
    }


def test_drawing_goes_on_and_is_read(
    program: Path, display: str, home: Path, tmp_path: Path
) -> None:
    said = tmp_path / "said"
    quiet = ["sh", "-c", 'exec "$@" 2>"$0"', said, program]
    window = Program(
        display, tmp_path / "report", on_a_full_disk(home, *quiet), environment_of(home)
    )
    for digit in (3, 8):
        window.draw(example(digit, (0.2, 0.15, 0.7)))
        seen = [window.next_line()]
        window.press("Escape")
        while not (seen[-1]["digit"] is None and any(line["digit"] for line in seen)):
            seen.append(window.next_line())
        assert seen[-2]["digit"] == digit, "the last word before the canvas was cleared"
    window.press("ctrl+q")
    assert window.process.wait(timeout=PATIENCE) == 0
    assert said.read_text(encoding="utf-8").count("\n") <= 1
    assert "Traceback" not in said.read_text(encoding="utf-8")


@pytest.mark.parametrize("place", ["/dev/full", "readings.jsonl"])
def test_a_report_that_finds_no_room_holds_nothing_up(
    program: Path, display: str, home: Path, place: str
) -> None:
    """It closes by its key: a dialog would have taken that."""
    environment = environment_of(home) | {"DISPLAY": display}
    command = on_a_full_disk(home, program, "--report", place)
    window = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
    try:
        assert window.stderr is not None
        first = window.stderr.readline()  # of the ready line, so the window is there
        subprocess.run(["xdotool", *STROKE.split(), "key", "ctrl+q"], env=environment, check=True)
        rest = window.communicate(timeout=PATIENCE)[1]
    finally:
        window.kill()
        window.communicate()
    assert window.returncode == 0
    assert first == (
        f"lenet-gui: {place} can't be written any further: {REASON};"
        " the window goes on without it.\n"
    )
    assert rest == ""


def test_an_export_that_finds_no_room_says_so(program: Path, home: Path) -> None:
    drawing = resource("assets", "examples", "7.lenet.json")
    command = on_a_full_disk(home, program, "export", drawing, "--out", home / "seven.npz")
    done = call(*command, environment=environment_of(home))
    assert done.returncode == 1
    assert REASON in done.stderr
    assert done.stderr.startswith("lenet-gui: ")
    assert done.stderr.count("\n") == 1
