"""Pictures of several digits: their parts, where these are cut, and the number that they make."""

import numpy as np
import pytest
from numpy.typing import NDArray

from lenet_gui.core.datasets.idx import read_mnist
from lenet_gui.core.network.lenet5 import LeNet5
from lenet_gui.core.network.weights import load_weights
from lenet_gui.core.numbers.number_in_picture import find_number
from lenet_gui.core.numbers.number_reader import NumberReader
from lenet_gui.core.numbers.picture_pieces import Components
from lenet_gui.core.photo.box import Box
from lenet_gui.core.photo.picture import Picture, picture_from_grey
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.resources import default_weights, starter_set
from tests.rows_of_digits import row_of_digits

Ink = NDArray[np.float32]


def ink(*boxes: Box, shape: tuple[int, int] = (100, 300)) -> Ink:
    made = np.zeros(shape, np.float32)
    for box in boxes:
        made[box.top : box.bottom, box.left : box.right] = 1
    return made


def ring(box: Box, pen: int, shape: tuple[int, int] = (100, 300)) -> Ink:
    made = ink(box, shape=shape)
    made[box.top + pen : box.bottom - pen, box.left + pen : box.right - pen] = 0
    return made


@pytest.fixture(scope="module")
def classifier() -> Classifier:
    return Classifier(LeNet5(load_weights(default_weights())))


def written(digits: str, gaps: str = "apart", photographed: bool = False, seed: int = 0) -> Picture:
    """Return a picture of digits of the starter set."""
    images, labels = read_mnist(starter_set(), "train")
    chosen = [np.flatnonzero(labels == int(digit))[3] for digit in digits]
    row = row_of_digits(
        images[chosen], labels[chosen], Listed(len(digits), seed), gaps, 1, photographed
    )
    assert row.text == digits
    return picture_from_grey(row.grey)


class Listed(np.random.Generator):
    """Chooses each digit once, in order; all else is random."""

    def __init__(self, count: int, seed: int) -> None:
        super().__init__(np.random.PCG64(seed))
        self._count = count

    def integers(  # type: ignore[override]
        self, low: int, high: int | None = None, size: int | None = None
    ) -> NDArray[np.int64] | int:
        return self._count if size is None else np.arange(size)


def widths(components: Components) -> list[float]:
    pieces = components.pieces(range(len(components.boxes)), 80.0)
    return (pieces.boxes[:, 2] - pieces.boxes[:, 0]).tolist()


def test_boxes_lie_in_the_middle_of_the_lines() -> None:
    picture = Picture(ring(Box(10, 10, 60, 90), pen=10))
    ((left, top, right, bottom),) = Components(picture).boxes.tolist()
    assert (left, top, right, bottom) == pytest.approx((15, 15, 55, 85), abs=2)


def test_a_piece_has_its_own_ink_alone() -> None:
    first, second = ring(Box(10, 10, 60, 90), pen=8), ring(Box(64, 10, 114, 90), pen=8)
    components = Components(Picture(np.maximum(first, second)))
    pieces = components.pieces([0, 1], 80.0)
    alone = [pieces.part(frozenset({piece})) for piece in range(2)]
    assert [float(part.ink.sum()) for part in alone] == [first.sum(), second.sum()]
    both = pieces.part(frozenset({0, 1}))
    assert both.ink.sum() == first.sum() + second.sum()


def test_two_rings_that_touch_are_cut_where_they_touch() -> None:
    rings = np.maximum(ring(Box(10, 10, 60, 90), pen=8), ring(Box(70, 10, 120, 90), pen=8))
    joined = np.maximum(rings, ink(Box(60, 48, 70, 56)))
    components = Components(Picture(joined))
    assert len(components.boxes) == 1
    pieces = components.pieces([0], 80.0)
    assert set(pieces.owners) == {0}
    places = [pieces.place(frozenset({piece})) for piece in range(len(pieces))]
    assert any(60 <= right <= 70 for _, _, right, _ in places)
    total = sum(float(pieces.part(frozenset({one})).ink.sum()) for one in range(len(pieces)))
    assert total == joined.sum()  # nothing is lost, and nothing counted twice


def test_a_cut_turns_with_slanted_digits() -> None:
    made = np.zeros((100, 200), np.float32)
    for row in range(10, 90):
        shift = (90 - row) // 2
        for left in (20, 50):
            made[row, left + shift : left + shift + 8] = 1
    made[50, 40:90] = 1  # a hair between them
    components = Components(Picture(made))
    assert len(components.boxes) == 1
    pieces = components.pieces([0], 80.0)
    shares = [float(pieces.part(frozenset({one})).ink.sum()) / 640 for one in range(len(pieces))]
    assert len(pieces) == 2
    assert shares == pytest.approx([1, 1], abs=0.1)


def test_dust_a_line_below_and_a_frame_are_no_parts() -> None:
    digits = np.maximum(ring(Box(40, 20, 70, 70), pen=6), ring(Box(90, 20, 120, 70), pen=6))
    more = np.maximum(ink(Box(200, 50, 203, 53), Box(30, 78, 140, 80)), digits)
    framed = np.maximum(more, ring(Box(10, 5, 290, 95), pen=2))
    assert len(Components(Picture(digits)).boxes) == 2
    assert len(Components(Picture(framed)).boxes) == 2


def test_paper_has_no_parts() -> None:
    assert len(Components(Picture(np.zeros((20, 20), np.float32))).boxes) == 0


@pytest.mark.parametrize("digits", ["1998", "42", "100", "8008", "736251"])
@pytest.mark.parametrize("photographed", [False, True])
def test_a_row_of_digits_is_a_number(
    classifier: Classifier, digits: str, photographed: bool
) -> None:
    picture = written(digits, photographed=photographed)
    number = NumberReader(classifier).read(classifier.read(picture))
    assert number is not None
    assert number.text == digits
    lefts = [digit.box[0] for digit in number.digits]
    assert lefts == sorted(lefts)


def test_a_digit_of_a_number_is_read_as_its_own_ink(classifier: Classifier) -> None:
    number = NumberReader(classifier).read(classifier.read(written("42")))
    assert number is not None
    for digit in number.digits:
        again = classifier.read(digit.reading.source)
        np.testing.assert_array_equal(again.frames.framed, digit.reading.frames.framed)


def test_lines_of_digits_are_several_numbers(classifier: Classifier) -> None:
    first, second = written("52").ink, written("806").ink
    wide = max(first.shape[1], second.shape[1])
    rows = [np.pad(one, ((0, 0), (0, wide - one.shape[1]))) for one in (first, second)]
    number = NumberReader(classifier).read(classifier.read(Picture(np.concatenate(rows))))
    assert number is not None
    assert number.text == "52\n806"


def test_each_digit_alone_is_no_number(classifier: Classifier) -> None:
    images, labels = read_mnist(starter_set(), "train")
    reader = NumberReader(classifier)
    for digit in range(10):
        picture = Picture(images[labels == digit][3].astype(np.float32) / 255)
        assert reader.read(classifier.read(picture)) is None


def test_a_number_is_found_beside_other_things(classifier: Classifier) -> None:
    row = written("407").ink
    high, wide = row.shape
    page = np.zeros((3 * high, wide), np.float32)
    page[:high] = row
    page[2 * high : 3 * high, : wide // 3] = 1  # a finger
    assert find_number(Picture(page), classifier) is not None
    found = find_number(Picture(page), classifier)
    assert found is not None
    assert found.number.text == "407"
    assert found.box.bottom < 2 * high
