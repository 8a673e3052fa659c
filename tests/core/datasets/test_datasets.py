"""Data sets read from files: small exact ones, and every kind of damage."""

import gzip
import struct
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lenet_gui.core.datasets import idx, sample
from lenet_gui.core.datasets.datasets import drawing_samples, read_labelled, read_samples
from lenet_gui.core.datasets.idx import (
    IMAGES_MAGIC,
    LABELS_MAGIC,
    idx_samples,
    is_idx,
    mnist_samples,
    read_idx_pair,
    read_mnist,
)
from lenet_gui.core.datasets.sample import Sample, TextSample
from lenet_gui.core.datasets.unipen import unipen_samples
from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.errors import DatasetError

UNIPEN = """\
.INCLUDE        somebody.doc

.LEXICON "0" "1"
.HIERARCHY      DIGIT

.SEGMENT DIGIT    0 ? "8"
.COMMENT 8  6  4
.PEN_DOWN
 100  400
 120  300
.PEN_UP
.DT 100
.PEN_DOWN
 250  250
.PEN_UP

.SEGMENT DIGIT    1 ? "1"
.COMMENT 1  7  2
.PEN_DOWN
 10  20
 10  480
.PEN_UP
"""


def images_bytes(images: np.ndarray) -> bytes:
    return struct.pack(">4I", IMAGES_MAGIC, *images.shape) + images.tobytes()


def labels_bytes(labels: np.ndarray) -> bytes:
    return struct.pack(">2I", LABELS_MAGIC, len(labels)) + labels.tobytes()


@pytest.fixture
def images() -> np.ndarray:
    return np.arange(3 * 28 * 28, dtype=np.uint32).astype(np.uint8).reshape(3, 28, 28)


@pytest.fixture
def labels() -> np.ndarray:
    return np.array([7, 0, 9], np.uint8)


@pytest.fixture
def pair(tmp_path: Path, images: np.ndarray, labels: np.ndarray) -> tuple[Path, Path]:
    (tmp_path / "images").write_bytes(images_bytes(images))
    (tmp_path / "labels").write_bytes(labels_bytes(labels))
    return tmp_path / "images", tmp_path / "labels"


def test_an_idx_pair_round_trips(pair, images, labels):
    read_images, read_labels = read_idx_pair(*pair)
    np.testing.assert_array_equal(read_images, images)
    np.testing.assert_array_equal(read_labels, labels)


def test_a_gzipped_file_reads_the_same(pair, images):
    pair[0].write_bytes(gzip.compress(images_bytes(images)))
    np.testing.assert_array_equal(read_idx_pair(*pair)[0], images)


@pytest.mark.parametrize("suffix", ["", ".gz"])
@pytest.mark.parametrize("dot", ["-idx", ".idx"])
@pytest.mark.parametrize(("split", "stem"), [("test", "t10k"), ("train", "train")])
def test_a_folder_is_read_as_its_pair_of_the_split(
    tmp_path, images, labels, suffix, dot, split, stem
):
    pack = gzip.compress if suffix else bytes
    (tmp_path / f"{stem}-images{dot}3-ubyte{suffix}").write_bytes(pack(images_bytes(images)))
    (tmp_path / f"{stem}-labels{dot}1-ubyte{suffix}").write_bytes(pack(labels_bytes(labels)))
    np.testing.assert_array_equal(read_mnist(tmp_path, split)[1], labels)
    other = "train" if split == "test" else "test"
    with pytest.raises(DatasetError, match="has no"):
        read_mnist(tmp_path, other)


def test_samples_hold_the_ink_and_the_label(images, labels):
    samples = list(mnist_samples(images, labels))
    assert [sample.label for sample in samples] == [7, 0, 9]
    assert isinstance(samples[0].source, Picture)
    np.testing.assert_allclose(samples[1].source.ink, images[1] / 255, rtol=1e-6)


@pytest.mark.parametrize(
    ("which", "change", "sentence"),
    [
        (0, lambda data: b"", "begins with 0x00000000"),
        (0, lambda data: data[:10], "ends within its header"),
        (0, lambda data: data[:-1], "should hold 2,352 bytes of images but holds 2,351"),
        (0, lambda data: data + b"x", "should hold 2,352 bytes of images but holds more"),
        (0, lambda data: b"\x89PNG" + data[4:], "begins with 0x89504e47, not 0x00000803"),
        (0, lambda data: data[:4] + b"\xff" * 12 + data[16:], "that is too large"),
        (0, lambda data: gzip.compress(data)[:-20], "damaged gzip"),
        (0, lambda data: b"\x1f\x8b" + data, "damaged gzip|can't be read"),
        (1, lambda data: data[:-1], "should hold 3 bytes of labels but holds 2"),
        (1, lambda data: data[:-1] + b"\x0a", "labels that are not digits"),
        (1, lambda data: labels_bytes(np.zeros(4, np.uint8)), "has 3 images but .* has 4 labels"),
        (0, lambda data: images_bytes(np.zeros((3, 28, 27), np.uint8)), "of 28×27, not of 28×28"),
    ],
)
def test_a_broken_idx_file_is_refused(pair, which, change, sentence):
    pair[which].write_bytes(change(pair[which].read_bytes()))
    with pytest.raises(DatasetError, match=sentence):
        read_idx_pair(*pair)


