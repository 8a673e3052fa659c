"""Files written whole or not at all."""

from pathlib import Path


def write_whole_file(path: Path, data: bytes) -> None:
    """Write a file; what was there stays until all of it is written. Raises OSError.

    What a link leads to is replaced, and not the link. A device or a pipe is written to, and stays
    what it is.
    """
    path = path.resolve()
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    partial = Path(f"{path}.part")
    try:
        partial.write_bytes(data)
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)
