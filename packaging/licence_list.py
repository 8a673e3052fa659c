"""Writes the tables in docs/licences.md anew: `python packaging/licence_list.py`.

It reads what the installed packages say of themselves, so it takes an environment with all extras,
and with what requirements/ has besides:
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
"""Stand in the table for what is needed without any extra, and for what builds a release."""

UNSAID = {"namex": "Apache-2.0"}
"""Of packages whose metadata tell no licence: what the text says that comes with them."""

QT = "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only"
MIT = "MIT"
IN_THE_BUNDLE = {
    "Python": "PSF-2.0",
    "PyInstaller's start-up program": "GPL-2.0-or-later WITH Bootloader-exception",
    **dict.fromkeys((f"Qt {name}" for name in QT_LIBRARIES), QT),
    **dict.fromkeys(ICU, "Unicode-3.0"),
    **dict.fromkeys((name for name in LINUX_LIBRARIES if name.startswith(("xcb", "xkb"))), MIT),
    "ffi": MIT,
    "bz2": "bzip2-1.0.6",
    "lzma": "public domain",
    "uuid": "BSD-3-Clause",
}
"""Besides Python packages. Of the system's libraries it is what Debian's copyright files say."""

Row = tuple[str, str]
"""What a package is for, and its licence."""


def main() -> int:
    """Write the table, or name what would have to be installed for it."""
    rows, missing = packages()
    if missing:
        print(f"Install these first: {', '.join(sorted(missing))}.", file=sys.stderr)
        return 1
    before, _, rest = LIST.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    LIST.write_text(before + BEGIN + table(rows) + END + after, encoding="utf-8")
    return 0


def packages() -> tuple[dict[str, Row], set[str]]:
    """Return a row for each installed package that is needed, and the names of the others."""
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
    """Return the packages that requirements/ names with their hashes, and their versions."""
    texts = [path.read_text(encoding="utf-8") for path in (ROOT / "requirements").glob("*.txt")]
    found = re.findall(r"^([\w.-]+)==(\S+)", "\n".join(texts), re.MULTILINE)
    return {canonical(name): version for name, version in found}


def table(rows: dict[str, Row]) -> str:
    """Return the two tables as Markdown: of packages, and of what else is in the bundle."""
    lines = ["| package | for | licence |", "|---|---|---|"]
    lines += [f"| {name} | {use} | {licence} |" for name, (use, licence) in sorted(rows.items())]
    lines += ["", "| beside them in the standalone program | licence |", "|---|---|"]
    lines += [f"| {name} | {licence} |" for name, licence in IN_THE_BUNDLE.items()]
    return "\n" + "\n".join(lines) + "\n\n"


def canonical(name: str) -> str:
    """Return a package's name as all spellings of it are compared."""
    return re.sub(r"[-_.]+", "-", name).lower()


def _needed(requirements: Iterable[str]) -> list[str]:
    """Return the packages that requirements need here, those that they need themselves included."""
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
    """Yield what a package itself requires here, with the extras that are asked of it."""
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
    """Return a licence as the package names it: in the way that is the least ambiguous."""
    said = metadata.metadata(name).json
    if expression := said.get("license_expression"):
        return str(expression)
    field = str(said.get("license", ""))
    if field and "\n" not in field:
        return field
    kinds = [text for text in said.get("classifier", ()) if text.startswith("License ::")]
    return UNSAID.get(name) or " OR ".join(text.split(" :: ")[-1] for text in kinds) or "not said"


if __name__ == "__main__":
    sys.exit(main())
