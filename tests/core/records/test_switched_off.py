"""Maps that were off when a drawing was read: kept in files, and checked when they are opened."""

import json

import numpy as np
import pytest

from lenet_gui.core.framing.framing import Framing
from lenet_gui.core.network.lenet5 import Held, Off
from lenet_gui.core.records.record import Record, record_from_parts
from lenet_gui.core.records.record_file import record_from_bytes
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.errors import DrawingError
from tests.core.sample_records import CLASSIFIER, SEVEN, encoded

OFF: Off = frozenset({Held("C3", 6, float(np.float32(0.1))), Held("F6", 83)})


def record(drawing: Drawing = SEVEN) -> Record:
    reading = CLASSIFIER.read(drawing, Framing.MNIST, OFF)
    return Record(Framing.MNIST, reading, None, "lenet-gui 1.2.3")


@pytest.mark.parametrize("kind", ["npz", "json"])
@pytest.mark.parametrize("drawing", [SEVEN, Drawing(canvas=(560, 560))], ids=["seven", "empty"])
def test_a_record_keeps_what_was_off_and_at_which_value(kind: str, drawing: Drawing) -> None:
    found = record_from_bytes(encoded(record(drawing), kind))
    assert found.reading.off == OFF


def test_without_anything_off_the_facts_are_as_before() -> None:
    reading = CLASSIFIER.read(SEVEN)
    assert "off" not in Record(Framing.MNIST, reading, None, "lenet-gui 1.2.3").facts()


@pytest.mark.parametrize(
    "off",
    [
        None,
        "C3",
        {"layer": "C3", "map": 6, "value": 0.1},
        [["C3", 6, 0.1]],
        [{"layer": "C3", "map": 6}],
        [{"layer": "C3", "map": 16, "value": 0.0}],
        [{"layer": "C3", "map": -1, "value": 0.0}],
        [{"layer": "C3", "map": True, "value": 0.0}],
        [{"layer": "output", "map": 3, "value": 0.0}],
        [{"layer": "F6", "map": 83, "value": "0"}],
        [{"layer": "F6", "map": 83, "value": 10**400}],
        [{"layer": "F6", "map": 83, "value": float("nan")}],
        [{"layer": "F6", "map": 83, "value": 0.0}] * 2,
        [{"layer": "C3", "map": 6, "value": 0.2}],  # not the value that its cells have
        [{"layer": "C3", "map": 5, "value": 0.1}],  # it was on
    ],
    ids=lambda off: json.dumps(off)[:50],
)
def test_what_can_not_have_been_off_is_refused(off: object) -> None:
    kept = record()
    with pytest.raises(DrawingError, match='The export\'s "off" must be maps'):
        record_from_parts({**kept.facts(), "off": off}, kept.arrays())
