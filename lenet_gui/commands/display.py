"""Check for a display before Qt starts, because Qt ends the process if there is none."""

import ctypes
import os
import re
import socket
import sys
from pathlib import Path

from lenet_gui.errors import DisplayError

PLATFORM = "QT_QPA_PLATFORM"
"""The variable that chooses Qt's platform plugins: `NAME:OPTIONS;NAME:…`."""
X11, WAYLAND = "xcb", "wayland"
PLUGIN_FILE = re.compile(r"(?:lib)?q([a-z0-9]+)\.(?:so|dll|dylib)")


NOWHERE = "There is no display to open a window on"
ADVICE = "start lenet-gui from a desktop, or set DISPLAY or WAYLAND_DISPLAY to one that is running"
MISSING = re.compile(r"lib([\w.+-]+)\.so\.(\d+): cannot open shared object file")


def require_display() -> None:
    """Raise DisplayError if no window can open, with what is wrong and what to do.

    At least one platform in QT_QPA_PLATFORM must have a plugin. X11 and Wayland, named there or
    not, must accept a connection. All others need no screen, or are a system's only display.
    """
    named = _named()
    if named:
        there = _platforms()
        found = [name for name in named if name in there]
        if not found:
            raise DisplayError(
                f"{NOWHERE}: {PLATFORM} is set to {' and '.join(named)}, but Qt only has"
                f" {', '.join(sorted(there))} here; set it to one of these, or unset it."
            )
        if set(found) - {X11, WAYLAND}:
            return
    elif sys.platform in ("win32", "darwin"):
        return
    else:
        found = [WAYLAND, X11]
    wrong = []
    for platform, find_problem in ((WAYLAND, _wayland_problem), (X11, _x11_problem)):
        if platform in found and _is_chosen(platform, bool(named)):
            problem = find_problem()
            if not problem:
                _load_plugin(platform)
                return
            wrong.append(problem)
    unset = "DISPLAY is not set" if named else "neither DISPLAY nor WAYLAND_DISPLAY is set"
    raise DisplayError(f"{NOWHERE}: {' and '.join(wrong) or unset}; {ADVICE}.")


def _is_chosen(platform: str, is_named: bool) -> bool:
    """Return whether the environment names a display, or Wayland, whose display has a default."""
    if platform == X11:
        return bool(os.environ.get("DISPLAY"))
    variables = (os.environ.get("WAYLAND_DISPLAY"), os.environ.get("WAYLAND_SOCKET"))
    return is_named or any(variables)


def _named() -> list[str]:
    """Return the platforms in QT_QPA_PLATFORM; Wayland's several plugins become one."""
    names = [choice.partition(":")[0].lower() for choice in os.environ.get(PLATFORM, "").split(";")]
    return [WAYLAND if name.startswith(f"{WAYLAND}-") else name for name in names if name]


def _platforms() -> set[str]:
    """Return the platforms for which Qt has a plugin."""
    from PySide6.QtCore import QCoreApplication

    folders = [Path(folder) / "platforms" for folder in QCoreApplication.libraryPaths()]
    if own := os.environ.get("QT_QPA_PLATFORM_PLUGIN_PATH"):
        folders.append(Path(own))
    files = [file.name for folder in folders if folder.is_dir() for file in folder.iterdir()]
    return {match[1] for file in files if (match := PLUGIN_FILE.match(file))}


def _wayland_problem() -> str:
    """Return why no Wayland compositor can be reached; empty if one accepts a connection."""
    if os.environ.get("WAYLAND_SOCKET"):  # an open connection
        return ""
    name = os.environ.get("WAYLAND_DISPLAY") or "wayland-0"
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    if not (folder or os.path.isabs(name)):
        return f"XDG_RUNTIME_DIR is not set, so the Wayland display {name} can't be found"
    path = Path(folder) / name  # an absolute name drops the folder
    try:
        with socket.socket(socket.AF_UNIX) as client:
            client.connect(str(path))
    except OSError:
        return f"no Wayland compositor answers at {path}"
    return ""


def _x11_problem() -> str:
    """Return why no X server can be reached; empty if one accepts a connection."""
    xcb = _load("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.POINTER(ctypes.c_int)]
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    name = os.environ["DISPLAY"]
    return f"no X server answers at {name}, or it refuses you" if failed else ""


def _load_plugin(platform: str) -> None:
    """Load a platform's plugin as Qt will, to see whether its libraries are there."""
    from PySide6.QtCore import QCoreApplication

    for folder in QCoreApplication.libraryPaths():
        plugin = Path(folder) / "platforms" / f"libq{platform}.so"
        if plugin.is_file():
            _load(str(plugin))
            return


def _load(name: str) -> ctypes.CDLL:
    """Load a library. Raises DisplayError if it, or another one that it needs, is missing."""
    try:
        return ctypes.CDLL(name)
    except OSError as error:
        raise DisplayError(missing_library(error)) from error


def missing_library(error: Exception) -> str:
    """Return a sentence for a library that could not be loaded, and what to do about it."""
    library = MISSING.search(str(error))
    if library is None:
        return f"The window can't open: {error}."
    name, version = library.groups()
    file = f"lib{name}.so.{version}"
    package = f"lib{name}{'-' if name[-1].isdigit() else ''}{version}".lower()  # Debian's rule
    return (
        f"The window can't open because the system library {file} is missing: install it,"
        f" on Debian and Ubuntu with: sudo apt-get install {package}"
    )
