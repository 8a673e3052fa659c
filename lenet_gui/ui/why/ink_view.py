"""By ink: the user's own ink in the colours of the digit that it speaks for, and the sum of it."""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from lenet_gui.core.explaining.by_ink import InkShares
from lenet_gui.core.explaining.pair import Pair
from lenet_gui.core.framing.framing import PEN_RANGE
from lenet_gui.core.network.architecture import PADDING
from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.reading.reading import Reading
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.ui.canvas.ink_cache import paint_drawing
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.badge import badge_width, paint_badge
from lenet_gui.ui.kit.i18n import decimal
from lenet_gui.ui.kit.painting import colour_image, hairline, paint_ramp, scaled_font
from lenet_gui.ui.kit.theme import UNIT, Theme
from lenet_gui.ui.kit.widgets import LEFT, RIGHT
from lenet_gui.ui.maps.map_values import MapValues, spanning
from lenet_gui.ui.maps.wording import number
from lenet_gui.ui.why.adding_up import DECIMALS, rounded_after
from lenet_gui.ui.why.fading import Fading
from lenet_gui.ui.why.items import PALE, SMALL

ERROR_DECIMALS = 4
LEGEND = 56
"""Width of the colour scale, in logical pixels."""
LEAST_SIDE, MOST_SIDE = 7.0, 18.0
"""Side of the picture at least, and at most, in lines of text."""
MARGIN = 1.5
"""Pixels of 32 around the ink."""
FAINT = 0.35
"""Opacity of the line around the ink."""


