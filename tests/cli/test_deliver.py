"""How news leaves the house: to real servers on loopback that take it and refuse it; the events are made up."""

from __future__ import annotations

import base64
import email
import email.policy
import hashlib
import hmac
import json
import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import feedparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cliffhanger.cli.deliver import keys, mail, memory, rss
from cliffhanger.cli.deliver.mail import Mail, Server, address_of, message_of
from cliffhanger.cli.deliver.webhook import Webhook, key_of, signed
from cliffhanger.domain.errors import BadFileError, BusyError, DeliveryError, MissingSettingError
from cliffhanger.outlook.views import View
from tests.cli.receivers import CUT, Hook, Inbox

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOW = datetime(2026, 2, 1, 12, 0, 0, tzinfo=UTC)
SECRET = "whsec_" + base64.b64encode(b"a made-up secret of 24 b").decode()
PAUSES = (1.0, 4.0, 16.0)
PASSWORD = "open sesame"  # noqa: S105 - made up, as is the server


def event(number: int = 1, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - any field
    """Return a made-up event as a plain object."""
    proof = {
        "about": "season 1", "what": "renewed for season", "value": "season 2", "source": "The Post",
        "known_on": "2026-01-30", "url": "https://example.org/story", "season": 1, "claim_id": "c",
    }  # fmt: skip
    own = {
        "id": f"{number:032x}", "kind": "state changed", "day": "2026-01-30", "show": "imdb:tt9000001",
        "title": "Copper Lantern", "season": 2, "sentence": "“Copper Lantern” has been renewed.", "before": "limbo",
        "after": "renewed", "p_before": 0.5, "p": 0.995, "estimated": False, "tier": None, "evidence": [proof],
        "conflicts": [],
    }  # fmt: skip
    return own | more


def to(hook: Hook, slept: list[float] | None = None) -> Webhook:
    """Return a webhook that does not really wait."""
    waits = slept if slept is not None else []
    return Webhook(hook.url, key_of(SECRET), PAUSES, waits.append, lambda: NOW)


def test_a_webhook_is_signed_as_the_standard_has_it() -> None:
    """Id, second and body under HMAC-SHA256, recomputed here from the bytes that arrived."""
    with Hook().serving() as hook:
        to(hook).send(event())
    ((headers, body),) = hook.sent
    assert headers["webhook-id"] == headers["idempotency-key"] == event()["id"]
    assert headers["webhook-timestamp"] == str(int(NOW.timestamp()))
    content = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    digest = hmac.new(b"a made-up secret of 24 b", content, hashlib.sha256).digest()
    assert headers["webhook-signature"] == f"v1,{base64.b64encode(digest).decode()}"
    message = json.loads(body)
    assert (message["type"], message["data"]) == ("show.state_changed", event())


def test_the_signature_is_that_of_the_standards_own_example() -> None:
    """The secret, message and signature that the Standard Webhooks libraries are tested with."""
    key = key_of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
    made = signed(key, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, b'{"test": 2432232314}')
    assert made["webhook-signature"] == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


@given(st.binary(min_size=1), st.binary(), st.integers(0, 2**32))
def test_another_body_id_or_second_has_another_signature(key: bytes, body: bytes, second: int) -> None:
    """Whatever of it is changed."""
    made = signed(key, "a", second, body)["webhook-signature"]
    assert made == signed(key, "a", second, body)["webhook-signature"]
    others = [signed(key, "b", second, body), signed(key, "a", second + 1, body), signed(key, "a", second, body + b" ")]
    assert made not in [other["webhook-signature"] for other in others]


@pytest.mark.parametrize("failures", [(500,), (503, 500), (CUT,), (CUT, 502, 429), (408, 425)])
def test_what_fails_for_now_is_tried_again_with_the_same_id_and_longer_pauses(failures: tuple[int, ...]) -> None:
    """Server errors, a cut connection, too many requests: until the receiver has taken it."""
    slept: list[float] = []
    with Hook(*failures).serving() as hook:
        to(hook, slept).send(event())
    assert hook.ids == [event()["id"]] * (len(failures) + 1)
    assert len({body for _, body in hook.sent}) == 1
    assert [low <= pause <= 1.5 * low for low, pause in zip(PAUSES, slept, strict=False)] == [True] * len(failures)


@pytest.mark.parametrize(
    ("said", "least"), [("30", 30.0), ("Sun, 01 Feb 2026 12:00:40 GMT", 40.0), ("86400", 300.0), ("soon", 1.0)]
)
def test_a_receiver_may_ask_to_be_left_alone(said: str, least: float) -> None:
    """Retry-After in both of its forms, but never for longer than five minutes."""
    slept: list[float] = []
    with Hook(429, headers={"Retry-After": said}).serving() as hook:
        to(hook, slept).send(event())
    assert least <= slept[0] <= max(least, 1.5)


@pytest.mark.parametrize("status", [301, 307, 400, 401, 404, 410])
def test_what_will_never_work_is_not_tried_again(status: int) -> None:
    """And a redirect is not followed: what was signed for one address goes to no other."""
    with Hook().serving() as other, Hook(status, headers={"Location": other.url}).serving() as hook:
        with pytest.raises(DeliveryError, match=f"answered {status}"):
            to(hook).send(event())
        assert len(hook.sent) == 1
        assert other.sent == []


def test_a_receiver_that_stays_broken_is_given_up_and_named_without_its_address() -> None:
    """The token in the address is in no message."""
    with Hook(*[500] * 9).serving() as hook:
        with pytest.raises(DeliveryError) as caught:
            to(hook).send(event())
        assert len(hook.sent) == len(PAUSES) + 1
        assert str(caught.value) == "webhook at 127.0.0.1: answered 500"
        assert "made-up" not in repr(to(hook).channel) + str(caught.value)
    with pytest.raises(DeliveryError, match="refused"):
        to(hook).send(event())


def test_a_secret_is_text_or_base64() -> None:
    """And says so where it is neither; it is in no representation."""
    assert key_of("plain words") == b"plain words"
    with pytest.raises(ValueError, match="no base64"):
        key_of("whsec_%%%")
    assert "made-up" not in repr(Webhook("https://example.org", b"made-up"))


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Inbox, Server]]:
    """Return a mail server that wants a login over TLS, and how it is reached."""
    with Inbox(password=PASSWORD).serving(tmp_path) as inbox:
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
        yield inbox, Server("127.0.0.1", inbox.port, "from@example.org", "me", PASSWORD)


