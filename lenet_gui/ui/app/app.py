"""Starts the program: makes the application and its window, and ends them on signals.

A network that can't be read, or an unexpected error, leaves a window that draws.
"""

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
from lenet_gui.ui.document.session import session_folder
from lenet_gui.ui.kit.application import Application
from lenet_gui.ui.kit.i18n import sentence_of
from lenet_gui.ui.kit.settings import Settings, discard_qt_settings
from lenet_gui.ui.kit.staying import StayingOnScreen, bring_back, fit_on_screen

ICONS = 2048
"""Size of Qt's cache of painted icons, in kilobytes: room for those of all themes."""


def create_application() -> QApplication:
    """Return the application object; the first call makes it."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    # As an argument: setStyle would load all enumerations of QStyle into Python.
    application = Application([*sys.argv[:1], "-style", "Fusion"])
    # Every move of the hand counts, but Qt would merge fast ones. Its X11 plugin turns that on
    # while the application is made, so it is turned off afterwards.
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_CompressHighFrequencyEvents, False)
    application.setApplicationName("lenet-gui")
    application.setOrganizationName("lenet-gui")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("lenet-gui")
    QPixmapCache.setCacheLimit(ICONS)
    keep_still()
    with suppress(LenetGuiError):  # the window starts without its icon
        application.setWindowIcon(QIcon(str(resource("assets", "icons", "lenet-gui-128.png"))))
    return application


def keep_still() -> None:
    """Disable animations; before Qt 6.12 a program can't read the system's own setting."""
    QApplication.setEffectEnabled(Qt.UIEffect.UI_General, False)


def build_window(
    theme: str | None = None, weights: Path | None = None, settings: Settings | None = None
) -> MainWindow:
    """Return the main window with the network in `weights`, by default the shipped one.

    If that can't be read, the window starts without a network and warns. By default the settings
    are the user's own.
    """
    try:
        classifier = Classifier(LeNet5(load_weights(weights or default_weights())))
    except LenetGuiError as error:
        window = MainWindow(None, theme, settings)
        message = sentence_of(error)
        hint = QCoreApplication.translate(
            "App", "You can draw, but nothing will be read until weights are loaded."
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
    """Open the window and run until it is closed; return the exit code.

    Readings are written to the file `report`. With a report the window is an exhibit: it uses the
    settings, and keeps nothing: no choice, drawing, correction or log. `file` is opened; if that
    fails, the window warns. Raises LenetGuiError if the report can't be written.
    """
    application = create_application()
    is_exhibit = report is not None
    report_failures(None if is_exhibit else session_folder())
    if is_exhibit:  # file dialogs, the desktop's or Qt's, would keep what they have shown
        QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
        discard_qt_settings()
    window = build_window(theme, weights, Settings(is_kept=not is_exhibit))
    if report is not None:
        ReadingReport(window, report)
    Interrupts(window.files.leave, window)
    StayingOnScreen(application, window)
    if not is_exhibit:
        window.files.keep_session(session_folder(), is_blank=file is not None)
    if file is not None:
        QTimer.singleShot(0, window, lambda: window.files.opening.open(file))
    elif not is_exhibit and window.helping.is_tour_due:
        window.painted.connect(window.helping.start_tour)
    # All objects made so far stay: searching them for garbage would now and then delay a stroke by
    # some milliseconds.
    gc.freeze()
    gc.enable()
    window.painted.connect(gc.freeze)
    fit_on_screen(window)
    window.painted.connect(bring_back)
    window.show()
    return application.exec()


class Interrupts(QObject):
    """Calls `stop` on SIGINT and SIGTERM.

    While nothing happens Qt's loop runs no Python, so Python's handlers would wait for the next
    event. The signal therefore writes to a socket that the loop watches (signal.set_wakeup_fd).
    """

    def __init__(self, stop: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._stop = stop
        self._inside, self._outside = socket.socketpair()
        self._outside.setblocking(False)
        signal.set_wakeup_fd(self._outside.fileno())
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: None)  # or Python raises, or the process ends
        listener = QSocketNotifier(self._inside.fileno(), QSocketNotifier.Type.Read, self)
        listener.activated.connect(self._answer)

    def _answer(self) -> None:
        self._inside.recv(16)
        self._stop()
