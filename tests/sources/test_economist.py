"""The Economist's seasons: mean air dates, ratings and shares of the year's ratings."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import polars as pl
import pytest

from cliffhanger.domain.claim import Claim
from cliffhanger.domain.errors import BadFileError
from cliffhanger.domain.vocabulary import Metric, Predicate
from cliffhanger.sources.economist import parse as economist
from cliffhanger.sources.economist.source import SOURCE
from tests.sources.test_tables import counted, day, pinned, pinned_file, said, seen

if TYPE_CHECKING:
    from pathlib import Path

    from cliffhanger.sources.batch import Batch

SHOW = "imdb:tt9000001"
NAME = "season_ratings_2018-10.csv"
MONTH = day("2018-10-31")
HEADER = "titleId,seasonNumber,title,date,av_rating,share,genres\n"

# Made up, in the Economist's layout.
FIRST = 'tt9000001,1,"A Show, Made Up",2015-02-27,8.3407,0.46,"Drama,Sci-Fi"\n'
SECOND = 'tt9000001,2,"A Show, Made Up",2016-05-30,8.8196,0.25,"Drama,Sci-Fi"\n'


def parsed(*rows: str, header: str = HEADER) -> Batch:
    """Parse a made-up table."""
    return economist.parse([pinned(NAME, header + "".join(rows or (FIRST, SECOND)))])


def test_a_seasons_mean_air_date_was_known_on_that_day() -> None:
    """The claim is the very one that an object would be: of the season, valid on the day."""
    aired = date(2016, 5, 30)
    claim = Claim(
        source="economist",
        show=SHOW,
        season=2,
        predicate=Predicate.MEAN_AIR_DATE,
        value="2016-05-30",
        valid_from=aired,
        valid_to=aired,
        known_at=day("2016-05-30"),
    )
    assert claim.id in parsed().claims["claim_id"].to_list()


def test_genres_are_the_shows_and_stand_once() -> None:
    """Two seasons say the same of their show."""
    assert said(parsed(), SHOW)["genre"] == [("drama", MONTH), ("science fiction", MONTH)]


def test_numbers_are_of_the_month_in_the_files_name() -> None:
    """Votes went on after a season had aired, so its rating was known when the table was made."""
    batch = parsed()
    assert seen(batch, Metric.IMDB_RATING, SHOW, 1) == [8.3407]
    assert seen(batch, Metric.RATINGS_SHARE, SHOW, 2) == [0.25]
    assert batch.observations["known_at"].unique().to_list() == [MONTH]


def test_an_exact_copy_stands_once() -> None:
    """It says nothing new."""
    batch = parsed(FIRST, FIRST)
    assert counted(batch.set_aside) == {"an exact copy of an earlier row": 1}
    assert batch.observations.equals(parsed(FIRST).observations)


def test_of_two_seasons_of_one_number_the_one_that_aired_first_stands() -> None:
    """A revival that is numbered anew must not overwrite the season of a generation before."""
    revival = FIRST.replace("2015-02-27", "2017-07-09")
    for rows in ((revival, FIRST), (FIRST, revival)):
        batch = parsed(*rows)
        assert counted(batch.set_aside) == {"a season that aired earlier bears the same number": 1}
        assert said(batch, SHOW)["mean_air_date"] == [("2015-02-27", day("2015-02-27"))]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("tt9000001", "9000001", "not an IMDb id of a title"),
        (",1,", ",one,", "not a season number"),
        ("2015-02-27", "27 February", "not a date"),
        ("2015-02-27", "", "not a date"),
        ("8.3407", "high", "not a rating from 1 to 10"),
        ("8.3407", "83.4", "not a rating from 1 to 10"),
        ("0.46", "146", "not a percentage from 0 to 100"),
    ],
)
def test_a_bad_row_is_set_aside_and_the_good_ones_land(old: str, new: str, reason: str) -> None:
    """One row at fault costs one row, with its reason."""
    batch = parsed(FIRST.replace(old, new), SECOND)
    assert counted(batch.set_aside) == {reason: 1}
    assert batch.claims.equals(parsed(SECOND).claims)
    assert batch.rows_read == 2


def test_an_unknown_genre_is_set_aside_alone() -> None:
    """The season lands, and the word is named."""
    batch = parsed(FIRST.replace("Sci-Fi", "Glorp"))
    assert [(a.row, a.value, a.reason) for a in batch.set_aside] == [(1, "Glorp", "unknown genre")]
    assert said(batch, SHOW)["genre"] == [("drama", MONTH)]


def test_a_file_is_recognised_by_its_columns_or_its_name() -> None:
    """Another table is not the Economist's."""
    assert economist.recognises(pinned("renamed.csv", HEADER + FIRST))
    assert economist.recognises(pinned(NAME, "damaged"))
    assert not economist.recognises(pinned("other.csv", "titleId,title\n"))


def test_a_missing_column_is_named_and_a_new_one_is_heard() -> None:
    """A changed layout is noticed at once."""
    with pytest.raises(BadFileError, match="share: column missing"):
        parsed(header=HEADER.replace("share", "part"))
    assert parsed(FIRST.replace("\n", ",7\n"), header=HEADER.replace("\n", ",votes\n")).left_over == ("votes",)


def test_a_file_that_is_no_table_is_refused() -> None:
    """Nothing of it lands."""
    with pytest.raises(BadFileError, match="NUL bytes"):
        economist.parse([pinned(NAME, HEADER.encode() + b"\0" * 20)])


def test_the_terms_allow_shipping_with_attribution() -> None:
    """The licence asks for the notice of copyright."""
    assert SOURCE.licence.ships
    assert "The Economist Newspaper" in SOURCE.licence.attribution


@pytest.mark.shared
def test_the_real_table(shared: Path) -> None:
    """Every season lands but a copy and the revival of Twin Peaks, which is numbered 1 again."""
    batch = economist.parse([pinned_file(shared / "data" / "economist" / NAME)])
    assert batch.rows_read == 2_266
    assert counted(batch.set_aside) == {
        "an exact copy of an earlier row": 1,
        "a season that aired earlier bears the same number": 1,
    }
    assert batch.claims.filter(pl.col("predicate") == "mean_air_date").height == 2_264
    assert said(batch, "imdb:tt0098936")["mean_air_date"][0] == ("1990-04-29", day("1990-04-29"))
    assert batch.left_over == ()
