"""Run the program as its users do, and write its readings to a file as well.

`python -m tests.reporting --theme THEME --report FILE`: unlike the program's own --report, which is
for exhibits, this keeps drawings, settings and corrections.
"""

import argparse
from pathlib import Path
from typing import Any

from lenet_gui.ui.app import app
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.app.report import ReadingReport


def main() -> int:
    """Run the window; return its exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--theme")
    parser.add_argument("--report", type=Path, required=True)
    arguments = parser.parse_args()
    build = app.build_window

    def build_reporting(theme: str | None, weights: Path | None, settings: Any) -> MainWindow:
        settings.keep("toured", True)
        window = build(theme, weights, settings)
        ReadingReport(window, arguments.report)
        return window

    app.build_window = build_reporting
    return app.run_window(arguments.theme)


if __name__ == "__main__":
    raise SystemExit(main())
