"""Detects what readers must not do: access other files, write, run code, use a network.

It watches in two ways. Python's audit events (PEP 578) report every file, process, socket, code
object and unpickled name that Python code requests. C libraries call the system directly; so inputs
also name bait files in a folder next to the reader's, and inotify reports if one is opened.
"""

import ctypes
import os
import struct
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ELSEWHERE = "elsewhere"
BAIT = ("bait.png", "bait.h5", "bait.json", "bait.svg")
"""Files that inputs refer to, relative to the reader's folder: `../elsewhere/bait.png`."""

OPENED, CHANGED = 0x20, 0x2 | 0x40 | 0x80 | 0x100 | 0x200
"""inotify(7): IN_OPEN; IN_MODIFY, IN_MOVED_FROM, IN_MOVED_TO, IN_CREATE, IN_DELETE."""
NOTICE = struct.Struct("iIII")

RUNS = (
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.spawn",
    "os.fork",
    "os.forkpty",
    "os.startfile",
)
NEVER = (
    *(*RUNS, "subprocess.Popen", "pickle.find_class", "webbrowser.open", "pty.spawn"),
    *(
        "socket.connect",
        "socket.bind",
        "socket.getaddrinfo",
        "socket.sendto",
        "socket.gethostbyname",
    ),
    *("urllib.Request", "ctypes.dlopen", "os.putenv", "code.__new__", "function.__new__"),
)
MOVES = ("os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.truncate")
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


class Guard:
    """Watches a reader of one folder; `seen` lists its forbidden actions."""

    def __init__(self, home: Path) -> None:
        """Make the reader's folder and the bait beside it; the audit hook can't be removed."""
        self.folder = home / "here"
        self.folder.mkdir()
        elsewhere = home / ELSEWHERE
        elsewhere.mkdir()
        for name in BAIT:
            (elsewhere / name).write_bytes(b"bait")
        self._libraries = tuple(
            {
                os.path.realpath(path)
                for path in (sys.prefix, sys.base_prefix, os.path.dirname(os.__file__))
            }
        )
        self._package = str(Path(__file__).resolve().parent.parent.parent) + os.sep
        self.seen: list[str] = []
        self._is_watching = False
        self._notices = watch(elsewhere)
        sys.addaudithook(self._hear)

    @contextmanager
    def watching(self) -> Iterator[None]:
        """Watch the code in the `with` block."""
        self.seen = []
        self._is_watching = True
        try:
            yield
        finally:
            self._is_watching = False
            names = sorted(set(touched(self._notices)))
            self.seen += [f"{name} in the other folder was opened" for name in names]

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if not self._is_watching:
            return
        if event == "open":
            path, _, flags = arguments
            if not self._may_open(path, bool((flags or 0) & WRITING)):
                self._refuse(f"open {path!r}")
        elif event in NEVER:
            self._refuse(f"{event} {arguments!r:.200}")
        elif event in MOVES:
            if not all(self._is_own(path) for path in arguments if isinstance(path, str | bytes)):
                self._refuse(f"{event} {arguments!r:.200}")
        elif event == "exec":
            self._judge_code(arguments[0].co_filename)

    def _judge_code(self, name: str) -> None:
        """Refuse code unless it is the program's, a library's, or run by an import."""
        if not self._is_ours(os.path.realpath(name)) and not _is_importing():
            self._refuse(f"exec {name!r:.200}")

    def _may_open(self, path: Any, writes: bool) -> bool:
        if isinstance(path, int):
            return True
        real = os.path.realpath(os.fsdecode(path))
        if self._is_own(path) or real == os.devnull:
            return True
        return not writes and self._is_ours(real)

    def _is_own(self, path: Any) -> bool:
        """Return whether a path lies in the reader's folder."""
        real = os.path.realpath(os.fsdecode(path))
        return f"{real}{os.sep}".startswith(f"{self.folder}{os.sep}")

    def _is_ours(self, real: str) -> bool:
        """Return whether a path belongs to the program, Python or its packages."""
        return real.startswith((self._package, *self._libraries, "<frozen"))

    def _refuse(self, what: str) -> None:
        self.seen.append(what)
        raise PermissionError(what)


def _is_importing() -> bool:
    """Return whether an import is in progress."""
    frame = sys._getframe()
    while frame.f_back is not None:
        if frame.f_code.co_filename.startswith("<frozen importlib"):
            return True
        frame = frame.f_back
    return False


def touched(notices: int) -> Iterator[str]:
    """Yield the names of the files that were opened or changed.

    Each notice is four numbers, the last of them the length of a name. It has no name if the folder
    itself was listed, as programs that scan the machine's temporary files do.
    """
    try:
        data = os.read(notices, 2**16)
    except BlockingIOError:
        return
    while data:
        end = NOTICE.size + NOTICE.unpack_from(data)[-1]
        if name := data[NOTICE.size : end].rstrip(b"\0"):
            yield os.fsdecode(name)
        data = data[end:]


def watch(folder: Path) -> int:
    """Return a file descriptor that reports opened and changed files in a folder."""
    library = ctypes.CDLL(None, use_errno=True)
    notices: int = library.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
    if notices < 0 or library.inotify_add_watch(notices, bytes(folder), OPENED | CHANGED) < 0:
        raise OSError(ctypes.get_errno(), "inotify")
    return notices
