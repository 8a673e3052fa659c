"""Write the tables in docs/licences.md: `python packaging/licence_list.py`.

Reads the metadata of the installed packages, so it needs an environment with all extras and with
the packages in requirements/:
pip install -c constraints.txt -e '.[train,bundle,benchmark,mutation,dev]' -r requirements/numpy.in
"""

import re
import sys
import tomllib
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path

from bundle_contents import ICU, LINUX_LIBRARIES, QT_LIBRARIES
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
LIST = ROOT / "docs" / "licences.md"
BEGIN, END = "<!-- packages: begin -->\n", "<!-- packages: end -->\n"
PROGRAM, CI = "program", "CI"
"""In the table, mark packages needed without any extra, and those that build a release."""

UNSAID = {"namex": "Apache-2.0"}
"""Licences of packages whose metadata have none, from the texts that come with them."""

QT = "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only"
MIT = "MIT"
IN_THE_BUNDLE = {
    "Python": "PSF-2.0",
    "PyInstaller's start-up program": "GPL-2.0-or-later WITH Bootloader-exception",
    "BLIS, in NumPy": "BSD-3-Clause",
    **dict.fromkeys((f"Qt {name}" for name in QT_LIBRARIES), QT),
    **dict.fromkeys(ICU, "Unicode-3.0"),
    **dict.fromkeys((name for name in LINUX_LIBRARIES if name.startswith(("xcb", "xkb"))), MIT),
    "ffi": MIT,
    "bz2": "bzip2-1.0.6",
    "lzma": "public domain",
    "uuid": "BSD-3-Clause",
}
"""Parts that are no Python packages; for system libraries, from Debian's copyright files."""

DATA = {"[starter set](../assets/starter/README.md), 5,000 digits of MNIST": "CC-BY-SA-3.0"}
"""Data that come with the program, and that others made."""

Row = tuple[str, str]
"""A package's purpose and its licence."""


def main() -> int:
    """Write the tables, or name the packages that must be installed first."""
    rows, missing = packages()
    if missing:
        print(f"Install these first: {', '.join(sorted(missing))}.", file=sys.stderr)
        return 1
    before, _, rest = LIST.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    LIST.write_text(before + BEGIN + table(rows) + END + after, encoding="utf-8")
    return 0


def packages() -> tuple[dict[str, Row], set[str]]:
    """Return a row for each required package, and the names of those not installed."""
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    uses: dict[str, list[str]] = {}
    extras = {PROGRAM: asked["dependencies"], **asked["optional-dependencies"]}
    for use, requirements in extras.items():
        for name in _needed(requirements):
            uses.setdefault(name, []).append(use)
    for name in pinned():
        uses.setdefault(name, [CI])
    rows, missing = {}, set()
    for name, needed_by in uses.items():
        try:
            rows[name] = ", ".join(needed_by), _licence(name)
        except metadata.PackageNotFoundError:
            missing.add(name)
    return rows, missing


def pinned() -> dict[str, str]:
    """Return the packages pinned in requirements/ and their versions."""
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "requirements").glob("*.txt")]
    found = re.findall(r"^([\w.-]+)==(\S+)", "\n".join(texts), re.MULTILINE)
    return {canonical(name): version for name, version in found}


def table(rows: dict[str, Row]) -> str:
    """Return the tables as Markdown: packages, other parts of the bundle, and data."""
    lines = ["| package | for | licence |", "|---|---|---|"]
    lines += [f"| {name} | {use} | {licence} |" for name, (use, licence) in sorted(rows.items())]
    lines += ["", "| beside them in the standalone program | licence |", "|---|---|"]
    lines += [f"| {name} | {licence} |" for name, licence in IN_THE_BUNDLE.items()]
    lines += ["", "| data in the program | licence |", "|---|---|"]
    lines += [f"| {name} | {licence} |" for name, licence in DATA.items()]
    return "\n" + "\n".join(lines) + "\n\n"


def canonical(name: str) -> str:
    """Return a package's normalised name."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _needed(requirements: Iterable[str]) -> list[str]:
    """Return the packages required on this system, including indirect requirements."""
    found: list[str] = []
    wanted = [Requirement(text) for text in requirements]
    while wanted:
        one = wanted.pop()
        name = canonical(one.name)
        if name not in found and (one.marker is None or one.marker.evaluate()):
            found.append(name)
            wanted += _own(one)
    return found


def _own(one: Requirement) -> Iterator[Requirement]:
    """Yield the requirements of a package on this system, including those of its extras."""
    try:
        texts = metadata.requires(one.name) or ()
    except metadata.PackageNotFoundError:
        return
    for text in texts:
        own = Requirement(text)
        if own.marker is None or any(
            own.marker.evaluate({"extra": extra}) for extra in ("", *one.extras)
        ):
            own.marker = None
            yield own


def _licence(name: str) -> str:
    """Return a licence in the package's wording, from its least ambiguous field."""
    found = metadata.metadata(name).json
    if expression := found.get("license_expression"):
        return str(expression)
    field = str(found.get("license", ""))
    if field and "\n" not in field:
        return field
    kinds = [text for text in found.get("classifier", ()) if text.startswith("License ::")]
    return UNSAID.get(name) or " OR ".join(text.split(" :: ")[-1] for text in kinds) or "unknown"


if __name__ == "__main__":
    sys.exit(main())
