"""The polite client: bounded in time and size, spaced, patient, and honest about what went wrong.

A page is asked for through a cache on disk that keeps to RFC 9111, so that
what has not changed is not sent again (ETag, Last-Modified). A large file is
loaded into a file (:mod:`.download`), beside that cache. Requests that carry
a key pass the cache by: it would keep the key.
"""

from __future__ import annotations

import ipaddress
import json
import zlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Self, TypeVar
from urllib.parse import urlsplit

import httpx2
import stamina

from cliffhanger.domain.clock import now
from cliffhanger.sources.http.faults import Fault, FaultError, FetchError, instant, of_error, of_status
from cliffhanger.sources.http.manners import MB, Limiter, Manners, Rate
from cliffhanger.sources.http.secrets import Secret, hidden

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Iterator, Mapping
    from datetime import datetime, timedelta
    from pathlib import Path
    from types import TracebackType

Given = TypeVar("Given")

CACHE = "http.sqlite3"
"""Name of the cache's file."""

LARGEST_CACHE = 512 * MB

_SHOWN = 60
_REVALIDATE = {"Cache-Control": "no-cache"}


@dataclass(frozen=True, slots=True)
class Page:
    """An answer that is kept in memory.

    Attributes:
        url: the address that was asked, without what could hold a key.
        content: the body, unpacked.
        content_type: its type, without parameters, in lower case, or empty.
        obtained_at: when; by the server's clock where that is ahead of ours, so never too early.
        from_cache: whether it had not changed since it was asked for before.
        headers: the answer's headers.
    """

    url: str
    content: bytes = field(repr=False)
    content_type: str
    obtained_at: datetime
    from_cache: bool = False
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)

    def json(self) -> Any:  # noqa: ANN401 - whatever the server sends
        """Return the body as JSON says it.

        Raises:
            FetchError: where it is something else.
        """
        try:
            return json.loads(self.content)
        except ValueError as error:
            text = " ".join(self.content[:200].decode("utf-8", "replace").split())[:_SHOWN]
            kind = self.content_type or "something"
            reason = f"answered with {kind} where JSON was due ({text!r})"
            raise FetchError(address=self.url, reason=reason) from error


@dataclass(slots=True)
class Tally:
    """What a client has done.

    Attributes:
        calls: requests made.
        loaded: bytes received.
        again: attempts that had to be made again.
        skew: how far this machine's clock is ahead of the last server's.
    """

    calls: int = 0
    loaded: int = 0
    again: int = 0
    skew: timedelta | None = None


