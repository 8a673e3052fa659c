"""`lenet-gui self-test`: check this installation, from its files to a painted window."""

import argparse
import json
import os
import platform
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from importlib import import_module
from typing import TYPE_CHECKING, Any

from lenet_gui import __version__, process_start, resources
from lenet_gui.commands import options
from lenet_gui.commands.display import require_display
from lenet_gui.commands.table import table
from lenet_gui.commands.terminal import percent, printable
from lenet_gui.errors import DisplayError, LenetGuiError
from lenet_gui.interrupting import end_at_once

if TYPE_CHECKING:
    from lenet_gui.core.reading.classifier import Classifier
    from lenet_gui.core.strokes.drawing import Drawing
    from lenet_gui.ui.app.main_window import MainWindow

FEWEST_COLOURS = 16
"""A painted window has hundreds; a blank one has one or two."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's options."""
    options.add_json(parser, "print one JSON object")
    options.add_weights(parser)


def run(arguments: argparse.Namespace) -> int:
    """Run all checks and print the results; return 0 only if all pass."""
    end_at_once()  # it writes nothing that could be left half done
    report = self_test(arguments)
    print(json.dumps(_as_json(report), indent=2) if arguments.json else _as_text(report))
    return 0 if report.ok else 1


@dataclass(frozen=True)
class Check:
    """One check: its name, whether it passed, and what it found."""

    name: str
    ok: bool
    detail: str


@dataclass
class Report:
    """The results of a self-test."""

    checks: list[Check] = field(default_factory=list)
    milliseconds: float | None = None
    """From the start until the window is painted and ready to read."""
    clock: str = ""
    """The event from which the milliseconds count."""
    screen: str = ""
    """Qt's name of the platform, for example xcb, windows or offscreen."""

    @property
    def ok(self) -> bool:
        """Whether all checks passed."""
        return all(check.ok for check in self.checks)

    @contextmanager
    def check(self, name: str) -> Iterator[list[str]]:
        """Record whether the block succeeds; the yielded list collects the details.

        Exceptions in Qt's callbacks don't reach their callers; those count as failures too.
        """
        seen: list[str] = []
        escaped: list[BaseException] = []
        hook, sys.excepthook = sys.excepthook, lambda _kind, error, _trace: escaped.append(error)
        try:
            yield seen
            if escaped:
                raise escaped[0]
        except LenetGuiError as error:
            self.checks.append(Check(name, False, str(error)))
        except Exception as error:
            self.checks.append(Check(name, False, f"{type(error).__name__}: {error}"))
        else:
            self.checks.append(Check(name, True, ", ".join(seen)))
        finally:
            sys.excepthook = hook


def self_test(arguments: argparse.Namespace) -> Report:
    """Load the weights, paint the window, and read the example drawings with both."""
    report = Report()
    classifier: Classifier | None = None
    window: MainWindow | None = None
    with report.check("weights") as seen:
        classifier = options.load_classifier(arguments)
        seen.append(str(options.weights_path(arguments)))
    if classifier is None:  # the window would open a dialog, which would block a script
        return report
    with report.check("window") as seen:
        window = _painted_window(arguments, report, seen)
    with report.check("colours") as seen:
        seen.append(f"{_scales()} scales")
    examples: list[Drawing] = []
    with report.check("examples") as seen:
        examples = load_examples()
        seen.append(f"{len(examples)} drawings")
    for drawing in examples:
        with report.check(f"digit {drawing.label}") as seen:
            _read(drawing, classifier, window, seen)
    if window is not None:
        window.close()
    return report


def load_examples() -> "list[Drawing]":
    """Return the drawings that come with the program, by label."""
    from lenet_gui.core.strokes.drawing import parse_drawing

    files = sorted(resources.resource("assets", "examples").glob("*.lenet.json"))
    drawings = [parse_drawing(file.read_bytes()) for file in files]
    if not drawings:
        raise LenetGuiError("The program's example drawings are missing. Please reinstall it.")
    return drawings


def _painted_window(arguments: argparse.Namespace, report: Report, seen: list[str]) -> "MainWindow":
    """Build, show and paint the real window, and record the time until then."""
    try:
        require_display()
    except DisplayError:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from lenet_gui.ui.app.app import build_window, create_application
    from lenet_gui.ui.kit.settings import Settings

    application = create_application()
    own = Settings(is_read=False)  # independent of the user's settings, and leaving them alone
    window = build_window(weights=options.weights_path(arguments), settings=own)
    window.show()
    application.processEvents()
    image = window.grab().toImage()
    seconds, report.clock = process_start.age(arguments.began)
    report.milliseconds = round(1000 * seconds, 1)
    report.screen = application.platformName()

    colours = {image.pixel(x, y) for x in range(image.width()) for y in range(0, image.height(), 8)}
    if len(colours) < FEWEST_COLOURS:
        window.close()  # the caller does not get it
        raise LenetGuiError("The window opened, but is blank.")
    seen.append(f"{window.width()}×{window.height()} on {report.screen}")
    return window


def _scales() -> int:
    """Build every colour scale of signed values, from a package's tables; return how many."""
    from lenet_gui.figure.colours import DARK, LIGHT, SIGNED_MAPS

    for theme in (LIGHT, DARK):
        for name in SIGNED_MAPS:
            _ = replace(theme, signed_map=name).signed_ramp
    return len(SIGNED_MAPS)


def _read(
    drawing: "Drawing", classifier: "Classifier", window: "MainWindow | None", seen: list[str]
) -> None:
    """Read a drawing directly and in the window. Raises LenetGuiError if a digit is wrong."""
    reading = classifier.read(drawing)
    digits = {"read": reading.digit}
    if window is not None:
        window.load(drawing)
        window.grab()
        digits["shown"] = window.reading.digit if window.reading else None
    for where, digit in digits.items():
        if digit != drawing.label:
            raise LenetGuiError(f"{where} as {digit}")
    probabilities = reading.probabilities
    if probabilities is not None:
        sure = percent(probabilities.max())
        seen.append(f"{' and '.join(digits)} as {reading.digit}, {sure}")


def _versions() -> dict[str, str]:
    """Return the versions of the program, Python and the packages in use, and the system."""
    packages = {name: import_module(name) for name in ("PySide6", "cmap", "numpy", "safetensors")}
    return {
        "lenet-gui": __version__,
        "Python": platform.python_version(),
        **{name: package.__version__ for name, package in packages.items()},
        "system": platform.platform(),
    }


def _as_json(report: Report) -> dict[str, Any]:
    return {
        "ok": report.ok,
        "milliseconds_to_ready": report.milliseconds,
        "counted_from": report.clock,
        "screen": report.screen,
        "checks": [vars(check) for check in report.checks],
        "versions": _versions(),
    }


def _as_text(report: Report) -> str:
    rows = [
        ("ok" if check.ok else "FAILED", check.name, printable(check.detail))
        for check in report.checks
    ]
    lines = [table(rows), ""]
    if report.milliseconds is not None:
        lines.append(f"Window ready {report.milliseconds:.0f} ms after the {report.clock}.")
    lines.append(", ".join(f"{name} {number}" for name, number in _versions().items()) + ".")
    lines.append("Everything works." if report.ok else "Something is wrong: see FAILED above.")
    return "\n".join(lines)
