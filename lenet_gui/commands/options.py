"""Options that several commands share, and loading the classifier."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from lenet_gui import resources

if TYPE_CHECKING:
    from lenet_gui.core.reading.classifier import Classifier

FRAMINGS = ("mnist", "none")
"""The values of Framing, repeated here so that `--help` needs no NumPy."""
THRESHOLDS = (0.1, 0.9)
"""Those of core.photo.contrast, repeated here for the same reason."""


def examples(*lines: str) -> str:
    """Return the examples to print below a command's options."""
    title = "example:" if len(lines) == 1 else "examples:"
    return "\n".join([title, *(f"  {line}" for line in lines)])


def add_weights(parser: argparse.ArgumentParser) -> None:
    """Add `--weights FILE`, which may stand before or after a command's name.

    The main parser sets the default, None: one of the command's parser would replace a value that
    was given before the command's name.
    """
    parser.add_argument(
        "--weights",
        type=path,
        default=argparse.SUPPRESS,
        metavar="FILE",
        help="safetensors file with the network's weights (default: the program's own)",
    )


def add_framing(parser: argparse.ArgumentParser) -> None:
    """Add `--framing`."""
    parser.add_argument(
        "--framing",
        choices=FRAMINGS,
        default=FRAMINGS[0],
        help="mnist: scale and centre the ink as in MNIST (default); none: shrink the whole canvas"
        " as it is",
    )


def add_threshold(parser: argparse.ArgumentParser) -> None:
    """Add `--threshold`; None is the default."""
    low, high = THRESHOLDS
    parser.add_argument(
        "--threshold",
        type=between(low, high),
        metavar="SHARE",
        help="how dark a pixel of a picture must be to count as ink, from paper (0) to ink (1):"
        f" {low} includes faint lines, {high} leaves out smudges (default: 0.5)",
    )


def add_part(parser: argparse.ArgumentParser) -> None:
    """Add `--part`; None is all of a number, or else the part that shows the likeliest digit."""
    parser.add_argument(
        "--part",
        type=part,
        metavar="X,Y,W,H",
        help="read this part of a picture: its left, top, width and height in pixels (default: the"
        " whole if it is a digit or a number, or else the likeliest digit)",
    )


def add_nth(parser: argparse.ArgumentParser) -> None:
    """Add `--nth`; None is all of it as one digit, or of a picture the likeliest digit."""
    parser.add_argument(
        "--nth",
        type=whole_number(1),
        metavar="N",
        help="of a number, take its Nth digit, counted from 1",
    )


def add_json(parser: argparse.ArgumentParser, help_text: str) -> None:
    """Add `--json`."""
    parser.add_argument("--json", action="store_true", help=help_text)


def path(text: str) -> Path:
    """Parse the name of a file or folder; Path would take '' as the current folder."""
    if not text:
        raise argparse.ArgumentTypeError("the name is empty")
    return Path(text)


def output_path(text: str) -> Path:
    """Parse the name of a file or folder to write, which can't be standard output."""
    if text == "-":
        raise argparse.ArgumentTypeError(
            "can't write to standard output; give a name (./- for a file named -)"
        )
    return path(text)


def whole_number(least: int | None = None) -> Callable[[str], int]:
    """Return a parser of whole numbers, of at least `least` if given."""
    wanted = "a whole number" if least is None else f"a whole number of {least} or more"

    def read(text: str) -> int:
        try:
            number = int(text)
        except ValueError:
            number = None
        if number is None or (least is not None and number < least):
            raise argparse.ArgumentTypeError(f"{text} is not {wanted}")
        return number

    return read


def between(low: float, high: float) -> Callable[[str], float]:
    """Return a parser of numbers from `low` to `high`."""

    def read(text: str) -> float:
        try:
            number = float(text)
        except ValueError:
            number = float("nan")
        if not low <= number <= high:
            raise argparse.ArgumentTypeError(f"{text} is not a number from {low} to {high}")
        return number

    return read


def part(text: str) -> tuple[int, int, int, int]:
    """Parse left, top, width and height, in pixels."""
    try:
        left, top, width, height = (int(number) for number in text.split(","))
    except ValueError:
        left = top = width = height = -1
    if min(left, top) < 0 or min(width, height) < 1:
        raise argparse.ArgumentTypeError(
            f"{text} is not left, top, width and height in pixels, such as 40,20,100,120"
        )
    return left, top, width, height


def share(text: str) -> float:
    """Parse a number above 0 and at most 1."""
    try:
        number = float(text)
    except ValueError:
        number = 0
    if not 0 < number <= 1:
        raise argparse.ArgumentTypeError(f"{text} is not a number above 0 and at most 1")
    return number


def weights_path(arguments: argparse.Namespace) -> Path:
    """Return the path of the weights to use."""
    chosen: Path | None = arguments.weights
    return chosen or resources.default_weights()


def load_classifier(arguments: argparse.Namespace) -> "Classifier":
    """Load the weights to use. Raises WeightsError if they can't be used."""
    from lenet_gui.core.network.lenet5 import LeNet5
    from lenet_gui.core.network.weights import load_weights
    from lenet_gui.core.reading.classifier import Classifier

    return Classifier(LeNet5(load_weights(weights_path(arguments))))
