"""A short run of each fuzzer, and a check that findings are detected."""

import os
from itertools import islice
from pathlib import Path

import pytest

from tests.fuzz import campaign
from tests.fuzz.guard import touched, watch
from tests.fuzz.readers import NAMES, reader
from tests.fuzz.readers.naughty import DEEDS

SHORT = 50
BEHIND_THE_EXTREMES = 1000
"""Short runs start here: the extremes are large, and each has its own test elsewhere."""
SEED = 7
PACKAGES = {"pytorch": "torch", "keras": "h5py"}

pytestmark = pytest.mark.skipif(not Path("/proc/self/clear_refs").exists(), reason="needs /proc")


@pytest.mark.parametrize("name", NAMES)
def test_each_input_is_read_or_refused_in_a_sentence(name):
    if name in PACKAGES:
        pytest.importorskip(PACKAGES[name])
    report = campaign.run(name, SEED, BEHIND_THE_EXTREMES, SHORT)
    assert report["details"] == []
    assert report["results"] + report["refusals"] == SHORT
    assert report["results"]


def test_inputs_depend_only_on_seed_and_numbers():
    def inputs(seed, first, count):
        return list(islice(reader("unipen").inputs("unipen", seed, first), count))

    found = inputs(3, 1000, 50)
    assert found == inputs(3, 1000, 50)
    assert found[20:] == inputs(3, 1020, 30)
    assert found != inputs(4, 1000, 50)
    assert len(set(found)) > 40


def test_the_input_of_a_finding_is_kept_and_reproduces_it(tmp_path):
    for deed in ("mistake", "die"):
        number = DEEDS.index(deed)
        report = campaign.run("naughty", 5, number, 1, keep=tmp_path)
        (finding,) = report["details"]
        kept = tmp_path / f"naughty-5-{number}"
        assert kept.read_text() == deed
        (again,) = campaign.run("naughty", file=kept)["details"]
        assert again["wrong"][:6] == finding["wrong"][:6]


def test_short_runs_skip_the_extremes():
    assert all(len(reader(name).extremes) < BEHIND_THE_EXTREMES for name in ("weights", "drawings"))


def test_opening_a_file_is_noticed_but_listing_its_folder_is_not(tmp_path):
    (tmp_path / "bait").write_bytes(b"bait")
    notices = watch(tmp_path)
    try:
        assert os.listdir(tmp_path) == ["bait"]
        assert list(touched(notices)) == []
        (tmp_path / "bait").read_bytes()
        (tmp_path / "new").touch()
        assert set(touched(notices)) == {"bait", "new"}
    finally:
        os.close(notices)


def test_every_forbidden_action_is_noticed(monkeypatch):
    monkeypatch.setattr(campaign, "HANGING", 8.0)
    report = campaign.run("naughty", 0, 0, len(DEEDS))
    found = {DEEDS[finding["input"]]: finding["wrong"] for finding in report["details"]}
    assert found.pop("die").startswith("died (-6)")
    assert found == {
        "no sentence": "sentence",
        "mistake": "error",
        "look": "deed",
        "look in C": "deed",
        "write": "deed",
        "run": "deed",
        "unpickle": "deed",
        "leave": "deed",
        "memory": "memory",
        "hidden memory": "memory",
        "time": "slow",
        "hang": "hung",
    }
    assert report["results"] >= 2
    assert report["peak_megabytes"] > 200
    assert DEEDS[report["slowest_input"]] == "time"
