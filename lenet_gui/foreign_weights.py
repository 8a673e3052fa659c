"""Weights from other programs: PyTorch state dicts and Keras files, recognised by their content.

The network must match the layer table; in a state dict its layers are conv1, conv2, conv3, fc1 and
fc2. Nothing in a file is executed: PyTorch's unpickler is restricted to tensors, and Keras files
are read as data. PyTorch and h5py come with the extra `train` and are imported when needed.
"""

import warnings
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from lenet_gui import __version__, keras_weights, pickle_check
from lenet_gui.core.network.architecture import PARAMETERS
from lenet_gui.core.network.weights import SIZE_LIMIT, Weights, load_weights, require_file
from lenet_gui.errors import MissingExtraError, WeightsError

if TYPE_CHECKING:
    from torch import Tensor

Arrays = dict[str, NDArray[np.generic]]

ZIP = b"PK\x03\x04"
HDF5 = b"\x89HDF\r\n\x1a\n"
PICKLE = b"\x80"
"""Older PyTorch wrote several pickles in sequence instead of an archive, and it still can."""

MOST_ENTRIES = 1000
"""Limit of files in an archive; PyTorch writes one per tensor of a checkpoint."""

WRAPPERS = ("state_dict", "model_state_dict")
"""Keys of the state dict in checkpoints."""
PREFIXES = ("module.", "_orig_mod.")
"""Prefixes that PyTorch adds to all names for several devices and for compiling."""


def read_foreign_weights(path: Path) -> Weights:
    """Read weights from a safetensors, PyTorch or Keras file.

    The metadata describe the origin: `name` (of the file), `imported_from`, `date`, `versions`; a
    safetensors file keeps its own. Raises WeightsError if the file is missing, damaged or does not
    fit, MissingExtraError if it needs a package that is not installed.
    """
    origin = f"The weights file {path}"
    name = path.name.encode(errors="replace").decode()  # a name may contain undecodable bytes
    try:
        require_file(path, origin)
        data = path.read_bytes()
    except OSError as error:
        raise WeightsError("{0} can't be read: {1}.", origin, error.strerror or error) from error
    if _is_safetensors(data):
        weights = load_weights(path)
        return replace(weights, metadata={"name": name, **weights.metadata})
    try:
        kind, arrays = _arrays(data, origin)
    except ModuleNotFoundError as error:
        raise MissingExtraError(
            '{0} needs {1} to be opened: install it with pip install "lenet-gui[train]".',
            origin,
            error.name,
        ) from error
    metadata = {
        "name": name,
        "imported_from": kind,
        "date": date.today().isoformat(),
        "versions": f"lenet-gui {__version__}",
    }
    return Weights.checked(arrays, metadata, origin)


def _is_safetensors(data: bytes) -> bool:
    """Recognise safetensors: eight bytes with a small number, the length, and then JSON."""
    return data[4:9] == b"\0\0\0\0{"


def _arrays(data: bytes, origin: str) -> tuple[str, Arrays]:
    """Return the kind of file and its arrays, with the layer table's names and axes."""
    if data.startswith(ZIP):
        return _from_zip(data, origin)
    if data.startswith(HDF5):
        return "Keras weights", keras_weights.read_hdf5(data, origin)
    if data.startswith(PICKLE):
        return "PyTorch state dict", _from_pytorch(data, origin)
    raise WeightsError(
        "{0} is not a supported weights file: safetensors, a PyTorch state dict or Keras weights.",
        origin,
    )


def _from_zip(data: bytes, origin: str) -> tuple[str, Arrays]:
    """Read a PyTorch or a Keras archive; return its kind and its arrays."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if len(archive.infolist()) > MOST_ENTRIES:
                raise WeightsError(
                    "{0} is too large to be a LeNet-5: too many files in it.", origin
                )
            entries = {entry.filename: entry for entry in archive.infolist()}
            if sum(entry.file_size for entry in archive.infolist()) > SIZE_LIMIT:
                raise WeightsError("{0} is too large to be a LeNet-5 when unpacked.", origin)
            if is_keras := keras_weights.WEIGHTS in entries:
                config = _unpacked(archive, entries[keras_weights.CONFIG])
                weights = _unpacked(archive, entries[keras_weights.WEIGHTS])
            else:
                state = _repacked(archive, entries.values())
    except WeightsError:
        raise
    except Exception as error:  # damaged archives raise many kinds of exceptions
        raise WeightsError("{0} is a damaged archive.", origin) from error
    if not is_keras:
        return "PyTorch state dict", _from_pytorch(state, origin)
    keras_weights.require_lenet5(config, origin)
    return "Keras archive", keras_weights.read_hdf5(weights, origin)


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Return an entry's bytes, at most its declared size; refuse methods that ignore it."""
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise zipfile.BadZipFile("packed in an unusual way")
    with archive.open(entry) as file:
        return file.read(entry.file_size)


def _repacked(archive: zipfile.ZipFile, entries: Iterable[zipfile.ZipInfo]) -> bytes:
    """Return the archive repacked, after checking its pickles.

    Two readers may see different things in an odd archive; so PyTorch reads what was checked.
    """
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as clean:
        for entry in entries:
            content = _unpacked(archive, entry)
            if entry.filename.lower().endswith(".pkl"):
                pickle_check.require_modest(content)
            clean.writestr(zipfile.ZipInfo(entry.filename), content)
    return file.getvalue()


def _from_pytorch(data: bytes, origin: str) -> Arrays:
    """Read a state dict, bare or in a checkpoint."""
    import torch

    try:
        if not data.startswith(ZIP):
            pickle_check.require_modest_legacy(data)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about the pickle's age
            loaded = torch.load(BytesIO(data), map_location="cpu", weights_only=True)
    except Exception as error:  # damaged pickles raise any kind of exception
        raise WeightsError(
            "{0} is damaged or contains more than weights: in PyTorch, save model.state_dict().",
            origin,
        ) from error
    state = _state_dict(loaded)
    if not state or not all(torch.is_tensor(tensor) for tensor in state.values()):
        raise WeightsError(
            "{0} contains no state dict: in PyTorch, save model.state_dict().", origin
        )
    if any(tensor.numel() > PARAMETERS for tensor in state.values()):
        raise WeightsError("{0} is too large to be a LeNet-5.", origin)
    try:
        return {name: _array(tensor) for name, tensor in state.items()}
    except (RuntimeError, TypeError) as error:  # sparse, quantised or without data
        raise WeightsError(
            "{0} does not fit: its tensors are not plain numbers.", origin
        ) from error


def _state_dict(loaded: Any) -> "dict[str, Tensor]":
    """Unwrap a checkpoint; return its state dict without prefixes that all names share."""
    for wrapper in WRAPPERS:
        if isinstance(loaded, Mapping) and wrapper in loaded:
            loaded = loaded[wrapper]
    if not isinstance(loaded, Mapping):
        return {}
    state = {str(name): tensor for name, tensor in loaded.items()}
    for prefix in PREFIXES:
        if all(name.startswith(prefix) for name in state):
            state = {name.removeprefix(prefix): tensor for name, tensor in state.items()}
    return state


def _array(tensor: "Tensor") -> NDArray[np.generic]:
    """Return a tensor as an array; bfloat16, which NumPy lacks, becomes float32 exactly."""
    import torch

    plain = tensor.detach()
    array: NDArray[np.generic] = (plain.float() if plain.dtype == torch.bfloat16 else plain).numpy()
    return array
