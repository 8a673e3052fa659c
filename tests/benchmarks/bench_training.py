"""Training's input side, and whole epochs, against the usual PyTorch loop in the same run.

The usual loop is a DataLoader over a data set that transforms one image at a time. Everything runs
in one process on one thread, on part of MNIST. The reference recipe learns in NumPy. The robust
recipe makes a pool of distorted images once and learns from each several times; the time to make it
is measured too, as a share of every image used. The usual loop rotates, shears, scales and shifts;
the pool's images are also bent, thickened and blurred, and many are drawn from distorted strokes.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from numpy.typing import NDArray
from pytest_benchmark.fixture import BenchmarkFixture
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from lenet_gui.core.learning.digits import Digits as ArrayDigits
from lenet_gui.core.learning.digits import padded
from lenet_gui.core.learning.loss import TINY
from lenet_gui.core.learning.optimizer import EPSILON
from lenet_gui.core.learning.recipe import REFERENCE
from lenet_gui.core.learning.trainer import Trainer
from lenet_gui.core.network.architecture import CLASSES
from lenet_gui.training.data import Digits, to_input
from lenet_gui.training.fit import Batch, Plan, fit
from lenet_gui.training.model import LeNet5
from lenet_gui.training.pool import Pool, Sources, make_part, target_probabilities
from lenet_gui.training.robust import MILD_COURSE, WIDE_COURSE, Sizes
from lenet_gui.training.teacher import DistillationLoss
from tests.benchmarks.peers import PlainDigits, loader, pad, random_affine, to_tensor

IMAGES = 4_000
COURSE = WIDE_COURSE


def reuse() -> float:
    """Return how often the robust recipe uses each image of its pools."""
    learned = sum(course.plan.taken for course in (WIDE_COURSE, MILD_COURSE)) * Sizes().epoch
    return learned / Sizes().samples


@pytest.fixture
def digits(data_folder: Path) -> Digits:
    torch.set_num_threads(1)
    torch.manual_seed(0)
    return Sources(data_folder / "mnist", ()).images()[0][:IMAGES]


@pytest.fixture
def pool(digits: Digits) -> Pool:
    """Return an epoch's images; their distortion makes no difference here."""
    return Pool(digits.images, digits.labels)


def in_arrays(digits: Digits) -> ArrayDigits:
    """Return the digits as the recipes in NumPy take them."""
    return ArrayDigits(digits.images.numpy(), digits.labels.numpy().astype(np.uint8))


def reference_batches(digits: ArrayDigits) -> Iterator[tuple[NDArray[np.float32], object]]:
    """Yield an epoch's batches as the reference recipe does."""
    order, size = np.random.default_rng(0).permutation(len(digits)), REFERENCE.batch_size
    for first in range(0, len(digits), size):
        places = order[first : first + size]
        yield padded(digits.images[places]), digits.labels[places]


def robust_batches(pool: Pool, targets: Tensor) -> Iterator[Batch]:
    """Yield an epoch's batches as the robust recipe does."""
    for index in torch.split(torch.randperm(len(pool)), COURSE.plan.batch_size):
        yield to_input(pool.images[index]), targets[index]


def run_through(batches: Iterable[tuple[Any, Any]]) -> int:
    """Use up all batches; return the number of images."""
    return sum(len(inputs) for inputs, _ in batches)


def measure(benchmark: BenchmarkFixture, group: str, name: str, work: object) -> None:
    """Time one epoch's `work` several times."""
    benchmark.group, benchmark.name = f"Training, {group}", name
    benchmark.extra_info["images"] = IMAGES
    benchmark.pedantic(work, rounds=5, warmup_rounds=1)


# The input side


def test_reference_input(benchmark: BenchmarkFixture, digits: Digits) -> None:
    arrays = in_arrays(digits)
    assert run_through(reference_batches(arrays)) == IMAGES
    measure(
        benchmark,
        "input side of reference",
        "lenet-gui",
        lambda: run_through(reference_batches(arrays)),
    )


def test_reference_input_as_usual(benchmark: BenchmarkFixture, digits: Digits) -> None:
    usual = PlainDigits(digits.images, one_hot(digits), [to_tensor, pad])
    assert run_through(loader(usual, REFERENCE.batch_size)) == IMAGES
    measure(
        benchmark,
        "input side of reference",
        "DataLoader",
        lambda: run_through(loader(usual, REFERENCE.batch_size)),
    )


def test_robust_input(benchmark: BenchmarkFixture, pool: Pool) -> None:
    targets = target_probabilities(pool.labels).half()
    measure(
        benchmark,
        "input side of robust",
        "lenet-gui, its pool made before",
        lambda: run_through(robust_batches(pool, targets)),
    )


