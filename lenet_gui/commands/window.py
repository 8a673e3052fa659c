"""`lenet-gui` alone or with a file: open the window."""

import argparse
import gc
from pathlib import Path

from lenet_gui.commands import options
from lenet_gui.commands.display import missing_library, require_display
from lenet_gui.errors import DisplayError
from lenet_gui.interrupting import end_at_once

THEMES = ("system", "light", "dark")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the window's options, which may stand before or after `open` and its file.

    The main parser sets their defaults, as it does for `--weights`.
    """
    parser.add_argument(
        "--theme",
        choices=THEMES,
        default=argparse.SUPPRESS,
        help="colours of the window (default: your last choice)",
    )
    options.add_weights(parser)
    parser.add_argument(
        "--report",
        type=options.output_path,
        default=argparse.SUPPRESS,
        metavar="FILE",
        help="write each reading to FILE, one JSON object per line; save and restore no drawing",
    )


def add_file(parser: argparse.ArgumentParser) -> None:
    """Add the options of `open`."""
    add_arguments(parser)
    parser.add_argument(
        "file", type=options.path, metavar="FILE", help="a drawing (JSON), an export or a picture"
    )


def run(arguments: argparse.Namespace) -> int:
    """Open the window and run until it closes. Raises DisplayError if it can't open."""
    end_at_once()  # until the window handles Ctrl+C itself
    gc.disable()  # until the window is made: all that is made before stays
    # NumPy before Qt: PySide6 searches the source of every module imported after it.
    import lenet_gui.core.reading.classifier  # noqa: F401

    try:
        require_display()
        from lenet_gui.ui.app.app import run_window
    except ModuleNotFoundError:
        raise
    except ImportError as error:  # a system library that Qt needs, for example libEGL.so.1
        raise DisplayError(missing_library(error)) from error
    file: Path | None = getattr(arguments, "file", None)
    return run_window(arguments.theme, arguments.weights, arguments.report, file)
