"""A real HTTP server on loopback that answers as a test tells it, and misbehaves byte by byte where it should."""

from __future__ import annotations

import gzip
import json
import socketserver
import ssl
import threading
from collections import deque
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import parse_qs, urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from io import BufferedIOBase

REASONS = {200: "OK", 206: "Partial Content", 301: "Moved", 304: "Not Modified", 404: "Not Found", 416: "Bad Range"}


@dataclass(frozen=True)
class Asked:
    """A request as it came.

    Attributes:
        method: GET or POST.
        path: the path, without what is asked of it.
        query: what is asked, the last value of each name.
        headers: by their names in lower case.
        body: what was sent.
    """

    method: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]
    body: bytes = b""


@dataclass(frozen=True)
class Reply:
    """An answer.

    Attributes:
        body: its bytes, or pieces of them that are sent one by one.
        status: the status.
        headers: headers beside the usual ones; an empty value leaves a usual one out.
        cut: how many bytes of the body are sent before the connection is cut, or None for all.
    """

    body: bytes | Iterable[bytes] = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    cut: int | None = None


def as_json(said: Any, **headers: str) -> Reply:  # noqa: ANN401 - whatever JSON can hold
    """Answer with JSON."""
    return Reply(json.dumps(said).encode(), headers={"Content-Type": "application/json", **headers})


def packed(body: bytes, **headers: str) -> Reply:
    """Answer with a body packed as gzip."""
    return Reply(gzip.compress(body, mtime=0), headers={"Content-Encoding": "gzip", **headers})


@dataclass
class Local:
    """A running server.

    Attributes:
        url: where it answers.
        answer: what it answers with; may be changed while it runs.
        asked: every request so far.
        first: replies that are given before ``answer`` is asked at all, one a request.
    """

    url: str
    answer: Callable[[Asked], Reply]
    asked: list[Asked] = field(default_factory=list)
    first: deque[Reply] = field(default_factory=deque)

    def paths(self) -> list[str]:
        """Return the paths asked for, in order."""
        return [asked.path for asked in self.asked]


class _Handler(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        """Answer one request, and close."""
        local = cast("_Server", self.server).local
        asked = _asked(self.rfile)
        if asked is None:
            return
        local.asked.append(asked)
        reply = local.first.popleft() if local.first else local.answer(asked)
        try:
            _send(self.wfile, reply)
        except (ConnectionError, ssl.SSLError):
            # Whoever asked has had enough.
            return


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 64
    local: Local

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: that a client hangs up is what many tests are about."""


@contextmanager
def serving(
    answer: Callable[[Asked], Reply], *, certificate: ssl.SSLContext | None = None, host: str = "127.0.0.1"
) -> Iterator[Local]:
    """Run a server for the length of a block.

    Args:
        answer: what it answers with.
        certificate: makes it speak TLS.
        host: the name in its address.
    """
    with _Server(("127.0.0.1", 0), _Handler) as server:
        if certificate is not None:
            server.socket = certificate.wrap_socket(server.socket, server_side=True)
        scheme = "https" if certificate else "http"
        server.local = Local(f"{scheme}://{host}:{server.server_address[1]}", answer)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield server.local
        finally:
            server.shutdown()
            thread.join()


def _asked(stream: BufferedIOBase) -> Asked | None:
    line = stream.readline().decode("latin-1").split()
    if len(line) < 2:
        return None
    headers: dict[str, str] = {}
    while (header := stream.readline().strip()) != b"":
        name, _, value = header.decode("latin-1").partition(":")
        headers[name.strip().lower()] = value.strip()
    body = stream.read(int(headers.get("content-length", 0)))
    parts = urlsplit(line[1])
    query = {name: values[-1] for name, values in parse_qs(parts.query, keep_blank_values=True).items()}
    return Asked(line[0], parts.path, query, headers, body)


def _send(stream: BufferedIOBase, reply: Reply) -> None:
    whole = isinstance(reply.body, bytes)
    usual = {"Content-Type": "text/plain", "Connection": "close"}
    if whole and reply.status != 304:
        usual["Content-Length"] = str(len(cast("bytes", reply.body)))
    headers = {name: value for name, value in {**usual, **reply.headers}.items() if value}
    head = [f"HTTP/1.1 {reply.status} {REASONS.get(reply.status, 'Said')}"]
    head += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    stream.write(("\r\n".join(head) + "\r\n\r\n").encode("latin-1"))
    pieces = [cast("bytes", reply.body)] if whole else cast("Iterable[bytes]", reply.body)
    left = reply.cut
    for piece in pieces:
        stream.write(piece if left is None else piece[:left])
        stream.flush()
        if left is not None:
            left -= len(piece[:left])
            if not left:
                return
