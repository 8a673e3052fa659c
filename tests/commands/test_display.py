"""Qt platforms chosen by the user: the program checks what they need before Qt starts."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from lenet_gui.commands.display import require_display
from lenet_gui.errors import DisplayError
from tests.commands.conftest import VARIABLES

pytestmark = pytest.mark.skipif(
    sys.platform in ("win32", "darwin"), reason="these systems always have a display"
)


@pytest.fixture
def compositor(bare: pytest.MonkeyPatch, tmp_path: Path):
    """Accept connections as a Wayland compositor, under the default name."""
    bare.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-0"))
        server.listen()
        yield


@pytest.mark.parametrize(
    "platform", ["offscreen", "minimal:enable_fonts", "OffScreen", "xcb;offscreen", "bogus;minimal"]
)
def test_a_platform_without_a_screen_suffices(bare, platform):
    bare.setenv("QT_QPA_PLATFORM", platform)
    require_display()


@pytest.mark.parametrize(
    ("platform", "sentence"),
    [
        ("xcb", "DISPLAY is not set"),
        ("xcb:native=true", "DISPLAY is not set"),
        ("XCB", "DISPLAY is not set"),
        ("wayland", "no Wayland compositor answers"),
        ("wayland-egl", "no Wayland compositor answers"),
        ("wayland;xcb", "DISPLAY is not set"),
        ("bogus", "QT_QPA_PLATFORM is set to bogus, but Qt only has .*offscreen"),
        ("bogus;other:x", "QT_QPA_PLATFORM is set to bogus and other, but"),
        ("bogus;xcb", "DISPLAY is not set"),
    ],
)
def test_an_unusable_platform_is_reported(bare, platform, sentence):
    bare.setenv("QT_QPA_PLATFORM", platform)
    with pytest.raises(DisplayError, match=f"^There is no display .*: {sentence}"):
        require_display()


def test_only_the_chosen_display_counts(bare, compositor):
    bare.setenv("QT_QPA_PLATFORM", "wayland")
    require_display()
    bare.setenv("QT_QPA_PLATFORM", "xcb")
    with pytest.raises(DisplayError, match="DISPLAY is not set"):
        require_display()
    bare.delenv(
        "QT_QPA_PLATFORM"
    )  # by itself, Qt only looks for a compositor named in WAYLAND_DISPLAY
    with pytest.raises(DisplayError, match="neither DISPLAY nor WAYLAND_DISPLAY is set"):
        require_display()


def test_platform_plugins_in_other_folders_count(bare, tmp_path):
    (tmp_path / "libqmirror.so").touch()
    bare.setenv("QT_QPA_PLATFORM", "mirror")
    with pytest.raises(DisplayError, match="set to mirror"):
        require_display()
    bare.setenv("QT_QPA_PLATFORM_PLUGIN_PATH", str(tmp_path))
    require_display()


@pytest.mark.parametrize("platform", ["xcb", "wayland", "bogus"])
def test_the_window_ends_with_a_sentence(platform):
    environment = {name: value for name, value in os.environ.items() if name not in VARIABLES}
    done = subprocess.run(
        [sys.executable, "-m", "lenet_gui"],
        env={**environment, "QT_QPA_PLATFORM": platform},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("lenet-gui: There is no display to open a window on: ")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("platform", ["xcb", "bogus"])
def test_the_self_test_works_without_a_screen(platform):
    environment = {name: value for name, value in os.environ.items() if name not in VARIABLES}
    done = subprocess.run(
        [sys.executable, "-m", "lenet_gui", "self-test"],
        env={**environment, "QT_QPA_PLATFORM": platform},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "on offscreen" in done.stdout
