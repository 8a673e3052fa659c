"""Images made smaller or larger: by area, or smoothly."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Image = NDArray[np.float32]


def resize_area(image: Image, height: int, width: int) -> Image:
    """Scale by area: each new pixel is the mean of the old ones it covers, weighted by overlap."""
    down = _area_weights(image.shape[0], height)
    across = _area_weights(image.shape[1], width)
    resized: Image = (down @ image @ across.T).astype(np.float32)
    return np.clip(resized, 0, 1)


def shrunk(image: Image, longer: int) -> Image:
    """Scale by area until the longer side is at most `longer` pixels, aspect kept."""
    scale = min(1.0, longer / max(image.shape))
    return resize_area(image, *(max(1, round(side * scale)) for side in image.shape))


@lru_cache(maxsize=16)  # a picture's channels and copies have the same sides
def _area_weights(old: int, new: int) -> Image:
    """Share of each old pixel in each new one, (new, old); every row sums to 1."""
    edges = np.arange(new + 1) * (old / new)
    starts = np.maximum(edges[:-1, None], np.arange(old))
    ends = np.minimum(edges[1:, None], np.arange(old) + 1)
    shares: Image = (np.maximum(ends - starts, 0) * (new / old)).astype(np.float32)
    return shares


def resize_smoothly(image: Image, height: int, width: int) -> Image:
    """Interpolate linearly between the middles of pixels; beyond the outermost, repeat those."""
    first, share = _between(image.shape[0], height)
    last = np.minimum(first + 1, image.shape[0] - 1)
    rows = image[first] * (1 - share[:, None]) + image[last] * share[:, None]
    first, share = _between(image.shape[1], width)
    last = np.minimum(first + 1, image.shape[1] - 1)
    resized: Image = rows.take(first, axis=1)
    resized *= 1 - share
    beside = rows.take(last, axis=1)
    beside *= share
    resized += beside
    return resized


def _between(old: int, new: int) -> tuple[NDArray[np.int64], Image]:
    """Return the first of the two old pixels around each new one, and its place between them."""
    places = np.clip((np.arange(new) + 0.5) * (old / new) - 0.5, 0, old - 1)
    first = places.astype(np.int64)
    return first, (places - first).astype(np.float32)
