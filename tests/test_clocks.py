"""The time of day is only for display; durations use monotonic clocks."""

import ast
from collections.abc import Iterator
from pathlib import Path

import lenet_gui

PACKAGE = Path(lenet_gui.__file__).parent
TIME_OF_DAY = {
    "ui/browser/correcting.py": ["datetime.now"],  # when a correction was made
    "ui/browser/corrections_browser.py": ["date.today"],  # a name proposed for a file
    "ui/document/documents.py": ["datetime.now"],  # another
    "ui/files/desktop_recent.py": ["datetime.now"],  # the desktop's list says when it was opened
    "foreign_weights.py": ["date.today"],  # when weights were imported
    "runs/results.py": ["date.today"],  # when they were trained
    "ui/learning/outcome.py": ["date.today"],  # the same, in the window
}
"""Modules that use the time of day, and how."""
ASKING = {
    "time.time", "time.time_ns", "time.localtime", "time.gmtime", "time.ctime", "time.strftime",
    "datetime.now", "datetime.utcnow", "datetime.today", "date.today",
    "QDateTime.currentDateTime", "QDateTime.currentDateTimeUtc", "QDateTime.currentMSecsSinceEpoch",
    "QDate.currentDate", "QTime.currentTime",
}  # fmt: skip


def asked_in(source: str) -> Iterator[str]:
    """Yield a module's calls that return the time of day."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            name = f"{node.value.id}.{node.attr}"
            if name in ASKING:
                yield name


def test_the_time_of_day_is_only_used_for_display() -> None:
    found = {
        path.relative_to(PACKAGE).as_posix(): list(asked_in(path.read_text(encoding="utf-8")))
        for path in sorted(PACKAGE.rglob("*.py"))
    }
    assert {path: names for path, names in found.items() if names} == TIME_OF_DAY


def test_a_new_use_of_the_time_of_day_is_detected() -> None:
    assert list(asked_in("import time\nbegan = time.time()\n")) == ["time.time"]
    assert list(asked_in("import time\nbegan = time.monotonic()\n")) == []
