"""Fetch one article from an address that the user has named: bounded in size, time and redirects."""

from __future__ import annotations

import time
from dataclasses import dataclass
from http.client import HTTPException, HTTPResponse
from typing import IO, TYPE_CHECKING
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from cliffhanger import __version__
from cliffhanger.domain.errors import BadFileError

if TYPE_CHECKING:
    from http.client import HTTPMessage

SECONDS = 30.0
"""The longest that an answer may take, all in all."""

REDIRECTS = 5
"""The most redirects that are followed."""

_PIECE = 1 << 16
_SILENCE = 10.0
_REDIRECTED = 3


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


def is_address(text: str) -> bool:
    """Whether a text is an address of the web, http or https, with a host."""
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and not any(c.isspace() for c in text)
    except ValueError:
        return False


def fetch(url: str, *, most: int, seconds: float = SECONDS) -> Fetched:
    """Fetch an address.

    Args:
        url: the address, http or https.
        most: the most bytes that are read.
        seconds: the longest that it may take.

    Raises:
        BadFileError: where it does not answer, answers with an error, takes too long, or sends more than ``most``.
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
        with build_opener(_FewRedirects).open(asked, timeout=min(seconds, _SILENCE)) as answer:
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
