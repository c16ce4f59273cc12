"""OMDb's catalogue: everything is as of its month, but premieres, which were known on their day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import polars as pl
import pytest

from cliffhanger.domain.claim import Claim
from cliffhanger.domain.errors import BadFileError
from cliffhanger.domain.vocabulary import Metric, Predicate
from cliffhanger.sources.omdb import parse as omdb
from cliffhanger.sources.omdb.source import SOURCE
from tests.sources.test_tables import counted, day, parquet, pinned, pinned_file, said, seen

if TYPE_CHECKING:
    from pathlib import Path

    from cliffhanger.sources.batch import Batch

SHOW = "imdb:tt9000001"
NAME = "series_2017-10.parquet"
MONTH = day("2017-10-31")

# Made up, in OMDb's words.
SERIES: dict[str, str | None] = {
    "imdbID": "tt9000001",
    "Type": "series",
    "Title": "A Made-Up Show",
    "Year": "2014–2016",
    "Rated": "TV-14",
    "Released": "06 Feb 2014",
    "Runtime": "45 min",
    "Genre": "Drama, Sci-Fi",
    "Director": "N/A",
    "Writer": "N/A",
    "Actors": "First Player, Second Player",
    "Language": "English, Spanish",
    "Country": "USA, UK",
    "Awards": "N/A",
    "Metascore": "N/A",
    "imdbRating": "8.1",
    "imdbVotes": "1,234,567",
    "totalSeasons": "3",
}


def parsed(*changes: dict[str, str | None], name: str = NAME) -> Batch:
    """Parse a made-up catalogue: for each change, the series with those fields."""
    rows = [SERIES | change for change in changes or ({},)]
    frame = pl.DataFrame(rows, schema=dict.fromkeys(SERIES, pl.String))
    return omdb.parse([pinned(name, parquet(frame))])


def test_a_series_is_described_as_of_the_month() -> None:
    """Every word is ours, and no fact but the premiere was known before the file's month ended."""
    assert said(parsed(), SHOW) == {
        "title": [("A Made-Up Show", MONTH)],
        "start_year": [("2014", MONTH)],
        "end_year": [("2016", MONTH)],
        "season_count": [("3", MONTH)],
        "cast": [("First Player", MONTH), ("Second Player", MONTH)],
        "premiere_date": [("2014-02-06", day("2014-02-06"))],
        "genre": [("drama", MONTH), ("science fiction", MONTH)],
        "country": [("US", MONTH), ("GB", MONTH)],
        "language": [("en", MONTH), ("es", MONTH)],
        "content_rating": [("TV-14", MONTH)],
    }


def test_numbers_are_of_the_month() -> None:
    """They are honest for questions asked after it, and for no others."""
    batch = parsed()
    assert seen(batch, Metric.IMDB_RATING, SHOW) == [8.1]
    assert seen(batch, Metric.IMDB_VOTES, SHOW) == [1_234_567]
    assert batch.observations["known_at"].unique().to_list() == [MONTH]


def test_a_premiere_is_the_first_seasons_and_holds_on_its_day() -> None:
    """The claim is the very one that an object would be."""
    premiered = date(2014, 2, 6)
    claim = Claim(
        source="omdb",
        show=SHOW,
        season=1,
        predicate=Predicate.PREMIERE_DATE,
        value="2014-02-06",
        valid_from=premiered,
        valid_to=premiered,
        known_at=day("2014-02-06"),
    )
    row = parsed().claims.filter(pl.col("predicate") == "premiere_date").row(0, named=True)
    assert (row["claim_id"], row["season"], row["modality"]) == (claim.id, 1, "event")


def test_a_premiere_to_come_is_a_plan_known_since_the_file() -> None:
    """It had not happened when the catalogue was read."""
    batch = parsed({"Year": "2017–", "Released": "25 Dec 2017"})
    row = batch.claims.filter(pl.col("predicate") == "premiere_date").row(0, named=True)
    assert (row["value"], row["known_at"], row["modality"]) == ("2017-12-25", MONTH, "plan")


def test_what_is_not_known_is_not_claimed() -> None:
    """N/A stands for nothing, in any column."""
    unknown: dict[str, str | None] = {name: "N/A" for name in SERIES if name not in ("imdbID", "Type", "Title", "Year")}
    batch = parsed(unknown | {"Year": "2014–", "totalSeasons": None})
    assert said(batch, SHOW) == {"title": [("A Made-Up Show", MONTH)], "start_year": [("2014", MONTH)]}
    assert (batch.observations.height, batch.set_aside) == (0, ())


def test_an_unrated_series_has_no_content_rating() -> None:
    """The word is known, and says nothing."""
    batch = parsed({"Rated": "Not Rated"})
    assert "content_rating" not in said(batch, SHOW)
    assert batch.set_aside == ()


