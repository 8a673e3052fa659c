"""What a unit sees of the user's own ink."""

import numpy as np
from PySide6.QtCore import QRectF

from lenet_gui.core.architecture import LAYERS
from lenet_gui.core.framing import Fit
from lenet_gui.core.receptive_field import cell, on_frame, seen_by
from lenet_gui.core.unit import Unit


def outline_on_canvas(unit: Unit, fit: Fit | None) -> QRectF | None:
    """Return, in drawing units, the rectangle of the canvas that a unit sees.

    None where nothing is drawn, and for a unit that sees nothing but the padding's paper.
    """
    if fit is None:
        return None
    seen = seen_by(unit.layer, unit.row, unit.column)
    region = on_frame(seen.get(LAYERS[0].name, cell(unit.row, unit.column)))
    if region.is_empty:
        return None
    corners = np.array(((region.left, region.top), (region.right, region.bottom)), np.float64)
    (left, top), (right, bottom) = fit.invert(corners).tolist()
    return QRectF(left, top, right - left, bottom - top)
