"""Keeps the program's windows on a screen: when they open, and when screens come and go."""

from collections.abc import Sequence

from PySide6.QtCore import QMargins, QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QRegion, QScreen
from PySide6.QtWidgets import QApplication, QWidget

KINDS = (Qt.WindowType.Window, Qt.WindowType.Dialog, Qt.WindowType.Tool)
"""Windows that users place; menus and tips come and go."""
FILLING = Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen
PREFERRED, SHARE = QSize(1280, 800), 0.75
"""A window's first size: these logical pixels, or on a large screen this share of it."""
FRAME = QMargins(8, 40, 8, 8)
"""Room left for the frame, whose size is known only once the window is open."""
PANELS = QSize(0, 48)
"""Room left on Wayland for the desktop's panels, which it tells no program of."""


class StayingOnScreen(QObject):
    """Brings windows back when their screen is gone or has shrunk.

    Most window managers do so themselves. On Wayland programs can't place their windows, and need
    not.
    """

    def __init__(self, application: QGuiApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._soon = QTimer(self, singleShot=True, interval=0)  # until all screens have reported
        self._soon.timeout.connect(bring_back)
        application.screenAdded.connect(self._follow)
        application.screenRemoved.connect(self._look)
        for screen in application.screens():
            self._follow(screen)

    def _follow(self, screen: QScreen) -> None:
        screen.availableGeometryChanged.connect(self._look)

    def _look(self) -> None:
        self._soon.start()


def fit_on_screen(window: QWidget) -> None:
    """Size a window that is about to open: as it was left, or else as is best for the screen.

    Either way it is no larger than the screen, whatever its minimum; `bring_back` sees to its place
    once it is open.
    """
    is_wayland = QGuiApplication.platformName().startswith("wayland")
    screen = window.screen().availableSize()
    room = screen.shrunkBy(FRAME) - (PANELS if is_wayland else QSize(0, 0))
    was_left = window.testAttribute(Qt.WidgetAttribute.WA_Moved)
    size = window.size() if was_left else (screen * SHARE).expandedTo(PREFERRED)
    _resize(window, size.boundedTo(room))


def _resize(window: QWidget, size: QSize) -> None:
    """Resize a window, also below its minimum."""
    if window.minimumSize().boundedTo(size) != window.minimumSize():
        window.setMinimumSize(window.minimumSize().boundedTo(size))
    window.resize(size)


def bring_back() -> None:
    """Move each open window that is partly off the screens onto one of them."""
    screens = _screens()
    for window in QApplication.topLevelWidgets():
        is_placed = window.windowType() in KINDS and not window.windowState() & FILLING
        if not (window.isVisible() and is_placed):
            continue
        frame, inside = window.frameGeometry(), window.geometry()
        place = placed(frame, screens)
        if place != frame:
            _resize(window, place.size() - (frame.size() - inside.size()))
            window.move(place.topLeft())


def room_for(window: QRect) -> QRect:
    """Return the place of a window that is about to open, such that its frame is on a screen, too.

    `window` is where it would be without its frame.
    """
    return placed(window.marginsAdded(FRAME), _screens()).marginsRemoved(FRAME)


def _screens() -> list[QRect]:
    return [screen.availableGeometry() for screen in QGuiApplication.screens()]


def placed(window: QRect, screens: Sequence[QRect]) -> QRect:
    """Return a window's place, unchanged if all of it is on screens.

    Otherwise it is on the screen that shows most of it, or else on the nearest one, and no larger
    than that screen.
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
