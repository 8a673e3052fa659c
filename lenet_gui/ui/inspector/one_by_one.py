"""Off one by one: which map matters most for the drawing, measured by doing without it."""

import time
from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, QTimer
from PySide6.QtGui import QAction, QActionGroup, QColor, QHideEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from lenet_gui.core.explaining.one_by_one import Effect, off_one_by_one, strongest_first
from lenet_gui.core.explaining.pair import Pair, default_pair, difference
from lenet_gui.core.network.architecture import LAYERS, Layer
from lenet_gui.core.network.unit import Unit
from lenet_gui.core.reading.reading import Reading
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.background import Task
from lenet_gui.ui.kit.dialogs import FollowingDialog, button_box
from lenet_gui.ui.kit.i18n import percentage
from lenet_gui.ui.kit.segments import Segments
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.maps.selection import Selection, can_switch
from lenet_gui.ui.maps.wording import BY_NAME, how_many_off, number, whole_name
from lenet_gui.ui.reading.means import Means
from lenet_gui.ui.reading.reader import LiveReader
from lenet_gui.ui.reading.switches import Switches

SLICE = 4.0
"""Milliseconds of measuring before the window gets its turn."""
PAUSE = 150
"""Milliseconds without another reading, after which it is measured again."""
CONVOLUTIONS = "C1 + C3"
CHOICES = {
    CONVOLUTIONS: ("C1", "C3"),
    **{layer.name: (layer.name,) for layer in LAYERS if can_switch(layer)},
}
"""The layers whose maps are compared, by the name of the choice."""
SHARE = Qt.ItemDataRole.UserRole
"""The bar's length and side, from -1 to 1."""
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
NAME, CHANGE, PROBABILITY, ANSWER = range(4)
"""The columns."""


