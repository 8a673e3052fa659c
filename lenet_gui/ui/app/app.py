"""Starts the window: the application object, the network, and what happens when one fails."""

import gc
import signal
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, Qt, QTimer
from PySide6.QtGui import QIcon, QPixmapCache
from PySide6.QtWidgets import QApplication

from lenet_gui import __version__
from lenet_gui.core.network.lenet5 import LeNet5
from lenet_gui.core.network.weights import load_weights
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.errors import LenetGuiError
from lenet_gui.resources import default_weights, resource
from lenet_gui.ui.app.failures import report_failures
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.app.report import ReadingReport
from lenet_gui.ui.app.staying import StayingOnScreen
from lenet_gui.ui.document.session import session_folder
from lenet_gui.ui.kit.application import Application
from lenet_gui.ui.kit.i18n import sentence_of
from lenet_gui.ui.kit.settings import Settings

ICONS = 2048
"""Kilobytes that Qt may keep of icons as they were painted last, in this theme and in others."""


def create_application() -> QApplication:
    """Return the application object, made at the first call."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    # Asked for in words: a style in Python's hands brings all its enumerations with it.
    application = Application([*sys.argv[:1], "-style", "Fusion"])
    # Every move of the hand counts: Qt would merge the ones that come fast. Its X11 plugin turns
    # that on while the application is made, so it is turned off afterwards.
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_CompressHighFrequencyEvents, False)
    application.setApplicationName("lenet-gui")
    application.setOrganizationName("lenet-gui")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("lenet-gui")
    QPixmapCache.setCacheLimit(ICONS)
    keep_still()
    with suppress(LenetGuiError):  # no reason not to come up
        application.setWindowIcon(QIcon(str(resource("assets", "icons", "lenet-gui-128.png"))))
    return application


def keep_still() -> None:
    """Let nothing slide or fade, whatever the system has: Qt before 6.12 can't tell its wish."""
    QApplication.setEffectEnabled(Qt.UIEffect.UI_General, False)


def build_window(
    theme: str | None = None, weights: Path | None = None, settings: Settings | None = None
) -> MainWindow:
    """Return the main window with the network of `weights`, or the one that ships.

    Where that can't be read the window comes up all the same, and says so. The settings are the
    user's own, if no others are given.
    """
    try:
        classifier = Classifier(LeNet5(load_weights(weights or default_weights())))
    except LenetGuiError as error:
        window = MainWindow(None, theme, settings)
        message = sentence_of(error)
        hint = QCoreApplication.translate(
            "App", "You can draw, but nothing is read until the program has its weights."
        )
        QTimer.singleShot(
            0,
            window,
            lambda: window.warn(QCoreApplication.translate("App", "No network"), message, hint),
        )
        return window
    return MainWindow(classifier, theme, settings)


def run_window(
    theme: str | None = None,
    weights: Path | None = None,
    report: Path | None = None,
    file: Path | None = None,
) -> int:
    """Open the window and stay until it is closed; returns the exit code.

    `report` is a file to write readings to, and makes an exhibit of the window: it neither takes up
    what was drawn before nor keeps what is. `file` is opened, or it is said why it can't be. Raises
    LenetGuiError where the report can't be written.
    """
    application = create_application()
    report_failures()
    window = build_window(theme, weights)
    if report is not None:
        ReadingReport(window, report)
    Interrupts(window.files.leave, window)
    StayingOnScreen(application, window)
    if report is None:
        window.files.keep_session(session_folder(), is_blank=file is not None)
    if file is not None:
        QTimer.singleShot(0, window, lambda: window.files.opening.open(file))
    elif report is None and window.helping.is_tour_due:
        window.painted.connect(window.helping.start_tour)
    # What is there now stays there: looking through it for garbage would hold a stroke up by some
    # milliseconds now and then.
    window.painted.connect(gc.freeze)
    window.show()
    return application.exec()


class Interrupts(QObject):
    """Calls `stop` at SIGINT or SIGTERM, for as long as it lives.

    Qt's loop runs no Python while nothing happens, so Python's own handlers would wait for the next
    event. The signal therefore writes to a socket that the loop listens to (signal.set_wakeup_fd).
    """

    def __init__(self, stop: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._stop = stop
        self._inside, self._outside = socket.socketpair()
        self._outside.setblocking(False)
        signal.set_wakeup_fd(self._outside.fileno())
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: None)  # else Python raises, or the process just ends
        listener = QSocketNotifier(self._inside.fileno(), QSocketNotifier.Type.Read, self)
        listener.activated.connect(self._answer)

    def _answer(self) -> None:
        self._inside.recv(16)
        self._stop()
