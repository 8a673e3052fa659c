"""Run the real window, and look at it from within: for scripts that tests start."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from lenet_gui.ui.app import app
from lenet_gui.ui.app.main_window import MainWindow


def run_watched(watch: Callable[[MainWindow], object], theme: str | None = None) -> int:
    """Run the window as the command line does, but hand it to `watch`; return the exit code."""
    build = app.build_window

    def build_watched(*arguments: Any) -> MainWindow:
        window = build(*arguments)
        watch(window)
        return window

    app.build_window = build_watched
    return app.run_window(theme)


def on_screen(part: QWidget) -> QRect:
    """Return a part's place on the screen."""
    return QRect(part.mapToGlobal(QPoint()), part.size())
