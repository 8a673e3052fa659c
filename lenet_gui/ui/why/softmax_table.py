"""Softmax step by step: a table of ten scores, what becomes of them, and their probabilities."""

from dataclasses import dataclass
from math import exp

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from lenet_gui.core.network.architecture import CLASSES
from lenet_gui.core.network.lenet5 import Array
from lenet_gui.ui.kit.dialogs import button_box
from lenet_gui.ui.kit.i18n import decimal, percentage
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.maps.wording import number
from lenet_gui.ui.why.adding_up import rounded_together

DECIMALS = 6
"""Decimals of scores and powers: as many as float32 has."""
IN_PER_CENT = 4
"""Decimals of probabilities in per cent."""


@dataclass(frozen=True)
class SoftmaxSteps:
    """The steps for ten scores, all rounded: each follows from those shown before it."""

    scores: list[float]
    lowered: list[float]
    """The scores less the largest one."""
    powers: list[float]
    """e to the power of each."""
    total: float
    shares: list[float]
    """The probabilities, as shares of 1."""

    @classmethod
    def of(cls, logits: Array) -> "SoftmaxSteps":
        """Work the steps out for ten scores, (10,)."""
        scores = [round(float(score), DECIMALS) for score in logits]
        lowered = [round(score - max(scores), DECIMALS) for score in scores]
        powers = [round(exp(score), DECIMALS) for score in lowered]
        total = round(sum(powers), DECIMALS)
        exact = [power / total for power in powers]
        return cls(scores, lowered, powers, total, rounded_together(exact, 1.0, IN_PER_CENT + 2))


class SoftmaxTable(QDialog):
    """Shows the steps of one reading."""

    def __init__(self, logits: Array, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Softmax step by step"))
        steps = SoftmaxSteps.of(logits)
        words = QLabel(
            self.tr(
                "Softmax turns ten scores into probabilities: e to the power of each score, divided"
                " by the sum of all ten powers. The largest score is subtracted first: that changes"
                " no probability, and keeps the powers from becoming too large."
            )
        )
        words.setWordWrap(True)
        self.table = self._table(steps)
        box = button_box(QDialogButtonBox.StandardButton.Close)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT)
        column.addWidget(words)
        column.addWidget(self.table, 1)
        column.addWidget(box)
        words.setMinimumWidth(self.table.minimumWidth())
        box.button(QDialogButtonBox.StandardButton.Close).setFocus()

    def _table(self, steps: SoftmaxSteps) -> QTableWidget:
        heads = (
            self.tr("digit"), self.tr("score"), self.tr("− largest"),
            self.tr("e to that"), self.tr("÷ sum"),
        )  # fmt: skip
        table = QTableWidget(CLASSES + 1, len(heads))
        table.setAccessibleName(self.windowTitle())
        table.setHorizontalHeaderLabels(heads)
        table.verticalHeader().hide()
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        best = max(range(CLASSES), key=lambda digit: steps.scores[digit])
        for digit in range(CLASSES):
            row = (
                str(digit), number(steps.scores[digit], DECIMALS),
                number(steps.lowered[digit], DECIMALS), decimal(steps.powers[digit], DECIMALS),
                percentage(steps.shares[digit], IN_PER_CENT),
            )  # fmt: skip
            self._fill(table, digit, row, is_bold=digit == best)
        sums = ("", "", self.tr("sum"), decimal(steps.total, DECIMALS), percentage(1, IN_PER_CENT))
        self._fill(table, CLASSES, sums, is_bold=True)
        table.resizeColumnsToContents()
        table.resizeRowsToContents()
        widest = max(header.sectionSize(column) for column in range(len(heads)))
        wide = len(heads) * (widest + UNIT) + 2 * table.frameWidth()
        high = table.verticalHeader().length() + header.sizeHint().height() + 2 * table.frameWidth()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        # As large as its rows; on a small screen it scrolls.
        room = self.screen().availableSize()
        table.setMinimumSize(min(wide, room.width() * 3 // 4), min(high, room.height() // 2))
        table.setMaximumHeight(high)
        return table

    def _fill(self, table: QTableWidget, row: int, texts: tuple[str, ...], is_bold: bool) -> None:
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            font = QFont(self.font())
            font.setBold(is_bold)
            item.setFont(font)
            table.setItem(row, column, item)
