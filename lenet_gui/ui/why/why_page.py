"""The lens's parts and their places: two columns, or one where room is short."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from lenet_gui.core.network.architecture import Layer
from lenet_gui.ui.kit.theme import UNIT
from lenet_gui.ui.kit.widgets import Arranged, LiveLabel
from lenet_gui.ui.why.change_view import ChangeView
from lenet_gui.ui.why.ink_view import InkView
from lenet_gui.ui.why.map_shares_view import C1, C3, MapSharesView
from lenet_gui.ui.why.nearest_view import NearestView
from lenet_gui.ui.why.part import Headline, Link, Part, Sentence
from lenet_gui.ui.why.scores_view import ScoresView
from lenet_gui.ui.why.strokes_view import StrokesView
from lenet_gui.ui.why.units_view import UnitsView

WIDE = 25
"""Lines of text that two columns need."""
LEFT_SHARE = 0.53
"""The left column's share of the width."""
GAP = UNIT
"""Least distance of two parts, in logical pixels."""
MARGIN = UNIT
"""Room for the scroll bar."""


@dataclass(frozen=True)
class Row:
    """Parts side by side, with the height that they need and the height that they can use."""

    parts: tuple[Part, ...]
    needed: int
    useful: int


class LayerChoice(QWidget):
    """A button for each layer, of which one is pressed."""

    chosen = Signal()
    """Another layer was chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.layer = C3
        """The layer that was chosen."""
        self.buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for layer in (C3, C1):
            button = self.buttons[layer.name] = QPushButton(layer.name)
            button.setCheckable(True)
            button.setChecked(layer is self.layer)
            # No group of Qt's: the tab key would reach only the button that is pressed.
            button.clicked.connect(partial(self._choose, layer))
            row.addWidget(button)

    def _choose(self, layer: Layer) -> None:
        self.layer = layer
        for name, button in self.buttons.items():
            button.setChecked(name == layer.name)
        self.chosen.emit()


class WhyPage(Arranged):
    """Places the parts from the top down; it is as high as they need, or as its view."""

    def __init__(self) -> None:
        super().__init__()
        self.headline, self.how = Headline(), Link()
        self.sentence, self.remark = Sentence(), Sentence()
        self.scores, self.softmax = ScoresView(), Link()
        self.strokes, self.ink, self.units = StrokesView(), InkView(), UnitsView()
        self.maps, self.change, self.nearest = MapSharesView(), ChangeView(), NearestView()
        self.units_sum, self.maps_sum = _sum_label(), _sum_label()
        self.layers = LayerChoice()
        self.scores_part = Part(self.scores, self.softmax)
        self.strokes_part, self.ink_part = Part(self.strokes), Part(self.ink)
        self.units_part = Part(self.units, self.units_sum)
        self.maps_part = Part(self.maps, self.maps_sum, self.layers)
        self.change_part, self.nearest_part = Part(self.change), Part(self.nearest)
        self._rows: tuple[tuple[Part, ...], ...] = (
            (self.scores_part,),
            (self.strokes_part, self.ink_part),
            (self.units_part,),
            (self.maps_part,),
            (self.change_part, self.nearest_part),
        )
        for part in (self.headline, self.how, self.sentence, self.remark, *self._parts()):
            part.setParent(self)

    def _parts(self) -> list[Part]:
        return [part for row in self._rows for part in row]

    def show_parts(self, are_shown: bool, has_strokes: bool = True) -> None:
        """Show all parts, or only the headline and the sentences."""
        for part in self._parts():
            part.setVisible(are_shown and (has_strokes or part is not self.strokes_part))

    @property
    def is_wide(self) -> bool:
        """Whether there is room for two columns."""
        return self.width() - MARGIN >= WIDE * self.fontMetrics().height()

    def minimumSizeHint(self) -> QSize:
        """Return the height that the parts need at the present width."""
        return QSize(0, self._height)

    _height = 0

    # -- places ---------------------------------------------------------------------------------

    def arrange(self) -> None:
        """Place the parts."""
        width = max(1, self.width() - MARGIN)
        top = self._arrange_head(width)
        rows = self._measured(width)
        whole = top + sum(row.needed for row in rows) + GAP * len(rows)
        if whole != self._height:
            self._height = whole
            self.updateGeometry()
            self.setMinimumHeight(whole)
        spare = max(0, self.height() - whole)
        more = sum(row.useful - row.needed for row in rows)
        share = min(1.0, spare / more) if more else 0.0
        rest = spare - share * more
        gap = GAP + min(GAP, int(rest) // (len(rows) or 1))
        for row in rows:
            top += gap
            height = row.needed + int(share * (row.useful - row.needed))
            for part, left, wide in zip(row.parts, *self._columns(row.parts, width), strict=True):
                part.setGeometry(left, top, wide, height)
            top += height

    def _arrange_head(self, width: int) -> int:
        """Place headline, link and sentences; return where they end."""
        line = max(self.headline.sizeHint().height(), self.how.sizeHint().height())
        link = min(self.how.sizeHint().width(), width)
        fits = self.headline.sizeHint().width() + UNIT + link <= width
        top = UNIT // 2
        self.headline.setGeometry(0, top, width - link - UNIT if fits else width, line)
        self.how.setGeometry(width - link, top if fits else top + line, link, line)
        top += line + UNIT // 2 if fits else 2 * line
        for sentence in (self.sentence, self.remark):
            height = sentence.needed_height(width)
            sentence.setVisible(height > 0)
            sentence.setGeometry(0, top, width, height)
            top += height
        return top

    def _measured(self, width: int) -> list[Row]:
        """Return the rows of what is shown; in a narrow page, each part has its own.

        All headings of a row get equally many lines.
        """
        shown = [tuple(part for part in row if not part.isHidden()) for row in self._rows]
        if not self.is_wide:
            shown = [(part,) for parts in shown for part in parts]
        rows = []
        for parts in filter(None, shown):
            both = list(zip(parts, self._columns(parts, width)[1], strict=True))
            lines = max(part.lines(wide) for part, wide in both)
            for part in parts:
                part.set_lines(lines)
            needed = max(part.needed_height(wide) for part, wide in both)
            useful = max(part.useful_height(wide) for part, wide in both)
            rows.append(Row(parts, needed, max(needed, useful)))
        return rows

    def _columns(self, parts: tuple[Part, ...], width: int) -> tuple[list[int], list[int]]:
        """Return the left edges and the widths of a row's parts."""
        if len(parts) == 1:
            return [0], [width]
        first = round(LEFT_SHARE * (width - 2 * UNIT))
        return [0, first + 2 * UNIT], [first, width - 2 * UNIT - first]


def _sum_label() -> LiveLabel:
    label = LiveLabel(least=0.7)
    label.set_widest("0")  # its text stands at the right
    return label
