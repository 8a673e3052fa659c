"""Further people's digits and signs: who trains, who validates, who is only measured."""

import gzip
import json
from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch")

from lenet_gui.errors import DatasetError  # noqa: E402
from lenet_gui.training.people import Part, part_of, read_people  # noqa: E402

PARTS: tuple[Part, ...] = ("training", "validation", "measured")
STROKES = [[[0, 0], [10, 40]], [[5, 5], [9, 9]]]


def write_lines(path: Path, rows: list[dict[str, object]]) -> Path:
    lines = "\n".join(json.dumps({"strokes": STROKES, **row}) for row in rows)
    path.write_bytes(gzip.compress(lines.encode()))
    return path


def test_a_sixth_of_the_writers_validates_and_a_sixth_is_measured() -> None:
    parts = part_of(f"w{i:02}" for i in range(12) for _ in range(3))
    assert [name for name, part in parts.items() if part == "validation"] == ["w10", "w11"]
    assert [name for name, part in parts.items() if part == "measured"] == ["w08", "w09"]
    assert set(part_of(["only", "two"]).values()) == {"training"}


def test_a_writer_of_drawings_is_in_one_part_only(tmp_path: Path) -> None:
    rows: list[dict[str, object]] = [
        {"writer": f"w{i}", "source": "x", **kind}
        for i in range(6)
        for kind in ({"label": i}, {"symbol": "A"}, {"symbol": "o"})
    ]
    path = write_lines(tmp_path / "pens.jsonl.gz", rows)
    read = {part: read_people([path], part)["pens"] for part in PARTS}
    assert [read[part].groups for part in PARTS] == [("w0", "w1", "w2", "w3"), ("w5",), ("w4",)]
    assert [label for _, label in read["validation"].digits] == [5]
    assert len(read["measured"].symbols) == 1  # A; o could be a zero
    points = np.concatenate(read["measured"].symbols[0])
    assert points.min() == 0
    assert points.max() == 1


def test_characters_are_kept_apart_by_script(tmp_path: Path) -> None:
    rows: list[dict[str, object]] = [
        {"symbol": f"{script}/character01", "source": "20"}
        for script in ("Ahom", "Batak", "Cham", "Dogri", "Elbasan", "Fula")
    ]
    path = write_lines(tmp_path / "scripts.jsonl.gz", rows)
    assert read_people([path], "measured")["scripts"].groups == ("Elbasan",)
    assert len(read_people([path], "training")["scripts"].symbols) == 4


def write_idx(path: Path, array: "np.ndarray[tuple[int, ...], np.dtype[np.uint8]]") -> None:
    header = (0x800 + array.ndim).to_bytes(4, "big")
    header += b"".join(n.to_bytes(4, "big") for n in array.shape)
    path.write_bytes(header + array.tobytes())


def test_images_are_kept_apart_by_their_file_of_writers(tmp_path: Path) -> None:
    images = tmp_path / "scans-images-idx3-ubyte"
    write_idx(images, np.arange(6, dtype=np.uint8)[:, None, None].repeat(28, 1).repeat(28, 2))
    write_idx(tmp_path / "scans-labels-idx1-ubyte", np.arange(6, dtype=np.uint8))
    assert len(read_people([images], "training")["scans"].images) == 6
    writers = tmp_path / "scans-writers.txt"
    writers.write_text("\n".join("abcdef"))
    measured = read_people([images], "measured")["scans"]
    assert measured.groups == ("e",)
    assert measured.images.labels.tolist() == [4]
    assert measured.images.images[0, 0, 0] == 4
    writers.write_text("a\nb")
    with pytest.raises(DatasetError, match="2 lines for 6 images"):
        read_people([images], "training")


def test_a_drawing_without_label_and_symbol_is_named(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "pens.jsonl.gz", [{"writer": "a"}])
    with pytest.raises(DatasetError, match="line 1: the drawing has no label and no symbol"):
        read_people([path], "training")
