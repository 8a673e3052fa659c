"""A drawing as SVG: its strokes as lines, and its data, so that it can be opened again."""

import json
from collections.abc import Iterator
from xml.sax.saxutils import escape

from lenet_gui.core.records.record import FORMAT, VERSION
from lenet_gui.core.strokes.drawing import CANVAS_SIZE, Drawing, width_factor
from lenet_gui.figure.svg import METADATA, number

INK, PAPER = "#000000", "#ffffff"


def drawing_svg(drawing: Drawing, title: str) -> str:
    """Return a drawing on its canvas, black on white, as an SVG document."""
    width, height = map(number, drawing.canvas or (CANVAS_SIZE, CANVAS_SIZE))
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
        f' viewBox="0 0 {width} {height}" role="img">',
        f"<title>{escape(title)}</title>",
        f"<{METADATA}>{escape(drawing_facts(drawing))}</{METADATA}>",
        f'<rect width="{width}" height="{height}" fill="{PAPER}"/>',
        f'<g fill="none" stroke="{INK}" stroke-linecap="round" stroke-linejoin="round">',
        *_lines(drawing),
        "</g>",
    ]
    return "\n".join([*lines, "</svg>", ""])


def drawing_facts(drawing: Drawing) -> str:
    """Return a drawing's data as JSON, for a picture that can be opened as strokes."""
    return json.dumps({"format": FORMAT, "version": VERSION, "drawing": drawing.to_dict()})


def _lines(drawing: Drawing) -> Iterator[str]:
    """Yield a line for each stroke; if it has pressures, a line for each of its pieces."""
    pen = drawing.pen_width or 0.0
    for place, points in enumerate(drawing.strokes):
        ends = points.tolist()
        if len(ends) == 1:
            ends *= 2  # a line of no length, whose round cap is a dot
        if not drawing.pressures:
            yield _line(ends, pen)
            continue
        widths = (pen * width_factor(drawing.pressures[place])).tolist()
        for index in range(len(ends) - 1):
            first, last = widths[index], widths[min(index + 1, len(widths) - 1)]
            yield _line(ends[index : index + 2], (first + last) / 2)


def _line(points: list[list[float]], width: float) -> str:
    path = " ".join(f"{number(x)},{number(y)}" for x, y in points)
    return f'<polyline points="{path}" stroke-width="{number(width)}"/>'
