"""The robust recipe: pools of digits, teachers, and a student that learns from both.

1. Make a wide pool and a milder one (`pool.py`). 2. Train the teachers on the labels of both
(`teacher.py`). 3. Let them answer both. 4. Train LeNet-5 on their softened answers to the wide
pool. 5. Train it on their plain answers to the milder one. 6. Blend the two. The run's `work`
folder keeps every step until the end, so that an interrupted run can resume.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from lenet_gui.core.datasets.datasets import read_strokes
from lenet_gui.runs.measuring import log_probabilities
from lenet_gui.training.data import Digits, framed_strokes, split_writers, to_input
from lenet_gui.training.fit import (
    Batch,
    Plan,
    Progress,
    State,
    fit,
    logits_of,
    measure,
    read_progress,
)
from lenet_gui.training.handwriting.strokes import Hand, distort_strokes, random_pen
from lenet_gui.training.handwriting.styles import in_style
from lenet_gui.training.measuring import fit_temperature
from lenet_gui.training.model import LeNet5
from lenet_gui.training.people import all_digits, all_images, drawn_samples, read_people
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
from lenet_gui.training.soap import SOAP
from lenet_gui.training.teacher import (
    DistillationLoss,
    pool_slices,
    teach,
    teacher_file,
    train_teacher,
)
from lenet_gui.training.together import joined, share_of


@dataclass(frozen=True)
class Course:
    """One course of the student's training: a pool, a plan, and the parts of its loss.

    The targets are softened by `temperature`; `refusal` weighs the loss that parts digits from
    non-digits, `softness` the one that keeps sums where tanh still grows (LeNet5.excess).
    """

    pool: PoolPlan
    plan: Plan
    temperature: float
    refusal: float
    softness: float


WIDE_COURSE = Course(
    WIDE,
    Plan(66, 256, 6e-3, weight_decay=1e-3, averaging=0.9995, stop=44),
    temperature=3.0,
    refusal=4.0,
    softness=0.003,
)
MILD_COURSE = Course(
    MILD,
    Plan(36, 256, 3e-3, weight_decay=1e-3, averaging=0.9995),
    temperature=1.0,
    refusal=1.0,
    softness=0.002,
)
LEAST_BATCH, LEAST_STEPS = 32, 20
"""Images in a batch, and batches in an epoch, that a small run should have at least."""
SHARES = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
"""Candidate shares of the last course's weights in the blend."""
TEACHER = Plan(8, 128, 2e-3, weight_decay=1e-2, averaging=0.999)


