"""A few tries of the faults, and whether they notice what they are for."""

import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from lenet_gui.core.records.session_file import Session, to_bytes
from lenet_gui.core.strokes.drawing import CANVAS_SIZE, Drawing
from tests.desk import Desk
from tests.faults import campaign, kills
from tests.faults.outcome import Outcome, table
from tests.faults.pen import MARGIN, STEP, Pen
from tests.faults.writer import drawing
from tests.faults.writing import in_collection, in_session, in_settings
from tests.hand import x_server

SEED = 8
SHORT = {
    "killed-drawing": 2,
    "killed-saving": 2,
    "killed-collecting": 2,
    "killed-writing-session": 1,
    "killed-writing-settings": 1,
    "disk-full": 1,
    "deleted-while-saving": 5,
    "clock-jumps": 1,
    "stopped": 1,
    "monitor-pulled": 1,
    "told-to-end": 2,
}
"""How often each is tried here; the long run has them all."""

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not (shutil.which("Xvfb") and shutil.which("xdotool")),
    reason="needs Linux, Xvfb and xdotool",
)


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    with x_server() as name:
        yield name


@pytest.mark.parametrize("name", SHORT)
def test_the_program_stands_it(display: str, name: str) -> None:
    if name in ("clock-jumps", "stopped") and not shutil.which("gcc"):
        pytest.skip("needs gcc")
    outcome = campaign.run(name, display, SEED, SHORT[name], is_long=False)
    assert outcome.failures == []
    assert outcome.tries == SHORT[name]


SIDE = 560
"""Pixels of a canvas on which a pixel is a unit."""


@pytest.fixture
def pen(tmp_path: Path) -> Pen:
    """Return a pen that has drawn five points, a second each, the last four seconds after zero."""
    pen = Pen(Desk("", tmp_path), (0, 0, SIDE, SIDE))
    pen.next, pen.drawn_at = 5, {number: float(number) for number in range(5)}
    return pen


def line(points: int, first: int = 0) -> Drawing:
    """Return what the pen draws on its first row, from a point on."""
    places = [(MARGIN + STEP * number, MARGIN) for number in range(first, first + points)]
    return Drawing(canvas=(CANVAS_SIZE, CANVAS_SIZE)).with_stroke(places)


def leave(pen: Pen, data: bytes) -> None:
    pen.desk.data.mkdir(parents=True)
    pen.desk.session.write_bytes(data)


@pytest.mark.parametrize(
    ("kept", "told"),
    [
        (line(5), []),
        (line(3), []),
        (line(2), ["2.50 s were lost"]),
        (line(3, first=1), ["the session is not what was drawn"]),
    ],
)
def test_what_a_killed_program_left_is_judged(pen: Pen, kept: Drawing, told: list[str]) -> None:
    leave(pen, to_bytes(Session(kept)))
    outcome = Outcome()
    assert kills.judge_session(pen, 4.5, 2.0, outcome) == len(kept.strokes[0])
    assert outcome.failures == told


def test_a_session_that_is_damaged_or_gone_is_noticed(pen: Pen) -> None:
    outcome = Outcome()
    kills.judge_session(pen, 4.5, 2.0, outcome)
    assert outcome.failures == ["4.50 s were lost"]
    leave(pen, to_bytes(Session(line(5)))[:-50])
    kills.judge_session(pen, 4.5, 2.0, outcome)
    assert "damaged" in outcome.failures[1]


def test_a_file_that_went_back_or_is_damaged_is_noticed(pen: Pen, tmp_path: Path) -> None:
    file, outcome = tmp_path / "file.json", Outcome()
    file.write_text(line(3).to_json())
    assert kills.judge_file(pen, file, 3, outcome) == 3
    assert outcome.failures == []
    kills.judge_file(pen, file, 4, outcome)
    file.write_text(line(3).to_json()[:-5])
    kills.judge_file(pen, file, 3, outcome)
    assert outcome.failures[0] == "the file went back to an earlier drawing"
    assert "damaged" in outcome.failures[1]


def test_corrections_that_are_lost_or_damaged_are_noticed(pen: Pen, tmp_path: Path) -> None:
    def noted(number: int) -> str:
        made = line(2, first=number).to_dict()
        return json.dumps({**made, "label": 3, "correction": {"id": str(number)}})

    file, outcome = tmp_path / "all.jsonl", Outcome()
    file.write_text(f"{noted(0)}\n{noted(1)}\n{noted(2)[:-9]}")
    assert kills.judge_collection(pen, file, 2, outcome) == 2
    assert outcome.failures == []
    assert outcome.figures["torn lines"] == 1
    kills.judge_collection(pen, file, 3, outcome)
    file.write_text(f"{noted(0)}\n{noted(0)}\n")
    kills.judge_collection(pen, file, 2, outcome)
    assert outcome.failures == ["1 corrections were lost", "a drawing is there twice"]


def test_files_that_are_a_mixture_are_noticed(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text('{"first": "2", "middle": "x", "next": "1"}')
    with pytest.raises(ValueError, match="settings"):
        in_settings(file)
    file.write_bytes(to_bytes(Session(drawing(7))))
    assert in_session(file) == 7
    file.write_bytes(to_bytes(Session(drawing(7).with_stroke([(1, 1)]))))
    with pytest.raises(ValueError, match="another"):
        in_session(file)
    file.write_text(f"{json.dumps(drawing(7).to_dict() | {'label': 1})}\n" * 2)
    with pytest.raises(ValueError, match="drawings"):
        in_collection(file)


def test_what_ends_a_trial_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(trial: campaign.Trial) -> Outcome:
        raise AssertionError("it never came")

    monkeypatch.setitem(campaign.FAULTS, "failing", (1, fail))
    (told,) = campaign.run("failing", "", SEED, 1).failures
    assert "it never came" in told


def test_outcomes_stand_in_a_table() -> None:
    outcome = Outcome(2, ["one"], {"seconds lost": 1.234})
    assert table([("name", outcome, 12.3)]).splitlines()[2:] == [
        "| name | 2 | 1 | seconds lost 1.23 | 12 |"
    ]
