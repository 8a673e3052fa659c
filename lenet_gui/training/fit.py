"""The training loop: cosine schedule, averaged weights, checkpoints, clean stop on Ctrl+C."""

import copy
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field
from math import cos, pi
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812
from tqdm import tqdm

from lenet_gui.core.files.whole_file import whole_file
from lenet_gui.errors import LenetGuiError
from lenet_gui.runs.results import Epoch, epoch_line
from lenet_gui.training.data import Digits, to_input
from lenet_gui.training.together import average_gradients, is_first

Batch = tuple[Tensor, Tensor]
"""Inputs, float32 (n, 1, 32, 32), and target probabilities, float32 (n, 10)."""
Batches = Callable[[int], Iterable[Batch]]
"""Yields the batches of an epoch, counted from 0; the same ones on every call."""
Loss = Callable[[Tensor, Tensor], Tensor]
"""Maps logits and target probabilities, each (n, 10), to one number."""
State = dict[str, Tensor]


@dataclass(frozen=True)
class Plan:
    """How to fit. The learning rate rises over `warm_up` epochs, then falls as a cosine to 0.

    The result is a running mean of the weights, with the decay `averaging` per step; at 0, it is
    the last weights. `stop` ends the fit after that many epochs, with the rate still high, for
    another course to continue.
    """

    epochs: int
    batch_size: int = 100
    learning_rate: float = 2e-3
    weight_decay: float = 0.0
    warm_up: float = 1.0
    averaging: float = 0.998
    stop: int | None = None

    @property
    def taken(self) -> int:
        """The number of epochs in the fit."""
        return self.stop or self.epochs

    def rate(self, epoch: float) -> float:
        """Return the learning rate at a time in epochs, from 0."""
        rise = min(1.0, (epoch + 1e-3) / self.warm_up) if self.warm_up else 1.0
        return self.learning_rate * rise * (1 + cos(pi * min(epoch / self.epochs, 1.0))) / 2


@dataclass
class Progress:
    """The progress of a fit, as saved in a checkpoint."""

    history: list[Epoch] = field(default_factory=list)
    best: State = field(default_factory=dict)
    best_score: float = -1.0
    interrupted: bool = False

    def take(self, line: Epoch, model: nn.Module) -> None:
        """Add an epoch; keep the model's state unless an earlier one scored higher."""
        self.history.append(line)
        if line.validation_accuracy >= self.best_score:
            self.best_score = line.validation_accuracy
            self.best = copy.deepcopy(model.state_dict())


def fit(
    model: nn.Module,
    batches: Batches,
    steps: int,
    validate: Callable[[nn.Module], tuple[float, float]],
    plan: Plan,
    *,
    seed: int = 0,
    checkpoint: Path | None = None,
    loss: Loss = F.cross_entropy,
    optimizer: torch.optim.Optimizer | None = None,
    name: str = "",
) -> Progress:
    """Fit `model`; return its history and its best state by validation.

    `steps` is the number of batches in an epoch. `validate` returns a loss and a score; higher is
    better. With `checkpoint`, the fit saves every epoch in that file, and resumes from it if it
    exists, with the same result. On Ctrl+C, it drops the current epoch and ends early. Processes
    that joined (`together.py`) fit one model, each on its share of every batch. Raises
    LenetGuiError if the checkpoint belongs to another run.
    """
    optimizer = optimizer or torch.optim.AdamW(
        model.parameters(), plan.learning_rate, weight_decay=plan.weight_decay, fused=True
    )
    averaged = copy.deepcopy(model)
    progress = Progress()
    parts = {"model": model, "averaged": averaged, "optimizer": optimizer}
    if checkpoint is not None and checkpoint.exists():
        _restore(checkpoint, parts, progress, plan, seed)
    try:
        for epoch in range(len(progress.history), plan.taken):
            started = time.monotonic()
            torch.manual_seed(seed * 10_000 + epoch)  # for dropout
            title = f"{name} {epoch + 1}/{plan.taken}".strip()
            bar = tqdm(
                batches(epoch), title, steps, leave=False, mininterval=0.5, disable=not is_first()
            )
            trained = _one_epoch(model, averaged, optimizer, bar, steps, plan, epoch, loss)
            validated = validate(averaged)
            seconds = time.monotonic() - started
            line = Epoch(epoch + 1, *trained, *validated, plan.rate(epoch + 1), seconds)
            progress.take(line, averaged)
            if not is_first():
                continue
            if checkpoint is not None:
                _keep(checkpoint, parts, progress, plan, seed)
            left = sum(item.seconds for item in progress.history) / (epoch + 1)
            print(epoch_line(line, plan.taken, left * (plan.taken - epoch - 1), name), flush=True)
    except KeyboardInterrupt:
        progress.interrupted = True
        print("Stopped. The best weights so far are kept.", flush=True)
    return progress


