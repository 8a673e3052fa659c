"""Made-up digits in place of MNIST: drawn from templates, framed, in IDX files."""

import gzip
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.framing.framing import frame_strokes
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.training.handwriting.templates import draw_template

IMAGES = {"train": 600, "t10k": 100}


def digits(n: int, seed: int) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Draw digits from templates and frame them."""
    random = np.random.default_rng(seed)
    labels = random.integers(0, 10, n).astype(np.uint8)
    framed = [frame_strokes(Drawing(tuple(draw_template(int(k), random)))) for k in labels]
    return np.rint(np.stack(framed) * 255).astype(np.uint8), labels


def write_idx(path: Path, array: NDArray[np.uint8]) -> None:
    header = (0x800 + array.ndim).to_bytes(4, "big")
    header += b"".join(int(n).to_bytes(4, "big") for n in array.shape)
    path.write_bytes(gzip.compress(header + array.tobytes()))


def write_data(folder: Path) -> Path:
    """Write training and test images and two files of strokes; return the folder."""
    for seed, (stem, n) in enumerate(IMAGES.items()):
        images, labels = digits(n, seed)
        write_idx(folder / f"{stem}-images-idx3-ubyte.gz", images)
        write_idx(folder / f"{stem}-labels-idx1-ubyte.gz", labels)
    random = np.random.default_rng(2)
    for name in ("strokes.jsonl", "others.jsonl"):
        drawings = [Drawing(tuple(draw_template(i % 10, random)), label=i % 10) for i in range(60)]
        (folder / name).write_text("\n".join(drawing.to_json() for drawing in drawings))
    return folder
