"""The robust recipe, for the shipped weights: from its data to the weights and the report."""

import os
import time
from dataclasses import dataclass, replace
from pathlib import Path

import torch

from lenet_gui.core.network.weights import Weights, save_weights
from lenet_gui.errors import LenetGuiError
from lenet_gui.runs.folder import RunFolder
from lenet_gui.runs.measuring import require_data
from lenet_gui.runs.results import described, write_results
from lenet_gui.training.fit import Progress
from lenet_gui.training.measuring import choose_verdicts, measure_robust
from lenet_gui.training.model import cooled, to_weights
from lenet_gui.training.people import read_people
from lenet_gui.training.pool import Sources
from lenet_gui.training.robust import Sizes, train_robust

RECIPE = "robust"


@dataclass(frozen=True)
class Request:
    """The user's options; None means the recipe's default."""

    mnist: Path
    out: Path
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

    @property
    def folder(self) -> RunFolder:
        """The folder to write to, for this recipe, seed and size."""
        line = f"{RECIPE}, seed {self.seed}, {replace(self.sizes, workers=1)}\n"
        return RunFolder(self.out, line, self.resume)


def run(request: Request) -> Path:
    """Train, measure, and write everything to the request's folder; return the weights' path.

    The weights are written before they are measured. Raises DatasetError if data are bad, and
    LenetGuiError if nothing can be written or was trained.
    """
    torch.set_num_threads(1)  # on so small a network, threads would mostly wait for each other
    started = time.monotonic()
    folder = request.folder
    with folder.writing():
        folder.check()
        require_data(request.mnist, request.strokes, request.measure)
        read_people(request.more, "training")
        folder.open()
        weights, progress = _trained(request, folder)
        measured = measure_robust(weights, request.mnist, request.measure, request.more)
        minutes = (time.monotonic() - started) / 60
        time_taken = f"{minutes:.1f} minutes on {os.cpu_count()} cores"
        if request.resume:
            epochs = sum(epoch.seconds for epoch in progress.history) / 60
            time_taken += f" since it was resumed; {epochs:.1f} in all the network's own epochs"
        write_results(folder, RECIPE, weights, measured, progress.history, time_taken)
        if not progress.interrupted:
            folder.remove_work()
    return folder.weights


def _trained(request: Request, folder: RunFolder) -> tuple[Weights, Progress]:
    """Train, calibrate and write the weights; they are safe before they are measured."""
    sizes = request.sizes
    sources = Sources(request.mnist, request.strokes, request.more)
    try:
        model, progress = train_robust(sources, sizes, request.seed, folder.work)
    except KeyboardInterrupt:
        raise LenetGuiError(
            "Stopped before training the network itself. Add --resume to continue from here."
        ) from None
    if not progress.best:
        raise LenetGuiError("Nothing was trained: it was stopped during the first epoch.")
    recipe = (
        f"robust: pools of {sizes.samples:,} distorted images, distorted strokes, drawn templates"
        f" and non-digits; {sizes.teachers} teachers for {sizes.teacher.epochs} epochs; distilled"
        f" for {len(progress.history)} of {sizes.epochs} epochs of {sizes.epoch:,} images, the last"
        f" {sizes.courses[-1].plan.taken} of them milder, and the two blended;"
        " SOAP, cosine, averaged weights"
    )
    data = ["MNIST training images", *(path.name for path in (*request.strokes, *request.more))]
    metadata = described(", ".join(data), recipe, request.seed, f"torch {torch.__version__}")
    weights = to_weights(model.state_dict(), metadata)
    save_weights(weights, folder.weights)  # save hours of work, in case calibrating fails
    verdicts = choose_verdicts(weights, sources)
    weights = cooled(weights, verdicts.temperature)
    weights = replace(weights, metadata={**weights.metadata, **verdicts.metadata()})
    save_weights(weights, folder.weights)
    return weights, progress
