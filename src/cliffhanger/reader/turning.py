"""Dates read again toward the side of the publication that their verb looks to.

A weekday, a day without its year or a bare month is the nearest one as it
stands; behind "was cancelled on" it lies in the past, behind "premieres" ahead.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from cliffhanger.domain.dates import Toward, parse
from cliffhanger.domain.errors import BadDateError

if TYPE_CHECKING:
    from datetime import date

    from cliffhanger.domain.dates import PartialDate

_YEAR = re.compile(r"\d{4}")
# A bare year may be that of the story.
_MONTH = 31
_THE_SEASON = re.compile(r"(?:the\s+)?(?:spring|summer|fall|autumn|winter)", re.IGNORECASE)
# "The same evening", "two days later": counted from the day named before, and not from the publication.
_COUNTED = re.compile(
    r"\b(?:the|that|this)\s+(?:very\s+)?(?:same|next|following)\b|\b(?:days?|nights?|weeks?|months?|years?)\s+(?:later|earlier)\b",
    re.IGNORECASE,
)
_DAY_OF_MONTH = re.compile(r"[A-Z][a-z]+\.?\s+\d{1,2}\b|\b\d{1,2}(?:st|nd|rd|th)?\s+[A-Z][a-z]+")


def past(when: PartialDate, published: date | None) -> PartialDate:
    """Return the date as it is meant of something that has happened."""
    return _turned(when, published, Toward.PAST)


def ahead(when: PartialDate, published: date | None) -> PartialDate:
    """Return the date as it is meant of something to come."""
    return _turned(when, published, Toward.FUTURE)


def following(when: PartialDate, before: PartialDate) -> PartialDate | None:
    """Return a day without its year as the first one behind a date that tells its own, or None where that is not so."""
    told = _YEAR.search(before.wording) and before.days <= _MONTH
    if _YEAR.search(when.wording) or not (told and _DAY_OF_MONTH.search(when.wording)):
        return None
    found = _turned(when, before.last, Toward.FUTURE)
    return found if found.first > before.last else None


def same_year(when: PartialDate, before: PartialDate) -> PartialDate | None:
    """Return a date without its year as one of the year of another, which tells it, or None where that is not so."""
    if _YEAR.search(when.wording) or not _YEAR.search(before.wording) or before.first.year != before.last.year:
        return None
    try:
        return parse(f"{when.wording} {before.first.year}")
    except BadDateError:
        return None


def _turned(when: PartialDate, published: date | None, toward: Toward) -> PartialDate:
    if published is None or _YEAR.search(when.wording) or _COUNTED.search(when.wording):
        return when
    try:
        found = parse(when.wording, published, toward=toward)
    except BadDateError:
        return when
    if toward is Toward.FUTURE and _THE_SEASON.fullmatch(when.wording) and _is_nearly_over(found, published):
        # "Back in the spring", said in May: the next one.
        return parse(when.wording, found.last + timedelta(days=1), toward=toward)
    return found


def _is_nearly_over(when: PartialDate, published: date) -> bool:
    """Whether no more than the last third of an interval is left on a day that lies in it."""
    return when.first <= published and (when.last - published).days * 3 < when.days
