"""Fetching what somebody else names: only from the public internet, whatever name, number or redirect leads away."""

from __future__ import annotations

import socket
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cliffhanger.domain.errors import BadFileError
from cliffhanger.sources import fetch

if TYPE_CHECKING:
    from collections.abc import Iterator

PUBLIC = "93.184.215.14"
"""An address of the public internet; nothing in these tests reaches it."""


class Site:
    """A server on loopback that keeps what it was asked."""

    def __init__(self) -> None:
        """Listen."""
        self.asked: list[str] = []
        self.moved: dict[str, str] = {}
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append(self.path)
                to = site.moved.get(self.path)
                self.send_response(302 if to else 200)
                if to:
                    self.send_header("Location", to)
                self.send_header("Content-Type", "text/plain")
                self.send_header("Content-Length", "6")
                self.end_headers()
                self.wfile.write(b"secret")

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name for it
                pass

        self.http = HTTPServer(("127.0.0.1", 0), Handler)
        self.port = self.http.server_port


@pytest.fixture
def site() -> Iterator[Site]:
    """Serve on loopback, where a guarded fetch must never come unless it was led to believe otherwise by a test."""
    made = Site()
    thread = threading.Thread(target=made.http.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield made
    made.http.shutdown()
    thread.join()
    made.http.server_close()


class Internet:
    """A name service and a network that a test makes up: what is looked up, and where connections really go."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, site: Site, names: dict[str, list[list[str]]]) -> None:
        """Answer each look-up of a name with the next of its answers; lead every public address to a site."""
        self.looked_up: list[str] = []
        self.connected: list[tuple[str, int]] = []

        def getaddrinfo(host: str, port: int, *_: object, **__: object) -> list[tuple[Any, ...]]:
            self.looked_up.append(host)
            answers = names[host]
            found = answers.pop(0) if len(answers) > 1 else answers[0]
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in found]

        def create_connection(to: tuple[str, int], timeout: float | None = None) -> socket.socket:
            self.connected.append(to)
            connection = socket.socket()
            connection.settimeout(timeout)
            connection.connect(("127.0.0.1", site.port))
            return connection

        monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
        monkeypatch.setattr(socket, "create_connection", create_connection)


def refused(url: str) -> str:
    """Fetch what must not be fetched, and return why it was not."""
    with pytest.raises(BadFileError) as caught:
        fetch.fetch(url, most=1000, public=True)
    return caught.value.reason


HOSTS = (
    "127.0.0.1", "127.1", "2130706433", "0x7f000001", "0177.0.0.1", "0", "0.0.0.0",  # noqa: S104 - asked, not bound
    "localhost", "[::1]", "[::]",
    "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[64:ff9b::7f00:1]", "[64:ff9b:1::7f00:1]", "[::7f00:1]",
    "[2002:7f00:1::]", "10.0.0.1", "172.16.0.1",
    "192.168.1.1", "100.64.0.1", "169.254.169.254", "[::ffff:169.254.169.254]", "[fe80::1]", "[fd00::1]", "224.0.0.1",
    "[ff02::1]", "255.255.255.255", "192.0.2.1", "198.18.0.1", "240.0.0.1",
)  # fmt: skip
"""Hosts that are not of the public internet, in the spellings that a resolver understands."""


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_an_address_that_is_not_public_is_never_connected_to(
    monkeypatch: pytest.MonkeyPatch, host: str, scheme: str
) -> None:
    """The machine's own resolver reads each spelling, and no connection is opened."""
    opened: list[object] = []
    monkeypatch.setattr(socket, "create_connection", lambda *to, **_: opened.append(to))
    assert refused(f"{scheme}://{host}/")
    assert opened == []


@pytest.mark.parametrize("port", [22, 25, 8080, 8321, 6379, 65535])
def test_only_ports_of_the_web_are_asked(monkeypatch: pytest.MonkeyPatch, site: Site, port: int) -> None:
    """A public name does not lead to another service."""
    internet = Internet(monkeypatch, site, {"paper.example": [[PUBLIC]]})
    assert "port" in refused(f"http://paper.example:{port}/")
    assert (internet.looked_up, internet.connected, site.asked) == ([], [], [])


def test_a_public_name_is_fetched_at_the_address_that_was_looked_at(
    monkeypatch: pytest.MonkeyPatch, site: Site
) -> None:
    """Once looked up, and the connection goes there, by number."""
    internet = Internet(monkeypatch, site, {"paper.example": [[PUBLIC]]})
    got = fetch.fetch("http://paper.example/story", most=1000, public=True)
    assert (got.content, got.url, got.content_type) == (b"secret", "http://paper.example/story", "text/plain")
    assert internet.looked_up == ["paper.example"]
    assert internet.connected == [(PUBLIC, 80)]


def test_a_name_that_later_points_elsewhere_gains_nothing(monkeypatch: pytest.MonkeyPatch, site: Site) -> None:
    """DNS rebinding: the second answer of the resolver is never asked for, let alone connected to."""
    internet = Internet(monkeypatch, site, {"rebound.example": [[PUBLIC], ["127.0.0.1"]]})
    fetch.fetch("http://rebound.example/", most=1000, public=True)
    assert internet.connected == [(PUBLIC, 80)]
    assert "not on the public internet" in refused("http://rebound.example/")
    assert internet.connected == [(PUBLIC, 80)]


@pytest.mark.parametrize("others", [["127.0.0.1"], ["10.0.0.8", PUBLIC], [PUBLIC, "169.254.169.254"], []])
def test_a_name_with_any_address_at_home_is_refused(
    monkeypatch: pytest.MonkeyPatch, site: Site, others: list[str]
) -> None:
    """One public address beside a private one does not help."""
    internet = Internet(monkeypatch, site, {"mixed.example": [others]})
    assert "not on the public internet" in refused("http://mixed.example/")
    assert (internet.connected, site.asked) == ([], [])


@pytest.mark.parametrize(
    "to",
    ["http://inside.example/", "http://127.0.0.1/", "http://[::1]/", "http://2130706433/", "http://paper.example:22/",
     "file:///etc/hostname", "ftp://paper.example/", "//inside.example/"],
)  # fmt: skip
def test_a_redirect_leads_no_further_than_an_address(monkeypatch: pytest.MonkeyPatch, site: Site, to: str) -> None:
    """A public page may send a reader on, to the public internet alone."""
    internet = Internet(
        monkeypatch, site,
        {
            "paper.example": [[PUBLIC]], "inside.example": [["192.168.0.7"]], "127.0.0.1": [["127.0.0.1"]],
            "::1": [["127.0.0.1"]], "2130706433": [["127.0.0.1"]],
        },
    )  # fmt: skip
    site.moved["/story"] = to
    assert refused("http://paper.example/story")
    assert site.asked == ["/story"]
    assert internet.connected == [(PUBLIC, 80)]


def test_a_redirect_to_another_public_page_is_followed(monkeypatch: pytest.MonkeyPatch, site: Site) -> None:
    """Each name is looked up by itself."""
    internet = Internet(monkeypatch, site, {"paper.example": [[PUBLIC]], "www.paper.example": [[PUBLIC]]})
    site.moved["/story"] = "http://www.paper.example/moved"
    assert fetch.fetch("http://paper.example/story", most=1000, public=True).url == "http://www.paper.example/moved"
    assert internet.looked_up == ["paper.example", "www.paper.example"]


def test_a_proxy_of_the_machines_is_passed_by(monkeypatch: pytest.MonkeyPatch, site: Site) -> None:
    """It would look names up by itself, and reach what lies behind it."""
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{site.port}")
    internet = Internet(monkeypatch, site, {"paper.example": [[PUBLIC]]})
    fetch.fetch("http://paper.example/", most=1000, public=True)
    assert internet.connected == [(PUBLIC, 80)]
    assert site.asked == ["/"]


def test_a_page_beyond_the_bound_is_refused(monkeypatch: pytest.MonkeyPatch, site: Site) -> None:
    """However long it says that it is."""
    Internet(monkeypatch, site, {"paper.example": [[PUBLIC]]})
    with pytest.raises(BadFileError, match="more than"):
        fetch.fetch("http://paper.example/", most=5, public=True)


def test_without_the_guard_an_address_may_lie_anywhere(site: Site) -> None:
    """On the user's own command line, that is."""
    assert fetch.fetch(f"http://127.0.0.1:{site.port}/", most=1000).content == b"secret"


@given(st.ip_addresses(v=4))
def test_an_ipv4_address_is_judged_the_same_however_it_is_wrapped(address: Any) -> None:  # noqa: ANN401 - hypothesis's own
    """In an IPv6 address of its own kind, or of a tunnel's."""
    alone = fetch.is_public(str(address))
    assert alone == (address.is_global and not address.is_multicast)
    assert fetch.is_public(f"::ffff:{address}") == alone
    number = int(address)
    assert fetch.is_public(f"2002:{number >> 16:x}:{number & 0xFFFF:x}::") == alone
    assert fetch.is_public(f"64:ff9b::{number >> 16:x}:{number & 0xFFFF:x}") == alone
