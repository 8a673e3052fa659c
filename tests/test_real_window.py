"""The real program on a real X server, operated with xdotool."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest

from lenet_gui.resources import resource
from tests.desk import Desk
from tests.hand import PATIENCE, Place, Program, compositor, example, window_manager, x_server

pytestmark = pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="needs Xvfb and xdotool"
)


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """Start a separate X server and return its name."""
    with x_server() as name:
        yield name


@pytest.fixture(scope="module")
def program(display: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    program = Program(display, tmp_path_factory.mktemp("report") / "readings.jsonl")
    blank = program.next_line()
    assert blank["digit"] is None, "a blank canvas has no digit"
    assert blank["probabilities"] is None
    yield program
    program.process.terminate()
    program.process.wait()


@pytest.mark.parametrize(
    "place",
    [(0.2, 0.15, 0.7), (0.03, 0.04, 0.3), (0.66, 0.04, 0.3), (0.03, 0.66, 0.3), (0.66, 0.66, 0.3)],
    ids=["large", "top left", "top right", "bottom left", "bottom right"],
)
@pytest.mark.parametrize("digit", [2, 3, 7])
def test_a_drawn_digit_is_read(program: Program, digit: int, place: Place) -> None:
    program.draw(example(digit, place))
    reading = program.next_line()
    while reading["digit"] is None:  # on a slow machine, it may settle before the first stroke
        reading = program.next_line()
    program.press("Delete")
    seen = [reading]
    while seen[-1]["digit"] is not None:
        seen.append(program.next_line())
    assert seen[-2]["digit"] == digit, "the last reading before the canvas was cleared"
    assert sum(seen[-2]["probabilities"]) == pytest.approx(1, abs=1e-4)


def test_a_replay_ends_with_a_reading_of_the_whole_drawing(program: Program) -> None:
    program.draw(example(7, (0.2, 0.15, 0.7)))
    while program.next_line()["digit"] != 7:  # on a slow machine, it may settle half-way
        pass
    program.press("ctrl+r")  # without a replay, nothing would be read and reported
    while program.next_line()["digit"] != 7:
        pass
    program.press("Delete")
    while program.next_line()["digit"] is not None:
        pass


def test_a_drawing_from_the_command_line_is_opened_and_read(display: str, tmp_path: Path) -> None:
    drawing = resource("assets", "examples", "5.lenet.json")
    program = Program(display, tmp_path / "readings.jsonl", rest=["open", str(drawing)])
    assert program.next_line()["digit"] == 5
    program.process.terminate()
    assert program.process.wait(timeout=PATIENCE) == 0


def wait_for(program: Program, is_it: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
    """Wait for a reading of a kind."""
    reading = program.next_line()
    while not is_it(reading):
        reading = program.next_line()
    return reading


def is_like(wanted: dict[str, Any]) -> Callable[[dict[str, Any]], bool]:
    """Return whether two readings have the same probabilities."""
    return lambda reading: (
        reading["probabilities"] is not None
        and reading["probabilities"] == pytest.approx(wanted["probabilities"], abs=1e-6)
    )


def is_empty(reading: dict[str, Any]) -> bool:
    return reading["probabilities"] is None


def test_erasing_undo_and_redo(program: Program) -> None:
    program.draw(example(7, (0.2, 0.15, 0.7)))
    seven = wait_for(program, lambda reading: reading["digit"] == 7)
    # The right button erases everything, row by row; every row meets ink.
    rows = [[(0.05, y), (0.95, y)] for y in (0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8)]
    program.draw(rows, button=3)
    wait_for(program, is_empty)
    program.press("ctrl+z", times=len(rows))
    wait_for(program, is_like(seven))
    program.press("ctrl+shift+z", times=len(rows))
    wait_for(program, is_empty)
    program.press("ctrl+z", times=len(rows))
    wait_for(program, is_like(seven))
    program.press("Delete")
    wait_for(program, is_empty)


def test_turning_a_hundred_times_then_undo_and_redo(program: Program) -> None:
    program.draw(example(7, (0.2, 0.15, 0.7)))
    seven = wait_for(program, lambda reading: reading["digit"] == 7)
    program.press("ctrl+a")
    program.press("period", times=100)  # 500 degrees
    turned = wait_for(program, lambda reading: not is_like(seven)(reading))
    program.press("ctrl+z", times=100)
    wait_for(program, is_like(seven))
    program.press("ctrl+y", times=100)
    wait_for(program, is_like(turned))
    program.press("Delete")
    wait_for(program, is_empty)


def test_a_digit_drawn_with_the_keyboard_is_read(program: Program) -> None:
    program.press("k")
    for key, times in (
        ("Up", 8), ("Left", 5), ("space", 1), ("Right", 10), ("space", 1),  # a seven's bar
        ("space", 1), ("End", 2), ("Down", 1), ("End", 3), ("Down", 10), ("space", 1),  # its stem
    ):  # fmt: skip
        program.press(key, times)
    wait_for(program, lambda reading: reading["digit"] == 7)
    program.press("Delete")
    wait_for(program, is_empty)


def test_the_window_closes_by_its_key(program: Program) -> None:
    program.press("ctrl+q")
    assert program.process.wait(timeout=PATIENCE) == 0


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl+C", "kill"])
def test_the_window_closes_on_a_signal(
    display: str, tmp_path: Path, number: signal.Signals
) -> None:
    program = Program(display, tmp_path / "readings.jsonl")
    program.process.send_signal(number)
    assert program.process.wait(timeout=PATIENCE) == 0


def contents(folder: Path) -> dict[str, bytes | None]:
    """Return all that is in a folder, by its path; folders have no bytes."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in folder.rglob("*")
    }


