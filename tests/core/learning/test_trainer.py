"""The trainer learns, repeats itself exactly, goes back and on, and stops with a sentence."""

from dataclasses import replace

import numpy as np
import pytest

from lenet_gui.core.learning.digits import Digits, framed, moved, shuffled, split
from lenet_gui.core.learning.optimizer import optimizer_for
from lenet_gui.core.learning.recipe import REFERENCE, Recipe
from lenet_gui.core.learning.trainer import Event, Measured, Step, Trainer, Working
from lenet_gui.core.network.weights import LARGEST, Weights
from lenet_gui.errors import DatasetError, LearningError

RECIPE = Recipe(batch_size=20, epochs=2, dropout=0.2, weight_decay=0.01)


def bars(n: int = 120) -> Digits:
    """Return digits that are easy to tell apart: bars at ten heights."""
    labels = np.arange(n, dtype=np.uint8) % 10
    images = np.zeros((n, 28, 28), np.uint8)
    for image, label in zip(images, labels, strict=True):
        image[3 + 2 * label : 6 + 2 * label, 4:24] = 255
    return Digits(images, labels)


def learned(trainer: Trainer, steps: int | None = None) -> list[Event]:
    events = []
    for event in trainer.learn():
        events.append(event)
        if trainer.step == steps:
            break
    return events


def test_it_learns_and_says_how() -> None:
    digits = bars()
    trainer = Trainer(replace(RECIPE, epochs=8, dropout=0.0), digits, bars(250))
    events = learned(trainer)

    steps = [event for event in events if isinstance(event, Step)]
    assert [event.step for event in steps] == list(range(1, 49))
    assert set(steps[0].gradients) == {"C1", "C3", "C5", "F6", "output"}
    measured = [event for event in events if isinstance(event, Measured)]
    assert [event.step for event in measured][:9] == [0, 1, 2, 3, 5, 6, 10, 12, 18]
    assert np.isnan(measured[0].accuracy)
    assert measured[-1].epoch == 8
    assert measured[-1].answers.accuracy > 0.95 > 0.3 > measured[0].answers.accuracy
    assert measured[-1].validation_loss < measured[0].validation_loss
    assert [e.done for e in events if isinstance(e, Working)][:2] == [100, 200]
    assert trainer.is_done


@pytest.mark.parametrize("optimizer", ["adam", "sgd"])
def test_the_same_seed_gives_the_same_weights_and_another_gives_others(optimizer: str) -> None:
    recipe = replace(RECIPE, optimizer=optimizer)
    runs = [Trainer(replace(recipe, seed=seed), bars(), bars(20)) for seed in (1, 1, 2)]
    for trainer in runs:
        learned(trainer)
    one, same, other = (trainer.parameters.vector for trainer in runs)
    assert np.array_equal(one, same)
    assert not np.array_equal(one, other)


@pytest.mark.parametrize("optimizer", ["adam", "sgd"])
def test_going_on_from_a_checkpoint_ends_as_if_nothing_had_happened(optimizer: str) -> None:
    recipe = replace(RECIPE, optimizer=optimizer)
    through, stopped = (Trainer(recipe, bars(), bars(20)) for _ in range(2))
    learned(through)
    learned(stopped, steps=8)
    checkpoint = stopped.checkpoint()
    learned(stopped)
    resumed = Trainer(recipe, bars(), bars(20))
    resumed.restore(checkpoint)
    learned(resumed)
    assert np.array_equal(resumed.parameters.vector, through.parameters.vector)


def test_it_may_begin_from_weights() -> None:
    first = Trainer(RECIPE, bars(), bars(20))
    learned(first)
    again = Trainer(RECIPE, bars(), bars(20), first.weights())
    assert np.array_equal(again.parameters.vector, first.parameters.vector)
    learned(again, steps=1)
    assert not np.array_equal(again.parameters.vector, first.parameters.vector)


def test_weight_decay_shrinks_weights_and_leaves_biases() -> None:
    ones = {name: np.ones_like(array) for name, array in weights_of_nothing().arrays.items()}
    plain, decayed = (
        Trainer(
            Recipe(learning_rate=0.5, weight_decay=decay, batch_size=20, optimizer="sgd"),
            bars(), bars(20), Weights.checked(ones, {}, "ones"),
        )
        for decay in (0.0, 0.1)
    )  # fmt: skip
    for trainer in (plain, decayed):
        learned(trainer, steps=1)
    difference = {
        name: plain.parameters.arrays[name] - decayed.parameters.arrays[name] for name in ones
    }
    for name, values in difference.items():
        expected = 0.05 if name.endswith("weight") else 0.0
        np.testing.assert_allclose(values, expected, atol=1e-6)


def weights_of_nothing() -> Weights:
    return Trainer(RECIPE, bars(), bars(20)).weights()


