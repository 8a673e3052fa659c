"""`evaluate`: each kind of data, results as text and JSON, and bad data."""

import gzip
import json
import os
import struct
import sys
from pathlib import Path

import numpy as np
import pytest

from lenet_gui.core.datasets.datasets import read_samples
from lenet_gui.core.datasets.placement import Placement
from lenet_gui.core.framing.framing import Framing
from lenet_gui.core.network.architecture import CLASSES
from lenet_gui.core.reading.classifier import Classifier

STROKES = ([[0, 0], [200, 0], [80, 300]], [[100, 0], [100, 300]], [[0, 0], [0, 9], [300, 9]])


@pytest.fixture(autouse=True)
def _random_weights(monkeypatch: pytest.MonkeyPatch, weights_file: Path) -> None:
    monkeypatch.setattr("lenet_gui.resources.default_weights", lambda: weights_file)


@pytest.fixture
def drawings(tmp_path: Path) -> Path:
    """Three drawings and an empty one."""
    path = tmp_path / "drawings.jsonl"
    lines = [{"strokes": [points], "label": label} for label, points in enumerate(STROKES)]
    path.write_text("\n".join(json.dumps(line) for line in [*lines, {"strokes": [], "label": 9}]))
    return path


@pytest.fixture
def mnist(tmp_path: Path) -> Path:
    """A folder with a test pair of 20 images and a training pair of 30."""
    generator = np.random.default_rng(3)
    for stem, count in (("t10k", 20), ("train", 30)):
        images = np.zeros((count, 28, 28), np.uint8)
        images[:, 4:24, 8:20] = generator.integers(0, 256, (count, 20, 12))
        header = struct.pack(">4I", 0x803, count, 28, 28)
        (tmp_path / f"{stem}-images-idx3-ubyte").write_bytes(header + images.tobytes())
        labels = generator.integers(0, CLASSES, count).astype(np.uint8)
        data = struct.pack(">2I", 0x801, count) + labels.tobytes()
        (tmp_path / f"{stem}-labels-idx1-ubyte.gz").write_bytes(gzip.compress(data))
    return tmp_path


def test_the_results_are_the_classifiers(run, drawings, random_classifier: Classifier):
    code, out, error = run("evaluate", drawings, "--json")
    assert (code, error) == (0, "")
    figures = json.loads(out)
    confusion = np.zeros((CLASSES, CLASSES), int)
    for sample in list(read_samples(drawings))[:3]:
        confusion[sample.label, random_classifier.read(sample.source).digit] += 1
    assert figures["n"] == 4
    assert figures["confusion"] == confusion.tolist()
    assert figures["accuracy"] == np.trace(confusion) / 4
    assert figures["recall"] == [*np.diag(confusion)[:3], *[None] * 6, 0]
    assert figures["nothing_to_read"] == [0] * 9 + [1]
    assert (figures["framing"], figures["place"], figures["split"]) == ("mnist", None, None)


def test_a_folder_its_splits_and_a_pair_of_files(run, mnist):
    test, train = (
        json.loads(run("evaluate", mnist, "--json", *extra)[1])
        for extra in ((), ("--split", "train"))
    )
    assert (test["n"], test["split"]) == (20, "test")
    assert (train["n"], train["split"]) == (30, "train")
    pair = (mnist / "t10k-images-idx3-ubyte", mnist / "t10k-labels-idx1-ubyte.gz")
    assert json.loads(run("evaluate", *pair, "--json")[1])["confusion"] == test["confusion"]


def test_the_text_matches_the_json(run, drawings):
    figures = json.loads(run("evaluate", drawings, "--json")[1])
    lines = run("evaluate", drawings)[1].splitlines()
    correct = figures["correct"]
    assert lines[0] == f"4 digits, {correct} read right: accuracy {25 * correct:.2f} %"
    rows = [line.split() for line in lines if line[:1].isdigit()][1:]
    assert [row[0] for row in rows] == [str(digit) for digit in range(CLASSES)]
    counts = [[0 if cell == "·" else int(cell) for cell in row[1:12]] for row in rows]
    assert [row[:CLASSES] for row in counts] == figures["confusion"]
    assert [row[CLASSES] for row in counts] == figures["nothing_to_read"]
    assert rows[9][-3:] == ["1", "0.00", "%"]


def test_one_digit_is_singular(run, drawings):
    drawings.write_text('{"strokes": [], "label": 9}')
    assert run("evaluate", drawings)[1].startswith("1 digit, 0 read right: accuracy 0.00 %\n")


def test_split_is_only_for_folders(run, drawings, mnist):
    pair = (mnist / "t10k-images-idx3-ubyte", mnist / "t10k-labels-idx1-ubyte.gz")
    for data in ((drawings,), pair):
        for split in ("test", "train"):
            code, out, error = run("evaluate", *data, "--split", split)
            assert (code, out) == (2, "")
            assert "error: --split is for folders" in error
    gone = run("evaluate", mnist / "none", "--split", "train")
    assert gone[0] == 1
    assert "No such file" in gone[2]


