"""TMDB's interface: the series that changed, read whole; they are made up."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from cliffhanger.domain.errors import BadFileError
from cliffhanger.sources.http.faults import FetchError
from cliffhanger.sources.http.secrets import Secret
from cliffhanger.sources.pages import PAGES, PinnedPage, dump
from cliffhanger.sources.tmdb import parse as tmdb
from tests.servers.local import Reply, serving
from tests.servers.tmdb import KEY, TMDB, made_up
from tests.sources.test_tables import counted, day, pinned
from tests.sources.test_tables import said as claims_of
from tests.sources.visits import NOW, errand, snapshots, visited

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from cliffhanger.sources.batch import Batch

SECRET = Secret(KEY, "a test")
TODAY = NOW


def parsed(*series: dict[str, Any]) -> Batch:
    """Parse the pages of made-up series."""
    pages = [
        PinnedPage("https://api.themoviedb.org/3/tv/1", json.dumps(s).encode(), "application/json", NOW) for s in series
    ]
    return tmdb.parse([pinned(PAGES, dump(pages).decode())])


def test_a_series_is_described_with_seasons_ages_and_platforms() -> None:
    """What aired was known on its day, a day to come is a plan, a season without a day is an early sign."""
    told = claims_of(parsed(made_up(1)), "tmdb:1")
    assert told["status"] == [("returning", TODAY)]
    assert told["network"] == [("Fox", TODAY)]
    assert told["genre"] == [("science fiction", TODAY), ("fantasy", TODAY)]
    assert told["alias"] == [("Erfunden 1", TODAY)]
    assert ("2024-02-01", day("2024-02-01")) in told["premiere_date"]
    assert ("2026-03-01", TODAY) in told["premiere_date"]
    assert told["next_season_listed"] == [("3", TODAY)]
    assert told["content_rating"] == [("TV-MA", TODAY)]
    assert told["available_on"] == [("Made Up Plus", TODAY)]
    batch = parsed(made_up(1))
    assert [(j.left, j.right) for j in batch.judgements] == [("tmdb:1", "imdb:tt9000001")]
    assert sorted(batch.observations["metric"]) == ["tmdb_popularity", "tmdb_vote_average", "tmdb_votes"]
    assert (batch.set_aside, batch.left_over) == ((), ())


def test_unknown_words_cost_their_field_alone_and_new_fields_are_heard() -> None:
    """A status, a type and a genre that nobody knows; a field that is new."""
    strange = made_up(1, status="Resting", type="Dream", genres=[{"name": "Hopepunk"}], mood="sunny")
    batch = parsed(strange)
    assert counted(batch.set_aside) == {"unknown status": 1, "unknown type": 1, "unknown genre": 1}
    assert batch.left_over == ("mood",)
    assert "network" in claims_of(batch, "tmdb:1")


def test_a_renamed_field_is_refused() -> None:
    """Where no series has its seasons any more, nothing lands."""
    with pytest.raises(BadFileError, match="seasons: no record has this field any more"):
        parsed({name: value for name, value in made_up(1).items() if name != "seasons"})


def test_changes_are_read_through_whatever_one_visit_manages(tmp_path: Path) -> None:
    """Three changes on two pages, two series a visit: the third comes next time; one that is gone is passed over."""
    known = TMDB({n: made_up(n) for n in (1, 3)}, [1, 2, 3])
    with serving(known) as server:
        found = []
        for days in (0, 1):
            at = NOW + timedelta(days=days)
            with errand("tmdb", tmp_path, at=at, secret=SECRET, base=server.url, most=2, parcel=1) as visit:
                pins = visited("tmdb", tmp_path, visit)
                lines = [line for s in snapshots(pins) for line in s.content.splitlines()]
                found.append([json.loads(line)["url"].partition("?")[0][-1] for line in lines])
            known.changed = []
    assert found == [["1"], ["3"]]
    spans = [(a.query["start_date"], a.query["end_date"]) for a in server.asked if a.path == "/tv/changes"]
    assert spans == [("2026-01-29", "2026-01-31")] * 2 + [("2026-01-31", "2026-02-01")]


def test_a_fault_in_the_middle_keeps_what_came_before(tmp_path: Path, waits: list[float]) -> None:
    """And the next visit begins with the series at which it struck."""
    del waits
    known = TMDB({n: made_up(n) for n in (1, 2)}, [1, 2])
    with serving(known) as server:
        good = server.answer
        server.answer = lambda asked: good(asked) if asked.path != "/tv/2" else Reply(b"", 503)
        with errand("tmdb", tmp_path, secret=SECRET, base=server.url) as visit, pytest.raises(FetchError, match="503"):
            visited("tmdb", tmp_path, visit)
        server.answer = good
        known.changed = []
        server.asked.clear()
        with errand("tmdb", tmp_path, secret=SECRET, base=server.url) as visit:
            visited("tmdb", tmp_path, visit)
    assert [path for path in server.paths() if path != "/tv/changes"] == ["/tv/2"]


def test_without_the_right_key_it_says_so(tmp_path: Path) -> None:
    """And the key stands in no file of the visit."""
    with serving(TMDB()) as server:
        wrong = Secret("wrong-key", "a test")
        with (
            errand("tmdb", tmp_path, secret=wrong, base=server.url) as visit,
            pytest.raises(FetchError, match="the key is"),
        ):
            visited("tmdb", tmp_path, visit)
    assert not [path for path in tmp_path.rglob("*") if path.is_file() and b"wrong-key" in path.read_bytes()]
