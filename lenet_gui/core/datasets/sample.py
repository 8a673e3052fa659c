"""One labelled digit of a data set."""

from dataclasses import dataclass

from lenet_gui.core.photo.picture import Picture
from lenet_gui.core.strokes.drawing import Drawing


@dataclass(frozen=True)
class Sample:
    """One labelled digit; `writer` tells its hand where the data set does."""

    source: Drawing | Picture
    label: int
    writer: int | None = None
