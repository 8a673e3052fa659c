"""A picture of a digit: which of its pixels are ink."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.photo.box import Box
from lenet_gui.core.photo.contrast import THRESHOLD, Contrast, contrast_of


@dataclass(frozen=True, eq=False)
class Picture:
    """Ink of a picture, float32 (rows, columns) between 0 (paper) and 1 (ink)."""

    ink: NDArray[np.float32]
    is_photograph: bool = False
    """Whether its ink was found by a threshold, which the user may want to adjust."""
    is_exact: bool = False
    """Whether it is an image like MNIST's, read as it is."""
    scale: float = 1.0
    """How many pixels of its file lie along one of its own."""
    others: tuple[NDArray[np.float32], ...] = ()
    """Its ink by a looser and by a stricter threshold, where that has another shape. A picture that
    was painted on, or comes from an export, has none."""

    @property
    def stroke_width(self) -> float:
        """The mean width of its lines in pixels: twice their area over their outline.

        The outline is the ink's total variation, however sharp it is. Without ink, the width is 0.
        """
        ink = np.pad(self.ink, 1)
        outline = np.hypot(np.diff(ink[:-1], axis=1), np.diff(ink[:, :-1], axis=0)).sum()
        return float(2 * self.ink.sum() / outline) if outline else 0.0

    def cropped(self, box: Box) -> "Picture":
        """Return a part of the picture."""
        place = slice(box.top, box.bottom), slice(box.left, box.right)
        others = tuple(ink[place].copy() for ink in self.others)
        return Picture(self.ink[place].copy(), others=others)


def picture_from_grey(grey: NDArray[np.uint8], threshold: float = THRESHOLD) -> Picture:
    """Find the ink in grey values, uint8 (rows, columns), dark on light or light on dark.

    Photographs and scans may be unevenly lit, noisy and on ruled paper. `threshold` separates ink
    from paper, on a scale from 0 (paper) to 1 (ink).
    """
    return picture_at(contrast_of(grey), threshold)


def picture_at(contrast: Contrast, threshold: float = THRESHOLD) -> Picture:
    """Return the picture with the ink that a threshold finds, and that of others beside it."""
    ink, *others = contrast.inks(threshold)
    return Picture(
        ink,
        is_photograph=not contrast.is_clean,
        is_exact=contrast.is_exact,
        others=tuple(others),
    )


def picture_from_ink(image: NDArray[np.uint8]) -> Picture:
    """Take an MNIST-style image, ink 255 and paper 0, exactly as it is."""
    return Picture(image.astype(np.float32) / np.float32(255))
