"""Partial dates: intervals of days that keep the words they were said in.

The rules of the wordings:

- **Parts.** Of a month: early 1-10, mid 11-20, late 21 to its end, halves 1-15 and 16 to
  its end. Of a year: early January-April, mid May-August, late September-December;
  its beginning and end are its first and last quarter. Of a season: its months.
- **Seasons of the year** are the northern meteorological ones: spring is March-May, summer
  June-August, autumn September-November. "Winter 2026" is January-March 2026, as schedules
  have it; "winter 2025-26", and winter without a year, is December-February.
- **"The 2025-26 season"** is the year of television, 1 September 2025 to 31 August 2026.
- **Pairs.** "Between", "from .. to" and "or" give the whole stretch, both ends included.
  "And" joins only what touches: "July and November 2024" is two dates, and refused.
- **Open sides.** "By", "no later than" and their like keep the interval named and mark its
  start as open; "as early as", "since", "not until" mark its end; "around" marks both.
  "Before 2027" and "after March 2026" stand for the interval of the same length beside it:
  2026, April 2026. "Until" alone marks nothing: a run until July and a delay until July
  are open at contrary sides.
- **No year said**: the nearest to the reference day, in days between the two; of two as near
  the earlier. ``toward`` looks one way only.
- **Weeks** run Monday to Sunday. "This Wednesday" lies in the reference day's week, or where
  ``toward`` looks beyond it; "Monday of last week" counts the weeks; "last" and "next" are
  the first strictly before and after it; a bare "Wednesday" is the nearest.
- **"This summer", "this July"** lie in the reference day's calendar year, "last" and "next"
  in those beside it; "this past" and "this coming" are the nearest wholly on that side.
  "This winter" is the last one until June, and the coming one from July.
- **"Earlier this month", "later this year"** end or begin with the reference day.
- **Days that have a name**: New Year's Day and Eve, Christmas Day and Eve, Boxing Day,
  Valentine's Day, Halloween. In prose a bare season is a date only as "in the fall".
- **Figures** alone are read in ISO form only: 10/3 is October in one country, March in another.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile
from typing import TYPE_CHECKING

from cliffhanger.domain.date_grammar import Grammar
from cliffhanger.domain.date_prose import readings
from cliffhanger.domain.date_words import MONTH_NAMES, Toward, tokens_of, whole_months
from cliffhanger.domain.errors import BadDateError

if TYPE_CHECKING:
    from typing import Self

__all__ = ["PartialDate", "Toward", "find_dates", "parse", "parse_day"]

_ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_FIGURES = re.compile(r"[0-9]+(?:[./-][0-9]+){1,2}")
_FILLERS = frozenset({"at", "during", "in", "on", "sometime"})
_YEAR_MONTHS = 12

# By first month and number of months; {y} is the year they begin in, {z} the last two figures of the next.
_SAYINGS = {
    (1, 12): "{y}",
    (1, 6): "the first half of {y}",
    (7, 6): "the second half of {y}",
    (1, 4): "early {y}",
    (5, 4): "mid {y}",
    (9, 4): "late {y}",
    (1, 8): "early to mid {y}",
    (5, 8): "mid to late {y}",
    (1, 3): "the first quarter of {y}",
    (4, 3): "the second quarter of {y}",
    (7, 3): "the third quarter of {y}",
    (10, 3): "the fourth quarter of {y}",
    (3, 3): "spring {y}",
    (6, 3): "summer {y}",
    (9, 3): "autumn {y}",
    (12, 3): "winter {y}-{z}",
    (9, 12): "the {y}-{z} season",
}
# By first day and the day behind the last, 0 where that is the next month's first.
_SAYINGS_IN_MONTH = {
    (1, 11): "early",
    (11, 21): "mid",
    (21, 0): "late",
    (1, 21): "early to mid",
    (11, 0): "mid to late",
    (1, 16): "the first half of",
    (16, 0): "the second half of",
}


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """An interval of days, both ends included, with the words that named it.

    Order is by the first day, then the last. Whether a side is open changes
    neither the interval nor what :meth:`contains` and its like answer.

    Attributes:
        first: its first day.
        last: its last day.
        wording: the words it was said in, or empty where a source gave figures only.
        open_start: whether earlier days are meant too ("by summer 2026").
        open_end: whether later days are meant too ("as early as fall 2025").

    Raises:
        BadDateError: where it would end before it begins.
    """

    first: date
    last: date
    wording: str = ""
    open_start: bool = False
    open_end: bool = False

    def __post_init__(self) -> None:
        """Refuse an interval that ends before it begins."""
        if self.last < self.first:
            raise BadDateError(text=self.wording or self.iso(), reason="it ends before it begins")

    @classmethod
    def from_iso(cls, text: str, wording: str = "") -> Self:
        """Undo :meth:`iso`.

        Raises:
            BadDateError: where the text is neither a day nor two days with a slash between.
        """
        first, slash, last = text.partition("/")
        return cls(_iso_day(first, text), _iso_day(last if slash else first, text), wording)

    def iso(self) -> str:
        """Return the interval in ISO form; its wording and its open sides do not show.

        Example:
            >>> parse("July 2025").iso(), parse("July 9, 2025").iso()
            ('2025-07-01/2025-07-31', '2025-07-09')
        """
        return f"{self.first}" if self.first == self.last else f"{self.first}/{self.last}"

    @property
    def days(self) -> int:
        """Number of days in it, at least 1."""
        return (self.last - self.first).days + 1

    @property
    def midpoint(self) -> date:
        """Its middle day, the earlier of two."""
        return self.first + timedelta(days=(self.days - 1) // 2)

    def contains(self, day: date) -> bool:
        """Whether the day lies in it."""
        return self.first <= day <= self.last

    def overlaps(self, other: PartialDate) -> bool:
        """Whether the two share a day."""
        return self.first <= other.last and other.first <= self.last

    def within(self, other: PartialDate) -> bool:
        """Whether every day of it lies in the other."""
        return other.first <= self.first and self.last <= other.last

    def say(self) -> str:
        """Say the interval in plain English that :func:`parse` reads back, whatever its own wording is.

        Example:
            >>> PartialDate(date(2025, 7, 21), date(2025, 7, 31)).say()
            'late July 2025'
        """
        said = _said(self.first, self.last)
        if self.open_start and self.open_end:
            return f"roughly {said}" if said.startswith("between") else f"around {said}"
        return said + (" or earlier" if self.open_start else " or later" if self.open_end else "")


def parse(text: str, reference: date | None = None, *, toward: Toward = Toward.NEAREST) -> PartialDate:
    """Read one date in English words or in ISO form, by the rules at the head of this module.

    Args:
        text: the wording, and nothing else.
        reference: the day from which "this summer" counts, usually that of publication.
        toward: where to look for a year that is not said.

    Raises:
        BadDateError: where it is no date, or needs a reference and has none.

    Example:
        >>> parse("late July 2025").iso()
        '2025-07-21/2025-07-31'
    """
    wording = text.strip()
    tokens = tokens_of(wording, prose=False)
    tokens = tokens.without(set(range(sum(1 for _ in takewhile(_FILLERS.__contains__, tokens.words)))))
    try:
        found = Grammar(tokens, reference, toward, prose=False).read()
    except (ValueError, OverflowError) as error:
        raise BadDateError(text=text, reason=str(error)) from error
    if found is None or found.behind < len(tokens):
        raise BadDateError(text=text, reason=_why_not(wording))
    return PartialDate(*found.interval, wording, found.bound.open_start, found.bound.open_end)


def parse_day(text: str) -> date:
    """Read one day as a command line takes it: ``YYYY-MM-DD``, and nothing else.

    Raises:
        BadDateError: where it is not such a day, with the way to write it.
    """
    return _iso_day(text.strip(), text)


def find_dates(
    text: str, reference: date | None = None, *, toward: Toward = Toward.NEAREST
) -> list[tuple[int, int, PartialDate]]:
    """Find the dates in prose, from left to right: where each starts and ends, and the date.

    ``text[start:end]`` is the date's wording, character for character, and
    :func:`parse` reads it to the same date. Where common words might be a date
    or might not, as in "may", "fall" or "season 2", they are passed over.

    Args:
        text: the prose.
        reference: the day of publication; without it, dates that need one are passed over.
        toward: where to look for a year that is not said.
    """
    return [
        (start, end, PartialDate(*found.interval, text[start:end], found.bound.open_start, found.bound.open_end))
        for start, end, found in readings(text, reference, toward)
    ]


def _iso_day(text: str, whole: str) -> date:
    found = _ISO_DAY.fullmatch(text)
    if found is None:
        raise BadDateError(text=whole, reason="write a day as YYYY-MM-DD, for instance 2025-07-09")
    year, month, day = (int(part) for part in found.groups())
    try:
        return date(year, month, day)
    except ValueError as error:
        reason = "the months are 01 to 12"
        if year < 1:
            reason = "the years are 0001 to 9999"
        elif 1 <= month <= _YEAR_MONTHS:
            reason = f"{MONTH_NAMES[month - 1]} {year:04} has the days 01 to {monthrange(year, month)[1]}"
        raise BadDateError(text=whole, reason=reason) from error


def _why_not(wording: str) -> str:
    if not wording:
        return "it is empty"
    if _FIGURES.fullmatch(wording):
        return "figures alone are read in ISO form only, for instance 2025-07-09"
    return "its words are not those of one date, such as 'late July 2025' or '2025-07-09'"


def _said(first: date, last: date) -> str:
    if first == last:
        return f"{first.day} {_month(first)}"
    count = whole_months((first, last))
    if count:
        return _said_in_months(first, last, count)
    if (first.year, first.month) == (last.year, last.month):
        behind = 0 if last.day == monthrange(last.year, last.month)[1] else last.day + 1
        part = _SAYINGS_IN_MONTH.get((first.day, behind))
        return f"{part} {_month(first)}" if part else f"between {first.day} and {last.day} {_month(last)}"
    start = f"{first.day} {MONTH_NAMES[first.month - 1]}" + ("" if first.year == last.year else f" {first.year:04}")
    return f"between {start} and {last.day} {_month(last)}"


def _said_in_months(first: date, last: date, count: int) -> str:
    if count == 1:
        return _month(first)
    if (first.month, count) in _SAYINGS:
        return _SAYINGS[first.month, count].format(y=f"{first.year:04}", z=f"{(first.year + 1) % 100:02}")
    if first.month == 1 and count % _YEAR_MONTHS == 0:
        return f"between {first.year:04} and {last.year:04}"
    start = MONTH_NAMES[first.month - 1] if first.year == last.year else _month(first)
    return f"between {start} and {_month(last)}"


def _month(day: date) -> str:
    return f"{MONTH_NAMES[day.month - 1]} {day.year:04}"
