"""A panel that can be moved, floated and closed, with the program's own plain title bar."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QMainWindow, QToolButton, QWidget

from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.icons import icon
from lenet_gui.ui.kit.theme import UNIT, ring
from lenet_gui.ui.kit.widgets import heading

ICON = QSize(16, 16)
LINE = 5 * UNIT
"""Height in which the title is centred; a higher bar has the rest as a margin above it."""


class TitleBar(QWidget):
    """As high as given, or as large text needs: docks look only at a title bar's size hint."""

    def __init__(self, height: int) -> None:
        super().__init__()
        self._height = height

    def sizeHint(self) -> QSize:
        """Return the height, and the width of the contents."""
        hint = super().sizeHint()
        return QSize(hint.width(), max(self._height, hint.height()))

    def minimumSizeHint(self) -> QSize:
        """Return the height, and the least width of the contents."""
        hint = super().minimumSizeHint()
        return QSize(hint.width(), max(self._height, hint.height()))


class Dock(QDockWidget):
    """A dock whose title bar has room for widgets beside the title."""

    closed = Signal()
    """The user closed the panel."""

    def __init__(self, name: str, bar: QSize, window: QMainWindow) -> None:
        """Make a dock; saved layouts refer to it as `name`.

        `bar` is the left margin and the height of its title bar, in logical pixels.
        """
        super().__init__(window)
        self.setObjectName(name)
        holder = TitleBar(bar.height())
        self._title = heading()
        self._float, self._close = _button(), _button()
        self._row = QHBoxLayout(holder)
        above = max(0, bar.height() - LINE)
        self._row.setContentsMargins(bar.width(), above, UNIT, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._title, 1)
        self._row.addWidget(self._float)
        self._row.addWidget(self._close)
        self.setTitleBarWidget(holder)
        self._float.clicked.connect(lambda: self.setFloating(not self.isFloating()))
        self._close.clicked.connect(self.close)
        self.toggleViewAction().triggered.connect(self._note_closed)
        follow_appearance(self._restyle)

    def name(self, title: str) -> None:
        """Set the panel's name, which menus show too, and name its buttons."""
        self.setWindowTitle(title)
        self._title.setText(title)
        self._float.setToolTip(self.tr("Float or dock the panel"))
        self._close.setToolTip(self.tr("Close the panel; reopen it from the View menu"))
        for button in (self._float, self._close):
            button.setAccessibleName(f"{button.toolTip()}: {title}")

    def set_title(self, title: str) -> None:
        """Show another title; menus keep the panel's name."""
        self._title.setText(title)

    def add_tool(self, tool: QWidget) -> None:
        """Put a widget beside the title."""
        self._row.insertWidget(self._row.count() - 2, tool)
        self._row.insertSpacing(self._row.count() - 2, UNIT)

    def tools(self) -> list[QWidget]:
        """Return the widgets in the title bar, from left to right."""
        items = (self._row.itemAt(place) for place in range(self._row.count()))
        return [tool for item in items if item and (tool := item.widget())]

    def _restyle(self) -> None:
        theme = current_theme()
        self._float.setIcon(icon("float", theme))
        self._close.setIcon(icon("close", theme))
        style = (
            "QToolButton { border: 1px solid transparent; border-radius: 4px; padding: 2px; }"
            f"QToolButton:hover {{ background: {theme.hover}; }}"
            f"QToolButton:focus {{ {ring(theme, theme.accent, 2, 2)} }}"
        )
        for button in (self._float, self._close):
            button.setStyleSheet(style)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close the panel, and report it."""
        super().closeEvent(event)
        self.closed.emit()

    def _note_closed(self, is_open: bool) -> None:
        if not is_open:
            self.closed.emit()


def _button() -> QToolButton:
    button = QToolButton()
    button.setIconSize(ICON)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button
