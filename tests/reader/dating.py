"""What a text's dates are read to, for tests; the shows and their dates are made up."""

from __future__ import annotations

from datetime import date

from cliffhanger.domain.vocabulary import DATE_PREDICATES
from cliffhanger.reader.obtain import article_of_text
from cliffhanger.reader.read import read
from tests.reader.judging import catalogue

PUBLISHED = date(2025, 5, 14)  # a Wednesday


def dates(text: str, title: str = "") -> list[tuple[str, str, int | None, str, str]]:
    """Return show, what happens, season, first and last day of each date of a text."""
    found = read(article_of_text(text, published=PUBLISHED, title=title), catalogue()).claims
    return [
        (claim.subject.name, str(claim.predicate), claim.season, str(claim.when.first), str(claim.when.last))
        for claim in found
        if claim.predicate in DATE_PREDICATES and claim.when
    ]


def day(show: str, what: str, season: int | None, iso: str) -> list[tuple[str, str, int | None, str, str]]:
    """Return the one date that a text has."""
    return [(show, what, season, iso, iso)]
