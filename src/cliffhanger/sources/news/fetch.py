"""News: what is new in the feeds and sitemaps that the user names, and single pages, by each site's robots.txt.

A feed may list only pages of its own site, or of hosts that the user allows:
whoever writes a feed must not be able to send us elsewhere. A page is fetched
once; which ones were, the cursor remembers.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from cliffhanger.domain.errors import BadFileError
from cliffhanger.sources.errand import pinned
from cliffhanger.sources.http.faults import FetchError
from cliffhanger.sources.http.manners import MB, Rate
from cliffhanger.sources.news.feeds import Entry, entries
from cliffhanger.sources.pages import PAGES, dump
from cliffhanger.sources.pins import Parcel

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cliffhanger.sources.errand import Errand
    from cliffhanger.sources.http.client import Page

RATE = Rate(1, 2.0)
NEEDS_KEY = False
NEEDS: tuple[str, ...] = ("feeds", "sitemaps", "pages")
DEFAULTS: Mapping[str, Any] = {
    "feeds": [],
    "sitemaps": [],
    "pages": [],
    # Hosts besides a feed's own that its entries may lead to.
    "hosts": [],
    # Pages read in one visit, and in one parcel.
    "most": 200,
    "parcel": 20,
}

ENTRIES = "entries.json"
"""Name of the file beside the pages: what the feeds said of each."""

AGENT = "cliffhanger"
"""What robots.txt may call us."""

_LARGEST = 20 * MB
_REMEMBERED = 20_000
_SITEMAPS = 5
_SERVER = 500
_USUAL = ("www.", "feeds.", "rss.", "feed.")


@dataclass(slots=True)
class Robots:
    """What each site allows (RFC 9309), asked once a visit.

    Attributes:
        errand: the visit.
    """

    errand: Errand
    _rules: dict[str, RobotFileParser] = field(default_factory=dict)

    def allow(self, url: str) -> bool:
        """Whether a site lets us read a page; a site whose rules cannot be had is left alone."""
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._rules:
            self._rules[site] = self._read(site, parts.netloc)
        return self._rules[site].can_fetch(AGENT, url)

    def _read(self, site: str, host: str) -> RobotFileParser:
        rules = RobotFileParser()
        try:
            text = self.errand.client.get(f"{site}/robots.txt").content.decode("utf-8", "replace")
        except FetchError as error:
            absent = error.status is not None and error.status < _SERVER
            text = "" if absent else "User-agent: *\nDisallow: /"
            if not absent:
                self.errand.notes.append(f"{site} is left alone: its robots.txt cannot be had ({error.reason})")
        rules.parse(text.splitlines())
        if delay := rules.crawl_delay(AGENT):
            self.errand.client.limiter.space(host, float(delay))
        return rules


def probe(options: Mapping[str, Any]) -> str:
    """Return the first feed."""
    return next((str(url) for name in NEEDS for url in options[name]), "")


def fetch(errand: Errand) -> Iterator[Parcel]:
    """Bring the pages that are new; a feed that cannot be read is named when the others are in."""
    seen = list(errand.cursor.get("seen", ()))
    robots, faults = Robots(errand), []
    due: dict[str, Entry] = {}
    for url in [*errand.options["feeds"], *errand.options["sitemaps"]]:
        try:
            due |= {entry.url: entry for entry in _listed(errand, robots, url)}
        except (FetchError, BadFileError) as error:
            faults.append(error)
    due |= {url: Entry(url) for url in errand.options["pages"]}
    known = set(seen)
    new = [entry for entry in due.values() if _mark(entry) not in known][: errand.options["most"]]
    for place in range(0, len(new), errand.options["parcel"]):
        some = new[place : place + errand.options["parcel"]]
        pages: list[tuple[Entry, Page]] = []
        for done, entry in enumerate(some, start=place):
            errand.told("pages", done, len(new))
            page = _page(errand, robots, entry)
            if page is not None:
                pages.append((entry, page))
            seen.append(_mark(entry))
        if pages:
            yield _parcel(pages, seen[-_REMEMBERED:])
    if faults:
        raise faults[0]


def _listed(errand: Errand, robots: Robots, url: str) -> Iterator[Entry]:
    """Yield what a feed or sitemap lists of its own site; of an index, what its latest sitemaps list."""
    if not robots.allow(url):
        raise FetchError(address=url, reason="its robots.txt does not let us read it")
    found = entries(errand.client.get(url, largest=_LARGEST).content, name=url)
    mine = [entry for entry in found if _of_site(entry.url, url, errand.options["hosts"])]
    if len(found) > len(mine):
        errand.notes.append(f"{url}: {len(found) - len(mine):,} entries of other sites were left out")
    sitemaps = [entry for entry in mine if entry.kind == "index"]
    yield from (entry for entry in mine if entry.kind != "index")
    latest = sorted(sitemaps, key=lambda entry: str(entry.published or ""), reverse=True)[:_SITEMAPS]
    for sitemap in latest:
        inner = entries(errand.client.get(sitemap.url, largest=_LARGEST).content, name=sitemap.url)
        yield from (e for e in inner if e.kind != "index" and _of_site(e.url, url, errand.options["hosts"]))


def _page(errand: Errand, robots: Robots, entry: Entry) -> Page | None:
    """Return a page, or None where it may not or cannot be read, which costs that page alone."""
    if not robots.allow(entry.url):
        errand.notes.append(f"{entry.url}: its robots.txt does not let us read it")
        return None
    try:
        return errand.client.get(entry.url, largest=_LARGEST)
    except FetchError as error:
        errand.notes.append(str(error))
        return None


def _of_site(url: str, feed: str, others: list[str]) -> bool:
    host, home = (urlsplit(address).netloc.casefold() for address in (url, feed))
    for usual in _USUAL:
        home = home.removeprefix(usual)
    return any(host == each or host.endswith(f".{each}") for each in (home, *others))


def _mark(entry: Entry) -> str:
    return hashlib.sha256(entry.url.encode()).hexdigest()[:16]


def _parcel(pages: list[tuple[Entry, Page]], seen: list[str]) -> Parcel:
    told = {
        page.url: {"title": entry.title, "published": entry.published.isoformat() if entry.published else ""}
        for entry, page in pages
    }
    return Parcel(
        files={
            PAGES: dump(pinned(page) for _, page in pages),
            ENTRIES: json.dumps(told, indent=1).encode(),
        },
        obtained_at=max(page.obtained_at for _, page in pages),
        urls=(pages[0][1].url, pages[-1][1].url),
        cursor={"seen": seen},
    )
