"""How large text is: as the system has it, or larger by a step or two."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction, QFontDatabase
from PySide6.QtWidgets import QApplication, QLabel

from lenet_gui.ui.kit.painting import scaled_font
from lenet_gui.ui.kit.settings import Settings

USUAL = "usual"
TEXT_SIZES = {USUAL: 1.0, "larger": 1.2, "largest": 1.4}
"""The steps by name, from the system's own size upwards, and how many times as large each is."""
KEY = "text_size"


class TextSize(QObject):
    """Writes everything in one of TEXT_SIZES; three actions change it."""

    def __init__(
        self, settings: Settings, larger: QAction, smaller: QAction, usual: QAction, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._larger, self._smaller, self._usual = larger, smaller, usual
        larger.triggered.connect(lambda: self._step(1))
        smaller.triggered.connect(lambda: self._step(-1))
        usual.triggered.connect(lambda: self._choose(USUAL))
        self._use(settings.choice(KEY, tuple(TEXT_SIZES), USUAL))

    @property
    def name(self) -> str:
        """The present one."""
        return self._name

    def _step(self, direction: int) -> None:
        names = tuple(TEXT_SIZES)
        place = names.index(self._name) + direction
        self._choose(names[max(0, min(place, len(names) - 1))])

    def _choose(self, name: str) -> None:
        self._settings.keep(KEY, name)
        self._use(name)

    def _use(self, name: str) -> None:
        self._name = name
        names = tuple(TEXT_SIZES)
        self._larger.setEnabled(name != names[-1])
        self._smaller.setEnabled(name != names[0])
        self._usual.setEnabled(name != USUAL)
        system = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        wanted = scaled_font(system, TEXT_SIZES[name])
        # A font that was set no longer follows the system: none is while the usual one is meant.
        if QApplication.font().pointSizeF() != wanted.pointSizeF():
            QApplication.setFont(wanted)


class ScaledLabel(QLabel):
    """A label whose text is so many times as large as all the rest, whatever size that has."""

    def __init__(self, text: str = "", factor: float = 1.0, bold: bool = False) -> None:
        super().__init__(text)
        self._factor, self._bold = factor, bold
        self._scale()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the proportion; where the window has a style sheet, its renewal tells the change."""
        if event.type() in (QEvent.Type.ApplicationFontChange, QEvent.Type.StyleChange):
            self._scale()
        super().changeEvent(event)

    def _scale(self) -> None:
        wanted = scaled_font(QApplication.font(), self._factor, self._bold)
        if wanted != self.font():
            self.setFont(wanted)


def heading(text: str = "") -> ScaledLabel:
    """Return the title of a part of the window."""
    return ScaledLabel(text, 1.05, bold=True)
