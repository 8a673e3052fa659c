"""`lenet-gui train`: make weights from data files."""

import argparse
from pathlib import Path

from lenet_gui.errors import MissingExtraError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's options; needs nothing but the standard library."""
    parser.add_argument(
        "--mnist", type=Path, required=True, metavar="DIR", help="folder with MNIST's four files"
    )
    parser.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help="folder for what the run makes"
    )
    parser.add_argument("--epochs", type=_positive, metavar="N", help="passes over the data")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="default: 0")


def run(arguments: argparse.Namespace) -> int:
    """Train, write and measure. Raises MissingExtraError where PyTorch is not installed."""
    try:
        from lenet_gui.training import recipes
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] == "lenet_gui":
            raise
        raise MissingExtraError(
            f'Training needs {error.name}: install it with pip install "lenet-gui[train]".'
        ) from error
    recipes.run(
        recipes.Request(
            mnist=arguments.mnist,
            out=arguments.out,
            epochs=arguments.epochs,
            seed=arguments.seed,
        )
    )
    return 0


def _positive(text: str) -> int:
    """Read a whole number above 0."""
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{number} is not above 0")
    return number
