"""Corrections and data sets in the real program on a real X server, by keyboard alone."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from lenet_gui.core.datasets.datasets import read_samples
from lenet_gui.resources import resource
from tests.hand import PATIENCE, SOURCE, Program, example, x_server

KEEPING = (sys.executable, "-m", "tests.reporting")
"""The command that runs a program which keeps corrections, and reports its readings."""
pytestmark = pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="needs Xvfb and xdotool"
)


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    with x_server() as display:
        program = Program(display, tmp_path / "readings.jsonl", KEEPING)
        yield program
        program.process.kill()
        program.process.wait()


def kept() -> list[dict[str, Any]]:
    """Return the complete lines of this test's collection."""
    path = Path(os.environ["XDG_DATA_HOME"]) / "lenet-gui" / "lenet-gui" / "corrections.jsonl"
    data = path.read_bytes() if path.exists() else b""
    return [json.loads(line) for line in data.splitlines(keepends=True) if line.endswith(b"\n")]


def wait_for(program: Program, is_it: Callable[[], bool], what: str) -> None:
    """Wait for a condition, leaving the processor to the program."""
    deadline = time.monotonic() + PATIENCE
    while not is_it():
        assert time.monotonic() < deadline, f"{what} did not happen"
        program.leave_processor()


def wait_for_digit(program: Program, digit: int | None) -> None:
    while program.next_line()["digit"] != digit:
        pass


def test_a_drawing_is_corrected_exported_measured_and_deleted(
    program: Program, tmp_path: Path
) -> None:
    program.draw(example(7, (0.2, 0.15, 0.7)))
    wait_for_digit(program, 7)
    program.press("alt+1")
    wait_for(program, lambda: len(kept()) == 1, "the first correction")
    program.press("alt+7")
    wait_for(program, lambda: [line["label"] for line in kept()] == [7], "the second one")
    (line,) = kept()
    assert line["correction"]["read"] == 7
    assert len(line["times"][0]) == len(line["strokes"][0]) > 10

    program.press("Delete")
    wait_for_digit(program, None)
    program.press("alt+f")
    program.press("c")
    program.await_window("Corrections")
    program.press("Return")
    wait_for_digit(program, 7)

    out = tmp_path / "mine.jsonl"
    program.press("Tab", times=3)
    program.press("space")
    program.await_window("Export")
    program.write(str(out))
    program.press("Return")
    wait_for(program, out.exists, "the export")
    assert [sample.label for sample in read_samples(out)] == [7]
    measured = subprocess.run(
        [*SOURCE, "evaluate", str(out), "--json"], capture_output=True, check=True
    )
    assert json.loads(measured.stdout)["correct"] == 1

    program.await_window("Corrections")
    program.press("Delete")
    wait_for(program, lambda: kept() == [], "the deletion")


def test_a_data_sets_digit_is_put_on_the_canvas(program: Program, tmp_path: Path) -> None:
    program.draw(example(7, (0.2, 0.15, 0.7)))
    wait_for_digit(program, 7)
    path = tmp_path / "digits.jsonl"
    drawings = [resource("assets", "examples", f"{digit}.lenet.json") for digit in (3, 5)]
    lines = [json.dumps(json.loads(drawing.read_text())) for drawing in drawings]
    path.write_text("\n".join(lines))
    program.press("ctrl+shift+d")
    program.await_window("Open")
    program.write(str(path))
    program.press("Return")
    program.await_window("digits.jsonl")
    program.press("Right")
    program.press("Return")
    wait_for_digit(program, 5)


def test_a_killed_program_keeps_its_corrections(program: Program) -> None:
    program.draw(example(3, (0.2, 0.15, 0.7)))
    wait_for_digit(program, 3)
    program.press("alt+8")
    wait_for(program, lambda: len(kept()) == 1, "the correction")
    program.process.kill()
    assert [line["label"] for line in kept()] == [8]
