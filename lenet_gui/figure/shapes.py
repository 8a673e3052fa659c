"""A figure: cells, boxes and lines of text in their places, whoever draws them."""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Anchor = Literal["start", "middle", "end"]


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
        """Of all cells together."""
        return float(self.cell_width * self.colours.shape[1])

    @property
    def height(self) -> float:
        """Of all cells together."""
        return float(self.cell_height * self.colours.shape[0])


@dataclass(frozen=True)
class Box:
    """A thin outline, one unit wide, around the rectangle, which it leaves free."""

    x: float
    y: float
    width: float
    height: float
    colour: str


@dataclass(frozen=True)
class Run:
    """Words in one colour, #rrggbb."""

    text: str
    colour: str
    is_bold: bool = False


@dataclass(frozen=True)
class Text:
    """Runs of words one after the other; `x` is where `anchor` says, `y` the line they stand on."""

    x: float
    y: float
    size: float
    runs: tuple[Run, ...]
    anchor: Anchor = "start"


Item = Cells | Box | Text


@dataclass(frozen=True, eq=False)
class Figure:
    """Items on a background, #rrggbb; `title` is the picture in words, `facts` JSON to keep in it.

    Sizes are in units of one pixel of a picture that is not enlarged.
    """

    width: float
    height: float
    background: str
    title: str
    items: tuple[Item, ...]
    facts: str = ""
