"""The reference recipe: a widespread LeNet-5 tutorial for Keras, reproduced in PyTorch.

Training and test images are joined, padded to 32×32 and divided by 255; the last third is for
validation. Dropout 0.2 after C5 and F6, Adam with a learning rate of 0.01, binary cross-entropy
over the softmax, batches of 100, 10 epochs. It is for comparison, not for use. Since the validation
images include the test images, its results on those mean little.
"""

from collections.abc import Iterator
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

from lenet_gui.core.network.architecture import CLASSES
from lenet_gui.training.data import Digits, read_digits, to_input
from lenet_gui.training.fit import Batch, Plan, Progress, fit, logits_of, seeded
from lenet_gui.training.model import LeNet5

DROPOUT = 0.2
VALIDATION_SHARE = 0.33
PLAN = Plan(
    epochs=10, batch_size=100, learning_rate=0.01, warm_up=0.0, averaging=0.0, constant=True
)
KERAS_ADAM_EPSILON = 1e-7
TINY = 1e-7
"""Keras clips probabilities to this distance from 0 and 1 before taking logarithms."""


def binary_cross_entropy(logits: Tensor, targets: Tensor) -> Tensor:
    """Return the mean binary cross-entropy over all classes; arguments are (n, 10) each."""
    return F.binary_cross_entropy(logits.softmax(1).clamp(TINY, 1 - TINY), targets)


def read_halves(mnist: Path) -> tuple[Digits, Digits]:
    """Return the tutorial's training and validation sets, from all 70,000 images."""
    train, test = read_digits(mnist, "train"), read_digits(mnist, "test")
    images, labels = torch.cat((train.images, test.images)), torch.cat((train.labels, test.labels))
    split = int(len(labels) * (1 - VALIDATION_SHARE))
    everything = Digits(images, labels)
    return everything[:split], everything[split:]


def train_reference(
    mnist: Path, epochs: int | None, seed: int, folder: Path
) -> tuple[LeNet5, Progress]:
    """Train as the tutorial does; return the network of the last epoch, as it does.

    An interrupted run returns the best network so far.
    """
    folder.mkdir(parents=True, exist_ok=True)
    train, validation = read_halves(mnist)
    plan = Plan(**{**PLAN.__dict__, "epochs": epochs or PLAN.epochs})
    torch.manual_seed(seed)
    model = LeNet5(DROPOUT)
    _start_as_keras(model)
    inputs, targets = to_input(train.images), F.one_hot(train.labels, CLASSES).float()

    def batches(epoch: int) -> Iterator[Batch]:
        order = torch.randperm(len(train), generator=seeded(seed, epoch))
        for index in torch.split(order, plan.batch_size):
            yield inputs[index], targets[index]

    def validate(trained: nn.Module) -> tuple[float, float]:
        logits = logits_of(trained, validation.images)
        loss = binary_cross_entropy(logits, F.one_hot(validation.labels, CLASSES).float())
        return float(loss), float((logits.argmax(1) == validation.labels).double().mean())

    progress = fit(
        model, batches, -(-len(train) // plan.batch_size), validate, plan, seed=seed,
        checkpoint=folder / "reference.pt", loss=binary_cross_entropy,
        optimizer=torch.optim.Adam(model.parameters(), PLAN.learning_rate, eps=KERAS_ADAM_EPSILON),
    )  # fmt: skip
    if progress.interrupted and progress.best:
        model.load_state_dict(progress.best)
    return model.eval(), progress


def _start_as_keras(model: nn.Module) -> None:
    """Initialise the parameters as Keras does: Glorot uniform, and biases of 0."""
    for name, parameter in model.named_parameters():
        if name.endswith("bias"):
            nn.init.zeros_(parameter)
        else:
            nn.init.xavier_uniform_(parameter)
