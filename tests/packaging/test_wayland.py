"""The built program under a Wayland compositor, without an X server."""

import json
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from lenet_gui.resources import resource
from tests.hand import PATIENCE, Program, compositor
from tests.packaging.conftest import bare_environment, call

pytestmark = [
    pytest.mark.bundle,
    pytest.mark.skipif(sys.platform != "linux", reason="Wayland only runs on Linux"),
    pytest.mark.skipif(not shutil.which("weston"), reason="needs weston"),
    pytest.mark.parametrize("chosen", [{}, {"QT_QPA_PLATFORM": "wayland"}], ids=["found", "named"]),
]

Environment = dict[str, str]


@pytest.fixture(scope="module")
def wayland() -> Iterator[Environment]:
    """Start a compositor and return its environment variables."""
    with compositor() as place:
        yield place


def test_the_self_test_paints_on_wayland(
    program: Path, wayland: Environment, chosen: Environment
) -> None:
    done = call(program, "self-test", "--json", environment=bare_environment(**wayland, **chosen))
    report = json.loads(done.stdout)
    assert report["ok"] is True
    assert report["screen"] == "wayland"
    assert done.stderr == ""


def test_the_window_opens_with_a_drawing_and_ends_on_a_signal(
    program: Path, wayland: Environment, chosen: Environment, tmp_path: Path
) -> None:
    drawing = resource("assets", "examples", "4.lenet.json")
    window = Program(
        None,
        tmp_path / "report",
        [str(program)],
        bare_environment(**wayland, **chosen),
        rest=["open", str(drawing)],
    )
    assert min(window.width, window.height) > 0
    assert window.next_line()["digit"] == 4
    window.process.terminate()
    assert window.process.wait(timeout=PATIENCE) == 0


def test_a_missing_compositor_is_reported(
    program: Path, wayland: Environment, chosen: Environment
) -> None:
    gone = wayland | {"WAYLAND_DISPLAY": "nobody"}
    done = call(program, environment=bare_environment(**gone, **chosen))
    assert done.returncode == 1
    assert done.stderr.startswith("lenet-gui: There is no display to open a window on")
    assert done.stderr.count("\n") == 1
