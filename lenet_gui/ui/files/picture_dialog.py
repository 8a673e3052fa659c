"""The dialog between a photograph and the canvas: the user chooses a part and a threshold."""

import numpy as np
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from lenet_gui.core.framing.framing import frame
from lenet_gui.core.framing.raster import Image
from lenet_gui.core.network.lenet5 import Off
from lenet_gui.core.photo.box import Box
from lenet_gui.core.photo.contrast import THRESHOLD, THRESHOLDS, contrast_of
from lenet_gui.core.photo.digit_boxes import find_marks, likely_mark, with_margin
from lenet_gui.core.photo.picture import Picture, picture_at
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.media.picture_file import grey_of_image
from lenet_gui.ui.files.crop_view import CropView
from lenet_gui.ui.kit.appearance import current_theme
from lenet_gui.ui.kit.dialogs import button_box
from lenet_gui.ui.kit.painting import colour_image, hairline
from lenet_gui.ui.kit.theme import UNIT, slider_style
from lenet_gui.ui.kit.widgets import heading
from lenet_gui.ui.reading.verdict_panel import Winner

LONGEST_SIDE = 800
"""Larger pictures are shrunk to this many pixels: enough for ten digits, and quick to read."""
PERCENT = 100


class PictureDialog(QDialog):
    """Shows the picture with a frame; beside it the ink, the 28×28 and the reading, live."""

    chosen = Signal(object)
    """The user opened the framed part: the Picture."""

    def __init__(
        self,
        image: QImage,
        classifier: Classifier | None,
        parent: QWidget | None = None,
        off: Off = frozenset(),
    ) -> None:
        """Crop an image in its own colours; without a classifier it is not read.

        `off` are the network's maps that are switched off.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Open a picture"))
        if max(image.width(), image.height()) > LONGEST_SIDE:
            image = image.scaled(
                QSize(LONGEST_SIDE, LONGEST_SIDE),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        self._classifier, self._off = classifier, off
        self._grey = grey_of_image(image)
        self._contrast = contrast_of(self._grey)
        self._whole = picture_at(self._contrast)
        self._marks = find_marks(self._whole.ink)
        shape = (self._grey.shape[0], self._grey.shape[1])
        self._all = Box(0, 0, shape[1], shape[0])
        self._framed_marks = [with_margin(mark, shape) for mark in self._marks]
        self._mark = -1
        self.view = CropView(image)
        self.next_button = QPushButton(self.tr("&Next digit"))
        self.next_button.setAutoDefault(False)
        self.next_button.setVisible(len(self._marks) > 1)
        self.threshold = QSlider(Qt.Orientation.Horizontal)
        self._ink, self._framed = InkTile(28 * UNIT), InkTile(14 * UNIT)
        self._winner = Winner()
        self._threshold_label = QLabel()
        self.buttons = button_box(
            QDialogButtonBox.StandardButton.Open | QDialogButtonBox.StandardButton.Cancel
        )
        self.threshold.setStyleSheet(slider_style(current_theme()))
        self._set_up_threshold()
        self._lay_out()
        self._connect()
        self.next_mark()
        self._show()
        # Qt would open it at two thirds of the screen's height.
        self.resize(self.sizeHint().boundedTo(self.screen().availableSize() * 0.9))
        self.view.setFocus()

    def picture(self) -> Picture:
        """Return the ink within the frame: as in the whole, or measured there if it was moved."""
        box = self.view.box
        if box in self._framed_marks or box == self._all:
            return self._whole.cropped(box)
        part = contrast_of(self._grey[box.top : box.bottom, box.left : box.right])
        return picture_at(part, self.threshold.value() / PERCENT)

    def next_mark(self) -> None:
        """Frame the next mark of the picture; at first the most likely digit."""
        if self._marks:
            likely = likely_mark(self._marks, (self._all.bottom, self._all.right))
            self._mark = likely if self._mark < 0 else (self._mark + 1) % len(self._marks)
            self.view.set_box(self._framed_marks[self._mark])

    def _set_up_threshold(self) -> None:
        low, high = (round(end * PERCENT) for end in THRESHOLDS)
        self.threshold.setRange(low, high)
        self.threshold.setValue(round(THRESHOLD * PERCENT))
        self.threshold.setPageStep(10)
        self.threshold.setAccessibleName(self.tr("Threshold"))
        self.threshold.setToolTip(
            self.tr(
                "How dark a pixel must be to count as ink.\n"
                "Lower values include fainter lines; higher values ignore darker smudges."
            )
        )
        self._threshold_label.setBuddy(self.threshold)

    def _lay_out(self) -> None:
        self._ink.setAccessibleName(self.tr("Ink found"))
        self._framed.setAccessibleName(self.tr("What the network sees"))
        hint = QLabel(
            self.tr("Frame one digit. Arrow keys move the frame; with Shift, they resize it.")
        )
        hint.setWordWrap(True)
        left = QVBoxLayout()
        left.setSpacing(UNIT)
        left.addWidget(self.view, 1)
        below = QHBoxLayout()
        below.addWidget(hint, 1)
        below.addWidget(self.next_button)
        left.addLayout(below)
        right = QVBoxLayout()
        right.setSpacing(UNIT)
        for part in (
            heading(self.tr("Ink")),
            self._ink,
            self._threshold_label,
            self.threshold,
            heading(self.tr("What it sees")),
            self._framed,
            self._winner,
        ):
            right.addWidget(part)
        right.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(3 * UNIT)
        row.addLayout(left, 1)
        row.addLayout(right)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * UNIT, 3 * UNIT, 3 * UNIT, 2 * UNIT)
        column.setSpacing(2 * UNIT)
        column.addLayout(row, 1)
        column.addWidget(self.buttons)
        self.buttons.button(QDialogButtonBox.StandardButton.Open).setDefault(True)

    def _connect(self) -> None:
        self.view.changed.connect(self._show)
        self.view.clicked.connect(self._go_to)
        self.next_button.clicked.connect(self.next_mark)
        self.threshold.valueChanged.connect(self._set_threshold)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.accepted.connect(self._choose)

    def _choose(self) -> None:
        self.chosen.emit(self.picture())

    def _set_threshold(self, percent: int) -> None:
        self._whole = picture_at(self._contrast, percent / PERCENT)
        self._show()

    def _go_to(self, column: int, row: int) -> None:
        """Frame the mark at a click, or move the frame there."""
        at = QPoint(column, row)
        for place, box in enumerate(self._framed_marks):
            if box.left <= at.x() < box.right and box.top <= at.y() < box.bottom:
                self._mark = place
                self.view.set_box(box)
                return
        box = self.view.box
        width, height = box.right - box.left, box.bottom - box.top
        left = min(max(0, column - width // 2), self._all.right - width)
        top = min(max(0, row - height // 2), self._all.bottom - height)
        self.view.set_box(Box(left, top, left + width, top + height))

    def _show(self) -> None:
        """Update the previews and the reading of the framed part."""
        picture = self.picture()
        self._threshold_label.setText(self.tr("&Threshold: {0} %").format(self.threshold.value()))
        self._ink.show_ink(picture.ink, smooth=True)
        nothing = self.tr("No ink in the frame.")
        if self._classifier is None:
            self._framed.show_ink(frame(picture).framed)
            self._winner.show_reading(None, "" if picture.ink.any() else nothing)
        else:
            reading = self._classifier.read(picture, off=self._off)
            self._framed.show_ink(reading.frames.framed)
            self._winner.show_reading(reading, nothing)
        self.buttons.button(QDialogButtonBox.StandardButton.Open).setEnabled(
            bool(picture.ink.any())
        )


class InkTile(QWidget):
    """Ink on paper, as large as it fits in a square of at most `side` logical pixels."""

    def __init__(self, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self._is_smooth = False
        self._image = colour_image(np.zeros((1, 1), np.float32), current_theme().ink_ramp, 0, 1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.setMaximumHeight(side)

    def sizeHint(self) -> QSize:
        """Return the size of the square."""
        return QSize(self._side, self._side)

    def minimumSizeHint(self) -> QSize:
        """Return a size for low screens at which a digit can be made out."""
        return QSize(self._side, 7 * UNIT)

    def show_ink(self, ink: Image, smooth: bool = False) -> None:
        """Show ink, float32 (rows, columns) from 0 to 1, with smooth or hard pixel edges."""
        self._image = colour_image(ink, current_theme().ink_ramp, 0, 1)
        self._is_smooth = smooth
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the paper and the ink on it."""
        painter = QPainter(self)
        side = min(self.width(), self.height())
        paper = QRect(0, 0, side, side)
        painter.fillRect(paper, QColor(current_theme().paper))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._is_smooth)
        size = QSizeF(self._image.size()).scaled(
            QSizeF(paper.size()), Qt.AspectRatioMode.KeepAspectRatio
        )
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(QRectF(paper).center())
        painter.drawImage(place, self._image)
        painter.setPen(hairline(current_theme().line))
        painter.drawRect(paper.adjusted(0, 0, -1, -1))
