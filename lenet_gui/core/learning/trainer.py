"""The trainer: an iterator that makes the network learn, step by step.

Source: LeCun et al. 1998, sections II-B and III; stochastic gradient descent on small batches.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.datasets.answers import LabelledAnswers
from lenet_gui.core.learning.digits import Digits, moved, padded
from lenet_gui.core.learning.loss import loss_of
from lenet_gui.core.learning.optimizer import optimizer_for
from lenet_gui.core.learning.parameters import Parameters, glorot, is_weight, joined, parts_of
from lenet_gui.core.learning.recipe import Recipe
from lenet_gui.core.network.architecture import LAYERS, TRAINED_LAYERS
from lenet_gui.core.network.backward import backward
from lenet_gui.core.network.lenet5 import Array, Dropout
from lenet_gui.core.network.weights import Weights
from lenet_gui.errors import LearningError

FIRST_MEASURED = (0, 1, 2, 3, 5, 10, 20, 40, 80, 160, 320)
"""Steps after which the network is measured in its first epochs; later, every epoch."""
CHUNK = 100
"""Digits measured at a time."""
DROPPED_LAYERS = tuple(layer for layer in LAYERS if layer.name in ("C5", "F6"))


@dataclass(frozen=True)
class Step:
    """One step was taken: the batch's loss and share of right answers before it.

    `step` counts steps from 1. `gradients` is the size (root of the sum of squares) of each trained
    layer's gradient by name.
    """

    step: int
    loss: float
    accuracy: float
    gradients: dict[str, float]


@dataclass(frozen=True)
class Working:
    """Some digits were read, `done` of `total`, of a batch or of those for validation."""

    done: int
    total: int


@dataclass(frozen=True, eq=False)
class Measured:
    """The network was measured after `step` steps, which are `epoch` epochs.

    `loss` and `accuracy` are means over the batches since the last time, NaN before the first step;
    `validation_loss` and `answers` are of the validation digits.
    """

    step: int
    epoch: float
    loss: float
    accuracy: float
    validation_loss: float
    answers: LabelledAnswers


@dataclass(frozen=True, eq=False)
class Checkpoint:
    """Everything that training needs to go on from a step exactly as it would have."""

    step: int
    parameters: Array
    optimizer: dict[str, Array]

    @property
    def bytes(self) -> int:
        """The memory it takes."""
        return self.parameters.nbytes + sum(part.nbytes for part in self.optimizer.values())


Event = Step | Working | Measured


@dataclass
class _Mean:
    """Means over the steps since the last measurement."""

    losses: list[float] = field(default_factory=list)
    accuracies: list[float] = field(default_factory=list)

    def take(self) -> tuple[float, float]:
        """Return the means, NaN without steps, and begin anew."""
        found = [float(np.mean(v)) if v else float("nan") for v in (self.losses, self.accuracies)]
        self.losses, self.accuracies = [], []
        return found[0], found[1]


class Trainer:
    """Trains one network on some digits by a recipe; validation digits only measure it.

    The same recipe, digits and start give the same weights on the same machine. Raises DatasetError
    if there is nothing to learn from the digits.
    """

    def __init__(
        self,
        recipe: Recipe,
        digits: Digits,
        validation: Digits,
        start: Weights | None = None,
        part: int = CHUNK,
    ) -> None:
        """Start from `start`, or from random weights that depend on the recipe's seed alone.

        `part` is the number of digits between two events: a window that has other work to do
        chooses few.
        """
        digits.require_kinds()
        self.recipe, self.digits, self.validation = recipe, digits, validation
        self.parameters = Parameters(glorot(recipe.seed) if start is None else start.arrays)
        self.optimizer = optimizer_for(recipe, len(self.parameters.vector))
        self.step = 0
        self._part = part
        self._decayed = is_weight()
        self._order: tuple[int, NDArray[np.integer]] = (-1, np.zeros(0, np.int64))
        self._mean = _Mean()
        self._measured = -1
        self._good = self.checkpoint()

    @property
    def steps_per_epoch(self) -> int:
        """Batches in an epoch; the last one may be smaller."""
        return -(-len(self.digits) // self.recipe.batch_size)

    @property
    def epoch(self) -> float:
        """The steps taken, in epochs."""
        return self.step / self.steps_per_epoch

    @property
    def is_done(self) -> bool:
        """Whether all of the recipe's epochs are through."""
        return self.step >= self.recipe.epochs * self.steps_per_epoch

    def weights(self, metadata: dict[str, str] | None = None) -> Weights:
        """Return a copy of the weights as they are."""
        return self.parameters.snapshot(metadata or {})

    def checkpoint(self) -> Checkpoint:
        """Return a copy of the state."""
        state = {name: part.copy() for name, part in self.optimizer.state.items()}
        return Checkpoint(self.step, self.parameters.vector.copy(), state)

    def restore(self, checkpoint: Checkpoint) -> None:
        """Go back, or forth, to a checkpoint."""
        self.step = checkpoint.step
        self.parameters.vector[:] = checkpoint.parameters
        for name, part in checkpoint.optimizer.items():
            self.optimizer.state[name][:] = part
        self._mean = _Mean()
        self._measured = checkpoint.step

    def is_measured_at(self, step: int) -> bool:
        """Return whether the network is measured after so many steps."""
        return step % self.steps_per_epoch == 0 or step in FIRST_MEASURED

    def learn(self) -> Iterator[Event]:
        """Learn until the recipe's epochs are through, measuring at the start and on the way.

        It may be left after any event, and called again to go on.

        Raises LearningError if the loss or the weights are no longer numbers to work with; the
        network then has the weights of the last measurement.
        """
        while True:
            if self.is_measured_at(self.step) and self._measured != self.step:
                yield from self._measure()
            if self.is_done:
                return
            yield from self._one_step()

    def _one_step(self) -> Iterator[Event]:
        """Learn from a batch, a part at a time, and take the step that all parts together make."""
        places = self._batch()
        n = len(places)
        images, labels = self._inputs(self.digits.images[places]), self.digits.labels[places]
        dropout = self._dropout(n)
        gradient = np.zeros_like(self.parameters.vector)
        total = right = 0.0
        for first in range(0, n, self._part):
            part = slice(first, first + self._part)
            if first:
                yield Working(first, n)
            dropped = {name: factors[part] for name, factors in dropout.items()}
            found, loss, hits = self._learned(images[part], labels[part], dropped, n)
            gradient += found
            total += loss
            right += hits
        sizes = {
            layer.name: float(np.linalg.norm(parts_of(gradient)[f"{layer.parameter}.weight"]))
            for layer in TRAINED_LAYERS
        }
        self._take(gradient, total)
        self._mean.losses.append(total)
        self._mean.accuracies.append(right / n)
        yield Step(self.step, total, right / n, sizes)

    def _learned(
        self, images: Array, labels: NDArray[np.integer], dropout: Dropout, n: int
    ) -> tuple[Array, float, float]:
        """Return some digits' share of the batch's gradient and loss, and how many are right."""
        network = self.parameters.network
        activations = network.forward(images, dropout=dropout)
        loss = loss_of(self.recipe.loss, activations, labels)
        share = np.float32(len(labels) / n)
        towards = {LAYERS[-1].name: loss.by_logits * share}
        found = backward(network, activations, towards, dropout=dropout, by_input=False)
        right = float((activations.logits.argmax(axis=1) == labels).sum())
        return joined(found.weights), loss.value * float(share), right

    def _take(self, gradient: Array, loss: float) -> None:
        """Take a step. Raises LearningError if it leads nowhere, and goes back."""
        rate = self.recipe.rate(self.epoch)
        vector = self.parameters.vector
        if self.recipe.weight_decay:
            kept = np.float32(1 - rate * self.recipe.weight_decay)
            np.multiply(vector, kept, out=vector, where=self._decayed)
        vector -= self.optimizer.step(gradient, rate)
        self.step += 1
        if not (np.isfinite(loss) and self.parameters.are_usable):
            self.restore(self._good)
            raise LearningError(
                "The learning rate is too high: the weights grew beyond all bounds. The network is"
                " back at step {0}.",
                f"{self.step:,}",
            )

    def _batch(self) -> NDArray[np.integer]:
        """Return the places of the next batch's digits."""
        epoch, index = divmod(self.step, self.steps_per_epoch)
        if self._order[0] != epoch:
            random = np.random.default_rng((self.recipe.seed, epoch))
            self._order = (epoch, random.permutation(len(self.digits)))
        size = self.recipe.batch_size
        return self._order[1][index * size : (index + 1) * size]

    def _inputs(self, images: NDArray[np.uint8]) -> Array:
        """Return a batch as the network takes it, moved a little if the recipe says so."""
        if not self.recipe.shift:
            return padded(images)
        random = np.random.default_rng((self.recipe.seed, self.step, 2))
        return moved(images, self.recipe.shift, random)

    def _dropout(self, n: int) -> Dropout:
        rate = self.recipe.dropout
        if not rate:
            return {}
        random = np.random.default_rng((self.recipe.seed, self.step, 1))
        kept = np.float32(1 / (1 - rate))
        return {
            layer.name: (random.random((n, layer.units), np.float32) >= rate) * kept
            for layer in DROPPED_LAYERS
        }

    def _measure(self) -> Iterator[Event]:
        """Read the validation digits, a few at a time, with the weights as they are."""
        answered, losses = [], []
        for first in range(0, len(self.validation), self._part):
            part = self.validation[first : first + self._part]
            activations = self.parameters.network.forward(part.inputs())
            losses.append(loss_of(self.recipe.loss, activations, part.labels).value * len(part))
            answered.append(activations.probabilities)
            if first + self._part < len(self.validation):
                yield Working(first + len(part), len(self.validation))
        probabilities = np.concatenate(answered) if answered else np.zeros((0, 10), np.float32)
        answers = LabelledAnswers(
            "validation digits",
            self.validation.images,
            self.validation.labels.astype(np.int64),
            np.log(np.maximum(probabilities.astype(np.float64), 1e-300)),
        )
        mean = sum(losses) / len(self.validation) if losses else float("nan")
        loss, accuracy = self._mean.take()
        self._measured, self._good = self.step, self.checkpoint()
        yield Measured(self.step, self.epoch, loss, accuracy, mean, answers)
