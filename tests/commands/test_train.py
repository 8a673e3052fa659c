"""`lenet-gui train`: its options, and which of its recipes run without PyTorch."""

import argparse
import subprocess
import sys
from pathlib import Path

import pytest

from lenet_gui.commands import train
from lenet_gui.core.network.weights import load_weights

WITHOUT_THE_EXTRA = """
import sys
for name in ("torch", "tqdm", "h5py"):
    sys.modules[name] = None
from lenet_gui.cli import main
sys.exit(main(sys.argv[1:]))
"""


def without_the_extra(*words: object) -> subprocess.CompletedProcess[str]:
    """Run the command line where the extra's packages are missing."""
    command = [sys.executable, "-c", WITHOUT_THE_EXTRA, *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def test_the_plain_recipe_learns_from_the_starter_set_without_any_extra(tmp_path: Path) -> None:
    done = without_the_extra("train", "--recipe", "plain", "--epochs", 1, "--out", tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("epoch 1/1  loss ")
    weights = load_weights(tmp_path / "lenet5.safetensors")
    assert "starter set, 4,000 of MNIST's" in weights.metadata["training_data"]
    assert float(weights.metadata["accuracy on validation digits"]) > 0.5  # chance level is 0.1
    assert (tmp_path / "curves.svg").exists()


def test_the_robust_recipe_says_what_it_needs_and_which_one_does_without(tmp_path: Path) -> None:
    done = without_the_extra("train", "--mnist", "m", "--out", tmp_path)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("lenet-gui: The robust recipe needs ")
    assert 'pip install "lenet-gui[train]"' in done.stderr
    assert "--recipe plain" in done.stderr


def parsed(*words: object) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    train.add_arguments(parser)
    return parser.parse_args([str(word) for word in words])


@pytest.mark.parametrize("recipe", ["plain", "reference"])
@pytest.mark.parametrize("option", ["--strokes", "--more", "--samples", "--teachers", "--workers"])
def test_options_of_the_robust_recipe_are_wrong_usage_for_the_others(
    recipe: str, option: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["--recipe", recipe, "--mnist", "m", "--out", tmp_path / "run", option, "1"]
    with pytest.raises(SystemExit) as stopped:
        train.run(parsed(*words))
    assert stopped.value.code == 2
    assert f"{option} only applies to the robust recipe" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("recipe", ["robust", "reference"])
def test_mnist_is_required_except_for_the_plain_recipe(
    recipe: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        train.run(parsed("--recipe", recipe, "--out", tmp_path))
    assert stopped.value.code == 2
    assert f"the {recipe} recipe needs --mnist" in capsys.readouterr().err


def test_no_epochs_is_wrong_usage() -> None:
    with pytest.raises(SystemExit) as stopped:
        parsed("--mnist", "m", "--out", "o", "--epochs", "0")
    assert stopped.value.code == 2


def test_describing_the_command_loads_neither_pytorch_nor_numpy() -> None:
    program = (
        "import argparse, sys\n"
        "from lenet_gui.commands import train\n"
        "train.add_arguments(argparse.ArgumentParser())\n"
        "print({'torch', 'numpy'} & set(sys.modules))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"
