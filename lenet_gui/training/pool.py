"""The pool: a large set of training images, made once and used many times.

It mixes distorted images, distorted real strokes, drawn templates and non-digits. Each part depends
only on the seed and its own number, so parts can be made in any order, by several processes, and
again after an interruption.
"""

import os
import signal
import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from multiprocessing import connection, parent_process
from multiprocessing.context import SpawnProcess
from pathlib import Path
from typing import Any, cast

import numpy as np
import torch
from torch import Tensor
from tqdm import tqdm

from lenet_gui.core.datasets.datasets import read_strokes
from lenet_gui.core.files.whole_file import whole_file
from lenet_gui.core.framing.framing import frame_strokes
from lenet_gui.core.network.architecture import CLASSES, FRAME_SIZE
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.errors import LenetGuiError
from lenet_gui.training.data import (
    Digits,
    read_digits,
    split_writers,
    to_bytes,
    to_input,
)
from lenet_gui.training.handwriting.outliers import draw_outlier
from lenet_gui.training.handwriting.strokes import (
    Hand,
    Strokes,
    distort_strokes,
    normalised,
    random_pen,
)
from lenet_gui.training.handwriting.styles import in_style
from lenet_gui.training.handwriting.templates import draw_template
from lenet_gui.training.images import Distortion, distort, mark_zero
from lenet_gui.training.people import all_digits, all_images, all_symbols, read_people

OUTLIER = -1
"""The label of non-digits."""
MARKED_ZEROS = 0.2
"""Share of the zeros in images that get a slash or a dot."""
RENDERS = Distortion(scale=0.06, shift=0.8, blur=0.6, contrast=0.3)
"""Applied to drawn strokes: the blur and pale ink of pictures, and imprecise framing."""
REAL_SYMBOLS = 0.5
"""Share of the non-digits that are people's letters and signs, where there are any."""
MORE_OFTEN = 4
"""How often the digits of the further people count, who wrote far fewer."""


@dataclass(frozen=True)
class Mix:
    """Shares of a pool; the rest is distorted images."""

    strokes: float
    templates: float
    outliers: float


@dataclass(frozen=True)
class PoolPlan:
    """The composition of a pool: `samples` images, in parts of `part`, their mix and distortion.

    `first` is the number of its first part. Pools of the same run have different numbers, and so
    different images. `close` is the share of drawn non-digits that are very close to digits.
    """

    name: str
    samples: int
    mix: Mix
    images: Distortion
    first: int = 0
    part: int = 40_000
    close: float = 0.03

    def paths(self, folder: Path) -> list[Path]:
        """Return the paths of its parts."""
        parts = max(1, round(self.samples / self.part))
        return [folder / f"{self.name}-{number:03}.pt" for number in range(parts)]


WIDE = PoolPlan(
    "pool",
    1_200_000,
    Mix(strokes=0.28, templates=0.09, outliers=0.18),
    Distortion(
        rotation=14, shear=0.25, scale=0.1, aspect=0.2, shift=1.2, bend=1.0, thicken=0.6,
        blur=0.35, contrast=0.25,
    ),
    close=0.0,
)  # fmt: skip
"""The pool for the network's first course: wide variation."""
MILD = PoolPlan(
    "mild",
    1_200_000,
    Mix(strokes=0.22, templates=0.05, outliers=0.11),
    Distortion(
        rotation=10, shear=0.16, scale=0.08, aspect=0.12, shift=0.8, bend=0.9, thicken=0.4,
        blur=0.15, contrast=0.15,
    ),
    first=1000,
)  # fmt: skip
"""The pool for the network's last course: more images, closer to real handwriting."""


