"""Changes to valid inputs: bytes, pieces of text, and values in JSON.

`draw` is the function that Hypothesis passes to a composite strategy; it draws a value from another
strategy. Hypothesis adds odd numbers and texts, and constants from the program's code.
"""

import json
import re
import zipfile
from collections.abc import Callable, Sequence
from typing import Any

from hypothesis import strategies as st

from tests.fuzz.packing import ZIP, repacked, unpacked

Draw = Callable[[st.SearchStrategy[Any]], Any]
Change = Callable[[Draw, bytes, Sequence[bytes]], bytes]

LIMIT = 2**20
"""Maximum size of an input in bytes, as parts can be repeated."""
EDGES = (0, 1, 2, 7, 8, 127, 128, 255, 256, 32767, 32768, 65535, 65536, 2**31 - 1, 2**31)
LARGE = (*EDGES, 2**32 - 1, 2**32, 2**53, 2**63 - 1, 2**63, 2**64 - 1, 10**10)
NUMBERS = (
    *("0", "-0", "-1", "1e-320", "1e308", "-1e308", "1e400", "NaN", "Infinity", "-Infinity"),
    *("0x10", "1e9", "1.0000001e9", "9" * 400, "9" * 5000, "1" + "0" * 30, "٣", "1_0", "+5"),
    *(".5", "5.", *map(str, LARGE)),
)
STRINGS = (
    *("", " ", "\0", "\ufeff", "\ud800", "\u202e", "x" * 5000, "../../x", "/etc/passwd", "%s%n"),
    *("{0.__class__}", "strokes", "format", "__class__", "file:///etc/passwd", "@Invalid()", "é\n"),
)
NESTED = tuple(
    opening * depth + "1" + closing * depth
    for depth in (200, 990, 5000)
    for opening, closing in (("[", "]"), ('{"a":', "}"), ("[", ""))
)
BYTE_ORDER_MARK = b"\xef\xbb\xbf"

LETTERS = 'a1 .,:{}[]"\\/-é七\0\u202e'
texts = st.sampled_from((*STRINGS, *NUMBERS, *NESTED)) | st.text(LETTERS, max_size=9)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.sampled_from(LARGE) | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=5,
)


def change_bytes(draw: Draw, data: bytes, others: Sequence[bytes] = ()) -> bytes:
    """Replace parts with random bytes, a number, repetitions or parts of others, or cut the end."""
    for _ in range(draw(st.integers(1, 5))):
        start, end = _span(draw, data)
        kind = draw(st.integers(0, 4))
        if kind == 0:
            by = draw(st.binary(max_size=64))
        elif kind == 1:
            by = data[start:end] * draw(st.sampled_from((0, 2, 10, 100)))
        elif kind == 2:
            by = number(draw, draw(st.sampled_from((1, 2, 4, 8))))
            end = start + len(by)
        elif kind == 3:
            other = draw(st.sampled_from(others or (data,)))
            by = other[slice(*_span(draw, other))]
        else:
            by, end = b"", len(data)
        data = (data[:start] + by + data[end:])[:LIMIT]
    return data


def _span(draw: Draw, data: bytes) -> tuple[int, int]:
    """Draw the bounds of a part of the data, usually a short one."""
    start = draw(st.integers(0, len(data)))
    longest = draw(st.sampled_from((1, 4, 16, 256, len(data))))
    return start, min(start + draw(st.integers(0, longest)), len(data))


def pick(draw: Draw, items: Sequence[Any]) -> Any:
    """Draw one of many items; `sampled_from` would look at all of them first."""
    return items[draw(st.integers(0, len(items) - 1))]


def number(draw: Draw, size: int) -> bytes:
    """Draw a boundary value, in either byte order."""
    value = draw(st.sampled_from(LARGE)) % 256**size
    return value.to_bytes(size, draw(st.sampled_from(("little", "big"))))


PIECES = tuple(
    map(
        re.compile,
        (
            rb"-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?",
            rb"\w+|[^\w\s]",
            rb'"\w+": ?[^,{}\[\]]+,',
            rb"(?m)^.*\n?",
        ),
    )
)
"""Numbers; words and symbols; JSON keys with their values; lines."""
LINE_ENDS = (b"\r\n", b"\r", b"\n\r", b"\0", b"\xe2\x80\xa8", b"", b"\n\n")
ENCODINGS = ("utf-8-sig", "utf-16", "utf-16-le", "utf-32", "utf-7")


