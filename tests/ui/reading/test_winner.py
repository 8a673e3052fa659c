from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from lenet_gui.core.framing.framing import frame
from lenet_gui.core.network.lenet5 import Activations
from lenet_gui.core.reading.reading import Reading, Verdict
from lenet_gui.core.strokes.drawing import Drawing, stroke
from lenet_gui.ui.reading.winner import Winner


def reading(verdict: Verdict, **probabilities: float) -> Reading:
    """Return a made-up reading: digit names p0 … p9 with their probabilities."""
    row = np.zeros((1, 10), np.float32)
    for name, value in probabilities.items():
        row[0, int(name[1])] = value
    drawing = Drawing((stroke([[0, 0], [1, 1]]),))
    return Reading(drawing, frame(drawing), Activations({"output": row}, row), verdict)


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        (reading(Verdict.DIGIT, p7=0.99, p1=0.01), "clearly a seven"),
        (reading(Verdict.DIGIT, p8=0.8, p3=0.2), "probably an eight"),
        (reading(Verdict.DIGIT, p8=0.4, p3=0.2, p9=0.2, p2=0.2), "perhaps an eight"),
        (reading(Verdict.AMBIGUOUS, p4=0.55, p9=0.45), "a four, or a nine?"),
        (
            reading(Verdict.NOT_A_DIGIT, p5=0.6, p3=0.4),
            "doesn't look like a digit (closest: a five)",
        ),
        (reading(Verdict.NOT_A_DIGIT, p0=0.101, p6=0.1), "doesn't look like a digit"),
        (reading(Verdict.TOO_LITTLE, p1=0.99), "too little ink to tell"),
        (None, "Nothing drawn yet"),
    ],
    ids=["clear", "likely", "unlikely", "toss-up", "no", "not at all", "dot", "nothing"],
)
def test_the_verdict_in_words(qtbot: QtBot, shown: Reading | None, words: str) -> None:
    winner = Winner()
    qtbot.addWidget(winner)
    winner.show_reading(shown, "Nothing drawn yet")
    assert winner.words() == words
    assert winner.accessibleDescription() == words
    assert not winner.grab().isNull()


def test_a_toss_up_names_the_digit_of_another_threshold(qtbot: QtBot) -> None:
    winner = Winner()
    qtbot.addWidget(winner)
    shown = replace(reading(Verdict.AMBIGUOUS, p3=0.97, p8=0.02), rival=9)
    winner.show_reading(shown, "")
    assert winner.words() == "a three, or a nine?"
    assert winner.title() == "97.0 %"


def test_a_dot_is_not_called_no_digit(qtbot: QtBot) -> None:
    winner = Winner()
    qtbot.addWidget(winner)
    winner.show_reading(reading(Verdict.TOO_LITTLE, p1=0.99), "")
    assert winner.title() == ""
    winner.show_reading(reading(Verdict.NOT_A_DIGIT, p1=0.99), "")
    assert winner.title() == "No digit"


def test_a_rejected_drawing_has_no_digit() -> None:
    refused = reading(Verdict.NOT_A_DIGIT, p5=0.6, p3=0.4)
    assert refused.digit is None
    assert refused.most_probable == 5
    assert refused.to_dict()["verdict"] == "not-a-digit"
    assert refused.to_dict()["probabilities"][5] == pytest.approx(0.6)
