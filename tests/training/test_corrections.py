"""Training on corrections."""

from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from lenet_gui.core.datasets.collection import Collection, corrected
from lenet_gui.core.framing.framing import Framing, frame
from lenet_gui.core.reading.reading import Reading
from lenet_gui.core.strokes.drawing import Drawing

pytest.importorskip("torch")

from lenet_gui.training.handwriting.templates import draw_template
from lenet_gui.training.pool import Sources


@pytest.fixture
def collection(tmp_path: Path) -> Collection:
    """Fill a collection with twelve drawings, with labels 0 to 9, 0 and 1."""
    collection, random = Collection(tmp_path / "corrections.jsonl"), np.random.default_rng(0)
    for number in range(12):
        label = number % 10
        drawing = Drawing(tuple(draw_template(label, random)))
        reading, now = Reading(drawing, frame(drawing)), datetime(2026, 3, 4, tzinfo=UTC)
        collection.put(corrected(drawing, label, reading, Framing.MNIST, None, now, "x"))
    return collection


def test_one_in_six_is_held_out_and_the_others_train(collection: Collection) -> None:
    train, validation = Sources(Path("nowhere"), (collection.path,)).hands()
    assert [label for _, label in train] == [0, 1, 2, 3, 4, 6, 7, 8, 9, 0]
    assert [label for _, label in validation] == [5, 1]
    for strokes, _ in train:
        points = np.concatenate(strokes)
        assert points.min() == 0
        assert points.max() == pytest.approx(1)


def test_a_single_correction_trains(collection: Collection, tmp_path: Path) -> None:
    single = tmp_path / "one.jsonl"
    collection.export(single, collection.readable()[:1])
    train, validation = Sources(Path("nowhere"), (single,)).hands()
    assert [label for _, label in train] == [0]
    assert validation == []
