"""Each stroke alone: together they are the framed drawing."""

import numpy as np
import pytest
from hypothesis import given, settings

from lenet_gui.core.framing.framing import Framing, frame, frame_each
from lenet_gui.core.strokes.drawing import Drawing, stroke
from tests.core.drawings import drawings


@pytest.mark.parametrize("framing", Framing)
@given(drawing=drawings)
@settings(max_examples=50, deadline=None)
def test_the_darkest_of_all_strokes_is_the_drawing(framing: Framing, drawing: Drawing) -> None:
    images = frame_each(drawing, framing)
    assert images.shape == (len(drawing.strokes), 28, 28)
    together = images.max(axis=0, initial=0)
    np.testing.assert_allclose(together, frame(drawing, framing).framed, atol=1e-5)


def test_a_stroke_lies_where_it_lies_in_the_whole_drawing() -> None:
    drawing = Drawing((stroke([(0, 0), (0, 100)]), stroke([(0, 100), (60, 100)])))
    down, across = frame_each(drawing)
    frames = frame(drawing)
    assert frames.fit is not None
    corner = frames.fit.apply(np.array([(0.0, 100.0)]))[0].astype(int)
    above, right = slice(0, corner[1] - 2), slice(corner[0] + 3, 28)
    np.testing.assert_array_equal(down[above], frames.framed[above])
    np.testing.assert_array_equal(across[:, right], frames.framed[:, right])
    assert down[above].any()
    assert across[:, right].any()
    assert not down[:, right].any()
    assert not across[above].any()
