"""The arrays of Keras files: archives (`.keras`) and weights (`.weights.h5`, older `.h5`).

A layer is recognised by its kernel's shape, which is unique in the table. Names and their order
don't matter; they depend on how a model was written. Arrays and configuration are read as data:
Keras itself is not needed, and nothing in a file is executed. h5py comes with the extra `train` and
is imported when a file needs it.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from io import BytesIO
from itertools import zip_longest
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.files.limits import shortened
from lenet_gui.core.network.architecture import LAYERS, PARAMETERS, TRAINED_LAYERS, Layer
from lenet_gui.errors import WeightsError

Arrays = dict[str, NDArray[np.generic]]

CONFIG, WEIGHTS = "config.json", "model.weights.h5"
"""Files in an archive: the model's layers as JSON, and its arrays."""
ROLES = {"0": "weight", "1": "bias", "kernel": "weight", "bias": "bias"}
"""A layer's variables: numbered by Keras 3, named in the older `.h5`."""
ASIDE = {"optimizer", "optimizer_weights", "seed_generator"}
"""Groups with the state of training, not of the network."""
MOST, DEEPEST = 2_000, 20
"""Limits of a file's groups and datasets, and of their nesting; Keras needs some 50."""
CONFIG_LIMIT = 2**20
"""Limit of a configuration, in bytes; LeNet-5's has some thousand."""
SILENT = {"InputLayer", "Flatten", "Dropout"}
"""Layers that don't change the values when a digit is read."""


def read_hdf5(data: bytes, origin: str) -> Arrays:
    """Read a Keras weights file; return its arrays, with the layer table's names and axes.

    `origin` names the file in messages. Raises WeightsError if the file is damaged or lacks a
    layer's kernel, ModuleNotFoundError if h5py is not installed.
    """
    import h5py  # type: ignore[import-untyped]

    try:
        with h5py.File(BytesIO(data), "r") as file:
            return _by_layer(_variables(file), origin)
    except WeightsError:
        raise
    except Exception as error:  # the HDF5 library raises any kind of exception
        raise WeightsError("{0} is a damaged HDF5 file.", origin) from error


def _variables(file: Any) -> dict[str, dict[str, Any]]:
    """Return the HDF5 datasets by their group's path and their role."""
    groups: dict[str, dict[str, Any]] = defaultdict(dict)
    seen = 0

    def note(path: str, item: Any) -> None:  # not called for links, which may lead out of the file
        nonlocal seen
        seen += 1
        if seen > MOST or path.count("/") > DEEPEST:
            raise ValueError("more groups than a LeNet-5 has")
        group, _, name = path.rpartition("/")
        if hasattr(item, "shape") and ASIDE.isdisjoint(group.split("/")):
            name = name.partition(":")[0]  # kernel:0 in Keras 2
            groups[group][ROLES.get(name, name)] = item

    file.visititems(note)
    return groups


def _by_layer(groups: dict[str, dict[str, Any]], origin: str) -> Arrays:
    """Find each layer's variables by its kernel's shape; return them with the table's axes."""
    arrays: Arrays = {}
    for layer in TRAINED_LAYERS:
        shapes = _kernel_shapes(layer)
        fitting = [
            path
            for path, variables in groups.items()
            if "weight" in variables and variables["weight"].shape in shapes
        ]
        if len(fitting) != 1:
            wanted = " or ".join("×".join(map(str, shape)) for shape in shapes)
            found = "more than one layer" if fitting else "no layer"
            raise WeightsError(
                "{0} does not fit: {1} has a kernel of {2} as {3} has.",
                origin,
                found,
                wanted,
                layer.name,
            )
        for role, dataset in groups.pop(fitting[0]).items():
            arrays[f"{layer.parameter}.{role}"] = _numbers(dataset, origin)
        name = f"{layer.parameter}.weight"
        arrays[name] = _laid_out(arrays[name], layer)
    if groups:
        raise WeightsError("{0} is not a LeNet-5: it also has {1}.", origin, shortened(min(groups)))
    return arrays


