"""The starter set: small, even, and nothing but MNIST's training digits."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from lenet_gui.core.datasets.idx import read_mnist
from lenet_gui.core.learning.digits import Digits
from lenet_gui.core.learning.starter import PARTS, read_starter
from lenet_gui.errors import DatasetError
from lenet_gui.resources import starter_set

ROOT = Path(__file__).resolve().parents[3]
SIZE_LIMIT = 1_000_000


@pytest.fixture(scope="module")
def parts() -> tuple[Digits, Digits]:
    return read_starter(starter_set())


def images_of(digits: Digits) -> set[bytes]:
    return {image.tobytes() for image in digits.images}


def test_it_has_as_many_of_each_digit_to_learn_from_and_others_to_validate_with(
    parts: tuple[Digits, Digits],
) -> None:
    for digits, of_each in zip(parts, (400, 100), strict=True):
        assert digits.images.shape == (10 * of_each, 28, 28)
        assert digits.images.dtype == digits.labels.dtype == np.uint8
        assert np.bincount(digits.labels).tolist() == [of_each] * 10
    training, validation = map(images_of, parts)
    assert (len(training), len(validation)) == (4000, 1000)
    assert not training & validation


def test_it_stays_small() -> None:
    assert sum(path.stat().st_size for path in starter_set().iterdir()) <= SIZE_LIMIT


def test_it_is_what_its_script_chooses_from_mnists_training_images(
    data_folder: Path, parts: tuple[Digits, Digits], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    import starter_set as script

    images, labels = read_mnist(data_folder / "mnist", "train")
    chosen = script.chosen(labels)
    assert tuple(chosen) == PARTS
    for digits, places in zip(parts, chosen.values(), strict=True):
        assert places.max() < 55_000
        assert np.array_equal(digits.images, images[places])
        assert np.array_equal(digits.labels, labels[places])
    test = Digits(*read_mnist(data_folder / "mnist", "test"))
    assert not images_of(test) & (images_of(parts[0]) | images_of(parts[1]))


def test_a_damaged_or_missing_file_is_reported(tmp_path: Path) -> None:
    folder = tmp_path / "starter"
    shutil.copytree(starter_set(), folder)
    damaged = folder / "validation-images-idx3-ubyte.gz"
    damaged.write_bytes(damaged.read_bytes()[:-100])
    with pytest.raises(DatasetError, match="validation-images-idx3-ubyte"):
        read_starter(folder)
    damaged.unlink()
    with pytest.raises(DatasetError, match="can't be read"):
        read_starter(folder)
