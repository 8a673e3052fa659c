"""The real program on a real X server: files, other programs, and what becomes of a killed one."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from lenet_gui.core.drawing import parse_drawing
from lenet_gui.core.session_file import from_bytes
from lenet_gui.errors import DrawingError
from lenet_gui.resources import resource
from tests.hand import PATIENCE, SOURCE, x_server
from tests.other_program import SIDE

pytestmark = pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="needs Xvfb and xdotool"
)
UNTITLED, CHANGED = "Untitled – lenet-gui", "Untitled* – lenet-gui"


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """Start an X server of our own and return its name."""
    with x_server() as name:
        yield name


class Desk:
    """A user's desk: a screen, a home, and the program that runs there."""

    def __init__(self, display: str, home: Path) -> None:
        environment = {k: v for k, v in os.environ.items() if k != "QT_QPA_PLATFORM"}
        self.environment = environment | {"DISPLAY": display, "LC_ALL": "C.UTF-8"}
        self.session = Path(environment["XDG_DATA_HOME"], "lenet-gui", "lenet-gui", "session-1.npz")
        settings = Path(environment["XDG_CONFIG_HOME"], "lenet-gui", "lenet-gui.ini")
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.write_text("[General]\ntoured=true\nlanguage=en\n")
        self.process: subprocess.Popen[bytes] | None = None
        self.home = home

    @contextmanager
    def program(self, *files: Path, title: str = UNTITLED) -> Iterator[subprocess.Popen[bytes]]:
        """Run the program until its window has a title, and end it at last if it goes on."""
        command = [*SOURCE, *map(str, files)]
        self.process = subprocess.Popen(command, env=self.environment)
        try:
            self.wait_for(title)
            yield self.process
        finally:
            self.process.kill()
            self.process.wait()

    @contextmanager
    def other(self, *arguments: object) -> Iterator[None]:
        """Run another program beside it."""
        command = [sys.executable, "-m", "tests.other_program", *map(str, arguments)]
        with subprocess.Popen(command, env=self.environment, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == b"ready\n"
            try:
                yield
            finally:
                process.kill()

    def xdotool(self, *words: object) -> str:
        """Let the hand do something; return what it says."""
        command = ["xdotool", *map(str, words)]
        done = subprocess.run(
            command, env=self.environment, capture_output=True, text=True, check=False
        )
        return done.stdout.strip()

    def press(self, *keys: str) -> None:
        """Press keys in the window that has the focus."""
        self.xdotool("key", "--delay", 30, *keys)

    def draw(self) -> None:
        """Draw a bar by keys, and leave the pen down."""
        self.press("k", "space", *["Right"] * 8)

    def name_file(self, name: str, title: str) -> None:
        """Type a name into the dialog that opens, and Enter."""
        self.wait_for(title)
        self.xdotool("type", "--delay", 10, str(self.home / name))
        self.press("Return")

    def wait_for(self, title: str) -> None:
        """Wait for a window with a title, and give it the focus: there is no window manager."""
        pattern = f"^{re.escape(title)}$"
        self.wait_until(lambda: self.xdotool("search", "--onlyvisible", "--name", pattern) != "")
        self.xdotool("search", "--onlyvisible", "--name", pattern, "windowfocus", "--sync")

    def wait_until(self, is_so: Callable[[], bool]) -> None:
        """Wait for something that the program does."""
        assert self.process is not None
        deadline = time.monotonic() + PATIENCE
        while not is_so():
            assert self.process.poll() is None, "the program ended"
            assert time.monotonic() < deadline, "it never came"
            self.xdotool("sleep", 0.02)


@pytest.fixture
def desk(display: str, tmp_path: Path) -> Desk:
    return Desk(display, tmp_path)


def strokes_in(file: Path) -> list[int]:
    """Return how many points each stroke of a session has; none where there is none yet."""
    try:
        source = from_bytes(file.read_bytes()).source
    except (OSError, DrawingError):
        return []
    return [len(points) for points in getattr(source, "strokes", ())]


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
    assert not desk.session.exists(), "it is in its file"
    with desk.program():
        desk.press("ctrl+o")
        desk.name_file(file.name, "Open")
        desk.wait_for("bar.lenet.json – lenet-gui")


def test_a_killed_program_comes_back_with_the_drawing(desk: Desk, tmp_path: Path) -> None:
    with desk.program() as process:
        desk.draw()
        desk.wait_until(lambda: strokes_in(desk.session) == [9])
        process.kill()  # as kill -9 does, the pen still down
        process.wait()
    with desk.program(title=CHANGED):
        desk.press("ctrl+s")
        desk.name_file("back", "Save as")
        desk.wait_for("back.lenet.json – lenet-gui")
    (points,) = parse_drawing((tmp_path / "back.lenet.json").read_bytes()).strokes
    assert len(points) == 9


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl+C", "kill"])
def test_told_from_outside_it_keeps_the_drawing_and_ends(
    desk: Desk, tmp_path: Path, number: signal.Signals
) -> None:
    file = tmp_path / "five.lenet.json"
    shutil.copy(resource("assets", "examples", "5.lenet.json"), file)
    with desk.program(file, title="five.lenet.json – lenet-gui") as process:
        desk.draw()
        desk.wait_for("five.lenet.json* – lenet-gui")
        desk.press("ctrl+q")  # a question, which nobody answers
        desk.wait_for("Save changes?")
        process.send_signal(number)
        assert process.wait(timeout=PATIENCE) == 0
    session = from_bytes(desk.session.read_bytes())
    assert (session.file, session.is_modified) == (str(file), True)
    with desk.program(title="five.lenet.json* – lenet-gui"):
        pass


def test_a_damaged_session_does_not_keep_it_from_coming_up(desk: Desk) -> None:
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
    told = subprocess.run(
        [*SOURCE, "classify", str(tmp_path / "pasted.png"), "--json"],
        env=desk.environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert json.loads(told.stdout)["digit"] == 1


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
    assert file.exists(), "it was copied, not moved away"
