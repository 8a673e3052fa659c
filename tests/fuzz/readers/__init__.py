"""The readers, one per file: how their inputs are made and read."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from itertools import count
from pathlib import Path

import hypothesis
from hypothesis import HealthCheck, Phase
from hypothesis import strategies as st

from tests.fuzz.changing import Change, Draw

NAMES = (
    "weights",
    "pytorch",
    "keras",
    "drawings",
    "lines",
    "unipen",
    "idx",
    "records",
    "sessions",
    "collection",
    "pictures",
    "settings",
    "translations",
    "arguments",
)
BATCH = 50
"""Inputs per batch, out of twice as many generated: about half are duplicates."""


@dataclass(frozen=True)
class Reader:
    """One entry point of the program.

    `seeds` are valid inputs; `change` draws a possibly invalid input from a seed and all the
    others. `extremes` are inputs that chance would hardly find; they come first. `read` takes a
    file in an empty folder, and returns, or raises what the program raises. If `is_quiet`, it
    must leave no other file in that folder.
    """

    seeds: Sequence[bytes]
    change: Change
    read: Callable[[Path], object]
    extremes: Sequence[Callable[[], bytes]] = ()
    suffix: str = ""
    is_quiet: bool = True

    def inputs(self, name: str, number: int, first: int = 0) -> Iterator[bytes]:
        """Yield an endless stream of inputs from `first` on; `number` is Hypothesis's seed."""
        for extreme in self.extremes[first:]:
            yield extreme()
        first = max(first, len(self.extremes))
        for batch in count(first // BATCH):
            yield from self._batch(f"{name} {number} {batch}")[max(first - batch * BATCH, 0) :]

    def _batch(self, name: str) -> list[bytes]:
        @st.composite
        def changed(draw: Draw) -> bytes:
            return self.change(draw, draw(st.sampled_from(self.seeds)), self.seeds)

        found: list[bytes] = []

        @hypothesis.seed(name)
        @hypothesis.settings(
            max_examples=2 * BATCH,
            database=None,
            deadline=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @hypothesis.given(changed())
        def collect(data: bytes) -> None:
            found.append(data)

        collect()
        unique = list(dict.fromkeys(found))
        return (unique * BATCH)[:BATCH]  # repeated if there are too few


def reader(name: str) -> Reader:
    """Make one of NAMES, importing the packages it needs."""
    made: Reader = import_module(f"tests.fuzz.readers.{name}").make()
    return made
