"""The pictures in which English says that a show begins or ends on a day; the dates are made up."""

from __future__ import annotations

import pytest

from cliffhanger.reader.when_verbs import forms, phrases
from tests.reader.dating import dates, day

_BEGINS = (
    "“Matlock” touches down on CBS on June 6.",
    "“Matlock” pops up on CBS June 6.",
    "“Matlock” will resurface on June 6.",
    "“Matlock” is set to reconvene on June 6.",
    "“Matlock” will take to the air June 6.",
    "“Matlock” goes live on CBS on June 6.",
    "“Matlock” gets its start on June 6.",
    "“Matlock” makes its way to CBS on June 6.",
    "“Matlock” swoops onto CBS on June 6.",
    "“Matlock” storms CBS on June 6.",
    "“Matlock” will be unleashed on June 6.",
    "“Matlock” is on CBS from June 6.",
    "“Matlock” can be seen on CBS from June 6.",
    "“Matlock” is still planned for June 6.",
    "“Matlock” is now slotted for June 6.",
    "“Matlock” has its premiere on June 6.",
    "“Matlock” will rejoin the CBS lineup on June 6.",
    "Two hours of “Matlock” will be offered on June 6.",
)
_ENDS = (
    "“Matlock” bows out on June 6.",
    "“Matlock” rides off on June 6.",
    "“Matlock” closes up shop on CBS on June 6.",
    "“Matlock” hangs up its briefcase on June 6.",
    "“Matlock” draws to a close June 6.",
    "“Matlock” exits the CBS lineup on June 6.",
    "“Matlock” plays its last hand on June 6.",
    "“Matlock” will take its final bow on June 6.",
    "“Matlock” airs for the final time on June 6.",
    "“Matlock” drops its last two episodes on June 6.",
    "“Matlock” has its finale on June 6.",
    "“Matlock” culminates on June 6.",
)


@pytest.mark.parametrize("text", _BEGINS)
def test_begins(text: str) -> None:
    """However a show comes to the screen, it begins there on the day."""
    assert dates(text) == day("Matlock", "premiere_date", None, "2025-06-06")


@pytest.mark.parametrize("text", _ENDS)
def test_ends(text: str) -> None:
    """However a show takes its leave, it ends on the day."""
    assert dates(text) == day("Matlock", "finale_date", None, "2025-06-06")


@pytest.mark.parametrize(
    "text",
    [
        "“Matlock” films its last scenes on June 6.",
        "“Matlock” releases its final trailer on June 6.",
        "“Matlock” becomes available for rental on June 6.",
        "“Matlock” was first planned for June 6, 2024.",
        "“Matlock” has been renewed. Its star will make her way to New York on June 6.",
        "“Matlock” is planned for the 2026-27 season.",
    ],
)
def test_neither(text: str) -> None:
    """A trailer, a scene before the cameras, a rental and a plan given up begin and end nothing on the screen."""
    assert [one for one in dates(text) if one[1] in {"premiere_date", "finale_date"}] == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“Matlock” left the air Wednesday.", day("Matlock", "finale_date", None, "2025-05-14")),
        ("“Matlock” drew 4 million with its debut Sunday.", day("Matlock", "premiere_date", None, "2025-05-11")),
        ("Season 2 of “Matlock” is on track for September, CBS said.",
         [("Matlock", "premiere_date", 2, "2025-09-01", "2025-09-30")]),
        ("“Matlock” ended with Sunday's second-season finale.", day("Matlock", "finale_date", 2, "2025-05-11")),
        ("Coming in June to CBS: “Matlock” season 2. The run launches on the 13th.",
         [*day("Matlock", "premiere_date", 2, "2025-06-13")]),
        ("“Matlock” began to be loved in its regular Sunday berth.", []),
        ("“Matlock” ended, and is still loved today.", []),
    ],
)  # fmt: skip
def test_days_without_on(text: str, wanted: list[tuple[str, str, int | None, str, str]]) -> None:
    """A day is one without its "on", and no day where any of its name is meant."""
    assert dates(text) == wanted


