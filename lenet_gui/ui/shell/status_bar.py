"""The line at the bottom: the unit looked at, whose weights read, how long that took."""

from textwrap import fill

from PySide6.QtWidgets import QLabel, QStatusBar

from lenet_gui.core.network.architecture import PARAMETERS
from lenet_gui.core.network.weights import Weights
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.i18n import grouped
from lenet_gui.ui.kit.labels import LiveLabel
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.maps import wording

TIP_WIDTH = 80
"""Letters in a line of the tooltip."""
LONGEST_TIP = 600
"""Letters that one entry of a weights file's metadata may take in it."""
LONGEST_NAME = 80


class StatusBar(QStatusBar):
    """Three quiet labels."""

    def __init__(self) -> None:
        super().__init__()
        self._unit = LiveLabel()
        self._network = QLabel()
        self._time = LiveLabel()
        self._hint = ""
        self.setSizeGripEnabled(False)
        self.addWidget(self._unit, 1)
        self.addPermanentWidget(self._network)
        self.addPermanentWidget(self._time)
        self.setContentsMargins(UNIT, 0, UNIT, 0)
        follow_appearance(self._name)
        follow_appearance(self._restyle)

    def _name(self) -> None:
        hint = self.tr("Point at a cell of the network to read its value")
        if self._unit.text() == self._hint:
            self._unit.set_text(hint)
        self._hint = hint
        self._unit.setToolTip(wording.receptive_field())
        self._time.set_widest(self._in_words(9999))

    def _restyle(self) -> None:
        """Restyle the bar."""
        theme = current_theme()
        self.setStyleSheet(
            f"QStatusBar {{ border-top: 1px solid {theme.line}; }}"
            "QStatusBar::item { border: none; }"
            f"QLabel {{ color: {theme.muted}; padding: 2px 10px; }}"
        )

    def show_weights(self, weights: Weights | None) -> None:
        """Say whose weights are in use; None says that there are none."""
        if weights is None:
            self._network.setText(self.tr("No network"))
            self._network.setToolTip("")
            return
        name = weights.metadata.get("name", "")[:LONGEST_NAME] or self.tr("LeNet-5")
        self._network.setText(self.tr("{0}, {1} parameters").format(name, grouped(PARAMETERS)))
        lines = (f"{key.replace('_', ' ')}: {text}" for key, text in weights.metadata.items())
        told = "\n".join(fill(line[:LONGEST_TIP], TIP_WIDTH) for line in sorted(lines))
        self._network.setToolTip(told)

    def show_time(self, milliseconds: float | None) -> None:
        """Say how long a reading took, from strokes to probabilities; None: nothing was read."""
        self._time.set_text("" if milliseconds is None else self._in_words(milliseconds))

    def _in_words(self, milliseconds: float) -> str:
        return self.tr("read in {0} ms").format(f"{milliseconds:.1f}")

    def show_unit(self, text: str) -> None:
        """Tell about the unit looked at; an empty text invites to look at one."""
        self._unit.set_text(text or self._hint)