def _kernel_shapes(layer: Layer) -> tuple[tuple[int, ...], ...]:
    """Return the possible shapes of the layer's kernel in Keras.

    A convolution's is (rows, columns, maps in, maps out). If it covers its whole source, it may
    also be a dense layer over the source, flattened in the order rows, columns, maps.
    """
    if layer.kind == "linear":
        return (layer.weight_shape[::-1],)
    maps, source, rows, columns = layer.weight_shape
    kernel = (rows, columns, source, maps)
    if (rows, columns) == layer.source[1:]:
        return (kernel, (rows * columns * source, maps))
    return (kernel,)


def _laid_out(kernel: NDArray[np.generic], layer: Layer) -> NDArray[np.generic]:
    """Reorder Keras's axes, (…, in, out), to the table's, (out, in, …)."""
    if layer.kind == "linear":
        return kernel.T
    return kernel.reshape(_kernel_shapes(layer)[0]).transpose(3, 2, 0, 1)


def _numbers(dataset: Any, origin: str) -> NDArray[np.generic]:
    """Read a dataset, which must be small, contain floats, and lie in the file itself."""
    if dataset.is_virtual or dataset.external:
        raise WeightsError("{0} keeps {1} in another file.", origin, dataset.name)
    if dataset.dtype.kind != "f":
        raise WeightsError("{0} does not fit: {1} holds no floats.", origin, dataset.name)
    # HDF5 unpacks whole chunks, and a chunk can be far larger than its dataset.
    if max(dataset.size or 0, prod(dataset.chunks or ())) > PARAMETERS:
        raise WeightsError("{0} does not fit: {1} is too large.", origin, dataset.name)
    return np.asarray(dataset[()])


def require_lenet5(config: bytes, origin: str) -> None:
    """Raise WeightsError if a model's configuration computes anything but LeNet-5.

    The configuration of a model with its own class doesn't show its layers; it is trusted.
    """
    try:
        if len(config) > CONFIG_LIMIT:
            raise ValueError("too large")
        model = json.loads(config)
        if "layers" not in model["config"]:
            return
        found = list(_steps(model))
    except (AttributeError, KeyError, RecursionError, TypeError, ValueError) as error:
        raise WeightsError("{0} has a damaged {1}.", origin, CONFIG) from error
    expected = [step for layer in LAYERS[1:] for step in _table_steps(layer)]
    if found[-1:] != expected[-1:]:
        expected.pop()  # the model may end in logits
    for is_step, should_be in zip_longest(found, expected, fillvalue="nothing"):
        if is_step != should_be:
            raise WeightsError(
                "{0} is not a LeNet-5: it has {1} where {2} belongs.",
                origin,
                shortened(is_step),
                should_be,
            )


def _steps(layer: Any) -> Iterator[str]:
    """Yield the operations of a layer of a Keras configuration, in words."""
    kind, settings = layer["class_name"], layer["config"]
    if settings.get("data_format") == "channels_first":
        yield "channels_first"  # it flattens in another order
    elif "layers" in settings:
        for inner in settings["layers"]:
            yield from _steps(inner)
    elif kind in ("Conv2D", "Dense"):
        yield "a weighted sum"
    elif kind == "AveragePooling2D":
        yield f"averages of {'×'.join(map(str, settings['pool_size']))}"
    elif kind == "Softmax":
        yield "softmax"
    elif kind not in SILENT and kind != "Activation":
        yield str(kind)
    if settings.get("activation", "linear") != "linear":
        yield str(settings["activation"])


def _table_steps(layer: Layer) -> tuple[str, ...]:
    """Return the operations of a row of the layer table, in the words of `_steps`."""
    if layer.kind == "pooling":
        return (f"averages of {layer.kernel}×{layer.kernel}",)
    return ("a weighted sum", layer.activation)
