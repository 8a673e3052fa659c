"""What the lens's pictures have in common: items to point at, to walk along and to pick."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenet_gui.ui.why.fading import Fading

SMALL = 0.86
"""Size of text in pictures, as a share of the usual."""
PALE = 0.35
"""Opacity of what no longer belongs to what is on the page."""


class Items(Fading):
    """A painted row, column or grid of items; each has a place and can be put in words.

    Arrow keys walk along the items, Home and End go to the ends; Enter, Space or a click picks one.
    """

    pointed = Signal(object, bool)
    """Another item is under the pointer, or the keys went there (True). None: no item any more."""
    picked = Signal(int)
    """An item was picked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hovered: int | None = None
        self._current = 0
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def places(self) -> list[QRectF]:
        """Return the place of each item, in logical pixels. Must be overridden."""
        raise NotImplementedError

    def words(self, index: int) -> str:
        """Return an item in words. Must be overridden."""
        raise NotImplementedError

    @property
    def per_row(self) -> int:
        """Items side by side: the step of the keys for up and down."""
        return max(1, len(self.places()))

    @property
    def shown(self) -> int | None:
        """The item under the pointer, or else the one that the keys have come to."""
        if self._hovered is not None:
            return self._hovered
        return self._current if self.hasFocus() and self._current < len(self.places()) else None

    def begin(self) -> QPainter:
        """Return a painter, pale if the picture is stale."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.is_stale:
            painter.setOpacity(PALE)
        return painter

    def describe(self) -> None:
        """Put the items in words for screen readers."""
        words = "; ".join(self.words(index) for index in range(len(self.places())))
        self.setAccessibleDescription(words)

    # -- mouse and keyboard ---------------------------------------------------------------------

    def point(self, index: int | None, by_keys: bool = False) -> None:
        """Point at an item, or at none."""
        if by_keys and index is not None:
            self._current, self._hovered = index, None
        elif index != self._hovered:
            self._hovered = index
        else:
            return
        self.pointed.emit(self.shown, by_keys)
        self.update()

    def _item_at(self, position: QPointF) -> int | None:
        return next((i for i, place in enumerate(self.places()) if place.contains(position)), None)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Point at the item under the pointer."""
        self.point(self._item_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Point at nothing."""
        self.point(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick the item under the pointer."""
        index = self._item_at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or index is None:
            super().mousePressEvent(event)
            return
        self.point(index)
        self._current = index
        self.picked.emit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk along the items, or pick one."""
        last = len(self.places()) - 1
        steps = {
            Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self.per_row, Qt.Key.Key_Down: self.per_row,
            Qt.Key.Key_Home: -last, Qt.Key.Key_End: last,
        }  # fmt: skip
        key = Qt.Key(event.key())
        if last < 0:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.picked.emit(min(self._current, last))
        elif key in steps:
            self.point(min(max(self._current + steps[key], 0), last), by_keys=True)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Point at the item that the keys came to last."""
        super().focusInEvent(event)
        if self.places():
            self.point(min(self._current, len(self.places()) - 1), by_keys=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Point at nothing."""
        super().focusOutEvent(event)
        self.pointed.emit(self.shown, True)
        self.update()
