"""The report of a run: learning curves, confusion matrices, worst mistakes."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

import numpy as np
from matplotlib.figure import Figure
from numpy.typing import NDArray

from lenet_gui.core.files.whole_file import whole_file, write_whole_file
from lenet_gui.core.network.architecture import CLASSES
from lenet_gui.training.fit import Epoch

Counts = NDArray[np.int64]
ACCENT, SECOND = "#2563a8", "#d9730d"
"""Blue and orange, also for colour-blind readers."""
MISTAKES = 40


@dataclass(frozen=True)
class Answers:
    """A network's answers to labelled digits: images uint8 (n, 28, 28), log p (n, 10)."""

    name: str
    images: NDArray[np.uint8]
    labels: NDArray[np.int64]
    log_probabilities: NDArray[np.float64]

    @property
    def answers(self) -> NDArray[np.int64]:
        """The most probable digits, (n,)."""
        return np.asarray(self.log_probabilities.argmax(axis=1), np.int64)

    @property
    def accuracy(self) -> float:
        """The share of right answers."""
        return float((self.answers == self.labels).mean())

    @property
    def confusion(self) -> Counts:
        """Counts, int64 (10, 10): a row for each label, a column for each answer."""
        counts = np.bincount(self.labels * CLASSES + self.answers, minlength=CLASSES**2)
        return np.asarray(counts.reshape(CLASSES, CLASSES), np.int64)

    @property
    def recall(self) -> NDArray[np.float64]:
        """The share of each digit read right, (10,); NaN for digits without samples."""
        seen = self.confusion.sum(axis=1)
        return np.where(seen > 0, np.diag(self.confusion) / np.maximum(seen, 1), np.nan)


@dataclass(frozen=True)
class Run:
    """The content of a report; `facts` and `figures` are rows of name and text."""

    title: str
    facts: Mapping[str, str]
    history: Sequence[Epoch]
    measured: Sequence[Answers]
    figures: Mapping[str, str] = field(default_factory=dict)
    notes: Sequence[str] = ()
    refusal: tuple[NDArray[np.float64], NDArray[np.float64]] | None = None


def write_report(run: Run, folder: Path) -> None:
    """Write history, report and pictures to `folder`, each picture as PNG and SVG."""
    pictures = []
    if run.history:
        history = [asdict(line) for line in run.history]
        data = (json.dumps(history, indent=1) + "\n").encode()
        write_whole_file(folder / "history.json", data)
        _save(_curves(run.history), folder / "curves")
        pictures.append(("Learning curves", "curves"))
    for answers in run.measured:
        stem = re.sub("[^a-z0-9]+", "-", answers.name.lower())
        _save(_confusion(answers), folder / f"confusion-{stem}")
        _save(_mistakes(answers), folder / f"mistakes-{stem}")
        pictures += [
            (f"Confusion matrix, {answers.name}", f"confusion-{stem}"),
            (f"Worst mistakes, {answers.name}", f"mistakes-{stem}"),
        ]
    if run.refusal is not None:
        _save(_refusal(*run.refusal), folder / "refusal")
        pictures.append(("Refusal of digits and of non-digits", "refusal"))
    write_whole_file(folder / "report.md", markdown(run, pictures).encode())


def _save(figure: Figure, path: Path) -> None:
    for kind in ("png", "svg"):
        with whole_file(path.with_suffix(f".{kind}")) as file:
            figure.savefig(file, format=kind, dpi=110 if kind == "png" else "figure")


def _curves(history: Sequence[Epoch]) -> Figure:
    """Draw loss and accuracy, training and validation, over the epochs."""
    figure = Figure(figsize=(9, 3.6), layout="constrained")
    loss, accuracy = figure.subplots(1, 2)
    epochs = [line.epoch for line in history]
    marker = "o" if len(epochs) < 3 else ""
    for axes, title, training, validation in (
        (loss, "Loss", [e.loss for e in history], [e.validation_loss for e in history]),
        (
            accuracy,
            "Accuracy",
            [e.accuracy for e in history],
            [e.validation_accuracy for e in history],
        ),
    ):
        axes.plot(epochs, training, color=SECOND, marker=marker, label="training")
        axes.plot(epochs, validation, color=ACCENT, marker=marker, label="validation")
        if min(training + validation) > 0 and max(training) > 20 * min(validation):
            axes.set_yscale("log")  # in distillation, the two losses differ in kind and size
        axes.set_title(title)
        axes.set_xlabel("epoch")
        axes.grid(alpha=0.25)
        axes.legend(frameon=False)
    return figure


