"""Checkpoints: which are kept, and what survives in a file."""

from pathlib import Path

import numpy as np
import pytest

from lenet_gui.core.learning.checkpoints import Checkpoints, Point, SavedRun, load_run, save_run
from lenet_gui.core.learning.optimizer import optimizer_for
from lenet_gui.core.learning.recipe import PLAIN
from lenet_gui.core.learning.trainer import Checkpoint
from lenet_gui.core.network.architecture import PARAMETERS
from lenet_gui.errors import LearningError


def at(step: int) -> Checkpoint:
    return Checkpoint(step, np.full(1000, step, np.float32), {})


def test_the_first_steps_and_the_last_survive_when_room_gets_short() -> None:
    kept = Checkpoints(limit=20 * 4000)
    for step in [0, 1, 2, 3, 5, *range(40, 4000, 40)]:
        kept.add(at(step))
        assert len(kept) <= 20
    assert kept.steps[:6] == [0, 1, 2, 3, 5, 40]
    assert kept.steps[-1] == 3960
    gaps = np.diff(kept.steps[6:])
    assert gaps.max() <= 4 * np.median(gaps)  # evenly over the whole run


def test_going_on_from_an_earlier_one_forgets_the_later_ones() -> None:
    kept = Checkpoints()
    for step in (0, 1, 2, 40, 80):
        kept.add(at(step))
    kept.add(at(2))
    assert kept.steps == [0, 1, 2]
    assert kept[-1].parameters[0] == 2


def test_a_saved_run_is_read_as_it_was(tmp_path: Path) -> None:
    state = {name: part + 1 for name, part in optimizer_for(PLAIN, PARAMETERS).state.items()}
    parameters = np.random.default_rng(1).random(PARAMETERS).astype(np.float32)
    history = (Point(0, 0.0, float("nan"), float("nan"), 2.3, 0.1), Point(1, 0.1, 2, 0.2, 2, 0.2))
    run = SavedRun(PLAIN, "some digits", history, Checkpoint(7, parameters, state))
    path = tmp_path / "run.safetensors"
    save_run(run, path)
    found = load_run(path)
    assert (found.recipe, found.digits, found.checkpoint.step) == (PLAIN, "some digits", 7)
    assert np.isnan(found.history[0].loss)
    assert found.history[1] == history[1]
    assert np.array_equal(found.checkpoint.parameters, parameters)
    assert {name: part.tolist() for name, part in found.checkpoint.optimizer.items()} == {
        name: part.tolist() for name, part in state.items()
    }


def test_what_is_no_run_is_refused_in_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "run.safetensors"
    with pytest.raises(LearningError, match="can't be read"):
        load_run(path)
    state = optimizer_for(PLAIN, PARAMETERS).state
    short = Checkpoint(7, np.zeros(5, np.float32), state)
    endless = Checkpoint(7, np.full(PARAMETERS, np.inf, np.float32), state)
    for checkpoint in (short, endless):
        save_run(SavedRun(PLAIN, "", (), checkpoint), path)
        with pytest.raises(LearningError, match="not a run of training"):
            load_run(path)
    path.write_bytes(b"\x08\0\0\0\0\0\0\0{}      ")
    with pytest.raises(LearningError, match="not a run of training"):
        load_run(path)
