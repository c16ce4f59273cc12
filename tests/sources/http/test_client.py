"""The polite client against real servers on loopback that fail in every way a server can."""

from __future__ import annotations

import gzip
import json
import random
import ssl
import threading
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import TYPE_CHECKING, Any

import keyring
import pytest
import trustme

from cliffhanger.sources.http import secrets
from cliffhanger.sources.http.client import Client
from cliffhanger.sources.http.download import Stamp, download
from cliffhanger.sources.http.faults import FetchError
from cliffhanger.sources.http.manners import Limiter, Manners, Rate
from cliffhanger.sources.http.secrets import Secret
from tests.servers.files import MODIFIED, file_answer
from tests.servers.local import Asked, Reply, as_json, packed, serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOW = datetime(2026, 1, 31, 12, tzinfo=UTC)
FAST = Rate(1000, 0.001)
SAID = {"made": "up"}


pytestmark = pytest.mark.usefixtures("waits")


def client(**options: Any) -> Client:  # noqa: ANN401 - a client's own options
    """Return a client that asks as fast as it can."""
    manners = options.pop("manners", Manners(attempts=3))
    return Client(manners=manners, rate=FAST, clock=lambda: NOW, **options)


def noise(seed: int, size: int) -> bytes:
    """Return bytes that no gzip makes smaller, the same for the same seed."""
    return random.Random(seed).randbytes(size)  # noqa: S311 - not for secrecy


def said(_: Asked) -> Reply:
    """Answer soundly."""
    return as_json(SAID)


def fault(answer: Reply, **options: Any) -> str:  # noqa: ANN401 - a client's own options
    """Return what is wrong with an answer that is always given."""
    with serving(lambda _: answer) as server, client(**options) as asking:
        with pytest.raises(FetchError) as caught:
            asking.get(server.url).json()
        assert server.url in str(caught.value)
        return caught.value.reason


def test_a_page_comes_whole_with_its_time_and_our_name() -> None:
    """The user agent says who asks; the body is unpacked; nothing else is asked."""
    with serving(lambda _: packed(json.dumps(SAID).encode())) as server, client() as asking:
        page = asking.get(server.url, params={"q": "Ballard & co"})
    assert page.json() == SAID
    assert page.obtained_at == NOW
    assert server.asked[0].headers["user-agent"].startswith("cliffhanger/")
    assert server.asked[0].query == {"q": "Ballard & co"}
    assert len(server.asked) == 1


def test_too_many_requests_with_a_retry_after_waits_that_long(waits: list[float]) -> None:
    """429 with Retry-After: exactly what the server asks for, in seconds or as a date by its own clock."""
    late = NOW + timedelta(days=400)
    date = {
        "Date": format_datetime(late, usegmt=True),
        "Retry-After": format_datetime(late + timedelta(seconds=30), usegmt=True),
    }
    with serving(said) as server, client() as asking:
        server.first.extend([Reply(status=429, headers={"Retry-After": "7"}), Reply(status=429, headers=date)])
        assert asking.get(server.url).json() == SAID
    assert waits == [7.0, 30.0]
    assert asking.tally.again == 2


def test_too_many_requests_without_a_retry_after_backs_off(waits: list[float]) -> None:
    """429 without Retry-After: each wait is longer than the one before, with jitter."""
    with serving(said) as server, client(manners=Manners(attempts=4, wait=1, jitter=0.5)) as asking:
        server.first.extend([Reply(status=429)] * 3)
        assert asking.get(server.url).json() == SAID
    assert [1 <= waits[0] <= 1.5, 2 <= waits[1] <= 2.5, 4 <= waits[2] <= 4.5] == [True] * 3


def test_a_server_that_wants_to_be_left_alone_is(waits: list[float]) -> None:
    """A Retry-After longer than the longest wait ends the errand at once, and is named."""
    reason = fault(Reply(status=429, headers={"Retry-After": "86400"}))
    assert reason == "the server says 429, too many requests, and asks to be left alone for 86400 s"
    assert waits == []


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_errors_of_the_server_are_tried_again_and_then_named(status: int, waits: list[float]) -> None:
    """500s: three attempts, then the status."""
    assert f"the server says {status}" in fault(Reply(status=status))
    assert len(waits) == 2


