"""`lenet-gui` alone: the window, or a sentence if none can open."""

import os
import shutil
import signal
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


def test_a_missing_display_is_reported(run, bare):
    code, out, error = run()
    assert (code, out) == (1, "")
    assert error.startswith("lenet-gui: There is no display to open a window on")


def test_an_unreachable_display_is_reported_by_the_program_rather_than_qt():
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


def test_ctrl_c_raises_nothing_in_qt_before_the_window_handles_it(run, monkeypatch):
    found = []

    def open_window(*arguments):
        found.append(signal.getsignal(signal.SIGINT))
        return 0

    monkeypatch.setattr("lenet_gui.ui.app.app.run_window", open_window)
    assert run() == (0, "", "")
    assert found == [signal.SIG_DFL]


def test_a_platform_set_for_qt_is_accepted(bare):
    bare.setenv("QT_QPA_PLATFORM", "offscreen")
    require_display()


def test_a_compositor_that_answers_suffices(bare, tmp_path):
    bare.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    bare.setenv("WAYLAND_DISPLAY", "wayland-9")
    with pytest.raises(DisplayError):
        require_display()
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-9"))
        server.listen()
        require_display()


@pytest.mark.skipif(not shutil.which("Xvfb"), reason="needs Xvfb")
def test_an_x_server_that_answers_suffices(bare):
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-nolisten", "tcp"],
        pass_fds=[writer],
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    try:
        with os.fdopen(reader) as number:
            bare.setenv("DISPLAY", f":{number.readline().strip()}")
        try:
            require_display()
        except DisplayError as error:
            if "system library" not in str(error):
                raise
            pytest.skip(str(error))
    finally:
        server.terminate()
        server.wait(timeout=60)
    with pytest.raises(DisplayError, match="no X server answers"):
        require_display()


def test_the_window_gets_its_options(run, monkeypatch, weights_file):
    from lenet_gui.ui.app import app

    opened = []
    monkeypatch.setattr(app, "run_window", lambda *arguments: opened.append(arguments) or 0)
    assert run() == (0, "", "")
    report = Path("readings.jsonl")
    arguments = ("--theme", "dark", "--weights", weights_file, "--report", report)
    assert run(*arguments) == (0, "", "")
    assert opened == [(None, None, None, None), ("dark", weights_file, report, None)]


@pytest.mark.parametrize("command", [[], ["open"]], ids=["alone", "open"])
def test_the_window_gets_the_file(run, monkeypatch, seven, command):
    from lenet_gui.ui.app import app

    opened = []
    monkeypatch.setattr(app, "run_window", lambda *arguments: opened.append(arguments[3]) or 0)
    assert run(*command, seven) == (0, "", "")
    assert opened == [seven]


@pytest.mark.parametrize(
    "before",
    [[], ["--theme", "dark"], ["--theme=dark"], ["--theme", "dark", "--report", "r.jsonl"]],
    ids=" ".join,
)
@pytest.mark.parametrize("command", [[], ["open"]], ids=["file", "open file"])
@pytest.mark.parametrize("after", [[], ["--theme", "light"], ["--report", "r.jsonl"]], ids=" ".join)
def test_options_may_stand_before_and_after_the_file(
    run, monkeypatch, seven, before, command, after
):
    from lenet_gui.ui.app import app

    opened = []
    monkeypatch.setattr(app, "run_window", lambda *arguments: opened.append(arguments) or 0)
    assert run(*before, *command, seven, *after) == (0, "", "")
    theme = "light" if "light" in after else "dark" if before else None
    report = Path("r.jsonl") if "r.jsonl" in [*before, *after] else None
    assert opened == [(theme, None, report, seven)]


@pytest.mark.parametrize("before", [[], ["--theme", "dark"]], ids=" ".join)
@pytest.mark.parametrize("name", ["missing.lenet.json", os.path.join("no", "seven")])
def test_a_missing_file_is_one_sentence_and_exits_with_1(run, tmp_path, monkeypatch, before, name):
    monkeypatch.chdir(tmp_path)
    code, out, error = run(*before, name)
    assert (code, out) == (1, "")
    assert error.startswith(f"lenet-gui: {name} does not exist. ")
    assert error.count("\n") == 1


def test_a_folder_is_refused(run, tmp_path):
    code, out, error = run(tmp_path)
    assert (code, out) == (1, "")
    assert error.startswith(f"lenet-gui: {tmp_path} is a folder. ")


def test_an_unknown_word_is_wrong_usage(run):
    code, _, error = run("seventeen")
    assert code == 2
    assert "invalid choice: 'seventeen'" in error


def test_missing_system_libraries_of_qt_are_reported(run, monkeypatch):
    class Broken:
        def find_spec(self, name, path=None, target=None):
            if name == "lenet_gui.ui.app.app":
                raise ImportError("libEGL.so.1: cannot open shared object file")

    monkeypatch.delitem(sys.modules, "lenet_gui.ui.app.app", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Broken(), *sys.meta_path])
    code, _, error = run()
    assert code == 1
    assert error == (
        "lenet-gui: The window can't open because the system library libEGL.so.1 is missing:"
        " install it, on Debian and Ubuntu with: sudo apt-get install libegl1\n"
    )
