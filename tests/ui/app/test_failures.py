import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from lenet_gui.ui.app.failures import FailureReporter, logger, report_failures
from lenet_gui.ui.app.main_window import MainWindow
from tests.ui.conftest import Hand


@pytest.fixture
def reporter(tmp_path: Path, qtbot: QtBot) -> Iterator[FailureReporter]:
    """Return a reporter that takes over uncaught exceptions and logs under `tmp_path`."""
    earlier = sys.excepthook
    reporter = report_failures(tmp_path / "logs")
    yield reporter
    sys.excepthook = earlier
    for handler in list(logger.handlers):
        handler.close()
        logger.removeHandler(handler)
    if reporter.dialog is not None:
        qtbot.addWidget(reporter.dialog)


def fail(message: str) -> None:
    try:
        raise ValueError(message)
    except ValueError:
        sys.excepthook(*sys.exc_info())  # type: ignore[arg-type]


def test_a_failure_is_logged_and_shown_once(reporter: FailureReporter, tmp_path: Path) -> None:
    fail("first trouble")
    dialog = reporter.dialog
    assert dialog is not None
    assert dialog.isVisible()
    assert "first trouble" in dialog.detailedText()
    fail("second trouble")
    assert reporter.dialog is dialog
    log = (tmp_path / "logs" / "lenet-gui.log").read_text()
    assert "first trouble" in log
    assert "second trouble" in log
    assert "Traceback" in log


def test_the_details_can_be_copied(reporter: FailureReporter) -> None:
    fail("copy me")
    assert reporter.dialog is not None
    button = next(b for b in reporter.dialog.buttons() if b.text() == "Copy details")
    assert isinstance(button, QPushButton)
    button.click()
    assert "copy me" in QApplication.clipboard().text()


def test_the_drawing_survives_a_failure_in_a_slot(
    reporter: FailureReporter, window: MainWindow, hand: Hand, qtbot: QtBot
) -> None:
    hand.stroke((0.3, 0.2), (0.7, 0.8))
    before = window.editor.drawing
    with capture_exceptions() as caught:  # which takes over the hook, so it is given back
        sys.excepthook = reporter
        QTimer.singleShot(0, window, lambda: fail("in a slot"))
        qtbot.waitUntil(lambda: reporter.dialog is not None)
    assert caught == []
    assert window.editor.drawing == before
    hand.stroke((0.3, 0.5), (0.7, 0.5))
    assert len(window.editor.drawing.strokes) == 2


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path, qtbot: QtBot) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    earlier = sys.excepthook
    reporter = report_failures(blocked)
    try:
        fail("nowhere to log")
    finally:
        sys.excepthook = earlier
    assert reporter.dialog is not None
    qtbot.addWidget(reporter.dialog)
    assert reporter.dialog.informativeText() == "No log file could be written."
    assert not any(isinstance(h, logging.FileHandler) for h in logger.handlers)
