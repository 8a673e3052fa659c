"""The focus: a frame around the view that has it, and the order of the tab key."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QMainWindow,
    QMenuBar,
    QWidget,
)

from lenet_gui.ui.app.workspace import Workspace
from lenet_gui.ui.canvas.canvas import Canvas
from lenet_gui.ui.kit.appearance import current_theme
from lenet_gui.ui.kit.panel import Panel

MARGIN = 5
"""Distance of the frame from its view, in logical pixels."""
OWN = (QAbstractButton, QAbstractSlider, QMenuBar, Canvas)
"""Widgets that paint their focus themselves."""
MOVED = (QEvent.Type.Move, QEvent.Type.Resize)


class FocusFrame(QWidget):
    """Follows the focus in the window and in its floating panels, if the keyboard moved it.

    The frame lies outside its view, so no view has to paint it or leave room for it.
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
        """Follow the framed view when it is moved or resized."""
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
        # Who clicks sees where the pointer is.
        by_hand = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if now is not None and not by_hand and not isinstance(now, OWN) and self._is_ours(now):
            self._framed = now
            now.installEventFilter(self)
        self._place()

    def _is_ours(self, part: QWidget) -> bool:
        window = part.window()
        is_panel = isinstance(window, Panel) and window.parentWidget() is self._main
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


def order_tabs(window: QMainWindow, workspace: Workspace, panels: Sequence[Panel]) -> None:
    """Order the stops of the tab key: tools, canvas, strip, reading, then the panels.

    Call it again when a panel is filled, docked or floated.
    """
    parts = (workspace.toolbar, workspace.canvas, workspace.strip, workspace.reading, *panels)
    # A floating panel is a window with its own order.
    found = [stop for part in parts for stop in _stops(part) if stop.window() is window]
    ordered = list(dict.fromkeys(found))
    for before, after in pairwise(ordered):
        QWidget.setTabOrder(before, after)


def _stops(part: QWidget) -> Iterator[QWidget]:
    """Yield the widgets of a part that the tab key reaches, each before those inside it."""
    if part.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield part
    for child in part.children():
        if isinstance(child, QWidget) and not child.isWindow():
            yield from _stops(child)