def _one_epoch(
    model: nn.Module,
    averaged: nn.Module,
    optimizer: torch.optim.Optimizer,
    batches: Iterable[Batch],
    steps: int,
    plan: Plan,
    epoch: int,
    loss: Loss,
) -> tuple[float, float]:
    """Take a step for each batch; return the epoch's mean loss and accuracy."""
    model.train()
    total = torch.zeros(3)
    seen = 0
    for step, (inputs, targets) in enumerate(batches):
        for group in optimizer.param_groups:
            group["lr"] = plan.rate(epoch + step / steps)
        optimizer.zero_grad(set_to_none=True)
        logits = model(inputs)
        value = loss(logits, targets)
        value.backward()  # type: ignore[no-untyped-call]
        average_gradients(model)
        optimizer.step()
        # Young averages forget faster, to drop the random start.
        age = epoch * steps + step
        _average(averaged, model, min(plan.averaging, (1 + age) / (10 + age)))
        with torch.no_grad():
            # Non-digits have uniform targets and no right answer to count.
            digits = targets.amax(1) > targets.amin(1)
            right = (logits.argmax(1) == targets.argmax(1)) & digits
            total += torch.stack((value.detach() * len(inputs), right.sum(), digits.sum()))
        seen += len(inputs)
    mean_loss, accuracy = total[0] / max(seen, 1), total[1] / total[2].clamp(min=1)
    return float(mean_loss), float(accuracy)


@torch.no_grad()
def _average(averaged: nn.Module, model: nn.Module, decay: float) -> None:
    """Move each average a little towards the model's value."""
    old, new = list(averaged.state_dict().values()), list(model.state_dict().values())
    floats = [i for i, value in enumerate(new) if value.is_floating_point()]
    torch._foreach_lerp_([old[i] for i in floats], [new[i] for i in floats], 1 - decay)
    for i in set(range(len(new))) - set(floats):
        old[i].copy_(new[i])


@torch.no_grad()
def logits_of(model: nn.Module, images: Tensor, batch_size: int = 1000) -> Tensor:
    """Return the model's logits, float32 (n, 10), for framed images, uint8 (n, 28, 28)."""
    model.eval()
    parts = [model(to_input(images[i : i + batch_size])) for i in range(0, len(images), batch_size)]
    return torch.cat(parts) if parts else torch.empty(0, 10)


def measure(model: nn.Module, digits: Digits) -> tuple[float, float]:
    """Return the cross-entropy and the accuracy on labelled digits."""
    logits = logits_of(model, digits.images)
    loss = F.cross_entropy(logits, digits.labels)
    return float(loss), float((logits.argmax(1) == digits.labels).double().mean())


def seeded(seed: int, epoch: int) -> torch.Generator:
    """Return the random generator of an epoch, in the same state on every call."""
    return torch.Generator().manual_seed(seed * 1_000_003 + epoch)


def _keep(path: Path, parts: dict[str, object], progress: Progress, plan: Plan, seed: int) -> None:
    """Write a checkpoint, whole or not at all."""
    kept = {
        **{name: part.state_dict() for name, part in parts.items()},  # type: ignore[attr-defined]
        "history": [asdict(line) for line in progress.history],
        "best": progress.best,
        "best_score": progress.best_score,
        "plan": asdict(plan),
        "seed": seed,
    }
    with whole_file(path) as file:
        torch.save(kept, file)


def read_progress(path: Path) -> Progress:
    """Return the progress kept in a checkpoint, empty if there is none."""
    progress = Progress()
    if path.exists():
        _take_progress(torch.load(path, weights_only=True), progress)
    return progress


def _take_progress(kept: dict[str, Any], progress: Progress) -> None:
    progress.history = [Epoch(**line) for line in kept["history"]]
    progress.best, progress.best_score = kept["best"], kept["best_score"]


def _restore(
    path: Path, parts: dict[str, object], progress: Progress, plan: Plan, seed: int
) -> None:
    """Restore a checkpoint."""
    try:
        kept = torch.load(path, weights_only=True)
        if kept["plan"] != asdict(plan) or kept["seed"] != seed:
            raise LenetGuiError(f"{path} is the checkpoint of another recipe or seed.")
        for name, part in parts.items():
            part.load_state_dict(kept[name])  # type: ignore[attr-defined]
        _take_progress(kept, progress)
    except (OSError, RuntimeError, KeyError, TypeError, ValueError, EOFError) as error:
        raise LenetGuiError(f"{path} is not a checkpoint that training can resume from.") from error
