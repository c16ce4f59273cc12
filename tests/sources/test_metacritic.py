"""Metacritic's catalogue: scores as of the file's day, the release as of its own."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import TYPE_CHECKING

import polars as pl
import pytest

from cliffhanger.domain.errors import BadFileError
from cliffhanger.domain.vocabulary import Metric
from cliffhanger.sources.metacritic import parse as metacritic
from cliffhanger.sources.metacritic.source import SOURCE
from cliffhanger.sources.registry import recognise
from tests.sources.test_tables import counted, day, pinned, pinned_file, said, seen

if TYPE_CHECKING:
    from pathlib import Path

    from cliffhanger.sources.batch import Batch

NAME = "tv_shows_2025-12-27.csv"
PUBLISHED = day("2025-12-27")
SHOW = "metacritic:1000000001"

# Made up, in Metacritic's words.
SERIES = {
    "id": "1000000001",
    "title": "A Made-Up\xa0Show",
    "releaseDate": "2014-02-06",
    "seasonCount": "3.0",
    "rating": "TV-14",
    "genres": "Drama,Sci-Fi,Unknown",
    "description": "Somebody does something.",
    "duration": "45.0",
    "tagline": "",
    "metascore": "83.0",
    "metascore_count": "7",
    "metascore_sentiment": "Universal acclaim",
    "userscore": "54",
    "userscore_count": "67",
    "userscore_sentiment": "Mixed or average",
    "created_by": "First Maker,Second Maker",
    "production_companies": "A Studio,A Network",
    "director": "",
    "writer": "",
    "top_cast": "First Player, Second Player,First Player",
}


def parsed(*changes: dict[str, str], left_out: str = "", extra: str = "") -> Batch:
    """Parse a made-up catalogue: for each change, the series with those fields."""
    columns = [column for column in SERIES if column != left_out] + ([extra] if extra else [])
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, extrasaction="ignore", restval="")
    writer.writeheader()
    writer.writerows(SERIES | change for change in changes or ({},))
    return metacritic.parse([pinned(NAME, text.getvalue(), known="2025-12-27")])


def test_a_series_is_described_as_of_the_day() -> None:
    """Only its release was known before."""
    assert said(parsed(), SHOW) == {
        "title": [("A Made-Up Show", PUBLISHED)],
        "season_count": [("3", PUBLISHED)],
        "content_rating": [("TV-14", PUBLISHED)],
        "genre": [("drama", PUBLISHED), ("science fiction", PUBLISHED)],
        "creator": [("First Maker", PUBLISHED), ("Second Maker", PUBLISHED)],
        "cast": [("First Player", PUBLISHED), ("Second Player", PUBLISHED)],
        "premiere_date": [("2014-02-06", day("2014-02-06"))],
    }


def test_scores_stand_with_their_counts() -> None:
    """Critics and users are told apart by scope."""
    batch = parsed()
    assert seen(batch, Metric.METASCORE, SHOW) == [83]
    assert seen(batch, Metric.METACRITIC_USER_SCORE, SHOW) == [54]
    counts = batch.observations.filter(pl.col("metric") == "review_count").select("scope", "value", "known_at")
    assert counts.rows() == [("critics", 7, PUBLISHED), ("users", 67, PUBLISHED)]


def test_a_nought_without_a_verdict_is_no_score() -> None:
    """Too few users have voted; a nought that Metacritic stands by is one."""
    too_few = parsed({"userscore": "0", "userscore_count": "2", "userscore_sentiment": ""})
    assert seen(too_few, Metric.METACRITIC_USER_SCORE, SHOW) == []
    assert seen(too_few, Metric.REVIEW_COUNT, SHOW) == [7, 2]
    meant = parsed({"userscore": "0", "userscore_sentiment": "Overwhelming dislike"})
    assert seen(meant, Metric.METACRITIC_USER_SCORE, SHOW) == [0]


@pytest.mark.parametrize(
    ("released", "value", "first", "last", "known", "modality"),
    [
        ("2014", "2014-01-01/2014-12-31", date(2014, 1, 1), date(2014, 12, 31), "2014-12-31", "event"),
        ("2020-02", "2020-02-01/2020-02-29", date(2020, 2, 1), date(2020, 2, 29), "2020-02-29", "event"),
        ("2025-12", "2025-12-01/2025-12-31", date(2025, 12, 1), date(2025, 12, 31), "2025-12-27", "event"),
        ("2026-03-01", "2026-03-01", date(2026, 3, 1), date(2026, 3, 1), "2025-12-27", "plan"),
    ],
)
def test_a_release_may_be_a_span_or_a_plan(  # noqa: PLR0913, PLR0917 - the columns of the table above
    released: str, value: str, first: date, last: date, known: str, modality: str
) -> None:
    """A month or year was known when it was over; a day still to come is a plan of the file's day."""
    claims = parsed({"releaseDate": released}).claims.filter(pl.col("predicate") == "premiere_date")
    columns = ("season", "value", "valid_from", "valid_to", "known_at", "modality")
    assert claims.select(columns).rows() == [(1, value, first, last, day(known), modality)]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"id": ""}, "no id"),
        ({"title": " "}, "no title"),
        ({"releaseDate": "soon"}, "not a date"),
        ({"releaseDate": "2014-13"}, "not a date"),
        ({"metascore": "high"}, "not a number"),
        ({"metascore": "8300"}, "more than 100"),
        ({"seasonCount": "-1"}, "not a number"),
        ({"genres": "Glorp"}, "unknown genre"),
    ],
)
def test_a_bad_row_is_set_aside(change: dict[str, str], reason: str) -> None:
    """The good rows land."""
    batch = parsed(change, {"id": "1000000002"})
    assert counted(batch.set_aside) == {reason: 1}
    assert set(batch.claims["show"]) == {"metacritic:1000000002"}


