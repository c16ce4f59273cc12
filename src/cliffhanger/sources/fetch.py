"""Fetch one article from an address that somebody has named: bounded in size, time and redirects.

On a machine's own command line an address may lie anywhere. Where others name
it, in a page or over an API, it is fetched with ``public=True``: every name is
looked up once, each of its addresses has to be a public one, and the
connection goes to just that address, so that a name that later points
elsewhere gains nothing. The same holds behind every redirect.
"""

from __future__ import annotations

import ipaddress
import socket
import time
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from typing import IO, TYPE_CHECKING
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPHandler, HTTPRedirectHandler, HTTPSHandler, ProxyHandler, Request, build_opener

from cliffhanger import __version__
from cliffhanger.domain.errors import BadFileError

if TYPE_CHECKING:
    from http.client import HTTPMessage
    from urllib.request import OpenerDirector

SECONDS = 30.0
"""The longest that an answer may take, all in all."""

REDIRECTS = 5
"""The most redirects that are followed."""

_PIECE = 1 << 16
_SILENCE = 10.0
_REDIRECTED = 3
_PORTS = (80, 443)
_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")
"""IPv4 addresses behind a translator (NAT64, RFC 6052)."""

_UNICAST = ipaddress.IPv6Network("2000::/3")
"""The one range of IPv6 from which public addresses are given out."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave.

    Attributes:
        content: the bytes, as they came.
        url: the address they came from, behind all redirects.
        content_type: the content type they came with, or empty.
    """

    content: bytes
    url: str
    content_type: str


class _FewRedirects(HTTPRedirectHandler):
    """Redirects to other pages of the web, and only a few of them: never to a file or another protocol."""

    max_redirections = REDIRECTS
    max_repeats = 2

    def redirect_request(  # noqa: PLR0913, PLR0917 - urllib's own signature
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        """Refuse what is_address refuses."""
        if not is_address(newurl):
            raise HTTPError(req.full_url, code, f"leads to {newurl:.100}", headers, fp)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


class NotPublicError(OSError):
    """An address that is not one of the public internet's."""


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public internet: no private, loopback, link-local or reserved range.

    An IPv4 address wrapped in an IPv6 one is judged by itself.
    """
    found = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo[1] if found.teredo else None)
        if found in _TRANSLATED:
            inner = ipaddress.IPv4Address(found.packed[-4:])
        if inner is not None:
            return inner.is_global and not inner.is_multicast
        return found in _UNICAST and found.is_global
    return found.is_global and not found.is_multicast


def _connect(host: str, port: int, timeout: float | None) -> socket.socket:
    """Connect to a name's address after having looked at it; all of a name's addresses have to be public."""
    if port not in _PORTS:
        raise NotPublicError(None, f"port {port} is not one that pages are served at")
    found = [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    if not found or not all(is_public(address) for address in found):
        raise NotPublicError(None, f"{host} is not on the public internet")
    return socket.create_connection((found[0], port), timeout)


class _PublicConnection(HTTPConnection):
    """A connection to the public internet and nowhere else."""

    def connect(self) -> None:
        """Connect to an address that was looked at."""
        self.sock = _connect(self.host, self.port, self.timeout)


class _PublicTLSConnection(HTTPSConnection, _PublicConnection):
    """The same over TLS, whose certificate has to be for the name that was asked for."""


class _PublicHandler(HTTPHandler):
    def http_open(self, req: Request) -> HTTPResponse:
        """Open over a connection that looks before it connects."""
        return self.do_open(_PublicConnection, req)


class _PublicTLSHandler(HTTPSHandler):
    def https_open(self, req: Request) -> HTTPResponse:
        """Open over a connection that looks before it connects."""
        return self.do_open(_PublicTLSConnection, req)


def _opener(*, public: bool) -> OpenerDirector:
    # A proxy would look names up by itself.
    guards = (ProxyHandler({}), _PublicHandler, _PublicTLSHandler) if public else ()
    return build_opener(_FewRedirects, *guards)


def is_address(text: str) -> bool:
    """Whether a text is an address of the web, http or https, with a host."""
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and not any(c.isspace() for c in text)
    except ValueError:
        return False


def fetch(url: str, *, most: int, seconds: float = SECONDS, public: bool = False) -> Fetched:
    """Fetch an address.

    Args:
        url: the address, http or https.
        most: the most bytes that are read.
        seconds: the longest that it may take.
        public: whether only the public internet may be asked.

    Raises:
        BadFileError: where it does not answer, answers with an error, takes too long, sends more than ``most``, or
            may not be asked.
    """
    deadline = time.monotonic() + seconds
    asked = Request(  # noqa: S310 - is_address has let http and https through only
        url,
        headers={
            "User-Agent": f"cliffhanger/{__version__}",
            "Accept": "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.1",
            "Accept-Encoding": "identity",
        },
    )
    try:
        with _opener(public=public).open(asked, timeout=min(seconds, _SILENCE)) as answer:
            content = _body(answer, url, most, deadline)
            return Fetched(content, answer.geturl(), answer.headers.get("Content-Type", ""))
    except HTTPError as error:
        with error:
            raise BadFileError(name=url, reason=_refusal(error)) from error
    except TimeoutError as error:
        raise BadFileError(name=url, reason="no answer in time") from error
    except URLError as error:
        late = isinstance(error.reason, TimeoutError)
        raise BadFileError(name=url, reason="no answer in time" if late else _plain(error.reason)) from error
    except (OSError, HTTPException, ValueError) as error:
        raise BadFileError(name=url, reason=_plain(error)) from error


def _body(answer: HTTPResponse, url: str, most: int, deadline: float) -> bytes:
    encoding = answer.headers.get("Content-Encoding", "identity")
    if encoding.casefold() not in ("identity", ""):
        raise BadFileError(name=url, reason=f"comes packed as {encoding:.20}, which was not asked for")
    content = bytearray()
    # One read gives what has come so far, so that a server that drips is noticed, too.
    while piece := answer.read1(_PIECE):
        content += piece
        if len(content) > most:
            raise BadFileError(name=url, reason=f"has more than {most / 1e6:,.0f} MB")
        if time.monotonic() > deadline:
            raise BadFileError(name=url, reason="takes too long")
    return bytes(content)


def _refusal(error: HTTPError) -> str:
    if error.code // 100 == _REDIRECTED:
        return f"redirects more than {REDIRECTS} times, or to what is no address of the web"
    return f"the server says {error.code} {_plain(error.reason)}"


def _plain(reason: object) -> str:
    """Return what the machine says as one line."""
    said = getattr(reason, "strerror", None) or str(reason)
    return " ".join(str(said).split()) or type(reason).__name__
