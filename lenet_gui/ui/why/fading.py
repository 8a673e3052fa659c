"""What becomes pale while the drawing has changed and it has not been worked out again."""

from PySide6.QtWidgets import QWidget


class Fading(QWidget):
    """A picture that can be stale; whoever paints it makes it pale then."""

    is_stale = False
    """Whether it belongs to an earlier drawing."""

    def set_stale(self, is_stale: bool) -> None:
        """Make the picture pale, or not."""
        if is_stale != self.is_stale:
            self.is_stale = is_stale
            self.update()
