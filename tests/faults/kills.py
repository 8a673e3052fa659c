"""`kill -9` at random moments: files stay whole, and little of the drawing is lost."""

import json
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

from lenet_gui.core.records.session_file import from_bytes
from lenet_gui.core.strokes.drawing import parse_drawing
from lenet_gui.errors import DrawingError
from tests.desk import CHANGED, UNTITLED
from tests.faults.listening import ListeningDesk
from tests.faults.outcome import Outcome
from tests.faults.pen import Pen, points_kept, points_of
from tests.hand import PATIENCE

LOST = 2.0
"""Most seconds of drawing that may be lost."""
LONGEST = 4.0
"""Most seconds before the kill; within two, no more than two could be lost."""
SHORTER = 2.0
"""The same if it is saving nearly all the time."""
BRIEF = 0.8
"""The same in a short run, without time limits."""
NAME = "kept.lenet.json"
TITLES = (f"{NAME} – lenet-gui", f"{NAME}* – lenet-gui")


def kill_while(
    pen: Pen, act: Callable[[], None], random: Random, longest: float, outcome: Outcome
) -> float:
    """Repeat an action, kill the program at a random moment, and return that moment."""
    process = pen.desk.process
    assert process is not None
    moment = time.monotonic() + random.uniform(0, longest)
    while time.monotonic() < moment:
        act()
    process.kill()
    killed = time.monotonic()
    pen.desk.end()
    outcome.tries += 1
    return killed


def pen_at(desk: ListeningDesk) -> Pen:
    """Start the program once to locate the canvas; return a pen for it."""
    desk.start()
    pen = Pen(desk, desk.find_canvas())
    desk.end()
    return pen


def clear(pen: Pen) -> None:
    """Clear the canvas, and start the path again."""
    pen.press("Delete")
    pen.desk.wait_for(UNTITLED)
    pen.desk.wait_until(lambda: not pen.desk.session.exists(), "the session is still there")
    pen.go_back(0)


def while_drawing(desk: ListeningDesk, random: Random, tries: int, is_long: bool = True) -> Outcome:
    """Kill it during drawing and start it again; it must restore the drawing each time."""
    outcome, pen, is_there = Outcome(), pen_at(desk), False
    with pen.held():
        for _ in range(tries):
            desk.start(titles=(CHANGED,) if is_there else (UNTITLED,))
            desk.find_canvas()
            if pen.is_through:
                clear(pen)
            killed = kill_while(pen, pen.point, random, LONGEST if is_long else BRIEF, outcome)
            kept = judge_session(pen, killed, LOST if is_long else PATIENCE, outcome)
            is_there = kept > 0
            pen.go_back(kept)
        count_litter(desk, outcome)
    return outcome


def while_saving(desk: ListeningDesk, random: Random, tries: int, is_long: bool = True) -> Outcome:
    """Kill it while strokes are drawn and saved in turn."""
    outcome, pen, file = Outcome(), pen_at(desk), desk.home / NAME

    def act() -> None:
        pen.points(random.randint(2, 6))
        pen.press("ctrl+s", random.choice(("bracketright", "bracketleft")))
        desk.pause(random.uniform(0, 0.05))

    with pen.held():
        desk.start()
        desk.find_canvas()
        pen.points(3)
        pen.press("ctrl+s")
        desk.name_file(NAME, "Save as")
        desk.wait_for(TITLES[0])
        desk.wait_until(lambda: file_of(desk.session) == str(file))
        desk.end()
        saved = 3
        for _ in range(tries):
            desk.start(titles=TITLES)
            desk.find_canvas()
            if pen.is_through:
                pen.press("Delete", "ctrl+s")
                desk.wait_until(lambda: not parse_drawing(file.read_bytes()).strokes)
                pen.go_back(0)
                saved = 0
            killed = kill_while(pen, act, random, SHORTER if is_long else BRIEF, outcome)
            before, saved = saved, judge_file(pen, file, saved, outcome)
            outcome.count("saves seen", saved > before)
            pen.go_back(judge_session(pen, killed, LOST if is_long else PATIENCE, outcome))
        count_litter(desk, outcome)
    return outcome


