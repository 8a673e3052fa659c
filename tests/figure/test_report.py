"""A report: its page shows the pictures that were written with it."""

import json
import re

import numpy as np

from lenet_gui.core.datasets.answers import LabelledAnswers
from lenet_gui.figure.charts import Curve
from lenet_gui.figure.report import Report, markdown, write_report

ANSWERS = LabelledAnswers(
    "Some digits | a test",
    np.zeros((4, 28, 28), np.uint8),
    np.array([1, 1, 2, 3]),
    np.log(np.eye(10)[[1, 2, 2, 3]] + 0.01),
)
REPORT = Report(
    title="A run",
    facts={"seed": "3"},
    history=[{"epoch": 1, "loss": 0.5}, {"epoch": 2, "loss": float("nan")}],
    curves=(Curve([1, 2], [0.5, 0.25], [0.5, 0.75]), Curve([2], [0.5], [0.5])),
    measured=[ANSWERS],
    figures={"lowest recall": "50 %"},
    notes=["A note."],
    refusal=(np.array([0, 0.1]), np.array([0.5, 0.9])),
)


def test_the_page_shows_every_picture_that_was_written(tmp_path):
    write_report(REPORT, tmp_path)
    page = (tmp_path / "report.md").read_text(encoding="utf-8")
    pictures = {path.name for path in tmp_path.glob("*.svg")}
    assert pictures == {
        "curves.svg",
        "confusion-some-digits-a-test.svg",
        "mistakes-some-digits-a-test.svg",
        "refusal.svg",
    }
    assert set(re.findall(r"!\[.+?\]\((.+?)\)", page)) == pictures
    assert {path.name for path in tmp_path.iterdir()} == pictures | {"report.md", "history.json"}
    for row in (
        "| seed | 3 |",
        "| lowest recall | 50 % |",
        r"| Some digits \| a test | 4 | 75.00% | – 50.0% 100.0% 100.0% – – – – – – |",
    ):
        assert row in page.splitlines()
    assert "A note." in page


def test_the_history_is_json_whatever_the_loss(tmp_path):
    write_report(REPORT, tmp_path)
    history = json.loads((tmp_path / "history.json").read_text(), parse_constant=int)
    assert history == [{"epoch": 1, "loss": 0.5}, {"epoch": 2, "loss": None}]


def test_a_report_without_history_has_no_curves(tmp_path):
    report = Report("Measured", {"seed": "3"})
    write_report(report, tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["report.md"]
    assert (tmp_path / "report.md").read_text(encoding="utf-8") == markdown(report, {})
