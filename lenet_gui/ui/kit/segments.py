"""A segmented row: buttons side by side of which one is pressed."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.kit.widgets import Arranged

HEIGHT = 36
"""Height in logical pixels, as in the toolbar."""
ICON = QSize(20, 20)
MARGIN = 2 * UNIT
"""Room at either side of a segment's text."""
WIDEST = 15 * UNIT
"""Width of a segment where there is room for more."""


class Segments(Arranged):
    """Shows a group of exclusive actions; icons take the place of words that don't fit."""

    def __init__(self, group: QActionGroup, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[QToolButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        for action in group.actions():
            self._add(action)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        follow_appearance(self._restyle)

    def _add(self, action: QAction) -> None:
        button = QToolButton()
        button.setDefaultAction(action)
        button.setIconSize(ICON)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setFixedHeight(HEIGHT)
        self._buttons.append(button)
        self._row.addWidget(button)

    def sizeHint(self) -> QSize:
        """Return equal segments, as wide as the widest of them."""
        return QSize(len(self._buttons) * max(WIDEST, self._widest()), HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return a row of icons."""
        return QSize(len(self._buttons) * HEIGHT, HEIGHT)

    def _widest(self) -> int:
        metrics = self.fontMetrics()
        texts = (button.defaultAction().iconText() for button in self._buttons)
        return max(map(metrics.horizontalAdvance, texts), default=0) + 2 * MARGIN

    def arrange(self) -> None:
        """Place the parts."""
        fits = self._widest() - MARGIN <= self.width() / max(1, len(self._buttons))
        style = Qt.ToolButtonStyle
        for button in self._buttons:
            button.setToolButtonStyle(
                style.ToolButtonTextOnly if fits else style.ToolButtonIconOnly
            )

    def _restyle(self) -> None:
        theme = current_theme()
        self.setStyleSheet(f"""
            QToolButton {{
                background: {theme.surface}; color: {theme.text}; padding: 0 {UNIT}px;
                border: 1px solid {theme.line}; border-right: none; border-radius: 0;
            }}
            QToolButton:hover {{ background: {theme.hover}; }}
            QToolButton:pressed {{ background: {theme.track}; }}
            QToolButton:checked {{
                background: {theme.accent}; color: {theme.on_accent};
                border-color: {theme.accent}; font-weight: bold;
            }}
            QToolButton:focus {{ border: {theme.ring}px solid {theme.accent}; }}
            QToolButton:checked:focus {{ border-color: {theme.text}; }}
        """)
        for button in self._buttons:
            corners = []
            if button is self._buttons[0]:
                corners += ["top-left", "bottom-left"]
            if button is self._buttons[-1]:
                corners += ["top-right", "bottom-right"]
            rules = "".join(f"border-{corner}-radius: 8px; " for corner in corners)
            if button is self._buttons[-1]:
                rules += f"border-right: 1px solid {theme.line};"
            button.setStyleSheet(f"QToolButton {{ {rules} }}")
        self.updateGeometry()
        self.arrange()