def test_an_exhibit_keeps_nothing(display: str, tmp_path: Path) -> None:
    desk = Desk(display, tmp_path)
    desk.data.mkdir(parents=True)
    desk.corrections.write_text('{"strokes": [[[100, 100], [180, 420]]], "label": 1}\n')
    before = contents(tmp_path)
    report = tmp_path.with_name("readings.jsonl")
    program = Program(display, report, environment=desk.environment)
    program.draw(example(7, (0.2, 0.15, 0.7)))
    wait_for(program, lambda reading: reading["digit"] == 7)
    for key in ("alt+v", "n", "Down", "Down", "Return"):  # German
        program.press(key)
    for key in ("alt+1", "ctrl+plus", "ctrl+l", "bracketright"):  # a correction and some choices
        program.press(key)
    program.press("ctrl+s")
    program.await_window("Speichern")
    program.press("Escape")
    desk.wait_for("Unbenannt* – lenet-gui")
    program.press("ctrl+q")
    assert program.process.wait(timeout=PATIENCE) == 0
    assert contents(tmp_path) == before


def assert_on_screen(**variables: str) -> None:
    """Start the program for the first time; at each step window and tour are on the screen."""
    environment = {name: v for name, v in os.environ.items() if name != "QT_QPA_PLATFORM"}
    done = subprocess.run(
        [sys.executable, "-m", "tests.first_start"],
        env=environment | variables,
        stdout=subprocess.PIPE,
        text=True,
        timeout=PATIENCE,
        check=True,
    )
    *steps, last = map(json.loads, done.stdout.splitlines())
    assert steps
    for step in (*steps, last):
        assert is_within(step["window"], step["screen"]), step
        assert all(is_within(part, step["window"]) for part in step["tour"]), step
        assert bool(step["tour"]) == (step is not last), step


def is_within(inner: list[int], outer: list[int]) -> bool:
    """Return whether a rectangle, as left, top, width and height, lies in another one."""
    return all(
        outer[axis] <= inner[axis]
        and inner[axis] + inner[axis + 2] <= outer[axis] + outer[axis + 2]
        for axis in (0, 1)
    )


@pytest.mark.parametrize("is_managed", [False, True], ids=["alone", "managed"])
@pytest.mark.parametrize(
    ("screen", "factor"),
    [
        ((1280, 720), "1"), ((1366, 768), "1"), ((1024, 768), "1"), ((960, 1060), "1"),
        ((1920, 1080), "1.5"), ((1920, 1080), "2"),
    ],
)  # fmt: skip
def test_at_the_first_start_window_and_tour_are_on_the_screen(
    screen: tuple[int, int], factor: str, is_managed: bool
) -> None:
    if is_managed and not (shutil.which("openbox") and shutil.which("xprop")):
        pytest.skip("needs openbox and xprop")
    with x_server(screen) as display, window_manager(display) if is_managed else nullcontext():
        assert_on_screen(DISPLAY=display, QT_SCALE_FACTOR=factor)


@pytest.mark.skipif(not shutil.which("weston"), reason="needs Weston")
def test_on_wayland_too_window_and_tour_are_on_the_screen() -> None:
    with compositor() as variables:
        assert_on_screen(QT_QPA_PLATFORM="wayland", **variables)
