"""The teachers: larger networks from which the small one learns. They are not distributed.

Source: Hinton, Vinyals, Dean, "Distilling the Knowledge in a Neural Network", 2015.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812
from tqdm import tqdm

from lenet_gui.core.network.architecture import CLASSES, INPUT_SIZE
from lenet_gui.training.data import to_input
from lenet_gui.training.fit import Batch, Plan, fit
from lenet_gui.training.pool import OUTLIER, Pool, save_tensors, target_probabilities

WIDTHS = (24, 48, 96, 96)
BOUNDARY = 5.0
"""The evidence at which the refusal's loss takes digits and non-digits as equally likely."""
MARGIN = 2.0
"""The least lead of the true class's logit in a corrected answer."""


class Teacher(nn.Module):
    """A plain convolutional network: 3×3 kernels, batch normalisation, ReLU, max pooling."""

    def __init__(self) -> None:
        super().__init__()
        first, second, third, fourth = WIDTHS
        side = (INPUT_SIZE // 4 - 2) // 2
        self.layers = nn.Sequential(
            *_block(1, first), nn.MaxPool2d(2),
            *_block(first, second), nn.MaxPool2d(2),
            *_block(second, third),
            *_block(third, fourth, padding=0), nn.MaxPool2d(2),
            nn.Flatten(), nn.Dropout(0.1),
            nn.Linear(fourth * side**2, 128), nn.ReLU(), nn.Dropout(0.1),
            nn.Linear(128, CLASSES),
        )  # fmt: skip
        self.to(memory_format=torch.channels_last)  # type: ignore[call-overload]

    def forward(self, images: Tensor) -> Tensor:
        """Map images, float32 (n, 1, 32, 32), to logits, float32 (n, 10)."""
        # If the processor supports half precision, it is twice as fast, and precise enough.
        half = torch.ops.mkldnn._is_mkldnn_bf16_supported()
        with torch.autocast("cpu", torch.bfloat16, enabled=half):
            logits: Tensor = self.layers(images)
        return logits.float()


def _block(inputs: int, maps: int, padding: int = 1) -> tuple[nn.Module, ...]:
    """Return a convolution with its normalisation and activation."""
    convolution = nn.Conv2d(inputs, maps, 3, padding=padding, bias=False)
    return convolution, nn.BatchNorm2d(maps), nn.ReLU()


def pool_slices(n: int, epoch: int, epoch_size: int, seed: int) -> Tensor:
    """Return the indices of an epoch: the next slice of the pool, reshuffled on each pass."""
    passes = max(1, n // epoch_size)
    generator = torch.Generator().manual_seed(seed * 1_000_003 + epoch // passes)
    return torch.randperm(n, generator=generator)[epoch % passes * epoch_size :][:epoch_size]


def teacher_file(folder: Path, number: int) -> Path:
    """Return the path of a trained teacher."""
    return folder / f"teacher-{number + 1}.pt"


def train_teacher(
    folder: Path,
    pool: Pool,
    validate: Callable[[nn.Module], tuple[float, float]],
    plan: Plan,
    epoch_size: int,
    number: int,
) -> None:
    """Train a teacher unless its file exists; the seed is its number plus 1."""
    path, seed = teacher_file(folder, number), number + 1
    if path.exists():
        return
    torch.manual_seed(seed)
    teacher = Teacher()
    batch_size = plan.batch_size
    size = min(epoch_size, len(pool))

    def batches(epoch: int) -> Iterator[Batch]:
        for index in torch.split(pool_slices(len(pool), epoch, size, seed), batch_size):
            yield to_input(pool.images[index]), target_probabilities(pool.labels[index])

    checkpoint = folder / f"teacher-{seed}-checkpoint.pt"
    progress = fit(
        teacher, batches, -(-size // batch_size), validate, plan,
        seed=seed, checkpoint=checkpoint, name=f"teacher {seed}",
    )  # fmt: skip
    if progress.interrupted:
        raise KeyboardInterrupt
    save_tensors(progress.best, path)
    checkpoint.unlink(missing_ok=True)


def teach(teachers: Sequence[Path], pool: Pool, batch_size: int = 250) -> Tensor:
    """Return the teachers' mean logits for the pool, float16 (n, 10), with mistakes corrected.

    The true class leads the others by at least MARGIN; an outlier's logits are all 0.
    """
    models = []
    for path in teachers:
        model = Teacher()
        model.load_state_dict(torch.load(path, weights_only=True))
        models.append(model.eval())
    answers = []
    with torch.no_grad():
        starts = range(0, len(pool), batch_size)
        for start in tqdm(starts, "teachers answer", leave=False, mininterval=2):
            inputs = to_input(pool.images[start : start + batch_size])
            logits = torch.stack([model(inputs) for model in models]).mean(0)
            answers.append(corrected(logits, pool.labels[start : start + batch_size]).half())
    return torch.cat(answers)


def corrected(logits: Tensor, labels: Tensor) -> Tensor:
    """Correct the teachers' logits, (n, 10), by the labels, and centre each row on 0."""
    true = F.one_hot(labels.clamp(min=0), CLASSES).bool()
    rival = logits.masked_fill(true, -torch.inf).amax(1, keepdim=True)
    logits = torch.where(true, torch.maximum(logits, rival + MARGIN), logits)
    logits = logits - logits.mean(1, keepdim=True)
    return logits.masked_fill((labels == OUTLIER)[:, None], 0.0)


class DistillationLoss:
    """Cross-entropy between softened answers, scaled to preserve the size of gradients.

    To it comes, `refusal` times, a logistic loss that parts digits from non-digits by what the
    program refuses with: the evidence, log-sum-exp of the logits less their mean. Source of the
    idea: Liu, Wang, Owens, Li, "Energy-based Out-of-distribution Detection", NeurIPS 2020.
    """

    def __init__(self, temperature: float, refusal: float = 0.0) -> None:
        self.temperature = temperature
        self.refusal = refusal

    def __call__(self, logits: Tensor, targets: Tensor) -> Tensor:
        """Return the loss of the student's logits for the teacher's, each (n, 10)."""
        soft = (targets.float() / self.temperature).softmax(1)
        loss = F.cross_entropy(logits / self.temperature, soft) * self.temperature**2
        if self.refusal:
            evidence = logits.logsumexp(1) - logits.mean(1)
            is_digit = (targets != 0).any(1).to(logits.dtype)
            parted = F.binary_cross_entropy_with_logits(evidence - BOUNDARY, is_digit)
            loss = loss + self.refusal * parted
        return loss
