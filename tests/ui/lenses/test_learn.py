"""The lens Learn: the network learns while it reads the drawing; one can go back, keep, use it."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from lenet_gui.core.learning.recipe import Recipe
from lenet_gui.core.network.weights import load_weights
from lenet_gui.errors import DatasetError
from lenet_gui.fetching import PublicFile
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.learning.digits_loading import fetch_mnist, load_data_set, load_starter
from lenet_gui.ui.learning.experiments import EXPERIMENTS
from lenet_gui.ui.learning.setup import Setup, Start
from lenet_gui.ui.learning.step_page import explanation, one_step
from lenet_gui.ui.lenses.learn import Learn
from tests.ui.conftest import Hand

SMALL = Setup(Recipe(batch_size=10, epochs=2), count=100)
"""Two epochs of ten steps."""


@pytest.fixture
def learn(window: MainWindow, qtbot: QtBot) -> Iterator[Learn]:
    window.lenses.show_lens("learn")
    found = window.findChild(Learn)
    assert found is not None
    found.form.show_digits("", 4000)
    found.form.show_setup(SMALL)
    yield found
    found.run.close()
    found.run.is_kept = True


def press(button: object) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[call-overload]


def finish(learn: Learn, qtbot: QtBot) -> None:
    press(learn.buttons.main)
    qtbot.waitUntil(lambda: learn.run.is_done and not learn.run.is_running, timeout=30_000)


def test_the_drawing_is_read_by_the_network_while_it_learns(
    window: MainWindow, learn: Learn, hand: Hand, qtbot: QtBot
) -> None:
    hand.stroke((0.3, 0.3), (0.7, 0.3), (0.45, 0.8))
    readings: list[float] = []
    window.reader.changed.connect(lambda reading: readings.append(float(reading.probabilities[7])))
    finish(learn, qtbot)
    assert len(set(readings)) >= 2
    assert window.means.is_learning
    found, expected = window.means.weights, learn.run.shown_arrays
    assert found is not None
    assert expected is not None
    for name, array in found.arrays.items():
        np.testing.assert_array_equal(array, expected[name])
    assert learn.run.checkpoints.steps == [0, 1, 2, 3, 5, 10, 20]
    assert "20" in learn.state.text()


def test_one_batch_and_one_epoch_stop_where_they_should(learn: Learn, qtbot: QtBot) -> None:
    press(learn.buttons.batch)
    qtbot.waitUntil(lambda: not learn.run.is_running and learn.run.trainer is not None)
    assert learn.run.shown_step == 1
    press(learn.buttons.epoch)
    qtbot.waitUntil(lambda: not learn.run.is_running, timeout=30_000)
    assert learn.run.shown_step == 10
    assert learn.run.points[-1].step == 10


def test_pausing_keeps_the_step_and_going_on_continues(learn: Learn, qtbot: QtBot) -> None:
    learn.run.pace = 20.0
    press(learn.buttons.main)
    qtbot.waitUntil(lambda: learn.run.shown_step >= 2)
    press(learn.buttons.main)
    assert not learn.run.is_running
    step = learn.run.shown_step
    qtbot.wait(150)
    assert learn.run.shown_step == step
    learn.run.pace = 0.0
    finish(learn, qtbot)
    assert learn.run.shown_step == 20


def test_going_back_to_a_checkpoint_shows_it_and_goes_on_from_there(
    window: MainWindow, learn: Learn, qtbot: QtBot
) -> None:
    finish(learn, qtbot)
    last = learn.run.weights().arrays["fc2.bias"]
    learn.view.slider.setValue(2)
    assert learn.run.shown_step == 2
    weights = window.means.weights
    assert weights is not None
    assert not np.array_equal(weights.arrays["fc2.bias"], last)
    learn.view.slider.setValue(learn.view.slider.maximum())
    assert learn.run.is_now

    learn.view.slider.setValue(2)
    press(learn.view.go_back)
    assert learn.run.checkpoints.steps == [0, 1, 2]
    assert [point.step for point in learn.run.points] == [0, 1, 2]
    finish(learn, qtbot)
    # The same digits in the same order: the same weights as before.
    assert np.array_equal(learn.run.weights().arrays["fc2.bias"], last)


def test_the_weights_can_be_used_saved_and_left_again(
    window: MainWindow, learn: Learn, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = window.means.weights
    finish(learn, qtbot)
    press(learn.outcome.use)
    assert not window.means.is_learning
    used = window.means.weights
    assert used is not None
    assert used.metadata["training_data"].endswith("100")
    press(learn.outcome.back)
    assert window.means.weights is before

    path = tmp_path / "mine.safetensors"
    monkeypatch.setattr(
        "lenet_gui.ui.learning.outcome.ask_where", lambda _p, _t, _k, save, _s: save(path)
    )
    press(learn.outcome.save)
    saved = load_weights(path)
    assert saved.metadata["recipe"].startswith("Adam, learning rate 0.004")
    assert "accuracy on validation digits" in saved.metadata
    assert before is not None

    learn.outcome.write_report(tmp_path)
    assert (tmp_path / "report.md").exists()
    assert (tmp_path / "curves.svg").exists()


def test_closing_the_window_asks_once_if_something_is_unsaved(
    window: MainWindow, learn: Learn, qtbot: QtBot
) -> None:
    press(learn.buttons.batch)
    qtbot.waitUntil(lambda: learn.run.shown_step == 1 and not learn.run.is_running)
    window.close()
    assert window.isVisible()
    box = window.findChild(QMessageBox)
    assert box is not None
    press(box.button(QMessageBox.StandardButton.Discard))
    qtbot.waitUntil(lambda: not window.isVisible())


def test_closing_the_lens_leaves_it_learning(
    window: MainWindow, learn: Learn, qtbot: QtBot
) -> None:
    learn.run.pace = 20.0
    press(learn.buttons.main)
    window.lenses.show_lens("inside")
    step = learn.run.shown_step
    qtbot.waitUntil(lambda: learn.run.shown_step > step + 1)


def test_changed_settings_start_over(learn: Learn, qtbot: QtBot) -> None:
    finish(learn, qtbot)
    first = learn.run.weights().arrays["fc2.bias"]
    learn.form.seed.setValue(7)
    finish(learn, qtbot)
    assert not np.array_equal(learn.run.weights().arrays["fc2.bias"], first)


def test_every_experiment_can_be_begun(learn: Learn, qtbot: QtBot) -> None:
    for experiment in EXPERIMENTS:
        learn.form.try_out(experiment)
        press(learn.buttons.batch)
        qtbot.waitUntil(
            lambda: learn.run.shown_step == 1 and not learn.run.is_running, timeout=20_000
        )
        assert learn.run.trainer is not None
        assert learn.run.trainer.recipe == experiment.setup.recipe
        learn.run.pause()


def test_a_run_may_begin_from_what_the_last_one_learned(learn: Learn, qtbot: QtBot) -> None:
    finish(learn, qtbot)
    learned = learn.run.weights().arrays["fc2.bias"]
    learn.form.start.setCurrentIndex(learn.form.start.findData(Start.LEARNED))
    press(learn.buttons.batch)
    qtbot.waitUntil(lambda: not learn.run.is_running)
    first = learn.run.first_arrays
    assert first is not None
    assert np.array_equal(first["fc2.bias"], learned)


def test_a_run_kept_on_disk_goes_on_after_the_program_has_ended(learn: Learn, qtbot: QtBot) -> None:
    learn.form.keep.setChecked(True)
    press(learn.buttons.epoch)
    qtbot.waitUntil(lambda: learn.run.shown_step == 10 and not learn.run.is_running)
    press(learn.buttons.main)  # one more step, not an epoch: lost
    learn.run.pause()
    learn.form.keep.setChecked(False)

    learn.form.start.setCurrentIndex(learn.form.start.findData(Start.KEPT))
    press(learn.buttons.batch)
    qtbot.waitUntil(lambda: not learn.run.is_running)
    assert learn.run.shown_step == 11
    assert [point.step for point in learn.run.points] == [0, 1, 2, 3, 5, 10]
    learn.form.count.setValue(200)
    press(learn.buttons.batch)
    box = learn.window().findChild(QMessageBox)
    assert box is not None
    assert "starter set, 100" in box.text()


def test_other_digits_can_be_learned_from_and_bad_ones_are_refused(
    learn: Learn, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "few.jsonl"
    strokes = '{"format": 1, "strokes": [[[0, 0], [10, 80]]], "label": 1}\n'
    path.write_text(strokes, "utf-8")
    with pytest.raises(DatasetError):
        list(load_data_set(path))
    path.write_text("no data", "utf-8")
    learn.digits.load(load_data_set(path))
    qtbot.waitUntil(lambda: learn.window().findChild(QMessageBox) is not None)


def test_one_step_lowers_the_loss_and_says_by_which_weights(learn: Learn) -> None:
    from lenet_gui.core.learning.trainer import Trainer

    material = load_starter()
    recipe = Recipe(learning_rate=0.01)
    weights = Trainer(recipe, material.training, material.validation).weights()
    image = material.training.inputs()[0]
    step = one_step(weights, image, int(material.training.labels[0]), recipe)
    assert step.loss_after < step.loss
    words = explanation(step, recipe)
    for name in ("C1", "C3", "C5", "F6", "output"):
        assert f"{name}: " in words
    assert f"= {step.loss:.6f}" in words


def test_a_download_can_be_stopped_and_its_failure_is_a_sentence(
    learn: Learn, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = threading.Event()

    class Slow:
        def __init__(self, progress: Callable[[str, int, int | None], None]) -> None:
            self.progress = progress

        def fetch(self, file: PublicFile, folder: Path) -> None:
            self.progress(file.name, 3_100_000, 9_900_000)
            blocked.wait(30)
            raise DatasetError("No mirror has it.")

    monkeypatch.setattr("lenet_gui.fetching.Fetcher", Slow)
    learn.digits.load(fetch_mnist(tmp_path))
    qtbot.waitUntil(lambda: "3.1 MB" in learn.state.text())
    press(learn.buttons.main)
    assert not learn.digits.is_loading
    assert "MB" not in learn.state.text()

    blocked.set()
    learn.digits.load(fetch_mnist(tmp_path))
    qtbot.waitUntil(lambda: learn.window().findChild(QMessageBox) is not None)
