"""A part of the window that can be taken out into a window of its own, put back, and closed."""

from collections.abc import Callable

from PySide6.QtCore import (
    QByteArray,
    QCoreApplication,
    QMargins,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QCloseEvent, QMouseEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QToolButton, QVBoxLayout, QWidget

from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.icons import icon
from lenet_gui.ui.kit.painting import hairline
from lenet_gui.ui.kit.staying import room_for
from lenet_gui.ui.kit.theme import UNIT, quiet_button_style

ICON = QSize(16, 16)
EDGE = QMargins(UNIT, UNIT, UNIT, UNIT)
"""The margins in a window of its own."""
LEAST_WINDOW = QSize(26, 22)
"""Lines of text that it is at first wide and high, at least, as a window of its own."""
FLAGS = (
    Qt.WindowType.Dialog  # stays in front of the window, also on Wayland
    | Qt.WindowType.WindowTitleHint
    | Qt.WindowType.WindowSystemMenuHint
    | Qt.WindowType.WindowMaximizeButtonHint
    | Qt.WindowType.WindowCloseButtonHint
)

translate = QCoreApplication.translate


class Panel(QFrame):
    """A head with tools, a float and a close button, and a body below it.

    As a window of its own it has the system's title bar and edge, an edge of its own where the
    system gives none, and the main window's keys; dragging its head moves it.
    """

    changed = Signal()
    """It was opened, closed, floated or put back."""
    shown = Signal()
    """It can be seen, and could not before."""
    closed = Signal()
    """The user closed it."""

    def __init__(self, name: str, window: QMainWindow) -> None:
        """Make a closed panel."""
        super().__init__(window)
        self.hide()
        self.setObjectName(name)
        self._main = window
        self.home: Callable[[], None] = lambda: None
        """Puts it into its place in the window; set by whoever has that place."""
        self._is_open = False
        self._grip: QPoint | None = None
        self.open_action, self.float_action = QAction(window), QAction(window)
        """The actions that open and close it, and that float it and put it back."""
        for action in (self.open_action, self.float_action):
            action.setCheckable(True)
        self.open_action.triggered.connect(self._open_or_close)
        self.float_action.triggered.connect(self.set_floating)
        self._float, self._close = _button(), _button()
        self._float.clicked.connect(self.float_action.trigger)
        self._close.clicked.connect(self.open_action.trigger)

        self.head = QWidget()
        self._row = QHBoxLayout(self.head)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(UNIT // 2)
        self._row.addWidget(self._float)
        self._row.addWidget(self._close)
        self._column = QVBoxLayout(self)
        self._margins = QMargins()
        self._column.setContentsMargins(self._margins)
        self._column.setSpacing(UNIT // 2)
        self._column.addWidget(self.head)
        follow_appearance(self._restyle)

    # -- contents -------------------------------------------------------------------------------

    def add_to_head(self, part: QWidget, stretch: int = 0) -> None:
        """Put a widget before the head's buttons."""
        self._row.insertWidget(self._row.count() - 2, part, stretch)
        part.stackUnder(self._float)  # the tab key comes to it first

    def set_margins(self, margins: QMargins) -> None:
        """Set the margins around it in the window."""
        self._margins = margins
        self._column.setContentsMargins(margins)

    def set_body(self, body: QWidget) -> None:
        """Put a widget below the head."""
        self._column.addWidget(body, 1)
        body.show()  # at once; the layout would show it later

    def name(self, title: str) -> None:
        """Set the panel's name: its actions', and its window's title while it floats."""
        self.open_action.setText(title)
        self.float_action.setText(translate("Panel", "{0} in a window of its own").format(title))
        self._float.setToolTip(
            translate("Panel", "Put back into the window")
            if self.is_floating
            else translate("Panel", "Open in a window of its own")
        )
        self._close.setToolTip(translate("Panel", "Close; reopen from the View menu"))
        for button in (self._float, self._close):
            button.setAccessibleName(f"{button.toolTip()}: {title}")
        self.setWindowTitle(f"{title} – lenet-gui")

    def _restyle(self) -> None:
        theme = current_theme()
        self._float.setIcon(icon("dock" if self.is_floating else "float", theme))
        self._close.setIcon(icon("close", theme))
        for button in (self._float, self._close):
            button.setStyleSheet(quiet_button_style(theme))

    # -- its place ------------------------------------------------------------------------------

    @property
    def place_actions(self) -> list[QAction]:
        """The actions that open and close it, and that float it and put it back."""
        return [self.open_action, self.float_action]

    @property
    def is_open(self) -> bool:
        """Whether it is open, in the window or in its own."""
        return self._is_open

    @property
    def is_floating(self) -> bool:
        """Whether its place is a window of its own, open or closed."""
        return self.isWindow()

    def set_open(self, is_open: bool) -> None:
        """Open it where it was, or close it."""
        if is_open != self._is_open:
            self._is_open = is_open
            self.open_action.setChecked(is_open)
            self._show()

    def set_floating(self, is_floating: bool) -> None:
        """Open it in a window of its own, or in its place."""
        if is_floating != self.is_floating:
            self._is_open = True
            self.open_action.setChecked(True)
            self._take_out() if is_floating else self._put_back()
            self._show()
        self.float_action.setChecked(is_floating)

    def _take_out(self) -> None:
        corner = self.mapToGlobal(QPoint(-3 * UNIT, 3 * UNIT))
        least = LEAST_WINDOW * self.fontMetrics().height()
        place = room_for(QRect(corner, self.size().expandedTo(least)))
        self.hide()
        self.setParent(self._main, FLAGS)
        self.setGeometry(place)
        self.addActions(self._main.actions())
        self._column.setContentsMargins(EDGE)
        self._rename()

    def _put_back(self) -> None:
        self.hide()
        self.setParent(self._main, Qt.WindowType.Widget)
        for action in self._main.actions():
            self.removeAction(action)
        self.home()
        self._column.setContentsMargins(self._margins)
        self._rename()

    def _rename(self) -> None:
        """Name and draw the float button after what it does now."""
        self._restyle()
        self.name(self.open_action.text())

    def save(self) -> QByteArray:
        """Return its place as a window; empty if it is in the main window."""
        return self.saveGeometry() if self.is_floating else QByteArray()

    def restore(self, saved: QByteArray) -> None:
        """Have it float in a saved place, open or closed; an empty or damaged one does nothing."""
        if saved.isEmpty() or self.is_floating:
            return
        self._take_out()
        if self.restoreGeometry(saved):
            self.float_action.setChecked(True)
        else:
            self._put_back()
        self._show()

    def _show(self) -> None:
        """Show or hide it; a floating panel waits for its main window, to be in front of it."""
        waits = self.is_floating and not self._main.isVisible()
        self.setVisible(self._is_open and not waits)
        self.changed.emit()

    def show_floating(self) -> None:
        """Show it if it floats and is open; the main window has come up."""
        if self.is_floating and self._is_open:
            self.show()
            self.raise_()

    def _open_or_close(self, is_open: bool) -> None:
        self.set_open(is_open)
        if is_open and self.is_floating:
            self.raise_()
            self.activateWindow()
        elif not is_open:
            self.closed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Report that it can be seen."""
        super().showEvent(event)
        self.shown.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close the panel when its window is closed by the system's button."""
        super().closeEvent(event)
        if event.spontaneous() and self.open_action.isChecked():
            self.open_action.trigger()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to move the window by its head: not every system gives it a title bar."""
        is_head = event.position().y() < self.head.geometry().bottom()
        if (
            self.is_floating
            and is_head
            and event.button() == Qt.MouseButton.LeftButton
            and not self.windowHandle().startSystemMove()
        ):
            self._grip = event.globalPosition().toPoint() - self.pos()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer where no window manager moves the window."""
        if self._grip is not None:
            self.move(event.globalPosition().toPoint() - self._grip)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the move."""
        self._grip = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint an edge around a window of its own: not every system gives it one."""
        super().paintEvent(event)
        if self.is_floating:
            painter = QPainter(self)
            painter.setPen(hairline(current_theme().line))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


def _button() -> QToolButton:
    button = QToolButton()
    button.setIconSize(ICON)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
