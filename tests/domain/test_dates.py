"""Partial dates: what each wording means, and the laws that hold for every one of them."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cliffhanger.domain.date_units import UnitReader
from cliffhanger.domain.dates import PartialDate, Toward, find_dates, parse, parse_day
from cliffhanger.domain.errors import BadDateError

if TYPE_CHECKING:
    from pathlib import Path

# A Friday, in a week that runs from Monday 21 to Sunday 27 July.
REFERENCE = date(2025, 7, 25)

WORDINGS = [
    # Years, months, days.
    ("2026", "2026-01-01/2026-12-31"),
    ("July 2026", "2026-07-01/2026-07-31"),
    ("July of 2026", "2026-07-01/2026-07-31"),
    ("July, 2026", "2026-07-01/2026-07-31"),
    ("Feb. 2024", "2024-02-01/2024-02-29"),
    ("July 9, 2025", "2025-07-09"),
    ("July 9th 2025", "2025-07-09"),
    ("9 July 2025", "2025-07-09"),
    ("the 9th of July, 2025", "2025-07-09"),
    ("Wednesday, July 9, 2025", "2025-07-09"),
    ("Wed. 9 July 2025", "2025-07-09"),
    ("Sept. 9, 2025", "2025-09-09"),
    ("2025-07-09", "2025-07-09"),
    ("2025-07", "2025-07-01/2025-07-31"),
    ("2025-07-01/2025-07-31", "2025-07-01/2025-07-31"),
    # Parts.
    ("early July 2025", "2025-07-01/2025-07-10"),
    ("mid-July 2025", "2025-07-11/2025-07-20"),
    ("late July 2025", "2025-07-21/2025-07-31"),
    ("late February 2024", "2024-02-21/2024-02-29"),
    ("start of July 2025", "2025-07-01/2025-07-10"),
    ("the end of July 2025", "2025-07-21/2025-07-31"),
    ("the first half of July 2025", "2025-07-01/2025-07-15"),
    ("second half of July 2025", "2025-07-16/2025-07-31"),
    ("early 2026", "2026-01-01/2026-04-30"),
    ("mid-2026", "2026-05-01/2026-08-31"),
    ("late 2026", "2026-09-01/2026-12-31"),
    ("early to mid-2026", "2026-01-01/2026-08-31"),
    ("beginning of 2026", "2026-01-01/2026-03-31"),
    ("the end of 2026", "2026-10-01/2026-12-31"),
    ("H1 2026", "2026-01-01/2026-06-30"),
    ("first half of 2026", "2026-01-01/2026-06-30"),
    ("2H 2026", "2026-07-01/2026-12-31"),
    ("Q2 2026", "2026-04-01/2026-06-30"),
    ("the fourth quarter of 2026", "2026-10-01/2026-12-31"),
    ("early summer 2026", "2026-06-01/2026-06-30"),
    ("late fall 2026", "2026-11-01/2026-11-30"),
    # Seasons of the year, and the year of television.
    ("spring 2026", "2026-03-01/2026-05-31"),
    ("summer 2026", "2026-06-01/2026-08-31"),
    ("autumn 2026", "2026-09-01/2026-11-30"),
    ("the fall of 2026", "2026-09-01/2026-11-30"),
    ("winter 2026", "2026-01-01/2026-03-31"),
    ("winter 2025-26", "2025-12-01/2026-02-28"),
    ("winter 2011-12", "2011-12-01/2012-02-29"),
    ("the 2025-26 season", "2025-09-01/2026-08-31"),
    ("2025/26 TV season", "2025-09-01/2026-08-31"),
    ("the 2025\N{EN DASH}2026 television season", "2025-09-01/2026-08-31"),
    ("the 2010-11 season", "2010-09-01/2011-08-31"),
    # Pairs.
    ("Summer or Fall 2026", "2026-06-01/2026-11-30"),
    ("summer/fall 2026", "2026-06-01/2026-11-30"),
    ("between July and November 2024", "2024-07-01/2024-11-30"),
    ("from July to November 2024", "2024-07-01/2024-11-30"),
    ("July\N{EN DASH}November 2024", "2024-07-01/2024-11-30"),
    ("July \N{EM DASH} November 2024", "2024-07-01/2024-11-30"),
    ("June and July 2025", "2025-06-01/2025-07-31"),
    ("between November and March 2025", "2024-11-01/2025-03-31"),
    ("November 2024 to March", "2024-11-01/2025-03-31"),
    ("late 2025 or early 2026", "2025-09-01/2026-04-30"),
    ("fall or winter 2025", "2025-09-01/2026-02-28"),
    ("December or January 2026", "2025-12-01/2026-01-31"),
    ("June or September 2026", "2026-06-01/2026-09-30"),
    ("July 3-9, 2025", "2025-07-03/2025-07-09"),
    ("3\N{EN DASH}9 July 2025", "2025-07-03/2025-07-09"),
    ("between 3 and 9 July 2025", "2025-07-03/2025-07-09"),
    ("July 28 to August 3, 2025", "2025-07-28/2025-08-03"),
    ("2024-2026", "2024-01-01/2026-12-31"),
]

RELATIVE_WORDINGS = [
    ("today", "2025-07-25"),
    ("yesterday", "2025-07-24"),
    ("tomorrow", "2025-07-26"),
    ("last week", "2025-07-14/2025-07-20"),
    ("this week", "2025-07-21/2025-07-27"),
    ("next weekend", "2025-08-02/2025-08-03"),
    ("next month", "2025-08-01/2025-08-31"),
    ("last year", "2024-01-01/2024-12-31"),
    ("next quarter", "2025-10-01/2025-12-31"),
    ("earlier this month", "2025-07-01/2025-07-25"),
    ("earlier this summer", "2025-06-01/2025-07-25"),
    ("later this year", "2025-07-25/2025-12-31"),
    ("later in the year", "2025-07-25/2025-12-31"),
    ("the end of the year", "2025-10-01/2025-12-31"),
    ("early next month", "2025-08-01/2025-08-10"),
    ("late next year", "2026-09-01/2026-12-31"),
    ("this summer", "2025-06-01/2025-08-31"),
    ("this fall", "2025-09-01/2025-11-30"),
    ("next fall", "2026-09-01/2026-11-30"),
    ("last spring", "2024-03-01/2024-05-31"),
    ("this past spring", "2025-03-01/2025-05-31"),
    ("this past summer", "2024-06-01/2024-08-31"),
    ("this coming fall", "2025-09-01/2025-11-30"),
    ("the coming summer", "2026-06-01/2026-08-31"),
    ("this winter", "2025-12-01/2026-02-28"),
    ("last winter", "2024-12-01/2025-02-28"),
    ("summer of next year", "2026-06-01/2026-08-31"),
    ("July of last year", "2024-07-01/2024-07-31"),
    ("last December", "2024-12-01/2024-12-31"),
    ("next July 9", "2026-07-09"),
    ("Wednesday", "2025-07-23"),
    ("Monday", "2025-07-28"),
    ("last Wednesday", "2025-07-23"),
    ("last Friday", "2025-07-18"),
    ("next Wednesday", "2025-07-30"),
    ("next Friday", "2025-08-01"),
    ("this Monday", "2025-07-21"),
    ("Monday of last week", "2025-07-14"),
    ("Friday of next week", "2025-08-01"),
    ("this Wednesday, July 30", "2025-07-30"),
    ("July 9", "2025-07-09"),
    ("Jul. 9", "2025-07-09"),
    ("3 October", "2025-10-03"),
    ("October 3rd", "2025-10-03"),
    ("January 20", "2026-01-20"),
    ("February", "2025-02-01/2025-02-28"),
    ("fall", "2025-09-01/2025-11-30"),
    ("Q3", "2025-07-01/2025-09-30"),
    ("November to March", "2024-11-01/2025-03-31"),
    ("this fall or next spring", "2025-09-01/2026-05-31"),
]

# Wording, interval, open at its start, open at its end.
OPEN_WORDINGS = [
    ("as early as fall 2025", "2025-09-01/2025-11-30", False, True),
    ("no earlier than July 2026", "2026-07-01/2026-07-31", False, True),
    ("not until 2027", "2027-01-01/2027-12-31", False, True),
    ("until at least 2027", "2027-01-01/2027-12-31", False, True),
    ("since 2024", "2024-01-01/2024-12-31", False, True),
    ("from July 2025", "2025-07-01/2025-07-31", False, True),
    ("starting in January 2026", "2026-01-01/2026-01-31", False, True),
    ("2027 at the earliest", "2027-01-01/2027-12-31", False, True),
    ("after March 2026", "2026-04-01/2026-04-30", False, True),
    ("after July 9, 2025", "2025-07-10", False, True),
    ("not until after spring 2026", "2026-06-01/2026-08-31", False, True),
    ("by summer 2026", "2026-06-01/2026-08-31", True, False),
    ("by Summer or Fall 2026", "2026-06-01/2026-11-30", True, False),
    ("by the end of 2026", "2026-10-01/2026-12-31", True, False),
    ("no later than July 9, 2025", "2025-07-09", True, False),
    ("through July 20, 2025", "2025-07-20", True, False),
    ("July 2026 at the latest", "2026-07-01/2026-07-31", True, False),
    ("before 2027", "2026-01-01/2026-12-31", True, False),
    ("before July 9, 2025", "2025-07-08", True, False),
    ("around July 2026", "2026-07-01/2026-07-31", True, True),
    ("until 2027", "2027-01-01/2027-12-31", False, False),
]

REFUSED = [
    ("", "empty"),
    ("   ", "empty"),
    ("soon", "words are not those of one date"),
    ("season 2", "words are not those of one date"),
    ("10/3", "ISO form"),
    ("10/3/2025", "ISO form"),
    ("9.7.2025", "ISO form"),
    ("2025-26", "'2025-26 season'"),
    ("July and November 2024", "two separate times"),
    ("between November 2025 and July 2024", "ends before it begins"),
    ("February 30, 2025", "out of range"),
    ("2025-13-01", "month must be in"),
    ("early this week", "no such part"),
    ("later in 2024", "other side of 2025-07-25"),
    ("after 9999", "out of range"),
    ("July 9, 2025, and then some", "words are not those of one date"),
]

# Prose, and the dates in it as they are written there.
PROSE = [
    ("It bows on New Year's Day and ends on Christmas Eve 2025.", ["New Year's Day", "Christmas Eve 2025"]),
    ("Cameras roll in the spring, and it is back by the fall.", ["spring", "by the fall"]),
    ("It opened on July 9, 2025, and ran until late August.", ["July 9, 2025", "until late August"]),
    ("Filming ran between July and November 2024 in two cities.", ["between July and November 2024"]),
    ("It may start as early as Fall 2025, or by Summer or Fall 2026.",
     ["as early as Fall 2025", "by Summer or Fall 2026"]),
    ("Renewed in May for 2026.", ["May", "2026"]),
    ("The network said Wednesday it returns in mid-July.", ["Wednesday", "mid-July"]),
    ("Back this fall, later this year at worst.", ["this fall", "later this year"]),
    ("Season 2 May 2026", ["May 2026"]),
    ("It ended in July. 9 people stayed.", ["July"]),
    ("It ended on Jul. 9. Nobody stayed.", ["Jul. 9"]),
    ("In May\n\n2026 people came.", ["May"]),
    ("A first look at the July 9\N{EN DASH}13 run (2025-07-09).", ["July 9\N{EN DASH}13", "2025-07-09"]),
    ("It won't return before 2027.", ["2027"]),
    ("No earlier than 2027, and prior to 2029.", ["No earlier than 2027", "prior to 2029"]),
    ("Shot between July and November, from Monday to Friday.", ["between July and November"]),
    ("Out on 9 July, from 31 Jan 2026.", ["9 July", "31 Jan 2026"]),
    ("The sequel won\N{RIGHT SINGLE QUOTATION MARK}t be ready by July 9, 2026.", ["July 9, 2026"]),
    ("Planned for the 2025\N{EN DASH}26 season", ["2025\N{EN DASH}26 season"]),
]  # fmt: skip

NO_DATES = [
    "A Christmas special, a new year and the spring of hope.",
    "It may march on, a second fall from grace after the fall.",
    "1 in 5 viewers, 24/7, season 2 of 3, 9-1-1 and 20/20",
    "In 2000 episodes, on March 4 million viewers, by July 10 shows were gone",
    "In June Osborne's house, on Wednesday Addams, by April Bowlby, in August Wilson's play",
    "Last Week Tonight; I Know What You Did Last Summer; Wednesday season 2; the Today show",
    "Shows today are expendable; channel 2026; $2026; 2026%; v.2026.1; a 2026-set story; 2026's best",
    "in 1850, in the 2020s, 12/25/2025, 3.2026, between 2 and 3 seasons, H2, Q2, 1923, from 2012",
    "September 31, 2025 does not exist; two weeks after July 9 is another day",
]

# The tests reckon a month's end from the next, which the calendar's last month lacks.
days = st.dates(max_value=date(9999, 11, 30))
partial_dates = st.builds(
    lambda one, other, start, end: PartialDate(min(one, other), max(one, other), "", start, end),
    days, days, st.booleans(), st.booleans(),
)  # fmt: skip
month_runs = st.builds(
    lambda year, month, count: PartialDate(date(year, month, 1), _end_of_month(year, month + count - 1)),
    st.integers(1, 9990), st.integers(1, 12), st.integers(1, 40),
)  # fmt: skip
in_month = st.sampled_from([(1, 10), (11, 20), (21, 0), (1, 15), (16, 0), (1, 20), (11, 0)])
month_parts = st.builds(lambda day, cut: _part_of_month(day, *cut), days, in_month)
words = st.sampled_from(
    [
        "early", "mid", "late", "end", "of", "the", "beginning", "first", "half", "Q2", "H1", "season", "in", "on",
        "2025", "2026", "2025-26", "2025-07-09", "9", "31", "29", "0", "9th", "July", "may", "May", "Feb.", "March",
        "Wednesday", "wed", "spring", "fall", "winter", "this", "last", "next", "past", "coming", "week", "month",
        "year", "today", "yesterday", "between", "and", "from", "to", "or", "-", "/", ",", ".", "until", "by",
        "before", "after", "not", "since", "as", "around", "at", "latest", "later", "earlier", "'s",
    ]
)  # fmt: skip
sentences = st.lists(words, max_size=9).map(" ".join)


def _part_of_month(day: date, first: int, last: int) -> PartialDate:
    """Return days of the month of a day, up to its end where no last one is given."""
    end = day.replace(day=last) if last else _end_of_month(day.year, day.month)
    return PartialDate(day.replace(day=first), end)


def _end_of_month(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


@pytest.mark.parametrize(("wording", "iso"), WORDINGS)
def test_absolute_wordings_need_no_reference(wording: str, iso: str) -> None:
    """A wording that names its year means the same with a reference day and without."""
    assert parse(wording).iso() == iso
    assert parse(wording, date(1999, 1, 31)).iso() == iso


@pytest.mark.parametrize(("wording", "iso"), RELATIVE_WORDINGS)
def test_relative_wordings_count_from_the_reference(wording: str, iso: str) -> None:
    """A wording without its year is read from the day of publication, and refused without one."""
    assert parse(wording, REFERENCE).iso() == iso
    with pytest.raises(BadDateError, match="needs a day to count from"):
        parse(wording)


def test_earlier_in_a_year_without_a_reference_is_the_year() -> None:
    """What was over by the day of publication cannot be told without that day."""
    assert parse("earlier in 2025").iso() == "2025-01-01/2025-12-31"
    assert parse("earlier in 2025", REFERENCE).iso() == "2025-01-01/2025-07-25"


@pytest.mark.parametrize(("wording", "iso", "open_start", "open_end"), OPEN_WORDINGS)
def test_open_sides_are_marked(wording: str, iso: str, *, open_start: bool, open_end: bool) -> None:
    """Words that bound a date leave its interval bounded, and mark the side that is open."""
    found = parse(wording, REFERENCE)
    assert (found.iso(), found.open_start, found.open_end) == (iso, open_start, open_end)


@pytest.mark.parametrize(("wording", "reason"), REFUSED)
def test_what_is_no_date_is_refused_with_the_reason(wording: str, reason: str) -> None:
    """The error names the text and says what is wrong with it."""
    with pytest.raises(BadDateError, match=reason) as caught:
        parse(wording, REFERENCE)
    assert caught.value.text == wording


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("  LATE   july ,, 2025 . ", "late July 2025"),
        ("Late\N{NO-BREAK SPACE}July\N{NARROW NO-BREAK SPACE}2025", "late July 2025"),
        ("mid\N{NON-BREAKING HYPHEN}july\t2025", "mid-July 2025"),
        ("2025\N{EN DASH}07\N{EN DASH}09", "2025-07-09"),
        ("July\n9,\n\n2025", "July 9, 2025"),
        ("in the fall of 2025", "fall 2025"),
        ("sometime in 2026", "2026"),
    ],
)
def test_case_spaces_and_marks_do_not_matter(written: str, plain: str) -> None:
    """However a date is set, it means the same; the wording stays as it was written."""
    assert parse(written).iso() == parse(plain).iso()
    assert parse(written).wording == written.strip()


@pytest.mark.parametrize(
    ("wording", "past", "nearest", "future"),
    [
        ("July 9", "2025-07-09", "2025-07-09", "2026-07-09"),
        ("July 25", "2025-07-25", "2025-07-25", "2025-07-25"),
        ("August", "2024-08-01/2024-08-31", "2025-08-01/2025-08-31", "2025-08-01/2025-08-31"),
        ("Wednesday", "2025-07-23", "2025-07-23", "2025-07-30"),
        ("Friday", "2025-07-25", "2025-07-25", "2025-07-25"),
        ("this spring", "2025-03-01/2025-05-31", "2025-03-01/2025-05-31", "2026-03-01/2026-05-31"),
        ("this fall", "2024-09-01/2024-11-30", "2025-09-01/2025-11-30", "2025-09-01/2025-11-30"),
        ("February 29", "2024-02-29", "2024-02-29", "2028-02-29"),
    ],
)
def test_the_way_to_look_decides_a_year_that_is_not_said(wording: str, past: str, nearest: str, future: str) -> None:
    """Without a hint the nearest day is meant; with one, the nearest on that side."""
    found = [parse(wording, REFERENCE, toward=way).iso() for way in (Toward.PAST, Toward.NEAREST, Toward.FUTURE)]
    assert found == [past, nearest, future]


def test_of_two_days_as_near_the_earlier_is_meant() -> None:
    """Half a leap year lies between 1 July 2023 and both its neighbours' 31 December."""
    reference = date(2024, 7, 1)
    assert (reference - date(2023, 12, 31)).days == (date(2024, 12, 31) - reference).days
    assert parse("December 31", reference).first == date(2023, 12, 31)


