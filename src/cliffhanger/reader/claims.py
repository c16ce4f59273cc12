"""What reading gives: one object an article, as the JSON Schema beside this module describes it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from cliffhanger.domain.vocabulary import Modality

if TYPE_CHECKING:
    from datetime import date

    from cliffhanger.domain.claim import Span
    from cliffhanger.domain.dates import PartialDate
    from cliffhanger.domain.vocabulary import Commitment, Predicate

Value = str | int | float | bool | None


class Subject(NamedTuple):
    """The show that a claim speaks of.

    Attributes:
        name: its title in the catalogue, or as the article writes it where the catalogue has none.
        id: its id in the catalogue, or None where it is not there or several shows have that name.
    """

    name: str
    id: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleClaim:
    """One thing that an article says.

    Attributes:
        subject: the show.
        predicate: what is said of it.
        span: the words that say it, verbatim; None where the page's own data says it and the text does not.
        season: the season that is meant, or None where it is the series. An order (renewed, rescued, ordered) and
            limbo name the season to come, a cancellation and an ending the last one.
        value: what it is said to be: a figure, a name, a quotation's text, True; None where the predicate says all.
        unit: unit or qualifier of the value (a score's system, a chart's name, a person's job), or empty.
        when: the day or interval that it holds for, or None; for date predicates it is the value.
        modality: event, plan, hope, rumour, denial or hypothetical; only an event may change a show's state.
        speaker: who is quoted, or empty.
        role: the speaker's or the person's part in the show, or empty.
        outlet: to whom the speaker said it, or empty.
        commitment: how far the speaker commits to a return, or None.
        platform: the platform that acts or is meant, by its name in the vocabulary, or empty.
        reason: the reason given, in the article's words, or empty.
        details: further fields of a predicate, as in the schema (scale, scope and count of a score, chart streaks).
        confidence: 0 to 1; by the rule that found it, not measured for the claim itself.
        in_title: whether the span stands in the title, which is not part of the text.
    """

    subject: Subject
    predicate: Predicate
    span: Span | None
    season: int | None = None
    value: Value = None
    unit: str = ""
    when: PartialDate | None = None
    modality: Modality = Modality.EVENT
    speaker: str = ""
    role: str = ""
    outlet: str = ""
    commitment: Commitment | None = None
    platform: str = ""
    reason: str = ""
    details: dict[str, Value] = field(default_factory=dict)
    confidence: float = 0.9
    in_title: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article as it was obtained.

    Attributes:
        text: what is read; every offset counts its characters.
        title: its headline, or empty.
        publisher: who published it, or empty.
        authors: who wrote it.
        published: the day it was published, or None.
        url: its address, or empty.
        language: two-letter code, or empty.
        sha256: hash of the bytes it was read from, in hex.
        from_page: whether the text was taken out of a page, so that the reader must be shown it.
        embedded: what the page's own schema.org data says of shows.
    """

    text: str
    sha256: str
    title: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    published: date | None = None
    url: str = ""
    language: str = ""
    from_page: bool = False
    embedded: tuple[Embedded, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Embedded:
    """One fact in a page's schema.org data; it has no words in the text.

    Attributes:
        show: the series' name there.
        predicate: what is said.
        value: what it is said to be.
        season: season number, or None.
        unit: a score's system, a person's part, or empty.
        details: scale and count of a score.
    """

    show: str
    predicate: Predicate
    value: Value
    season: int | None = None
    unit: str = ""
    details: dict[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """An article and what it says.

    Attributes:
        article: the article.
        claims: its claims, in the order of their words.
    """

    article: Article
    claims: tuple[ArticleClaim, ...]
