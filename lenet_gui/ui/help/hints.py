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
from lenet_gui.ui.reading.verdict_panel import ReadingPanel, Winner
from lenet_gui.ui.shell.actions import Actions
from lenet_gui.ui.shell.status_bar import StatusBar

translate = QCoreApplication.translate

P = TypeVar("P", bound=QWidget)


def explain_actions(actions: Actions) -> None:
    """Set each action's sentence, in the current language."""
    sentences: dict[QAction | QActionGroup, str] = {
        actions.new: translate("Hints", "Begin a blank drawing"),
        actions.open: translate("Hints", "Open a drawing, a picture, or what was exported"),
        actions.save: translate("Hints", "Save the drawing in its file"),
        actions.save_as: translate("Hints", "Save the drawing in another file"),
        actions.open_weights: translate(
            "Hints", "Read with the weights in a file, of this program or another"
        ),
        actions.shipped_weights: translate(
            "Hints", "Read with the weights that came with the program again"
        ),
        actions.cut: translate("Hints", "Copy the drawing, and clear the canvas"),
        actions.copy: translate("Hints", "Copy the drawing, for this program and for others"),
        actions.paste: translate(
            "Hints", "Put the copied drawing, picture or file on the canvas; it can be undone"
        ),
        actions.copy_maps: translate(
            "Hints", "Copy what is picked, or the whole network, as a picture"
        ),
        actions.open_data: translate("Hints", "Look through labelled digits: MNIST's, or yours"),
        actions.corrections: translate(
            "Hints", "Look through the drawings of which you said what they were"
        ),
        actions.take_back: translate("Hints", "Let the last correction not have been made"),
        actions.quit: translate("Hints", "Close the program"),
        actions.undo: translate("Hints", "Take the last step back"),
        actions.redo: translate("Hints", "Take the step again that was taken back"),
        actions.clear: translate("Hints", "Remove all ink; it can be undone"),
        actions.escape: translate("Hints", "Close what is open, or else remove all ink"),
        actions.replay: translate(
            "Hints", "See the drawing come about again, with the reading at each moment"
        ),
        actions.select_all: translate(
            "Hints", "Take hold of the whole drawing, to move, scale and turn it"
        ),
        actions.pen: translate("Hints", "Draw with a pen"),
        actions.eraser: translate(
            "Hints", "Remove ink where the eraser passes; the right button does it too"
        ),
        actions.mover: translate("Hints", "Move, scale and turn the whole drawing"),
        actions.keyboard: translate(
            "Hints", "Draw without a pointer: arrow keys move, Space puts the pen down"
        ),
        actions.wider: translate("Hints", "Make the pen, or the eraser, wider"),
        actions.narrower: translate("Hints", "Make the pen, or the eraser, narrower"),
        actions.framing: translate(
            "Hints",
            "Scale and centre the ink as MNIST does; without, the whole canvas is made small",
        ),
        actions.lock_scale: translate(
            "Hints", "Keep the scale as it is, so that two drawings can be compared"
        ),
        actions.spans: translate("Hints", "Choose which value has the strongest colour"),
        actions.colours: translate(
            "Hints", "Choose in which colours values below and above zero are shown"
        ),
        actions.themes: translate("Hints", "Choose whether the window is light or dark"),
        actions.high_contrast: translate(
            "Hints", "Make text and outlines stand out as much as they can"
        ),
        actions.languages: translate("Hints", "Choose the language that the window speaks"),
        actions.larger_text: translate("Hints", "Write everything larger"),
        actions.smaller_text: translate(
            "Hints", "Write everything smaller, down to the system's size"
        ),
        actions.usual_text: translate("Hints", "Write everything in the system's size"),
        actions.reset_layout: translate("Hints", "Put the panels back where they belong"),
        actions.tour: translate("Hints", "Be shown around in five short steps"),
        actions.shortcuts: translate("Hints", "See all keys on one page"),
        actions.whats_this: translate(
            "Hints", "Click any part of the window to be told what it is"
        ),
        actions.about: translate("Hints", "See versions, weights and licences"),
    }
    exports = (
        translate("Hints", "Write the drawing alone into a file, as a picture"),
        translate("Hints", "Write the framed pixels into a file as MNIST has them, white on black"),
        translate(
            "Hints", "Write a picture of what is picked, or of the whole network, into a file"
        ),
        translate("Hints", "Write every step's numbers, and the strokes, into a file"),
    )
    sentences.update(zip(actions.export_menu.actions(), exports, strict=True))
    for action in actions.examples_menu.actions():
        digit = action.text().replace("&", "")
        sentences[action] = translate("Hints", "Put a drawn {0} on the canvas").format(digit)
    for number, action in enumerate(actions.it_was):
        sentences[action] = translate(
            "Hints", "Say that the digit on the canvas is a {0}, and keep the drawing"
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
            "The tools: what was done can be undone, and the slider chooses how wide the pen is.",
        ),
        strip: translate(
            "Hints",
            "What the network sees: your ink, then framed in 28×28 pixels, then with two pixels of"
            " paper on each side.",
        ),
        strip.switch: translate(
            "Hints",
            "On, the ink is scaled and centred like MNIST's digits, from which the network learned."
            " Off, it gets the whole canvas as it is.",
        ),
        _part(reading, Winner): translate(
            "Hints",
            "The verdict: the digit that was read, a toss-up between two, or a drawing that is like"
            " no digit.",
        ),
        _part(reading, Bars): translate(
            "Hints",
            "How probable each digit is to the network. All ten add up to 100\u00a0%, whatever is"
            " drawn.",
        ),
        reading.chart: translate(
            "Hints",
            "How the reading came about: a line for each digit that was likely at some time, from"
            " the first ink on the left to now on the right.",
        ),
        reading.replay_bar: translate(
            "Hints",
            "The replay: the drawing comes about again, as fast as it was drawn or at another"
            " speed, and is read at each moment.",
        ),
        status: translate(
            "Hints",
            "The unit that is looked at, whose weights read, and how long the last reading took.",
        ),
    }
    for part, sentence in sentences.items():
        part.setWhatsThis(sentence)


def _part(reading: ReadingPanel, kind: type[P]) -> P:
    found = reading.findChild(kind)
    assert found is not None
    return found
