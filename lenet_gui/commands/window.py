"""`lenet-gui` alone, or with a file: the window."""

import argparse
from pathlib import Path

from lenet_gui.commands import options
from lenet_gui.commands.display import require_display
from lenet_gui.errors import DisplayError
from lenet_gui.interrupting import end_at_once

THEMES = ("system", "light", "dark")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the window's options, which may stand before `open` and its file or after them.

    The defaults are the main parser's, as that of `--weights` is.
    """
    parser.add_argument(
        "--theme",
        choices=THEMES,
        default=argparse.SUPPRESS,
        help="the window's colours (default: as chosen last)",
    )
    options.add_weights(parser)
    parser.add_argument(
        "--report",
        type=options.output_path,
        default=argparse.SUPPRESS,
        metavar="FILE",
        help="write each reading that the window settles on to FILE, a JSON line each",
    )


def add_file(parser: argparse.ArgumentParser) -> None:
    """Describe the options of the window with a file in it."""
    add_arguments(parser)
    parser.add_argument(
        "file", type=options.path, metavar="FILE", help="a drawing (JSON) or a picture"
    )


def run(arguments: argparse.Namespace) -> int:
    """Open the window and stay until it closes. Raises DisplayError where none can open."""
    end_at_once()  # until the window answers Ctrl+C itself
    # NumPy comes before Qt: PySide6 looks for the source of each module that is imported after it.
    import lenet_gui.core.reading.classifier  # noqa: F401

    try:
        require_display()
        from lenet_gui.ui.app.app import run_window
    except ModuleNotFoundError:
        raise
    except ImportError as error:  # a system library that Qt needs, for example libEGL.so.1
        raise DisplayError(f"The window can't open: {error}.") from error
    file: Path | None = getattr(arguments, "file", None)
    return run_window(arguments.theme, arguments.weights, arguments.report, file)
