"""The robust recipe: a wide pool of digits, teachers, and a student that learns from both.

1. Render the pool (`pool.py`). 2. Train the teachers on it with its labels (`teacher.py`).
3. Let them answer it. 4. Train LeNet-5 against their softened answers. Every step is kept in the
run's `work` folder until the end, so that an interrupted run goes on where it was.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from lenet_gui.training.data import Digits, framed_strokes, read_strokes, split_writers, to_input
from lenet_gui.training.fit import Batch, Plan, Progress, fit, measure
from lenet_gui.training.model import LeNet5
from lenet_gui.training.parallel import in_parallel, save_tensors
from lenet_gui.training.pool import Mix, Pool, Sources, make_pool, render
from lenet_gui.training.strokes import Hand, distort_strokes, random_pen
from lenet_gui.training.styles import in_style
from lenet_gui.training.teacher import (
    DistillationLoss,
    pool_slices,
    teach,
    teacher_file,
    train_teacher,
)


@dataclass(frozen=True)
class Sizes:
    """How much of everything; what a small machine, or a test, may make smaller."""

    samples: int = 1_200_000
    part: int = 40_000
    epoch: int = 120_000
    teachers: int = 2
    teacher_epochs: int = 9
    epochs: int = 150
    workers: int = 2
    student: Plan = field(
        default_factory=lambda: Plan(0, 128, 3e-3, weight_decay=1e-4, averaging=0.9995)
    )
    teacher: Plan = field(
        default_factory=lambda: Plan(0, 128, 2e-3, weight_decay=1e-2, averaging=0.999)
    )
    temperature: float = 3.0


@dataclass(frozen=True)
class Validation:
    """Digits that choose and never train: images, strokes as drawn, and strokes in other hands."""

    images: Digits
    strokes: Digits
    hands: Digits

    def parts(self) -> dict[str, Digits]:
        """Return the parts that hold anything, by name."""
        named = {"images": self.images, "strokes": self.strokes, "other hands": self.hands}
        return {name: digits for name, digits in named.items() if len(digits)}

    def measure(self, model: nn.Module) -> tuple[float, float]:
        """Return the mean loss and the mean accuracy over the parts, each counted alike."""
        figures = [measure(model, digits) for digits in self.parts().values()]
        losses, accuracies = zip(*figures, strict=True)
        return float(np.mean(losses)), float(np.mean(accuracies))


def read_validation(sources: Sources, seed: int = 0) -> Validation:
    """Read the validation digits; the other hands are made of the validation writers' strokes."""
    images = sources.images()[1]
    samples = split_writers(read_strokes(sources.strokes), sources.held_writers)[1]
    empty = Digits(images.images[:0], images.labels[:0])
    if not samples:
        return Validation(images, empty, empty)
    random = np.random.default_rng((seed, 2**31))
    hands = sources.hands()[1]
    rendered = [
        render(distort_strokes(in_style(s, label, random), Hand(), random), random_pen(random))
        for _ in range(2)
        for s, label in hands
    ]
    labels = torch.tensor([label for _ in range(2) for _, label in hands])
    return Validation(images, framed_strokes(samples), Digits(torch.stack(rendered), labels))


def train_robust(
    sources: Sources, sizes: Sizes, seed: int, folder: Path
) -> tuple[LeNet5, Progress]:
    """Train the student, or go on with what `folder` holds of it. Returns it with its history."""
    folder.mkdir(parents=True, exist_ok=True)
    validation = read_validation(sources)
    pool = make_pool(sources, Mix(), sizes.samples, sizes.part, seed, folder, sizes.workers)
    targets = _answers(sources, sizes, seed, folder, pool)
    size = min(sizes.epoch, len(pool))
    plan = _with_epochs(sizes.student, sizes.epochs)

    def batches(epoch: int) -> Iterator[Batch]:
        for index in torch.split(pool_slices(len(pool), epoch, size, seed), plan.batch_size):
            yield to_input(pool.images[index]), targets[index]

    torch.manual_seed(seed)
    student = LeNet5().to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    progress = fit(
        student, batches, -(-size // plan.batch_size), validation.measure, plan, seed=seed,
        checkpoint=folder / "student.pt", loss=DistillationLoss(sizes.temperature),
    )  # fmt: skip
    if progress.best:
        student.load_state_dict(progress.best)
    return student.eval(), progress


def _with_epochs(plan: Plan, epochs: int) -> Plan:
    return Plan(**{**plan.__dict__, "epochs": epochs})


def _answers(sources: Sources, sizes: Sizes, seed: int, folder: Path, pool: Pool) -> Tensor:
    """Return the targets for the pool, float16 (n, 10): the teachers' logits, or plain labels'."""
    jobs = [(sources, sizes, seed, folder, number) for number in range(sizes.teachers)]
    in_parallel(_train_teacher, jobs, sizes.workers)
    teachers = [teacher_file(folder, number) for number in range(sizes.teachers)]
    parts = range(max(1, sizes.workers))
    answers = [folder / f"answers-{part}.pt" for part in parts]
    missing = [part for part in parts if not answers[part].exists()]
    in_parallel(
        _teach_part,
        [(teachers, sources, sizes, seed, folder, part, answers[part]) for part in missing],
        sizes.workers,
    )
    return torch.cat([torch.load(path, weights_only=True)["logits"] for path in answers])


def _whole_pool(sources: Sources, sizes: Sizes, seed: int, folder: Path) -> Pool:
    """Read the pool that is there already."""
    return make_pool(sources, Mix(), sizes.samples, sizes.part, seed, folder, workers=1)


def _train_teacher(sources: Sources, sizes: Sizes, seed: int, folder: Path, number: int) -> None:
    """Train one teacher, in a process of its own."""
    pool = _whole_pool(sources, sizes, seed, folder)
    plan = _with_epochs(sizes.teacher, sizes.teacher_epochs)
    validation = read_validation(sources)
    train_teacher(folder, pool, validation.measure, plan, sizes.epoch, number)


def _teach_part(
    teachers: list[Path], sources: Sources, sizes: Sizes, seed: int, folder: Path, part: int,
    path: Path,
) -> None:  # fmt: skip
    """Let the teachers answer one worker's share of the pool."""
    pool = _whole_pool(sources, sizes, seed, folder)
    count = max(1, sizes.workers)
    share = slice(len(pool) * part // count, len(pool) * (part + 1) // count)
    mine = Pool(pool.images[share], pool.labels[share])
    save_tensors({"logits": teach(teachers, mine)}, path)
