"""The words that dates are written in, and the intervals of days that they name.

What each word means is a rule of the project; the rules are told together in
:mod:`cliffhanger.domain.dates`, which is the module to import.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeAlias, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Meaning = TypeVar("Meaning")

Interval: TypeAlias = tuple[date, date]


class Toward(StrEnum):
    """Which way to look for a day, a month or a season whose year is not said."""

    NEAREST = "nearest"
    PAST = "past"
    FUTURE = "future"


MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

FULL_MONTHS = {name.lower(): number for number, name in enumerate(MONTH_NAMES, 1)}
MONTHS = {**FULL_MONTHS, **{name[:3]: number for name, number in FULL_MONTHS.items()}, "sept": 9}
FULL_WEEKDAYS = {name: number for number, name in enumerate(_WEEKDAY_NAMES)}
WEEKDAYS = {
    **FULL_WEEKDAYS,
    **{name[:3]: number for name, number in FULL_WEEKDAYS.items()},
    "tues": 1,
    "weds": 2,
    "thur": 3,
    "thurs": 3,
}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_HOLIDAYS = {
    "new year": (("eve", 12, 31), ("day", 1, 1)),
    "christmas": (("eve", 12, 24), ("day", 12, 25)),
    "boxing": (("day", 12, 26),),
    "valentine": (("day", 2, 14),),
    "halloween": (("", 10, 31),),
}
WHICH = {"last": -1, "this": 0, "next": 1}
DECEMBER = 12
PERIODS = frozenset({"week", "weekend", "month", "quarter", "year"})


class Phrases(Generic[Meaning]):
    """Phrases with what they mean, found where they begin; of two that begin alike the longer one.

    Example:
        >>> Phrases({("as", "late", "as"): 1, ("as",): 2}).at(["as", "late", "as", "May"], 0)
        (1, 3)
    """

    def __init__(self, meanings: Mapping[tuple[str, ...], Meaning]) -> None:
        """Sort phrases by their first words."""
        self.meanings = meanings
        self._begun: dict[str, list[tuple[list[str], Meaning]]] = {}
        for phrase in sorted(meanings, key=len, reverse=True):
            self._begun.setdefault(phrase[0], []).append((list(phrase), meanings[phrase]))

    def at(self, words: Sequence[str], place: int) -> tuple[Meaning, int] | None:
        """Return what the phrase means that begins at a place, and the place behind it; None where none begins."""
        for phrase, meaning in self._begun.get(words[place], ()) if place < len(words) else ():
            behind = place + len(phrase)
            if words[place:behind] == phrase:
                return meaning, behind
        return None


HOLIDAYS = Phrases[tuple[int, int]](
    {
        (*name.split(), *owner, *([word] if word else [])): (month, day)
        for name, days in _HOLIDAYS.items()
        for word, month, day in days
        for owner in ((), ("'", "s"), ("\N{RIGHT SINGLE QUOTATION MARK}", "s"))
    }
)
"""Days that have a name, by their month and day."""


class Part(NamedTuple):
    """Some slices of a period: from slice ``start`` up to slice ``stop``, of ``of`` equal ones.

    An ``of`` of nought stands for quarters of a year and for thirds of anything shorter.
    """

    start: int
    stop: int
    of: int


EARLIER, LATER = Part(0, 0, 1), Part(0, 0, 2)
_ORDINALS = (("first", "1st"), ("second", "2nd"), ("third", "3rd"), ("fourth", "4th"))

PARTS = Phrases[Part](
    {
        ("early",): Part(0, 1, 3),
        ("mid",): Part(1, 2, 3),
        ("middle",): Part(1, 2, 3),
        ("late",): Part(2, 3, 3),
        ("early", "to", "mid"): Part(0, 2, 3),
        ("early", "-", "to", "-", "mid"): Part(0, 2, 3),
        ("mid", "to", "late"): Part(1, 3, 3),
        ("mid", "-", "to", "-", "late"): Part(1, 3, 3),
        ("beginning",): Part(0, 1, 0),
        ("start",): Part(0, 1, 0),
        ("end",): Part(-1, 0, 0),
        ("earlier",): EARLIER,
        ("later",): LATER,
        **{(word, "half"): Part(i, i + 1, 2) for i in range(2) for word in _ORDINALS[i]},
        **{(word, "quarter"): Part(i, i + 1, 4) for i in range(4) for word in _ORDINALS[i]},
    }
)
# Written with a figure, a part of the year needs no word for the year beside it.
YEAR_PARTS = Phrases[Part](
    {
        **{(word,): Part(i, i + 1, 2) for i in range(2) for word in (f"h{i + 1}", f"{i + 1}h")},
        **{(f"q{i + 1}",): Part(i, i + 1, 4) for i in range(4)},
    }
)


class Bound(NamedTuple):
    """What words around a date make of it: moved on by so many of its own lengths, open at a side."""

    moved: int
    open_start: bool
    open_end: bool


_FROM = Bound(moved=0, open_start=False, open_end=True)
_TO = Bound(moved=0, open_start=True, open_end=False)
_WHOLLY = Bound(moved=0, open_start=False, open_end=False)
_ABOUT = Bound(moved=0, open_start=True, open_end=True)

SINCE = _FROM
PREFIXES = Phrases[Bound](
    {
        tuple(phrase.split()): bound
        for bound, phrases in (
            (
                _FROM,
                "as early as, as soon as, no earlier than, not earlier than, no sooner than, not before, not until",
            ),
            (_FROM, "since, starting, beginning, until at least, through at least"),
            (_FROM._replace(moved=1), "after, later than, not until after"),
            (_TO, "by, no later than, not later than, up until, up to, through, as late as"),
            (_TO._replace(moved=-1), "before, prior to, earlier than"),
            (_WHOLLY, "until, till"),
            (_ABOUT, "around, circa, roughly, approximately"),
        )
        for phrase in phrases.split(", ")
    }
)
SUFFIXES = Phrases[Bound](
    {
        ("at", "the", "earliest"): _FROM,
        ("or", "later"): _FROM,
        ("onward",): _FROM,
        ("onwards",): _FROM,
        ("at", "the", "latest"): _TO,
        ("or", "earlier"): _TO,
        ("or", "sooner"): _TO,
    }
)


class Join(StrEnum):
    """How two dates are joined into one."""

    TO = "to"
    OR = "or"
    AND = "and"


JOINS = {
    **dict.fromkeys(("to", "through", "thru", "until", "till", "-"), Join.TO),
    **dict.fromkeys(("or", "/"), Join.OR),
    **dict.fromkeys(("and", "&"), Join.AND),
}


class Tokens:
    """The words, numbers and marks of a text.

    Attributes:
        words: their lower-case forms.
    """

    def __init__(self, found: Sequence[re.Match[str]]) -> None:
        """Take them as they were found."""
        self._found = found
        self.words = [token.group().lower() for token in found]

    def __len__(self) -> int:
        """Number of tokens."""
        return len(self.words)

    def start(self, index: int) -> int:
        """Return the offset of a token's first character."""
        return self._found[index].start()

    def end(self, index: int) -> int:
        """Return the offset behind a token's last character."""
        return self._found[index].end()

    def capital(self, index: int) -> bool:
        """Whether a token begins with a capital letter."""
        return self._found[index].group()[:1].isupper()

    def without(self, indices: set[int]) -> Tokens:
        """Return the others."""
        return Tokens([token for index, token in enumerate(self._found) if index not in indices])


