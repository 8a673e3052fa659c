"""The dialog between a photograph and the canvas: the user chooses a part and a threshold.

The part is one digit, several, or all of them as a number.
"""

from collections.abc import Sequence
from math import ceil, sqrt

import numpy as np
from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from lenet_gui.core.framing.framing import frame
from lenet_gui.core.framing.raster import Image
from lenet_gui.core.network.lenet5 import Off
from lenet_gui.core.numbers.number import NumberReading
from lenet_gui.core.photo.box import Box
from lenet_gui.core.photo.contrast import THRESHOLD, THRESHOLDS, contrast_of
from lenet_gui.core.photo.digit_boxes import with_margin
from lenet_gui.core.photo.picture import Picture, picture_at
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.media.picture_file import grey_of_image
from lenet_gui.ui.files.crop_view import CropView
from lenet_gui.ui.files.found_digits import FoundDigits, read_all
from lenet_gui.ui.files.ink_tile import InkTile
from lenet_gui.ui.kit.appearance import current_theme
from lenet_gui.ui.kit.dialogs import button_box
from lenet_gui.ui.kit.theme import UNIT, slider_style
from lenet_gui.ui.kit.widgets import heading
from lenet_gui.ui.reading.number_view import NumberView
from lenet_gui.ui.reading.winner import Winner

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
        self._found = FoundDigits(self._whole, classifier, off)
        self._all = Box(0, 0, self._grey.shape[1], self._grey.shape[0])
        self._read: NumberReading | None = None
        """The number in the frame, if it is one."""
        self._place = -1
        """Which of the digits found was framed last, counted from 0; −1 if none was yet."""
        self.view = CropView(image)
        has_several = self._found.together is not None
        self.all_button = QPushButton(self.tr("&All digits"))
        self.all_button.setCheckable(True)
        self.next_button = QPushButton(self.tr("&Next digit"))
        for button in (self.all_button, self.next_button):
            button.setAutoDefault(False)
            button.setVisible(has_several)
        self.threshold = QSlider(Qt.Orientation.Horizontal)
        self._ink, self._framed = InkTile(28 * UNIT), InkTile(14 * UNIT)
        self._winner, self._number = Winner(), NumberView()
        self._threshold_label = QLabel()
        self.buttons = button_box(
            QDialogButtonBox.StandardButton.Open | QDialogButtonBox.StandardButton.Cancel
        )
        self.threshold.setStyleSheet(slider_style(current_theme()))
        self._set_up_threshold()
        self._lay_out()
        self._connect()
        if self._found.is_number:
            self.frame_all()
        else:
            self.next_mark()
        self._show()
        # Qt would open it at two thirds of the screen's height.
        self.resize(self.sizeHint().boundedTo(self.screen().availableSize() * 0.9))
        self.view.setFocus()

    def picture(self) -> Picture:
        """Return the ink within the frame: as in the whole, or measured there if it was moved."""
        box = self.view.box
        if box in (self._all, self._found.together):
            return self._whole.cropped(box)
        if box in self._found.framed:
            return self._found.alone(self._whole, self._found.framed.index(box))
        part = contrast_of(self._grey[box.top : box.bottom, box.left : box.right])
        return picture_at(part, self.threshold.value() / PERCENT)

    def next_mark(self) -> None:
        """Frame the next digit; at first the likeliest one or, of a number's, the first."""
        likely = self._found.likely
        if likely is not None:
            first = 0 if self._found.is_number else likely
            self._frame(first if self._place < 0 else self._place + 1)

    def frame_all(self) -> None:
        """Frame all digits that were found."""
        if self._found.together is not None:
            self._place = -1
            self.view.set_box(self._found.together)
            self._show_choice()

    def _frame(self, place: int) -> None:
        """Frame one of the digits found, counted from 0; after the last follows the first."""
        self._place = place % len(self._found.framed)
        self.view.set_box(self._found.framed[self._place])

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
            self.tr(
                "Frame a digit or a number. Arrow keys move the frame; with Shift, they resize it."
            )
            if self._found.together is None
            else self.tr(
                "Click a digit to choose it, or frame what to read."
                " Arrow keys move the frame; with Shift, they resize it."
            )
        )
        hint.setWordWrap(True)
        left = QVBoxLayout()
        left.setSpacing(UNIT)
        left.addWidget(self.view, 1)
        left.addWidget(hint)
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
            self._number,
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
        below = QHBoxLayout()
        below.setSpacing(UNIT)
        below.addWidget(self.all_button)
        below.addWidget(self.next_button)
        below.addWidget(self.buttons, 1)
        column.addLayout(below)
        self.buttons.button(QDialogButtonBox.StandardButton.Open).setDefault(True)

    def _connect(self) -> None:
        self.view.changed.connect(self._show)
        self.view.clicked.connect(self._go_to)
        self.next_button.clicked.connect(self.next_mark)
        self.all_button.clicked.connect(self.frame_all)
        self._number.viewed.connect(self._frame_read)
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
        """Frame the digit at a click, or move the frame there."""
        place = self._found.at(column, row)
        if place is not None:
            self._frame(place)
            return
        box = self.view.box
        width, height = box.right - box.left, box.bottom - box.top
        left = min(max(0, column - width // 2), self._all.right - width)
        top = min(max(0, row - height // 2), self._all.bottom - height)
        self.view.set_box(Box(left, top, left + width, top + height))

    def _frame_read(self, place: int) -> None:
        """Frame one of the digits of the number in the frame, counted from 0."""
        if self._read is None:
            return
        left, top, right, bottom = (round(side) for side in self._read.digits[place].box)
        x, y = self.view.box.left, self.view.box.top
        box = Box(left + x, top + y, right + x, bottom + y)
        found = self._found.at((box.left + box.right) // 2, (box.top + box.bottom) // 2)
        if found is None:
            self.view.set_box(with_margin(box, (self._all.bottom, self._all.right)))
        else:
            self._frame(found)

    def _show_choice(self) -> None:
        """Show whether all digits are framed, and boxes around those that aren't framed alone."""
        found, box = self._found, self.view.box
        self.all_button.setChecked(box == found.together)
        if found.together is not None:
            pairs = zip(found.boxes, found.framed, strict=True)
            self.view.show_digits([digit for digit, framed in pairs if framed != box])

    def _show(self) -> None:
        """Update the previews and the reading of the framed part."""
        picture = self.picture()
        self._threshold_label.setText(self.tr("&Threshold: {0} %").format(self.threshold.value()))
        self._ink.show_ink(picture.ink, smooth=True)
        nothing = self.tr("No ink in the frame.")
        if self._classifier is None:
            self._read = None
            self._framed.show_ink(frame(picture).framed)
            self._winner.show_reading(None, "" if picture.ink.any() else nothing)
        else:
            reading, self._read = read_all(picture, self._classifier, self._off)
            self._winner.show_reading(reading, nothing)
            self._framed.show_ink(
                reading.frames.framed
                if self._read is None
                else _side_by_side([one.reading.frames.framed for one in self._read.digits])
            )
        self._number.show_number(self._read, None)
        self._number.setVisible(self._read is not None)
        self._winner.setVisible(self._read is None)
        self._show_choice()
        self.buttons.button(QDialogButtonBox.StandardButton.Open).setEnabled(
            bool(picture.ink.any())
        )


def _side_by_side(images: Sequence[Image]) -> Image:
    """Return images of one size, in reading order, as a square of rows and columns."""
    columns = ceil(sqrt(len(images)))
    blank = np.zeros_like(images[0])
    full = [*images, *[blank] * (-len(images) % columns)]
    rows = [np.hstack(full[first : first + columns]) for first in range(0, len(full), columns)]
    return np.vstack(rows)
