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


def require_display() -> None:
    """Raise DisplayError if no window can open.

    At least one platform in QT_QPA_PLATFORM must have a plugin. X11 and Wayland, named there or
    not, must accept a connection. All others need no screen, or are a system's only display.
    """
    named = _named()
    if named:
        there = _platforms()
        found = [name for name in named if name in there]
        if not found:
            raise DisplayError(
                f"There is no display to open a window on: {PLATFORM} is set to"
                f" {' and '.join(named)}, but Qt only has {', '.join(sorted(there))} here."
            )
        if set(found) - {X11, WAYLAND}:
            return
    elif sys.platform in ("win32", "darwin"):
        return
    else:
        found = [WAYLAND, X11]
    if WAYLAND in found and _wayland_answers(is_asked_for=bool(named)):
        return
    if X11 not in found:
        raise DisplayError(
            "There is no display to open a window on: no Wayland compositor answers."
        )
    if not os.environ.get("DISPLAY"):
        unset = "DISPLAY is not set" if named else "neither DISPLAY nor WAYLAND_DISPLAY is set"
        raise DisplayError(f"There is no display to open a window on: {unset}.")
    _require_x11()


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


def _wayland_answers(is_asked_for: bool) -> bool:
    """Return whether the Wayland compositor named in the environment accepts a connection.

    If Wayland is asked for and the environment has no name, the name is wayland-0.
    """
    if os.environ.get("WAYLAND_SOCKET"):  # an open connection
        return True
    name = os.environ.get("WAYLAND_DISPLAY") or ("wayland-0" if is_asked_for else "")
    if not name:
        return False
    # Joining with an absolute name drops the folder.
    path = Path(os.environ.get("XDG_RUNTIME_DIR", "/")) / name
    try:
        with socket.socket(socket.AF_UNIX) as client:
            client.connect(str(path))
    except OSError:
        return False
    return True


def _require_x11() -> None:
    """Load libraries and connect, as Qt's X11 plugin will."""
    from PySide6.QtCore import QCoreApplication

    plugins = [
        Path(folder) / "platforms" / "libqxcb.so" for folder in QCoreApplication.libraryPaths()
    ]
    try:
        for plugin in plugins:
            if plugin.is_file():
                ctypes.CDLL(str(plugin))
                break
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError as error:
        raise DisplayError(
            f"The window can't open because a system library is missing: {error}."
        ) from error
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.POINTER(ctypes.c_int)]
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    if failed:
        raise DisplayError(f"Can't connect to the display {os.environ['DISPLAY']}.")
