"""The units of date wordings: a day, a month, a season, a year, with or without its year.

Every rule reads a bounded number of tokens and none calls itself, so the time
taken grows no faster than the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum, auto
from typing import TYPE_CHECKING, TypeVar

from cliffhanger.domain.date_words import (
    DAYS,
    DECEMBER,
    FULL_MONTHS,
    FULL_WEEKDAYS,
    HOLIDAYS,
    MONTHS,
    PERIODS,
    SEASONS,
    WEEKDAYS,
    WHICH,
    Interval,
    Toward,
    months,
    nearest,
    period_around,
    season_of,
    season_on_air,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cliffhanger.domain.date_words import Phrases, Tokens

Meaning = TypeVar("Meaning")

_LONG_AGO, _FAR_OFF = 1900, 2099  # between them four digits in prose may well be a year
_YEAR = re.compile(r"(?!0000)[0-9]{4}")
_DAY = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?")
_ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_ISO_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
# Leap days may lie eight years apart.
_YEARS_AROUND = range(-8, 9)
# Which way a direction looks along the days.
_SIDES = {Toward.NEAREST: 0, Toward.PAST: -1, Toward.FUTURE: 1}


class Bare(Enum):
    """What a unit is where it says so little that, in prose, it may be no date at all."""

    NO = auto()
    YEAR = auto()
    MONTH = auto()
    DAY_FIRST = auto()
    WEEKDAY = auto()
    SEASON = auto()
    SHORT = auto()


@dataclass(frozen=True, slots=True)
class Unit:
    """A day or a period whose year may yet have to be found.

    Attributes:
        of: gives its interval in a year.
        year: its year, or None.
        bare: how little of it is said.
        month: for a day, its month: another day beside it may borrow it.
        season: the first month of its season of the year, or nought.
    """

    of: Callable[[int], Interval]
    year: int | None = None
    bare: Bare = Bare.NO
    month: int = 0
    season: int = 0


def _day(year: int, month: int, day: int) -> Interval:
    found = date(year, month, day)
    return found, found


def day_unit(month: int, day: int, year: int | None, bare: Bare = Bare.NO) -> Unit:
    """Return the unit of a day of a month; ``bare`` is how little it says without its year."""
    return Unit(lambda y: _day(y, month, day), year, bare if year is None else Bare.NO, month)


def fixed(interval: Interval, bare: Bare = Bare.NO) -> Unit:
    """Return a unit whose interval is known."""
    return Unit(lambda _: interval, interval[0].year, bare)


class UnitReader:
    """A reader over tokens; each rule moves on past what it has read, or stays and returns None."""

    def __init__(self, tokens: Tokens, reference: date | None, toward: Toward, *, prose: bool) -> None:
        """Set out to read.

        Args:
            tokens: the text.
            reference: the day from which relative words count, or None.
            toward: where to look for a year that is not said.
            prose: whether the text is prose, where common words are not dates.
        """
        self.tokens, self.words, self.toward, self.prose = tokens, tokens.words, toward, prose
        self.at = 0
        # An instant is a day too, but will not be compared with one.
        self._reference = reference and date(reference.year, reference.month, reference.day)

    @property
    def reference(self) -> date:
        """The reference day.

        Raises:
            ValueError: where there is none.
        """
        if self._reference is None:
            msg = "it needs a day to count from, and none was given"
            raise ValueError(msg)
        return self._reference

    def _word(self, ahead: int = 0) -> str:
        place = self.at + ahead
        return self.words[place] if 0 <= place < len(self.words) else ""

    def _take(self, *words: str) -> str:
        word = self._word()
        if word not in words:
            return ""
        self.at += 1
        return word

    def _phrase(self, phrases: Phrases[Meaning]) -> Meaning | None:
        found = phrases.at(self.words, self.at)
        if found is None:
            return None
        self.at = found[1]
        return found[0]

    def _name(self, table: Mapping[str, int]) -> int | None:
        """Read the name of a month or a weekday; in prose it has its capital letter."""
        found = table.get(self._word())
        if found is None or (self.prose and not self.tokens.capital(self.at)):
            return None
        self.at += 1
        return found

    def _is_title(self) -> bool:
        """Whether the word has a capital letter in prose: "Last Week Tonight" is no date."""
        return self.prose and self.tokens.capital(self.at)

    def _number(self) -> int | None:
        found = _DAY.fullmatch(self._word())
        if found is None:
            return None
        self.at += 1
        return int(found[1])

    def _resolved(self, unit: Unit) -> Interval:
        if unit.year is not None:
            return unit.of(unit.year)
        return nearest(self._around(unit), self.reference, self.toward)

    def _around(self, unit: Unit) -> list[Interval]:
        found = []
        for step in _YEARS_AROUND:
            try:
                found.append(unit.of(self.reference.year + step))
            except (ValueError, OverflowError):
                continue  # no 29 February in that year
        return found

    def _unit(self, *, the: bool = False) -> Unit | None:
        word = self._word()
        if word[:1].isdecimal():
            return self._iso() or self._broadcast_year() or self._dated() or self._whole_year()
        # A year may also be "of 2025" or "this year".
        yearly = word == "of" or word in WHICH
        return (
            (self._broadcast_year() if yearly else None)
            or self._dated()
            or self._holiday()
            or self._weekday()
            or self._month()
            or self._season()
            or self._relative(the=the)
            or self._near()
            or (self._whole_year() if yearly else None)
        )

    def _iso(self) -> Unit | None:
        word = self._word()
        day, month = _ISO_DAY.fullmatch(word), _ISO_MONTH.fullmatch(word)
        if day:
            self.at += 1
            return fixed(_day(int(day[1]), int(day[2]), int(day[3])))
        # In prose 2010-11 may be two years, or a score.
        if month and not self.prose and self._word(1) not in {"season", "tv", "television", "broadcast"}:
            if int(month[2]) not in range(1, 13):
                msg = "say '2025-26 season' for a season, '2025 to 2026' for two years"
                raise ValueError(msg)
            self.at += 1
            return fixed(months(int(month[1]), int(month[2])))
        return None

    def _broadcast_year(self) -> Unit | None:
        start = self.at
        year = self._year_pair()
        if year is not None:
            self._take("tv", "television", "broadcast")
            if self._take("season"):
                return fixed(months(year, 9, 12))
        self.at = start
        return None

    def _year_pair(self) -> int | None:
        """Read "2025-26", "2025/26" or "2025-2026", and return the first of two years that follow each other."""
        start = self.at
        short = _ISO_MONTH.fullmatch(self._word())
        if short:
            self.at += 1
            if (int(short[1]) + 1) % 100 == int(short[2]):
                return int(short[1])
        else:
            first = self._year()
            if (
                first is not None
                and self._take("-", "/")
                and self._word() in {f"{first + 1:04}", f"{(first + 1) % 100:02}"}
            ):
                self.at += 1
                return first
        self.at = start
        return None

    def _year(self, *, comma: bool = False) -> int | None:
        """Read a year, or words for one beside the reference day's."""
        start = self.at
        if comma:
            self._take(",")
        self._take("of")
        if _YEAR.fullmatch(self._word()):
            year = int(self._word())
            if not self.prose or _LONG_AGO <= year <= _FAR_OFF:
                self.at += 1
                return year
        which = WHICH.get(self._word())
        if which is not None and self._word(1) == "year":
            self.at += 2
            return self.reference.year + which
        self.at = start
        return None

    def _dated(self) -> Unit | None:
        """Read a day of a month, in either order, with or without its weekday and its year."""
        start = self.at
        if self._word(1) in WEEKDAYS:
            self._take(*WHICH)
        named = self._name(WEEKDAYS) is not None
        if named:
            self._take(",")
            self._take("the")
        day = self._number()
        if day is not None:
            self._take("of")
            month = self._name(MONTHS)
        else:
            month = self._name(MONTHS)
            self._take("the")
            day_after = self._number() if month else None
            if day_after is not None and month:
                return day_unit(month, day_after, self._year(comma=True))
        if day is None or month is None:
            self.at = start
            return None
        return day_unit(month, day, self._year(comma=True), Bare.NO if named else Bare.DAY_FIRST)

    def _holiday(self) -> Unit | None:
        """Read a day that has a name, with or without its year; in prose it has its capital letter."""
        if self.prose and not self.tokens.capital(min(self.at, len(self.tokens) - 1)):
            return None
        found = self._phrase(HOLIDAYS)
        return None if found is None else day_unit(*found, self._year(comma=True), Bare.DAY_FIRST)

    def _weekday(self) -> Unit | None:
        bare = Bare.WEEKDAY if self._word() in FULL_WEEKDAYS else Bare.SHORT
        weekday = self._name(WEEKDAYS)
        if weekday is None:
            return None
        if self._word() == "of" and self._word(1) in WHICH and self._word(2) == "week":
            # "Monday of last week".
            monday = period_around("week", self.reference, WHICH[self._word(1)])[0]
            self.at += 3
            day = monday + timedelta(days=weekday)
            return fixed((day, day))
        days = self.reference + timedelta(days=(weekday - self.reference.weekday()) % 7)
        week = timedelta(days=7)
        return fixed(nearest([(days - week, days - week), (days, days)], self.reference, self.toward), bare)

    def _month(self) -> Unit | None:
        bare = Bare.MONTH if self._word() in FULL_MONTHS else Bare.SHORT
        month = self._name(MONTHS)
        if month is None:
            return None
        year = self._year(comma=True)
        return Unit(lambda y: months(y, month), year, Bare.NO if year is not None else bare)

    def _season(self) -> Unit | None:
        month = SEASONS.get(self._word())
        if month is None:
            return None
        self.at += 1
        pair = self._year_pair() if month == DECEMBER else None
        if pair is not None:
            return fixed(season_of(DECEMBER, pair + 1))
        year = self._year()
        if year is None:
            return Unit(lambda y: season_of(month, y), None, Bare.SEASON, season=month)
        return Unit(lambda y: season_on_air(month, y), year, season=month)

    def _relative(self, *, the: bool) -> Unit | None:
        """Read "last week", "this summer", "this coming July", "next Wednesday"; after a part also "the year"."""
        start = self.at
        which = self._take(*WHICH)
        turn = self._take("past", "coming") if which == "this" or self._word(-1) == "the" else ""
        noun, offset = self._word(), {"past": -1, "coming": 1}.get(turn, WHICH.get(which, 0))
        found = None
        if noun in PERIODS and (which or turn or the) and not self._is_title():
            self.at += 1
            found = fixed(period_around(noun, self.reference, offset))
        elif which or turn:
            found = self._relative_name(offset, strictly=bool(turn))
        if found is None:
            self.at = start
        return found

    def _relative_name(self, offset: int, *, strictly: bool) -> Unit | None:
        """Read the name of a weekday, a month, a season or a day behind "last", "this" or "next"."""
        weekday = self._name(WEEKDAYS)
        if weekday is not None:
            return fixed(self._weekday_around(weekday, offset))
        this_year, month = self.reference.year, self._name(MONTHS)
        if month:
            day = self._number()
            unit = Unit(lambda y: months(y, month)) if day is None else day_unit(month, day, None)
        else:
            season = SEASONS.get(self._word())
            if season is None or self._is_title():
                return None
            self.at += 1
            unit = Unit(lambda y: season_of(season, y))
            # In the second half of the year "this winter" is the one that lies ahead.
            this_year += season == DECEMBER and self.reference.month > DECEMBER // 2
        if not strictly and (offset or self.toward is Toward.NEAREST):
            return replace(unit, year=this_year + offset, bare=Bare.NO)
        toward = {-1: Toward.PAST, 1: Toward.FUTURE}.get(offset, self.toward)
        around = [s for s in self._around(unit) if not strictly or not s[0] <= self.reference <= s[1]]
        return fixed(nearest(around, self.reference, toward))

    def _weekday_around(self, weekday: int, offset: int) -> Interval:
        """Return the day in this week, or the first one strictly before or after the reference day."""
        days = weekday - self.reference.weekday()
        if offset < 0 <= days or offset > 0 >= days:
            days += 7 * offset
        elif not offset and days * _SIDES[self.toward] < 0:
            # "Arrives this Monday", said on a Wednesday: the next one.
            days += 7 * _SIDES[self.toward]
        found = self.reference + timedelta(days=days)
        return found, found

    def _near(self) -> Unit | None:
        word = self._word()
        if word not in DAYS or self._is_title():
            return None
        self.at += 1
        found = self.reference + timedelta(days=DAYS[word])
        # "Today" often means no more than "nowadays".
        return fixed((found, found), Bare.WEEKDAY if word == "today" else Bare.NO)

    def _whole_year(self) -> Unit | None:
        year = None if self._word() == "of" else self._year()
        return None if year is None else Unit(lambda y: months(y, 1, 12), year, Bare.YEAR)
