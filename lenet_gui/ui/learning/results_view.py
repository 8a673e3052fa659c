"""How the validation digits were read: the confusion matrix, and the worst mistakes."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from lenet_gui.core.datasets.answers import LabelledAnswers
from lenet_gui.core.network.architecture import CLASSES
from lenet_gui.figure.colours import blend
from lenet_gui.figure.tiling import crisp
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.i18n import grouped
from lenet_gui.ui.kit.painting import colour_image, hairline, scaled_font
from lenet_gui.ui.kit.theme import UNIT

SMALL = 0.8
SIDE = 28
"""Pixels of a digit."""
MOST = 24
"""Mistakes shown at most."""


class ConfusionView(QWidget):
    """A row for each digit as it was written, a column for each as it was read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: NDArray[np.int64] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        follow_appearance(self._name)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Confusion matrix of the validation digits"))

    def sizeHint(self) -> QSize:
        """Return cells in which a count of three digits fits."""
        line = self.fontMetrics().height()
        return QSize(19 * line, 14 * line)

    def minimumSizeHint(self) -> QSize:
        """Return cells that can still be told apart."""
        line = self.fontMetrics().height()
        return QSize(13 * line, 11 * line)

    def show_answers(self, answers: LabelledAnswers | None) -> None:
        """Show the counts of some answers."""
        self._counts = None if answers is None else answers.confusion
        self.update()

    def _grid(self) -> tuple[QRectF, float, float]:
        """Return the cells' room, and a cell's width and height."""
        metrics = self.fontMetrics()
        left, top = metrics.horizontalAdvance("00"), 2 * metrics.height()
        ratio = self.devicePixelRatioF()
        width = crisp(self.width() - left, CLASSES, ratio)
        height = min(crisp(self.height() - top - 1, CLASSES, ratio), width)
        return QRectF(left, top, CLASSES * width, CLASSES * height), width, height

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the cells with their counts, right answers in blue and mistakes in orange."""
        painter, theme = QPainter(self), current_theme()
        painter.setFont(scaled_font(self.font(), SMALL))
        metrics = painter.fontMetrics()
        grid, width, height = self._grid()
        painter.setPen(QColor(theme.muted))
        centre = Qt.AlignmentFlag.AlignCenter
        title = QRectF(grid.left(), 0, grid.width(), metrics.height())
        painter.drawText(title, centre, self.tr("read as"))
        for digit in range(CLASSES):
            above = QRectF(
                grid.left() + digit * width, grid.top() - metrics.height() - 2, width,
                metrics.height(),
            )  # fmt: skip
            painter.drawText(above, centre, str(digit))
            beside = QRectF(0, grid.top() + digit * height, grid.left() - UNIT / 2, height)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(beside, right, str(digit))
        counts = self._counts if self._counts is not None else np.zeros((CLASSES, CLASSES), int)
        good, bad = blend(theme.surface, theme.accent), blend(theme.surface, theme.positive)
        rows = np.maximum(counts.sum(axis=1), 1)
        wrong = max(1, int(np.where(np.eye(CLASSES, dtype=bool), 0, counts).max()))
        for label in range(CLASSES):
            for answer in range(CLASSES):
                cell = QRectF(grid.left() + answer * width, grid.top() + label * height,
                              width - 1, height - 1)  # fmt: skip
                count = int(counts[label, answer])
                if label == answer:
                    colour = good[round(90 * count / rows[label])]
                else:
                    colour = bad[round(110 * count / wrong) + (20 if count else 0)]
                painter.fillRect(cell, QColor.fromRgb(int(colour)))
                if count:
                    painter.setPen(QColor(theme.text))
                    painter.drawText(cell, centre, str(count))

    def event(self, event: QEvent) -> bool:
        """Say in a tip what a cell counts."""
        if isinstance(event, QHelpEvent) and self._counts is not None:
            grid, width, height = self._grid()
            column = int((event.pos().x() - grid.left()) // width)
            row = int((event.pos().y() - grid.top()) // height)
            if 0 <= column < CLASSES and 0 <= row < CLASSES:
                words = self.tr("{0} read as {1}: {2}")
                counted = words.format(row, column, grouped(int(self._counts[row, column])))
                QToolTip.showText(event.globalPos(), counted, self)
                return True
        return super().event(event)


class MistakesView(QWidget):
    """The validation digits that were misread, the most confident mistakes first."""

    chosen = Signal(int)
    """A digit was clicked: its place among the validation digits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answers: LabelledAnswers | None = None
        self._worst: list[int] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        follow_appearance(self._name)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Worst mistakes"))
        self.setToolTip(
            self.tr("The most confident mistakes first. Click one to put it on the page.")
        )

    def sizeHint(self) -> QSize:
        """Return a row of six digits."""
        line = self.fontMetrics().height()
        return QSize(20 * line, 5 * line)

    def minimumSizeHint(self) -> QSize:
        """Return a row of digits that can be recognised."""
        line = self.fontMetrics().height()
        return QSize(12 * line, 4 * line)

    def show_answers(self, answers: LabelledAnswers | None) -> None:
        """Show the mistakes among some answers."""
        self._answers = answers
        self._worst = [] if answers is None else answers.mistakes[:MOST].tolist()
        self.update()

    def _places(self) -> list[QRectF]:
        """Return each mistake's place, with room for words below; as many as fit."""
        line = self.fontMetrics().height()
        side = 2.2 * line
        columns = max(1, int((self.width() + UNIT) // (side + UNIT)))
        high = side + line + UNIT
        rows = max(1, int((self.height() + UNIT / 2) // high))
        return [
            QRectF(column * (side + UNIT), row * high, side, side)
            for row in range(rows)
            for column in range(columns)
        ][: len(self._worst)]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the digits, and below each what it is and what it was read as."""
        if self._answers is None:
            return
        painter, theme = QPainter(self), current_theme()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        plain, bold = scaled_font(self.font(), SMALL), scaled_font(self.font(), SMALL, bold=True)
        answers = self._answers.answers
        for place, index in zip(self._places(), self._worst, strict=False):
            ink = self._answers.images[index].astype(np.float32) / np.float32(255)
            painter.drawImage(place, colour_image(ink, theme.ink_ramp, 0, 1))
            painter.setPen(hairline(theme.line))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))
            first, second = f"{self._answers.labels[index]} → ", str(answers[index])
            painter.setFont(plain)
            metrics = painter.fontMetrics()
            width = metrics.horizontalAdvance(first + second)
            at = QPointF(place.center().x() - width / 2, place.bottom() + metrics.ascent() + 3)
            painter.setPen(QColor(theme.muted))
            painter.drawText(at, first)
            painter.setFont(bold)
            painter.setPen(QColor(theme.text))
            painter.drawText(at + QPointF(metrics.horizontalAdvance(first), 0), second)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the digit under the pointer."""
        for place, index in zip(self._places(), self._worst, strict=False):
            if place.contains(event.position()):
                self.chosen.emit(index)
