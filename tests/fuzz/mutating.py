"""Changes to valid inputs: bytes, lines of text, and JSON."""

import json
import re
from collections.abc import Callable, Sequence
from random import Random
from typing import Any

LIMIT = 2**20
"""Bytes above which an input is cut: what grows by repeating must end somewhere."""
EDGES = (0, 1, 2, 7, 8, 127, 128, 255, 256, 32767, 32768, 65535, 65536, 2**31 - 1, 2**31)
LARGE = (*EDGES, 2**32 - 1, 2**32, 2**53, 2**63 - 1, 2**63, 2**64 - 1, 10**10)
NUMBERS = (
    *(
        "0",
        "-0",
        "-1",
        "1e-320",
        "1e308",
        "-1e308",
        "1e400",
        "NaN",
        "Infinity",
        "-Infinity",
        "0x10",
    ),
    *("1e9", "1.0000001e9", "9" * 400, "9" * 5000, "1" + "0" * 30, "٣", "1_0", "+5", ".5", "5."),
    *map(str, LARGE),
)
STRINGS = (
    *("", " ", "\0", "\ufeff", "\ud800", "\u202e", "x" * 5000, "../../x", "/etc/passwd", "%s%n"),
    *("{0.__class__}", "strokes", "format", "__class__", "file:///etc/passwd", "@Invalid()", "é\n"),
)
VALUES: tuple[Any, ...] = (
    *(None, True, False, [], {}, [[]], [[[]]], 0, -1, 10**30, -(10**400), 1e-320, 1e308, 0.5),
    *(float("nan"), float("inf"), [None], [[1, 2], [3]], {"strokes": []}, *LARGE, *STRINGS),
)
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def mutate_bytes(random: Random, data: bytes, others: Sequence[bytes] = ()) -> bytes:
    """Flip, cut, repeat, splice and overwrite, once or some times."""
    changed = bytearray(data)
    for _ in range(random.choice((1, 1, 1, 2, 3, 5, 9))):
        random.choice(BYTE_CHANGES)(random, changed, others or (data,))
    return bytes(changed[:LIMIT])


def _span(random: Random, data: bytearray) -> slice:
    """Return a part of the data, mostly a short one."""
    start = random.randrange(len(data) + 1)
    longest = random.choice((1, 4, 16, 256, len(data) + 1))
    return slice(start, start + random.randrange(longest + 1))


def _flip(random: Random, data: bytearray, others: Sequence[bytes]) -> None:
    if data:
        data[random.randrange(len(data))] ^= 1 << random.randrange(8)


def _overwrite(random: Random, data: bytearray, others: Sequence[bytes]) -> None:
    """Put a number that is an edge of something in place of some bytes."""
    size = random.choice((1, 2, 4, 8))
    number = random.choice(LARGE) % 256**size
    start = random.randrange(len(data) + 1)
    data[start : start + size] = number.to_bytes(size, random.choice(("little", "big")))


def _cut(random: Random, data: bytearray, others: Sequence[bytes]) -> None:
    del data[_span(random, data)]


def _end(random: Random, data: bytearray, others: Sequence[bytes]) -> None:
    del data[random.randrange(len(data) + 1) :]


def _repeat(random: Random, data: bytearray, others: Sequence[bytes]) -> None:
    part = _span(random, data)
    data[part.start : part.start] = data[part] * random.choice((1, 2, 10, 100))
    del data[LIMIT:]


def _insert(random: Random, data: bytearray, others: Sequence[bytes]) -> None:
    at = random.randrange(len(data) + 1)
    data[at:at] = random.randbytes(random.choice((1, 2, 8, 64)))


def _splice(random: Random, data: bytearray, others: Sequence[bytes]) -> None:
    other = bytearray(random.choice(others))
    data[_span(random, data)] = other[_span(random, other)]


BYTE_CHANGES: tuple[Callable[[Random, bytearray, Sequence[bytes]], None], ...] = (
    *(_flip, _flip, _overwrite, _overwrite, _cut, _end, _repeat, _insert, _splice),
)

NUMBER = re.compile(rb"-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?")
WORD = re.compile(rb"\w+|[^\w\s]")


def mutate_text(random: Random, data: bytes, others: Sequence[bytes] = ()) -> bytes:
    """Change numbers, words, lines and their ends; now and then bytes."""
    for _ in range(random.choice((1, 1, 2, 4))):
        data = random.choice(TEXT_CHANGES)(random, data, others or (data,))
    return data[:LIMIT]


