"""An endpoint on loopback that answers well, badly, late or not at all."""

from __future__ import annotations

import json
import sys
import threading
from typing import TYPE_CHECKING, Any

import pytest

from cliffhanger.domain.errors import MissingExtraError
from cliffhanger.reader.endpoint import MAX_ANSWER, BadEndpointError, Endpoint, EndpointError, complete
from tests.reader.serving import completion, sending, serving

if TYPE_CHECKING:
    from collections.abc import Callable
    from http.server import BaseHTTPRequestHandler

    from tests.reader.serving import Answer

KEY = "sk-made-up-0123456789"
MESSAGES = [{"role": "user", "content": "Read this."}]


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


def ask(url: str, **more: Any) -> str:  # noqa: ANN401 - an endpoint's fields
    """Ask a server with a key."""
    return complete(Endpoint(url=url, model="made-up", key=KEY, **more), MESSAGES, {"type": "object"})


def failing(act: Callable[[BaseHTTPRequestHandler, Any], None], **more: Any) -> str:  # noqa: ANN401 - an endpoint's fields
    """Return what the error says, after looking that the key is not in it."""
    with serving(act) as server, pytest.raises(EndpointError) as caught:
        ask(server.url, **more)
    said = f"{caught.value} {caught.value!r} {caught.value.__dict__}"
    assert KEY not in said
    assert caught.value.exit_code == 1
    return str(caught.value)


def test_the_question_is_a_chat_completion() -> None:
    """Address, key, model, messages, and the format of the answer."""
    with serving(sending(completion("[]"))) as server:
        assert ask(server.url + "/", max_tokens=77) == "[]"
    ((path, headers, question),) = server.asked

    assert path == "/v1/chat/completions"
    assert headers["Authorization"] == f"Bearer {KEY}"
    assert headers["Content-Type"] == "application/json"
    assert question["model"] == "made-up"
    assert question["messages"] == MESSAGES
    assert question["max_tokens"] == 77
    assert question["response_format"]["json_schema"]["schema"] == {"type": "object"}


def test_without_a_key_none_is_sent() -> None:
    """A server at home asks for none."""
    with serving(sending(completion("[]"))) as server:
        complete(Endpoint(url=server.url, model="made-up"), MESSAGES, {})

    assert "Authorization" not in server.asked[0][1]


@pytest.mark.parametrize("status", [400, 422])
def test_a_server_that_knows_no_format_is_asked_again_without(status: int) -> None:
    """The second question holds only what every server knows."""
    refused: Answer = (status, {}, b'{"error": {"message": "response_format is not supported"}}')
    with serving(sending(refused, completion("{}"))) as server:
        assert ask(server.url) == "{}"

    assert set(server.asked[1][2]) == {"model", "messages", "max_tokens"}


@pytest.mark.parametrize(
    ("status", "said"),
    [(401, "refuses the key"), (403, "does not allow"), (404, "knows neither"), (429, "asked too often")],
)
def test_a_refusal_says_what_to_do(status: int, said: str) -> None:
    """Whatever the server says of the key is not repeated."""
    body = json.dumps({"error": {"message": f"Incorrect API key provided: {KEY}"}}).encode()

    assert said in failing(sending((status, {}, body)))


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b'{"error": {"message": "the model\\nis\\u001b[31m loading"}}',
         "fails with status 500: the model is [31m loading"),
        (b'{"error": "out of memory"}', "fails with status 500: out of memory"),
        (b"<html>Internal Server Error</html>", "fails with status 500"),
        (b'{"error": {"message": ["odd"]}}', "fails with status 500"),
        (b"[" * 100_000, "fails with status 500"),
        (json.dumps({"error": {"message": f"bad key {KEY}"}}).encode(), "fails with status 500"),
        (json.dumps({"error": {"message": "bad key sk-m***6789"}}).encode(), "fails with status 500"),
    ],
    ids=["said", "plain", "page", "odd", "deep", "key", "masked"],
)  # fmt: skip
def test_a_failure_repeats_what_the_server_says(body: bytes, said: str) -> None:
    """In one line, without orders to a terminal, and never with a part of the key."""
    assert failing(sending((500, {}, body))).endswith(said)


