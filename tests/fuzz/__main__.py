"""Runs the fuzzers, printing a JSON line each: `python -m tests.fuzz [READER …] [--inputs N]`.

Each reader runs in a separate process, which is restarted after an input that kills it. Inputs
that cause findings are kept; `python -m tests.fuzz READER --read FILE` reproduces one.
"""

import argparse
import json
import sys
from pathlib import Path

from tests.fuzz.campaign import run
from tests.fuzz.readers import NAMES

INPUTS = 10_000


def main() -> int:
    """Run the readers one after another; return 1 if there are findings."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("readers", nargs="*", metavar="READER", help=f"of {', '.join(NAMES)}")
    parser.add_argument("--inputs", type=int, default=INPUTS, metavar="N", help="%(default)s each")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="%(default)s")
    parser.add_argument("--first", type=int, default=0, metavar="N", help="begin with this input")
    parser.add_argument("--keep", type=Path, default=Path("build/fuzz"), metavar="FOLDER")
    parser.add_argument("--read", type=Path, metavar="FILE", help="read this file alone")
    arguments = parser.parse_args()
    if unknown := sorted(set(arguments.readers) - set(NAMES)):
        parser.error(f"no reader is called {', '.join(unknown)}")
    if arguments.read and len(arguments.readers) != 1:
        parser.error("--read takes one reader")
    is_clean = True
    for name in arguments.readers or NAMES:
        if arguments.read:
            report = run(name, file=arguments.read)
        else:
            wanted = arguments.seed, arguments.first, arguments.inputs
            report = run(name, *wanted, keep=arguments.keep)
        is_clean = is_clean and not report["findings"]
        print(json.dumps(report), flush=True)
    return 0 if is_clean else 1


if __name__ == "__main__":
    sys.exit(main())
