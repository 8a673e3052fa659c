"""Run the program as its users do, and write its readings to a file as well.

`python -m tests.reporting --theme THEME --report FILE`: unlike the program's own --report, which is
for exhibits, this keeps drawings, settings and corrections.
"""

import argparse
from pathlib import Path

from lenet_gui.ui.app.report import ReadingReport
from lenet_gui.ui.kit.settings import settings_path, write_settings
from tests.watching import run_watched


def main() -> int:
    """Run the window; return its exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--theme")
    parser.add_argument("--report", type=Path, required=True)
    arguments = parser.parse_args()
    write_settings(settings_path(), {"toured": True})
    return run_watched(lambda window: ReadingReport(window, arguments.report), arguments.theme)


if __name__ == "__main__":
    raise SystemExit(main())
