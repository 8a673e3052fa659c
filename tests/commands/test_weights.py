"""`lenet-gui weights import`, from the command line to a usable weights file."""

import json

import numpy as np
import pytest

from lenet_gui.core.network.weights import load_weights


@pytest.fixture
def state_dict(tmp_path, random_weights):
    torch = pytest.importorskip("torch")
    path = tmp_path / "lenet5.pt"
    torch.save({name: torch.tensor(array) for name, array in random_weights.arrays.items()}, path)
    return path


def test_imported_weights_equal_the_files(run, tmp_path, state_dict, random_weights, seven):
    out = tmp_path / "mine.safetensors"
    code, printed, error = run("weights", "import", state_dict, "--out", out)
    assert (code, error) == (0, "")
    assert printed == f"{out}: 61,706 parameters of {state_dict} (PyTorch state dict)\n"
    weights = load_weights(out)
    assert weights.metadata["name"] == "lenet5.pt"
    for name, array in random_weights.arrays.items():
        np.testing.assert_array_equal(weights.arrays[name], array)
    code, printed, error = run("classify", seven, "--json", "--weights", out)
    assert (code, error) == (0, "")
    assert len(json.loads(printed)["probabilities"]) == 10


def test_control_characters_in_a_name_are_escaped(run, tmp_path, weights_file):
    code, printed, _ = run("weights", "import", weights_file, "--out", tmp_path / "a\x1b")
    assert (code, printed.count("\n")) == (0, 1)
    assert printed.startswith(rf"{tmp_path}/a\x1b: 61,706 parameters")


def test_safetensors_are_copied(run, tmp_path, weights_file):
    out = tmp_path / "again.safetensors"
    assert run("weights", "import", weights_file, "--out", out)[0] == 0
    assert load_weights(out).metadata == {"name": weights_file.name, "recipe": "random numbers"}


def test_a_bad_file_gets_one_sentence_and_nothing_is_written(run, tmp_path, seven):
    out = tmp_path / "mine.safetensors"
    code, printed, error = run("weights", "import", seven, "--out", out)
    assert (code, printed) == (1, "")
    assert error.startswith(f"lenet-gui: The weights file {seven} is not a supported")
    assert error.count("\n") == 1
    assert list(tmp_path.iterdir()) == [seven]


def test_a_failed_import_keeps_the_existing_file(run, tmp_path, weights_file, seven):
    out = tmp_path / "mine.safetensors"
    out.write_bytes(weights_file.read_bytes())
    assert run("weights", "import", seven, "--out", out)[0] == 1
    assert out.read_bytes() == weights_file.read_bytes()


def test_a_missing_folder_is_reported(run, tmp_path, weights_file):
    out = tmp_path / "nowhere" / "mine.safetensors"
    code, printed, error = run("weights", "import", weights_file, "--out", out)
    assert (code, printed) == (1, "")
    assert str(out) in error
    assert "Traceback" not in error


@pytest.mark.parametrize("arguments", [[], ["import"], ["import", "a.pt"], ["export", "a", "b"]])
def test_wrong_usage_exits_with_2(run, arguments):
    code, printed, error = run("weights", *arguments)
    assert (code, printed) == (2, "")
    assert error.startswith("usage: lenet-gui weights")
