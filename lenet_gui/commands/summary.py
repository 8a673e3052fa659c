"""`lenet-gui summary`: print the layers and work out their shapes."""

import argparse

from lenet_gui.commands.table import table
from lenet_gui.core.network.architecture import LAYERS, PARAMETERS, Layer

HEADER = (
    "Layer",
    "Kind",
    "Kernel",
    "Stride",
    "Padding",
    "Output",
    "(W − F + 2P)/S + 1",
    "Parameters",
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add no options."""


def run(arguments: argparse.Namespace) -> int:
    """Print the table."""
    print(summary())
    return 0


def summary() -> str:
    """Return the layer table as text, derived from `core.network.architecture`."""
    total = ("total", *[""] * (len(HEADER) - 2), f"{PARAMETERS:,}")
    rows = [HEADER, *(_row(layer) for layer in LAYERS), total]
    lines = table(rows, right=(2, 3, 4, len(HEADER) - 1)).splitlines()
    rule = "─" * max(len(line) for line in lines)
    return "\n".join([lines[0], rule, *lines[1:-1], rule, lines[-1]])


def _row(layer: Layer) -> tuple[str, ...]:
    slides = bool(layer.formula)
    return (
        layer.name,
        _kind(layer),
        f"{layer.kernel}×{layer.kernel}" if slides else "",
        str(layer.stride) if slides else "",
        str(layer.padding) if slides else "",
        layer.shape_text,
        layer.formula,
        f"{layer.parameters:,}" if layer.kind != "input" else "",
    )


def _kind(layer: Layer) -> str:
    kind = "average pooling" if layer.kind == "pooling" else layer.kind
    return f"{kind}, {layer.activation}" if layer.activation else kind
