"""The chart of the history: probabilities from the first ink to now, or over a replay."""

from itertools import pairwise

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from lenet_gui.core.network.architecture import CLASSES
from lenet_gui.core.network.lenet5 import Array
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.painting import scaled_font
from lenet_gui.ui.kit.theme import UNIT

MOMENTS = 61
"""Number of evenly spaced readings over a drawing's time, from beginning to end."""
MOST_LINES = 6
NOTABLE = 0.3
"""A digit gets its own line if its probability ever reached this."""
WHOLE = 1000
"""The slider's value at the drawing's end."""
PACE = 33
"""Milliseconds between two repaints: a chart need not be as live as the ink."""
DOT = 3.5
"""Radius of the dot on the winner's line at the moment shown."""


class HistoryView(QAbstractSlider):
    """A line for each digit that was ever likely: time to the right, probability upwards.

    It is also a slider, for mouse and keys: moving it asks for another moment.
    """

    scrubbed = Signal(float)
    """The user asked for a moment: the share of the drawing's time before it, 0 … 1."""
    toggled = Signal()
    """The user asked to play or pause."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Array = np.zeros((0, CLASSES), np.float32)
        self._moments: Array | None = None
        self._present: Array | None = None
        self._shows_place = False
        self._is_stale = False
        self._pace = QTimer(self, singleShot=True, interval=PACE)
        self._pace.timeout.connect(self._catch_up)
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setRange(0, WHOLE)
        self.setSingleStep(WHOLE // 50)
        self.setPageStep(WHOLE // 10)
        self.setValue(WHOLE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.actionTriggered.connect(lambda: self._scrub(self.sliderPosition() / WHOLE))
        follow_appearance(self._name)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Probabilities while you drew"))
        self.setToolTip(
            self.tr(
                "The probability of each digit that was likely at some point, from the first"
                " ink on the left to now on the right.\n"
                "Click or drag to see the drawing at that moment (←, →, Home, End; Space"
                " plays)"
            )
        )

    def sizeHint(self) -> QSize:
        """Return a low, wide chart."""
        return QSize(220, 12 * UNIT)

    def minimumSizeHint(self) -> QSize:
        """Return a chart in which a line can still be followed."""
        return QSize(120, 6 * UNIT)

    # -- what there is to see -------------------------------------------------------------------

    @property
    def moments(self) -> Array | None:
        """The moments shown in place of the history, or None."""
        return self._moments

    def show_rows(self, rows: Array) -> None:
        """Show readings from the first ink to now, float32 (readings, classes)."""
        self._rows = rows
        self._repaint()

    def show_present(self, probabilities: Array | None) -> None:
        """Take the reading of the moment that a replay shows, float32 (classes,), or None."""
        self._present = probabilities
        self._repaint()

    def show_moments(self, moments: Array | None) -> None:
        """Show a drawing's moments, float32 (up to MOMENTS, classes); None: the history."""
        self._moments = moments
        self.update()

    def show_place(self, share: float | None) -> None:
        """Mark the moment after a share of the drawing's time, 0 … 1, or none."""
        self._shows_place = share is not None
        self.setValue(WHOLE if share is None else round(share * WHOLE))
        self.update()

    def _repaint(self) -> None:
        """Repaint at once, but no more often than PACE while readings come faster."""
        if self._pace.isActive():
            self._is_stale = True
        else:
            self.update()
            self._pace.start()

    def _catch_up(self) -> None:
        """Repaint what came meanwhile."""
        if self._is_stale:
            self._is_stale = False
            self._repaint()

    # -- what the hand does ---------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Ask for the moment under the pointer."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._scrub_to(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Ask for the moments that the pointer passes while it is held."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._scrub_to(event.position())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ignore the wheel: scrolling past should not start a replay."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Play and pause with Space; the slider's keys ask for moments."""
        if event.key() == Qt.Key.Key_Space:
            self.toggled.emit()
        else:
            super().keyPressEvent(event)

    def _scrub_to(self, place: QPointF) -> None:
        plot = self._plot()
        self._scrub((place.x() - plot.left()) / plot.width())

    def _scrub(self, share: float) -> None:
        self.scrubbed.emit(min(max(share, 0.0), 1.0))

    # -- what the eye sees ----------------------------------------------------------------------

    def _frame(self) -> QRectF:
        return QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)

    def _plot(self) -> QRectF:
        """Return the area of the lines, probability 1 at its top and 0 at its bottom."""
        return self._frame().adjusted(UNIT, 1.5 * UNIT, -2 * UNIT, -UNIT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame, the lines with the winner's on top, and the moment shown."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = QPainterPath()
        sheet.addRoundedRect(self._frame(), UNIT, UNIT)
        painter.fillPath(sheet, QColor(theme.surface))
        painter.setPen(QPen(QColor(theme.accent if self.hasFocus() else theme.line), 1))
        painter.drawPath(sheet)
        if self._shows_place:
            place = self._plot().left() + self.value() / WHOLE * self._plot().width()
            painter.setPen(QPen(QColor(theme.text), 1))
            painter.drawLine(QLineF(place, self._plot().top(), place, self._plot().bottom()))
        self._paint_lines(painter)
        if self._shows_place and self._present is not None:
            top = self._plot().bottom() - float(self._present.max()) * self._plot().height()
            painter.setPen(QPen(QColor(theme.surface), 1.5))
            painter.setBrush(QColor(theme.accent))
            painter.drawEllipse(QPointF(place, top), DOT, DOT)

    def _paint_lines(self, painter: QPainter) -> None:
        """Paint a line for each digit that was likely."""
        rows, last = self._rows, len(self._rows) - 1
        if self._moments is not None:
            rows, last = self._moments, MOMENTS - 1
        if len(rows) < 2:
            return
        theme = current_theme()
        final = int(np.argmax(rows[-1]))
        winner = final
        if self._shows_place and self._present is not None:
            winner = int(np.argmax(self._present))
        peaks = rows.max(axis=0)
        likely = [d for d in np.argsort(peaks)[-MOST_LINES:].tolist() if peaks[d] >= NOTABLE]
        names: list[QPointF] = []
        for digit in sorted(likely, key=lambda digit: digit == winner):
            wins = digit == winner
            painter.setPen(QPen(QColor(theme.accent if wins else theme.muted), 1 + wins))
            painter.setFont(scaled_font(self.font(), 0.88, bold=wins))
            self._paint_line(painter, rows[:, digit], last, str(digit), digit == final, names)

    def _paint_line(
        self,
        painter: QPainter,
        values: Array,
        last: int,
        name: str,
        is_final: bool,
        names: list[QPointF],
    ) -> None:
        """Paint one digit's line, with its name at its end if it wins, else at its peak.

        `values` are float32 (readings,); the reading with index `last` is at the right edge.
        `names` are the places of names at peaks, so that none covers another; this one is added.
        """
        plot = self._plot()
        # One point for every second pixel; more could not be seen.
        steps = np.linspace(0, len(values) - 1, min(len(values), int(plot.width() / 2)))
        heights = np.interp(steps, np.arange(len(values)), values)
        xs = plot.left() + steps / last * plot.width()
        ys = plot.bottom() - heights * plot.height()
        line = [QPointF(x, y) for x, y in zip(xs.tolist(), ys.tolist(), strict=True)]
        # Separate lines, not a polyline: Qt takes fifty times as long to join a jagged one.
        painter.drawLines([QLineF(start, end) for start, end in pairwise(line)])
        if is_final:
            place = QPointF(xs[-1] + 3, ys[-1] + 4)
        else:
            peak = int(np.argmax(heights))
            place = QPointF(min(xs[peak], plot.right() - UNIT), ys[peak] - 3)
            while any(self._touches(place, other) for other in names):
                place += QPointF(UNIT, 0)
            names.append(place)
        painter.drawText(place, name)

    def _touches(self, place: QPointF, other: QPointF) -> bool:
        """Return whether the names of two digits at these places would touch."""
        apart = place - other
        return abs(apart.x()) < UNIT and abs(apart.y()) < self.fontMetrics().height()
