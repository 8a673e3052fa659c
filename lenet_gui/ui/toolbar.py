"""The row of tools above the canvas: undo, redo, pen width, clear."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QToolButton, QWidget

from lenet_gui.ui.editor import DEFAULT_PEN_WIDTH, PEN_WIDTHS
from lenet_gui.ui.style import ring
from lenet_gui.ui.theme import UNIT, Theme

STEPS = 10
"""Slider steps in one pixel of 28."""


class Toolbar(QWidget):
    """Buttons for actions that live in the menu too, and the pen's slider."""

    pen_width_chosen = Signal(float)
    """The pen's diameter that the user chose, in pixels of 28."""

    def __init__(
        self, undo: QAction, redo: QAction, clear: QAction, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._caption = QLabel(self.tr("Pen"))
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(*(round(width * STEPS) for width in PEN_WIDTHS))
        self._slider.setValue(round(DEFAULT_PEN_WIDTH * STEPS))
        self._slider.setAccessibleName(self.tr("Pen width in pixels of 28"))
        self._caption.setBuddy(self._slider)
        self._value = QLabel()
        self._value.setMinimumWidth(self.fontMetrics().horizontalAdvance("0.0") + 2)
        tip = self.tr(
            "Pen width, in pixels of the 28×28 image ([ and ])\n"
            "Framed like MNIST, strokes are kept between 2 and 3 pixels"
        )
        for widget in (self._caption, self._slider, self._value):
            widget.setToolTip(tip)

        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT)
        row.addWidget(_button(undo))
        row.addWidget(_button(redo))
        row.addSpacing(UNIT)
        row.addWidget(self._caption)
        row.addWidget(self._slider, 1)
        row.addWidget(self._value)
        row.addSpacing(UNIT)
        row.addWidget(_button(clear, with_text=True))

        self._slider.valueChanged.connect(self._announce)
        self._show_value()

    def set_theme(self, theme: Theme) -> None:
        """Restyle the buttons and the slider."""
        self.setStyleSheet(_style(theme))

    def set_pen_width(self, cells: float) -> None:
        """Show a pen width that was chosen elsewhere."""
        self._slider.setValue(round(cells * STEPS))

    def step_pen_width(self, direction: int) -> None:
        """Make the pen a little wider (1) or narrower (-1)."""
        self._slider.setValue(self._slider.value() + 2 * direction)

    def _announce(self) -> None:
        self._show_value()
        self.pen_width_chosen.emit(self._slider.value() / STEPS)

    def _show_value(self) -> None:
        self._value.setText(f"{self._slider.value() / STEPS:.1f}")


def _button(action: QAction, with_text: bool = False) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setIconSize(QSize(20, 20))
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if with_text:
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return button


def _style(theme: Theme) -> str:
    return f"""
        QToolButton {{
            background: {theme.surface}; border: 1px solid {theme.line}; border-radius: 8px;
            padding: 5px 6px; color: {theme.text};
        }}
        QToolButton:hover {{ background: {theme.hover}; }}
        QToolButton:pressed {{ background: {theme.track}; }}
        QToolButton:focus {{ {ring(theme, theme.accent, 5, 6)} }}
        QToolButton:disabled {{ color: {theme.muted}; }}
        QLabel {{ color: {theme.muted}; }}
        QSlider {{ min-height: 22px; }}
        QSlider::groove:horizontal {{ height: 4px; border-radius: 2px; background: {theme.track}; }}
        QSlider::sub-page:horizontal {{
            height: 4px; border-radius: 2px; background: {theme.accent};
        }}
        QSlider::handle:horizontal {{
            width: 16px; height: 16px; margin: -6px 0; border-radius: 8px;
            background: {theme.accent};
        }}
        QSlider::handle:horizontal:focus {{ border: 2px solid {theme.text}; width: 12px; }}
    """
