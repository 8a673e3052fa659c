"""The readers, a file each: where their inputs come from, and how one is read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from random import Random

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


@dataclass(frozen=True)
class Reader:
    """One way into the program.

    `seeds` are valid inputs; `mutate` makes one that may be none, of a seed and all the others.
    `extremes` are inputs that chance would hardly find; they come first. `read` takes a file in
    an empty folder, and returns, or raises what the program raises. `is_quiet` says that each
    input must leave no other file in that folder.
    """

    seeds: Sequence[bytes]
    mutate: Callable[[Random, bytes, Sequence[bytes]], bytes]
    read: Callable[[Path], object]
    extremes: Sequence[Callable[[], bytes]] = ()
    suffix: str = ""
    is_quiet: bool = True

    def input(self, name: str, seed: int, index: int) -> bytes:
        """Return an input, which depends on nothing but the reader, the seed and its number."""
        if index < len(self.extremes):
            return self.extremes[index]()
        random = Random(f"{name} {seed} {index}")
        return self.mutate(random, random.choice(self.seeds), self.seeds)


def reader(name: str) -> Reader:
    """Make one of NAMES; the packages that it takes are imported then."""
    made: Reader = import_module(f"tests.fuzz.readers.{name}").make()
    return made
