"""The licences of everything in the bundle, gathered into its folder `licences`."""

import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path

Entry = tuple[str, str, str]
"""One file as PyInstaller lists it: its place in the bundle, its source, its kind."""

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("cmap", "numpy", "safetensors")
"""Packages whose wheels bring their licences. PySide6's do not: LGPL 3, and the GPL 3 it amends."""
FOLDER = "licences"


def texts(binaries: Sequence[Entry]) -> list[Entry]:
    """Return an entry for each licence text; `binaries` says which libraries of the system came."""
    found = {"lenet-gui.txt": ROOT / "LICENSE"}
    for text in sorted((ROOT / "packaging" / "licences").iterdir()):
        found[f"Qt and PySide6, {text.name}"] = text
    for base in (Path(sysconfig.get_path("stdlib")), Path(sys.base_prefix)):
        if (base / "LICENSE.txt").is_file():
            found["Python.txt"] = base / "LICENSE.txt"
            break
    for package in PACKAGES:
        for file in metadata.files(package) or ():
            if file.parts[0].endswith(".dist-info") and "licenses" in file.parts:
                inner = file.parts[file.parts.index("licenses") + 1 :]
                found[f"{package}, {'-'.join(inner)}"] = Path(str(file.locate()))
    for _, source, kind in binaries:
        if sys.platform == "linux" and kind == "BINARY" and source.startswith(("/lib", "/usr/lib")):
            package = _debian_package(Path(source).resolve())
            notice = Path("/usr/share/doc") / package / "copyright"
            if package and notice.is_file():
                found[f"{package}.txt"] = notice
    return [(f"{FOLDER}/{name}", str(path), "DATA") for name, path in sorted(found.items())]


def _debian_package(library: Path) -> str:
    """Return the Debian package that a library came with, or nothing."""
    for path in (library, Path(str(library).removeprefix("/usr"))):
        try:
            answer = subprocess.run(
                ["dpkg", "-S", path], capture_output=True, text=True, check=False
            )
        except FileNotFoundError:  # another kind of Linux
            return ""
        if not answer.returncode:
            return answer.stdout.partition(":")[0]
    return ""
