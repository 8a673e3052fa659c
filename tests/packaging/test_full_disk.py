"""The built program on a full disk: drawing works, and it prints at most one line."""

import errno
import os
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

from lenet_gui.resources import resource
from tests.hand import PATIENCE, Program, example
from tests.packaging.conftest import bare_environment, call

pytestmark = [
    pytest.mark.bundle,
    pytest.mark.skipif(sys.platform != "linux", reason="mounts a separate disk"),
]

NAMESPACE = ["unshare", "--mount", *(["--user", "--map-root-user"] if os.geteuid() else [])]
"""Runs a command with private mounts, which disappear when it ends."""

ON_A_FULL_DISK = """
mount -t tmpfs -o size=64k,nr_inodes=100 tmpfs "$0" || exit 91
mkdir "$0/tmp" "$0/run"
chmod 700 "$0/run"
cat /dev/zero >"$0/everything" 2>/dev/null
if echo more 2>/dev/null >"$0/more"; then exit 92; fi
cd "$0"
exec "$@"
"""
"""Mounts and fills a disk at its first argument, and runs its other arguments there."""

STROKE = "mousemove 120 200 mousedown 1 mousemove 200 300 mousemove 200 400 mouseup 1"
"""A stroke within the canvas, for all its possible places."""

REASON = os.strerror(errno.ENOSPC)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """Return a folder for mounting a full disk."""
    if subprocess.run([*NAMESPACE, "true"], check=False, capture_output=True).returncode:
        pytest.skip("only root may mount disks on this system")
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


def on_a_full_disk(home: Path, *command: object) -> list[str]:
    """Return a command that runs another with a full disk at `home`."""
    return [*NAMESPACE, "sh", "-c", ON_A_FULL_DISK, str(home), *(str(part) for part in command)]


def environment_of(home: Path) -> dict[str, str]:
    """Return an environment in which the program writes everything to `home`."""
    kept = {k: v for k, v in bare_environment().items() if not k.startswith("XDG_")}
    return kept | {
        "HOME": str(home),
        "TMPDIR": str(home / "tmp"),
        "XDG_RUNTIME_DIR": str(home / "run"),
    }


def test_drawing_and_reading_work(program: Path, display: str, home: Path, tmp_path: Path) -> None:
    errors = tmp_path / "errors"
    quiet = ["sh", "-c", 'exec "$@" 2>"$0"', errors, program]
    window = Program(
        display, tmp_path / "report", on_a_full_disk(home, *quiet), environment_of(home)
    )
    for digit in (3, 8):
        window.draw(example(digit, (0.2, 0.15, 0.7)))
        seen = [window.next_line()]
        window.press("Delete")
        while not (seen[-1]["digit"] is None and any(line["digit"] for line in seen)):
            seen.append(window.next_line())
        assert seen[-2]["digit"] == digit, "the last word before the canvas was cleared"
    window.press("ctrl+q")
    assert window.process.wait(timeout=PATIENCE) == 0
    assert errors.read_text(encoding="utf-8").count("\n") <= 1
    assert "Traceback" not in errors.read_text(encoding="utf-8")


@pytest.mark.parametrize("place", ["/dev/full", "readings.jsonl"])
def test_a_report_without_space_blocks_nothing(
    program: Path, display: str, home: Path, place: str
) -> None:
    """The window closes by its key, which a dialog would have caught."""
    environment = environment_of(home) | {"DISPLAY": display}
    command = on_a_full_disk(home, program, "--report", place)
    window = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
    try:
        assert window.stderr is not None
        first = window.stderr.readline()  # about the ready line, so the window is open
        subprocess.run(["xdotool", *STROKE.split()], env=environment, check=True)
        rest = _quit(window, environment)
    finally:
        window.kill()
        window.communicate()
    assert window.returncode == 0
    assert first == (
        f"lenet-gui: {place} can't be written any further: {REASON};"
        " the window goes on without it.\n"
    )
    assert rest == ""


def test_an_export_without_space_is_reported(program: Path, home: Path) -> None:
    drawing = resource("assets", "examples", "7.lenet.json")
    command = on_a_full_disk(home, program, "export", drawing, "--out", home / "seven.npz")
    done = call(*command, environment=environment_of(home))
    assert done.returncode == 1
    assert REASON in done.stderr
    assert done.stderr.startswith("lenet-gui: ")
    assert done.stderr.count("\n") == 1


def _quit(window: subprocess.Popen[str], environment: dict[str, str]) -> str:
    """Press the key that closes the window until it is closed; return the errors it wrote.

    A window that has just come up may not be active yet, and shortcuts need one that is.
    """
    assert window.stderr is not None
    deadline = time.monotonic() + PATIENCE
    while window.poll() is None and time.monotonic() < deadline:
        subprocess.run(["xdotool", "key", "ctrl+q"], env=environment, check=True)
        with suppress(subprocess.TimeoutExpired):
            window.wait(timeout=1)
    return window.stderr.read() if window.poll() is not None else ""
