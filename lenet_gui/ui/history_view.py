"""How the reading came about: the probabilities from the first ink to now."""

from itertools import pairwise

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from lenet_gui.core.architecture import CLASSES
from lenet_gui.core.network import Array
from lenet_gui.ui.painting import scaled_font
from lenet_gui.ui.theme import LIGHT, UNIT, Theme

LIMIT = 2048
"""Readings kept; when there are more, every second one is forgotten."""
MOST_LINES = 6
NOTABLE = 0.3
"""Probability that a digit must have reached to get a line of its own."""


class HistoryView(QWidget):
    """A line for each digit that was ever likely: time to the right, probability upwards."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._rows = np.zeros((LIMIT, CLASSES), np.float32)
        self._count = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Probabilities while you drew"))
        self.setToolTip(
            self.tr(
                "The probability of each digit that was likely at some time,"
                " from the first ink on the left to now on the right"
            )
        )

    def sizeHint(self) -> QSize:
        """Return a low, wide chart."""
        return QSize(220, 12 * UNIT)

    def set_theme(self, theme: Theme) -> None:
        """Repaint in the colours of `theme`."""
        self._theme = theme
        self.update()

    @property
    def rows(self) -> Array:
        """Probabilities so far, float32 (readings, classes), oldest first."""
        return self._rows[: self._count]

    def add(self, probabilities: Array | None) -> None:
        """Add a reading, float32 (classes,); None, an empty canvas, begins anew."""
        if probabilities is None:
            self._count = 0
        else:
            if self._count == LIMIT:
                self._rows[: LIMIT // 2] = self._rows[::2].copy()
                self._count = LIMIT // 2
            self._rows[self._count] = probabilities
            self._count += 1
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame and the lines, the present winner's on top."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = QPainterPath()
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        sheet.addRoundedRect(frame, UNIT, UNIT)
        painter.fillPath(sheet, QColor(theme.surface))
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.drawPath(sheet)
        if self._count < 2:
            return
        plot = frame.adjusted(UNIT, 1.5 * UNIT, -2 * UNIT, -UNIT)
        winner = int(np.argmax(self.rows[-1]))
        peaks = self.rows.max(axis=0)
        likely = [d for d in np.argsort(peaks)[-MOST_LINES:].tolist() if peaks[d] >= NOTABLE]
        for digit in sorted(likely, key=lambda digit: digit == winner):
            colour = QColor(theme.accent if digit == winner else theme.muted)
            painter.setPen(QPen(colour, 2 if digit == winner else 1))
            self._paint_line(painter, plot, digit, digit == winner)

    def _paint_line(self, painter: QPainter, plot: QRectF, digit: int, wins: bool) -> None:
        """Paint one digit's line, and its name: at its end if it wins, or at its best moment."""
        values = self.rows[:, digit]
        # A point for every second pixel: what is between them can't be seen.
        steps = np.linspace(0, self._count - 1, min(self._count, int(plot.width() / 2)))
        heights = np.interp(steps, np.arange(self._count), values)
        xs = plot.left() + steps / (self._count - 1) * plot.width()
        ys = plot.bottom() - heights * plot.height()
        line = [QPointF(x, y) for x, y in zip(xs.tolist(), ys.tolist(), strict=True)]
        # Pieces, not one polyline: joining a jagged line takes Qt fifty times as long.
        painter.drawLines([QLineF(start, end) for start, end in pairwise(line)])
        painter.setFont(scaled_font(self.font(), 0.88, bold=wins))
        if wins:
            place = QPointF(plot.right() + 3, ys[-1] + 4)
        else:
            peak = int(np.argmax(heights))
            place = QPointF(min(xs[peak], plot.right() - UNIT), ys[peak] - 3)
        painter.drawText(place, str(digit))
