"""Labelled digits as tensors, read once."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from lenet_gui.core.architecture import FRAME_SIZE, PADDING
from lenet_gui.core.datasets import Sample, Split, read_mnist
from lenet_gui.core.framing import frame_strokes


@dataclass(frozen=True)
class Digits:
    """Framed digits: `images` uint8 (n, 28, 28), ink 255 and paper 0; `labels` int64 (n,)."""

    images: Tensor
    labels: Tensor

    def __len__(self) -> int:
        return len(self.labels)

    def __getitem__(self, index: slice | Tensor) -> "Digits":
        return Digits(self.images[index], self.labels[index])


def read_digits(folder: Path, split: Split) -> Digits:
    """Return the images of a folder's MNIST pair. Raises DatasetError where it is no MNIST."""
    images, labels = read_mnist(folder, split)
    return Digits(torch.tensor(images), torch.tensor(labels, dtype=torch.int64))


def framed_strokes(samples: list[Sample]) -> Digits:
    """Draw and frame the samples' strokes, each with its own pen."""
    framed = [to_bytes(frame_strokes(sample.source)) for sample in samples]  # type: ignore[arg-type]
    labels = torch.tensor([sample.label for sample in samples], dtype=torch.int64)
    return Digits(torch.tensor(np.stack(framed)), labels)


def to_bytes(framed: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Take grey values from 0 … 1 to 0 … 255."""
    return np.asarray(np.rint(framed * np.float32(255)), np.uint8)


def to_input(images: Tensor) -> Tensor:
    """Take framed images, uint8 (n, 28, 28), to the network's float32 (n, 1, 32, 32)."""
    values = images.to(torch.float32).div_(255).reshape(-1, 1, FRAME_SIZE, FRAME_SIZE)
    return torch.nn.functional.pad(values, (PADDING,) * 4)
