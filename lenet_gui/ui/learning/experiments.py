"""Prepared experiments: settings that teach something, with what to look at."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from lenet_gui.core.learning.recipe import REFERENCE, Recipe
from lenet_gui.ui.learning.setup import Setup, Start

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Experiment:
    """An experiment: its name, what it shows, and its settings."""

    title: Callable[[], str]
    lesson: Callable[[], str]
    setup: Setup


EXPERIMENTS = (
    Experiment(
        lambda: translate("Experiments", "A learning rate too high"),
        lambda: translate(
            "Experiments",
            "Each step overshoots: the loss jumps and hardly falls. Try 0.02 afterwards.",
        ),
        Setup(Recipe(optimizer="sgd", learning_rate=2.0)),
    ),
    Experiment(
        lambda: translate("Experiments", "A hundred digits only"),
        lambda: translate(
            "Experiments",
            "It learns them by heart: training accuracy reaches 100 %, validation accuracy stays"
            " behind, and its loss rises again.",
        ),
        Setup(Recipe(batch_size=20, epochs=60), count=100),
    ),
    Experiment(
        lambda: translate("Experiments", "With dropout"),
        lambda: translate(
            "Experiments",
            "Half of the units of C5 and F6 are switched off in each step. Learning takes longer,"
            " and training and validation stay closer. Compare it with no dropout.",
        ),
        Setup(Recipe(dropout=0.5, epochs=30)),
    ),
    Experiment(
        lambda: translate("Experiments", "Begin from the shipped weights"),
        lambda: translate(
            "Experiments",
            "It reads well from the first step, and the loss is small: there is little left to"
            " learn from these digits.",
        ),
        Setup(Recipe(learning_rate=0.0005, epochs=5), start=Start.SHIPPED),
    ),
    Experiment(
        lambda: translate("Experiments", "The tutorial’s recipe"),
        lambda: translate(
            "Experiments",
            "A widespread tutorial: Adam with a learning rate of 0.01, dropout 0.2, and binary"
            " cross-entropy over the softmax.",
        ),
        Setup(REFERENCE),
    ),
)
