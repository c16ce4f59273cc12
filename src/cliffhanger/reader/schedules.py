"""Calendars of premieres: lines under a date, or behind one, each with a show and what begins or ends that day.

Networks publish their dates as lists ("Monday, Sept. 25", then a line a show).
A line counts only where it says that a season or a series begins or ends there;
other lines of a schedule tell of reruns, new hours and specials.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cliffhanger.domain.claim import Span
from cliffhanger.domain.dates import parse
from cliffhanger.domain.errors import BadDateError
from cliffhanger.domain.vocabulary import Modality, Predicate
from cliffhanger.reader.claims import ArticleClaim
from cliffhanger.reader.mentions import PlatformMention, ShowMention
from cliffhanger.reader.seasons import SeasonWords

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cliffhanger.domain.dates import PartialDate
    from cliffhanger.reader.document import Document
    from cliffhanger.reader.mentions import Mention

_LINE = re.compile(r"[^\n]+")
_LONGEST_DATE = 40
# With a sentence that heads no entry the calendar is over.
_PROSE = re.compile(r".{60,}[.!?][\"'\u2019\u201d)]*\s*")
_MONTH = re.compile(
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s+\d{1,2}\b|\b\d{1,2}\s+[a-z]{3}",
    re.IGNORECASE,
)
# "Sept. 25: S", "Monday, September 25 \u2014 S".
_DATE_FIRST = re.compile(r"\W*(?P<date>[^:\u2013\u2014\n]{5,40}?)\s*(?::|\s[\u2013\u2014-])\s+")
# "S (P), N \u2014 Monday, May 5".
_DATE_LAST = re.compile(
    r"(?:\s[\u2013\u2014-]\s|:\s|,\s|\s\()\s*(?P<date>(?:\w+day,?\s+)?[^:\u2013\u2014()\n,]{5,25}(?:,\s+\d{4})?)\)?\s*$"
)
# "May sweeps finales at a glance": what every line below it tells.
_OF_FINALES = re.compile(r"\bfinales?\b|\bend\s+dates?\b|\bfarewells?\b", re.IGNORECASE)
_OF_BOTH = re.compile(r"\b(?:premiere|return|debut|start)", re.IGNORECASE)
_LEAD = 160
_BEFORE_SHOW = re.compile(
    r"[\s\u2022*\u00b7-]*(?:at\s+)?(?:\d{1,2}(?::\d\d)?\s*(?:[ap]\.?m\.?|[ap]\b)?(?:\s*[-\u2013/]\s*\d{1,2}(?::\d\d)?\s*(?:[ap]\.?m\.?)?(?:c)?)?"
    r"(?:\s*(?:ET|ET/PT|EST|CT))?)?[\s:,\u2013\u2014-]*[\"'\u2018\u201c]?",
    re.IGNORECASE,
)
_SERIES_BEGINS = re.compile(r"\bseries\s+(?:premiere|debut|launch)\b|\bnew\s+series\b", re.IGNORECASE)
_SEASON_BEGINS = re.compile(r"\b(?:season\s+)?(?:premiere|debut)s?\b", re.IGNORECASE)
_ENDS = re.compile(r"\b(?:season|series)\s+finale\b", re.IGNORECASE)
_OTHER = re.compile(
    r"\b(?:midseason|mid-season|winter|fall|summer|spring)\s+(?:premiere|return|finale)|\bpart\s+(?:2|two|ii)\b|\bspecial\b|\bpreview\b"
    r"|\brerun|\brepeat|\bmovie\b|\bfilm\b|\bdocumentary\b|\bstand-?up\b|\bepisodes?\s+\d",
    re.IGNORECASE,
)
_AND = re.compile(r",?\s*(?:and|&)?\s*", re.IGNORECASE)
# Behind the name of an entry, however long its text: "S (P): ".
_LABELS = re.compile(r"[\"'\u2019\u201d]?\s*(?:\([^()]{1,40}\))?\s*(?::|\s[\u2013\u2014-]\s)")
_IN_BRACKETS = re.compile(r"[\"'\u2019\u201d]?\s*\(")
_FEWEST = 2
_CONFIDENCE = 0.85


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of a calendar: its shows, the words behind the names, and their place in the text."""

    shows: tuple[ShowMention, ...]
    when: PartialDate
    start: int
    end: int
    behind: tuple[Mention, ...]


