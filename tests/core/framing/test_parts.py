"""Many drawings framed at once come out as one by one."""

from dataclasses import replace

import numpy as np
from hypothesis import given, settings

from lenet_gui.core.framing.framing import frame
from lenet_gui.core.framing.parts import frame_parts
from lenet_gui.core.strokes.drawing import Drawing, stroke
from tests.core.drawings import drawings


def parts_of(drawing: Drawing) -> list[Drawing]:
    """Return each run of up to three strokes as a drawing of its own."""
    count = len(drawing.strokes)
    runs = [slice(i, j) for i in range(count) for j in range(i + 1, min(count, i + 3) + 1)]
    return [
        replace(drawing, strokes=drawing.strokes[run], pressures=drawing.pressures[run], times=())
        for run in runs
    ]


def require_same(parts: list[Drawing]) -> None:
    for part, framed in zip(parts, frame_parts(parts), strict=True):
        alone = frame(part)
        np.testing.assert_array_equal(framed.framed, alone.framed)
        np.testing.assert_array_equal(framed.padded, alone.padded)
        assert framed.fit == alone.fit


@given(drawing=drawings)
@settings(max_examples=100, deadline=None)
def test_parts_are_framed_as_if_alone(drawing: Drawing) -> None:
    require_same(parts_of(drawing))


def test_a_part_may_be_a_scribble_of_thousands_of_points() -> None:
    turns = np.linspace(0, 400, 4000)
    scribble = stroke(np.column_stack((np.sin(turns), np.cos(1.1 * turns))))
    require_same(parts_of(Drawing((stroke([(0, 0), (0.1, 1)]), scribble))))
