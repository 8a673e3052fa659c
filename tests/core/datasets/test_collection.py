"""The file of corrections: its contents, and how it survives a crash."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from lenet_gui.core.datasets.collection import (
    LOCK,
    TORN,
    Collection,
    corrected,
    drawing_id,
    line_id,
    made_on,
)
from lenet_gui.core.datasets.datasets import read_samples
from lenet_gui.core.files.whole_file import PART, locked
from lenet_gui.core.framing.framing import Framing
from lenet_gui.core.network.lenet5 import Held
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.records.record import WeightsIdentity
from lenet_gui.core.strokes.drawing import Drawing, parse_drawing
from lenet_gui.errors import CollectionError, DrawingError

NOW = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)


def drawing(x: float) -> Drawing:
    blank = Drawing(canvas=(560, 560), pen_width=32)
    return blank.with_stroke([(x, 100), (300, 420)], [0.25, 0.5], [0, 40])


@pytest.fixture
def collection(tmp_path: Path) -> Collection:
    return Collection(tmp_path / "mine" / "corrections.jsonl")


def note(collection: Collection, x: float, label: int, classifier: Classifier) -> Drawing:
    made = corrected(
        drawing(x), label, classifier.read(drawing(x)), Framing.MNIST, None, NOW, "lenet-gui 1"
    )
    collection.put(made)
    return made


@pytest.fixture
def three(collection: Collection, random_classifier: Classifier) -> list[Drawing]:
    """Fill the collection with three drawings and return them."""
    return [note(collection, x, x // 100, random_classifier) for x in (100, 200, 300)]


def labels(collection: Collection) -> list[int | None]:
    return [one.label for one in collection.drawings() if isinstance(one, Drawing)]


def test_a_line_records_drawing_reading_and_provenance(
    collection: Collection, random_classifier: Classifier
) -> None:
    reading = random_classifier.read(drawing(100))
    identity = WeightsIdentity("ab" * 32, "mine", "2026-01-01")
    kept = corrected(drawing(100), 7, reading, Framing.MNIST, identity, NOW, "lenet-gui 1")
    assert collection.put(kept) is None
    line = json.loads(collection.path.read_text())
    assert line["label"] == 7
    assert line["strokes"] == [[[100, 100], [300, 420]]]
    assert line["pressures"] == [[0.25, 0.5]]
    assert line["times"] == [[0, 40]]
    found = reading.probabilities
    assert found is not None
    assert line["correction"] == {
        "id": drawing_id(drawing(100)),
        "date": "2026-03-04T05:06:07+00:00",
        "read": int(found.argmax()),
        "probability": pytest.approx(float(found.max()), abs=1e-6),
        "verdict": str(reading.verdict),
        "framing": "mnist",
        "weights": {"sha256": "ab" * 32, "name": "mine", "date": "2026-01-01"},
        "program": "lenet-gui 1",
    }


def test_ids_depend_on_strokes_pressures_and_times() -> None:
    one = drawing(100)
    others = [
        drawing(101),
        Drawing().with_stroke([(100, 100), (300, 420)], [0.25, 0.5]),
        Drawing().with_stroke([(100, 100), (300, 420)], [0.25, 0.75], [0, 40]),
        Drawing().with_stroke([(100, 100), (300, 420)], [0.25, 0.5], [0, 41]),
        Drawing().with_stroke([(100, 100)]).with_stroke([(300, 420)]),
    ]
    assert len({drawing_id(other) for other in (one, *others)}) == 6
    assert drawing_id(drawing(100)) == drawing_id(one)


def test_the_file_is_a_data_set(collection: Collection, three: list[Drawing]) -> None:
    samples = list(read_samples(collection.path))
    assert [sample.label for sample in samples] == [1, 2, 3]
    assert [sample.source for sample in samples] == three


def test_a_new_drawing_is_appended_without_rewriting_the_file(
    collection: Collection, three: list[Drawing], random_classifier: Classifier
) -> None:
    before, place = collection.path.read_bytes(), collection.path.stat().st_ino
    note(collection, 400, 4, random_classifier)
    assert collection.path.read_bytes().startswith(before)
    assert collection.path.stat().st_ino == place, "not the same file"
    assert labels(collection) == [1, 2, 3, 4]


def test_putting_a_drawing_again_replaces_it_in_place(
    collection: Collection, three: list[Drawing], random_classifier: Classifier
) -> None:
    again = corrected(
        drawing(200), 9, random_classifier.read(drawing(200)), Framing.MNIST, None, NOW, "x"
    )
    before = collection.put(again)
    assert before == three[1]
    assert labels(collection) == [1, 9, 3]
    assert collection.put(before) == again
    assert list(collection.drawings()) == three


def test_drawings_are_removed_by_id(collection: Collection, three: list[Drawing]) -> None:
    collection.remove({line_id(three[0]), line_id(three[2]), "unknown"})
    assert labels(collection) == [2]
    collection.remove({line_id(three[1])})
    assert collection.path.read_bytes() == b""


def test_a_line_from_another_program_can_be_removed(collection: Collection) -> None:
    collection.path.parent.mkdir()
    collection.path.write_text('{"strokes": [[[1, 2]]], "label": 1}\n{"strokes": [], "label": 2}\n')
    first, second = collection.drawings()
    assert isinstance(first, Drawing)
    collection.remove({line_id(first)})
    assert list(collection.drawings()) == [second]


def test_clearing_erases_every_trace_of_the_drawings(
    collection: Collection, three: list[Drawing]
) -> None:
    with collection.path.open("ab") as file:
        file.write(b'{"strokes": [[[1')
    assert len(list(collection.drawings())) == 3
    collection.clear()
    kept = {path.name: path.read_bytes() for path in collection.path.parent.iterdir()}
    assert kept == {collection.path.name: b"", f"{collection.path.name}{LOCK}": b""}


def test_a_truncated_last_line_does_not_affect_the_others(
    collection: Collection, three: list[Drawing], random_classifier: Classifier
) -> None:
    path, torn = collection.path, collection.path.with_name(collection.path.name + TORN)
    data = path.read_bytes()
    start = data[:-1].rfind(b"\n") + 1
    for cut in range(start, len(data)):
        path.write_bytes(data[:cut])
        torn.unlink(missing_ok=True)
        found = list(collection.drawings())
        if cut == len(data) - 1:  # only the newline is missing
            assert found == three
            assert path.read_bytes() == data
            continue
        assert found == three[:2], cut
        assert path.read_bytes() == data[:start]
        assert not torn.exists() if cut == start else torn.read_bytes() == data[start:cut] + b"\n"
    path.write_bytes(data[:-9])
    note(collection, 400, 4, random_classifier)
    assert labels(collection) == [1, 2, 4], "not repaired before the next drawing is added"


def test_a_damaged_line_in_the_middle_is_reported_and_kept(
    collection: Collection, three: list[Drawing], random_classifier: Classifier
) -> None:
    lines = collection.path.read_bytes().splitlines(keepends=True)
    lines[1] = b'{"strokes": 5}\n'
    collection.path.write_bytes(b"".join(lines))
    note(collection, 400, 4, random_classifier)
    collection.remove({line_id(three[0])})
    assert labels(collection) == [3, 4]
    assert [type(one) for one in collection.drawings()] == [DrawingError, Drawing, Drawing]
    assert lines[1] in collection.path.read_bytes()


def test_lines_without_a_drawing_are_skipped_unparsed(
    collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The fuzzer's input 81,914, with 83,245 such lines, took two seconds.
    collection.path.parent.mkdir()
    collection.path.write_bytes(b"100,\n\n[\n" * 100)
    parsed: list[bytes] = []

    def counted(line: bytes) -> Drawing:
        parsed.append(line)
        return parse_drawing(line)

    monkeypatch.setattr("lenet_gui.core.datasets.collection.parse_drawing", counted)
    kept = replace(drawing(1), label=4)
    assert collection.put(kept) is None
    assert not parsed
    assert labels(collection)[-1] == 4
    collection.remove({line_id(kept)})
    assert collection.path.read_bytes() == b"100,\n\n[\n" * 100


def test_a_line_without_a_label_is_reported(collection: Collection, three: list[Drawing]) -> None:
    with collection.path.open("a") as file:
        file.write('{"strokes": [[[1, 2]]]}\n')
    *before, last = collection.drawings()
    assert before == three
    assert isinstance(last, DrawingError)
    assert "The drawing has no label." in str(last)


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ({"date": "2026-03-04T05:06:07+00:00"}, date(2026, 3, 4)),
        ({"date": "in spring"}, None),
        ({"date": 20260304}, None),
        ({}, None),
        ("2026-03-04", None),
        (None, None),
    ],
)
def test_the_day_of_a_correction_is_none_if_unknown(told: object, day: date | None) -> None:
    assert made_on(replace(drawing(100), extra={"correction": told})) == day
    assert made_on(drawing(100)) is None


def test_an_export_contains_the_readable_drawings(
    collection: Collection, three: list[Drawing], tmp_path: Path
) -> None:
    with collection.path.open("ab") as file:
        file.write(b"nonsense\n")
    out = tmp_path / "out.jsonl"
    assert collection.export(out) == 3
    assert [sample.source for sample in read_samples(out)] == three
    assert not list(tmp_path.glob(f"*{PART}"))


def test_a_collection_cannot_be_exported_onto_itself(
    collection: Collection, three: list[Drawing], tmp_path: Path
) -> None:
    before = collection.path.read_bytes()
    link = tmp_path / "link.jsonl"
    link.symlink_to(collection.path)
    for path in (collection.path, link):
        with pytest.raises(CollectionError, match="is the collection itself"):
            collection.export(path, three[:1])
    assert collection.path.read_bytes() == before


def test_a_collection_without_a_file_is_empty(collection: Collection, tmp_path: Path) -> None:
    assert list(collection.drawings()) == []
    assert list(tmp_path.iterdir()) == [], "reading created a file"
    assert collection.export(tmp_path / "out.jsonl") == 0


def test_a_failed_write_leaves_the_file_unchanged(
    collection: Collection,
    three: list[Drawing],
    random_classifier: Classifier,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(_file: int) -> None:
        raise OSError("the disk is full")

    before, write = collection.path.read_bytes(), os.write
    monkeypatch.setattr(os, "write", lambda file, data: write(file, data[:20]))
    with pytest.raises(CollectionError, match=r"corrections.jsonl can't be used: the disk is full"):
        note(collection, 400, 4, random_classifier)
    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(CollectionError, match="the disk is full"):
        collection.remove({line_id(three[0])})
    assert collection.path.read_bytes() == before
    assert not list(collection.path.parent.glob(f"*{PART}"))


def test_a_folder_at_the_files_path_is_refused(collection: Collection) -> None:
    collection.path.mkdir(parents=True)
    with pytest.raises(CollectionError, match=r"corrections.jsonl can't be used: Is a directory\."):
        list(collection.drawings())


def test_a_lock_excludes_others_until_its_block_ends(tmp_path: Path) -> None:
    with (
        locked(tmp_path / "lock"),
        pytest.raises(TimeoutError, match="held by another program"),
        locked(tmp_path / "lock", patience=0),
    ):
        raise AssertionError("two holders of one lock")
    with locked(tmp_path / "lock", patience=0):
        pass


def test_a_busy_collection_is_reported(
    collection: Collection, three: list[Drawing], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "lenet_gui.core.datasets.collection.locked", lambda path: locked(path, patience=0)
    )
    lock = collection.path.with_name(collection.path.name + LOCK)
    with locked(lock), pytest.raises(CollectionError, match="in use by another program"):
        collection.clear()


WRITER = """
import sys
from pathlib import Path
from lenet_gui.core.datasets.collection import Collection
from lenet_gui.core.strokes.drawing import Drawing

name, path = sys.argv[1:]
for number in range(40):
    Collection(Path(path)).put(Drawing(label=int(name)).with_stroke([(number, int(name))]))
"""


def test_two_programs_can_append_at_the_same_time(collection: Collection) -> None:
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, name, str(collection.path)])
        for name in ("1", "2")
    ]
    assert [writer.wait() for writer in writers] == [0, 0]
    found = labels(collection)
    assert len(found) == 80
    assert found.count(1) == found.count(2) == 40


def test_a_correction_says_which_maps_were_off(random_classifier: Classifier) -> None:
    off = frozenset({Held("C3", 2, 0.5)})
    now = datetime(2026, 3, 4, tzinfo=UTC)
    seven = Drawing().with_stroke([(100, 100), (300, 100), (180, 420)])
    for switched in (off, frozenset()):
        reading = random_classifier.read(seven, off=switched)
        made = corrected(seven, 7, reading, Framing.MNIST, None, now, "lenet-gui 1.2.3")
        expected = [{"layer": "C3", "map": 2, "value": 0.5}] if switched else None
        assert made.extra["correction"].get("off") == expected
