"""A figure: cells, boxes, lines, dots and words in their places, drawn as SVG or pixels."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Anchor = Literal["start", "middle", "end"]
Point = tuple[float, float]


@dataclass(frozen=True, eq=False)
class Cells:
    """Crisp rectangles side by side; `colours`, uint32 (rows, columns), 0xffRRGGBB each."""

    x: float
    y: float
    cell_width: float
    cell_height: float
    colours: NDArray[np.uint32]

    @property
    def width(self) -> float:
        """Width of all cells."""
        return float(self.cell_width * self.colours.shape[1])

    @property
    def height(self) -> float:
        """Height of all cells."""
        return float(self.cell_height * self.colours.shape[0])


@dataclass(frozen=True)
class Box:
    """An outline, one unit wide, just outside the rectangle."""

    x: float
    y: float
    width: float
    height: float
    colour: str


@dataclass(frozen=True)
class Line:
    """A line through points, (x, y) each; `dashes` are the lengths drawn and left out in turn."""

    points: tuple[Point, ...]
    colour: str
    width: float = 1.0
    dashes: tuple[float, float] | None = None


@dataclass(frozen=True)
class Dot:
    """A filled circle around (x, y)."""

    x: float
    y: float
    radius: float
    colour: str


@dataclass(frozen=True)
class Run:
    """Text in one colour, #rrggbb."""

    text: str
    colour: str
    is_bold: bool = False


@dataclass(frozen=True)
class Text:
    """Runs in one line; `x` is its left, middle or right, by `anchor`, and `y` its baseline."""

    x: float
    y: float
    size: float
    runs: tuple[Run, ...]
    anchor: Anchor = "start"


Item = Cells | Box | Line | Dot | Text


@dataclass(frozen=True, eq=False)
class Figure:
    """Items on a background, #rrggbb; `title` describes it, `facts` is JSON to embed.

    Sizes are in pixels at the usual scale.
    """

    width: float
    height: float
    background: str
    title: str
    items: tuple[Item, ...]
    facts: str = ""
