"""Whether a window can open at all; asked first, because Qt ends the process where none can."""

import ctypes
import os
import socket
import sys
from pathlib import Path

from lenet_gui.errors import DisplayError


def require_display() -> None:
    """Raise DisplayError where no window can open.

    Only Linux and its like are asked: other systems have their one display. Whoever sets
    QT_QPA_PLATFORM has chosen and is believed.
    """
    if sys.platform in ("win32", "darwin") or os.environ.get("QT_QPA_PLATFORM"):
        return
    if _wayland_answers():
        return
    if not os.environ.get("DISPLAY"):
        raise DisplayError(
            "There is no display to open a window on: DISPLAY and WAYLAND_DISPLAY name none."
        )
    _require_x11()


def _wayland_answers() -> bool:
    """Tell whether the Wayland compositor that the environment names accepts a connection."""
    name = os.environ.get("WAYLAND_DISPLAY")
    if not name:
        return False
    # An absolute name stands for itself, whatever the folder is.
    path = Path(os.environ.get("XDG_RUNTIME_DIR", "/")) / name
    try:
        with socket.socket(socket.AF_UNIX) as client:
            client.connect(str(path))
    except OSError:
        return False
    return True


def _require_x11() -> None:
    """Try what Qt's X11 plugin will do: load its libraries and connect."""
    from PySide6.QtCore import QLibraryInfo

    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    try:
        ctypes.CDLL(str(folder / "platforms" / "libqxcb.so"))
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
        raise DisplayError(f"The display {os.environ['DISPLAY']} can't be reached.")
