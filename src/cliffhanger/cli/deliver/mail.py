"""E-mail: what is new goes out as one message, over a connection that is encrypted before anybody logs in."""

from __future__ import annotations

import hashlib
import os
import smtplib
import ssl
from dataclasses import dataclass, field
from email.errors import HeaderParseError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from typing import TYPE_CHECKING, Any

from cliffhanger.cli.deliver import keys
from cliffhanger.domain.errors import DeliveryError, MissingSettingError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

HOST, PORT, USER, SENDER = ("CLIFFHANGER_SMTP_HOST", "CLIFFHANGER_SMTP_PORT", "CLIFFHANGER_SMTP_USER",
                            "CLIFFHANGER_SMTP_FROM")  # fmt: skip
PASSWORD, TLS = "CLIFFHANGER_SMTP_PASSWORD", "CLIFFHANGER_SMTP_TLS"
KEYRING = "smtp"
STARTTLS, IMPLICIT, NONE = "starttls", "implicit", "none"

_SUBMISSION, _SUBMISSIONS = 587, 465
_SILENCE = 30.0
_SHOWN = 3
_LONGEST_SUBJECT = 150


@dataclass(frozen=True, slots=True)
class Server:
    """Who takes the messages.

    Attributes:
        host: its name.
        port: its port.
        sender: the address that messages come from.
        user: who logs in, or empty.
        password: likewise.
        tls: ``starttls``, ``implicit`` or ``none``; without encryption nobody logs in.
    """

    host: str
    port: int
    sender: str
    user: str = ""
    password: str = field(default="", repr=False)
    tls: str = STARTTLS

    @classmethod
    def from_environment(cls, to: str) -> Server:
        """Return the server that the environment names.

        Args:
            to: who gets the messages; they come from the same address unless another is named.

        Raises:
            MissingSettingError: where no host is named.
            DeliveryError: where the settings contradict themselves.
        """
        host, user = os.environ.get(HOST, ""), os.environ.get(USER, "")
        if not host:
            raise MissingSettingError(what="e-mail", variable=HOST)
        tls = os.environ.get(TLS, STARTTLS).casefold()
        if tls not in (STARTTLS, IMPLICIT, NONE):
            raise DeliveryError(channel="e-mail", reason=f"{TLS} is none of {STARTTLS}, {IMPLICIT}, {NONE}")
        port = os.environ.get(PORT, str(_SUBMISSIONS if tls == IMPLICIT else _SUBMISSION))
        if not (port.isascii() and port.isdigit()):
            raise DeliveryError(channel="e-mail", reason=f"{PORT} is no number")
        if user and tls == NONE:
            raise DeliveryError(channel="e-mail", reason=f"a password is never sent in the clear: {TLS} is {NONE}")
        password = keys.needed(PASSWORD, KEYRING, what=f"logging in at {host}") if user else ""
        return cls(host, int(port), os.environ.get(SENDER) or to, user, password, tls)


@dataclass(frozen=True, slots=True)
class Mail:
    """A reader who is told of events by e-mail.

    Attributes:
        to: the reader's address.
        server: who takes the messages.
    """

    to: str
    server: Server

    @property
    def name(self) -> str:
        """What to call it."""
        return f"e-mail by {self.server.host}"

    @property
    def channel(self) -> str:
        """Its name in the memory."""
        return f"e-mail {self.to}"

    def send(self, events: Sequence[Mapping[str, Any]]) -> None:
        """Send events as one message; returns when the server has taken it.

        Raises:
            DeliveryError: where it has not.
        """
        message = message_of(events, sender=self.server.sender, to=self.to)
        try:
            self._send(message)
        except (smtplib.SMTPException, OSError) as error:
            raise self._failed(error) from error

    def _send(self, message: EmailMessage) -> None:
        server, trusted = self.server, ssl.create_default_context()
        if server.tls == IMPLICIT:
            line: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=_SILENCE, context=trusted)
        else:
            line = smtplib.SMTP(server.host, server.port, timeout=_SILENCE)
        with line:
            if server.tls == STARTTLS:
                # Raises where the server does not offer it: nothing is sent in the clear by accident.
                line.starttls(context=trusted)
            if server.user:
                line.login(server.user, server.password)
            line.send_message(message)

    def _failed(self, error: Exception) -> DeliveryError:
        """Return what went wrong in one line, whatever the server repeats of the password left out."""
        if isinstance(error, smtplib.SMTPResponseException):
            answer = error.smtp_error
            text = answer.decode(errors="replace") if isinstance(answer, bytes) else str(answer)
            said = f"the server says {error.smtp_code} {text}"
        elif isinstance(error, smtplib.SMTPRecipientsRefused):
            said = "the server refuses the reader's address"
        else:
            said = getattr(error, "strerror", None) or str(error) or type(error).__name__
        said = " ".join(said.split())
        if self.server.password:
            said = said.replace(self.server.password, "***")
        return DeliveryError(channel=self.name, reason=said)


def address_of(text: str) -> str:
    """Return a text that is one plain e-mail address.

    Raises:
        ValueError: where it is none, or would break out of its header.
    """
    try:
        found = Address(addr_spec=text)
    except (HeaderParseError, ValueError, IndexError) as error:
        msg = f"{text!r} is no e-mail address"
        raise ValueError(msg) from error
    if not found.username or not found.domain or found.addr_spec != text or not text.isprintable():
        msg = f"{text!r} is no e-mail address"
        raise ValueError(msg)
    return text


def message_of(events: Sequence[Mapping[str, Any]], *, sender: str, to: str) -> EmailMessage:
    """Return the message that tells of events; of the same events always under the same Message-ID.

    Args:
        events: what has changed, as plain objects; at least one.
        sender: where it comes from.
        to: where it goes.
    """
    message = EmailMessage(policy=SMTP)
    message["Subject"] = _subject(events)
    message["From"], message["To"] = address_of(sender), address_of(to)
    told = hashlib.sha256("\n".join(event["id"] for event in events).encode()).hexdigest()[:32]
    message["Message-ID"] = f"<{told}@{sender.rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content("\n\n".join(_text(event) for event in events) + "\n")
    return message


def _subject(events: Sequence[Mapping[str, Any]]) -> str:
    """Return the headline: titles come from outside, so whatever could end a header becomes a space."""
    titles = list(dict.fromkeys(event["title"] for event in events))
    more = f" and {len(titles) - _SHOWN} more" if len(titles) > _SHOWN else ""
    said = events[0]["sentence"] if len(events) == 1 else f"{len(events)} changes: {', '.join(titles[:_SHOWN])}{more}"
    plain = "".join(character if character.isprintable() else " " for character in said)
    return f"Cliffhanger: {' '.join(plain.split())}"[:_LONGEST_SUBJECT]


def _text(event: Mapping[str, Any]) -> str:
    proofs = []
    for one in event["evidence"]:
        source = ", ".join(part for part in (one["source"], one["known_on"], one["url"]) if part)
        proofs.append(f"  {one['what']}: {one['value']} ({source})")
    quarrels = [
        f"  Sources disagree: {one['preferred']}, but {'; '.join(one['others'])}. {one['reason']}."
        for one in event["conflicts"]
    ]
    return "\n".join([f"{event['day']}  {event['sentence']}", *proofs, *quarrels])
