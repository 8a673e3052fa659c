"""A rectangle of whole pixels."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Box:
    """A part of a picture, in whole pixels; `right` and `bottom` are the first ones beyond it."""

    left: int
    top: int
    right: int
    bottom: int
