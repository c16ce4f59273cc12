"""A webhook: each event is one signed POST, repeated under the same id until the receiver has taken it.

Headers and signature follow the Standard Webhooks specification
(https://www.standardwebhooks.com): ``webhook-id`` is the event's id,
``webhook-timestamp`` the second of the attempt, and ``webhook-signature`` the
base64 of HMAC-SHA256 over ``id.timestamp.body``, behind ``v1,``.
``Idempotency-Key`` repeats the id for receivers that look there.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import random
import time
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from http.client import HTTPException
from typing import IO, TYPE_CHECKING, Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from cliffhanger import __version__
from cliffhanger.domain import clock
from cliffhanger.domain.errors import DeliveryError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime
    from http.client import HTTPMessage

PAUSES = (1.0, 4.0, 16.0, 60.0)
"""Seconds before the second attempt, the third, and so on; each is spread by up to a half."""

LONGEST = 300.0
"""The longest that a receiver may ask to be left alone, seconds."""

SILENCE = 15.0
"""The longest that a receiver may stay silent, seconds."""

_PREFIX = "whsec_"
_AGAIN = frozenset({408, 425, 429})
_OK, _SERVER = 2, 5


@dataclass(frozen=True, slots=True)
class Webhook:
    """An address that is told of events.

    Attributes:
        url: the address, http or https.
        key: what signs, as bytes.
        pauses: seconds between attempts.
        sleep: waits for some seconds.
        clocked: tells the time.
    """

    url: str
    key: bytes = field(repr=False)
    pauses: tuple[float, ...] = PAUSES
    sleep: Callable[[float], object] = time.sleep
    clocked: Callable[[], datetime] = clock.now

    @property
    def name(self) -> str:
        """What to call it: the host alone, for an address may hold a secret."""
        return f"webhook at {urlsplit(self.url).hostname}"

    @property
    def channel(self) -> str:
        """Its name in the memory, which tells nothing of its address."""
        return f"webhook {hashlib.sha256(self.url.encode()).hexdigest()[:16]}"

    def send(self, event: Mapping[str, Any]) -> None:
        """Send one event; returns when the receiver has taken it.

        Raises:
            DeliveryError: where it has not, after all attempts, or says that it never will.
        """
        body = body_of(event)
        reason, wait = "", None
        for attempt in range(len(self.pauses) + 1):
            if attempt:
                self.sleep(self._pause(attempt - 1, wait))
            status, reason, wait = self._attempt(event["id"], body)
            if status // 100 == _OK:
                return
            if status and status // 100 != _SERVER and status not in _AGAIN:
                break
        raise DeliveryError(channel=self.name, reason=reason)

    def _pause(self, number: int, wait: float | None) -> float:
        spread = self.pauses[number] * random.uniform(1.0, 1.5)  # noqa: S311 - spreads load, and protects nothing
        return max(spread, min(wait or 0.0, LONGEST))

    def _attempt(self, key: str, body: bytes) -> tuple[int, str, float | None]:
        """Return the status of one attempt (0 where there was no answer), what went wrong, and how long to wait."""
        headers = {
            "Content-Type": "application/json",
            "User-Agent": f"cliffhanger/{__version__}",
            "Idempotency-Key": key,
            **signed(self.key, key, int(self.clocked().timestamp()), body),
        }
        asked = Request(self.url, data=body, headers=headers, method="POST")  # noqa: S310 - the command has let http and https through only
        try:
            with build_opener(_NoRedirects).open(asked, timeout=SILENCE) as answer:
                return answer.status, "", None
        except HTTPError as error:
            with error:
                return error.code, f"answered {error.code}", self._asked_to_wait(error.headers.get("Retry-After"))
        except TimeoutError:
            return 0, "no answer in time", None
        except URLError as error:
            return 0, _plain(error.reason), None
        except (OSError, HTTPException) as error:
            return 0, _plain(error), None

    def _asked_to_wait(self, text: str | None) -> float | None:
        """Return the seconds of a Retry-After header, whichever of its two forms it has."""
        if not text:
            return None
        if text.strip().isascii() and text.strip().isdigit():
            return min(float(text), LONGEST)
        try:
            return max((parsedate_to_datetime(text) - self.clocked()).total_seconds(), 0.0)
        except (ValueError, TypeError):
            return None


class _NoRedirects(HTTPRedirectHandler):
    """What was signed for one address goes to no other."""

    def redirect_request(  # noqa: PLR0913, PLR0917 - urllib's own signature
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> None:
        """Follow nothing."""
        del req, fp, code, msg, headers, newurl


def body_of(event: Mapping[str, Any]) -> bytes:
    """Return the body of an event's message; the same bytes for the same event."""
    message = {
        "type": f"show.{event['kind'].replace(' ', '_')}",
        "timestamp": f"{event['day']}T00:00:00Z",
        "data": event,
    }
    return json.dumps(message, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def signed(key: bytes, event_id: str, timestamp: int, body: bytes) -> dict[str, str]:
    """Return the headers that sign a message.

    Args:
        key: the shared secret's bytes.
        event_id: the message's id.
        timestamp: seconds since 1970-01-01, UTC.
        body: the message.
    """
    digest = hmac.digest(key, b".".join([event_id.encode(), str(timestamp).encode(), body]), "sha256")
    return {
        "webhook-id": event_id,
        "webhook-timestamp": str(timestamp),
        "webhook-signature": f"v1,{base64.b64encode(digest).decode()}",
    }


def key_of(secret: str) -> bytes:
    """Return the bytes of a shared secret: base64 behind ``whsec_``, else the text itself.

    Raises:
        ValueError: where what stands behind ``whsec_`` is no base64.
    """
    if not secret.startswith(_PREFIX):
        return secret.encode()
    try:
        return base64.b64decode(secret.removeprefix(_PREFIX), validate=True)
    except binascii.Error as error:
        msg = f"behind {_PREFIX} the secret is no base64"
        raise ValueError(msg) from error


def _plain(reason: object) -> str:
    """Return what the machine says as one line."""
    said = getattr(reason, "strerror", None) or str(reason)
    return " ".join(str(said).split()) or type(reason).__name__
