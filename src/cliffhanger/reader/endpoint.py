"""An OpenAI-compatible endpoint that a user has named, and one question put to it.

Spoken is the Chat Completions shape: POST ``{url}/chat/completions``. Nothing
else is asked of the server than what most of them know: where it refuses a
format for its answer, the question is put again without one. Redirects are
not followed, since the key would travel with them.
"""

from __future__ import annotations

import json
import re
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from cliffhanger.domain.errors import CliffhangerError, MissingExtraError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import httpx2

MAX_ANSWER = 4_000_000
"""Bytes of an answer that are read at most."""

_LONGEST_REASON = 200
_LONGEST_WAIT = 3600
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
_VISIBLE = re.compile(r"[!-~]*")
_BAD_REQUEST, _UNAUTHORISED, _FORBIDDEN, _NOT_FOUND, _UNPROCESSABLE, _TOO_MANY = 400, 401, 403, 404, 422, 429
_OK, _REDIRECT = 200, 3
_SAID = {
    _UNAUTHORISED: "refuses the key",
    _FORBIDDEN: "does not allow this key to do this",
    _NOT_FOUND: "knows neither this address nor this model",
    _TOO_MANY: "has been asked too often, or the account's allowance is spent",
}


class BadEndpointError(CliffhangerError):
    """An endpoint cannot be what was written."""

    exit_code = 2

    def __init__(self, *, field: str, reason: str) -> None:
        """Name the field and what is wrong with it; never its value, which may be the key."""
        self.field, self.reason = field, reason
        super().__init__(f"the endpoint's {field} {reason}")


