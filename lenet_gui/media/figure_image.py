"""Figures as pixels: painted for PNG files and for the clipboard."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QImageReader, QPainter, QPen

from lenet_gui.errors import SavingError
from lenet_gui.figure.shapes import Box, Cells, Dot, Figure, Line, Text

SCALE = 2
"""Pixels per unit of a figure: a line one unit wide stays sharp on any screen."""
LONGEST_FACTS = 7_500_000
"""Limit in characters; libpng reads chunks of up to 8,000,000 bytes."""
FACTS = "lenet-gui"
"""Key of the PNG's text chunk that keeps a figure's facts."""


def figure_image(figure: Figure, scale: int = SCALE) -> QImage:
    """Paint a figure with `scale` pixels per unit; fonts need a QGuiApplication."""
    size = round(figure.width * scale), round(figure.height * scale)
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor(figure.background))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.scale(scale, scale)
    for item in figure.items:
        if isinstance(item, Cells):
            _paint_cells(painter, item)
        elif isinstance(item, Box):
            _paint_box(painter, item)
        elif isinstance(item, Line):
            _paint_line(painter, item)
        elif isinstance(item, Dot):
            _paint_dot(painter, item)
        else:
            _paint_text(painter, item)
    painter.end()
    if figure.facts:
        image.setText(FACTS, figure.facts)
    return image


def to_png(figure: Figure, scale: int = SCALE) -> bytes:
    """Return the figure as a PNG file's bytes, its facts in a text chunk.

    Raises SavingError if they are too long: readers skip longer chunks.
    """
    if len(figure.facts) > LONGEST_FACTS:
        raise SavingError("The drawing is too long to be stored in a PNG; use SVG instead.")
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    figure_image(figure, scale).save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def facts_in_png(data: bytes) -> str:
    """Return the facts in a PNG file; empty if there are none."""
    buffer = QBuffer()
    buffer.setData(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    return QImageReader(buffer, b"png").text(FACTS)


def _paint_cells(painter: QPainter, cells: Cells) -> None:
    rows, columns = cells.colours.shape
    data = cells.colours.tobytes()
    image = QImage(data, columns, rows, columns * 4, QImage.Format.Format_RGB32)
    painter.drawImage(QRectF(cells.x, cells.y, cells.width, cells.height), image)


def _paint_box(painter: QPainter, box: Box) -> None:
    pen = QPen(QColor(box.colour), 1)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)  # corners and all, as in SVG
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(box.x - 0.5, box.y - 0.5, box.width + 1, box.height + 1))


def _paint_line(painter: QPainter, line: Line) -> None:
    cap, join = Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.RoundJoin
    pen = QPen(QColor(line.colour), line.width, Qt.PenStyle.SolidLine, cap, join)
    if line.dashes is not None:
        pen.setDashPattern([length / line.width for length in line.dashes])
    painter.setPen(pen)
    with _smooth(painter):
        painter.drawPolyline([QPointF(x, y) for x, y in line.points])


def _paint_dot(painter: QPainter, dot: Dot) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(dot.colour))
    with _smooth(painter):
        painter.drawEllipse(QPointF(dot.x, dot.y), dot.radius, dot.radius)


@contextmanager
def _smooth(painter: QPainter) -> Iterator[None]:
    """Smooth the edges of what is painted in the block; cells and boxes stay crisp."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    yield
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _paint_text(painter: QPainter, text: Text) -> None:
    """Write the runs one after the other, aligned as a whole."""
    fonts = [_font(text.size, run.is_bold) for run in text.runs]
    widths = [
        QFontMetricsF(font).horizontalAdvance(run.text)
        for font, run in zip(fonts, text.runs, strict=True)
    ]
    x = text.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[text.anchor] * sum(widths)
    for run, font, width in zip(text.runs, fonts, widths, strict=True):
        painter.setFont(font)
        painter.setPen(QColor(run.colour))
        painter.drawText(QPointF(x, text.y), run.text)
        x += width


def _font(size: float, is_bold: bool) -> QFont:
    """Return the program's own font, `size` units high."""
    font = QFont()
    font.setPixelSize(max(1, round(size)))
    font.setBold(is_bold)
    return font
