"""Files written by earlier versions, in `tests/data`, open with equal content."""

import gzip
import hashlib
import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from lenet_gui.core.datasets.collection import Collection, made_on
from lenet_gui.core.framing.framing import Framing
from lenet_gui.core.network.lenet5 import LeNet5
from lenet_gui.core.network.weights import load_weights
from lenet_gui.core.reading.classifier import Classifier, Source
from lenet_gui.core.records.record_file import record_from_bytes
from lenet_gui.core.records.session_file import from_bytes
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.media.sources import read_items
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.files.recent import RecentFiles
from lenet_gui.ui.kit.appearance import Look, appearance
from lenet_gui.ui.kit.settings import Settings
from lenet_gui.ui.maps.colour_scale import Span

FOLDER = Path(__file__).parent / "data" / "before_the_house"
EXPECTED = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))
"""That version's results for each file: a list of sources with their probabilities."""
TOLERANCE = 1e-6
"""The allowed difference of probabilities, since other machines add in another order."""
RECENT = (
    "line\nend é七.json",
    "back\\slash%20.json",
    "two  spaces .json",
    '"quoted" [General].json',
    "a=b;c#d.lenet.json",
    "plain.lenet.json",
)


@pytest.fixture(scope="module")
def classifier() -> Classifier:
    """Return a classifier with the weights that the program shipped with then."""
    return Classifier(LeNet5(load_weights(FOLDER / "lenet5.safetensors")))


def content(name: str) -> bytes:
    """Return a file's bytes, unpacked."""
    data = (FOLDER / name).read_bytes()
    return gzip.decompress(data) if name.endswith(".gz") else data


def require_equal(source: object, expected: dict[str, Any], classifier: Classifier) -> None:
    """Compare a source bit for bit, and its reading within TOLERANCE."""
    if isinstance(source, Drawing):
        for key in ("strokes", "pressures", "times"):
            assert [array.tolist() for array in getattr(source, key)] == expected[key]
        assert (source.label, source.pen_width) == (expected["label"], expected["pen_width"])
        assert source.canvas == (expected["canvas"] and tuple(expected["canvas"]))
        assert dict(source.extra) == expected["extra"]
    else:
        ink = source.ink  # type: ignore[attr-defined]
        assert list(ink.shape) == expected["shape"]
        assert hashlib.sha256(ink.astype("<f4").tobytes()).hexdigest() == expected["sha256"]
    require_close(probabilities(source, classifier), expected["probabilities"])  # type: ignore[arg-type]


def probabilities(source: Source, classifier: Classifier) -> Any:
    return classifier.read(source).probabilities


def require_close(found: Any, expected: list[float]) -> None:
    np.testing.assert_allclose(found, expected, rtol=0, atol=TOLERANCE)


@pytest.mark.parametrize("name", EXPECTED)
def test_sources_open_unchanged(name: str, classifier: Classifier, tmp_path: Path) -> None:
    if name.startswith("session"):
        sources: list[object] = [from_bytes(content(name)).source]
    else:
        path = tmp_path / name.removesuffix(".gz")
        path.write_bytes(content(name))
        sources = [item.source for item in read_items(str(path))]
    for source, expected in zip(sources, EXPECTED[name], strict=True):
        require_equal(source, expected, classifier)


@pytest.mark.parametrize("name", [name for name in EXPECTED if "export" in name])
def test_exports_keep_the_reading(name: str) -> None:
    record = record_from_bytes(content(name))
    (expected,) = EXPECTED[name]
    assert record.weights is not None
    assert record.weights.sha256 == expected["weights"]
    assert (record.program, record.framing) == (expected["program"], Framing(expected["framing"]))
    require_close(record.reading.probabilities, expected["read"])


@pytest.mark.parametrize("name", [name for name in EXPECTED if "session" in name])
def test_sessions_keep_their_document(name: str) -> None:
    session = from_bytes(content(name))
    (expected,) = EXPECTED[name]
    assert (session.file, session.is_modified) == (expected["file"], expected["is_modified"])


def test_the_window_restores_a_session(
    random_classifier: Classifier, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "session-1.npz").write_bytes(content("session-drawing.npz"))
    window = MainWindow(random_classifier, "light")
    qtbot.addWidget(window)
    window.files.keep_session(tmp_path)
    (expected,) = EXPECTED["session-drawing.npz"]
    assert window.files.document.path == Path(expected["file"])
    assert window.files.document.is_modified
    assert [array.tolist() for array in window.editor.drawing.strokes] == expected["strokes"]


def test_corrections_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "corrections.jsonl"
    path.write_bytes(content(path.name))
    drawings = Collection(path).readable()
    assert [drawing.label for drawing in drawings] == [7, 4, 8]
    assert all(made_on(drawing) is not None for drawing in drawings)
    assert path.read_bytes() == content(path.name)


def test_settings_are_kept(random_classifier: Classifier, tmp_path: Path, qtbot: QtBot) -> None:
    for name in RECENT:
        (tmp_path / name).touch()
    ini, user = QSettings.Format.IniFormat, QSettings.Scope.UserScope
    place = Path(QSettings(ini, user, "lenet-gui", "lenet-gui").fileName())
    place.parent.mkdir(parents=True)
    text = content("lenet-gui.ini").decode()
    place.write_text(text.replace("/tmp/old-files", json.dumps(str(tmp_path))[1:-1]))

    settings = Settings()
    window = MainWindow(random_classifier, settings=settings)
    qtbot.addWidget(window)
    assert appearance().look == Look("dark", "blue-red", True, "larger", "de")
    assert window.height() == 700, "the width is no larger than the screen's"
    assert window.lenses.is_open
    assert window.means.framing is Framing.NONE
    assert window.scale.value.span is Span.MAP
    assert math.isclose(window.tools.pen.width, 2.2)
    assert math.isclose(window.tools.eraser.width, 3.2)
    assert RecentFiles(QMenu(), settings, print, window).paths == [
        tmp_path / name for name in RECENT
    ]
    assert settings.flag("toured", False)
