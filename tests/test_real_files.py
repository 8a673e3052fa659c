"""The real program on a real X server: files, other programs, and kills."""

import json
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from lenet_gui.core.records.session_file import from_bytes
from lenet_gui.core.strokes.drawing import parse_drawing
from lenet_gui.resources import resource
from tests.desk import CHANGED, UNTITLED, Desk, strokes_in
from tests.hand import PATIENCE, SOURCE, x_server
from tests.other_program import SIDE

pytestmark = pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="needs Xvfb and xdotool"
)


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """Start a separate X server and return its name."""
    with x_server() as name:
        yield name


@pytest.fixture
def desk(display: str, tmp_path: Path) -> Desk:
    return Desk(display, tmp_path)


def test_saved_closed_and_opened_again(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "bar.lenet.json"
    with desk.program() as process:
        desk.draw()
        desk.press("Escape")
        desk.wait_for(CHANGED)
        desk.press("ctrl+s")
        desk.name_file("bar", "Save as")
        desk.wait_for("bar.lenet.json – lenet-gui")
        desk.press("ctrl+q")
        assert process.wait(timeout=PATIENCE) == 0
    assert len(parse_drawing(file.read_bytes()).strokes) == 1
    assert not desk.session.exists(), "the drawing is in its file"
    with desk.program():
        desk.press("ctrl+o")
        desk.name_file(file.name, "Open")
        desk.wait_for("bar.lenet.json – lenet-gui")


def test_a_killed_program_restores_the_drawing(desk: Desk, tmp_path: Path) -> None:
    with desk.program() as process:
        desk.draw()
        desk.wait_until(lambda: strokes_in(desk.session) == [9])
        process.kill()  # like kill -9, with the pen still down
        process.wait()
    with desk.program(title=CHANGED):
        desk.press("ctrl+s")
        desk.name_file("back", "Save as")
        desk.wait_for("back.lenet.json – lenet-gui")
    (points,) = parse_drawing((tmp_path / "back.lenet.json").read_bytes()).strokes
    assert len(points) == 9


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl+C", "kill"])
def test_on_a_signal_the_program_saves_the_drawing_and_ends(
    desk: Desk, tmp_path: Path, number: signal.Signals
) -> None:
    file = tmp_path / "five.lenet.json"
    shutil.copy(resource("assets", "examples", "5.lenet.json"), file)
    with desk.program(file, title="five.lenet.json – lenet-gui") as process:
        desk.draw()
        desk.wait_for("five.lenet.json* – lenet-gui")
        desk.press("ctrl+q")  # opens a question, left unanswered
        desk.wait_for("Save changes?")
        process.send_signal(number)
        assert process.wait(timeout=PATIENCE) == 0
    session = from_bytes(desk.session.read_bytes())
    assert (session.file, session.is_modified) == (str(file), True)
    with desk.program(title="five.lenet.json* – lenet-gui"):
        pass


def test_the_program_starts_despite_a_damaged_session(desk: Desk) -> None:
    desk.session.parent.mkdir(parents=True)
    desk.session.write_bytes(b"PK\x03\x04 and then nothing")
    with desk.program():
        aside = desk.session.with_name("session-1-damaged.npz")
        assert aside.read_bytes() == b"PK\x03\x04 and then nothing"


def test_a_picture_from_another_program_is_pasted(desk: Desk, tmp_path: Path) -> None:
    with desk.program(), desk.other("picture", 50, 50):
        desk.press("ctrl+v")
        desk.wait_for(CHANGED)
        desk.press("ctrl+s")
        desk.name_file("pasted", "Save as")
        desk.wait_for("pasted.png – lenet-gui")
    answer = subprocess.run(
        [*SOURCE, "classify", str(tmp_path / "pasted.png"), "--json"],
        env=desk.environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert json.loads(answer.stdout)["digit"] == 1


def test_two_programs_exchange_a_drawing(desk: Desk, tmp_path: Path) -> None:
    with desk.program():
        desk.draw()
        desk.press("Escape", "ctrl+x")
        desk.wait_for(UNTITLED)
        second = Desk(desk.environment["DISPLAY"], tmp_path)
        with second.program():
            desk.xdotool(
                "search", "--pid", second.process.pid if second.process else 0, "windowfocus"
            )
            second.press("ctrl+v")
            second.wait_for(CHANGED)
            second.press("ctrl+s")
            second.name_file("exchanged", "Save as")
            second.wait_for("exchanged.lenet.json – lenet-gui")
    (points,) = parse_drawing((tmp_path / "exchanged.lenet.json").read_bytes()).strokes
    assert len(points) == 9


def test_a_file_is_dropped_on_the_window(desk: Desk, tmp_path: Path) -> None:
    file = tmp_path / "five.lenet.json"
    shutil.copy(resource("assets", "examples", "5.lenet.json"), file)
    with desk.program(), desk.other("file", file):
        middle = SIDE // 2
        desk.xdotool("mousemove", middle, middle, "mousedown", 1)
        for step in range(1, 12):
            desk.xdotool("mousemove", middle + 30 * step, middle + 25 * step, "sleep", 0.05)
        desk.xdotool("mouseup", 1)
        desk.wait_for("five.lenet.json – lenet-gui")
    assert file.exists(), "it was copied, not moved"
