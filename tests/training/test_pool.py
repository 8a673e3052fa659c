"""The pool, image distortions, the teachers' corrected answers, parallel processes."""

import os
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from lenet_gui.core.framing.framing import frame_strokes  # noqa: E402
from lenet_gui.core.strokes.drawing import Drawing  # noqa: E402
from lenet_gui.errors import LenetGuiError  # noqa: E402
from lenet_gui.training.data import Digits, to_bytes, to_input  # noqa: E402
from lenet_gui.training.handwriting.templates import draw_template  # noqa: E402
from lenet_gui.training.images import Distortion, distort, mark_zero  # noqa: E402
from lenet_gui.training.pool import (  # noqa: E402
    OUTLIER,
    Material,
    Mix,
    PoolPlan,
    in_parallel,
    make_part,
    target_probabilities,
)
from lenet_gui.training.teacher import (  # noqa: E402
    MARGIN,
    DistillationLoss,
    corrected,
    pool_slices,
)


def digits(n: int) -> Digits:
    random = np.random.default_rng(0)
    labels = [i % 10 for i in range(n)]
    images = [to_bytes(frame_strokes(Drawing(tuple(draw_template(k, random))))) for k in labels]
    return Digits(torch.tensor(np.stack(images)), torch.tensor(labels))


def test_no_distortion_leaves_images_unchanged() -> None:
    images = to_input(digits(10).images)
    same = distort(images, Distortion(), torch.Generator().manual_seed(0))
    torch.testing.assert_close(same, images, atol=1e-5, rtol=0)


def test_distorted_images_stay_within_paper_and_ink() -> None:
    images = to_input(digits(30).images)
    how = Distortion(20, 0.4, 0.2, 0.3, 2.0, 1.5, 0.8, 0.5, 0.4)
    bent = distort(images, how, torch.Generator().manual_seed(0))
    assert bent.shape == images.shape
    assert float(bent.min()) >= 0
    assert float(bent.max()) <= 1
    assert float((bent - images).abs().mean()) > 0.01


def test_thickening_only_adds_or_only_removes_ink() -> None:
    images = to_input(digits(30).images)
    changed = distort(images, Distortion(thicken=0.8), torch.Generator().manual_seed(1)) - images
    # Resampling alone changes values a little.
    more, less = (changed > 1e-4).flatten(1).any(1), (changed < -1e-4).flatten(1).any(1)
    assert more.any()
    assert less.any()
    assert not (more & less).any()


def test_a_marked_zero_gains_ink_within_itself() -> None:
    zero = digits(1).images[0].numpy()
    for seed in range(10):
        marked = mark_zero(zero, np.random.default_rng(seed))
        assert (marked >= zero).all()
        assert marked.sum() > zero.sum()


def test_a_part_follows_the_mix_and_is_reproducible() -> None:
    hands = [(draw_template(3, np.random.default_rng(1)), 3)]
    material = Material(digits(50), hands, [draw_template(8, np.random.default_rng(2))])
    plan = PoolPlan("pool", 160, Mix(0.25, 0.25, 0.25), Distortion(rotation=10), part=80)
    part, again, other = (make_part(material, plan, 5, number) for number in (0, 0, 1))
    assert part.images.shape == (80, 28, 28)
    assert part.images.dtype == torch.uint8
    assert int((part.labels == OUTLIER).sum()) == 20
    assert int((part.labels == 3).sum()) >= 20
    assert part.images.flatten(1).any(1).all()
    assert torch.equal(part.images, again.images)
    assert not torch.equal(part.images, other.images)


def test_without_strokes_images_take_their_place() -> None:
    plan = PoolPlan("pool", 50, Mix(0.5, 0.1, 0.1), Distortion())
    part = make_part(Material(digits(50), [], []), plan, 0, 0)
    assert len(part) == 50
    assert int((part.labels == OUTLIER).sum()) == 5


def test_targets_are_one_hot_or_uniform() -> None:
    targets = target_probabilities(torch.tensor([2, OUTLIER]))
    assert targets[0].tolist() == [0, 0, 1, 0, 0, 0, 0, 0, 0, 0]
    torch.testing.assert_close(targets[1], torch.full((10,), 0.1))


def test_the_teachers_mistakes_are_corrected() -> None:
    logits = torch.zeros(3, 10)
    logits[0, 4] = 8.0  # right; only the mean is subtracted
    logits[1, 4] = 8.0  # wrong: it is a 9
    logits[2, 4] = 8.0  # confident about a non-digit
    answers = corrected(logits, torch.tensor([4, 9, OUTLIER]))
    torch.testing.assert_close(answers.mean(1), torch.zeros(3), atol=1e-6, rtol=0)
    assert float(answers[0, 4] - answers[0, 0]) == pytest.approx(8)
    assert float(answers[1, 9] - answers[1, 4]) == pytest.approx(MARGIN)
    assert not answers[2].any()


def test_the_loss_is_least_if_student_and_teacher_agree() -> None:
    teacher = torch.randn(20, 10, generator=torch.Generator().manual_seed(0)) * 4
    student = teacher.clone().requires_grad_()
    DistillationLoss(3.0)(student, teacher).backward()
    assert student.grad is not None
    assert float(student.grad.abs().max()) < 1e-6


def test_the_loss_of_the_refusal_parts_digits_from_non_digits() -> None:
    targets = torch.tensor([[9.0] + [-1.0] * 9, [0.0] * 10])

    def parting(logits: torch.Tensor) -> float:
        with_refusal = DistillationLoss(1.0, refusal=1.0)(logits, targets)
        return float(with_refusal - DistillationLoss(1.0)(logits, targets))

    apart = torch.tensor([[12.0] + [-1.3] * 9, [0.0] * 10])
    alike = torch.tensor([[5.0] + [-0.6] * 9, [5.0] + [-0.6] * 9])
    assert parting(apart) < 0.1 < 0.5 < parting(alike)


def test_a_pass_over_the_pool_uses_every_image_once() -> None:
    seen = torch.cat([pool_slices(40, epoch, 10, seed=3) for epoch in range(4)])
    assert sorted(seen.tolist()) == list(range(40))
    assert pool_slices(40, 4, 10, seed=3).tolist() != pool_slices(40, 0, 10, seed=3).tolist()


def write_process(folder: Path, name: str) -> None:
    (folder / name).write_text(str(os.getpid()))


def fail(_: Path, name: str) -> None:
    raise SystemExit(3 if name == "b" else 0)


def test_jobs_run_in_separate_processes(tmp_path: Path) -> None:
    in_parallel(write_process, [(tmp_path, name) for name in "abc"], workers=2)
    made = {(tmp_path / name).read_text() for name in "abc"}
    assert len(made) == 3
    assert str(os.getpid()) not in made


def test_one_worker_uses_this_process(tmp_path: Path) -> None:
    in_parallel(write_process, [(tmp_path, name) for name in "ab"], workers=1)
    assert (tmp_path / "a").read_text() == (tmp_path / "b").read_text() == str(os.getpid())


def test_a_failing_process_is_reported(tmp_path: Path) -> None:
    with pytest.raises(LenetGuiError, match="training process failed"):
        in_parallel(fail, [(tmp_path, name) for name in "ab"], workers=2)
