"""The command line: choose the command to run, and report its errors."""

import argparse
import os
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from typing import Any, NoReturn

from lenet_gui import __version__
from lenet_gui.commands import options, window
from lenet_gui.commands.terminal import printable
from lenet_gui.errors import LenetGuiError
from lenet_gui.interrupting import INTERRUPTED, imports_end_quietly

PROGRAM = "lenet-gui"
BAD_DATA = 1
PIPE_CLOSED = 141
"""128 + SIGPIPE: the program that reads the output, such as `head`, has ended."""


@dataclass(frozen=True)
class Command:
    """One command: its help, its options, and the function that runs it."""

    name: str
    help: str
    examples: tuple[str, ...]
    add_arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


def _in_module(module: str, name: str) -> Callable[..., Any]:
    """Return a function that imports a command's module and calls `name` in it.

    So the window opens without the modules of all other commands.
    """

    def call(*arguments: object) -> Any:
        return getattr(import_module(f"lenet_gui.commands.{module}"), name)(*arguments)

    return call


COMMANDS = (
    Command(
        "open",
        "open a drawing or a picture in the window; the word open is optional",
        ("lenet-gui open seven.lenet.json",),
        window.add_file,
        window.run,
    ),
    Command(
        "classify",
        "read the digits and numbers in drawings and pictures",
        ("lenet-gui classify seven.json photo.jpg", "lenet-gui classify - --json < many.jsonl"),
        _in_module("classify", "add_arguments"),
        _in_module("classify", "run"),
    ),
    Command(
        "evaluate",
        "measure accuracy on labelled digits and numbers",
        (
            "lenet-gui evaluate path/to/mnist --json",
            "lenet-gui evaluate strokes.unipen.gz --place corner --size 0.3",
        ),
        _in_module("evaluate", "add_arguments"),
        _in_module("evaluate", "run"),
    ),
    Command(
        "export",
        "save a reading: its numbers as .npz or JSON, or a picture as SVG or PNG",
        (
            "lenet-gui export seven.json --out seven.npz",
            "lenet-gui export seven.json --what C3 --map 7 --theme dark --out map.svg",
        ),
        _in_module("export", "add_arguments"),
        _in_module("export", "run"),
    ),
    Command(
        "compare",
        "compare two drawings, or two sets of weights, layer by layer",
        (
            "lenet-gui compare three.json eight.json --out comparison.svg",
            "lenet-gui compare seven.json --against-weights my-weights/lenet5.safetensors",
        ),
        _in_module("compare", "add_arguments"),
        _in_module("compare", "run"),
    ),
    Command(
        "explain",
        "explain a reading: what each stroke, the ink and the units add to a digit's score",
        (
            "lenet-gui explain seven.json",
            "lenet-gui explain seven.json --digit 7 --against 1 --out why.svg",
        ),
        _in_module("explain", "add_arguments"),
        _in_module("explain", "run"),
    ),
    Command(
        "summary",
        "print the network's layers, shapes and parameters",
        ("lenet-gui summary",),
        _in_module("summary", "add_arguments"),
        _in_module("summary", "run"),
    ),
    Command(
        "train",
        "train weights from data files",
        (
            "lenet-gui train --mnist path/to/mnist --out my-weights",
            "lenet-gui train --recipe plain --out my-weights",
        ),
        _in_module("train", "add_arguments"),
        _in_module("train", "run"),
    ),
    Command(
        "corrections",
        "list and export your corrected drawings",
        ("lenet-gui corrections list", "lenet-gui corrections export --out mine.jsonl"),
        _in_module("corrections", "add_arguments"),
        _in_module("corrections", "run"),
    ),
    Command(
        "data",
        "download MNIST, for training and evaluation",
        ("lenet-gui data fetch --out path/to/mnist",),
        _in_module("data", "add_arguments"),
        _in_module("data", "run"),
    ),
    Command(
        "weights",
        "import weights from PyTorch and Keras",
        ("lenet-gui weights import lenet5.keras --out lenet5.safetensors",),
        _in_module("weights", "add_arguments"),
        _in_module("weights", "run"),
    ),
    Command(
        "self-test",
        "check that this installation works, including the window",
        ("lenet-gui self-test --json",),
        _in_module("self_test", "add_arguments"),
        _in_module("self_test", "run"),
    ),
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with `argv` (default: the process's arguments) and return its exit code.

    0: success. 1: bad data, reported in one sentence on standard error. 2, by SystemExit: wrong
    usage. 130: Ctrl+C. 141: the output pipe is closed.
    """
    began = time.perf_counter()
    _prepare_streams()
    with imports_end_quietly():
        return _run(argv, began)


def _run(argv: Sequence[str] | None, began: float) -> int:
    try:
        argv = spelt_out(sys.argv[1:] if argv is None else argv)
        arguments = build_parser(argv).parse_args(argv)
        arguments.began = began
        code: int = arguments.run(arguments)
        sys.stdout.flush()
    except LenetGuiError as error:
        return _fail(str(error))
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        return PIPE_CLOSED
    except OSError as error:  # a full disk, a folder without permission
        _drop_output()
        place = f"{error.filename}: " if error.filename else ""
        return _fail(f"{place}{error.strerror or error}.")
    return code


def spelt_out(argv: Sequence[str]) -> Sequence[str]:
    """Insert `open` if a file stands in a command's place, as when a file manager opens it.

    Raises LenetGuiError if an argument looks like a file, but is a folder or does not exist.
    """
    place = 0
    while place < len(argv) and argv[place].startswith("-"):
        place += 1 if "=" in argv[place] else 2  # options without a value end the program
    if place >= len(argv) or argv[place] in {command.name for command in COMMANDS}:
        return argv
    file = argv[place]
    if os.path.isdir(file):
        raise LenetGuiError(f"{file} is a folder. Choose a drawing or a picture in it.")
    if not os.path.exists(file):  # Path.exists raises for long names
        if not (os.path.splitext(file)[1] or os.path.dirname(file)):
            return argv
        raise LenetGuiError(
            f"{file} does not exist. Give a drawing, a picture or a command (see {PROGRAM} --help)."
        )
    return [*argv[:place], "open", *argv[place:]]


class Parser(argparse.ArgumentParser):
    """A parser that escapes control characters in its error messages."""

    def error(self, message: str) -> NoReturn:
        """Print the usage and the error, and exit with 2."""
        super().error(printable(message))


def build_parser(argv: Sequence[str] | None = None) -> argparse.ArgumentParser:
    """Return the parser; building and using it imports neither Qt nor NumPy nor PyTorch.

    Given the arguments to parse, it only adds the options of the commands named in them.
    """
    parser = Parser(
        prog=PROGRAM,
        description="Draw a digit and watch LeNet-5 read it. Without a command, open the window.",
        epilog=options.examples(
            "lenet-gui --theme dark", *(command.examples[0] for command in COMMANDS)
        ),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    window.add_arguments(parser)
    parser.set_defaults(run=window.run, theme=None, weights=None, report=None)
    subparsers = parser.add_subparsers(title="commands", metavar="COMMAND")
    for command in COMMANDS:
        subparser = subparsers.add_parser(
            command.name,
            help=command.help,
            description=f"{command.help[0].upper()}{command.help[1:]}.",
            epilog=options.examples(*command.examples),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        if argv is None or command.name in argv:
            command.add_arguments(subparser)
        subparser.set_defaults(run=command.run)
    return parser


def _prepare_streams() -> None:
    """Make output work without a console, or on one that lacks some characters."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:  # a windowed build on Windows has none
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115
        elif hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _fail(sentence: str) -> int:
    print(f"{PROGRAM}: {printable(sentence)}", file=sys.stderr)
    return BAD_DATA


def _drop_output() -> None:
    """Redirect a broken standard output, so that nothing is written to it at exit."""
    with suppress(OSError, ValueError), open(os.devnull, "w", encoding="utf-8") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
