"""The system's clock jumps, and the program is stopped for what seems an hour."""

import signal
import struct
import subprocess
import time
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np

from lenet_gui.core.datasets.collection import KEY, Collection
from lenet_gui.core.strokes.drawing import parse_drawing
from lenet_gui.ui.kit.settings import read_settings
from tests.faults.disks import NAME, wait_kept
from tests.faults.listening import ListeningDesk
from tests.faults.outcome import Outcome
from tests.faults.pen import Pen, points_kept

SOURCE = Path(__file__).with_name("shifted_clock.c")
HOUR = 3600
JUMPS = (HOUR, -HOUR, 400 * 24 * HOUR, -50 * 365 * 24 * HOUR)
"""Seconds; the last leads back beyond every file's date."""
STOPPED = 10.0
"""Seconds for which it is stopped; by its clock an hour more."""
BUSY = 0.5
"""Share of a second that it may compute in the first one after it was stopped."""


class Clock:
    """The time of day as the program has it."""

    def __init__(self, folder: Path) -> None:
        """Build what shifts it. Raises CalledProcessError where no C compiler can."""
        self._file, library = folder / "shift", folder / "shifted_clock.so"
        self.shift(0)
        command = ["gcc", "-shared", "-fPIC", "-O1", "-o", str(library), str(SOURCE), "-ldl"]
        subprocess.run(command, check=True)
        self.environment: Mapping[str, str] = {
            "LD_PRELOAD": str(library), "SHIFTED_CLOCK": str(self._file)
        }  # fmt: skip

    def shift(self, seconds: int, stopped: int = 0) -> None:
        """Be so far off; the time since the computer was started is off by `stopped`."""
        data = struct.pack("qq", seconds, stopped)
        if self._file.exists():
            with self._file.open("r+b") as file:
                file.write(data)
        else:
            self._file.write_bytes(data)


def clock_jumps(display: str, home: Path, jumps: tuple[int, ...] = JUMPS) -> Outcome:
    """Set the clock in the middle of a stroke and of a replay, and between a kill and a start."""
    outcome, clock = Outcome(), Clock(home)
    for number, jump in enumerate(jumps):
        outcome.tries += 1
        folder = home / str(number)
        folder.mkdir()
        clock.shift(0)
        desk = ListeningDesk(display, folder, clock.environment)
        try:
            desk.start()
            with Pen(desk, desk.find_canvas()).held() as pen:
                _jump(desk, pen, clock, jump, outcome)
        finally:
            desk.end()
    return outcome


def _jump(desk: ListeningDesk, pen: Pen, clock: Clock, jump: int, outcome: Outcome) -> None:
    began, file = time.monotonic(), desk.home / NAME
    for _ in range(10):
        pen.point()
    clock.shift(jump)
    pen.points(10)
    wait_kept(desk, pen)
    passed = 1000 * (time.monotonic() - began)
    pen.press("alt+5")
    desk.wait_until(desk.corrections.exists, "nothing was collected")
    pen.press("ctrl+s")
    desk.name_file(NAME, "Save as")
    desk.wait_for(f"{NAME} – lenet-gui")
    times = np.concatenate(parse_drawing(file.read_bytes()).times)
    outcome.expect(bool((np.diff(times) >= 0).all()), f"{jump}: times go back")
    outcome.expect(times[-1] - times[0] <= passed, f"{jump}: the stroke took {times[-1]} ms")
    desk.wait_until(
        lambda: str(file) in read_settings(desk.settings).get("recent", ()), "no recent"
    )
    (corrected,) = Collection(desk.corrections).readable()
    told = datetime.fromisoformat(corrected.extra[KEY]["date"])
    off = abs(told - datetime.now(UTC) - timedelta(seconds=jump))
    outcome.expect(off < timedelta(minutes=5), f"{jump}: the correction is of {told}")
    _replay(desk, pen, clock, jump)
    pen.points(5)
    wait_kept(desk, pen)
    desk.end()
    clock.shift(-jump)
    desk.start(titles=(f"{NAME}* – lenet-gui",))
    outcome.expect(len(points_kept(desk.session)) == pen.next, f"{jump}: it did not come back")
    outcome.expect(desk.leave() == 0, f"{jump}: it did not end as it should")
    outcome.expect(desk.count("failure") == 0, f"{jump}: {desk.said}")


def _replay(desk: ListeningDesk, pen: Pen, clock: Clock, jump: int) -> None:
    """Replay, with the clock set back and on meanwhile, until it reads the drawing as before."""
    desk.wait_until(lambda: desk.count("digit") > 0, "nothing was read")
    before, digit = desk.count("digit"), next(o["digit"] for o in desk.said[::-1] if "digit" in o)
    pen.press("ctrl+r")
    clock.shift(-jump)
    desk.pause(0.05)
    clock.shift(jump)

    def is_over() -> bool:
        settled = [one["digit"] for one in desk.said if "digit" in one]
        return len(settled) > before and settled[-1] == digit

    desk.wait_until(is_over, "the replay did not end")


def stopped(display: str, home: Path, tries: int, is_long: bool) -> Outcome:
    """Stop it with the pen down for some seconds that seem an hour, and go on drawing."""
    outcome, clock, seconds = Outcome(), Clock(home), STOPPED if is_long else STOPPED / 20
    desk = ListeningDesk(display, home, clock.environment)
    try:
        process = desk.start()
        with Pen(desk, desk.find_canvas()).held() as pen:
            for number in range(tries):
                outcome.tries += 1
                pen.points(10)
                wait_kept(desk, pen)
                _stop_idle(desk, clock, seconds, number + 1, outcome)
                for _ in range(5):
                    pen.point()
                process.send_signal(signal.SIGSTOP)
                for _ in range(20):  # the screen's server keeps them for later
                    pen.point()
                desk.pause(seconds)
                process.send_signal(signal.SIGCONT)
                pen.points(5)
                before = desk.count("digit")
                wait_kept(desk, pen)
                outcome.expect(pen.start_of(points_kept(desk.session)) == 0, "other strokes")
                desk.wait_until(lambda n=before: desk.count("digit") > n, "nothing is read")
        outcome.expect(desk.sentences("crash") == [], f"told: {desk.said}")
        outcome.expect(desk.leave() == 0, "it did not end as it should")
        outcome.expect(desk.count("failure") == 0, f"{desk.said}")
    finally:
        desk.end()
    return outcome


def _stop_idle(
    desk: ListeningDesk, clock: Clock, seconds: float, hours: int, outcome: Outcome
) -> None:
    """Stop it while nothing happens: it must have nothing to catch up with."""
    process = desk.process
    assert process is not None
    desk.pause(0.5)
    process.send_signal(signal.SIGSTOP)
    clock.shift(hours * HOUR, hours * HOUR)
    desk.pause(seconds)
    readings, worked = desk.count("digit"), _worked(process.pid)
    process.send_signal(signal.SIGCONT)
    desk.pause(min(seconds, 1.0))
    outcome.most("s computed in the second after", _worked(process.pid) - worked)
    outcome.expect(_worked(process.pid) - worked < BUSY, "it was busy after it had been stopped")
    outcome.expect(desk.count("digit") == readings, "it read what had not changed")


def _worked(pid: int) -> float:
    """Return the seconds that a process has computed."""
    times = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(times[11]) + int(times[12])) / 100
