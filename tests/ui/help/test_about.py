"""The About box shows versions, weights and licences, and copies them."""

import platform
from pathlib import Path

import numpy as np
import PySide6
import pytest
from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lenet_gui import __version__
from lenet_gui.core.network.lenet5 import LeNet5
from lenet_gui.core.network.weights import Weights
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.records.record import WeightsIdentity
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.help import about as about_module
from lenet_gui.ui.help.about import About
from lenet_gui.ui.reading.means import Means
from tests.conftest import make_weights


@pytest.fixture
def about(window: MainWindow, qtbot: QtBot) -> About:
    window.actions_.about.trigger()
    found = window.findChild(About)
    assert found is not None
    qtbot.waitUntil(found.isActiveWindow)
    return found


def test_the_versions_are_those_that_run(about: About) -> None:
    shown = about.facts.text()
    made_with = (
        f"Python {platform.python_version()}", f"Qt {qVersion()}",
        f"PySide6 {PySide6.__version__}", f"NumPy {np.__version__}",
    )  # fmt: skip
    for version in made_with:
        assert version in shown
        assert version in about.as_text()
    assert about.as_text().startswith(f"lenet-gui {__version__}\n")


def test_it_names_the_weights(window: MainWindow, qtbot: QtBot) -> None:
    weights = Weights(make_weights().arrays, {"name": "mine", "date": "2026-01-02"})
    about = About(Means(Classifier(LeNet5(weights))), window)
    qtbot.addWidget(about)
    total = WeightsIdentity.of(weights).sha256
    assert f"mine, 2026-01-02<br>SHA-256 {total[:12]}…" in about.facts.text()
    assert f"mine, 2026-01-02, SHA-256 {total}" in about.as_text()


def test_it_follows_the_weights_in_use(about: About, window: MainWindow) -> None:
    weights = Weights(make_weights(seed=5).arrays, {"name": "others", "date": "2026-01-03"})
    window.means.use_classifier(Classifier(LeNet5(weights)))
    assert "others, 2026-01-03" in about.facts.text()
    assert WeightsIdentity.of(weights).sha256 in about.as_text()


def test_a_name_from_a_strangers_file_is_plain_text_and_cut(
    window: MainWindow, qtbot: QtBot
) -> None:
    weights = Weights(make_weights().arrays, {"name": "<img src=x>" + 1000 * "y"})
    about = About(Means(Classifier(LeNet5(weights))), window)
    qtbot.addWidget(about)
    assert "<img" not in about.facts.text()
    assert "&lt;img" in about.facts.text()
    assert 61 * "y" not in about.facts.text()


def test_it_reports_a_missing_network(window: MainWindow, qtbot: QtBot) -> None:
    about = About(Means(None), window)
    qtbot.addWidget(about)
    assert "no network" in about.facts.text()
    assert "SHA-256" not in about.as_text()


def test_it_links_to_the_licences(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    plain = About(Means(None), window)
    qtbot.addWidget(plain)
    assert "MIT" in plain.facts.text()
    assert "LGPL 3" in plain.facts.text()
    assert "href" not in plain.facts.text(), "a checkout has no folder of them"
    folder = tmp_path / "all licences"
    monkeypatch.setattr(about_module, "resource", lambda *parts: folder)
    bundled = About(Means(None), window)
    qtbot.addWidget(bundled)
    assert f'href="file://{str(folder).replace(" ", "%20")}"' in bundled.facts.text()


def test_its_button_copies_everything(about: About, qtbot: QtBot) -> None:
    qtbot.mouseClick(about.copy_button, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == about.as_text()


def test_keys_select_its_text_and_escape_closes_it(
    about: About, window: MainWindow, qtbot: QtBot
) -> None:
    about.facts.setFocus()
    qtbot.keyClick(about.facts, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert "NumPy" in about.facts.selectedText()
    qtbot.keyClick(about, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(About) is None)
