"""Platforms that people choose for Qt: each is asked for what it needs before Qt is."""

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
    sys.platform in ("win32", "darwin"), reason="there is always a display here"
)


@pytest.fixture
def compositor(bare: pytest.MonkeyPatch, tmp_path: Path):
    """Answer as a Wayland compositor does, under the name that is taken where none is given."""
    bare.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-0"))
        server.listen()
        yield


@pytest.mark.parametrize(
    "platform", ["offscreen", "minimal:enable_fonts", "OffScreen", "xcb;offscreen", "bogus;minimal"]
)
def test_a_platform_that_needs_no_screen_is_enough(bare, platform):
    bare.setenv("QT_QPA_PLATFORM", platform)
    require_display()


@pytest.mark.parametrize(
    ("platform", "sentence"),
    [
        ("xcb", "DISPLAY names none"),
        ("xcb:native=true", "DISPLAY names none"),
        ("XCB", "DISPLAY names none"),
        ("wayland", "no Wayland compositor answers"),
        ("wayland-egl", "no Wayland compositor answers"),
        ("wayland;xcb", "DISPLAY names none"),
        ("bogus", "QT_QPA_PLATFORM names bogus, and Qt has only .*offscreen"),
        ("bogus;other:x", "QT_QPA_PLATFORM names bogus and other, and"),
        ("bogus;xcb", "DISPLAY names none"),
    ],
)
def test_a_platform_that_can_not_come_up_is_told(bare, platform, sentence):
    bare.setenv("QT_QPA_PLATFORM", platform)
    with pytest.raises(DisplayError, match=f"^There is no display .*: {sentence}"):
        require_display()


def test_only_the_display_that_is_asked_for_counts(bare, compositor):
    bare.setenv("QT_QPA_PLATFORM", "wayland")
    require_display()
    bare.setenv("QT_QPA_PLATFORM", "xcb")
    with pytest.raises(DisplayError, match="DISPLAY names none"):
        require_display()
    bare.delenv("QT_QPA_PLATFORM")  # Qt by itself looks for no compositor that is not named
    with pytest.raises(DisplayError, match="DISPLAY and WAYLAND_DISPLAY name none"):
        require_display()


def test_platforms_from_elsewhere_count(bare, tmp_path):
    (tmp_path / "libqmirror.so").touch()
    bare.setenv("QT_QPA_PLATFORM", "mirror")
    with pytest.raises(DisplayError, match="names mirror"):
        require_display()
    bare.setenv("QT_QPA_PLATFORM_PLUGIN_PATH", str(tmp_path))
    require_display()


@pytest.mark.parametrize("platform", ["xcb", "wayland", "bogus"])
def test_the_window_says_so_and_does_not_abort(platform):
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
def test_the_self_test_goes_on_without_a_screen(platform):
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
