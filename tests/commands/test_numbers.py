"""Several digits on the command line, read with the shipped weights."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from lenet_gui import resources
from lenet_gui.core.strokes.drawing import parse_drawing

HEIGHT, GAP, EDGE, PEN = 200.0, 40.0, 60.0, 20
A = [[[0, 200], [80, 0], [160, 200]], [[40, 110], [120, 110]]]
PAGE = {"canvas": [1200, 560], "pen_width": 24}


def strokes_of(number: str) -> list[list[list[float]]]:
    """Write a number with the digits of the examples; a point stands on the base line."""
    strokes, left = [], EDGE
    for character in number:
        if character == ".":
            strokes.append([[left, EDGE + HEIGHT], [left + 6, EDGE + HEIGHT + 4]])
            left += GAP
            continue
        path = resources.resource("assets", "examples", f"{character}.lenet.json")
        drawn = parse_drawing(path.read_bytes()).strokes
        corner, end = np.concatenate(drawn).min(axis=0), np.concatenate(drawn).max(axis=0)
        scale = HEIGHT / (end[1] - corner[1])
        strokes += [((points - corner) * scale + (left, EDGE)).tolist() for points in drawn]
        left += (end[0] - corner[0]) * scale + GAP
    return strokes


def drawing(folder: Path, name: str, strokes: list[list[list[float]]]) -> Path:
    path = folder / f"{name}.json"
    path.write_text(json.dumps({"strokes": strokes, **PAGE}))
    return path


def lines(folder: Path, *labelled: tuple[list[list[list[float]]], Any]) -> Path:
    path = folder / "labelled.jsonl"
    rows = [json.dumps({"strokes": strokes, "label": label, **PAGE}) for strokes, label in labelled]
    path.write_text("\n".join(rows))
    return path


def picture(folder: Path, number: str, scale: int = 1) -> Path:
    size = (260 * len(number) + 100, 360)
    image = QImage(*(scale * side for side in size), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.scale(scale, scale)
    round_ends = (Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(QPen(QColor("black"), PEN, *round_ends))
    for points in strokes_of(number):
        painter.drawPolyline([QPointF(x, y) for x, y in points])
    painter.end()
    path = folder / f"{number}.png"
    assert image.save(str(path))
    return path


def as_json(run, *arguments) -> list[dict[str, Any]]:
    code, out, error = run(*arguments, "--json")
    assert (code, error) == (0, "")
    return [json.loads(line) for line in out.splitlines()]


@pytest.fixture
def file_42(tmp_path: Path) -> Path:
    return drawing(tmp_path, "42", strokes_of("42"))


def test_a_number_is_read_with_its_digits_where_they_are(run, file_42):
    (found,) = as_json(run, "classify", file_42)
    assert (found["text"], found["verdict"]) == ("42", "number")
    assert found["digit"] is found["probabilities"] is None
    four, two = found["digits"]
    assert (four["digit"], two["digit"]) == (4, 2)
    assert four["probabilities"][4] > 0.9
    likely = four["probabilities"][4] * two["probabilities"][2]
    assert 0.9 < found["probability"] <= likely + 1e-6
    points = np.concatenate([np.array(points) for points in strokes_of("4")])
    width = np.ptp(points[:, 0])
    assert four["box"] == pytest.approx([EDGE, EDGE, width, HEIGHT])
    assert two["box"][:2] == pytest.approx([EDGE + width + GAP, EDGE])


def test_one_digit_has_the_keys_of_a_number(run, tmp_path):
    seven = drawing(tmp_path, "7", strokes_of("7"))
    letter = drawing(tmp_path, "A", A)
    found, refused = as_json(run, "classify", seven, letter)
    (digit,) = found["digits"]
    assert (found["text"], found["verdict"], found["digit"]) == ("7", "digit", 7)
    assert found["probability"] == max(found["probabilities"])
    assert digit["probabilities"] == found["probabilities"]
    assert digit["box"][:2] == [EDGE, EDGE]
    assert (refused["text"], refused["probability"], refused["digits"]) == (None, None, [])


def test_the_text_shows_each_digit_and_what_was_ignored(run, tmp_path, file_42):
    price = drawing(tmp_path, "price", strokes_of("3.50"))
    first, second = run("classify", file_42, price)[1].splitlines()
    assert first.split()[1] == "42"
    assert "%  4 " in first
    assert ", 2 " in first
    assert second.split()[1] == "350"
    assert second.endswith("1 point or dash ignored")
    (mark,) = as_json(run, "classify", price)[0]["ignored"]
    assert mark[1:] == [EDGE + HEIGHT, 6, 4]


@pytest.mark.parametrize("option", [("--single",), ("--framing", "none")])
def test_a_number_can_be_read_as_one_digit(run, file_42, option):
    (found,) = as_json(run, "classify", file_42, *option)
    assert found["verdict"] != "number"
    assert found["probabilities"] is not None


def test_single_prints_no_more_than_one_digit(run, file_42):
    (found,) = as_json(run, "classify", file_42, "--single")
    assert list(found) == ["file", "verdict", "digit", "probabilities"]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("scale", [1, 5])
def test_a_number_in_a_picture_has_boxes_in_the_files_pixels(run, tmp_path, scale):
    path = picture(tmp_path, "307", scale)  # at 5 larger than what is read
    (found,) = as_json(run, "classify", path)
    assert found["text"] == "307"
    assert "part" not in found
    (drawn,) = as_json(run, "classify", drawing(tmp_path, "307", strokes_of("307")))
    for digit, other in zip(found["digits"], drawn["digits"], strict=True):
        left, top, width, height = other["box"]  # without the pen
        inked = [left - PEN / 2, top - PEN / 2, width + PEN, height + PEN]
        assert digit["box"] == pytest.approx([scale * side for side in inked], abs=4 * scale)
    left, top, width, height = drawn["digits"][1]["box"]
    around = [left - 20, top - 20, width + 40, height + 40]
    part = ",".join(str(round(scale * side)) for side in around)
    (zero,) = as_json(run, "classify", path, "--part", part)
    assert zero["text"] == "0"
    box = zero["digits"][0]["box"]
    assert box == pytest.approx(found["digits"][1]["box"], abs=4 * scale)


def test_evaluate_counts_numbers_and_what_is_none_apart(run, tmp_path):
    path = lines(
        tmp_path,
        (strokes_of("7"), 7),
        (strokes_of("42"), "42"),
        (strokes_of("1998"), 1998),
        (strokes_of("007"), "007"),
        (strokes_of("3.50"), "3.50"),
        (strokes_of("43"), "42"),
        (strokes_of("5"), "55"),
        (A, "A"),
        (strokes_of("42"), "x+1"),
        (strokes_of("9"), "g"),
        ([], "a word"),
    )
    (found,) = as_json(run, "evaluate", path)
    assert (found["n"], found["correct"], found["verdicts"]["digit"]) == (1, 1, 1)
    numbers, others = found["numbers"], found["others"]
    assert (numbers["n"], numbers["correct"], numbers["cut_right"]) == (6, 4, 5)
    assert (numbers["digits"], numbers["digits_correct"]) == (14, 13)
    assert numbers["verdicts"] == {"number": 5, "digit": 1}
    assert (others["n"], others["refused"]) == (4, 2)
    assert (others["read_as_digit"], others["read_as_number"]) == (1, 1)
    text = run("evaluate", path)[1]
    assert "1 digit, 1 read right: accuracy 100.00 %" in text
    assert "6 numbers, 4 read right: accuracy 66.67 %" in text
    assert "5 of 6" in text
    assert "4 drawings labelled as something else" in text


def test_evaluate_reports_only_what_there_is(run, tmp_path):
    path = lines(tmp_path, (A, "A"))
    (found,) = as_json(run, "evaluate", path)
    assert (found["n"], found["accuracy"], found["calibration_error"]) == (0, None, None)
    assert "numbers" not in found
    text = run("evaluate", path)[1]
    assert text.startswith("1 drawing labelled as something else\n")
    assert "Confusion" not in text
    (digits,) = as_json(run, "evaluate", lines(tmp_path, (strokes_of("7"), "7")))
    assert not {"numbers", "others"} & set(digits)


def test_a_number_is_explained_exported_and_compared_as_one_digit(run, tmp_path, file_42):
    out, sentence = (
        tmp_path / "out.json",
        f"{file_42} is read as 42, but is taken as one digit here",
    )
    code, _, error = run("export", file_42, "--out", out)
    assert (code, error) == (0, f"lenet-gui: {sentence}; --nth N takes its Nth digit.\n")
    assert run("explain", file_42)[2] == error
    code, _, error = run("compare", file_42, drawing(tmp_path, "7", strokes_of("7")))
    assert (code, error) == (0, f"lenet-gui: {sentence}.\n")


def test_the_nth_digit_of_a_number_is_exported_and_explained(run, tmp_path, file_42):
    out = tmp_path / "out.json"
    assert run("export", file_42, "--nth", "2", "--out", out) == (0, "", "")
    (found,), (whole,) = as_json(run, "classify", out), as_json(run, "classify", file_42)
    assert found["digits"] == whole["digits"][1:]
    assert as_json(run, "explain", file_42, "--nth", "1")[0]["digits"][0] == 4
    code, _, error = run("export", file_42, "--nth", "3", "--out", out)
    assert code == 1
    assert error.endswith("has only 2 digits: --nth must be from 1 to 2.\n")
    seven = drawing(tmp_path, "7", strokes_of("7"))
    assert run("explain", seven, "--nth", "1")[0] == 0
    assert "is not read as a number" in run("explain", seven, "--nth", "2")[2]
