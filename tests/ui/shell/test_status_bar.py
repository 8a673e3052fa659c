from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from lenet_gui.core.network.weights import Weights
from lenet_gui.ui.shell.status_bar import StatusBar
from tests.conftest import make_weights


def test_the_tooltip_tells_all_that_the_weights_say(qtbot: QtBot) -> None:
    bar = StatusBar()
    qtbot.addWidget(bar)
    metadata = {"name": "mine", "recipe": "long " * 60, "training_data": "MNIST"}
    bar.show_weights(Weights(make_weights().arrays, metadata))
    (label,) = (label for label in bar.findChildren(QLabel) if "mine" in label.text())
    assert "training data: MNIST" in label.toolTip()
    assert "recipe: long long" in label.toolTip()
    assert max(len(line) for line in label.toolTip().splitlines()) <= 80
    bar.show_weights(None)
    assert label.text() == "No network"
    assert label.toolTip() == ""
