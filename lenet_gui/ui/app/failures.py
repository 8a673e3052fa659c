"""Unexpected errors: logged to a file, and the first one shown in a dialog; drawing goes on."""

import logging
import sys
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QMessageBox

logger = logging.getLogger("lenet_gui")

LOG_SIZE = 1_000_000


class FailureReporter:
    """Logs uncaught exceptions. Only the first one opens a dialog."""

    def __init__(self, log: Path | None) -> None:
        self._log = log
        self.dialog: QMessageBox | None = None

    def __call__(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Report one exception; the signature is that of `sys.excepthook`."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        logger.error("Unexpected error", exc_info=(kind, error, trace))
        if self.dialog is None:
            self.dialog = self._show("".join(traceback.format_exception(kind, error, trace)))

    def _show(self, details: str) -> QMessageBox:
        box = QMessageBox(QApplication.activeWindow())
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(QCoreApplication.translate("Failures", "Something went wrong"))
        box.setText(
            QCoreApplication.translate(
                "Failures", "Something went wrong. Your drawing is still there."
            )
        )
        where = (
            QCoreApplication.translate("Failures", "The details are in {0}.").format(self._log)
            if self._log
            else ""
        )
        box.setInformativeText(
            where or QCoreApplication.translate("Failures", "No log file could be written.")
        )
        box.setDetailedText(details)
        copy = box.addButton(
            QCoreApplication.translate("Failures", "Copy details"),
            QMessageBox.ButtonRole.ActionRole,
        )
        copy.clicked.connect(lambda: QApplication.clipboard().setText(details))
        box.addButton(QMessageBox.StandardButton.Close)
        box.open()
        return box


def report_failures(folder: Path | None = None) -> FailureReporter:
    """Report uncaught exceptions; log them into `folder`, or else on standard error."""
    log = _start_log(folder) if folder else None
    reporter = FailureReporter(log)
    sys.excepthook = reporter
    return reporter


class QuietHandler(RotatingFileHandler):
    """Drops lines that can't be written, for example on a full disk; drawing goes on."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
        """Drop the line."""


def _start_log(folder: Path) -> Path | None:
    """Prepare the log file; return None if its folder can't be made."""
    path = folder / "lenet-gui.log"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # The first line opens the file; most starts write none.
        handler = QuietHandler(path, maxBytes=LOG_SIZE, backupCount=1, encoding="utf-8", delay=True)
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logger.addHandler(handler)
    return path