# An ISO date or year pair is one token; so is an empty line, which no date crosses.
_TOKEN = re.compile(r"(?<![\w-])[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?(?![\w-])|[^\W_]+|\n[^\S\n]*\n|[^\w\s]|_")
# One character for one, so that offsets stay true.
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{FIGURE DASH}\N{EN DASH}\N{MINUS SIGN}", "-"),
        **dict.fromkeys("\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NO-BREAK SPACE}", " "),
    }
)
_PLAIN_DASH = str.maketrans("\N{EM DASH}", "-")
_ABBREVIATIONS = (MONTHS.keys() | WEEKDAYS.keys()) - FULL_MONTHS.keys() - FULL_WEEKDAYS.keys()


def tokens_of(text: str, *, prose: bool) -> Tokens:
    """Split a text into tokens; dots of abbreviations are left out.

    In a date that stands alone all commas, dots and line ends mean nothing and
    are left out; in prose they separate, and a long dash does too.
    """
    plain = text if text.isascii() else text.translate(_PLAIN)
    tokens = Tokens(list(_TOKEN.finditer(plain if prose else plain.translate(_PLAIN_DASH))))
    words = tokens.words
    if not prose:
        left_out = {index for index, word in enumerate(words) if word in {",", "."} or word.isspace()}
    else:
        left_out = {
            index for index, word in enumerate(words) if word == "." and index and words[index - 1] in _ABBREVIATIONS
        }
    return tokens.without(left_out) if left_out else tokens


