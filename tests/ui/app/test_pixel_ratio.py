"""Ink is under the pointer at any scale of the screen."""

import json
import os
import subprocess
import sys

import pytest


@pytest.mark.parametrize("factor", ["1", "1.25", "1.5", "2"])
def test_ink_is_where_the_pointer_is(factor: str) -> None:
    environment = os.environ | {"QT_SCALE_FACTOR": factor, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.ui.pixel_ratio"]
    done = subprocess.run(command, env=environment, capture_output=True, check=True)
    told = json.loads(done.stdout)
    assert told["ratio"] == float(factor)
    assert len(told["off"]) == 6
    for across, down in told["off"]:
        # At 125 % the canvas begins in the middle of a device pixel: no ink can be nearer.
        assert abs(across) <= 0.55
        assert abs(down) <= 0.55
