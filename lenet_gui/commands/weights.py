"""`lenet-gui weights import`: convert weights of other programs."""

import argparse

from lenet_gui.commands import options
from lenet_gui.commands.terminal import printable


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's actions."""
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    description = "Convert a PyTorch state dict or a Keras file to a file for --weights."
    action = actions.add_parser(
        "import",
        help="convert weights from PyTorch or Keras",
        description=description,
        epilog=options.examples("lenet-gui weights import lenet5.keras --out lenet5.safetensors"),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    action.add_argument(
        "file",
        type=options.path,
        metavar="FILE",
        help="a PyTorch state dict (.pt, .pth), a Keras file (.keras, .weights.h5) or safetensors",
    )
    action.add_argument(
        "--out",
        type=options.output_path,
        required=True,
        metavar="FILE",
        help="the safetensors file to write",
    )


def run(arguments: argparse.Namespace) -> int:
    """Import. Raises WeightsError or MissingExtraError if the file can't be opened."""
    from lenet_gui.core.network.architecture import PARAMETERS
    from lenet_gui.core.network.weights import save_weights
    from lenet_gui.foreign_weights import read_foreign_weights

    weights = read_foreign_weights(arguments.file)
    save_weights(weights, arguments.out)
    kind = weights.metadata.get("imported_from", "safetensors")
    print(printable(f"{arguments.out}: {PARAMETERS:,} parameters of {arguments.file} ({kind})"))
    return 0
