"""Files that are nonsense, missing, or deleted under the program's hands."""

import threading
from contextlib import suppress
from pathlib import Path
from random import Random

from lenet_gui.core.strokes.drawing import parse_drawing
from lenet_gui.ui.kit.settings import read_settings
from tests.faults.disks import CRASH, NAME
from tests.faults.listening import ListeningDesk
from tests.faults.outcome import Outcome
from tests.faults.pen import Pen, points_of

MEMBERS = (
    '"geometry": "@Variant(x)"', '"layout": "base64:0:AAAA"', '"recent": [[[[]]]]',
    '"theme": "plaid"', '"pen_width": NaN', '"language": 7', '"toured": "perhaps"', '"": null',
    '"text_size": 1e999', '"span": {}', '"pen_width": "wide"', '"layout": [', "\0",
)  # fmt: skip


def nonsense(random: Random) -> bytes:
    """Return a settings file that is none: bytes, or members that are nearly settings."""
    if random.random() < 0.5:
        return random.randbytes(random.randint(0, 20_000))
    return f"{{{', '.join(random.choices(MEMBERS, k=random.randint(1, 12)))}}}".encode()


def start_with_nonsense(display: str, home: Path, random: Random, tries: int) -> Outcome:
    """Start again and again with nonsense in the settings file."""
    outcome = Outcome()
    for _ in range(tries):
        settings = nonsense(random)
        tried = start_with(settings, display, home)
        outcome.tries += 1
        outcome.failures += [f"{settings[:80]!r}: {failure}" for failure in tried.failures]
    return outcome


def start_with(settings: bytes, display: str, home: Path) -> Outcome:
    """Start with a settings file that is nonsense; it comes up, and keeps what is chosen."""
    outcome = Outcome(tries=1)
    desk = ListeningDesk(display, home)
    desk.settings.write_bytes(settings)
    try:
        desk.start()
        desk.press("bracketright")
        desk.wait_until(lambda: "pen_width" in read_settings(desk.settings), "no choice was kept")
        outcome.expect(desk.count("failure") == 0, f"unexpected: {desk.said}")
        outcome.expect(desk.leave() == 0, "it did not end as it should")
    finally:
        desk.end()
    return outcome


def start_without_data(display: str, home: Path) -> Outcome:
    """Start where the data folder can't be made; it is told, and all but the session goes on."""
    outcome = Outcome(tries=1)
    desk = ListeningDesk(display, home)
    desk.data.parent.parent.mkdir(parents=True, exist_ok=True)
    desk.data.parent.write_text("a file where the folder should be")
    try:
        desk.start()
        desk.wait_until(lambda: desk.sentences(CRASH) != [], CRASH)
        with Pen(desk, desk.find_canvas()).held() as pen:
            pen.points(20)
            pen.press("ctrl+s")
            desk.name_file(NAME, "Save as")
            desk.wait_for(f"{NAME} – lenet-gui")
            points = points_of(parse_drawing((home / NAME).read_bytes()))
            outcome.expect(len(points) == pen.next, "not all was saved")
        outcome.expect(desk.count("failure") == 0, f"unexpected: {desk.said}")
        outcome.expect(desk.leave() == 0, "it did not end as it should")
    finally:
        desk.end()
    return outcome


def _points_in(file: Path) -> int:
    return len(points_of(parse_drawing(file.read_bytes()))) if file.exists() else 0


def delete_while_saving(display: str, home: Path, random: Random, tries: int) -> Outcome:
    """Delete the file all the time while it is saved, and save it at last."""
    outcome, desk, file = Outcome(), ListeningDesk(display, home), home / NAME
    is_over = threading.Event()

    def delete() -> None:
        while not is_over.wait(random.uniform(0, 0.002)):
            with suppress(FileNotFoundError):
                file.unlink()
                outcome.count("deleted")

    try:
        desk.start()
        with Pen(desk, desk.find_canvas()).held() as pen:
            pen.points(2)
            pen.press("ctrl+s")
            desk.name_file(NAME, "Save as")
            desk.wait_for(f"{NAME} – lenet-gui")
            deleter = threading.Thread(target=delete)
            deleter.start()
            for _ in range(tries):
                outcome.tries += 1
                pen.points(2)
                pen.press("ctrl+s")
            desk.wait_for(f"{NAME} – lenet-gui")
            is_over.set()
            deleter.join()
            pen.points(2)
            pen.press("ctrl+s")
            desk.wait_until(lambda: _points_in(file) == pen.next, "it was not saved again")
        outcome.expect(desk.sentences("") == [], f"told: {desk.said}")
        outcome.expect(desk.leave() == 0, "it did not end as it should")
    finally:
        is_over.set()
        desk.end()
    return outcome
