"""A scorecard's status, read: which decisions it tells of, when they were taken, and what it says of the series.

The cards leave out the year of most days. The rule, checked against the
premieres of the seasons they speak of:

1. A stated year counts.
2. September to December lie in the first year of the TV season, January to
   May in the second.
3. June to August: the cards of 2013-14 and 2014-15 end with the summer, the
   later ones begin with it. ``_OPENS`` gives the day on which each card's bare
   days begin; a card that is not listed begins with September.
4. A season that stood in the card before, or whose successor stands in the
   same card, was shown in the summer between them: June to August of its
   decisions are of the first year.
5. The days of one status run forward: where the rule has one lie before the
   one named before it, the one of June to August moves by a year.
6. A few days that this still gets wrong stand in ``words.MISDATED``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from cliffhanger.domain.errors import BadRowError
from cliffhanger.domain.platforms import canonical
from cliffhanger.domain.vocabulary import Kind, Predicate
from cliffhanger.sources.scorecards.phrases import PHRASES
from cliffhanger.sources.scorecards.words import MISDATED

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cliffhanger.sources.scorecards.phrases import Meaning

_GLUE = re.compile(r"(?:[\s;,.()\[\]/&]+|(?:but(?: then)?|and)(?![a-z]))*")
_SPELLED = {"two": 2, "second": 2, "third": 3}
_DAY = re.compile(r"(\d{1,2})/(\d{1,2})(?:/(?:20)?(\d{2}))?")
_OPENS = {2015: (7, 1), 2016: (7, 1), 2017: (6, 5), 2018: (6, 4)}
_ORDERS = frozenset({Predicate.RENEWED, Predicate.ORDERED, Predicate.RESCUED})
_AUTUMN = (9, 1)
_SUMMER = range(6, 9)


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision that a status tells of.

    Attributes:
        predicate: renewed, ordered, cancelled, ending or rescued.
        day: its day as it stands, or empty.
        number: the season that it names, or None.
        ahead: where it names none, how many seasons behind the row's own it means.
        rumour: whether it is only presumed.
        early: whether it is older than the TV season of the card.
        platform: who saved the series, or empty.
    """

    predicate: Predicate
    day: str = ""
    number: int | None = None
    ahead: int = 0
    rumour: bool = False
    early: bool = False
    platform: str = ""


@dataclass(frozen=True, slots=True)
class Status:
    """What a status says.

    Attributes:
        decisions: in the order of the words.
        unaired: whether the season itself was never shown.
        kind: what the series is meant to be, or None.
        countries: ISO 3166 codes of where it comes from.
        languages: ISO 639-1 codes.
    """

    decisions: tuple[Decision, ...]
    unaired: bool
    kind: Kind | None
    countries: tuple[str, ...]
    languages: tuple[str, ...]


@lru_cache(maxsize=4096)
def read_status(words: str) -> Status | None:
    """Read a status, or return None where a stretch of it is no known phrase."""
    text = " ".join(words.split()).casefold()
    phrases: list[tuple[Meaning, re.Match[str]]] = []
    at = _behind_glue(text, 0)
    while at < len(text):
        fitting = [(meaning, found) for meaning, pattern in PHRASES if (found := pattern.match(text, at))]
        if not fitting:
            return None
        phrases.append(max(fitting, key=lambda pair: pair[1].end()))
        at = _behind_glue(text, phrases[-1][1].end())
    kinds = [meaning.kind for meaning, _ in phrases if meaning.kind]
    nations = [meaning.nation for meaning, _ in phrases if meaning.nation]
    return Status(
        decisions=tuple(_decisions(phrases)),
        unaired=any(meaning.unaired for meaning, _ in phrases),
        # That a series was never meant to return tells more than its manner.
        kind=Kind.LIMITED if Kind.LIMITED in kinds else kinds[0] if kinds else None,
        countries=tuple(country for nation in nations for country in nation.countries),
        languages=tuple(nation.language for nation in nations if nation.language),
    )


def days_of(status: Status, *, name: str, first_year: int, summer_before: bool) -> list[date | None]:
    """Return the day of each decision, or None where a decision has none.

    Args:
        status: what was read.
        name: the series.
        first_year: the first year of the card's TV season.
        summer_before: whether the season was shown in the summer before it.

    Raises:
        BadRowError: where a day is none of the calendar.
    """
    days: list[date | None] = []
    for decision in status.decisions:
        found = _DAY.fullmatch(decision.day)
        if found is None:
            days.append(None)
            continue
        month, day, stated = int(found[1]), int(found[2]), found[3]
        year = 2000 + int(stated) if stated else MISDATED.get((name, first_year, decision.day))
        if year is None:
            year = _year(month, day, first_year=first_year, summer_before=summer_before)
        days.append(_calendar_day(year, month, day, decision.day))
    return _run_forward(days, [decision.day.count("/") == 1 for decision in status.decisions])


def _year(month: int, day: int, *, first_year: int, summer_before: bool) -> int:
    if summer_before and month in _SUMMER:
        return first_year
    return first_year if (month, day) >= _OPENS.get(first_year, _AUTUMN) else first_year + 1


def _calendar_day(year: int, month: int, day: int, words: str) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise BadRowError(field="status", value=words, reason="no day of the calendar") from error


def _run_forward(days: list[date | None], bare: Sequence[bool]) -> list[date | None]:
    dated = [index for index, day in enumerate(days) if day]
    for earlier, later in pairwise(dated):
        before, after = days[earlier], days[later]
        if before is None or after is None or before <= after:
            continue
        if bare[earlier] and before.month in _SUMMER:
            days[earlier] = before.replace(year=before.year - 1)
        elif bare[later] and after.month in _SUMMER:
            days[later] = after.replace(year=after.year + 1)
    return days


def _behind_glue(text: str, at: int) -> int:
    glue = _GLUE.match(text, at)
    return glue.end() if glue else at


def _decisions(phrases: Sequence[tuple[Meaning, re.Match[str]]]) -> Iterator[Decision]:
    cancelled, ordered = False, None
    for meaning, found in phrases:
        predicate = meaning.predicate
        if meaning.rescue and cancelled:
            predicate = Predicate.RESCUED
        if predicate is None:
            continue
        said = found.groupdict()
        named, more = said.get("n") or said.get("spelled"), said.get("more")
        number = _count(named) if named else None
        cancelled = cancelled or predicate is Predicate.CANCELLED
        ordered = number if predicate is Predicate.ORDERED else ordered
        decision = Decision(
            predicate=predicate,
            day=said.get("day") or "",
            # "Order is for 2 seasons; will end after that".
            number=ordered if predicate is Predicate.ENDING and number is None else number,
            ahead=_count(more) if more else int(predicate in _ORDERS),
            rumour=meaning.rumour,
            early=meaning.early or bool(said.get("early")),
            platform=canonical(said.get("platform") or "") if predicate is Predicate.RESCUED else "",
        )
        yield decision
        if said.get("final"):
            yield replace(decision, predicate=Predicate.ENDING)


def _count(word: str) -> int:
    return _SPELLED[word] if word in _SPELLED else int(word)
