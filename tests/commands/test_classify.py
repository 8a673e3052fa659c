"""`classify`: drawings, JSON Lines, pictures and bad files."""

import io
import json
import re
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage
from safetensors.numpy import save_file

from lenet_gui.core.network.architecture import parameter_shapes
from lenet_gui.core.network.weights import load_weights, save_weights
from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.core.reading.reading import THRESHOLD_KEY
from lenet_gui.core.strokes.drawing import parse_drawing
from lenet_gui.media import sources

SEVEN = '{"strokes": [[[100, 100], [300, 100], [180, 420]]], "mood": "good"}'
ONE = '{"strokes": [[[100, 100], [100, 420]]]}'
EMPTY = '{"strokes": []}'


@pytest.fixture(autouse=True)
def _random_weights(monkeypatch: pytest.MonkeyPatch, weights_file: Path) -> None:
    """Use random weights by default."""
    monkeypatch.setattr("lenet_gui.resources.default_weights", lambda: weights_file)


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    for row in range(8, 32):
        for column in range(18, 22):
            image.setPixelColor(column, row, QColor("black"))
    path = tmp_path / "one.png"
    assert image.save(str(path))
    return path


def answers(out: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


def test_the_result_is_the_classifiers(run, seven, random_classifier: Classifier):
    code, out, error = run("classify", "--json", seven)
    assert (code, error) == (0, "")
    (answer,) = answers(out)
    expected = random_classifier.read(parse_drawing(seven.read_text()))
    first = ["file", "verdict", "digit", "probabilities"]
    assert list(answer) == [*first, "text", "probability", "digits"]
    assert answer["file"] == str(seven)
    assert answer["digit"] == expected.digit
    np.testing.assert_allclose(answer["probabilities"], expected.probabilities, atol=1e-6)


def test_the_text_names_winner_and_runner_up(run, seven, random_classifier: Classifier):
    code, out, _ = run("classify", seven)
    probabilities = random_classifier.read(parse_drawing(seven.read_text())).probabilities
    second, first = np.argsort(probabilities)[-2:]
    assert code == 0
    best, next_best = (f"{100 * probabilities[digit]:.1f} %" for digit in (first, second))
    assert " ".join(out.split()) == f"{seven}: {first} {best} then {second} {next_best}"


def test_percentages_are_aligned(run, seven, tmp_path):
    other = tmp_path / "other.json"
    other.write_text(ONE)
    lines = run("classify", seven, other)[1].splitlines()
    percents = [[found.end() for found in re.finditer(r"\d+\.\d %", line)] for line in lines]
    assert len(percents[0]) == 2
    assert percents[0] == percents[1]


def test_control_characters_in_a_name_are_escaped(run, tmp_path, seven):
    bad, good = tmp_path / "a\x1b[31m\nb\x9b.json", tmp_path / "\x07c.json"
    try:
        bad.write_text("{")
        good.write_text(SEVEN)
    except OSError:
        pytest.skip("this file system refuses such names")
    code, out, error = run("classify", bad, good)
    assert code == 1
    assert error.startswith(rf"lenet-gui: {tmp_path}/a\x1b[31m\nb\x9b.json: The drawing")
    assert out.startswith(rf"{tmp_path}/\x07c.json: ")
    assert json.loads(run("classify", "--json", good)[1])["file"] == str(good)


def test_an_empty_drawing_has_no_digit(run, tmp_path):
    path = tmp_path / "empty.json"
    path.write_text(EMPTY)
    code, out, _ = run("classify", "--json", path)
    assert code == 0
    nothing = {"verdict": "empty", "digit": None, "probabilities": None}
    assert answers(out) == [
        {"file": str(path), **nothing, "text": None, "probability": None, "digits": []}
    ]
    assert "nothing drawn" in run("classify", path)[1]


def test_a_dot_is_too_little_ink(run, tmp_path):
    path = tmp_path / "dot.json"
    path.write_text('{"strokes": [[[280, 280]]], "canvas": [560, 560], "pen_width": 32}')
    (answer,) = answers(run("classify", "--json", path)[1])
    assert (answer["verdict"], answer["digit"]) == ("too-little-ink", None)
    assert "too little ink to tell" in run("classify", path)[1]


@pytest.mark.parametrize("name", ["many.jsonl", "many.txt"])
def test_results_have_line_numbers(run, tmp_path, name):
    path = tmp_path / name
    path.write_text(f"\ufeff{SEVEN}\n\n{EMPTY}\n{SEVEN}\n", encoding="utf-8")
    code, out, error = run("classify", "--json", path)
    assert (code, error) == (0, "")
    assert [answer["line"] for answer in answers(out)] == [1, 3, 4]
    assert answers(out)[1]["digit"] is None
    assert answers(out)[0]["digit"] == answers(out)[2]["digit"] is not None
    assert [line.split()[0] for line in run("classify", path)[1].splitlines()] == [
        f"{path}:{line}:" for line in (1, 3, 4)
    ]


def test_a_single_line_also_has_a_number(run, tmp_path):
    path = tmp_path / "one.jsonl"
    path.write_text(SEVEN)
    assert answers(run("classify", "--json", path)[1])[0]["line"] == 1


def test_an_indented_drawing_is_one_drawing(run, tmp_path, seven):
    path = tmp_path / "indented.json"
    path.write_text(json.dumps(json.loads(SEVEN), indent=2))
    code, out, _ = run("classify", "--json", path, seven)
    indented, plain = answers(out)
    assert code == 0
    assert "line" not in indented
    assert indented["probabilities"] == plain["probabilities"]


@pytest.mark.usefixtures("qapp")
def test_a_picture_is_read(run, picture):
    code, out, error = run("classify", "--json", picture)
    assert (code, error) == (0, "")
    (answer,) = answers(out)
    assert answer["digit"] in range(10)
    assert sum(answer["probabilities"]) == pytest.approx(1, abs=1e-5)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("kind", ["drawing", "lines", "picture"])
def test_standard_input_may_be_of_any_kind(run, monkeypatch, seven, picture, kind):
    data = {
        "drawing": seven.read_bytes(),
        "lines": f"{SEVEN}\n{SEVEN}".encode(),
        "picture": picture.read_bytes(),
    }[kind]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    code, out, error = run("classify", "--json", "-")
    assert (code, error) == (0, "")
    assert all(answer["file"] == "-" for answer in answers(out))
    assert len(answers(out)) == (2 if kind == "lines" else 1)


def test_missing_standard_input_is_reported(run, monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    assert run("classify", "-") == (1, "", "lenet-gui: Standard input is empty.\n")


def test_framing_can_be_turned_off(run, tmp_path):
    path = tmp_path / "small.json"
    path.write_text(
        '{"strokes": [[[10, 10], [60, 10], [30, 90]]], "canvas": [560, 560], "pen_width": 40}'
    )
    framed, whole = (
        answers(run("classify", "--json", path, "--framing", framing)[1])[0]["probabilities"]
        for framing in ("mnist", "none")
    )
    assert framed != whole


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (b" \n", "is empty"),
        (b"Dear diary,", "is neither a drawing"),
        (b"\x00\x01\x02" * 50, "is neither a drawing"),
        (b"[[[1, 2]]]", "is neither a drawing"),
        (b"\x80\x04\x95.", "is neither a drawing"),
        (SEVEN.encode("utf-16"), r"is neither a drawing \(JSON\) nor a supported picture"),
        (b"{", "is not valid JSON"),
        (b"{}", "a list of"),
        (b'{"strokes": 3}', "a list of"),
        (b'{"strokes": [[[1, 2, 3]]]}', "points"),
        (b'{"strokes": [[["a", "b"]]]}', "points"),
        (b'{"strokes": [[[NaN, 1]]]}', ""),
        (b'{"strokes": [[[1e400, 1]]]}', "numbers"),
        (b'{"strokes": [], "label": -1}', "label"),
        (b'{"strokes": ' + b"[" * 100_000, "nested too deeply|not valid JSON"),
        (b'{"strokes": [[[1, 2]]], "name": "\xff"}', "not valid JSON"),
    ],
)
def test_a_bad_file_gets_one_sentence_and_the_others_are_read(
    run, tmp_path, seven, content, sentence
):
    bad = tmp_path / "bad"
    bad.write_bytes(content)
    code, out, error = run("classify", "--json", bad, seven)
    assert code == 1
    assert [answer["file"] for answer in answers(out)] == [str(seven)]
    assert error.startswith(f"lenet-gui: {bad}")
    assert error.count("\n") == 1
    assert re.search(sentence, error)


