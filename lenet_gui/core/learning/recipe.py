"""A recipe: everything that decides how a network learns, apart from the digits."""

from dataclasses import dataclass
from math import cos, pi
from typing import Literal

from lenet_gui.core.network.architecture import PADDING

OptimizerName = Literal["adam", "sgd"]
LossName = Literal["cross-entropy", "binary cross-entropy"]
Schedule = Literal["constant", "cosine"]

LARGEST_RATE = 100.0
LARGEST_BATCH = 1000
LARGEST_DROPOUT = 0.9
LARGEST_DECAY = 1.0


@dataclass(frozen=True)
class Recipe:
    """How a network learns. Raises ValueError if a number is out of its range.

    `learning_rate` is the size of a step, `batch_size` the number of digits whose mean gradient
    makes one. `momentum` is for SGD alone. `dropout` is the share of the units of C5 and F6 that
    are switched off, others in each step (Srivastava et al., JMLR 15, 2014). `weight_decay` takes
    that share of each weight off per step, times the learning rate; biases keep theirs (Loshchilov,
    Hutter, "Decoupled Weight Decay Regularization", ICLR 2019). With `schedule` cosine, the
    learning rate falls to 0 over `epochs`. With `shift`, each digit is moved by up to that many
    pixels in each direction, anew each time that it is seen.
    """

    optimizer: OptimizerName = "adam"
    learning_rate: float = 0.004
    batch_size: int = 100
    momentum: float = 0.9
    dropout: float = 0.0
    weight_decay: float = 0.0
    loss: LossName = "cross-entropy"
    schedule: Schedule = "constant"
    epochs: int = 20
    seed: int = 1998
    shift: int = 0

    def __post_init__(self) -> None:
        ranges = {
            "learning_rate": (self.learning_rate, 0.0, LARGEST_RATE),
            "batch_size": (self.batch_size, 1, LARGEST_BATCH),
            "momentum": (self.momentum, 0.0, 0.9999),
            "dropout": (self.dropout, 0.0, LARGEST_DROPOUT),
            "weight_decay": (self.weight_decay, 0.0, LARGEST_DECAY),
            "epochs": (self.epochs, 1, 100_000),
            "seed": (self.seed, 0, 2**32 - 1),
            "shift": (self.shift, 0, PADDING),
        }
        for name, (value, least, most) in ranges.items():
            if not least <= value <= most:
                raise ValueError(f"{name} is {value}, not from {least} to {most}")

    def rate(self, epoch: float) -> float:
        """Return the learning rate at a time in epochs, from 0."""
        if self.schedule == "constant":
            return self.learning_rate
        return self.learning_rate * (1 + cos(pi * min(epoch / self.epochs, 1.0))) / 2

    def description(self) -> str:
        """Return the recipe in a line, for a weights file."""
        optimizer = "Adam" if self.optimizer == "adam" else f"SGD, momentum {self.momentum:g}"
        parts = [
            f"{optimizer}, learning rate {self.learning_rate:g} ({self.schedule})",
            f"batches of {self.batch_size}",
            self.loss,
        ]
        if self.dropout:
            parts.append(f"dropout {self.dropout:g} after C5 and F6")
        if self.weight_decay:
            parts.append(f"weight decay {self.weight_decay:g}")
        if self.shift:
            parts.append(f"digits moved by up to {self.shift} pixel")
        return ", ".join(parts)


PLAIN = Recipe(learning_rate=0.002, schedule="cosine", weight_decay=0.1, epochs=10, shift=1)
"""A short recipe for all of MNIST."""
REFERENCE = Recipe(learning_rate=0.01, dropout=0.2, loss="binary cross-entropy", epochs=10, seed=0)
"""A widespread LeNet-5 tutorial for Keras: binary cross-entropy over the softmax."""
