"""`compare`: two drawings, or two sets of weights, as text, as JSON and as a figure."""

import json
import xml.etree.ElementTree as ET

import pytest

from lenet_gui.core.network.weights import save_weights
from tests.conftest import make_weights


@pytest.fixture(autouse=True)
def _random_weights(monkeypatch, weights_file):
    """Use random weights by default."""
    monkeypatch.setattr("lenet_gui.resources.default_weights", lambda: weights_file)


@pytest.fixture
def one(tmp_path):
    path = tmp_path / "one.json"
    path.write_text('{"strokes": [[[10, 0], [10, 80]]]}', "utf-8")
    return path


@pytest.fixture
def others(tmp_path):
    path = tmp_path / "others.safetensors"
    save_weights(make_weights(7), path)
    return path


def test_two_drawings_are_compared_as_they_are_classified(run, seven, one):
    code, out, error = run("compare", seven, one, "--json")
    assert (code, error) == (0, "")
    found = json.loads(out)
    _, lines, _ = run("classify", seven, one, "--json")
    for side, line in zip((found["pinned"], found["current"]), lines.splitlines(), strict=True):
        assert side["probabilities"] == json.loads(line)["probabilities"]
    assert found["distances"]["F6"] > 0


def test_a_drawing_compared_with_itself_has_no_distance(run, seven):
    _, out, _ = run("compare", seven, seven, "--json")
    assert set(json.loads(out)["distances"].values()) == {0.0}


def test_one_drawing_under_two_weights(run, seven, others):
    code, out, error = run("compare", seven, "--against-weights", others, "--json")
    assert (code, error) == (0, "")
    found = json.loads(out)
    assert found["distances"]["input"] == 0
    assert found["distances"]["C1"] > 0
    _, line, _ = run("--weights", others, "classify", seven, "--json")
    assert found["pinned"]["probabilities"] == json.loads(line)["probabilities"]


def test_the_text_has_scores_and_distances(run, seven, one):
    code, out, _ = run("compare", seven, one)
    assert code == 0
    assert "difference" in out
    assert out.splitlines()[-1].startswith("F6")


@pytest.mark.usefixtures("qapp")
def test_a_figure_is_written_as_its_ending_says(run, seven, one, tmp_path):
    svg, png = tmp_path / "a.svg", tmp_path / "a.png"
    for path in (svg, png):
        assert run("compare", seven, one, "--out", path, "--theme", "dark") == (0, "", "")
    ET.parse(svg)
    assert png.read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    "arguments",
    [
        ("{seven}",),
        ("{seven}", "{seven}", "--against-weights", "{others}"),
        ("{seven}", "{seven}", "--out", "a.npz"),
    ],
)
def test_what_makes_no_comparison_is_wrong_usage(run, seven, others, arguments):
    names = {"seven": seven, "others": others}
    assert run("compare", *(argument.format(**names) for argument in arguments))[0] == 2


def test_a_drawing_is_never_overwritten(run, tmp_path, seven):
    path = tmp_path / "mine.svg"
    assert run("export", seven, "--out", path)[0] == 0
    before = path.read_bytes()
    code, _, error = run("compare", path, seven, "--out", path)
    assert code == 1
    assert "Choose another file" in error
    assert path.read_bytes() == before
