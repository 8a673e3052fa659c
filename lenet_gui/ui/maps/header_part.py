"""A layer view's header: its facts, the sign that brings the layer into focus, and a switch."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QFont, QPainter

from lenet_gui.core.network.architecture import Layer
from lenet_gui.ui.kit.theme import Theme
from lenet_gui.ui.maps import wording
from lenet_gui.ui.maps.focus_details import FocusDetails
from lenet_gui.ui.maps.layer_header import paint_focus_sign, paint_header, paint_label
from lenet_gui.ui.maps.map_values import MapValues

translate = QCoreApplication.translate


class HeaderPart:
    """Paints the header and knows what is where in it."""

    def __init__(self, layer: Layer) -> None:
        self._layer = layer
        self.place = QRectF()
        """Its place in the view, in logical pixels."""
        self.is_beside = False
        """Whether it stands at the left of the maps."""
        self.painted_legend = ("", "")
        """The ends of the scale, as they were painted."""
        self.order_words = ""
        """The words on the switch between two orders; empty without it."""
        self._is_in_focus = False
        self._sign = self._switch = QRectF()

    def paint(
        self,
        painter: QPainter,
        font: QFont,
        theme: Theme,
        shown: MapValues,
        map_: int | None,
        details: FocusDetails | None,
        is_ordered: bool,
    ) -> None:
        """Paint the header, with the scale of map `map_` or of the largest bound."""
        self._switch = QRectF()
        self._is_in_focus = details is not None
        if self.is_beside:
            self._sign = paint_label(painter, self.place, font, self._layer, theme, shown, map_)
        else:
            note = "" if details is None else details.scale()
            self._sign, self._switch = paint_header(
                painter, self.place, font, self._layer, theme, shown, map_, self.order_words,
                is_ordered, note,
            )  # fmt: skip
        paint_focus_sign(painter, self._sign, self._is_in_focus, theme)
        self.painted_legend = shown.ends(map_)

    def is_sign(self, position: QPointF) -> bool:
        """Return whether the sign that brings the layer into focus is at a position."""
        return self._sign.contains(position)

    def is_switch(self, position: QPointF) -> bool:
        """Return whether the switch between two orders is at a position."""
        return self._switch.contains(position)

    def tip_at(self, position: QPointF) -> str:
        """Return the tooltip at a position; empty outside the header."""
        if self.is_sign(position):
            if self._is_in_focus:
                return translate("LayerView", "Give the room back to the other layers (F)")
            return translate("LayerView", "Give this layer half of the room (F)")
        if self.is_switch(position):
            return wording.pull(self._layer)
        return "\n".join(self._lines()) if self.place.contains(position) else ""

    def _lines(self) -> Iterator[str]:
        """Yield what explains the layer, and what a click does."""
        yield wording.kind_of_layer(self._layer)
        if activation := wording.activation(self._layer):
            yield activation
        if self._layer.parameters:
            yield wording.parameters()
        yield translate(
            "LayerView",
            "Click or press Space to see how this layer works, its sizes and its weights",
        )
