"""The sentences that explain: each action in the status bar, each part for “What's this?”."""

from typing import TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QWidget

from lenet_gui.ui.canvas.canvas import Canvas
from lenet_gui.ui.canvas.toolbar import Toolbar
from lenet_gui.ui.kit.accessibility import explain
from lenet_gui.ui.reading.bars import Bars
from lenet_gui.ui.reading.framing_strip import Strip
from lenet_gui.ui.reading.verdict_panel import ReadingPanel
from lenet_gui.ui.reading.winner import Winner
from lenet_gui.ui.shell.actions import Actions
from lenet_gui.ui.shell.status_bar import StatusBar

translate = QCoreApplication.translate

P = TypeVar("P", bound=QWidget)


def explain_actions(actions: Actions) -> None:
    """Set each action's sentence, in the current language."""
    sentences: dict[QAction | QActionGroup, str] = {
        actions.new: translate("Hints", "Start a new drawing"),
        actions.open: translate("Hints", "Open a drawing, a picture or an export"),
        actions.save: translate("Hints", "Save the drawing"),
        actions.save_as: translate("Hints", "Save the drawing as another file"),
        actions.open_weights: translate(
            "Hints", "Load weights from a file, saved by this program or another"
        ),
        actions.shipped_weights: translate(
            "Hints", "Go back to the weights that came with the program"
        ),
        actions.pin: translate(
            "Hints", "Pin what is on the canvas, to compare it with what you draw next"
        ),
        actions.cut: translate("Hints", "Cut the drawing"),
        actions.copy: translate("Hints", "Copy the drawing"),
        actions.paste: translate("Hints", "Paste a drawing, a picture or a file onto the canvas"),
        actions.copy_maps: translate(
            "Hints", "Copy the selection, or the whole network, as a picture"
        ),
        actions.open_data: translate("Hints", "Browse a data set of labelled digits"),
        actions.corrections: translate("Hints", "Browse your corrected drawings"),
        actions.take_back: translate("Hints", "Undo the most recent correction"),
        actions.correct_number: translate(
            "Hints", "Type what the number was: each digit is added to your corrections"
        ),
        actions.wide_page: translate("Hints", "Draw on a page twice as wide, for whole numbers"),
        actions.next_digit: translate("Hints", "Look into the number’s next digit"),
        actions.previous_digit: translate("Hints", "Look into the number’s previous digit"),
        actions.quit: translate("Hints", "Quit the program"),
        actions.undo: translate("Hints", "Undo the last step"),
        actions.redo: translate("Hints", "Redo the step that was undone"),
        actions.clear: translate("Hints", "Clear the canvas"),
        actions.escape: translate("Hints", "Cancel what is in progress, or close what is open"),
        actions.choose_part: translate("Hints", "Choose the part of the picture to read"),
        actions.replay: translate("Hints", "Replay the drawing, with its reading at every moment"),
        actions.select_all: translate(
            "Hints", "Select the whole drawing to move, scale and rotate it"
        ),
        actions.pen: translate("Hints", "Draw with the pen"),
        actions.eraser: translate(
            "Hints", "Erase ink; dragging with the right mouse button erases, too"
        ),
        actions.mover: translate("Hints", "Move, scale and rotate the whole drawing"),
        actions.keyboard: translate(
            "Hints", "Draw with the keyboard: arrow keys move, Space puts the pen down"
        ),
        actions.wider: translate("Hints", "Make the pen or eraser wider"),
        actions.narrower: translate("Hints", "Make the pen or eraser narrower"),
        actions.framing: translate(
            "Hints",
            "Scale and centre the ink like MNIST's digits, or shrink the whole canvas as it is",
        ),
        actions.lock_scale: translate("Hints", "Lock the colour scale, to compare two drawings"),
        actions.spans: translate("Hints", "Choose the range of values that the colours cover"),
        actions.quantities: translate(
            "Hints", "Show the values that the network passes on, or the sums before tanh"
        ),
        actions.colours: translate("Hints", "Choose the colours for negative and positive values"),
        actions.switch: translate(
            "Hints", "Switch the map under the pointer, or the selected one, off or on again"
        ),
        actions.all_on: translate("Hints", "Switch all maps on again"),
        actions.one_by_one: translate(
            "Hints", "See which map matters most for this drawing: each is switched off alone"
        ),
        actions.themes: translate("Hints", "Choose a light or dark theme"),
        actions.high_contrast: translate("Hints", "Increase the contrast of text and outlines"),
        actions.less_motion: translate(
            "Hints", "Let the kernel slide over a map in single steps only"
        ),
        actions.languages: translate("Hints", "Choose the language"),
        actions.larger_text: translate("Hints", "Make text larger"),
        actions.smaller_text: translate("Hints", "Make text smaller"),
        actions.usual_text: translate("Hints", "Reset text to the system's size"),
        actions.reset_layout: translate("Hints", "Reset the layout of the panels"),
        actions.tour: translate("Hints", "Take a short tour in five steps"),
        actions.shortcuts: translate("Hints", "Show all keyboard shortcuts"),
        actions.whats_this: translate("Hints", "Click a part of the window to see what it does"),
        actions.about: translate("Hints", "Show versions, weights and licences"),
    }
    exports = (
        translate("Hints", "Export the drawing as a picture"),
        translate("Hints", "Export the framed 28×28 pixels, white on black as in MNIST"),
        translate("Hints", "Export a picture of the selection, or of the whole network"),
        translate("Hints", "Export the strokes and the numbers of every layer"),
    )
    sentences.update(zip(actions.export_menu.actions(), exports, strict=True))
    for action in actions.examples_menu.actions():
        digit = action.text().replace("&", "")
        sentences[action] = translate("Hints", "Load an example of a {0}").format(digit)
    holds = (
        translate(
            "Hints",
            "A map that is off is all zeros: it adds nothing to the sums after it",
        ),
        translate(
            "Hints",
            "A map that is off has its mean over 4,000 digits: it says the same of every drawing",
        ),
    )
    sentences.update(zip(actions.holds.actions(), holds, strict=True))
    for number, action in enumerate(actions.it_was):
        sentences[action] = translate(
            "Hints", "Correct the reading to {0} and save the drawing"
        ).format(number)
    for one_or_more, sentence in sentences.items():
        group = one_or_more.actions() if isinstance(one_or_more, QActionGroup) else [one_or_more]
        for action in group:
            explain(action, sentence)