def test_each_bad_line_is_reported(run, tmp_path):
    path = tmp_path / "many.jsonl"
    path.write_text(f"{SEVEN}\nnot json\n{SEVEN}\n{{}}\n")
    code, out, error = run("classify", "--json", path)
    assert code == 1
    assert [answer["line"] for answer in answers(out)] == [1, 3]
    first, second = error.splitlines()
    assert first.startswith(f"lenet-gui: {path}, line 2: The drawing is not valid JSON")
    assert second.startswith(f"lenet-gui: {path}, line 4: A drawing must be")


@pytest.mark.parametrize("name", ["many.jsonl", "many.NDJSON"])
def test_a_bad_first_line_does_not_hide_the_others(run, tmp_path, name):
    path = tmp_path / name
    path.write_text(f"not json\n{SEVEN}\n")
    code, out, error = run("classify", "--json", path)
    assert code == 1
    assert [answer["line"] for answer in answers(out)] == [2]
    assert error.startswith(f"lenet-gui: {path}, line 1: The drawing is not valid JSON")


@pytest.mark.parametrize(
    "text",
    [
        f"  {SEVEN}\n  {SEVEN}\n",
        f"\t{SEVEN}\n{SEVEN}\n",
        f"{SEVEN}\n  {SEVEN}\n",
        f"\n {SEVEN} \r\n\n   {SEVEN}",
    ],
)
def test_lines_may_be_indented_whatever_the_file_name(run, tmp_path, text):
    path = tmp_path / "many.json"
    path.write_text(text, newline="")
    code, out, error = run("classify", "--json", path)
    assert (code, error) == (0, "")
    assert [answer["digit"] is None for answer in answers(out)] == [False, False]
    assert all("line" in answer for answer in answers(out))


