"""Dates: when a season premieres, ends and is filmed, and how sure that is.

A date counts only with the word that says what happens on it, in the same
clause. A weekday or a month without its year lies ahead of the publication
where the verb looks ahead, and behind it where the verb looks back.
"""

from __future__ import annotations

import re
from calendar import monthrange
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from cliffhanger.domain.dates import PartialDate, parse
from cliffhanger.domain.errors import BadDateError
from cliffhanger.domain.vocabulary import Modality, Predicate
from cliffhanger.reader import modality as meant
from cliffhanger.reader import when_around, when_meant, when_rows, when_shows, when_sides
from cliffhanger.reader import when_kinds as kinds
from cliffhanger.reader import when_title_words as labels
from cliffhanger.reader import when_words as words
from cliffhanger.reader.claims import ArticleClaim
from cliffhanger.reader.fate_words import A_FILM
from cliffhanger.reader.hinted import plain
from cliffhanger.reader.marks import DATE
from cliffhanger.reader.mentions import DateMention, PlatformMention, ShowMention
from cliffhanger.reader.seasons import SeasonWords
from cliffhanger.reader.turning import ahead, past
from cliffhanger.reader.when_told import told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cliffhanger.reader.document import Document
    from cliffhanger.reader.sentences import Sentence
    from cliffhanger.reader.when_date_of import Told

# "Began shooting this week" is told of days that have been; "finished this fall" of the whole fall.
_A_WEEK = 7
# Which one that is is told by what else the article dates.
_RUNNING = frozenset({"current", "latest"})
# What was filmed longer ago is an earlier season.
_A_YEAR = timedelta(days=365)
_JOINED = re.compile(r"\s+(?:to|through|until|and)\s+|\s*[\u2013-]\s*", re.IGNORECASE)
_TO = re.compile(r"\bto\s+", re.IGNORECASE)
_OPENS_RANGE = re.compile(r"^(?:from|between)\s+", re.IGNORECASE)
_BOTH = 2
# "From 2008 to 2014": years, and no months of them.
_YEARS = re.compile(r"^\W*(?:from\s+)?\d{4}\s*(?:to|until|through|[-\u2013])\s*\d{4}\W*$", re.IGNORECASE)


def find(document: Document) -> Iterator[ArticleClaim]:
    """Yield the dates of premieres, finales and filming that a document gives."""
    for sentence in document.sentences:
        if document.in_title:
            yield from _undated(document, sentence)
        if DATE not in sentence.marked or sentence.corrects or meant.is_question(sentence.marked):
            continue
        answered = None if _tells_itself(sentence) else _answer(document, sentence)
        if answered is not None:
            yield answered
            continue
        before: tuple[int, Told] | None = None
        for place, mention in sentence.all_of(DateMention):
            brought = list(_brought(document, sentence, place, mention))
            yield from brought
            all_told = [] if brought else told(sentence, place, before)
            before = (place, all_told[0]) if all_told else None
            for one in all_told:
                claim = _claim(document, sentence, place, mention, one)
                if claim is not None:
                    yield claim
                    yield from when_rows.beside(sentence, one, place, claim)


def _tells_itself(sentence: Sentence) -> bool:
    """Whether a sentence says itself what its first date is the date of."""
    first = next((place for place, _ in sentence.all_of(DateMention)), None)
    return first is not None and bool(told(sentence, first, None))


def _announced(document: Document, mention: DateMention, *, been: bool = False) -> tuple[PartialDate, Modality]:
    """Return the day that an announcement names, and whether it still lies ahead."""
    when = (past if been else ahead)(mention.date, document.published)
    coming = document.published is not None and when.last > document.published
    return when, Modality.PLAN if coming else Modality.EVENT


def _brought(document: Document, sentence: Sentence, place: int, mention: DateMention) -> Iterator[ArticleClaim]:
    """Yield the premieres and finales that a day is said to bring."""
    for show, one in when_rows.brought(sentence, place):
        when, how = _announced(document, mention, been=one.been)
        yield ArticleClaim(
            subject=show.subject,
            predicate=one.predicate,
            season=one.season or when_around.season(sentence, one, place, show, when),
            when=when,
            span=sentence.span(place, one.end),
            modality=how,
            confidence=0.85,
            in_title=document.in_title,
        )


