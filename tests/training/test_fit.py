"""Fitting learns, stops cleanly, and resumes from a checkpoint to the same result."""

from collections.abc import Iterator
from pathlib import Path

import pytest

torch = pytest.importorskip("torch")

from lenet_gui.errors import LenetGuiError  # noqa: E402
from lenet_gui.training.fit import Batch, Plan, fit, seeded  # noqa: E402

PLAN = Plan(epochs=4, batch_size=20, learning_rate=0.05)
STEPS = 5


def model() -> "torch.nn.Module":
    torch.manual_seed(0)
    return torch.nn.Sequential(torch.nn.Flatten(), torch.nn.Linear(4, 10), torch.nn.Dropout(0.1))


def batches(epoch: int) -> Iterator[Batch]:
    """Make batches whose label is the index of the largest of four values."""
    generator = seeded(7, epoch)
    for _ in range(STEPS):
        values = torch.rand(PLAN.batch_size, 1, 2, 2, generator=generator)
        yield values, torch.nn.functional.one_hot(values.flatten(1).argmax(1), 10).float()


@torch.no_grad()
def validate(trained: "torch.nn.Module") -> tuple[float, float]:
    trained.eval()
    values, targets = next(iter(batches(99)))
    logits = trained(values)
    right = (logits.argmax(1) == targets.argmax(1)).float().mean()
    return float(torch.nn.functional.cross_entropy(logits, targets)), float(right)


def test_loss_falls_and_every_epoch_is_reported() -> None:
    progress = fit(model(), batches, STEPS, validate, PLAN)
    assert [line.epoch for line in progress.history] == [1, 2, 3, 4]
    assert progress.history[-1].loss < progress.history[0].loss
    assert progress.best_score == max(line.validation_accuracy for line in progress.history)
    assert not progress.interrupted


def stopping(epoch: int) -> Iterator[Batch]:
    if epoch == 2:
        raise KeyboardInterrupt
    return batches(epoch)


def test_ctrl_c_keeps_the_best_so_far() -> None:
    progress = fit(model(), stopping, STEPS, validate, PLAN)
    assert progress.interrupted
    assert len(progress.history) == 2
    assert set(progress.best) == set(model().state_dict())


def test_a_resumed_fit_ends_like_an_uninterrupted_one(tmp_path: Path) -> None:
    whole = fit(model(), batches, STEPS, validate, PLAN)
    checkpoint = tmp_path / "fit.pt"
    fit(model(), stopping, STEPS, validate, PLAN, checkpoint=checkpoint)
    resumed = fit(model(), batches, STEPS, validate, PLAN, checkpoint=checkpoint)
    assert [line.loss for line in resumed.history] == [line.loss for line in whole.history]
    for name, values in whole.best.items():
        torch.testing.assert_close(resumed.best[name], values, rtol=0, atol=0)


def test_the_checkpoint_of_another_plan_is_refused(tmp_path: Path) -> None:
    checkpoint = tmp_path / "fit.pt"
    fit(model(), stopping, STEPS, validate, PLAN, checkpoint=checkpoint)
    with pytest.raises(LenetGuiError, match="another recipe or seed"):
        fit(model(), batches, STEPS, validate, Plan(5), checkpoint=checkpoint)


def test_a_damaged_checkpoint_is_refused(tmp_path: Path) -> None:
    checkpoint = tmp_path / "fit.pt"
    checkpoint.write_bytes(b"half a file")
    with pytest.raises(LenetGuiError, match="not a checkpoint"):
        fit(model(), batches, STEPS, validate, PLAN, checkpoint=checkpoint)


def test_the_rate_rises_and_then_falls_to_zero() -> None:
    plan = Plan(epochs=10, learning_rate=1.0, warm_up=2.0)
    rates = [plan.rate(epoch) for epoch in (0, 1, 2, 5, 10)]
    assert rates[0] < rates[1] < rates[2]
    assert rates[3] == pytest.approx(0.5)
    assert rates[4] == pytest.approx(0.0)


def test_a_plan_may_stop_while_the_rate_is_high() -> None:
    plan = Plan(epochs=10, learning_rate=1.0, stop=2)
    progress = fit(model(), batches, STEPS, validate, plan)
    assert [line.epoch for line in progress.history] == [1, 2]
    assert progress.history[-1].rate > 0.8


def test_non_digits_count_in_the_loss_but_not_in_the_accuracy() -> None:
    def half_even(epoch: int) -> Iterator[Batch]:
        for values, targets in batches(epoch):
            blank, even = torch.zeros(20, 1, 2, 2), torch.full((20, 10), 0.1)
            yield torch.cat((values, blank)), torch.cat((targets, even))

    progress = fit(model(), half_even, STEPS, validate, Plan(20, learning_rate=0.3))
    # If blanks counted as wrong, or as any one digit, it could hardly exceed a half.
    assert progress.history[-1].accuracy > 0.8
    assert progress.history[-1].loss > 0.9
