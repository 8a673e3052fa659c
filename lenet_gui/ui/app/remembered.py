"""Keeps the user's choices and the window's layout from one start to the next."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from lenet_gui.core.framing.framing import Framing
from lenet_gui.figure.colours import SIGNED_MAPS
from lenet_gui.ui.app.columns import Columns
from lenet_gui.ui.canvas.tools.eraser import DEFAULT_ERASER_WIDTH, ERASER_WIDTHS
from lenet_gui.ui.canvas.tools.tool import Tool
from lenet_gui.ui.canvas.tools.toolbox import Toolbox
from lenet_gui.ui.document.page import DEFAULT_PEN_WIDTH, PEN_WIDTHS
from lenet_gui.ui.inspector.inspector_panel import InspectorPanel
from lenet_gui.ui.kit.appearance import TEXT_SIZES, Look
from lenet_gui.ui.kit.i18n import LANGUAGES, SYSTEM
from lenet_gui.ui.kit.settings import Settings
from lenet_gui.ui.kit.theme import THEMES, system_wants_contrast, system_wants_less_motion
from lenet_gui.ui.lenses.lens_column import LensColumn
from lenet_gui.ui.maps.colour_scale import ChosenScale, Span
from lenet_gui.ui.reading.means import Means
from lenet_gui.ui.shell.actions import Actions


class Choices(QObject):
    """Connects the settings with the parts that they set.

    The look is not among them: it is read before the window is built (`look_in`).
    """

    def __init__(
        self,
        settings: Settings,
        actions: Actions,
        tools: Toolbox,
        means: Means,
        scale: ChosenScale,
        columns: Columns,
        lenses: LensColumn,
        inspector: InspectorPanel,
        window: QMainWindow,
    ) -> None:
        """Keep each choice as it is made; `restore` brings back the earlier ones."""
        super().__init__(window)
        self._settings, self._actions, self._tools = settings, actions, tools
        self._means, self._scale, self._window = means, scale, window
        self._columns, self._lenses, self._inspector = columns, lenses, inspector
        tools.width_chosen.connect(self._keep_width)
        means.changed.connect(self._keep_framing)
        actions.wide_page.toggled.connect(lambda on: settings.keep("wide_page", on))
        actions.span_chosen.connect(self._set_span)

    def restore(self) -> None:
        """Restore the choices and the layout of the last time."""
        settings = self._settings
        self._window.restoreGeometry(settings.blob("geometry"))
        self._columns.set_share(settings.number("lens_share", 0, 1, 0))
        ids = tuple(action.data() for action in self._lenses.lens_actions.actions())
        self._lenses.choose(settings.choice("lens", ids, ids[0]))
        self._lenses.set_open(settings.flag("lens_open", True))
        self._lenses.restore(settings.blob("lens_window"))
        self._inspector.restore(settings.blob("inspector_window"))
        if self._inspector.is_floating:  # in the window it shows what is picked, now nothing
            self._inspector.set_open(settings.flag("inspector_open", False))
        tools, actions = self._tools, self._actions
        pen = settings.number("pen_width", *PEN_WIDTHS, DEFAULT_PEN_WIDTH)
        eraser = settings.number("eraser_width", *ERASER_WIDTHS, DEFAULT_ERASER_WIDTH)
        tools.set_width(pen, tools.pen)
        tools.set_width(eraser, tools.eraser)
        framing = settings.choice("framing", tuple(Framing), Framing.MNIST)
        self._means.use_framing(Framing(framing))
        actions.wide_page.setChecked(settings.flag("wide_page", False))
        actions.choose(actions.spans, settings.choice("span", tuple(Span), Span.FIXED))

    def keep_layout(self) -> None:
        """Keep the layout, and write all settings."""
        self._settings.keep("geometry", self._window.saveGeometry())
        self._settings.keep("lens_share", self._columns.share)
        self._settings.keep("lens", self._lenses.lens)
        self._settings.keep("lens_open", self._lenses.is_open)
        self._settings.keep("lens_window", self._lenses.save())
        self._settings.keep("inspector_window", self._inspector.save())
        self._settings.keep("inspector_open", self._inspector.is_open)
        self._settings.write()

    def _keep_width(self, tool: Tool) -> None:
        name = "pen_width" if tool is self._tools.pen else "eraser_width"
        self._settings.keep(name, tool.width)

    def _keep_framing(self) -> None:
        self._settings.keep("framing", str(self._means.framing))

    def _set_span(self, span: Span) -> None:
        self._scale.set_span(span)
        self._settings.keep("span", str(span))


def look_in(settings: Settings, theme: str | None = None) -> Look:
    """Return the look in the settings; a theme given here takes precedence."""
    usual = Look()
    return Look(
        theme=theme or settings.choice("theme", THEMES, usual.theme),
        colours=settings.choice("colours", tuple(SIGNED_MAPS), usual.colours),
        high_contrast=settings.flag("high_contrast", system_wants_contrast()),
        less_motion=settings.flag("less_motion", system_wants_less_motion()),
        text_size=settings.choice("text_size", tuple(TEXT_SIZES), usual.text_size),
        language=settings.choice("language", (SYSTEM, *LANGUAGES), usual.language),
    )
