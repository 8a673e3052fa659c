"""Weights files (safetensors), read into checked arrays and written."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open
from safetensors.numpy import save

from lenet_gui.core.files.limits import shortened
from lenet_gui.core.files.whole_file import write_whole_file
from lenet_gui.core.network.architecture import parameter_shapes
from lenet_gui.errors import WeightsError

SIZE_LIMIT = 16 * 2**20
"""Bytes above which a file is refused unread; the network's own weights take 0.25 MB."""
HEADER_LIMIT = 2**20
"""Limit of a safetensors header, in bytes; its reader would accept a hundred million."""

LENGTH_BYTES = 8
LARGEST = 1e6
"""Magnitude above which a weight counts as damaged: no training gives it, and sums may overflow."""


@dataclass(frozen=True)
class Weights:
    """The network's trained numbers and the metadata of their file.

    `arrays` holds float32 arrays with the names and shapes of `architecture.parameter_shapes`.
    `metadata` is free text by key: training data, recipe, seed, measured accuracy, date.
    `origin` names their source in messages.
    """

    arrays: Mapping[str, NDArray[np.float32]]
    metadata: Mapping[str, str]
    origin: str = "The weights"

    @classmethod
    def checked(
        cls, arrays: Mapping[str, NDArray[np.generic]], metadata: Mapping[str, str], origin: str
    ) -> "Weights":
        """Check names, shapes and numbers against the layer table.

        Raises WeightsError if something doesn't fit.
        """
        shapes = parameter_shapes()
        if missing := sorted(set(shapes) - set(arrays)):
            raise WeightsError("{0} is not a LeNet-5: it has no {1}.", origin, ", ".join(missing))
        if surplus := sorted(set(arrays) - set(shapes)):
            raise WeightsError(
                "{0} is not a LeNet-5: it also has {1}.", origin, shortened(", ".join(surplus))
            )
        checked: dict[str, NDArray[np.float32]] = {}
        for name, shape in shapes.items():
            array = arrays[name]
            if array.shape != shape:
                raise WeightsError(
                    "{0} does not fit: {1} has shape {2}, not {3}.",
                    origin,
                    name,
                    array.shape,
                    shape,
                )
            if not np.issubdtype(array.dtype, np.floating):
                raise WeightsError(
                    "{0} does not fit: {1} holds {2}, not floats.", origin, name, array.dtype
                )
            # A copy: no other view can change it after the check.
            with np.errstate(over="ignore", invalid="ignore"):  # too large ones become infinite
                checked[name] = np.array(array, np.float32, order="C")
            if not (np.abs(checked[name]) <= LARGEST).all():  # False for NaN as well
                raise WeightsError(
                    "{0} is damaged: {1} contains values that no network can have.", origin, name
                )
            checked[name].setflags(write=False)
        return cls(checked, dict(metadata), origin)


def load_weights(path: Path) -> Weights:
    """Read a safetensors file. Raises WeightsError if it is missing, damaged or does not fit."""
    origin = f"The weights file {path}"
    try:
        require_file(path, origin)
        _require_modest_header(path, origin)
        with safe_open(path, framework="numpy") as file:
            arrays = {name: file.get_tensor(name) for name in file.keys()}  # noqa: SIM118
            metadata = file.metadata() or {}
    except OSError as error:
        raise WeightsError("{0} can't be read: {1}.", origin, error.strerror or error) from error
    except (SafetensorError, TypeError, ValueError, AttributeError) as error:
        raise WeightsError("{0} is damaged or not a safetensors file.", origin) from error
    return Weights.checked(arrays, metadata, origin)


def _require_modest_header(path: Path, origin: str) -> None:
    with path.open("rb") as file:
        length = int.from_bytes(file.read(LENGTH_BYTES), "little")
    if length > HEADER_LIMIT:
        raise WeightsError("{0} is damaged or not a safetensors file.", origin)


def require_file(path: Path, origin: str) -> None:
    """Raise WeightsError if `path` is not a file or too large, OSError if it is missing."""
    size = path.stat().st_size
    if not path.is_file():  # a folder, or a pipe that would never answer
        raise WeightsError("{0} is not a file.", origin)
    if size > SIZE_LIMIT:
        raise WeightsError("{0} is too large to be a LeNet-5: {1} bytes.", origin, f"{size:,}")


def save_weights(weights: Weights, path: Path) -> None:
    """Write `weights` to `path`, whole or not at all. Raises OSError if writing fails."""
    data = save(dict(weights.arrays), dict(weights.metadata))
    write_whole_file(path, _with_sorted_header(data))


def _with_sorted_header(data: bytes) -> bytes:
    """Sort the header's entries: the library writes metadata in random order.

    A safetensors file is the header's length (8 bytes, little-endian), the header in JSON, padded
    with spaces to a multiple of 8, and the arrays, whose offsets count from the header's end.
    """
    end = LENGTH_BYTES + int.from_bytes(data[:LENGTH_BYTES], "little")
    header = json.dumps(
        json.loads(data[LENGTH_BYTES:end]), sort_keys=True, separators=(",", ":")
    ).encode()
    header += b" " * (-len(header) % LENGTH_BYTES)
    return len(header).to_bytes(LENGTH_BYTES, "little") + header + data[end:]
