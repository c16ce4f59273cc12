"""TMDB's four cuts: words of the file's day, dates of their own, ids that TMDB declares."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest

from cliffhanger.domain.claim import Judgement
from cliffhanger.domain.errors import BadFileError
from cliffhanger.domain.platforms import platform_class
from cliffhanger.domain.vocabulary import Metric, PlatformClass, Verdict
from cliffhanger.sources.registry import recognise
from cliffhanger.sources.tmdb import parse as tmdb
from cliffhanger.sources.tmdb.source import SOURCE
from tests.sources.test_tables import counted, day, parquet, pinned, pinned_file, said, seen

if TYPE_CHECKING:
    from pathlib import Path

    from cliffhanger.sources.batch import Batch

# Made up, in TMDB's words.
SERIES_2024 = {
    "name": "A Made-Up Show", "number_of_seasons": "3", "vote_count": "9", "vote_average": "8.5", "popularity": "12.5",
    "network1": "FOX", "first_air_date": "2014-02-06", "last_air_date": "2016-05-01", "status": "Ended",
    "renewed": "FALSE", "show_duration": "815",
}  # fmt: skip
SERIES_2025: dict[str, Any] = {
    "id": 7, "name": "A Made-Up Show", "first": "2014-02-06", "last": "2016-05-01", "status": "Returning Series",
    "type": "Scripted", "ns": 3, "ne": 30, "votes": 9, "va": 8.5, "pop": 12.5, "net": "HBO Max|Max|A Station",
    "cached": "2025-03-31",
}  # fmt: skip
SEASON_2025: dict[str, Any] = {
    "id": 7, "season": 2, "air": "2025-01-25", "n": 8, "first": "2025-01-26", "last": "2025-05-11",
}  # fmt: skip
NETFLIX_2026 = {
    "id": "7", "name": "A Made-Up Show", "first_air_date": "2014-02-06", "popularity": "12.5", "vote_average": "8.5",
    "vote_count": "9", "status": "Canceled", "in_production": "False", "num_seasons": "3", "num_episodes": "30",
    "genres": "Sci-Fi & Fantasy, Drama", "type": "Miniseries", "original_language": "cn", "origin_country": "US, GB",
    "avg_episode_runtime": "", "show_age_days": "1.0", "days_since_last_episode": "1.0", "keywords": "ship, wreck",
    "last_air_date": "2016-05-01", "us_content_rating": "TV-MA", "imdb_id": "tt9000001",
    "created_by": "First Maker, Second Maker", "homepage": "",
}  # fmt: skip

NAMES = {
    "shows_2024-04-01.csv": ("2024-04-01", SERIES_2024),
    "shows_2025-04.parquet": ("", SERIES_2025),
    "seasons_2025-04.parquet": ("", SEASON_2025),
    "netflix_shows_2026-01-23.csv": ("2026-01-23", NETFLIX_2026),
}


def content(name: str, rows: list[dict[str, Any]]) -> bytes:
    """Write made-up rows as the file of that name is written."""
    if name.endswith(".parquet"):
        return parquet(pl.DataFrame(rows, infer_schema_length=None))
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), restval="")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def parsed(name: str, *changes: dict[str, Any]) -> Batch:
    """Parse a made-up cut: for each change, the row with those fields."""
    known, row = NAMES[name]
    rows = [row | change for change in changes or ({},)]
    return tmdb.parse([pinned(name, content(name, rows), known=known)])


def test_the_series_of_2024_have_no_ids_but_names() -> None:
    """Name and first day tell them apart."""
    file_day = day("2024-04-01")
    show = "tmdb_name:A%20Made-Up%20Show+2014-02-06"
    batch = parsed("shows_2024-04-01.csv")
    assert said(batch, show) == {
        "title": [("A Made-Up Show", file_day)],
        "status": [("ended", file_day)],
        "network": [("Fox", file_day)],
        "season_count": [("3", file_day)],
        "premiere_date": [("2014-02-06", day("2014-02-06"))],
        "last_air_date": [("2016-05-01", day("2016-05-01"))],
    }
    assert seen(batch, Metric.TMDB_VOTES, show) == [9]
    assert seen(batch, Metric.TMDB_VOTE_AVERAGE, show) == [8.5]
    assert seen(batch, Metric.TMDB_POPULARITY, show) == [12.5]
    assert batch.left_over == ()


def test_the_series_of_2025_stood_so_on_a_day_of_their_own() -> None:
    """The file gives it row by row; two names of one service are one network."""
    row_day = day("2025-03-31")
    facts = said(parsed("shows_2025-04.parquet"), "tmdb:7")
    assert facts["status"] == [("returning", row_day)]
    assert facts["network"] == [("HBO Max", row_day), ("A Station", row_day)]
    assert (facts["kind"], facts["episode_count"]) == ([("scripted", row_day)], [("30", row_day)])


def test_a_netflix_series_is_described_in_full() -> None:
    """TMDB's own words become ours."""
    file_day = day("2026-01-23")
    facts = said(parsed("netflix_shows_2026-01-23.csv"), "tmdb:7")
    assert facts["network"] == [("Netflix", file_day)]
    assert facts["status"] == [("cancelled", file_day)]
    assert facts["kind"] == [("limited", file_day)]
    assert facts["genre"] == [("science fiction", file_day), ("fantasy", file_day), ("drama", file_day)]
    assert facts["language"] == [("yue", file_day)]
    assert facts["country"] == [("US", file_day), ("GB", file_day)]
    assert facts["theme"] == [("ship", file_day), ("wreck", file_day)]
    assert facts["creator"] == [("First Maker", file_day), ("Second Maker", file_day)]
    assert facts["content_rating"] == [("TV-MA", file_day)]