def test_an_instant_serves_as_reference() -> None:
    """The instant from which a claim is known counts as its day."""
    assert parse("yesterday", datetime(2025, 7, 25, 23, 59, tzinfo=UTC)).first == date(2025, 7, 24)


def test_winter_ahead_and_winter_present() -> None:
    """In winter "this winter" is the present one, and before it the coming one."""
    assert parse("this winter", date(2026, 2, 10)).iso() == "2025-12-01/2026-02-28"
    assert parse("this winter", date(2025, 10, 10)).iso() == "2025-12-01/2026-02-28"


@given(partial_dates | month_runs | month_parts)
@example(PartialDate(date.min, date.max))
@example(PartialDate(date(2024, 2, 29), date(2025, 2, 28)))
@example(PartialDate(date(999, 9, 1), date(1000, 8, 31)))
def test_what_is_said_reads_back(when: PartialDate) -> None:
    """Whatever :meth:`say` says, :func:`parse` reads to the same interval with the same open sides."""
    back = parse(when.say())
    assert (back.iso(), back.open_start, back.open_end) == (when.iso(), when.open_start, when.open_end)


@given(partial_dates)
def test_the_iso_form_reads_back(when: PartialDate) -> None:
    """The ISO form keeps the interval, and takes a wording beside it."""
    back = PartialDate.from_iso(when.iso(), "made up")
    assert (back.first, back.last, back.wording) == (when.first, when.last, "made up")
    assert parse(when.iso()).iso() == when.iso()


