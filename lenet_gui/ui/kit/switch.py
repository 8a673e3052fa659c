"""An on/off switch and its label, in one widget that works with mouse and keyboard."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from lenet_gui.ui.kit.appearance import current_theme
from lenet_gui.ui.kit.theme import UNIT

TRACK = QSize(36, 20)


class Switch(QAbstractButton):
    """A checkable button that looks like a switch, with its label on the left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size of label and switch side by side."""
        text = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(text + UNIT + TRACK.width() + 4, max(TRACK.height(), 24) + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the label, the track and the knob."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.muted))
        painter.drawText(
            self.rect().adjusted(0, 0, -TRACK.width() - UNIT - 2, 0),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
            self.text(),
        )
        left = self.width() - TRACK.width() - 2
        top = (self.height() - TRACK.height()) / 2
        track = QRectF(left, top, TRACK.width(), TRACK.height())
        painter.setPen(QPen(QColor(theme.accent if self.isChecked() else theme.muted), 1.2))
        painter.setBrush(QColor(theme.accent if self.isChecked() else theme.window))
        painter.drawRoundedRect(track, track.height() / 2, track.height() / 2)
        knob = track.height() - 6
        place = track.right() - knob - 3 if self.isChecked() else track.left() + 3
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.on_accent if self.isChecked() else theme.muted))
        painter.drawEllipse(QRectF(place, track.top() + 3, knob, knob))
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), theme.ring))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = track.adjusted(-2, -2, 2, 2)
            painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)
