"""The report of a training run: its history, its pictures, and a page that shows them."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import isfinite
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.datasets.answers import LabelledAnswers
from lenet_gui.core.files.whole_file import write_whole_file
from lenet_gui.figure.charts import Curve, curves, refusal_curve
from lenet_gui.figure.confusion import confusion_matrix, worst_mistakes
from lenet_gui.figure.shapes import Figure
from lenet_gui.figure.svg import to_svg


@dataclass(frozen=True, eq=False)
class Report:
    """The content of a report.

    `facts` and `figures` are rows of name and text. `history` has a row of numbers by name for each
    step or epoch, `curves` are training and validation over these. `refusal` has the shares of
    digits and of non-digits refused at increasing thresholds.
    """

    title: str
    facts: Mapping[str, str]
    history: Sequence[Mapping[str, float]] = ()
    curves: tuple[Curve, Curve] | None = None
    unit: str = "epoch"
    """What the curves' steps are counted in."""
    measured: Sequence[LabelledAnswers] = ()
    figures: Mapping[str, str] = field(default_factory=dict)
    notes: Sequence[str] = ()
    refusal: tuple[NDArray[np.float64], NDArray[np.float64]] | None = None


def write_report(report: Report, folder: Path) -> None:
    """Write report.md and its pictures, as SVG, to `folder`; history.json if there is a history.

    Raises OSError.
    """
    if report.history:
        rows = [
            {name: value if isfinite(value) else None for name, value in row.items()}
            for row in report.history
        ]
        write_whole_file(folder / "history.json", (json.dumps(rows, indent=1) + "\n").encode())
    drawn = _pictures(report)
    for name, (_, figure) in drawn.items():
        write_whole_file(folder / name, to_svg(figure).encode())
    page = markdown(report, {name: title for name, (title, _) in drawn.items()})
    write_whole_file(folder / "report.md", page.encode())


def markdown(report: Report, pictures: Mapping[str, str]) -> str:
    """Return the report as Markdown; `pictures` are titles by the names of their files."""
    parts = [f"# {report.title}", _table(("", ""), list(report.facts.items()))]
    parts += list(report.notes)
    if report.measured:
        rows = [_measured_row(answers) for answers in report.measured]
        head = ("data", "digits", "accuracy", "recall of 0 … 9")
        parts += ["## Measured", _table(head, rows)]
    if report.figures:
        parts.append(_table(("figure", "value"), list(report.figures.items())))
    parts += [f"## {title}\n\n![{title}]({name})" for name, title in pictures.items()]
    return "\n\n".join(parts) + "\n"


def _pictures(report: Report) -> dict[str, tuple[str, Figure]]:
    """Return titles and pictures, by the names of their files."""
    drawn: dict[str, tuple[str, Figure]] = {}
    if report.curves is not None:
        drawn["curves.svg"] = "Learning curves", curves(*report.curves, report.unit)
    for answers in report.measured:
        name = answers.name
        stem = re.sub(r"[\W_]+", "-", name.lower()).strip("-")
        matrix = confusion_matrix(name, answers.confusion)
        drawn[f"confusion-{stem}.svg"] = f"Confusion matrix, {name}", matrix
        drawn[f"mistakes-{stem}.svg"] = f"Worst mistakes, {name}", worst_mistakes(answers)
    if report.refusal is not None:
        title = "Refusal of digits and of non-digits"
        drawn["refusal.svg"] = title, refusal_curve(*report.refusal)
    return drawn


def _measured_row(answers: LabelledAnswers) -> tuple[str, str, str, str]:
    recall = ("–" if np.isnan(share) else f"{share:.1%}" for share in answers.recall)
    return answers.name, f"{len(answers.labels):,}", f"{answers.accuracy:.2%}", " ".join(recall)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a Markdown table."""
    body = [[cell.replace("|", r"\|") for cell in row] for row in rows]
    lines = ["| " + " | ".join(row) + " |" for row in (head, ["---"] * len(head), *body)]
    return "\n".join(lines)
