"""What the web app's tests share: addresses, made-up ledgers, and a reader that sees whether a page is whole."""

from __future__ import annotations

import gzip
import itertools
import json
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

from cliffhanger.ledger.ingest import ingest
from cliffhanger.ledger.store import Ledger

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

BASE = "http://localhost"
NEVER = 86400.0
"""Seconds between two looks at the ledger, for a test that looks by itself."""

BALLARD = "imdb:tt26676904"
DAY = "2025-07-30"

PAGES = (
    "/",
    "/?order=odds&start=51",
    f"/show/{BALLARD}",
    f"/show/{BALLARD}?as_of={DAY}",
    "/show/Bosch",
    "/search?q=balard",
    "/charts",
    "/platforms",
    "/platform/Prime%20Video",
    "/slate",
    "/slate?show=Ballard&show=Bosch&show=Nobody%20Knows%20This",
    "/read",
    "/scoreboard",
    "/about",
    "/api",
)
"""Every page, some of them twice."""

PROGRAMS = (
    f"/api/outlook/{BALLARD}",
    "/api/search?q=balard",
    "/api/series",
    "/api/platforms",
    "/api/platforms/Prime%20Video",
    "/api/slate?show=Ballard&show=Bosch",
    "/api/changes",
    "/api/scoreboard",
    "/api/record",
    "/feeds/changes.rss",
    "/feeds/changes.atom",
    "/feeds/watch.rss?show=Ballard",
    "/feeds/watch.atom?show=Ballard",
    "/calendar.ics?show=Ballard",
    "/status.json?show=Ballard",
    "/status.yml?show=Ballard",
)
"""What programs ask for."""

SCRIPT = "<script>alert('taken over')</script><img src=x onerror=alert(1)>"
HOSTILE = (
    SCRIPT,
    "</script></title></textarea><svg/onload=alert(1)>",
    "]]></summary><entry>smuggled</entry>",
    '=HYPERLINK("http://evil.example","click")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "Turned \u202eround\u2066 for good",
    "Control\x07\x08\x1b[31m red\x7f\x85",
    "مسلسل الفانوس النحاسي",
    "{{ 7 * 7 }} {% include 'base.html' %}",
    "x" * 10_000,
)
"""Titles that would break a careless format."""


@dataclass(frozen=True)
class Series:
    """A made-up series.

    Attributes:
        number: the number in its id.
        title: its title.
        begun: for each season the day on which it began.
        creator: who made it, or empty.
        network: who shows it.
    """

    number: int
    title: str
    begun: tuple[str, ...]
    creator: str = ""
    network: str = "Made Up Television"

    @property
    def show(self) -> str:
        """Its id."""
        return f"imdb:tt{self.number}"

    def facts(self) -> Iterator[dict[str, Any]]:
        """Yield what a file of facts has of it."""
        told = {"show": self.show, "publisher": "made up for a test"}
        yield told | {"predicate": "network", "value": self.network, "known_at": "2020-01-01"}
        if self.creator:
            yield told | {"predicate": "creator", "value": self.creator, "known_at": "2020-01-01"}
        for season, day in enumerate(self.begun, start=1):
            dated = {"season": season, "value": day, "valid_from": day, "valid_to": day, "known_at": day}
            yield told | {"predicate": "premiere_date"} | dated


def hostile_series() -> list[Series]:
    """Return series with hostile titles, each by a hostile person."""
    return [
        Series(9_100_000 + number, text, ("2024-03-01", "2025-03-01"), creator=text)
        for number, text in enumerate(HOSTILE)
    ]


def files_of(folder: Path, shows: Sequence[Series], day: str = "2026-01-31") -> Path:
    """Write what sources would say of some series: IMDb's files of a day, and a file of facts."""
    delivery = folder / day
    delivery.mkdir(parents=True)
    named = ("isAdult", "startYear", "endYear", "runtimeMinutes", "genres")
    titles = [["tconst", "titleType", "primaryTitle", "originalTitle", *named]]
    episodes, ratings = (
        [["tconst", "parentTconst", "seasonNumber", "episodeNumber"]],
        [["tconst", "averageRating", "numVotes"]],
    )
    for one in shows:
        show = f"tt{one.number}"
        titles.append([show, "tvSeries", one.title, one.title, "0", one.begun[0][:4], r"\N", "50", "Drama"])
        ratings.append([show, "7.5", "1000"])
        for season, episode in itertools.product(range(1, len(one.begun) + 1), range(1, 4)):
            own = f"tt{one.number * 100 + season * 10 + episode}"
            episodes.append([own, show, str(season), str(episode)])
            ratings.append([own, "8.0", "100"])
    for name, rows in (("basics", titles), ("episode", episodes), ("ratings", ratings)):
        table = "".join("\t".join(row) + "\n" for row in rows)
        (delivery / f"title.{name}.tsv.gz").write_bytes(gzip.compress(table.encode(), mtime=0))
    facts = (json.dumps(fact) + "\n" for one in shows for fact in one.facts())
    (delivery / "facts.jsonl").write_text("".join(facts), encoding="utf-8")
    return delivery


def ledger_of(folder: Path, shows: Sequence[Series]) -> Path:
    """Make a ledger that holds some series beside the facts that ship."""
    ledger = Ledger.create(folder / "ledger")
    reports = ingest(ledger, [files_of(folder / "files", shows)], author="test")
    assert not any(report.failed or report.set_aside for report in reports)
    return ledger.path


_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
# A parser of HTML leaves these elements of SVG open, which were closed by a stroke.
_DRAWN = frozenset(["rect", "path", "circle", "line", "polyline", "polygon", "use"])


class Whole(HTMLParser):
    """Reads a page and keeps what is in it; an element that is not closed in its turn is an error."""

    def __init__(self, text: str) -> None:
        """Read a page."""
        super().__init__()
        self.open: list[str] = []
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(text)
        self.close()
        assert not self.open, f"left open: {self.open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element, and that it is open."""
        self.found.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element that is closed at once."""
        assert tag in _VOID | _DRAWN, f"<{tag}/> is open in HTML"
        self.found.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """Close the element that was opened last."""
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop() == tag, f"</{tag}> is out of turn"

    def handle_data(self, data: str) -> None:
        """Keep a text with the element it stands in."""
        self.texts.append((self.open[-1] if self.open else "", data))

    def count(self, tag: str) -> int:
        """Return how many elements of a kind there are."""
        return sum(name == tag for name, _ in self.found)

    def text(self, tag: str) -> str:
        """Return the text that stands in elements of a kind."""
        return "".join(said for name, said in self.texts if name == tag)
