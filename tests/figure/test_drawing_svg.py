"""Drawings as SVG: strokes in their true widths, and the embedded drawing."""

import re
import xml.etree.ElementTree as ET

import pytest

from lenet_gui.core.records.record_file import drawing_in_facts
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.figure.drawing_svg import drawing_svg
from lenet_gui.figure.svg import facts_in_svg

BLANK = Drawing(canvas=(100, 50), pen_width=10, extra={"note": "<&>"})


def lines(svg: str) -> list[tuple[str, str]]:
    found = re.findall(r'<polyline points="([^"]*)" stroke-width="([^"]*)"/>', svg)
    assert len(found) == svg.count("<polyline")
    return found


def test_a_stroke_is_a_line_as_wide_as_its_pen() -> None:
    svg = drawing_svg(BLANK.with_stroke([(1, 2), (3.5, 4), (5, 6)]), "a")
    assert lines(svg) == [("1,2 3.5,4 5,6", "10")]
    assert 'viewBox="0 0 100 50"' in svg


def test_a_dot_is_a_line_of_no_length() -> None:
    assert lines(drawing_svg(BLANK.with_stroke([(1, 2)]), "a")) == [("1,2 1,2", "10")]


def test_each_segment_is_as_wide_as_the_mean_of_its_ends() -> None:
    pressed = BLANK.with_stroke([(1, 2), (3, 4), (5, 6)], [0.5, 1, 0]).with_stroke([(7, 8)], [1])
    # Factors 1, 1.5 and 0.5: between them 1.25 and 1; the dot 1.5.
    assert lines(drawing_svg(pressed, "a")) == [
        ("1,2 3,4", "12.5"), ("3,4 5,6", "10"), ("7,8 7,8", "15"),
    ]  # fmt: skip


@pytest.mark.parametrize("title", ["seven", "<&> \"'"])
def test_the_svg_is_well_formed_and_contains_the_drawing(title: str) -> None:
    drawing = BLANK.with_stroke([(1, 2), (3, 4)], [0.25, 1], [0, 10])
    svg = drawing_svg(drawing, title)
    root = ET.fromstring(svg)
    assert root[0].text == title
    assert drawing_in_facts(facts_in_svg(svg.encode())) == drawing
