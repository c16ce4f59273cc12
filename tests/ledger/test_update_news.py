"""News and charts through a whole update: read with the catalogue's names, and never counted twice."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import pytest

from cliffhanger.ledger import export, upkeep
from cliffhanger.ledger.news import NewsReader
from cliffhanger.ledger.store import Ledger
from cliffhanger.ledger.update import Outcome, Plan, pins_of, update
from cliffhanger.reader.names import Name, Names
from cliffhanger.reader.origins import same_origin
from cliffhanger.sources.http.manners import Manners
from cliffhanger.sources.settings import Settings
from tests.servers.files import file_answer
from tests.servers.local import Asked, Reply, serving
from tests.sources.test_netflix_lists import COUNTRIES

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("waits")

NOW = datetime(2026, 1, 31, 12, tzinfo=UTC)
# Made up, and long enough for its origin to be told.
STORY = (
    "Harbour Nine has been renewed for season 3, the network said on Friday. The series about a night shift at a "
    "small port began two years ago and has found a steady audience since. Its writers return, and filming is to "
    "begin in the spring, with ten new episodes planned for next year."
)


@pytest.fixture(autouse=True)
def _fast(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask as fast as the server answers."""
    monkeypatch.setattr("cliffhanger.sources.http.manners.Limiter.wait", lambda *_: None)


def updated(ledger: Ledger, source: str, **options: Any) -> Outcome:  # noqa: ANN401 - a source's options
    """Update a ledger from one source."""
    room = NewsReader(lambda: Names([Name("imdb:tt9000001", "Harbour Nine", "Harbour Nine")]), "test")
    plan = Plan(Settings(Manners(attempts=1), {source: options}), "test", read=room, clock=lambda: NOW)
    (outcome,) = update(ledger, [source], plan, told=lambda *_: None)
    assert not [finding for finding in upkeep.check(ledger) if finding.harmful]
    return outcome


def page(text: str) -> str:
    """Return a page in the shape of a news site's."""
    return (
        f"<!doctype html><html><head><title>Renewed</title></head><body><article><p>{text}</p></article></body></html>"
    )


def test_an_article_of_a_feed_lands_once_and_its_copy_counts_as_one_origin(tmp_path: Path) -> None:
    """Two sites carry one story: two claims that bear one origin; a page that is no article is counted as such."""
    ledger = Ledger(tmp_path / "ledger")
    pages = {"/1": page(STORY), "/2": page(f"By our own reporter. {STORY}"), "/3": ""}

    def answer(asked: Asked) -> Reply:
        host = f"http://{asked.headers['host']}"
        if asked.path == "/feed":
            items = "".join(
                f"<item><link>{host}{path}</link><pubDate>Fri, 30 Jan 2026 10:00:00 GMT</pubDate></item>"
                for path in pages
            )
            return Reply(f"<rss><channel>{items}</channel></rss>".encode())
        found = pages.get(asked.path)
        return Reply(b"", 404) if found is None else Reply(found.encode(), headers={"Content-Type": "text/html"})

    with serving(answer) as server:
        outcome = updated(ledger, "news", feeds=[f"{server.url}/feed"])
        assert outcome.fault == ""
        assert outcome.set_aside["no article: is empty"] == 1
        query = (
            'SELECT "show", season, CAST(known_on AS VARCHAR), origin FROM claims'
            " WHERE predicate = 'renewed' AND source = 'news'"
        )
        rows = export.facts(ledger).connection.execute(query).fetchall()
        assert [row[:3] for row in rows] == [("imdb:tt9000001", 2, "2026-01-30")] * 2
        assert same_origin(rows[0][3], rows[1][3])
        asked = len(server.asked)
        assert updated(ledger, "news", feeds=[f"{server.url}/feed"]).reports == ()
        assert len(server.asked) == asked + 2
    assert len(pins_of(ledger).of("news")) == 1


def test_a_file_that_repeats_all_weeks_adds_only_the_new_one(tmp_path: Path) -> None:
    """The same row of an earlier delivery stands once in the ledger, however often it is delivered."""
    ledger = Ledger(tmp_path / "ledger")
    files = {"/c.tsv": COUNTRIES.encode()}
    with serving(file_answer(files)) as server:
        first = updated(ledger, "netflix", base=server.url, files=["c.tsv"])
        week = "Germany\tDE\t2026-02-01\tTV\t4\tMade Up\tMade Up: Season 2\t4\n"
        files["/c.tsv"] += week.encode()
        second = updated(ledger, "netflix", base=server.url, files=["c.tsv"])
    assert (first.total("observations"), second.total("observations"), second.total("claims")) == (2, 2, 0)
    count = (
        export.facts(ledger).connection.execute("SELECT count(*) FROM observations WHERE source = 'netflix'").fetchone()
    )
    assert count == (4,)
