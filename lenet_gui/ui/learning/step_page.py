"""One step explained: the drawing as a batch of one, its loss, and where the gradient goes."""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from lenet_gui.core.learning.loss import loss_of
from lenet_gui.core.learning.recipe import Recipe
from lenet_gui.core.network.architecture import CLASSES, LAYERS, TRAINED_LAYERS, Layer
from lenet_gui.core.network.backward import Gradients, backward
from lenet_gui.core.network.lenet5 import Activations, Array, LeNet5
from lenet_gui.core.network.weights import Weights
from lenet_gui.ui.kit.dialogs import FollowingDialog, button_box
from lenet_gui.ui.kit.i18n import decimal, percentage
from lenet_gui.ui.kit.theme import UNIT

translate = QCoreApplication.translate


@dataclass(frozen=True, eq=False)
class OneStep:
    """A batch of one: the answer, the loss for the right digit, and all derivatives of it.

    The step is plain gradient descent: minus the learning rate times the gradient.
    """

    digit: int
    loss: float
    loss_after: float
    activations: Activations
    gradients: Gradients
    weights: Weights
    rate: float

    @property
    def probability(self) -> float:
        """The probability that the network gives to the right digit."""
        return float(self.activations.probabilities[0, self.digit])

    def strongest(self, layer: Layer) -> tuple[tuple[int, ...], float, float, float]:
        """Return the weight that changes most: its place, itself, its gradient and its step."""
        name = f"{layer.parameter}.weight"
        gradient = self.gradients.weights[name]
        place = tuple(
            int(i) for i in np.unravel_index(int(np.abs(gradient).argmax()), gradient.shape)
        )
        own = float(gradient[place])
        return place, float(self.weights.arrays[name][place]), own, -self.rate * own


def one_step(weights: Weights, padded: Array, digit: int, recipe: Recipe) -> OneStep:
    """Work out the step that one image, float32 (32, 32), with its right digit would make."""
    network = LeNet5(weights)
    label = np.array([digit])
    activations = network.forward(padded[None])
    loss = loss_of(recipe.loss, activations, label)
    found = backward(network, activations, {LAYERS[-1].name: loss.by_logits})
    rate = np.float32(recipe.learning_rate)
    moved = {name: array - rate * found.weights[name] for name, array in weights.arrays.items()}
    after = LeNet5(Weights.checked(moved, {}, "The network after the step"))
    later = loss_of(recipe.loss, after.forward(padded[None]), label)
    return OneStep(
        digit, loss.value, later.value, activations, found, weights, recipe.learning_rate
    )


def place_words(layer: Layer, place: tuple[int, ...]) -> str:
    """Return which weight a place in the layer's array is, counted from 1 as the inspector does."""
    before = LAYERS[LAYERS.index(layer) - 1]
    if layer.kind == "convolution":
        words = translate("OneStep", "{0} map {1} from {2} map {3}, row {4}, column {5}")
        source = "" if before is LAYERS[0] else before.name
        return words.format(layer.name, place[0] + 1, source or translate("OneStep", "input"),
                            place[1] + 1, place[2] + 1, place[3] + 1)  # fmt: skip
    words = translate("OneStep", "{0} unit {1} from {2} unit {3}")
    first = place[0] if layer is LAYERS[-1] else place[0] + 1
    return words.format(layer.name, first, before.name, place[1] + 1)


class StepDialog(FollowingDialog):
    """Explains one step with the drawing on the page, from the loss back to single weights."""

    def __init__(
        self, weights: Weights, padded: Array, digit: int, recipe: Recipe, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._weights, self._padded, self._recipe = weights, padded, recipe
        self._digit = QComboBox()
        self._digit.addItems([str(number) for number in range(CLASSES)])
        self._digit.setCurrentIndex(digit)
        self._text = QPlainTextEdit()
        self._text.setReadOnly(True)
        self._text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._question = QLabel()
        self._question.setBuddy(self._digit)
        box = button_box(QDialogButtonBox.StandardButton.Close)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(UNIT)
        column.addWidget(self._question)
        column.addWidget(self._digit)
        column.addWidget(self._text, 1)
        column.addWidget(box)
        self._digit.currentIndexChanged.connect(self._show)
        self.setWindowTitle(translate("OneStep", "One step explained"))
        self._question.setText(translate("OneStep", "What the digit on the page is"))
        self._show()
        line = self.fontMetrics().height()
        self.resize(44 * line, 34 * line)

    def _show(self) -> None:
        step = one_step(self._weights, self._padded, self._digit.currentIndex(), self._recipe)
        self._text.setPlainText(explanation(step, self._recipe))


def explanation(step: OneStep, recipe: Recipe) -> str:
    """Return the step in words and numbers, each of which can be checked."""
    loss = decimal(step.loss, 6)
    answer = translate("OneStep", "It gives a probability of {0} to the digit {1}.")
    if recipe.loss == "cross-entropy":
        worked_out = f"−ln {decimal(step.probability, 6)} = {loss}"
        third = translate(
            "OneStep", "3. The gradient at the output: probability minus target, for each score"
        )
    else:
        words = translate("OneStep", "binary cross-entropy, the mean over ten questions: {0}")
        worked_out = words.format(loss)
        third = translate("OneStep", "3. The gradient at the output, for each score")
    lines = [
        translate("OneStep", "1. The answer"),
        "   " + answer.format(percentage(step.probability, 2), step.digit),
        "",
        translate("OneStep", "2. The loss"),
        f"   {worked_out}",
        "",
        third,
    ]
    by_scores = step.gradients.layers[LAYERS[-1].name][0]
    lines += [f"   {digit}  {decimal(float(one), 6, has_plus=True)}"
              for digit, one in enumerate(by_scores)]  # fmt: skip
    lines += ["", translate("OneStep", "4. From there it goes back, layer by layer"), ""]
    size = translate("OneStep", "size of the gradient {0}; the weight that it moves most:")
    for layer in reversed(TRAINED_LAYERS):
        gradient = step.gradients.weights[f"{layer.parameter}.weight"]
        place, weight, own, change = step.strongest(layer)
        lines += [
            f"   {layer.name}: " + size.format(decimal(float(np.linalg.norm(gradient)), 6)),
            f"      {place_words(layer, place)}",
            f"      {decimal(weight, 6)} − {recipe.learning_rate:g} · ({decimal(own, 6)})"
            f" = {decimal(weight + change, 6)}",
            "",
        ]
    after = translate("OneStep", "the loss for this drawing is {0}, before it was {1}.")
    lines += [
        translate("OneStep", "5. After this one step of plain gradient descent"),
        "   " + after.format(decimal(step.loss_after, 6), loss),
        "   "
        + translate("OneStep", "Adam and momentum also use earlier steps; they are left out here."),
    ]
    return "\n".join(lines)
