"""What the editor reports when the page has changed."""

from dataclasses import dataclass

from lenet_gui.ui.document.page import Area, Point


@dataclass(frozen=True)
class Ink:
    """A straight piece of line that was added to a gesture, in drawing units."""

    start: Point
    end: Point
    pressure: float
    """How hard the pen was pressed, 0 … 1."""


@dataclass(frozen=True)
class Change:
    """How the page has changed."""

    ink: Ink | None = None
    """The ink that was added; everything else is as it was. None for any other change."""
    area: Area | None = None
    """The only part that has changed, if known."""
    begins: bool = False
    """Whether the pen was put down: a gesture begins."""
    is_other: bool = False
    """Whether the page holds another drawing, not an edited version of the last one."""

    @property
    def is_growth(self) -> bool:
        """Whether a gesture that was under way has more ink now, and nothing else changed."""
        return self.ink is not None and not self.begins
