"""The line that says which maps are off, below the verdict, and turns them on again."""

from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from lenet_gui.core.network.lenet5 import Held, Off
from lenet_gui.core.network.unit import Unit
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.i18n import decimal
from lenet_gui.ui.kit.icons import icon
from lenet_gui.ui.kit.theme import UNIT, ring
from lenet_gui.ui.kit.widgets import Arranged
from lenet_gui.ui.maps.wording import BY_NAME, held_unit, how_many_off, whole_name
from lenet_gui.ui.shell.actions import Actions

MARGIN = UNIT // 2
NO_LIMIT = 16_777_215
"""Qt's largest width of a widget."""
LISTED = 12
"""Maps that the menu lists; there is no use in a longer one."""


class OffLine(Arranged):
    """Says how many maps are off; a menu lists them, and a button turns all on.

    Both have shorter words where room is short; if even these don't fit, the button stands below.
    The line is hidden while no map is off.
    """

    switched = Signal(Unit)
    """The user asked to switch a map that is off on again."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._off: Off = frozenset()
        self.words = QToolButton(self)
        """Says how many are off, and opens the menu."""
        self.all_on = QToolButton(self)
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill)
        self.words.setMenu(self.menu)
        self.words.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.words.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for button in (self.words, self.all_on):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.all_on.clicked.connect(actions.all_on.trigger)
        self.hide()
        follow_appearance(self._dress)

    @property
    def text(self) -> str:
        """What it says; empty if no map is off."""
        return how_many_off(self._off)

    def show_off(self, off: Off) -> None:
        """Show which maps are off."""
        if off != self._off:
            self._off = off
            self._name()
            self.setVisible(bool(off))

    # -- geometry -------------------------------------------------------------------------------

    def height_for(self, width: int) -> int:
        """Return its height in a width, in logical pixels."""
        is_beside = self._word(width)
        return (1 if is_beside else 2) * self._line + 2 * MARGIN

    def sizeHint(self) -> QSize:
        """Return the size with the longest words."""
        self._word(NO_LIMIT)
        return QSize(self._needed, self._line + 2 * MARGIN)

    @property
    def _line(self) -> int:
        return max(self.words.sizeHint().height(), self.all_on.sizeHint().height())

    @property
    def _needed(self) -> int:
        """Return the width of the words and the button beside one another."""
        return self.words.sizeHint().width() + self.all_on.sizeHint().width() + 3 * MARGIN

    def _word(self, width: int) -> bool:
        """Use the longest words that fit; return whether words and button stand side by side."""
        long, short = self.text, self.tr("%n off", "", len(self._off))
        all_on, brief = self.tr("Turn all on"), self.tr("All on")
        for words, button in ((long, all_on), (long, brief), (short, all_on), (short, brief)):
            self.words.setText(f"{words} ▾")
            self.all_on.setText(button)
            if self._needed <= width:
                return True
        return False

    def arrange(self) -> None:
        """Place the words and the button."""
        is_beside = self._word(self.width())
        line, room = self._line, self.width() - 2 * MARGIN
        words = min(room, self.words.sizeHint().width())
        button = min(room, self.all_on.sizeHint().width())
        self.words.setGeometry(MARGIN, MARGIN, words, line)
        top = MARGIN + (0 if is_beside else line)
        self.all_on.setGeometry(QRect(self.width() - MARGIN - button, top, button, line))

    # -- looks ----------------------------------------------------------------------------------

    def _dress(self) -> None:
        theme = current_theme()
        self.setStyleSheet(
            f"QToolButton {{ color: {theme.text}; border: 1px solid transparent;"
            " border-radius: 4px; padding: 2px 4px; }"
            f"QToolButton:hover {{ background: {theme.track}; }}"
            f"QToolButton:focus {{ {ring(theme, theme.accent, 2, 4)} }}"
            "QToolButton::menu-indicator { image: none; }"
        )
        self.all_on.setStyleSheet(
            f"QToolButton {{ background: {theme.surface}; border-color: {theme.line}; }}"
            f"QToolButton:hover {{ background: {theme.track}; }}"
        )
        self.words.setIcon(icon("closed-eye", theme))
        self._name()

    def _name(self) -> None:
        self.words.setAccessibleName(self.text)
        self.words.setToolTip("\n".join(map(_held_in_words, self._listed())))
        tip = self._actions.all_on.toolTip()
        self.all_on.setToolTip(tip)
        self.updateGeometry()
        self.arrange()

    def _listed(self) -> list[Held]:
        """Return the maps that are named, from the input down."""
        order = list(BY_NAME)
        return sorted(self._off, key=lambda held: (order.index(held.layer), held.map))[:LISTED]

    def _fill(self) -> None:
        """Fill the menu: an entry turns each map on, others choose at which value it is held."""
        self.menu.clear()
        for held in self._listed():
            entry = self.menu.addAction(self.tr("Turn on {0}").format(_held_in_words(held)))
            entry.triggered.connect(partial(self.switched.emit, held_unit(held)))
        self.menu.addAction(self._actions.all_on)
        self.menu.addSeparator()
        self.menu.addActions(self._actions.holds.actions())
        self.menu.addSeparator()
        self.menu.addAction(self._actions.one_by_one)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a box around it: what stands in it qualifies the verdict above."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.text), 1, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(theme.hover))
        box = self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, 6, 6)


def _held_in_words(held: Held) -> str:
    from_zero = decimal(held.value, 2, has_plus=True) if held.value else "0"
    return f"{whole_name(held_unit(held))} ({from_zero})"
