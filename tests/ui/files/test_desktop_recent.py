"""The desktop's list of recent files: this program's entries come and go, all others stay."""

import os
import shlex
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pytestqt.qtbot import QtBot

from lenet_gui.core.reading.classifier import Classifier
from lenet_gui.ui.app.main_window import MainWindow
from lenet_gui.ui.files.desktop_recent import SIZE_LIMIT, forget, note
from lenet_gui.ui.files.recent import NOTING
from lenet_gui.ui.kit.settings import Settings

pytestmark = pytest.mark.skipif(
    sys.platform in ("win32", "darwin"), reason="only these desktops share a file"
)

SPACES = {
    "b": "http://www.freedesktop.org/standards/desktop-bookmarks",
    "m": "http://www.freedesktop.org/standards/shared-mime-info",
}
OTHERS = """<?xml version="1.0" encoding="UTF-8"?>
<xbel version="1.0"
      xmlns:bookmark="http://www.freedesktop.org/standards/desktop-bookmarks"
      xmlns:mime="http://www.freedesktop.org/standards/shared-mime-info"
>
  <!-- kept -->
  <bookmark href="file:///x/a%20b.png" added="2026-01-02T03:04:05Z" modified="2026-01-02T03:04:05Z"\
 visited="2026-01-02T03:04:05Z">
    <title>a &amp; b</title>
    <info>
      <metadata owner="http://freedesktop.org">
        <mime:mime-type type="image/png"/>
        <bookmark:applications>
          <bookmark:application name="viewer" exec="&apos;viewer %u&apos;" count="3"/>
        </bookmark:applications>
      </metadata>
    </info>
  </bookmark>
</xbel>
"""


ENTITIES = '<!DOCTYPE xbel [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
WITH_ENTITIES = ENTITIES + "<xbel><bookmark href='file:///x'><title>&b;</title></bookmark></xbel>"


@pytest.fixture
def shared() -> Path:
    """Return the path of the desktop's file, which is not there yet."""
    return Path(os.environ["XDG_DATA_HOME"], "recently-used.xbel")


@pytest.fixture
def desktop(shared: Path) -> Path:
    """Return the desktop's file, with another program's entry."""
    shared.parent.mkdir(parents=True)
    shared.write_text(OTHERS)
    return shared


def entries(file: Path) -> dict[str, dict[str, str]]:
    """Return the commands of each entry's programs, by its address and their names."""
    return {
        bookmark.attrib["href"]: {
            program.attrib["name"]: program.attrib["exec"]
            for program in bookmark.iterfind("info/metadata/b:applications/b:application", SPACES)
        }
        for bookmark in ElementTree.parse(file).iterfind("bookmark")
    }


VIEWED = {"file:///x/a%20b.png": {"viewer": "'viewer %u'"}}


def test_a_file_is_added_to_what_is_there(desktop: Path) -> None:
    note(Path("/x/sieben & acht.lenet.json"))
    (added,) = entries(desktop).keys() - VIEWED.keys()
    assert added == "file:///x/sieben%20%26%20acht.lenet.json"
    found = entries(desktop)
    assert found | VIEWED == found
    assert shlex.split(found[added]["lenet-gui"]) == ["lenet-gui %f"]
    (kind, own) = ElementTree.parse(desktop).iterfind(".//m:mime-type", SPACES)
    assert (kind.attrib["type"], own.attrib["type"]) == (
        "image/png",
        "application/x-lenet-gui+json",
    )
    assert "<!-- kept -->" in desktop.read_text()
    assert "<title>a &amp; b</title>" in desktop.read_text()


def test_a_file_that_another_program_knows_gets_this_one_beside_it(desktop: Path) -> None:
    for _ in range(2):
        note(Path("/x/a b.png"))
    (programs,) = entries(desktop).values()
    assert list(programs) == ["viewer", "lenet-gui"]
    (bookmark,) = ElementTree.parse(desktop).iterfind("bookmark")
    assert bookmark.attrib["added"] == "2026-01-02T03:04:05Z"
    assert bookmark.attrib["visited"] > "2026-01-02T03:04:05Z"
    assert bookmark.find(".//b:application[@name='lenet-gui']", SPACES).attrib["count"] == "2"  # type: ignore[union-attr]


def test_forgetting_leaves_what_is_not_this_programs(desktop: Path) -> None:
    note(Path("/x/a b.png"))
    note(Path("/x/7.lenet.json"))
    assert len(entries(desktop)) == 2
    forget()
    assert entries(desktop) == VIEWED


@pytest.mark.parametrize(
    "content",
    [
        b"", b"\xff\xfe nothing", b"<xbel", b"<html/>", OTHERS.encode()[:-20],
        OTHERS.encode() + b"more", b"<xbel>" + b" " * SIZE_LIMIT + b"</xbel>",
        WITH_ENTITIES.encode(),
    ],
    ids=[
        "empty", "bytes", "begun", "another kind", "cut short", "too much", "too large", "entities",
    ],
)  # fmt: skip
def test_a_file_that_is_not_understood_is_left_alone(shared: Path, content: bytes) -> None:
    shared.parent.mkdir(parents=True)
    shared.write_bytes(content)
    note(Path("/x/7.lenet.json"))
    forget()
    assert shared.read_bytes() == content


def test_a_folder_in_its_place_disturbs_nobody(shared: Path) -> None:
    shared.mkdir(parents=True)
    note(Path("/x/7.lenet.json"))
    forget()


@pytest.mark.skipif(sys.platform == "win32", reason="has no such pipes")
def test_a_pipe_in_its_place_keeps_nobody_waiting(shared: Path) -> None:
    shared.parent.mkdir(parents=True)
    os.mkfifo(shared)
    note(shared.with_name("3.lenet.json"))
    assert shared.is_fifo()


@pytest.mark.parametrize("desktop_name", ["", "GNOME"])
def test_a_new_file_is_made_only_on_a_desktop(
    shared: Path, monkeypatch: pytest.MonkeyPatch, desktop_name: str
) -> None:
    monkeypatch.setenv("XDG_CURRENT_DESKTOP", desktop_name)
    note(Path("/x/7.lenet.json"))
    assert shared.exists() == bool(desktop_name)
    if desktop_name:
        assert list(entries(shared)) == ["file:///x/7.lenet.json"]
        assert shared.stat().st_mode & 0o777 == 0o600


def test_the_window_keeps_the_desktops_list_as_its_own(
    window: MainWindow, desktop: Path, seven: Path, qtbot: QtBot
) -> None:
    window.files.opening.open(seven)
    qtbot.waitUntil(lambda: seven.as_uri() in entries(desktop))
    assert entries(desktop) == {**VIEWED, seven.as_uri(): {"lenet-gui": "'lenet-gui %f'"}}
    window.files.opening.open(seven)
    window.actions_.recent_menu.actions()[-1].trigger()
    assert entries(desktop) == VIEWED
    qtbot.wait(NOTING + 100)
    assert entries(desktop) == VIEWED


def test_an_exhibit_notes_nothing(
    random_classifier: Classifier, desktop: Path, seven: Path, qtbot: QtBot
) -> None:
    exhibit = MainWindow(random_classifier, "light", Settings(is_kept=False))
    qtbot.addWidget(exhibit)
    exhibit.files.opening.open(seven)
    qtbot.wait(NOTING + 100)
    assert desktop.read_text() == OTHERS