def while_collecting(
    desk: ListeningDesk, random: Random, tries: int, is_long: bool = True
) -> Outcome:
    """Kill it while drawings are corrected, some of them twice."""
    outcome, pen, collected = Outcome(), pen_at(desk), 0

    def act() -> None:
        if pen.is_through:
            pen.go_back(0)
        pen.points(random.randint(2, 6))
        pen.press(*(f"alt+{random.randrange(10)}" for _ in range(random.choice((1, 2)))), "Delete")
        desk.pause(random.uniform(0, 0.05))

    with pen.held():
        for _ in range(tries):
            desk.start(titles=(UNTITLED, CHANGED))
            desk.find_canvas()
            pen.press("Delete")
            desk.wait_for(UNTITLED)
            kill_while(pen, act, random, SHORTER if is_long else BRIEF, outcome)
            pen.lift()
            collected = judge_collection(pen, desk.corrections, collected, outcome)
        outcome.figures["collected"] = collected
        count_litter(desk, outcome)
    return outcome


def judge_session(pen: Pen, killed: float, lost: float, outcome: Outcome) -> int:
    """Check the session of a killed program; return its number of points."""
    try:
        points = points_kept(pen.desk.session)
    except DrawingError as error:
        outcome.expect(False, f"the session is damaged: {error}")
        return 0
    outcome.expect(pen.start_of(points) == 0, "the session is not what was drawn")
    seconds = killed - pen.drawn_at[len(points)] if len(points) < pen.next else 0.0
    outcome.most("seconds lost", seconds)
    outcome.expect(seconds <= lost, f"{seconds:.2f} s were lost")
    return len(points)


def file_of(session: Path) -> str | None:
    """Return the path of a session's file, or None."""
    return from_bytes(session.read_bytes()).file if session.exists() else None


def judge_file(pen: Pen, file: Path, before: int, outcome: Outcome) -> int:
    """Check a saved drawing; return its number of points."""
    try:
        points = points_of(parse_drawing(file.read_bytes()))
    except (DrawingError, OSError) as error:
        outcome.expect(False, f"the file is damaged: {error}")
        return before
    outcome.expect(pen.start_of(points) == 0, "the file is not what was drawn")
    outcome.expect(len(points) >= before, "the file went back to an earlier drawing")
    return len(points)


def judge_collection(pen: Pen, file: Path, before: int, outcome: Outcome) -> int:
    """Check the lines of a collection; return how many are whole. The last may be torn."""
    data = file.read_bytes() if file.exists() else b""
    whole, _, torn = data.rpartition(b"\n")
    lines = whole.split(b"\n") if whole else []
    outcome.count("torn lines", bool(torn))
    for line in lines:
        try:
            drawing = parse_drawing(line)
        except DrawingError as error:
            outcome.expect(False, f"a line is damaged: {error}")
        else:
            is_right = drawing.label is not None and pen.start_of(points_of(drawing)) is not None
            outcome.expect(is_right, "a line is not what was drawn")
    keys = {json.loads(line)["correction"]["id"] for line in lines}
    outcome.expect(len(keys) == len(lines), "a drawing is there twice")
    outcome.expect(len(lines) >= before, f"{before - len(lines)} corrections were lost")
    return len(lines)


def count_litter(desk: ListeningDesk, outcome: Outcome) -> None:
    """Count temporary files left behind."""
    sessions = sorted(path.name for path in desk.data.glob("session-*"))
    outcome.expect(not set(sessions) & {"session-2.npz", "session-1-damaged.npz"}, f"{sessions}")
    beside = [*desk.home.glob(f"{NAME}.*"), *desk.settings.parent.glob("*.part")]
    outcome.figures["unnamed files left"] = len(beside)
