"""Collect the licences of everything in the bundle in its folder `licences`."""

import re
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path

Entry = tuple[str, str, str]
"""A file as PyInstaller lists it: its place in the bundle, its source, its kind."""

ROOT = Path(__file__).resolve().parent.parent
FOLDER = "licences"
LICENCE = re.compile("licen[cs]e|copying|notice", re.IGNORECASE)
"""Matches names of licence files, or of a package's folder for them."""


def texts(modules: Sequence[Entry], binaries: Sequence[Entry]) -> list[Entry]:
    """Return an entry for each licence text of the packages and system libraries in the bundle.

    Packages include theirs, except PySide6, which is under the LGPL 3 and the GPL 3 it amends.
    """
    found = {
        "lenet-gui.txt": ROOT / "LICENSE",
        "MNIST, the starter set.md": ROOT / "assets" / "starter" / "README.md",
    }
    for text in sorted((ROOT / "packaging" / "licences").iterdir()):
        found[f"Qt and PySide6, {text.name}"] = text
    for base in (Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix)):
        if (base / "LICENSE.txt").is_file():
            found["Python.txt"] = base / "LICENSE.txt"
            break
    for package in _packages(modules):
        for file in metadata.files(package) or ():
            inner = file.parts[2 if "licenses" in file.parts else 1 :]
            if file.parts[0].endswith(".dist-info") and LICENCE.search("-".join(file.parts[1:])):
                found[f"{package}, {'-'.join(inner)}"] = Path(str(file.locate()))
    for _, source, kind in binaries:
        if sys.platform == "linux" and kind == "BINARY" and source.startswith(("/lib", "/usr/lib")):
            package = _debian_package(Path(source).resolve())
            notice = Path("/usr/share/doc") / package / "copyright"
            if package and notice.is_file():
                found[f"{package}.txt"] = notice
    return [(f"{FOLDER}/{name}", str(path), "DATA") for name, path in sorted(found.items())]


def _packages(modules: Sequence[Entry]) -> list[str]:
    """Return the Python packages to which modules belong."""
    owners = metadata.packages_distributions()
    names = {name.partition(".")[0] for name, *_ in modules}
    return sorted({owner for name in names for owner in owners.get(name, ())})


def _debian_package(library: Path) -> str:
    """Return the Debian package of a library, or an empty string."""
    for path in (library, Path(str(library).removeprefix("/usr"))):
        try:
            answer = subprocess.run(
                ["dpkg", "-S", path], capture_output=True, text=True, check=False
            )
        except FileNotFoundError:  # not Debian or a derivative
            return ""
        if not answer.returncode:
            return answer.stdout.partition(":")[0]
    return ""
