"""Drawings: immutable strokes, and their JSON form."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, pairwise
from math import ceil, floor
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.files.limits import (
    TooLargeError,
    require_modest_json,
    require_modest_size,
    shortened,
)
from lenet_gui.errors import DrawingError

FORMAT = "lenet-gui drawing"
VERSION = 1
CANVAS_SIZE = 560.0
"""Side of the program's own canvas in drawing units; a screen shows it at any size."""
POINT_LIMIT = 500_000
"""An hour of a pen that reports 125 points a second."""
STROKE_LIMIT = 50_000
COORDINATE_LIMIT = 1e9
"""Largest coordinate; its inverse is the smallest canvas or pen."""

TIME_LIMIT = 1e12
"""Latest time of a point in milliseconds: some 30 years, less than a clock counting from 1970."""
LABEL = "label"
"""A file's key for what the drawing shows."""
NEUTRAL_PRESSURE = 0.5
"""Pressure at which the pen is as wide as one without pressure."""

Points = NDArray[np.float64]
Values = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Drawing:
    """Strokes of a pen, in drawing order; x to the right and y downwards, in any unit.

    Each stroke is a float64 array, shape (points, 2), read-only; a stroke of one point is a dot.
    `canvas` is (width, height) and `pen_width` the pen's diameter, both in the strokes' unit, or
    None if unknown. `pressures` (0 … 1) and `times` (milliseconds since the drawing began, never
    falling) are each empty, or hold a read-only float64 array, shape (points,), for every stroke.
    `label` is the correct digit. `extra` keeps a file's unknown keys, and a label that is not one
    digit.

    Raises DrawingError if pressures or times do not fit the strokes.
    """

    strokes: tuple[Points, ...] = ()
    canvas: tuple[float, float] | None = None
    pen_width: float | None = None
    label: int | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)
    pressures: tuple[Values, ...] = ()
    times: tuple[Values, ...] = ()

    def __post_init__(self) -> None:
        if self.pressures:
            _require_parallel("pressures", self.pressures, self.strokes)
        if self.times:
            _require_parallel("times", self.times, self.strokes)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is drawn."""
        return not self.strokes

    @property
    def label_text(self) -> str | None:
        """The label as text: a digit, a number or anything else; None without a label."""
        found = self.extra.get(LABEL) if self.label is None else self.label
        return None if found is None else str(found).strip() or None

    def unlabelled(self) -> "Drawing":
        """Return the drawing without a label, of whatever kind."""
        extra = {key: item for key, item in self.extra.items() if key != LABEL}
        return replace(self, label=None, extra=extra)

    def with_stroke(
        self,
        points: Iterable[Iterable[float]],
        pressures: Iterable[float] | None = None,
        times: Iterable[float] | None = None,
    ) -> "Drawing":
        """Return this drawing with one more stroke on top.

        If only some strokes have pressures, the others get the neutral one. Times are kept only if
        every stroke has them.

        Raises DrawingError on bad points, pressures or times, and on times before those of the
        strokes below.
        """
        line = stroke(points)
        return self.with_arrays(
            line,
            None if pressures is None else stroke_pressures(pressures),
            None if times is None else stroke_times(times),
        )

    def with_arrays(
        self, points: Points, pressures: Values | None, times: Values | None
    ) -> "Drawing":
        """Do the same as `with_stroke` for arrays known to be valid and read-only.

        Raises DrawingError if the numbers of points, pressures and times differ, or if the times
        begin before those of the strokes below end.
        """
        pressed: tuple[Values, ...] = ()
        if self.pressures or pressures is not None:
            last = _neutral(points) if pressures is None else pressures
            pressed = (*(self.pressures or map(_neutral, self.strokes)), last)
        timed: tuple[Values, ...] = ()
        if times is not None and (self.times or self.is_empty):
            timed = (*self.times, times)
            _require_order(timed[-2:])
        return replace(self, strokes=(*self.strokes, points), pressures=pressed, times=timed)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Drawing):
            return NotImplemented
        return self.to_dict() == other.to_dict()

    def to_dict(self) -> dict[str, Any]:
        """Return the drawing as JSON-ready values, our own keys before the unknown ones."""
        known: dict[str, Any] = {"format": FORMAT, "version": VERSION}
        if self.canvas is not None:
            known["canvas"] = list(self.canvas)
        if self.pen_width is not None:
            known["pen_width"] = self.pen_width
        if self.label is not None:
            known[LABEL] = self.label
        known["strokes"] = [points.tolist() for points in self.strokes]
        if self.pressures:
            known["pressures"] = [values.tolist() for values in self.pressures]
        if self.times:
            known["times"] = [values.tolist() for values in self.times]
        return {**known, **{k: v for k, v in self.extra.items() if k not in known}}

    def to_json(self) -> str:
        """Return the drawing as one line of JSON in ASCII, which any file can hold."""
        return json.dumps(self.to_dict())


def stroke(points: Iterable[Iterable[float]]) -> Points:
    """Return checked, read-only points, shape (points, 2). Raises DrawingError on bad ones."""
    array = _numbers(points, "A stroke must be a list of [x, y] points, each two numbers.")
    if array.ndim != 2 or array.shape[1] != 2 or not len(array):
        raise DrawingError("A stroke must be a list of one or more [x, y] points.")
    if not (np.abs(array) <= COORDINATE_LIMIT).all():  # False for NaN as well
        raise DrawingError(
            "A point's coordinates must be numbers up to ±{0}.", f"{COORDINATE_LIMIT:.0e}"
        )
    array.setflags(write=False)
    return array


def stroke_pressures(values: Iterable[float]) -> Values:
    """Return checked, read-only pressures, shape (points,). Raises DrawingError on bad ones."""
    return _values(values, 1.0, "A stroke's pressures must be a list of numbers from 0 to 1.")


def stroke_times(values: Iterable[float]) -> Values:
    """Return checked, read-only times, shape (points,). Raises DrawingError on bad ones."""
    sentence = f"A stroke's times must be a list of milliseconds from 0 to {TIME_LIMIT:.0e}."
    times = _values(values, TIME_LIMIT, sentence)
    if (np.diff(times) < 0).any():
        raise DrawingError("A stroke's times must not fall from one point to the next.")
    return times


def width_factor(pressure: Values) -> Values:
    """Return a line's width as a multiple of its pen's: 0.5 to 1.5, 1 at neutral pressure."""
    return pressure + (1 - NEUTRAL_PRESSURE)


def parse_drawing(text: str | bytes) -> Drawing:
    """Read a drawing from JSON: at least {"strokes": [[[x, y], …], …]}.

    Raises DrawingError if it is not JSON, or not a drawing; unknown keys are kept in `extra`.
    """
    return drawing_from_dict(parse_json(text))


def parse_json(text: str | bytes) -> Any:
    """Read JSON, with or without a byte order mark. Raises DrawingError if it isn't JSON."""
    try:
        if isinstance(text, bytes):
            require_modest_size(text)
            text = text.decode("utf-8-sig")
        text = text.lstrip("\ufeff")
        require_modest_json(text)
        return json.loads(text)
    except RecursionError as error:
        raise DrawingError("The drawing's JSON is nested too deeply.") from error
    except UnicodeDecodeError as error:
        raise DrawingError("The drawing is not valid JSON: it is not text in UTF-8.") from error
    except TooLargeError as error:
        raise DrawingError("The file's JSON contains too much data.") from error
    except json.JSONDecodeError as error:
        raise DrawingError("The drawing is not valid JSON: {0}.", error) from error
    except ValueError as error:  # Python refuses integers of thousands of digits
        raise DrawingError("The drawing contains a number with too many digits.") from error


