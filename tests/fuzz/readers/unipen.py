"""UNIPEN text: read and classified."""

from collections import deque
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from lenet_gui.core.datasets.datasets import read_samples
from lenet_gui.core.datasets.evaluation import evaluate
from tests.core.sample_records import CLASSIFIER
from tests.fuzz.changing import NUMBERS, change_text
from tests.fuzz.packing import bomb, packed
from tests.fuzz.readers import Reader

DIGIT = b""".SEGMENT DIGIT 0-1 ? "7"
.COMMENT 7  2 1
.DT 10
.PEN_DOWN
 100 400
 300 400
 180 90
.PEN_UP
.DT 20
.PEN_DOWN
 150 250
 270 250
.PEN_UP
"""
EVALUATED = 100
HEAD = b".VERSION 1.0\n.COORD X Y\n.X_DIM 500\n.INCLUDE ../elsewhere/bait.json\n"


def make() -> Reader:
    many = b"".join(DIGIT.replace(b'"7"', b'"%d"' % digit) for digit in range(10))
    seeds = (HEAD + DIGIT, many, DIGIT.replace(b".PEN_UP\n", b""), packed(DIGIT))
    return Reader(seeds, change_text, read, EXTREMES, ".unipen")


def read(path: Path) -> None:
    """Read all digits, and classify the first few."""
    samples = read_samples(path)
    evaluate(CLASSIFIER, islice(samples, EVALUATED))
    deque(samples, maxlen=0)


def _points(count: int, point: bytes = b" 1 2\n") -> bytes:
    return b'.SEGMENT DIGIT 0 ? "7"\n.PEN_DOWN\n' + point * count + b".PEN_UP\n"


EXTREMES: Sequence = (
    lambda: _points(10_000_000),
    lambda: _points(1_000_000),
    lambda: packed(_points(10_000_000)),
    lambda: _points(200_000, b".PEN_DOWN\n 1 2\n"),
    lambda: b'.SEGMENT DIGIT 0 ? "7"\n' * 300_000,
    lambda: b".SEGMENT " + b'"' * 200_000,
    lambda: b".SEGMENT " + b' "7"' * 100_000,
    lambda: b".COMMENT 1 " + b"9" * 100_000 + b" 1\n" + DIGIT,
    lambda: DIGIT.replace(b"7  2 1", b"7 " + b"9" * 5000 + b" 1"),
    lambda: bomb(b"\n" * 2**20, 500),
    lambda: bomb(b".\n" * 2**19, 500),
    lambda: bomb(b"\0" * 2**20, 500),
    lambda: packed(DIGIT)[:-4],
    lambda: b". " * 30_000_000,
    *((lambda number=number: _points(2, f" {number} 3\n".encode())) for number in NUMBERS),
)