def test_swapped_images_and_labels_are_refused(pair):
    with pytest.raises(DatasetError, match="not an IDX file of images"):
        read_idx_pair(pair[1], pair[0])


def test_a_missing_data_set_is_refused(tmp_path):
    with pytest.raises(DatasetError, match=r"nowhere can't be read: No such file"):
        read_samples(tmp_path / "nowhere")


def test_one_idx_file_alone_is_not_a_data_set(pair):
    assert is_idx(pair[0])
    assert is_idx(pair[1])
    assert not is_idx(pair[0].parent)
    with pytest.raises(DatasetError, match="name both the images file and the labels file"):
        read_samples(pair[0])


@given(data=st.binary(max_size=200))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100)
def test_arbitrary_bytes_give_samples_or_an_error_sentence(tmp_path, data):
    path = tmp_path / "data"
    path.write_bytes(data)
    told = ""
    try:
        list(read_samples(path))
    except DatasetError as error:
        told = str(error)
    assert not told or (str(path) in told and told.endswith("."))


def test_unipen_digits_have_label_and_writer_and_y_points_down(tmp_path):
    path = tmp_path / "digits.unipen"
    path.write_text(UNIPEN)
    first, second = read_samples(path)
    assert (first.label, first.writer) == (8, 6)
    assert (second.label, second.writer) == (1, 7)
    assert isinstance(first.source, Drawing)
    assert first.source.canvas == (500, 500)
    np.testing.assert_array_equal(first.source.strokes[0], [[100, 100], [120, 200]])
    np.testing.assert_array_equal(first.source.strokes[1], [[250, 250]])
    np.testing.assert_array_equal(second.source.strokes[0], [[10, 480], [10, 20]])


def test_unipen_can_be_gzipped(tmp_path):
    path = tmp_path / "digits.gz"
    path.write_bytes(gzip.compress(UNIPEN.encode()))
    assert [sample.label for sample in read_samples(path)] == [8, 1]


def test_a_segment_without_a_label_or_a_stroke_is_skipped(tmp_path):
    path = tmp_path / "digits.unipen"
    path.write_text(UNIPEN.replace('? "8"', "?").replace(" 10  20\n 10  480\n", ""))
    assert list(unipen_samples(path)) == []


@pytest.mark.parametrize("follows", ["the next digit", "the next stroke", "nothing"])
def test_a_stroke_without_pen_up_is_kept(tmp_path, follows):
    first, second, third = UNIPEN.split(".PEN_UP\n")[:3]
    text = {
        "the next stroke": f"{first}{second}.PEN_UP\n{third}.PEN_UP\n",
        "the next digit": f"{first}.PEN_UP\n{second}{third}.PEN_UP\n",
        "nothing": f"{first}.PEN_UP\n{second}.PEN_UP\n{third}",
    }[follows]
    whole, cut = tmp_path / "whole.unipen", tmp_path / "cut.unipen"
    whole.write_text(UNIPEN)
    cut.write_text(text)
    expected = list(unipen_samples(whole))
    assert [sample.source for sample in unipen_samples(cut)] == [s.source for s in expected]
    cut.write_text(text.rstrip("\n"))
    assert [sample.label for sample in unipen_samples(cut)] == [8, 1]


def test_a_bad_stroke_at_the_end_is_reported(tmp_path):
    path = tmp_path / "digits.unipen"
    path.write_text(UNIPEN.rpartition(" 10  480")[0] + "1e99 5\n")
    with pytest.raises(DatasetError, match=r"digits\.unipen, at its end: "):
        list(unipen_samples(path))


@pytest.mark.parametrize("point", ["100", "100 x", "1 2 3", "nan 5", "1e99 5"])
def test_an_invalid_unipen_point_is_reported_with_its_line(tmp_path, point):
    path = tmp_path / "digits.unipen"
    path.write_text(UNIPEN.replace(" 120  300", point))
    with pytest.raises(DatasetError, match=r"digits\.unipen, line \d+: "):
        list(unipen_samples(path))