def drawing_from_dict(value: Any) -> Drawing:
    """Make a drawing from parsed JSON. Raises DrawingError if it isn't one."""
    if not isinstance(value, dict) or not isinstance(value.get("strokes"), list):
        raise DrawingError('A drawing must be a JSON object with a list of "strokes".')
    strokes = value["strokes"]
    if not all(isinstance(points, list) for points in strokes):
        raise DrawingError('"strokes" must be a list of strokes, each a list of [x, y] points.')
    if sum(len(points) for points in strokes) > POINT_LIMIT:
        raise DrawingError("The drawing has more than {0} points.", f"{POINT_LIMIT:,}")
    if len(strokes) > STROKE_LIMIT:
        raise DrawingError("The drawing has more than {0} strokes.", f"{STROKE_LIMIT:,}")
    version = value.get("version", VERSION)
    if value.get("format") == FORMAT and (not isinstance(version, int) or version > VERSION):
        raise DrawingError(
            "The drawing is of format version {0}; this program reads up to {1}.",
            shortened(str(version)),
            VERSION,
        )
    pressures = _parallel(value, "pressures", stroke_pressures)
    times = _parallel(value, "times", stroke_times)
    _require_order(times)
    own = {"format", "version", "strokes", "canvas", "pen_width", "pressures", "times"}
    label = _label(value.get(LABEL))
    if label is not None or value.get(LABEL) is None:
        own.add(LABEL)
    return Drawing(
        # Empty strokes are left out: some programs write one for a click.
        strokes=tuple(stroke(points) for points in strokes if points),
        canvas=_canvas(value.get("canvas")),
        pen_width=_positive(value.get("pen_width"), "pen_width"),
        label=label,
        extra={key: item for key, item in value.items() if key not in own},
        pressures=pressures,
        times=times,
    )


