"""Distortions of framed images, a whole batch at a time.

Source of the idea: LeCun et al. 1998, section III-A, and Simard, Steinkraus, Platt, "Best
Practices for Convolutional Neural Networks", ICDAR 2003.
"""

from dataclasses import dataclass
from math import pi

import torch
from torch import Generator, Tensor
from torch.nn import functional as F  # noqa: N812


@dataclass(frozen=True)
class Distortion:
    """How far images may be bent; each value is drawn evenly from ± the amount.

    `rotation` in degrees, `shear` as a tangent, `scale` and `aspect` as shares, `shift` in pixels.
    `bend` is the standard deviation, in pixels, of a smooth displacement of `BEND_GRID` control
    points a side. `thicken` is the largest share of a one-pixel dilation or erosion that is mixed
    in; `blur` and `contrast` likewise.
    """

    rotation: float = 10.0
    shear: float = 0.15
    scale: float = 0.1
    aspect: float = 0.1
    shift: float = 1.0
    bend: float = 0.0
    thicken: float = 0.0
    blur: float = 0.0
    contrast: float = 0.0


BEND_GRID = 5


def distort(images: Tensor, how: Distortion, generator: Generator) -> Tensor:
    """Distort each image on its own: float32 (n, 1, rows, columns), ink 1, in and out."""
    moved = F.grid_sample(images, _grid(images, how, generator), align_corners=False)
    if how.thicken or how.blur:
        moved = _retouch(moved, how, generator)
    if how.contrast:
        gain = 1 + how.contrast * _even(len(images), generator)
        moved = (moved * gain.view(-1, 1, 1, 1)).clamp(0, 1)
    return moved


def _even(n: int, generator: Generator) -> Tensor:
    """Draw n values evenly between -1 and 1."""
    return torch.rand(n, generator=generator) * 2 - 1


def _grid(images: Tensor, how: Distortion, generator: Generator) -> Tensor:
    """Where each pixel looks, (n, rows, columns, 2), in grid_sample's -1 … 1."""
    n, size = len(images), images.shape[-1]
    angle = _even(n, generator) * (how.rotation * pi / 180)
    shear = _even(n, generator) * how.shear
    scale = torch.exp(_even(n, generator) * how.scale)
    aspect = torch.exp(_even(n, generator) * (how.aspect / 2))
    shift = (torch.rand(n, 2, generator=generator) * 2 - 1) * (2 * how.shift / size)
    cos, sin = torch.cos(angle) * scale, torch.sin(angle) * scale
    rows = torch.stack(
        (
            torch.stack((cos * aspect, (cos * shear - sin) * aspect, shift[:, 0]), 1),
            torch.stack((sin / aspect, (sin * shear + cos) / aspect, shift[:, 1]), 1),
        ),
        1,
    )
    grid = F.affine_grid(rows, list(images.shape), align_corners=False)
    if how.bend:
        knots = torch.randn(n, 2, BEND_GRID, BEND_GRID, generator=generator)
        field = F.interpolate(knots, (size, size), mode="bicubic", align_corners=True)
        grid = grid + field.permute(0, 2, 3, 1) * (2 * how.bend / size)
    return grid


def _retouch(images: Tensor, how: Distortion, generator: Generator) -> Tensor:
    """Mix in a dilated or eroded copy, then a blurred one, each by a random share."""
    share = (_even(len(images), generator) * how.thicken).view(-1, 1, 1, 1)
    thick = F.max_pool2d(images, 3, 1, 1)
    thin = -F.max_pool2d(-images, 3, 1, 1)
    images = (
        images + share.clamp(min=0) * (thick - images) + (-share).clamp(min=0) * (thin - images)
    )
    soft = F.avg_pool2d(images, 3, 1, 1)
    share = (torch.rand(len(images), generator=generator) * how.blur).view(-1, 1, 1, 1)
    return images + share * (soft - images)
