"""Long drawings: the cost of the 10th, the 100th and the 1,000th stroke.

Measures inking its points on the canvas, one by one; lifting the pen; and reading all of it. The
window's other panels are left out, since their cost does not depend on the drawing's length.
"""

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from lenet_gui.core.network.lenet5 import LeNet5
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.ui.canvas.canvas import Canvas
from lenet_gui.ui.canvas.tools.toolbox import Toolbox
from lenet_gui.ui.document.editor import DrawingEditor
from tests.benchmarks.peers import shipped_weights
from tests.benchmarks.scribbles import POINTS, scribble

NUMBERS = [10, 100, 1000]
SIDE = 560
"""The canvas's side, in pixels."""

pytestmark = pytest.mark.usefixtures("qapp")


class Desk:
    """A canvas with all strokes of a scribble but the last, and a hand to draw that one."""

    def __init__(self, strokes: int) -> None:
        drawing = scribble(strokes)
        self.last = [(x, y) for x, y in drawing.strokes[-1].tolist()]
        self.editor = DrawingEditor()
        self.canvas = Canvas(self.editor, Toolbox(self.editor))
        self.editor.setParent(self.canvas)
        self.canvas.resize(SIDE, SIDE)
        self.editor.load(Drawing(drawing.strokes[:-1], drawing.canvas, drawing.pen_width))

    def ink(self) -> None:
        """Draw the last stroke without lifting the pen."""
        self.editor.begin(self.last[0])
        for point in self.last[1:]:
            self.editor.extend(point)

    def take_back(self) -> None:
        """Undo the last stroke and draw it again, without lifting the pen."""
        if not self.editor.is_busy:
            self.editor.undo()
            self.ink()


@pytest.mark.parametrize("number", NUMBERS)
def test_inking(benchmark: BenchmarkFixture, number: int) -> None:
    desk = Desk(number)
    benchmark.group, benchmark.name = "Long drawings, inking a stroke", f"stroke {number:,}"
    benchmark.extra_info["points"] = POINTS
    benchmark.pedantic(desk.ink, setup=desk.editor.discard, rounds=30)
    assert len(desk.editor.drawing.strokes) == number


@pytest.mark.parametrize("number", NUMBERS)
def test_lifting_the_pen(benchmark: BenchmarkFixture, number: int) -> None:
    desk = Desk(number)
    desk.ink()
    benchmark.group, benchmark.name = "Long drawings, lifting the pen", f"stroke {number:,}"
    benchmark.extra_info["strokes"] = 1
    benchmark.pedantic(desk.editor.finish, setup=desk.take_back, rounds=15)
    assert len(desk.editor.drawing.strokes) == number


@pytest.mark.parametrize("number", NUMBERS)
def test_reading(benchmark: BenchmarkFixture, number: int) -> None:
    classifier, drawing = Classifier(LeNet5(shipped_weights())), scribble(number)
    benchmark.group = "Long drawings, reading"
    benchmark.name = f"{number:,} strokes"
    benchmark.extra_info["readings"] = 1
    reading = benchmark.pedantic(lambda: classifier.read(drawing), rounds=15)
    assert reading.activations is not None