def test_an_email_goes_out_encrypted_and_logged_in(server: tuple[Inbox, Server]) -> None:
    """One message for all that is new, each with its source."""
    inbox, known = server
    events = [event(), event(2, title="Paper Harbour", sentence="“Paper Harbour” has ended.")]
    Mail("reader@example.org", known).send(events)
    (raw,) = inbox.messages
    message = email.message_from_bytes(raw, policy=email.policy.default)
    assert (message["To"], message["From"]) == ("reader@example.org", "from@example.org")
    assert message["Subject"] == "Cliffhanger: 2 changes: Copper Lantern, Paper Harbour"
    body = message.get_content()
    assert "“Paper Harbour” has ended." in body
    assert "renewed for season: season 2 (The Post, 2026-01-30, https://example.org/story)" in body
    assert inbox.logins == [(b"me", PASSWORD.encode())]


def test_the_same_events_are_the_same_message() -> None:
    """A mail that is sent again after a crash has the same Message-ID; another list has another."""
    one, again = (message_of([event()], sender="a@example.org", to="b@example.org") for _ in range(2))
    other = message_of([event(), event(2)], sender="a@example.org", to="b@example.org")
    assert one["Message-ID"] == again["Message-ID"] != other["Message-ID"]


def test_a_wrong_password_is_never_repeated(
    server: tuple[Inbox, Server], caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    """Not even where the server's own answer holds it: in no error, no log, no output, no representation."""
    inbox, known = server
    wrong = Server(known.host, known.port, known.sender, "me", "hunter2")
    with caplog.at_level(logging.DEBUG), pytest.raises(DeliveryError) as caught:
        Mail("reader@example.org", wrong).send([event()])
    assert "535" in str(caught.value)
    assert inbox.messages == []
    said = capfd.readouterr()
    assert "hunter2" not in str(caught.value) + repr(wrong) + said.out + said.err
    own = [record.getMessage() for record in caplog.records if record.name.startswith("cliffhanger")]
    assert not [line for line in own if "hunter2" in line]


def test_nobody_logs_in_without_encryption(tmp_path: Path) -> None:
    """A server that offers no STARTTLS gets neither password nor message."""
    with Inbox().serving(tmp_path, tls=False) as inbox:
        known = Server("127.0.0.1", inbox.port, "from@example.org", "me", PASSWORD)
        with pytest.raises(DeliveryError, match="STARTTLS"):
            Mail("reader@example.org", known).send([event()])
        assert (inbox.messages, inbox.logins) == ([], [])


def test_a_certificate_of_an_unknown_authority_is_refused(
    server: tuple[Inbox, Server], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before anybody logs in."""
    inbox, known = server
    monkeypatch.delenv("SSL_CERT_FILE")
    with pytest.raises(DeliveryError, match=r"(?i)certificate"):
        Mail("reader@example.org", known).send([event()])
    assert (inbox.messages, inbox.logins) == ([], [])


def test_a_refused_message_is_said_in_one_line(tmp_path: Path) -> None:
    """And a server that is not there, too."""
    with Inbox(refuse="451 try again later").serving(tmp_path, tls=False) as inbox:
        known = Server("127.0.0.1", inbox.port, "from@example.org", tls="none")
        with pytest.raises(DeliveryError, match=r"e-mail by 127\.0\.0\.1: the server says 451 try again later"):
            Mail("reader@example.org", known).send([event()])
    with pytest.raises(DeliveryError, match="refused"):
        Mail("reader@example.org", known).send([event()])


@given(st.text())
def test_no_title_breaks_out_of_a_header(title: str) -> None:
    """Whatever stands in titles and sentences: one subject line, no header more, and no end of the headers."""
    message = message_of([event(title=title, sentence=f"{title} x")], sender="a@example.org", to="b@example.org")
    head, _, _ = message.as_bytes().partition(b"\r\n\r\n")
    names = [line.split(b":")[0] for line in head.split(b"\r\n") if line[:1] not in b" \t"]
    assert sorted(names) == sorted(
        [b"Subject", b"From", b"To", b"Message-ID", b"Auto-Submitted", b"Content-Type", b"Content-Transfer-Encoding",
         b"MIME-Version"]
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nobody",
        "a@b\r\nBcc: c@d",
        "a@b\nX: y",
        "a@b, c@d",
        "<a@b>",
        "A <a@b>",
        "a@",
        "@b",
        "a b@c",
        "a@b\x00",
        "a@b c",
    ],
)
def test_an_address_is_one_address(text: str) -> None:
    """Nothing else gets into the To header."""
    with pytest.raises(ValueError, match="is no e-mail address"):
        address_of(text)
    assert address_of("first.last+tv@example.org") == "first.last+tv@example.org"


def test_the_servers_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each that is missing or contradicts another is named."""
    for variable in (mail.HOST, mail.PORT, mail.USER, mail.SENDER, mail.PASSWORD, mail.TLS):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr(keys, "kept", lambda _: "")
    with pytest.raises(MissingSettingError, match=mail.HOST):
        Server.from_environment("me@example.org")
    monkeypatch.setenv(mail.HOST, "mail.example.org")
    assert Server.from_environment("me@example.org") == Server("mail.example.org", 587, "me@example.org")
    monkeypatch.setenv(mail.USER, "me")
    with pytest.raises(MissingSettingError, match=rf"{mail.PASSWORD}.*keyring set cliffhanger smtp"):
        Server.from_environment("me@example.org")
    monkeypatch.setattr(keys, "kept", lambda name: f"the keyring's {name}")
    assert "the keyring's smtp" in Server.from_environment("me@example.org").password
    monkeypatch.setenv(mail.TLS, "implicit")
    assert Server.from_environment("me@example.org").port == 465
    monkeypatch.setenv(mail.TLS, "none")
    with pytest.raises(DeliveryError, match="never sent in the clear"):
        Server.from_environment("me@example.org")
    monkeypatch.setenv(mail.TLS, "maybe")
    with pytest.raises(DeliveryError, match="none of starttls"):
        Server.from_environment("me@example.org")


def test_a_feed_is_read_by_a_feed_reader(tmp_path: Path) -> None:
    """Every event once, under its id, and whatever its title holds."""
    file = tmp_path / "feed.xml"
    odd = "<script>alert(1)</script> & “Ünïcode” \x0b\x00 ]]>"
    rss.write(file, [event(2, sentence=odd), event()])
    read = feedparser.parse(file.read_bytes())
    assert not read.bozo, read.get("bozo_exception")
    assert read.version == "rss20"
    assert [entry.id for entry in read.entries] == [event(2)["id"], event()["id"]]
    assert read.entries[1].title == "“Copper Lantern” has been renewed."
    assert read.entries[1].link == "https://example.org/story"
    assert read.entries[1].published == "Fri, 30 Jan 2026 00:00:00 GMT"
    assert [item.name for item in tmp_path.iterdir()] == ["feed.xml"]


def test_a_feed_that_cannot_be_written_leaves_the_old_one_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An event that breaks the writing changes no byte of what stands there."""
    file = tmp_path / "feed.xml"
    rss.write(file, [event()])
    before = file.read_bytes()
    with pytest.raises(KeyError):
        rss.write(file, [{}])
    monkeypatch.setattr(rss, "feed", lambda _: "half \udcff")
    with pytest.raises(UnicodeEncodeError):
        rss.write(file, [event()])
    assert file.read_bytes() == before
    assert [item.name for item in tmp_path.iterdir()] == ["feed.xml"]


def view(**more: Any) -> View:  # noqa: ANN401 - any field
    """Return a made-up view."""
    day = NOW.date()
    own: dict[str, Any] = {"title": "Copper Lantern", "day": day, "season": 1, "premiere": day, "premiere_on": day}
    return View(show="imdb:tt9000001", **(own | more))


def test_a_channel_gets_each_event_once_and_only_from_its_first_day_on(tmp_path: Path) -> None:
    """A new channel is not told of what came before it; what it has taken it is not told again."""
    with memory.opened(tmp_path / "deep" / "watch.sqlite3") as kept:
        kept.note({"a": view(), "b": None}, [event()], ["one"])
        kept.note({}, [event(), event(2)], ["one", "two"])
        assert [e["id"] for e in kept.pending("one")] == [event()["id"], event(2)["id"]]
        assert [e["id"] for e in kept.pending("two")] == [event(2)["id"]]
        kept.delivered("one", [event()["id"]])
    with memory.opened(tmp_path / "deep" / "watch.sqlite3") as kept:
        assert [e["id"] for e in kept.pending("one")] == [event(2)["id"]]
        assert kept.remembered() == {"a": view(), "b": None}
        assert [e["id"] for e in kept.latest(1)] == [event(2)["id"]]


def test_old_events_are_forgotten_and_late_ones_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The memory does not grow for ever."""
    monkeypatch.setattr(memory, "KEPT", 3)
    with memory.opened(tmp_path / "watch.sqlite3") as kept:
        for number in range(6):
            kept.note({}, [event(number)], ["one"])
        assert [e["id"] for e in kept.pending("one")] == [event(number)["id"] for number in (3, 4, 5)]


def test_two_watches_do_not_share_a_memory(tmp_path: Path) -> None:
    """The second is told who is first, and the memory is free when that one ends."""
    file = tmp_path / "watch.sqlite3"
    with memory.opened(file), pytest.raises(BusyError, match="running in another process"), memory.opened(file):
        pytest.fail("two hold one memory")
    with memory.opened(file) as kept:
        assert kept.remembered() == {}


def test_a_damaged_memory_is_named(tmp_path: Path) -> None:
    """By its file and what SQLite says of it."""
    file = tmp_path / "watch.sqlite3"
    file.write_bytes(b"this is no database, and never was one" * 40)
    with pytest.raises(BadFileError, match=r"watch\.sqlite3.*not a database"), memory.opened(file):
        pytest.fail("it opened")


def test_what_is_noted_is_noted_whole_or_not_at_all(tmp_path: Path) -> None:
    """A failure half-way leaves neither views nor events nor channels."""
    with memory.opened(tmp_path / "watch.sqlite3") as kept:
        with pytest.raises(KeyError):
            kept.note({"a": view()}, [event(), {}], ["one"])
        assert (kept.remembered(), kept.pending("one"), kept.latest(9)) == ({}, [], [])
