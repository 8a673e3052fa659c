"""Small widgets: headings in proportion, labels that change with every point, a switch."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QWidget,
)

from lenet_gui.ui.kit.appearance import current_theme
from lenet_gui.ui.kit.painting import fitting_font, hairline, scaled_font
from lenet_gui.ui.kit.theme import UNIT

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Arranged(QWidget):
    """A widget that places its parts itself, anew for each size and each font."""

    def arrange(self) -> None:
        """Place the parts. Must be overridden."""
        raise NotImplementedError

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the parts in the new size."""
        super().resizeEvent(event)
        self.arrange()

    def changeEvent(self, event: QEvent) -> None:
        """Place the parts for another text size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()
            self.arrange()


class UprightScrollArea(QScrollArea):
    """Scrolls a widget up and down only; the widget, not the area, takes the focus."""

    def __init__(self, view: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(view)


class LiveLabel(QWidget):
    """A line of text that, unlike a QLabel, can change without a new layout of the window.

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
    """A label whose text is `factor` times the current size of ordinary text."""

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


class ElidedHeading(ScaledLabel):
    """A heading that is shortened where it is too long, and then shows itself in a tip."""

    words = ""
    """The heading in full."""
    _brief = ""

    def __init__(self) -> None:
        super().__init__("", 1.05, bold=True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def set_words(self, words: str, brief: str = "") -> None:
        """Show another heading; `brief` is a shorter one, for where only that fits."""
        self.words, self._brief = words, brief
        self.setAccessibleName(words)
        self._elide()

    def minimumSizeHint(self) -> QSize:
        """Return the height of a line: the width is what there is."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Elide the heading anew."""
        super().resizeEvent(event)
        self._elide()

    def changeEvent(self, event: QEvent) -> None:
        """Elide the heading anew in another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._elide()

    def _elide(self) -> None:
        metrics, room, elide = self.fontMetrics(), max(0, self.width()), Qt.TextElideMode.ElideRight
        shown = metrics.elidedText(self.words, elide, room)
        if shown != self.words and self._brief:
            shown = metrics.elidedText(self._brief, elide, room)
        if shown != self.text():
            self.setText(shown)
            self.setToolTip(self.words if shown != self.words else "")


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
        height = max(TRACK.height(), self.fontMetrics().height(), 24)
        return QSize(self.width_of(self.text()), height + 4)

    def width_of(self, words: str) -> int:
        """Return the width that the switch has with these words as its label."""
        return self.fontMetrics().horizontalAdvance(words) + UNIT + TRACK.width() + 4

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
