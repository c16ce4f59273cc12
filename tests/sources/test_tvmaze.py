"""TVmaze's catalogue: the swapped dates are put right, row by row."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import polars as pl
import pytest

from cliffhanger.domain.errors import BadFileError
from cliffhanger.domain.platforms import platform_class
from cliffhanger.domain.vocabulary import Metric, PlatformClass
from cliffhanger.sources.registry import recognise
from cliffhanger.sources.tvmaze import parse as tvmaze
from cliffhanger.sources.tvmaze.source import SOURCE
from tests.sources.test_tables import counted, day, pinned, pinned_file, said, seen

if TYPE_CHECKING:
    from pathlib import Path

    from cliffhanger.sources.batch import Batch

NAME = "shows_2024-06.csv"
MONTH = day("2024-06-30")
SHOW = "tvmaze_name:A%20Made-Up%20Show+2014-02-06"

# Made up, in TVmaze's words; the dates stand under each other's heads, as in the file.
SERIES = {
    "Name": "A Made-Up Show",
    "Summary": "Somebody does something.",
    "Average Runtime": "60.0",
    "End Date": "2014-02-06",
    "Premiere Date": "2016-05-01",
    "Genres": "['Drama', 'Science-Fiction', 'Children']",
    "Type": "Scripted",
    "Language": "English",
    "Network": "FOX",
    "Rating": "7.9",
    "Schedule (days)": "['Sunday']",
    "Schedule (time)": "22:00",
    "Total Seasons": "3",
    "Total Episodes": "30",
    "Character Names": '0-John ""Ace"" Doe, Jr., 2-Mary',
    "Person Names": "0-First Player, 1-Second Player, 2-Third Player",
    "Official Site": "",
}


def parsed(*changes: dict[str, str], left_out: str = "", extra: str = "") -> Batch:
    """Parse a made-up catalogue: for each change, the series with those fields."""
    columns = [column for column in SERIES if column != left_out] + ([extra] if extra else [])
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, extrasaction="ignore", restval="")
    writer.writeheader()
    writer.writerows(SERIES | change for change in changes or ({},))
    return tvmaze.parse([pinned(NAME, text.getvalue())])


def test_a_series_is_described_as_of_the_month() -> None:
    """What aired was known on its day."""
    facts = said(parsed(), SHOW)
    assert facts == {
        "title": [("A Made-Up Show", MONTH)],
        "network": [("Fox", MONTH)],
        "kind": [("scripted", MONTH)],
        "language": [("en", MONTH)],
        "genre": [("drama", MONTH), ("science fiction", MONTH), ("family", MONTH)],
        "season_count": [("3", MONTH)],
        "episode_count": [("30", MONTH)],
        "cast": [("First Player", MONTH), ("Second Player", MONTH), ("Third Player", MONTH)],
        "premiere_date": [("2014-02-06", day("2014-02-06"))],
        "last_air_date": [("2016-05-01", day("2016-05-01"))],
    }
    assert seen(parsed(), Metric.TVMAZE_RATING, SHOW) == [7.9]


def test_players_are_told_with_their_characters() -> None:
    """The two lists go together by number, and a name may hold a comma."""
    cast = parsed().claims.filter(pl.col("predicate") == "cast").select("value", "unit")
    assert cast.rows() == [
        ("First Player", 'John ""Ace"" Doe, Jr.'),
        ("Second Player", ""),
        ("Third Player", "Mary"),
    ]


def test_a_mended_file_is_read_right_too() -> None:
    """Which way round the dates stand is read off the rows."""
    mended = {"Premiere Date": "2014-02-06", "End Date": "2016-05-01"}
    assert said(parsed(mended), SHOW) == said(parsed(), SHOW)


def test_a_row_the_other_way_round_is_set_aside() -> None:
    """It ends before it begins, whichever date is wrong."""
    other = {"Name": "Another", "Premiere Date": "2011-08-26", "End Date": "2015-03-18"}
    batch = parsed({}, {"Name": "A Third"}, other)
    assert [(row.row, row.reason) for row in batch.set_aside] == [(3, "the series ends before it begins")]
    assert said(batch, SHOW)["premiere_date"] == [("2014-02-06", day("2014-02-06"))]


def test_a_running_series_has_no_end() -> None:
    """And one that has not begun is a plan of the month."""
    running = said(parsed({}, {"Name": "Running", "Premiere Date": ""}), "tvmaze_name:Running+2014-02-06")
    assert "last_air_date" not in running
    batch = parsed({}, {"Name": "Coming", "End Date": "2024-09-01", "Premiere Date": ""})
    plan = batch.claims.filter(pl.col("show").str.contains("Coming"), pl.col("predicate") == "premiere_date")
    assert plan.select("modality", "known_at").rows() == [("plan", MONTH)]


def test_one_day_shows_do_not_decide_which_way_round_the_dates_stand() -> None:
    """A first day that is also the last says nothing."""
    special = {"Name": "Special", "End Date": "2015-01-01", "Premiere Date": "2015-01-01"}
    batch = parsed(special)
    assert batch.set_aside == ()
    assert batch.claims.filter(pl.col("predicate") == "premiere_date")["value"].to_list() == ["2015-01-01"]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"Name": ""}, "no name"),
        ({"Type": "Glorp"}, "unknown type"),
        ({"Language": "Glorpish"}, "unknown language"),
        ({"Genres": "['Glorp']"}, "unknown genre"),
        ({"Genres": "Drama"}, "not a list of words"),
        ({"Genres": "[1, 2]"}, "not a list of words"),
        ({"Genres": "__import__('os').getcwd()"}, "not a list of words"),
        ({"Total Seasons": "some"}, "not a whole number"),
        ({"Rating": "99"}, "not a rating up to 10"),
        ({"End Date": "long ago"}, "not a date"),
    ],
)
def test_a_bad_row_is_set_aside(change: dict[str, str], reason: str) -> None:
    """The good rows land, and nothing in a file is run."""
    batch = parsed(change, {"Name": "Another"})
    assert counted(batch.set_aside) == {reason: 1}
    assert set(batch.claims["show"]) == {"tvmaze_name:Another+2014-02-06"}


def test_a_missing_column_is_named_and_a_new_one_is_heard() -> None:
    """A changed layout is noticed at once."""
    with pytest.raises(BadFileError, match="Network: column missing"):
        parsed(left_out="Network")
    assert parsed(extra="Web Channel").left_over == ("Web Channel",)


def test_a_file_is_known_by_its_columns() -> None:
    """The name alone would do for another catalogue too."""
    assert tvmaze.recognises(pinned("renamed.csv", ",".join(SERIES)))
    assert not tvmaze.recognises(pinned(NAME, "name,number_of_seasons\n"))
    assert (SOURCE.name, SOURCE.licence.ships) == ("tvmaze", False)


@pytest.mark.shared
def test_the_real_catalogue(shared: Path) -> None:
    """One row has a wrong date; every network with several shows is one we know."""
    snapshot = pinned_file(shared / "data" / "tvmaze" / NAME)
    assert recognise(snapshot) == "tvmaze"
    batch = tvmaze.parse([snapshot])
    assert (batch.rows_read, batch.left_over) == (2_565, ())
    assert counted(batch.set_aside) == {"the series ends before it begins": 1}
    assert batch.claims.filter(pl.col("predicate") == "title").height == 2_564
    assert batch.claims["known_at"].max() == MONTH
    networks = batch.claims.filter(pl.col("predicate") == "network")["value"].value_counts()
    unknown = [
        name for name, shows in networks.iter_rows() if shows >= 5 and platform_class(name) is PlatformClass.UNKNOWN
    ]
    assert unknown == []