class Client:
    """One source's client.

    Args:
        manners: bounds on every request.
        rate: how often one host may be asked.
        cache: folder of the cache on disk, or None for no cache.
        secret: a key, sent as a bearer token; None where the source needs none.
        verify: what certificates are trusted; the system's unless given.
        clock: what time it is.
        allow: whether an address may be asked, redirects included; every one of http and https unless given.
    """

    def __init__(  # noqa: PLR0913 - what a client can be told
        self,
        *,
        manners: Manners | None = None,
        rate: Rate | None = None,
        cache: Path | None = None,
        secret: Secret | None = None,
        verify: ssl.SSLContext | None = None,
        clock: Callable[[], datetime] = now,
        allow: Callable[[str], bool] | None = None,
    ) -> None:
        """Open nothing yet; the first request connects."""
        self.manners = manners or Manners()
        self.limiter = Limiter(rate or Rate())
        self.secret = secret
        self.clock = clock
        self.tally = Tally()
        self._allow = allow
        self._first = ""
        headers = {"User-Agent": self.manners.agent, "Accept-Encoding": "gzip"}
        if secret is not None:
            headers["Authorization"] = f"Bearer {secret.value}"
        options: dict[str, Any] = {
            "headers": headers,
            "timeout": httpx2.Timeout(self.manners.silence, connect=self.manners.connect),
            "follow_redirects": True,
            "max_redirects": self.manners.redirects,
            "event_hooks": {"request": [self._before]},
            "verify": verify if verify is not None else True,
        }
        self.plain = httpx2.Client(**options)
        self._cached = self.plain if cache is None or secret is not None else _cached(cache, options)

    def __enter__(self) -> Self:
        """Return the client."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close its connections and its cache."""
        self.plain.close()
        self._cached.close()

    def get(
        self,
        url: str,
        *,
        params: Mapping[str, str | int] | None = None,
        headers: Mapping[str, str] | None = None,
        largest: int | None = None,
    ) -> Page:
        """Ask for a page.

        The server is always asked, and sends the body only if it has changed
        since it was asked before.

        Args:
            url: the address.
            params: what is asked, added to the address.
            headers: further headers.
            largest: bytes that the body may have, unpacked; the manners' bound unless given.

        Raises:
            FetchError: where it does not come whole, in time and within bounds after all attempts.
        """
        address = str(httpx2.URL(url, params=params) if params else url)
        bound = largest or self.manners.largest
        return self.attempt(address, lambda: self._page(address, {**_REVALIDATE, **(headers or {})}, bound))

    def probe(self, url: str) -> None:
        """See whether an address answers, once and without its body.

        Raises:
            FetchError: where it does not.
        """

        def once() -> None:
            with self.plain.stream("GET", url) as response:
                self.arrived(response)

        patient, self.manners = self.manners, replace(self.manners, attempts=1)
        try:
            self.attempt(url, once)
        finally:
            self.manners = patient

    def attempt(self, address: str, once: Callable[[], Given]) -> Given:
        """Make a request until it succeeds or no more attempts are worth it.

        Args:
            address: for the error.
            once: makes the request once; raises FaultError or what httpx2 raises.

        Raises:
            FetchError: with the last fault.
        """
        self._first = address
        manners = self.manners

        def again(error: Exception) -> bool | float:
            fault = _fault(error)
            if fault is None or not fault.again or (fault.wait or 0) > manners.longest_wait:
                return False
            self.tally.again += 1
            return True if fault.wait is None else fault.wait

        try:
            for attempt in stamina.retry_context(
                on=again,
                attempts=manners.attempts,
                timeout=None,
                wait_initial=manners.wait,
                wait_max=manners.longest_wait,
                wait_jitter=manners.jitter,
            ):
                with attempt:
                    return once()
        except Exception as error:
            fault = _fault(error)
            if fault is None:
                raise
            reason = hidden(fault.reason, self.secret)
            raise FetchError(address=shown(address, self.secret), reason=reason, status=fault.status) from None
        raise AssertionError  # pragma: no cover - the loop returns or raises

    def _before(self, request: httpx2.Request) -> None:
        """Refuse an address that may not be asked, then wait for this host's turn; runs before every hop."""
        url = str(request.url)
        parts, first = urlsplit(url), urlsplit(self._first)
        if parts.scheme not in {"http", "https"} or (first.scheme == "https" and parts.scheme != "https"):
            raise FaultError(Fault(f"it redirects to {shown(url, self.secret)}, which is not secure"))
        inward = _inward(parts.hostname or "") and not _inward(first.hostname or "")
        if inward or (self._allow is not None and not self._allow(url)):
            raise FaultError(Fault(f"it leads to {shown(url, self.secret)}, which may not be asked"))
        self.limiter.wait(parts.netloc)
        self.tally.calls += 1

    def _page(self, address: str, headers: Mapping[str, str], bound: int) -> Page:
        with self._cached.stream("GET", address, headers=headers) as response:
            at = self.arrived(response)
            content = self._body(response, bound)
        return Page(
            url=shown(address, self.secret),
            content=content,
            content_type=response.headers.get("content-type", "").partition(";")[0].strip().casefold(),
            obtained_at=at,
            from_cache=_unchanged(response),
            headers=dict(response.headers),
        )

    def arrived(self, response: httpx2.Response) -> datetime:
        """Return when an answer came, and note how far the clocks differ.

        Raises:
            FaultError: where its status is not one of success.
        """
        at = self.clock()
        if fault := of_status(response, at):
            raise FaultError(fault)
        there = instant(response.headers.get("date", ""))
        if there is None or _unchanged(response):
            return at
        self.tally.skew = at - there
        return max(at, there)

    def pieces(self, response: httpx2.Response) -> Iterator[bytes]:
        """Yield a body as it comes, packed as it is, and give up on one that drips.

        Raises:
            FaultError: where it takes too long.
        """
        begun, loaded = self.limiter.clock(), 0
        for piece in response.iter_raw():
            loaded += len(piece)
            self.tally.loaded += len(piece)
            yield piece
            lasted = self.limiter.clock() - begun
            if lasted > self.manners.whole and loaded / lasted < self.manners.slowest:
                raise FaultError(Fault(f"it drips: {loaded:,} bytes in {lasted:.0f} s", again=True))

    def _body(self, response: httpx2.Response, bound: int) -> bytes:
        encoding = response.headers.get("content-encoding", "identity").strip().casefold()
        if encoding not in {"gzip", "x-gzip", "identity", ""}:
            raise FaultError(Fault(f"the answer is packed as {encoding:.20}, which was not asked for"))
        packed = encoding in {"gzip", "x-gzip"}
        unpacker = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
        content = bytearray()
        for piece in self.pieces(response):
            content += _unpacked(unpacker, piece, bound) if packed else piece
            if len(content) > bound:
                raise FaultError(Fault(f"the answer has more than {bound / MB:,.0f} MB"))
        if packed and not unpacker.eof:
            raise FaultError(Fault("the answer breaks off in the middle of its gzip", again=True))
        return bytes(content)


def shown(address: str, secret: Secret | None = None) -> str:
    """Return an address as it may be printed and kept: without user, password and key."""
    url = httpx2.URL(address)
    return hidden(str(url.copy_with(username=None, password=None) if url.userinfo else url), secret)


def _cached(folder: Path, options: Mapping[str, Any]) -> httpx2.Client:
    from hishel import CacheOptions, SqliteStorage  # noqa: PLC0415 - only where there is a cache
    from hishel.httpx2 import CacheClient  # noqa: PLC0415 - likewise

    folder.mkdir(parents=True, exist_ok=True)
    storage = SqliteStorage(database_path=folder / CACHE, max_size=LARGEST_CACHE)
    return CacheClient(storage=storage, rfc=CacheOptions(shared=False), **options)


def _unchanged(response: httpx2.Response) -> bool:
    """Whether the body comes from the cache, its server having said that it has not changed."""
    return bool(response.extensions.get("caching", {}).get("from_cache"))


def _unpacked(unpacker: Any, piece: bytes, bound: int) -> bytes:  # noqa: ANN401 - zlib names no type
    try:
        # One byte more than may be, so that a bomb is seen and never unpacked.
        return bytes(unpacker.decompress(piece, bound + 1))
    except zlib.error as error:
        raise FaultError(Fault(f"the answer's gzip is damaged ({error})", again=True)) from error


def _fault(error: Exception) -> Fault | None:
    return error.fault if isinstance(error, FaultError) else of_error(error)


def _inward(host: str) -> bool:
    """Whether a host is plainly this machine or its own network; a public server has no business to send us there."""
    if host.rstrip(".").casefold() in {"localhost", ""}:
        return True
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    return not address.is_global
