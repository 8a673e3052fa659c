"""What an empty canvas says."""

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter

from lenet_gui.ui.kit.painting import scaled_font
from lenet_gui.ui.kit.theme import UNIT, Theme


def paint_invitation(painter: QPainter, paper: QRectF, font: QFont, theme: Theme) -> None:
    """Invite to draw, in the middle of the paper."""
    painter.setPen(QColor(theme.muted))
    painter.setFont(scaled_font(font, 1.6))
    sheet = paper.adjusted(2 * UNIT, 0, -2 * UNIT, 0)
    height = painter.fontMetrics().height()
    title = QRectF(sheet.left(), sheet.center().y() - height, sheet.width(), height)
    text = QCoreApplication.translate("Canvas", "Draw a digit")
    painter.drawText(title, Qt.AlignmentFlag.AlignCenter, text)
    painter.setFont(font)
    below = QRectF(sheet)
    below.setTop(title.bottom() + UNIT // 2)
    painter.drawText(
        below,
        Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap,
        QCoreApplication.translate(
            "Canvas", "0 to 9, any size, anywhere; with mouse, pen or finger"
        ),
    )
