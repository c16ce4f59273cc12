"""Calendars of premieres, as networks publish them; the days are made up."""

from __future__ import annotations

from datetime import date

from cliffhanger.domain.vocabulary import DATE_PREDICATES
from cliffhanger.reader.obtain import article_of_text
from cliffhanger.reader.read import read
from tests.reader.judging import catalogue

PUBLISHED = date(2025, 8, 25)
CALENDAR = """
The network has put days on its autumn.

SUNDAY, SEPT. 28
7:30 pm Copper Row, Season 3
8 pm NIGHTJAR, series premiere

Monday, September 29
8:00-9:00 PM ET Weathervane (season premiere)
9 pm Matlock (new time)
10 pm Line of Duty, Season 7

Friday, Oct. 3
• “Glass Orchard” (Peacock) – a family of cider makers falls out
• Marrow Street and Tidewater Blues (Hulu)
• The Pitt, part two

Dates may change.
"""


def dates(text: str) -> list[tuple[str, str, int | None, str]]:
    """Return show, what happens, season and day of each date of a text, in the order of their places."""
    reading = read(article_of_text(text, published=PUBLISHED), catalogue())
    found = reading.claims
    told = [claim for claim in found if claim.predicate in DATE_PREDICATES and claim.when]
    for claim in told:
        assert claim.span is not None
        assert reading.article.text[claim.span.start : claim.span.end] == claim.span.text
    return [
        (claim.subject.name, str(claim.predicate), claim.season, str(claim.when.first)) for claim in told if claim.when
    ]


def test_lines_under_a_date_premiere_on_it() -> None:
    """Each with its season, the first one where the series begins; a new hour and half a season are no premiere."""
    assert sorted(dates(CALENDAR), key=str) == [
        ("Copper Row", "premiere_date", 3, "2025-09-28"),
        ("Glass Orchard", "premiere_date", None, "2025-10-03"),
        ("Line of Duty", "premiere_date", 7, "2025-09-29"),
        ("Marrow Street", "premiere_date", None, "2025-10-03"),
        ("Nightjar", "premiere_date", 1, "2025-09-28"),
        ("Tidewater Blues", "premiere_date", None, "2025-10-03"),
        ("Weathervane", "premiere_date", None, "2025-09-29"),
    ]


def test_a_date_may_open_the_line() -> None:
    """Finales are told apart."""
    text = "The rest of the year:\nSept. 28: Copper Row (season finale)\nOct. 3: Nightjar, season 2 premiere\n"
    assert sorted(dates(text), key=str) == [
        ("Copper Row", "finale_date", None, "2025-09-28"),
        ("Nightjar", "premiere_date", 2, "2025-10-03"),
    ]


def test_a_date_may_close_the_line() -> None:
    """What the heading says tells what every line does."""
    rows = "“Copper Row” (CBS), Season 3 — Sunday, Sept. 28\n“Nightjar” (ABC), Season 2 — Friday, Oct. 3\n"
    seasons = [("Copper Row", 3, "2025-09-28"), ("Nightjar", 2, "2025-10-03")]
    for heading, what in (("Finales at a glance:", "finale_date"), ("Fall premieres:", "premiere_date")):
        assert dates(f"{heading}\n{rows}") == [(show, what, season, day) for show, season, day in seasons]


def test_one_line_makes_no_calendar() -> None:
    """A date and a show on lines of their own may be anything."""
    assert dates("Diary\n\nSept. 28\n\nCopper Row, season 3\n\nWe talked about it all night and then went home.") == []


def test_prose_ends_a_calendar() -> None:
    """What is told behind it is not of its last day."""
    prose = "Copper Row has been on the air since the spring, and the network could not be happier with it."
    text = f"{CALENDAR}{prose}\n\nNightjar, season 5 is only a rumour.\n"
    assert dates(text) == dates(CALENDAR)
