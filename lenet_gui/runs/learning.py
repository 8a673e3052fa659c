"""The recipes in NumPy: `plain`, on all of MNIST or the starter set, and `reference`.

The reference is a widespread LeNet-5 tutorial for Keras. Training and test images are joined; the
last third is for validation. It is for comparison, not for use: since the validation images include
the test images, its results on those mean little.
"""

import os
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from lenet_gui.core.datasets.idx import mnist_samples, read_mnist
from lenet_gui.core.learning.checkpoints import Point, SavedRun, load_run, save_run
from lenet_gui.core.learning.digits import Digits
from lenet_gui.core.learning.recipe import PLAIN, REFERENCE, Recipe
from lenet_gui.core.learning.starter import read_starter
from lenet_gui.core.learning.trainer import Measured, Step, Trainer
from lenet_gui.core.network.lenet5 import LeNet5
from lenet_gui.core.network.weights import Weights, save_weights
from lenet_gui.errors import LearningError, LenetGuiError
from lenet_gui.resources import starter_set
from lenet_gui.runs.folder import RunFolder
from lenet_gui.runs.measuring import (
    Measurement,
    answered,
    mnist_test,
    require_data,
    require_measured,
    rows,
    strokes_of,
)
from lenet_gui.runs.results import Epoch, described, epoch_line, write_results

RECIPES = {"plain": PLAIN, "reference": REFERENCE}
HELD_OUT = 5_000
"""MNIST's last training images, which validate the plain recipe, or a tenth if there are few."""
TUTORIAL_SHARE = 0.67
"""The share of all images that the tutorial learns from."""


@dataclass(frozen=True)
class Request:
    """The user's options; without `mnist`, the plain recipe takes the starter set."""

    recipe: str
    out: Path
    mnist: Path | None = None
    measure: tuple[Path, ...] = ()
    epochs: int | None = None
    seed: int = 0
    resume: bool = False


@dataclass(frozen=True)
class Material:
    """The digits of a run, what they are, and what the report says about them."""

    training: Digits
    validation: Digits
    name: str
    note: str = ""


def run(request: Request) -> Path:
    """Learn, measure, and write everything to the request's folder; return the weights' path.

    The weights are written before they are measured. Raises DatasetError if data are bad, and
    LenetGuiError if nothing can be written or was learned.
    """
    started = time.monotonic()
    recipe = recipe_of(request)
    source = "the starter set" if request.mnist is None else "MNIST"
    line = f"{request.recipe}, seed {request.seed}, {recipe}, on {source}\n"
    folder = RunFolder(request.out, line, request.resume)
    with folder.writing():
        folder.check()
        material = read_material(request)
        folder.open()
        trainer = Trainer(recipe, material.training, material.validation)
        history, interrupted = learn(trainer, folder.work / "run.safetensors", material.name)
        if not history:
            raise LenetGuiError("Nothing was trained: it was stopped during the first epoch.")
        about = (
            f"{request.recipe}: {recipe.description()}, {len(history)} of {recipe.epochs} epochs"
        )
        weights = trainer.weights(described(material.name, about, request.seed))
        save_weights(weights, folder.weights)
        measured = measure(weights, request, material)
        minutes = (time.monotonic() - started) / 60
        time_taken = f"{minutes:.1f} minutes on {os.cpu_count()} cores"
        if request.resume:
            time_taken += " since it was resumed"
        write_results(folder, request.recipe, weights, measured, history, time_taken)
        if not interrupted:
            folder.remove_work()
    return folder.weights


def recipe_of(request: Request) -> Recipe:
    """Return the recipe with the user's changes. Raises LenetGuiError if it can't have them."""
    recipe = RECIPES[request.recipe]
    try:
        return replace(recipe, seed=request.seed, epochs=request.epochs or recipe.epochs)
    except ValueError as error:
        raise LenetGuiError(f"The recipe can't be changed like this: {error}.") from error


