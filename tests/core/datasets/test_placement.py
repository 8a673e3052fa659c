"""Repositioned drawings: the exact place and size of their ink."""

import numpy as np
import pytest

from lenet_gui.core.datasets.placement import RANDOM_SIZES, Place, Placement, placed
from lenet_gui.core.datasets.sample import Sample
from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.strokes.drawing import Drawing, stroke
from lenet_gui.errors import DatasetError


@pytest.fixture
def drawing() -> Drawing:
    """A drawing twice as high as wide: 10 by 20."""
    return Drawing((stroke([[0, 0], [10, 20]]), stroke([[5, 10]])), (100, 100), 9, 4)


def extent(drawing: Drawing) -> list[list[float]]:
    points = np.concatenate(drawing.strokes)
    return [points.min(axis=0).tolist(), points.max(axis=0).tolist()]


@pytest.mark.parametrize(
    ("size", "x", "y", "expected"),
    [
        (0.5, 0, 0, [[0, 0], [25, 50]]),
        (0.5, 1, 1, [[75, 50], [100, 100]]),
        (0.5, 0.5, 0.5, [[37.5, 25], [62.5, 75]]),
        (1, 0.5, 0.5, [[25, 0], [75, 100]]),
    ],
)
def test_the_ink_is_scaled_and_moved(drawing, size, x, y, expected):
    moved = placed(drawing, size, x, y)
    np.testing.assert_allclose(extent(moved), expected)
    # The dot moves with the line; the rest of the drawing is unchanged.
    np.testing.assert_allclose(moved.strokes[1][0], np.mean(extent(moved), axis=0))
    assert (moved.canvas, moved.pen_width, moved.label) == ((100, 100), 9, 4)
    assert not moved.strokes[0].flags.writeable


def test_the_original_drawing_is_unchanged(drawing):
    placed(drawing, 0.5, 1, 1)
    assert extent(drawing) == [[0, 0], [10, 20]]


def test_a_dot_moves_and_an_empty_drawing_stays_empty():
    dot = placed(Drawing((stroke([[3, 4]]),)), 0.5, 1, 0)
    assert dot.strokes[0].tolist() == [[560, 0]]
    assert placed(Drawing(), 0.5, 1, 0).is_empty


def test_samples_are_placed_in_each_corner_in_turn(drawing):
    samples = [Sample(drawing, 4)] * 4
    sources = [sample.source for sample in Placement(Place.CORNER, 0.5).apply(samples)]
    lows = [extent(source)[0] for source in sources]
    assert lows == [[0, 0], [75, 0], [0, 50], [75, 50]]


def test_centred_drawings_are_large_unless_a_size_is_given(drawing):
    large, small = (
        next(Placement(Place.CENTRE, size).apply([Sample(drawing, 4, writer=2)]))
        for size in (None, 0.3)
    )
    assert extent(large.source)[1][1] - extent(large.source)[0][1] == pytest.approx(95)
    assert extent(small.source)[1][1] - extent(small.source)[0][1] == pytest.approx(30)
    assert (large.label, large.writer) == (4, 2)


def test_random_places_stay_on_the_canvas_and_follow_the_seed(drawing):
    samples = [Sample(drawing, 4)] * 50

    def extents(seed):
        return [extent(s.source) for s in Placement(Place.RANDOM, seed=seed).apply(samples)]

    boxes = np.array(extents(seed=1))
    assert boxes.min() >= 0
    assert boxes.max() <= 100 + 1e-9
    heights = boxes[:, 1, 1] - boxes[:, 0, 1]
    assert 100 * RANDOM_SIZES[0] <= heights.min() < heights.max() <= 100 * RANDOM_SIZES[1]
    assert extents(seed=1) == boxes.tolist()
    assert extents(seed=2) != boxes.tolist()


def test_pictures_cannot_be_placed():
    sample = Sample(Picture(np.zeros((28, 28), np.float32)), 1)
    with pytest.raises(DatasetError, match="pictures"):
        list(Placement(Place.CORNER).apply([sample]))
