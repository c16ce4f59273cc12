"""A server on loopback for tests of what asks one; it is closed, and its thread ended, with its block."""

from __future__ import annotations

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Answer = tuple[int, dict[str, str], bytes]


class Server:
    """A server that answers each question in turn and keeps what it was asked."""

    def __init__(self, act: Callable[[BaseHTTPRequestHandler, Any], None]) -> None:
        """Answer by calling ``act`` with the handler and the question."""
        self.asked: list[tuple[str, dict[str, str], Any]] = []
        asked = self.asked

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                asked.append((self.path, dict(self.headers), question))
                act(self, question)

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the library gives it
                pass

        self.http = HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.http.server_port}/v1"


@contextmanager
def serving(act: Callable[[BaseHTTPRequestHandler, Any], None]) -> Iterator[Server]:
    """Run a server while the block lasts."""
    server = Server(act)
    thread = threading.Thread(target=server.http.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.http.shutdown()
        thread.join()
        server.http.server_close()


def sending(*answers: Answer) -> Callable[[BaseHTTPRequestHandler, Any], None]:
    """Send these answers one after the other, and the last again and again."""
    left = list(answers)

    def act(handler: BaseHTTPRequestHandler, _question: object) -> None:
        status, headers, body = left.pop(0) if len(left) > 1 else left[0]
        handler.send_response(status)
        for name, value in ({"Content-Length": str(len(body))} | headers).items():
            handler.send_header(name, value)
        handler.end_headers()
        handler.wfile.write(body)

    return act


def completion(content: object, finish: str = "stop") -> Answer:
    """Make a good answer of a content."""
    choice = {"index": 0, "finish_reason": finish, "message": {"role": "assistant", "content": content}}
    return 200, {}, json.dumps({"object": "chat.completion", "choices": [choice]}).encode()
