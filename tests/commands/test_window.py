"""`lenet-gui` alone: a sentence where no window can open, and the window where one can."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from lenet_gui.commands.display import require_display
from lenet_gui.errors import DisplayError
from tests.commands.conftest import VARIABLES

pytestmark = pytest.mark.skipif(
    sys.platform in ("win32", "darwin"), reason="there is always a display here"
)


def test_no_display_is_told(run, bare):
    code, out, error = run()
    assert (code, out) == (1, "")
    assert error.startswith("lenet-gui: There is no display to open a window on")


def test_a_display_that_does_not_answer_is_told_by_the_program_itself():
    environment = {name: value for name, value in os.environ.items() if name not in VARIABLES}
    done = subprocess.run(
        [sys.executable, "-m", "lenet_gui"],
        env={**environment, "DISPLAY": ":4711"},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("lenet-gui: ")
    assert done.stderr.count("\n") == 1


def test_who_names_qts_platform_is_believed(bare):
    bare.setenv("QT_QPA_PLATFORM", "offscreen")
    require_display()


def test_a_compositor_that_answers_is_enough(bare, tmp_path):
    bare.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    bare.setenv("WAYLAND_DISPLAY", "wayland-9")
    with pytest.raises(DisplayError):
        require_display()
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-9"))
        server.listen()
        require_display()


@pytest.mark.skipif(not shutil.which("Xvfb"), reason="needs Xvfb")
def test_an_x_server_that_answers_is_enough(bare):
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-nolisten", "tcp"],
        pass_fds=[writer],
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    try:
        with os.fdopen(reader) as told:
            bare.setenv("DISPLAY", f":{told.readline().strip()}")
        try:
            require_display()
        except DisplayError as error:
            if "system library is missing" not in str(error):
                raise
            pytest.skip(str(error))
    finally:
        server.terminate()
        server.wait(timeout=60)
    with pytest.raises(DisplayError, match="can't be reached"):
        require_display()


def test_the_window_is_opened_with_what_was_asked_for(run, monkeypatch, weights_file):
    from lenet_gui.ui import app

    opened = []
    monkeypatch.setattr(app, "run_window", lambda *arguments: opened.append(arguments) or 0)
    assert run() == (0, "", "")
    report = Path("readings.jsonl")
    arguments = ("--theme", "dark", "--weights", weights_file, "--report", report)
    assert run(*arguments) == (0, "", "")
    assert opened == [(None, None, None, None), ("dark", weights_file, report, None)]


@pytest.mark.parametrize("command", [[], ["open"]], ids=["alone", "open"])
def test_the_window_opens_with_the_drawing_in_a_file(run, monkeypatch, seven, command):
    from lenet_gui.ui import app

    opened = []
    monkeypatch.setattr(app, "run_window", lambda *arguments: opened.append(arguments[3]) or 0)
    assert run(*command, seven) == (0, "", "")
    assert opened[0].label == 7


def test_the_window_opens_with_a_picture(run, monkeypatch, tmp_path):
    from lenet_gui.ui import app

    file = tmp_path / "one.png"
    image = QImage(20, 20, QImage.Format.Format_Grayscale8)
    image.fill(255)
    for row in range(4, 16):
        image.setPixel(10, row, 0)
    image.save(str(file))
    opened = []
    monkeypatch.setattr(app, "run_window", lambda *arguments: opened.append(arguments[3]) or 0)
    assert run(file) == (0, "", "")
    assert opened[0].ink.sum() == 12


def test_a_file_that_can_not_be_opened_is_left_for_the_window_to_say(run, monkeypatch, tmp_path):
    from lenet_gui.ui import app

    broken = tmp_path / "broken.lenet.json"
    broken.write_text("{")
    damaged = tmp_path / "Ziffer 7.bmp"
    QImage(8, 8, QImage.Format.Format_Grayscale8).save(str(damaged))
    damaged.write_bytes(damaged.read_bytes()[:20])
    said = []
    monkeypatch.setattr(app, "run_window", lambda *arguments: said.append(str(arguments[3])) or 0)
    for file in (broken, damaged, tmp_path / "gone.json"):
        assert run("open", file) == (0, "", "")
    assert "broken.lenet.json: The drawing is not valid JSON" in said[0]
    assert str(damaged) in said[1]
    assert said[2] == f"{tmp_path / 'gone.json'} can't be read: No such file or directory."


def test_what_is_neither_a_command_nor_a_file_is_wrong_usage(run):
    code, _, error = run("seventeen")
    assert code == 2
    assert "invalid choice: 'seventeen'" in error


def test_qt_without_its_system_libraries_is_told(run, monkeypatch):
    class Broken:
        def find_spec(self, name, path=None, target=None):
            if name == "lenet_gui.ui.app":
                raise ImportError("libEGL.so.1: cannot open shared object file")

    monkeypatch.delitem(sys.modules, "lenet_gui.ui.app", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Broken(), *sys.meta_path])
    code, _, error = run()
    assert code == 1
    assert error == (
        "lenet-gui: The window can't open: libEGL.so.1: cannot open shared object file.\n"
    )
