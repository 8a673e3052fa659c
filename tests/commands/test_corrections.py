"""`lenet-gui corrections`, and `evaluate` on its exports."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from lenet_gui.core.datasets.collection import Collection, corrected
from lenet_gui.core.framing.framing import Framing
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.ui.browser.correcting import collection_path


@pytest.fixture
def collection(random_classifier):
    """Put one drawing from each of two days into the user's collection."""
    collection = Collection(collection_path())
    for day, label in ((3, 7), (4, 1)):
        drawing = Drawing().with_stroke([(100, 100), (200, 100 + label)])
        reading, now = random_classifier.read(drawing), datetime(2026, 3, day, 12, 30, tzinfo=UTC)
        collection.put(corrected(drawing, label, reading, Framing.MNIST, None, now, "lenet-gui 1"))
    return collection


def test_the_path_is_the_windows(run, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    code, printed, error = run("corrections", "path")
    assert (code, error) == (0, "")
    assert Path(printed.strip()) == tmp_path / "lenet-gui" / "lenet-gui" / "corrections.jsonl"


def test_the_list_has_a_line_for_each(run, collection, random_classifier):
    code, printed, error = run("corrections", "list")
    assert (code, error) == (0, "")
    header, first, second, count = printed.splitlines()
    assert header.split() == ["date", "digit", "read", "as", "probability", "strokes"]
    source = next(collection.drawings())
    reading = random_classifier.read(source)
    percent = f"{100 * float(reading.probabilities.max()):.1f}"
    assert first.split() == [
        "2026-03-03",
        "12:30",
        "7",
        str(reading.most_probable),
        percent,
        "%",
        "1",
    ]
    assert second.split()[:3] == ["2026-03-04", "12:30", "1"]
    assert count == "2 drawings"


def test_an_empty_list_has_a_count(run):
    assert run("corrections", "list") == (0, "0 drawings\n", "")


def test_incomplete_corrections_are_listed_and_bad_lines_skipped(run, collection):
    collection.path.write_text('{"strokes": [[[1, 2]]], "label": 3, "correction": [1]}\nnonsense\n')
    code, printed, error = run("corrections", "list")
    assert code == 0
    assert printed.splitlines()[1].split() == ["3", "1"]
    assert f"{collection.path}, line 2: " in error
    assert error.endswith("It is skipped.\n")


@pytest.mark.parametrize(
    ("since", "labels"),
    [(None, [7, 1]), ("2026-03-03", [7, 1]), ("2026-03-04", [1]), ("2026-03-05", [])],
)
def test_an_export_holds_the_days_asked_for(run, collection, tmp_path, since, labels):
    out = tmp_path / "out.jsonl"
    options = ["--since", since] if since else []
    code, printed, error = run("corrections", "export", "--out", out, *options)
    noun = "drawing" if len(labels) == 1 else "drawings"
    assert (code, printed, error) == (0, f"{out}: {len(labels)} {noun}\n", "")
    assert [json.loads(line)["label"] for line in out.read_text().splitlines()] == labels


def test_evaluate_reads_the_export_and_the_collection(run, collection, tmp_path):
    out = tmp_path / "out.jsonl"
    run("corrections", "export", "--out", out)
    for path in (out, collection.path):
        code, printed, error = run("evaluate", path, "--json")
        assert (code, error) == (0, "")
        assert json.loads(printed)["n"] == 2


def test_a_bad_date_is_refused(run):
    code, _, error = run("corrections", "list", "--since", "yesterday")
    assert code == 2
    assert "yesterday is not a date such as 2026-03-04" in error


def test_an_export_that_cannot_be_written_is_reported(run, collection, tmp_path):
    out = tmp_path / "no folder" / "out.jsonl"
    code, printed, error = run("corrections", "export", "--out", out)
    assert (code, printed) == (1, "")
    assert error == f"lenet-gui: {out} can't be used: No such file or directory.\n"
