"""The pool: a large store of training images, made once and learned from many times.

It mixes distorted images, distorted real strokes, drawn templates and drawings that are no digits.
Each part is made from the seed and its own number alone, so parts can be made in any order, by
several processes, and again after an interruption.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import cast

import numpy as np
import torch
from torch import Tensor

from lenet_gui.core.architecture import CLASSES, FRAME_SIZE
from lenet_gui.core.drawing import Drawing
from lenet_gui.core.framing import frame_strokes
from lenet_gui.training.data import (
    Digits,
    read_digits,
    read_strokes,
    split_writers,
    to_bytes,
    to_input,
)
from lenet_gui.training.images import Distortion, distort, mark_zero
from lenet_gui.training.outliers import draw_outlier
from lenet_gui.training.parallel import in_parallel, save_tensors
from lenet_gui.training.strokes import Hand, Strokes, distort_strokes, normalised, random_pen
from lenet_gui.training.styles import in_style
from lenet_gui.training.templates import draw_template

OUTLIER = -1
"""The label of what is no digit."""
MARKED_ZEROS = 0.2
"""Share of the zeros in images that get a slash or a dot."""
IMAGES = Distortion(
    rotation=14, shear=0.25, scale=0.1, aspect=0.2, shift=1.2, bend=1.0, thicken=0.6, blur=0.35,
    contrast=0.25,
)  # fmt: skip
RENDERS = Distortion(scale=0.06, shift=0.8, blur=0.6, contrast=0.3)
"""What drawn strokes still lack: the blur and the paler ink of pictures, and a crooked frame."""


@dataclass(frozen=True)
class Mix:
    """Shares of the pool; the rest is distorted images."""

    strokes: float = 0.30
    templates: float = 0.08
    outliers: float = 0.12


@dataclass(frozen=True)
class Sources:
    """The data files, and how much of them validates and never trains."""

    mnist: Path
    strokes: tuple[Path, ...]
    held_images: int = 5_000
    held_writers: float = 1 / 6

    def images(self) -> tuple[Digits, Digits]:
        """Return the images for training and for validation; the last ones validate."""
        digits = read_digits(self.mnist, "train")
        held = min(self.held_images, len(digits) // 10)
        return digits[: len(digits) - held], digits[len(digits) - held :]

    def hands(self) -> tuple[list[tuple[Strokes, int]], list[tuple[Strokes, int]]]:
        """Return normalised strokes and labels for training and, other writers', validation."""
        train, validation = split_writers(read_strokes(self.strokes), self.held_writers)
        return tuple(  # type: ignore[return-value]
            [(normalised(cast("Drawing", sample.source).strokes), sample.label) for sample in part]
            for part in (train, validation)
        )


@dataclass(frozen=True)
class Pool:
    """Training images: uint8 (n, 28, 28); labels int64 (n,), OUTLIER for what is no digit."""

    images: Tensor
    labels: Tensor

    def __len__(self) -> int:
        return len(self.labels)


def target_probabilities(labels: Tensor) -> Tensor:
    """Return a 1 for each label's class, and even chances for an outlier: float32 (n, 10)."""
    certain = torch.nn.functional.one_hot(labels.clamp(min=0), CLASSES).float()
    return torch.where((labels == OUTLIER)[:, None], torch.tensor(1 / CLASSES), certain)


def render(strokes: Strokes, pen: float) -> Tensor:
    """Frame strokes with a pen of so many pixels of 28: uint8 (28, 28)."""
    return torch.from_numpy(to_bytes(frame_strokes(Drawing(tuple(strokes)), pen)))


def make_part(
    images: Digits, hands: list[tuple[Strokes, int]], mix: Mix, size: int, seed: int, number: int
) -> Pool:
    """Make one part of the pool, `size` images in no particular order."""
    random = np.random.default_rng((seed, number))
    generator = torch.Generator().manual_seed(int(random.integers(2**62)))
    outliers = round(size * mix.outliers)
    templates = round(size * mix.templates)
    drawn = round(size * mix.strokes) if hands else 0
    hand = Hand()

    rendered, labels = [], []
    for index in range(outliers + templates + drawn):
        if index < outliers:
            strokes, label = draw_outlier(hands, random), OUTLIER
        elif index < outliers + templates:
            label = int(random.integers(CLASSES))
            strokes = draw_template(label, random)
        else:
            strokes, label = hands[int(random.integers(len(hands)))]
            strokes = in_style(strokes, label, random)
        rendered.append(render(distort_strokes(strokes, hand, random), random_pen(random)))
        labels.append(label)
    strokes_part = _retouched(torch.stack(rendered), RENDERS, generator)

    chosen = torch.randint(len(images), (size - len(labels),), generator=generator)
    pictures, digits = images.images[chosen].clone(), images.labels[chosen]
    for index in torch.nonzero(digits == 0).flatten().tolist():
        if random.random() < MARKED_ZEROS:
            pictures[index] = torch.from_numpy(mark_zero(pictures[index].numpy(), random))
    pictures_part = _retouched(pictures, IMAGES, generator)
    return Pool(torch.cat((strokes_part, pictures_part)), torch.cat((torch.tensor(labels), digits)))


def _retouched(images: Tensor, how: Distortion, generator: torch.Generator) -> Tensor:
    """Distort framed images, uint8 (n, 28, 28), without leaving bytes for long."""
    border = (to_input(part) for part in torch.split(images, 1000))
    bytes_of = [(distort(part, how, generator) * 255).round().byte() for part in border]
    edge = (bytes_of[0].shape[-1] - FRAME_SIZE) // 2
    return torch.cat(bytes_of)[:, 0, edge:-edge, edge:-edge]


def make_pool(
    sources: Sources, mix: Mix, samples: int, part_size: int, seed: int, folder: Path, workers: int
) -> Pool:
    """Make the pool, or what is missing of it, in `folder`, and return it whole."""
    parts = max(1, round(samples / part_size))
    size = samples // parts
    paths = [folder / f"pool-{number:03}.pt" for number in range(parts)]
    missing = [number for number, path in enumerate(paths) if not path.exists()]
    jobs = [
        (sources, mix, size, seed, folder, missing[worker::workers], parts)
        for worker in range(min(workers, len(missing)))
    ]
    in_parallel(_make_parts, jobs, workers)
    loaded = [torch.load(path, weights_only=True) for path in paths]
    return Pool(
        torch.cat([part["images"] for part in loaded]),
        torch.cat([part["labels"] for part in loaded]),
    )


def _make_parts(
    sources: Sources,
    mix: Mix,
    size: int,
    seed: int,
    folder: Path,
    numbers: list[int],
    parts: int,
) -> None:
    """Make some parts of the pool, each a file."""
    images, hands = sources.images()[0], sources.hands()[0]
    for number in numbers:
        part = make_part(images, hands, mix, size, seed, number)
        save_tensors(
            {"images": part.images, "labels": part.labels}, folder / f"pool-{number:03}.pt"
        )
        print(f"pool: part {number + 1} of {parts} made", flush=True)
