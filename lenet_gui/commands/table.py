"""Plain text tables."""

from collections.abc import Sequence

GAP = "  "


def table(rows: Sequence[Sequence[str]], right: Sequence[int] = ()) -> str:
    """Lay `rows` out in columns; the columns numbered in `right` are flush right."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    lines = []
    for row in rows:
        cells = [
            cell.rjust(width) if number in right else cell.ljust(width)
            for number, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append(GAP.join(cells).rstrip())
    return "\n".join(lines)