def test_robust_input_with_its_pool(benchmark: BenchmarkFixture, data_folder: Path) -> None:
    torch.set_num_threads(1)
    strokes = tuple((data_folder / "pendigits").glob("*train.unipen.gz"))
    sources = Sources(data_folder / "mnist", strokes)
    material = sources.material()
    made = round(IMAGES / reuse())
    plan = replace(COURSE.pool, samples=made, part=made)

    def work() -> int:
        pool = make_part(material, plan, 0, 0)
        targets = target_probabilities(pool.labels).half()
        order = torch.randint(len(pool), (IMAGES,))
        learned = Pool(pool.images[order], pool.labels[order])
        return run_through(robust_batches(learned, targets[order]))

    assert work() == IMAGES
    measure(
        benchmark,
        "input side of robust",
        f"lenet-gui, with its pool, each image of it used {reuse():.1f} times",
        work,
    )


def test_robust_input_as_usual(benchmark: BenchmarkFixture, digits: Digits) -> None:
    usual = distorted(digits)
    measure(
        benchmark,
        "input side of robust",
        "DataLoader",
        lambda: run_through(loader(usual, COURSE.plan.batch_size)),
    )


# Whole epochs


def test_reference_epoch(benchmark: BenchmarkFixture, digits: Digits) -> None:
    arrays, once = in_arrays(digits), replace(REFERENCE, epochs=1)

    def work() -> None:
        for _ in Trainer(once, arrays, arrays[:0]).learn():
            pass

    measure(benchmark, "an epoch of reference", "lenet-gui", work)


def test_reference_epoch_as_usual(benchmark: BenchmarkFixture, digits: Digits) -> None:
    model = LeNet5(REFERENCE.dropout)
    usual = PlainDigits(digits.images, one_hot(digits), [to_tensor, pad])
    optimizer = torch.optim.Adam(model.parameters(), REFERENCE.learning_rate, eps=EPSILON)
    measure(
        benchmark,
        "an epoch of reference",
        "the usual loop",
        lambda: train_as_usual(
            model, optimizer, loader(usual, REFERENCE.batch_size), binary_cross_entropy
        ),
    )


def test_robust_epoch(benchmark: BenchmarkFixture, pool: Pool) -> None:
    model = LeNet5().to(memory_format=torch.channels_last)
    targets = target_probabilities(pool.labels).half()
    loss = DistillationLoss(COURSE.temperature)
    measure(
        benchmark,
        "an epoch of robust",
        "lenet-gui, its pool made before",
        lambda: fit_once(model, COURSE.plan, robust_batches(pool, targets), loss),
    )


def test_robust_epoch_as_usual(benchmark: BenchmarkFixture, digits: Digits) -> None:
    model, usual = LeNet5(), distorted(digits)
    optimizer = torch.optim.AdamW(model.parameters(), COURSE.plan.learning_rate)
    measure(
        benchmark,
        "an epoch of robust",
        "the usual loop",
        lambda: train_as_usual(
            model, optimizer, loader(usual, COURSE.plan.batch_size), F.cross_entropy
        ),
    )


def one_hot(digits: Digits) -> Tensor:
    return F.one_hot(digits.labels, CLASSES).float()


def binary_cross_entropy(logits: Tensor, targets: Tensor) -> Tensor:
    """Return the mean binary cross-entropy over all classes; arguments are (n, 10) each."""
    tiny = float(TINY)
    return F.binary_cross_entropy(logits.softmax(1).clamp(tiny, 1 - tiny), targets)


def distorted(digits: Digits) -> PlainDigits:
    """Return the usual augmentation: a random rotation, shear, scale and shift of each image."""
    transforms = [to_tensor, random_affine(COURSE.pool.images), pad]
    return PlainDigits(digits.images, one_hot(digits), transforms)


def fit_once(model: nn.Module, plan: Plan, batches: Iterator[Batch], loss: object) -> None:
    """Train for an epoch as the recipe does, but without validation, like the usual loop."""
    steps = -(-IMAGES // plan.batch_size)
    once = replace(plan, epochs=1, stop=None)
    fit(model, lambda _: batches, steps, lambda _: (0.0, 0.0), once, loss=loss)


def train_as_usual(
    model: nn.Module, optimizer: torch.optim.Optimizer, batches: Iterator[Batch], loss: object
) -> None:
    """Train for an epoch as tutorials do, averaging loss and accuracy."""
    model.train()
    total = right = 0.0
    for inputs, targets in batches:
        optimizer.zero_grad()
        logits = model(inputs)
        value = loss(logits, targets)
        value.backward()
        optimizer.step()
        total += value.item()
        right += (logits.argmax(1) == targets.argmax(1)).sum().item()
