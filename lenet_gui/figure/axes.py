"""The axes of charts: what they reach from and to, and ticks at round numbers."""

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, floor, log10

MOST_TICKS = 7
"""On a logarithmic axis."""
INTERVALS, STEP_INTERVALS = 5, 8
"""Most distances between ticks that the values span: of numbers and shares, and of steps."""
BELOW = 0.95
"""The low end of a logarithmic axis is at most this share of the least value."""
SLACK = 1e-9
"""Tolerance for rounding errors, as a share of a step."""
SUPERSCRIPT = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True)
class Tick:
    """A value on an axis, and its label."""

    value: float
    label: str


@dataclass(frozen=True)
class Axis:
    """Values from `low` to `high`, evenly spaced, or their logarithms are."""

    low: float
    high: float
    ticks: tuple[Tick, ...]
    is_log: bool = False

    def place(self, value: float) -> float:
        """Return the place of a value: 0 at the low end, 1 at the high end."""
        if self.is_log:
            return log10(value / self.low) / log10(self.high / self.low)
        return (value - self.low) / (self.high - self.low)


def number_axis(low: float, high: float) -> Axis:
    """Return an axis for numbers, from a tick at or below `low` to one at or above `high`."""
    step, decimals = _round_step(high - low or abs(high) or 1.0, INTERVALS)
    return _widened(low, high, step, decimals, number_label)


def share_axis(low: float, high: float) -> Axis:
    """Return an axis for shares of 1, in per cent, at least one per cent long."""
    low = min(low, high - 0.01)
    if low < 0:
        low, high = 0.0, max(high, 0.01)
    step, decimals = _round_step(high - low, INTERVALS)
    return _widened(low, high, step, decimals, share_label)


def step_axis(low: float, high: float, is_whole: bool = True) -> Axis:
    """Return an axis from `low` to `high`, for steps or epochs; ticks are whole if they are."""
    if low == high:
        low, high = low - 0.5, high + 0.5
    step, decimals = _round_step(high - low, STEP_INTERVALS)
    if is_whole and step < 1:
        step, decimals = 1.0, 0
    first, last = ceil(low / step - SLACK), floor(high / step + SLACK)
    return Axis(low, high, _ticks(range(first, last + 1), step, decimals, number_label))


def log_axis(low: float, high: float) -> Axis:
    """Return an axis for 0 < low < high, in logarithms, that begins a little below `low`.

    Its ticks are 1, 2 and 5 times powers of ten; only powers of ten if those were too many.
    """
    exponents = range(floor(log10(low)) - 1, floor(log10(high)) + 2)
    steps = [(digit, exponent) for exponent in exponents for digit in (1, 2, 5)]
    low = max(_power(*step) for step in steps if _power(*step) <= low * BELOW)
    high = min(_power(*step) for step in steps if _power(*step) >= high * (1 - SLACK))
    steps = [step for step in steps if low <= _power(*step) <= high]
    if len(steps) > MOST_TICKS:
        steps = [step for step in steps if step[0] == 1]
        steps = steps[:: ceil(len(steps) / MOST_TICKS)]
    ticks = (Tick(_power(*step), number_label(_power(*step), max(0, -step[1]))) for step in steps)
    return Axis(low, high, tuple(ticks), is_log=True)


def number_label(value: float, decimals: int) -> str:
    """Return a number as text; very large and very small ones with a power of ten."""
    if value == 0 or 1e-4 * (1 - SLACK) <= abs(value) < 1e6:
        return f"{value + 0.0:,.{decimals}f}".replace("-", "−")
    digits, _, exponent = f"{value:e}".partition("e")
    digits = digits.rstrip("0").rstrip(".").replace("-", "−")
    power = "10" + str(int(exponent)).translate(SUPERSCRIPT)
    return power if digits == "1" else f"{digits}×{power}"


def share_label(share: float, decimals: int) -> str:
    """Return a share of 1 in per cent; `decimals` are the share's own."""
    return f"{100 * share:.{max(0, decimals - 2)}f} %"


def _power(digit: int, exponent: int) -> float:
    return float(f"{digit}e{exponent}")


def _round_step(span: float, intervals: int) -> tuple[float, int]:
    """Return the least distance of ticks, 1, 2 or 5 times a power of ten, and its decimals."""
    least = span / intervals
    exponent = floor(log10(least))
    digit = next((d for d in (1, 2, 5) if _power(d, exponent) >= least * (1 - SLACK)), None)
    if digit is None:
        digit, exponent = 1, exponent + 1
    return _power(digit, exponent), max(0, -exponent)


def _widened(
    low: float, high: float, step: float, decimals: int, label: Callable[[float, int], str]
) -> Axis:
    """Return an axis whose ends are ticks."""
    first, last = floor(low / step + SLACK), ceil(high / step - SLACK)
    ticks = _ticks(range(first, max(last, first + 1) + 1), step, decimals, label)
    return Axis(ticks[0].value, ticks[-1].value, ticks)


def _ticks(
    numbers: range, step: float, decimals: int, label: Callable[[float, int], str]
) -> tuple[Tick, ...]:
    values = (round(number * step, decimals) for number in numbers)
    return tuple(Tick(value, label(value, decimals)) for value in values)