def _replace(random: Random, data: bytes, pattern: re.Pattern[bytes], by: bytes) -> bytes:
    found = list(pattern.finditer(data))
    if not found:
        return data
    match = random.choice(found)
    return data[: match.start()] + by + data[match.end() :]


def _number(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    return _replace(random, data, NUMBER, random.choice(NUMBERS).encode())


def _word(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    words = WORD.findall(random.choice(others))
    by = random.choice((*STRINGS, *NUMBERS)).encode(errors="surrogatepass")
    return _replace(
        random, data, WORD, random.choice(words) if words and random.random() < 0.5 else by
    )


def _lines(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """Take a line away, say it again, move it, or take one from elsewhere."""
    lines = data.split(b"\n")
    at, to = random.randrange(len(lines)), random.randrange(len(lines))
    kind = random.randrange(4)
    if kind == 0:
        del lines[at]
    elif kind == 1:
        lines[at:at] = [lines[at]] * random.choice((1, 3, 50))
    elif kind == 2:
        lines[at], lines[to] = lines[to], lines[at]
    else:
        lines[at] = random.choice(random.choice(others).split(b"\n"))
    return b"\n".join(lines)


def _ends(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    ends = (b"\r\n", b"\r", b"\n\r", b"\0", b"\xe2\x80\xa8", b"", b"\n\n")
    return data.replace(b"\n", random.choice(ends))


def _mark(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    text = data.decode("utf-8", "replace")
    encoded = text.encode(random.choice(("utf-16", "utf-16-le", "utf-32", "utf-7")), "replace")
    return random.choice((BYTE_ORDER_MARK + data, BYTE_ORDER_MARK * 2 + data, encoded))


TEXT_CHANGES: tuple[Callable[[Random, bytes, Sequence[bytes]], bytes], ...] = (
    *(_number, _number, _number, _word, _word, _lines, _lines, _ends, _mark, mutate_bytes),
)


def mutate_json(random: Random, data: bytes, others: Sequence[bytes] = ()) -> bytes:
    """Change values and keys of a document in JSON, or how it is written down, or both."""
    value = json.loads(data)
    for _ in range(random.choice((0, 1, 1, 1, 2, 4))):
        value = _changed(random, value, others or (data,))
    indent = random.choice((None, None, None, 1, "\r\n"))
    written = json.dumps(value, indent=indent, ensure_ascii=random.random() < 0.9)
    changed = written.encode("utf-8", "surrogatepass")
    if random.random() < 0.5:
        changed = random.choice(JSON_CHANGES)(random, changed, others or (data,))
    return changed[:LIMIT]


def _changed(random: Random, value: Any, others: Sequence[bytes]) -> Any:
    """Change one place of a value: mostly a deep one."""
    holder, key = None, None
    inner = value
    while isinstance(inner, dict | list) and inner and (holder is None or random.random() < 0.85):
        holder = inner
        key = random.choice(list(inner) if isinstance(inner, dict) else range(len(inner)))
        inner = inner[key]
    kind = random.randrange(6)
    if holder is None or kind == 0:
        new = random.choice(VALUES)
    elif kind == 1:
        del holder[key]
        return value
    elif kind == 2:
        new = [inner] * random.choice((1, 2, 30))
    elif kind == 3:
        new = {random.choice(STRINGS): inner}
    elif kind == 4 and isinstance(holder, dict):
        holder[random.choice((*STRINGS, *holder))] = inner
        return value
    else:
        other = json.loads(random.choice(others))
        new = random.choice(list(other.values())) if isinstance(other, dict) and other else other
    if holder is None:
        return new
    holder[key] = new
    return value


def _twice(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """Say a key again, with something else."""
    keys = re.findall(rb'"\w+": ', data)
    if not keys:
        return data
    again = random.choice(keys) + random.choice(NUMBERS).encode()
    return data.replace(b"}", b", " + again + b"}", 1)


def _nest(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    depth = random.choice((10, 200, 990, 5000, 200_000))
    opening, closing = random.choice(((b"[", b"]"), (b'{"a":', b"}"), (b"[", b"")))
    by = opening * depth + b"1" + closing * depth
    return _replace(random, data, NUMBER, by)


JSON_CHANGES: tuple[Callable[[Random, bytes, Sequence[bytes]], bytes], ...] = (
    *(_twice, _nest, mutate_text, mutate_text, mutate_bytes),
)
