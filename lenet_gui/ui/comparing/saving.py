"""Saving a comparison as a picture."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from lenet_gui.core.reading.comparison import Comparison
from lenet_gui.errors import LenetGuiError
from lenet_gui.ui.kit.appearance import current_theme
from lenet_gui.ui.kit.i18n import sentence_of

PICTURES = {"PNG (*.png)": "png", "SVG (*.svg)": "svg"}

translate = QCoreApplication.translate


def save_comparison(
    path: Path,
    comparison: Comparison,
    names: tuple[str, str],
    warn: Callable[[str, str], None],
    tell: Callable[[str], None],
) -> None:
    """Write a picture of a comparison in the format of the path's ending, or warn.

    `names` are what stands above pinned and current.
    """
    # Imported late: the lens opens without it.
    from lenet_gui.figure.comparison import comparison_figure
    from lenet_gui.media.exporting import write_figure

    figure = comparison_figure(comparison, names, current_theme())
    try:
        write_figure(figure, path)
    except LenetGuiError as error:
        warn(translate("Compare", "The figure could not be saved"), sentence_of(error))
    except OSError as error:
        reason = f"{path}: {error.strerror or error}."
        warn(translate("Compare", "The figure could not be saved"), reason)
    else:
        tell(translate("Compare", "Saved as {0}").format(path))
