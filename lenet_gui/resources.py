"""Locate the files that come with the program: `assets/` and `weights/`."""

from pathlib import Path

from lenet_gui.errors import LenetGuiError

_PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """Return a file's path, for example of `resource("weights", "lenet5.safetensors")`.

    An installed package or a bundle has the folders inside the package, a checkout beside it.
    Raises LenetGuiError if the file is missing.
    """
    for base in (_PACKAGE, _PACKAGE.parent):
        path = base.joinpath(*parts)
        if path.exists():
            return path
    raise LenetGuiError(
        "The program's file {0} is missing. Please reinstall the program.", "/".join(parts)
    )


def default_weights() -> Path:
    """Return the path of the program's own weights."""
    return resource("weights", "lenet5.safetensors")


def tutorial_weights() -> Path:
    """Return the path of the weights that the tutorial's recipe gave."""
    return resource("weights", "reference.safetensors")


def starter_set() -> Path:
    """Return the path of the digits that the network can learn from without any download."""
    return resource("assets", "starter")
