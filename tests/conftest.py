"""Fixtures for all tests: no screen, and separate settings."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import Phase, settings

from lenet_gui.core.network.architecture import parameter_shapes
from lenet_gui.core.network.lenet5 import LeNet5
from lenet_gui.core.network.weights import Weights, save_weights
from lenet_gui.core.reading.classifier import Classifier

# Qt reads this when the first application object is created. Tests that need a real screen start
# the program in a separate process with another value.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

HOMES = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")

# For tests.mutation: the same examples each time, and no shrinking, since one failure is enough.
settings.register_profile(
    "mutation", derandomize=True, database=None, phases=(Phase.explicit, Phase.generate)
)


@pytest.fixture(autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give each test its own settings, data and logs."""
    home = tmp_path_factory.mktemp("home")
    for name in HOMES:
        monkeypatch.setenv(name, str(home / name.lower()))
    if "PySide6.QtCore" in sys.modules:
        from PySide6.QtCore import QSettings

        # Qt reads the variables only once in a process, so set the paths again.
        for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
            QSettings.setPath(kind, QSettings.Scope.UserScope, str(home / HOMES[0].lower()))


@pytest.fixture(scope="session")
def qapp_cls() -> type[Any]:
    """Make all tests share an application of the program's own class."""
    from lenet_gui.ui.kit.application import Application

    return Application


@pytest.fixture
def data_folder() -> Path:
    """Return the folder of the public data sets, or skip."""
    folder = os.environ.get("LENET_GUI_DATA")
    if not folder:
        pytest.skip("LENET_GUI_DATA does not name the folder of the data sets")
    return Path(folder)


def make_weights(seed: int = 0, scale: float = 0.2) -> Weights:
    """Return random weights that fit the layer table."""
    generator = np.random.default_rng(seed)
    arrays = {
        name: generator.normal(0, scale, shape).astype(np.float32)
        for name, shape in parameter_shapes().items()
    }
    return Weights.checked(arrays, {"recipe": "random numbers"}, "The random weights")


@pytest.fixture(scope="session")
def random_weights() -> Weights:
    """Return untrained weights that fit the layer table."""
    return make_weights()


@pytest.fixture(scope="session")
def weights_file(random_weights: Weights, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a safetensors file of random weights."""
    path = tmp_path_factory.mktemp("weights") / "random.safetensors"
    save_weights(random_weights, path)
    return path


@pytest.fixture(scope="session")
def random_classifier(random_weights: Weights) -> Classifier:
    """Return a classifier with random weights."""
    return Classifier(LeNet5(random_weights))


@pytest.fixture
def seven(tmp_path: Path) -> Path:
    """Return the path of a drawing of a 7."""
    path = tmp_path / "seven.json"
    path.write_text('{"strokes": [[[100, 100], [300, 100], [180, 420]]], "label": 7}')
    return path


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs the command line: (exit code, standard output, error)."""
    from lenet_gui.cli import main

    def run_here(*arguments: object) -> tuple[int, str, str]:
        capfd.readouterr()
        before = signal.getsignal(signal.SIGINT)
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as stop:  # argparse exits this way
            code = stop.code if isinstance(stop.code, int) else 1
        finally:
            signal.signal(signal.SIGINT, before)  # the window sets its own handler
        out, error = capfd.readouterr()
        return code, out, error

    return run_here