def test_what_is_not_said_is_not_claimed() -> None:
    """Empty fields are no facts."""
    batch = parsed(dict.fromkeys(set(SERIES) - {"id", "title"}, ""))
    assert said(batch, SHOW) == {"title": [("A Made-Up Show", PUBLISHED)]}
    assert (batch.observations.height, batch.set_aside) == (0, ())


def test_a_missing_column_is_named_and_a_new_one_is_heard() -> None:
    """A changed layout is noticed at once."""
    with pytest.raises(BadFileError, match="userscore_count: column missing"):
        parsed(left_out="userscore_count")
    assert parsed(extra="must_see").left_over == ("must_see",)


def test_a_file_is_known_by_its_columns() -> None:
    """Another catalogue is not Metacritic's."""
    assert metacritic.recognises(pinned("renamed.csv", ",".join(SERIES)))
    assert not metacritic.recognises(pinned(NAME, "id,title\n"))
    assert not metacritic.recognises(pinned(NAME, b"\x00\xff"))
    assert (SOURCE.name, SOURCE.licence.ships) == ("metacritic", False)


@pytest.mark.shared
def test_the_real_catalogue(shared: Path) -> None:
    """Every row lands, and nothing was known later than the file."""
    snapshot = pinned_file(shared / "data" / "metacritic" / NAME, known="2025-12-27")
    assert recognise(snapshot) == "metacritic"
    batch = metacritic.parse([snapshot])
    assert (batch.rows_read, batch.set_aside, batch.left_over) == (3_330, (), ())
    assert batch.claims.filter(pl.col("predicate") == "title").height == 3_330
    assert batch.claims.filter(pl.col("predicate") == "premiere_date").height == 3_330 - 13
    assert dict(batch.observations.group_by("metric").len().iter_rows()) == {
        "metascore": 3_314, "metacritic_user_score": 2_871, "review_count": 6_660,
    }  # fmt: skip
    assert batch.claims["known_at"].max() == PUBLISHED
