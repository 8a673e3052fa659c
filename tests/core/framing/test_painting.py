"""Lines painted into a picture's pixels."""

import numpy as np
import pytest

from lenet_gui.core.framing.painting import painted
from lenet_gui.core.framing.raster import rasterize

BLANK = np.zeros((20, 30), np.float32)
LINE = np.array([(4.0, 5.0), (12.0, 9.5)])
PEN = 2.5


def test_a_line_on_paper_is_drawn_as_strokes_are() -> None:
    ink = painted(np.zeros((20, 20), np.float32), LINE, PEN)
    assert np.array_equal(ink, rasterize([LINE], PEN, 20))


def test_the_eraser_takes_what_the_pen_gave_and_no_more() -> None:
    full = np.ones_like(BLANK)
    assert painted(full, LINE, PEN, is_ink=False) == pytest.approx(1 - painted(BLANK, LINE, PEN))
    grey = np.full_like(BLANK, 0.3)
    assert painted(grey, LINE, PEN).min() == np.float32(0.3)
    assert painted(grey, LINE, PEN, is_ink=False).max() == np.float32(0.3)


def test_a_line_may_be_painted_in_pieces() -> None:
    middle = LINE.mean(axis=0)
    pieces = painted(
        painted(BLANK, np.array((LINE[0], middle)), PEN), np.array((middle, LINE[1])), PEN
    )
    assert pieces == pytest.approx(painted(BLANK, LINE, PEN), abs=1e-5)


@pytest.mark.parametrize(
    "path", [[(-9.0, 5.0)], [(31.5, 19.0), (90.0, 90.0)], [(5.0, -1e9), (5.0, -40.0)]]
)
def test_beside_the_picture_nothing_changes(path: list[tuple[float, float]]) -> None:
    assert painted(BLANK, np.array(path), PEN) is BLANK


def test_nothing_new_is_the_same_array_and_the_old_one_stays_as_it_is() -> None:
    before = BLANK.copy()
    once = painted(before, LINE, PEN)
    assert not before.any()
    assert painted(once, LINE, PEN) is once
    assert painted(before, LINE, PEN, is_ink=False) is before


def test_a_line_may_begin_on_the_picture_and_end_beside_it() -> None:
    ink = painted(BLANK, np.array([(25.0, 10.0), (60.0, 10.0)]), 2.0)
    assert ink[9:11, 26:].all()
    assert not ink[:, :24].any()
