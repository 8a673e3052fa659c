"""The means of reading: what changes them, and that readings follow."""

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from lenet_gui.core.framing.framing import Framing
from lenet_gui.core.network.lenet5 import Held, LeNet5
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.reading.reading import Verdict
from lenet_gui.core.strokes.drawing import CANVAS_SIZE, Drawing
from lenet_gui.ui.reading.means import Means
from tests.conftest import make_weights

SEVEN = Drawing(canvas=(CANVAS_SIZE, CANVAS_SIZE), pen_width=32.0).with_stroke(
    [(100, 100), (400, 100), (200, 450)]
)
OFF = frozenset({Held("C3", 0), Held("F6", 7, 0.5)})


@pytest.fixture
def means(random_classifier: Classifier, qtbot: QtBot) -> Means:
    return Means(random_classifier)


@pytest.mark.parametrize(
    "change",
    [
        lambda means: means.use_framing(Framing.NONE),
        lambda means: means.use_off(OFF),
        lambda means: means.use_classifier(Classifier(LeNet5(make_weights(seed=5)))),
    ],
    ids=["framing", "off", "weights"],
)
def test_a_change_is_announced_once_and_changes_the_reading(
    means: Means, change: object, qtbot: QtBot
) -> None:
    before = means.read(SEVEN).probabilities
    with qtbot.waitSignal(means.changed):
        change(means)  # type: ignore[operator]
    assert before is not None
    assert not np.array_equal(means.read(SEVEN).probabilities, before)


def test_the_same_means_are_no_change(
    means: Means, random_classifier: Classifier, qtbot: QtBot
) -> None:
    with qtbot.assertNotEmitted(means.changed):
        means.use_framing(Framing.MNIST)
        means.use_off(frozenset())
        means.use_classifier(Classifier(random_classifier.network))


def test_without_a_classifier_drawings_are_framed_and_stay_unread(qtbot: QtBot) -> None:
    reading = Means(None).read(SEVEN)
    assert reading.verdict is Verdict.UNREAD
    assert not reading.frames.is_empty
