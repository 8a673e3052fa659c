"""A short run of the soak test; CONTRIBUTING explains the long one."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.soak import MOST, complaints

ROOT = Path(__file__).resolve().parent.parent
CALM = {"grown": dict.fromkeys(MOST, 0), "qt said": [], "reads like a new window": True}


@pytest.mark.skipif(sys.platform != "linux", reason="reads Linux's process information")
def test_a_few_hundred_visitors_leave_nothing_behind() -> None:
    command = [sys.executable, "-m", "tests.soak", "--events", "8000", "--seed", "8"]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr


@pytest.mark.parametrize("name", MOST)
def test_growth_is_reported(name: str) -> None:
    grown = {"grown": {**CALM["grown"], name: MOST[name] + 1}}  # type: ignore[dict-item]
    assert complaints(CALM) == []
    (problem,) = complaints(CALM | grown)
    assert name in problem


@pytest.mark.parametrize(
    "other", [{"qt said": ["QtWarningMsg: x"]}, {"reads like a new window": False}]
)
def test_other_problems_are_reported(other: dict[str, object]) -> None:
    assert len(complaints(CALM | other)) == 1
