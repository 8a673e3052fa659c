"""Monitors come and go: the window stays on one, and drawing works wherever it is."""

import time
from pathlib import Path
from random import Random

from tests.desk import CHANGED, UNTITLED
from tests.faults.disks import wait_kept
from tests.faults.kills import LONGEST, LOST, clear, judge_session
from tests.faults.listening import ListeningDesk
from tests.faults.outcome import Outcome
from tests.faults.pen import Pen, points_kept
from tests.faults.randr import Area, monitors
from tests.hand import PATIENCE, x_server

SIZE = (2800, 900)
LEFT: Area = (0, 0, 1400, 900)
RIGHTS: tuple[Area, ...] = ((1400, 0, 1400, 900), (1400, 100, 1300, 800), (1400, 0, 1000, 700))
SIZES: tuple[Area, ...] = ((0, 0, 1100, 700), (0, 0, *SIZE), (0, 0, 960, 640))


def plugged_and_pulled(home: Path, random: Random, tries: int) -> Outcome:
    """Move the window to a second monitor, draw, unplug it, draw, and plug it in again."""
    outcome = Outcome()
    with x_server(SIZE) as display, monitors(display) as screen:
        screen.plug("LEFT", LEFT, is_first=True)
        desk = ListeningDesk(display, home)
        try:
            desk.start()
            with Pen(desk, desk.find_canvas()).held() as pen:
                for _ in range(tries):
                    outcome.tries += 1
                    area = random.choice(RIGHTS)
                    screen.plug("RIGHT", area)
                    desk.xdotool(
                        "search", "--onlyvisible", "--name", "lenet-gui", "windowmove",
                        area[0] + random.randrange(200), area[1] + random.randrange(60),
                    )  # fmt: skip
                    desk.wait_until(lambda: desk.canvas[0] >= LEFT[2], "it was not moved")
                    _draw(desk, pen, outcome)
                    screen.pull("RIGHT")
                    desk.wait_until(lambda: _is_on(desk, LEFT), "the window is on no screen")
                    _draw(desk, pen, outcome)
            outcome.expect(desk.count("failure") == 0, f"unexpected: {desk.messages}")
            outcome.expect(desk.leave() == 0, "it did not end properly")
        finally:
            desk.end()
    return outcome


def shrunk_and_grown(home: Path, tries: int) -> Outcome:
    """Resize its only monitor; the window must follow, down to its minimum size."""
    outcome = Outcome()
    with x_server(SIZE) as display, monitors(display) as screen:
        screen.plug("SIZE-0", (0, 0, *SIZE), is_first=True)
        desk = ListeningDesk(display, home)
        try:
            desk.start()
            with Pen(desk, desk.find_canvas()).held() as pen:
                for number in range(tries):
                    for step, area in enumerate(SIZES, start=1):
                        outcome.tries += 1
                        # A new name takes over the output, and the earlier monitor is gone.
                        screen.plug(f"SIZE-{number}-{step}", area, is_first=True)
                        desk.wait_until(lambda a=area: _is_on(desk, a), f"it is not on {area}")
                        pen.press("Delete")
                        desk.wait_until(lambda: not desk.session.exists(), "it was not cleared")
                        pen.lay_out(desk.find_canvas())
                        pen.next = 0
                        _draw(desk, pen, outcome)
            outcome.expect(desk.count("failure") == 0, f"unexpected: {desk.messages}")
            outcome.expect(desk.leave() == 0, "it did not end properly")
        finally:
            desk.end()
    return outcome


def server_gone(home: Path, random: Random, tries: int) -> Outcome:
    """End the X server during drawing; the program must end, and recover on another one."""
    outcome, kept = Outcome(), 0
    desk = ListeningDesk("", home)
    try:
        for _ in range(tries):
            outcome.tries += 1
            with x_server() as display:
                desk.environment["DISPLAY"] = display
                process = desk.start(titles=(CHANGED,) if kept else (UNTITLED,))
                pen = Pen(desk, desk.find_canvas())
                pen.go_back(kept)
                with pen.held():
                    if pen.is_through:
                        clear(pen)
                    moment = time.monotonic() + random.uniform(0, LONGEST)
                    while time.monotonic() < moment:
                        pen.point()
                ended = time.monotonic()
            process.wait(timeout=PATIENCE)
            kept = judge_session(pen, ended, LOST, outcome)
    finally:
        desk.end()
    return outcome


def _draw(desk: ListeningDesk, pen: Pen, outcome: Outcome) -> None:
    """Draw at the canvas's current place, and check the resulting drawing."""
    pen.place = desk.find_canvas()
    pen.points(12)
    wait_kept(desk, pen)
    is_right = pen.start_of(points_kept(desk.session)) == 0
    outcome.expect(is_right, f"drawn at {pen.place}, the drawing is wrong")


def _is_on(desk: ListeningDesk, area: Area) -> bool:
    """Return whether all of the window is on an area of the screen."""
    left, top, width, height = desk.window
    return (
        left >= area[0]
        and top >= area[1]
        and left + width <= area[0] + area[2]
        and top + height <= area[1] + area[3]
    )
