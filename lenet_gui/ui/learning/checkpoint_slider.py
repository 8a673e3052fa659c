"""A slider over the checkpoints of a run, from the first steps to now."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.i18n import grouped
from lenet_gui.ui.kit.painting import scaled_font
from lenet_gui.ui.kit.theme import UNIT

SMALL = 0.85
KNOB = 7.0


class CheckpointSlider(QAbstractSlider):
    """Evenly spaced marks with their steps, and “now” at the end; value n + 1 of n is now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: Sequence[int] = ()
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setRange(0, 0)
        self.setPageStep(5)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        follow_appearance(self._name)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Checkpoints"))
        self.setToolTip(self.tr("Go back to the weights of an earlier step (←, →, Home, End)"))

    @property
    def is_now(self) -> bool:
        """Whether it is at its end."""
        return self.value() == self.maximum()

    def show_steps(self, steps: Sequence[int], shown: int | None) -> None:
        """Show the steps of the checkpoints; `shown` is the place of the one shown, None: now."""
        self._steps = steps
        self.blockSignals(True)
        self.setRange(0, len(steps))
        self.setValue(len(steps) if shown is None else shown)
        self.blockSignals(False)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a line with labels below."""
        return QSize(200, round(2.5 * KNOB) + self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """Return a line with two labels below."""
        return QSize(100, self.sizeHint().height())

    def _x(self, place: float) -> float:
        left, right = KNOB + 1, self.width() - 2.5 * UNIT
        return left + place / max(1, self.maximum()) * (right - left)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the mark nearest to the pointer."""
        self._go_to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer while it is held."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go_to(event.position())

    def _go_to(self, place: QPointF) -> None:
        span = self._x(1) - self._x(0)
        if self.maximum() and span:
            self.setValue(round((place.x() - self._x(0)) / span))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line up to the knob, the marks, and as many labels as fit."""
        theme, painter = current_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = KNOB + 2
        painter.setPen(QPen(QColor(theme.track), 4))
        painter.drawLine(QLineF(self._x(0), middle, self._x(self.maximum() or 1), middle))
        colour = theme.accent if self.isEnabled() and self.maximum() else theme.disabled
        painter.setPen(QPen(QColor(colour), 4))
        painter.drawLine(QLineF(self._x(0), middle, self._x(self.value()), middle))
        font, bold = scaled_font(self.font(), SMALL), scaled_font(self.font(), SMALL, bold=True)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        now = self.tr("now")
        taken = -UNIT / 2.0
        last = self._x(self.maximum()) - metrics.horizontalAdvance(now) / 2 - UNIT
        for place, step in enumerate(self._steps):
            at = self._x(place)
            painter.setPen(QPen(QColor(theme.window), 2))
            painter.drawLine(QLineF(at, middle - 3, at, middle + 3))
            text = grouped(step)
            half = metrics.horizontalAdvance(text) / 2
            if at - half > taken + UNIT / 2 and at + half < last:
                self._label(painter, at, text, place == self.value())
                taken = at + half
        painter.setFont(bold if self.is_now else font)
        if self._steps:
            self._label(painter, self._x(self.maximum()), now, self.is_now)
        painter.setPen(QPen(QColor(theme.text), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(QPointF(self._x(self.value()), middle), KNOB, KNOB)

    def _label(self, painter: QPainter, at: float, text: str, is_shown: bool) -> None:
        theme = current_theme()
        metrics = painter.fontMetrics()
        painter.setPen(QColor(theme.text if is_shown else theme.muted))
        width = metrics.horizontalAdvance(text) + 2
        top = 2 * KNOB + 4
        painter.drawText(
            QRectF(at - width / 2, top, width, metrics.height()),
            Qt.AlignmentFlag.AlignCenter,
            text,
        )
