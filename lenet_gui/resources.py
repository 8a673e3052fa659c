"""Where the files that ship with the program are: `assets/` and `weights/`."""

from pathlib import Path

from lenet_gui.errors import LenetGuiError

_PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """Return the path of a shipped file, for example `resource("weights", "lenet5.safetensors")`.

    An installed package or a bundle holds the folders inside the package; a checkout holds them
    beside it. Raises LenetGuiError where the file is in neither.
    """
    for base in (_PACKAGE, _PACKAGE.parent):
        path = base.joinpath(*parts)
        if path.exists():
            return path
    raise LenetGuiError(
        "The program's own file {0} is missing; please install the program again.", "/".join(parts)
    )


def default_weights() -> Path:
    """Return the path of the weights that ship with the program."""
    return resource("weights", "lenet5.safetensors")