class EndpointError(CliffhangerError):
    """An endpoint gave no usable answer."""

    def __init__(self, *, address: str, reason: str) -> None:
        """Name the endpoint's address and what went wrong."""
        self.address, self.reason = address, reason
        super().__init__(f"{address} {reason}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """Where to ask, and how much.

    Attributes:
        url: the address up to ``/chat/completions``, for instance ``http://127.0.0.1:8080/v1``.
        model: the model's name there.
        key: what the server knows the user by, or empty; it shows in no text of this package.
        timeout: seconds that the server may be silent, and seconds in which the whole answer must come.
        max_tokens: length of the answer, in the model's tokens.
        max_characters: characters of an article's text that are shown to the model.

    Raises:
        BadEndpointError: where one of them cannot be meant.
    """

    url: str
    model: str
    key: str = field(default="", repr=False)
    timeout: float = 120.0
    max_tokens: int = 8_000
    max_characters: int = 60_000

    def __post_init__(self) -> None:
        """Refuse what no server could be reached by."""
        try:
            parts = urlsplit(self.url)
            usable = parts.scheme in {"http", "https"} and parts.hostname and (parts.port is None or parts.port > 0)
        except ValueError:
            usable = False
        if not usable or not _VISIBLE.fullmatch(self.url):
            raise BadEndpointError(field="url", reason="must be an address such as http://127.0.0.1:8080/v1")
        if parts.username is not None or parts.password is not None or parts.query or parts.fragment:
            raise BadEndpointError(field="url", reason="must hold no password and no query")
        if not self.model.strip() or _UNPRINTABLE.search(self.model):
            raise BadEndpointError(field="model", reason="must be named")
        if not _VISIBLE.fullmatch(self.key):
            raise BadEndpointError(field="key", reason="holds characters that no header can carry")
        if not 0 < self.timeout <= _LONGEST_WAIT:
            raise BadEndpointError(field="timeout", reason=f"must be more than 0 seconds and at most {_LONGEST_WAIT}")
        for name, number in (("max_tokens", self.max_tokens), ("max_characters", self.max_characters)):
            if number < 1:
                raise BadEndpointError(field=name, reason="must be at least 1")

    @property
    def address(self) -> str:
        """The address that is asked."""
        return f"{self.url.rstrip('/')}/chat/completions"


def complete(endpoint: Endpoint, messages: Sequence[Mapping[str, str]], schema: Mapping[str, Any]) -> str:
    """Return a model's answer to messages.

    Args:
        endpoint: whom to ask.
        messages: role and content of each.
        schema: JSON Schema of the answer, for servers that hold a model to one; others answer as they were asked to.

    Raises:
        EndpointError: where none comes in time, or what comes is no answer.
        MissingExtraError: where the library that speaks HTTP is not installed.
    """
    plain: dict[str, Any] = {"model": endpoint.model, "messages": list(messages), "max_tokens": endpoint.max_tokens}
    shaped = {"type": "json_schema", "json_schema": {"name": "claims", "strict": True, "schema": dict(schema)}}
    status, body = _post(endpoint, plain | {"temperature": 0, "response_format": shaped})
    if status in {_BAD_REQUEST, _UNPROCESSABLE}:
        status, body = _post(endpoint, plain)
    if status != _OK:
        raise EndpointError(address=endpoint.address, reason=_refusal(endpoint, status, body))
    return _content(endpoint, body)


def _post(endpoint: Endpoint, question: Mapping[str, Any]) -> tuple[int, bytes]:
    """Return the answer's status and its bytes."""
    try:
        import httpx2  # noqa: PLC0415 - of an extra
    except ImportError as error:
        raise MissingExtraError(what="Asking a language model", extra="endpoint") from error
    headers = {"Accept": "application/json", "Content-Type": "application/json"}
    headers |= {"Authorization": f"Bearer {endpoint.key}"} if endpoint.key else {}
    begun = time.monotonic()
    try:
        with (
            httpx2.Client(timeout=endpoint.timeout, headers=headers, follow_redirects=False) as client,
            client.stream("POST", endpoint.address, content=json.dumps(question).encode()) as response,
        ):
            return response.status_code, _body(endpoint, response, begun)
    except httpx2.TimeoutException:
        raise EndpointError(address=endpoint.address, reason=_too_slow(endpoint)) from None
    except (httpx2.HTTPError, httpx2.InvalidURL) as error:
        # Its chain is left out: it holds the request, and the request the key.
        kind = {"ConnectError": "cannot be reached", "RemoteProtocolError": "broke off its answer"}
        reason = kind.get(type(error).__name__, f"cannot be talked to ({type(error).__name__})")
        raise EndpointError(address=endpoint.address, reason=reason) from None


def _body(endpoint: Endpoint, response: httpx2.Response, begun: float) -> bytes:
    pieces: list[bytes] = []
    size = 0
    for piece in response.iter_bytes():
        size += len(piece)
        if size > MAX_ANSWER:
            raise EndpointError(address=endpoint.address, reason=f"answers with more than {MAX_ANSWER / 1e6:.0f} MB")
        if time.monotonic() - begun > endpoint.timeout:
            raise EndpointError(address=endpoint.address, reason=_too_slow(endpoint))
        pieces.append(piece)
    return b"".join(pieces)


def _too_slow(endpoint: Endpoint) -> str:
    return f"did not answer within {endpoint.timeout:g} seconds"


def _refusal(endpoint: Endpoint, status: int, body: bytes) -> str:
    """Say why there is no answer; the server's own words only where they cannot hold the key."""
    if status // 100 == _REDIRECT:
        return f"sends elsewhere (status {status}); name the address that it sends to"
    if status in _SAID:
        return f"{_SAID[status]} (status {status})"
    try:
        answer = json.loads(body)
        error = answer.get("error", answer) if isinstance(answer, dict) else answer
        said = error.get("message", "") if isinstance(error, dict) else error
    except (ValueError, RecursionError):
        said = ""
    words = _UNPRINTABLE.sub(" ", said).strip()[:_LONGEST_REASON] if isinstance(said, str) else ""
    # Servers repeat a key in full or with its middle left out.
    if endpoint.key and (endpoint.key[:4] in words or endpoint.key[-4:] in words):
        words = ""
    return f"fails with status {status}" + (f": {words}" if words else "")


def _content(endpoint: Endpoint, body: bytes) -> str:
    try:
        choice = json.loads(body)["choices"][0]
        content, finished = choice["message"]["content"], choice.get("finish_reason")
    except (ValueError, RecursionError, LookupError, TypeError, AttributeError):
        kind = "a page" if body.lstrip()[:1] == b"<" else "something"
        reason = f"answers with {kind} that is no chat completion; is the address right?"
        raise EndpointError(address=endpoint.address, reason=reason) from None
    if not isinstance(content, str) or not content.strip():
        raise EndpointError(address=endpoint.address, reason="gave an answer without words")
    if finished == "length":
        reason = f"was cut off: its answer needs more than {endpoint.max_tokens} tokens"
        raise EndpointError(address=endpoint.address, reason=reason)
    return content
