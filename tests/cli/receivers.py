"""Servers on loopback that take webhooks and e-mail as real ones do, and fail as real ones do."""

from __future__ import annotations

import socket
import ssl
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from aiosmtpd.smtp import Envelope, Session

CUT = -1
"""In place of a status: the connection is cut without an answer."""


class Hook:
    """What a webhook's server has been sent, and what it answers.

    Attributes:
        answers: statuses in turn; 200 once they are used up.
        headers: headers of each answer.
        sent: (headers, body) of each request.
        before_answer: called with each request before it is answered.
    """

    def __init__(self, *answers: int, headers: dict[str, str] | None = None) -> None:
        """Answer in turn with these statuses, and with 200 after them."""
        self.answers, self.headers = list(answers), headers or {}
        self.sent: list[tuple[dict[str, str], bytes]] = []
        self.before_answer: Callable[[], None] = lambda: None
        self.url = ""

    @property
    def ids(self) -> list[str]:
        """Ids of the requests, in order."""
        return [headers["webhook-id"] for headers, _ in self.sent]

    @contextmanager
    def serving(self) -> Iterator[Hook]:
        """Listen on a port of its own."""
        hook = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                hook.sent.append(({name.lower(): value for name, value in self.headers.items()}, body))
                hook.before_answer()
                status = hook.answers.pop(0) if hook.answers else 200
                if status == CUT:
                    self.connection.shutdown(socket.SHUT_RDWR)
                    self.close_connection = True
                    return
                self.send_response(status)
                for name, value in hook.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401 - the server's own signature
                """Say nothing."""

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{server.server_port}/hook?token=made-up"
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield self
        finally:
            server.shutdown()
            thread.join()
            server.server_close()


class Inbox:
    """What a mail server has been sent.

    Attributes:
        messages: the messages, as bytes.
        logins: names and passwords that were tried.
        refuse: an answer to each message in place of taking it, or empty.
    """

    def __init__(self, *, password: str = "", refuse: str = "") -> None:
        """Take messages; with a password, only from somebody who has it."""
        self.password, self.refuse = password, refuse
        self.messages: list[bytes] = []
        self.logins: list[tuple[bytes, bytes]] = []
        self.port = 0

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's own name
        """Take a message, or refuse it."""
        del server, session
        if self.refuse:
            return self.refuse
        content = envelope.content
        self.messages.append(content if isinstance(content, bytes) else str(content).encode())
        return "250 taken"

    def authenticate(self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any) -> AuthResult:  # noqa: ANN401 - aiosmtpd's own signature
        """Look at a password."""
        del server, session, envelope, mechanism
        self.logins.append((data.login, data.password))
        if data.password == self.password.encode():
            return AuthResult(success=True)
        return AuthResult(success=False, handled=False, message=f"535 5.7.8 not {data.password.decode()}")

    @contextmanager
    def serving(self, folder: Path, *, tls: bool = True) -> Iterator[Inbox]:
        """Listen on a port of its own; with TLS, the authority of its certificate lies in the folder as ``ca.pem``."""
        context = None
        if tls:
            authority = trustme.CA()
            authority.cert_pem.write_to_path(str(folder / "ca.pem"))
            context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            authority.issue_cert("127.0.0.1").configure_cert(context)
        controller = Controller(
            self, hostname="127.0.0.1", port=_free_port(), tls_context=context, require_starttls=tls,
            authenticator=self.authenticate if self.password else None, auth_required=bool(self.password),
            auth_require_tls=tls,
        )  # fmt: skip
        self.port = controller.port
        controller.start()
        try:
            yield self
        finally:
            controller.stop()


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
