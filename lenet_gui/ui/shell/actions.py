"""The window's actions, with their texts, keys and menus."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenuBar, QToolTip

from lenet_gui.core.network.architecture import CLASSES
from lenet_gui.ui.document.change import Change
from lenet_gui.ui.document.editor import DrawingEditor
from lenet_gui.ui.kit.appearance import (
    TEXT_SIZES,
    USUAL,
    appearance,
    current_theme,
    follow_appearance,
)
from lenet_gui.ui.kit.i18n import LANGUAGES, SYSTEM
from lenet_gui.ui.kit.icons import icon, switch_icon
from lenet_gui.ui.maps.colour_scale import Span
from lenet_gui.ui.shell.action_maker import ActionMaker, name_keys, with_keys

VALUES, SUMS = "values", "sums"
"""What maps show: the data of two actions."""


class Actions(ActionMaker):
    """Makes the actions and menus; other parts connect what they do."""

    look_chosen = Signal(str, object)
    """A field of the look was chosen, and its value."""
    span_chosen = Signal(Span)
    """The range that the colours of signed values span was chosen."""

    def __init__(self, window: QMainWindow, editor: DrawingEditor) -> None:
        """Make the actions; those that need ink, or a step to undo, follow the editor."""
        super().__init__(window)
        self._editor = editor
        self._is_replaying = False
        self._has_drawing = True
        standard = QKeySequence.StandardKey
        self.new = self.make(lambda: self.tr("&New"), standard.New)
        self.open = self.make(lambda: self.tr("&Open…"), standard.Open)
        self.recent_menu = self.make_menu(lambda: self.tr("Open &recent"))
        self.save = self.make(lambda: self.tr("&Save"), standard.Save)
        self.save_as = self.make(lambda: self.tr("Save &as…"), "Ctrl+Shift+S")
        self.open_weights = self.make(lambda: self.tr("Open &weights…"), "Ctrl+Shift+O")
        self.shipped_weights = self.make(lambda: self.tr("&Built-in"))
        self.weights_menu = self.make_menu(lambda: self.tr("Read w&ith"))
        self.weights_menu.addAction(self.shipped_weights)
        self.open_data = self.make(lambda: self.tr("Open &data set…"), "Ctrl+Shift+D")
        self.corrections = self.make(lambda: self.tr("&Corrections…"), "Ctrl+Shift+R")
        self.cut = self.make(lambda: self.tr("Cu&t"), standard.Cut)
        self.copy = self.make(lambda: self.tr("&Copy"), standard.Copy)
        self.paste = self.make(lambda: self.tr("Pa&ste"), standard.Paste)
        self.copy_maps = self.make(lambda: self.tr("C&opy maps"), "Ctrl+Shift+C")
        self.pin = self.make(lambda: self.tr("Pin &for comparison"), "Ctrl+D")
        self.export_menu = self.make_menu(lambda: self.tr("&Export"))
        self.quit = self.make(lambda: self.tr("&Quit"), standard.Quit)
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self.undo = self.make(lambda: self.tr("&Undo"), standard.Undo)
        self.redo = self.make(lambda: self.tr("&Redo"), "Ctrl+Shift+Z", "Ctrl+Y")
        self.clear = self.make(lambda: self.tr("C&lear"), Qt.Key.Key_Delete)
        self.escape = self.make(lambda: self.tr("Cancel or close"), Qt.Key.Key_Escape)
        self.choose_part = self.make(lambda: self.tr("C&hoose part…"))
        self.replay = self.make(lambda: self.tr("Re&play"), "Ctrl+R")
        self.select_all = self.make(lambda: self.tr("Select &all"), standard.SelectAll)
        self.it_was = [
            self.make(partial(self._it_was, digit), f"Alt+{digit}") for digit in range(CLASSES)
        ]
        for action in self.it_was:
            action.setCheckable(True)
        self.take_back = self.make(lambda: self.tr("Undo the last &correction"))
        self.correct_number = self.make(lambda: self.tr("Another &number…"), "Alt+N")
        self.wide_page = self.make(lambda: self.tr("Wide pa&ge"), "W")
        self.wide_page.setCheckable(True)
        self.next_digit = self.make(lambda: self.tr("Ne&xt digit"), "Alt+Right")
        self.previous_digit = self.make(lambda: self.tr("Pre&vious digit"), "Alt+Left")
        self.it_was_menu = self.make_menu(lambda: self.tr("&It was"))
        self.it_was_menu.addActions(self.it_was)
        self.it_was_menu.addSeparator()
        self.it_was_menu.addActions([self.correct_number, self.take_back])
        self.pen = self.make(lambda: self.tr("&Pen"), "P", "B")
        self.eraser = self.make(lambda: self.tr("&Eraser"), "E")
        self.mover = self.make(lambda: self.tr("&Move and rotate"), "V")
        self.tools = QActionGroup(self)
        for tool in (self.pen, self.eraser, self.mover):
            tool.setCheckable(True)
            tool.setIconVisibleInMenu(False)  # the check mark has that place
            self.tools.addAction(tool)
        self.keyboard = self.make(lambda: self.tr("Draw with the &keyboard"), "K")
        self.keyboard.setCheckable(True)
        self.wider = self.make(lambda: self.tr("&Wider"), "]")
        self.narrower = self.make(lambda: self.tr("&Narrower"), "[")
        self.framing = self.make(lambda: self.tr("&Frame like MNIST"), "Ctrl+M")
        self.framing.setCheckable(True)
        self.framing.setChecked(True)
        self.tour = self.make(lambda: self.tr("&Tour"))
        self.examples_menu = self.make_menu(lambda: self.tr("&Examples"))
        self.shortcuts = self.make(
            lambda: self.tr("&Keyboard shortcuts"), standard.HelpContents, "?"
        )
        self.whats_this = self.make(lambda: self.tr("&What's this?"), standard.WhatsThis)
        self.about = self.make(lambda: self.tr("&About lenet-gui"))
        self.about.setMenuRole(QAction.MenuRole.AboutRole)

        self.lock_scale = self.make(lambda: self.tr("Loc&k the scale"), "Ctrl+L")
        self.lock_scale.setCheckable(True)
        self.spans = self.make_choice(
            (Span.FIXED, lambda: self.tr("&Fixed, −1 … +1")),
            (Span.LAYER, lambda: self.tr("Each &layer's own")),
            (Span.MAP, lambda: self.tr("Each &map's own")),
        )
        self.spans.triggered.connect(lambda action: self.span_chosen.emit(action.data()))
        self.quantities = self.make_choice(
            (VALUES, lambda: self.tr("&Values after tanh")),
            (SUMS, lambda: self.tr("S&ums before tanh")),
        )
        self.colours = self.make_choice(
            ("blue-orange", lambda: self.tr("&Blue and orange")),
            ("blue-red", lambda: self.tr("Blue and &red (vik, berlin)")),
            ("blue-green", lambda: self.tr("Blue and &green (cork, tofino)")),
        )
        self.scale_menu = self.make_menu(lambda: self.tr("&Colour scale"))
        self.scale_menu.addActions(self.quantities.actions())
        self.scale_menu.addSeparator()
        self.scale_menu.addActions(self.spans.actions())
        self.scale_menu.addSeparator()
        self.scale_menu.addAction(self.lock_scale)
        self.scale_menu.addSeparator()
        self.scale_menu.addActions(self.colours.actions())
        self.switch = self.make(lambda: self.tr("Turn the map &off or on"), "O")
        self.all_on = self.make(lambda: self.tr("Turn &all maps on"), "Shift+O")
        self.all_on.setEnabled(False)
        self.holds = self.make_choice(
            ("zero", lambda: self.tr("Hold at &zero")),
            ("mean", lambda: self.tr("Hold at the &mean over the starter set")),
        )
        self.one_by_one = self.make(lambda: self.tr("Off one &by one…"))
        self.off_menu = self.make_menu(lambda: self.tr("Maps on an&d off"))
        self.off_menu.addActions([self.switch, self.all_on])
        self.off_menu.addSeparator()
        self.off_menu.addActions(self.holds.actions())
        self.off_menu.addSeparator()
        self.off_menu.addAction(self.one_by_one)
        self.reset_layout = self.make(lambda: self.tr("&Reset layout"))
        self.themes = self.make_choice(
            ("system", lambda: self.tr("&Follow the system")),
            ("light", lambda: self.tr("&Light")),
            ("dark", lambda: self.tr("&Dark")),
        )
        self.larger_text = self.make(lambda: self.tr("&Larger text"), "Ctrl++", "Ctrl+=")
        self.smaller_text = self.make(lambda: self.tr("&Smaller text"), "Ctrl+-")
        self.usual_text = self.make(lambda: self.tr("&Usual text size"), "Ctrl+0")
        self.high_contrast = self.make(lambda: self.tr("&High contrast"))
        self.high_contrast.setCheckable(True)
        self.high_contrast.triggered.connect(
            lambda is_on: self.look_chosen.emit("high_contrast", is_on)
        )
        self.less_motion = self.make(lambda: self.tr("Less &motion"))
        self.less_motion.setCheckable(True)
        self.less_motion.triggered.connect(
            lambda is_on: self.look_chosen.emit("less_motion", is_on)
        )
        self.languages = self.make_choice(
            (SYSTEM, lambda: self.tr("&Follow the system")),
            *((name, partial(str, words)) for name, words in LANGUAGES.items()),
        )
        self.language_menu = self.make_menu(lambda: self.tr("La&nguage"))
        self.language_menu.addActions(self.languages.actions())
        for key, group in (
            ("theme", self.themes),
            ("colours", self.colours),
            ("language", self.languages),
        ):
            group.triggered.connect(partial(self._choose_look, key))
        self.larger_text.triggered.connect(partial(appearance().step_text_size, 1))
        self.smaller_text.triggered.connect(partial(appearance().step_text_size, -1))
        self.usual_text.triggered.connect(partial(appearance().step_text_size, 0))
        self.undo.triggered.connect(editor.undo)
        self.redo.triggered.connect(editor.redo)
        self.clear.triggered.connect(editor.clear)
        editor.changed.connect(self._follow_page)
        self._enable()
        follow_appearance(self._name)
        follow_appearance(self._restyle)

    def fill(self, menus: QMenuBar, lenses: list[QAction], panels: list[QAction]) -> None:
        """Put the actions into the menus.

        `lenses` choose a lens; `panels` open, close and float panels.
        """
        file = self.make_menu(lambda: self.tr("&File"))
        menus.addMenu(file)
        file.addActions([self.new, self.open])
        file.addMenu(self.recent_menu)
        file.addSeparator()
        file.addActions([self.save, self.save_as])
        file.addMenu(self.export_menu)
        file.addSeparator()
        file.addActions([self.open_data, self.corrections])
        file.addSeparator()
        file.addAction(self.open_weights)
        file.addMenu(self.weights_menu)
        file.addSeparator()
        file.addAction(self.quit)
        edit = self.make_menu(lambda: self.tr("&Edit"))
        menus.addMenu(edit)
        edit.addActions([self.undo, self.redo])
        edit.addSeparator()
        edit.addActions([self.cut, self.copy, self.paste, self.copy_maps])
        edit.addSeparator()
        edit.addActions([self.clear, self.select_all, self.choose_part])
        edit.addMenu(self.it_was_menu)
        edit.addAction(self.pin)
        edit.addSeparator()
        edit.addActions([*self.tools.actions(), self.keyboard])
        edit.addSeparator()
        edit.addActions([self.wider, self.narrower])
        view = self.make_menu(lambda: self.tr("&View"))
        menus.addMenu(view)
        view.addActions([self.wide_page, self.framing, self.replay])
        view.addActions([self.previous_digit, self.next_digit])
        view.addMenu(self.scale_menu)
        view.addMenu(self.off_menu)
        theme = self.make_menu(lambda: self.tr("&Theme"))
        view.addMenu(theme)
        theme.addActions(self.themes.actions())
        theme.addSeparator()
        theme.addActions([self.high_contrast, self.less_motion])
        view.addMenu(self.language_menu)
        view.addSeparator()
        view.addActions([self.larger_text, self.smaller_text, self.usual_text])
        view.addSeparator()
        view.addActions(lenses)
        view.addSeparator()
        view.addActions([*panels, self.reset_layout])
        help_ = self.make_menu(lambda: self.tr("&Help"))
        menus.addMenu(help_)
        help_.addAction(self.tour)
        help_.addMenu(self.examples_menu)
        help_.addSeparator()
        help_.addActions([self.shortcuts, self.whats_this])
        help_.addSeparator()
        help_.addAction(self.about)

    def choose(self, group: QActionGroup, data: str) -> None:
        """Trigger the action of a group that has this data, unless it is checked already."""
        for action in group.actions():
            if action.data() == data and not action.isChecked():
                action.trigger()

    def _follow_page(self, change: Change) -> None:
        if not change.is_growth:
            self._enable()

    def _enable(self) -> None:
        """Enable what can be done with the page as it is."""
        self.undo.setEnabled(self._editor.can_undo)
        self.redo.setEnabled(self._editor.can_redo)
        exports = self.export_menu.menuAction()
        for action in (self.cut, self.copy, self.copy_maps, self.pin, exports, self.clear):
            action.setEnabled(not self._editor.is_empty)
        is_drawing = self._editor.picture is None
        self.mover.setEnabled(is_drawing)
        self.choose_part.setEnabled(not is_drawing)
        self.select_all.setEnabled(is_drawing and not self._editor.is_empty)
        if is_drawing != self._has_drawing:
            self._has_drawing = is_drawing
            self._name_limits()

    def _name_limits(self) -> None:
        """Say in the tooltips what can't be done with a picture, and why."""
        move = self.tr("Move and rotate: only drawings can be moved; this is a picture")
        replay = self.tr("Replay: only drawings can be replayed; this is a picture")
        correct = self.tr("Corrections: only drawings can be corrected; this is a picture")
        limits = {self.mover: move, self.replay: replay, **dict.fromkeys(self.it_was, correct)}
        for action, limit in limits.items():
            action.setToolTip(with_keys(action) if self._has_drawing else limit)

    def _restyle(self) -> None:
        """Check the actions of the current look, and draw the icons in its colours."""
        look, theme = appearance().look, current_theme()
        self.high_contrast.setChecked(look.high_contrast)
        self.less_motion.setChecked(look.less_motion)
        self.larger_text.setEnabled(look.text_size != list(TEXT_SIZES)[-1])
        self.smaller_text.setEnabled(look.text_size != USUAL)
        self.usual_text.setEnabled(look.text_size != USUAL)
        for group, chosen in (
            (self.themes, look.theme),
            (self.colours, look.colours),
            (self.languages, look.language),
        ):
            for action in group.actions():
                action.setChecked(action.data() == chosen)
        self.undo.setIcon(icon("undo", theme))
        self.redo.setIcon(icon("redo", theme))
        self.clear.setIcon(icon("clear", theme))
        self.pen.setIcon(switch_icon("pen", theme))
        self.eraser.setIcon(switch_icon("eraser", theme))
        self.mover.setIcon(switch_icon("mover", theme))
        self.show_replay(self._is_replaying)

    def show_replay(self, is_playing: bool) -> None:
        """Name the replay's action after its next effect: play, or pause."""
        if is_playing != self._is_replaying and QToolTip.text() == self.replay.toolTip():
            QToolTip.hideText()  # it names what the action did until now
        self._is_replaying = is_playing
        self.replay.setText(self.tr("&Pause") if is_playing else self.tr("Re&play"))
        self.replay.setIcon(icon("pause" if is_playing else "play", current_theme()))
        name_keys(self.replay)
        self._name_limits()

    def _choose_look(self, key: str, action: QAction) -> None:
        self.look_chosen.emit(key, action.data())

    def _name(self) -> None:
        """Set all texts, and tooltips for actions that need more than their name."""
        self.name_all()
        for digit, action in enumerate(self.it_was):
            action.setIconText(str(digit))
        self.copy_maps.setToolTip(self.tr("Copy the selection, or the whole network, as a picture"))
        self.lock_scale.setToolTip(self.tr("Lock the colour scale, to compare two drawings"))
        self.show_replay(self._is_replaying)

    def _it_was(self, digit: int) -> str:
        return self.tr("It was &{0}").format(digit)