def explain_parts(
    canvas: Canvas, toolbar: Toolbar, strip: Strip, reading: ReadingPanel, status: StatusBar
) -> None:
    """Set the sentence of each part of the workspace; panels bring their own."""
    sentences: dict[QWidget, str] = {
        canvas: translate(
            "Hints",
            "The canvas: draw a digit here with the mouse, a pen or a finger. It is read while you"
            " draw.",
        ),
        toolbar: translate(
            "Hints",
            "The tools, undo and redo, and a slider for the width of the pen or eraser.",
        ),
        strip: translate(
            "Hints",
            "What the network sees: your ink, framed to 28×28 pixels, then padded with"
            " two pixels of paper on each side.",
        ),
        strip.switch: translate(
            "Hints",
            "When on, your ink is scaled and centred like the MNIST digits that the"
            " network learned from. When off, the network gets the whole canvas as it is.",
        ),
        _part(reading, Winner): translate(
            "Hints",
            "The verdict: a digit, a toss-up between two, or a drawing that doesn't look"
            " like a digit. A picture whose digit depends on the threshold is a toss-up, too.",
        ),
        reading.off_line: translate(
            "Hints",
            "Maps that you switched off: the network reads without them. Open the menu to see them"
            " and to choose the value at which they are held.",
        ),
        reading.number: translate(
            "Hints",
            "The whole number: each digit with its probability, and how likely all of it is right."
            " Click a digit to look into it. Points and dashes are left out.",
        ),
        _part(reading, Bars): translate(
            "Hints",
            "The network's probability for each digit. All ten add up to 100 %, whatever you draw.",
        ),
        reading.it_was: translate(
            "Hints",
            "If the reading is wrong, click the right digit: the drawing is saved with it among"
            " your corrections. Click again to undo that. Only drawings can be corrected, not"
            " pictures. A digit of a data set shows its label here.",
        ),
        reading.chart: translate(
            "Hints",
            "How the reading changed while you drew: a line for each digit that was"
            " likely at some point, from the first ink on the left to now on the right.",
        ),
        reading.replay_bar: translate(
            "Hints",
            "Replays the drawing, at its own speed or another, and reads it at every moment.",
        ),
        status: translate(
            "Hints",
            "The unit under the pointer, the weights in use, and how long the last reading took.",
        ),
    }
    for part, sentence in sentences.items():
        part.setWhatsThis(sentence)


def _part(reading: ReadingPanel, kind: type[P]) -> P:
    found = reading.findChild(kind)
    assert found is not None
    return found