def test_a_declared_id_is_a_judgement() -> None:
    """It says whose word it is, and since when."""
    batch = parsed("netflix_shows_2026-01-23.csv", {}, {"id": "8", "imdb_id": ""})
    assert batch.judgements == (
        Judgement(
            left="tmdb:7",
            right="imdb:tt9000001",
            verdict=Verdict.SAME,
            method="declared id",
            confidence=0.99,
            author="tmdb",
            judged_at=day("2026-01-23"),
            evidence="TMDB lists tt9000001 among the external ids of tmdb:7",
        ),
    )


def test_a_season_has_its_own_dates() -> None:
    """The first episode's day counts; what is still to come is a plan of the file's day."""
    claims = parsed("seasons_2025-04.parquet").claims
    assert claims.select("season", "predicate", "value", "known_at", "modality").rows() == [
        (2, "premiere_date", "2025-01-26", day("2025-01-26"), "event"),
        (2, "finale_date", "2025-05-11", day("2025-04-30"), "plan"),
        (2, "episode_count", "8", day("2025-04-30"), "event"),
    ]


def test_a_first_day_still_to_come_is_a_plan() -> None:
    """Known on the day of the file, not on the day it speaks of."""
    claims = parsed("netflix_shows_2026-01-23.csv", {"first_air_date": "2026-05-15", "last_air_date": ""}).claims
    plan = claims.filter(pl.col("predicate") == "premiere_date").select("season", "modality", "known_at")
    assert plan.rows() == [(1, "plan", day("2026-01-23"))]


def test_noughts_and_blanks_say_nothing() -> None:
    """No votes mean no average, no seasons mean that nobody has entered any, NR that nobody has rated it."""
    blank = {"ns": 0, "ne": 0, "votes": 0, "va": 0.0, "net": "", "first": None, "last": None, "type": "Video"}
    batch = parsed("shows_2025-04.parquet", blank, SERIES_2025 | {"id": 8})
    assert set(said(batch, "tmdb:7")) == {"title", "status"}
    assert seen(batch, Metric.TMDB_VOTE_AVERAGE, "tmdb:7") == []
    assert seen(batch, Metric.TMDB_VOTES, "tmdb:7") == [0]
    unrated = said(parsed("netflix_shows_2026-01-23.csv", {"us_content_rating": "NR"}), "tmdb:7")
    assert "content_rating" not in unrated