def change_text(draw: Draw, data: bytes, others: Sequence[bytes] = ()) -> bytes:
    """Replace numbers, words, keys or lines; occasionally line ends, the encoding or bytes."""
    for _ in range(draw(st.integers(1, 4))):
        kind = draw(st.integers(0, 9))
        if kind == 0:
            data = data.replace(b"\n", draw(st.sampled_from(LINE_ENDS)))
        elif kind == 1:
            encoding = draw(st.sampled_from(ENCODINGS))
            data = data.decode("utf-8", "replace").encode(encoding, "replace")
        elif kind == 2:
            data = change_bytes(draw, data, others)
        else:
            data = _change_piece(draw, data, draw(st.sampled_from(others or (data,))))
    return data[:LIMIT]


def _change_piece(draw: Draw, data: bytes, other: bytes) -> bytes:
    """Replace a piece with an odd text, repetitions of itself, or another piece of its kind."""
    pattern = draw(st.sampled_from(PIECES))
    match = _piece(draw, pattern, data)
    if match is None:
        return data
    kind = draw(st.integers(0, 2))
    if kind == 0:
        by = draw(texts).encode(errors="surrogatepass")
    elif kind == 1:
        by = match[0] * draw(st.sampled_from((0, 2, 50)))
    else:
        found = _piece(draw, pattern, other)
        by = found[0] if found else b""
    return data[: match.start()] + by + data[match.end() :]


def _piece(draw: Draw, pattern: re.Pattern[bytes], data: bytes) -> re.Match[bytes] | None:
    """Draw a piece: the next one after a random position, or else the first."""
    return pattern.search(data, draw(st.integers(0, len(data)))) or pattern.search(data)


def change_json(draw: Draw, data: bytes, others: Sequence[bytes] = ()) -> bytes:
    """Change values and keys of a JSON document, its formatting, or both."""
    value = [json.loads(data)]
    for _ in range(draw(st.integers(0, 3))):
        if value:
            _change_member(draw, value, json.loads(draw(st.sampled_from(others or (data,)))))
    value = value[0] if value else None
    indent = draw(st.sampled_from((None, None, 1, "\r\n")))
    written = json.dumps(value, indent=indent, ensure_ascii=draw(st.booleans()))
    changed = written.encode("utf-8", "surrogatepass")
    return change_text(draw, changed[:LIMIT], others) if draw(st.booleans()) else changed[:LIMIT]


def _change_member(draw: Draw, holder: Any, other: Any) -> None:
    """Change one member of a list or an object, usually a deeply nested one."""
    key = pick(draw, list(holder) if isinstance(holder, dict) else range(len(holder)))
    member = holder[key]
    if isinstance(member, dict | list) and member and draw(st.integers(0, 9)):
        _change_member(draw, member, other)
        return
    kind = draw(st.integers(0, 5))
    if kind == 0:
        del holder[key]
    elif kind == 1 and isinstance(holder, dict):
        holder[draw(texts | st.sampled_from(list(holder)))] = member
    elif kind == 2 and len(repr(member)) < 1000:
        holder[key] = [member] * draw(st.sampled_from((1, 2, 30)))
    elif kind == 3 and isinstance(other, dict) and other:
        holder[key] = pick(draw, list(other.values()))
    else:
        holder[key] = draw(values)


WAYS = (*[zipfile.ZIP_STORED] * 9, *[zipfile.ZIP_DEFLATED] * 3, zipfile.ZIP_LZMA)


def change_archive(
    draw: Draw,
    data: bytes,
    change_entry: Callable[[Draw, str, bytes], bytes],
    names: Sequence[str] = (),
) -> bytes:
    """Change, drop or rename an entry of a ZIP archive; occasionally change raw bytes.

    Entries in `names` are changed more often than others.
    """
    if not data.startswith(ZIP) or draw(st.integers(0, 9)) == 0:
        return change_bytes(draw, data)
    entries = unpacked(data)
    name = draw(st.sampled_from((*entries, *(name for name in names if name in entries))))
    kind = draw(st.integers(0, 9))
    if kind == 0:
        del entries[name]
    elif kind == 1:
        entries[draw(st.sampled_from((*entries, "../out", "/tmp/out", "")))] = entries.pop(name)
    else:
        entries[name] = change_entry(draw, name, entries[name])
    return repacked(entries, draw(st.sampled_from(WAYS)))
