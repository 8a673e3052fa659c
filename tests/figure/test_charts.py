"""Charts: values lie where the axes say, and the two lines differ in more than colour."""

import numpy as np
import pytest

from lenet_gui.figure.charts import Curve, curves, refusal_curve
from lenet_gui.figure.colours import DARK, LIGHT
from lenet_gui.figure.shapes import Dot, Figure, Line, Text

NAN, INFINITE = float("nan"), float("inf")


def lines(figure: Figure, colour: str) -> list[Line]:
    """Return the lines of values in one colour; axes and grid are thinner."""
    found = [item for item in figure.items if isinstance(item, Line) and item.colour == colour]
    return [line for line in found if line.width > 1]


def labels(figure: Figure) -> dict[str, Text]:
    texts = [item for item in figure.items if isinstance(item, Text)]
    return {"".join(run.text for run in text.runs): text for text in texts}


def where(figure: Figure, across: str, up: str) -> tuple[float, float]:
    """Return the point that two labels on the axes name."""
    found = labels(figure)
    return found[across].x, found[up].y - 0.36 * found[up].size


def test_values_lie_between_their_labels():
    training = Curve([0, 1, 3], [2.0, 1.5, 0.5], [0.5, 0.75, 1.0])
    validation = Curve([0, 3], [2.0, 1.0], [0.5, 0.875])
    figure = curves(training, validation, unit="step")
    assert {"Loss", "Accuracy", "training", "validation", "step"} <= set(labels(figure))
    sample, loss, accuracy = lines(figure, LIGHT.muted)
    assert sample.dashes == loss.dashes == accuracy.dashes == (4, 2.5)
    # The labels are those of the accuracy, which is drawn last.
    for point, at in zip(accuracy.points, [("0", "50 %"), None, ("3", "100 %")], strict=True):
        if at:
            assert point == pytest.approx(where(figure, *at), abs=1)
    first, second, third = accuracy.points
    assert second[0] - first[0] == pytest.approx((third[0] - first[0]) / 3, abs=0.02)
    assert second[1] == pytest.approx((first[1] + third[1]) / 2, abs=0.02)
    _, own_loss, own_accuracy = lines(figure, LIGHT.accent)
    assert own_accuracy.dashes is own_loss.dashes is None
    assert (own_loss.points[0], own_accuracy.points[0]) == (loss.points[0], accuracy.points[0])
    assert own_accuracy.points[1][0] == accuracy.points[2][0]


@pytest.mark.parametrize(("least", "is_log"), [(0.1, False), (0.09, True), (0.0, False)])
def test_losses_that_differ_much_have_a_logarithmic_scale(least, is_log):
    training = Curve([1, 2, 3], [2.0, 1.0, 0.5], [0.1, 0.2, 0.3])
    validation = Curve([1, 2, 3], [1.0, 0.5, least], [0.1, 0.2, 0.3])
    figure = curves(training, validation)
    assert ("Loss  logarithmic scale" in labels(figure)) == is_log
    (_, first), (_, second), (_, third) = lines(figure, LIGHT.muted)[1].points
    assert ((second - first) == pytest.approx(third - second, abs=0.02)) == is_log


def test_values_that_are_not_finite_are_gaps():
    loss = [2, 1, NAN, 1, INFINITE, 0.5, 0.5]
    training = Curve(range(7), loss, [0.5] * 7)
    figure = curves(training, Curve([0, 6], [NAN, NAN], [0.5, 0.5]), theme=DARK)
    _, *parts, accuracy = lines(figure, DARK.muted)
    assert [len(line.points) for line in parts] == [2, 2]
    assert len(accuracy.points) == 7
    assert [dot.colour for dot in figure.items if isinstance(dot, Dot)] == [
        DARK.muted,
        DARK.surface,
    ]


def test_one_epoch_is_a_ring_and_a_dot_in_the_legend_too():
    figure = curves(Curve([1], [0.3], [0.9]), Curve([1], [0.2], [0.95]))
    assert lines(figure, LIGHT.muted) == lines(figure, LIGHT.accent) == []
    dots = [item.colour for item in figure.items if isinstance(item, Dot)]
    once = [LIGHT.muted, LIGHT.surface, LIGHT.accent]
    assert dots == [LIGHT.accent, LIGHT.muted, LIGHT.surface, *once, *once]


def test_nothing_has_empty_charts():
    nothing = Curve([], [], [])
    assert "100 %" in labels(curves(nothing, nothing))
    assert "100 %" in labels(refusal_curve([], []))


def test_the_refusal_ends_at_five_per_cent_and_is_read_at_one():
    digits = np.array([0, 0.01, 0.04, 0.06])
    figure = refusal_curve(digits, np.array([0.2, 0.6, 0.8, 0.9]))
    (line,) = lines(figure, LIGHT.accent)
    for point, at in {1: ("1 %", "60 %"), 2: ("4 %", "80 %")}.items():
        assert line.points[point] == pytest.approx(where(figure, *at), abs=1)
    assert line.points[3][0] == pytest.approx(labels(figure)["5 %"].x, abs=1)
    # Between 80 and 90 per cent, as at 4 and 6.
    (_, second), (_, third), (_, last) = line.points[1:]
    assert last == pytest.approx(third + (third - second) / 4, abs=0.02)
    assert "60.0 % at 1 %" in labels(figure)
