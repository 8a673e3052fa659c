"""The line at the bottom: the unit looked at, whose weights read, how long that took."""

from PySide6.QtWidgets import QLabel, QStatusBar

from lenet_gui.core.architecture import PARAMETERS
from lenet_gui.core.weights import Weights
from lenet_gui.ui.theme import Theme

METADATA_SHOWN = ("name", "recipe", "training_data", "measured_accuracy", "date", "imported_from")
"""What a weights file says of itself that the tooltip repeats, where it is there."""
LONGEST_NAME = 80


class StatusBar(QStatusBar):
    """Three quiet labels."""

    def __init__(self) -> None:
        super().__init__()
        self._unit = QLabel()
        self._network = QLabel()
        self._time = QLabel()
        self._hint = self.tr("Point at a cell of the network to read its value")
        self.setSizeGripEnabled(False)
        self.addWidget(self._unit, 1)
        self.addPermanentWidget(self._network)
        self.addPermanentWidget(self._time)

    def set_theme(self, theme: Theme) -> None:
        """Restyle the bar."""
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
        self._network.setText(self.tr("{0}, {1} parameters").format(name, f"{PARAMETERS:,}"))
        told = [
            f"{key.replace('_', ' ')}: {weights.metadata[key]}"
            for key in METADATA_SHOWN
            if weights.metadata.get(key)
        ]
        self._network.setToolTip("\n".join(told))

    def show_time(self, milliseconds: float) -> None:
        """Say how long a reading took, from strokes to probabilities."""
        self._time.setText(self.tr("read in {0} ms").format(f"{milliseconds:.1f}"))

    def show_unit(self, text: str) -> None:
        """Tell about the unit looked at; an empty text invites to look at one."""
        self._unit.setText(text or self._hint)
