"""Plain text tables."""

from collections.abc import Sequence

GAP = "  "


def table(rows: Sequence[Sequence[str]], right: Sequence[int] = ()) -> str:
    """Return `rows` as text in columns; right-align the columns numbered in `right`."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    lines = []
    for row in rows:
        cells = [
            cell.rjust(width) if number in right else cell.ljust(width)
            for number, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append(GAP.join(cells).rstrip())
    return "\n".join(lines)
