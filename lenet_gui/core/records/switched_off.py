"""The maps that were switched off for a reading, as facts in files; see docs/export-format.md."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lenet_gui.core.network.lenet5 import Held, Off, require_hidden
from lenet_gui.errors import DrawingError

KEY = "off"
"""The facts' key; left out if no map was off."""


def off_facts(off: Off) -> dict[str, Any]:
    """Return the maps that were off, JSON-ready and in a fixed order; empty if there were none."""
    return {KEY: [held._asdict() for held in sorted(off)]} if off else {}


def off_in_facts(facts: Mapping[str, Any], arrays: Mapping[str, NDArray[np.generic]]) -> Off:
    """Return the maps that were off.

    Raises DrawingError if they can't be: each must be a map between input and output, named once,
    and held at a number, which all its values in `arrays` have, if its layer is there.
    """
    given = facts.get(KEY, [])
    try:
        held = [_held(one["layer"], one["map"], one["value"]) for one in given]
        off = frozenset(held)
        require_hidden(off)
    except (KeyError, TypeError, ValueError, OverflowError) as error:
        raise _unfit() from error
    if len(off) < len(held) or not all(_fits(one, arrays) for one in off):
        raise _unfit()
    return off


def _held(layer: Any, map_: Any, value: Any) -> Held:
    if type(layer) is not str or type(map_) is not int or type(value) not in (int, float):
        raise TypeError
    return Held(layer, map_, float(value))


def _fits(held: Held, arrays: Mapping[str, NDArray[np.generic]]) -> bool:
    """Return whether all values of a map are the one that it was held at."""
    if held.layer not in arrays:
        return True
    return bool((arrays[held.layer][held.map] == np.float32(held.value)).all())


def _unfit() -> DrawingError:
    return DrawingError(
        'The export\'s "off" must be maps between input and output, each once: layer, map, and the'
        " value that all its numbers have."
    )
