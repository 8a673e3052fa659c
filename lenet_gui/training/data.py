"""Read labelled digits as tensors."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from lenet_gui.core.datasets.idx import Split, read_mnist
from lenet_gui.core.datasets.sample import Sample
from lenet_gui.core.framing.framing import frame_strokes
from lenet_gui.core.network.architecture import FRAME_SIZE, PADDING


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
    """Return the images of an MNIST folder's split. Raises DatasetError if it isn't MNIST."""
    images, labels = read_mnist(folder, split)
    return Digits(torch.tensor(images), torch.tensor(labels, dtype=torch.int64))


def split_writers(samples: list[Sample], share: float) -> tuple[list[Sample], list[Sample]]:
    """Split samples into training and validation: hold out the last writers, about `share`.

    Of samples without writers, every nth is held out.
    """
    writers = sorted({sample.writer for sample in samples if sample.writer is not None})
    held_out = set(writers[len(writers) - round(len(writers) * share) :])
    every = max(2, round(1 / share))
    train: list[Sample] = []
    validation: list[Sample] = []
    for index, sample in enumerate(samples):
        if sample.writer is not None:
            validates = sample.writer in held_out
        else:
            validates = index % every == every - 1
        (validation if validates else train).append(sample)
    return train, validation


def framed_strokes(samples: list[Sample]) -> Digits:
    """Draw and frame each sample's strokes with its own pen."""
    framed = [to_bytes(frame_strokes(sample.source)) for sample in samples]  # type: ignore[arg-type]
    labels = torch.tensor([sample.label for sample in samples], dtype=torch.int64)
    return Digits(torch.tensor(np.stack(framed)), labels)


def to_bytes(framed: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Convert grey values from 0 … 1 to 0 … 255."""
    return np.asarray(np.rint(framed * np.float32(255)), np.uint8)


def to_input(images: Tensor) -> Tensor:
    """Convert framed images, uint8 (n, 28, 28), to network input, float32 (n, 1, 32, 32)."""
    values = images.to(torch.float32).div_(255).reshape(-1, 1, FRAME_SIZE, FRAME_SIZE)
    return torch.nn.functional.pad(values, (PADDING,) * 4)
