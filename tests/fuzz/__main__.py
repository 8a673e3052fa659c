"""Runs the fuzzers and prints JSON, a line each: `python -m tests.fuzz [READER …] [--inputs N]`.

Each reader has a process of its own, which is begun anew behind an input that ends it. `--input N`
writes one input to a file, to look at it.
"""

import argparse
import json
import sys
from pathlib import Path

from tests.fuzz.campaign import run
from tests.fuzz.readers import NAMES, reader

INPUTS = 100_000


def main() -> int:
    """Run the readers one after the other; 1 where one of them did what it may not."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("readers", nargs="*", metavar="READER", help=f"of {', '.join(NAMES)}")
    parser.add_argument("--inputs", type=int, default=INPUTS, metavar="N", help="%(default)s each")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="%(default)s")
    parser.add_argument("--first", type=int, default=0, metavar="N", help="begin with this input")
    parser.add_argument("--input", type=int, metavar="N", help="write input N to --out, and end")
    parser.add_argument("--out", type=Path, default=Path("input"), metavar="FILE")
    arguments = parser.parse_args()
    if unknown := sorted(set(arguments.readers) - set(NAMES)):
        parser.error(f"no reader is called {', '.join(unknown)}")
    names = arguments.readers or NAMES
    if arguments.input is not None:
        arguments.out.write_bytes(reader(names[0]).input(names[0], arguments.seed, arguments.input))
        return 0
    is_clean = True
    for name in names:
        report = run(name, arguments.seed, arguments.first, arguments.inputs)
        is_clean = is_clean and not report["findings"]
        print(json.dumps(report), flush=True)
    return 0 if is_clean else 1


if __name__ == "__main__":
    sys.exit(main())
