"""By stroke: a waterfall from the blank page over each stroke to the difference of the scores."""

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lenet_gui.core.explaining.by_stroke import StrokeShares
from lenet_gui.core.explaining.pair import Pair
from lenet_gui.core.strokes.drawing import CANVAS_SIZE, Drawing
from lenet_gui.ui.canvas.ink_cache import ink_painter, paint_drawing
from lenet_gui.ui.canvas.overlays import only_stroke
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.i18n import decimal, percentage
from lenet_gui.ui.kit.painting import hairline
from lenet_gui.ui.kit.theme import UNIT, Theme
from lenet_gui.ui.kit.widgets import LiveLabel, UprightScrollArea
from lenet_gui.ui.maps.wording import number
from lenet_gui.ui.why.adding_up import DECIMALS
from lenet_gui.ui.why.items import PALE, Items
from lenet_gui.ui.why.waterfall import THUMBNAIL, Columns, Waterfall, stroke_name, total_name

translate = QCoreApplication.translate

MOST = 8
"""Rows in sight at once; more are scrolled."""


class StrokeRows(Items):
    """A row for the blank page and one for each stroke; the strokes are the items."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: Waterfall | None = None
        self._pictures: dict[int, QPixmap] = {}
        self._pictures_of: tuple[object, ...] = ()
        follow_appearance(self._name)

    def _name(self) -> None:
        self.setAccessibleName(translate("ByStroke", "Each stroke’s share of the difference"))
        self._pictures_of = ()
        self.updateGeometry()
        self.describe()

    def show_waterfall(self, shown: Waterfall | None) -> None:
        """Show other shares."""
        self._shown = shown
        self.describe()
        self.updateGeometry()
        self.update()

    @property
    def row_height(self) -> int:
        """Height of a row, in logical pixels."""
        return round((THUMBNAIL + 0.2) * self.fontMetrics().height())

    @property
    def per_row(self) -> int:
        """One stroke to a row."""
        return 1

    def sizeHint(self) -> QSize:
        """Return all rows."""
        rows = 1 if self._shown is None else len(self._shown.terms)
        return QSize(24 * UNIT, rows * self.row_height)

    def minimumSizeHint(self) -> QSize:
        """Return all rows, whatever the width."""
        return QSize(0, self.sizeHint().height())

    def places(self) -> list[QRectF]:
        """Return each stroke's row."""
        count = 0 if self._shown is None else len(self._shown.terms) - 1
        return [self._row(index + 1) for index in range(count)]

    def words(self, index: int) -> str:
        """Return a stroke's share in words."""
        assert self._shown is not None
        pair = self._shown.pair
        share = number(self._shown.terms[index + 1], DECIMALS)
        words = translate("ByStroke", "Stroke {0} adds {1} to {2} minus {3}")
        return words.format(index + 1, share, pair.digit, pair.against)

    def _row(self, row: int) -> QRectF:
        return QRectF(0, row * self.row_height, self.width(), self.row_height)

    def columns(self, shown: Waterfall) -> Columns:
        """Return where the rows' parts stand."""
        return Columns.of(self.font(), self.width(), self.row_height, shown)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows that are in sight."""
        if self._shown is None:
            return
        painter, theme = self.begin(), current_theme()
        columns = self.columns(self._shown)
        names = [translate("ByStroke", "blank page")]
        names += [stroke_name(index) for index in range(len(self._shown.terms) - 1)]
        stops = self._shown.stops
        painter.setPen(hairline(theme.muted))
        zero = columns.x(0)
        painter.drawLine(QLineF(zero, 0, zero, self.height()))
        for row, (name, term) in enumerate(zip(names, self._shown.terms, strict=True)):
            place = self._row(row)
            if not place.toAlignedRect().intersects(event.rect()):
                continue
            is_shown = row > 0 and row - 1 == self.shown
            if is_shown:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(theme.hover))
                painter.drawRoundedRect(place.adjusted(0, 1, 0, -1), 4, 4)
                painter.setPen(hairline(theme.muted))
                painter.drawLine(QLineF(zero, place.top(), zero, place.bottom()))
            self._paint_picture(painter, row - 1, columns.picture.translated(0, place.top()), theme)
            columns.paint(painter, place, name, term, stops[row], theme, is_shown)
            if row + 1 < len(names):
                end = columns.x(stops[row + 1])
                middle = place.center().y()
                painter.setPen(hairline(theme.muted))
                painter.drawLine(QLineF(end, middle, end, middle + self.row_height))

    def _paint_picture(self, painter: QPainter, index: int, place: QRectF, theme: Theme) -> None:
        """Paint a stroke on the pale drawing; of stroke -1, the blank page."""
        assert self._shown is not None
        key = (self._shown.drawing, theme, place.width(), self.devicePixelRatioF())
        if key != self._pictures_of:
            self._pictures, self._pictures_of = {}, key
        if index not in self._pictures:
            self._pictures[index] = self._picture(index, place.width(), theme)
        painter.drawPixmap(place.topLeft(), self._pictures[index])
        painter.setPen(hairline(theme.line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _picture(self, index: int, side: float, theme: Theme) -> QPixmap:
        assert self._shown is not None
        drawing, ratio = self._shown.drawing, self.devicePixelRatioF()
        picture = QPixmap(QSize(round(side * ratio), round(side * ratio)))
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(theme.paper))
        painter = ink_painter(picture, side / max(drawing.canvas or (CANVAS_SIZE,)))
        if index >= 0:
            painter.setOpacity(PALE / 2)
            paint_drawing(painter, drawing, theme.ink)
            painter.setOpacity(1)
            paint_drawing(painter, only_stroke(drawing, index), theme.ink)
        painter.end()
        return picture


class TotalRow(QWidget):
    """The last row: the sum, which is the difference of the two scores."""

    def __init__(self, rows: StrokeRows) -> None:
        super().__init__()
        self._rows = rows
        self._shown: Waterfall | None = None

    def show_waterfall(self, shown: Waterfall | None) -> None:
        """Show another sum."""
        self._shown = shown
        if shown is not None:
            sum_ = number(shown.total, DECIMALS)
            self.setAccessibleName(f"{total_name(shown.pair)}: {sum_}")
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of a row."""
        return QSize(0, self._rows.row_height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sum below a line."""
        if self._shown is None:
            return
        painter, theme = QPainter(self), current_theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._rows.is_stale:
            painter.setOpacity(PALE)
        columns = self._rows.columns(self._shown)
        painter.setPen(hairline(theme.text))
        painter.drawLine(QPointF(0, 0.5), QPointF(self._rows.width(), 0.5))
        painter.setPen(hairline(theme.muted))
        painter.drawLine(QLineF(columns.x(0), 1, columns.x(0), self.height()))
        row = QRectF(0, 0, self._rows.width(), self.height())
        name = replace(columns, name=4.0)
        name.paint(painter, row, total_name(self._shown.pair), self._shown.total, 0.0, theme, True)


class StrokesView(QWidget):
    """The waterfall, and below it how the drawing would read without the stroke pointed at."""

    pointed = Signal(object, bool)
    """As of `Items`."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: Waterfall | None = None
        self.rows = StrokeRows()
        self.total = TotalRow(self.rows)
        self.line = LiveLabel(least=0.8)
        self._area = UprightScrollArea(self.rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._area)
        column.addWidget(self.total)
        column.addSpacing(UNIT // 2)
        column.addWidget(self.line)
        column.addStretch(1)
        self.rows.pointed.connect(self._point)
        follow_appearance(self._fit)

    def show_shares(
        self, shares: StrokeShares | None, drawing: Drawing, pair: Pair, total: float
    ) -> None:
        """Show the shares of a drawing's strokes in `total`; None if there are too many strokes."""
        self._shown = None if shares is None else Waterfall.of(shares, drawing, pair, total)
        self.rows.show_waterfall(self._shown)
        self.total.show_waterfall(self._shown)
        self._fit()
        self._say()

    @property
    def terms(self) -> list[float]:
        """The blank page's difference and each stroke's share, as they are shown."""
        return [] if self._shown is None else self._shown.terms

    def set_stale(self, is_stale: bool) -> None:
        """Make the picture pale, or not."""
        self.rows.set_stale(is_stale)
        self.total.update()
        self._say()

    def needed_height(self, width: int) -> int:
        """Return the height of the rows in sight, the sum and the line below, in logical pixels."""
        rows = 1 if self._shown is None else min(len(self._shown.terms), MOST)
        return (rows + 1) * self.rows.row_height + UNIT // 2 + self.line.sizeHint().height()

    def useful_height(self, width: int) -> int:
        """Return the height from which on it gains nothing: the same."""
        return self.needed_height(width)

    def _fit(self) -> None:
        rows = 1 if self._shown is None else min(len(self._shown.terms), MOST)
        self._area.setFixedHeight(rows * self.rows.row_height)
        self.total.setFixedHeight(self.rows.row_height)
        self.updateGeometry()

    def _point(self, index: int | None, by_keys: bool) -> None:
        if index is not None and by_keys:
            middle = self.rows.places()[index].center()
            self._area.ensureVisible(round(middle.x()), round(middle.y()), 0, self.rows.row_height)
        self._say()
        self.pointed.emit(index, by_keys)

    def _say(self) -> None:
        """Say how it would read without the stroke, or what pointing shows."""
        too_many = translate("ByStroke", "Too many strokes to tell them apart.")
        if self.rows.is_stale:
            self.line.set_text("")
        else:
            self.line.set_text(too_many if self._shown is None else self.line_words())

    def line_words(self) -> str:
        """Return how the drawing reads without the stroke pointed at; else what the error is."""
        assert self._shown is not None
        index, shares = self.rows.shown, self._shown.shares
        if index is not None and index < len(shares.without):
            if len(shares.without) == 1:
                return translate("ByStroke", "Without its only stroke, the page is blank.")
            without = shares.without[index]
            digit = int(np.argmax(without))
            words = translate("ByStroke", "Without stroke {0} it reads: {1}, {2}")
            return words.format(index + 1, digit, percentage(float(without[digit])))
        if shares.error is not None:
            words = translate("ByStroke", "Estimated: each share may be off by {0}.")
            return words.format(decimal(shares.error, DECIMALS))
        return translate("ByStroke", "Point at a stroke: how would it read without?")
