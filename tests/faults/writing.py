"""`kill -9` while a file is written again and again: it is whole, the one or the next."""

import subprocess
import sys
from pathlib import Path
from random import Random

from lenet_gui.core.datasets.collection import Collection
from lenet_gui.core.records.session_file import from_bytes
from lenet_gui.core.strokes.drawing import Drawing, parse_drawing
from lenet_gui.errors import LenetGuiError
from lenet_gui.ui.kit.settings import read_settings
from tests.faults.outcome import Outcome
from tests.faults.writer import MOST, NAMES, drawing

LONGEST = 0.3
"""Seconds of writing after which it is killed at the latest."""


def kill_while_writing(what: str, folder: Path, random: Random, tries: int) -> Outcome:
    """Kill a writer at random moments; the next one goes on with what is there."""
    outcome, number = Outcome(), 0
    for _ in range(tries):
        command = [sys.executable, "-m", "tests.faults.writer", what, str(folder), str(number + 1)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            ready = process.stdout.readline()
            try:
                process.wait(timeout=random.uniform(0, LONGEST))
            except subprocess.TimeoutExpired:
                process.kill()
            else:
                outcome.expect(False, "the writer ended")
        outcome.tries += 1
        outcome.expect(ready == b"ready\n", "the writer did not begin")
        before = number
        try:
            number = NUMBER_IN[what](folder / NAMES[what])
        except (LenetGuiError, OSError, ValueError) as error:
            outcome.expect(False, f"damaged: {error}")
        else:
            outcome.expect(number > before, "it went back to an earlier one")
        outcome.count("writes", number - before)
    outcome.figures["unnamed files left"] = sum(
        path.name not in (*NAMES.values(), "session-1.lock", "all.jsonl.lock", "all.jsonl.torn")
        for path in folder.iterdir()
    )
    return outcome


def in_drawing(found: Drawing) -> int:
    """Return which drawing it is. Raises ValueError where it is none of the writer's."""
    number = int(found.strokes[0][0, 0])
    if [points.tolist() for points in found.strokes] != [drawing(number).strokes[0].tolist()]:
        raise ValueError("another drawing")
    return number


def in_session(file: Path) -> int:
    """Return which drawing a session has."""
    source = from_bytes(file.read_bytes()).source
    assert isinstance(source, Drawing)
    return in_drawing(source)


def in_settings(file: Path) -> int:
    """Return which settings these are. Raises ValueError where they are not of one writing."""
    texts = read_settings(file)
    if set(texts) != {"first", "middle", "next"} or texts["first"] != texts["next"]:
        raise ValueError(f"settings of {sorted(texts)}")
    return int(texts["first"])


def in_collection(file: Path) -> int:
    """Return the last drawing in a collection. Raises ValueError where others are not as put."""
    found = list(Collection(file).drawings())
    for one in found:
        if isinstance(one, LenetGuiError):
            raise one
    numbers = [in_drawing(one) for one in found if isinstance(one, Drawing)]
    last = numbers[-1]
    if numbers != list(range(last - len(numbers) + 1, last + 1)) or len(numbers) > MOST + 1:
        raise ValueError(f"drawings {numbers}")
    return last


NUMBER_IN = {
    "session": in_session,
    "drawing": lambda file: in_drawing(parse_drawing(file.read_bytes())),
    "settings": in_settings,
    "corrections": in_collection,
}
