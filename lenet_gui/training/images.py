"""Distortions of framed images, a whole batch at a time.

Source of the idea: LeCun et al. 1998, section III-A, and Simard, Steinkraus, Platt, "Best
Practices for Convolutional Neural Networks", ICDAR 2003.
"""

from dataclasses import dataclass
from math import pi

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Generator, Tensor
from torch.nn import functional as F  # noqa: N812

from lenet_gui.core.framing.raster import rasterize
from lenet_gui.core.network.architecture import FRAME_SIZE
from lenet_gui.training.handwriting.marks import (
    with_crossbar,
    with_dot,
    with_long_slash,
    with_slash,
)
from lenet_gui.training.handwriting.strokes import random_pen

BEND_GRID = 5
"""Control points per side of the smooth displacement."""


@dataclass(frozen=True)
class Distortion:
    """How strongly images may be distorted.

    Each image draws a strength from 0 to 1, which multiplies all amounts, and then each value
    uniformly from ± the amount. So most images stay close to real handwriting.
    `rotation` is in degrees, `shear` a tangent, `scale` and `aspect` natural logarithms, `shift` in
    pixels. `bend` is the standard deviation, in pixels, of a smooth displacement. `thicken`, `blur`
    and `contrast` are shares: of a one-pixel dilation or erosion mixed in, of a 3×3 mean mixed in,
    and of the brightness.
    """

    rotation: float = 0.0
    shear: float = 0.0
    scale: float = 0.0
    aspect: float = 0.0
    shift: float = 0.0
    bend: float = 0.0
    thicken: float = 0.0
    blur: float = 0.0
    contrast: float = 0.0


def distort(images: Tensor, how: Distortion, generator: Generator) -> Tensor:
    """Distort each image separately: float32 (n, 1, rows, columns), ink 1, in and out."""
    n, size = len(images), images.shape[-1]
    strength = torch.rand(n, generator=generator)

    def even(amount: float) -> Tensor:
        """Draw a value for each image."""
        return (torch.rand(n, generator=generator) * 2 - 1) * strength * amount

    angle, shear = even(how.rotation * pi / 180), even(how.shear)
    scale, stretch = torch.exp(even(how.scale)), torch.exp(even(how.aspect / 2))
    right, down = even(2 * how.shift / size), even(2 * how.shift / size)
    cos, sin = torch.cos(angle) * scale, torch.sin(angle) * scale
    first = torch.stack((cos * stretch, (cos * shear - sin) * stretch, right), 1)
    second = torch.stack((sin / stretch, (sin * shear + cos) / stretch, down), 1)
    grid = F.affine_grid(torch.stack((first, second), 1), list(images.shape), align_corners=False)
    if how.bend:
        knots = torch.randn(n, 2, BEND_GRID, BEND_GRID, generator=generator)
        knots *= (strength * (2 * how.bend / size)).view(-1, 1, 1, 1)
        field = F.interpolate(knots, (size, size), mode="bicubic", align_corners=True)
        grid = grid + field.permute(0, 2, 3, 1)
    images = F.grid_sample(images, grid, align_corners=False)
    if how.thicken:
        images = _thicken(images, even(how.thicken).view(-1, 1, 1, 1))
    if how.blur:
        share = even(how.blur).abs().view(-1, 1, 1, 1)
        images = images + share * (F.avg_pool2d(images, 3, 1, 1) - images)
    if how.contrast:
        images = (images * (1 + even(how.contrast)).view(-1, 1, 1, 1)).clamp(0, 1)
    return images


def _thicken(images: Tensor, share: Tensor) -> Tensor:
    """Mix in a dilated copy, or an eroded one if the share is negative."""
    thick = F.max_pool2d(images, 3, 1, 1)
    thin = -F.max_pool2d(-images, 3, 1, 1)
    return images + share.clamp(min=0) * (thick - images) + (-share).clamp(min=0) * (thin - images)


def mark_zero(image: NDArray[np.uint8], random: np.random.Generator) -> NDArray[np.uint8]:
    """Slash, cross or dot the zero in an image, uint8 (28, 28)."""
    rows, columns = np.flatnonzero(image.any(axis=1)), np.flatnonzero(image.any(axis=0))
    low = np.array((columns[0] + 1.0, rows[0] + 1.0))
    size = np.array((columns[-1] - columns[0] - 1.0, rows[-1] - rows[0] - 1.0))
    longer = float(size.max())
    box = np.stack((np.zeros(2), size / longer))
    chance = random.random()
    if chance < 0.15:  # as far as the image goes
        mark = with_long_slash([box], random, longest=1.5)[-1]
    else:
        style = with_crossbar if chance < 0.25 else with_slash if chance < 0.7 else with_dot
        mark = style([box], random)[-1]
    drawn = rasterize([mark * longer + low], random_pen(random), FRAME_SIZE)
    return np.maximum(image, np.rint(drawn * 255).astype(np.uint8))
