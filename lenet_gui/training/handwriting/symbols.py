"""Which letters and signs a person would read as a digit.

The files of letters and signs name each drawing's symbol: a character, or in Omniglot's a script
and a number, as in "Greek/character04". Framing fills the square, so size and place do not help: a
comma is a stroke as long as a one. Where only some writers' drawings look like a digit, the
majority decides.
"""

_ZEROS = frozenset("oO0QD")
"""Rings; Q is a ring with a stroke, as a slashed zero is, and D is written round."""
_ONES = frozenset(r"lIi|/\()!',`")
"""Single strokes, with a serif or a dot at most."""
_OTHERS = frozenset("zZsSbGBgq}")
"""2, 5, 6 (b and G), 8, 9 (g and q) and 3."""
_OMNIGLOT = {
    "Early_Aramaic": (2, 3, 4, 5, 6, 7, 10, 11, 12, 14, 16, 17, 19, 20),
    "Greek": (2, 4, 6, 8, 9, 15, 18, 21),
    "Japanese_(katakana)": (4, 24, 27, 37, 42, 43, 46),
    "Korean": (12, 21, 22, 27, 28, 33, 37),
    "Latin": (2, 7, 9, 12, 15, 17, 19, 26),
    "Sanskrit": (5, 13, 36, 37),
    "Tagalog": (3, 4, 16),
}
"""Greek β, δ, ζ, θ, ι, ο, σ, φ; katakana エ, ノ, フ, ヨ, ロ, ワ, ヲ; Korean ㅚ, ㅣ, ㄱ, ㄹ, ㅁ, ㅇ
and ㅋ; Latin b, g, i, l, o, q, s, z; Sanskrit ङ, ड, इ, उ."""


def _names(characters: dict[str, tuple[int, ...]]) -> frozenset[str]:
    return frozenset(
        f"{script}/character{number:02}"
        for script, numbers in characters.items()
        for number in numbers
    )


LOOKALIKES: frozenset[str] = _ZEROS | _ONES | _OTHERS | _names(_OMNIGLOT)
"""Symbols to leave out of the non-digits."""
UNSEEN_SYMBOLS: frozenset[str] = frozenset("#?NXx") | _names(
    {"Early_Aramaic": (22,), "Greek": (22,), "Japanese_(katakana)": (33,), "Latin": (24,)}
)
"""Symbols of the kinds in `outliers.HELD_OUT`, never to be trained on: hash, question mark, N, and
the crosses X, χ and メ."""


def resembles_digit(symbol: str) -> bool:
    """Return whether most drawings of the symbol, alone and framed, would be read as a digit."""
    return symbol in LOOKALIKES
