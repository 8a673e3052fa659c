"""Counting lost events."""

import numpy as np

from lenet_gui.core.strokes.drawing import CANVAS_SIZE, Drawing
from tests.benchmarks.pace import lost_points, on_canvas

GIVEN = Drawing().with_stroke([(0, 0), (10, 0), (10, 0), (10, 5)]).with_stroke([(2, 8)])


def test_strokes_lie_in_the_canvas_without_repeated_points() -> None:
    # From 0 … 10 to 0.1 … 0.9 of the canvas.
    first, dot = on_canvas(GIVEN)
    np.testing.assert_allclose(first, [(0.1, 0.1), (0.9, 0.1), (0.9, 0.5)])
    np.testing.assert_allclose(dot, [(0.26, 0.74)])


def test_points_without_ink_are_counted() -> None:
    first, dot = (np.array(points) * CANVAS_SIZE for points in on_canvas(GIVEN))
    assert lost_points(on_canvas(GIVEN), Drawing((first, dot))) == 0
    assert lost_points(on_canvas(GIVEN), Drawing((first[:2], dot))) == 1
    assert lost_points(on_canvas(GIVEN), Drawing((dot,))) == 3
