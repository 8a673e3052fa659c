"""Limits on what a file can make the program load."""

import gzip
import io
import json

import pytest

from lenet_gui.core.datasets.datasets import read_samples
from lenet_gui.core.datasets.idx import read_idx_pair
from lenet_gui.core.files import limits
from lenet_gui.core.files.limits import TooLargeError, Unpacking, read_within, shortened
from lenet_gui.core.strokes.drawing import (
    POINT_LIMIT,
    STROKE_LIMIT,
    drawing_from_dict,
    parse_drawing,
)
from lenet_gui.errors import DatasetError, DrawingError


class Asked(io.BytesIO):
    """Remembers the largest read requested."""

    most = 0

    def read(self, size: int | None = -1) -> bytes:
        self.most = max(self.most, size or 0)
        return super().read(size)


def test_no_memory_is_allocated_for_missing_bytes():
    file = Asked(b"four")
    assert read_within(file, 10 * 2**30) == b"four"
    assert file.most == limits.CHUNK
    assert read_within(io.BytesIO(b"four"), 3) == b"fou"


@pytest.mark.parametrize(
    ("part", "count"),
    [
        ("[]", 3_000_000),  # 3 million lists of 90 bytes: 270 MB, plus their commas
        ("1", 6_000_000),  # 6 million numbers of 32 bytes: 192 MB
        ("{}", 1_500_000),  # 1.5 million objects of 120 bytes and commas of 32: 228 MB
        ('""', 2_000_000),  # two quotation marks each of 30 bytes and commas of 32: 184 MB
        ("[1,2]", 10_000_000 // 2),
    ],
)
def test_json_with_too_many_values_is_refused_before_it_is_parsed(part, count):
    text = '{"strokes":[],"x":[' + ",".join([part] * count) + "]}"
    with pytest.raises(DrawingError, match="too much data"):
        parse_drawing(text)


def test_overlong_json_is_refused_before_it_is_decoded():
    with pytest.raises(DrawingError, match="too much data"):
        parse_drawing(b"\xff" * (limits.TEXT_LIMIT + 1))  # not valid UTF-8, if it were decoded


def test_a_drawing_at_the_point_limit_is_read():
    text = json.dumps({"strokes": [[[100.25, 200.5]] * POINT_LIMIT]})
    assert len(parse_drawing(text).strokes[0]) == POINT_LIMIT


def test_too_many_strokes_are_refused():
    with pytest.raises(DrawingError, match=f"more than {STROKE_LIMIT:,} strokes"):
        drawing_from_dict({"strokes": [[[1, 2]]] * (STROKE_LIMIT + 1)})


def test_a_gzip_bomb_is_refused(tmp_path):
    path = tmp_path / "bomb.gz"
    path.write_bytes(gzip.compress(b"." * (2 * limits.FREE)))
    with pytest.raises(DatasetError, match="unpacks to far more"):
        list(read_samples(path))


def test_small_files_may_expand_by_any_ratio(monkeypatch):
    monkeypatch.setattr(limits, "FREE", 10)
    file = Unpacking(io.BytesIO(bytes(30)), 0)
    assert file.read(10) == bytes(10)
    with pytest.raises(TooLargeError):
        file.read(1)


@pytest.mark.parametrize("sizes", [(0, 2**32 - 1, 2**32 - 1), (2**32 - 1, 2**32 - 1, 0)])
def test_impossible_idx_sizes_are_refused(tmp_path, sizes):
    images, labels = tmp_path / "images", tmp_path / "labels"
    images.write_bytes(b"".join(size.to_bytes(4, "big") for size in (0x803, *sizes)))
    labels.write_bytes(b"\0\0\x08\1\0\0\0\0")
    with pytest.raises(DatasetError, match=r"claims .* bytes of images"):
        read_idx_pair(images, labels)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('.SEGMENT DIGIT 0 ? "7"\n' + ".\n" * 100_002, "more lines than a digit has"),
        (".VERSION 1.0\n" + "\n" * 100_002, "blank lines in a row"),
    ],
)
def test_an_endless_digit_is_refused(tmp_path, text, sentence):
    path = tmp_path / "digits.unipen"
    path.write_text(text)
    with pytest.raises(DatasetError, match=sentence):
        list(read_samples(path))


def test_a_writer_number_with_too_many_digits_is_ignored(tmp_path):
    path = tmp_path / "digits.unipen"
    digit = '.SEGMENT DIGIT 0 ? "7"\n.COMMENT 7 ' + "9" * 5000 + " 1\n.PEN_DOWN\n 1 2\n.PEN_UP\n"
    path.write_text(digit)
    (sample,) = read_samples(path)
    assert (sample.label, sample.writer) == (7, None)


def test_text_quoted_from_a_file_is_shortened_to_one_line():
    assert shortened("a\n b") == "a b"
    assert shortened("x" * 101) == "x" * 100 + "…"
