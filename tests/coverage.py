"""Run the tests and measure their coverage of the program: `python -m tests.coverage`.

Passes its arguments on to pytest. The exit code is 1 if a test fails, if the coverage of `core` is
below LEAST_OF_CORE, or if the total coverage is below `fail_under` in pyproject.toml.
"""

import subprocess
import sys

CORE = "lenet_gui/core/*"
LEAST_OF_CORE = 95
"""Percent."""


def coverage(*words: str) -> bool:
    """Run a command of coverage; return whether it succeeded."""
    return subprocess.run([sys.executable, "-m", "coverage", *words], check=False).returncode == 0


def main() -> int:
    """Run the tests, print the lines and branches they miss, and return the exit code."""
    coverage("erase")
    is_good = coverage("run", "-m", "pytest", *sys.argv[1:])
    coverage("combine", "--quiet")  # the files that child processes wrote
    print("\ncore")
    is_good &= coverage("report", f"--include={CORE}", f"--fail-under={LEAST_OF_CORE}")
    print("\nall")
    is_good &= coverage("report")
    return 0 if is_good else 1


if __name__ == "__main__":
    sys.exit(main())