@pytest.mark.parametrize(
    ("iso", "said"),
    [
        ("2025-07-09", "9 July 2025"),
        ("2025-07-21/2025-07-31", "late July 2025"),
        ("2025-07-03/2025-07-09", "between 3 and 9 July 2025"),
        ("2025-07-25/2025-12-31", "between 25 July and 31 December 2025"),
        ("2025-12-25/2026-01-02", "between 25 December 2025 and 2 January 2026"),
        ("2025-07-01/2025-07-31", "July 2025"),
        ("2024-07-01/2024-11-30", "between July and November 2024"),
        ("2024-11-01/2025-03-31", "between November 2024 and March 2025"),
        ("2026-06-01/2026-08-31", "summer 2026"),
        ("2025-12-01/2026-02-28", "winter 2025-26"),
        ("2025-09-01/2026-08-31", "the 2025-26 season"),
        ("2026-01-01/2026-06-30", "the first half of 2026"),
        ("2026-01-01/2026-12-31", "2026"),
        ("2024-01-01/2026-12-31", "between 2024 and 2026"),
    ],
)
def test_intervals_are_said_in_plain_english(iso: str, said: str) -> None:
    """People read words, not two dates with a slash."""
    assert PartialDate.from_iso(iso).say() == said


@pytest.mark.parametrize(
    ("wording", "said"),
    [
        ("as early as fall 2025", "autumn 2025 or later"),
        ("before 2027", "2026 or earlier"),
        ("circa 2026", "around 2026"),
        ("roughly between July and October 2026", "roughly between July and October 2026"),
    ],
)
def test_open_sides_are_said(wording: str, said: str) -> None:
    """An open side is never lost on the way to a reader."""
    assert parse(wording).say() == said


