"""Public data files from their mirrors: the only network code of the program.

A download grows in a `.part` file beside its place and goes on where it stopped, on whatever mirror
answers. Only when the sum of what is in it is right does it get its name.
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
"""Seconds without an answer after which a mirror is given up."""
CHUNK = 2**16
"""Bytes at a time."""
SIZE_LIMIT = 2**26
"""Bytes of a download above which it is not what was asked for; MNIST's largest has 10 million."""
UNPACKED_LIMIT = 2**28
"""Bytes above which an archive is not unpacked any further; MNIST's largest has 47 million."""


@dataclass(frozen=True)
class PublicFile:
    """A gzipped file as mirrors name it, and the MD5 sum of what it holds.

    The sum is not the archive's own, which differs between mirrors that packed it themselves.
    """

    name: str
    md5: str


MNIST = (
    PublicFile("train-images-idx3-ubyte.gz", "6bbc9ace898e44ae57da46a324031adb"),
    PublicFile("train-labels-idx1-ubyte.gz", "a25bea736e30d166cdddb491f175f624"),
    PublicFile("t10k-images-idx3-ubyte.gz", "2646ac647ad5339dbf082846283269ea"),
    PublicFile("t10k-labels-idx1-ubyte.gz", "27ae3e4e09519cfbb04c329615203637"),
)
"""The sums are the published ones, of the unpacked IDX files."""

MIRRORS = (
    "https://ossci-datasets.s3.amazonaws.com/mnist/",
    "https://storage.googleapis.com/cvdf-datasets/mnist/",
    "http://yann.lecun.com/exdb/mnist/",
)

Tell = Callable[[str], None]
"""Is told a sentence."""
Progress = Callable[[str, int, int | None], None]
"""Is told a file's name, the bytes that are there, and how many there will be, where known."""


class _MirrorError(Exception):
    """A mirror does not give the file; the message is the end of a sentence about it."""


@dataclass
class Fetcher:
    """Brings files from mirrors; one that fails is asked last from then on.

    `mirrors` are addresses that a file's name is added to; `timeout` is the seconds to wait for
    an answer.
    """

    mirrors: Sequence[str] = MIRRORS
    tell: Tell = lambda sentence: None
    progress: Progress = lambda name, done, total: None
    timeout: float = TIMEOUT

    def fetch(self, file: PublicFile, folder: Path) -> bool:
        """Bring `file` into `folder`; return False where it was there already, and right.

        Raises DatasetError where no mirror gives it, and OSError where it can't be kept.
        """
        folder.mkdir(parents=True, exist_ok=True)
        place = folder / file.name
        part = folder / f"{file.name}.part"
        if place.exists():
            if holds(place, file.md5):
                return False
            self.tell(f"{place} is damaged, so it is fetched again.")
        if not (part.exists() and holds(part, file.md5)):
            self._fill(part, file)
        part.replace(place)
        return True

    def _fill(self, part: Path, file: PublicFile) -> None:
        """Make `part` hold the whole file, from the first mirror that gives it."""
        for mirror in tuple(self.mirrors):
            url = f"{mirror.rstrip('/')}/{file.name}"
            try:
                self._download(url, part, file)
                return
            except _MirrorError as error:
                self.tell(f"{url} {error}.")
                self.mirrors = [*(other for other in self.mirrors if other != mirror), mirror]
        if not _size(part):
            part.unlink(missing_ok=True)
        rest = "; the same command goes on where it stopped" if part.exists() else ""
        raise DatasetError(f"{file.name} could not be fetched from any mirror{rest}.")

    def _download(self, url: str, part: Path, file: PublicFile) -> None:
        """Bring the rest of `part` from one mirror, again as long as that adds something."""
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
                raise _MirrorError("does not have the published bytes")
            # It was added to a part from elsewhere, which may be the wrong one of the two.

    def _receive(self, url: str, part: Path, offset: int, name: str) -> int:
        """Write what a mirror sends from `offset` on; return where it began: there, or at 0.

        Raises _MirrorError where it breaks off; what came is in `part` then.
        """
        with _answer(url, offset, self.timeout) as response:
            start = offset if _continues(response, offset) else 0
            length = response.headers.get("Content-Length", "")
            total = start + int(length) if length.isdecimal() else None
            done = start
            with part.open("ab" if start else "wb") as file:
                while chunk := _read(response):
                    file.write(chunk)
                    file.flush()  # so that little is lost when the program is killed
                    done += len(chunk)
                    self.progress(name, done, total)
                    if done > SIZE_LIMIT:
                        return start  # with a sum that is wrong
        if total is not None and done < total:
            raise _MirrorError("broke off")
        return start


def holds(archive: Path, md5: str) -> bool:
    """Tell whether what is packed in a gzipped file has the given MD5 sum."""
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
    """Return a file's bytes, 0 where it is not there."""
    return path.stat().st_size if path.exists() else 0


def _answer(url: str, offset: int, timeout: float) -> HTTPResponse:
    """Ask for a file from `offset` on, and for all of it where a mirror has no such range."""
    headers = {"User-Agent": f"lenet-gui/{__version__}"}
    if offset:
        headers["Range"] = f"bytes={offset}-"
    if url.lower().startswith("https:") and not hasattr(http.client, "HTTPSConnection"):
        raise _MirrorError("needs OpenSSL 3, which is not on this system: please install it")
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
            raise _MirrorError("sends a part where all was asked for")
        return _answer(url, 0, timeout)
    return response


def _continues(response: HTTPResponse, offset: int) -> bool:
    """Tell whether an answer is the range from `offset` on that was asked for."""
    if response.status != HTTPStatus.PARTIAL_CONTENT or not offset:
        return False
    return response.headers.get("Content-Range", "").startswith(f"bytes {offset}-")


def _read(response: HTTPResponse) -> bytes:
    with _network_errors():
        return response.read(CHUNK)


@contextmanager
def _network_errors() -> Iterator[None]:
    """Turn what goes wrong between here and a mirror into _MirrorError."""
    try:
        yield
    except HTTPError as error:
        raise _MirrorError(f"answers {error.code} {error.reason}") from error
    except URLError as error:
        if isinstance(error.reason, OSError) and hasattr(error.reason, "verify_message"):
            raise _MirrorError(f"can't be trusted: {error.reason.verify_message}") from error
        raise _MirrorError(f"can't be reached: {error.reason}") from error
    except (OSError, HTTPException, ValueError) as error:
        raise _MirrorError(f"broke off: {error}") from error
