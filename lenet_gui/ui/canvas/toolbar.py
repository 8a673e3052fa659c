"""The row above the canvas: tools, undo and redo, the tool's width, clear."""

from PySide6.QtCore import QSignalBlocker, QSize, Qt
from PySide6.QtGui import QAction, QFontMetrics
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSlider,
    QToolButton,
    QWidget,
    QWidgetAction,
)

from lenet_gui.ui.canvas.tools.toolbox import Toolbox
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.i18n import decimal
from lenet_gui.ui.kit.theme import UNIT, Theme, ring, slider_style
from lenet_gui.ui.kit.widgets import Arranged
from lenet_gui.ui.shell.actions import Actions

STEPS = 10
"""Slider steps in one pixel of 28."""
SIDE, NARROW_SIDE = 36, 30
"""Width of a button in logical pixels, usually and where space is tight."""
ICON = QSize(20, 20)
WORDS = 18
"""Room around a button's words, beside its icon, in logical pixels."""
GROUP = 6
"""What parts groups of buttons, besides the spacing of the row, in logical pixels."""
SHORTEST_SLIDER, LONGEST_SLIDER = 40, 180


class Toolbar(Arranged):
    """Buttons for actions that are in the menu too, and a slider for the tool in use.

    If space is tight, the row drops its words first, then the slider moves into a button's menu.
    """

    def __init__(self, actions: Actions, tools: Toolbox, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tools = tools
        self._slider, self._menu_slider = _slider(SHORTEST_SLIDER), _slider(LONGEST_SLIDER)
        self._value = QLabel()
        self._width = QToolButton()
        self._width.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._width.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._width.setMenu(self._make_menu())
        self._clear = _button(actions.clear)
        chosen = [_button(action) for action in actions.tools.actions()]
        steps = [_button(actions.undo), _button(actions.redo)]
        self._squares = [*chosen, *steps]

        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT // 2)
        for button in chosen:
            row.addWidget(button)
        row.addSpacing(GROUP)
        for button in steps:
            row.addWidget(button)
        row.addSpacing(GROUP)
        row.addWidget(self._slider, 1)
        row.addWidget(self._value)
        row.addWidget(self._width)
        row.addStretch()
        row.addWidget(self._clear)

        for slider in (self._slider, self._menu_slider):
            slider.valueChanged.connect(lambda steps: tools.set_width(steps / STEPS))
        tools.changed.connect(self._show_width)
        tools.width_changed.connect(self._show_width)
        follow_appearance(self._show_width)
        follow_appearance(self._restyle)

    def _make_menu(self) -> QMenu:
        """Return a menu that holds the slider."""
        menu, entry = QMenu(self), QWidgetAction(self)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        row.addWidget(self._menu_slider)
        entry.setDefaultWidget(holder)
        menu.addAction(entry)
        menu.aboutToShow.connect(self._menu_slider.setFocus)
        return menu

    def _restyle(self) -> None:
        """Restyle the buttons and the slider."""
        theme = current_theme()
        self.setStyleSheet(_style(theme))
        self.arrange()

    def arrange(self) -> None:
        """Use the first arrangement that fits."""
        metrics = QFontMetrics(QApplication.font())  # the label gets its new font later
        clear = metrics.horizontalAdvance(self._clear.text()) + ICON.width() + WORDS
        self._value.setMinimumWidth(metrics.horizontalAdvance("0.0") + 2)
        for side, has_words, has_slider, has_button, has_clear in (
            (SIDE, True, True, False, True),
            (SIDE, False, True, False, True),
            (NARROW_SIDE, False, True, False, True),
            (NARROW_SIDE, False, False, True, True),
            (NARROW_SIDE, False, False, False, True),
            (NARROW_SIDE, False, False, False, False),
        ):
            for button in self._squares:
                button.setFixedWidth(side)
            beside = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
            alone = Qt.ToolButtonStyle.ToolButtonIconOnly
            self._clear.setToolButtonStyle(beside if has_words else alone)
            self._clear.setFixedWidth(clear if has_words else side)
            self._clear.setVisible(has_clear)
            for widget in (self._slider, self._value):
                widget.setVisible(has_slider)
            self._width.setVisible(has_button)
            if self._row.minimumSize().width() <= self.width():
                break
        self._row.activate()

    def _show_width(self) -> None:
        """Show the width and the name of the tool that the slider is for."""
        tool = self._tools.sized
        assert tool.widths is not None
        if tool is self._tools.eraser:
            name = self.tr("Eraser width in pixels of 28")
            tip = self.tr("Eraser width, in pixels of the 28×28 image ([ and ])")
        else:
            name = self.tr("Pen width in pixels of 28")
            tip = self.tr(
                "Pen width, in pixels of the 28×28 image ([ and ])\n"
                "Framed like MNIST, strokes are kept between 2 and 3 pixels"
            )
        for slider in (self._slider, self._menu_slider):
            with QSignalBlocker(slider):  # or a width between two steps would be rounded
                slider.setRange(*(round(width * STEPS) for width in tool.widths))
                slider.setValue(round(tool.width * STEPS))
            slider.setAccessibleName(name)
        number = decimal(tool.width, 1)
        self._value.setText(number)
        self._width.setText(number)
        self._width.setAccessibleName(f"{name}: {number}")
        for widget in (self._slider, self._menu_slider, self._value, self._width):
            widget.setToolTip(tip)


def _slider(shortest: int) -> QSlider:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setMinimumWidth(shortest)
    return slider


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setIconSize(ICON)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


def _style(theme: Theme) -> str:
    return f"""
        QToolButton {{
            background: {theme.surface}; border: 1px solid {theme.line}; border-radius: 8px;
            padding: 5px 2px; color: {theme.text};
        }}
        QToolButton:hover {{ background: {theme.hover}; }}
        QToolButton:pressed {{ background: {theme.track}; }}
        QToolButton:focus {{ {ring(theme, theme.accent, 5, 2)} }}
        QToolButton:checked {{ background: {theme.accent}; border-color: {theme.accent}; }}
        QToolButton:checked:focus {{ border-color: {theme.text}; }}
        QToolButton:disabled {{ color: {theme.muted}; }}
        QToolButton[popupMode="2"] {{ padding: 8px 10px 8px 2px; }}
        QToolButton::menu-indicator {{
            subcontrol-origin: padding; subcontrol-position: right center; right: 4px;
        }}
        QLabel {{ color: {theme.muted}; }}
        {slider_style(theme)}
    """


def connect_tools(actions: Actions, tools: Toolbox, canvas: QWidget) -> None:
    """Connect the actions to the tools and their widths, and check the one in use.

    Tools that are used by keys move the focus to the canvas.
    """

    def show() -> None:
        actions.pen.setChecked(tools.current is tools.pen)
        actions.eraser.setChecked(tools.current is tools.eraser)
        actions.mover.setChecked(tools.current is tools.mover)
        actions.keyboard.setChecked(tools.keyboard.is_on)

    actions.pen.triggered.connect(lambda: tools.choose(tools.pen))
    actions.eraser.triggered.connect(lambda: tools.choose(tools.eraser))
    actions.mover.triggered.connect(lambda: tools.choose(tools.mover))
    actions.select_all.triggered.connect(lambda: tools.choose(tools.mover))
    actions.keyboard.triggered.connect(tools.set_drawing_by_keys)
    for action in (actions.mover, actions.select_all, actions.keyboard):
        action.triggered.connect(lambda: canvas.setFocus())
    actions.wider.triggered.connect(lambda: tools.step_width(1))
    actions.narrower.triggered.connect(lambda: tools.step_width(-1))
    tools.changed.connect(show)
    tools.keyboard.changed.connect(show)
    show()
