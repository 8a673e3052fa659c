"""The tools, and which of them is in use."""

from PySide6.QtCore import QObject, Signal

from lenet_gui.ui.canvas.tools.eraser import Eraser
from lenet_gui.ui.canvas.tools.keyboard import KeyboardHand
from lenet_gui.ui.canvas.tools.mover import Mover
from lenet_gui.ui.canvas.tools.pen import Pen
from lenet_gui.ui.canvas.tools.tool import Tool
from lenet_gui.ui.document.change import Change
from lenet_gui.ui.document.editor import DrawingEditor

STEP = 0.2
"""Width step of the keys, in pixels of 28."""


class Toolbox(QObject):
    """Holds one of each tool."""

    changed = Signal()
    """Another tool is in use."""
    width_changed = Signal()
    """The pen's or the eraser's width has changed."""
    width_chosen = Signal(Tool)
    """The user chose this tool's width; opened drawings and pictures bring their own pen."""
    told = Signal(str)
    """A message from a tool, a sentence."""

    def __init__(self, editor: DrawingEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        self.pen, self.eraser, self.mover = Pen(editor), Eraser(editor), Mover(editor)
        self.keyboard = KeyboardHand(self, lambda: editor.size)
        self.current: Tool = self.pen
        for speaker in (self.pen, self.eraser, self.mover, self.keyboard):
            speaker.told.connect(self.told)
        self._widths = self.pen.width, self.eraser.width
        editor.changed.connect(self._follow_pen)

    @property
    def sized(self) -> Tool:
        """The tool whose width can be set: the one in use, or the pen if that has none."""
        return self.current if self.current.widths else self.pen

    def choose(self, tool: Tool) -> None:
        """Use a tool."""
        if tool is self.current:
            return
        self.keyboard.lift()
        self.current = tool
        if tool is self.mover:
            self.keyboard.set_on(False)
        self.told.emit(tool.explanation())
        self.changed.emit()

    def step_back(self) -> bool:
        """End drawing by keys, or leave the mover for the pen; return whether either was on."""
        if self.keyboard.is_on:
            self.keyboard.set_on(False)
        elif self.current is self.mover:
            self.choose(self.pen)
        else:
            return False
        return True

    def set_drawing_by_keys(self, is_on: bool) -> None:
        """Begin or end drawing by keys, with the pen or the eraser."""
        if is_on and self.current is self.mover:
            self.choose(self.pen)
        self.keyboard.set_on(is_on)

    def set_width(self, cells: float, tool: Tool | None = None) -> None:
        """Set a tool's width in pixels of 28, within its range; by default that of `sized`."""
        tool = tool or self.sized
        assert tool.widths is not None, "it has no width"
        least, most = tool.widths
        width = min(max(cells, least), most)
        if width != tool.width:
            tool.set_width(width)
            self._tell_widths()
            self.width_chosen.emit(tool)

    def step_width(self, direction: int) -> None:
        """Make the tool in use wider (1) or narrower (-1) by STEP."""
        self.set_width(round(self.sized.width + direction * STEP, 1))

    def _follow_pen(self, change: Change) -> None:
        """Follow the pen: a drawing that is opened brings its own. A picture can't be moved."""
        if not change.is_growth:
            self._tell_widths()
            if self.current is self.mover and self._editor.picture is not None:
                self.choose(self.pen)

    def _tell_widths(self) -> None:
        widths = self.pen.width, self.eraser.width
        if widths != self._widths:
            self._widths = widths
            self.width_changed.emit()