def test_a_redirect_is_not_followed() -> None:
    """The key would go along."""
    with serving(sending(completion("[]"))) as other:
        said = failing(sending((307, {"Location": f"{other.url}/chat/completions"}, b"")))

    assert "sends elsewhere" in said
    assert other.asked == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"<!doctype html><title>Log in</title>", "answers with a page"),
        (b"", "no chat completion"),
        (b"\xff\xfe", "no chat completion"),
        (b'{"choices": []}', "no chat completion"),
        (b'{"choices": [{"message": "hello"}]}', "no chat completion"),
        (b"[1]", "no chat completion"),
        (b"[" * 100_000, "no chat completion"),
        (completion(None)[2], "without words"),
        (completion(" ")[2], "without words"),
        (completion([{"type": "text"}])[2], "without words"),
        (completion('{"claims": [', "length")[2], "was cut off"),
    ],
    ids=["page", "empty", "bytes", "none", "text", "list", "deep", "null", "blank", "parts", "length"],
)
def test_what_is_no_answer_is_said(body: bytes, said: str) -> None:
    """A wrong address most often gives a page."""
    assert said in failing(sending((200, {}, body)))


def test_a_silent_server_is_left() -> None:
    """It is silent until the error is there."""
    done = threading.Event()

    def act(handler: BaseHTTPRequestHandler, _question: object) -> None:
        done.wait()
        handler.close_connection = True

    with serving(act) as server:
        try:
            with pytest.raises(EndpointError, match="did not answer within"):
                ask(server.url, timeout=0.05)
        finally:
            done.set()


def test_a_server_that_drips_is_left() -> None:
    """Each byte comes in time, and the answer never does."""
    done = threading.Event()

    def act(handler: BaseHTTPRequestHandler, _question: object) -> None:
        handler.send_response(200)
        handler.end_headers()
        try:
            while not done.wait(0.005):
                handler.wfile.write(b" ")
        except OSError:
            handler.close_connection = True

    with serving(act) as server:
        try:
            with pytest.raises(EndpointError, match="did not answer within"):
                ask(server.url, timeout=0.2)
        finally:
            done.set()


def test_a_connection_that_breaks_is_said() -> None:
    """Less came than was promised."""
    assert "broke off its answer" in failing(sending((200, {"Content-Length": "1000"}, b"{")))


def test_nobody_there_is_said() -> None:
    """The port was free a moment ago."""
    with serving(sending(completion("[]"))) as server:
        url = server.url
    with pytest.raises(EndpointError, match="cannot be reached") as caught:
        ask(url)

    assert KEY not in str(caught.value)


def test_an_answer_without_end_is_left() -> None:
    """What is read is bounded, and the rest never comes into memory."""

    def act(handler: BaseHTTPRequestHandler, _question: object) -> None:
        handler.send_response(200)
        handler.end_headers()
        try:
            for _ in range(MAX_ANSWER // 10_000 * 3):
                handler.wfile.write(b" " * 10_000)
        except OSError:
            handler.close_connection = True

    assert "more than 4 MB" in failing(act)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("url", ""), ("url", "example.org/v1"), ("url", "ftp://example.org"), ("url", "http://"),
        ("url", f"https://me:{KEY}@example.org/v1"), ("url", f"https://example.org/v1?key={KEY}"),
        ("url", "http://exa mple.org"), ("url", "http://example.org:99999999"), ("url", "http://[::1"),
        ("model", " "), ("model", "a\nb"), ("key", "two words"), ("key", "a\r\nHost: b"), ("key", "cl\u00e9"),
        ("timeout", 0), ("timeout", -1), ("timeout", float("nan")), ("timeout", 1e9), ("max_tokens", 0),
        ("max_characters", -5),
    ],
)  # fmt: skip
def test_an_endpoint_that_cannot_be_is_refused(field: str, value: object) -> None:
    """Before anything is sent, and without repeating what may be the key."""
    fields: dict[str, Any] = {"url": "http://127.0.0.1/v1", "model": "made-up"} | {field: value}
    with pytest.raises(BadEndpointError, match=f"the endpoint's {field}") as caught:
        Endpoint(**fields)

    assert caught.value.exit_code == 2
    assert KEY not in str(caught.value)


def test_the_key_shows_in_no_text() -> None:
    """Neither when an endpoint is printed nor when it is formatted."""
    endpoint = Endpoint(url="http://127.0.0.1/v1", model="made-up", key=KEY)

    assert KEY not in f"{endpoint} {endpoint!r}"


def test_without_the_library_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The core installation has none that speaks HTTP."""
    monkeypatch.setitem(sys.modules, "httpx2", None)
    with pytest.raises(MissingExtraError, match=r"\[endpoint\]"):
        ask("http://127.0.0.1:1/v1")
