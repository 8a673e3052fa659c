"""The contents of the built program."""

import itertools
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.packaging.conftest import call

pytestmark = [
    pytest.mark.bundle,
    pytest.mark.skipif(sys.platform != "linux", reason="reads the format of Linux's libraries"),
]

OLDEST_GLIBC = (2, 35)
"""As in Ubuntu 22.04; Debian 12 has 2.36. Package and documentation require the same."""


def files(bundle: Path) -> list[Path]:
    return [path for path in sorted(bundle.rglob("*")) if path.is_file()]


def libraries(bundle: Path) -> list[Path]:
    """Return all programs and libraries, except links."""
    found = []
    for path in files(bundle):
        if not path.is_symlink():
            with path.open("rb") as file:
                if file.read(4) == b"\x7fELF":
                    found.append(path)
    return found


def test_unused_parts_are_left_out(bundle):
    names = [path.relative_to(bundle).as_posix() for path in files(bundle)]
    unwanted = re.compile(
        r"torch|matplotlib|tqdm|h5py|keras|tkinter|Qt6?(Network|Qml|Quick|Sql|PrintSupport|Test)"
        r"|libssl|libcrypto|libstdc\+\+|libgtk|/tests?/|\.pyi$|\.ts$|\.(cpp|h|pyx|a)$"
    )
    assert names
    assert [name for name in names if unwanted.search(name)] == []


def test_it_has_exactly_the_windows_languages(bundle):
    from lenet_gui.ui.kit.i18n import LANGUAGES

    found = {path.name for path in files(bundle) if path.suffix == ".qm"}
    ours = {f"lenet-gui_{name}.qm" for name in LANGUAGES}
    assert found == ours | {f"qtbase_{name}.qm" for name in LANGUAGES}


def test_its_libraries_are_included_or_the_systems(bundle, packing):
    from bundle_contents import SYSTEM_LIBRARIES

    elves = libraries(bundle)
    there = {path.name for path in files(bundle)}
    needed = {}
    for path in elves:
        listing = call("readelf", "--dynamic", path)
        assert listing.returncode == 0, listing.stderr
        for name in re.findall(r"NEEDED.*\[(.+)\]", listing.stdout):
            needed.setdefault(name, path.name)
    assert "libQt6Core.so.6" in needed
    system = {
        re.sub(r"\.so\b.*", "", name).removeprefix("lib") for name in needed if name not in there
    }
    assert system - {"ld-linux-x86-64", "ld-linux-aarch64"} <= set(SYSTEM_LIBRARIES)


def test_it_needs_no_newer_glibc_than_documented(bundle):
    wanted = set()
    for path in libraries(bundle):
        listing = call("readelf", "--version-info", path).stdout
        wanted |= set(re.findall(r"GLIBC_(\d+)\.(\d+)", listing))
    versions = sorted((int(major), int(minor)) for major, minor in wanted)
    assert versions[-1] <= OLDEST_GLIBC


def test_every_licence_is_included(bundle):
    names = {path.name for path in (bundle / "_internal" / "licences").iterdir()}
    assert {"lenet-gui.txt", "Python.txt", "Qt and PySide6, LGPL-3.0.txt"} <= names
    assert "MNIST, the starter set.md" in names
    for package in ("cmap", "numpy", "safetensors", "libxcb-cursor0", "libffi8"):
        assert any(name.startswith(package) for name in names)


WORDS = [
    "z",
    "ä",
    "a",
    "ö",
    "I",
    "ı",
    "i",
    "İ",
    "ch",
    "c",
    "h",
    "ł",
    "l",
    "中",
    "文",
    "か",
    "ア",
    "9",
    "10",
]
SORTED = """
import sys
from PySide6.QtCore import QCollator, QLocale
for name in sys.argv[1].split():
    collator = QCollator(QLocale(name))
    collator.setNumericMode(True)
    key = lambda word: collator.sortKey(word)
    print(name, *sorted(sys.argv[2].split(), key=lambda word: collator.sortKey(word)))
"""


def test_names_are_sorted_as_with_complete_icu_data(packing, tmp_path):
    """Loaded before the complete ICU data, the reduced data change no language's order."""
    import PySide6
    from bundle_trim import shrink_icu

    (whole,) = (Path(PySide6.__file__).parent / "Qt" / "lib").glob("libicudata.so.*")
    ((_, cut, _),) = shrink_icu([(f"lib/{whole.name}", str(whole), "BINARY")], tmp_path)
    assert Path(cut).stat().st_size < whole.stat().st_size / 5
    languages = "C en tr_TR de_DE sv_SE cs_CZ pl_PL zh_CN ja_JP ko_KR ar_EG he_IL"
    outputs = []
    for preloaded in ("", cut):
        done = subprocess.run(
            [sys.executable, "-c", SORTED, languages, " ".join(WORDS)],
            env={"LD_PRELOAD": preloaded, "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"},
            capture_output=True,
            text=True,
            check=True,
        )
        assert not done.stderr
        outputs.append(done.stdout.splitlines())
    assert outputs[0] == outputs[1]
    orders = {tuple(line.split()[1:]) for line in outputs[0]}
    assert len(orders) > 3, "the languages differ, so the rules were read"


def test_a_reduced_package_has_the_chosen_items(packing):
    import struct

    from bundle_trim import icu_package

    items = {"coll/de.res": b"d" * 20, "curr/de.res": b"c" * 33, "coll/sv.res": b"s" * 7}
    names = [f"icudt73l/{name}".encode() + b"\0" for name in items]
    header = struct.pack("<H", 32) + b"\xda\x27" + b"\0" * 28
    name_at = 4 + 8 * len(items)
    data_at = [96 + 48 * number for number in range(len(items))]
    starts = [name_at + sum(map(len, names[:number])) for number in range(len(items))]
    body = bytearray(256)
    struct.pack_into("<I", body, 0, len(items))
    for number, place in enumerate(zip(starts, data_at, strict=True)):
        struct.pack_into("<II", body, 4 + 8 * number, *place)
    body[name_at : name_at + sum(map(len, names))] = b"".join(names)
    for place, content in zip(data_at, items.values(), strict=True):
        body[place : place + len(content)] = content

    made = icu_package(header + bytes(body), ["coll/"])
    assert made[:32] == header
    assert struct.unpack_from("<I", made, 32) == (2,)
    found = {}
    table = [struct.unpack_from("<II", made, 36 + 8 * number) for number in range(2)]
    for (name_begins, begins), end in zip(
        table, [*(place for _, place in table[1:]), None], strict=True
    ):
        name = made[32 + name_begins : made.index(b"\0", 32 + name_begins)].decode()
        assert (32 + begins) % 16 == 0
        found[name] = made[32 + begins : None if end is None else 32 + end].rstrip(b"\0")
    assert found == {
        f"icudt73l/{name}": content for name, content in items.items() if "coll" in name
    }
    assert all(a < b for a, b in itertools.pairwise(found)), "looked up by halving"