def _numbers(given: Iterable[Any], sentence: str) -> NDArray[np.float64]:
    """Return a float64 copy of numbers; integers too long for it become infinite."""
    try:
        if not isinstance(given, np.ndarray):
            given = list(given)
            rows = (row if isinstance(row, list | tuple) else (row,) for row in given)
            if bool in set(map(type, chain.from_iterable(rows))):
                raise TypeError("not numbers")  # among numbers, NumPy would turn true into 1
        array = np.array(given)
        if array.dtype.kind == "O" and all(type(number) in (int, float) for number in array.flat):
            array = np.full(array.shape, np.inf)  # integers too long for NumPy are out of range
        if array.dtype.kind not in "iuf":  # NumPy would convert text to numbers
            raise TypeError("not numbers")
        return array.astype(np.float64)
    except (TypeError, ValueError) as error:
        raise DrawingError(sentence) from error


def _values(given: Iterable[float], limit: float, sentence: str) -> Values:
    """Return checked, read-only numbers from 0 to `limit`, shape (points,)."""
    array = _numbers(given, sentence)
    if array.ndim != 1 or not ((array >= 0) & (array <= limit)).all():  # False for NaN as well
        raise DrawingError(sentence)
    array.setflags(write=False)
    return array


def _parallel(
    value: dict[str, Any], name: str, make: Callable[[list[float]], Values]
) -> tuple[Values, ...]:
    """Read the numbers beside the points of "strokes", or none if there are none."""
    given = value.get(name)
    if given is None:
        return ()
    if not isinstance(given, list) or not all(isinstance(values, list) for values in given):
        raise DrawingError('"{0}" must be a list of lists of numbers, one for each stroke.', name)
    _require_parallel(name, given, value["strokes"])
    return tuple(make(values) for values in given if values)


def _require_parallel(
    name: str, values: Sequence[Sequence[Any] | Values], strokes: Sequence[Sequence[Any] | Points]
) -> None:
    if list(map(len, values)) != list(map(len, strokes)):
        raise DrawingError(
            '"{0}" must contain one number for each point of "strokes": correct them or'
            " leave them out.",
            name,
        )


def _require_order(times: Sequence[Values]) -> None:
    if any(later[0] < earlier[-1] for earlier, later in pairwise(times) if len(later)):
        raise DrawingError("A stroke must not begin before the previous one has ended.")


def _neutral(points: Points) -> Values:
    values = np.full(len(points), NEUTRAL_PRESSURE)
    values.setflags(write=False)
    return values


def _positive(value: Any, name: str) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise DrawingError('"{0}" must be a number.', name)
    if not 1 / COORDINATE_LIMIT <= value <= COORDINATE_LIMIT:
        raise DrawingError(
            '"{0}" must be from {1} to {2}.',
            name,
            f"{1 / COORDINATE_LIMIT:.0e}",
            f"{COORDINATE_LIMIT:.0e}",
        )
    return float(value)


def _canvas(value: Any) -> tuple[float, float] | None:
    if value is None:
        return None
    if not isinstance(value, list) or len(value) != 2 or None in value:
        raise DrawingError('"canvas" must be [width, height].')
    width, height = (_positive(side, "canvas") for side in value)
    return (width, height) if width and height else None


def _label(value: Any) -> int | None:
    """Return a label that is one digit, None for any other."""
    if isinstance(value, str):
        text = value.strip()
        return int(text) if text.isascii() and text.isdigit() and len(text) == 1 else None
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise DrawingError('"label" must be a whole number or text.')
    return value if value <= 9 else None


def part(values: NDArray[np.float64], start: float, end: float) -> NDArray[np.float64]:
    """Return the part of `values` from place `start` to place `end`, read-only.

    `values` are a stroke's points, (points, 2), or its pressures or times, (points,). Those in
    between are unchanged; the ends are interpolated linearly between two of them.
    """
    first, last = ceil(start), floor(end)
    parts = [values[first : last + 1]]
    if start != first:
        parts.insert(0, _at(values, start))
    if end != last:
        parts.append(_at(values, end))
    cut = np.concatenate(parts)
    cut.setflags(write=False)
    return cut


def _at(values: NDArray[np.float64], place: float) -> NDArray[np.float64]:
    """Interpolate linearly at a place between two values, never beyond either."""
    before, after = values[floor(place)], values[floor(place) + 1]
    between = before + (place - floor(place)) * (after - before)
    clipped = np.clip(between, np.minimum(before, after), np.maximum(before, after))
    return np.asarray(clipped)[None]
