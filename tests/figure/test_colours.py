"""Colours: the ramps' ends and middles, and the colours of values."""

import numpy as np
import pytest

from lenet_gui.figure.colours import PALETTES, blend, colour


def text(value: int) -> str:
    assert value >> 24 == 0xFF
    return f"#{value & 0xFFFFFF:06x}"


def test_a_ramp_runs_evenly_from_colour_to_colour():
    ramp = blend("#000000", "#ff0080")
    assert ramp.shape == (256,)
    assert [text(ramp[place]) for place in (0, 51, 255)] == ["#000000", "#33001a", "#ff0080"]


@pytest.mark.parametrize("colours", PALETTES, ids=lambda colours: colours.name)
def test_the_scales_begin_and_end_in_the_named_colours(colours):
    assert [text(colours.ink_ramp[place]) for place in (0, 255)] == [colours.paper, colours.ink]
    ends = [text(colours.signed_ramp[place]) for place in (0, 255)]
    assert ends == [colours.negative, colours.positive]
    # Zero is half-way between two of the 256: within one step of either.
    middle = bytes.fromhex(text(colours.signed_ramp[128])[1:])
    assert np.abs(np.subtract(list(middle), list(bytes.fromhex(colours.zero[1:])))).max() <= 1


def test_values_get_the_nearest_colour_and_are_clamped():
    ramp = blend("#000000", "#ffffff")
    values = np.array([[-9, -1, -0.5], [0, 1, 9]], np.float32)
    found = colour(values, ramp, -1, 1) & 0xFF
    assert found.tolist() == [[0, 0, 64], [128, 255, 255]]
