"""Which digits of a data set are shown: those with one label, and those that are read wrong."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from lenet_gui.core.network.architecture import CLASSES
from lenet_gui.ui.kit.switch import Switch
from lenet_gui.ui.kit.theme import UNIT, Theme


class BrowserFilter(QWidget):
    """A button for each label and one for all, and a switch for mistakes."""

    changed = Signal()
    """Others are to be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.labels = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT // 2)
        for number in (-2, *range(CLASSES)):  # a button's number -1 would mean that it has none
            is_all = number < 0
            button = QPushButton(self.tr("All") if is_all else str(number))
            button.setAccessibleName(
                self.tr("All labels") if is_all else self.tr("Label {0}").format(number)
            )
            button.setCheckable(True)
            button.setChecked(is_all)
            button.setAutoDefault(False)
            self.labels.addButton(button, number)
            row.addWidget(button)
        row.addStretch(1)
        self.mistakes = Switch()
        self.mistakes.setText(self.tr("Only what is read wrong"))
        row.addWidget(self.mistakes)
        self.labels.idToggled.connect(self._follow)
        self.mistakes.toggled.connect(self.changed)

    @property
    def label(self) -> int | None:
        """The label of those to be shown; None for all."""
        chosen = self.labels.checkedId()
        return chosen if chosen >= 0 else None

    @property
    def only_wrong(self) -> bool:
        """Whether only those are to be shown that are read wrong."""
        return self.mistakes.isChecked()

    def choose(self, label: int) -> None:
        """Show only those with a label, or all again where they are shown already."""
        self.labels.button(-2 if label == self.label else label).click()

    def set_theme(self, theme: Theme) -> None:
        """Repaint in the colours of `theme`; the buttons wear the window's style."""
        self.mistakes.set_theme(theme)

    def _follow(self, number: int, is_chosen: bool) -> None:
        if is_chosen:
            self.changed.emit()