def _confusion(answers: Answers) -> Figure:
    """Draw the counts as a table, and colour wrong answers."""
    counts = answers.confusion
    wrong = np.where(np.eye(CLASSES, dtype=bool), 0, counts)
    figure = Figure(figsize=(6, 5.6), layout="constrained")
    axes = figure.subplots()
    axes.imshow(wrong, cmap="Oranges", vmax=max(1, int(wrong.max()) * 2))
    for label in range(CLASSES):
        for answer in range(CLASSES):
            if counts[label, answer]:
                axes.text(answer, label, f"{counts[label, answer]}", ha="center", va="center",
                          fontsize=9)  # fmt: skip
    axes.set_xticks(range(CLASSES))
    axes.set_yticks(range(CLASSES))
    axes.set_xlabel("read as")
    axes.set_ylabel("written")
    axes.set_title(f"{answers.name}: {answers.accuracy:.2%} of {len(answers.labels):,}")
    return figure


def _mistakes(answers: Answers) -> Figure:
    """Draw the misread digits, the most confident mistakes first."""
    wrong = np.flatnonzero(answers.answers != answers.labels)
    sure = answers.log_probabilities[wrong, answers.labels[wrong]]
    worst = wrong[np.argsort(sure)][:MISTAKES]
    columns = 10
    rows = max(1, -(-len(worst) // columns))
    figure = Figure(figsize=(9, 1.15 * rows + 0.4), layout="constrained")
    figure.suptitle(f"{answers.name}: {len(wrong)} misread, the worst first", fontsize=10)
    grid = figure.subplots(rows, columns, squeeze=False).ravel()
    for axes in grid:
        axes.axis("off")
    for axes, index in zip(grid, worst, strict=False):
        axes.imshow(answers.images[index], cmap="gray_r", vmin=0, vmax=255)
        axes.set_title(f"{answers.labels[index]} as {answers.answers[index]}", fontsize=8)
    return figure


def _refusal(digits: NDArray[np.float64], outliers: NDArray[np.float64]) -> Figure:
    """Draw the share of non-digits refused against the share of digits refused by mistake."""
    figure = Figure(figsize=(5, 4), layout="constrained")
    axes = figure.subplots()
    axes.plot(digits * 100, outliers * 100, color=ACCENT)
    axes.axvline(1, color=SECOND, linestyle="--", linewidth=1)
    axes.set_xlim(0, 5)
    axes.set_ylim(0, 101)
    axes.set_xlabel("digits refused, %")
    axes.set_ylabel("non-digits refused, %")
    axes.grid(alpha=0.25)
    return figure


def markdown(run: Run, pictures: Sequence[tuple[str, str]]) -> str:
    """Return the report as Markdown; `pictures` are titles and file names without extension."""
    parts = [f"# {run.title}", _table(("", ""), list(run.facts.items()))]
    parts += list(run.notes)
    rows = [
        (
            answers.name,
            f"{len(answers.labels):,}",
            f"{answers.accuracy:.2%}",
            " ".join("–" if np.isnan(share) else f"{share:.1%}" for share in answers.recall),
        )
        for answers in run.measured
    ]
    parts += ["## Measured", _table(("data", "digits", "accuracy", "recall of 0 … 9"), rows)]
    if run.figures:
        parts.append(_table(("figure", "value"), list(run.figures.items())))
    for title, stem in pictures:
        parts.append(f"## {title}\n\n![{title}]({stem}.png)")
    return "\n\n".join(parts) + "\n"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a Markdown table."""
    lines = ["| " + " | ".join(row) + " |" for row in (head, ["---"] * len(head), *rows)]
    return "\n".join(lines)
