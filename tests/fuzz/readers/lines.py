"""Drawings, one a line: as `classify` and the window read a file, and as `evaluate` reads it."""

from collections.abc import Sequence
from pathlib import Path
from random import Random

from lenet_gui.errors import LenetGuiError
from lenet_gui.media.sources import qt_application, read_items
from tests.core.sample_records import CLASSIFIER
from tests.fuzz.mutating import LIMIT, mutate_json, mutate_text
from tests.fuzz.readers import Reader, drawings, unipen


def make() -> Reader:
    qt_application()
    lines = [line for line in drawings.seeds() if b"label" in line]
    seeds = (b"\n".join(lines), lines[0], b"\n\n".join(lines * 3) + b"\n")
    return Reader(seeds, mutate, read, EXTREMES, ".jsonl")


def read(path: Path) -> None:
    """Read every line, the first of them by the network; raise the first that is no drawing."""
    first = None
    for number, item in enumerate(read_items(str(path))):
        if isinstance(item.source, LenetGuiError):
            first = first or item.source
        elif number < unipen.EVALUATED:
            CLASSIFIER.read(item.source)
    unipen.read(path)
    if first is not None:
        raise first


def mutate(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """Change a line as a drawing is changed, or the text as a whole."""
    if random.random() < 0.4:
        return mutate_text(random, data, others)
    lines = [line for line in data.split(b"\n") if line]
    at = random.randrange(len(lines))
    lines[at] = mutate_json(random, lines[at], lines)
    return random.choice((b"\n", b"\n", b"\r\n")).join(lines)[:LIMIT]


LINE = b'{"strokes":[[[1,2],[3,4]]],"label":1}\n'
EXTREMES: Sequence = (
    lambda: b"\n" * 60_000_000,
    lambda: LINE * 500,
    lambda: b"{}\n" * 30_000,
    lambda: b'{"strokes":[[' + b"[1,2]," * 10_000_000 + b"[1,2]]]}\n",
    lambda: LINE + b"{" * 10_000_000,
    lambda: LINE.replace(b"\n", b"\r") * 30,
    lambda: b"\xef\xbb\xbf" + LINE + b"\xef\xbb\xbf" + LINE,
    lambda: LINE + b"\0" * 1000 + LINE,
    lambda: b"\x1f\x8b" + LINE,
)
