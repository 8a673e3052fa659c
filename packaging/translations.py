"""Brings the translations up to date: `python packaging/translations.py`.

Takes every sentence that the window says into `assets/translations/*.ts`, where translators write
theirs beside it (docs/translating.md), and makes of each the `.qm` file that the program reads, and
the sums by which it knows that those are whole.
"""

import hashlib
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "assets" / "translations"


def sources() -> list[Path]:
    """Return the files that say something in the window."""
    return sorted((ROOT / "lenet_gui" / "ui").rglob("*.py"))


def update(path: Path) -> None:
    """Take the sentences into one file; English needs only those that count something."""
    only = ["-pluralonly"] if path.stem.endswith("_en") else []
    told = [str(source.relative_to(ROOT)) for source in sources()]
    where = ["-locations", "none", "-no-obsolete"]
    _run("pyside6-lupdate", *only, *where, *told, "-ts", str(path.relative_to(ROOT)))


def release(path: Path, made: Path) -> None:
    """Make the file that the program reads."""
    _run("pyside6-lrelease", "-silent", str(path), "-qm", str(made))


def _run(program: str, *arguments: str) -> None:
    subprocess.run([Path(sys.executable).parent / program, *arguments], cwd=ROOT, check=True)


def sum_up(folder: Path) -> str:
    """Return the SHA-256 sums of the files that the program reads, as sha256sum writes them."""
    files = sorted(folder.glob("*.qm"))
    return "".join(f"{hashlib.sha256(f.read_bytes()).hexdigest()}  {f.name}\n" for f in files)


if __name__ == "__main__":
    for file in sorted(FOLDER.glob("*.ts")):
        update(file)
        release(file, file.with_suffix(".qm"))
    (FOLDER / "SHA256SUMS").write_text(sum_up(FOLDER), encoding="ascii", newline="\n")
