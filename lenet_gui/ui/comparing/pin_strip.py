"""The pins as small pictures, each with its digit below, and a tile that adds one."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from lenet_gui.core.reading.reading import Reading
from lenet_gui.ui.comparing.pins import Pin
from lenet_gui.ui.comparing.wording import digit_of
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.flow import Flow
from lenet_gui.ui.kit.painting import colour_image, fitting_font, scaled_font

SIDE = 48
"""Side of a tile in logical pixels."""
GAP = 4
SMALL = 0.88
CORNER = 6.0
CENTRED = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter


class Tile(QAbstractButton):
    """A square with a caption below it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.caption = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        """Return room for the square, its ring, and a line below."""
        return QSize(SIDE + 3, SIDE + 6 + round(SMALL * self.fontMetrics().height()))

    def _square(self) -> QRectF:
        return QRectF((self.width() - SIDE) / 2, 2, SIDE, SIDE)

    def _paint_caption(self, painter: QPainter, is_strong: bool) -> None:
        theme = current_theme()
        font = scaled_font(self.font(), SMALL, bold=is_strong)
        painter.setFont(fitting_font(font, self.caption, self.width()))
        painter.setPen(QColor(theme.text if is_strong else theme.muted))
        top = self._square().bottom() + 2
        painter.drawText(QRectF(0, top, self.width(), self.height() - top), CENTRED, self.caption)

    def _paint_ring(self, painter: QPainter, colour: str, width: float) -> None:
        painter.setPen(QPen(QColor(colour), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self._square(), CORNER, CORNER)


class PinTile(Tile):
    """One pin, as the network sees it."""

    def __init__(self, pin: Pin, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pin = pin
        self._reading: Reading | None = None
        self.setCheckable(True)

    def show_reading(self, reading: Reading) -> None:
        """Show how the pin reads now."""
        if reading is self._reading:
            return
        self._reading = reading
        self.caption = digit_of(reading)
        self.setAccessibleName(self.tr("Pinned: {0}").format(self.caption))
        self.setToolTip(self.tr("Compare with this drawing"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the framed ink, the ring of the chosen pin, and the digit."""
        theme, painter = current_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        square = self._square()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.hover if self.underMouse() else theme.paper))
        painter.drawRoundedRect(square, CORNER, CORNER)
        if self._reading is not None:
            ink = self._reading.frames.framed[3:-3, 3:-3]  # the margin that framing leaves
            inside = square.adjusted(3, 3, -3, -3)
            painter.drawImage(inside, colour_image(ink, theme.ink_ramp, 0, 1))
        is_on = self.isChecked()
        self._paint_ring(painter, theme.accent if is_on else theme.line, 2.0 if is_on else 1.0)
        if self.hasFocus():
            self._paint_ring(painter, theme.text if is_on else theme.accent, theme.ring)
        self._paint_caption(painter, is_on)


class PlusTile(Tile):
    """Pins what is on the canvas; its caption is the key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        follow_appearance(self._name)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Pin what is on the canvas"))
        self.setToolTip(self.tr("Pin what is on the canvas, to compare it with other drawings"))

    def sizeHint(self) -> QSize:
        """Return room for the key as well."""
        hint = super().sizeHint()
        metrics = self.fontMetrics()
        return QSize(
            max(hint.width(), round(SMALL * metrics.horizontalAdvance(self.caption)) + 4),
            hint.height(),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a dashed square with a plus, and the key."""
        theme, painter = current_theme(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        square, is_on = self._square(), self.isEnabled()
        if self.underMouse() and is_on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.hover))
            painter.drawRoundedRect(square, CORNER, CORNER)
        pen = QPen(QColor(theme.muted if is_on else theme.line), 1)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(square, CORNER, CORNER)
        painter.setPen(QPen(QColor(theme.muted if is_on else theme.disabled), 1.6))
        middle = square.center()
        painter.drawLine(int(middle.x()) - 7, int(middle.y()), int(middle.x()) + 7, int(middle.y()))
        painter.drawLine(int(middle.x()), int(middle.y()) - 7, int(middle.x()), int(middle.y()) + 7)
        if self.hasFocus():
            self._paint_ring(painter, theme.accent, theme.ring)
        self._paint_caption(painter, False)


class PinStrip(Flow):
    """All pins, and the tile that adds one."""

    chosen = Signal(object)
    """The Pin that was clicked."""
    wanted = Signal()
    """What is on the canvas is to be pinned."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(GAP, parent)
        self._tiles: list[PinTile] = []
        self.plus = PlusTile()
        self.plus.clicked.connect(self.wanted)
        self.set_parts(self.plus)

    @property
    def tiles(self) -> list[PinTile]:
        """The tiles, in the order of the pins."""
        return self._tiles

    def show_pins(self, pins: tuple[Pin, ...], chosen: Pin | None) -> None:
        """Show these pins, one of them chosen."""
        kept = {tile.pin: tile for tile in self._tiles}
        for pin, tile in kept.items():
            if pin not in pins:
                tile.hide()
                tile.deleteLater()
        self._tiles = [kept.get(pin) or self._new(pin) for pin in pins]
        for tile in self._tiles:
            tile.setChecked(tile.pin is chosen)
        self.set_parts(*self._tiles, self.plus)

    def show_readings(self, readings: dict[Pin, Reading]) -> None:
        """Show how the pins read now."""
        for tile in self._tiles:
            if tile.pin in readings:
                tile.show_reading(readings[tile.pin])

    def show_key(self, key: str, can_pin: bool) -> None:
        """Show the key that pins, and whether there is something to pin."""
        self.plus.setEnabled(can_pin)
        if key != self.plus.caption:
            self.plus.caption = key
            self.refresh()

    def _choose(self, tile: PinTile) -> None:
        tile.setChecked(True)  # a click on the chosen one leaves it chosen
        self.chosen.emit(tile.pin)

    def _new(self, pin: Pin) -> PinTile:
        tile = PinTile(pin, self)
        tile.clicked.connect(lambda: self._choose(tile))
        tile.show()
        return tile
