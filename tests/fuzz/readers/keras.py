"""Keras files: plain HDF5, and archives of HDF5 and a configuration."""

import io
import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import h5py
import numpy as np
from hypothesis import strategies as st

from lenet_gui.core.network.architecture import LAYERS, TRAINED_LAYERS
from lenet_gui.core.network.lenet5 import LeNet5
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.foreign_weights import read_foreign_weights
from tests.conftest import make_weights
from tests.fuzz.changing import Draw, change_archive, change_bytes, change_json, pick
from tests.fuzz.packing import ZIP, repacked
from tests.fuzz.readers import Reader
from tests.fuzz.readers.weights import DOT

CONFIG, WEIGHTS = "config.json", "model.weights.h5"
BAIT = "../elsewhere/bait.h5"


def make() -> Reader:
    plain, old = hdf5(), hdf5(names=("kernel:0", "bias:0"), libver="latest")
    seeds = (plain, old, keras_archive(plain), hdf5(compression="gzip"))
    return Reader(seeds, change, read, extremes(plain), ".keras")


def read(path: Path) -> None:
    Classifier(LeNet5(read_foreign_weights(path))).read(DOT)


def hdf5(
    spoil: Callable[[Any], object] = lambda file: None,
    names: tuple[str, str] = ("0", "1"),
    libver: str = "earliest",
    compression: str | None = None,
) -> bytes:
    """Return a file as written by Keras, altered by `spoil`."""
    arrays, memory = make_weights().arrays, io.BytesIO()
    with h5py.File(memory, "w", libver=libver) as file:
        for layer in TRAINED_LAYERS:
            group = file.create_group(f"layers/{layer.name}/vars")
            kernel = arrays[f"{layer.parameter}.weight"]
            kernel = kernel.T if kernel.ndim == 2 else kernel.transpose(2, 3, 1, 0)
            group.create_dataset(names[0], data=kernel, compression=compression)
            group.create_dataset(names[1], data=arrays[f"{layer.parameter}.bias"])
        file.create_dataset("optimizer/vars/0", data=np.int64(5))
        spoil(file)
    return memory.getvalue()


def config() -> bytes:
    """Return the configuration of a model that matches the layer table."""
    layers = []
    for layer in LAYERS[1:]:
        if layer.kind == "pooling":
            settings: dict[str, Any] = {"pool_size": [layer.kernel] * 2}
        else:
            settings = {"activation": layer.activation}
        kind = {"pooling": "AveragePooling2D", "linear": "Dense"}.get(layer.kind, "Conv2D")
        layers.append({"class_name": kind, "config": settings})
    model = {"class_name": "Sequential", "config": {"name": "a", "layers": layers}}
    return json.dumps(model).encode()


def keras_archive(weights: bytes, model: bytes | None = None, way: int = 8) -> bytes:
    return repacked({"metadata.json": b"{}", CONFIG: model or config(), WEIGHTS: weights}, way)


def change(draw: Draw, data: bytes, others: Sequence[bytes]) -> bytes:
    """Change bytes of the HDF5 structure, the configuration, or the archive."""
    if data.startswith(ZIP):
        return change_archive(draw, data, _change_entry)
    return _change_structure(draw, data)


def _change_entry(draw: Draw, name: str, data: bytes) -> bytes:
    return change_json(draw, data) if name.endswith(".json") else _change_structure(draw, data)


MARKS = re.compile(
    rb"HDF|TREE|HEAP|SNOD|OHDR|OCHK|FRHP|BTHD|\x08\0\x18\0|\x01\0\x08\0|\x03\0\x10\0"
)
"""Locations of HDF5's structure: signatures of blocks, and headers of messages."""


def _change_structure(draw: Draw, data: bytes) -> bytes:
    """Change bytes near a mark; most of the file is weights, whose values matter little."""
    at = pick(draw, [match.start() for match in MARKS.finditer(data)])
    part = data[at : at + 128]
    new = change_bytes(draw, part)
    if draw(st.integers(0, 3)):  # what follows keeps its position
        new = (new + part)[: len(part)]
    return data[:at] + new + data[at + len(part) :]


def extremes(plain: bytes) -> Sequence:
    def instead(make: Callable[[Any, str], object]) -> Callable[[], bytes]:
        """Return a file with the first layer's bias replaced."""

        def spoil(file: Any) -> None:
            group = file["layers/C1/vars"]
            del group["1"]
            make(group, "1")

        return lambda: hdf5(spoil)

    def virtual(group: Any, name: str) -> None:
        layout = h5py.VirtualLayout((6,), "f4")
        layout[:] = h5py.VirtualSource(BAIT, "x", (6,))
        group.create_virtual_dataset(name, layout)

    def external(group: Any, name: str) -> None:
        group.create_dataset(name, (6,), "f4", external=[(BAIT, 0, 24)])

    def link(target: object) -> Callable[[Any, str], object]:
        return lambda group, name: group.__setitem__(name, target)

    def large(size: int, **how: Any) -> Callable[[Any, str], object]:
        return lambda group, name: group.create_dataset(name, (size,), "f4", **how)

    def full(group: Any, name: str) -> None:
        group.create_dataset(
            name, data=np.zeros(40_000_000, "f4"), chunks=(40_000_000,), compression="gzip"
        )

    def deep(file: Any) -> None:
        group = file
        for _ in range(1500):
            group = group.create_group("a")

    def many(file: Any) -> None:
        for number in range(3_000):
            file.create_group(f"g{number}")

    def loop(file: Any) -> None:
        file["layers/again"] = file["layers"]

    def text(group: Any, name: str) -> None:
        group[name] = "text"

    return (
        instead(external),
        instead(virtual),
        instead(link(h5py.ExternalLink(BAIT, "/x"))),
        instead(link(h5py.SoftLink("/layers/C1/vars/1"))),
        instead(link(h5py.SoftLink("/layers/C3/vars/1"))),
        instead(large(10 * 2**28)),
        instead(large(61_706, chunks=(61_706,), fillvalue=1.0)),
        instead(large(6, maxshape=(None,), chunks=(2**28,), compression="gzip")),
        instead(full),
        instead(text),
        lambda: hdf5(deep),
        lambda: hdf5(many),
        lambda: hdf5(loop),
        lambda: keras_archive(plain, b"[" * 1_000_000),
        lambda: keras_archive(plain, b'{"config":{"layers":[' + b"{}," * 5_000_000 + b"{}]}}"),
        lambda: keras_archive(plain, b'{"config":{"layers":"' + b"x" * 40_000_000 + b'"}}'),
        lambda: keras_archive(bytes(60 * 2**20)),
        lambda: keras_archive(plain, None, 14),
        lambda: plain[:8],
        lambda: plain + bytes(60 * 2**20),
    )
