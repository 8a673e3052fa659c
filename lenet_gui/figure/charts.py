"""Line charts: how a network learned, and how often it refuses to answer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import floor, isfinite

import numpy as np
from numpy.typing import NDArray

from lenet_gui.figure.axes import Axis, log_axis, number_axis, share_axis, share_label, step_axis
from lenet_gui.figure.colours import LIGHT, Colours
from lenet_gui.figure.layouts import HEADER, MARGIN, NORMAL, WIDTH
from lenet_gui.figure.legend import SMALL
from lenet_gui.figure.shapes import Box, Cells, Dot, Figure, Item, Line, Point, Run, Text

Values = Sequence[float] | NDArray[np.floating]
GAP = 24
HEIGHT = 232
"""Height of a chart, with its labels."""
PADDING = (16, 44, 24)
"""Room within a chart above, below and to the right of its lines."""
DIGIT, LETTER = 7.6, 6.2
"""Width of a digit and of a letter, at most, in words."""
SAMPLE = 28
"""Length of a line in the legend."""
WIDE_LOSS = 20
"""A loss that is this many times the least validation loss needs a logarithmic scale."""
REFUSAL_WIDTH = 456
MOST_REFUSED = 0.05
"""Share of refused digits that the curve of refusals ends at."""
MARKED = 0.01
"""Share of refused digits whose refused non-digits are written down."""


@dataclass(frozen=True, eq=False)
class Curve:
    """Loss and accuracy, a share of 1, at increasing steps or epochs: as many values of each."""

    steps: Values
    loss: Values
    accuracy: Values


@dataclass(frozen=True)
class Style:
    """How a line and its dots look."""

    name: str
    colour: str
    width: float
    dashes: tuple[float, float] | None = None
    is_hollow: bool = False


def curves(
    training: Curve, validation: Curve, unit: str = "epoch", theme: Colours = LIGHT
) -> Figure:
    """Draw loss and accuracy beside each other; `unit` is what steps are counted in.

    Values that are not finite are left out.
    """
    width = (WIDTH - GAP) / 2
    top = MARGIN + HEADER
    x = _step_axis([*training.steps, *validation.steps])
    styles = _styles(theme)
    are_dots = max(len(training.steps), len(validation.steps)) == 1
    loss = _loss_axis(training.loss, validation.loss)
    accuracy = share_axis(*_range([*training.accuracy, *validation.accuracy]))
    items = [
        *_heading(MARGIN, "Loss", "  logarithmic scale" if loss.is_log else "", theme),
        *_heading(MARGIN + width + GAP, "Accuracy", "", theme),
        *_legend(MARGIN + WIDTH, styles, theme, are_dots),
    ]
    for left, y, values in (
        (MARGIN, loss, (training.loss, validation.loss)),
        (MARGIN + width + GAP, accuracy, (training.accuracy, validation.accuracy)),
    ):
        chart = Chart(x, y, left, top, width, theme)
        items += chart.frame(unit)
        for curve, own, style in zip((training, validation), values, styles, strict=True):
            items += chart.line(curve.steps, own, style)
    title = "Loss and accuracy of training and validation"
    return Figure(WIDTH + 2 * MARGIN, top + HEIGHT + MARGIN, theme.window, title, tuple(items))


def refusal_curve(digits: Values, outliers: Values, theme: Colours = LIGHT) -> Figure:
    """Draw the share of non-digits refused against the share of digits refused by mistake.

    Both are shares of 1 that increase with the threshold, as many of each.
    """
    digits, outliers = np.asarray(digits, np.float64), np.asarray(outliers, np.float64)
    shown = digits <= MOST_REFUSED
    x, y = digits[shown], outliers[shown]
    if not shown.all():
        x = np.append(x, MOST_REFUSED)
        y = np.append(y, np.interp(MOST_REFUSED, digits, outliers))
    axes = share_axis(0, MOST_REFUSED), share_axis(0, 1)
    chart = Chart(*axes, MARGIN, MARGIN + HEADER, REFUSAL_WIDTH, theme)
    items = [
        *_heading(MARGIN, "Non-digits refused", "", theme),
        *chart.frame("digits refused by mistake"),
        *chart.line(x, y, _styles(theme)[1]),
    ]
    if (marked := outliers[digits <= MARKED]).size:
        share = float(marked.max())
        words = f"{share_label(share, 3)} at {share_label(MARKED, 2)}"
        items += chart.mark(MARKED, words)
    title = "Non-digits refused, against digits refused by mistake"
    size = REFUSAL_WIDTH + 2 * MARGIN, MARGIN + HEADER + HEIGHT + MARGIN
    return Figure(*size, theme.window, title, tuple(items))


@dataclass(frozen=True, eq=False)
class Chart:
    """A chart `width` units wide, with its labels, and its corner at `left` and `top`."""

    x: Axis
    y: Axis
    left: float
    top: float
    width: float
    theme: Colours

    @property
    def _sides(self) -> tuple[float, float, float, float]:
        """Left, right, top and bottom of the lines' room, between units, where lines are sharp."""
        above, below, right = PADDING
        labels = max(len(tick.label) for tick in self.y.ticks) * DIGIT
        return (
            floor(self.left + 16 + labels) + 0.5,
            floor(self.left + self.width - right) + 0.5,
            floor(self.top + above) + 0.5,
            floor(self.top + HEIGHT - below) + 0.5,
        )

    def point(self, x: float, y: float) -> Point:
        """Return the place of a value."""
        left, right, top, bottom = self._sides
        across, up = self.x.place(x), self.y.place(y)
        return round(left + across * (right - left), 2), round(bottom - up * (bottom - top), 2)

    def frame(self, unit: str) -> list[Item]:
        """Draw paper, grid, both axes' labels, and the unit below the horizontal one."""
        left, right, _, bottom = self._sides
        theme = self.theme
        surface = np.array([[int(f"ff{theme.surface[1:]}", 16)]], np.uint32)
        items: list[Item] = [
            Cells(self.left, self.top, self.width, HEIGHT, surface),
            Box(self.left, self.top, self.width, HEIGHT, theme.line),
        ]
        for tick in self.y.ticks:
            y = floor(self.point(self.x.low, tick.value)[1]) + 0.5
            items.append(Line(((left, y), (right, y)), theme.track))
            label = (Run(tick.label, theme.muted),)
            items.append(Text(left - 8, y + 0.36 * SMALL, SMALL, label, "end"))
        items.append(Line(((left, bottom), (right, bottom)), theme.muted))
        for tick in self.x.ticks:
            x = floor(self.point(tick.value, self.y.low)[0]) + 0.5
            items.append(Line(((x, bottom), (x, bottom + 4)), theme.muted))
            label = (Run(tick.label, theme.muted),)
            items.append(Text(x, bottom + 18, SMALL, label, "middle"))
        middle = (left + right) / 2
        items.append(Text(middle, bottom + 35, SMALL, (Run(unit, theme.muted),), "middle"))
        return items

    def line(self, steps: Values, values: Values, style: Style) -> list[Item]:
        """Draw values as a line, with gaps where they are not finite, and single ones as dots."""
        items: list[Item] = []
        for part in _finite(steps, values):
            places = tuple(self.point(*value) for value in part)
            if len(places) > 1:
                items.append(Line(places, style.colour, style.width, style.dashes))
            else:
                items += _dot(*places[0], style, self.theme)
        return items

    def mark(self, x: float, words: str) -> list[Item]:
        """Draw a dashed line upwards at `x`, with words at its foot."""
        _, _, top, bottom = self._sides
        across = floor(self.point(x, self.y.low)[0]) + 0.5
        return [
            Line(((across, bottom), (across, top)), self.theme.positive, 1, (4, 3)),
            Text(across + 8, bottom - 8, SMALL, (Run(words, self.theme.text),)),
        ]


