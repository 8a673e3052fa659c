"""Hypothesis strategies for drawings of every valid kind."""

import numpy as np
from hypothesis import strategies as st

from lenet_gui.core.strokes.drawing import (
    COORDINATE_LIMIT,
    TIME_LIMIT,
    Drawing,
    stroke,
    stroke_pressures,
    stroke_times,
)

coordinates = st.floats(-COORDINATE_LIMIT, COORDINATE_LIMIT)
lengths = st.floats(1 / COORDINATE_LIMIT, COORDINATE_LIMIT)
strokes = st.lists(st.tuples(coordinates, coordinates), min_size=1, max_size=20).map(stroke)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
KNOWN = {"format", "version", "canvas", "pen_width", "label", "strokes", "pressures", "times"}


@st.composite
def drawings_of(draw, strokes):
    """Draw drawings made of `strokes`, with or without pressures and times."""
    lines = draw(strokes)
    sizes = [len(points) for points in lines]
    total, pressures, times = sum(sizes), (), ()

    def by_stroke(values):
        return np.split(np.array(values, np.float64), np.cumsum(sizes)[:-1]) if sizes else []

    if draw(st.booleans()):
        values = draw(st.lists(st.floats(0, 1), min_size=total, max_size=total))
        pressures = tuple(stroke_pressures(part) for part in by_stroke(values))
    if draw(st.booleans()):
        values = sorted(draw(st.lists(st.floats(0, TIME_LIMIT), min_size=total, max_size=total)))
        times = tuple(stroke_times(part) for part in by_stroke(values))
    return Drawing(
        strokes=tuple(lines),
        canvas=draw(st.none() | st.tuples(lengths, lengths)),
        pen_width=draw(st.none() | lengths),
        label=draw(st.none() | st.integers(0, 9)),
        extra=draw(
            st.dictionaries(st.text().filter(lambda key: key not in KNOWN), json_values, max_size=3)
        ),
        pressures=pressures,
        times=times,
    )


drawings = drawings_of(st.lists(strokes, max_size=5))
