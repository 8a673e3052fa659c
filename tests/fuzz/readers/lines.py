"""Drawings, one per line: read as by `classify` and the window, and as by `evaluate`."""

from collections.abc import Sequence
from pathlib import Path

from hypothesis import strategies as st

from lenet_gui.errors import LenetGuiError
from lenet_gui.media.sources import qt_application, read_items
from tests.core.sample_records import CLASSIFIER
from tests.fuzz.changing import LIMIT, Draw, change_json, change_text
from tests.fuzz.readers import Reader, drawings, unipen


def make() -> Reader:
    qt_application()
    lines = [line for line in drawings.seeds() if b"label" in line]
    seeds = (b"\n".join(lines), lines[0], b"\n\n".join(lines * 3) + b"\n")
    return Reader(seeds, change, read, EXTREMES, ".jsonl")


def read(path: Path) -> None:
    """Parse every line and classify the first; raise the error of the first invalid one."""
    first = None
    for number, item in enumerate(read_items(str(path))):
        if isinstance(item.source, LenetGuiError):
            first = first or item.source
        elif number < unipen.EVALUATED:
            CLASSIFIER.read(item.source)
    unipen.read(path)
    if first is not None:
        raise first


def change(draw: Draw, data: bytes, others: Sequence[bytes]) -> bytes:
    """Change one line like a drawing, or the text as a whole."""
    if draw(st.integers(0, 2)) == 0:
        return change_text(draw, data, others)
    lines = [line for line in data.split(b"\n") if line]
    at = draw(st.integers(0, len(lines) - 1))
    lines[at] = change_json(draw, lines[at], lines)
    return draw(st.sampled_from((b"\n", b"\r\n"))).join(lines)[:LIMIT]


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
