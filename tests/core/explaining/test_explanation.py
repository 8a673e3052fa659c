import numpy as np
import pytest

from lenet_gui.core.explaining.explanation import explain
from lenet_gui.core.explaining.pair import Pair
from lenet_gui.core.framing.framing import Framing
from lenet_gui.core.network.lenet5 import Held
from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.strokes.drawing import Drawing
from tests.core.explaining.made_up import SEVEN

PAIR = Pair(2, 8)


@pytest.mark.parametrize("off", [frozenset(), frozenset([Held("C1", 3), Held("F6", 5, 0.2)])])
def test_every_part_adds_up_to_the_difference(random_classifier: Classifier, off) -> None:
    reading = random_classifier.read(SEVEN, off=off)
    found = explain(random_classifier.network, reading, Framing.MNIST, PAIR).to_dict()
    assert found["digits"] == [2, 8]
    assert len(found["scores"]) == 10
    total = found["difference"]
    assert total == pytest.approx(found["scores"][2] - found["scores"][8], abs=1e-5)
    strokes, units, ink = found["by_stroke"], found["by_unit"], found["by_ink"]
    assert len(strokes["terms"]) == 3
    assert strokes["error"] is None
    assert strokes["blank"] + sum(strokes["terms"]) == pytest.approx(total, abs=1e-4)
    assert len(units["terms"]) == 84
    assert units["bias"] + sum(units["terms"]) == pytest.approx(total, abs=1e-4)
    assert ink["blank"] + ink["sum"] + ink["error"] == pytest.approx(total, abs=1e-4)
    assert abs(ink["error"]) < 0.001
    for name, count in (("C1", 6), ("C3", 16)):
        layer = found["by_map"][name]
        assert len(layer["terms"]) == count
        whole = ink["blank"] + sum(layer["terms"]) + layer["error"]
        assert whole == pytest.approx(total, abs=1e-4)


def test_a_picture_has_no_strokes(random_classifier: Classifier) -> None:
    ink = np.zeros((40, 40), np.float32)
    ink[5:35, 18:22] = 1
    reading = random_classifier.read(Picture(ink))
    found = explain(random_classifier.network, reading, Framing.MNIST, PAIR)
    assert found.by_stroke is None
    assert found.to_dict()["by_stroke"] is None


def test_a_blank_page_was_not_read(random_classifier: Classifier) -> None:
    reading = random_classifier.read(Drawing())
    with pytest.raises(ValueError, match="nothing"):
        explain(random_classifier.network, reading, Framing.MNIST, PAIR)
