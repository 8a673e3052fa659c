"""The line at the bottom: the unit looked at, the weights in use, the time taken, and messages."""

from textwrap import fill

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QResizeEvent, Qt
from PySide6.QtWidgets import QLabel, QStatusBar

from lenet_gui.core.network.architecture import PARAMETERS
from lenet_gui.core.network.weights import Weights
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.i18n import decimal, grouped
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.kit.widgets import LiveLabel
from lenet_gui.ui.maps import wording

TIP_WIDTH = 80
"""Letters in a line of the tooltip."""
LONGEST_TIP = 600
"""Letters that one entry of a weights file's metadata may take in it."""
LONGEST_NAME = 80
LEAST_UNIT = 40
"""Letters of average width that are kept for the unit looked at."""
MESSAGE = 8_000
"""Milliseconds for which a message is shown at most."""
ACTS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.ShortcutOverride,  # shortcuts cause no KeyPress
        QEvent.Type.MouseButtonPress,
        QEvent.Type.TabletPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.Drop,
    }
)
"""The events with which an act of the user begins."""


class StatusBar(QStatusBar):
    """Three quiet labels, and in place of the first a message for as long as it is true."""

    def __init__(self) -> None:
        super().__init__()
        self._unit = LiveLabel()
        self._network = QLabel()
        self._time = LiveLabel()
        self._milliseconds: float | None = None
        self._hint, self._message = "", ""
        self._ends = QTimer(self, singleShot=True, interval=MESSAGE)
        self._ends.timeout.connect(lambda: self.withdraw(self._message))
        self.messageChanged.connect(self._return_after_hint)
        self.messageChanged.connect(self._fit)
        self.setSizeGripEnabled(False)
        self.addWidget(self._unit, 1)
        self.addPermanentWidget(self._network)
        self.addPermanentWidget(self._time)
        self.setContentsMargins(UNIT, 0, UNIT, 0)
        follow_appearance(self._restyle)

    def tell(self, text: str, lasts: bool = False) -> None:
        """Show a message until the user's next act; one that `lasts` until it is withdrawn.

        Either goes after MESSAGE milliseconds.
        """
        self._message = text
        self._ends.start()
        self.showMessage(text)
        if (window := self.window().windowHandle()) is None:
            return
        if lasts:
            window.removeEventFilter(self)
        else:
            window.installEventFilter(self)

    def withdraw(self, text: str) -> None:
        """Remove a message that is no longer true, if it is the one shown."""
        if text == self._message:
            self._message = ""
        if text == self.currentMessage():
            self.clearMessage()

    def _return_after_hint(self, shown: str) -> None:
        """Show the message again when the hint of an action that covered it is gone."""
        if not shown and self._message:
            self.showMessage(self._message)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Withdraw the message before the user's next act, which may bring another."""
        if event.type() in ACTS:
            watched.removeEventFilter(self)
            self.withdraw(self._message)
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what there is no room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out the network's name where it would take the unit's or the message's room."""
        message, metrics = self.currentMessage(), self.fontMetrics()
        # Even so it may be cut off; and a file's name in it may look like a tag.
        wraps = Qt.WhiteSpaceMode.WhiteSpaceNormal
        self.setToolTip(Qt.convertFromPlainText(message, wraps) if message else "")
        least = max(
            LEAST_UNIT * metrics.averageCharWidth(),
            metrics.horizontalAdvance(message) + 4 * UNIT,
        )
        others = self._network.sizeHint().width() + self._time.sizeHint().width()
        self._network.setVisible(self.width() - others >= least)

    def _restyle(self) -> None:
        hint = self.tr("Point at a cell of the network to read its value")
        if self._unit.text() == self._hint:
            self._unit.set_text(hint)
        self._hint = hint
        self._unit.setToolTip(wording.receptive_field())
        self._time.set_widest(self._in_words(9999))
        self.show_time(self._milliseconds)
        theme = current_theme()
        self.setStyleSheet(
            f"QStatusBar {{ border-top: 1px solid {theme.line}; }}"
            "QStatusBar::item { border: none; }"
            f"QLabel {{ color: {theme.muted}; padding: 2px 10px; }}"
        )

    def show_weights(
        self, weights: Weights | None, is_learning: bool = False, off: str = ""
    ) -> None:
        """Show the name of the weights in use, that they are in training, or that there are none.

        Weights in training are not saved. `off` says which maps are off; empty if none are.
        """
        if weights is None:
            self._network.setText(self.tr("No network"))
            self._network.setToolTip("")
            return
        name = weights.metadata.get("name", "")[:LONGEST_NAME] or self.tr("LeNet-5")
        words = self.tr("{0}, {1} parameters").format(name, grouped(PARAMETERS))
        if is_learning:
            words = self.tr("Weights in training, not saved")
        self._network.setText(f"{words} · {off}" if off else words)
        lines = (f"{key.replace('_', ' ')}: {text}" for key, text in weights.metadata.items())
        tip = "\n".join(fill(line[:LONGEST_TIP], TIP_WIDTH) for line in sorted(lines))
        self._network.setToolTip(tip)

    def show_time(self, milliseconds: float | None) -> None:
        """Show how long a reading took, from strokes to probabilities; None if nothing was read."""
        self._milliseconds = milliseconds
        self._time.set_text("" if milliseconds is None else self._in_words(milliseconds))

    def _in_words(self, milliseconds: float) -> str:
        return self.tr("read in {0} ms").format(decimal(milliseconds, 1))

    def show_unit(self, text: str) -> None:
        """Describe the unit looked at; an empty text invites the user to look at one."""
        self._unit.set_text(text or self._hint)
