"""Runs the tests and tells how much of the program they run: `python -m tests.coverage`.

Words behind it are pytest's. The exit code is 1 where a test fails, where less than LEAST_OF_CORE
of `core`'s lines and branches were run, or less of all than pyproject.toml's `fail_under`.
"""

import subprocess
import sys

CORE = "lenet_gui/core/*"
LEAST_OF_CORE = 95
"""Percent."""


def coverage(*words: str) -> bool:
    """Run one of coverage's commands; tell whether it succeeded."""
    return subprocess.run([sys.executable, "-m", "coverage", *words], check=False).returncode == 0


def main() -> int:
    """Run the tests, print what they left out, and return the exit code."""
    coverage("erase")
    is_good = coverage("run", "-m", "pytest", *sys.argv[1:])
    coverage("combine", "--quiet")  # what processes of their own left in files of theirs
    print("\ncore")
    is_good &= coverage("report", f"--include={CORE}", f"--fail-under={LEAST_OF_CORE}")
    print("\nall")
    is_good &= coverage("report")
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main())
