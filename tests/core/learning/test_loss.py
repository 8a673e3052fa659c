"""The losses and their derivatives, compared with PyTorch's."""

import numpy as np
import pytest

from lenet_gui.core.learning.loss import loss_of
from lenet_gui.core.learning.recipe import LossName
from lenet_gui.core.network.lenet5 import Activations, softmax

LABELS = np.array([3, 0, 9, 3])


def answers(logits: np.ndarray) -> Activations:
    return Activations({"output": softmax(logits)}, logits)


def some_logits(scale: float) -> np.ndarray:
    return np.random.default_rng(2).normal(0, scale, (4, 10)).astype(np.float32)


def test_the_cross_entropy_by_hand() -> None:
    logits = np.log(np.array([[1, 3, 1, 1, 1, 1, 1, 1, 1, 1]], np.float32))
    found = loss_of("cross-entropy", answers(logits), np.array([1]))
    assert found.value == pytest.approx(-np.log(0.25))
    assert found.by_logits[0, :3] == pytest.approx([1 / 12, 0.25 - 1, 1 / 12])


def test_the_binary_cross_entropy_by_hand() -> None:
    logits = np.log(np.array([[1, 3, 1, 1, 1, 1, 1, 1, 1, 1]], np.float32))
    found = loss_of("binary cross-entropy", answers(logits), np.array([1]))
    assert found.value == pytest.approx(-(np.log(0.25) + 9 * np.log(11 / 12)) / 10, abs=1e-6)


@pytest.mark.parametrize("scale", [1.0, 30.0])  # 30: probabilities that have to be clipped
@pytest.mark.parametrize("name", ["cross-entropy", "binary cross-entropy"])
def test_value_and_derivatives_are_autograds(name: LossName, scale: float) -> None:
    torch = pytest.importorskip("torch")
    logits = torch.tensor(some_logits(scale), requires_grad=True)
    targets = torch.nn.functional.one_hot(torch.tensor(LABELS), 10).float()
    if name == "cross-entropy":
        expected = torch.nn.functional.cross_entropy(logits, targets)
    else:
        clipped = logits.softmax(1).clamp(1e-7, 1 - 1e-7)
        expected = torch.nn.functional.binary_cross_entropy(clipped, targets)
    expected.backward()
    found = loss_of(name, answers(some_logits(scale)), LABELS)
    assert found.value == pytest.approx(expected.item(), rel=1e-4)
    np.testing.assert_allclose(found.by_logits, logits.grad.numpy(), atol=1e-5)


def test_hopeless_answers_have_a_finite_loss() -> None:
    logits = np.full((4, 10), -1e4, np.float32)
    logits[:, 5] = 1e4
    for name in ("cross-entropy", "binary cross-entropy"):
        found = loss_of(name, answers(logits), LABELS)
        assert np.isfinite(found.value)
        assert np.isfinite(found.by_logits).all()