class OneByOne(FollowingDialog):
    """A list of maps, the one that matters most first; it follows the drawing."""

    def __init__(
        self,
        reader: LiveReader,
        means: Means,
        switches: Switches,
        selection: Selection,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._reader, self._means = reader, means
        self._switches, self._selection = switches, selection
        self._pair: Pair | None = None
        self._reading = reader.reading
        """The reading whose effects are shown."""
        self._measured: tuple[Reading, Pair | None] = (reader.reading, None)
        """The reading that is measured, and its two digits."""
        self._effects: list[Effect] = []
        """What is shown, the strongest first."""
        self._found: list[Effect] = []
        """What was measured so far."""
        self._choice = QActionGroup(self)
        for name in CHOICES:
            action = self._choice.addAction(name)
            action.setCheckable(True)
            action.setData(name)
        self._choice.actions()[0].setChecked(True)
        self.sentence = QLabel()
        """What was measured, and from which difference the changes are counted."""
        self.sentence.setWordWrap(True)
        self.table = QTableWidget(0, 4)
        self._dress_table()
        buttons = button_box(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        column.setSpacing(1 * UNIT)
        column.addWidget(Segments(self._choice))
        column.addWidget(self.sentence)
        column.addWidget(self.table, 1)
        column.addWidget(buttons)
        self._task = Task(self)
        self._task.progressed.connect(self._add)
        self._task.ended.connect(self._show_all)
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._soon.timeout.connect(self.measure)
        self._choice.triggered.connect(self.measure)
        self.table.itemSelectionChanged.connect(self._select)
        reader.changed.connect(self._follow)
        switches.held_anew.connect(self._follow)
        follow_appearance(self._name)
        line = self.fontMetrics().height()
        self.resize(32 * line, 30 * line)

    def _dress_table(self) -> None:
        table = self.table
        table.verticalHeader().hide()
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setItemDelegateForColumn(CHANGE, ChangeBar(table))
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(CHANGE, QHeaderView.ResizeMode.Stretch)

    def _name(self) -> None:
        self.setWindowTitle(self.tr("Off one by one"))
        self.table.setAccessibleName(self.windowTitle())
        theme = current_theme()
        self.table.setStyleSheet(
            f"QTableWidget {{ border: 1px solid {theme.line}; border-radius: 6px; }}"
            f"QTableWidget:focus {{ border: {theme.ring}px solid {theme.accent}; }}"
            f"QHeaderView::section {{ background: {theme.window}; color: {theme.muted};"
            f" border: none; padding: {UNIT // 2}px {UNIT}px; }}"
            f"QTableWidget::item {{ padding: 0 {UNIT // 2}px; }}"
        )
        self._show()

    # -- measuring ------------------------------------------------------------------------------

    def open_for(self, layer: Layer | None) -> None:
        """Show it for a layer's maps or, of None, for those that it showed last."""
        if layer is not None:
            self._check(layer.name)
        self.show()
        self.raise_()
        self.activateWindow()
        self.measure()

    def choose(self, name: str) -> None:
        """Compare other maps; `name` is one of CHOICES."""
        self._check(name)
        self.measure()

    def _check(self, name: str) -> None:
        for action in self._choice.actions():
            if action.data() == name:
                action.setChecked(True)

    def _follow(self) -> None:
        if self.isVisible():
            self._soon.start()

    def measure(self) -> None:
        """Switch each map off alone, beside the window."""
        self._soon.stop()
        self._found = []
        network, reading = self._means.network, self._reader.reading
        pair = default_pair(reading)
        self._measured = reading, pair
        if pair is None or network is None:
            self._task.cancel()
            self._show_all()
            return
        chosen = self._choice.checkedAction()
        assert isinstance(chosen, QAction)
        layers = [BY_NAME[name] for name in CHOICES[chosen.data()]]
        maps = [
            self._switches.held(layer.name, map_) for layer in layers for map_ in range(layer.maps)
        ]
        found = off_one_by_one(network, reading.frames.padded, pair, maps, reading.off)
        self._task.run(_in_slices(found))

    def _add(self, effects: list[Effect]) -> None:
        self._found += effects

    def _show_all(self) -> None:
        self._effects = strongest_first(self._found)
        self._reading, self._pair = self._measured
        self._show()

    @property
    def effects(self) -> list[Effect]:
        """What was measured, the strongest first."""
        return self._effects

    def hideEvent(self, event: QHideEvent) -> None:
        """Measure no more."""
        self._soon.stop()
        self._task.cancel()

    # -- what is shown --------------------------------------------------------------------------

    def _show(self) -> None:
        pair = self._pair
        if pair is None:
            self.sentence.setText(self.tr("Draw a digit to see which maps matter for it."))
            self.table.setRowCount(0)
            return
        self.sentence.setText(self._in_words(pair, self._reading))
        heads = (
            self.tr("Without"), self.tr("Change of the lead"),
            self.tr("Probability of {0}").format(pair.digit), self.tr("Reads"),
        )  # fmt: skip
        for column, text in enumerate(heads):
            head = QTableWidgetItem(text)
            head.setTextAlignment(LEFT if column == NAME else RIGHT)
            self.table.setHorizontalHeaderItem(column, head)
        self.table.blockSignals(True)
        self.table.setRowCount(len(self._effects))
        largest = max((abs(effect.change) for effect in self._effects), default=1.0) or 1.0
        for row, effect in enumerate(self._effects):
            self._fill(row, effect, effect.change / largest, effect.answer != pair.digit)
        self.table.blockSignals(False)
        self._mark_selected()

    def _in_words(self, pair: Pair, reading: Reading) -> str:
        """Return what was measured, in three short sentences."""
        assert reading.activations is not None
        lead = float(difference(reading.activations.logits[0], pair))
        words = self.tr(
            "{0} leads {1} by {2} before softmax. Each map is switched off alone, and the drawing"
            " is read again: the map without which the lead changes most comes first."
        ).format(pair.digit, pair.against, number(lead, 2).removeprefix("+"))
        if reading.off:
            words += " " + self.tr("This is in addition to what is off: {0}.").format(
                how_many_off(reading.off)
            )
        return words

    def _fill(self, row: int, effect: Effect, share: float, is_other: bool) -> None:
        unit = Unit(BY_NAME[effect.held.layer], effect.held.map)
        texts = (
            whole_name(unit),
            number(effect.change, 2),
            percentage(effect.probability),
            str(effect.answer),
        )
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setTextAlignment(LEFT if column == NAME else RIGHT)
            item.setData(SHARE, share if column == CHANGE else 0.0)
            font = item.font()
            font.setBold(is_other and column == ANSWER)
            item.setFont(font)
            self.table.setItem(row, column, item)

    # -- the selection --------------------------------------------------------------------------

    def _select(self) -> None:
        """Select the map of the row that was chosen: the unit in its middle."""
        row = self.table.currentRow()
        if row < 0 or not self.table.selectedItems():
            return
        layer, map_ = self._effects[row].held.place
        middle = BY_NAME[layer].size // 2
        self._selection.select(Unit(BY_NAME[layer], map_, middle, middle))

    def _mark_selected(self) -> None:
        """Keep the selected map marked when it comes to stand elsewhere."""
        unit = self._selection.selected
        place = None if unit is None else (unit.layer.name, unit.map)
        self.table.blockSignals(True)
        self.table.clearSelection()
        for row, effect in enumerate(self._effects):
            if effect.held.place == place:
                self.table.selectRow(row)
        self.table.blockSignals(False)


class ChangeBar(QStyledItemDelegate):
    """Paints a change as a bar to the left or right of the middle, with its number."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the bar beside the number."""
        super().paint(painter, option, index)
        share = index.data(SHARE)
        if not share:
            return
        theme = current_theme()
        rect: QRectF = option.rect.toRectF()
        number_width = option.fontMetrics.horizontalAdvance("−000.00") + UNIT
        track = rect.adjusted(UNIT, 0, -number_width, 0)
        middle, half = track.center().x(), track.width() / 2
        bar = QRectF(middle, rect.center().y() - 4, half * share, 8).normalized()
        painter.fillRect(bar, QColor(theme.positive if share > 0 else theme.negative))
        painter.fillRect(QRectF(middle, rect.top() + 3, 1, rect.height() - 6), QColor(theme.muted))


def _in_slices(effects: Iterator[Effect]) -> Iterator[list[Effect]]:
    """Yield as many effects at a time as are measured in SLICE milliseconds."""
    found: list[Effect] = []
    began = time.perf_counter()
    for effect in effects:
        found.append(effect)
        if 1000 * (time.perf_counter() - began) >= SLICE:
            yield found
            found, began = [], time.perf_counter()
    if found:
        yield found
