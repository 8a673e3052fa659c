"""Drawings in JSON: parsed, framed both ways, read by the network, replayed and saved again."""

import json
from collections.abc import Sequence
from pathlib import Path

from lenet_gui.core.framing.framing import Framing, Source
from lenet_gui.core.records.record_file import parse_source
from lenet_gui.core.strokes.drawing import Drawing, parse_drawing
from lenet_gui.core.strokes.replaying import at_time, duration
from tests.core.sample_records import CLASSIFIER, SEVEN
from tests.fuzz.changing import BYTE_ORDER_MARK, NUMBERS, change_json
from tests.fuzz.readers import Reader

ZIGZAG = [[x, (x * 37) % 91] for x in range(0, 200, 5)]
WHOLE = {
    "format": "lenet-gui drawing",
    "version": 1,
    "canvas": [560, 560],
    "pen_width": 40,
    "label": 4,
    "strokes": [[[100, 100], [100, 300.5], [300, 300]], [[250, 50], [250, 500]], [[7, 7]]],
    "pressures": [[0.1, 0.5, 1], [0, 0.9], [0.5]],
    "times": [[0, 10.5, 300], [400, 900], [1000]],
    "author": {"name": "somebody", "tags": ["a", 1, None]},
}


def make() -> Reader:
    return Reader(seeds(), change_json, read, EXTREMES, ".json")


def seeds() -> tuple[bytes, ...]:
    plain = {"strokes": [ZIGZAG]}
    label = {"strokes": [[[1, 2], [3, 4]], []], "label": "7", "canvas": None}
    return tuple(json.dumps(value).encode() for value in (WHOLE, plain, label, SEVEN.to_dict()))


def read(path: Path) -> None:
    use(parse_source(path.read_bytes()))


def use(source: Source) -> None:
    """Use a drawing or a picture as the window and the command line do."""
    for framing in Framing:
        CLASSIFIER.read(source, framing)
    if isinstance(source, Drawing):
        at_time(source, duration(source) / 2)
        text = source.to_json()
        if parse_drawing(text).to_json() != text:
            raise AssertionError("A drawing changed in a round trip.")


def _points(count: int, point: bytes = b"[1.25,2.5]") -> bytes:
    return b'{"strokes":[[' + b",".join([point] * count) + b"]]}"


def _beside(key: bytes, values: bytes) -> bytes:
    return b'{"strokes":[[[1,2],[3,4]]],"' + key + b'":' + values + b"}"


EXTREMES: Sequence = (
    lambda: _points(10_000_000),
    lambda: _points(1_000_000),
    lambda: _points(1_000_001, b"[0,0]"),
    lambda: _points(100_000, b"[-123.4567890123,98.76543210987654]"),
    lambda: b'{"strokes":[' + b",".join([b"[[1,2]]"] * 300_000) + b"]}",
    lambda: b'{"strokes":[' + b",".join([b"[]"] * 5_000_000) + b"]}",
    lambda: b'{"strokes":[],"x":[' + b",".join([b"{}"] * 5_000_000) + b"]}",
    lambda: b'{"strokes":[],"x":"' + b"y" * 60_000_000 + b'"}',
    lambda: b'{"strokes":[' + b"[" * 1_000_000,
    lambda: b'{"a":' * 1_000_000,
    lambda: _beside(b"x", b"[" * 900 + b"]" * 900),
    lambda: _beside(b"x", b"9" * 4_000),
    lambda: _beside(b"x", b"9" * 4_000_000),
    lambda: _beside(b"x", b"1e" + b"9" * 1_000_000),
    lambda: _beside(b"label", b"NaN"),
    lambda: _beside(b"strokes", b"[]"),  # a duplicate key
    lambda: _beside(b"canvas", b"[1e-9,1e9]"),
    lambda: _beside(b"pen_width", b"1e9"),
    lambda: _beside(b"times", b"[[0,1e12]]"),
    lambda: b'{"strokes":[[[-1e9,-1e9],[1e9,1e9]],[[0,0],[1e-9,1e-9]]]}',
    lambda: b'{"strokes":[[[1e-320,0],[0,1e-320]]]}',
    lambda: BYTE_ORDER_MARK + _points(3).replace(b",", b",\r\n"),
    lambda: _points(3).decode().encode("utf-16"),
    lambda: b'{"strokes":[' + b" " * 60_000_000 + b"]}",
    lambda: b"",
    *((lambda number=number: _points(2, f"[{number},1]".encode())) for number in NUMBERS),
)
