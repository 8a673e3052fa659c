"""How values are worded on a terminal."""

import unicodedata


def printable(text: str) -> str:
    """Return `text` with its control characters spelt out: a file's name may hold any of them."""
    return "".join(
        character.encode("unicode_escape").decode()
        if unicodedata.category(character) == "Cc"
        else character
        for character in text
    )


def percent(share: float, decimals: int = 1) -> str:
    """Word a share as the window does, as in "99.9 %"."""
    return f"{100 * share:.{decimals}f} %"