def months(year: int, month: int, count: int = 1) -> Interval:
    """Return ``count`` whole months; the first month may lie beyond the year's ends."""
    first, last = divmod(year * 12 + month - 1, 12), divmod(year * 12 + month + count - 2, 12)
    start = date(first[0], first[1] + 1, 1)
    return start, date(last[0], last[1] + 1, monthrange(last[0], last[1] + 1)[1])


def whole_months(interval: Interval) -> int:
    """Return how many calendar months make up the interval, nought where they do not fit it."""
    first, last = interval
    if first.day != 1 or last.day != monthrange(last.year, last.month)[1]:
        return 0
    return (last.year - first.year) * 12 + last.month - first.month + 1


def moved(interval: Interval, by: int) -> Interval:
    """Return the interval moved on by so many of its own lengths: March to April, a day to the next."""
    count = whole_months(interval)
    if count:
        return months(interval[0].year, interval[0].month + by * count, count)
    step = by * (interval[1] - interval[0] + timedelta(days=1))
    return interval[0] + step, interval[1] + step


def sliced(interval: Interval, part: Part) -> Interval:
    """Return a part of a year, of three months or of a month.

    Raises:
        ValueError: where the interval has no such part.
    """
    count = whole_months(interval)
    of = part.of or (4 if count == 12 else 3)  # noqa: PLR2004 - a year's months
    start, stop = part.start % of, part.stop or of
    first = interval[0]
    if count == 1 and of in {2, 3}:
        days = [1, 16] if of == 2 else [1, 11, 21]  # noqa: PLR2004 - halves
        end = interval[1] if stop == of else first.replace(day=days[stop] - 1)
        return first.replace(day=days[start]), end
    if count in {3, 12} and count % of == 0:
        length = count // of
        return months(first.year, first.month + start * length, (stop - start) * length)
    msg = f"{first} to {interval[1]} has no such part"
    raise ValueError(msg)


def clipped(interval: Interval, part: Part, reference: date | None) -> Interval:
    """Return what is over (``EARLIER``) or still to come (``LATER``) of an interval, the reference day included.

    Raises:
        ValueError: where nothing of it is.
    """
    if reference is None:
        return interval
    first, last = (
        (interval[0], min(interval[1], reference)) if part == EARLIER else (max(interval[0], reference), interval[1])
    )
    if first > last:
        msg = f"{interval[0]} to {interval[1]} is wholly on the other side of {reference}"
        raise ValueError(msg)
    return first, last


def season_of(month: int, year: int) -> Interval:
    """Return a season of the year by its first month; winter is the cold one, December to February."""
    return months(year if month < DECEMBER else year - 1, month, 3)


def season_on_air(month: int, year: int) -> Interval:
    """Return a season as schedules name it: their winter opens the year, January to March."""
    return months(year, month if month < DECEMBER else 1, 3)


def period_around(noun: str, reference: date, offset: int) -> Interval:
    """Return the week (from Monday), weekend, month, quarter or year so many behind the reference day's."""
    if noun == "year":
        return months(reference.year + offset, 1, 12)
    if noun == "quarter":
        return months(reference.year, reference.month - (reference.month - 1) % 3 + 3 * offset, 3)
    if noun == "month":
        return months(reference.year, reference.month + offset)
    monday = reference + timedelta(days=7 * offset - reference.weekday())
    return monday + timedelta(days=5 if noun == "weekend" else 0), monday + timedelta(days=6)


def nearest(choices: list[Interval], reference: date, toward: Toward) -> Interval:
    """Return the choice with the fewest days between it and the reference; of two as near, the earlier.

    Raises:
        ValueError: where there is no choice on the side asked for.
    """
    if toward is Toward.PAST:
        choices = [interval for interval in choices if interval[0] <= reference]
    if toward is Toward.FUTURE:
        choices = [interval for interval in choices if interval[1] >= reference]
    if not choices:
        msg = "the calendar has no such day"
        raise ValueError(msg)
    return min(
        choices,
        key=lambda interval: (max((interval[0] - reference).days, (reference - interval[1]).days, 0), interval[0]),
    )