@pytest.mark.parametrize(
    ("change", "reason", "lost"),
    [
        ({"totalSeasons": "2013"}, "a year, not a number of seasons", "season_count"),
        ({"totalSeasons": "some"}, "not a number of seasons", "season_count"),
        ({"Released": "soon"}, "not a date", "premiere_date"),
        ({"Released": "30 Jul 2018"}, "released more than a year off the first year", "premiere_date"),
        ({"Year": "then"}, "not a year, nor from one year to another", "start_year"),
        ({"Rated": "TV-99"}, "unknown content rating", "content_rating"),
        ({"Genre": "Glorp"}, "unknown genre", "genre"),
        ({"Country": "Ruritania"}, "unknown country", "country"),
        ({"Language": "Glorpish"}, "unknown language", "language"),
    ],
)
def test_a_field_that_cannot_be_right_is_set_aside_alone(change: dict[str, str | None], reason: str, lost: str) -> None:
    """The rest of the row lands."""
    batch = parsed(change)
    assert counted(batch.set_aside) == {reason: 1}
    assert lost not in said(batch, SHOW)
    assert said(batch, SHOW)["title"] == [("A Made-Up Show", MONTH)]


@pytest.mark.parametrize(
    ("change", "reason", "metric"),
    [
        ({"imdbRating": "11.0"}, "not a rating from 1 to 10", Metric.IMDB_RATING),
        ({"imdbRating": "good"}, "not a rating from 1 to 10", Metric.IMDB_RATING),
        ({"imdbVotes": "many"}, "not a number of votes", Metric.IMDB_VOTES),
    ],
)
def test_a_number_that_cannot_be_right_is_set_aside(change: dict[str, str | None], reason: str, metric: Metric) -> None:
    """It is not observed, and it is counted."""
    batch = parsed(change)
    assert counted(batch.set_aside) == {reason: 1}
    assert seen(batch, metric, SHOW) == []


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"imdbID": None}, "not an IMDb id of a title"),
        ({"imdbID": "9000002"}, "not an IMDb id of a title"),
        ({"imdbID": "tt9000002", "Type": "movie"}, "not a series"),
        ({"imdbID": "tt9000002", "Type": "N/A"}, "not a series"),
        ({"imdbID": "tt9000002", "Type": "hologram"}, "unknown type"),
        ({"imdbID": "tt9000002", "Title": "N/A"}, "a series without a title"),
        ({"Title": "The Same Again"}, "another row describes the same series"),
    ],
)
def test_a_row_that_is_no_series_is_set_aside(change: dict[str, str | None], reason: str) -> None:
    """The others land."""
    batch = parsed({}, change)
    assert counted(batch.set_aside) == {reason: 1}
    assert batch.claims.equals(parsed().claims)


def test_the_month_stands_in_the_name() -> None:
    """Another month's file is known since that month."""
    batch = parsed(name="series_2016-02.parquet")
    assert said(batch, SHOW)["title"] == [("A Made-Up Show", day("2016-02-29"))]


def test_a_file_is_recognised_by_its_columns_or_its_name() -> None:
    """Another Parquet file is not OMDb's."""
    content = parquet(pl.DataFrame([SERIES]))
    assert omdb.recognises(pinned("renamed.parquet", content))
    assert omdb.recognises(pinned(NAME, content[:-16]))
    assert not omdb.recognises(pinned("seasons_2025-04.parquet", parquet(pl.DataFrame({"id": [1]}))))


def test_a_truncated_file_is_refused() -> None:
    """Nothing of it lands."""
    with pytest.raises(BadFileError, match=r"series_2017-10\.parquet"):
        omdb.parse([pinned(NAME, parquet(pl.DataFrame([SERIES]))[:-16])])


def test_a_missing_column_is_named_and_a_new_one_is_heard() -> None:
    """A changed layout is noticed at once."""
    with pytest.raises(BadFileError, match="Released: column missing"):
        omdb.parse([pinned(NAME, parquet(pl.DataFrame([SERIES]).drop("Released")))])
    wider = pl.DataFrame([SERIES | {"BoxOffice": "N/A"}])
    assert omdb.parse([pinned(NAME, parquet(wider))]).left_over == ("BoxOffice",)


def test_the_terms_forbid_shipping() -> None:
    """The licence is for non-commercial use."""
    assert (SOURCE.name, SOURCE.licence.ships) == ("omdb", False)


@pytest.mark.shared
def test_the_real_catalogue(shared: Path) -> None:
    """Every series lands; films, a game and an empty row do not; nothing was known later than the file."""
    batch = omdb.parse([pinned_file(shared / "data" / "omdb" / NAME)])
    assert batch.rows_read == 29_943
    assert counted(batch.set_aside) == {
        "not an IMDb id of a title": 1,
        "not a series": 188,
        "a year, not a number of seasons": 5,
        "released more than a year off the first year": 170,
    }
    assert batch.claims.filter(pl.col("predicate") == "title").height == 29_943 - 1 - 188
    assert batch.claims["known_at"].max() == MONTH
    assert batch.left_over == ()
