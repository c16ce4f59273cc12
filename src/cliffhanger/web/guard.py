"""What every request passes: who may ask, how much may be sent, and which headers go with the answer."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request

from cliffhanger.web.problems import HEADERS, problem

if TYPE_CHECKING:
    from starlette.responses import Response
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST_BODY = 12 << 20
"""Bytes of a request, at most."""

LOOPBACK = frozenset({"localhost", "127.0.0.1", "[::1]", "::1"})
"""Names of this machine."""

_READING = frozenset({"GET", "HEAD", "OPTIONS"})


class TooLargeError(Exception):
    """A request sends more than ``MOST_BODY``."""


@dataclass
class Guard:
    """ASGI middleware.

    A page of another site could send a reader's browser here: by a form, or by
    a name of its own that it points at this machine. So a server that listens
    on this machine alone answers to this machine's names only, and whatever
    changes something has to come from a page of the server itself.

    Attributes:
        app: what is guarded.
        hosts: the names that the server answers to, in lower case; None for any.
    """

    app: ASGIApp
    hosts: frozenset[str] | None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or refuse it and say why."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        refused = self._refused(scope)
        if refused is not None:
            await refused(scope, receive, _with_headers(send))
            return
        # Whoever asks for the head alone gets that of the answer; the server leaves out the body.
        inner = {**scope, "method": "GET"} if scope["method"] == "HEAD" else scope
        body = _Bounded(receive)
        answer = _Held(_with_headers(send), body)
        with suppress(TooLargeError):
            await self.app(inner, body, answer)
        if body.too_large and not answer.started:
            await _too_large(scope)(scope, receive, _with_headers(send))

    def _refused(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        host = headers.get("host", "").lower()
        if self.hosts is not None and _name(host) not in self.hosts:
            return problem(Request(scope), 421, "Another server's name", "This server does not answer to that name.")
        length = headers.get("content-length", "0")
        if length.isdecimal() and int(length) > MOST_BODY:
            return _too_large(scope)
        if scope["method"] not in _READING and not _from_here(headers, host):
            return problem(Request(scope), 403, "Sent from elsewhere", "Only a page of this server may send this.")
        return None


def _too_large(scope: Scope) -> Response:
    return problem(Request(scope), 413, "Too much was sent", f"More than {MOST_BODY >> 20} MB were sent.")


def _from_here(headers: Headers, host: str) -> bool:
    """Whether a request that may change something comes from this server's own pages, or from no browser at all."""
    site = headers.get("sec-fetch-site")
    if site is not None and site not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    return origin is None or (origin != "null" and urlsplit(origin).netloc.lower() == host)


def _name(host: str) -> str:
    """Return a host without its port."""
    return host.rpartition("]")[0] + "]" if host.startswith("[") else host.partition(":")[0]


@dataclass
class _Bounded:
    """Receives a request, and stops where it has become too large."""

    receive: Receive
    too_large: bool = False
    total: int = 0

    async def __call__(self) -> Message:
        message = await self.receive()
        self.total += len(message.get("body", b""))
        if self.total > MOST_BODY:
            self.too_large = True
            raise TooLargeError
        return message


@dataclass
class _Held:
    """Sends an answer, unless the request has turned out too large: what reads a form takes that for a broken one."""

    send: Send
    body: _Bounded
    started: bool = False

    async def __call__(self, message: Message) -> None:
        if self.body.too_large and not self.started:
            return
        self.started = True
        await self.send(message)


def _with_headers(send: Send) -> Send:
    async def guarded(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return guarded
