"""Switching maps off and on: what the user asks for, and the values at which they are held."""

from collections.abc import Iterator
from enum import StrEnum

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from lenet_gui.core.network.averages import Averages, running_averages
from lenet_gui.core.network.lenet5 import Held, LeNet5
from lenet_gui.core.network.unit import Unit
from lenet_gui.errors import LenetGuiError
from lenet_gui.resources import starter_set
from lenet_gui.ui.kit.accessibility import Announcer
from lenet_gui.ui.kit.background import Task
from lenet_gui.ui.maps.selection import Selection, can_switch
from lenet_gui.ui.maps.wording import switched
from lenet_gui.ui.reading.means import Means
from lenet_gui.ui.shell.actions import Actions

STEP = 20
"""Digits averaged at a time, in some milliseconds: so long the window may have to wait."""


class Hold(StrEnum):
    """At which value a map that is off is held."""

    ZERO = "zero"
    MEAN = "mean"
    """The map's mean over the starter set's digits for training."""


class Switches(QObject):
    """Does what views and actions ask for.

    Which maps are off is known to the means alone. Means over the starter set are found beside the
    window once for each network, when they are first chosen; until then, and for a network in
    training, which changes all the time, maps are held at 0.
    """

    held_anew = Signal()
    """Maps are held at other values from now on, if they are off."""
    failed = Signal(LenetGuiError)
    """The means can't be found: the starter set is damaged. Maps are held at 0."""

    def __init__(
        self,
        means: Means,
        selection: Selection,
        actions: Actions,
        announcer: Announcer,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._means, self._selection = means, selection
        self._actions, self._announcer = actions, announcer
        self._hold = Hold.ZERO
        self._network: LeNet5 | None = means.network
        """The network whose means are found."""
        self._averages: Averages | None = None
        self._newest: Averages | None = None
        self._averaging = Task(self)
        self._averaging.progressed.connect(self._keep)
        self._averaging.ended.connect(self._take_averages)
        selection.switched.connect(self.switch)
        actions.switch.triggered.connect(self._switch_shown)
        actions.all_on.triggered.connect(self.turn_all_on)
        actions.holds.triggered.connect(self._choose_hold)
        means.changed.connect(self._follow)
        self._averaging.failed.connect(self._fail)
        self._follow()

    def held(self, layer: str, map_: int) -> Held:
        """Return a map as it is held when it is off: at 0, or at its mean if that is known."""
        if self._hold is Hold.ZERO or self._averages is None:
            return Held(layer, map_)
        return Held(layer, map_, float(np.float32(self._averages[layer][map_])))

    @property
    def is_averaging(self) -> bool:
        """Whether the means that were chosen are still being found."""
        return self._averaging.is_running

    def switch(self, unit: Unit) -> None:
        """Switch a unit's map off, or on again."""
        place = (unit.layer.name, unit.map)
        self._use({held.place for held in self._means.off} ^ {place})
        is_off = any(held.place == place for held in self._means.off)
        self._announcer.say(switched(unit, is_off))

    def turn_all_on(self) -> None:
        """Switch all maps on again."""
        self._means.use_off(frozenset())

    def use_hold(self, hold: Hold) -> None:
        """Hold maps that are off at another value."""
        self._hold = hold
        self._find_averages()
        self._hold_anew()

    def _use(self, places: set[tuple[str, int]]) -> None:
        self._means.use_off(frozenset(self.held(*place) for place in places))

    def _hold_anew(self) -> None:
        self._use({held.place for held in self._means.off})
        self.held_anew.emit()

    def _switch_shown(self) -> None:
        unit = self._selection.shown
        if unit is not None and can_switch(unit.layer):
            self.switch(unit)

    def _choose_hold(self, action: QAction) -> None:
        self.use_hold(Hold(action.data()))

    def _follow(self) -> None:
        """Find the means of another network, if they are wanted."""
        self._actions.all_on.setEnabled(bool(self._means.off))
        network = None if self._means.is_learning else self._means.network
        if network is not self._network:
            self._network, self._averages = network, None
            self._averaging.cancel()
            self._find_averages()

    # -- the means over the starter set ---------------------------------------------------------

    def _find_averages(self) -> None:
        is_known = self._averages is not None or self._averaging.is_running
        if self._hold is Hold.MEAN and self._network is not None and not is_known:
            self._averaging.run(_starter_averages(self._network))

    def _fail(self, error: LenetGuiError) -> None:
        self._actions.choose(self._actions.holds, Hold.ZERO)
        self.failed.emit(error)

    def _keep(self, averages: Averages) -> None:
        self._newest = averages

    def _take_averages(self) -> None:
        self._averages, self._newest = self._newest, None
        self._hold_anew()


def _starter_averages(network: LeNet5) -> Iterator[Averages]:
    """Yield each map's mean over more and more of the starter set; the last is over all.

    Raises DatasetError if the set is damaged.
    """
    # Imported late: the window starts without what learning needs.
    from lenet_gui.core.learning.starter import read_starter

    training, _ = read_starter(starter_set())
    yield from running_averages(network, training.inputs(), STEP)
