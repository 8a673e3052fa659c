"""A view that scrolls up and down when it is higher than its place."""

from typing import Protocol

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScroller, QWidget

from lenet_gui.ui.kit.widgets import UprightScrollArea


class Fitting(Protocol):
    """A widget that says how high it has to be."""

    def needed_height(self, width: int, room: int) -> int:
        """Return the height in which everything is shown: at most `room`, if that is possible."""
        ...

    def least_height(self, width: int, room: int) -> int:
        """Return the height with which it is comfortable; it scrolls in a lower place."""
        ...


class Scrolled(UprightScrollArea):
    """Holds a `Fitting` widget, as wide as itself; fingers, wheel and keys scroll it."""

    def __init__(self, view: QWidget) -> None:
        self._view = view
        super().__init__(view)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    def fit(self) -> None:
        """Make the view as high as it needs to be, or as high as its place."""
        view: Fitting = self._view  # type: ignore[assignment]
        width = self.maximumViewportSize().width()
        height = view.needed_height(width, self.height())
        if height > self.height():
            height = view.needed_height(
                width - self.verticalScrollBar().sizeHint().width(), self.height()
            )
        else:
            height = 0
        if height != self._view.minimumHeight():
            self._view.setMinimumHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the view in again."""
        self.fit()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Fit the view in again with another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.fit()