@pytest.mark.parametrize("status", [400, 404, 410])
def test_errors_of_ours_are_not_tried_again(status: int, waits: list[float]) -> None:
    """Asking again for what is not there helps nobody."""
    assert f"the server says {status}" in fault(Reply(status=status))
    assert waits == []


def test_a_slow_drip_is_given_up() -> None:
    """A server that sends a byte now and then, for ever, is named; the clock is a made-up one."""
    ticks = iter(range(0, 10**6, 50))
    with serving(lambda _: Reply(iter(lambda: b"x", b""))) as server, client() as asking:
        asking.limiter = Limiter(FAST, clock=lambda: float(next(ticks)), sleep=lambda _: None)
        with pytest.raises(FetchError, match=r"it drips: [\d,]+ bytes in \d+ s"):
            asking.get(server.url)
    assert len(server.asked) == 3


def test_a_server_that_falls_silent_is_given_up() -> None:
    """Headers, and then nothing."""
    held = threading.Event()

    def silent() -> Iterator[bytes]:
        yield b"x"
        held.wait()

    with serving(lambda _: Reply(silent())) as server, client(manners=Manners(attempts=1, silence=0.05)) as asking:
        with pytest.raises(FetchError, match="no answer in time"):
            asking.get(server.url)
        held.set()


def test_a_gzip_that_is_cut_is_tried_again_and_then_named(waits: list[float]) -> None:
    """Whether the connection breaks, or ends as if all were well."""
    body = gzip.compress(noise(0, 5000))
    packing = {"Content-Encoding": "gzip"}
    assert "broke off" in fault(Reply(body, headers=packing, cut=1000))
    assert "in the middle of its gzip" in fault(Reply(body[:1000], headers=packing))
    assert "in the middle of its gzip" in fault(Reply([body[:1000]], headers=packing))
    assert "gzip is damaged" in fault(Reply(b"no gzip at all", headers=packing))
    assert len(waits) == 8


def test_a_wrong_content_length_is_named() -> None:
    """Longer than what comes: the answer broke off. Shorter: what comes is no whole JSON."""
    body = json.dumps(SAID).encode()
    assert "broke off" in fault(Reply(body, headers={"Content-Length": "1000"}))
    assert "where JSON was due" in fault(Reply(body, headers={"Content-Length": "5"}))


def test_redirects_are_followed_but_not_in_a_loop() -> None:
    """A few are; a loop is named."""

    def answer(asked: Asked) -> Reply:
        if asked.path == "/old":
            return Reply(status=301, headers={"Location": "/new"})
        return as_json(SAID) if asked.path == "/new" else Reply(status=301, headers={"Location": "/loop"})

    with serving(answer) as server, client() as asking:
        assert asking.get(f"{server.url}/old").json() == SAID
        with pytest.raises(FetchError, match="redirects in a loop"):
            asking.get(f"{server.url}/loop")
    assert len(server.asked) == 2 + 6


def test_a_redirect_inward_is_refused() -> None:
    """Nobody outside may send us to this machine's own network; the client never asks there."""
    with serving(said) as inner, client() as asking:
        asking._first = "https://api.tvmaze.example/"  # noqa: SLF001 - as if that host had been asked first
        for address in (inner.url, "https://169.254.169.254/x", "https://[::1]/x", "https://localhost/x"):
            with pytest.raises(Exception, match=r"may not be asked|not secure"):
                asking._before(asking.plain.build_request("GET", address))  # noqa: SLF001 - runs before every hop
    assert inner.asked == []


def test_html_where_json_was_due_is_named() -> None:
    """With what it was, so that a person sees a login page or a notice of repairs for what it is."""
    reply = Reply(b"<html><title>Down for repairs</title>", headers={"Content-Type": "text/html"})
    assert fault(reply) == "answered with text/html where JSON was due ('<html><title>Down for repairs</title>')"


