"""The robust recipe: pools of digits, teachers, and a student that learns from both.

1. Make a wide pool (`pool.py`). 2. Train the teachers on its labels (`teacher.py`). 3. Let them
answer it. 4. Train LeNet-5 on their softened answers. 5. Train it on their plain answers to a
milder pool. 6. Blend the two. The run's `work` folder keeps every step until the end, so that an
interrupted run can resume.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from lenet_gui.training.data import Digits, framed_strokes, read_strokes, split_writers, to_input
from lenet_gui.training.fit import Batch, Plan, Progress, State, fit, logits_of, measure
from lenet_gui.training.measuring import fit_temperature, log_probabilities
from lenet_gui.training.model import LeNet5
from lenet_gui.training.pool import (
    MILD,
    WIDE,
    Pool,
    PoolPlan,
    Sources,
    in_parallel,
    make_pool,
    read_pool,
    render,
    save_tensors,
)
from lenet_gui.training.strokes import Hand, distort_strokes, random_pen
from lenet_gui.training.teacher import (
    DistillationLoss,
    pool_slices,
    teach,
    teacher_file,
    train_teacher,
)
from lenet_gui.training.templates import in_style


@dataclass(frozen=True)
class Course:
    """One course of the student's training: a pool, a plan, and how soft the targets are."""

    pool: PoolPlan
    plan: Plan
    temperature: float


WIDE_COURSE = Course(
    WIDE, Plan(150, 128, 3e-3, weight_decay=1e-4, averaging=0.9995, stop=90), temperature=3.0
)
MILD_COURSE = Course(
    MILD, Plan(80, 128, 1.5e-3, weight_decay=1e-4, averaging=0.9995), temperature=1.0
)
SHARES = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
"""Candidate shares of the last course's weights in the blend."""
TEACHER = Plan(9, 128, 2e-3, weight_decay=1e-2, averaging=0.999)


