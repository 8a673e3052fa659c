"""Text for terminals."""

import unicodedata


def printable(text: str) -> str:
    """Return `text` with its control characters escaped; file names may contain any of them."""
    return "".join(
        character.encode("unicode_escape").decode()
        if unicodedata.category(character) == "Cc"
        else character
        for character in text
    )


def percent(share: float, decimals: int = 1) -> str:
    """Format a share as the window does, for example "99.9 %"."""
    return f"{100 * share:.{decimals}f} %"
