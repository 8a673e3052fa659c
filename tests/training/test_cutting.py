"""What cuts cost is learned from numbers whose right cuts are known."""

import numpy as np
import pytest
import torch

from lenet_gui.core.network.lenet5 import LeNet5
from lenet_gui.core.network.weights import load_weights
from lenet_gui.core.numbers.costs import DIGIT_COSTS, MARK_COSTS, NEIGHBOUR_COSTS
from lenet_gui.core.numbers.lattice import log_total
from lenet_gui.core.numbers.number_reader import Grounds
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.resources import default_weights
from lenet_gui.training.cutting import Example, Stack, examples_of, fit_belief, fit_costs
from lenet_gui.training.handwriting.numbers import Manner, made_numbers
from lenet_gui.training.handwriting.templates import draw_template

TABLES = (DIGIT_COSTS, MARK_COSTS, NEIGHBOUR_COSTS)


@pytest.fixture(scope="module")
def examples() -> list[Example]:
    random = np.random.default_rng(1)
    written = [[(draw_template(digit, random), digit) for digit in range(10)]]
    manner = Manner((-0.05, 0.35), marks=0.2)
    classifier = Classifier(LeNet5(load_weights(default_weights())))
    return examples_of(classifier, made_numbers(written, manner, random, 30))


def test_a_stack_adds_up_what_each_lattice_does(examples: list[Example]) -> None:
    weights = torch.tensor([value for table in TABLES for value in table.values()])
    stack = Stack.of(examples)
    known = len(DIGIT_COSTS) + len(MARK_COSTS)
    costs = stack.digits @ weights[:known].double()
    totals = stack.log_totals(costs, stack.neighbours @ weights[known:].double())
    alone = [log_total(one.lattice) for one in examples]

    assert totals.numpy() == pytest.approx(alone, abs=1e-5)


def test_fitted_costs_make_right_cuts_more_probable(examples: list[Example]) -> None:
    stack, fitted = Stack.of(examples), torch.tensor(fit_costs(examples))
    start = torch.zeros_like(fitted)
    assert stack.loss(fitted) < 0.1 * stack.loss(start)
    assert fitted[len(DIGIT_COSTS) + 1] == MARK_COSTS["above or below something larger"]


def test_right_cuts_hold_all_pieces_of_each_digit(examples: list[Example]) -> None:
    for one in examples:
        digits = [
            edge.run
            for edge, is_right in zip(one.lattice.edges, one.right, strict=True)
            if is_right and not edge.is_mark
        ]
        assert sum(map(len, digits)) == len(frozenset().union(*digits))


def test_belief_leaves_out_few_numbers_and_most_others() -> None:
    random = np.random.default_rng(2)
    gains, missing = random.uniform(4, 15, 1000), random.uniform(0, 2, 1000)
    numbers = [Grounds(*pair) for pair in zip(gains, missing, strict=True)]
    others = [Grounds(gain / 4, 2 + lack) for gain, lack in numbers]
    by_gain, less = fit_belief(numbers, [others])

    def believed(grounds: Grounds) -> bool:
        return bool(grounds.missing <= by_gain * np.log1p(grounds.gain) - less)

    assert sum(map(believed, numbers)) == 995
    assert sum(map(believed, others)) < 20
