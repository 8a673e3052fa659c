"""`lenet-gui data fetch`: download MNIST."""

import argparse
import sys

from lenet_gui.commands import options
from lenet_gui.commands.terminal import percent, printable

MEGABYTE = 1e6


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's actions."""
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    action = actions.add_parser(
        "fetch",
        help="download MNIST",
        description="Download MNIST's four files from public mirrors and verify their checksums.\n"
        "Keep files that are already there; resume interrupted downloads.",
        epilog=options.examples("lenet-gui data fetch --out path/to/mnist"),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    action.add_argument(
        "--out", type=options.output_path, required=True, metavar="DIR", help="folder for the files"
    )
    action.add_argument(
        "--mirror",
        type=web_address,
        action="append",
        metavar="URL",
        help="download from this address instead of the public mirrors; repeat it for more mirrors",
    )


def run(arguments: argparse.Namespace) -> int:
    """Download the files. Raises DatasetError if no mirror has one."""
    from lenet_gui import fetching

    line = ProgressLine()
    fetcher = fetching.Fetcher(arguments.mirror or fetching.MIRRORS, line.note, line.show)
    for file in fetching.MNIST:
        try:
            fetched = fetcher.fetch(file, arguments.out)
        finally:
            line.clear()
        path = printable(str(arguments.out / file.name))
        print(f"{path}: {'fetched' if fetched else 'already there'}", flush=True)
    return 0


def web_address(text: str) -> str:
    """Parse an address that starts with http:// or https://."""
    if not text.lower().startswith(("http://", "https://")):
        raise argparse.ArgumentTypeError(f"{text} does not start with http:// or https://")
    return text


class ProgressLine:
    """A progress line on standard error, if that is a terminal."""

    def __init__(self) -> None:
        self._shown = ""

    def show(self, name: str, done: int, total: int | None) -> None:
        """Show `done` bytes, of `total` if known."""
        text = f"{name}: {done / MEGABYTE:.1f} MB"
        if total:
            text += f" of {total / MEGABYTE:.1f} MB, {percent(done / total, 0)}"
        if text != self._shown and sys.stderr.isatty():
            print(f"\r{text.ljust(len(self._shown))}", end="", file=sys.stderr, flush=True)
            self._shown = text

    def clear(self) -> None:
        """Erase the line."""
        if self._shown:
            print(f"\r{' ' * len(self._shown)}\r", end="", file=sys.stderr, flush=True)
            self._shown = ""

    def note(self, sentence: str) -> None:
        """Print a sentence that stays."""
        self.clear()
        print(f"lenet-gui: {printable(sentence)}", file=sys.stderr)
