import numpy as np
import pytest

from lenet_gui.core.explaining.pair import Pair, default_pair, difference
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.strokes.drawing import Drawing
from tests.core.explaining.made_up import SEVEN


def test_the_difference_is_the_logarithm_of_how_many_times_as_probable(
    random_classifier: Classifier,
) -> None:
    reading = random_classifier.read(SEVEN)
    assert reading.activations is not None
    assert reading.probabilities is not None
    pair = Pair(4, 9)
    found = float(difference(reading.activations.logits[0], pair))
    times = float(reading.probabilities[4] / reading.probabilities[9])
    assert np.exp(found) == pytest.approx(times, rel=1e-4)
    assert difference(reading.activations.logits, pair.swapped) == pytest.approx([-found])


def test_a_reading_is_weighed_against_the_digit_named_second(
    random_classifier: Classifier,
) -> None:
    reading = random_classifier.read(SEVEN)
    assert default_pair(reading) == Pair(reading.most_probable or 0, reading.runner_up or 0)
    assert default_pair(random_classifier.read(Drawing())) is None


@pytest.mark.parametrize(("digit", "against"), [(3, 3), (10, 3), (3, -1)])
def test_only_two_different_digits_make_a_pair(digit: int, against: int) -> None:
    with pytest.raises(ValueError, match=str(digit)):
        Pair(digit, against)
