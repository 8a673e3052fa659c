"""`--threshold`: how dark a pixel of a picture must be to count as ink."""

import json
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.media.picture_file import read_picture


@pytest.fixture(autouse=True)
def _random_weights(monkeypatch: pytest.MonkeyPatch, weights_file: Path) -> None:
    """Use random weights by default."""
    monkeypatch.setattr("lenet_gui.resources.default_weights", lambda: weights_file)


@pytest.fixture
def smudged(tmp_path: Path) -> Path:
    """A stroke beside a smudge of three tenths of its darkness."""
    image = QImage(200, 200, QImage.Format.Format_Grayscale8)
    image.fill(QColor(220, 220, 220))
    painter = QPainter(image)
    painter.fillRect(95, 40, 10, 120, QColor(20, 20, 20))
    painter.fillRect(105, 40, 30, 120, QColor(160, 160, 160))
    painter.end()
    path = tmp_path / "smudged.png"
    assert image.save(str(path))
    return path


@pytest.mark.usefixtures("qapp")
def test_a_lower_threshold_includes_faint_ink(run, smudged, random_classifier: Classifier):
    found = {}
    for threshold in ("0.1", "0.5", "0.9"):
        code, out, error = run("classify", "--json", "--threshold", threshold, smudged)
        assert (code, error) == (0, "")
        found[threshold] = json.loads(out)
        picture = read_picture(smudged.read_bytes(), "x", float(threshold))
        expected = random_classifier.read(picture).probabilities
        np.testing.assert_allclose(found[threshold]["probabilities"], expected, atol=1e-6)
    assert found["0.1"]["probabilities"] != found["0.5"]["probabilities"]
    usual = json.loads(run("classify", "--json", smudged)[1])
    assert usual == found["0.5"]


@pytest.mark.parametrize("threshold", ["0", "1", "nan", "-1", "half"])
def test_a_bad_threshold_is_refused(run, smudged, threshold):
    code, out, error = run("classify", f"--threshold={threshold}", smudged)
    assert (code, out) == (2, "")
    assert f"{threshold} is not a number from 0.1 to 0.9" in error
