"""Tests for the season of a date whose clause names none."""

from __future__ import annotations

import pytest

from tests.reader.dating import dates, day


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“Matlock” is due back on June 9. The legal drama's fifth season will roll out with three hours.",
         day("Matlock", "premiere_date", 5, "2025-06-09")),
        ("“Matlock” comes back to CBS on June 6, and its star has promised a darker second season.",
         day("Matlock", "premiere_date", 2, "2025-06-06")),
        ("CBS will bring “Matlock” back on June 30. Seasons four and five were ordered together.",
         day("Matlock", "premiere_date", 4, "2025-06-30")),
        ("“Matlock” opened on May 1. A third season was greenlit this week.",
         day("Matlock", "premiere_date", 2, "2025-05-01")),
        # The order may be that of the season which is on.
        ("“Matlock” opened on May 1. A third season was greenlit last year.",
         day("Matlock", "premiere_date", None, "2025-05-01")),
        # So far ahead it may be the one that has been ordered.
        ("“Matlock” has a third season in hand, and it opens in January.",
         [("Matlock", "premiere_date", 3, "2026-01-01", "2026-01-31")]),
        # Another season's date, one that only measures, and two of which it may be either.
        ("“Matlock” is back on June 9. Its second season was released in November 2022.",
         [("Matlock", "premiere_date", 2, "2022-11-01", "2022-11-30"),
          *day("Matlock", "premiere_date", None, "2025-06-09")]),
        ("“Matlock” is back on June 9. It was a hit after its second season.",
         day("Matlock", "premiere_date", None, "2025-06-09")),
        ("“Matlock” is back on June 9. The second season averaged four million viewers.",
         day("Matlock", "premiere_date", None, "2025-06-09")),
        ("“Matlock” is back on June 9. The third season is as good as the second season was bad.",
         day("Matlock", "premiere_date", None, "2025-06-09")),
        # Of another show.
        ("“Matlock” is back on June 9. “Nightjar” is in its third season.",
         day("Matlock", "premiere_date", None, "2025-06-09")),
        # Long ago the season was another one.
        ("“Matlock” came back on March 3, 2021. It is in its fifth season.",
         day("Matlock", "premiere_date", None, "2021-03-03")),
    ],
)  # fmt: skip
def test_season_around(text: str, wanted: list[tuple[str, str, int | None, str, str]]) -> None:
    """The one season that is spoken of around a date is meant, and none that is to come, compared or dated itself."""
    assert sorted(dates(text), key=str) == sorted(wanted, key=str)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“Matlock” signed off on May 8. Six seasons were made.", day("Matlock", "finale_date", 6, "2025-05-08")),
        ("“Matlock” left the air in May 2010. The drama, which ran six seasons, is now on Hulu.",
         [("Matlock", "finale_date", 6, "2010-05-01", "2010-05-31")]),
        ("“Matlock” took its final bow on May 13, six seasons after it first made us laugh.",
         day("Matlock", "finale_date", 6, "2025-05-13")),
        # A season's end is not the show's, and not all of its seasons are counted.
        ("The season finale of “Matlock” is on May 20. Six seasons were made.",
         day("Matlock", "finale_date", None, "2025-05-20")),
        ("“Matlock” signed off on May 8. The first two seasons were loved.",
         day("Matlock", "finale_date", None, "2025-05-08")),
    ],
)  # fmt: skip
def test_last_of_all(text: str, wanted: list[tuple[str, str, int | None, str, str]]) -> None:
    """A show ends with the last of the seasons that the text counts."""
    assert sorted(dates(text)) == sorted(wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“Copper Row” ended on December 20, 2024.", day("Copper Row", "finale_date", 1, "2024-12-20")),
        ("“Copper Row” ended on May 10.", day("Copper Row", "finale_date", None, "2025-05-10")),
        ("“Copper Row” is loved. Filming began on May 9, 2022.",
         day("Copper Row", "filming_start", 1, "2022-05-09")),
        ("“Copper Row” ended on May 10 after just one season.", day("Copper Row", "finale_date", 1, "2025-05-10")),
        ("“Matlock”, whose finale aired on May 10, has been canceled in its first year.",
         day("Matlock", "finale_date", 1, "2025-05-10")),
        # A season that is being made is the one to come next year, and none that comes soon.
        ("“Matlock” began production on its third season in March. The drama will be back in 2026.",
         [("Matlock", "filming_start", 3, "2025-03-01", "2025-03-31"),
          ("Matlock", "premiere_date", 3, "2026-01-01", "2026-12-31")]),
        ("The third season of “Matlock”, announced in December 2023, makes its bow on July 11.",
         day("Matlock", "premiere_date", 3, "2025-07-11")),
        ("“Matlock” was a hit on its October release.",
         [("Matlock", "premiere_date", 1, "2024-10-01", "2024-10-31")]),
    ],
)  # fmt: skip
def test_first_year(text: str, wanted: list[tuple[str, str, int | None, str, str]]) -> None:
    """What is on the air in the year in which a show began is its first season, and so is the only one."""
    assert sorted(dates(text)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # What has been is not of the season that has only been ordered.
        ("CBS has given a second-season pickup to “Matlock”, the legal drama that launched on May 9.",
         day("Matlock", "premiere_date", 1, "2025-05-09")),
        ("The renewal, for a third season, came two weeks after “Matlock” premiered on April 30.",
         day("Matlock", "premiere_date", 2, "2025-04-30")),
        ("CBS renewed “Matlock” for a third season, ahead of the May 18 finale.",
         day("Matlock", "finale_date", 2, "2025-05-18")),
        ("“Matlock” landed a fifth season, a week after the fourth got underway on May 7.",
         day("Matlock", "premiere_date", 4, "2025-05-07")),
        ("“Matlock” is back for a third season on May 14.", day("Matlock", "premiere_date", 3, "2025-05-14")),
        # "The freshman finale", and a finale of a show that is over.
        ("“Matlock” is loved. The freshman finale airs on May 18.", day("Matlock", "finale_date", 1, "2025-05-18")),
        ("“Matlock” is done at CBS after three seasons. The word came after the May 10 season finale.",
         day("Matlock", "finale_date", 3, "2025-05-10")),
        # The show that only the next sentence names.
        ("The legal drama will return for a third season in 2026. “Matlock” is loved.",
         [("Matlock", "premiere_date", 3, "2026-01-01", "2026-12-31")]),
        ("The legal drama will return in 2026. “Matlock” is loved.", []),
        ("The legal drama will return for a third season in 2026. “Matlock” and “Copper Row” are loved.", []),
    ],
)  # fmt: skip
def test_season_of_an_order(text: str, wanted: list[tuple[str, str, int | None, str, str]]) -> None:
    """The season that an order is for has not been shown; the one before it has."""
    assert dates(text) == wanted
