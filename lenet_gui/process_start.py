"""The age of this process, to measure how long the window takes to be ready."""

import os
import sys
import time
from pathlib import Path


def age(began: float) -> tuple[float, str]:
    """Return the seconds since the start, and the name of that start.

    On Linux this is the start of the process, to a hundredth of a second (proc(5), `starttime`).
    Elsewhere it is `began`, the time.perf_counter() of the program's first line.
    """
    if sys.platform == "linux":
        try:
            stat = Path("/proc/self/stat").read_text(encoding="utf-8", errors="replace")
        except OSError:
            pass  # a locked-down container
        else:
            # `starttime` is field 22; the program's name, in brackets, may contain spaces.
            ticks = int(stat.rpartition(")")[2].split()[22 - 3])
            now = time.clock_gettime(time.CLOCK_BOOTTIME)
            return now - ticks / os.sysconf("SC_CLK_TCK"), "process start"
    return time.perf_counter() - began, "first line of the program"
