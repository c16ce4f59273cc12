"""IMDb's files from a server on loopback: loaded when they changed, whole or not at all; the rows are made up."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from cliffhanger.ledger import export, upkeep
from cliffhanger.ledger.store import Ledger
from cliffhanger.ledger.update import Outcome, Plan, pins_of, update
from cliffhanger.sources.http.manners import Manners
from cliffhanger.sources.settings import Settings
from tests.servers.files import file_answer
from tests.servers.local import Local, Reply, serving
from tests.sources.test_imdb import EPISODES, RATINGS, TITLES, tsv

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("waits")

NOW = datetime(2026, 1, 31, 12, tzinfo=UTC)
NAMES = ("title.basics", "title.episode", "title.ratings")
Files = dict[str, bytes]


@pytest.fixture
def imdb(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Files, Local]]:
    """Run a server of one made-up delivery, asked as fast as it can be."""
    monkeypatch.setattr("cliffhanger.sources.http.manners.Limiter.wait", lambda *_: None)
    files = {
        f"/{name}.tsv.gz": gzip.compress(tsv(table).encode())
        for name, table in zip(NAMES, (TITLES, EPISODES, RATINGS), strict=True)
    }
    with serving(file_answer(files)) as server:
        yield files, server


def updated(ledger: Ledger, server: Local, *, days: int = 0) -> Outcome:
    """Update a ledger, a number of days later."""
    options = {"base": server.url, "files": list(NAMES), "largest_mb": 1}
    plan = Plan(Settings(Manners(attempts=1), {"imdb": options}), "test", clock=lambda: NOW + timedelta(days=days))
    (outcome,) = update(ledger, ["imdb"], plan, told=lambda *_: None)
    assert not [finding for finding in upkeep.check(ledger) if finding.harmful]
    return outcome


def votes(ledger: Ledger) -> list[tuple[float, str]]:
    """Return the votes of the first series, with the days on which they were known."""
    query = (
        "SELECT value, CAST(known_on AS VARCHAR) FROM observations"
        " WHERE metric = 'imdb_votes' AND source_show = 'imdb:tt9000001' AND season IS NULL ORDER BY value"
    )
    return export.facts(ledger).connection.execute(query).fetchall()


def test_a_delivery_is_loaded_once_and_again_when_it_changed(tmp_path: Path, imdb: tuple[Files, Local]) -> None:
    """A week later only the file that changed is sent; the others are asked for by their ETag, and used again."""
    ledger = Ledger(tmp_path / "ledger")
    assert updated(ledger, imdb[1]).fault == ""
    assert votes(ledger) == [(1000.0, "2026-01-31")]
    assert "is young enough" in updated(ledger, imdb[1], days=6).notes[0]
    assert len(imdb[1].asked) == 3
    outcome = updated(ledger, imdb[1], days=8)
    assert (outcome.calls, outcome.total("rows_read"), outcome.fault) == (3, 0, "")
    imdb[0]["/title.ratings.tsv.gz"] = gzip.compress(tsv(RATINGS.replace("7.5 1000", "7.5 2000")).encode())
    imdb[1].asked.clear()
    outcome = updated(ledger, imdb[1], days=9)
    assert outcome.loaded == len(imdb[0]["/title.ratings.tsv.gz"])
    assert [value for value, _ in votes(ledger)] == [1000.0, 2000.0]
    assert len(pins_of(ledger).of("imdb")) == 2


def test_only_the_latest_pins_keep_their_bytes(tmp_path: Path, imdb: tuple[Files, Local]) -> None:
    """Two deliveries keep their bytes; of older ones their hashes stay, and the ledger has what they said."""
    ledger = Ledger(tmp_path / "ledger")
    for number in range(3):
        imdb[0]["/title.ratings.tsv.gz"] = gzip.compress(tsv(RATINGS.replace("1000", f"{number + 1}000")).encode())
        updated(ledger, imdb[1], days=8 * number)
    assert [pin.whole for pin in pins_of(ledger).of("imdb")] == [False, True, True]
    assert [value for value, _ in votes(ledger)] == [1000.0, 2000.0, 3000.0]


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        (Reply(gzip.compress(b"x" * 1000)[:20]), "cut short or damaged"),
        (Reply(b"x", headers={"Content-Length": str(10 << 30)}), "has 10,240 MB, more than the 1 MB allowed"),
        (Reply(iter(lambda: bytes(1 << 18), b"")), "has more than the 1 MB allowed"),
        (Reply(b"<html>Closed</html>", headers={"Content-Type": "text/html"}), "column missing"),
        (Reply(gzip.compress(b"tconst\trating\n")), "averageRating, numVotes: column missing"),
        (Reply(status=503), "the server says 503"),
    ],
)
def test_a_broken_file_lands_nothing_of_the_delivery(
    tmp_path: Path, imdb: tuple[Files, Local], reply: Reply, expected: str
) -> None:
    """The other two files alone say nothing; the next update, of a sound server, lands all."""
    ledger = Ledger(tmp_path / "ledger")
    answer = imdb[1].answer
    imdb[1].answer = lambda asked: reply if asked.path == "/title.ratings.tsv.gz" else answer(asked)
    assert expected in updated(ledger, imdb[1]).fault
    assert votes(ledger) == []
    imdb[1].answer = answer
    assert updated(ledger, imdb[1], days=8).fault == ""
    assert [value for value, _ in votes(ledger)] == [1000.0]
