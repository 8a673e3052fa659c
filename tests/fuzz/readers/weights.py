"""Weights in safetensors: the header may lie, and the numbers may be none."""

import json
from collections.abc import Sequence
from pathlib import Path
from random import Random

import numpy as np
from safetensors.numpy import save

from lenet_gui.core.network.lenet5 import LeNet5
from lenet_gui.core.network.weights import load_weights
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.strokes.drawing import Drawing
from tests.conftest import make_weights
from tests.fuzz.mutating import LARGE, mutate_bytes, mutate_json
from tests.fuzz.readers import Reader

LENGTH = 8
DOT = Drawing().with_stroke([(1, 1), (5, 9)])
TYPES = ("F16", "F64", "BF16", "I8", "U64", "BOOL", "F8_E4M3", "F4", "C64", "f32", "")
SINGLE = (np.nan, np.inf, -np.inf, 1e-42, -1e-45, 3.4e38, 1e6, 1.0000001e6, -0.0)
TEN_GIGABYTES = 10 * 2**30


def make() -> Reader:
    weights = make_weights()
    plain = save(dict(weights.arrays))
    told = save(dict(weights.arrays), {"name": "x", "temperature": "1.5", "threshold": "0.5"})
    double = save({name: array.astype(np.float64) for name, array in weights.arrays.items()})
    half = save({name: array.astype(np.float16) for name, array in weights.arrays.items()})
    return Reader((plain, told, half, double), mutate, read, extremes(plain), ".safetensors")


def read(path: Path) -> None:
    """Load the weights, and read with them: numbers that pass must not trouble the network."""
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
        lambda: changed(data_offsets=header[names[1]]["data_offsets"]),  # overlapping
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


def mutate(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """Change the header as JSON, a few numbers, or bytes."""
    kind = random.randrange(10)
    if kind < 2:
        return mutate_bytes(random, data, others)
    header, body = parts(data)
    if kind < 5:  # numbers
        numbers = bytearray(body)
        for _ in range(random.choice((1, 1, 5))):
            at = random.randrange(0, len(numbers) - 4, 4)
            numbers[at : at + 4] = np.float32(random.choice(SINGLE)).tobytes()
        return whole(header, bytes(numbers))
    if kind < 8:  # one claim of the header
        name = random.choice([name for name in header if name != "__metadata__"])
        entry = dict(header[name])
        key = random.choice(("dtype", "shape", "data_offsets", "data_offsets"))
        if key == "dtype":
            entry[key] = random.choice(TYPES)
        else:
            numbers_ = list(entry[key])
            at = random.randrange(len(numbers_))
            near = numbers_[at] + random.choice((-1, 1, -4, 4, 100))
            numbers_[at] = random.choice((near, *LARGE))
            entry[key] = random.choice((numbers_, numbers_, numbers_[::-1], numbers_[:1]))
        return whole({**header, name: entry}, body)
    text = mutate_json(random, json.dumps(header).encode(), [json.dumps(header).encode()])
    length = random.choice((len(text),) * 6 + LARGE)
    return length.to_bytes(9, "little")[:LENGTH] + text + body


def parts(data: bytes) -> tuple[dict, bytes]:
    """Return a file's header and what follows it."""
    end = LENGTH + int.from_bytes(data[:LENGTH], "little")
    return json.loads(data[LENGTH:end]), data[end:]


def whole(header: dict, body: bytes) -> bytes:
    return _raw(json.dumps(header).encode(), body)


def _raw(text: bytes, body: bytes) -> bytes:
    return len(text).to_bytes(LENGTH, "little") + text + body
