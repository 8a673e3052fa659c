"""`lenet-gui corrections`: locate, list and export the user's corrected drawings."""

import argparse
import sys
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from lenet_gui.commands import options
from lenet_gui.commands.table import table
from lenet_gui.commands.terminal import percent, printable

if TYPE_CHECKING:
    from lenet_gui.core.datasets.collection import Collection
    from lenet_gui.core.strokes.drawing import Drawing


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's actions."""
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    where = actions.add_parser("path", help="print the path of the file with your corrections")
    where.set_defaults(action=_print_path)
    listed = actions.add_parser("list", help="list the drawings, one per line")
    listed.set_defaults(action=_print_list)
    exported = actions.add_parser(
        "export",
        help="copy the drawings to another file, one per line",
        epilog=options.examples(
            "lenet-gui corrections export --out mine.jsonl",
            "lenet-gui corrections export --since 2026-03-04 --out today.jsonl",
        ),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    exported.add_argument(
        "--out",
        type=options.output_path,
        required=True,
        metavar="FILE",
        help="JSON Lines file to write",
    )
    exported.set_defaults(action=_export)
    for action in (listed, exported):
        action.add_argument(
            "--since",
            type=day,
            metavar="DATE",
            help="only drawings from this day on, for example 2026-03-04",
        )


def run(arguments: argparse.Namespace) -> int:
    """Run the chosen action. Raises CollectionError if the file can't be used."""
    from lenet_gui.core.datasets.collection import Collection
    from lenet_gui.user_data import collection_path

    arguments.action(Collection(collection_path()), arguments)
    return 0


def day(text: str) -> date:
    """Parse an ISO 8601 date."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text} is not a date such as 2026-03-04") from error


def _print_path(collection: "Collection", arguments: argparse.Namespace) -> None:
    print(printable(str(collection.path)))


def _print_list(collection: "Collection", arguments: argparse.Namespace) -> None:
    rows = [_row(drawing) for drawing in _readable(collection, arguments.since)]
    if rows:
        print(
            table([["date", "digit", "read as", "probability", "strokes"], *rows], right=(1, 2, 3))
        )
    print(f"{len(rows):,} {'drawing' if len(rows) == 1 else 'drawings'}")


def _export(collection: "Collection", arguments: argparse.Namespace) -> None:
    drawings = list(_readable(collection, arguments.since))
    collection.export(arguments.out, drawings)
    noun = "drawing" if len(drawings) == 1 else "drawings"
    print(f"{printable(str(arguments.out))}: {len(drawings):,} {noun}")


def _readable(collection: "Collection", since: date | None) -> "Iterator[Drawing]":
    """Yield the drawings since a day; report unreadable lines on standard error."""
    from lenet_gui.core.datasets.collection import made_on
    from lenet_gui.core.strokes.drawing import Drawing

    for one in collection.drawings():
        if not isinstance(one, Drawing):
            print(f"lenet-gui: {printable(str(one))} It is skipped.", file=sys.stderr)
        elif since is None or (made_on(one) or date.min) >= since:
            yield one


def _row(drawing: "Drawing") -> list[str]:
    from lenet_gui.core.datasets.collection import KEY

    correction: Any = drawing.extra.get(KEY)
    correction = correction if isinstance(correction, dict) else {}
    read, probability = correction.get("read"), correction.get("probability")
    return [
        printable(str(correction.get("date") or ""))[:16].replace("T", " "),
        str(drawing.label),
        str(read) if isinstance(read, int) else "",
        percent(probability, 1) if isinstance(probability, float) else "",
        str(len(drawing.strokes)),
    ]
