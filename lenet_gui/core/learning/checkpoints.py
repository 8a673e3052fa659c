"""The checkpoints of a run: which are kept, in memory and in a file."""

import json
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from safetensors import SafetensorError
from safetensors.numpy import load, save

from lenet_gui.core.files.whole_file import write_whole_file
from lenet_gui.core.learning.optimizer import optimizer_for
from lenet_gui.core.learning.recipe import Recipe
from lenet_gui.core.learning.trainer import FIRST_MEASURED, Checkpoint, Measured
from lenet_gui.core.network.architecture import PARAMETERS
from lenet_gui.core.network.weights import SIZE_LIMIT
from lenet_gui.errors import LearningError

LIMIT = 15_000_000
"""Bytes that a run's checkpoints take in memory at most: some twenty of them."""
PARAMETERS_KEY, RUN_KEY = "parameters", "run"


class Checkpoints:
    """The checkpoints of a run by step: the first ones, the last one, and as many as fit between.

    When they no longer fit, those go whose neighbours are nearest.
    """

    def __init__(self, limit: int = LIMIT) -> None:
        self._limit = limit
        self._kept: list[Checkpoint] = []

    def __len__(self) -> int:
        return len(self._kept)

    def __getitem__(self, place: int) -> Checkpoint:
        return self._kept[place]

    @property
    def steps(self) -> list[int]:
        """Their steps, in order."""
        return [one.step for one in self._kept]

    def add(self, checkpoint: Checkpoint) -> None:
        """Add a checkpoint; those of the same or a later step belong to another past and go."""
        del self._kept[bisect_left(self.steps, checkpoint.step) :]
        self._kept.append(checkpoint)
        while sum(one.bytes for one in self._kept) > self._limit and self._thin():
            pass

    def clear(self) -> None:
        """Drop all."""
        self._kept.clear()

    def _thin(self) -> bool:
        """Drop the one between the first ones and the last that leaves the smallest gap, if any."""
        gaps = [
            (after.step - before.step, one.step)
            for before, one, after in zip(self._kept, self._kept[1:], self._kept[2:], strict=False)
            if one.step not in FIRST_MEASURED
        ]
        if not gaps:
            return False
        _, dropped = min(gaps)
        self._kept = [one for one in self._kept if one.step != dropped]
        return True


@dataclass(frozen=True)
class Point:
    """A point of a run's curves; a figure is NaN if it is not known."""

    step: int
    epoch: float
    loss: float
    accuracy: float
    validation_loss: float
    validation_accuracy: float

    @classmethod
    def of(cls, measured: Measured) -> "Point":
        """Return the point of a measurement."""
        accuracy = measured.answers.accuracy if len(measured.answers.labels) else float("nan")
        return cls(
            measured.step,
            measured.epoch,
            measured.loss,
            measured.accuracy,
            measured.validation_loss,
            accuracy,
        )


@dataclass(frozen=True, eq=False)
class SavedRun:
    """A run as its file keeps it; `digits` says what it learned from."""

    recipe: Recipe
    digits: str
    history: tuple[Point, ...]
    checkpoint: Checkpoint


def save_run(run: SavedRun, path: Path) -> None:
    """Write a run, whole or not at all. Raises OSError if writing fails."""
    facts = {
        "recipe": asdict(run.recipe),
        "digits": run.digits,
        "history": [asdict(point) for point in run.history],
        "step": run.checkpoint.step,
    }
    arrays = {PARAMETERS_KEY: run.checkpoint.parameters, **run.checkpoint.optimizer}
    write_whole_file(path, save(arrays, {RUN_KEY: json.dumps(facts)}))


def load_run(path: Path) -> SavedRun:
    """Read a run. Raises LearningError if the file is missing, damaged or something else."""
    try:
        if path.stat().st_size > SIZE_LIMIT:
            raise ValueError("too large")
        data = path.read_bytes()
        arrays = load(data)
        header = json.loads(data[8 : 8 + int.from_bytes(data[:8], "little")])
        facts = json.loads(header["__metadata__"][RUN_KEY])
        recipe = Recipe(**facts["recipe"])
        parameters = arrays.pop(PARAMETERS_KEY)
        expected = optimizer_for(recipe, PARAMETERS).state
        _require_alike({PARAMETERS_KEY: np.zeros(PARAMETERS, np.float32), **expected},
                       {PARAMETERS_KEY: parameters, **arrays})  # fmt: skip
        history: Sequence[Point] = [Point(**point) for point in facts["history"]]
        checkpoint = Checkpoint(int(facts["step"]), parameters, arrays)
        return SavedRun(recipe, str(facts["digits"]), tuple(history), checkpoint)
    except OSError as error:
        raise LearningError("{0} can't be read: {1}.", path, error.strerror or error) from error
    except (SafetensorError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise LearningError("{0} is not a run of training that can go on.", path) from error


def _require_alike(expected: dict[str, np.ndarray], found: dict[str, np.ndarray]) -> None:
    """Raise ValueError unless names, shapes and kinds agree, and all numbers are finite."""
    for name in expected.keys() | found.keys():
        one, other = expected.get(name), found.get(name)
        if one is None or other is None or one.shape != other.shape or one.dtype != other.dtype:
            raise ValueError(name)
        if not np.isfinite(other).all():
            raise ValueError(name)
