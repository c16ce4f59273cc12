"""The scorecards: a status in words becomes decisions with their days, or is set aside."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import TYPE_CHECKING

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cliffhanger.domain.errors import BadFileError
from cliffhanger.domain.platforms import platform_class
from cliffhanger.domain.vocabulary import Kind, PlatformClass, Predicate
from cliffhanger.sources.registry import recognise
from cliffhanger.sources.scorecards import parse as scorecards
from cliffhanger.sources.scorecards.source import SOURCE
from cliffhanger.sources.scorecards.status import Status, days_of, read_status
from cliffhanger.sources.scorecards.words import NETWORKS
from tests.sources.test_tables import counted, day, pinned, pinned_file, said

if TYPE_CHECKING:
    from pathlib import Path

    from cliffhanger.sources.batch import Batch

NAME = "metacritic_2013_2018.csv"
HEADER = ("name", "season", "status", "tv_network", "ano")
DECISIONS = ("renewed", "ordered", "cancelled", "ending", "rescued")
SHOW = "scorecards:NBC+A%20Made-Up%20Show"

Decided = tuple[str, int | None, str, str, date | None, str, str]


def parsed(*rows: tuple[str, str, str, str, str], header: tuple[str, ...] = HEADER) -> Batch:
    """Parse made-up scorecards."""
    text = io.StringIO()
    csv.writer(text).writerows([header, *rows])
    return scorecards.parse([pinned(NAME, text.getvalue())])


def decided(batch: Batch) -> list[Decided]:
    """Return the decisions: predicate, season, value, unit, day, when known, modality."""
    claims = batch.claims.filter(pl.col("predicate").is_in(DECISIONS))
    return [
        (*about, known_at.date().isoformat(), modality)
        for *about, known_at, modality in claims.select(
            "predicate", "season", "value", "unit", "valid_from", "known_at", "modality"
        ).iter_rows()
    ]


def one(status: str, *, season: str = "SEASON 2", year: str = "2014", name: str = "A Made-Up Show") -> list[Decided]:
    """Return the decisions of one made-up row."""
    batch = parsed((name, season, status, "NBC", year))
    assert batch.set_aside == ()
    return decided(batch)


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("Renewed for a 3rd season on 5/8", ("renewed", 2, "3", "", date(2015, 5, 8), "2015-05-08", "event")),
        ("Renewed 11/3", ("renewed", 2, "3", "", date(2014, 11, 3), "2014-11-03", "event")),
        ("Renwed 9/13/18", ("renewed", 2, "3", "", date(2018, 9, 13), "2018-09-13", "event")),
        ("Renewed through S30 on 12/12", ("renewed", 2, "30", "", date(2014, 12, 12), "2014-12-12", "event")),
        ("Renewed for two more seasons on 3/6", ("renewed", 2, "4", "", date(2015, 3, 6), "2015-03-06", "event")),
        ("Renewed through 2016-17 on 3/12", ("renewed", 2, "3", "", date(2015, 3, 12), "2015-03-12", "event")),
        ("Renewed for a 6th SEAseasonSON on 5/8", ("renewed", 2, "6", "", date(2015, 5, 8), "2015-05-08", "event")),
        ("Renewed for a 3rd season on t/10", ("renewed", 2, "3", "", None, "2015-08-31", "event")),
        ("Already renewed through S5", ("renewed", 2, "5", "", None, "2014-09-01", "event")),
        ("Original order is for 3 seasons", ("ordered", 2, "3", "", None, "2014-09-01", "event")),
        ("Canceled 5/13; finale airs 5/20", ("cancelled", 2, "2", "", date(2015, 5, 13), "2015-05-13", "event")),
        ("Canceled 9/7; S2 will not air", ("cancelled", 2, "1", "unaired", date(2014, 9, 7), "2014-09-07", "event")),
        ("Presumed canceled 5/14", ("cancelled", 2, "2", "", date(2015, 5, 14), "2015-05-14", "rumour")),
        ("Omitted from 2015-16 plans; presumed canceled", ("cancelled", 2, "2", "", None, "2015-08-31", "rumour")),
        ("Ending with this 2nd season", ("ending", 2, "2", "", None, "2015-08-31", "event")),
        ("Confirmed as ended on 10/17/18", ("ending", 2, "2", "", date(2018, 10, 17), "2018-10-17", "event")),
        ("S3 picked up by Ovation on 1/16", ("renewed", 2, "3", "", date(2015, 1, 16), "2015-01-16", "event")),
    ],
)  # fmt: skip
def test_a_status_becomes_a_decision(status: str, expected: Decided) -> None:
    """Its value is a season number; without a day it was known when the TV season ended, or began if it is older."""
    assert one(status) == [expected]


def test_a_status_may_tell_of_several_decisions() -> None:
    """Each has its own day; what is undated does not borrow one."""
    assert one("Renewed 1/31; S4 announced as final season 3/22") == [
        ("renewed", 2, "3", "", date(2015, 1, 31), "2015-01-31", "event"),
        ("ending", 2, "4", "", date(2015, 3, 22), "2015-03-22", "event"),
    ]
    assert one("Renewed for 2 additional (final) seasons 5/25") == [
        ("renewed", 2, "4", "", date(2015, 5, 25), "2015-05-25", "event"),
        ("ending", 2, "4", "", date(2015, 5, 25), "2015-05-25", "event"),
    ]
    assert one("Canceled 5/6 but will move to Hulu for S3") == [
        ("cancelled", 2, "2", "", date(2015, 5, 6), "2015-05-06", "event"),
        ("rescued", 2, "3", "Hulu", None, "2015-08-31", "event"),
    ]
    assert one("Order is for 3 seasons; will end after that") == [
        ("ordered", 2, "3", "", None, "2014-09-01", "event"),
        ("ending", 2, "3", "", None, "2015-08-31", "event"),
    ]


def test_a_pickup_is_a_rescue_only_after_a_cancellation() -> None:
    """The same words mean a plain renewal where nobody had cancelled."""
    words = "S3 picked up by Netflix on 6/15"
    assert [row[0] for row in one(f"Canceled 5/11 but {words}")] == ["cancelled", "rescued"]
    assert [row[0] for row in one(words)] == ["renewed"]
    assert [row[0] for row in one("Renewed 7/26 but will move to Netflix for S3")] == ["renewed"]


@pytest.mark.parametrize(
    "status",
    [
        "Delayed to fall",
        "Pulled from schedule on 10/18",
        "Final season on Fox",
        "Season extended by 12 episodes on 3/4",
        "Delayed or canceled (status uncertain)",
        "Renewed for 90 additional eps on 7/27/16",
        "A potential 2nd season is in development",
        "fka Canceled Street",
    ],
)
def test_words_that_decide_nothing_make_no_decision(status: str) -> None:
    """They are known all the same, so that the row lands."""
    assert one(status) == []


@pytest.mark.parametrize(
    ("year", "bare", "expected"),
    [
        ("2014", "Renewed 7/9", date(2015, 7, 9)),
        ("2014", "Canceled 8/31", date(2015, 8, 31)),
        ("2016", "Renewed 8/2", date(2016, 8, 2)),
        ("2016", "Canceled 6/30", date(2017, 6, 30)),
        ("2017", "Renewed 6/4", date(2018, 6, 4)),
        ("2017", "Canceled 6/23", date(2017, 6, 23)),
        ("2018", "Canceled 6/4", date(2018, 6, 4)),
        ("2018", "Canceled 1/4/2016 before any eps aired", date(2016, 1, 4)),
        ("2020", "Renewed 7/9", date(2021, 7, 9)),
    ],
)
def test_the_year_follows_from_the_card(year: str, bare: str, expected: date) -> None:
    """Early cards end with the summer, later ones begin with it; a stated year counts."""
    assert [row[4] for row in one(bare, year=year)] == [expected]


def test_a_season_shown_in_the_summer_before_was_decided_then() -> None:
    """It stood in the card before, or its successor stands in the same card."""
    before = ("A Made-Up Show", "SEASON 5", "", "NBC", "2015")
    row = ("A made-up show", "SEASON 5", "Renewed 6/27", "NBC", "2016")
    after = ("A Made-Up Show", "SEASON 6", "", "NBC", "2016")
    assert [entry[4] for entry in decided(parsed(row))] == [date(2017, 6, 27)]
    assert [entry[4] for entry in decided(parsed(before, row))] == [date(2016, 6, 27)]
    assert [entry[4] for entry in decided(parsed(row, after))] == [date(2016, 6, 27)]


def test_the_days_of_one_status_run_forward() -> None:
    """Where the rule would have a revival before the cancellation, the day in summer moves."""
    assert [row[4] for row in one("Canceled 8/22, but revived 4/15 for 2015-16", year="2014")] == [
        date(2014, 8, 22),
        date(2015, 4, 15),
    ]
    assert [row[4] for row in one("Canceled 5/11 but S3 picked up by Netflix on 6/15", year="2017")] == [
        date(2018, 5, 11),
        date(2018, 6, 15),
    ]


def test_a_known_slip_of_a_card_is_mended() -> None:
    """A season that began in January 2014 was not renewed in September 2013."""
    assert [row[4] for row in one("Renewed 9/23", year="2013", name="True Detective")] == [date(2014, 9, 23)]
    assert [row[4] for row in one("Renewed 9/23", year="2013", name="Another Show")] == [date(2013, 9, 23)]


def test_a_season_is_not_renewed_for_itself() -> None:
    """A card that says so has slipped by one."""
    assert [row[2] for row in one("Renewed for a 3rd season on 5/8", season="SEASON 3")] == ["4"]


@pytest.mark.parametrize(
    ("cell", "season"),
    [
        ("1", 1),
        ("SEASON  2 starts tbd 2015", 2),
        ("SEASON 5.5", 5),
        ("SEASONS  27 /  28", 28),
        ("SEASON 25 / SEASON 26", 26),
        ("(SEASON 4)", 4),
        ("SN. 2", 2),
        ("SEA. 10", 10),
        ("S12", 12),
        ("PART 3", 3),
        ('SEASON 2 ("Sabotage")', 2),
    ],
)
def test_a_season_is_read_however_it_is_written(cell: str, season: int) -> None:
    """Of two cycles in one TV season the later one is meant."""
    assert [row[1] for row in one("Canceled 5/8", season=cell)] == [season]


def test_a_row_without_a_season_can_be_cancelled_but_not_renewed() -> None:
    """A cancellation is of the whole series; which season a renewal would be of, nobody says."""
    assert one("Canceled 11/13", season="") == [("cancelled", None, "", "", date(2014, 11, 13), "2014-11-13", "event")]
    batch = parsed(("A Made-Up Show", "starts tbd", "Renewed 5/8", "NBC", "2014"))
    assert counted(batch.set_aside) == {"a decision on a season without a number": 1}


def test_what_a_series_is_is_said_once() -> None:
    """The first card that lists it counts, and for a new one the card in which it starts at last."""
    put_off = ("A  Made-Up Show", "1", "Korean series; delayed", "NBC", "2014")
    batch = parsed(put_off, ("A Made-Up Show", "1", "Renewed 2/3", "NBC", "2015"))
    facts = said(batch, SHOW)
    assert facts["title"] == [("A Made-Up Show", day("2015-08-31"))]
    assert facts["network"] == [("NBC", day("2015-08-31"))]
    assert (facts["country"], facts["language"]) == ([("KR", day("2015-08-31"))], [("ko", day("2015-08-31"))])
    assert facts["start_year"] == [("2015", day("2016-02-03"))]
    returning = parsed(("A Made-Up Show", "SEASON 4", "", "NBC", "2014"))
    assert said(returning, SHOW)["title"] == [("A Made-Up Show", day("2014-09-01"))]


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        ("Documentary miniseries", Kind.LIMITED),
        ("Limited series based on the 2001 film", Kind.LIMITED),
        ("Anime (fka Perfect Bones); renewed 6/12/18", Kind.ANIMATION),
        ("Scripted series; renewed 1/15", Kind.SCRIPTED),
        ("Canceled 1/3; miniseries finale in June", None),
    ],
)
def test_the_kind_is_told_in_our_words(status: str, kind: Kind | None) -> None:
    """That a series was never meant to return tells more than its manner."""
    read = read_status(status)
    assert read is not None
    assert read.kind is kind


def test_a_language_is_not_a_country() -> None:
    """A Spanish-language series need not be from Spain."""
    spoken, nation = read_status("Spanish-language series"), read_status("Spanish series")
    assert spoken is not None
    assert nation is not None
    assert (spoken.countries, spoken.languages) == ((), ("es",))
    assert (nation.countries, nation.languages) == (("ES",), ("es",))


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (("A Show", "1", "Renewed by popular demand", "NBC", "2014"), "unknown status"),
        (("A Show", "1", "Renewed 5/8 unless it rains", "NBC", "2014"), "unknown status"),
        (("A Show", "1", "", "GLORP", "2014"), "unknown tv_network"),
        (("A Show", "1", "", "NBC", "last"), "no year"),
        ((" ", "1", "", "NBC", "2014"), "no name"),
        (("A Show", "1", "Canceled 2/30", "NBC", "2014"), "no day of the calendar"),
    ],
)
def test_what_is_not_understood_is_set_aside(row: tuple[str, str, str, str, str], reason: str) -> None:
    """The good rows land."""
    batch = parsed(row, ("A Made-Up Show", "1", "", "NBC", "2014"))
    assert counted(batch.set_aside) == {reason: 1}
    assert batch.set_aside[0].row == 1
    assert said(batch, SHOW)["title"] == [("A Made-Up Show", day("2015-08-31"))]


def test_every_network_code_is_a_platform_we_know() -> None:
    """A code is a foreign word: what it stands for must not be one too."""
    assert [name for name in NETWORKS.values() if platform_class(name) is PlatformClass.UNKNOWN] == []


@given(st.text(alphabet="renewd cal/0123456789;()&tofors", max_size=40))
def test_reading_a_status_never_fails(words: str) -> None:
    """It is understood, or it is not; every decision has a place for its day."""
    status = read_status(words)
    if status is not None and not any(entry.day for entry in status.decisions):
        assert days_of(status, name="", first_year=2014, summer_before=False) == [None] * len(status.decisions)


def test_no_status_is_an_empty_one() -> None:
    """Most rows of a card are undecided."""
    assert read_status("") == Status((), unaired=False, kind=None, countries=(), languages=())


def test_a_missing_column_is_named_and_a_new_one_is_heard() -> None:
    """A changed layout is noticed at once."""
    with pytest.raises(BadFileError, match="ano: column missing"):
        parsed(("A Show", "1", "", "NBC", "2014"), header=(*HEADER[:4], "year"))
    text = f"{','.join(HEADER)},rating\nA Show,1,,NBC,2014,1.2\n"
    assert scorecards.parse([pinned(NAME, text)]).left_over == ("rating",)


def test_only_scorecards_are_recognised() -> None:
    """By their header, whatever the file is called."""
    assert scorecards.recognises(pinned("renamed.csv", ",".join(HEADER)))
    assert not scorecards.recognises(pinned(NAME, "name,seasons\n"))
    assert SOURCE.name == "scorecards"


@pytest.mark.shared
def test_the_real_scorecards(shared: Path) -> None:
    """Every row is understood, and nearly every decision lies where its season's life allows it."""
    snapshot = pinned_file(shared / "data" / "renewal_scorecards" / NAME)
    assert recognise(snapshot) == "scorecards"
    batch = scorecards.parse([snapshot])
    assert (batch.rows_read, batch.set_aside, batch.left_over) == (3_293, (), ())
    counts = dict(batch.claims.group_by("predicate").len().iter_rows())
    assert {name: counts[name] for name in DECISIONS} == {
        "renewed": 1_500, "ordered": 13, "cancelled": 515, "ending": 200, "rescued": 11,
    }  # fmt: skip
    dated = batch.claims.filter(pl.col("predicate").is_in(DECISIONS), pl.col("valid_from").is_not_null())
    assert dated.filter(pl.col("valid_from") != pl.col("known_at").dt.date()).is_empty()
    assert dated.filter(~pl.col("valid_from").is_between(date(2013, 7, 1), date(2020, 1, 31))).is_empty()
    renewed = batch.claims.filter(pl.col("predicate") == str(Predicate.RENEWED))
    assert renewed.filter(pl.col("value").cast(pl.Int32) <= pl.col("season")).is_empty()
