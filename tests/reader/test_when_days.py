"""What a day brings, whose day it is, and days told from others; the shows and their dates are made up."""

from __future__ import annotations

from datetime import date

import pytest

from cliffhanger.domain.dates import find_dates
from tests.reader.dating import dates, day

_SUNDAY = "2025-05-11"


@pytest.mark.parametrize(
    "text",
    [
        # A thing of the show, or of its season.
        "The trailer for the third season of “Matlock” was released Thursday.",
        "The soundtrack to “Matlock” comes out June 6.",
        "A podcast about the second season of “Matlock” will launch on June 6.",
        "“Matlock” is loved. A tour for “Matlock” starts on June 6.",
        "The “Matlock” podcast begins on June 6.",
        # Somebody begins something else.
        "“Matlock” is loved. On June 6, Jane Doe starts rehearsals for a play.",
        "“Matlock” is loved. On June 6, Jane Doe launches her own brand.",
        # The show that another comes from, and a weekend that is measured.
        "“Matlock” is loved. The mother show premiered in 2019.",
        "“Matlock” was the most-watched series premiere ever over the May 9-11 weekend.",
        # What was only meant.
        "CBS put off the “Matlock” finale, which was to air last Wednesday.",
    ],
)
def test_of_something_else(text: str) -> None:
    """A day of a trailer, a tour, a person or another show is none of the show's."""
    assert dates(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“Matlock” returned to set on March 6 for its third season.",
         day("Matlock", "filming_start", 3, "2025-03-06")),
        ("“Matlock” has been back on set since March 6.", day("Matlock", "filming_start", None, "2025-03-06")),
        ("“Matlock” got going on its second season in Toronto on March 6.",
         day("Matlock", "filming_start", 2, "2025-03-06")),
        ("“Matlock” resumed work on March 6, when filming for season 2 began in Toronto.",
         day("Matlock", "filming_start", 2, "2025-03-06")),
        ("Work on the second season of “Matlock” ended on March 6.", day("Matlock", "filming_end", 2, "2025-03-06")),
        ("For “Matlock”, the first day back on set was March 6.",
         day("Matlock", "filming_start", None, "2025-03-06")),
        ("The last day of filming for the third season of “Matlock” was on March 6.",
         day("Matlock", "filming_end", 3, "2025-03-06")),
        ("The first scenes of “Matlock” season 2 were filmed on March 6.",
         day("Matlock", "filming_start", 2, "2025-03-06")),
        ("“Matlock” was set in 2010.", []),
    ],
)  # fmt: skip
def test_filmed(text: str, wanted: list[tuple[str, str, int | None, str, str]]) -> None:
    """Work on a season and a return to the set are filming, and no premiere."""
    assert dates(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # A weekday right before its noun, or its verb.
        ("Sunday's second-season finale of “Matlock” drew three million.", day("Matlock", "finale_date", 2, _SUNDAY)),
        ("“Matlock” is over. Sunday's last episode drew three million.",
         day("Matlock", "finale_date", None, _SUNDAY)),
        ("Sunday's 90-minute premiere of “Matlock” drew three million.",
         day("Matlock", "premiere_date", None, _SUNDAY)),
        ("Sunday night brought the third-season premiere of “Matlock”.", day("Matlock", "premiere_date", 3, _SUNDAY)),
        ("Sunday night brings the third-season premiere of “Matlock”.",
         day("Matlock", "premiere_date", 3, "2025-05-18")),
        ("Tonight's “Matlock” finale caps three seasons.", day("Matlock", "finale_date", 3, "2025-05-14")),
        ("“Matlock” appeared on CBS Sunday.", day("Matlock", "premiere_date", None, _SUNDAY)),
        ("“Matlock” drew three million viewers Sunday for the last hour of its second season.",
         day("Matlock", "finale_date", 2, _SUNDAY)),
        # Who opens, and with what.
        ("Tonight at 9, “Matlock” enters its third season.", day("Matlock", "premiere_date", 3, "2025-05-14")),
        ("Also on Sunday, “Matlock” concluded its story.", day("Matlock", "finale_date", None, _SUNDAY)),
        ("“Matlock” unveiled its third season on May 9.", day("Matlock", "premiere_date", 3, "2025-05-09")),
        ("“Matlock” came roaring back for its third season May 9.", day("Matlock", "premiere_date", 3, "2025-05-09")),
        ("“Matlock” had its season 2 bow on May 9.", day("Matlock", "premiere_date", 2, "2025-05-09")),
        ("In its season opener on May 9, “Matlock” drew three million.",
         day("Matlock", "premiere_date", None, "2025-05-09")),
        ("“Matlock”, CBS's first big bet, is offered from June 6.",
         day("Matlock", "premiere_date", None, "2025-06-06")),
        ("“Matlock” is here on June 6.", day("Matlock", "premiere_date", None, "2025-06-06")),
        ("“Matlock” streams on Netflix starting June 6.", day("Matlock", "premiere_date", None, "2025-06-06")),
        ("CBS still brings back “Matlock” for a third season on June 6.",
         day("Matlock", "premiere_date", 3, "2025-06-06")),
        ("“Matlock” will be with us again on June 6, when Netflix adds season 3.",
         day("Matlock", "premiere_date", 3, "2025-06-06")),
        ("“Matlock” premieres this week on CBS, on Friday, May 16.",
         day("Matlock", "premiere_date", None, "2025-05-16")),
        # Two shows with one verb, and one heading.
        ("“Matlock” kicks off its fourth season June 6, and “Copper Row” its second June 8.",
         [("Copper Row", "premiere_date", 2, "2025-06-08", "2025-06-08"),
          ("Matlock", "premiere_date", 4, "2025-06-06", "2025-06-06")]),
        ("Season finales to note: “Matlock”, June 6; “Copper Row”, June 8.",
         [("Copper Row", "finale_date", None, "2025-06-08", "2025-06-08"),
          ("Matlock", "finale_date", None, "2025-06-06", "2025-06-06")]),
        ("Friday, June 6: Season 3 of “Matlock” (9 p.m., CBS).", day("Matlock", "premiere_date", 3, "2025-06-06")),
        ("Friday, June 6: Season 3 of “Matlock” was ordered.", []),
        # The day that comes first, and one told from the day before.
        ("Season 3 of “Matlock” drops in two parts, on May 16 and June 13.",
         day("Matlock", "premiere_date", 3, "2025-05-16")),
        ("“Copper Row” starts on Friday, June 6. The same evening sees the return of “Matlock”.",
         [("Copper Row", "premiere_date", None, "2025-06-06", "2025-06-06"),
          ("Matlock", "premiere_date", None, "2025-06-06", "2025-06-06")]),
        ("“Matlock” ended on Sunday, 24 years after its October 2000 start on CBS.",
         [("Matlock", "finale_date", None, _SUNDAY, _SUNDAY),
          ("Matlock", "premiere_date", 1, "2000-10-01", "2000-10-31")]),
    ],
)  # fmt: skip
def test_brought(text: str, wanted: list[tuple[str, str, int | None, str, str]]) -> None:
    """A day is told before its noun or its verb, in a row, or from another one."""
    assert sorted(dates(text), key=str) == wanted


