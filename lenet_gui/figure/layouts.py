"""The figures: one map with its numbers, one layer, the whole network."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.network.architecture import LAYERS, Layer
from lenet_gui.core.network.lenet5 import Array, Off
from lenet_gui.core.reading.reading import Reading, Verdict
from lenet_gui.figure.colours import Colours, readable_on
from lenet_gui.figure.legend import LEGEND_WIDTH, SMALL, LayerScale
from lenet_gui.figure.shapes import Box, Cells, Figure, Item, Line, Run, Text
from lenet_gui.figure.tiling import Place, Tiles

MARGIN = 24
WIDTH = 840
"""Width of a row of maps."""
HEADER = 24
"""From a header's top to its maps."""
BETWEEN = 20
NORMAL = 14.0
NUMBER_SHARE = 0.27
"""Height of a number's font as a share of its cell: "−0.00" is up to 3.1 times as wide."""
MAP_SIDE = 480
NARROWEST = 320
"""Room for a name and a legend."""
CELL_RANGE = (28, 64)
"""Smallest and largest cell of a single map: large enough for a readable number."""
NAMED = 4
"""Maps that are off which are named one by one."""

Values = Mapping[str, Array]
Bounds = Mapping[str, NDArray[np.float32]]


def layer_title(layer: Layer) -> str:
    """Return the layer's name as a title: C1 unchanged, input and output capitalised."""
    return layer.name[0].upper() + layer.name[1:]


def map_title(layer: Layer, map_: int) -> str:
    """Return a map's name, numbered from 1; an output's digit."""
    if layer.kind == "input":
        return layer_title(layer)
    if layer.activation == "softmax":
        return f"{layer_title(layer)}, digit {map_}"
    return f"{layer_title(layer)}, {'unit' if layer.size == 1 else 'map'} {map_ + 1}"


def layer_values(reading: Reading) -> dict[str, Array]:
    """Return each layer's values, shaped like the layer; zeros if nothing was read."""
    values = {layer.name: np.zeros(layer.shape, np.float32) for layer in LAYERS}
    if reading.activations is not None:
        values = {name: array[0] for name, array in reading.activations.layers.items()}
    values[LAYERS[0].name] = reading.frames.padded.reshape(LAYERS[0].shape)
    return values


def network_figure(
    reading: Reading,
    theme: Colours,
    bounds: Bounds | None = None,
    notes: Sequence[str] = (),
    facts: str = "",
) -> Figure:
    """Draw all layers from top to bottom, as the window does, and the reading beside the input.

    `bounds` are a layer's, if they are not 1 (see LayerScale); `notes` are lines below
    the reading.
    """
    values = layer_values(reading)
    items: list[Item] = []
    top = float(MARGIN)
    for layer in LAYERS:
        block, bottom = _block(layer, values[layer.name], top, theme, bounds, reading.off)
        items += block
        if layer.kind == "input":
            beside = MARGIN + Tiles(layer, WIDTH, MARGIN, top).size[0] + MARGIN
            items += _words(beside, top + HEADER, (verdict_in_words(reading), *notes), theme)
        top = bottom + BETWEEN
    title = f"LeNet-5, layer by layer. {verdict_in_words(reading)}."
    return _figure(WIDTH, top - BETWEEN, title, items, theme, facts)


def layer_figure(
    layer: Layer,
    values: Array,
    theme: Colours,
    bounds: Bounds | None = None,
    facts: str = "",
    off: Off = frozenset(),
) -> Figure:
    """Draw one layer; `values` are shaped like it, and maps that are `off` are crossed out."""
    items, bottom = _block(layer, values, MARGIN, theme, bounds, off)
    title = f"{layer_title(layer)}, {layer.description}, {layer.shape_text}"
    return _figure(WIDTH, bottom, title, items, theme, facts)


