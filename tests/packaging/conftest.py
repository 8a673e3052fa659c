"""Shared by the tests of the built program: its place, and ways to run it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.hand import x_server

ROOT = Path(__file__).resolve().parent.parent.parent
OWN = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_RUNTIME_DIR")

Done = subprocess.CompletedProcess[str]


@pytest.fixture(scope="session")
def bundle() -> Path:
    """Return the folder of the built program: LENET_GUI_BUILT, or else dist/lenet-gui."""
    folder = Path(os.environ.get("LENET_GUI_BUILT", ROOT / "dist" / "lenet-gui")).resolve()
    if not (folder / "lenet-gui").exists():
        pytest.fail(f"there is no program in {folder}: run pyinstaller build.spec first")
    return folder


@pytest.fixture(scope="session")
def program(bundle: Path) -> Path:
    """Return the built program."""
    return bundle / "lenet-gui"


@pytest.fixture(scope="session")
def display() -> Iterator[str]:
    """Start a separate X server and return its name."""
    with x_server() as name:
        yield name


@pytest.fixture
def packing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the modules in packaging/ importable."""
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))


def bare_environment(**more: str) -> dict[str, str]:
    """Return the environment without Python's variables and without a display."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    return {k: v for k, v in environment.items() if k not in OWN} | more


def call(
    *command: object, environment: Mapping[str, str] | None = None, cwd: Path | None = None
) -> Done:
    """Run a command and return its result and output."""
    return subprocess.run(
        [str(part) for part in command],
        env=bare_environment() if environment is None else environment,
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def unprivileged(*command: object) -> list[str]:
    """Return a command that runs another as an unprivileged user, if this user is root."""
    parts = [str(part) for part in command]
    if sys.platform != "linux" or os.geteuid():
        return parts
    assert shutil.which("setpriv"), "util-linux has setpriv"
    return ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", *parts]
