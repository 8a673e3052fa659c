"""The lens in a window of its own: with a window manager, without one, and on Wayland."""

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.desk import LOOKING, Desk
from tests.hand import PATIENCE, compositor, window_manager, x_server

X_TOOLS = ("Xvfb", "xdotool", "xprop", "openbox", "wmctrl")
on_x = pytest.mark.skipif(not all(map(shutil.which, X_TOOLS)), reason=f"needs {X_TOOLS}")

MAXIMIZED = "maximized_vert,maximized_horz"
Look = Callable[[], dict[str, Any]]
"""Returns how the lens's window is now."""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with x_server() as display:
        yield Desk(display, tmp_path)


@contextmanager
def floated(
    environment: Mapping[str, str], errors: int | None = None
) -> Iterator[tuple[Look, "subprocess.Popen[str]"]]:
    """Run the program with its lens in a window of its own."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.floated"],
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=errors,
        text=True,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None

        def look() -> dict[str, Any]:
            print("look", file=process.stdin, flush=True)
            found: dict[str, Any] = json.loads(process.stdout.readline())
            return found

        try:
            wait_until(lambda: look()["is_visible"], process)
            yield look, process
            process.communicate(timeout=PATIENCE)
        finally:
            process.kill()


def wait_until(is_so: Callable[[], bool], process: "subprocess.Popen[str]") -> None:
    deadline = time.monotonic() + PATIENCE
    while not is_so():
        assert process.poll() is None, "the program ended"
        assert time.monotonic() < deadline, "it never happened"
        time.sleep(LOOKING)


def properties(desk: Desk, window: int, *names: str) -> str:
    """Return a window's properties, as other programs see them."""
    command = ["xprop", "-id", str(window), *names]
    done = subprocess.run(command, env=desk.environment, capture_output=True, text=True, check=True)
    return done.stdout


def ask(desk: Desk, *words: str) -> None:
    """Ask the window manager for something, as a click on a frame's buttons does."""
    subprocess.run(["wmctrl", "-i", *words], env=desk.environment, check=True)


@on_x
def test_a_window_manager_gives_it_a_title_a_frame_and_all_its_buttons(desk: Desk) -> None:
    with (
        window_manager(desk.environment["DISPLAY"]),
        floated(desk.environment) as (look, process),
    ):
        wait_until(lambda: look()["margins"][1] > 0, process)
        lens = look()["lens"]
        told = properties(desk, lens, "WM_TRANSIENT_FOR", "_NET_WM_NAME", "_NET_WM_ALLOWED_ACTIONS")
        assert f"window id # {look()['main']:#x}" in told, "it stays in front of the window"
        assert '"Lens – lenet-gui"' in told
        assert "MAXIMIZE_VERT" in told
        before = look()["place"]
        ask(desk, "-r", hex(lens), "-b", f"add,{MAXIMIZED}")
        wait_until(lambda: look()["is_maximized"] and look()["place"] != before, process)
        ask(desk, "-r", hex(lens), "-b", f"remove,{MAXIMIZED}")
        wait_until(lambda: look()["place"] == before, process)
        ask(desk, "-c", hex(lens))
        wait_until(lambda: not look()["is_visible"], process)
        assert not look()["is_open"]


@on_x
def test_without_a_window_manager_its_head_moves_it_and_its_button_closes_it(desk: Desk) -> None:
    with floated(desk.environment) as (look, process):
        _, top, _, height = look()["head"]
        before = look()["place"]
        x, y = look()["close"][0] - 40, top + height // 2  # the row of lenses ends before
        desk.xdotool(
            *("mousemove", x, y, "mousedown", 1, "mousemove", x - 50, y + 9),
            *("mousemove", x - 90, y + 20, "mouseup", 1),
        )
        moved = [before[0] - 90, before[1] + 20, *before[2:]]
        wait_until(lambda: look()["place"] == moved, process)
        left, top, width, height = look()["close"]
        desk.xdotool("mousemove", left + width // 2, top + height // 2, "click", 1)
        wait_until(lambda: not look()["is_visible"], process)


@pytest.mark.skipif(not shutil.which("weston"), reason="needs Weston")
def test_on_wayland_it_has_a_title_and_a_frame_and_stays_in_front(tmp_path: Path) -> None:
    log = tmp_path / "log"
    with compositor() as variables:
        environment = Desk("", tmp_path).environment | variables
        environment |= {"QT_QPA_PLATFORM": "wayland", "WAYLAND_DEBUG": "1"}
        for start in ("first", "second"):  # it floats already at the second
            with log.open("w") as errors, floated(environment, errors.fileno()) as (look, process):
                wait_until(lambda look=look: look()["margins"][1] > 0, process)  # type: ignore[misc]
            requests = log.read_text()
            assert 'set_title("Lens – lenet-gui")' in requests, start
            assert ".set_parent(xdg_toplevel" in requests, start
