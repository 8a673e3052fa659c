"""Labels: headings that stay in proportion, and lines that change with every point drawn."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy, QWidget

from lenet_gui.ui.kit.appearance import current_theme
from lenet_gui.ui.kit.painting import fitting_font, hairline, scaled_font

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class LiveLabel(QWidget):
    """A line of text that can change without a new layout of the window, which a QLabel causes.

    Text that is too long ends in an ellipsis.
    """

    def __init__(self, least: float = 1.0, parent: QWidget | None = None) -> None:
        """Make a label as wide as there is room, with its text at the left.

        Text that does not fit is first made smaller, down to `least` times its size.
        """
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self._widest = ""
        self._least = least
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_widest(self, text: str) -> None:
        """Be as wide as `text`, and align the text shown to the right."""
        self._widest = text
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.updateGeometry()

    def text(self) -> str:
        """The text shown, in full."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show another text."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.update()

    def sizeHint(self) -> QSize:
        """Return the size of one line."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._widest), metrics.height() + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text."""
        painter = QPainter(self)
        painter.setPen(hairline(current_theme().muted))
        font = fitting_font(self.font(), self._text, self.width(), self._least)
        painter.setFont(font)
        side = RIGHT if self._widest else LEFT
        shown, metrics = self._text, painter.fontMetrics()
        if metrics.horizontalAdvance(shown) > self.width():
            shown = metrics.elidedText(shown, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), side, shown)


class ScaledLabel(QLabel):
    """A label whose text is `factor` times the size of ordinary text, whatever that is."""

    def __init__(self, text: str = "", factor: float = 1.0, bold: bool = False) -> None:
        super().__init__(text)
        self._factor, self._bold = factor, bold
        self._scale()

    def changeEvent(self, event: QEvent) -> None:
        """Keep in proportion; in a window with a style sheet the change arrives as one of style."""
        if event.type() in (QEvent.Type.ApplicationFontChange, QEvent.Type.StyleChange):
            self._scale()
        super().changeEvent(event)

    def _scale(self) -> None:
        wanted = scaled_font(QApplication.font(), self._factor, self._bold)
        if wanted != self.font():
            self.setFont(wanted)


def heading(text: str = "") -> ScaledLabel:
    """Return a label for the title of a part of the window."""
    return ScaledLabel(text, 1.05, bold=True)
