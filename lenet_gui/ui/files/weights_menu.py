"""File › Read with: the weights to read with, by name."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from lenet_gui.errors import LenetGuiError
from lenet_gui.ui.files.export_menu import Warn
from lenet_gui.ui.kit.accessibility import explain
from lenet_gui.ui.kit.appearance import follow_appearance
from lenet_gui.ui.kit.i18n import sentence_of
from lenet_gui.ui.reading.known_weights import BUILT_IN, KnownWeights, NamedWeights
from lenet_gui.ui.reading.means import Means


class WeightsMenu(QObject):
    """Fills the menu, checks the weights in use, and reads with those that are chosen."""

    def __init__(
        self, menu: QMenu, built_in: QAction, known: KnownWeights, means: Means, warn: Warn
    ) -> None:
        """Put the entries below `built_in`, which is in the menu already."""
        super().__init__(menu)
        self._menu, self._built_in = menu, built_in
        self._known, self._means, self._warn = known, means, warn
        self._group = QActionGroup(self)
        self._entries: list[QAction] = []
        self._take(built_in, BUILT_IN)
        known.changed.connect(self._fill)
        means.changed.connect(self._check)
        self._fill()
        follow_appearance(self._name)

    def use(self, id: str) -> None:  # noqa: A002
        """Read with the weights of this id; if they can't be read, warn and keep those in use."""
        try:
            self._means.use_classifier(self._known.classifier(id))
        except LenetGuiError as error:
            self._warn(self.tr("Can't use these weights"), sentence_of(error))
        self._check()

    def _take(self, action: QAction, id_: str) -> None:
        action.setCheckable(True)
        action.setData(id_)
        action.triggered.connect(lambda: self.use(id_))
        self._group.addAction(action)

    def _fill(self) -> None:
        for action in self._entries:
            self._menu.removeAction(action)
            action.deleteLater()
        others = [entry for entry in self._known.entries if entry.id != BUILT_IN]
        self._entries = [self._entry(entry) for entry in others]
        self._menu.addActions(self._entries)
        self._name()
        self._check()

    def _entry(self, entry: NamedWeights) -> QAction:
        action = QAction(self)
        self._take(action, entry.id)
        return action

    def _name(self) -> None:
        names = {entry.id: entry.name() for entry in self._known.entries}
        for action in self._entries:
            action.setText(names[action.data()].replace("&", "&&"))
            explain(action, self.tr("Read with these weights"))

    def _check(self) -> None:
        """Check the weights in use; those in training, or unknown ones, have no entry."""
        used = None if self._means.is_learning else self._known.named(self._means.classifier)
        self._group.setExclusionPolicy(QActionGroup.ExclusionPolicy.None_)
        for action in self._group.actions():
            action.setChecked(used is not None and action.data() == used.id)
        self._group.setExclusionPolicy(QActionGroup.ExclusionPolicy.Exclusive)
