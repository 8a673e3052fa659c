"""Update the translations: `python packaging/translations.py`.

Collects all sentences of the window in `assets/translations/*.ts`, to which translators add theirs
(docs/translating.md), and generates the `.qm` files that the program reads, and their checksums.
"""

import ast
import hashlib
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "assets" / "translations"
CONTEXT = "Errors"
ERRORS = set(re.findall(r"^class (\w+)", (ROOT / "lenet_gui" / "errors.py").read_text(), re.M))
UNSEEN = {"commands", "runs", "training", "cli.py", "fetching.py"}
"""Modules whose errors are only printed on a terminal, in English."""


def sources() -> list[Path]:
    """Return the files with sentences of the window."""
    return sorted((ROOT / "lenet_gui" / "ui").rglob("*.py"))


def error_sentences() -> list[str]:
    """Return the sentences of errors, which are raised without Qt and translated when shown."""
    found = set()
    for path in sorted((ROOT / "lenet_gui").rglob("*.py")):
        if path.relative_to(ROOT / "lenet_gui").parts[0] in UNSEEN:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in ERRORS and node.args:
                sentence = node.args[0]
                if isinstance(sentence, ast.Constant) and isinstance(sentence.value, str):
                    found.add(sentence.value)
    return sorted(found)


def update(path: Path, errors: Path) -> None:
    """Update the sentences in one file; English only needs those with plural forms."""
    only = ["-pluralonly"] if path.stem.endswith("_en") else []
    found = [*(str(source.relative_to(ROOT)) for source in sources()), str(errors)]
    where = ["-locations", "none", "-no-obsolete"]
    _run("pyside6-lupdate", *only, *where, *found, "-ts", str(path.relative_to(ROOT)))


def release(path: Path, made: Path) -> None:
    """Generate the file that the program reads."""
    _run("pyside6-lrelease", "-silent", str(path), "-qm", str(made))


def _run(program: str, *arguments: str) -> None:
    subprocess.run([Path(sys.executable).parent / program, *arguments], cwd=ROOT, check=True)


def sum_up(folder: Path) -> str:
    """Return the SHA-256 sums of the `.qm` files, in sha256sum's format."""
    files = sorted(folder.glob("*.qm"))
    return "".join(f"{hashlib.sha256(f.read_bytes()).hexdigest()}  {f.name}\n" for f in files)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        errors = Path(folder) / "errors.py"
        lines = (f"QT_TRANSLATE_NOOP({CONTEXT!r}, {sentence!r})" for sentence in error_sentences())
        errors.write_text("\n".join(lines), encoding="utf-8")
        for file in sorted(FOLDER.glob("*.ts")):
            update(file, errors)
            release(file, file.with_suffix(".qm"))
    (FOLDER / "SHA256SUMS").write_text(sum_up(FOLDER), encoding="ascii", newline="\n")