def map_figure(
    layer: Layer,
    values: Array,
    map_: int,
    theme: Colours,
    bounds: Bounds | None = None,
    facts: str = "",
    off: Off = frozenset(),
) -> Figure:
    """Draw map `map_`, from 0, enlarged, with each value written into its cell.

    If it is among those that are `off`, a word beside its name says so.
    """
    scale = _scale(layer, theme, bounds)
    map_values = values.reshape(layer.maps, layer.size, layer.size)[map_]
    cell = min(max(MAP_SIDE // layer.size, CELL_RANGE[0]), CELL_RANGE[1])
    side = cell * layer.size
    width = max(side, NARROWEST)
    baseline = MARGIN + NORMAL
    top = MARGIN + HEADER
    cells = Cells(MARGIN, top, cell, cell, scale.colours(map_, map_values))
    name = map_title(layer, map_)
    size = f"  {layer.size}×{layer.size}" if layer.size > 1 else ""
    if map_ in _maps_off(layer, off):
        size += "  off"
    runs = Run(name, theme.text, is_bold=True), Run(size, theme.muted)
    items: list[Item] = [
        Text(MARGIN, baseline, NORMAL, runs),
        *scale.legend(MARGIN + width, baseline, map_),
        cells,
        Box(MARGIN, top, side, side, theme.line),
        *_numbers(cells, map_values),
    ]
    return _figure(width, top + side, f"{name}, {layer.description}", items, theme, facts)


def verdict_in_words(reading: Reading) -> str:
    """Return the answer and its probability in words."""
    probabilities = reading.probabilities
    if probabilities is None:
        return "Nothing drawn" if reading.frames.is_empty else "Not read"
    if reading.verdict is Verdict.NOT_A_DIGIT:
        return "Not like any digit"
    if reading.verdict is Verdict.TOO_LITTLE:
        return "Too little ink to tell"
    first, second = reading.most_probable, reading.runner_up
    assert first is not None
    assert second is not None
    words = f"Read as {first}, {_percentage(probabilities[first])}"
    if reading.verdict is Verdict.AMBIGUOUS:
        words += f", or as {second}, {_percentage(probabilities[second])}"
    return words


def _percentage(probability: float) -> str:
    return f"{100 * probability:.1f} %"


def _figure(
    width: float, bottom: float, title: str, items: list[Item], theme: Colours, facts: str
) -> Figure:
    return Figure(width + 2 * MARGIN, bottom + MARGIN, theme.window, title, tuple(items), facts)


def _scale(layer: Layer, theme: Colours, bounds: Bounds | None) -> LayerScale:
    return LayerScale(layer, theme, bounds.get(layer.name) if bounds else None)


def off_in_words(off: Off) -> str:
    """Return which maps are off, for example “off: C3 map 7 at 0.00”; empty if none are."""
    layers = {layer.name: layer for layer in LAYERS}
    words = [
        f"{name} {'unit' if layers[name].size == 1 else 'map'} {map_ + 1} at {_decimal(value)}"
        for name, map_, value in sorted(off)
    ]
    more = len(words) - NAMED
    if more > 0:
        words[NAMED:] = [f"{more} more"]
    return f"off: {', '.join(words)}" if words else ""


def _maps_off(layer: Layer, off: Off) -> list[int]:
    return [held.map for held in off if held.layer == layer.name]


def _cross(place: Place, theme: Colours) -> list[Item]:
    """Cross a map out, in the colour of text, which no value has, on a halo."""
    ends = (place.x, place.y), (place.x + place.width, place.y + place.height)
    (left, top), (right, bottom) = ends
    strokes = (ends, ((left, bottom), (right, top)))
    return [
        Line(stroke, colour, width)
        for colour, width in ((theme.window, 3.6), (theme.text, 1.4))
        for stroke in strokes
    ]


def _block(
    layer: Layer, values: Array, top: float, theme: Colours, bounds: Bounds | None, off: Off
) -> tuple[list[Item], float]:
    """Draw a layer's header and maps; return them and their bottom edge."""
    scale = _scale(layer, theme, bounds)
    tiles = Tiles(layer, WIDTH, MARGIN, top + HEADER)
    maps = values.reshape(layer.maps, layer.size, layer.size)
    maps_off = _maps_off(layer, off)
    items = _header(layer, top + NORMAL, scale, len(maps_off))
    places = tiles.places()
    for index, place in enumerate(places):
        size = place.width / layer.size, place.height / layer.size
        items.append(Cells(place.x, place.y, *size, scale.colours(index, maps[index])))
    if tiles.is_units:
        last = places[-1]
        width, height = last.x + last.width - MARGIN, last.y + last.height - places[0].y
        items.append(Box(MARGIN, places[0].y, width, height, theme.line))
    else:
        items += [Box(p.x, p.y, p.width, p.height, theme.line) for p in places]
    for map_ in maps_off:
        items += _cross(places[map_], theme)
    bottom = top + HEADER + tiles.height
    if layer.activation == "softmax":
        items += _digits(places, values, bottom + NORMAL, theme)
        bottom += NORMAL + 4
    return items, bottom


def _header(layer: Layer, baseline: float, scale: LayerScale, n_off: int) -> list[Item]:
    """Draw name, kind, shape, parameters, and the legend."""
    theme = scale.theme
    facts = [layer.shape_text]
    if layer.parameters:
        facts.append(f"{layer.parameters:,} parameters")
    if note := scale.note():
        facts.append(note)
    if n_off:
        facts.append(f"{n_off} off")
    name = Run(layer_title(layer), theme.text, is_bold=True)
    right = MARGIN + WIDTH
    return [
        Text(MARGIN, baseline, NORMAL, (name, Run(f"  {layer.description}", theme.muted))),
        Text(
            right - LEGEND_WIDTH - 8, baseline, SMALL, (Run(" · ".join(facts), theme.muted),), "end"
        ),
        *scale.legend(right, baseline),
    ]


def _words(left: float, top: float, lines: Sequence[str], theme: Colours) -> list[Item]:
    """Write lines from top to bottom, the first in bold."""
    first, *others = lines
    items: list[Item] = [Text(left, top + NORMAL, NORMAL, (Run(first, theme.text, is_bold=True),))]
    for number, line in enumerate(others, start=1):
        baseline = top + NORMAL + number * 20
        items.append(Text(left, baseline, SMALL, (Run(line, theme.muted),)))
    return items


def _digits(places: list[Place], values: Array, baseline: float, theme: Colours) -> list[Item]:
    """Write the digit and its probability below each output cell."""
    return [
        Text(
            place.x + place.width / 2,
            baseline,
            SMALL,
            (
                Run(f"{digit}", theme.text, is_bold=True),
                Run(f"  {_percentage(value)}", theme.muted),
            ),
            "middle",
        )
        for digit, (place, value) in enumerate(zip(places, values.tolist(), strict=True))
    ]


def _numbers(cells: Cells, values: NDArray[np.float32]) -> list[Item]:
    """Write each value into its cell, in black or white, whichever is readable."""
    size = min(NUMBER_SHARE * cells.cell_width, SMALL)
    items: list[Item] = []
    for (row, column), value in np.ndenumerate(values):
        shown = "0" if value == 0 else _decimal(float(value))
        ink = readable_on(int(cells.colours[row, column]))
        x = cells.x + (column + 0.5) * cells.cell_width
        y = cells.y + (row + 0.5) * cells.cell_height + 0.36 * size
        items.append(Text(x, y, size, (Run(shown, ink),), "middle"))
    return items


def _decimal(value: float) -> str:
    return f"{round(value, 2) + 0.0:.2f}".replace("-", "−")
