"""The drawings and pictures that were pinned, and which of them is compared."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from lenet_gui.core.framing.framing import Source
from lenet_gui.core.photo.picture import Picture

MOST = 12
"""Pins at a time; the oldest makes way for a new one."""


@dataclass(frozen=True, eq=False)
class Pin:
    """Something that was on the canvas. Two pins are the same only if they are one."""

    source: Source


class Pins(QObject):
    """Keeps the pins in the order in which they were made."""

    changed = Signal()
    """A pin was added, removed, replaced or chosen."""

    def __init__(self, source: Callable[[], Source], parent: QObject | None = None) -> None:
        """Pin what `source` returns: what is on the canvas, or a moment of a replay."""
        super().__init__(parent)
        self._source = source
        self._pins: list[Pin] = []
        self._chosen: Pin | None = None

    @property
    def all(self) -> tuple[Pin, ...]:
        """All pins, the oldest first."""
        return tuple(self._pins)

    @property
    def chosen(self) -> Pin | None:
        """The pin that is compared; None if there is none."""
        return self._chosen

    def pin(self) -> None:
        """Pin what is on the canvas, and compare with it; a blank canvas is not pinned."""
        source = self._source()
        if _is_blank(source):
            return
        self._chosen = Pin(source)
        self._pins = [*self._pins, self._chosen][-MOST:]
        self.changed.emit()

    def choose(self, pin: Pin) -> None:
        """Compare with another pin."""
        if pin in self._pins and pin is not self._chosen:
            self._chosen = pin
            self.changed.emit()

    def unpin(self) -> None:
        """Remove the chosen pin; the one after it, or else before it, is chosen next."""
        if self._chosen is None:
            return
        place = self._pins.index(self._chosen)
        del self._pins[place]
        self._chosen = self._pins[min(place, len(self._pins) - 1)] if self._pins else None
        self.changed.emit()

    def take_canvas(self) -> Source | None:
        """Put what is on the canvas into the place of the chosen pin, and return what was there.

        Return None, and change nothing, if there is no pin or the canvas is blank.
        """
        source, chosen = self._source(), self._chosen
        if chosen is None or _is_blank(source):
            return None
        place = self._pins.index(chosen)
        self._chosen = self._pins[place] = Pin(source)
        self.changed.emit()
        return chosen.source


def _is_blank(source: Source) -> bool:
    return not source.ink.any() if isinstance(source, Picture) else source.is_empty
