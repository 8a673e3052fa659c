"""Options that several commands share, and the classifier they ask for."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from lenet_gui import resources

if TYPE_CHECKING:
    from lenet_gui.core.reading.classifier import Classifier

FRAMINGS = ("mnist", "none")
"""The values of core.framing.Framing, spelt here so that `--help` needs no NumPy."""
THRESHOLDS = (0.1, 0.9)
"""Those of core.contrast, spelt here for the same reason."""


def examples(*lines: str) -> str:
    """Return the text below a command's options: how it is called."""
    title = "example:" if len(lines) == 1 else "examples:"
    return "\n".join([title, *(f"  {line}" for line in lines)])


def add_weights(parser: argparse.ArgumentParser) -> None:
    """Add `--weights FILE`, which may stand before or after a command's name.

    The default, None, is the main parser's: a command's own would undo what stood before its name.
    """
    parser.add_argument(
        "--weights",
        type=path,
        default=argparse.SUPPRESS,
        metavar="FILE",
        help="a safetensors file to read with (default: the one that ships with the program)",
    )


def add_framing(parser: argparse.ArgumentParser) -> None:
    """Add `--framing`."""
    parser.add_argument(
        "--framing",
        choices=FRAMINGS,
        default=FRAMINGS[0],
        help="mnist: scale and centre the ink as MNIST does (the default);"
        " none: make the whole canvas small",
    )


def add_threshold(parser: argparse.ArgumentParser) -> None:
    """Add `--threshold`; None leaves it to the picture."""
    low, high = THRESHOLDS
    parser.add_argument(
        "--threshold",
        type=between(low, high),
        metavar="SHARE",
        help=f"where ink begins in a picture, of the way from its paper to its ink: from {low},"
        f" which takes in faint lines, to {high}, which leaves out smudges (default: 0.5)",
    )


def add_json(parser: argparse.ArgumentParser, help_text: str) -> None:
    """Add `--json`."""
    parser.add_argument("--json", action="store_true", help=help_text)


def path(text: str) -> Path:
    """Read a file's or a folder's name; Path takes an empty one for the folder at hand."""
    if not text:
        raise argparse.ArgumentTypeError("the name is empty")
    return Path(text)


def output_path(text: str) -> Path:
    """Read the name of what is to be written, which is no standard output."""
    if text == "-":
        raise argparse.ArgumentTypeError(
            "this does not go to standard output; give a name, ./- for one that is called so"
        )
    return path(text)


def whole_number(least: int | None = None) -> Callable[[str], int]:
    """Return what reads a whole number, from `least` where there is one."""
    wanted = "a whole number" if least is None else f"a whole number from {least}"

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
    """Return what reads a number from `low` to `high`."""

    def read(text: str) -> float:
        try:
            number = float(text)
        except ValueError:
            number = float("nan")
        if not low <= number <= high:
            raise argparse.ArgumentTypeError(f"{text} is not a number from {low} to {high}")
        return number

    return read


def share(text: str) -> float:
    """Read a number above 0 and up to 1."""
    try:
        number = float(text)
    except ValueError:
        number = 0
    if not 0 < number <= 1:
        raise argparse.ArgumentTypeError(f"{text} is not a number above 0 and up to 1")
    return number


def weights_path(arguments: argparse.Namespace) -> Path:
    """Return the weights file asked for."""
    chosen: Path | None = arguments.weights
    return chosen or resources.default_weights()


def load_classifier(arguments: argparse.Namespace) -> "Classifier":
    """Load the weights asked for. Raises WeightsError where they are no good."""
    from lenet_gui.core.network.lenet5 import LeNet5
    from lenet_gui.core.network.weights import load_weights
    from lenet_gui.core.reading.classifier import Classifier

    return Classifier(LeNet5(load_weights(weights_path(arguments))))
