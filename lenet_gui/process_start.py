"""How long ago this process started: for measuring the way to a window that is ready."""

import os
import sys
import time
from pathlib import Path


def age(began: float) -> tuple[float, str]:
    """Return the seconds since the start, and in words which start is meant.

    Linux tells when the process began, to a hundredth of a second (proc(5), `starttime`).
    Elsewhere the count runs from `began`, the time.perf_counter() of the program's first line.
    """
    if sys.platform == "linux":
        try:
            stat = Path("/proc/self/stat").read_text(encoding="utf-8", errors="replace")
        except OSError:
            pass  # a locked-down container
        else:
            # The program's name, in brackets, may hold spaces; `starttime` is field 22 of all.
            ticks = int(stat.rpartition(")")[2].split()[22 - 3])
            now = time.clock_gettime(time.CLOCK_BOOTTIME)
            return now - ticks / os.sysconf("SC_CLK_TCK"), "process start"
    return time.perf_counter() - began, "first line of the program"
