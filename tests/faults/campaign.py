"""The faults by name, and how to try each."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from subprocess import SubprocessError
from tempfile import TemporaryDirectory

from tests.faults import clocks, disks, kills, screens, starts, stops
from tests.faults.listening import ListeningDesk
from tests.faults.outcome import Outcome
from tests.faults.writing import kill_while_writing
from tests.hand import PATIENCE


@dataclass(frozen=True)
class Trial:
    """The settings for trying a fault."""

    display: str
    """The name of an X server."""
    home: Path
    """An empty folder."""
    random: Random
    tries: int
    is_long: bool
    """Whether to run at full length and enforce time limits."""


Fault = Callable[[Trial], Outcome]


def _killed(kill: Callable[..., Outcome], trial: Trial) -> Outcome:
    desk = ListeningDesk(trial.display, trial.home)
    try:
        return kill(desk, trial.random, trial.tries, trial.is_long)
    finally:
        desk.end()


def _killed_writing(what: str, trial: Trial) -> Outcome:
    return kill_while_writing(what, trial.home, trial.random, trial.tries)


def _again(once: Callable[[str, Path], Outcome], trial: Trial) -> Outcome:
    """Try in a new home each time."""
    outcome = Outcome()
    for number in range(trial.tries):
        home = trial.home / str(number)
        home.mkdir()
        outcome.add(once(trial.display, home))
    return outcome


def _told_to_end(trial: Trial) -> Outcome:
    at_once = stops.AT_ONCE if trial.is_long else PATIENCE
    return stops.told_to_end(trial.display, trial.home, trial.random, trial.tries, at_once)


FAULTS: dict[str, tuple[int, Fault]] = {
    "killed-drawing": (200, partial(_killed, kills.while_drawing)),
    "killed-saving": (200, partial(_killed, kills.while_saving)),
    "killed-collecting": (200, partial(_killed, kills.while_collecting)),
    "killed-writing-session": (200, partial(_killed_writing, "session")),
    "killed-writing-drawing": (200, partial(_killed_writing, "drawing")),
    "killed-writing-settings": (200, partial(_killed_writing, "settings")),
    "killed-writing-corrections": (200, partial(_killed_writing, "corrections")),
    **{
        name: (5, partial(_again, partial(disks.go_on_in_trouble, trouble)))
        for name, trouble in disks.TROUBLES.items()
    },
    "deleted-while-saving": (
        200, lambda it: starts.delete_while_saving(it.display, it.home, it.random, it.tries)
    ),
    "settings-nonsense": (
        50, lambda it: starts.start_with_nonsense(it.display, it.home, it.random, it.tries)
    ),
    "no-data-folder": (5, partial(_again, starts.start_without_data)),
    "clock-jumps": (
        len(clocks.JUMPS),
        lambda it: clocks.clock_jumps(it.display, it.home, clocks.JUMPS[: it.tries]),
    ),
    "stopped": (5, lambda it: clocks.stopped(it.display, it.home, it.tries, it.is_long)),
    "monitor-pulled": (
        20, lambda it: screens.plugged_and_pulled(it.home, it.random, it.tries)
    ),
    "monitor-resized": (5, lambda it: screens.shrunk_and_grown(it.home, it.tries)),
    "display-gone": (20, lambda it: screens.server_gone(it.home, it.random, it.tries)),
    "told-to-end": (60, _told_to_end),
    "told-to-end-early": (
        100, lambda it: stops.told_to_end_early(it.display, it.home, it.random, it.tries)
    ),
}  # fmt: skip
"""How often each is tried in a long run, and what tries it."""


def run(name: str, display: str, seed: int, tries: int, is_long: bool = True) -> Outcome:
    """Try a fault; an exception that ends the trial counts as a failure."""
    with TemporaryDirectory() as home:
        trial = Trial(display, Path(home), Random(f"{seed} {name}"), tries, is_long)
        try:
            return FAULTS[name][1](trial)
        except (AssertionError, OSError, SubprocessError) as error:
            return Outcome(tries, [f"the trial broke off: {error!r}"])
