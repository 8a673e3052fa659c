"""Make the bundle's files smaller or faster, without changing what they do."""

import importlib.util
import io
import struct
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

Entry = tuple[str, str, str]
"""A file as PyInstaller lists it: its place in the bundle, its source, its kind."""

ICU_KEPT = ("coll/",)
"""The part of ICU's data to keep: the rules for sorting names in file dialogs, in every language.
For the rest (letters, line breaks, right-to-left text, dates, encodings), Qt has its own tables."""


def strip_symbols(entries: Sequence[Entry], folder: Path) -> list[Entry]:
    """Return `entries` with the interpreter's and the system's libraries stripped of debug symbols.

    Libraries from wheels are stripped already, and NumPy's would break.
    """
    stripped = []
    for place, source, kind in entries:
        if kind in ("BINARY", "EXTENSION") and "site-packages" not in source:
            target = folder / place
            target.parent.mkdir(parents=True, exist_ok=True)
            run("strip", "--strip-unneeded", "-o", target, source)
            source = str(target)
        stripped.append((place, source, kind))
    return stripped


def shrink_icu(entries: Sequence[Entry], folder: Path) -> list[Entry]:
    """Return `entries` with the ICU data library reduced to ICU_KEPT."""
    shrunk = []
    for place, source, kind in entries:
        if kind != "SYMLINK" and Path(place).name.startswith("libicudata.so."):
            source = str(_data_library(Path(source), folder / Path(place).name))
        shrunk.append((place, source, kind))
    return shrunk


def _data_library(source: Path, target: Path) -> Path:
    """Link a library with the same name and symbol as `source` from part of its data."""
    library = source.read_bytes()
    # The package's header: its length, two magic numbers, and 8 bytes for the kind of data.
    start = library.index(b"\xda\x27", library.index(b"CmnD") - 16) - 2
    symbol = f"icudt{source.name.rpartition('.')[2]}_dat"
    data, assembly, made = (target.with_suffix(ending) for ending in (".dat", ".s", ".o"))
    data.write_bytes(icu_package(library[start:], ICU_KEPT))
    assembly.write_text(
        f".section .rodata\n.balign 16\n.globl {symbol}\n.type {symbol}, @object\n"
        f'{symbol}: .incbin "{data.name}"\n.size {symbol}, . - {symbol}\n'
        '.section .note.GNU-stack, "", @progbits\n',
        encoding="ascii",
    )
    run("as", "-o", made.name, assembly.name, cwd=target.parent)
    run("ld", "-shared", "-s", "-soname", source.name, "-o", target.name, made.name,
        cwd=target.parent)  # fmt: skip
    return target


def icu_package(package: bytes, kept: Sequence[str]) -> bytes:
    """Return an ICU data package with only the items whose names start with one of `kept`.

    A package is a header, the number of items, the offsets of each item's name and data, counted
    from that number, then the sorted names, each ended by a zero byte, and the data, aligned to 16
    bytes: `ToCEntry` in ICU's ucmndata.h.
    """
    (header,) = struct.unpack_from("<H", package)
    (count,) = struct.unpack_from("<I", package, header)
    table = [struct.unpack_from("<II", package, header + 4 + 8 * i) for i in range(count)]
    ends = [begin for _, begin in table[1:]] + [len(package) - header]
    items = []
    for (name_at, begin), end in zip(table, ends, strict=True):
        name = package[header + name_at : package.index(b"\0", header + name_at)]
        if name.decode("ascii").partition("/")[2].startswith(tuple(kept)):
            items.append((name + b"\0", package[header + begin : header + end]))
    names_at = 4 + 8 * len(items)
    data_at = names_at + sum(len(name) for name, _ in items)
    names, contents, entries = io.BytesIO(), io.BytesIO(), io.BytesIO()
    contents.write(b"\0" * (-(header + data_at) % 16))
    for name, content in items:
        entries.write(struct.pack("<II", names_at + names.tell(), data_at + contents.tell()))
        names.write(name)
        contents.write(content + b"\0" * (-len(content) % 16))
    parts = (struct.pack("<I", len(items)), *(f.getvalue() for f in (entries, names, contents)))
    return package[:header] + b"".join(parts)


LIBRARY = "shibokensupport/signature/lib"
STUBS = (f"{LIBRARY}/pyi_generator.py", f"{LIBRARY}/enum_sig.py")
"""Modules that shiboken6 loads at every start, although the program makes no .pyi files."""
QUICKER = {
    "shibokensupport/feature.py": (  # it would look for sources, and there are none
        "def _mod_uses_pyside(module):\n",
        "def _mod_uses_pyside(module):\n    return False\n",
    ),
    "shibokensupport/signature/parser.py": (  # compile the long pattern when it is first needed
        "arglistParser = ArglistParser()\n\n\ndef _parse_arglist(argstr):\n"
        "    return arglistParser.parse(argstr)\n",
        "import functools\n\n\n@functools.cache\ndef _parser():\n    return ArglistParser()\n\n\n"
        "def _parse_arglist(argstr):\n    return _parser().parse(argstr)\n",
    ),
}
"""What shiboken6 does at every start though it need not: in each module, a text and what replaces
it."""


def shiboken_support(folder: Path) -> list[Entry]:
    """Return the modules embedded in shiboken6 as compiled files.

    It would unpack and compile them in every process. If it finds them in `files.dir`, the folder
    that its switch SBK_EMBED makes, it loads them from there, which is far quicker. STUBS are empty
    there, and QUICKER is quicker. Ends the build where shiboken6 has other code than QUICKER knows.
    """
    import shiboken6  # noqa: F401  makes the next import possible
    from shibokensupport.signature import loader

    archive: zipfile.ZipFile = loader.__loader__.zfile
    entries = []
    for name in sorted(archive.namelist()):
        if name.startswith("shibokensupport/") and name.endswith(".py"):
            place = f"shiboken6/files.dir/{name}c"
            target = folder / place
            target.parent.mkdir(parents=True, exist_ok=True)
            source = "" if name in STUBS else archive.read(name).decode()
            if name in QUICKER:
                old, new = QUICKER[name]
                if old not in source:
                    sys.exit(f"{name} has changed: see QUICKER in {__file__}.")
                source = source.replace(old, new)
            target.write_bytes(_compiled(source, name))
            entries.append((place, str(target), "DATA"))
    return entries


def _compiled(source: str, name: str) -> bytes:
    """Return the bytes of a compiled file that is never checked against a source (PEP 552)."""
    import marshal

    code = compile(source, name, "exec", dont_inherit=True, optimize=0)
    unchecked = struct.pack("<IQ", 0b01, 0)
    return importlib.util.MAGIC_NUMBER + unchecked + marshal.dumps(code)


def run(*command: object, cwd: Path | None = None) -> None:
    """Run a program of binutils; if it fails, end the build with its error."""
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"{command[0]}: {done.stderr}")