def test_forms() -> None:
    """A listed phrase stands for its verb in every form."""
    assert forms("say") == "(?:says?|said|saying)"
    assert phrases("pop/touch down") == r"pop(?:s|ped|ping)?\s+down|touch(?:e?s|ed|ing)?\s+down"
    assert phrases("carry on") == r"carr(?:y|ies|ied|ying)\s+on"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("CBS has set June 6 as the premiere date for Season 3 of “Matlock”.",
         day("Matlock", "premiere_date", 3, "2025-06-06")),
        ("CBS has picked June 6 for the return of “Matlock”.", day("Matlock", "premiere_date", None, "2025-06-06")),
        ("CBS has set June 6 for the finale of “Matlock”.", day("Matlock", "finale_date", None, "2025-06-06")),
        ("CBS has scheduled the third season of “Matlock” for June 6.",
         day("Matlock", "premiere_date", 3, "2025-06-06")),
        ("CBS will post the first two episodes of “Matlock” Season 3 on June 6.",
         day("Matlock", "premiere_date", 3, "2025-06-06")),
        ("CBS is bringing “Matlock” to the air on June 6.", day("Matlock", "premiere_date", None, "2025-06-06")),
        ("CBS will air the last two episodes of “Matlock” on June 6.",
         day("Matlock", "finale_date", None, "2025-06-06")),
        ("“Matlock”, which CBS slipped onto the air on April 6, is loved.",
         day("Matlock", "premiere_date", None, "2025-04-06")),
        ("The date to circle for “Matlock” is June 6.", day("Matlock", "premiere_date", None, "2025-06-06")),
        ("“Matlock” got a premiere date on Monday, and it's June 6.",
         day("Matlock", "premiere_date", None, "2025-06-06")),
        ("Fans have to wait until June 2026 for Season 3 of “Matlock”.",
         [("Matlock", "premiere_date", 3, "2026-06-01", "2026-06-30")]),
        ("“Matlock” picked up where it left off Sunday, with 8 million viewers for its second-season opener.",
         day("Matlock", "premiere_date", 2, "2025-05-11")),
        ("“Matlock” moves to Sundays on June 6, when the third season's first two episodes are posted.",
         day("Matlock", "premiere_date", 3, "2025-06-06")),
        # Neither begins anything.
        ("CBS will post a trailer for “Matlock” on June 6.", []),
        ("CBS will air the remaining episodes of “Matlock” on June 6.",
         day("Matlock", "finale_date", None, "2025-06-06")),
        ("CBS has set June 6 for a panel on “Matlock”.", []),
        ("CBS announced “Matlock” on May 6.", []),
        ("“Matlock” moves to Sundays on June 6, when it is announced that the show will return.", []),
    ],
)  # fmt: skip
def test_put_on(text: str, wanted: list[tuple[str, str, int | None, str, str]]) -> None:
    """Who shows a series puts it on a day, and a day is picked for it; a trailer, a panel and a word of it are not."""
    assert dates(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“Matlock” goes before the cameras on June 6.", day("Matlock", "filming_start", None, "2025-06-06")),
        ("“Matlock” went back to work on March 6.", day("Matlock", "filming_start", None, "2025-03-06")),
        ("“Matlock” will be back in production on June 6.", day("Matlock", "filming_start", None, "2025-06-06")),
        ("“Matlock” will start lensing on June 6.", day("Matlock", "filming_start", None, "2025-06-06")),
        ("Work on the third season of “Matlock”, which had begun in Vilnius on March 6, goes on.",
         day("Matlock", "filming_start", 3, "2025-03-06")),
        ("“Matlock” will be shooting its third season in Belfast from June 6.",
         day("Matlock", "filming_start", 3, "2025-06-06")),
        ("“Matlock” is loved. The cast will begin the third season on June 6.",
         day("Matlock", "filming_start", 3, "2025-06-06")),
        ("Season 3 of “Matlock” wrapped in Toronto on March 6.", day("Matlock", "filming_end", 3, "2025-03-06")),
        ("“Matlock” will wind up its six-month shoot on June 6.", day("Matlock", "filming_end", None, "2025-06-06")),
        ("“Matlock” has been at it since March 6.", day("Matlock", "filming_start", None, "2025-03-06")),
        ("The shoot of “Matlock” is scheduled to continue through August.",
         [("Matlock", "filming_end", None, "2025-08-01", "2025-08-31")]),
        # What was only meant to be, who writes, and a film deal.
        ("“Matlock” is loved. Filming was to have begun on March 6 but was held up.", []),
        ("“Matlock” is loved. Its writers returned to work on March 6.", []),
        ("“Matlock” is loved. Its star's film deal begins on June 6.", []),
        ("“Matlock” is loved. The cast was released from its contracts on March 6.", []),
    ],
)  # fmt: skip
def test_filmed(text: str, wanted: list[tuple[str, str, int | None, str, str]]) -> None:
    """A show and its cast go to work before the cameras, and wrap."""
    assert dates(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # An episode, the end of a break, what goes on within a season, another verb's day.
        ("The fifth episode of “Matlock”, broadcast on March 6, is loved.", []),
        ("“Matlock” is loved; it returns with a new episode on June 6.", []),
        ("“Matlock” resumes its fourth season on June 6.", []),
        ("Years after it went off the air, “Matlock” drew 18 million people to CBS on Tuesday.", []),
        # Another thing than the show, or a show that cannot be told.
        ("Tickets are on sale for the “Matlock” stars' live tour. It starts on June 6 and ends July 6.", []),
        ("“Matlock” is back in the news. The original series ran on NBC from 1986 to 1992.", []),
        ("“Andor” is back. The Star Wars drama debuts on June 6.", day("Andor", "premiere_date", None, "2025-06-06")),
        ("“Matlock” and “Copper Row” are loved. Jane Doe's series opens for business on June 6.", []),
        ("“Matlock” and “Copper Row” are loved. The latter started on May 6; the former returns on June 6.",
         [("Copper Row", "premiere_date", None, "2025-05-06", "2025-05-06"),
          ("Matlock", "premiere_date", None, "2025-06-06", "2025-06-06")]),
        ("“Matlock” and “Copper Row” are loved. The last of those returns on June 6.",
         day("Copper Row", "premiere_date", None, "2025-06-06")),
    ],
)  # fmt: skip
def test_of_something_else(text: str, wanted: list[tuple[str, str, int | None, str, str]]) -> None:
    """A day is not the show's where something else is spoken of."""
    assert sorted(dates(text), key=str) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“Matlock” is loved. Two more follow every Thursday through June 6.",
         day("Matlock", "finale_date", None, "2025-06-06")),
        ("“Matlock” is loved. Eight more are scheduled through June 6.",
         day("Matlock", "finale_date", None, "2025-06-06")),
        ("“Matlock” will run through June 6.", day("Matlock", "finale_date", None, "2025-06-06")),
        ("June 6 brings the last-ever episode of “Matlock”.", day("Matlock", "finale_date", None, "2025-06-06")),
        ("June 6 brings the series finale of “Matlock” and the third-season premiere of “Copper Row”.",
         [*day("Copper Row", "premiere_date", 3, "2025-06-06"), *day("Matlock", "finale_date", None, "2025-06-06")]),
        ("“Matlock 3” and “Copper Row” season 2 are both coming in June.",
         [("Copper Row", "premiere_date", 2, "2025-06-01", "2025-06-30"),
          ("Matlock", "premiere_date", 3, "2025-06-01", "2025-06-30")]),
        ("“Matlock” is on sale for two more weeks until June 6.", []),
    ],
)  # fmt: skip
def test_until(text: str, wanted: list[tuple[str, str, int | None, str, str]]) -> None:
    """Episodes that come one after another until a day end on it, and a day brings an end as well as a start."""
    assert sorted(dates(text), key=str) == wanted