def test_a_bad_first_line_does_not_hide_the_others_whatever_the_file_name(run, tmp_path):
    path = tmp_path / "many.json"
    path.write_text(f' {{"strokes": [[}}\n {SEVEN}\n {SEVEN}\n')
    code, out, error = run("classify", "--json", path)
    assert code == 1
    assert [answer["line"] for answer in answers(out)] == [2, 3]
    assert error.count("\n") == 1


@pytest.mark.usefixtures("qapp")
def test_a_picture_with_the_extension_of_lines_is_a_picture(run, tmp_path, picture):
    path = picture.rename(tmp_path / "many.jsonl")
    code, out, error = run("classify", "--json", path)
    assert (code, error) == (0, "")
    assert len(answers(out)) == 1


def test_an_empty_name_is_quoted(run):
    code, out, error = run("classify", "")
    assert (code, out) == (1, "")
    assert error == 'lenet-gui: "" can\'t be read: No such file or directory.\n'


def test_a_missing_file_and_a_folder(run, tmp_path):
    code, out, error = run("classify", tmp_path / "none.png", tmp_path)
    assert (code, out) == (1, "")
    first, second = error.splitlines()
    assert first.endswith("none.png can't be read: No such file or directory.")
    assert "can't be read" in second


def test_an_enormous_file_is_refused(run, monkeypatch, seven):
    monkeypatch.setattr(sources, "SIZE_LIMIT", 2**20)
    seven.write_text(SEVEN + " " * 2**20)
    code, _, error = run("classify", seven)
    assert (code, error) == (1, f"lenet-gui: {seven} is too large: more than 1 MB.\n")


def changed_weights(path: Path, name: str, array: np.ndarray | None) -> None:
    arrays = {key: np.zeros(shape, np.float32) for key, shape in parameter_shapes().items()}
    if array is None:
        del arrays[name]
    else:
        arrays[name] = array
    save_file(arrays, path)


def with_bad_threshold(path: Path) -> None:
    weights = load_weights(path)
    save_weights(replace(weights, metadata={THRESHOLD_KEY: "high"}), path)


@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        (lambda path: path.unlink(), "can't be read: No such file"),
        (lambda path: path.write_bytes(path.read_bytes()[:1000]), "damaged or not a safetensors"),
        (lambda path: path.write_bytes(b""), "damaged or not a safetensors"),
        (lambda path: changed_weights(path, "fc2.bias", np.zeros(9, np.float32)), "has shape"),
        (lambda path: changed_weights(path, "fc2.bias", None), "has no fc2.bias"),
        (lambda path: changed_weights(path, "fc2.bias", np.full(10, np.nan, np.float32)), ""),
        (lambda path: changed_weights(path, "fc2.bias", np.zeros(10, np.int32)), "not floats"),
        (with_bad_threshold, "can't be used: refusal_threshold is not a number"),
    ],
)
def test_bad_weights(run, tmp_path, seven, weights_file, damage, sentence):
    path = tmp_path / "weights.safetensors"
    path.write_bytes(weights_file.read_bytes())
    damage(path)
    code, out, error = run("classify", seven, "--weights", path)
    assert (code, out) == (1, "")
    assert error.startswith(f"lenet-gui: The weights file {path} ")
    assert sentence in error
    assert error.count("\n") == 1


def test_a_file_with_too_many_lines_is_refused(run, tmp_path, monkeypatch):
    monkeypatch.setattr(sources, "LINE_LIMIT", 3)
    path = tmp_path / "many.jsonl"
    path.write_text("\n" * 4)
    path.write_text('{"strokes": []}\n' * 4)
    code, _, error = run("classify", path)
    assert code == 1
    assert "more than 3 lines" in error