def _styles(theme: Colours) -> tuple[Style, Style]:
    """Return the looks of training and of validation, which differ in more than colour."""
    return (
        Style("training", theme.muted, 1.5, (4, 2.5), is_hollow=True),
        Style("validation", theme.accent, 2),
    )


def _step_axis(steps: Sequence[float]) -> Axis:
    low, high = _range(steps)
    return step_axis(low, high, all(float(step).is_integer() for step in steps))


def _loss_axis(training: Values, validation: Values) -> Axis:
    """Return a logarithmic axis if the losses differ much: in distillation, even in kind."""
    low, high = _range([*training, *validation])
    if low > 0 and max([*training, *validation]) > WIDE_LOSS * _range(validation)[0]:
        return log_axis(low, high)
    return number_axis(0.0 if 0 <= low < high / 2 else low, high)


def _range(values: Values) -> tuple[float, float]:
    """Return the least and the greatest of those that are finite; 0 and 1 if there are none."""
    finite = [float(value) for value in values if isfinite(value)]
    return (min(finite), max(finite)) if finite else (0.0, 1.0)


def _finite(steps: Values, values: Values) -> Iterator[list[Point]]:
    """Yield the runs of finite values, with their steps."""
    run: list[Point] = []
    for step, value in zip(steps, values, strict=True):
        if isfinite(value):
            run.append((float(step), float(value)))
        elif run:
            yield run
            run = []
    if run:
        yield run


def _heading(left: float, name: str, note: str, theme: Colours) -> list[Item]:
    runs = Run(name, theme.text, is_bold=True), Run(note, theme.muted)
    return [Text(left, MARGIN + NORMAL, NORMAL, runs)]


def _legend(right: float, styles: Sequence[Style], theme: Colours, are_dots: bool) -> list[Item]:
    """Draw a piece of each line, or a dot, and its name, from right to left."""
    items: list[Item] = []
    baseline = MARGIN + NORMAL
    for style in reversed(styles):
        words = Run(style.name, theme.muted)
        x = right - len(style.name) * LETTER
        items.append(Text(x, baseline, SMALL, (words,)))
        y = baseline - 4.5
        left = x - 8 - SAMPLE
        if are_dots:
            items += _dot(left + SAMPLE - 4, y, style, theme)
        else:
            piece = (left, y), (left + SAMPLE, y)
            items.append(Line(piece, style.colour, style.width, style.dashes))
        right = left - 16
    return items


def _dot(x: float, y: float, style: Style, theme: Colours) -> list[Item]:
    dot = Dot(x, y, 4, style.colour)
    return [dot, Dot(x, y, 2.5, theme.surface)] if style.is_hollow else [dot]
