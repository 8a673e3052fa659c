"""The tour: short steps through the window, each with a part in a frame and a card beside it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.ui.document.editor import DrawingEditor
from lenet_gui.ui.help.drawing_hand import DrawingHand
from lenet_gui.ui.kit.accessibility import Announcer
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.theme import UNIT, button_style
from lenet_gui.ui.kit.widgets import ScaledLabel

MOVED = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)
EXAMPLE = 3
"""The digit drawn by “Show me one”."""
DIM_LIGHT, DIM_DARK = 0.18, 0.35
"""Opacity of the shade over all other parts: low, so they can still be read and used."""
LINE = 42
"""Width of the card's text, in letters of average width."""


class Spotlight(QWidget):
    """Frames one part of the window and dims the rest. The mouse goes through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._hole = QRect()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @property
    def hole(self) -> QRect:
        """The framed rectangle in the window; empty if nothing is framed."""
        return self._hole

    def frame(self, hole: QRect) -> None:
        """Frame a rectangle of the window."""
        self._hole = hole
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the shade and the frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hole = QPainterPath()
        hole.addRoundedRect(QRectF(self._hole), UNIT, UNIT)
        dimmed = QPainterPath()
        dimmed.addRect(QRectF(self.rect()))
        shade = QColor(Qt.GlobalColor.black)
        shade.setAlphaF(DIM_DARK if current_theme().is_dark else DIM_LIGHT)
        if not current_theme().is_high_contrast:  # a shade would lower the contrast
            painter.fillPath(dimmed - hole, shade)
        if not self._hole.isEmpty():
            painter.setPen(QPen(QColor(current_theme().accent), current_theme().ring + 1))
            painter.drawPath(hole)


class TourCard(QFrame):
    """A title, a sentence or two, the number of the step, and buttons to go on."""

    back = Signal()
    forward = Signal()
    skipped = Signal()
    offer_taken = Signal()
    """The user clicked the step's offer."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._title = ScaledLabel(factor=1.15, bold=True)
        self._text, self._count = QLabel(), QLabel()
        self._text.setWordWrap(True)
        self._offer = QPushButton()
        self._skip = QPushButton(self.tr("Skip"))
        self._back = QPushButton(self.tr("Back"))
        self._next = QPushButton()

        row = QHBoxLayout()
        row.setSpacing(UNIT)
        row.addWidget(self._count)
        row.addStretch(1)
        for button in (self._skip, self._back, self._next):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT)
        column.addWidget(self._title)
        column.addWidget(self._text)
        column.addWidget(self._offer, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(UNIT // 2)
        column.addLayout(row)
        self._offer.clicked.connect(self.offer_taken)
        self._skip.clicked.connect(self.skipped)
        follow_appearance(self._restyle)
        self._back.clicked.connect(self.back)
        self._next.clicked.connect(self.forward)

    def _restyle(self) -> None:
        """Style the card in the colours of the theme."""
        theme = current_theme()
        primary = f"background: {theme.accent}; color: {theme.on_accent}; font-weight: bold;"
        self.setStyleSheet(
            f"#card {{ background: {theme.surface}; border: 1px solid {theme.line};"
            " border-radius: 10px; }"
            f"QLabel {{ color: {theme.text}; }}"
            + button_style(theme, "QPushButton")
            + f"#primary {{ {primary} border-color: {theme.accent}; }}"
            f"#primary:focus {{ border-color: {theme.text}; }}"
        )
        self._count.setStyleSheet(f"color: {theme.muted}")

    def show_step(self, number: int, of: int, title: str, text: str, offer: str) -> None:
        """Show a step, counted from 1; `offer` is the text of a further button, or empty."""
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self._title.setText(title)
        self._text.setText(text)
        self._count.setText(self.tr("{0} of {1}").format(number, of))
        self._offer.setText(offer)
        self._offer.setVisible(bool(offer))
        self._back.setVisible(number > 1)
        self._skip.setVisible(number < of)
        self._next.setText(self.tr("Next") if number < of else self.tr("Done"))
        main = self._offer if offer else self._next
        for button in (self._offer, self._next):
            button.setObjectName("primary" if button is main else "")
        self.setStyleSheet(self.styleSheet())  # applies it to the new object names
        main.setFocus()
        # The height of a wrapped text depends on its width.
        self._text.setFixedWidth(LINE * self.fontMetrics().averageCharWidth())
        self._text.setFixedHeight(self._text.heightForWidth(self._text.width()))
        self.adjustSize()

    def words(self) -> str:
        """Return the card's text, for a screen reader."""
        return f"{self._title.text()}. {self._text.text()} {self._count.text()}"

    def place_beside(self, part: QRect, room: QSize) -> None:
        """Move to where the card covers least of `part`, in a window of size `room`."""
        self.move(best_place(self.size(), part, room))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Click the focused button on Enter, as dialogs do."""
        focused = self.focusWidget()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and isinstance(focused, QPushButton):
            focused.click()
        else:
            super().keyPressEvent(event)


def best_place(card: QSize, part: QRect, room: QSize) -> QPoint:
    """Return the card's corner right, left, below or above `part`, where it covers least."""
    gap = 2 * UNIT
    middle = part.center() - QRect(QPoint(), card).center()
    if part.isEmpty():
        return QRect(QPoint(), room).center() - QRect(QPoint(), card).center()
    corners = (
        QPoint(part.right() + gap, middle.y()),
        QPoint(part.left() - gap - card.width(), middle.y()),
        QPoint(middle.x(), part.bottom() + gap),
        QPoint(middle.x(), part.top() - gap - card.height()),
    )
    inside = [
        QPoint(
            max(gap, min(corner.x(), room.width() - gap - card.width())),
            max(gap, min(corner.y(), room.height() - gap - card.height())),
        )
        for corner in corners
    ]

    def covered(corner: QPoint) -> int:
        shared = QRect(corner, card) & part
        return shared.width() * shared.height()

    return min(inside, key=covered)


@dataclass(frozen=True)
class Step:
    """The part that is framed and the card's words; `prepare` brings the part into view."""

    part: QWidget
    title: str
    text: str
    prepare: Callable[[], None]


class Tour(QObject):
    """Leads through the steps while the window stays usable; Escape ends it."""

    ended = Signal()

    def __init__(
        self,
        window: QWidget,
        steps: Sequence[Step],
        editor: DrawingEditor,
        announcer: Announcer,
        load_example: Callable[[int], Drawing | None],
        open_example: Callable[[int], None],
    ) -> None:
        """Start at the first step, whose part gets the focus when the tour ends.

        `open_example` puts a digit's example on the canvas; `load_example` returns it, or None
        after a warning.
        """
        super().__init__(window)
        self._window, self._steps, self._editor = window, steps, editor
        self._announcer = announcer
        self._load_example, self._open_example = load_example, open_example
        self._hand = DrawingHand(editor, self)
        self._hand.finished.connect(self._show_example)
        self._spotlight, self.card = Spotlight(window), TourCard(window)
        self._number = 0
        self._watched: list[QWidget] = [window, *(step.part for step in self._steps)]
        for part in self._watched:
            part.installEventFilter(self)
        self._placing = QTimer(self, singleShot=True, interval=0)
        self._placing.timeout.connect(self._place)
        self.card.back.connect(lambda: self.go_to(self._number - 1))
        self.card.forward.connect(self.go_on)
        self.card.skipped.connect(self.end)
        self.card.offer_taken.connect(self._take_offer)
        self.go_to(0)

    @property
    def number(self) -> int:
        """The current step, from 0."""
        return self._number

    @property
    def framed(self) -> QRect:
        """The frame in the window, in logical pixels; empty if the part is out of sight."""
        return self._spotlight.hole

    @property
    def _last(self) -> int:
        return len(self._steps) - 1

    def go_on(self) -> None:
        """Go to the next step; after the last one, end. An example is drawn to its end first."""
        if self._hand.is_drawing:
            self._hand.finish()
        elif self._number < self._last:
            self.go_to(self._number + 1)
        else:
            self.end()

    def go_to(self, number: int) -> None:
        """Go to a step, from 0, and announce it."""
        self._hand.stop()
        self._number = number
        step = self._steps[number]
        step.prepare()
        is_bare = number in (0, self._last) and self._editor.is_empty
        offer = self.tr("Show me one") if is_bare else ""
        for part in (self._spotlight, self.card):
            part.show()
            part.raise_()
        self._show_card(offer)
        self._place()
        self._placing.start()  # a part brought into view gets its place later
        self._announcer.say(self.card.words())

    def end(self) -> None:
        """Remove frame and card, and give the first step's part the focus."""
        self._hand.stop()
        for part in self._watched:
            part.removeEventFilter(self)
        for part in (self._spotlight, self.card):
            part.hide()
            part.deleteLater()
        self._placing.stop()
        self._steps[0].part.setFocus()
        self.ended.emit()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the framed part, and let Escape end the tour before anything else."""
        kind = event.type()
        if kind in MOVED:
            self._placing.start()
        elif watched is self._window and isinstance(event, QKeyEvent):
            is_escape = event.key() == Qt.Key.Key_Escape
            if is_escape and kind == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if is_escape and kind == QEvent.Type.KeyPress:
                self.end()
                return True
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        """Put the frame around the step's part, and the card beside it."""
        window, part = self._window, self._steps[self._number].part
        hole = QRect()
        if part.isVisible() and part.window() is window:
            hole = QRect(part.mapTo(window, QPoint()), part.size()).adjusted(-4, -4, 4, 4)
            hole &= window.rect().adjusted(2, 2, -2, -2)
        self._spotlight.setGeometry(window.rect())
        self._spotlight.frame(hole)
        self.card.place_beside(hole, window.size())

    def _show_card(self, offer: str) -> None:
        step = self._steps[self._number]
        self.card.show_step(self._number + 1, len(self._steps), step.title, step.text, offer)

    def _take_offer(self) -> None:
        """Draw the example as a hand would, and go on when it is done."""
        example = self._load_example(EXAMPLE)
        if example is not None:
            self._hand.draw(example)
            self._show_card("")
            self._place()

    def _show_example(self) -> None:
        """Leave the example on the page, as a step, in place of what the hand has shown."""
        self._open_example(EXAMPLE)
        self.go_to(min(self._number + 1, self._last))
