"""`lenet-gui train`: make weights from data files."""

import argparse

from lenet_gui.commands import options
from lenet_gui.errors import MissingExtraError

RECIPES = ("robust", "reference")
ROBUST_ALONE = ("strokes", "samples", "teachers", "workers")
"""Options of which the other recipe, as the tutorial that it follows, has nothing to make."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Describe the command's options; needs nothing but the standard library."""
    add = parser.add_argument
    add("--recipe", choices=RECIPES, default=RECIPES[0], help="default: %(default)s")
    add(
        "--mnist",
        type=options.path,
        required=True,
        metavar="DIR",
        help="folder with MNIST's four files",
    )
    add(
        "--strokes", type=options.path, nargs="+", action="extend", default=[], metavar="FILE",
        help="strokes that the robust recipe learns from too: UNIPEN, or drawings as JSON Lines",
    )  # fmt: skip
    add(
        "--measure", type=options.path, nargs="+", action="extend", default=[], metavar="FILE",
        help="strokes that take no part and are measured at the end",
    )  # fmt: skip
    add(
        "--out",
        type=options.output_path,
        required=True,
        metavar="DIR",
        help="folder for what the run makes",
    )
    add("--epochs", type=options.whole_number(1), metavar="N", help="the recipe's own by default")
    add("--seed", type=options.whole_number(0), default=0, metavar="N", help="default: %(default)s")
    add("--resume", action="store_true", help="go on with an interrupted run in the same folder")
    small = parser.add_argument_group("the robust recipe on a smaller scale")
    small.add_argument(
        "--samples", type=options.whole_number(1), metavar="N", help="images in the pools"
    )
    small.add_argument(
        "--teachers",
        type=options.whole_number(1),
        metavar="N",
        help="larger networks to learn from",
    )
    small.add_argument(
        "--workers", type=options.whole_number(1), metavar="N", help="processes at work"
    )
    parser.set_defaults(refuse=parser.error)


def run(arguments: argparse.Namespace) -> int:
    """Train, measure and report. Raises MissingExtraError where PyTorch is not installed."""
    given = [f"--{name}" for name in ROBUST_ALONE if getattr(arguments, name)]
    if given and arguments.recipe != RECIPES[0]:
        arguments.refuse(f"{given[0]} is for the {RECIPES[0]} recipe; leave it out")
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
            recipe=arguments.recipe,
            mnist=arguments.mnist,
            strokes=tuple(arguments.strokes),
            measure=tuple(arguments.measure),
            out=arguments.out,
            epochs=arguments.epochs,
            seed=arguments.seed,
            resume=arguments.resume,
            samples=arguments.samples,
            teachers=arguments.teachers,
            workers=arguments.workers,
        )
    )
    return 0