def test_labelled_drawings_in_json_lines_are_read(tmp_path):
    path = tmp_path / "drawings.jsonl"
    path.write_text(
        '\ufeff{"strokes": [[[1, 2]]], "label": 3}\n\n{"strokes": [], "label": "4"}\n',
        encoding="utf-8",
    )
    first, second = read_samples(path)
    assert (first.label, second.label) == (3, 4)
    assert second.source.is_empty


def test_drawings_with_other_labels_are_no_digits(tmp_path):
    path = tmp_path / "drawings.jsonl"
    labels = ["3", '"42"', "1998", '"x"']
    path.write_text("\n".join(f'{{"strokes": [[[1, 2]]], "label": {one}}}' for one in labels))
    (digit,) = read_samples(path)
    assert digit.label == 3
    first, *others = read_labelled(path)
    assert isinstance(first, Sample)
    assert [other.text for other in others] == ["42", "1998", "x"]


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("007", "007"),
        ("3.50", "350"),
        ("030-12 34", "0301234"),
        ("1,5", "15"),
        ("42\n17", "4217"),
        ("x+1", None),
        ("٤٢", None),
        ("-", None),
    ],
)
def test_points_and_dashes_are_no_part_of_a_number(text, digits):
    assert TextSample(Drawing(), text).digits == digits


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ('{"strokes": [[[1, 2]]]}', "line 2: the drawing has no label"),
        ("{", "line 2: the drawing does not end on its line; .* one drawing per line"),
        ("nonsense", "line 2: The drawing is not valid JSON"),
        ("{}}", "line 2: The drawing is not valid JSON"),
        ('{"strokes": 5, "label": 1}', "line 2: A drawing must be"),
    ],
)
def test_a_bad_line_is_reported_with_its_number(tmp_path, line, sentence):
    path = tmp_path / "drawings.jsonl"
    path.write_text('{"strokes": [[[1, 2]]], "label": 3}\n' + line)
    with pytest.raises(DatasetError, match=sentence):
        list(drawing_samples(path))


def test_one_indented_drawing_is_not_a_data_set(tmp_path):
    path = tmp_path / "drawing.json"
    path.write_text('{\n  "strokes": [[[1, 2]]],\n  "label": 3\n}\n')
    with pytest.raises(DatasetError, match=r"json, line 1: the drawing .* one drawing per line\.$"):
        list(read_samples(path))


@pytest.mark.parametrize("data", [b"Dear diary,", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"])
def test_other_kinds_of_data_file_are_refused(tmp_path, data):
    path = tmp_path / "notes.txt"
    path.write_bytes(data)
    with pytest.raises(DatasetError, match="neither UNIPEN text nor drawings"):
        read_samples(path)
    path.write_bytes(b"\x89PNG\r\n\x1a\n")
    with pytest.raises(DatasetError, match="not text in UTF-8"):
        read_samples(path)


def test_an_overlong_line_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(sample, "LINE_LIMIT", 100)
    path = tmp_path / "long"
    path.write_text("{" * 500)
    with pytest.raises(DatasetError, match="line 1: longer than 100 bytes"):
        read_samples(path)


def test_the_public_sets_have_their_published_sizes(data_folder):
    images, labels = read_mnist(data_folder / "mnist")
    assert images.shape == (10_000, 28, 28)
    # The counts of each digit, known from the confusion matrices of many papers.
    assert np.bincount(labels).tolist() == [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]
    samples = list(read_samples(data_folder / "pendigits/pendigits-orig.test.unipen.gz"))
    assert len(samples) == 3_498
    assert len({sample.writer for sample in samples}) == 14


def test_images_of_a_folder_are_read_a_few_at_a_time(tmp_path, monkeypatch):
    monkeypatch.setattr(idx, "STEP", 2)
    images = np.random.default_rng(1).integers(0, 256, (5, 28, 28)).astype(np.uint8)
    labels = np.array([3, 1, 4, 1, 5], np.uint8)
    whole = images_bytes(images)
    (tmp_path / "t10k-images-idx3-ubyte").write_bytes(whole)
    (tmp_path / "t10k-labels-idx1-ubyte").write_bytes(labels_bytes(labels))
    for samples in (
        read_samples(tmp_path),
        idx_samples(tmp_path / "t10k-images-idx3-ubyte", tmp_path / "t10k-labels-idx1-ubyte"),
    ):
        for found, image, label in zip(samples, images, labels, strict=True):
            assert found.label == label
            assert found.source.ink.tolist() == (image / np.float32(255)).tolist()
    # A truncated file yields its complete images first.
    (tmp_path / "t10k-images-idx3-ubyte").write_bytes(whole[:-1])
    samples = read_samples(tmp_path)
    assert [next(samples).label for _ in range(4)] == [3, 1, 4, 1]
    with pytest.raises(DatasetError, match="should hold 3,920 bytes of images but holds 3,919"):
        next(samples)
