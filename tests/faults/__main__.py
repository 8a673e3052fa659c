"""Tries faults and prints a table: `python -m tests.faults [FAULT …] [--tries N] [--seed S]`.

The same seed kills at the same moments, as far as a machine does the same again. The exit code is 1
where something failed, and what it was is told on standard error.
"""

import argparse
import signal
import sys
import time

from tests.faults.campaign import FAULTS, run
from tests.faults.outcome import table
from tests.hand import x_server

SHOWN = 5
"""Failures of a fault that are told."""


def main() -> int:
    """Try the faults one after the other."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("faults", nargs="*", metavar="FAULT", help="by default all")
    parser.add_argument("--list", action="store_true", help="print the faults and their tries")
    parser.add_argument("--tries", type=int, metavar="N", help="of each, in place of its own")
    parser.add_argument("--seed", type=int, default=0, metavar="S", help="%(default)s")
    arguments = parser.parse_args()
    if unknown := sorted(set(arguments.faults) - set(FAULTS)):
        parser.error(f"no fault is called {', '.join(unknown)}")
    if arguments.list:
        print("\n".join(f"{name}: {tries}" for name, (tries, _) in FAULTS.items()))
        return 0
    # Where a shell runs this in the background it ignores Ctrl+C, and so would all that it starts.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    rows = []
    for name in arguments.faults or FAULTS:
        began = time.monotonic()
        with x_server() as display:
            outcome = run(name, display, arguments.seed, arguments.tries or FAULTS[name][0])
        rows.append((name, outcome, time.monotonic() - began))
        print(table(rows).splitlines()[-1], flush=True)
        for failure in outcome.failures[:SHOWN]:
            print(f"{name}: {failure}", file=sys.stderr)
    print(f"\n{table(rows)}")
    return 1 if any(outcome.failures for _, outcome, _ in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
