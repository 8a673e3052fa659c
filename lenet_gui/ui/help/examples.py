"""The example drawings that come with the program, one of each digit."""

from lenet_gui.core.strokes.drawing import Drawing, parse_drawing
from lenet_gui.errors import LenetGuiError
from lenet_gui.resources import resource


def example(digit: int) -> Drawing:
    """Return the example of a digit. Raises LenetGuiError where it can't be read."""
    path = resource("assets", "examples", f"{digit}.lenet.json")
    try:
        return parse_drawing(path.read_bytes())
    except OSError as error:
        raise LenetGuiError("{0} can't be read: {1}.", path, error.strerror or error) from error
