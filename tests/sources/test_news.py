"""News: feeds and sitemaps, robots.txt, and which pages are fetched; every text is made up."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cliffhanger.domain.errors import BadFileError
from cliffhanger.sources.http.faults import FetchError
from cliffhanger.sources.news.feeds import Entry, entries
from cliffhanger.sources.news.fetch import Robots
from cliffhanger.sources.news.parse import told
from tests.servers.local import Asked, Reply, serving
from tests.sources.visits import errand, visited

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Made up</title><link>https://news.example/</link>
<item><title>A show &amp; its return</title><link>https://news.example/1</link>
<pubDate>Fri, 30 Jan 2026 23:30:00 -0500</pubDate></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Made up</title>
<entry><title>Another</title><link rel="self" href="https://news.example/x"/>
<link href="https://news.example/2"/><updated>2026-01-29T10:00:00Z</updated></entry></feed>"""
SITEMAP = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
 xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://news.example/3</loc>
<news:news><news:publication_date>2026-01-28</news:publication_date><news:title>Third</news:title></news:news>
</url></urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap>
<loc>https://news.example/map.xml</loc><lastmod>2026-01-28</lastmod></sitemap></sitemapindex>"""


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        (RSS, Entry("https://news.example/1", "A show & its return", date(2026, 1, 31))),
        (ATOM, Entry("https://news.example/2", "Another", date(2026, 1, 29))),
        (SITEMAP, Entry("https://news.example/3", "Third", date(2026, 1, 28), "sitemap")),
        (INDEX, Entry("https://news.example/map.xml", "", date(2026, 1, 28), "index")),
    ],
)
def test_feeds_and_sitemaps_list_their_entries(text: str, entry: Entry) -> None:
    """RSS, Atom, sitemaps of news, and indexes of sitemaps; a day is that of UTC."""
    assert entries(text.encode(), name="a feed") == [entry]


@pytest.mark.parametrize("text", ["<html><body>Login</body></html>", "no XML", "", "<rss><channel>"])
def test_what_is_no_feed_is_named(text: str) -> None:
    """A page where a feed was due, or half a feed."""
    with pytest.raises(BadFileError, match="is no feed and no sitemap"):
        entries(text.encode(), name="a feed")


def test_no_entity_of_a_feed_is_resolved() -> None:
    """Neither a file of this machine nor a billion laughs come out of it."""
    attack = (
        '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + RSS.replace("A show", "&x;").partition("?>")[2]
    )
    (entry,) = entries(attack.encode(), name="a feed")
    assert entry.title in {"& its return", "&x; & its return"}


@given(st.binary(max_size=200), st.sampled_from([RSS, ATOM, SITEMAP]))
def test_any_bytes_are_a_feed_or_are_refused(noise: bytes, text: str) -> None:
    """Fuzz: whatever comes, there is a list of addresses or one error."""
    for content in (noise, text.encode()[: len(noise) * 3] + noise):
        try:
            found = entries(content, name="noise")
        except BadFileError:
            continue
        assert all(entry.url.startswith(("http://", "https://")) for entry in found)


def site(pages: dict[str, str], robots: str = "", feed: str = "") -> Callable[[Asked], Reply]:
    """Return a site: its pages, its robots.txt, and a feed that lists all of its pages."""

    def answer(asked: Asked) -> Reply:
        host = f"http://{asked.headers['host']}"
        if asked.path == "/robots.txt":
            return Reply(robots.encode()) if robots else Reply(b"", 404)
        if asked.path == "/feed":
            items = "".join(f"<item><link>{host}{path}</link><title>T {path}</title></item>" for path in pages)
            return Reply(f"<rss><channel>{items}{feed}</channel></rss>".encode())
        if asked.path in pages:
            return Reply(pages[asked.path].encode(), headers={"Content-Type": "text/html"})
        return Reply(b"", 404)

    return answer


def test_new_pages_are_fetched_once_and_by_the_rules_of_the_site(tmp_path: Path) -> None:
    """What robots.txt forbids is never asked for; what was fetched is not fetched again; other sites' pages are not."""
    pages = {"/1": "<p>One</p>", "/closed/2": "<p>Two</p>", "/3": "<p>Three</p>"}
    elsewhere = (
        "<item><link>http://169.254.169.254/latest</link></item><item><link>http://elsewhere.example/</link></item>"
    )
    with serving(site(pages, "User-agent: *\nDisallow: /closed/\n", elsewhere)) as server:
        with errand("news", tmp_path, feeds=[f"{server.url}/feed"]) as visit:
            (pin,) = visited("news", tmp_path, visit)
        assert [each.page.content for each in told(pin.snapshots())] == [b"<p>One</p>", b"<p>Three</p>"]
        assert told(pin.snapshots())[0].title == "T /1"
        assert "/closed/2" not in server.paths()
        assert any("2 entries of other sites were left out" in note for note in visit.notes)
        server.asked.clear()
        pages["/4"] = "<p>Four</p>"
        with errand("news", tmp_path, feeds=[f"{server.url}/feed"]) as visit:
            visited("news", tmp_path, visit)
        assert server.paths() == ["/robots.txt", "/feed", "/4"]


def test_a_site_whose_rules_cannot_be_had_is_left_alone(tmp_path: Path, waits: list[float]) -> None:
    """A robots.txt that fails forbids all (RFC 9309); one that is not there allows all; a delay is kept."""
    del waits
    replies = {"/gone": Reply(b"", 404), "/down": Reply(b"", 503), "/slow": Reply(b"User-agent: *\nCrawl-delay: 7")}
    current = ""
    for name, allowed in (("/gone", True), ("/down", False), ("/slow", True)):
        current = name
        with serving(lambda _: replies[current]) as server, errand("news", tmp_path) as visit:  # noqa: B023 - the server lives in this round only
            assert Robots(visit).allow(f"{server.url}/page") is allowed
            host = server.url.removeprefix("http://")
            assert visit.client.limiter._spacing == ({host: 7.0} if name == "/slow" else {})  # noqa: SLF001 - what it waits


def test_a_feed_that_fails_leaves_the_others(tmp_path: Path) -> None:
    """The sound feed's pages are in before the fault is named; a page that fails costs itself."""
    with serving(site({"/1": "<p>One</p>", "/gone": "x"})) as server:
        answer = server.answer
        server.answer = lambda asked: Reply(b"", 410) if asked.path == "/gone" else answer(asked)
        feeds = [f"{server.url}/none", f"{server.url}/feed"]
        with (
            errand("news", tmp_path, feeds=feeds) as visit,
            pytest.raises(FetchError, match="/none: the server says 404"),
        ):
            visited("news", tmp_path, visit)
        assert any("/gone: the server says 410" in note for note in visit.notes)
        with errand("news", tmp_path, feeds=feeds[1:]) as visit:
            assert visited("news", tmp_path, visit) == []
            assert visit.latest is not None
            assert [each.page.url for each in told(visit.latest.snapshots())] == [f"{server.url}/1"]