@dataclass(frozen=True)
class Sources:
    """The data files, and how much of them is held out for validation."""

    mnist: Path
    strokes: tuple[Path, ...]
    more: tuple[Path, ...] = ()
    held_images: int = 5_000
    held_writers: float = 1 / 6

    def images(self) -> tuple[Digits, Digits]:
        """Return the images for training and, from the end of the set, for validation."""
        digits = read_digits(self.mnist, "train")
        held = min(self.held_images, len(digits) // 10)
        return digits[: len(digits) - held], digits[len(digits) - held :]

    def material(self) -> "Material":
        """Return everything that a pool is made from."""
        images, hands = self.images()[0], self.hands()[0]
        people = read_people(self.more, "training")
        further = [digits for digits in all_images(people) for _ in range(MORE_OFTEN)]
        return Material(
            Digits(
                torch.cat([images.images, *(digits.images for digits in further)]),
                torch.cat([images.labels, *(digits.labels for digits in further)]),
            ),
            hands + all_digits(people) * MORE_OFTEN,
            all_symbols(people),
        )

    def hands(self) -> tuple[list[tuple[Strokes, int]], list[tuple[Strokes, int]]]:
        """Return normalised strokes and labels for training and, by other writers, validation."""
        train, validation = split_writers(read_strokes(self.strokes), self.held_writers)
        return tuple(  # type: ignore[return-value]
            [(normalised(cast("Drawing", sample.source).strokes), sample.label) for sample in part]
            for part in (train, validation)
        )


@dataclass(frozen=True)
class Material:
    """Images, and normalised strokes of digits (with their labels) and of non-digits."""

    images: Digits
    hands: list[tuple[Strokes, int]]
    symbols: list[Strokes]


@dataclass(frozen=True)
class Pool:
    """Training images, uint8 (n, 28, 28), and labels, int64 (n,), OUTLIER for non-digits."""

    images: Tensor
    labels: Tensor

    def __len__(self) -> int:
        return len(self.labels)


def target_probabilities(labels: Tensor) -> Tensor:
    """Return one-hot targets, uniform for outliers: float32 (n, 10)."""
    certain = torch.nn.functional.one_hot(labels.clamp(min=0), CLASSES).float()
    return torch.where((labels == OUTLIER)[:, None], torch.tensor(1 / CLASSES), certain)


def render(strokes: Strokes, pen: float) -> Tensor:
    """Frame strokes, with the pen in pixels of 28: uint8 (28, 28)."""
    return torch.from_numpy(to_bytes(frame_strokes(Drawing(tuple(strokes)), pen)))


def make_part(material: Material, plan: PoolPlan, seed: int, number: int) -> Pool:
    """Make one part of a pool: drawn strokes first, then images."""
    images, hands, symbols = material.images, material.hands, material.symbols
    random = np.random.default_rng((seed, plan.first + number))
    generator = torch.Generator().manual_seed(int(random.integers(2**62)))
    size = plan.samples // max(1, round(plan.samples / plan.part))
    outliers = round(size * plan.mix.outliers)
    templates = round(size * plan.mix.templates)
    drawn = round(size * plan.mix.strokes) if hands else 0
    hand = Hand()

    rendered, labels = [], []
    for index in range(outliers + templates + drawn):
        if index < outliers:
            label = OUTLIER
            if symbols and random.random() < REAL_SYMBOLS:
                strokes = symbols[int(random.integers(len(symbols)))]
            else:
                strokes = draw_outlier(hands, random, plan.close)
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
    pictures_part = _retouched(pictures, plan.images, generator)
    return Pool(torch.cat((strokes_part, pictures_part)), torch.cat((torch.tensor(labels), digits)))


def _retouched(images: Tensor, how: Distortion, generator: torch.Generator) -> Tensor:
    """Distort framed images, uint8 (n, 28, 28), in batches, to save memory."""
    border = (to_input(part) for part in torch.split(images, 1000))
    bytes_of = [(distort(part, how, generator) * 255).round().byte() for part in border]
    edge = (bytes_of[0].shape[-1] - FRAME_SIZE) // 2
    return torch.cat(bytes_of)[:, 0, edge:-edge, edge:-edge]


def make_pool(sources: Sources, plan: PoolPlan, seed: int, folder: Path, workers: int) -> None:
    """Make the missing parts of a pool in `folder`."""
    paths = plan.paths(folder)
    missing = [number for number, path in enumerate(paths) if not path.exists()]
    jobs = [
        (sources, plan, seed, folder, missing[worker::workers])
        for worker in range(min(workers, len(missing)))
    ]
    in_parallel(_make_parts, jobs, workers)


def read_pool(plans: Sequence[PoolPlan], folder: Path) -> Pool:
    """Read existing pools as one."""
    paths = [path for plan in plans for path in plan.paths(folder)]
    parts = [torch.load(path, weights_only=True) for path in paths]
    return Pool(
        torch.cat([part["images"] for part in parts]), torch.cat([part["labels"] for part in parts])
    )


def _make_parts(
    sources: Sources, plan: PoolPlan, seed: int, folder: Path, numbers: list[int]
) -> None:
    """Make some parts of a pool, one file each."""
    material = sources.material()
    paths = plan.paths(folder)
    for number in numbers:
        part = make_part(material, plan, seed, number)
        save_tensors({"images": part.images, "labels": part.labels}, paths[number])
        print(f"{plan.name}: part {number + 1} of {len(paths)} made", flush=True)


def save_tensors(tensors: dict[str, Tensor], path: Path) -> None:
    """Write tensors to a file, whole or not at all."""
    with whole_file(path) as file:
        torch.save(tensors, file)


def in_parallel(
    work: Callable[..., object], jobs: Iterable[tuple[object, ...]], workers: int
) -> None:
    """Do jobs in processes of one thread each, or in this process if one worker is enough.

    Raises LenetGuiError if a process fails. Ends the others then, and on Ctrl+C.
    """
    waiting = list(jobs)
    if min(workers, len(waiting)) <= 1:
        for job in waiting:
            work(*job)
        return
    # Fresh processes: a forked one would inherit PyTorch's threads in an unknown state.
    context = torch.multiprocessing.get_context("spawn")
    running: list[SpawnProcess] = []
    try:
        while waiting or running:
            while waiting and len(running) < workers:
                process = context.Process(target=_work_alone, args=(work, waiting.pop(0)))
                process.start()
                running.append(process)
            connection.wait([process.sentinel for process in running])
            ended = [process for process in running if process.exitcode is not None]
            if any(process.exitcode for process in ended):
                raise LenetGuiError("A training process failed; its output above says why.")
            running = [process for process in running if process not in ended]
    finally:
        for process in running:
            process.terminate()
            process.join()


def _work_alone(work: Callable[..., Any], job: tuple[object, ...]) -> None:
    """Work in one thread; leave Ctrl+C to the parent, and end when it ends, for any reason."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    torch.set_num_threads(1)
    tqdm.set_lock(threading.RLock())  # tqdm's own is a semaphore that outlives a terminated process
    work(*job)


def _end_with_parent() -> None:
    """Exit when the parent ends; a killed parent can't end its children itself."""
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)
