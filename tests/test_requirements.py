"""Everything that CI installs is pinned by version and hash."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROW = re.compile(
    r"^([\w.-]+)==(\S+?)(?: ;.*?)? \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)"
)


def pins(text: str) -> dict[str, str]:
    """Return the versions pinned in a file with hashes; fail if any line is not pinned."""
    found = {}
    for part in re.split(r"^(?=\w)", text, flags=re.MULTILINE):
        if not part.startswith("#"):
            row = ROW.match(part)
            assert row, part.partition("\n")[0]
            found[row[1]] = row[2]
    return found


@pytest.fixture(params=["ci.txt", "numpy.txt"])
def text(request) -> str:
    return (ROOT / "requirements" / request.param).read_text(encoding="utf-8")


def test_every_package_has_hashes_and_no_address(text):
    assert "numpy" in pins(text)
    assert "://" not in text
    assert "--index" not in text
    assert "--find-links" not in text


def test_the_pins_match_the_constraints(text):
    constraints = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    asked = re.findall(r"^([\w-]+)==(\S+)$", constraints, re.MULTILINE)
    wanted = {name.lower(): version for name, version in asked}
    assert len(wanted) >= 9
    locked = pins(text)
    assert {name: wanted[name] for name in locked if name in wanted} == {
        name: version for name, version in locked.items() if name in wanted
    }
    assert "torch" not in locked  # see requirements/lock.sh for the reason


def test_everything_that_ci_installs_is_pinned():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    asked = project["build-system"]["requires"] + project["project"]["dependencies"]
    for extra in ("train", "dev", "bundle"):
        asked += project["project"]["optional-dependencies"][extra]
    names = {re.split(r"[<>=; ]", text)[0].lower() for text in asked}
    locked = pins((ROOT / "requirements" / "ci.txt").read_text(encoding="utf-8"))
    assert names - set(locked) == {"torch"}
