"""Weights files: saved weights round-trip, and every other file is refused."""

import json
import pickle
import struct

import numpy as np
import pytest
from safetensors.numpy import save, save_file

from lenet_gui.core.network.architecture import parameter_shapes
from lenet_gui.core.network.weights import (
    HEADER_LIMIT,
    SIZE_LIMIT,
    Weights,
    load_weights,
    save_weights,
)
from lenet_gui.errors import WeightsError
from tests.conftest import make_weights


@pytest.fixture
def path(tmp_path):
    return tmp_path / "lenet5.safetensors"


@pytest.fixture
def file_bytes(random_arrays, path):
    save_file(random_arrays, path)
    return path.read_bytes()


def made_up(dtype, item_size, **entries):
    """Return a file with the right names and shapes, of any dtype; `entries` falsify it."""
    header, end = {}, 0
    for name, shape in parameter_shapes().items():
        start, end = end, end + int(np.prod(shape)) * item_size
        header[name] = {"dtype": dtype, "shape": shape, "data_offsets": [start, end]}
    text = json.dumps({**header, **entries}).encode()
    return struct.pack("<Q", len(text)) + text + bytes(end)


def test_saved_weights_round_trip_with_their_metadata(random_arrays, path):
    metadata = {"training data": "none", "date": "2026-01-01", "note": "é, 数"}
    save_weights(Weights.checked(random_arrays, metadata, "Here"), path)
    loaded = load_weights(path)

    assert loaded.metadata == metadata
    assert loaded.arrays.keys() == random_arrays.keys()
    for name, array in random_arrays.items():
        assert np.array_equal(loaded.arrays[name], array)
        assert loaded.arrays[name].dtype == np.float32


def test_weights_are_a_read_only_copy(random_arrays):
    weights = Weights.checked(random_arrays, {}, "Here")
    random_arrays["conv1.bias"][:] = 9
    assert not (weights.arrays["conv1.bias"] == 9).any()
    with pytest.raises(ValueError, match="read-only"):
        weights.arrays["conv1.bias"][0] = 1


@pytest.mark.parametrize(("dtype", "item_size"), [("F16", 2), ("F64", 8)])
def test_other_floats_are_read_as_float32(path, dtype, item_size):
    path.write_bytes(made_up(dtype, item_size))
    assert {a.dtype for a in load_weights(path).arrays.values()} == {np.dtype(np.float32)}


@pytest.mark.parametrize(
    ("dtype", "item_size"), [("I64", 8), ("U8", 1), ("BOOL", 1), ("C64", 8), ("BF16", 2), ("?", 4)]
)
def test_other_dtypes_are_refused(path, dtype, item_size):
    path.write_bytes(made_up(dtype, item_size))
    with pytest.raises(WeightsError):
        load_weights(path)


@pytest.mark.parametrize("share", [0, 1e-5, 3e-5, 0.001, 0.5, 0.99999])
def test_a_truncated_file_is_refused(path, file_bytes, share):
    path.write_bytes(file_bytes[: int(len(file_bytes) * share)])
    with pytest.raises(WeightsError, match="damaged"):
        load_weights(path)


@pytest.mark.parametrize("length", [0, 1, 2**31, 2**63, 2**64 - 1])
def test_a_wrong_header_length_is_refused(path, file_bytes, length):
    path.write_bytes(struct.pack("<Q", length) + file_bytes[8:])
    with pytest.raises(WeightsError, match="damaged"):
        load_weights(path)


@pytest.mark.parametrize(
    "entry",
    [
        {"dtype": "F32", "shape": [6], "data_offsets": [0, 24]},  # overlaps another array
        {"dtype": "F32", "shape": [6], "data_offsets": [-24, 0]},
        {"dtype": "F32", "shape": [6], "data_offsets": [600, 2**40]},
        {"dtype": "F32", "shape": [2**40, 2**40], "data_offsets": [600, 624]},
        {"dtype": "F32", "shape": "six", "data_offsets": [600, 624]},
    ],
)
def test_a_wrong_header_entry_is_refused(path, entry):
    path.write_bytes(made_up("F32", 4, **{"conv1.bias": entry}))
    with pytest.raises(WeightsError, match="damaged"):
        load_weights(path)