@given(st.text())
def test_no_text_crashes_the_reader(text: str) -> None:
    """Any text is a date, or refused as none; in prose it is passed over."""
    try:
        parse(text, REFERENCE)
    except BadDateError as error:
        assert error.text == text  # noqa: PT017 - either outcome is right
    for start, end, when in find_dates(text, REFERENCE):
        assert text[start:end] == when.wording


@given(sentences, st.none() | days, st.sampled_from(Toward))
def test_no_order_of_date_words_crashes_the_reader(text: str, reference: date | None, toward: Toward) -> None:
    """Words of dates in any order are a date, or refused as none; whatever is found in prose reads alone as well."""
    try:
        when = parse(text, reference, toward=toward)
    except BadDateError as error:
        assert error.text == text  # noqa: PT017 - either outcome is right
    else:
        assert parse(when.say()).iso() == when.iso()
    behind = 0
    for start, end, when in find_dates(text, reference, toward=toward):
        assert behind <= start < end
        assert parse(text[start:end], reference, toward=toward) == when
        behind = end


@pytest.mark.parametrize(
    "unit", ["July ", "not until ", "between ", "2026-07-", "late mid-", "9 ", "9", "from July to "]
)
def test_the_work_grows_no_faster_than_the_text(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Twice the text is at most twice the looks at it, whatever stands in it."""
    looks = 0
    look = UnitReader._word  # noqa: SLF001 - counting the reader's looks is the point

    def counted(self: UnitReader, ahead: int = 0) -> str:
        nonlocal looks
        looks += 1
        return look(self, ahead)

    monkeypatch.setattr(UnitReader, "_word", counted)
    counts = []
    for repeats in (500, 1000):
        looks = 0
        find_dates(unit * repeats, REFERENCE)
        with pytest.raises(BadDateError):
            parse(unit * repeats, REFERENCE)
        counts.append(looks)
    assert counts[1] <= 2 * counts[0] + 100


@pytest.mark.parametrize(("prose", "expected"), PROSE)
def test_dates_are_found_in_prose(prose: str, expected: list[str]) -> None:
    """Each date is found with the offsets of its own words."""
    found = find_dates(prose, REFERENCE)
    assert [prose[start:end] for start, end, _ in found] == expected
    assert all(when == parse(when.wording, REFERENCE) for _, _, when in found)


@pytest.mark.parametrize("prose", NO_DATES)
def test_common_words_are_no_dates(prose: str) -> None:
    """What might be a date or might not is passed over."""
    assert find_dates(prose, REFERENCE) == []


def test_prose_without_a_reference_gives_only_whole_dates() -> None:
    """Without a day to count from, relative words are passed over and the others found."""
    found = find_dates("It returned last week, on July 9, and ends on 3 October 2025.")
    assert [when.iso() for _, _, when in found] == ["2025-10-03"]


def test_a_denied_bound_is_no_bound() -> None:
    """What "won't return before 2027" does not mean is 2026."""
    ((_, _, when),) = find_dates("They say it won't return before 2027.", REFERENCE)
    assert (when.iso(), when.open_start) == ("2027-01-01/2027-12-31", False)


@pytest.mark.shared
def test_the_article_that_started_it(shared: Path) -> None:
    """Every date of the Ballard article is found, and nothing else is."""
    text = (shared / "articles" / "ballard-2025-07.txt").read_text(encoding="utf-8")
    assert [when.iso() for _, _, when in find_dates(text, REFERENCE)] == [
        "2025-07-09",
        "2025-01-01/2025-07-25",
        "2025-07-21/2025-07-31",
        "2024-07-01/2024-11-30",
        "2025-06-01/2025-07-25",
        "2025-09-01/2025-11-30",
        "2026-06-01/2026-11-30",
    ]


@pytest.mark.shared
def test_real_headlines(shared: Path) -> None:
    """Every date of the headlines is found, and no season's number or title passes for one."""
    lines = (shared / "data" / "headlines" / "headlines_2021-11_2022-07.jsonl").read_text(encoding="utf-8").splitlines()
    headlines = [json.loads(line)["headline"] for line in lines]
    found = [when.wording for headline in headlines for _, _, when in find_dates(headline, date(2022, 7, 1))]
    assert sorted(found) == [
        "26th December 2021",
        "February 25",
        "January 4",
        "July 18th",
        "July 22",
        "March 9",
        "November 23, 2021",
        "Summer 2022",
        "tomorrow",
        "tonight",
    ]


@pytest.mark.parametrize("text", ["2025-07-09", " 2025-07-09\n"])
def test_a_day_on_the_command_line(text: str) -> None:
    """The command line takes ISO days."""
    assert parse_day(text) == date(2025, 7, 9)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("yesterday", "YYYY-MM-DD"),
        ("", "YYYY-MM-DD"),
        ("2025-7-9", "YYYY-MM-DD"),
        ("20250709", "YYYY-MM-DD"),
        ("2025-07-09T00:00", "YYYY-MM-DD"),
        ("2025-07-\N{ARABIC-INDIC DIGIT ZERO}9", "YYYY-MM-DD"),
        ("2025-02-30", "February 2025 has the days 01 to 28"),
        ("2024-02-30", "February 2024 has the days 01 to 29"),
        ("2025-13-01", "the months are 01 to 12"),
        ("2025-00-01", "the months are 01 to 12"),
        ("0000-01-01", "the years are 0001 to 9999"),
    ],
)
def test_a_bad_day_on_the_command_line_says_how_to_write_it(text: str, reason: str) -> None:
    """The error tells what is wrong with the day, or how to write one."""
    with pytest.raises(BadDateError, match=reason):
        parse_day(text)


