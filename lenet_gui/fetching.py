"""Download public data files from mirrors: the program's only network code.

A download grows in a `.part` file beside its destination. Interrupted, it resumes on whichever
mirror answers. It gets its final name only after its checksum was verified.
"""

import gzip
import hashlib
import http.client
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from lenet_gui import __version__
from lenet_gui.errors import DatasetError

TIMEOUT = 30.0
"""Seconds to wait for an answer before trying the next mirror."""
CHUNK = 2**16
"""Bytes to read at a time."""
SIZE_LIMIT = 2**26
"""Stop downloads above this many bytes; MNIST's largest has 10 million."""
UNPACKED_LIMIT = 2**28
"""Stop unpacking above this many bytes; MNIST's largest has 47 million."""


@dataclass(frozen=True)
class PublicFile:
    """A gzipped file's name on the mirrors, and the MD5 sum of its unpacked content.

    The packed files may differ between mirrors, so their sums would too.
    """

    name: str
    md5: str


MNIST = (
    PublicFile("train-images-idx3-ubyte.gz", "6bbc9ace898e44ae57da46a324031adb"),
    PublicFile("train-labels-idx1-ubyte.gz", "a25bea736e30d166cdddb491f175f624"),
    PublicFile("t10k-images-idx3-ubyte.gz", "2646ac647ad5339dbf082846283269ea"),
    PublicFile("t10k-labels-idx1-ubyte.gz", "27ae3e4e09519cfbb04c329615203637"),
)
"""With the published sums of the unpacked IDX files."""

MIRRORS = (
    "https://ossci-datasets.s3.amazonaws.com/mnist/",
    "https://storage.googleapis.com/cvdf-datasets/mnist/",
    "http://yann.lecun.com/exdb/mnist/",
)

Notify = Callable[[str], None]
"""Called with a sentence."""
Progress = Callable[[str, int, int | None], None]
"""Called with a file's name, the bytes received so far, and their total or None."""


class _MirrorError(Exception):
    """A mirror fails to deliver a file; the message follows the address in a sentence."""


@dataclass
class Fetcher:
    """Downloads files from mirrors; a mirror that fails moves to the end of the list.

    A file's name is appended to the addresses in `mirrors`. `timeout` is the time to wait for an
    answer, in seconds.
    """

    mirrors: Sequence[str] = MIRRORS
    notify: Notify = lambda sentence: None
    progress: Progress = lambda name, done, total: None
    timeout: float = TIMEOUT

    def fetch(self, file: PublicFile, folder: Path) -> bool:
        """Download `file` into `folder`; return False if it is already there and undamaged.

        Raises DatasetError if no mirror delivers it, and OSError if it can't be written.
        """
        folder.mkdir(parents=True, exist_ok=True)
        place = folder / file.name
        part = folder / f"{file.name}.part"
        if place.exists():
            if holds(place, file.md5):
                return False
            self.notify(f"{place} is damaged. Downloading it again.")
        if not (part.exists() and holds(part, file.md5)):
            self._fill(part, file)
        part.replace(place)
        return True

    def _fill(self, part: Path, file: PublicFile) -> None:
        """Complete `part` from the first mirror that delivers the file."""
        for mirror in tuple(self.mirrors):
            url = f"{mirror.rstrip('/')}/{file.name}"
            try:
                self._download(url, part, file)
                return
            except _MirrorError as error:
                self.notify(f"{url} {error}.")
                self.mirrors = [*(other for other in self.mirrors if other != mirror), mirror]
        if not _size(part):
            part.unlink(missing_ok=True)
        hint = " Run the same command again to resume." if part.exists() else ""
        raise DatasetError(f"{file.name} could not be fetched from any mirror.{hint}")

    def _download(self, url: str, part: Path, file: PublicFile) -> None:
        """Download the rest of `part` from one mirror; retry while that makes progress."""
        while True:
            before = _size(part)
            try:
                start = self._receive(url, part, before, file.name)
            except _MirrorError:
                if _size(part) > before:
                    continue
                raise
            if holds(part, file.md5):
                return
            part.unlink()
            if start == 0:
                raise _MirrorError("has a different file: its checksum is wrong")
            # The beginning came from elsewhere and may be at fault: start again.

    def _receive(self, url: str, part: Path, offset: int, name: str) -> int:
        """Write what a mirror sends from `offset`; return where it began: `offset` or 0.

        Raises _MirrorError if the connection breaks; `part` keeps the bytes received.
        """
        with _answer(url, offset, self.timeout) as response:
            start = offset if _continues(response, offset) else 0
            length = response.headers.get("Content-Length", "")
            total = start + int(length) if length.isdecimal() else None
            done = start
            with part.open("ab" if start else "wb") as file:
                while chunk := _read(response):
                    file.write(chunk)
                    file.flush()  # lose little if the program is killed
                    done += len(chunk)
                    self.progress(name, done, total)
                    if done > SIZE_LIMIT:
                        return start  # its checksum will be wrong
        if total is not None and done < total:
            raise _MirrorError("closed the connection early")
        return start


def holds(archive: Path, md5: str) -> bool:
    """Return whether a gzipped file's content has the given MD5 sum."""
    digest = hashlib.md5(usedforsecurity=False)
    unpacked = 0
    try:
        with gzip.open(archive) as file:
            while chunk := file.read(CHUNK):
                digest.update(chunk)
                unpacked += len(chunk)
                if unpacked > UNPACKED_LIMIT:
                    return False
    except (gzip.BadGzipFile, EOFError, zlib.error):
        return False
    return digest.hexdigest() == md5


def _size(path: Path) -> int:
    """Return a file's size in bytes, 0 if it is missing."""
    return path.stat().st_size if path.exists() else 0


def _answer(url: str, offset: int, timeout: float) -> HTTPResponse:
    """Request a file from `offset`, or all of it if the mirror refuses the range."""
    headers = {"User-Agent": f"lenet-gui/{__version__}"}
    if offset:
        headers["Range"] = f"bytes={offset}-"
    if url.lower().startswith("https:") and not hasattr(http.client, "HTTPSConnection"):
        raise _MirrorError("needs OpenSSL 3. Please install it")
    with _network_errors():
        try:
            response: HTTPResponse = urlopen(Request(url, headers=headers), timeout=timeout)
        except HTTPError as error:
            error.close()
            if error.code == HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE and offset:
                return _answer(url, 0, timeout)
            raise
    if response.status == HTTPStatus.PARTIAL_CONTENT and not _continues(response, offset):
        response.close()
        if not offset:
            raise _MirrorError("sends only part of the file")
        return _answer(url, 0, timeout)
    return response


def _continues(response: HTTPResponse, offset: int) -> bool:
    """Return whether a response is the requested range from `offset`."""
    if response.status != HTTPStatus.PARTIAL_CONTENT or not offset:
        return False
    return response.headers.get("Content-Range", "").startswith(f"bytes {offset}-")


def _read(response: HTTPResponse) -> bytes:
    with _network_errors():
        return response.read(CHUNK)


@contextmanager
def _network_errors() -> Iterator[None]:
    """Turn network errors into _MirrorError."""
    try:
        yield
    except HTTPError as error:
        raise _MirrorError(f"answers {error.code} {error.reason}") from error
    except URLError as error:
        if isinstance(error.reason, OSError) and hasattr(error.reason, "verify_message"):
            raise _MirrorError(f"can't be trusted: {error.reason.verify_message}") from error
        raise _MirrorError(f"can't be reached: {error.reason}") from error
    except (OSError, HTTPException, ValueError) as error:
        raise _MirrorError(f"broke the connection: {error}") from error
