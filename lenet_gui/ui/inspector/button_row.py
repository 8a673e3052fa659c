"""What can be done with what is inspected: enlarge it, switch it off, slide its kernel."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from lenet_gui.core.network.architecture import Layer
from lenet_gui.core.network.lenet5 import Off
from lenet_gui.core.network.unit import Unit
from lenet_gui.ui.inspector.slide import Slide, SlideButtons
from lenet_gui.ui.kit.appearance import current_theme, follow_appearance
from lenet_gui.ui.kit.icons import icon, switch_icon
from lenet_gui.ui.kit.theme import UNIT, Theme, button_style
from lenet_gui.ui.maps.eye import switch_tip
from lenet_gui.ui.maps.selection import can_switch
from lenet_gui.ui.maps.wording import is_off

translate = QCoreApplication.translate


class ButtonRow(QWidget):
    """Buttons side by side, with their words or, where room is short, their icons."""

    enlarged = Signal(bool)
    """The user asked for the whole map or layer (True), or for the sum or page (False)."""
    switched = Signal(Unit)
    """The user asked to switch the unit's map off, or on again."""
    one_by_one_wanted = Signal(Layer)
    """The user asked what switching off each map of the layer would do."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shown: Unit | Layer | None = None
        self._offered: tuple[str, Theme] | None = None
        self.switch = QToolButton()
        """Switches the unit's map off, or on again; of a layer, opens what that would do."""
        self.large = QToolButton()
        """Switches to the whole map or layer and back."""
        self.large.setCheckable(True)
        self.slide = Slide(self)
        """The kernel's way over the unit's map."""
        self.slide_buttons = SlideButtons(self.slide, self)
        slides = self.slide_buttons
        self._buttons = (self.large, self.switch, slides.play, slides.next, slides.pace)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT // 2)
        for button in self._buttons:
            row.addWidget(button)
        self.large.clicked.connect(self.enlarged)
        self.switch.clicked.connect(self._switch)
        follow_appearance(self._follow_appearance)

    def _follow_appearance(self) -> None:
        theme = current_theme()
        style = button_style(theme, "QToolButton") + "QToolButton::menu-indicator { image: none; }"
        self.setStyleSheet(style)
        self.large.setIcon(switch_icon("enlarge", theme))
        self.large.setToolTip(
            translate(
                "Inspector",
                "Show it large; double-clicking a map or a layer's name does the same",
            )
        )

    def show_words(self, has_words: bool) -> None:
        """Show the buttons' words, or their icons."""
        styles = Qt.ToolButtonStyle
        style = styles.ToolButtonTextOnly if has_words else styles.ToolButtonIconOnly
        for button in self._buttons:
            button.setToolButtonStyle(style)

    @property
    def words(self) -> tuple[str, str]:
        """The words of the buttons that enlarge and switch; others need another place."""
        return self.large.text(), self.switch.text()

    def offer(self, shown: Unit | Layer | None, is_large: bool, off: Off = frozenset()) -> None:
        """Show what can be done with a unit or a layer, which is enlarged if `is_large`.

        `off` are the maps that were switched off. Single units have no map to enlarge.
        """
        self._shown = shown
        self._offer_switch(off)
        has_map = isinstance(shown, Unit) and shown.layer.size > 1
        self.large.setVisible(has_map or isinstance(shown, Layer))
        whole_layer = translate("Inspector", "Whole layer")
        words = translate("Inspector", "Whole map") if has_map else whole_layer
        if words != self.large.text():
            self.large.setText(words)
            self.large.setAccessibleName(words)
        self.large.setChecked(is_large)
        self.slide.offer(shown if isinstance(shown, Unit) and not is_large else None)
        self.setVisible(any(not part.isHidden() for part in (self.large, self.switch)))

    def _offer_switch(self, off: Off) -> None:
        """Name the button that switches after what it does."""
        shown, button = self._shown, self.switch
        layer = shown.layer if isinstance(shown, Unit) else shown
        button.setVisible(layer is not None and can_switch(layer))
        name, words = "eye", translate("Inspector", "Off one by one…")
        tip = translate("Inspector", "See which map matters most for this drawing")
        if isinstance(shown, Unit):
            name = "closed-eye" if is_off(shown, off) else "eye"
            turn_off = translate("Inspector", "Turn off")
            words = translate("Inspector", "Turn on") if is_off(shown, off) else turn_off
            tip = switch_tip(is_off(shown, off))
        if (words, current_theme()) != self._offered:
            self._offered = words, current_theme()
            button.setText(words)
            button.setToolTip(tip)
            button.setIcon(icon(name, current_theme()))

    def _switch(self) -> None:
        if isinstance(self._shown, Unit):
            self.switched.emit(self._shown)
        elif self._shown is not None:
            self.one_by_one_wanted.emit(self._shown)
