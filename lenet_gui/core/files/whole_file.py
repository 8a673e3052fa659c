"""Files written whole or not at all."""

import os
import secrets
from pathlib import Path


def write_whole_file(path: Path, data: bytes) -> None:
    """Write a file; what was there stays until all of it is written. Raises OSError.

    What a link leads to is replaced, and not the link. A device or a pipe is written to, and stays
    what it is.
    """
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    place = Path(os.path.realpath(path))  # of links that lead nowhere, the first one
    # Under a name that nobody has, and nobody could have put a link there.
    partial = place.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with partial.open("xb") as file:
            file.write(data)
        partial.replace(place)
    except OSError as error:
        error.filename, error.filename2 = str(path), None  # the one that was asked for
        raise
    finally:
        partial.unlink(missing_ok=True)
