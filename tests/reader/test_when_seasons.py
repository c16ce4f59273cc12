"""Of which season, and of which year, a date is; the shows and their dates are made up."""

from __future__ import annotations

import pytest

from tests.reader.dating import dates, day


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“Copper Row” will end after two seasons. Its last episode is slated to air on Thursday.",
         day("Copper Row", "finale_date", 2, "2025-05-15")),
        ("“Copper Row” is in its eighth season, which will be the last; the finale airs on May 26.",
         day("Copper Row", "finale_date", 8, "2025-05-26")),
        ("The news comes with Season 4 of “Copper Row” still running. That batch kicked off on May 2.",
         day("Copper Row", "premiere_date", 4, "2025-05-02")),
        ("“Copper Row” will end with its upcoming fourth season.\nThe 10-episode season begins on June 4.",
         day("Copper Row", "premiere_date", 4, "2025-06-04")),
        ("“Copper Row” is shooting its third season. New episodes are expected in 2026.",
         [("Copper Row", "premiere_date", 3, "2026-01-01", "2026-12-31")]),
        ("“Copper Row” bowed out in May 2011 at the close of its tenth season.",
         [("Copper Row", "finale_date", 10, "2011-05-01", "2011-05-31")]),
        ("“Copper Row” ended its nine-season run in March 2010.",
         [("Copper Row", "finale_date", 9, "2010-03-01", "2010-03-31")]),
        ("“Copper Row”, which was renewed for a fourth season in January, closes its sunlit third on Sunday.",
         day("Copper Row", "finale_date", 3, "2025-05-18")),
        ("“Copper Row” begins filming its own third chapter this month.",
         [("Copper Row", "filming_start", 3, "2025-05-01", "2025-05-31")]),
        ("“Copper Row” finished its first season last month. It will be back in October.",
         [("Copper Row", "finale_date", 1, "2025-04-01", "2025-04-30"),
          ("Copper Row", "premiere_date", 2, "2025-10-01", "2025-10-31")]),
        ("The second season of the network's mystery-of-the-week comedy “Copper Row” signed off on April 10.",
         day("Copper Row", "finale_date", 2, "2025-04-10")),
        ("“Copper Row” will return for a third season. The finale airs on May 19.",
         day("Copper Row", "finale_date", 2, "2025-05-19")),
        ("The finale of season 2 of “Copper Row” airs on May 20. Filming begins in July.",
         [*day("Copper Row", "finale_date", 2, "2025-05-20"),
          ("Copper Row", "filming_start", 3, "2025-07-01", "2025-07-31")]),
        # Nobody says of which season.
        ("Season 4 of “Copper Row” is coming. The previous season ended in May 2024. It premiered in October 2023.",
         [("Copper Row", "premiere_date", None, "2023-10-01", "2023-10-31")]),
        ("“Copper Row”, which was renewed last year for a third season, ends its run for the season on May 22.",
         day("Copper Row", "finale_date", None, "2025-05-22")),
        ("“Copper Row” won't get a third season. It premiered on April 3.",
         day("Copper Row", "premiere_date", 2, "2025-04-03")),
        ("Season 4 of “Nightjar” did well. “Copper Row” is loved. Its finale airs on May 19.",
         day("Copper Row", "finale_date", None, "2025-05-19")),
    ],
)  # fmt: skip
def test_season_spoken_of(text: str, wanted: list[tuple[str, str, int | None, str, str]]) -> None:
    """The season is told behind the date, in the clause before, or in the sentence before, or nowhere."""
    assert sorted(dates(text)) == sorted(wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("All of “Copper Row” arrives on Crave this Monday.", day("Copper Row", "premiere_date", None, "2025-05-19")),
        ("“Copper Row” opens its eighth season in January.",
         [("Copper Row", "premiere_date", 8, "2026-01-01", "2026-01-31")]),
        ("“Copper Row” will be back in the spring.",
         [("Copper Row", "premiere_date", None, "2026-03-01", "2026-05-31")]),
        ("“Copper Row” will be back in the fall.",
         [("Copper Row", "premiere_date", None, "2025-09-01", "2025-11-30")]),
        ("“Copper Row” is back with its second season as of April 30.",
         day("Copper Row", "premiere_date", 2, "2025-04-30")),
        ("“Copper Row” will come out in parts: four episodes on Nov. 26 and the series finale on New Year's Eve.",
         day("Copper Row", "finale_date", None, "2025-12-31")),
    ],
)  # fmt: skip
def test_year_meant(text: str, wanted: list[tuple[str, str, int | None, str, str]]) -> None:
    """A day without its year lies where the verb looks, be it that of another clause."""
    assert sorted(dates(text)) == sorted(wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“Copper Row” was axed the same month as “Nightjar” and ended in April.",
         [("Copper Row", "finale_date", None, "2025-04-01", "2025-04-30")]),
        ("“Copper Row” was the first of the “Nightjar” architect's shows, and it premiered in November 2021.",
         [("Copper Row", "premiere_date", None, "2021-11-01", "2021-11-30")]),
        ("“Snowpiercer” and “Manifest” will not be back. The former ends on May 16; the “Westworld” revival goes on.",
         day("Snowpiercer", "finale_date", None, "2025-05-16")),
        ("“Copper Row” is a hit. A prequel play, “Nightjar”, opened on April 3.", []),
        ("Hulu showed trailers of films including somebody's “Nightjar”, due in November.", []),
        ("“Nightjar”, the film, finished shooting in December.", []),
    ],
)  # fmt: skip
def test_show_meant(text: str, wanted: list[tuple[str, str, int | None, str, str]]) -> None:
    """A show that only measures another one, or whose makers are meant, has no part in its dates."""
    assert sorted(dates(text)) == sorted(wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“Copper Row” is back from its winter break on June 7.", []),
        ("“Copper Row” will return with new episodes on June 8.", []),
        ("“Copper Row”, a drama that landed a series order in September, is loved.", []),
        ("“Copper Row” is shooting its third season, which it landed last October.", []),
        ("“Copper Row” is loved. Older episodes arrived on Netflix last month.", []),
        ("“Copper Row” drew 4 million viewers, the best debut for HBO since 2010.", []),
        ("“Copper Row” is in its fourth season, whose remaining episodes will be released later this year.", []),
        ("“Copper Row” is a comedy that Fox brought back last week for a second round.", []),
        ("“Copper Row”, which was shot in those hills, was cancelled in 2022.", []),
        ("“Copper Row” began on May 9, two weeks later than its first season.",
         day("Copper Row", "premiere_date", None, "2025-05-09")),
    ],
)  # fmt: skip
def test_nothing_begins(text: str, wanted: list[tuple[str, str, int | None, str, str]]) -> None:
    """A break that is over, an order and older episodes begin no season."""
    assert sorted(dates(text)) == sorted(wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # The finale of a show that has been cancelled, and that of a season while the next is ordered.
        ("“Copper Row” has been canceled after four seasons.\nThe “Copper Row” finale is on May 26.",
         day("Copper Row", "finale_date", 4, "2025-05-26")),
        ("“Copper Row” was renewed for a third season today.\nThe “Copper Row” finale is on May 26.",
         day("Copper Row", "finale_date", 2, "2025-05-26")),
        ("“Copper Row” was renewed for a third season today.\nThe “Copper Row” finale is in May 2026.",
         [("Copper Row", "finale_date", None, "2026-05-01", "2026-05-31")]),
        ("Season 3 of “Copper Row” began on February 20. The eight-part run came to an end on March 27.",
         [*day("Copper Row", "finale_date", 3, "2025-03-27"), *day("Copper Row", "premiere_date", 3, "2025-02-20")]),
        ("“Copper Row” was granted a second season less than two weeks after the adaptation made its debut on May 4.",
         day("Copper Row", "premiere_date", 1, "2025-05-04")),
        ("New episodes of “Copper Row” stream until the finale on May 30, following a debut on November 15.",
         [*day("Copper Row", "finale_date", 1, "2025-05-30"),
          *day("Copper Row", "premiere_date", 1, "2024-11-15")]),
        ("Season 2 of “Copper Row” was released between June 15 and Aug. 10 of last year.",
         [*day("Copper Row", "finale_date", 2, "2024-08-10"), *day("Copper Row", "premiere_date", 2, "2024-06-15")]),
        ("No decision has been reached on a third season of “Copper Row”, which was last seen in April.",
         [("Copper Row", "finale_date", 2, "2025-04-01", "2025-04-30")]),
    ],
)  # fmt: skip
def test_season_told_elsewhere(text: str, wanted: list[tuple[str, str, int | None, str, str]]) -> None:
    """What the article says of a show's fate and of its other dates tells which season ends."""
    assert sorted(dates(text)) == sorted(wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“Copper Row” begins work on a fourth series for Hulu next month.",
         [("Copper Row", "filming_start", 4, "2025-06-01", "2025-06-30")]),
        ("Season 7 of “Copper Row” comes first. The cast went to work on it in February and were done in April.",
         [("Copper Row", "filming_end", 7, "2025-04-01", "2025-04-30"),
          ("Copper Row", "filming_start", 7, "2025-02-01", "2025-02-28")]),
        ("“Copper Row” is loved. Production started in March 2024, and was completed last December.",
         [("Copper Row", "filming_end", None, "2024-12-01", "2024-12-31"),
          ("Copper Row", "filming_start", None, "2024-03-01", "2024-03-31")]),
        ("“Copper Row” has been back in front of the cameras since February.",
         [("Copper Row", "filming_start", None, "2025-02-01", "2025-02-28")]),
        ("“Copper Row” is loved. The cast shot the final scenes of season 1 in December.",
         [("Copper Row", "filming_end", 1, "2024-12-01", "2024-12-31")]),
        ("“Copper Row” completed its second season in Dublin in April.",
         [("Copper Row", "filming_end", 2, "2025-04-01", "2025-04-30")]),
        ("“Copper Row” completed its second season in April.",
         [("Copper Row", "finale_date", 2, "2025-04-01", "2025-04-30")]),
        # The new run, which is not the one spoken of before.
        ("Season 2 of “Copper Row” did well. The new run was made, and filming got going in March. It ended in April.",
         [("Copper Row", "filming_end", None, "2025-04-01", "2025-04-30"),
          ("Copper Row", "filming_start", None, "2025-03-01", "2025-03-31")]),
        ("Season 3 of “Copper Row” starts on Sunday.\nFilming got going in Leeds in February.",
         [("Copper Row", "filming_start", 3, "2025-02-01", "2025-02-28"),
          *day("Copper Row", "premiere_date", 3, "2025-05-18")]),
        ("“Copper Row” is loved. Money Games went back into production at the end of April.", []),
        ("“Copper Row” is loved. Section 9, a film starring somebody, completed photography last month.", []),
        ("“Copper Row” is loved, and so is the “Nightjar” team. Its writers began work on season 2 in April.", []),
    ],
)  # fmt: skip
def test_filming(text: str, wanted: list[tuple[str, str, int | None, str, str]]) -> None:
    """Work on a season is its filming, unless it is the writers'."""
    assert sorted(dates(text)) == sorted(wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Season 2 of “Copper Row” landed on Oct. 5, 2023, and wrapped on the 26th of that month.",
         [*day("Copper Row", "finale_date", 2, "2023-10-26"), *day("Copper Row", "premiere_date", 2, "2023-10-05")]),
        ("The finale of “Copper Row” airs on June 23. “Nightjar” begins its second season a week earlier.",
         [*day("Copper Row", "finale_date", None, "2025-06-23"), *day("Nightjar", "premiere_date", 2, "2025-06-16")]),
        ("Season 3 of “Copper Row” was shot from early 2024 to July of that year.",
         [("Copper Row", "filming_end", 3, "2024-07-01", "2024-07-31"),
          ("Copper Row", "filming_start", 3, "2024-01-01", "2024-04-30")]),
        (("Between the first season of “Copper Row”, shown in February 2022, and the second. The latter went into "
          "production in October of that year and did not wrap until April 2024."),
         [("Copper Row", "filming_end", 2, "2024-04-01", "2024-04-30"),
          ("Copper Row", "filming_start", 2, "2022-10-01", "2022-10-31"),
          ("Copper Row", "premiere_date", 1, "2022-02-01", "2022-02-28")]),
        ("The run of “Copper Row” was ordered in October 2021, and filming got going the following January.",
         [("Copper Row", "filming_start", 1, "2022-01-01", "2022-01-31")]),
        ("“Copper Row” returned for its current season on April 3. It was canceled today after four seasons.",
         day("Copper Row", "premiere_date", 4, "2025-04-03")),
        ("“Copper Row” was renewed today for a fourth season. Production on the current season concludes next month.",
         [("Copper Row", "filming_end", 3, "2025-06-01", "2025-06-30")]),
    ],
)  # fmt: skip
def test_told_from_another_day(text: str, wanted: list[tuple[str, str, int | None, str, str]]) -> None:
    """A day or a season is told from another one."""
    assert sorted(dates(text)) == sorted(wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“Copper Row” will return this fall for its third season. Season 3 of “Copper Row” premieres on October 3.",
         day("Copper Row", "premiere_date", 3, "2025-10-03")),
        ("“Copper Row” is to end with season 4 this summer. The series finale of “Copper Row” is set for June 23.",
         day("Copper Row", "finale_date", 4, "2025-06-23")),
        ("Season 2 of “Copper Row” is due in 2026. “Nightjar” is due on March 3, 2026.",
         [("Copper Row", "premiere_date", 2, "2026-01-01", "2026-12-31"),
          *day("Nightjar", "premiere_date", None, "2026-03-03")]),
        ("Season 2 of “Copper Row” is due this fall. Season 3 of “Copper Row” premieres on October 3.",
         [("Copper Row", "premiere_date", 2, "2025-09-01", "2025-11-30"),
          *day("Copper Row", "premiere_date", 3, "2025-10-03")]),
    ],
)  # fmt: skip
def test_told_from_nearer(text: str, wanted: list[tuple[str, str, int | None, str, str]]) -> None:
    """Of two dates of the same season the one that tells nearer when it is counts."""
    assert sorted(dates(text)) == sorted(wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“Copper Row” premieres on Netflix today.", day("Copper Row", "premiere_date", None, "2025-05-14")),
        ("“Copper Row” dropped on Prime Video Friday.", day("Copper Row", "premiere_date", None, "2025-05-09")),
        ("“Copper Row” came back for its second season on Monday.",
         day("Copper Row", "premiere_date", 2, "2025-05-12")),
        ("“Copper Row” ended its only season on March 1.", day("Copper Row", "finale_date", 1, "2025-03-01")),
        ("“Copper Row” is loved. The BBC said the drama will return in early 2026.",
         [("Copper Row", "premiere_date", None, "2026-01-01", "2026-04-30")]),
        ("“Copper Row” is loved. The order is for ten episodes, which will begin airing in summer 2026.",
         [("Copper Row", "premiere_date", None, "2026-06-01", "2026-08-31")]),
        ("“Copper Row” set a record with its May 9 premiere.", day("Copper Row", "premiere_date", None, "2025-05-09")),
        ("“Copper Row” is loved. “Nightjar” beat it to air on May 3.",
         day("Nightjar", "premiere_date", None, "2025-05-03")),
        ("“Copper Row,” delayed from last fall, begins tonight.",
         day("Copper Row", "premiere_date", None, "2025-05-14")),
        ("“Copper Row” is on Netflix today.", []),
        ("The BBC said the star of “Copper Row” will return in early 2026.", []),
    ],
)  # fmt: skip
def test_told_beside_others(text: str, wanted: list[tuple[str, str, int | None, str, str]]) -> None:
    """A platform before its day, who says it, and what it was ordered for."""
    assert sorted(dates(text)) == sorted(wanted)