@dataclass(frozen=True)
class Sizes:
    """The sizes of a run, which small machines and tests may reduce.

    `epoch` is the number of images in an epoch. The teachers learn from the pools of all courses.
    """

    courses: tuple[Course, ...] = (WIDE_COURSE, MILD_COURSE)
    teacher: Plan = TEACHER
    teachers: int = 2
    epoch: int = 240_000
    workers: int = 2

    @property
    def pools(self) -> list[PoolPlan]:
        """The pools of all courses."""
        return [course.pool for course in self.courses]

    @property
    def samples(self) -> int:
        """The number of images in all pools together."""
        return sum(pool.samples for pool in self.pools)

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
        """Distribute images among the pools; small pools come in small batches."""
        courses = []
        for course in self.courses:
            count = max(100, samples * course.pool.samples // self.samples)
            batch = min(course.plan.batch_size, max(LEAST_BATCH, count // LEAST_STEPS))
            courses.append(replace(
                course, pool=replace(course.pool, samples=count),
                plan=replace(course.plan, batch_size=batch),
            ))  # fmt: skip
        return replace(self, courses=tuple(courses))


@dataclass(frozen=True)
class Validation:
    """Validation digits: images, strokes as drawn, strokes in other hands, further people's."""

    images: Digits
    strokes: Digits
    hands: Digits
    further: tuple[Digits, ...] = ()

    def parts(self) -> dict[str, Digits]:
        """Return the non-empty parts by name."""
        named = {"images": self.images, "strokes": self.strokes, "other hands": self.hands}
        named |= {f"further {i + 1}": digits for i, digits in enumerate(self.further)}
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
    people = read_people(sources.more, "validation")
    further = all_images(people)
    if drawn := all_digits(people):
        further.append(framed_strokes(drawn_samples(drawn)))
    samples = split_writers(read_strokes(sources.strokes), sources.held_writers)[1]
    empty = Digits(images.images[:0], images.labels[:0])
    if not samples:
        return Validation(images, empty, empty, tuple(further))
    random = np.random.default_rng((seed, 2**31))
    hands = sources.hands()[1]
    rendered = [
        render(distort_strokes(in_style(s, label, random), Hand(), random), random_pen(random))
        for _ in range(2)
        for s, label in hands
    ]
    labels = torch.tensor([label for _ in range(2) for _, label in hands])
    others = Digits(torch.stack(rendered), labels)
    return Validation(images, framed_strokes(samples), others, tuple(further))


def train_robust(
    sources: Sources, sizes: Sizes, seed: int, folder: Path
) -> tuple[LeNet5, Progress]:
    """Train the student, or resume from `folder`. Return it with its history."""
    folder.mkdir(parents=True, exist_ok=True)
    validation = read_validation(sources)
    for pool in sizes.pools:
        make_pool(sources, pool, seed, folder, sizes.workers)
    jobs = [(sources, sizes, folder, number) for number in range(sizes.teachers)]
    in_parallel(_train_teacher, jobs, sizes.workers)

    student = LeNet5()
    whole, ends = Progress(), []
    for number, course in enumerate(sizes.courses):
        _make_answers(course.pool, sizes, folder)
        progress = _take_together(sources, sizes, number, seed, folder)
        before = len(whole.history)
        whole.history += [replace(e, epoch=e.epoch + before) for e in progress.history]
        if progress.best:
            ends.append(progress.best)
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


def _take_together(
    sources: Sources, sizes: Sizes, number: int, seed: int, folder: Path
) -> Progress:
    """Train the student through a course, in as many processes as there are workers."""
    count = max(1, sizes.workers)
    meeting = folder / f"meeting-{number + 1}"
    meeting.unlink(missing_ok=True)  # an interrupted run's
    jobs = [(sources, sizes, number, seed, folder, worker) for worker in range(count)]
    interrupted = False
    try:
        in_parallel(_take, jobs, count)
    except KeyboardInterrupt:
        interrupted = True
    progress = read_progress(_student_file(folder, number))
    progress.interrupted = interrupted
    return progress


def _student_file(folder: Path, number: int) -> Path:
    """Return the path of the student's checkpoint in a course, counted from 0."""
    return folder / f"student-{number + 1}.pt"


def _take(
    sources: Sources, sizes: Sizes, number: int, seed: int, folder: Path, worker: int
) -> None:
    """Train the student through a course, as one of its workers."""
    course = sizes.courses[number]
    pool, targets = read_pool([course.pool], folder), _read_answers(course.pool, sizes, folder)
    size = min(sizes.epoch, len(pool))
    torch.manual_seed(seed)
    student = LeNet5().to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    if number:
        student.load_state_dict(read_progress(_student_file(folder, number - 1)).best)

    def batches(epoch: int) -> Iterator[Batch]:
        for batch in torch.split(pool_slices(len(pool), epoch, size, seed), course.plan.batch_size):
            index = share_of(batch)
            yield to_input(pool.images[index]), targets[index]

    distillation = DistillationLoss(course.temperature, course.refusal)
    plan = course.plan
    optimizer = SOAP(student.parameters(), plan.learning_rate, plan.weight_decay)

    def loss(logits: Tensor, targets: Tensor) -> Tensor:
        value: Tensor = distillation(logits, targets) + course.softness * student.excess
        return value

    with joined(folder / f"meeting-{number + 1}", worker, max(1, sizes.workers)):
        progress = fit(
            student, batches, -(-size // plan.batch_size),
            read_validation(sources).measure, plan, seed=seed,
            checkpoint=_student_file(folder, number), loss=loss, name=course.pool.name,
            optimizer=optimizer,
        )  # fmt: skip
    if progress.interrupted:
        raise KeyboardInterrupt


def _answer_files(plan: PoolPlan, sizes: Sizes, folder: Path) -> list[Path]:
    count = max(1, sizes.workers)
    return [folder / f"answers-{plan.name}-{part + 1}-of-{count}.pt" for part in range(count)]


def _make_answers(plan: PoolPlan, sizes: Sizes, folder: Path) -> None:
    """Let the teachers answer a pool, unless they did."""
    jobs = [
        (plan, sizes, folder, part, path)
        for part, path in enumerate(_answer_files(plan, sizes, folder))
        if not path.exists()
    ]
    in_parallel(_teach_part, jobs, sizes.workers)


def _read_answers(plan: PoolPlan, sizes: Sizes, folder: Path) -> Tensor:
    """Return the targets for a pool, float16 (n, 10): the teachers' corrected logits."""
    files = _answer_files(plan, sizes, folder)
    return torch.cat([torch.load(path, weights_only=True)["logits"] for path in files])


def _train_teacher(sources: Sources, sizes: Sizes, folder: Path, number: int) -> None:
    """Train one teacher, in its own process."""
    pool = read_pool(sizes.pools, folder)
    validation = read_validation(sources)
    train_teacher(folder, pool, validation.measure, sizes.teacher, sizes.epoch, number)


def _teach_part(plan: PoolPlan, sizes: Sizes, folder: Path, part: int, path: Path) -> None:
    """Let the teachers answer one worker's share of a pool."""
    pool = read_pool([plan], folder)
    count = max(1, sizes.workers)
    share = slice(len(pool) * part // count, len(pool) * (part + 1) // count)
    teachers = [teacher_file(folder, number) for number in range(sizes.teachers)]
    logits = teach(teachers, Pool(pool.images[share], pool.labels[share]))
    save_tensors({"logits": logits}, path)
