"""Widgets side by side, in as many rows as they need."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.kit.widgets import Arranged


class Flow(Arranged):
    """Places widgets from left to right, each in the size that it wants, and goes on below."""

    def __init__(self, gap: int = UNIT, parent: QWidget | None = None) -> None:
        """Make it empty; `gap` is between two widgets, in logical pixels."""
        super().__init__(parent)
        self._gap = gap
        self._parts: list[QWidget] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_parts(self, *parts: QWidget) -> None:
        """Show these widgets in this order; those that are no longer among them are hidden."""
        for part in self._parts:
            if part not in parts:
                part.hide()
        self._parts = list(parts)
        for part in parts:
            if part.parentWidget() is not self:
                part.setParent(self)
                part.show()
        self.refresh()

    def refresh(self) -> None:
        """Place the widgets again: one of them has another size or is hidden."""
        self.updateGeometry()
        self.arrange()

    @property
    def one_row(self) -> int:
        """The width in which all stand in one row."""
        widths = [part.sizeHint().width() for part in self._shown()]
        return sum(widths) + self._gap * max(0, len(widths) - 1)

    def event(self, event: QEvent) -> bool:
        """Place the widgets again when one of them wants another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.refresh()
        return super().event(event)

    def sizeHint(self) -> QSize:
        """Return one row's width, and the height at the present one."""
        return QSize(self.one_row, self._place(self.width(), moves=False))

    def minimumSizeHint(self) -> QSize:
        """Return the width of the widest widget."""
        widest = max((part.sizeHint().width() for part in self._shown()), default=0)
        return QSize(widest, self.sizeHint().height())

    def arrange(self) -> None:
        """Place the widgets."""
        height = self._place(self.width(), moves=True)
        if height != self.height():
            self.setFixedHeight(height)

    def _shown(self) -> list[QWidget]:
        return [part for part in self._parts if not part.isHidden()]

    def _place(self, width: int, moves: bool) -> int:
        """Return the height of all rows; move the widgets there if asked to."""
        x = y = row = 0
        for part in self._shown():
            size = part.sizeHint().expandedTo(part.minimumSize())
            if x and x + size.width() > width:
                x, y, row = 0, y + row + UNIT // 2, 0
            if moves:
                part.setGeometry(x, y, min(size.width(), max(width, 1)), size.height())
            x += size.width() + self._gap
            row = max(row, size.height())
        return y + row
