"""Axes: round ticks with their labels, and the place of values between the ends."""

import pytest

from lenet_gui.figure.axes import Axis, log_axis, number_axis, number_label, share_axis, step_axis


def labels(axis: Axis) -> list[str]:
    return [tick.label for tick in axis.ticks]


@pytest.mark.parametrize(
    ("axis", "expected"),
    [
        (number_axis(0, 2.3), "0.0 0.5 1.0 1.5 2.0 2.5"),
        (number_axis(0.51, 0.543), "0.51 0.52 0.53 0.54 0.55"),
        (number_axis(0, 0), "0.0 0.2"),
        (number_axis(0, 6e6), "0 2×10⁶ 4×10⁶ 6×10⁶"),
        (share_axis(0.52, 0.98), "50 %|60 %|70 %|80 %|90 %|100 %"),
        (share_axis(0.974, 0.991), "97.0 %|97.5 %|98.0 %|98.5 %|99.0 %|99.5 %"),
        (share_axis(1, 1), "99.0 %|99.2 %|99.4 %|99.6 %|99.8 %|100.0 %"),
        (share_axis(0, 0), "0.0 %|0.2 %|0.4 %|0.6 %|0.8 %|1.0 %"),
        (log_axis(0.5, 16), "0.2 0.5 1 2 5 10 20"),
        (log_axis(0.006, 90), "0.01 0.1 1 10 100"),
        (log_axis(0.3, 1e30), "1 100,000 10¹⁰ 10¹⁵ 10²⁰ 10²⁵ 10³⁰"),
        (step_axis(1, 130), "20 40 60 80 100 120"),
        (step_axis(1, 3), "1 2 3"),
        (step_axis(1, 1), "1"),
        (step_axis(0, 0.6, is_whole=False), "0.0 0.1 0.2 0.3 0.4 0.5 0.6"),
        (step_axis(0, 11_980), "0 2,000 4,000 6,000 8,000 10,000"),
    ],
)
def test_ticks_are_round_numbers(axis, expected):
    assert labels(axis) == expected.split("|" if "|" in expected else " ")


def test_only_steps_end_between_ticks():
    assert (step_axis(1, 130).low, step_axis(1, 130).high) == (1, 130)
    assert (step_axis(1, 1).low, step_axis(1, 1).high) == (0.5, 1.5)
    assert (number_axis(0.3, 2.3).low, number_axis(0.3, 2.3).high) == (0, 2.5)
    assert (log_axis(0.5, 16).low, log_axis(0.5, 16).high) == (0.2, 20)


def test_places_are_shares_of_the_way_or_of_its_logarithm():
    assert [step_axis(1, 5).place(value) for value in (1, 2, 5)] == [0, 0.25, 1]
    axis = log_axis(0.011, 99)
    assert (axis.low, axis.high) == (0.01, 100)
    assert [axis.place(value) for value in (0.01, 0.1, 1, 100)] == pytest.approx([0, 0.25, 0.5, 1])


def test_large_and_small_numbers_have_powers_of_ten():
    values = [(1234.5, 1), (-0.25, 2), (1e-4, 4), (3e-5, 5), (1.2e7, 0), (1e-12, 12)]
    texts = "1,234.5 −0.25 0.0001 3×10⁻⁵ 1.2×10⁷ 10⁻¹²"
    assert [number_label(*value) for value in values] == texts.split()
