"""Figures as SVG 1.1: vectors, sharp at any size."""

from collections.abc import Iterator
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr, unescape

from lenet_gui.figure.shapes import Box, Cells, Dot, Figure, Item, Line, Run, Text

METADATA = "metadata"
FONTS = "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'DejaVu Sans', Arial, sans-serif"


def to_svg(figure: Figure) -> str:
    """Return the figure as an SVG document, with its facts in the metadata element."""
    width, height = number(figure.width), number(figure.height)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
        f' viewBox="0 0 {width} {height}" role="img" font-family="{FONTS}">',
        f"<title>{escape(figure.title)}</title>",
    ]
    if figure.facts:
        lines.append(f"<{METADATA}>{escape(figure.facts)}</{METADATA}>")
    lines.append(f'<rect width="{width}" height="{height}" fill="{figure.background}"/>')
    for item in figure.items:
        lines.extend(_item(item))
    return "\n".join([*lines, "</svg>", ""])


def facts_in_svg(data: bytes) -> str:
    """Return the text of an SVG file's metadata element; empty if there is none."""
    _, begin, rest = data.partition(f"<{METADATA}>".encode())
    text, end, _ = rest.partition(f"</{METADATA}>".encode())
    return unescape(text.decode("utf-8", "replace")) if begin and end else ""


def _item(item: Item) -> Iterator[str]:
    if isinstance(item, Cells):
        yield from _cells(item)
    elif isinstance(item, Box):
        yield (
            f'<rect x="{number(item.x - 0.5)}" y="{number(item.y - 0.5)}"'
            f' width="{number(item.width + 1)}" height="{number(item.height + 1)}"'
            f' fill="none" stroke="{item.colour}"/>'
        )
    elif isinstance(item, Line):
        yield _line(item)
    elif isinstance(item, Dot):
        yield (
            f'<circle cx="{number(item.x)}" cy="{number(item.y)}" r="{number(item.radius)}"'
            f' fill="{item.colour}"/>'
        )
    else:
        yield _text(item)


def _cells(cells: Cells) -> Iterator[str]:
    """Yield a rectangle for each run of equal cells in a row, in units of a cell."""
    yield (
        f'<g transform="translate({number(cells.x)} {number(cells.y)})'
        f' scale({number(cells.cell_width)} {number(cells.cell_height)})"'
        ' shape-rendering="crispEdges">'
    )
    for row, colours in enumerate(cells.colours.tolist()):
        column = 0
        for colour, run in groupby(colours):
            length = len(list(run))
            yield (
                f'<rect x="{column}" y="{row}" width="{length}" height="1"'
                f' fill="#{colour & 0xFFFFFF:06x}"/>'
            )
            column += length
    yield "</g>"


def _line(line: Line) -> str:
    points = " ".join(f"{number(x)},{number(y)}" for x, y in line.points)
    dashes = ""
    if line.dashes is not None:
        dashes = f' stroke-dasharray="{" ".join(map(number, line.dashes))}"'
    return (
        f'<polyline points="{points}" fill="none" stroke="{line.colour}"'
        f' stroke-width="{number(line.width)}" stroke-linejoin="round"{dashes}/>'
    )


def _text(text: Text) -> str:
    anchor = "" if text.anchor == "start" else f' text-anchor="{text.anchor}"'
    runs = "".join(_run(run) for run in text.runs)
    return (
        f'<text x="{number(text.x)}" y="{number(text.y)}" font-size="{number(text.size)}"'
        f'{anchor} xml:space="preserve">{runs}</text>'
    )


def _run(run: Run) -> str:
    weight = ' font-weight="bold"' if run.is_bold else ""
    return f"<tspan fill={quoteattr(run.colour)}{weight}>{escape(run.text)}</tspan>"


def number(value: float) -> str:
    """Return a length with as few decimals as possible, three at most."""
    return f"{value:.3f}".rstrip("0").rstrip(".")
