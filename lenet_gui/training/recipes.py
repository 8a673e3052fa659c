"""Recipes: what is trained on what, and how."""

import platform
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F  # noqa: N812

from lenet_gui import __version__
from lenet_gui.core.architecture import CLASSES
from lenet_gui.core.weights import save_weights
from lenet_gui.errors import LenetGuiError
from lenet_gui.training.data import Digits, read_digits, to_input
from lenet_gui.training.fit import Batch, Plan, Progress, fit, measure, seeded, shuffled
from lenet_gui.training.images import Distortion, distort
from lenet_gui.training.model import LeNet5, to_weights

VALIDATION = 5_000
"""How many of MNIST's training images, its last ones, choose and never train."""
MILD = Distortion(thicken=0.4)


@dataclass(frozen=True)
class Request:
    """What a user asked for; None takes the recipe's own."""

    mnist: Path
    out: Path
    epochs: int | None = None
    seed: int = 0


def run(request: Request) -> Path:
    """Train, measure on the test images, write the weights and return their path.

    Raises DatasetError on bad data and LenetGuiError where nothing can be written or was trained.
    """
    torch.set_num_threads(1)  # on so small a network more threads only wait for each other
    started = time.monotonic()
    digits, test = read_digits(request.mnist, "train"), read_digits(request.mnist, "test")
    held = min(VALIDATION, len(digits) // 10)
    plan = Plan(epochs=request.epochs or 20)
    torch.manual_seed(request.seed)
    model = LeNet5()
    progress = fit_digits(model, digits[:-held], digits[-held:], plan, request.seed)
    if not progress.best:
        raise LenetGuiError("Nothing was trained: it was stopped within the first epoch.")
    model.load_state_dict(progress.best)
    accuracy = measure(model, test)[1]
    print(f"test accuracy {accuracy:.2%} on {len(test):,} images")
    metadata = {
        "training_data": f"MNIST, {len(digits) - held:,} images",
        "recipe": "small affine distortions, "
        f"{len(progress.history)} of {plan.epochs} epochs, AdamW, averaged weights",
        "seed": str(request.seed),
        "mnist_test_accuracy": f"{accuracy:.4f}",
        "date": date.today().isoformat(),
        "versions": f"lenet-gui {__version__}, torch {torch.__version__}, numpy {np.__version__}, "
        f"Python {platform.python_version()}",
        "minutes": f"{(time.monotonic() - started) / 60:.1f}",
    }
    path = request.out / "lenet5.safetensors"
    try:
        request.out.mkdir(parents=True, exist_ok=True)
        save_weights(to_weights(model.state_dict(), metadata), path)
    except OSError as error:
        raise LenetGuiError(f"{path} can't be written: {error.strerror or error}.") from error
    return path


def fit_digits(
    model: LeNet5, digits: Digits, validation: Digits, plan: Plan, seed: int
) -> Progress:
    """Fit on labelled digits, each distorted anew in every epoch."""
    images = to_input(digits.images)
    targets = F.one_hot(digits.labels, CLASSES).float()
    steps = max(1, len(digits) // plan.batch_size)

    def batches(epoch: int) -> Iterator[Batch]:
        generator = seeded(seed, epoch)
        for index in shuffled(len(digits), plan.batch_size, generator):
            yield distort(images[index], MILD, generator), targets[index]

    return fit(model, batches, steps, lambda averaged: measure(averaged, validation), plan,
               seed=seed)  # fmt: skip
