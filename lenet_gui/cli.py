"""The command line: which command runs, and what becomes of its errors."""

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
"""128 + SIGPIPE: the reader at the other end, such as `head`, has had enough."""


@dataclass(frozen=True)
class Command:
    """One command: what `--help` says of it, its options, and what it does."""

    name: str
    help: str
    examples: tuple[str, ...]
    add_arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


def _in_module(module: str, name: str) -> Callable[..., Any]:
    """Return a function of a command's module, which is imported when it is called.

    The window opens without the modules of all other commands.
    """

    def call(*arguments: object) -> Any:
        return getattr(import_module(f"lenet_gui.commands.{module}"), name)(*arguments)

    return call


COMMANDS = (
    Command(
        "open",
        "open the window with a drawing or a picture in it; the command's name may be left out",
        ("lenet-gui open seven.lenet.json",),
        window.add_file,
        window.run,
    ),
    Command(
        "classify",
        "read the digits in drawings and pictures",
        ("lenet-gui classify seven.json photo.jpg", "lenet-gui classify - --json < many.jsonl"),
        _in_module("classify", "add_arguments"),
        _in_module("classify", "run"),
    ),
    Command(
        "evaluate",
        "measure accuracy on labelled digits",
        (
            "lenet-gui evaluate path/to/mnist --json",
            "lenet-gui evaluate strokes.unipen.gz --place corner --size 0.3",
        ),
        _in_module("evaluate", "add_arguments"),
        _in_module("evaluate", "run"),
    ),
    Command(
        "export",
        "keep a reading: all numbers as .npz or JSON, pictures as SVG or PNG",
        (
            "lenet-gui export seven.json --out seven.npz",
            "lenet-gui export seven.json --what C3 --map 7 --theme dark --out map.svg",
        ),
        _in_module("export", "add_arguments"),
        _in_module("export", "run"),
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
        "make weights from data files",
        ("lenet-gui train --mnist path/to/mnist --out my-weights",),
        _in_module("train", "add_arguments"),
        _in_module("train", "run"),
    ),
    Command(
        "corrections",
        "list and copy the drawings of which you said in the window what they were",
        ("lenet-gui corrections list", "lenet-gui corrections export --out mine.jsonl"),
        _in_module("corrections", "add_arguments"),
        _in_module("corrections", "run"),
    ),
    Command(
        "data",
        "fetch MNIST, to train and to measure with",
        ("lenet-gui data fetch --out path/to/mnist",),
        _in_module("data", "add_arguments"),
        _in_module("data", "run"),
    ),
    Command(
        "weights",
        "open weights that PyTorch and Keras programs saved",
        ("lenet-gui weights import lenet5.keras --out lenet5.safetensors",),
        _in_module("weights", "add_arguments"),
        _in_module("weights", "run"),
    ),
    Command(
        "self-test",
        "check that this installation works, window included",
        ("lenet-gui self-test --json",),
        _in_module("self_test", "add_arguments"),
        _in_module("self_test", "run"),
    ),
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with `argv` (by default the process's own) and return its exit code.

    0: done. 1: bad data, said in one sentence on standard error. 2, by SystemExit: wrong usage.
    130: Ctrl+C. 141: nobody reads the output any more.
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
    """Put `open` before a file that stands where a command would, as file managers give it.

    Raises LenetGuiError where what looks like a file is none.
    """
    place = 0
    while place < len(argv) and argv[place].startswith("-"):
        place += 1 if "=" in argv[place] else 2  # what takes no value ends the program
    if place >= len(argv) or argv[place] in {command.name for command in COMMANDS}:
        return argv
    file = argv[place]
    if os.path.isdir(file):
        raise LenetGuiError(f"{file} is a folder; please name a drawing or a picture in it.")
    if not os.path.exists(file):  # Path's own raises at long names
        if not (os.path.splitext(file)[1] or os.path.dirname(file)):
            return argv
        raise LenetGuiError(
            f"{file} is not there; please name a drawing or a picture, or a command of --help."
        )
    return [*argv[:place], "open", *argv[place:]]


class Parser(argparse.ArgumentParser):
    """A parser whose complaints spell control characters out."""

    def error(self, message: str) -> NoReturn:
        """Print how the command is used and what was wrong, and leave with 2."""
        super().error(printable(message))


def build_parser(argv: Sequence[str] | None = None) -> argparse.ArgumentParser:
    """Return the parser; making and using it imports neither Qt nor NumPy nor PyTorch.

    With the arguments that it is to parse it knows the options of those commands alone that they
    name.
    """
    parser = Parser(
        prog=PROGRAM,
        description="Draw a digit and watch LeNet-5 read it. Without a command the window opens.",
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
    """Make output possible everywhere: with no console, or one that lacks some characters."""
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
    """Let nothing be written to a broken standard output when the interpreter ends."""
    with suppress(OSError, ValueError), open(os.devnull, "w", encoding="utf-8") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
