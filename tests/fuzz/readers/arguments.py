"""The command line: arguments, separated by NUL.

Commands that only read are run; those that open the window, train, download or test the
installation only have their options parsed.
"""

import io
import sys
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

from hypothesis import strategies as st

from lenet_gui import cli
from lenet_gui.errors import LenetGuiError
from lenet_gui.media.sources import qt_application
from tests.fuzz.changing import Draw, texts
from tests.fuzz.readers import Reader, drawings, unipen

PARSED = {"open", "train", "data", "self-test"}
FILES = {
    "seven.json": drawings.seeds()[0],
    "many.jsonl": drawings.seeds()[0] + b"\n" + drawings.seeds()[2],
    "digits.unipen": unipen.DIGIT,
    "bad.png": b"\x89PNG\r\n\x1a\n",
}
LINES = (
    *("", "--theme dark", "seven.json", "--report out.jsonl open seven.json", "--version"),
    *("classify seven.json many.jsonl --json", "classify - --framing none", "classify bad.png"),
    *("evaluate digits.unipen --json", "evaluate many.jsonl --place corner --size 0.3 --seed 5"),
    *(
        "export seven.json --out out.npz",
        "export seven.json --what C3 --map 7 --theme dark --out o.svg",
    ),
    *("export seven.json --out o --format json", "summary", "self-test --json"),
    *("explain seven.json --json", "explain seven.json --digit 3 --against 5 --out o.svg"),
    *(
        "train --mnist . --out o --epochs 3 --seed 1",
        "data fetch --out o --mirror http://127.0.0.1:9",
    ),
    *("weights import seven.json --out o.safetensors", "--weights seven.json classify seven.json"),
)
ODD = (
    *("--help", "-h", "--", "-", "-1", "--map=", "--size=nan", "--seed=-1", "--out=", "--no-such"),
    *("--fram", "--framing=", "@seven.json", "--json=1", "train", "é", "\udcff", "\x1b[2J", "."),
)
WORDS = (*sorted({word for line in LINES for word in line.split()}), *ODD)


def make() -> Reader:
    qt_application()
    seeds = [line.replace(" ", "\0").encode() for line in LINES if "weights" not in line]
    seeds = [line for line in seeds if b"bad" not in line and b"version" not in line]
    return Reader(seeds, change, read, EXTREMES, is_quiet=False)


def read(path: Path) -> None:
    """Run the command line; standard error must be whole lines without a traceback."""
    arguments = path.read_bytes().decode("utf-8", "surrogateescape").split("\0")
    path.unlink()
    for name, data in FILES.items():
        Path(name).write_bytes(data)
    out, error = io.StringIO(), io.StringIO()
    commands = tuple(
        replace(command, run=_nothing) if command.name in PARSED else command
        for command in cli.COMMANDS
    )
    source = io.TextIOWrapper(io.BytesIO(FILES["seven.json"]))
    with (
        patch.object(cli, "COMMANDS", commands),
        patch.object(cli.window, "run", _nothing),
        patch.object(sys, "stdin", source),
        redirect_stdout(out),
        redirect_stderr(error),
    ):
        try:
            code = cli.main([part for part in arguments if part or len(arguments) > 1])
        except SystemExit as stop:
            code = stop.code
    said = error.getvalue()
    if code not in (0, 1, 2) or "Traceback" in said or (code and not said.endswith("\n")):
        raise AssertionError(f"It exits with {code} and prints {said[-300:]!r}.")
    if code:
        raise LenetGuiError("It is refused.")


def _nothing(_: object) -> int:
    return 0


words = st.sampled_from(WORDS) | texts


def change(draw: Draw, data: bytes, others: Sequence[bytes]) -> bytes:
    """Replace, add and drop arguments; none may refer to a path outside the folder."""
    parts = data.split(b"\0")
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(parts)))
        new = draw(st.lists(words, max_size=3))
        parts[at : at + draw(st.integers(0, 2))] = [
            word.encode(errors="surrogatepass") for word in new
        ]
    return b"\0".join(parts).replace(b"/", b"_").replace(b"..", b"._")


EXTREMES: Sequence = (
    lambda: b"\0".join([b"classify", *[b"seven.json"] * 100]),
    lambda: b"\0".join([b"classify", *[b"none.json"] * 1000]),
    lambda: b"classify\0" + b"x" * 1_000_000,
    lambda: b"--" * 500_000,
    lambda: b"\0" * 10_000,
    lambda: b"classify\0.",
    lambda: b"evaluate\0.",
    lambda: b"export\0seven.json\0--out\0seven.json",
    lambda: b"export\0seven.json\0--out\0" + b"x" * 5000 + b".npz",
    lambda: b"weights\0import\0seven.json\0--out\0seven.json",
)
