"""The speed guard fails, and only for the right reason."""

import json
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("torch")

from lenet_gui.core.network.lenet5 import LeNet5
from tests.benchmarks import guard
from tests.conftest import make_weights

IMAGES = np.zeros((64, 32, 32), np.float32)


def test_half_as_slow_again_is_the_limit() -> None:
    recorded = {"a": 2.0, "b": 0.5}
    assert guard.too_slow({"a": 3.0, "b": 0.1}, recorded) == {}
    assert guard.too_slow({"a": 3.2, "b": 0.1}, recorded) == {
        "a": "1.60 times as slow as recorded."
    }


def test_a_case_without_a_record_fails() -> None:
    assert guard.too_slow({"new": 1.0}, {}) == {"new": "no ratio is recorded; run with --record."}


def test_every_guarded_case_is_recorded() -> None:
    assert sorted(json.loads(guard.RECORDED.read_text())) == sorted(guard.cases())


@pytest.fixture
def one_case(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> LeNet5:
    """Make the guard compare one forward pass with another, and record the ratio."""
    network, yardstick = LeNet5(make_weights(1)), LeNet5(make_weights(2))
    case = (lambda: network.forward(IMAGES), lambda: yardstick.forward(IMAGES))
    monkeypatch.setattr(guard, "RECORDED", tmp_path / "ratios.json")
    monkeypatch.setattr(guard, "cases", lambda: {"forward": case})
    assert guard.main(["--record"]) == 0
    return network


@pytest.mark.usefixtures("one_case")
def test_the_same_work_passes() -> None:
    assert guard.main([]) == 0


def test_three_times_the_work_fails(
    one_case: LeNet5, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    forward = one_case.forward

    def slow(images: np.ndarray) -> object:
        return [forward(images) for _ in range(3)]

    monkeypatch.setattr(one_case, "forward", slow)
    assert guard.main([]) == 1
    assert "forward: " in capsys.readouterr().err
