"""Fitting the costs of reading a slid network."""

import itertools
from collections import defaultdict

import numpy as np
import pytest
import torch

from lenet_gui.core.numbers.sliding import COSTS, ONE, steps_of
from lenet_gui.training.sliding import Batch, costs_from, fit, log_probability


def vector():
    """Return the shipped costs in the order in which they are fitted."""
    between = [cost for row in COSTS.between for cost in row]
    values = [COSTS.unlikely, COSTS.missing, *COSTS.column, COSTS.first, *COSTS.going_on, *between]
    return torch.tensor(values, dtype=torch.float64)


def batch_of(texts, columns=3, seed=4):
    """Return columns of random features, the same for each text."""
    random = np.random.default_rng(seed)
    unlikely, missing = random.uniform(0, 6, (columns, 10)), random.uniform(0, 6, (columns, 1))
    one = np.zeros((columns, 10))
    one[:, ONE] = 1
    features = np.stack((unlikely, np.broadcast_to(missing, one.shape), 1 - one, one), axis=-1)
    stacked = torch.tensor(np.stack([features] * len(texts)))
    return Batch(stacked, torch.full((len(texts),), columns), texts)


def test_fitted_costs_are_read_as_they_are_kept():
    assert costs_from(vector().tolist()) == COSTS


def test_a_texts_probability_is_that_of_all_ways_to_read_it():
    texts = ["4", "12", "44", "7", "121", "55"]
    batch, steps = batch_of(texts), steps_of(COSTS)
    own = np.zeros((3, len(steps)))
    own[:, :10] = (batch.features[0] @ vector()[:4]).numpy()
    sums = defaultdict(float)
    for way in itertools.product(range(len(steps)), repeat=3):
        cost = steps[-1, way[0]] + steps[way[0], way[1]] + steps[way[1], way[2]]
        cost += sum(own[column, state] for column, state in enumerate(way))
        shown = [state if state < 10 else None for state in way]
        text = "".join(str(digit) for digit, _ in itertools.groupby(shown) if digit is not None)
        sums[text] += np.exp(-cost)
    total = sum(sums.values())

    expected = [np.log(sums[text] / total) for text in texts]
    assert log_probability(vector(), batch).tolist() == pytest.approx(expected)


def test_fitting_makes_texts_more_probable():
    batch = batch_of(["12", "3", "90"], columns=6)
    fitted = fit(batch, rounds=5)

    assert log_probability(fitted, batch).mean() > log_probability(vector(), batch).mean()
