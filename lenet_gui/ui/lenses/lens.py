"""What a lens is: one view of the network, of which the right column shows one at a time."""

from collections.abc import Callable
from dataclasses import dataclass

from lenet_gui.core.reading.reading import Reading
from lenet_gui.ui.kit.widgets import Arranged

Words = Callable[[], str]
"""Returns a text in the current language."""


class LensView(Arranged):
    """What a lens shows in the column."""

    def show_reading(self, reading: Reading) -> None:
        """Show a reading: each new one, and the last when the view is shown, but none while hidden.

        Must be overridden.
        """
        raise NotImplementedError

    def arrange(self) -> None:
        """Place the parts, if a layout doesn't."""

    def step_back(self) -> bool:
        """Take one step back, if Escape has something to close in it; return whether it had."""
        return False

    def may_close(self, go: Callable[[], None]) -> bool:
        """Return whether the window may close; if not, ask, and call `go` after the answer."""
        return True


@dataclass(frozen=True)
class Lens:
    """The definition of a lens: its segment, menu entry and key follow from it."""

    id: str
    """Its name in the settings."""
    title: Words
    """A word or two, for the segment and the View menu."""
    hint: Words
    """A sentence for the entry, shown in the status bar."""
    explanation: Words
    """A sentence for “What's this?”."""
    icon: str
    """The icon that takes the title's place where room is short."""
    make: Callable[[], LensView]
    """Makes its view when it is first shown."""
