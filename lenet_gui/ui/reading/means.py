"""The means of reading: the network, what of it is switched off, and the framing."""

from PySide6.QtCore import QObject, Signal

from lenet_gui.core.framing.framing import Framing, Source, frame
from lenet_gui.core.network.lenet5 import Held, LeNet5, Off, require_hidden
from lenet_gui.core.network.weights import Weights
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.reading.reading import Reading, Verdict


class Means(QObject):
    """Owns the classifier, its switches and the framing; whoever shows readings follows `changed`.

    Without a classifier (its weights could not be read) drawings are framed but not read.
    """

    changed = Signal()
    """Everything must be read again."""
    improved = Signal()
    """The network in training has learned a little: what is drawn must be read again."""

    def __init__(
        self,
        classifier: Classifier | None,
        framing: Framing = Framing.MNIST,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._classifier = classifier
        self._framing = framing
        self._off: Off = frozenset()
        self._is_learning = False

    @property
    def classifier(self) -> Classifier | None:
        """The classifier, or None."""
        return self._classifier

    @property
    def is_learning(self) -> bool:
        """Whether the network is one in training."""
        return self._is_learning

    @property
    def framing(self) -> Framing:
        """How ink becomes 28×28."""
        return self._framing

    @property
    def off(self) -> Off:
        """The network's maps that are switched off, and the values at which they are held."""
        return self._off

    @property
    def network(self) -> LeNet5 | None:
        """The network, or None."""
        return self._classifier.network if self._classifier else None

    @property
    def weights(self) -> Weights | None:
        """The network's weights, or None."""
        return self.network.weights if self.network else None

    def use_classifier(self, classifier: Classifier) -> None:
        """Read with another network. Maps that are off stay off, held at 0.

        A map's mean is known for one network only.
        """
        is_same = classifier.network is self.network and not self._is_learning
        self._classifier, self._is_learning = classifier, False
        if not is_same:
            self._off = at_zero(self._off)
            self.changed.emit()

    def use_learner(self, classifier: Classifier) -> None:
        """Read with a network in training, as it is at the moment; maps that are off stay so."""
        was_learning = self._is_learning
        if not was_learning:
            self._off = at_zero(self._off)
        self._classifier, self._is_learning = classifier, True
        (self.improved if was_learning else self.changed).emit()

    def use_framing(self, framing: Framing) -> None:
        """Frame in another way."""
        if framing != self._framing:
            self._framing = framing
            self.changed.emit()

    def use_off(self, off: Off) -> None:
        """Switch maps of the network off, and all others on.

        Raises ValueError like `require_hidden`.
        """
        require_hidden(off)
        if off != self._off:
            self._off = off
            self.changed.emit()

    def read(self, source: Source) -> Reading:
        """Return how a drawing or a picture reads."""
        if self._classifier is not None:
            return self._classifier.read(source, self._framing, self._off)
        frames = frame(source, self._framing)
        return Reading(source, frames, verdict=Verdict.EMPTY if frames.is_empty else Verdict.UNREAD)


def at_zero(off: Off) -> Off:
    """Return the same maps, all held at 0."""
    return frozenset(Held(*held.place) for held in off)
