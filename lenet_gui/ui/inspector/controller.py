"""Shows the hovered and the picked unit as the drawing changes: in status bar and inspector."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from lenet_gui.core.network.unit import Unit
from lenet_gui.ui.canvas.canvas import Canvas
from lenet_gui.ui.canvas.overlays import outline_on_canvas
from lenet_gui.ui.document.editor import DrawingEditor
from lenet_gui.ui.inspector.inspector_panel import InspectorPanel
from lenet_gui.ui.kit.accessibility import Announcer
from lenet_gui.ui.kit.appearance import follow_appearance
from lenet_gui.ui.maps.colour_scale import ChosenScale
from lenet_gui.ui.maps.layer_values import shown_maps
from lenet_gui.ui.maps.map_values import MapValues
from lenet_gui.ui.maps.selection import Selection
from lenet_gui.ui.maps.wording import describe, spoken
from lenet_gui.ui.reading.means import Means
from lenet_gui.ui.reading.reader import LiveReader
from lenet_gui.ui.shell.status_bar import StatusBar

if TYPE_CHECKING:
    from lenet_gui.ui.inspector.inspector import Inspector


class Inspection(QObject):
    """Connects reading and selection with the status bar, the canvas and the inspector.

    The inspector is made when it is first needed, so the window starts faster.
    """

    def __init__(
        self,
        editor: DrawingEditor,
        reader: LiveReader,
        means: Means,
        selection: Selection,
        scale: ChosenScale,
        canvas: Canvas,
        status: StatusBar,
        announcer: Announcer,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self.panel = InspectorPanel(window)
        """The inspector's place."""
        self.panel.make = self._make
        self.panel.changed.connect(self.inspect)
        self.panel.shown.connect(self.inspect)
        self.panel.closed.connect(lambda: selection.select(None))
        self._editor, self._reader, self._means = editor, reader, means
        self._selection = selection
        self._scale, self._canvas, self._status = scale, canvas, status
        self._announcer = announcer
        self._inspector: Inspector | None = None
        follow_appearance(self._restyle)
        reader.changed.connect(self.show_unit)
        selection.changed.connect(self.show_unit)
        selection.changed.connect(self._read_out)
        selection.picked.connect(self._open_or_close)
        scale.changed.connect(self._restyle)

    def _restyle(self) -> None:
        """Describe the unit again, in case the language or what is shown of it changed."""
        self.show_unit()
        self.inspect()

    def show_unit(self) -> None:
        """Describe the shown unit, and outline its receptive field on the ink."""
        reading = self._reader.reading
        unit = self._selection.shown
        if unit is None:
            self._status.show_unit("")
            self._canvas.show_outline(None)
            return
        self._status.show_unit(describe(unit, self._values_around(unit), reading.off))
        picture, corner = self._editor.picture, self._reader.corner
        outline = outline_on_canvas(unit, reading.frames.fit, picture, corner)
        self._canvas.show_outline(outline)

    def _read_out(self) -> None:
        """Announce the picked unit to screen readers, but not hovered ones, nor each of a slide."""
        if self._inspector is not None and self._inspector.slide.is_playing:
            return
        if (unit := self._selection.selected) is not None:
            off = self._reader.reading.off
            self._announcer.say(spoken(unit, self._values_around(unit), off))

    def _values_around(self, unit: Unit) -> MapValues | None:
        """Return the values of the unit's layer; None if nothing was read."""
        activations = self._reader.reading.activations
        if activations is None:
            return None
        return shown_maps(unit.layer, self._means.network, activations, self._scale)

    def inspect(self) -> None:
        """Bring the inspector up to date, if it is visible."""
        inspector = self._inspector
        if inspector is None or not self.panel.isVisible():
            return
        picked, layer = self._selection.selected, self._selection.layer
        network, reading = self._means.network, self._reader.reading
        activations, off = reading.activations, reading.off
        if picked is not None and self._selection.is_large and picked.layer.size > 1:
            inspector.show_map(picked, network, activations, off)
        elif picked is not None:
            inspector.show_unit(picked, network, activations, off)
        elif layer is not None and self._selection.is_large:
            inspector.show_large_layer(layer, network, activations)
        elif layer is not None:
            inspector.show_layer(layer, network)
        else:
            inspector.show_nothing()

    def _open_or_close(self) -> None:
        """Open the inspector for what is picked; with nothing picked it gives its place back."""
        is_wanted = bool(self._selection.selected or self._selection.layer)
        if is_wanted or not self.panel.is_floating:
            self.panel.set_open(is_wanted)
        self.inspect()

    def _make(self) -> "Inspector":
        """Make the inspector."""
        from lenet_gui.ui.inspector.inspector import Inspector

        inspector = self._inspector = Inspector(self._scale)
        inspector.titled.connect(self.panel.set_title)
        inspector.enlarged.connect(self._enlarge)
        inspector.unit_hovered.connect(self._selection.hover)
        inspector.unit_picked.connect(self._selection.select)
        inspector.switched.connect(self._selection.switch)
        inspector.slid.connect(self._selection.slide_to)
        inspector.one_by_one_wanted.connect(self._selection.one_by_one_wanted)
        return inspector

    def _enlarge(self, is_large: bool) -> None:
        """Enlarge the picked unit's map or the picked layer, or go back to its sum or page."""
        selection = self._selection
        if selection.selected is not None:
            (selection.enlarge if is_large else selection.select)(selection.selected)
        elif selection.layer is not None:
            (selection.enlarge_layer if is_large else selection.select_layer)(selection.layer)
