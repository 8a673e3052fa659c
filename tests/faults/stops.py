"""SIGTERM and Ctrl+C at any moment: the program keeps the session and ends at once."""

import shutil
import signal
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from random import Random

from lenet_gui.cli import INTERRUPTED
from lenet_gui.core.records.session_file import Session, from_bytes, to_bytes
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.resources import resource
from tests.desk import Desk
from tests.faults.listening import ListeningDesk
from tests.faults.outcome import Outcome
from tests.faults.pen import Pen, points_kept
from tests.hand import PATIENCE

AT_ONCE = 1.0
"""Seconds within which it must end."""
STARTING = 1.5
"""Seconds in which it starts, or nearly so on a busy machine."""
POINTS = 30
SIGNALS = (signal.SIGTERM, signal.SIGINT)
Prepare = Callable[[ListeningDesk, Pen], None]


def in_a_stroke(desk: ListeningDesk, pen: Pen) -> None:
    """Leave the pen down."""
    for _ in range(10):
        pen.point()


def _keys(title: str, *keys: str) -> Prepare:
    """Return a function that presses keys, and waits for a window if `title` is given."""

    def prepare(desk: ListeningDesk, pen: Pen) -> None:
        pen.press(*keys)
        if title:
            desk.wait_for(title)

    return prepare


def in_a_question(desk: ListeningDesk, pen: Pen) -> None:
    """Make it ask whether to save a drawing with a name."""
    pen.press("ctrl+s")
    desk.name_file("kept.lenet.json", "Save as")
    desk.wait_for("kept.lenet.json – lenet-gui")
    pen.points(5)
    pen.press("ctrl+q")
    desk.wait_for("Save changes?")


def in_an_export(desk: ListeningDesk, pen: Pen) -> None:
    """Export all numbers of a reading, without waiting for the file."""
    pen.press("alt+f", "e", "Return")


def in_a_data_set(desk: ListeningDesk, pen: Pen) -> None:
    """Open a long data set."""
    lines = b"".join(
        resource("assets", "examples", f"{digit}.lenet.json").read_bytes().replace(b"\n", b"")
        + b"\n"
        for digit in range(10)
    )
    (desk.home / "many.jsonl").write_bytes(300 * lines)
    pen.press("ctrl+shift+d")
    desk.name_file("many.jsonl", "Open data set")
    desk.wait_for("many.jsonl")


def in_corrections(desk: ListeningDesk, pen: Pen) -> None:
    """Open the corrections."""
    pen.press("alt+5", "alt+f", "c")
    desk.wait_for("Corrections")


MOMENTS: dict[str, Prepare] = {
    "stroke": in_a_stroke,
    "question": in_a_question,
    "nothing": lambda desk, pen: None,
    "open dialog": _keys("Open", "ctrl+o"),
    "save dialog": _keys("Save as", "ctrl+s"),
    "menu": _keys("", "alt+e"),
    "replay": _keys("", "ctrl+r"),
    "export": in_an_export,
    "data set": in_a_data_set,
    "corrections": in_corrections,
    "shortcuts": _keys("Keyboard shortcuts", "F1"),
    "what is this": _keys("", "shift+F1"),
}


def told_to_end(
    display: str, home: Path, random: Random, tries: int, at_once: float = AT_ONCE
) -> Outcome:
    """Send a random signal at each of the moments in turn."""
    outcome = Outcome()
    names = list(MOMENTS)
    for number in range(tries):
        name, signal_ = names[number % len(names)], random.choice(SIGNALS)
        _end_in(name, signal_, display, home, at_once, outcome)
        shutil.rmtree(home / "own")
        (home / "kept.lenet.json").unlink(missing_ok=True)
    return outcome


def told_to_end_early(display: str, home: Path, random: Random, tries: int) -> Outcome:
    """Send a signal at a random moment of the start; the earlier session must survive."""
    outcome, desk = Outcome(), Desk(display, home)
    left = to_bytes(
        Session(Drawing(canvas=(560, 560), pen_width=32).with_stroke([(9, 9), (99, 300)]))
    )
    desk.data.mkdir(parents=True)
    desk.session.write_bytes(left)
    before = from_bytes(left)
    for _ in range(tries):
        outcome.tries += 1
        with subprocess.Popen(
            desk.command, env=desk.environment, stderr=subprocess.PIPE, text=True
        ) as process:
            with suppress(subprocess.TimeoutExpired):
                process.wait(timeout=random.uniform(0, STARTING))
            number = random.choice(SIGNALS)
            process.send_signal(number)
            _, errors = process.communicate(timeout=PATIENCE)
        outcome.count(f"ended with {process.returncode}")
        is_usual = process.returncode in (0, INTERRUPTED, -number)
        # Before the program's first line, Python itself is interrupted and reports it.
        is_pythons = "Fatal Python error: init_" in errors
        is_traceback = "in main" in errors
        outcome.expect(
            is_pythons or (is_usual and not is_traceback), f"{process.returncode}: {errors}"
        )
        outcome.expect(
            from_bytes(desk.session.read_bytes()) == before, "the earlier session changed"
        )
    return outcome


def _end_in(
    name: str, number: int, display: str, home: Path, at_once: float, outcome: Outcome
) -> None:
    desk = ListeningDesk(display, home)
    outcome.tries += 1
    try:
        process = desk.start()
        with Pen(desk, desk.find_canvas()).held() as pen:
            pen.points(POINTS)
            MOMENTS[name](desk, pen)
            desk.wait_until(lambda: desk.count("digit") > 0, "nothing was read")
            process.send_signal(number)
            began = time.monotonic()
            code = process.wait(timeout=PATIENCE)
            seconds = time.monotonic() - began
            pen.lift()
            kept = points_kept(desk.session)
            outcome.expect(code == 0, f"{name}: it ended with {code}")
            outcome.expect(
                len(kept) == pen.next and pen.start_of(kept) == 0, f"{name}: not all was kept"
            )
            outcome.expect(desk.count("failure") == 0, f"{name}: {desk.messages}")
            outcome.expect(seconds <= at_once, f"{name}: it took {seconds:.2f} s")
            outcome.most("seconds to end", seconds)
    finally:
        desk.end()
