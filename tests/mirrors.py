"""Local web servers, some of which misbehave."""

import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

BREAKS_AT = 100_000
"""Bytes after which some mirrors end a response."""


class Mirror(BaseHTTPRequestHandler):
    """A server that supports ranges. Subclasses differ in `answer`; all record their requests."""

    def do_GET(self):
        self.server.asked.append((self.path, self.headers["Range"]))
        self.server.was_asked.set()
        self.answer()

    def answer(self):
        data = self.server.files.get(self.path.removeprefix("/"))
        start = int((self.headers["Range"] or "bytes=0-")[len("bytes=") : -1])
        if data is None:
            self.send_error(404)
        elif start and start >= len(data):
            self.send_error(416)
        else:
            ranged = {"Content-Range": f"bytes {start}-{len(data) - 1}/{len(data)}"}
            self.send(data[start:], 206 if start else 200, ranged if start else {})

    def send(self, data, code=200, headers=None, length=None):
        self.send_response(code)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data) if length is None else length))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *arguments):
        """Log nothing."""


class IgnoresRanges(Mirror):
    def answer(self):
        self.send(self.server.files[self.path.removeprefix("/")])


class BreaksOff(Mirror):
    """Ends each response too early."""

    def send(self, data, code=200, headers=None, length=None):
        super().send(data[:BREAKS_AT], code, headers, length=len(data))


class AlwaysBreaksOffAtTheSamePlace(IgnoresRanges, BreaksOff):
    pass


class SendsNothing(Mirror):
    def send(self, data, code=200, headers=None, length=None):
        super().send(b"", code, headers, length=len(data))


class SendsSomethingElse(Mirror):
    def answer(self):
        self.send(b"<html>Please log in</html>")


class SendsAnotherRange(Mirror):
    def answer(self):
        if self.headers["Range"]:
            self.send(b"0123456789", 206, {"Content-Range": "bytes 0-9/1000"})
        else:
            super().answer()


class SendsWithoutEnd(Mirror):
    def answer(self):
        self.send_response(200)
        self.end_headers()
        while not self.server.closing.is_set():
            try:
                self.wfile.write(bytes(2**20))
            except OSError:  # the client closed the connection
                self.server.closing.set()


class NeverAnswers(Mirror):
    def answer(self):
        self.server.closing.wait()


@contextmanager
def serving():
    """Yield a function that starts a server of a kind with files by name; stop all at the end."""
    servers = []

    def start(kind=Mirror, files=()):
        server = ThreadingHTTPServer(("127.0.0.1", 0), kind)
        server.files, server.asked = dict(files), []
        server.was_asked, server.closing = threading.Event(), threading.Event()
        server.url = f"http://127.0.0.1:{server.server_port}/"
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        servers.append((server, thread))
        return server

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("no_proxy", "127.0.0.1")
        try:
            yield start
        finally:
            for server, thread in servers:
                server.closing.set()
                server.shutdown()
                thread.join()
                server.server_close()