@pytest.mark.parametrize(
    ("name", "change", "reason"),
    [
        ("shows_2024-04-01.csv", {"status": "Glorp"}, "unknown status"),
        ("shows_2024-04-01.csv", {"name": " "}, "no name"),
        ("shows_2024-04-01.csv", {"first_air_date": "2014-02-31"}, "not a date"),
        ("shows_2024-04-01.csv", {"vote_count": "many"}, "not a number"),
        ("shows_2024-04-01.csv", {"number_of_seasons": "3.5"}, "not a whole number"),
        ("shows_2025-04.parquet", {"type": "Glorp"}, "unknown type"),
        ("shows_2025-04.parquet", {"cached": "then"}, "not a date"),
        ("seasons_2025-04.parquet", {"season": 0}, "specials, not a season"),
        ("seasons_2025-04.parquet", {"last": "2024-01-01"}, "the season ends before it begins"),
        ("netflix_shows_2026-01-23.csv", {"genres": "Glorp"}, "unknown genre"),
        ("netflix_shows_2026-01-23.csv", {"imdb_id": "nm0000001"}, "not an IMDb id"),
        ("netflix_shows_2026-01-23.csv", {"id": "seven"}, "not a whole number"),
    ],
)
def test_a_bad_row_is_set_aside(name: str, change: dict[str, Any], reason: str) -> None:
    """The good rows land."""
    other = {"name": "Another"} if name == "shows_2024-04-01.csv" else {"id": 8}
    batch = parsed(name, change, other)
    assert counted(batch.set_aside) == {reason: 1}
    assert batch.claims["show"].n_unique() == 1


@pytest.mark.parametrize("name", list(NAMES))
def test_a_missing_column_is_named_and_a_new_one_is_heard(name: str) -> None:
    """A changed layout is noticed at once."""
    _, row = NAMES[name]
    needed = "episodes" if name.startswith("seasons") else "popularity"
    column = {"episodes": "n", "popularity": "pop" if "2025" in name else "popularity"}[needed]
    lacking = {key: value for key, value in row.items() if key != column}
    with pytest.raises(BadFileError):
        tmdb.parse([pinned(name, content(name, [lacking]))])
    wider = tmdb.parse([pinned(name, content(name, [row | {"glorp": "1"}]))])
    assert wider.left_over == ("glorp",)


@pytest.mark.parametrize("name", list(NAMES))
def test_a_truncated_file_is_refused(name: str) -> None:
    """Nothing of it lands."""
    _, row = NAMES[name]
    whole = content(name, [row])
    cut = whole[:-16] if name.endswith(".parquet") else whole[:20]
    with pytest.raises(BadFileError, match=name):
        tmdb.parse([pinned(name, cut)])


def test_a_file_is_known_by_its_columns() -> None:
    """A damaged Parquet file is known by its name, so that it is this source that refuses it."""
    for name, (_, row) in NAMES.items():
        assert tmdb.recognises(pinned(f"renamed{name[-8:]}", content(name, [row])))
    assert tmdb.recognises(pinned("seasons_2025-04.parquet", b"PAR1 and no more"))
    assert not tmdb.recognises(pinned("shows_2024-06.csv", "Name,Schedule (days),Person Names\n"))
    assert not tmdb.recognises(pinned("series_2017-10.parquet", parquet(pl.DataFrame({"imdbID": ["tt9000001"]}))))
    assert (SOURCE.name, SOURCE.licence.ships) == ("tmdb", False)


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "rows", "declared", "plans"),
    [
        ("shows_2024-04-01.csv", 6_044, 0, 0),
        ("shows_2025-04.parquet", 2_578, 0, 12),
        ("seasons_2025-04.parquet", 582, 0, 18),
        ("netflix_shows_2026-01-23.csv", 1_500, 1_477, 7),
    ],
)
def test_the_real_cuts(shared: Path, name: str, rows: int, declared: int, plans: int) -> None:
    """Every row lands, no fact is later than its file, and every larger network is one we know."""
    snapshot = pinned_file(shared / "data" / "tmdb" / name, known=NAMES[name][0])
    assert recognise(snapshot) == "tmdb"
    batch = tmdb.parse([snapshot])
    assert (batch.rows_read, batch.set_aside, batch.left_over) == (rows, (), ())
    assert len(batch.judgements) == declared
    assert batch.claims.filter(pl.col("modality") == "plan").height == plans
    assert batch.claims.filter(pl.col("known_at") > (snapshot.known_at or day("2025-04-30"))).is_empty()
    networks = batch.claims.filter(pl.col("predicate") == "network")["value"].value_counts()
    unknown = [
        network
        for network, shows in networks.iter_rows()
        if shows >= 5 and platform_class(network) is PlatformClass.UNKNOWN
    ]
    assert unknown == []
