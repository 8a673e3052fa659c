"""What the lens's parts have in common: a heading, words that explain it, and a picture below."""

from typing import Protocol, cast

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QStaticText, QTextOption
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.painting import fitting_font, scaled_font
from lenet_gui.ui.kit.theme import UNIT, ring
from lenet_gui.ui.kit.widgets import LEFT, Arranged, ElidedHeading, LiveLabel

GAP = UNIT // 2
"""Logical pixels between the heading and the picture."""
SHRINKS = 0.9
"""Size to which words beside a heading shrink before they stand below it."""
LARGE = 1.3
"""Size of the headline."""


class Link(QPushButton):
    """A button that looks like a link."""

    def __init__(self) -> None:
        super().__init__()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        follow_appearance(self._restyle)

    def _restyle(self) -> None:
        theme = current_theme()
        self.setStyleSheet(f"""
            QPushButton {{
                background: transparent; color: {theme.accent}; border: 1px solid transparent;
                border-radius: 4px; padding: 1px 3px;
            }}
            QPushButton:hover {{ text-decoration: underline; background: transparent; }}
            QPushButton:focus {{ {ring(theme, theme.accent, 1, 3)} }}
        """)


class Headline(QWidget):
    """The question, in large letters; they shrink where it would be too long."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""

    def text(self) -> str:
        """The question."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show another question."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.update()

    def sizeHint(self) -> QSize:
        """Return the room that the question needs."""
        metrics = QFontMetricsF(scaled_font(self.font(), LARGE, bold=True))
        return QSize(round(metrics.horizontalAdvance(self._text)) + 2, round(metrics.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the question."""
        painter = QPainter(self)
        font = scaled_font(self.font(), LARGE, bold=True)
        painter.setFont(fitting_font(font, self._text, self.width(), 0.5))
        painter.setPen(QColor(current_theme().text))
        painter.drawText(self.rect(), LEFT, self._text)


class Sentence(QWidget):
    """A sentence with some words in bold that changes with every point and needs no new layout.

    It keeps room for its longest form.
    """

    def __init__(self) -> None:
        super().__init__()
        self._words = ""
        self._room = ""
        """The longest form that room is kept for."""

    def text(self) -> str:
        """The sentence, without marks."""
        return self._words.replace("<b>", "").replace("</b>", "")

    def set_words(self, words: str, longest: str = "") -> bool:
        """Show another sentence, as HTML; `longest` is how long it may become.

        Return whether it may need other room.
        """
        if words != self._words:
            self._words = words
            self.setAccessibleName(self.text())
            self.update()
        before, self._room = self._room, max((longest, words), key=len)
        return len(before) != len(self._room)

    def needed_height(self, width: int) -> int:
        """Return the height that the longest form needs, in logical pixels."""
        if not self._room:
            return 0
        return round(self._laid_out(self._room, width).size().height()) + 1

    def _laid_out(self, words: str, width: int) -> QStaticText:
        text = QStaticText(words)
        text.setTextFormat(Qt.TextFormat.RichText)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        text.setTextOption(option)
        text.setTextWidth(width)
        text.prepare(font=self.font())
        return text

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sentence."""
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(QColor(current_theme().text))
        painter.drawStaticText(QPointF(0, 0), self._laid_out(self._words, self.width()))


class Body(Protocol):
    """A picture that says how high it must be."""

    def needed_height(self, width: int) -> int:
        """Return the least height for a width, in logical pixels."""

    def useful_height(self, width: int) -> int:
        """Return the height from which on it gains nothing, in logical pixels."""


class Part(Arranged):
    """A heading with words beside it, something at the right, and a picture below."""

    def __init__(
        self, body: QWidget, at_right: QWidget | None = None, beside: QWidget | None = None
    ) -> None:
        """Make a part; `at_right` stands at the end of the heading's line, or below it.

        `beside` stands right after the heading.
        """
        super().__init__()
        self.body, self._at_right, self._beside = body, at_right, beside
        self.heading, self.note = ElidedHeading(), LiveLabel(least=0.85)
        for part in (self.heading, beside, self.note, at_right, body):
            if part is not None:
                part.setParent(self)
        self._widest = ""
        self._head_lines = 1

    def set_words(self, heading: str, note: str, widest: str = "") -> None:
        """Set the heading and the words beside it; `widest` is the widest text at the right."""
        self.heading.set_words(heading)
        self.set_note(note)
        self._widest = widest
        self.arrange()

    def set_note(self, note: str) -> bool:
        """Set the words beside the heading; return whether they were others before."""
        if note == self.note.text():
            return False
        self.note.set_text(note)
        self.note.setToolTip(note)
        return True

    def needed_height(self, width: int) -> int:
        """Return the least height for a width, in logical pixels."""
        body = cast("Body", self.body).needed_height(width)
        return self._head_lines * self._line + GAP + body

    def useful_height(self, width: int) -> int:
        """Return the height from which on it gains nothing, in logical pixels."""
        body = cast("Body", self.body).useful_height(width)
        return self._head_lines * self._line + GAP + body

    @property
    def _line(self) -> int:
        parts = (self.heading, self.note, self._at_right, self._beside)
        return max(part.sizeHint().height() for part in parts if part is not None)

    def _widths(self) -> tuple[int, int]:
        """Return the widths of the heading and of what is at the right."""
        heading = QFontMetricsF(self.heading.font()).horizontalAdvance(self.heading.words)
        right = 0.0
        if self._at_right is not None:
            right = self._at_right.sizeHint().width()
            if isinstance(self._at_right, LiveLabel):
                right = QFontMetricsF(self.font()).horizontalAdvance(self._widest)
        if self._beside is not None:
            heading += UNIT + self._beside.sizeHint().width()
        return round(heading) + 2, round(right) + 1

    def lines(self, width: int) -> int:
        """Return how many lines, 1 to 3, the heading and the words beside and below it need."""
        heading, right = self._widths()
        note = SHRINKS * self.fontMetrics().horizontalAdvance(self.note.text())
        others = [size + UNIT for size in (note, right) if size > 1]
        if heading + sum(others) <= width:
            return 1
        return 2 if heading + UNIT + right <= width or sum(others) - UNIT <= width else 3

    def set_lines(self, lines: int) -> None:
        """Give the heading so many lines, as many as that of the part beside it."""
        if lines != self._head_lines:
            self._head_lines = lines
            self.arrange()

    def arrange(self) -> None:
        """Place the parts."""
        width, line = self.width(), self._line
        heading, right = self._widths()
        lines = self._head_lines
        top = lines * line + GAP
        self.body.setGeometry(0, top, width, max(0, self.height() - top))
        # The words stand below the heading where both don't fit beside one another.
        fits_right = heading + UNIT + right <= width
        end = width - (right + UNIT if fits_right and right > 1 else 0)
        beside = 0
        if self._beside is not None:
            beside = self._beside.sizeHint().width() + UNIT
            self._beside.setGeometry(heading - beside + UNIT, 0, beside - UNIT, line)
        self.heading.setGeometry(0, 0, min(heading, end) - beside, line)
        if self._at_right is not None:
            below = 0 if fits_right else (lines - 1) * line
            self._at_right.setGeometry(max(0, width - right), below, min(right, width), line)
        if lines == 1:
            self.note.setGeometry(heading + UNIT, 0, max(0, end - heading - UNIT), line)
        elif fits_right or lines == 3:
            self.note.setGeometry(0, line, width, line)
        else:
            self.note.setGeometry(0, line, max(0, width - right - UNIT), line)
