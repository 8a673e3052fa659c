"""Writes one of the program's files again and again: `python -m tests.faults.writer WHAT FOLDER`.

Says "ready" on standard output with the first, and goes on until it is killed.
"""

import itertools
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from lenet_gui.core.datasets.collection import KEY, Collection, drawing_id, line_id
from lenet_gui.core.files.whole_file import save_whole_file
from lenet_gui.core.records.session_file import Session
from lenet_gui.core.strokes.drawing import Drawing
from lenet_gui.ui.document.session import Slot
from lenet_gui.ui.kit.settings import write_settings

POINTS = 560
NAMES = {
    "session": "session-1.npz",
    "drawing": "drawing.lenet.json",
    "settings": "settings.json",
    "corrections": "all.jsonl",
}
MOST = 5
"""Drawings that the collection holds before one is taken out again."""


def drawing(number: int) -> Drawing:
    """Return a drawing all of whose points tell its number."""
    return Drawing(canvas=(560, 560)).with_stroke([(number, i) for i in range(POINTS)])


def writer(what: str, folder: Path) -> Callable[[int], object]:
    """Return what writes number after number."""
    if what == "session":
        slot = Slot.take(folder, is_blank=False)
        assert slot is not None
        assert slot.file.name == NAMES[what], "the dead program's lock holds"
        return lambda number: slot.put(Session(drawing(number)))
    file = folder / NAMES[what]
    if what == "drawing":
        return lambda number: save_whole_file(file, drawing(number).to_json().encode())
    if what == "settings":
        return lambda number: write_settings(
            file, {"first": str(number), "middle": "x" * 10_000, "next": str(number)}
        )
    return lambda number: correct(Collection(file), number)


def correct(collection: Collection, number: int) -> None:
    """Note a drawing, say otherwise, and take out what is there beyond some."""
    made = drawing(number)
    for label in (number % 10, (number + 1) % 10):
        collection.put(replace(made, label=label, extra={KEY: {"id": drawing_id(made)}}))
    lines = collection.readable()
    if len(lines) > MOST:
        collection.remove({line_id(line) for line in lines[:-MOST]})


def main() -> None:
    """Write until somebody ends it."""
    what, folder, first = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    write = writer(what, folder)
    for number in itertools.count(first):
        write(number)
        if number == first:
            print("ready", flush=True)


if __name__ == "__main__":
    main()
