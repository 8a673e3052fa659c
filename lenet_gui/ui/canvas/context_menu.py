"""The canvas's context menu: what can be done with the page, where the hand is."""

from PySide6.QtWidgets import QMenu

from lenet_gui.ui.canvas.canvas import Canvas
from lenet_gui.ui.shell.actions import Actions


class CanvasMenu(QMenu):
    """Opens where the canvas wants it; its actions are those of the menu bar."""

    def __init__(self, actions: Actions, canvas: Canvas) -> None:
        super().__init__(canvas)
        self.addActions([actions.undo, actions.redo])
        self.addSeparator()
        self.addActions([actions.cut, actions.copy, actions.paste])
        self.addSeparator()
        self.addActions([actions.clear, actions.select_all])
        self.addSeparator()
        self.addAction(actions.replay)
        self.addMenu(actions.it_was_menu)
        self.addMenu(actions.export_menu)
        canvas.menu_wanted.connect(self.popup)