@pytest.mark.parametrize(
    ("text", "season"),
    [
        ("“Matlock” ends on June 6. Its creator said on May 9 that the third season would be the last.", 3),
        ("“Matlock” left the air Sunday. The seventh season was to be the end.", 7),
    ],
)
def test_the_last(text: str, season: int) -> None:
    """A season that is said to be the last is the one that ends."""
    assert [found[2] for found in dates(text) if found[1] == "finale_date"] == [season]


def test_of_what_was_saved() -> None:
    """What is to come of a show that was saved after so many seasons is the one behind them."""
    text = "“Matlock” returns on June 6. Fox canceled the drama after six seasons, and CBS picked it up."
    assert ("Matlock", "premiere_date", 7, "2025-06-06", "2025-06-06") in dates(text)


def test_two_days() -> None:
    """Two days joined by "and" are two, and no interval, where other days lie between them."""
    found = find_dates("out on May 16 and June 13, and on May 17 and 18", date(2025, 5, 14))
    assert [when.wording for _, _, when in found] == ["May 16", "June 13", "May 17 and 18"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“Matlock” has been pushed back a week, from June 6 to June 13.",
         day("Matlock", "premiere_date", None, "2025-06-13")),
        ("“Matlock” shifts from Wednesday to Friday, June 6.", day("Matlock", "premiere_date", None, "2025-06-06")),
        ("CBS has bumped the launch of “Matlock” up to Friday, June 6.",
         day("Matlock", "premiere_date", None, "2025-06-06")),
        # Another evening of the week is no day, and a shoot that is moved no premiere.
        ("“Matlock” moves from Sunday to Thursday.", []),
        ("“Matlock” pushed its production start from June 6 to July 6.",
         day("Matlock", "filming_start", None, "2025-07-06")),
        ("Jane Doe directed the last hour of “Matlock”. CBS will show it next Tuesday.", []),
        ("“Matlock” is loved. CBS will show it next summer.",
         [("Matlock", "premiere_date", None, "2026-06-01", "2026-08-31")]),
        # Parts of one season, the end of a break, and the day of filming.
        ("“Matlock” season 3 will be released in two parts, the first on June 6 and the second on July 11.",
         day("Matlock", "premiere_date", 3, "2025-06-06")),
        ("“Matlock” is loved. It had been on hiatus for a year before its March return.", []),
        ("CBS is ready for cameras to roll on “Matlock”; the exact date is June 6.",
         day("Matlock", "filming_start", None, "2025-06-06")),
        ("“Matlock” will be unveiled on June 6.", day("Matlock", "premiere_date", None, "2025-06-06")),
        ("“Matlock” was introduced to a new audience in March.", []),
    ],
)  # fmt: skip
def test_moved(text: str, wanted: list[tuple[str, str, int | None, str, str]]) -> None:
    """What is moved comes on the day to which it is moved."""
    assert dates(text) == wanted
