"""The user's corrections: one drawing per line, added and removed by the program."""

from collections.abc import Sequence
from pathlib import Path

from lenet_gui.core.datasets.collection import Collection, line_id
from tests.core.sample_records import SEVEN
from tests.fuzz.readers import Reader, drawings, lines


def make() -> Reader:
    known = [line for line in drawings.seeds() if b"label" in line]
    seeds = (b"\n".join(known) + b"\n", known[0] + b"\n", b"\n".join(known))
    return Reader(seeds, lines.change, read, EXTREMES, ".jsonl", is_quiet=False)


def read(path: Path) -> None:
    """Read all drawings, add one and check that it is there, export them, and remove it."""
    kept = Collection(path)
    before = len(kept.readable())
    kept.put(SEVEN)
    if SEVEN not in kept.readable():
        raise AssertionError("The added drawing is missing.")
    if kept.export(path.with_name("exported.jsonl")) < before:
        raise AssertionError("A drawing was lost.")
    kept.remove({line_id(SEVEN)})


EXTREMES: Sequence = (
    lambda: b"\n" * 20_000,
    lambda: lines.LINE * 500,
    lambda: b"{" * 1_000_000 + b"\n",
    lambda: b"\xff\xfe\n" * 1000,
    lambda: lines.LINE + b"\0" * 100_000,
    lambda: b"",
)
