"""The report of readings; if it can't be written, the window goes on."""

import errno
import json
import os
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.app.report import ReadingReport
from lenet_gui.ui.document.change import Change

FULL = Path("/dev/full")


def settle(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until a reading has settled: only then is it reported."""
    with qtbot.waitSignal(window.reader.settled):
        window.editor.changed.emit(Change())


def test_each_reading_is_a_line(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "readings.jsonl"
    ReadingReport(window, path)
    settle(window, qtbot)
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert lines[-1]["digit"] is None
    assert lines[-1]["probabilities"] is None


@pytest.mark.skipif(not FULL.exists(), reason="Linux has a disk that is always full")
def test_a_full_disk_is_reported_once_and_the_window_goes_on(
    window: MainWindow, qtbot: QtBot, capfd: pytest.CaptureFixture[str]
) -> None:
    ReadingReport(window, FULL)
    for _ in range(2):
        settle(window, qtbot)  # pytest-qt fails a test whose slots raise
    reason = os.strerror(errno.ENOSPC)
    assert capfd.readouterr().err == (
        f"lenet-gui: {FULL} can't be written any further: {reason};"
        " the window goes on without it.\n"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="pipes have no names in folders there")
def test_a_closed_pipe_counts_as_a_full_disk(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    pipe = tmp_path / "readings"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    ReadingReport(window, pipe)
    os.close(reader)
    settle(window, qtbot)
    settle(window, qtbot)
    assert capfd.readouterr().err.count("\n") == 1
