"""Try faults and print a table: `python -m tests.faults [FAULT …] [--tries N] [--seed S]`.

The same seed kills at the same moments, as far as a machine can repeat them. The exit code is 1 if
anything failed; standard error has the details.
"""

import argparse
import signal
import sys
import time

from tests.faults.campaign import FAULTS, run
from tests.faults.outcome import table
from tests.hand import x_server

SHOWN = 5
"""Number of failures per fault to print."""


def main() -> int:
    """Try the faults one by one."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("faults", nargs="*", metavar="FAULT", help="faults to try (default: all)")
    parser.add_argument(
        "--list", action="store_true", help="list the faults and their numbers of tries"
    )
    parser.add_argument(
        "--tries", type=int, metavar="N", help="tries per fault (default: see --list)"
    )
    parser.add_argument("--seed", type=int, default=0, metavar="S", help="default: %(default)s")
    arguments = parser.parse_args()
    if unknown := sorted(set(arguments.faults) - set(FAULTS)):
        parser.error(f"no fault is called {', '.join(unknown)}")
    if arguments.list:
        print("\n".join(f"{name}: {tries}" for name, (tries, _) in FAULTS.items()))
        return 0
    # A background job of a shell ignores Ctrl+C, and so would all processes that it starts.
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
