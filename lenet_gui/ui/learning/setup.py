"""What a run begins with: recipe, start, and how many digits."""

from dataclasses import dataclass, field
from enum import Enum

from lenet_gui.core.learning.digits import Digits
from lenet_gui.core.learning.recipe import Recipe

KINDS = 10


class Start(Enum):
    """The weights that a run begins from."""

    NEW = "new"
    """Random ones."""
    IN_USE = "in use"
    """Those that the window read with before it began to learn."""
    SHIPPED = "shipped"
    LEARNED = "learned"
    """Those that the last run has come to."""
    KEPT = "kept"
    """Where the run that was kept on disk has come to."""


@dataclass(frozen=True)
class Setup:
    """The settings of a run. `count` is the number of digits to learn from; None means all."""

    recipe: Recipe = field(default_factory=Recipe)
    start: Start = Start.NEW
    count: int | None = None

    def chosen(self, digits: Digits) -> Digits:
        """Return as many of the digits as are wanted, evenly over the ten kinds."""
        if self.count is None or self.count >= len(digits):
            return digits
        return digits.of_each(max(1, self.count // KINDS))
