"""Plug monitors into an X server and unplug them, with RandR; Xvfb has one, of any shape."""

import ctypes
import struct
from collections.abc import Iterator
from contextlib import contextmanager

Area = tuple[int, int, int, int]
"""Left, top, width and height."""
SET_MONITOR, DELETE_MONITOR = 43, 44
"""Requests of RandR 1.5."""
CHECKED = 1
"""Flag of xcb_send_request: the caller checks for errors."""


class _Cookie(ctypes.Structure):
    _fields_ = (("sequence", ctypes.c_uint),)


class _Screens(ctypes.Structure):
    _fields_ = (
        ("data", ctypes.POINTER(ctypes.c_uint32)),
        ("rest", ctypes.c_int),
        ("index", ctypes.c_int),
    )


class _Atom(ctypes.Structure):
    _fields_ = (("head", ctypes.c_uint8 * 8), ("atom", ctypes.c_uint32))


class _Piece(ctypes.Structure):
    """`struct iovec`"""

    _fields_ = (("start", ctypes.c_char_p), ("length", ctypes.c_size_t))


class _Request(ctypes.Structure):
    """`xcb_protocol_request_t`"""

    _fields_ = (
        ("count", ctypes.c_size_t),
        ("extension", ctypes.c_void_p),
        ("opcode", ctypes.c_uint8),
        ("is_void", ctypes.c_uint8),
    )


class Monitors:
    """The monitors of an X server. All methods raise OSError if it refuses."""

    def __init__(self, display: str) -> None:
        xcb, randr = ctypes.CDLL("libxcb.so.1"), ctypes.CDLL("libxcb-randr.so.0")
        pointer, word = ctypes.c_void_p, ctypes.c_uint32
        for function, result, *arguments in (
            (xcb.xcb_connect, pointer, ctypes.c_char_p, pointer),
            (xcb.xcb_disconnect, None, pointer),
            (xcb.xcb_get_setup, pointer, pointer),
            (xcb.xcb_setup_roots_iterator, _Screens, pointer),
            (xcb.xcb_intern_atom, _Cookie, pointer, ctypes.c_uint8, ctypes.c_uint16,
             ctypes.c_char_p),
            (xcb.xcb_intern_atom_reply, ctypes.POINTER(_Atom), pointer, _Cookie, pointer),
            (xcb.xcb_request_check, pointer, pointer, _Cookie),
            (randr.xcb_randr_get_screen_resources_current, _Cookie, pointer, word),
            (randr.xcb_randr_get_screen_resources_current_reply, pointer, pointer, _Cookie,
             pointer),
            (randr.xcb_randr_get_screen_resources_current_outputs, ctypes.POINTER(word), pointer),
            (xcb.xcb_send_request, ctypes.c_uint, pointer, ctypes.c_int, pointer, pointer),
        ):  # fmt: skip
            function.restype, function.argtypes = result, arguments
        self._xcb, self._randr = xcb, randr
        self._server = xcb.xcb_connect(display.encode(), None)
        setup = xcb.xcb_get_setup(self._server)
        self._root = xcb.xcb_setup_roots_iterator(setup).data[0]
        cookie = randr.xcb_randr_get_screen_resources_current(self._server, self._root)
        found = randr.xcb_randr_get_screen_resources_current_reply(self._server, cookie, None)
        self._output = randr.xcb_randr_get_screen_resources_current_outputs(found)[0]

    def plug(self, name: str, area: Area, is_first: bool = False) -> None:
        """Add a monitor that shows an area; the first one is the server's real output."""
        outputs = (self._output,) if is_first else ()
        x, y, width, height = area
        about = struct.pack("=IBBHhhHHII", self._atom(name), is_first, 0, len(outputs), x, y,
                            width, height, width // 4, height // 4)  # fmt: skip
        self._ask(SET_MONITOR, about + struct.pack(f"={len(outputs)}I", *outputs))

    def pull(self, name: str) -> None:
        """Remove a monitor."""
        self._ask(DELETE_MONITOR, struct.pack("=I", self._atom(name)))

    def close(self) -> None:
        """Disconnect from the server."""
        self._xcb.xcb_disconnect(self._server)

    def _atom(self, name: str) -> int:
        cookie = self._xcb.xcb_intern_atom(self._server, 0, len(name), name.encode())
        reply = self._xcb.xcb_intern_atom_reply(self._server, cookie, None)
        return int(reply.contents.atom)

    def _ask(self, opcode: int, about: bytes) -> None:
        """Send a request by hand, because libxcb's function for monitors breaks the connection."""
        body = struct.pack("=4xI", self._root) + about
        pieces = (_Piece * 3)()  # libxcb uses the first two itself
        pieces[2] = _Piece(body, len(body))
        extension = ctypes.addressof(ctypes.c_char.in_dll(self._randr, "xcb_randr_id"))
        request = _Request(1, extension, opcode, True)
        vector = ctypes.addressof(pieces) + 2 * ctypes.sizeof(_Piece)
        sent = self._xcb.xcb_send_request(self._server, CHECKED, vector, ctypes.byref(request))
        if not sent or self._xcb.xcb_request_check(self._server, _Cookie(sent)):
            raise OSError("the X server refused")


@contextmanager
def monitors(display: str) -> Iterator[Monitors]:
    """Yield the monitors of an X server."""
    found = Monitors(display)
    try:
        yield found
    finally:
        found.close()
