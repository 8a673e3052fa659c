"""Recipes: `robust`, for the shipped weights, and `reference`, for comparison."""

import os
import platform
import shutil
import time
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import numpy as np
import torch

from lenet_gui import __version__
from lenet_gui.core.files.whole_file import write_whole_file
from lenet_gui.core.network.weights import Weights, save_weights
from lenet_gui.errors import LenetGuiError
from lenet_gui.training.data import require_data
from lenet_gui.training.fit import Progress
from lenet_gui.training.measuring import (
    Measurement,
    choose_verdicts,
    measure_reference,
    measure_robust,
)
from lenet_gui.training.model import LeNet5, cooled, to_weights
from lenet_gui.training.people import read_people
from lenet_gui.training.pool import Sources
from lenet_gui.training.reference import PLAN, train_reference
from lenet_gui.training.report import Run, write_report
from lenet_gui.training.robust import Sizes, train_robust

RECIPES = ("robust", "reference")
"""The recipes on the command line."""


@dataclass(frozen=True)
class Request:
    """The user's options; None means the recipe's default."""

    mnist: Path
    out: Path
    recipe: str = "robust"
    strokes: tuple[Path, ...] = ()
    more: tuple[Path, ...] = ()
    measure: tuple[Path, ...] = ()
    epochs: int | None = None
    seed: int = 0
    resume: bool = False
    samples: int | None = None
    teachers: int | None = None
    workers: int | None = None

    @property
    def weights(self) -> Path:
        """The path to write the weights to."""
        return self.out / "lenet5.safetensors"

    @property
    def sizes(self) -> Sizes:
        """The robust recipe's sizes, with the user's changes."""
        sizes = replace(Sizes(), workers=self.workers or min(2, os.cpu_count() or 1))
        if self.teachers is not None:
            sizes = replace(sizes, teachers=self.teachers)
        if self.samples is not None:
            sizes = sizes.with_samples(self.samples)
        if self.epochs is not None:
            sizes = sizes.with_epochs(self.epochs)
        return sizes


def run(request: Request) -> Path:
    """Train, measure, and write everything to the request's folder; return the weights' path.

    The weights are written before they are measured. Raises DatasetError if data are bad, and
    LenetGuiError if nothing can be written or was trained.
    """
    torch.set_num_threads(1)  # on so small a network, threads would mostly wait for each other
    started = time.monotonic()
    work = request.out / "work"
    try:
        _check_work(request, work)
        require_data(request.mnist, request.strokes, request.measure)
        read_people(request.more, "training")
        _open_work(request, work)
        train = _robust if request.recipe == "robust" else _reference
        weights, measurement, progress = train(request, work)
        minutes = (time.monotonic() - started) / 60
        time_taken = f"{minutes:.1f} minutes on {os.cpu_count()} cores"
        if request.resume:
            epochs = sum(epoch.seconds for epoch in progress.history) / 60
            time_taken += f" since it was resumed; {epochs:.1f} in all the network's own epochs"
        _write(request, weights, measurement, progress, time_taken)
        if not progress.interrupted:
            shutil.rmtree(work)
    except OSError as error:
        raise LenetGuiError(
            f"{request.out} can't be written: {error.strerror or error}."
        ) from error
    return request.weights


def _check_work(request: Request, work: Path) -> None:
    """Check that the folder of unfinished work is training's own, empty or missing."""
    run_file = work / "run.txt"
    found = run_file.read_text("utf-8", "replace") if run_file.exists() else ""
    if not found.startswith(tuple(f"{recipe}, seed " for recipe in RECIPES)):
        if work.exists() and (not work.is_dir() or any(work.iterdir())):
            raise LenetGuiError(
                f"{work} contains files that are not from training and would be lost."
                " Choose another folder for --out."
            )
    elif request.resume and found != _run_line(request):
        raise LenetGuiError(
            f"{work} has another recipe, seed or size of training. Resume it with its original"
            " options, or start again without --resume."
        )


