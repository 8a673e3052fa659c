"""The robust recipe apart from fitting: sizes, validation, the blend of two courses."""

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from lenet_gui.core.framing.framing import frame_strokes  # noqa: E402
from lenet_gui.core.strokes.drawing import Drawing  # noqa: E402
from lenet_gui.training.data import Digits, to_bytes  # noqa: E402
from lenet_gui.training.handwriting.templates import draw_template  # noqa: E402
from lenet_gui.training.model import LeNet5  # noqa: E402
from lenet_gui.training.robust import Sizes, Validation, blended  # noqa: E402


@pytest.fixture(scope="module")
def validation() -> Validation:
    random = np.random.default_rng(0)
    labels = [i % 10 for i in range(50)]
    images = [to_bytes(frame_strokes(Drawing(tuple(draw_template(k, random))))) for k in labels]
    digits = Digits(torch.tensor(np.stack(images)), torch.tensor(labels))
    return Validation(digits, digits[:0], digits[:20])


def biased(digit: int) -> dict[str, "torch.Tensor"]:
    """Return a network that always answers the same digit."""
    torch.manual_seed(digit)
    state = LeNet5().state_dict()
    state["fc2.weight"] = torch.zeros_like(state["fc2.weight"])
    state["fc2.bias"] = torch.nn.functional.one_hot(torch.tensor(digit), 10).float() * 20
    return state


def test_empty_parts_do_not_count(validation: Validation) -> None:
    assert set(validation.parts()) == {"images", "other hands"}
    model = LeNet5()
    model.load_state_dict(biased(3))
    assert validation.measure(model)[1] == pytest.approx(0.1)


@pytest.fixture(scope="module")
def good(validation: Validation) -> "torch.nn.Module":
    """Return a network that has almost memorised the validation digits."""
    torch.manual_seed(0)
    model = LeNet5()
    optimizer = torch.optim.Adam(model.parameters(), 3e-3)
    inputs = torch.nn.functional.pad(validation.images.images[:, None] / 255, (2, 2, 2, 2))
    for _ in range(25):
        optimizer.zero_grad()
        torch.nn.functional.cross_entropy(model(inputs), validation.images.labels).backward()
        optimizer.step()
    return model


def test_surprise_ignores_overconfidence(validation: Validation, good: "torch.nn.Module") -> None:
    boaster = LeNet5()
    boaster.load_state_dict(
        {k: v * 2 if k.startswith("fc2") else v for k, v in good.state_dict().items()}
    )
    assert validation.measure(boaster)[0] != pytest.approx(validation.measure(good)[0], abs=1e-3)
    assert validation.surprise(boaster) == pytest.approx(validation.surprise(good), abs=1e-3)


def test_a_blend_leaves_out_bad_weights(validation: Validation, good: "torch.nn.Module") -> None:
    state = good.state_dict()
    for kept in (blended(state, biased(3), validation), blended(biased(3), state, validation)):
        model = LeNet5()
        model.load_state_dict(kept)
        assert validation.surprise(model) <= validation.surprise(good) + 1e-6


def test_smaller_sizes_keep_the_shares() -> None:
    whole = Sizes()
    small = whole.with_samples(whole.samples // 100).with_epochs(17)
    assert small.samples == pytest.approx(whole.samples / 100, rel=0.01)
    assert small.epochs == 17
    assert all(course.plan.taken >= 1 for course in small.courses)
    assert small.courses[0].plan.taken > small.courses[1].plan.taken