def test_ten_gigabytes_are_cut_at_the_bound() -> None:
    """The server streams without end; what is read stays near the bound, also where a small gzip unpacks to it."""
    sent = 0

    def endless() -> Iterator[bytes]:
        nonlocal sent
        for _ in range(10 << 10):
            sent += 1 << 20
            yield bytes(1 << 20)

    bound = Manners(attempts=3, largest=3 << 20)
    assert fault(Reply(endless()), manners=bound) == "the answer has more than 3 MB"
    assert sent < 30 << 20
    bomb = gzip.compress(bytes(64 << 20))
    assert fault(Reply(bomb, headers={"Content-Encoding": "gzip"}), manners=bound) == "the answer has more than 3 MB"


def test_a_name_that_cannot_be_looked_up_is_named() -> None:
    """DNS failure."""
    with client() as asking, pytest.raises(FetchError, match=r"cannot be looked up \(DNS\)"):
        asking.get("https://no-such-host.invalid/")


def test_a_port_where_nobody_answers_is_named() -> None:
    """The connection is refused."""
    with serving(said) as server:
        url = server.url
    with client() as asking, pytest.raises(FetchError, match="refused"):
        asking.get(url)


def test_a_certificate_that_nobody_trusts_is_named(waits: list[float]) -> None:
    """TLS failure: an unknown authority, or another host's certificate; the right one is taken."""
    authority = trustme.CA()
    trusting = ssl.create_default_context()
    authority.configure_trust(trusting)
    for host, trust, expected in (
        ("localhost", None, "not to be trusted"),
        ("other.example", trusting, "not to be trusted"),
        ("localhost", trusting, ""),
    ):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert(host).configure_cert(context)
        with serving(said, certificate=context, host="localhost") as server, client(verify=trust) as asking:
            if expected:
                with pytest.raises(FetchError, match=expected):
                    asking.get(server.url)
            else:
                assert asking.get(server.url).json() == SAID
    assert waits == []


def test_what_has_not_changed_is_not_sent_again(tmp_path: Path) -> None:
    """ETag: the second time the server is asked whether it changed, and the page comes from the disk."""
    body = json.dumps(SAID).encode()
    with serving(file_answer({"/page": body})) as server:
        for again in (False, True):
            with client(cache=tmp_path) as asking:
                page = asking.get(f"{server.url}/page")
                assert page.json() == SAID
                assert page.from_cache is again
    assert "if-none-match" in server.asked[1].headers
    assert len(server.asked) == 2


def test_a_key_goes_to_its_server_and_nowhere_else(tmp_path: Path) -> None:
    """It is in no error, no page's address, no file on disk, and follows no redirect to another host."""
    secret = Secret("made-up-key-123", "a test")
    with serving(said) as other, serving(said) as server:
        server.first.append(Reply(status=301, headers={"Location": other.url}))
        with client(secret=secret, cache=tmp_path) as asking:
            asking.get(server.url)
            page = asking.get(f"{server.url}/?api_key={secret.value}")
            server.answer = lambda _: Reply(b"{}", 401)
            with pytest.raises(FetchError) as caught:
                asking.get(f"{server.url}/?api_key={secret.value}")
    assert server.asked[0].headers["authorization"] == f"Bearer {secret.value}"
    assert "authorization" not in other.asked[0].headers
    kept = "".join(path.read_bytes().decode("latin-1") for path in tmp_path.rglob("*") if path.is_file())
    for text in (page.url, str(caught.value), repr(caught.value), kept, str(secret), repr(secret)):
        assert secret.value not in text


