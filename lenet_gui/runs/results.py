"""What a run of training leaves behind: lines on the terminal, weights and a report."""

import platform
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date

import numpy as np

from lenet_gui import __version__
from lenet_gui.core.network.weights import Weights, save_weights
from lenet_gui.figure.charts import Curve
from lenet_gui.figure.report import Report, write_report
from lenet_gui.runs.folder import RunFolder
from lenet_gui.runs.measuring import Measurement


@dataclass(frozen=True)
class Epoch:
    """One line of the history; loss and accuracy are means over the running epoch.

    `seconds` is NaN if it is not known.
    """

    epoch: int
    loss: float
    accuracy: float
    validation_loss: float
    validation_accuracy: float
    rate: float
    seconds: float


def epoch_line(line: Epoch, epochs: int, left: float, name: str = "") -> str:
    """Return one epoch as a line for the terminal; `left` is in seconds."""
    return (
        f"{name + ' ' if name else ''}epoch {line.epoch:>{len(str(epochs))}}/{epochs}"
        f"  loss {line.loss:.4f}  accuracy {line.accuracy:.2%}"
        f"  validation loss {line.validation_loss:.4f}  accuracy {line.validation_accuracy:.2%}"
        f"  {line.seconds:.0f} s, {left / 60:.0f} min left"
    )


def described(training_data: str, recipe: str, seed: int, *libraries: str) -> dict[str, str]:
    """Return metadata for weights that were trained today; `libraries` have their versions."""
    versions = (
        f"lenet-gui {__version__}",
        *libraries,
        f"numpy {np.__version__}",
        f"Python {platform.python_version()}",
    )
    return {
        "training_data": training_data,
        "recipe": recipe,
        "seed": str(seed),
        "date": date.today().isoformat(),
        "versions": ", ".join(versions),
    }


def write_results(
    folder: RunFolder,
    recipe: str,
    weights: Weights,
    measured: Measurement,
    history: Sequence[Epoch],
    time_taken: str,
) -> None:
    """Add the accuracies to the weights' metadata, write weights and report, print the accuracies.

    Raises OSError.
    """
    accuracies = {f"accuracy on {a.name}": f"{a.accuracy:.4f}" for a in measured.answers}
    weights = replace(weights, metadata={**weights.metadata, **accuracies})
    save_weights(weights, folder.weights)
    report = Report(
        title=f"Training LeNet-5, recipe {recipe}",
        facts={**weights.metadata, "time": time_taken},
        history=[asdict(epoch) for epoch in history],
        curves=_curves(history),
        measured=measured.answers,
        figures=measured.figures,
        notes=measured.notes,
        refusal=measured.refusal,
    )
    write_report(report, folder.out)
    for answers in measured.answers:
        print(f"{answers.name}: {answers.accuracy:.2%} of {len(answers.labels):,}")


def _curves(history: Sequence[Epoch]) -> tuple[Curve, Curve]:
    """Return the curves of training and of validation over the epochs."""
    epochs = [line.epoch for line in history]
    return (
        Curve(epochs, [line.loss for line in history], [line.accuracy for line in history]),
        Curve(
            epochs,
            [line.validation_loss for line in history],
            [line.validation_accuracy for line in history],
        ),
    )
