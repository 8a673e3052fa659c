"""Sample records for tests, made with an untrained network."""

import numpy as np

from lenet_gui.core.framing.framing import Framing
from lenet_gui.core.network.lenet5 import LeNet5
from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.records.record import Record, WeightsIdentity
from lenet_gui.core.records.record_file import to_json, to_npz
from lenet_gui.core.strokes.drawing import Drawing
from tests.conftest import make_weights

CLASSIFIER = Classifier(LeNet5(make_weights()))
SEVEN = Drawing(canvas=(560, 560), pen_width=40, label=7).with_stroke(
    [(100, 100), (300.25, 100), (180, 420)]
)
BAR = Picture(np.pad(np.linspace(0.1, 1, 12, dtype=np.float32).reshape(6, 2), 4))


def record(source=SEVEN, framing=Framing.MNIST) -> Record:
    reading = CLASSIFIER.read(source, framing)
    identity = WeightsIdentity.of(CLASSIFIER.network.weights)
    return Record(framing, reading, identity, "lenet-gui 1.2.3")


def encoded(kept: Record, kind: str) -> bytes:
    return to_npz(kept) if kind == "npz" else to_json(kept).encode()
