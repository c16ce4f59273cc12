"""Days of premieres, finales and filming; the shows and their dates are made up."""

from __future__ import annotations

from datetime import date

import pytest

from cliffhanger.domain.vocabulary import DATE_PREDICATES
from cliffhanger.reader.obtain import article_of_text
from cliffhanger.reader.read import read
from tests.reader.judging import catalogue

PUBLISHED = date(2025, 5, 14)  # a Wednesday


def dates(text: str) -> list[tuple[str, str, int | None, str, str]]:
    """Return show, what happens, season, first and last day of each date of a text."""
    found = read(article_of_text(text, published=PUBLISHED), catalogue()).claims
    return [
        (claim.subject.name, str(claim.predicate), claim.season, str(claim.when.first), str(claim.when.last))
        for claim in found
        if claim.predicate in DATE_PREDICATES and claim.when
    ]


def day(show: str, what: str, season: int | None, iso: str) -> list[tuple[str, str, int | None, str, str]]:
    """Return the one date that a text has."""
    return [(show, what, season, iso, iso)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("‘Copper Row’ season 3 gets its date: June 4", day("Copper Row", "premiere_date", 3, "2025-06-04")),
        ("Season 3 of ‘Copper Row’ cashes in on June 4", day("Copper Row", "premiere_date", 3, "2025-06-04")),
        ("‘Copper Row’ Season 2 finale arrives Friday", day("Copper Row", "finale_date", 2, "2025-05-16")),
        ("‘Copper Row’ S2 gets January 17 launch", day("Copper Row", "premiere_date", 2, "2026-01-17")),
        (
            "Peacock to Drop All Episodes of ‘Copper Row’ on June 4",
            day("Copper Row", "premiere_date", None, "2025-06-04"),
        ),
        ("Hulu’s ‘Copper Row’ pushed to 2026", [("Copper Row", "premiere_date", None, "2026-01-01", "2026-12-31")]),
        (
            "CBS premiere dates: ‘Copper Row’ Oct. 19, ‘Weathervane’ Oct. 13",
            [
                *day("Copper Row", "premiere_date", None, "2025-10-19"),
                *day("Weathervane", "premiere_date", None, "2025-10-13"),
            ],
        ),
        ("Netflix renews ‘Copper Row’ for season 3 on June 4", []),
        ("‘Copper Row’ season 3 trailer arrives June 4", []),
        ("‘Copper Row’ film premieres in theaters June 4", []),
    ],
)
def test_headlines(text: str, wanted: list[tuple[str, str, int | None, str, str]]) -> None:
    """One date beside one season, and nothing else that could be dated."""
    assert dates(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The finale of “Copper Row” airs on May 25.", day("Copper Row", "finale_date", None, "2025-05-25")),
        ("“Copper Row” is back; the finale is set for May 25.", day("Copper Row", "finale_date", None, "2025-05-25")),
        ("“Copper Row” ended last night.", day("Copper Row", "finale_date", None, "2025-05-13")),
        ("The drama, a spin-off of “Nightjar”, is called “Copper Row”. It ends next month, on June 25.",
         day("Copper Row", "finale_date", None, "2025-06-25")),
        ("“Nightjar” is a spin-off of “Copper Row”, which ended on May 1, 2020.",
         day("Copper Row", "finale_date", None, "2020-05-01")),
        ("“Copper Row”, adapted from a novel by a made-up author, followed on February 26.",
         day("Copper Row", "premiere_date", None, "2025-02-26")),
        ("“Copper Row” was renewed for a fourth season, ahead of the premiere of season three in 2026.",
         [("Copper Row", "premiere_date", 3, "2026-01-01", "2026-12-31")]),
        ("“Copper Row” will not get a fourth season, although its third, which began on March 13, did well.",
         day("Copper Row", "premiere_date", 3, "2025-03-13")),
        ("“Copper Row” ran from December 13, 2024 to February 14, 2025.",
         [("Copper Row", "finale_date", None, "2025-02-14", "2025-02-14"),
          ("Copper Row", "premiere_date", None, "2024-12-13", "2024-12-13")]),
        ("“Copper Row” is at work. Filming lasted from March to August 2024.",
         [("Copper Row", "filming_end", None, "2024-08-01", "2024-08-31"),
          ("Copper Row", "filming_start", None, "2024-03-01", "2024-03-31")]),
        ("“Copper Row” is loved.\nWhen does season 3 start?\nOn Friday, June 6, 2025, on Starz.",
         day("Copper Row", "premiere_date", 3, "2025-06-06")),
        ("“Copper Row” led the list, according to figures released May 9 by Nielsen.", []),
        ("LONDON, May 9, 2025 – The drama “Copper Row” returns for its second season.", []),
        ("“Copper Row” was written in a back room last night.", []),
    ],
)  # fmt: skip
def test_prose(text: str, wanted: list[tuple[str, str, int | None, str, str]]) -> None:
    """The word that says what happens stands in the date's own clause, and tells of which season."""
    assert sorted(dates(text)) == sorted(wanted)
