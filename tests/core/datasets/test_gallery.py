"""Galleries of data sets: loaded shelf by shelf, read in small batches."""

import gzip
import struct
from pathlib import Path

import numpy as np
import pytest

from lenet_gui.core.datasets import gallery as module
from lenet_gui.core.datasets.gallery import (
    NOTHING,
    REMOVED,
    UNREAD,
    Gallery,
    Shelf,
    idx_partners,
    load,
    readings,
)
from lenet_gui.core.datasets.idx import IMAGES_MAGIC, LABELS_MAGIC
from lenet_gui.core.framing.framing import Framing
from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.errors import DatasetError


def write_pair(folder: Path, count: int, zipped: bool = False) -> tuple[Path, Path]:
    """Write an IDX pair; image n has n mod 10 in every pixel, and as its label."""
    labels = (np.arange(count) % 10).astype(np.uint8)
    images = np.broadcast_to(labels[:, None, None], (count, 28, 28)).astype(np.uint8)
    pack, end = (gzip.compress, ".gz") if zipped else (bytes, "")
    first = folder / f"train-images-idx3-ubyte{end}"
    second = folder / f"train-labels-idx1-ubyte{end}"
    header = struct.pack(">4I", IMAGES_MAGIC, count, 28, 28)
    first.write_bytes(pack(header + images.tobytes()))
    second.write_bytes(pack(struct.pack(">2I", LABELS_MAGIC, count) + labels.tobytes()))
    return first, second


def filled(*labels: int) -> Gallery:
    gallery = Gallery()
    drawing = Drawing().with_stroke([(0, 0), (9, 9)])
    gallery.add(Shelf([drawing] * len(labels), bytes(labels)))
    return gallery


@pytest.mark.parametrize("zipped", [False, True])
@pytest.mark.parametrize("chosen", [0, 1], ids=["images", "labels"])
def test_images_are_loaded_in_shelves_of_bounded_size(
    tmp_path: Path, zipped: bool, chosen: int
) -> None:
    pair = write_pair(tmp_path, 1100, zipped)
    shelves = list(load(pair[chosen]))
    assert [len(shelf.sources) for shelf in shelves] == [512, 512, 76]
    assert {shelf.total for shelf in shelves} == {1100}
    gallery = Gallery()
    for shelf in shelves:
        gallery.add(shelf)
    assert len(gallery) == 1100
    assert gallery.labels[:12] == bytes([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1])
    source = gallery.source(1097)
    assert isinstance(source, Picture)
    np.testing.assert_allclose(source.ink, np.full((28, 28), 7 / 255), rtol=1e-6)


def test_a_folder_is_loaded_as_its_test_split(tmp_path: Path) -> None:
    for file in write_pair(tmp_path, 5):
        file.rename(tmp_path / file.name.replace("train", "t10k"))
    (shelf,) = load(tmp_path)
    assert (len(shelf.sources), list(shelf.labels)) == (5, [0, 1, 2, 3, 4])


def test_images_are_kept_as_bytes(tmp_path: Path) -> None:
    (shelf,) = load(write_pair(tmp_path, 5)[0])
    for kept in shelf.sources:
        assert isinstance(kept, np.ndarray)
        assert kept.dtype == np.uint8
        assert not kept.flags.owndata, "a copy, not a view of its shelf"


def test_a_truncated_file_is_reported_after_its_complete_images(tmp_path: Path) -> None:
    images, _ = write_pair(tmp_path, 600)
    images.write_bytes(images.read_bytes()[: 16 + 784 * 513 + 5])
    shelves = load(images)
    assert len(next(shelves).sources) == 512
    assert len(next(shelves).sources) == 1
    with pytest.raises(DatasetError, match="should hold 470,400 bytes of images but holds 402,197"):
        next(shelves)


def test_surplus_bytes_are_reported(tmp_path: Path) -> None:
    images, _ = write_pair(tmp_path, 3)
    images.write_bytes(images.read_bytes() + b"x")
    with pytest.raises(DatasetError, match="should hold 2,352 bytes of images but holds more"):
        list(load(images))


def test_the_other_file_of_a_pair_is_found_by_its_name(tmp_path: Path) -> None:
    images = tmp_path / "mine-images.idx3-ubyte"
    labels = tmp_path / "mine-labels.idx1-ubyte.gz"
    images.touch()
    labels.touch()
    assert idx_partners(images) == (images, labels)
    assert idx_partners(labels) == (images, labels)
    labels.unlink()
    with pytest.raises(DatasetError, match=r"has no mine-labels.idx1-ubyte and no"):
        idx_partners(images)
    with pytest.raises(DatasetError, match="its name does not tell the other's"):
        idx_partners(tmp_path / "digits")


def test_drawings_are_loaded_in_shelves_of_bounded_size(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text("".join(f'{{"strokes": [[[1, {n}]]], "label": {n % 10}}}\n' for n in range(50)))
    shelves = list(load(path))
    assert [len(shelf.sources) for shelf in shelves] == [16, 16, 16, 2]
    assert [shelf.labels[0] for shelf in shelves] == [0, 6, 2, 8]
    last = shelves[3].sources[1]
    assert isinstance(last, Drawing)
    np.testing.assert_array_equal(last.strokes[0], [[1, 49]])


def test_a_bad_line_is_reported_after_the_drawings_before_it(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text('{"strokes": [[[1, 2]]], "label": 3}\n' * 30 + "nonsense\n")
    shelves = load(path)
    assert len(next(shelves).sources) == 16
    with pytest.raises(DatasetError, match="line 31"):
        list(shelves)


def test_digits_can_be_filtered_by_label_and_by_mistakes() -> None:
    gallery = filled(7, 1, 7, 2, 7)
    assert gallery.chosen(None, False).tolist() == [0, 1, 2, 3, 4]
    assert gallery.chosen(7, False).tolist() == [0, 2, 4]
    assert gallery.chosen(None, True).tolist() == [], "an unread digit counts as wrong"
    gallery.answer(0, bytes([7, 7, 1, NOTHING]))
    assert gallery.read == 4
    assert gallery.chosen(None, True).tolist() == [1, 2, 3]
    assert gallery.chosen(7, True).tolist() == [2]
    assert gallery.chosen(None, True, first=2).tolist() == [2, 3]
    assert [gallery.is_wrong(place) for place in range(5)] == [False, True, True, True, False]
    gallery.labels[2] = REMOVED
    assert gallery.chosen(None, False).tolist() == [0, 1, 3, 4]
    assert gallery.chosen(None, True).tolist() == [1, 3]
    gallery.forget_answers()
    assert gallery.chosen(None, True).tolist() == []
    assert gallery.answers == bytes([UNREAD] * 5)


def test_digits_are_read_in_order_in_bounded_batches(
    random_classifier: Classifier, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "DRAWINGS_READ", 2)
    monkeypatch.setattr(module, "IMAGES_READ", 1)
    gallery = filled(1, 2)
    gallery.add(Shelf([Drawing(), np.zeros((28, 28), np.uint8)], bytes([3, 4])))
    gallery.add(Shelf([np.eye(28, dtype=np.uint8) * 255], bytes([5])))
    found = list(readings(gallery, random_classifier, Framing.MNIST))
    assert [place for place, _ in found] == [0, 2, 4]
    digit = random_classifier.read(gallery.source(0)).most_probable
    picture = random_classifier.read(gallery.source(4)).most_probable
    expected = [bytes([digit, digit]), bytes([NOTHING, NOTHING]), bytes([picture])]
    assert [answers for _, answers in found] == expected