def _answer(document: Document, sentence: Sentence) -> ArticleClaim | None:
    """Return the premiere that a sentence gives as the answer to the one before: "When does it start? On Friday."."""
    asked = document.sentences[sentence.index - 1] if sentence.index else None
    answer = labels.ANSWERS.match(sentence.marked)
    if (
        asked is None
        or answer is None
        or not labels.ASKS_WHEN.match(asked.marked)
        or words.OTHER_EVENT.search(asked.marked)
    ):
        return None
    if re.search(rf"\b{kinds.FILM}\b", asked.marked, re.IGNORECASE):
        return None
    show = document.show_for(asked)
    numbered = [w.numbers[0] for _, w in asked.all_of(SeasonWords) if w.numbers]
    if show is None:
        return None
    place = answer.end() - 1
    when, how = _announced(document, sentence.date(place))
    return ArticleClaim(
        subject=show.subject,
        predicate=Predicate.PREMIERE_DATE,
        season=numbered[0] if numbered else document.season_meant(None),
        when=when,
        span=sentence.span(place, place + 1),
        modality=how,
        platform=next((m.name for _, m in sentence.all_of(PlatformMention)), ""),
        confidence=0.8,
        in_title=document.in_title,
    )


def _undated(document: Document, sentence: Sentence) -> Iterator[ArticleClaim]:
    """Yield what a headline tells as news without a date: filming has begun or ended by the day of publication."""
    if document.published is None or DATE in sentence.marked:
        return
    for predicate, pattern in kinds.NEWS:
        m = pattern.search(sentence.marked)
        named = [(at, s) for at, s in sentence.all_of(ShowMention) if s.strong or s.quoted]
        before = [(at, s) for at, s in named if m and at < m.start()]
        named = before or named
        if m is None or len({s.subject for _, s in named}) != 1:
            continue
        if not named[0][1].names and A_FILM.search(plain(sentence.marked)):
            continue
        how = meant.modality(sentence.marked[: m.end()], sentence.marked)
        if meant.is_negated(sentence.marked) or how is not Modality.EVENT:
            continue
        numbers = [w.numbers[0] for _, w in sentence.all_of(SeasonWords) if w.numbers]
        yield ArticleClaim(
            subject=named[0][1].subject,
            predicate=predicate,
            season=numbers[0] if len(numbers) == 1 else None,
            when=PartialDate(document.published, document.published, open_start=True),
            span=sentence.span(m.start(), m.end()),
            confidence=0.8,
            in_title=document.in_title,
        )


def _claim(document: Document, sentence: Sentence, place: int, mention: DateMention, one: Told) -> ArticleClaim | None:
    marked = sentence.marked
    found = when_shows.subject(document, sentence, one, place)
    if found is None or not when_meant.is_meant(sentence, one, place, found):
        return None
    show, named, season = found
    relative = _relative(sentence, one, place)
    if season is None and relative is not None:
        season = None if relative.which in _RUNNING else document.season_meant(relative)
        if season is None and not (relative.final or relative.which in _RUNNING):
            return None
    if season is None and one.predicate is not Predicate.FINALE_DATE and show is document.main:
        season = _of_the_headline(document, mention, one)
    turned, coming = when_sides.turned(sentence, place, mention, one)
    verb = marked[one.at : one.end]
    if when_sides.is_brought_back(sentence, one) or when_sides.was_only_meant(sentence, one, turned):
        return None
    if words.BACK_IN.fullmatch(verb) and when_sides.is_long_back(sentence, one, place, turned):
        return None
    when = _part_of(turned, one)
    how = when_meant.how(sentence, one, place)
    if how is Modality.EVENT and (document.published is not None and when.last > document.published):
        # "Finished its season this month": that has been.
        done = words.PAST.search(verb) and not (coming or when.first > document.published)
        how = Modality.EVENT if done else Modality.PLAN
        if done and when.first <= document.published and when.days <= _A_WEEK:
            when = replace(when, last=document.published)
    season = season or _untold(sentence, one, place, show, when)
    if season is None and sentence.index < document.main_since:
        return None
    end = place + 1 if place >= one.end else one.end
    start = min(one.at, place)
    return ArticleClaim(
        subject=show.subject,
        predicate=one.predicate,
        season=season,
        when=when,
        span=sentence.span(start, end),
        modality=how,
        platform=_platform(sentence, one, place),
        confidence=0.9 if named else 0.8,
        in_title=document.in_title,
    )


