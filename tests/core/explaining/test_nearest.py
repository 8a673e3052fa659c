import numpy as np
import pytest

from lenet_gui.core.explaining.nearest import KnownDigits
from lenet_gui.core.network.lenet5 import Held
from lenet_gui.core.reading.classifier import Classifier

RANDOM = np.random.default_rng(4)
IMAGES = RANDOM.integers(0, 256, (300, 28, 28), np.uint8)
LABELS = (np.arange(300) % 10).astype(np.uint8)


def f6(classifier: Classifier, image: np.ndarray, off=frozenset()) -> np.ndarray:
    padded = np.pad(image.astype(np.float32) / 255, 2)
    return classifier.network.forward(padded[None], off).layers["F6"][0]


def test_a_digit_is_nearest_to_itself(random_classifier: Classifier) -> None:
    known = KnownDigits(random_classifier.network, IMAGES, LABELS)
    found = known.nearest(f6(random_classifier, IMAGES[273]), 3, 5)
    assert found.indices[0] == 273
    assert found.distances[0] == pytest.approx(0, abs=1e-5)
    np.testing.assert_array_equal(found.images, IMAGES[found.indices])


def test_the_nearest_of_one_kind_in_order(random_classifier: Classifier) -> None:
    known = KnownDigits(random_classifier.network, IMAGES, LABELS)
    asked = f6(random_classifier, IMAGES[0])
    found = known.nearest(asked, 7, 30)
    distances = [
        np.linalg.norm(f6(random_classifier, IMAGES[place]) - asked) for place in range(300)
    ]
    expected = sorted(range(7, 300, 10), key=lambda place: distances[place])
    assert found.indices.tolist() == expected
    assert found.distances == pytest.approx([distances[place] for place in expected], abs=1e-4)


def test_no_more_than_there_are(random_classifier: Classifier) -> None:
    known = KnownDigits(random_classifier.network, IMAGES[:5], LABELS[:5])
    assert len(known.nearest(f6(random_classifier, IMAGES[0]), 2, 4).distances) == 1
    assert len(known.nearest(f6(random_classifier, IMAGES[0]), 9, 4).distances) == 0


def test_known_digits_are_read_with_the_same_maps_off(random_classifier: Classifier) -> None:
    off = frozenset([Held("C3", 1), Held("F6", 4, 0.5)])
    known = KnownDigits(random_classifier.network, IMAGES, LABELS, off)
    found = known.nearest(f6(random_classifier, IMAGES[11], off), 1, 1)
    assert found.indices.tolist() == [11]
    assert found.distances == pytest.approx([0], abs=1e-5)
