"""What can go wrong with a request, in words, and whether it is worth another attempt."""

from __future__ import annotations

import errno
import socket
import sqlite3
import ssl
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

import httpx2

from cliffhanger.domain.errors import CliffhangerError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Answers that may be another one soon."""

_REQUESTS: tuple[tuple[type[Exception], str, bool], ...] = (
    (httpx2.TooManyRedirects, "it redirects in a loop, or too often", False),
    (httpx2.TimeoutException, "no answer in time", True),
    (httpx2.RemoteProtocolError, "the answer broke off or is no HTTP: {}", True),
    (httpx2.NetworkError, "{}", True),
    (httpx2.RequestError, "{}", False),
    (httpx2.InvalidURL, "is no address: {}", False),
)
"""What httpx2 raises, in words, and whether another attempt may go better; the first that fits counts."""

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class FetchError(CliffhangerError):
    """A source could not be fetched; what it gave before stays."""

    def __init__(self, *, address: str, reason: str, status: int | None = None) -> None:
        """Name the address, without a query that could hold a key, and what was wrong."""
        self.address, self.reason, self.status = address, reason, status
        super().__init__(f"{address}: {reason}")


@dataclass(frozen=True, slots=True)
class Fault:
    """What was wrong with one attempt.

    Attributes:
        reason: in words.
        again: whether another attempt may go better.
        wait: seconds after which the server asks to be tried again, or None.
        status: the status of the answer, or None where there was none.
    """

    reason: str
    again: bool = False
    wait: float | None = None
    status: int | None = None


class FaultError(Exception):
    """Carries a fault out of an attempt."""

    def __init__(self, fault: Fault) -> None:
        """Take the fault."""
        self.fault = fault
        super().__init__(fault.reason)


def of_status(response: httpx2.Response, at: datetime) -> Fault | None:
    """Return what is wrong with an answer by its status, or None.

    Args:
        response: the answer.
        at: the present instant, for a Retry-After that is a date.
    """
    code = response.status_code
    if response.is_success or code == httpx2.codes.NOT_MODIFIED:
        return None
    wait = retry_after(response.headers, at)
    asked = f", and asks to be left alone for {wait:.0f} s" if wait is not None else ""
    if code == httpx2.codes.TOO_MANY_REQUESTS:
        return Fault(f"the server says 429, too many requests{asked}", again=True, wait=wait, status=code)
    if code in {httpx2.codes.UNAUTHORIZED, httpx2.codes.FORBIDDEN}:
        return Fault(f"the server says {code}: the key is missing, wrong, or not allowed this", status=code)
    return Fault(f"the server says {code} {response.reason_phrase}{asked}", again=code in AGAIN, wait=wait, status=code)


def of_error(error: Exception) -> Fault | None:
    """Return what an exception of a request means, or None where it is none of a request."""
    causes = (fault for cause in _causes(error) if (fault := _of_cause(cause)))
    if fault := next(causes, None):
        return fault
    for kind, reason, again in _REQUESTS:
        if isinstance(error, kind):
            return Fault(reason.format(_one_line(error)), again=again)
    return None


def _of_cause(cause: BaseException) -> Fault | None:
    if isinstance(cause, ssl.SSLCertVerificationError):
        return Fault(f"its certificate is not to be trusted (TLS): {cause.verify_message}")
    if isinstance(cause, ssl.SSLError):
        return Fault(f"no secure connection (TLS): {cause.reason or cause}", again=True)
    if isinstance(cause, socket.gaierror):
        return Fault(f"its name cannot be looked up (DNS): {cause.strerror}", again=True)
    if isinstance(cause, OSError) and cause.errno in _FULL:
        return Fault(f"the disk is full: {cause.strerror}")
    if isinstance(cause, sqlite3.Error):
        return Fault(f"the cache on disk cannot be used: {cause}")
    return None


def retry_after(headers: httpx2.Headers, at: datetime) -> float | None:
    """Return the seconds that a Retry-After asks for (RFC 9110, 10.2.3), or None where there is none that is sound.

    A date counts from the server's own Date, so that a clock that is wrong here does not matter.
    """
    text = headers.get("retry-after", "").strip()
    if text.isdecimal():
        return float(text)
    wanted = instant(text)
    if wanted is None:
        return None
    return max(0.0, (wanted - (instant(headers.get("date", "")) or at)).total_seconds())


def instant(text: str) -> datetime | None:
    """Return the instant that an HTTP date names, or None where it is none."""
    try:
        parsed = parsedate_to_datetime(text)
    except ValueError:
        return None
    return parsed if parsed.tzinfo else None


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__
