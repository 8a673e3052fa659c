"""A line of text that changes with every point that is drawn."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenet_gui.ui.kit.painting import fitting_font, hairline
from lenet_gui.ui.kit.theme import Theme

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class LiveLabel(QWidget):
    """Paints its text and asks for no other place than it has: a QLabel lays the window out anew.

    Text that is too long ends in an ellipsis.
    """

    def __init__(self, least: float = 1.0, parent: QWidget | None = None) -> None:
        """Make a label that is as wide as there is room, with its text at the left.

        Before any is left out it becomes smaller, down to `least` times its size.
        """
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self._widest = ""
        self._least = least
        self._text = ""
        self._colour = "black"
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_widest(self, text: str) -> None:
        """Be as wide as `text`, and put what is shown at the right."""
        self._widest = text
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.updateGeometry()

    def text(self) -> str:
        """What is shown."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show another text."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Repaint in the quiet colour of `theme`."""
        self._colour = theme.muted
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of one line."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._widest), metrics.height() + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text."""
        painter = QPainter(self)
        painter.setPen(hairline(self._colour))
        font = fitting_font(self.font(), self._text, self.width(), self._least)
        painter.setFont(font)
        side = RIGHT if self._widest else LEFT
        shown, metrics = self._text, painter.fontMetrics()
        if metrics.horizontalAdvance(shown) > self.width():
            shown = metrics.elidedText(shown, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), side, shown)