@pytest.mark.parametrize("text", ["", "2025", "2025-07-09/", "/2025-07-09", "2025-07-09/2025-07-08", "a/b/c"])
def test_a_bad_iso_interval_is_refused(text: str) -> None:
    """An interval in ISO form is one day or two in order, and nothing else."""
    with pytest.raises(BadDateError):
        PartialDate.from_iso(text)


def test_an_interval_cannot_end_before_it_begins() -> None:
    """The first day is never behind the last."""
    with pytest.raises(BadDateError, match="ends before it begins"):
        PartialDate(date(2025, 7, 10), date(2025, 7, 9))


@given(partial_dates, partial_dates, days)
def test_the_arithmetic_of_intervals(one: PartialDate, other: PartialDate, day: date) -> None:
    """Containing, overlapping, lying within and order agree with each other."""
    assert one.contains(one.first)
    assert one.contains(one.last)
    assert one.contains(one.midpoint)
    assert one.days == (one.last - one.first).days + 1
    assert abs((one.midpoint - one.first).days - (one.last - one.midpoint).days) <= 1
    assert one.overlaps(other) == other.overlaps(one)
    assert one.overlaps(other) == (one.contains(other.first) or other.contains(one.first))
    assert one.within(other) == (other.contains(one.first) and other.contains(one.last))
    assert one.contains(day) == PartialDate(day, day).within(one)
    assert (one < other) + (one > other) + (one == other) == 1
    assert one.first <= other.first or one > other


def test_a_weekday_of_this_week_lies_where_its_verb_looks() -> None:
    """Said on a Friday, "this Monday" to come is the next one, and "this Saturday" past the last one."""
    assert parse("this Monday", REFERENCE, toward=Toward.FUTURE).iso() == "2025-07-28"
    assert parse("this Saturday", REFERENCE, toward=Toward.PAST).iso() == "2025-07-19"
    assert parse("this Monday", REFERENCE, toward=Toward.PAST).iso() == "2025-07-21"


def test_a_figure_behind_a_day_ends_no_range() -> None:
    """A range of days ends with a day, and not with a figure."""
    found = find_dates("It launched on Feb. 23 to 2.6 million viewers.", REFERENCE)
    assert [when.iso() for _, _, when in found] == ["2025-02-23"]
    found = find_dates("It ran Feb. 23 to 26.", REFERENCE)
    assert [when.iso() for _, _, when in found] == ["2025-02-23/2025-02-26"]
