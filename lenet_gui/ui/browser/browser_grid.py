"""Digits in rows; only those in sight are painted."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from lenet_gui.core.datasets.gallery import NOTHING, Gallery
from lenet_gui.ui.browser.browser_tile import Tiles
from lenet_gui.ui.kit.accessibility import show_tip
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.context_menu import MenuRequests
from lenet_gui.ui.kit.i18n import grouped, listed
from lenet_gui.ui.kit.theme import UNIT

AT_ONCE = 24
"""Images made in one painting; a new page takes several."""
OPENING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DigitGrid(QAbstractScrollArea):
    """Shows digits of a gallery; one of them is the current one.

    A *place* is a digit's index in the gallery, a *number* its index among those shown.
    """

    opened = Signal(int)
    """A digit was clicked, or Enter pressed on it: its place."""
    walked = Signal(int)
    """A key led to another digit: its place."""
    menu_wanted = Signal(QPoint)
    """A menu for the current digit was asked for: where it opens on the screen."""
    current_changed = Signal()
    """Another digit is the current one, or it has been read."""
    typed = Signal(int)
    """The key of a digit, 0 … 9, was pressed."""

    def __init__(self, gallery: Gallery, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gallery = gallery
        self.tiles = Tiles(gallery)
        self._places: NDArray[np.int32] = np.zeros(0, np.int32)
        self._at = 0
        self._invitation = ""
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self.viewport().update)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for part in (self, self.viewport()):
            MenuRequests(part)
        follow_appearance(self._dress)

    # -- what is shown --------------------------------------------------------------------------

    @property
    def places(self) -> NDArray[np.int32]:
        """The places of all digits shown, in sight or not, int32 (n,)."""
        return self._places

    @property
    def current(self) -> int | None:
        """The place of the current digit. None if no digit is shown."""
        return int(self._places[self._at]) if len(self._places) else None

    def _dress(self) -> None:
        self.setAccessibleName(self.tr("Digits"))
        self._describe()
        self.viewport().setStyleSheet(f"background: {current_theme().surface}")
        self._fit()
        self.viewport().update()

    def invite(self, text: str) -> None:
        """Set the text to show if there is no digit."""
        self._invitation = text
        self.viewport().update()

    def show_places(self, places: NDArray[np.int32]) -> None:
        """Show other digits; if the current one is not among them, the next one becomes current."""
        before = self.current
        self._places = places
        found = 0 if before is None else int(np.searchsorted(places, before))
        self._at = max(0, min(found, len(places) - 1))
        self._fit()
        self._reveal()
        self._note_current()

    def add_places(self, places: NDArray[np.int32]) -> None:
        """Show some more digits at the end."""
        if not len(places):
            return
        was_empty = not len(self._places)
        self._places = np.concatenate((self._places, places))
        self._fit()
        self.viewport().update()
        if was_empty:
            self._note_current()

    def show_answers(self, first: int, count: int) -> None:
        """Repaint the `count` digits from the place `first` on, as far as they are in sight."""
        begin, end = np.searchsorted(self._places, (first, first + count)).tolist()
        seen = self.in_sight()
        if begin < seen.stop and seen.start < end:
            self.viewport().update()
        if begin <= self._at < end:
            self._note_current()

    # -- where things are -----------------------------------------------------------------------

    def tile(self, at: int) -> QRect:
        """Return the place of digit number `at` in the viewport."""
        size = self._size
        row, column = divmod(at, self.columns)
        top = UNIT + row * size.height() - self.verticalScrollBar().value()
        spare = self.viewport().width() - self.columns * size.width()
        return QRect(QPoint(max(UNIT, spare // 2) + column * size.width(), top), size)

    @property
    def columns(self) -> int:
        """Number of digits in a row."""
        return max(1, (self.viewport().width() - 2 * UNIT) // self._size.width())

    def _measure(self) -> None:
        """Find the size of a tile for the current font, language and screen."""
        self.tiles.set_look(current_theme(), self.devicePixelRatioF())
        self._size = self.tiles.size(self.fontMetrics())

    def rows(self) -> int:
        """Return how many rows fit into the viewport, at least one."""
        return max(1, (self.viewport().height() - UNIT) // self._size.height())

    def in_sight(self) -> range:
        """Return the numbers of the digits that are at least partly in sight."""
        height = self._size.height()
        top = self.verticalScrollBar().value() - UNIT
        first = max(0, top // height) * self.columns
        last = ((top + self.viewport().height()) // height + 1) * self.columns
        return range(min(first, len(self._places)), min(last, len(self._places)))

    def _number_at(self, position: QPointF) -> int | None:
        for at in self.in_sight():
            if self.tile(at).contains(position.toPoint()):
                return at
        return None

    def _fit(self) -> None:
        """Have the scroll bar span all rows."""
        self._measure()
        height = self._size.height()
        rows = -(-len(self._places) // self.columns)
        room = self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, rows * height + 2 * UNIT - room))
        bar.setPageStep(room)
        bar.setSingleStep(height // 2)

    def _reveal(self) -> None:
        """Scroll until the current digit is in sight."""
        tile, bar = self.tile(self._at), self.verticalScrollBar()
        below = tile.bottom() + UNIT - self.viewport().height()
        if tile.top() < UNIT:
            bar.setValue(bar.value() + tile.top() - UNIT)
        elif below > 0:
            bar.setValue(bar.value() + below)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rearrange the rows, with the current digit in sight."""
        super().resizeEvent(event)
        self._fit()
        self._reveal()

    def changeEvent(self, event: QEvent) -> None:
        """Rearrange the rows if the text has another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()
            self._reveal()

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the digits in sight; missing images are made over as many paintings as it takes."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._measure()
        seen = self.in_sight()
        if not seen:
            self._paint_invitation(painter)
        missing = [at for at in seen if not self.tiles.is_ready(int(self._places[at]))]
        for at in missing[:AT_ONCE]:
            self.tiles.prepare(int(self._places[at]))
        if len(missing) > AT_ONCE:
            self._again.start()
        for at in seen:
            ring = self._ring() if at == self._at else ""
            self.tiles.paint(
                painter, self.tile(at), int(self._places[at]), ring, current_theme().ring
            )

    def _ring(self) -> str:
        return current_theme().accent if self.hasFocus() else current_theme().muted

    def _paint_invitation(self, painter: QPainter) -> None:
        painter.setPen(QColor(current_theme().muted))
        room = self.viewport().rect().adjusted(4 * UNIT, 0, -4 * UNIT, 0)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(room, flags, self._invitation)

    # -- keys and mouse -------------------------------------------------------------------------

    def go_to(self, at: int) -> None:
        """Make digit number `at`, or the nearest to it, the current one."""
        if len(self._places):
            self._at = max(0, min(at, len(self._places) - 1))
            self._reveal()
            self._note_current()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by arrows and pages, which opens digits on the way, as Enter does."""
        key, columns = event.key(), self.columns
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -columns,
            Qt.Key.Key_Down: columns,
            Qt.Key.Key_PageUp: -columns * self.rows(),
            Qt.Key.Key_PageDown: columns * self.rows(),
            Qt.Key.Key_Home: -len(self._places),
            Qt.Key.Key_End: len(self._places),
        }
        if key in OPENING_KEYS and self.current is not None:
            self.opened.emit(self.current)
        elif key in steps:
            wanted = self._at + steps[Qt.Key(key)]
            if key not in (Qt.Key.Key_Up, Qt.Key.Key_Down) or self._has_row(wanted):
                before = self._at
                self.go_to(wanted)
                if self.current is not None and self._at != before:
                    self.walked.emit(self.current)
        elif Qt.Key.Key_0 <= key <= Qt.Key.Key_9 and not event.modifiers():
            self.typed.emit(key - Qt.Key.Key_0)
        else:
            super().keyPressEvent(event)

    def _has_row(self, at: int) -> bool:
        return 0 <= at // self.columns <= (len(self._places) - 1) // self.columns

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the digit under the pointer."""
        at = self._number_at(event.position())
        if at is not None and event.button() == Qt.MouseButton.LeftButton:
            self.go_to(at)
            self.opened.emit(int(self._places[at]))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu for the digit under the pointer or, by keyboard, for the current one."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self._at if len(self._places) else None
            place = self.viewport().mapToGlobal(self.tile(self._at).center())
        else:
            at, place = self._number_at(event.pos().toPointF()), event.globalPos()
        if at is not None:
            self.go_to(at)
            self.menu_wanted.emit(place)

    def viewportEvent(self, event: QEvent) -> bool:
        """Describe the digit under the pointer in a tooltip."""
        return show_tip(self.viewport(), event, self.tip_at) or super().viewportEvent(event)

    def tip_at(self, position: QPointF) -> str:
        """Return the tooltip for a point of the viewport; empty outside the digits."""
        at = self._number_at(position)
        return "" if at is None else self.words(at)

    def words(self, at: int) -> str:
        """Describe digit number `at`: its label, how it was read, and its number."""
        place = int(self._places[at])
        label, read = self._gallery.labels[place], self._gallery.answers[place]
        if not self._gallery.is_wrong(place):
            digit = self.tr("A {0}").format(label)
        elif read == NOTHING:
            digit = self.tr("A {0}, no ink found").format(label)
        else:
            digit = self.tr("A {0}, read as a {1}").format(label, read)
        number = self.tr("number {0} of {1}").format(grouped(at + 1), grouped(len(self._places)))
        return listed(digit, number)

    def _note_current(self) -> None:
        self._describe()
        self.current_changed.emit()

    def _describe(self) -> None:
        """Describe the current digit to screen readers."""
        self.setAccessibleDescription(self.words(self._at) if len(self._places) else "")
