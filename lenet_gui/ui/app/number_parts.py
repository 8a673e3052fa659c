"""What the window has for numbers: how one of its digits comes into view, and a wide page."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog, QLineEdit, QWidget

from lenet_gui.ui.browser.correcting import Correcting
from lenet_gui.ui.canvas.canvas import Canvas
from lenet_gui.ui.document.editor import DrawingEditor
from lenet_gui.ui.document.page import SQUARE, WIDE
from lenet_gui.ui.kit.dialogs import open_dialog
from lenet_gui.ui.reading.framing_strip import Strip
from lenet_gui.ui.reading.reader import LiveReader
from lenet_gui.ui.reading.verdict_panel import ReadingPanel
from lenet_gui.ui.shell.actions import Actions


class NumberParts(QObject):
    """Connects the reader's number with the panel, the boxes on the canvas, the strip and keys."""

    def __init__(
        self,
        window: QWidget,
        editor: DrawingEditor,
        reader: LiveReader,
        correcting: Correcting,
        actions: Actions,
        canvas: Canvas,
        strip: Strip,
        panel: ReadingPanel,
    ) -> None:
        super().__init__(window)
        self._window, self._reader, self._correcting = window, reader, correcting
        self._actions, self._canvas, self._strip, self._panel = actions, canvas, strip, panel
        canvas.digit_viewed.connect(reader.view)
        panel.number.viewed.connect(reader.view)
        panel.number.stepped.connect(reader.step)
        actions.next_digit.triggered.connect(lambda: reader.step(1))
        actions.previous_digit.triggered.connect(lambda: reader.step(-1))
        actions.wide_page.toggled.connect(lambda on: editor.set_size(WIDE if on else SQUARE))
        actions.correct_number.triggered.connect(self._ask)
        reader.changed.connect(self.show)
        self.show()

    def show(self) -> None:
        """Show the number, if there is one, and which of its digits is in view."""
        number, place = self._reader.number, self._reader.place
        self._panel.show_number(number, place)
        self._canvas.show_number(number, place)
        self._strip.show_place(place, 0 if number is None else len(number.digits))
        for action in (self._actions.next_digit, self._actions.previous_digit):
            action.setEnabled(number is not None)

    def _ask(self) -> None:
        """Ask what the number was, and save each of its digits as a correction."""
        number, count = self._reader.number, self._correcting.count
        if number is None:
            return
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle(self.tr("It was another number"))
        dialog.setLabelText(self.tr("What was it? Type its {0} digits:").format(count))
        dialog.setTextValue("".join(digit.text for digit in number.digits))
        line = dialog.findChild(QLineEdit)
        assert line is not None
        line.setInputMask("9" * count + ";_")
        dialog.textValueSelected.connect(self._correcting.note_number)
        open_dialog(dialog)