def read_material(request: Request) -> Material:
    """Read all data that the run will need. Raises DatasetError if some are bad."""
    if request.mnist is None:
        require_measured(request.measure)
        training, validation = read_starter(starter_set())
        name = f"the program's starter set, {len(training):,} of MNIST's training images"
        note = (
            "The starter set is small. Give MNIST's folder after `--mnist` to learn from all of it,"
            " and to measure on its test images."
        )
        return Material(training, validation, name, note)
    require_data(request.mnist, (), request.measure)
    digits = Digits(*read_mnist(request.mnist, "train"))
    if request.recipe == "plain":
        split = len(digits) - min(HELD_OUT, len(digits) // 10)
        return Material(digits[:split], digits[split:], f"MNIST's first {split:,} training images")
    every = digits.with_more(Digits(*read_mnist(request.mnist, "test")))
    split = int(len(every) * TUTORIAL_SHARE)
    name = "the first 67 % of MNIST's training and test images put together"
    note = (
        "As in the tutorial, this recipe's validation images include MNIST's test images. Strictly"
        " speaking, the results on those are not for unseen data."
    )
    return Material(every[:split], every[split:], name, note)


def learn(trainer: Trainer, file: Path, digits: str) -> tuple[list[Epoch], bool]:
    """Learn until the recipe's epochs are through, from where `file` left off if it exists.

    Each epoch is saved to `file` and printed. Return all epochs so far, and whether Ctrl+C ended
    the run early; the network then has the weights of the last whole epoch. Raises LearningError if
    the file is damaged or of another run, and OSError if it can't be written.
    """
    recipe, history = trainer.recipe, _resumed(trainer, file, digits)
    last = trainer.checkpoint()
    lines = [_epoch(recipe, point) for point in history]
    steps: list[Step] = []
    started = began = time.monotonic()
    try:
        for event in trainer.learn():
            if isinstance(event, Step):
                steps.append(event)
            elif isinstance(event, Measured) and steps and not _is_within(trainer):
                history.append(_point(event, steps))
                steps.clear()
                reached = trainer.checkpoint()
                save_run(SavedRun(recipe, digits, tuple(history), reached), file)
                now = time.monotonic()
                lines.append(_epoch(recipe, history[-1], now - began))
                last, began = reached, now
                done = sum(np.isfinite(line.seconds) for line in lines)
                left = (now - started) / done * (recipe.epochs - len(lines))
                print(epoch_line(lines[-1], recipe.epochs, left), flush=True)
    except KeyboardInterrupt:
        trainer.restore(last)
        if lines:
            print("Stopped. The weights of the last whole epoch are kept.", flush=True)
        return lines, True
    return lines, False


def _resumed(trainer: Trainer, file: Path, digits: str) -> list[Point]:
    """Take a saved run into the trainer, if there is one, and return its history."""
    if not file.exists():
        return []
    saved = load_run(file)
    if (saved.recipe, saved.digits) != (trainer.recipe, digits):
        raise LearningError(f"{file} learned from other digits, or by another recipe.")
    trainer.restore(saved.checkpoint)
    return list(saved.history)


def _is_within(trainer: Trainer) -> bool:
    """Return whether an epoch has begun and not ended."""
    return trainer.step % trainer.steps_per_epoch > 0


def _point(measured: Measured, steps: Sequence[Step]) -> Point:
    """Return the point of an epoch, with the means of its steps."""
    loss = float(np.mean([step.loss for step in steps]))
    accuracy = float(np.mean([step.accuracy for step in steps]))
    return replace(Point.of(measured), loss=loss, accuracy=accuracy)


def _epoch(recipe: Recipe, point: Point, seconds: float = float("nan")) -> Epoch:
    return Epoch(
        round(point.epoch),
        point.loss,
        point.accuracy,
        point.validation_loss,
        point.validation_accuracy,
        recipe.rate(point.epoch),
        seconds,
    )


def measure(weights: Weights, request: Request, material: Material) -> Measurement:
    """Measure finished weights on MNIST's test images and on the files of strokes.

    Without MNIST, the validation digits stand in for its test images.
    """
    held = material.validation
    validation = "validation digits", list(mnist_samples(held.images, held.labels))
    first = validation if request.mnist is None else mnist_test(request.mnist)
    network = LeNet5(weights)
    answers = [answered(network, *named)[0] for named in (first, *strokes_of(request.measure))]
    figures: dict[str, str] = {}
    for one in answers:
        figures |= rows(one)
    return Measurement(answers, figures, (material.note,) if material.note else ())