def test_a_key_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Blanks around it are not part of it; an empty variable is none. No keyring has one here."""
    monkeypatch.setattr(keyring, "get_password", lambda *_: None)
    assert secrets.find("tmdb", {"CLIFFHANGER_TMDB_KEY": " made-up \n"}) == Secret("made-up", "CLIFFHANGER_TMDB_KEY")
    assert secrets.find("tmdb", {"CLIFFHANGER_TMDB_KEY": " "}) is None


def test_a_host_is_asked_no_more_often_than_it_likes() -> None:
    """Of any calls within the rate's seconds there are never more than its number, for each host alone."""
    clock, starts = [0.0], []
    limiter = Limiter(Rate(3, 10.0), clock=lambda: clock[0], sleep=lambda s: clock.__setitem__(0, clock[0] + s))
    for number in range(12):
        limiter.wait("a")
        starts.append(clock[0])
        clock[0] += 0.1 * (number % 3)
    assert all(later - earlier >= 10 for earlier, later in zip(starts, starts[3:], strict=False))
    before = clock[0]
    limiter.wait("b")
    assert clock[0] == before


def test_a_clock_that_is_wrong_is_noticed_and_nothing_is_known_too_early() -> None:
    """Where the server's clock is ahead of ours, its time counts."""
    ahead = NOW + timedelta(hours=5)
    with serving(lambda _: as_json(SAID, Date=format_datetime(ahead, usegmt=True))) as server, client() as asking:
        assert asking.get(server.url).obtained_at == ahead
    assert asking.tally.skew == timedelta(hours=-5)


def test_a_download_goes_on_where_it_broke_off(tmp_path: Path, waits: list[float]) -> None:
    """Each attempt asks for the rest only; the file is whole at the end, and is not loaded again."""
    content = gzip.compress(noise(1, 300_000))
    answer = file_answer({"/big.gz": content})
    breaks = iter([100_000, 100_000])

    def breaking(asked: Asked) -> Reply:
        reply = answer(asked)
        return Reply(reply.body, reply.status, reply.headers, cut=next(breaks, None))

    with serving(breaking) as server, client() as asking:
        loaded = download(asking, f"{server.url}/big.gz", tmp_path / "big.gz")
        assert loaded is not None
        assert loaded.path.read_bytes() == content
        assert loaded.stamp.modified == MODIFIED
        assert [asked.headers.get("range") for asked in server.asked] == [None, "bytes=100000-", "bytes=200000-"]
        assert download(asking, f"{server.url}/big.gz", tmp_path / "big.gz", known=loaded.stamp) is None
    assert asking.tally.loaded == len(content)
    assert len(waits) == 2
    assert list(tmp_path.iterdir()) == [tmp_path / "big.gz"]


def test_a_file_that_changed_meanwhile_is_loaded_anew(tmp_path: Path) -> None:
    """What was begun of the old version is never joined to the new one, in a later run either."""
    old, new = (gzip.compress(noise(seed, 100_000)) for seed in (2, 3))
    files = {"/f": old}
    with serving(file_answer(files)) as server:
        server.first.append(Reply(old, headers={"ETag": '"old"'}, cut=50_000))
        with client(manners=Manners(attempts=1)) as asking, pytest.raises(FetchError):
            download(asking, f"{server.url}/f", tmp_path / "f")
        files["/f"] = new
        with client() as asking:
            assert download(asking, f"{server.url}/f", tmp_path / "f") is not None
    assert (tmp_path / "f").read_bytes() == new


def test_a_download_has_a_bound_and_a_gzip_must_be_whole(tmp_path: Path) -> None:
    """By what the server announces, or by what comes; a gzip that ends early is not taken for whole."""
    content = gzip.compress(noise(4, 100_000))
    whole = Reply(content)
    for reply, expected in (
        (Reply(content, headers={"Content-Length": str(10 << 30)}), "has 10,240 MB, more than the 0 MB allowed"),
        (Reply(iter(lambda: bytes(1 << 16), b"")), "has more than the 0 MB allowed"),
        (Reply([content[:50_000]]), "cut short or damaged"),
    ):
        with serving(lambda _: whole) as server, client(manners=Manners(attempts=1)) as asking:
            server.first.append(reply)
            with pytest.raises(FetchError, match=expected):
                download(asking, server.url, tmp_path / "f", largest=200_000)
            assert download(asking, server.url, tmp_path / "f", known=Stamp(), largest=200_000) is not None
        assert (tmp_path / "f").read_bytes() == content
        (tmp_path / "f").unlink()
