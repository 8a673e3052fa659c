"""A frame around the painted view that has the focus, for those who came by keyboard."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QDockWidget,
    QMainWindow,
    QMenuBar,
    QWidget,
)

from lenet_gui.ui.app.workspace import Workspace
from lenet_gui.ui.canvas.canvas import Canvas
from lenet_gui.ui.kit.appearance import current_theme
from lenet_gui.ui.shell.docks import Docks

MARGIN = 5
"""Logical pixels by which the frame reaches beyond what it is around."""
OWN = (QAbstractButton, QAbstractSlider, QMenuBar, Canvas)
"""What shows its focus by itself."""
MOVED = (QEvent.Type.Move, QEvent.Type.Resize)


class FocusFrame(QWidget):
    """Goes where the focus goes, in the window and in its floating panels.

    It lies outside of what it frames, so that no view has to paint it, or to leave room for it.
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._main = window
        self._framed: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay around a view that gets another place or size."""
        if event.type() in MOVED:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = current_theme().ring
        painter.setPen(QPen(QColor(current_theme().accent), width))
        half = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 5, 5)

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        if self._framed is not None:
            self._framed.removeEventFilter(self)
            self._framed = None
        # A hand that clicks knows where it is.
        by_hand = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if now is not None and not by_hand and not isinstance(now, OWN) and self._is_ours(now):
            self._framed = now
            now.installEventFilter(self)
        self._place()

    def _is_ours(self, part: QWidget) -> bool:
        window = part.window()
        is_panel = isinstance(window, QDockWidget) and window.parentWidget() is self._main
        return window is self._main or is_panel

    def _place(self) -> None:
        part = self._framed
        if part is None:
            self.hide()
            return
        window = part.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        outer = QRect(part.mapTo(window, QPoint()), part.size())
        outer = outer.adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN) & window.rect()
        self.setGeometry(outer)
        width = current_theme().ring + 2  # with the round corners
        inner = self.rect().adjusted(width, width, -width, -width)
        self.setMask(QRegion(self.rect()) - QRegion(inner))
        self.show()
        self.raise_()
        self.update()


def follow_the_eye(window: QMainWindow, workspace: Workspace, docks: Docks) -> None:
    """Order what takes the focus: tools, canvas, strip, reading, maps, inspector.

    Called again when there is more to be ordered, or a panel went to another place.
    """
    parts: list[QWidget | None] = [
        workspace.toolbar, workspace.canvas, workspace.strip, workspace.reading
    ]  # fmt: skip
    for dock in docks:
        parts += [*dock.tools(), dock.widget()]
    # A panel that floats is a window, with an order of its own.
    ordered = [w for part in parts if part for w in _stops(part) if w.window() is window]
    for before, after in pairwise(ordered):
        QWidget.setTabOrder(before, after)


def _stops(part: QWidget) -> Iterator[QWidget]:
    """Yield what takes the focus of a part, in the order in which it was made."""
    for widget in (part, *part.findChildren(QWidget)):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
