"""A drawing: immutable strokes, and its JSON form."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lenet_gui.errors import DrawingError

FORMAT = "lenet-gui drawing"
VERSION = 1
CANVAS_SIZE = 560.0
"""Side of the program's own canvas in drawing units; a screen shows it at any size."""
POINT_LIMIT = 1_000_000
COORDINATE_LIMIT = 1e9
"""Largest coordinate; its inverse is the smallest canvas or pen."""

Points = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Drawing:
    """Strokes of a pen, in drawing order; x to the right and y downwards, in any unit.

    Each stroke is a float64 array, shape (points, 2), read-only; a stroke of one point is a dot.
    `canvas` is (width, height) and `pen_width` the pen's diameter, both in the strokes' unit, or
    None where nothing is known of them. `extra` keeps a file's unknown keys.
    """

    strokes: tuple[Points, ...] = ()
    canvas: tuple[float, float] | None = None
    pen_width: float | None = None
    label: int | None = None
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is drawn."""
        return not self.strokes

    def with_stroke(self, points: Iterable[Iterable[float]]) -> "Drawing":
        """Return this drawing with one more stroke on top. Raises DrawingError on bad points."""
        return replace(self, strokes=(*self.strokes, stroke(points)))

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
            known["label"] = self.label
        known["strokes"] = [points.tolist() for points in self.strokes]
        return {**known, **{k: v for k, v in self.extra.items() if k not in known}}

    def to_json(self) -> str:
        """Return the drawing as one line of JSON, in ASCII, so that any text can be written."""
        return json.dumps(self.to_dict())


def stroke(points: Iterable[Iterable[float]]) -> Points:
    """Return checked, read-only points, shape (points, 2). Raises DrawingError on bad ones."""
    try:
        given = np.array(points if isinstance(points, np.ndarray) else list(points))
        if given.dtype.kind == "O" and all(type(number) in (int, float) for number in given.flat):
            given = np.full(given.shape, np.inf)  # integers too long for NumPy are out of range
        if given.dtype.kind not in "iuf":  # NumPy would make numbers of texts and of true
            raise TypeError("not numbers")
        array = given.astype(np.float64)
    except (TypeError, ValueError) as error:
        raise DrawingError("A stroke must be a list of [x, y] points, each two numbers.") from error
    if array.ndim != 2 or array.shape[1] != 2 or not len(array):
        raise DrawingError("A stroke must be a list of one or more [x, y] points.")
    if not (np.abs(array) <= COORDINATE_LIMIT).all():  # False for NaN as well
        raise DrawingError(f"A point's coordinates must be numbers up to ±{COORDINATE_LIMIT:.0e}.")
    array.setflags(write=False)
    return array


def parse_drawing(text: str | bytes) -> Drawing:
    """Read a drawing from JSON: at least {"strokes": [[[x, y], …], …]}.

    Raises DrawingError where it is not JSON, or not a drawing; unknown keys are kept in `extra`.
    """
    return drawing_from_dict(parse_json(text))


def parse_json(text: str | bytes) -> Any:
    """Read JSON, with or without a byte order mark. Raises DrawingError where it isn't any."""
    try:
        if isinstance(text, bytes):
            text = text.decode("utf-8-sig")
        return json.loads(text.lstrip("\ufeff"))
    except RecursionError as error:
        raise DrawingError("The drawing's JSON is nested too deeply.") from error
    except UnicodeDecodeError as error:
        raise DrawingError("The drawing is not valid JSON: it is not text in UTF-8.") from error
    except json.JSONDecodeError as error:
        raise DrawingError(f"The drawing is not valid JSON: {error}.") from error
    except ValueError as error:  # Python takes no integers of thousands of digits
        raise DrawingError("The drawing holds a number of too many digits.") from error


def drawing_from_dict(value: Any) -> Drawing:
    """Make a drawing of parsed JSON. Raises DrawingError where it isn't one."""
    if not isinstance(value, dict) or not isinstance(value.get("strokes"), list):
        raise DrawingError('A drawing must be a JSON object with a list of "strokes".')
    strokes = value["strokes"]
    if not all(isinstance(points, list) for points in strokes):
        raise DrawingError('"strokes" must be a list of strokes, each a list of [x, y] points.')
    if sum(len(points) for points in strokes) > POINT_LIMIT:
        raise DrawingError(f"The drawing has more than {POINT_LIMIT:,} points.")
    version = value.get("version", VERSION)
    if value.get("format") == FORMAT and (not isinstance(version, int) or version > VERSION):
        raise DrawingError(
            f"The drawing is of format version {version}; this program reads up to {VERSION}."
        )
    own = ("format", "version", "strokes", "canvas", "pen_width", "label")
    return Drawing(
        # An empty stroke is nothing drawn: some programs write one for a click.
        strokes=tuple(stroke(points) for points in strokes if points),
        canvas=_canvas(value.get("canvas")),
        pen_width=_positive(value.get("pen_width"), "pen_width"),
        label=_label(value.get("label")),
        extra={key: item for key, item in value.items() if key not in own},
    )


def _positive(value: Any, name: str) -> float | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise DrawingError(f'"{name}" must be a number.')
    if not 1 / COORDINATE_LIMIT <= value <= COORDINATE_LIMIT:
        raise DrawingError(
            f'"{name}" must be from {1 / COORDINATE_LIMIT:.0e} to {COORDINATE_LIMIT:.0e}.'
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
    if value is None:
        return None
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) == 1:
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 9:
        raise DrawingError('"label" must be a digit from 0 to 9.')
    return value