def _untold(sentence: Sentence, one: Told, place: int, show: ShowMention, when: PartialDate) -> int | None:
    """Return the season of a date whose clause does not number it."""
    clause = sentence.marked[one.lead : max(place + 1, one.end)]
    if words.FIRST.search(clause) or words.PILOT.search(sentence.marked, 0, one.at):
        return 1
    return None if _relative(sentence, one, place) else when_around.season(sentence, one, place, show, when)


def _of_the_headline(document: Document, mention: DateMention, one: Told) -> int | None:
    """Return the season that a headline is about, which is not about an order, for a day to come or late filming."""
    if not document.awaited or document.published is None:
        return None
    since = document.published - (timedelta(0) if one.predicate is Predicate.PREMIERE_DATE else _A_YEAR)
    return document.known_season if mention.date.last > since else None


def _relative(sentence: Sentence, one: Told, place: int) -> SeasonWords | None:
    """Return the words in the clause that name a season without its number: "the final season"."""
    end = max(place, one.end)
    found = [w for at, w in sentence.all_of(SeasonWords) if not w.numbers and not w.count and one.lead <= at <= end]
    return found[-1] if found else None


def _part_of(when: PartialDate, one: Told) -> PartialDate:
    """Return the first or the last month, or day, of an interval that something takes from start to end."""
    if one.moved:
        return _moved_to(when)
    if not one.whole:
        return when
    months = when.first.day == 1 and (when.last + timedelta(days=1)).day == 1
    if _YEARS.search(when.wording) and months:
        begins = one.predicate in {Predicate.FILMING_START, Predicate.PREMIERE_DATE}
        return (
            replace(when, last=date(when.first.year, 12, 31))
            if begins
            else replace(when, first=date(when.last.year, 1, 1))
        )
    own = _own_end(when, one)
    if own is not None:
        return own
    if one.predicate in {Predicate.FILMING_START, Predicate.PREMIERE_DATE}:
        last = when.first.replace(day=monthrange(when.first.year, when.first.month)[1]) if months else when.first
        return replace(when, last=last)
    return replace(when, first=when.last.replace(day=1) if months else when.last)


def _moved_to(when: PartialDate) -> PartialDate:
    """Return the day to which something is moved: "May 27" of "from Wednesday to Friday, May 27"."""
    day = _TO.split(when.wording)[-1]
    with suppress(BadDateError):
        own = parse(day, when.last)
        return replace(when, first=own.first, last=own.last, open_start=False)
    return when


def _own_end(when: PartialDate, one: Told) -> PartialDate | None:
    """Return the end of a range that its words name: "early 2024" of "from early 2024 to July"."""
    ends = _JOINED.split(when.wording.strip())
    if len(ends) != _BOTH:
        return None
    begins = one.predicate in {Predicate.FILMING_START, Predicate.PREMIERE_DATE}
    try:
        own = parse(_OPENS_RANGE.sub("", ends[0] if begins else ends[1]), when.first if begins else when.last)
    except BadDateError:
        return None
    same = own.first == when.first if begins else own.last == when.last
    return replace(when, first=own.first, last=own.last) if same and own.days < when.days else None


def _platform(sentence: Sentence, one: Told, place: int) -> str:
    limit = max(place, one.end) + 30
    for at, mention in sentence.all_of(PlatformMention):
        if one.lead <= at <= limit:
            return mention.name
    return ""
