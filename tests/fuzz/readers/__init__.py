"""The readers, a file each: where their inputs come from, and how one is read."""

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
"""Inputs that are taken at a time, of twice as many: about every other one is made again."""


@dataclass(frozen=True)
class Reader:
    """One way into the program.

    `seeds` are valid inputs; `change` draws one that may be invalid, from a seed and all the
    others. `extremes` are inputs that chance would hardly find; they come first. `read` takes a
    file in an empty folder, and returns, or raises what the program raises. `is_quiet` says that
    each input must leave no other file in that folder.
    """

    seeds: Sequence[bytes]
    change: Change
    read: Callable[[Path], object]
    extremes: Sequence[Callable[[], bytes]] = ()
    suffix: str = ""
    is_quiet: bool = True

    def inputs(self, name: str, number: int, first: int = 0) -> Iterator[bytes]:
        """Yield inputs without end, from `first` on; `number` is Hypothesis's seed."""
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
        return (unique * BATCH)[:BATCH]  # if there are fewer, they come again


def reader(name: str) -> Reader:
    """Make one of NAMES; the packages that it takes are imported then."""
    made: Reader = import_module(f"tests.fuzz.readers.{name}").make()
    return made
