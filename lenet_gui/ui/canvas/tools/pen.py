"""The pen: draws strokes."""

from lenet_gui.ui.canvas.tools.tool import Contact, Tool
from lenet_gui.ui.document.page import PEN_WIDTHS


class Pen(Tool):
    """Draws strokes."""

    widths = PEN_WIDTHS

    def explanation(self) -> str:
        """Return its name."""
        return self.tr("Pen")

    @property
    def width(self) -> float:
        """The pen's diameter, shared by all ink."""
        return self._editor.pen_width

    def set_width(self, cells: float) -> None:
        """Set the diameter of all ink."""
        self._editor.set_pen_width(cells)

    def press(self, contact: Contact) -> None:
        """Put the pen down."""
        self._editor.begin(contact.point, contact.pressure)

    def move(self, contact: Contact) -> None:
        """Draw."""
        self._editor.extend(contact.point, contact.pressure)

    def release(self, contact: Contact | None) -> None:
        """Lift the pen at its last place."""
        if contact is not None:
            self._editor.extend(contact.point, contact.pressure)
        self._editor.finish()