def test_other_kinds_of_file_are_refused(path, random_arrays):
    for content in (b"hello", pickle.dumps(random_arrays), b"\x89PNG\r\n\x1a\n" + bytes(500)):
        path.write_bytes(content)
        with pytest.raises(WeightsError, match="not a safetensors file"):
            load_weights(path)


def test_missing_files_and_folders_are_refused(tmp_path):
    with pytest.raises(WeightsError, match="No such file"):
        load_weights(tmp_path / "none.safetensors")
    with pytest.raises(WeightsError, match="is not a file"):
        load_weights(tmp_path)


def test_an_enormous_file_is_refused_without_reading_it(path):
    with path.open("wb") as file:
        file.truncate(SIZE_LIMIT + 1)
    with pytest.raises(WeightsError, match="too large"):
        load_weights(path)


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf, 1e30])
def test_non_finite_or_huge_values_are_refused(random_arrays, path, value):
    random_arrays["fc1.weight"][3, 4] = value
    save_file(random_arrays, path)
    with pytest.raises(WeightsError, match=r"damaged: fc1\.weight"):
        load_weights(path)


def test_a_double_that_float32_cannot_hold_is_refused(random_arrays):
    arrays = {name: array.astype(np.float64) for name, array in random_arrays.items()}
    arrays["fc2.bias"][0] = 1e300
    with pytest.raises(WeightsError, match=r"damaged: fc2\.bias"):
        Weights.checked(arrays, {}, "Here")


def test_missing_surplus_and_misshapen_arrays_are_named(random_arrays):
    bias = random_arrays.pop("conv3.bias")
    with pytest.raises(WeightsError, match=r"it has no conv3\.bias"):
        Weights.checked(random_arrays, {}, "Here")

    with pytest.raises(WeightsError, match=r"it also has conv9\.bias"):
        Weights.checked({**random_arrays, "conv3.bias": bias, "conv9.bias": bias}, {}, "Here")

    random_arrays["conv3.bias"] = bias[:, None]
    with pytest.raises(WeightsError, match=r"conv3\.bias has shape \(120, 1\), not \(120,\)"):
        Weights.checked(random_arrays, {}, "Here")


def test_saving_leaves_only_the_file(random_arrays, path):
    weights = Weights.checked(random_arrays, {}, "Here")
    save_weights(weights, path)
    save_weights(weights, path)
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]

    taken = path.parent / "taken"
    taken.mkdir()
    (taken / "full").touch()
    with pytest.raises(OSError, match="taken"):
        save_weights(weights, taken)
    assert sorted(entry.name for entry in path.parent.iterdir()) == [path.name, "taken"]


def test_the_same_weights_make_the_same_file(tmp_path):
    metadata = {key: key for key in "zyxwvutsrq"}
    weights = Weights(make_weights().arrays, metadata)
    first, second = tmp_path / "first", tmp_path / "second"
    save_weights(weights, first)
    save_weights(weights, second)
    assert first.read_bytes() == second.read_bytes()
    again = load_weights(first)
    assert again.metadata == metadata
    for name, array in weights.arrays.items():
        assert np.array_equal(again.arrays[name], array)


def test_an_overlong_header_is_not_read(tmp_path):
    path = tmp_path / "long.safetensors"
    text = json.dumps(
        {str(n): {"dtype": "F32", "shape": [0], "data_offsets": [0, 0]} for n in range(20_000)}
    )
    path.write_bytes(len(text).to_bytes(8, "little") + text.encode())
    assert len(text) > HEADER_LIMIT
    with pytest.raises(WeightsError, match="damaged or not a safetensors file"):
        load_weights(path)


def test_a_refusal_shortens_names_from_the_file(tmp_path):
    path = tmp_path / "many.safetensors"
    path.write_bytes(save({"x" * 5000: np.zeros(1, np.float32), **make_weights().arrays}))
    with pytest.raises(WeightsError) as refused:
        load_weights(path)
    assert "it also has xxx" in str(refused.value)
    assert len(str(refused.value)) < 400


def test_a_signalling_nan_is_refused_without_a_warning(path):
    arrays = {name: array.astype(np.float64) for name, array in make_weights().arrays.items()}
    arrays["fc2.bias"].view(np.uint64)[0] = 0x7FF0_0000_0000_0001
    save_file(arrays, path)
    with pytest.raises(WeightsError, match="values that no network can have"):
        load_weights(path)
