"""A chart of how loss or accuracy changed while the network learned."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import isfinite

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenet_gui.figure.axes import Axis, Tick, log_axis, number_axis, share_axis, step_axis
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.i18n import decimal, percentage
from lenet_gui.ui.kit.painting import scaled_font
from lenet_gui.ui.kit.theme import UNIT

SMALL = 0.85
"""Size of the labels, as a share of ordinary text."""
DOT = 3.5
DASHES = (3.0, 2.0)
LEAST_LOSS = 1e-4
"""Losses below are drawn as this on a logarithmic scale."""


@dataclass(frozen=True)
class Curve:
    """A line's points: steps in rising order, and as many values."""

    steps: Sequence[int]
    values: Sequence[float]

    def at(self, step: float) -> float | None:
        """Return the value at a step: the last one before it, None if there is none."""
        place = bisect_right(self.steps, step)
        return self.values[place - 1] if place else None


NOTHING = Curve((), ())


class CurveView(QWidget):
    """Training and validation by step; pointing at a step, or moving there by keys, shows both.

    Losses may be shown on a logarithmic scale; accuracies are shares of 1.
    """

    def __init__(self, is_share: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_share = is_share
        self._is_log = False
        self._training = self._validation = NOTHING
        self._per_epoch = 1
        self._shown_step: int | None = None
        self._pointed: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        follow_appearance(self._name)

    def _name(self) -> None:
        name = self.tr("Accuracy by step") if self._is_share else self.tr("Loss by step")
        self.setAccessibleName(name)
        self.setToolTip(
            self.tr("Point at a step to read its values (← and → move from one to the next)")
        )

    def sizeHint(self) -> QSize:
        """Return a chart of ten lines of text."""
        line = self.fontMetrics().height()
        return QSize(14 * line, 9 * line)

    def minimumSizeHint(self) -> QSize:
        """Return a chart in which a line can still be followed."""
        line = self.fontMetrics().height()
        return QSize(9 * line, 6 * line)

    def show_curves(self, training: Curve, validation: Curve, per_epoch: int) -> None:
        """Show two lines; `per_epoch` is the number of steps in an epoch."""
        self._training, self._validation, self._per_epoch = training, validation, per_epoch
        self.update()

    def show_step(self, step: int | None) -> None:
        """Mark a step, or none."""
        if step != self._shown_step:
            self._shown_step = step
            self.update()

    def set_logarithmic(self, is_log: bool) -> None:
        """Use a logarithmic scale, or a linear one."""
        self._is_log = is_log
        self.update()

    @property
    def described(self) -> str:
        """The values at the step pointed at, in words; empty if none is."""
        if self._pointed is None:
            return ""
        return " · ".join(self._words(self._pointed))

    # -- what the hand does ---------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the values at the step under the pointer."""
        plot = self._plot(*self._axes())
        x, _ = self._axes()
        share = min(max((event.position().x() - plot.left()) / max(1.0, plot.width()), 0.0), 1.0)
        self._point_at(round((x.low + share * (x.high - x.low)) * self._per_epoch))

    def leaveEvent(self, event: object) -> None:
        """Show no step's values."""
        self._point_at(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move from one measured step to the next."""
        steps = self._validation.steps
        keys = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() not in keys or not steps:
            super().keyPressEvent(event)
            return
        now = steps[-1] if self._pointed is None else self._pointed
        place = bisect_right(steps, now) - 1 + keys[Qt.Key(event.key())]
        self._point_at(steps[min(max(place, 0), len(steps) - 1)])

    def _point_at(self, step: int | None) -> None:
        if step != self._pointed:
            self._pointed = step
            self.setAccessibleDescription(self.described)
            self.update()

    # -- what the eye sees ----------------------------------------------------------------------

    def _axes(self) -> tuple[Axis, Axis]:
        steps = [*self._training.steps[-1:], *self._validation.steps[-1:]]
        x = step_axis(0, max([*steps, self._per_epoch]) / self._per_epoch)
        values = [*self._training.values, *self._validation.values]
        values = [value for value in values if isfinite(value)]
        if self._is_share:
            return x, share_axis(0.0, 1.0) if not values else share_axis(min(values), 1.0)
        highest = max(values, default=2.5)
        if self._is_log:
            least = max(LEAST_LOSS, min(values, default=0.1))
            return x, log_axis(least, max(highest, 1.1 * least))
        return x, number_axis(0.0, highest)

    def _frame(self) -> QRectF:
        return QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)

    def _label(self, tick: Tick) -> str:
        """Return a value's label as the language writes it."""
        _, _, decimals = tick.label.removesuffix(" %").partition(".")
        if self._is_share:
            return percentage(tick.value, len(decimals))
        is_plain = tick.label.replace(".", "").isdigit()
        return decimal(tick.value, len(decimals)) if is_plain else tick.label

    def _small(self) -> QFontMetricsF:
        return QFontMetricsF(scaled_font(self.font(), SMALL))

    def _plot(self, x: Axis, y: Axis) -> QRectF:
        """Return the area of the lines."""
        metrics = self._small()
        left = max(metrics.horizontalAdvance(self._label(tick)) for tick in y.ticks) + 1.5 * UNIT
        below = metrics.height() + 0.75 * UNIT
        return self._frame().adjusted(left, 1.25 * UNIT, -1.5 * UNIT, -below)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the axes, both lines, and the values at the step pointed at."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = QPainterPath()
        sheet.addRoundedRect(self._frame(), UNIT, UNIT)
        painter.fillPath(sheet, QColor(theme.surface))
        painter.setPen(QPen(QColor(theme.accent if self.hasFocus() else theme.line), 1))
        painter.drawPath(sheet)
        x, y = self._axes()
        plot = self._plot(x, y)
        painter.setFont(scaled_font(self.font(), SMALL))
        self._paint_axes(painter, plot, x, y)
        training = QPen(QColor(theme.muted), 1.2)
        training.setDashPattern(DASHES)
        self._paint_line(painter, plot, x, y, self._training, training)
        self._paint_line(painter, plot, x, y, self._validation, QPen(QColor(theme.accent), 2))
        step = self._pointed if self._pointed is not None else self._shown_step
        if step is not None:
            self._paint_step(painter, plot, x, y, step)

    def _paint_axes(self, painter: QPainter, plot: QRectF, x: Axis, y: Axis) -> None:
        theme, metrics = current_theme(), painter.fontMetrics()
        every = max(1, -(-len(y.ticks) * metrics.height() // max(1, round(plot.height()))))
        for number, tick in enumerate(y.ticks):
            at = plot.bottom() - y.place(tick.value) * plot.height()
            painter.setPen(QPen(QColor(theme.track), 1))
            painter.drawLine(QLineF(plot.left(), at, plot.right(), at))
            if number % every == 0:
                high = metrics.height()
                room = QRectF(0, at - high / 2, plot.left() - UNIT / 2, high)
                painter.setPen(QColor(theme.muted))
                painter.drawText(room, Qt.AlignmentFlag.AlignRight, self._label(tick))
        painter.setPen(QPen(QColor(theme.muted), 1))
        painter.drawLine(plot.bottomLeft(), plot.bottomRight())
        top = plot.bottom() + UNIT / 2
        word = self.tr("epoch")
        painter.drawText(QPointF(UNIT / 2, top + metrics.ascent()), word)
        taken = UNIT / 2 + metrics.horizontalAdvance(word) + UNIT / 2
        for tick in x.ticks:
            at = plot.left() + x.place(tick.value) * plot.width()
            half = metrics.horizontalAdvance(tick.label) / 2
            painter.drawLine(QLineF(at, plot.bottom(), at, plot.bottom() + 3))
            if at - half > taken and at + half < self.width():
                painter.drawText(QPointF(at - half, top + metrics.ascent()), tick.label)
                taken = at + half + UNIT / 2

    def _paint_line(
        self, painter: QPainter, plot: QRectF, x: Axis, y: Axis, curve: Curve, pen: QPen
    ) -> None:
        points = [
            self._place(plot, x, y, step, value)
            for step, value in zip(curve.steps, curve.values, strict=True)
            if isfinite(value)
        ]
        painter.setPen(pen)
        if len(points) == 1:
            painter.drawEllipse(points[0], 1.5, 1.5)
        if pen.style() == Qt.PenStyle.CustomDashLine:  # dashes go on from piece to piece
            path = QPainterPath()
            for number, point in enumerate(points):
                path.lineTo(point) if number else path.moveTo(point)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(path)
        else:
            painter.drawLines([QLineF(one, other) for one, other in pairwise(points)])

    def _place(self, plot: QRectF, x: Axis, y: Axis, step: float, value: float) -> QPointF:
        across = min(max(x.place(step / self._per_epoch), 0.0), 1.0)
        up = min(max(y.place(max(value, y.low)), 0.0), 1.0)
        return QPointF(plot.left() + across * plot.width(), plot.bottom() - up * plot.height())

    def _words(self, step: int) -> list[str]:
        """Return the step and both values there."""

        def number(curve: Curve) -> str:
            value = curve.at(step)
            if value is None or not isfinite(value):
                return "–"
            return percentage(value) if self._is_share else decimal(value, 3)

        return [
            self.tr("step {0}").format(step),
            self.tr("training {0}").format(number(self._training)),
            self.tr("validation {0}").format(number(self._validation)),
        ]

    def _paint_step(self, painter: QPainter, plot: QRectF, x: Axis, y: Axis, step: int) -> None:
        """Mark a step with a line, dots, and, if it is pointed at, its values in a box."""
        theme = current_theme()
        at = self._place(plot, x, y, step, y.low).x()
        painter.setPen(QPen(QColor(theme.muted), 1))
        painter.drawLine(QLineF(at, plot.top(), at, plot.bottom()))
        for curve, colour in ((self._training, theme.muted), (self._validation, theme.accent)):
            value = curve.at(step)
            if value is not None and isfinite(value):
                painter.setPen(QPen(QColor(theme.surface), 1.5))
                painter.setBrush(QColor(colour))
                painter.drawEllipse(self._place(plot, x, y, step, value), DOT, DOT)
        if self._pointed is None:
            return
        words = self._words(step)
        metrics = painter.fontMetrics()
        width = max(metrics.horizontalAdvance(word) for word in words) + 2 * UNIT
        height = len(words) * metrics.height() + UNIT
        left = at + UNIT if at + UNIT + width < plot.right() else at - UNIT - width
        top = plot.top() if not self._is_share else plot.bottom() - height - UNIT / 2
        box = QRectF(max(1.0, left), top, width, height)
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.setBrush(QColor(theme.surface))
        painter.drawRoundedRect(box, UNIT / 2, UNIT / 2)
        painter.setPen(QColor(theme.text))
        for number, word in enumerate(words):
            line = box.adjusted(UNIT, UNIT / 2 + number * metrics.height(), 0, 0)
            painter.drawText(line, Qt.AlignmentFlag.AlignLeft, word)