def _open_work(request: Request, work: Path) -> None:
    """Create the folder of unfinished work; clear it unless the run resumes."""
    if work.exists() and not request.resume:
        shutil.rmtree(work)
    work.mkdir(parents=True, exist_ok=True)
    run_file = work / "run.txt"
    if not run_file.exists():
        write_whole_file(run_file, _run_line(request).encode())


def _run_line(request: Request) -> str:
    """Return a line that identifies a run, to recognise its folder of unfinished work."""
    return f"{request.recipe}, seed {request.seed}, {replace(request.sizes, workers=1)}\n"


def _robust(request: Request, work: Path) -> tuple[Weights, Measurement, Progress]:
    sizes = request.sizes
    sources = Sources(request.mnist, request.strokes, request.more)
    try:
        model, progress = train_robust(sources, sizes, request.seed, work)
    except KeyboardInterrupt:
        raise LenetGuiError(
            "Stopped before training the network itself. Add --resume to continue from here."
        ) from None
    _need_epoch(progress)
    recipe = (
        f"robust: pools of {sizes.samples:,} distorted images, distorted strokes, drawn templates"
        f" and non-digits; {sizes.teachers} teachers for {sizes.teacher.epochs} epochs; distilled"
        f" for {len(progress.history)} of {sizes.epochs} epochs of {sizes.epoch:,} images, the last"
        f" {sizes.courses[-1].plan.taken} of them milder, and the two blended;"
        " SOAP, cosine, averaged weights"
    )
    data = ["MNIST training images", *(path.name for path in (*request.strokes, *request.more))]
    weights = _trained(request, model, ", ".join(data), recipe)
    verdicts = choose_verdicts(weights, sources)
    weights = cooled(weights, verdicts.temperature)
    weights = replace(weights, metadata={**weights.metadata, **verdicts.metadata()})
    save_weights(weights, request.weights)
    return weights, measure_robust(weights, request.mnist, request.measure, request.more), progress


def _reference(request: Request, work: Path) -> tuple[Weights, Measurement, Progress]:
    model, progress = train_reference(request.mnist, request.epochs, request.seed, work)
    _need_epoch(progress)
    data = "the first 67 % of MNIST's training and test images put together"
    recipe = (
        "reference: the tutorial's, dropout 0.2, Adam with a learning rate of 0.01,"
        f" binary cross-entropy, batches of {PLAN.batch_size}, {len(progress.history)} epochs"
    )
    weights = _trained(request, model, data, recipe)
    return weights, measure_reference(weights, request.mnist, request.measure), progress


def _need_epoch(progress: Progress) -> None:
    if not progress.best:
        raise LenetGuiError("Nothing was trained: it was stopped during the first epoch.")


def _trained(request: Request, model: LeNet5, data: str, recipe: str) -> Weights:
    """Write the trained weights with their metadata, and return them."""
    metadata = {
        "training_data": data,
        "recipe": recipe,
        "seed": str(request.seed),
        "date": date.today().isoformat(),
        "versions": f"lenet-gui {__version__}, torch {torch.__version__}, numpy {np.__version__},"
        f" Python {platform.python_version()}",
    }
    weights = to_weights(model.state_dict(), metadata)
    save_weights(weights, request.weights)  # save hours of work, in case measuring fails
    return weights


def _write(
    request: Request, weights: Weights, measured: Measurement, progress: Progress, time_taken: str
) -> None:
    """Write weights and report."""
    accuracies = {f"accuracy on {a.name}": f"{a.accuracy:.4f}" for a in measured.answers}
    weights = replace(weights, metadata={**weights.metadata, **accuracies})
    save_weights(weights, request.weights)
    report = Run(
        title=f"Training LeNet-5, recipe {request.recipe}",
        facts={**weights.metadata, "time": time_taken},
        history=progress.history,
        measured=measured.answers,
        figures=measured.figures,
        notes=measured.notes,
        refusal=measured.refusal,
    )
    write_report(report, request.out)
    for answers in measured.answers:
        print(f"{answers.name}: {answers.accuracy:.2%} of {len(answers.labels):,}")
