"""The weights that can be read with by name: built-in, untrained, the tutorial's, one's own."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from lenet_gui.core.network.lenet5 import LeNet5
from lenet_gui.core.network.weights import Weights, load_weights
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.errors import LenetGuiError
from lenet_gui.resources import default_weights, tutorial_weights

BUILT_IN, UNTRAINED, TUTORIAL, OWN = "built-in", "untrained", "tutorial", "own"
SEED = 0
"""The seed of the untrained weights."""


@dataclass(frozen=True, eq=False)
class NamedWeights:
    """Weights and their name; they are read or made when they are first asked for."""

    id: str
    name: Callable[[], str]
    """Returns the name in the current language."""
    make: Callable[[], Weights]
    """Raises WeightsError if they can't be read."""
    is_pinned: bool = False
    """Whether they are a checkpoint of learning that the user pinned."""


class KnownWeights(QObject):
    """Keeps the list, the user's own file last opened, and the checkpoints that were pinned."""

    changed = Signal()
    """There are others."""

    def __init__(self, first: Classifier | None = None, parent: QObject | None = None) -> None:
        """Take the classifier that the window begins with, if there is one."""
        super().__init__(parent)
        self._entries = {
            entry.id: entry
            for entry in (
                NamedWeights(BUILT_IN, lambda: self.tr("Built-in"), _built_in),
                NamedWeights(UNTRAINED, self._untrained_name, self._untrained),
                NamedWeights(TUTORIAL, lambda: self.tr("Tutorial’s recipe"), _tutorial),
            )
        }
        self._classifiers: dict[str, Classifier] = {}
        self._pinned = 0
        if first is not None:
            weights = first.network.weights
            if _is_built_in(weights):
                self._classifiers[BUILT_IN] = first
            else:
                self.add_own(first)

    @property
    def entries(self) -> list[NamedWeights]:
        """All weights, in the order in which they are offered."""
        return list(self._entries.values())

    def entry(self, id: str) -> NamedWeights | None:  # noqa: A002
        """Return the weights with this id, if there are any."""
        return self._entries.get(id)

    def classifier(self, id: str) -> Classifier:  # noqa: A002
        """Return a classifier with these weights.

        Raises WeightsError if they can't be read, and KeyError if there are none with this id.
        """
        if id not in self._classifiers:
            self._classifiers[id] = Classifier(LeNet5(self._entries[id].make()))
        return self._classifiers[id]

    def named(self, classifier: Classifier | None) -> NamedWeights | None:
        """Return the entry that a classifier was made from, if it is one of these."""
        for id_, known in self._classifiers.items():
            if classifier is not None and known.network is classifier.network:
                return self._entries.get(id_)
        return None

    def add_own(self, classifier: Classifier) -> None:
        """Take the file that the user opened, in place of the one before."""
        weights = classifier.network.weights
        words = weights.metadata.get("name", "") or self.tr("Your own")
        pinned = {id_: entry for id_, entry in self._entries.items() if entry.is_pinned}
        for id_ in (OWN, *pinned):
            self._entries.pop(id_, None)
        self._entries[OWN] = NamedWeights(OWN, lambda: words, lambda: weights)
        self._entries |= pinned
        self._classifiers[OWN] = classifier
        self.changed.emit()

    def pin(self, weights: Weights, name: str) -> str:
        """Take a checkpoint of learning under a name; return its id."""
        self._pinned += 1
        id_, words = f"pinned {self._pinned}", self._unused(name)
        named = replace(weights, metadata={**weights.metadata, "name": words})
        self._entries[id_] = NamedWeights(id_, lambda: words, lambda: named, is_pinned=True)
        self.changed.emit()
        return id_

    def unpin(self, id: str) -> None:  # noqa: A002
        """Let go of a checkpoint."""
        entry = self._entries.get(id)
        if entry is not None and entry.is_pinned:
            del self._entries[id]
            self._classifiers.pop(id, None)
            self.changed.emit()

    @property
    def newest(self) -> str | None:
        """The id of the checkpoint that was pinned last, if it is still there."""
        pinned = [entry.id for entry in self._entries.values() if entry.is_pinned]
        return pinned[-1] if pinned else None

    def _unused(self, name: str) -> str:
        """Return the name, with a number if another checkpoint has it."""
        names = {entry.name() for entry in self._entries.values()}
        number = 2
        unused = name
        while unused in names:
            unused, number = f"{name} ({number})", number + 1
        return unused

    def _untrained_name(self) -> str:
        return self.tr("Untrained (seed {0})").format(SEED)

    def _untrained(self) -> Weights:
        from lenet_gui.core.learning.parameters import glorot

        about = {"name": f"LeNet-5, untrained, seed {SEED}", "seed": str(SEED)}
        return Weights.checked(glorot(SEED), about, "The untrained weights")


def _built_in() -> Weights:
    return load_weights(default_weights())


def _tutorial() -> Weights:
    return load_weights(tutorial_weights())


def _is_built_in(weights: Weights) -> bool:
    try:
        return weights.origin.endswith(str(default_weights()))
    except LenetGuiError:  # the file is missing
        return False
