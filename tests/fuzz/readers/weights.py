"""Weights in safetensors, with wrong headers and invalid numbers."""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from hypothesis import strategies as st
from safetensors.numpy import save

from lenet_gui.core.network.lenet5 import LeNet5
from lenet_gui.core.network.weights import load_weights
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.strokes.drawing import Drawing
from tests.conftest import make_weights
from tests.fuzz.changing import LARGE, Draw, change_bytes, change_json
from tests.fuzz.readers import Reader

LENGTH = 8
DOT = Drawing().with_stroke([(1, 1), (5, 9)])
TYPES = ("F16", "F64", "BF16", "I8", "U64", "BOOL", "F8_E4M3", "F4", "C64", "f32", "")
numbers = st.floats(width=32) | st.sampled_from((1e-42, -1e-45, 3.4e38, 1e6, 1.0000001e6))
TEN_GIGABYTES = 10 * 2**30


def make() -> Reader:
    weights = make_weights()
    plain = save(dict(weights.arrays))
    told = save(dict(weights.arrays), {"name": "x", "temperature": "1.5", "threshold": "0.5"})
    double = save({name: array.astype(np.float64) for name, array in weights.arrays.items()})
    half = save({name: array.astype(np.float16) for name, array in weights.arrays.items()})
    return Reader((plain, told, half, double), change, read, extremes(plain), ".safetensors")


def read(path: Path) -> None:
    """Load the weights and classify with them: accepted numbers must be safe for the network."""
    Classifier(LeNet5(load_weights(path))).read(DOT)


def extremes(plain: bytes) -> Sequence:
    header, body = parts(plain)
    names = [name for name in header if name != "__metadata__"]

    def changed(**keys: object) -> bytes:
        return whole({**header, names[0]: {**header[names[0]], **keys}}, body)

    def many() -> bytes:
        empty = {"dtype": "F32", "shape": [0], "data_offsets": [0, 0]}
        return whole({f"{n:x}": empty for n in range(300_000)}, b"")

    return (
        lambda: changed(data_offsets=[0, TEN_GIGABYTES]),
        lambda: changed(shape=[TEN_GIGABYTES // 4], data_offsets=[0, TEN_GIGABYTES]),
        lambda: changed(shape=[2**63, 2**63]),
        lambda: changed(data_offsets=[len(body), 0]),
        lambda: changed(data_offsets=header[names[1]]["data_offsets"]),  # overlapping arrays
        lambda: whole({name: {**header[name], "data_offsets": [0, 600]} for name in names}, body),
        lambda: TEN_GIGABYTES.to_bytes(LENGTH, "little") + plain[LENGTH:],
        lambda: (2**64 - 1).to_bytes(LENGTH, "little") + plain[LENGTH:],
        lambda: whole({**header, "__metadata__": {"a": "x" * 10_000_000}}, body),
        lambda: whole(header, np.full(len(body) // 4, np.nan, "<f4").tobytes()),
        lambda: whole(header, np.full(len(body) // 4, 1e-40, "<f4").tobytes()),
        lambda: whole(header, np.full(len(body) // 4, 1e6, "<f4").tobytes()),
        lambda: _raw(b"[" * 1_000_000, body),
        lambda: _raw(b'{"a":' * 100_000 + b"1" + b"}" * 100_000, body),
        many,
        lambda: b"",
        lambda: plain[:LENGTH],
        lambda: b" " * 60_000_000,
    )


def change(draw: Draw, data: bytes, others: Sequence[bytes]) -> bytes:
    """Change a few numbers, one header entry, the header as JSON, or any bytes."""
    kind = draw(st.integers(0, 3))
    if kind == 0:
        return change_bytes(draw, data, others)
    header, body = parts(data)
    if kind == 1:
        for _ in range(draw(st.integers(1, 3))):
            at = 4 * draw(st.integers(0, len(body) // 4 - 1))
            body = body[:at] + np.float32(draw(numbers)).tobytes() + body[at + 4 :]
        return whole(header, body)
    if kind == 2:
        name = draw(st.sampled_from([name for name in header if name != "__metadata__"]))
        entry = header[name]
        key = draw(st.sampled_from(("dtype", "shape", "data_offsets")))
        if key == "dtype":
            entry[key] = draw(st.sampled_from(TYPES))
        else:
            at = draw(st.integers(0, len(entry[key]) - 1))
            near = entry[key][at] + draw(st.integers(-4, 4))
            entry[key][at] = draw(st.sampled_from((near, near, *LARGE)))
        return whole(header, body)
    text = change_json(draw, json.dumps(header).encode())
    length = draw(st.just(len(text)) | st.sampled_from(LARGE))
    return length.to_bytes(9, "little")[:LENGTH] + text + body


def parts(data: bytes) -> tuple[dict, bytes]:
    """Return a file's header and the rest."""
    end = LENGTH + int.from_bytes(data[:LENGTH], "little")
    return json.loads(data[LENGTH:end]), data[end:]


def whole(header: dict, body: bytes) -> bytes:
    return _raw(json.dumps(header).encode(), body)


def _raw(text: bytes, body: bytes) -> bytes:
    return len(text).to_bytes(LENGTH, "little") + text + body
