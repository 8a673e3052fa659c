"""“It was”: a button for each digit, to correct a reading; or the label from a data set."""

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolButton, QWidget

from lenet_gui.core.reading.reading import Reading
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.i18n import plain
from lenet_gui.ui.kit.icons import icon
from lenet_gui.ui.kit.theme import UNIT, Theme
from lenet_gui.ui.kit.widgets import Arranged, ScaledLabel
from lenet_gui.ui.shell.actions import Actions

LEAST = 3 * UNIT
"""Smallest side of a button, in logical pixels: what a finger can hit."""
GAP = 2


class ItWas(Arranged):
    """A quiet line of text over ten buttons, which take one row, or two where that is too narrow.

    While a data set's digit is on the page, the line names its label, and marks whether the
    reading agrees.
    """

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._label: int | None = None
        self._agrees: bool | None = None
        self._words = ScaledLabel(factor=0.92)
        self.buttons = [self._button(action) for action in actions.it_was]
        self.undo = QToolButton()
        self.undo.setObjectName("undo")
        self.undo.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.undo.clicked.connect(actions.take_back.trigger)
        for part in (self._words, self.undo, *self.buttons):
            part.setParent(self)
        for action in (*actions.it_was, actions.take_back):
            action.changed.connect(self._follow)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.addActions([actions.take_back, actions.corrections])
        self._follow()
        follow_appearance(self._dress)

    def _button(self, action: QAction) -> QToolButton:
        button = QToolButton()
        button.setDefaultAction(action)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.installEventFilter(self)
        return button

    @property
    def text(self) -> str:
        """The line of text."""
        return self._words.text()

    @property
    def agrees(self) -> bool | None:
        """Whether the mark shows that the reading agrees with the label; None without a mark."""
        return self._agrees

    def show_label(self, label: int | None, reading: Reading | None) -> None:
        """Show a data set's label, and whether a reading agrees; None invites to a correction."""
        agrees = None
        if label is not None and reading is not None and reading.most_probable is not None:
            agrees = reading.most_probable == label
            if agrees and reading.digit is None:
                agrees = None  # right, but not believed
        if (label, agrees) != (self._label, self._agrees):
            self._label, self._agrees = label, agrees
            self._name()

    # -- geometry -------------------------------------------------------------------------------

    def height_for(self, width: int) -> int:
        """Return the height of the line and the buttons in a width, in logical pixels."""
        rows = len(self.buttons) // self._columns(width)
        return self._line + rows * (self._side + GAP)

    def sizeHint(self) -> QSize:
        """Return the size with all buttons in a row."""
        width = len(self.buttons) * (self._side + GAP)
        return QSize(width, self.height_for(width))

    @property
    def _line(self) -> int:
        """Height of the line of text."""
        return self._words.sizeHint().height() + UNIT // 2

    @property
    def _side(self) -> int:
        """Height of a button, and its least width."""
        return max(LEAST, self.fontMetrics().height() + 4)

    def _columns(self, width: int) -> int:
        count = len(self.buttons)
        return count if width >= count * (self._side + GAP) - GAP else count // 2

    def arrange(self) -> None:
        """Place the parts."""
        line, side, columns = self._line - UNIT // 2, self._side, self._columns(self.width())
        mark = line + 2 * GAP if self._agrees is not None else 0
        words = min(self._words.sizeHint().width(), self.width() - line - mark)
        self._words.setGeometry(mark, 0, words, line)
        self.undo.setGeometry(self.width() - line - 2, 0, line + 2, line)
        self.undo.setIconSize(QSize(line - 2, line - 2))
        across = (self.width() + GAP) / columns
        for place, button in enumerate(self.buttons):
            row, column = divmod(place, columns)
            left, right = round(column * across), round((column + 1) * across) - GAP
            button.setGeometry(left, self._line + row * (side + GAP), right - left, side)

    # -- looks ----------------------------------------------------------------------------------

    def _dress(self) -> None:
        theme = current_theme()
        self.setStyleSheet(_style(theme))
        self.undo.setIcon(icon("undo", theme))
        self._name()

    def _name(self) -> None:
        """Set the texts, and the mark."""
        words, tip = self.tr("It was"), ""
        if self._label is not None:
            words = self.tr("Label: {0}").format(self._label)
            tip = {
                True: self.tr("The data set's label, {0}: the reading agrees"),
                False: self.tr("The data set's label, {0}: the reading differs"),
                None: self.tr("The data set's label, {0}"),
            }[self._agrees].format(self._label)
        self._words.setText(words)
        self._words.setAccessibleName(tip or words)
        self._words.setToolTip(tip)
        for action, button in zip(self._actions.it_was, self.buttons, strict=True):
            button.setAccessibleName(plain(action.text()))
        self.undo.setToolTip(plain(self._actions.take_back.text()))
        self.undo.setAccessibleName(self.undo.toolTip())
        self.arrange()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the mark: a tick, or a cross."""
        if self._agrees is not None:
            mark = icon("check" if self._agrees else "close", current_theme())
            side = self._line - UNIT // 2
            mark.paint(QPainter(self), QRect(0, 0, side, side))

    def _follow(self) -> None:
        """Offer to undo the correction that is checked, and give the Tab key one stop."""
        checked = [button for button in self.buttons if button.isChecked()]
        self.undo.setVisible(bool(checked) and self._actions.take_back.isEnabled())
        self._stop_at((checked or self.buttons)[0])

    # -- keys -----------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move from button to button by arrow keys."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            columns = self._columns(self.width())
            steps = {
                Qt.Key.Key_Left: -1,
                Qt.Key.Key_Right: 1,
                Qt.Key.Key_Up: -columns,
                Qt.Key.Key_Down: columns,
            }
            if event.key() in steps and isinstance(watched, QToolButton):
                place = self.buttons.index(watched) + steps[Qt.Key(event.key())]
                if 0 <= place < len(self.buttons):
                    self._stop_at(self.buttons[place])
                    self.buttons[place].setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _stop_at(self, stop: QToolButton) -> None:
        for button in self.buttons:
            is_stop = button is stop
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if is_stop else Qt.FocusPolicy.NoFocus)


def _style(theme: Theme) -> str:
    return f"""
        QLabel {{ color: {theme.muted}; }}
        QToolButton {{
            background: transparent; color: {theme.muted};
            border: 1px solid {theme.line}; border-radius: 4px; padding: 0;
        }}
        QToolButton:hover {{ background: {theme.hover}; color: {theme.text}; }}
        QToolButton:pressed {{ background: {theme.track}; }}
        QToolButton:disabled {{ color: {theme.disabled}; }}
        QToolButton:checked {{
            background: {theme.accent}; color: {theme.on_accent}; border-color: {theme.accent};
        }}
        QToolButton:focus {{ border: {theme.ring}px solid {theme.accent}; }}
        QToolButton:checked:focus {{ border-color: {theme.text}; }}
        #undo {{ border-color: transparent; }}
        #undo:focus {{ border-color: {theme.accent}; }}
    """
