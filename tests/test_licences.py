"""docs/licences.md lists everything that the program is made with."""

import re
import tomllib
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def listed() -> dict[str, tuple[str, ...]]:
    """Return the rows of all tables: the other cells by the first one."""
    text = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (.+) \|$", text, re.MULTILINE)
    return {first: tuple(rest) for first, *rest in (row.split(" | ") for row in rows)}


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    import licence_list

    return licence_list


def test_every_package_is_listed(listed, script):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = project["project"]["dependencies"] + project["build-system"]["requires"]
    for extra in project["project"]["optional-dependencies"].values():
        asked += extra
    names = {script.canonical(re.split(r"[<>=; ]", text)[0]) for text in asked}
    assert {"numpy", "hatchling", "cosmic-ray", "pyside6-essentials"} <= names
    assert "shiboken6" in script.pinned()
    assert sorted((names | set(script.pinned())) - set(listed)) == []


def test_installed_packages_are_listed_with_their_own_licence(listed, script):
    rows, _ = script.packages()
    assert {"numpy", "pytest", "shiboken6"} <= set(rows)
    assert sorted(set(rows) - set(listed)) == []
    assert "unknown" not in {licence for _, licence in rows.values()}
    pinned = script.pinned()  # another version may have another wording
    same = {name for name in rows if pinned.get(name) == metadata.version(name)}
    licences = {name: licence for name, (_, licence) in rows.items() if name in same}
    assert licences == {name: listed[name][1] for name in same}


def test_all_parts_of_the_standalone_program_are_listed(listed, script):
    from bundle_contents import ICU, LINUX_LIBRARIES, QT_LIBRARIES

    carried = {*ICU, *LINUX_LIBRARIES, *(f"Qt {name}" for name in QT_LIBRARIES)}
    bindings = {name for name in carried if name.startswith(("pyside6.", "shiboken6.", "python3."))}
    assert len(bindings) == 6  # listed as packages, and as Python
    assert sorted(carried - bindings - set(listed)) == []
    assert {name: listed[name] for name in script.IN_THE_BUNDLE} == {
        name: (licence,) for name, licence in script.IN_THE_BUNDLE.items()
    }


def test_the_starter_sets_licence_is_listed(listed, script):
    ((name, licence),) = script.DATA.items()
    assert listed[name] == (licence,)
    place = (ROOT / "docs" / name.partition("](")[2].partition(")")[0]).resolve()
    text = place.read_text(encoding="utf-8")
    assert place.parent == ROOT / "assets" / "starter"
    assert all(maker in text for maker in ("LeCun", "Cortes", "Burges", "CC BY-SA 3.0"))
