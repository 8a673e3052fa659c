"""A run of training beside the window, and what is known of it so far."""

import sys
import time
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from lenet_gui.core.learning.checkpoints import Checkpoints, Point, SavedRun, save_run
from lenet_gui.core.learning.parameters import parts_of
from lenet_gui.core.learning.trainer import Checkpoint, Event, Measured, Step, Trainer
from lenet_gui.core.network.lenet5 import Array, LeNet5
from lenet_gui.core.network.weights import Weights
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.errors import LearningError, LenetGuiError
from lenet_gui.ui.kit.background import Task
from lenet_gui.ui.reading.means import Means

REFRESH = 0.15
"""Seconds between two readings of the drawing while the network learns at full speed."""
NAP = 0.02
"""Seconds of waiting at a time when the pace is slow."""
SWITCH, USUAL_SWITCH = 0.0005, 0.005
"""Seconds for which Python keeps one thread from another, while it learns and otherwise: the window
must not wait for the trainer at each of its calls."""
BLOCKS = 10
"""Points of the training curve in an epoch."""
NAME = "LeNet-5"


@dataclass(frozen=True)
class TrainingPoint:
    """A point of the training curves: means over the steps since the one before."""

    step: int
    loss: float
    accuracy: float


class LearningRun(QObject):
    """Trains a network step by step, keeps its checkpoints, and has it read the drawing.

    The window reads copies of the network, made between steps, so that a reading and everything
    taken apart of it belong to one state of the weights.
    """

    stepped = Signal(Step)
    """A step was taken."""
    measured = Signal()
    """There is a new measurement."""
    changed = Signal()
    """It began, paused or ended, or shows another checkpoint."""
    refreshed = Signal()
    """Other weights are shown."""
    failed = Signal(LenetGuiError)
    """The network can't go on learning."""

    def __init__(self, means: Means, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._means = means
        self._task = Task(self)
        self._task.progressed.connect(self._take)
        self._task.ended.connect(self._end)
        self._task.failed.connect(self._fail)
        self._refreshed_at = 0.0
        self._stop_at = inf
        self.pace = 0.0
        """Steps a second; 0 is as fast as it goes."""
        self.trainer: Trainer | None = None
        self.digits_name = ""
        """What it learns from, in words."""
        self.is_kept = True
        """Whether nothing would be lost by closing the window."""
        self.file: Path | None = None
        """Where each epoch is kept; None keeps none."""
        self._forget()

    def _forget(self) -> None:
        self.checkpoints = Checkpoints()
        self.training: list[TrainingPoint] = []
        self.points: list[Point] = []
        self.last_step: Step | None = None
        self._measured: dict[int, Measured] = {}
        self._shown: Checkpoint | None = None
        self._steps: list[Step] = []

    # -- what there is --------------------------------------------------------------------------

    @property
    def is_running(self) -> bool:
        """Whether it is learning now."""
        return self._task.is_running

    @property
    def is_done(self) -> bool:
        """Whether all epochs are through."""
        return self.trainer is not None and self.trainer.is_done

    @property
    def shown_step(self) -> int:
        """The step whose weights are shown."""
        if self._shown is not None:
            return self._shown.step
        return self.trainer.step if self.trainer else 0

    @property
    def is_now(self) -> bool:
        """Whether the newest weights are shown, not a checkpoint's."""
        return self._shown is None

    @property
    def shown_arrays(self) -> dict[str, Array] | None:
        """The weights that are shown, by their names in a weights file; None without a run."""
        if self.trainer is None:
            return None
        if self._shown is not None:
            return parts_of(self._shown.parameters)
        return self.trainer.parameters.arrays

    @property
    def first_arrays(self) -> dict[str, Array] | None:
        """The weights at the start."""
        return parts_of(self.checkpoints[0].parameters) if len(self.checkpoints) else None

    @property
    def measurement(self) -> Measured | None:
        """The last measurement at the step shown, or before it."""
        steps = sorted(self._measured)
        place = bisect_right(steps, self.shown_step)
        return self._measured[steps[place - 1]] if place else None

    def weights(self, metadata: dict[str, str] | None = None) -> Weights:
        """Return a copy of the weights that are shown."""
        arrays = self.shown_arrays
        assert arrays is not None
        return Weights.checked(arrays, metadata or {"name": NAME}, "The network in training")

    # -- what is done ---------------------------------------------------------------------------

    def begin(self, trainer: Trainer, digits_name: str, points: Sequence[Point] = ()) -> None:
        """Take a new run, paused at its start; `points` are the curves of one that goes on."""
        self._task.cancel()
        self._forget()
        self.trainer, self.digits_name = trainer, digits_name
        self.is_kept = True
        self.points = list(points)
        self.checkpoints.add(trainer.checkpoint())
        self.refresh()
        self.changed.emit()

    def go(self, steps: int | None = None) -> None:
        """Learn on, for so many steps or until the epochs are through or it is paused."""
        if self.trainer is None or self.is_running:
            return
        if self._shown is not None:
            self.show_now()
        self._stop_at = inf if steps is None else self.trainer.step + steps
        sys.setswitchinterval(SWITCH)
        self._task.run(self._paced(self.trainer))
        self.changed.emit()

    def pause(self) -> None:
        """Stop after the current step."""
        if self.is_running:
            self._task.cancel()
            self._settle()

    def close(self) -> None:
        """End it, at the latest after the current step."""
        self._task.cancel()

    def show_checkpoint(self, place: int) -> None:
        """Show a checkpoint's weights, by its place among them; learning pauses."""
        self.pause()
        self._shown = self.checkpoints[place]
        self.refresh()
        self.changed.emit()

    def show_now(self) -> None:
        """Show the newest weights again."""
        if self._shown is not None:
            self._shown = None
            self.refresh()
            self.changed.emit()

    def go_back(self) -> None:
        """Make the checkpoint that is shown the newest: what came after it is dropped."""
        if self._shown is None or self.trainer is None:
            return
        checkpoint, self._shown = self._shown, None
        self.trainer.restore(checkpoint)
        self.checkpoints.add(checkpoint)
        step = checkpoint.step
        self.points = [point for point in self.points if point.step <= step]
        self.training = [point for point in self.training if point.step <= step]
        self._measured = {at: one for at, one in self._measured.items() if at <= step}
        self._steps = []
        self.measured.emit()
        self.changed.emit()

    def refresh(self) -> None:
        """Have the drawing read with the weights that are shown, as they are now."""
        self._refreshed_at = time.monotonic()
        self._means.use_learner(Classifier(LeNet5(self.weights())))
        self.refreshed.emit()

    # -- in the background ----------------------------------------------------------------------

    def _paced(self, trainer: Trainer) -> Iterator[Event | None]:
        """Yield the trainer's events, with pauses between steps if the pace is slow."""
        for event in trainer.learn():
            yield event
            if isinstance(event, Step):
                if trainer.step >= self._stop_at:
                    if trainer.is_measured_at(trainer.step):
                        continue  # measured before it stops
                    return
                due = time.monotonic() + (1 / self.pace if self.pace else 0.0)
                while self.pace and time.monotonic() < due:
                    time.sleep(NAP)
                    yield None
            elif isinstance(event, Measured) and trainer.step >= self._stop_at:
                return

    def _take(self, event: Event | None) -> None:
        if isinstance(event, Step):
            self._add_step(event)
            self.is_kept = False
            self.stepped.emit(event)
            if self.pace or time.monotonic() - self._refreshed_at >= REFRESH:
                self.refresh()
        elif isinstance(event, Measured):
            self._add_measurement(event)

    def _add_step(self, step: Step) -> None:
        assert self.trainer is not None
        self.last_step = step
        self._steps.append(step)
        size = max(1, self.trainer.steps_per_epoch // BLOCKS)
        if step.step <= BLOCKS or step.step % size == 0:
            count = len(self._steps)
            self.training.append(
                TrainingPoint(
                    step.step,
                    sum(one.loss for one in self._steps) / count,
                    sum(one.accuracy for one in self._steps) / count,
                )
            )
            self._steps = []

    def _add_measurement(self, found: Measured) -> None:
        assert self.trainer is not None
        self.points.append(Point.of(found))
        self.checkpoints.add(self.trainer.checkpoint())
        self._measured[found.step] = found
        kept = set(self.checkpoints.steps)
        self._measured = {step: one for step, one in self._measured.items() if step in kept}
        if found.epoch.is_integer():
            self._keep(self.trainer)
        self.measured.emit()

    def _keep(self, trainer: Trainer) -> None:
        """Write the run to its file, if it has one; if that fails, keep no more of it."""
        if self.file is None:
            return
        run = SavedRun(trainer.recipe, self.digits_name, tuple(self.points), trainer.checkpoint())
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            save_run(run, self.file)
        except OSError as error:
            path, self.file = self.file, None
            self.failed.emit(
                LearningError(
                    "{0} can't be written: {1}. Learning goes on, but is no longer kept.",
                    path,
                    error.strerror or error,
                )
            )

    def _end(self) -> None:
        self._settle()

    def _fail(self, error: LenetGuiError) -> None:
        self._settle()
        self.failed.emit(error)

    def _settle(self) -> None:
        """Show the weights that it paused with."""
        sys.setswitchinterval(USUAL_SWITCH)
        self.refresh()
        self.changed.emit()
