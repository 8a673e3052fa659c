"""Keeps menu, keys and buttons in step with the tools."""

from PySide6.QtWidgets import QWidget

from lenet_gui.ui.canvas.tools.toolbox import Toolbox
from lenet_gui.ui.shell.actions import Actions


def connect_tools(actions: Actions, tools: Toolbox, canvas: QWidget) -> None:
    """Let the actions choose tools and their widths, and show which tool is in use.

    What is then done by keys is done on the canvas, which gets them.
    """

    def show() -> None:
        actions.pen.setChecked(tools.current is tools.pen)
        actions.eraser.setChecked(tools.current is tools.eraser)
        actions.mover.setChecked(tools.current is tools.mover)
        actions.keyboard.setChecked(tools.keyboard.is_on)

    actions.pen.triggered.connect(lambda: tools.choose(tools.pen))
    actions.eraser.triggered.connect(lambda: tools.choose(tools.eraser))
    actions.mover.triggered.connect(lambda: tools.choose(tools.mover))
    actions.select_all.triggered.connect(lambda: tools.choose(tools.mover))
    actions.keyboard.triggered.connect(tools.set_drawing_by_keys)
    for action in (actions.mover, actions.select_all, actions.keyboard):
        action.triggered.connect(lambda: canvas.setFocus())
    actions.wider.triggered.connect(lambda: tools.step_width(1))
    actions.narrower.triggered.connect(lambda: tools.step_width(-1))
    tools.changed.connect(show)
    tools.keyboard.changed.connect(show)
    show()
