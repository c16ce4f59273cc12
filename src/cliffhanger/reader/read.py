"""The reader: an article in, what it says out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cliffhanger.domain.dates import PartialDate, find_dates
from cliffhanger.domain.vocabulary import DATE_PREDICATES, Predicate
from cliffhanger.reader import charts, content, fate, franchise, people, schedules, scores, speech, when
from cliffhanger.reader import document as marking
from cliffhanger.reader.claims import ArticleClaim, Reading, Subject
from cliffhanger.reader.hinted import plain
from cliffhanger.reader.settling import once, place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

    from cliffhanger.reader.claims import Article, Embedded
    from cliffhanger.reader.document import Document
    from cliffhanger.reader.mentions import ShowMention
    from cliffhanger.reader.names import Names

_EXTRACTORS: tuple[Callable[[Document], Iterator[ArticleClaim]], ...] = (
    fate.find,
    when.find,
    schedules.find,
    scores.find,
    charts.find,
    franchise.find,
    people.find,
    speech.find,
    content.find,
)
_AS_OF = re.compile(r"as(?<!\w..)\s+of\s+(?=[a-z]+\s+(?:\w+,?\s+)?\d{4})")
_PEOPLE = frozenset({Predicate.CAST, Predicate.GUEST})
_EMBEDDED = 0.9

# A headline has no full stop at its end, but that of an abbreviation: "Magnum P.I.".
_PROSE_ENDS = re.compile(r"(?<![A-Z])\.[\"'\u2019\u201d)]*\s*$")
VERSION = "1"
"""Of the rules of reading; what they find under one version is always the same."""


def read(article: Article, names: Names) -> Reading:
    """Read an article.

    The title tells which show "the series" is; what it says is kept where the
    text does not say it too.

    Args:
        article: the article.
        names: the catalogue's names.

    Returns:
        The article with its claims, each once, in the order of their words.
    """
    day = reference_day(article)
    headline = None
    if article.title and article.title not in article.text:
        headline = marking.make(article.title, names, day, in_title=True)
    known = headline.main if headline else None
    alone = article.title == article.text.strip() and not _PROSE_ENDS.search(article.text)
    document = marking.make(article.text, names, day, in_title=alone, headline=headline)
    claims = _found(document)
    if headline is not None:
        claims += _only_there(_found(headline), claims)
    claims += _only_there(_embedded(article.embedded, names, known or document.main), claims)
    return Reading(article, tuple(sorted(once(claims, day), key=place)))


def reference_day(article: Article) -> date | None:
    """Return the day from which an article's relative dates count.

    That is its day of publication; where it has none, the last day that the
    text itself speaks as of ("as of late July 2025").
    """
    if article.published is not None:
        return article.published
    days = []
    for m in _AS_OF.finditer(plain(article.text)):
        found = find_dates(article.text[m.end() : m.end() + 40])
        days += [when.last for start, _, when in found[:1] if start == 0]
    return max(days, default=None)


def _found(document: Document) -> list[ArticleClaim]:
    return [claim for find in _EXTRACTORS for claim in find(document)]


def _only_there(there: Iterable[ArticleClaim], here: list[ArticleClaim]) -> list[ArticleClaim]:
    """Return the claims of one place that another does not make, in fuller words or the same."""
    said = {(c.subject, c.predicate, c.season, c.unit) for c in here} | {
        (c.subject, c.predicate, None, c.unit) for c in here
    }
    return [c for c in there if (c.subject, c.predicate, c.season, c.unit) not in said]


def _embedded(facts: Iterable[Embedded], names: Names, main: ShowMention | None) -> Iterator[ArticleClaim]:
    for fact in facts:
        found = names.exactly(fact.show)
        shows = {name.show for name in found}
        subject = Subject(found[0].title, found[0].show) if len(shows) == 1 else Subject(fact.show)
        if main is not None and main.subject.name.casefold() == fact.show.casefold():
            subject = main.subject
        dated, person = fact.predicate in DATE_PREDICATES, fact.predicate in _PEOPLE
        yield ArticleClaim(
            subject=subject,
            predicate=fact.predicate,
            span=None,
            season=fact.season,
            value=None if dated else fact.value,
            unit="" if person else fact.unit,
            role=fact.unit if person else "",
            when=PartialDate.from_iso(str(fact.value)) if dated else None,
            details=dict(fact.details),
            confidence=_EMBEDDED,
        )
