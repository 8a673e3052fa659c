"""SVG: positions of items, merged runs, escaped text, embedded facts."""

import xml.etree.ElementTree as ET

import numpy as np
import pytest

from lenet_gui.figure.shapes import Box, Cells, Dot, Figure, Line, Run, Text
from lenet_gui.figure.svg import facts_in_svg, to_svg

SVG = "{http://www.w3.org/2000/svg}"
RED, BLUE = 0xFFFF0000, 0xFF0000FF


def parsed(*items, **more) -> ET.Element:
    figure = Figure(100, 50.5, "#abcdef", "A <figure> & its name", items, **more)
    return ET.fromstring(to_svg(figure).encode())


def test_the_page_has_its_size_and_background():
    root = parsed()
    assert root.tag == f"{SVG}svg"
    assert (root.get("width"), root.get("height")) == ("100", "50.5")
    assert root.get("viewBox") == "0 0 100 50.5"
    assert root.find(f"{SVG}title").text == "A <figure> & its name"
    (page,) = root.findall(f"{SVG}rect")
    assert page.attrib == {"width": "100", "height": "50.5", "fill": "#abcdef"}
    assert root.find(f"{SVG}metadata") is None


def test_equal_neighbours_in_a_row_are_one_rectangle():
    colours = np.array([[RED, RED, BLUE, BLUE, BLUE], [RED, BLUE, RED, RED, RED]], np.uint32)
    (group,) = parsed(Cells(3, 4.25, 10, 20, colours)).findall(f"{SVG}g")
    assert group.get("transform") == "translate(3 4.25) scale(10 20)"
    assert group.get("shape-rendering") == "crispEdges"
    assert [tuple(rect.attrib.values()) for rect in group] == [
        ("0", "0", "2", "1", "#ff0000"),
        ("2", "0", "3", "1", "#0000ff"),
        ("0", "1", "1", "1", "#ff0000"),
        ("1", "1", "1", "1", "#0000ff"),
        ("2", "1", "3", "1", "#ff0000"),
    ]
    assert list(group[0].attrib) == ["x", "y", "width", "height", "fill"]


def test_a_box_is_drawn_around_its_area():
    box = parsed(Box(10, 20, 30, 40, "#112233")).findall(f"{SVG}rect")[1]
    assert box.attrib == {
        "x": "9.5",
        "y": "19.5",
        "width": "31",
        "height": "41",
        "fill": "none",
        "stroke": "#112233",
    }


@pytest.mark.parametrize(("dashes", "written"), [(None, None), ((4, 2.5), "4 2.5")])
def test_a_line_runs_through_its_points(dashes, written):
    line = parsed(Line(((1, 2), (3.5, 4), (5, 0.25)), "#112233", 1.5, dashes)).find(
        f"{SVG}polyline"
    )
    assert line.get("points") == "1,2 3.5,4 5,0.25"
    assert (line.get("fill"), line.get("stroke")) == ("none", "#112233")
    assert (line.get("stroke-width"), line.get("stroke-dasharray")) == ("1.5", written)


def test_a_dot_is_a_circle():
    dot = parsed(Dot(1, 2.5, 4, "#112233")).find(f"{SVG}circle")
    assert dot.attrib == {"cx": "1", "cy": "2.5", "r": "4", "fill": "#112233"}


@pytest.mark.parametrize("anchor", ["start", "middle", "end"])
def test_words_keep_their_spaces_colours_and_weight(anchor):
    runs = Run("a < b & c", "#000001", is_bold=True), Run("  d", "#000002")
    text = parsed(Text(1, 2, 12.5, runs, anchor)).find(f"{SVG}text")
    assert (text.get("x"), text.get("y"), text.get("font-size")) == ("1", "2", "12.5")
    assert text.get("text-anchor", "start") == anchor
    assert text.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
    first, second = text
    assert (first.text, first.get("fill"), first.get("font-weight")) == (
        "a < b & c",
        "#000001",
        "bold",
    )
    assert (second.text, second.get("fill"), second.get("font-weight")) == ("  d", "#000002", None)


def test_facts_round_trip():
    facts = '{"a": "<metadata> & </metadata>"}'
    figure = Figure(1, 1, "#000000", "t", (), facts)
    assert facts_in_svg(to_svg(figure).encode()) == facts


@pytest.mark.parametrize("data", [b"", b"<svg/>", b"<metadata>", b"</metadata>", b"\xff\x00"])
def test_facts_of_other_files_are_empty(data):
    assert facts_in_svg(data) == ""
