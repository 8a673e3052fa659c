"""What the window makes only when it is first shown: three lenses, and the dialog Off one by one.

Their modules are imported then, too: the window starts without what explaining, comparing and
learning need.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from lenet_gui.core.network.architecture import Layer
from lenet_gui.core.network.weights import Weights
from lenet_gui.ui.browser.correcting import Correcting
from lenet_gui.ui.canvas.canvas import Canvas
from lenet_gui.ui.comparing.pins import Pins
from lenet_gui.ui.document.displayed import Displayed
from lenet_gui.ui.document.editor import DrawingEditor
from lenet_gui.ui.files.files import Files
from lenet_gui.ui.maps.colour_scale import ChosenScale
from lenet_gui.ui.maps.selection import Selection
from lenet_gui.ui.reading.known_weights import KnownWeights
from lenet_gui.ui.reading.means import Means
from lenet_gui.ui.reading.reader import LiveReader
from lenet_gui.ui.reading.switches import Switches
from lenet_gui.ui.reading.weighing import Weighing
from lenet_gui.ui.shell.actions import Actions
from lenet_gui.user_data import data_folder

if TYPE_CHECKING:
    from lenet_gui.ui.inspector.one_by_one import OneByOne
    from lenet_gui.ui.lenses.compare import Compare
    from lenet_gui.ui.lenses.learn import Learn
    from lenet_gui.ui.lenses.why import Why

translate = QCoreApplication.translate


class LateParts(QObject):
    """Makes the lenses Why, Compare and Learn, and shows the dialog Off one by one."""

    def __init__(
        self,
        window: QWidget,
        editor: DrawingEditor,
        displayed: Displayed,
        means: Means,
        reader: LiveReader,
        weighing: Weighing,
        selection: Selection,
        scale: ChosenScale,
        switches: Switches,
        pins: Pins,
        known_weights: KnownWeights,
        actions: Actions,
        canvas: Canvas,
        files: Callable[[], Files],
        correcting: Callable[[], Correcting],
        show_inside: Callable[[], None],
        show_unit: Callable[[str], None],
        say: Callable[[str], None],
        warn: Callable[[str, str], None],
        tell: Callable[[str], None],
    ) -> None:
        """Take what the parts need; `files` and `correcting` may be made after this.

        `show_inside` opens the lens Inside, `show_unit` fills the status bar, and `say` has a
        screen reader read a sentence.
        """
        super().__init__(window)
        self._window, self._editor, self._displayed = window, editor, displayed
        self._means, self._reader, self._weighing = means, reader, weighing
        self._selection, self._scale, self._switches = selection, scale, switches
        self._pins, self._known_weights, self._actions = pins, known_weights, actions
        self._canvas, self._files, self._correcting = canvas, files, correcting
        self._show_inside, self._show_unit = show_inside, show_unit
        self._say, self._warn, self._tell = say, warn, tell
        self._one_by_one: OneByOne | None = None

    def make_why(self) -> "Why":
        """Make the lens Why."""
        from lenet_gui.ui.lenses.why import Why

        return Why(
            self._editor, self._displayed, self._means, self._reader, self._weighing,
            self._selection, self._show_inside, self._canvas.mark_stroke, self._show_unit,
            self._say, self._warn,
        )  # fmt: skip

    def make_compare(self) -> "Compare":
        """Make the lens Compare."""
        from lenet_gui.ui.lenses.compare import Compare

        return Compare(
            self._means, self._pins, self._known_weights, self._actions.pin, self._selection,
            self._scale, self._files().show, self._show_unit, self._warn, self._tell,
        )  # fmt: skip

    def make_learn(self) -> "Learn":
        """Make the lens Learn."""
        from lenet_gui.ui.lenses.learn import Learn

        return Learn(
            self._means, self._correcting().collection, self._files().show, self._warn,
            data_folder(), self._pin_weights,
        )  # fmt: skip

    def _pin_weights(self, weights: Weights, name: str) -> None:
        """Keep weights that were learned, so that the lens Compare can show them."""
        self._known_weights.pin(weights, name)
        words = translate("MainWindow", "Pinned: {0} is now in the list of the lens Compare")
        self._tell(words.format(name))

    def show_one_by_one(self, layer: Layer | None = None) -> None:
        """Show which map matters most: of a layer, or else of the selected one's."""
        from lenet_gui.ui.inspector.one_by_one import OneByOne

        if self._one_by_one is None:
            self._one_by_one = OneByOne(
                self._reader, self._means, self._switches, self._selection, self._window
            )
        self._one_by_one.open_for(layer)
