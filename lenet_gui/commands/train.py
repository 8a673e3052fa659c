"""`lenet-gui train`: train weights from data files."""

import argparse

from lenet_gui.commands import options
from lenet_gui.errors import MissingExtraError
from lenet_gui.runs.folder import RECIPES

ROBUST, PLAIN = "robust", "plain"
ROBUST_ALONE = ("strokes", "more", "samples", "teachers", "workers")
"""Options for more data and for sizes, which only the robust recipe has."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's options; uses only the standard library."""
    add = parser.add_argument
    add(
        "--recipe",
        choices=RECIPES,
        default=ROBUST,
        help="robust: how the program's own weights were trained (default); plain: on MNIST as it"
        " is, in minutes; reference: as a widespread Keras tutorial does. Only robust needs"
        " PyTorch",
    )
    add(
        "--mnist",
        type=options.path,
        metavar="DIR",
        help="folder with MNIST's four files; without it, plain learns from the starter set, 4,000"
        " digits that come with the program",
    )
    add(
        "--strokes", type=options.path, nargs="+", action="extend", default=[], metavar="FILE",
        help="more training data for the robust recipe: UNIPEN text or drawings (JSON Lines)",
    )  # fmt: skip
    add(
        "--more", type=options.path, nargs="+", action="extend", default=[], metavar="FILE",
        help="more people for the robust recipe, a third of them held out of training: digits,"
        " letters and signs with their writers (JSON Lines), or IDX images beside their labels",
    )  # fmt: skip
    add(
        "--measure", type=options.path, nargs="+", action="extend", default=[], metavar="FILE",
        help="strokes to measure on at the end; they are not trained on",
    )  # fmt: skip
    add(
        "--out",
        type=options.output_path,
        required=True,
        metavar="DIR",
        help="folder to write the weights and the report to",
    )
    add(
        "--epochs",
        type=options.whole_number(1),
        metavar="N",
        help="training epochs (default: the recipe's)",
    )
    add("--seed", type=options.whole_number(0), default=0, metavar="N", help="seed (default: 0)")
    add("--resume", action="store_true", help="continue an interrupted run in the same folder")
    small = parser.add_argument_group("scaling down the robust recipe")
    small.add_argument(
        "--samples",
        type=options.whole_number(1),
        metavar="N",
        help="training images in all pools together",
    )
    small.add_argument(
        "--teachers",
        type=options.whole_number(1),
        metavar="N",
        help="larger networks to learn from",
    )
    small.add_argument(
        "--workers", type=options.whole_number(1), metavar="N", help="parallel processes"
    )
    parser.set_defaults(refuse=parser.error)


def run(arguments: argparse.Namespace) -> int:
    """Train, measure and report. Raises MissingExtraError if the recipe needs a missing package."""
    recipe = arguments.recipe
    given = [f"--{name}" for name in ROBUST_ALONE if getattr(arguments, name)]
    if given and recipe != ROBUST:
        arguments.refuse(f"{given[0]} only applies to the {ROBUST} recipe")
    if arguments.mnist is None and recipe != PLAIN:
        arguments.refuse(f"the {recipe} recipe needs --mnist")
    if recipe == ROBUST:
        _run_robust(arguments)
    else:
        _run_in_numpy(arguments)
    return 0


def _run_in_numpy(arguments: argparse.Namespace) -> None:
    from lenet_gui.runs import learning

    learning.run(
        learning.Request(
            recipe=arguments.recipe,
            out=arguments.out,
            mnist=arguments.mnist,
            measure=tuple(arguments.measure),
            epochs=arguments.epochs,
            seed=arguments.seed,
            resume=arguments.resume,
        )
    )


def _run_robust(arguments: argparse.Namespace) -> None:
    try:
        from lenet_gui.training import recipes
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] == "lenet_gui":
            raise
        raise MissingExtraError(
            f"The {ROBUST} recipe needs {error.name}: install it with"
            f' pip install "lenet-gui[train]", or choose --recipe {PLAIN}, which runs without.'
        ) from error
    recipes.run(
        recipes.Request(
            mnist=arguments.mnist,
            strokes=tuple(arguments.strokes),
            more=tuple(arguments.more),
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
