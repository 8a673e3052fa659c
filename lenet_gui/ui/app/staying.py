"""Windows stay where there is a screen, whatever is plugged in or out."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QRegion, QScreen
from PySide6.QtWidgets import QApplication

KINDS = (Qt.WindowType.Window, Qt.WindowType.Dialog, Qt.WindowType.Tool)
"""What a hand moves about; menus and tips come and go."""
FILLING = Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen


class StayingOnScreen(QObject):
    """Brings the program's windows back when the screen that they were on has gone or shrunk.

    Where there is a window manager it mostly does so itself. On Wayland no program may place its
    windows, and none needs to.
    """

    def __init__(self, application: QGuiApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._soon = QTimer(self, singleShot=True, interval=0)  # when all of the change is known
        self._soon.timeout.connect(bring_back)
        application.screenAdded.connect(self._follow)
        application.screenRemoved.connect(self._look)
        for screen in application.screens():
            self._follow(screen)

    def _follow(self, screen: QScreen) -> None:
        screen.availableGeometryChanged.connect(self._look)

    def _look(self) -> None:
        self._soon.start()


def bring_back() -> None:
    """Move each open window that is not all on screens onto one of them."""
    screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    for window in QApplication.topLevelWidgets():
        is_placed = window.windowType() in KINDS and not window.windowState() & FILLING
        if not (window.isVisible() and is_placed):
            continue
        frame, inside = window.frameGeometry(), window.geometry()
        place = placed(frame, screens)
        if place != frame:
            window.resize(place.size() - (frame.size() - inside.size()))
            window.move(place.topLeft())


def placed(window: QRect, screens: Sequence[QRect]) -> QRect:
    """Return where a window goes: where it is, if all of that is on screens.

    Otherwise onto the screen that has most of it, or is nearest; not larger than that screen.
    """
    seen = QRegion()
    for screen in screens:
        seen += screen
    if QRegion(window).subtracted(seen).isEmpty() or seen.isEmpty():
        return window

    def share(screen: QRect) -> tuple[int, int]:
        common, way = screen & window, screen.center() - window.center()
        return common.width() * common.height(), -QPoint.dotProduct(way, way)

    screen = max((one for one in screens if not one.isEmpty()), key=share)
    size = window.size().boundedTo(screen.size())
    left = min(max(window.left(), screen.left()), screen.right() + 1 - size.width())
    top = min(max(window.top(), screen.top()), screen.bottom() + 1 - size.height())
    return QRect(QPoint(left, top), size)
