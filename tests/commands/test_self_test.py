"""`self-test`: everything passes here, and failures are found and reported."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lenet_gui import process_start
from lenet_gui.commands import self_test
from lenet_gui.commands.self_test import Report, load_examples
from lenet_gui.errors import LenetGuiError

pytestmark = pytest.mark.usefixtures("qapp")


def test_the_program_itself_passes():
    environment = {name: value for name, value in os.environ.items() if "DISPLAY" not in name}
    environment.pop("QT_QPA_PLATFORM", None)
    done = subprocess.run(
        [sys.executable, "-m", "lenet_gui", "self-test", "--json"],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert (done.returncode, done.stderr) == (0, "")
    report = json.loads(done.stdout)
    assert report["ok"] is True
    assert report["milliseconds_to_ready"] > 0
    assert set(report["versions"]) >= {"lenet-gui", "Python", "PySide6", "numpy", "safetensors"}
    names = [check["name"] for check in report["checks"]]
    assert names == [
        "weights",
        "window",
        "colours",
        "examples",
        *(f"digit {digit}" for digit in range(10)),
    ]
    if sys.platform == "linux":
        assert (report["screen"], report["counted_from"]) == ("offscreen", "process start")


def test_the_text_reports_success(run):
    code, out, error = run("self-test")
    assert (code, error) == (0, "")
    assert "Everything works." in out
    assert "FAILED" not in out
    assert "read and shown as 7" in out


def test_there_is_an_example_of_each_digit():
    examples = load_examples()
    assert [drawing.label for drawing in examples] == list(range(10))
    assert all(drawing.canvas and drawing.pen_width for drawing in examples)


def test_damaged_weights_fail_without_a_dialog(run, tmp_path):
    path = tmp_path / "bad.safetensors"
    path.write_bytes(b"nothing")
    code, out, _ = run("self-test", "--json", "--weights", path)
    report = json.loads(out)
    assert code == 1
    assert report["ok"] is False
    (check,) = report["checks"]
    assert check["name"] == "weights"
    assert str(path) in check["detail"]
    assert "FAILED  weights" in run("self-test", "--weights", path)[1]


def test_untrained_weights_fail_at_the_digits(run, weights_file):
    code, out, _ = run("self-test", "--json", "--weights", weights_file)
    checks = {check["name"]: check for check in json.loads(out)["checks"]}
    assert code == 1
    assert checks["window"]["ok"] is True
    wrong = [name for name, check in checks.items() if not check["ok"]]
    assert wrong
    assert all(name.startswith("digit") for name in wrong)


def test_missing_examples_are_reported(monkeypatch, tmp_path):
    (tmp_path / "examples").mkdir()
    monkeypatch.setattr(
        self_test.resources, "resource", lambda *parts: tmp_path.joinpath(*parts[1:])
    )
    with pytest.raises(LenetGuiError, match="example drawings are missing"):
        load_examples()


def test_an_exception_in_the_window_fails_its_check(run, monkeypatch):
    from lenet_gui.ui.app.main_window import MainWindow

    def explode(self, drawing):
        raise RuntimeError("no more ink")

    monkeypatch.setattr(MainWindow, "load", explode)
    code, out, _ = run("self-test", "--json")
    details = {check["detail"] for check in json.loads(out)["checks"] if not check["ok"]}
    assert code == 1
    assert details == {"RuntimeError: no more ink"}


def test_a_window_that_stays_blank_fails(run, monkeypatch):
    from PySide6.QtGui import QPixmap

    from lenet_gui.ui.app.main_window import MainWindow

    def blank(self):
        pixmap = QPixmap(100, 100)
        pixmap.fill("white")
        return pixmap

    monkeypatch.setattr(MainWindow, "grab", blank)
    code, out, _ = run("self-test", "--json")
    checks = {check["name"]: check for check in json.loads(out)["checks"]}
    assert code == 1
    assert checks["window"]["detail"] == "The window opened, but is blank."


def test_an_exception_in_a_qt_callback_fails_its_check():
    hook = sys.excepthook
    report = Report()
    with report.check("callback"):
        error = ValueError("lost")
        sys.excepthook(ValueError, error, None)
    assert [(check.ok, check.detail) for check in report.checks] == [(False, "ValueError: lost")]
    assert not report.ok
    assert sys.excepthook is hook


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_on_linux_the_time_counts_from_the_start_of_the_process():
    program = "from lenet_gui import process_start as p; print(*p.age(0.0), sep='\\n')"
    before = time.monotonic()
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    waited = time.monotonic() - before
    age, clock = done.stdout.splitlines()
    assert clock == "process start"
    # Linux counts in hundredths of a second.
    assert 0 < float(age) <= waited + 0.02


def test_elsewhere_the_time_counts_from_the_programs_first_line(monkeypatch):
    monkeypatch.setattr(process_start.sys, "platform", "elsewhere")
    began = time.perf_counter()
    age, clock = process_start.age(began)
    assert clock == "first line of the program"
    assert 0 <= age <= time.perf_counter() - began


def test_a_locked_down_system_falls_back(monkeypatch):
    def refuse(self, **options):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_text", refuse)
    assert process_start.age(0.0)[1] == "first line of the program"
