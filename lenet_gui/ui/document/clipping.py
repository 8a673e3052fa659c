"""Cutting lines at the edge of the paper."""

Point = tuple[float, float]


def clip_segment(start: Point, end: Point, size: float) -> tuple[Point, Point] | None:
    """Return the part of a segment in the square 0 … `size`, or None (Liang, Barsky 1984)."""
    enter, leave = 0.0, 1.0
    for origin, target in zip(start, end, strict=True):
        step = target - origin
        if step == 0:
            if not 0 <= origin <= size:
                return None
            continue
        low, high = sorted((-origin / step, (size - origin) / step))
        enter, leave = max(enter, low), min(leave, high)
    if enter > leave:
        return None

    def at(place: float) -> Point:
        # The ends themselves stay exactly where they were.
        ends = {0.0: start, 1.0: end}
        x, y = ends.get(place) or (a + (b - a) * place for a, b in zip(start, end, strict=True))
        return min(max(x, 0.0), size), min(max(y, 0.0), size)

    return at(enter), at(leave)
