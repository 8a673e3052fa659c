"""Labelled fields side by side, in as many rows as they need."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from lenet_gui.ui.kit.appearance import current_theme
from lenet_gui.ui.kit.painting import scaled_font
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.kit.widgets import Arranged

SMALL = 0.88


class FieldFlow(Arranged):
    """Places fields from left to right, each below its label, and goes on below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: list[tuple[QLabel, QWidget]] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)

    def add(self, field: QWidget) -> QLabel:
        """Add a field, and return its label, which is still empty."""
        label = QLabel(self)
        label.setBuddy(field)
        field.setParent(self)
        self._fields.append((label, field))
        return label

    def restyle(self) -> None:
        """Style the labels for the theme and the text size."""
        for label, _ in self._fields:
            label.setFont(scaled_font(self.font(), SMALL))
            label.setStyleSheet(f"color: {current_theme().muted};")
        self.updateGeometry()
        self.arrange()

    def sizeHint(self) -> QSize:
        """Return the size of its rows at the present width."""
        width = self.width() if self.width() > UNIT else 60 * self.fontMetrics().height()
        return QSize(width, self._place(width, moves=False))

    def minimumSizeHint(self) -> QSize:
        """Return the width of the widest field."""
        widest = max((self._width(*field) for field in self._shown()), default=0)
        return QSize(widest, self.sizeHint().height())

    def arrange(self) -> None:
        """Place the fields."""
        height = self._place(self.width(), moves=True)
        if height != self.height():
            self.setFixedHeight(height)

    def _shown(self) -> list[tuple[QLabel, QWidget]]:
        return [(label, field) for label, field in self._fields if not field.isHidden()]

    def _width(self, label: QLabel, field: QWidget) -> int:
        own = max(field.minimumWidth(), min(field.sizeHint().width(), field.maximumWidth()))
        return max(label.sizeHint().width(), own)

    def _height(self, field: QWidget) -> int:
        return max(field.sizeHint().height(), field.minimumHeight())

    def _place(self, width: int, moves: bool) -> int:
        """Return the height of all rows; move the fields there if asked to."""
        x = y = row = 0
        for label, field in self._fields:
            label.setVisible(not field.isHidden())
        above = max((label.sizeHint().height() for label, _ in self._shown()), default=0)
        for label, field in self._shown():
            own = self._width(label, field)
            high = self._height(field)
            if x and x + own > width:
                x, y, row = 0, y + row + UNIT // 2, 0
            if moves:
                label.setGeometry(x, y, own, above)
                field.setGeometry(x, y + above + 2, own, high)
            x += own + UNIT
            row = max(row, above + 2 + high)
        return y + row