def find(document: Document) -> Iterator[ArticleClaim]:
    """Yield the premieres and finales that the calendars of a document give; a single line makes no calendar."""
    if document.in_title or "\n" not in document.text:
        return
    rows = list(_rows(document))
    if len(rows) < _FEWEST:
        return
    plain = [row for row in rows if not _OTHER.search(_behind(document, row))]
    of_premieres = sum(1 for row in plain if _begins(document, row)) * 2 > len(plain)
    lead = document.text[max(0, rows[0].start - _LEAD) : rows[0].start]
    of_finales = _OF_FINALES.search(lead) is not None and not _OF_BOTH.search(lead)
    for row in rows:
        yield from _claims(document, row, of_premieres=of_premieres, of_finales=of_finales)


def _rows(document: Document) -> Iterator[_Row]:
    mentions = [m for sentence in document.sentences for m in sentence.mentions]
    heading: PartialDate | None = None
    at = 0
    for line in _LINE.finditer(document.text):
        while at < len(mentions) and mentions[at].end <= line.start():
            at += 1
        behind = at
        while behind < len(mentions) and mentions[behind].start < line.end():
            behind += 1
        inside = mentions[at:behind]
        whole = _day(document, line.group())
        if whole is not None:
            heading = whole
            continue
        first = _DATE_FIRST.match(line.group())
        own = _day(document, first["date"]) if first else None
        last = None if own else _DATE_LAST.search(line.group())
        behind_it = _day(document, last["date"]) if last else None
        row = _row(document, line, inside, own or behind_it or heading, first.end() if first and own else 0)
        if _PROSE.fullmatch(line.group()) and not (row and _LABELS.match(_behind(document, row))):
            heading = None
        elif row is not None:
            yield row


def _row(
    document: Document, line: re.Match[str], inside: Sequence[Mention], when: PartialDate | None, skip: int
) -> _Row | None:
    if when is None:
        return None
    begun = _BEFORE_SHOW.match(document.text, line.start() + skip, line.end())
    start = begun.end() if begun else line.start() + skip
    for index, mention in enumerate(inside):
        if (
            isinstance(mention, ShowMention)
            and mention.start <= start <= mention.start + 1
            and (mention.names or mention.quoted)
        ):
            shows = [mention]
            for other in inside[index + 1 :]:
                if not isinstance(other, ShowMention) or not _AND.fullmatch(document.text, shows[-1].end, other.start):
                    break
                shows.append(other)
            return _Row(tuple(shows), when, mention.start, line.end(), tuple(inside[index + len(shows) :]))
    return None


def _behind(document: Document, row: _Row) -> str:
    """Return what a line says behind its shows."""
    return document.text[row.shows[-1].end : row.end]


def _numbers(row: _Row) -> tuple[int, ...]:
    return next((m.numbers for m in row.behind if isinstance(m, SeasonWords) and m.numbers), ())


def _begins(document: Document, row: _Row) -> bool:
    """Whether a line says that a season or a series begins."""
    words = _behind(document, row)
    return bool(_numbers(row) or _SERIES_BEGINS.search(words) or _SEASON_BEGINS.search(words))


def _claims(document: Document, row: _Row, *, of_premieres: bool, of_finales: bool) -> Iterator[ArticleClaim]:
    words = _behind(document, row)
    if _OTHER.search(words):
        return
    ends = of_finales or _ENDS.search(words) is not None
    # In a calendar of premieres a line with no more than the platform is one, too: "The Paper (Peacock)".
    named = of_premieres and row.behind and isinstance(row.behind[0], PlatformMention) and _IN_BRACKETS.match(words)
    if not (ends or named or _begins(document, row)):
        return
    numbers = _numbers(row)
    season = 1 if _SERIES_BEGINS.search(words) else numbers[0] if numbers else None
    coming = document.published is not None and row.when.last > document.published
    for show in row.shows:
        yield ArticleClaim(
            subject=show.subject,
            predicate=Predicate.FINALE_DATE if ends else Predicate.PREMIERE_DATE,
            season=season,
            when=row.when,
            span=Span(row.start, row.end, document.text[row.start : row.end]),
            modality=Modality.PLAN if coming else Modality.EVENT,
            platform=next((m.name for m in row.behind if isinstance(m, PlatformMention)), ""),
            confidence=_CONFIDENCE,
        )


def _day(document: Document, words: str) -> PartialDate | None:
    """Return the day that some words name, and nothing else, or None."""
    told = words.strip(" \t:*\u2022#\u2013\u2014-")
    if len(told) > _LONGEST_DATE or not _MONTH.search(told):
        return None
    try:
        when = parse(told.title() if told.isupper() else told, document.published)
    except BadDateError:
        return None
    return when if when.days == 1 else None