def test_the_column_none_appears_only_if_needed(run, drawings, mnist):
    assert " none " in run("evaluate", drawings)[1]
    assert " none " not in run("evaluate", mnist)[1]


def test_the_framing_reaches_the_classifier(run, drawings, random_classifier: Classifier):
    figures = json.loads(run("evaluate", drawings, "--json", "--framing", "none")[1])
    samples = list(read_samples(drawings))[:3]
    read = [random_classifier.read(sample.source, Framing.NONE).digit for sample in samples]
    assert figures["framing"] == "none"
    assert [figures["confusion"][label][digit] for label, digit in enumerate(read)] == [1, 1, 1]


def test_placing_is_recorded_and_follows_the_seed(run, drawings, monkeypatch):
    seeds = []
    apply = Placement.apply
    monkeypatch.setattr(Placement, "apply", lambda p, s: [seeds.append(p.seed), apply(p, s)][1])
    arguments = ("evaluate", drawings, "--json", "--place", "random", "--seed", "5")
    figures = json.loads(run(*arguments)[1])
    assert (figures["place"], figures["size"], figures["seed"]) == ("random", None, 5)
    assert json.loads(run(*arguments)[1]) == figures
    small = json.loads(run("evaluate", drawings, "--json", "--size", "0.3")[1])
    assert (small["place"], small["size"]) == ("centre", 0.3)
    assert seeds == [5, 5, 0]


def test_the_place_changes_what_the_whole_canvas_shows(run, drawings):
    def confusion(*extra):
        arguments = ("evaluate", drawings, "--json", "--framing", "none", *extra)
        return json.loads(run(*arguments)[1])["confusion"]

    unframed = [confusion("--place", "centre"), confusion("--place", "corner", "--size", "0.3")]
    assert unframed[0] != unframed[1]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "can't be read: No such file"),
        (b"", "is empty"),
        (b"Dear diary,", "neither UNIPEN"),
        (b'{"strokes": []}', "line 1: the drawing has no label"),
        (b'{"label": 1}', "line 1: A drawing must be"),
        (b".LEXICON\n", "holds no labelled digits"),
        (struct.pack(">4I", 0x803, 0, 28, 28), "name both the images file and the labels file"),
        (b"\x1f\x8bnot really", "gzip|can't be read"),
    ],
)
def test_bad_data(run, tmp_path, content, sentence):
    path = tmp_path / "data"
    if content is not None:
        path.write_bytes(content)
    code, out, error = run("evaluate", path)
    assert (code, out) == (1, "")
    assert error.startswith(f"lenet-gui: {path}")
    assert any(part in error for part in sentence.split("|"))
    assert error.count("\n") == 1


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="pipes have no names there")
def test_a_pipe_is_refused(run, drawings):
    reader, writer = os.pipe()
    with open(reader), open(writer, "wb") as end:
        end.write(drawings.read_bytes())
        end.close()
        pipe = f"/dev/fd/{reader}"
        for data in ([pipe], [drawings, pipe]):
            code, out, error = run("evaluate", *data)
            assert (code, out) == (1, "")
            assert error.startswith(f"lenet-gui: {pipe} is a pipe or a device, ")
            assert error.count("\n") == 1


def test_a_folder_without_mnist(run, tmp_path):
    code, _, error = run("evaluate", tmp_path)
    assert code == 1
    assert "has no t10k-images-idx3-ubyte" in error


@pytest.mark.parametrize(
    ("images", "sentence"),
    [
        (struct.pack(">4I", 0x802, 20, 28, 28) + bytes(20 * 784), "begins with 0x00000802"),
        (struct.pack(">4I", 0x803, 20, 28, 28) + bytes(19 * 784), "should hold 15,680 bytes"),
        (struct.pack(">4I", 0x803, 19, 28, 28) + bytes(19 * 784), "has 19 images"),
    ],
)
def test_idx_files_of_the_wrong_magic_or_length(run, mnist, images, sentence):
    (mnist / "t10k-images-idx3-ubyte").write_bytes(images)
    code, out, error = run("evaluate", mnist)
    assert (code, out) == (1, "")
    assert sentence in error


def test_pictures_can_not_be_placed(run, mnist):
    code, _, error = run("evaluate", mnist, "--place", "corner")
    assert code == 1
    assert "these are pictures" in error


def test_progress_is_shown_only_on_a_terminal(run, drawings, monkeypatch):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    code, out, error = run("evaluate", drawings, "--json")
    assert code == 0
    assert error.startswith("\r4 read")
    assert json.loads(out)["n"] == 4
