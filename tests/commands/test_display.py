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
        ("wayland", "no Wayland compositor answers at .*/wayland-0; start"),
        ("wayland-egl", "no Wayland compositor answers"),
        ("wayland;xcb", "no Wayland compositor answers"),
        ("bogus", "QT_QPA_PLATFORM is set to bogus, but Qt only has .*offscreen"),
        ("bogus;other:x", "QT_QPA_PLATFORM is set to bogus and other, but"),
        ("bogus;xcb", "DISPLAY is not set"),
    ],
)
def test_an_unusable_platform_is_reported(bare, tmp_path, platform, sentence):
    bare.setenv("XDG_RUNTIME_DIR", str(tmp_path))
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


@pytest.mark.parametrize(
    ("variables", "sentence"),
    [
        ({}, "neither DISPLAY nor WAYLAND_DISPLAY is set"),
        ({"WAYLAND_DISPLAY": "nowhere"}, "no Wayland compositor answers at {}/nowhere"),
        ({"WAYLAND_DISPLAY": "/nowhere"}, "no Wayland compositor answers at /nowhere"),
        (
            {"WAYLAND_DISPLAY": "nowhere", "XDG_RUNTIME_DIR": ""},
            "XDG_RUNTIME_DIR is not set, so the Wayland display nowhere can't be found",
        ),
        ({"DISPLAY": ":4711"}, "no X server answers at :4711, or it refuses you"),
        (
            {"WAYLAND_DISPLAY": "nowhere", "DISPLAY": ":4711"},
            "no Wayland compositor answers at {}/nowhere and no X server answers at :4711,"
            " or it refuses you",
        ),
    ],
    ids=["unset", "Wayland", "a path", "no folder", "X11", "both"],
)
def test_what_is_wrong_is_named_and_what_to_do(bare, tmp_path, variables, sentence):
    for name, value in {"XDG_RUNTIME_DIR": str(tmp_path), **variables}.items():
        bare.setenv(name, value)
    with pytest.raises(DisplayError) as caught:
        require_display()
    assert str(caught.value) == (
        f"There is no display to open a window on: {sentence.format(tmp_path)}; start lenet-gui"
        " from a desktop, or set DISPLAY or WAYLAND_DISPLAY to one that is running."
    )


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libxcb-cursor.so.0", "libxcb-cursor0"),
        ("libEGL.so.1", "libegl1"),
        ("libdbus-1.so.3", "libdbus-1-3"),
    ],
)
def test_a_missing_library_is_named_with_its_package(
    bare, compositor, monkeypatch, library, package
):
    def load(name):
        raise OSError(f"{library}: cannot open shared object file: No such file or directory")

    monkeypatch.setattr("lenet_gui.commands.display.ctypes.CDLL", load)
    bare.setenv("WAYLAND_DISPLAY", "wayland-0")
    with pytest.raises(DisplayError) as caught:
        require_display()
    assert str(caught.value) == (
        f"The window can't open because the system library {library} is missing: install it,"
        f" on Debian and Ubuntu with: sudo apt-get install {package}"
    )


def test_platform_plugins_in_other_folders_count(bare, tmp_path):
    (tmp_path / "libqmirror.so").touch()
    bare.setenv("QT_QPA_PLATFORM", "mirror")
    with pytest.raises(DisplayError, match="set to mirror"):
        require_display()
    bare.setenv("QT_QPA_PLATFORM_PLUGIN_PATH", str(tmp_path))
    require_display()


@pytest.mark.parametrize(
    "variables",
    [
        {"QT_QPA_PLATFORM": "xcb"},
        {"QT_QPA_PLATFORM": "wayland"},
        {"QT_QPA_PLATFORM": "bogus"},
        {"WAYLAND_DISPLAY": "nowhere"},
    ],
    ids=str,
)
def test_the_window_ends_with_a_sentence(variables):
    environment = {name: value for name, value in os.environ.items() if name not in VARIABLES}
    done = subprocess.run(
        [sys.executable, "-m", "lenet_gui"],
        env={**environment, **variables},
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