class InkView(Fading):
    """The ink, coloured, and beside it the blank page and all ink as a sum."""

    def __init__(self) -> None:
        super().__init__()
        self._shares: InkShares | None = None
        self._reading: Reading | None = None
        self._pair: Pair | None = None
        self._values: MapValues | None = None
        self.terms: list[float] = []
        """The blank page's difference, all ink's and the error, as they are shown."""
        self.total = 0.0
        """Their sum."""
        self._picture: QImage | None = None
        self._picture_of: tuple[object, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        follow_appearance(self._name)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Which ink speaks for which digit"))
        self.setToolTip(
            self.tr(
                "Ink has the colour of the digit whose score it raises over the other's. The"
                " stronger the colour, the more it counts."
            )
        )
        self._describe()

    def show_shares(
        self, shares: InkShares | None, reading: Reading, pair: Pair, total: float
    ) -> None:
        """Show the shares of a reading's ink in `total`; None if they weren't worked out."""
        self._shares, self._reading, self._pair = shares, reading, pair
        self._picture_of = ()
        self._values, self.terms = None, []
        if shares is not None:
            self._values = spanning(np.asarray(shares.shares, np.float32))
            self.total = round(total, DECIMALS)
            exact = [float(shares.shares.sum()), shares.error]
            self.terms = rounded_after(shares.blank, exact, total)
        self._describe()
        self.update()

    def rows(self) -> list[tuple[str, str]]:
        """Return the sum's terms and the sum, each with its name; the last is the sum.

        The error is a term of its own if it would be seen at the precision shown.
        """
        if not self.terms or self._pair is None:
            return []
        blank, ink, error = self.terms
        named = [(self.tr("blank page"), blank), (self.tr("all ink"), ink)]
        if error:
            named.append((self.tr("error"), error))
        total = self.tr("{0} minus {1}").format(self._pair.digit, self._pair.against)
        return [(name, number(term, DECIMALS)) for name, term in [*named, (total, self.total)]]

    def error_words(self) -> str:
        """Return the error of completeness: what the ink's shares miss the difference by."""
        assert self._shares is not None
        shown = decimal(abs(self._shares.error), ERROR_DECIMALS)
        return self.tr("error {0}").format(shown)

    def _describe(self) -> None:
        words = [f"{name}: {term}" for name, term in self.rows()]
        if self._shares is not None:
            words.append(self.error_words())
        self.setAccessibleDescription("; ".join(words))

    # -- places ---------------------------------------------------------------------------------

    @property
    def _line(self) -> float:
        return QFontMetricsF(scaled_font(self.font(), SMALL)).height()

    @property
    def _figures(self) -> float:
        """Width of the figures beside the picture."""
        small = QFontMetricsF(scaled_font(self.font(), SMALL, bold=True))
        error = self.tr("error {0}").format(decimal(0, ERROR_DECIMALS))
        words = (self.tr("blank page"), self.tr("{0} minus {1}").format(8, 8), error, "−00.00")
        return max(map(small.horizontalAdvance, words)) + UNIT

    def needed_height(self, width: int) -> int:
        """Return the least height for a width, in logical pixels."""
        return round(LEAST_SIDE * self.fontMetrics().height() + self._line + UNIT)

    def useful_height(self, width: int) -> int:
        """Return the height from which on it gains nothing, in logical pixels."""
        side = min(width - self._figures - UNIT, MOST_SIDE * self.fontMetrics().height())
        return round(side + self._line + UNIT)

    def sizeHint(self) -> QSize:
        """Return a usual size."""
        return QSize(36 * UNIT, self.needed_height(36 * UNIT) + 6 * UNIT)

    def side(self) -> float:
        """Return the side of the picture, in logical pixels."""
        height = self.height() - self._line - UNIT
        return max(8.0, min(height, self.width() - self._figures - UNIT))

    # -- painting -------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ink, its legend and the figures."""
        painter, theme = QPainter(self), current_theme()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self.side()
        frame = QRectF(0.5, 0.5, side - 1, side - 1)
        painter.setPen(hairline(theme.line))
        painter.setBrush(QColor(theme.paper))
        painter.drawRoundedRect(frame, UNIT, UNIT)
        if self._values is None or self._pair is None:
            return
        if self.is_stale:
            painter.setOpacity(PALE)
        key = (side, theme, self.devicePixelRatioF())
        if key != self._picture_of:
            self._picture, self._picture_of = self._painted(side, theme), key
        assert self._picture is not None
        painter.drawImage(QPointF(0, 0), self._picture)
        painter.setFont(scaled_font(self.font(), SMALL))
        self._paint_legend(painter, side + UNIT / 2, theme)
        self._paint_figures(painter, side + UNIT, theme)

    def _painted(self, side: float, theme: Theme) -> QImage:
        """Return the coloured ink: the shares' colours, cut out by the ink's shape."""
        assert self._values is not None
        assert self._reading is not None
        ratio = self.devicePixelRatioF()
        picture = QImage(QSize(round(side * ratio), round(side * ratio)),
                         QImage.Format.Format_ARGB32_Premultiplied)  # fmt: skip
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        rows, columns = self._values.values.shape
        left, top, shown = self._around_ink()
        scale = side / shown
        painter.scale(scale, scale)
        painter.translate(-left, -top)  # from here on in pixels of 32
        self._paint_ink(painter, theme, 0.0)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        colours = colour_image(self._values.shares(), self._values.ramp(theme), -1.0, 1.0)
        painter.drawImage(QRectF(0, 0, columns, rows), colours)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOver)
        painter.setOpacity(FAINT)
        self._paint_ink(painter, theme, 1.6 / scale)
        painter.end()
        return picture

    def _around_ink(self) -> tuple[float, float, float]:
        """Return a square around the ink, in pixels of 32: its left, its top and its side."""
        assert self._reading is not None
        down, across = np.nonzero(self._reading.frames.padded)
        low = np.array((across.min(), down.min())) - MARGIN
        high = np.array((across.max(), down.max())) + 1 + MARGIN
        side = float((high - low).max())
        left, top = ((low + high - side) / 2).tolist()
        return left, top, side

    def _paint_ink(self, painter: QPainter, theme: Theme, more: float) -> None:
        """Paint the ink's shape, `more` pixels of 32 wider than it is."""
        assert self._reading is not None
        source, fit = self._reading.source, self._reading.frames.fit
        if isinstance(source, Picture) or fit is None:
            if not more:
                self._paint_pixels(painter, theme)
            return
        width = min(max((source.pen_width or 0.0) * fit.scale, PEN_RANGE[0]), PEN_RANGE[1])
        painter.save()
        painter.translate(PADDING + fit.x, PADDING + fit.y)
        painter.scale(fit.scale, fit.scale)
        ink = Drawing(source.strokes, pen_width=(width + more) / fit.scale)
        paint_drawing(painter, ink, theme.muted if more else theme.ink)
        painter.restore()

    def _paint_pixels(self, painter: QPainter, theme: Theme) -> None:
        """Paint a picture's framed pixels, as opaque as they are dark."""
        assert self._reading is not None
        padded = self._reading.frames.padded
        alpha = np.rint(255 * padded).astype(np.uint32) << 24
        rows, columns = alpha.shape
        mask = QImage(alpha.tobytes(), columns, rows, 4 * columns, QImage.Format.Format_ARGB32)
        painter.drawImage(QRectF(0, 0, columns, rows), mask)

    def _paint_legend(self, painter: QPainter, top: float, theme: Theme) -> None:
        """Say which colour speaks for which digit."""
        assert self._pair is not None
        assert self._values is not None
        metrics = QFontMetricsF(painter.font())
        words = self.tr("for")
        width, middle = badge_width(painter.font()), top + self._line / 2 + 1
        x = 0.0
        for digit, is_for in ((self._pair.against, False), (self._pair.digit, True)):
            painter.setPen(QColor(theme.muted))
            advance = metrics.horizontalAdvance(words)
            painter.drawText(
                QRectF(x, middle - self._line / 2, advance + 1, self._line), LEFT, words
            )
            x += advance + UNIT / 2
            paint_badge(painter, x, middle, digit, is_for, theme)
            x += width + UNIT / 2
            if not is_for:
                ramp = QRectF(x, middle - 4, LEGEND, 8)
                paint_ramp(painter, ramp, self._values.ramp(theme), theme.line)
                x += LEGEND + UNIT

    def _paint_figures(self, painter: QPainter, left: float, theme: Theme) -> None:
        """Write the sum: each term's name, and below it its number."""
        line, top = self._line, 0.0
        width = min(self._figures, self.width() - left)
        rows = self.rows()
        plain, bold = scaled_font(self.font(), SMALL), scaled_font(self.font(), SMALL, bold=True)
        for index, (name, term) in enumerate(rows):
            is_total = index == len(rows) - 1
            if is_total:
                painter.setPen(QPen(QColor(theme.text), 1))
                painter.drawLine(QPointF(left, round(top) + 0.5),
                                 QPointF(left + width, round(top) + 0.5))  # fmt: skip
                top += UNIT / 2
            painter.setFont(bold if is_total else plain)
            painter.setPen(QColor(theme.text if is_total else theme.muted))
            painter.drawText(QRectF(left, top, width, line), LEFT, name)
            painter.setPen(QColor(theme.text))
            painter.drawText(QRectF(left, top + line, width, line), RIGHT, term)
            top += 2 * line + UNIT / 2
        painter.setFont(plain)
        painter.setPen(QColor(theme.muted))
        painter.drawText(QRectF(left, top + UNIT / 2, width, line), LEFT, self.error_words())
