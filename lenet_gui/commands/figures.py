"""What the commands that write figures share."""

import argparse
from pathlib import Path

from lenet_gui.commands import options
from lenet_gui.media.sources import STANDARD_INPUT

THEMES = ("light", "dark")


def add_figure(parser: argparse.ArgumentParser, of: str) -> None:
    """Add --out and --theme, for a figure `of` something; `has_picture_ending` checks --out."""
    parser.add_argument(
        "--out",
        type=options.output_path,
        metavar="FILE",
        help=f"write a figure of the {of}, as .svg or .png",
    )
    parser.add_argument(
        "--theme",
        choices=THEMES,
        default=THEMES[0],
        help="colours of the figure (default: light)",
    )


def has_picture_ending(out: Path) -> bool:
    """Return whether a figure can be written to a file of this name."""
    return out.suffix.lower() in (".svg", ".png")


def would_overwrite(out: Path, source: str) -> bool:
    """Return whether `out` is the file that is read; standard input is none."""
    if source == STANDARD_INPUT or not out.exists():
        return False
    return Path(source).exists() and out.samefile(source)
