"""Text that Qt paints in the program's look is readable."""

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QMenu

from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.kit.appearance import current_theme
from tests.ui.conftest import choose_look


def colours(menu: QMenu, entry: int) -> set[str]:
    """Return the colours of a menu entry as painted now."""
    image = menu.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    place = menu.actionGeometry(menu.actions()[entry])
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.width())
    rows = pixels[place.top() + 1 : place.bottom(), place.left() + 1 : place.right()]
    return {QColor(int(value)).name() for value in np.unique(rows)}


@pytest.mark.qt_log_ignore("grabbing the keyboard")  # offscreen
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("has_high_contrast", [False, True])
def test_the_highlighted_entry_stands_out_and_is_readable(
    window: MainWindow, theme: str, has_high_contrast: bool
) -> None:
    choose_look(high_contrast=has_high_contrast)
    choose_look(theme=theme)
    menu = window.menuBar().actions()[0].menu()
    assert isinstance(menu, QMenu)
    menu.popup(window.pos())
    menu.setActiveAction(menu.actions()[0])
    chosen = colours(menu, 0)
    menu.hide()
    accent, text = (
        QColor(name).name() for name in (current_theme().accent, current_theme().on_accent)
    )
    assert {accent, text} <= chosen