def test_a_learning_rate_that_is_too_high_stops_it_and_keeps_good_weights() -> None:
    recipe = Recipe(optimizer="sgd", momentum=0.99, learning_rate=100.0, batch_size=20)
    arrays = dict(weights_of_nothing().arrays)
    arrays["fc2.bias"] = np.full(10, LARGEST - 50, np.float32)
    start = Weights.checked(arrays, {}, "weights at the edge")
    trainer = Trainer(recipe, bars(), bars(20), start)
    with pytest.raises(LearningError, match="learning rate is too high"):
        learned(trainer)
    assert np.abs(trainer.parameters.vector).max() <= LARGEST
    assert trainer.is_measured_at(trainer.step)


def test_nothing_can_be_learned_from_nothing_or_one_kind() -> None:
    with pytest.raises(DatasetError, match="no digits"):
        Trainer(RECIPE, bars(0), bars(20))
    with pytest.raises(DatasetError, match="All digits to learn from are 3s"):
        Trainer(RECIPE, bars()[bars().labels == 3], bars(20))


def test_a_recipe_has_its_ranges() -> None:
    with pytest.raises(ValueError, match="dropout is 1"):
        Recipe(dropout=1)
    with pytest.raises(ValueError, match="learning_rate is nan"):
        Recipe(learning_rate=float("nan"))
    assert Recipe(schedule="cosine", learning_rate=0.1, epochs=4).rate(2) == pytest.approx(0.05)


def test_digits_are_moved_by_whole_pixels_and_lose_no_ink() -> None:
    images = bars(90).images
    inputs = moved(images, 1, np.random.default_rng(0))
    assert inputs.sum(axis=(1, 2)) == pytest.approx(images.sum(axis=(1, 2)) / 255, rel=1e-5)
    places = {tuple(np.argwhere(one)[0] - np.argwhere(image)[0]) for one, image in
              zip(inputs, images, strict=True)}  # fmt: skip
    assert places == {(down, right) for down in (1, 2, 3) for right in (1, 2, 3)}


def test_digits_are_mixed_and_split_by_a_seed() -> None:
    digits = bars(50)
    train, validation = split(digits, 0.2)
    assert len(train), len(validation) == (40, 10)
    assert sorted([*train.labels, *validation.labels]) == sorted(digits.labels)
    assert shuffled(digits, 1).labels.tolist() == shuffled(digits, 1).labels.tolist()
    assert digits.of_each(2).labels.tolist() == [*range(10), *range(10)]


def test_one_step_equals_pytorchs() -> None:
    torch = pytest.importorskip("torch")
    from lenet_gui.training.model import from_weights

    start = weights_of_nothing()
    digits = bars(20)
    for recipe in (Recipe(batch_size=20), Recipe(batch_size=20, optimizer="sgd")):
        trainer = Trainer(recipe, digits, digits, start)
        model = from_weights(start)
        parameters = list(model.parameters())
        torch_optimizer = (
            torch.optim.Adam(parameters, recipe.learning_rate, eps=1e-7)
            if recipe.optimizer == "adam"
            else torch.optim.SGD(parameters, recipe.learning_rate, recipe.momentum)
        )
        inputs = torch.tensor(digits.inputs())[:, None]
        labels = torch.tensor(digits.labels.astype(np.int64))
        for _ in range(3):
            torch_optimizer.zero_grad()
            torch.nn.functional.cross_entropy(model(inputs), labels).backward()
            torch_optimizer.step()
        learned(trainer, steps=3)
        for name, parameter in model.named_parameters():
            found = trainer.parameters.arrays[name]
            np.testing.assert_allclose(found, parameter.detach().numpy(), atol=2e-5, err_msg=name)


def test_the_tutorials_recipe_learns() -> None:
    trainer = Trainer(replace(REFERENCE, batch_size=20, learning_rate=0.003), bars(), bars(100))
    *_, last = learned(trainer)
    assert isinstance(last, Measured)
    assert last.answers.accuracy > 0.9


def test_a_batch_in_parts_makes_the_same_step() -> None:
    recipe = Recipe(batch_size=30, dropout=0.2, optimizer="sgd")
    whole, parts = (Trainer(recipe, bars(), bars(20), part=size) for size in (100, 7))
    learned(whole, steps=1)
    events = learned(parts, steps=1)
    np.testing.assert_allclose(whole.parameters.vector, parts.parameters.vector, atol=1e-6)
    read = [event.done for event in events if isinstance(event, Working)]
    assert read == [7, 14, 7, 14, 21, 28]  # first the validation digits, then the batch


def test_every_optimizer_starts_from_rest() -> None:
    for name in ("adam", "sgd"):
        optimizer = optimizer_for(Recipe(optimizer=name), 5)
        assert not any(part.any() for part in optimizer.state.values())
        taken = optimizer.step(np.ones(5, np.float32), 0.1)
        assert taken == pytest.approx(np.full(5, 0.1), abs=1e-6)


def test_framing_samples_reports_on_the_way() -> None:
    with pytest.raises(DatasetError, match="no digits to learn from"):
        list(framed([], "corrections"))
