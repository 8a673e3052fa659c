"""The kernel's slide over a map: place by place, the picked unit walks on at a pace to follow."""

from dataclasses import replace

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

from lenet_gui.core.network.unit import Unit
from lenet_gui.ui.kit.appearance import appearance, current_theme, follow_appearance
from lenet_gui.ui.kit.icons import icon

PACES = (1, 2, 4, 8, 16)
"""Places a second that can be chosen."""
PACE = 4
"""Places a second at first."""


class Slide(QObject):
    """Walks over a convolution's map, row by row; it begins only when asked, and can be paused.

    If less motion is wanted, it goes on by single steps only.
    """

    moved = Signal(Unit)
    """The kernel has come to another unit."""
    changed = Signal()
    """It was begun or paused, can be used or not, or has another pace."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._unit: Unit | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        self.set_pace(PACE)
        follow_appearance(self._follow_appearance)

    def _follow_appearance(self) -> None:
        if self.is_still:
            self.pause()

    @property
    def is_still(self) -> bool:
        """Whether the user wants no motion."""
        return appearance().look.less_motion

    @property
    def unit(self) -> Unit | None:
        """The unit that the kernel is at; None if there is no map to slide over."""
        return self._unit

    @property
    def is_playing(self) -> bool:
        """Whether it goes on by itself."""
        return self._timer.isActive()

    @property
    def pace(self) -> int:
        """Places a second."""
        return round(1000 / self._timer.interval())

    def set_pace(self, pace: int) -> None:
        """Go on by so many places a second."""
        self._timer.setInterval(round(1000 / pace))
        self.changed.emit()

    def offer(self, unit: Unit | None) -> None:
        """Take the unit that is shown; another one than the kernel is at ends the slide.

        None, or a unit of a layer whose kernel doesn't slide, leaves nothing to slide over.
        """
        if unit is not None and (unit.layer.kind != "convolution" or unit.layer.size == 1):
            unit = None
        if unit != self._unit:
            self._timer.stop()
            self._unit = unit
            self.changed.emit()

    def toggle(self) -> None:
        """Go on by itself from here, or pause; take a single step if motion isn't wanted."""
        if self.is_playing:
            self.pause()
        elif self.is_still:
            self.step(1)
        elif self._unit is not None:
            self._timer.start()
            self.step(1)
            self.changed.emit()

    def pause(self) -> None:
        """Stay here."""
        if self.is_playing:
            self._timer.stop()
            self.changed.emit()

    def step(self, places: int) -> None:
        """Go on by some places, or back; after the last place comes the first."""
        if self._unit is None:
            return
        size = self._unit.layer.size
        place = (self._unit.row * size + self._unit.column + places) % size**2
        self._unit = replace(self._unit, row=place // size, column=place % size)
        self.moved.emit(self._unit)

    def _go_on(self) -> None:
        self.step(1)
        if self._unit is None or (self._unit.row + 1, self._unit.column + 1) == (
            self._unit.layer.size,
            self._unit.layer.size,
        ):
            self.pause()


class SlideButtons(QObject):
    """The slide's buttons: play or pause, the next place, and the pace."""

    def __init__(self, slide: Slide, parent: QObject) -> None:
        super().__init__(parent)
        self._slide = slide
        self.play, self.next, self.pace = QToolButton(), QToolButton(), QToolButton()
        self.pace.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.pace)
        self._paces = QActionGroup(menu)
        for pace in PACES:
            action = self._paces.addAction("")
            action.setCheckable(True)
            action.setData(pace)
        menu.addActions(self._paces.actions())
        self.pace.setMenu(menu)
        self._paces.triggered.connect(lambda action: slide.set_pace(action.data()))
        self.play.clicked.connect(slide.toggle)
        self.next.clicked.connect(self._next)
        slide.changed.connect(self.show_state)
        follow_appearance(self.show_state)

    def _next(self) -> None:
        self._slide.pause()
        self._slide.step(1)

    def show_state(self) -> None:
        """Show the buttons that have something to do, named after what they do."""
        slide, theme = self._slide, current_theme()
        can = slide.unit is not None
        self.play.setVisible(can and not slide.is_still)
        self.next.setVisible(can)
        self.pace.setVisible(can and not slide.is_still)
        name = "pause" if slide.is_playing else "play"
        words = self.tr("Pause") if slide.is_playing else self.tr("Slide")
        tip = self.tr("Slide the kernel over the map from here, place by place (Space)")
        for button, text, hint, picture in (
            (self.play, words, self.tr("Pause (Space)") if slide.is_playing else tip, name),
            (self.next, self.tr("Next place"), self.tr("Go on by one place (.); back: ,"), "next"),
        ):
            button.setText(text)
            button.setToolTip(hint)
            button.setIcon(icon(picture, theme))
        self.pace.setText(f"{slide.pace}/s")
        self.pace.setToolTip(self.tr("Places a second"))
        self.pace.setAccessibleName(self.tr("{0} places a second").format(slide.pace))
        for action in self._paces.actions():
            action.setText(self.tr("{0} a second").format(action.data()))
            action.setChecked(action.data() == slide.pace)


def slide_key(slide: Slide, key: int) -> bool:
    """Do what a key means for a slide: Space plays or pauses, . and , step; return whether it did.

    Nothing if there is no map to slide over.
    """
    if slide.unit is None:
        return False
    if key == Qt.Key.Key_Space:
        slide.toggle()
    elif key in (Qt.Key.Key_Period, Qt.Key.Key_Comma):
        slide.pause()
        slide.step(1 if key == Qt.Key.Key_Period else -1)
    else:
        return False
    return True
