"""Where the picture of a cut has its nodes and candidates: no two candidates overlap."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from lenet_gui.core.numbers.lattice import cheapest_through
from lenet_gui.core.numbers.number import Cut

MOST_LANES = 5
"""Rows of candidates: single pieces in the middle, longer runs above and below them."""
NEAR = 30.0
"""By how much dearer than the cheapest way a candidate's best way may be, to be shown."""


@dataclass(frozen=True)
class Placed:
    """A candidate: the index of its edge, its picture, and its way from node to node."""

    edge: int
    picture: QRectF
    start: QPointF
    end: QPointF
    is_best: bool


@dataclass(frozen=True)
class CutLayout:
    """The nodes and candidates of one cut, in logical pixels."""

    nodes: tuple[QPointF, ...]
    placed: tuple[Placed, ...]
    left_out: int
    """Candidates that are too dear, or for which there is no room."""


def layout_of(cut: Cut, room: QRectF, side: float, width: float) -> CutLayout:
    """Place a cut's nodes from left to right, and its candidates' pictures, `side` pixels wide.

    With its words, a candidate is `width` pixels wide.
    """
    lattice = cut.lattice
    margin = side / 2
    step = (room.width() - 2 * margin) / max(1, lattice.nodes)
    height = side * 1.15
    lanes = max(1, min(MOST_LANES, int(room.height() // height)))
    middle = room.top() + room.height() / 2
    nodes = tuple(
        QPointF(room.left() + margin + n * step, middle) for n in range(lattice.nodes + 1)
    )
    taken: dict[int, list[tuple[float, float]]] = {}
    placed: list[Placed] = []
    best = set(map(id, cut.path.edges))
    through = cheapest_through(lattice)
    by_cost = sorted(range(len(lattice.edges)), key=lambda index: through[index])
    for index in by_cost:
        edge = lattice.edges[index]
        is_best = id(edge) in best
        if not is_best and through[index] > cut.path.cost + NEAR:
            continue
        start, end = nodes[edge.first], nodes[edge.last]
        centre = (start.x() + end.x()) / 2
        half = width / 2
        is_single = edge.last == edge.first + 1
        lane = _free_lane(taken, centre - half, centre + half, lanes, is_single)
        if lane is None:
            continue
        taken.setdefault(lane, []).append((centre - half, centre + half))
        picture = QRectF(centre - half, middle + lane * height - side / 2, side, side)
        placed.append(Placed(index, picture, start, end, is_best))
    return CutLayout(nodes, tuple(placed), len(lattice.edges) - len(placed))


def _free_lane(
    taken: dict[int, list[tuple[float, float]]],
    left: float,
    right: float,
    lanes: int,
    is_single: bool,
) -> int | None:
    """Return the lane nearest to the middle with room from `left` to `right`; None if full.

    The middle one, on which the nodes lie, is for single pieces alone.
    """
    order = sorted(range(-(lanes // 2), lanes - lanes // 2), key=lambda lane: (abs(lane), lane))
    for lane in [0] if is_single else order[1:]:
        if all(right <= begin or left >= end for begin, end in taken.get(lane, ())):
            return lane
    return None