@dataclass(frozen=True)
class Sizes:
    """The sizes of a run, which small machines and tests may reduce.

    `epoch` is the number of images in an epoch. The teachers learn from the first course's pool.
    """

    courses: tuple[Course, ...] = (WIDE_COURSE, MILD_COURSE)
    teacher: Plan = TEACHER
    teachers: int = 2
    epoch: int = 120_000
    workers: int = 2

    @property
    def samples(self) -> int:
        """The number of images in all pools together."""
        return sum(course.pool.samples for course in self.courses)

    @property
    def epochs(self) -> int:
        """The number of the student's epochs in all courses together."""
        return sum(course.plan.taken for course in self.courses)

    def with_epochs(self, epochs: int) -> "Sizes":
        """Distribute epochs among the courses, at least one each."""
        wide, mild = self.courses
        last = max(1, round(epochs * mild.plan.taken / self.epochs))
        first = max(1, epochs - last)
        courses = (
            replace(wide, plan=replace(wide.plan, epochs=first, stop=None)),
            replace(mild, plan=replace(mild.plan, epochs=last, stop=None)),
        )
        teacher = replace(self.teacher, epochs=min(self.teacher.epochs, epochs))
        return replace(self, courses=courses, teacher=teacher)

    def with_samples(self, samples: int) -> "Sizes":
        """Distribute images among the pools."""
        courses = tuple(
            replace(course, pool=replace(
                course.pool, samples=max(100, samples * course.pool.samples // self.samples)
            ))
            for course in self.courses
        )  # fmt: skip
        return replace(self, courses=courses)


@dataclass(frozen=True)
class Validation:
    """Validation digits: images, strokes as drawn, and strokes in other hands."""

    images: Digits
    strokes: Digits
    hands: Digits

    def parts(self) -> dict[str, Digits]:
        """Return the non-empty parts by name."""
        named = {"images": self.images, "strokes": self.strokes, "other hands": self.hands}
        return {name: digits for name, digits in named.items() if len(digits)}

    def measure(self, model: nn.Module) -> tuple[float, float]:
        """Return the loss and the accuracy, averaged over the parts with equal weight."""
        figures = [measure(model, digits) for digits in self.parts().values()]
        losses, accuracies = zip(*figures, strict=True)
        return float(np.mean(losses)), float(np.mean(accuracies))

    def surprise(self, model: nn.Module) -> float:
        """Return the mean of the parts' cross-entropies, each at its own best temperature."""
        losses = []
        for digits in self.parts().values():
            logits, labels = logits_of(model, digits.images).numpy(), digits.labels.numpy()
            fitted = log_probabilities(logits, fit_temperature(logits, labels))
            losses.append(-fitted[np.arange(len(labels)), labels].mean())
        return float(np.mean(losses))


def read_validation(sources: Sources, seed: int = 0) -> Validation:
    """Read the validation digits; the other hands distort the validation writers' strokes."""
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
    """Train the student, or resume from `folder`. Return it with its history."""
    folder.mkdir(parents=True, exist_ok=True)
    validation = read_validation(sources)
    make_pool(sources, sizes.courses[0].pool, seed, folder, sizes.workers)
    jobs = [(sources, sizes, folder, number) for number in range(sizes.teachers)]
    in_parallel(_train_teacher, jobs, sizes.workers)

    torch.manual_seed(seed)
    student = LeNet5().to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    whole, ends = Progress(), []
    for number, course in enumerate(sizes.courses):
        pool = make_pool(sources, course.pool, seed, folder, sizes.workers)
        targets = _answers(course.pool, sizes, folder)
        checkpoint = folder / f"student-{number + 1}.pt"
        progress = _take(course, sizes, student, pool, targets, validation, seed, checkpoint)
        before = len(whole.history)
        whole.history += [replace(e, epoch=e.epoch + before) for e in progress.history]
        if progress.best:
            ends.append(progress.best)
            student.load_state_dict(progress.best)
        if progress.interrupted:
            whole.interrupted = True
            break
    if ends:
        whole.best = blended(ends[0], ends[-1], validation)
        student.load_state_dict(whole.best)
    return student.eval(), whole


def blended(first: State, last: State, validation: Validation) -> State:
    """Return the weighted mean of two courses' weights that validates best.

    The first course knows more hands, the last one more images; networks between the two keep
    nearly all of both. Source: Wortsman et al., "Robust Fine-Tuning of Zero-Shot Models",
    CVPR 2022.
    """
    model, best, least = LeNet5(), last, float("inf")
    for share in SHARES:
        state = {name: torch.lerp(first[name], last[name], share) for name in last}
        model.load_state_dict(state)
        surprise = validation.surprise(model)
        if surprise < least:
            best, least = state, surprise
    return best


def _take(
    course: Course,
    sizes: Sizes,
    student: LeNet5,
    pool: Pool,
    targets: Tensor,
    validation: Validation,
    seed: int,
    checkpoint: Path,
) -> Progress:
    """Train the student through one course."""
    size = min(sizes.epoch, len(pool))

    def batches(epoch: int) -> Iterator[Batch]:
        for index in torch.split(pool_slices(len(pool), epoch, size, seed), course.plan.batch_size):
            yield to_input(pool.images[index]), targets[index]

    return fit(
        student, batches, -(-size // course.plan.batch_size), validation.measure, course.plan,
        seed=seed, checkpoint=checkpoint, loss=DistillationLoss(course.temperature),
        name=course.pool.name,
    )  # fmt: skip


def _answers(plan: PoolPlan, sizes: Sizes, folder: Path) -> Tensor:
    """Return the targets for a pool, float16 (n, 10): the teachers' corrected logits."""
    parts = range(max(1, sizes.workers))
    answers = [folder / f"answers-{plan.name}-{part + 1}-of-{len(parts)}.pt" for part in parts]
    jobs = [
        (plan, sizes, folder, part, answers[part]) for part in parts if not answers[part].exists()
    ]
    in_parallel(_teach_part, jobs, sizes.workers)
    return torch.cat([torch.load(path, weights_only=True)["logits"] for path in answers])


def _train_teacher(sources: Sources, sizes: Sizes, folder: Path, number: int) -> None:
    """Train one teacher, in its own process."""
    pool = read_pool(sizes.courses[0].pool, folder)
    validation = read_validation(sources)
    train_teacher(folder, pool, validation.measure, sizes.teacher, sizes.epoch, number)


def _teach_part(plan: PoolPlan, sizes: Sizes, folder: Path, part: int, path: Path) -> None:
    """Let the teachers answer one worker's share of a pool."""
    pool = read_pool(plan, folder)
    count = max(1, sizes.workers)
    share = slice(len(pool) * part // count, len(pool) * (part + 1) // count)
    teachers = [teacher_file(folder, number) for number in range(sizes.teachers)]
    logits = teach(teachers, Pool(pool.images[share], pool.labels[share]))
    save_tensors({"logits": logits}, path)
