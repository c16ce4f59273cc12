"""Further seasons that are ordered, in every voice of the verbs that say so; all of it is made up."""

from __future__ import annotations

import pytest

from tests.reader.test_fate_wordings import Fate, fates


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("CBS has booked a third season of “Nightjar.”", [("Nightjar", "renewed", 3)]),
        ("CBS, which is adding a third season of ten episodes to the run of “Nightjar,” is glad.",
         [("Nightjar", "renewed", 3)]),
        ("“Nightjar” goes on at CBS, which has approved a third season of the drama.", [("Nightjar", "renewed", 3)]),
        ("CBS confirmed on Monday third and fourth seasons of “Nightjar.”",
         [("Nightjar", "renewed", 3), ("Nightjar", "renewed", 4)]),
        ("CBS took the step in May of ordering a third season of “Nightjar.”", [("Nightjar", "renewed", 3)]),
        ("CBS closed a deal for a third season of the drama “Nightjar.”", [("Nightjar", "renewed", 3)]),
        ("CBS struck a deal for another year of “Nightjar.”", [("Nightjar", "renewed", None)]),
        ("CBS has decided to order more of “Nightjar.”", [("Nightjar", "renewed", None)]),
        ("CBS has placed an order for a third season of “Nightjar.”", [("Nightjar", "renewed", 3)]),
        ("CBS said a third season of “Nightjar” has been commissioned.", [("Nightjar", "renewed", 3)]),
        ("Season 3 of “Nightjar” will be made, CBS said.", [("Nightjar", "renewed", 3)]),
        ("A third season of “Nightjar,” commissioned by CBS a year ago, is being filmed.",
         [("Nightjar", "renewed", 3)]),
        ("Season 3 is a go for “Nightjar.”", [("Nightjar", "renewed", 3)]),
        ("CBS has gone ahead with a third season of “Nightjar.”", [("Nightjar", "renewed", 3)]),
        ("CBS doubled down on “Nightjar,” ordering a third season before the second has aired.",
         [("Nightjar", "renewed", 3)]),
        ("“Nightjar” is loved. Season 3, announced in May, begins in October.", [("Nightjar", "renewed", 3)]),
        ("“Nightjar” is loved. The previously announced third season begins in October.", [("Nightjar", "renewed", 3)]),
        ("“Nightjar” is loved. The network has ordered a third season for next fall.", [("Nightjar", "renewed", 3)]),
        # What only looks like it.
        ("“Nightjar” is loved. The third season is coming in October.", []),
        ("“Nightjar” will end with its third season, CBS announced Thursday.", [("Nightjar", "ending", 3)]),
        ("CBS has yet to sign off on a third season of “Nightjar.”", [("Nightjar", "in_limbo", 3)]),
        ("CBS has booked a stage for the third season of “Nightjar.”", []),
        ("A decision about a third season of “Nightjar” will be made in June.", []),
        ("CBS is interested in ordering a third season of “Nightjar.”", []),
        ("CBS has bought the third season of “Nightjar” for its library.", []),
        ("CBS added the third season premiere of “Nightjar” to its schedule.", []),
        ("CBS is weighing whether to make a third season of “Nightjar.”", []),
        ("CBS made a trailer for the third season of “Nightjar.”", []),
    ],
)  # fmt: skip
def test_a_season_is_ordered(text: str, wanted: list[Fate]) -> None:
    """A further season is what a platform buys."""
    assert fates(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("CBS has tapped “Nightjar” for a third season.", [("Nightjar", "renewed", 3)]),
        ("CBS tidied up, bringing “Nightjar” back for Season 3.", [("Nightjar", "renewed", 3)]),
        ("CBS has opted to bring back “Nightjar” for a third season.", [("Nightjar", "renewed", 3)]),
        ("CBS reupped “Nightjar” for a third season.", [("Nightjar", "renewed", 3)]),
        ("“Nightjar” has been invited back for a third season.", [("Nightjar", "renewed", 3)]),
        ("“Nightjar” has been brought back by CBS for a third season.", [("Nightjar", "renewed", 3)]),
        ("“Nightjar” got the nod for Season 3.", [("Nightjar", "renewed", 3)]),
        ("“Nightjar” was ordered to a third season by CBS.", [("Nightjar", "renewed", 3)]),
        ("“Nightjar” has clinched a third.", [("Nightjar", "renewed", 3)]),
        ("CBS has picked up “Nightjar” for a third shift.", [("Nightjar", "renewed", 3)]),
        ("“Nightjar” and “Copper Row” will each get another year.",
         [("Nightjar", "renewed", None), ("Copper Row", "renewed", None)]),
        ("“Nightjar” is headed back to Boston for Season 3.", [("Nightjar", "renewed", 3)]),
        ("CBS said the drama “Nightjar” would carry on into a third season.", [("Nightjar", "renewed", 3)]),
        ("“Nightjar” survived the bubble.", [("Nightjar", "renewed", None)]),
        ("“Nightjar” made the cut at CBS.", [("Nightjar", "renewed", None)]),
        ("Already renewed for Season 5, “Nightjar” ends its fourth season on Thursday.", [("Nightjar", "renewed", 5)]),
        ("Renewed in March for a third season, the CBS drama “Nightjar” is shooting in Boston.",
         [("Nightjar", "renewed", 3)]),
        ("The drama joins the already renewed “Nightjar” and “Copper Row” on CBS.",
         [("Nightjar", "renewed", None), ("Copper Row", "renewed", None)]),
        ("The renewal of “Nightjar” for a third season came in May.", [("Nightjar", "renewed", 3)]),
        ("CBS has confirmed the recommission of “Nightjar” for a third season.", [("Nightjar", "renewed", 3)]),
        ("The deal takes “Nightjar” through Season 9.", [("Nightjar", "renewed", 9)]),
        ("CBS has given a third season to “Nightjar” and a second to “Copper Row.”", [("Nightjar", "renewed", 3)]),
        ("CBS is keeping “Nightjar” on the air for a third season.", [("Nightjar", "renewed", 3)]),
        ("CBS rewarded “Nightjar” with a third season.", [("Nightjar", "renewed", 3)]),
        ("CBS wasted no time in renewing “Nightjar” for a third season.", [("Nightjar", "renewed", 3)]),
        ("It took CBS only two episodes to renew “Nightjar.”", [("Nightjar", "renewed", None)]),
        ("CBS was quick to hand “Nightjar” a third season.", [("Nightjar", "renewed", 3)]),
        ("“Nightjar” will be back next season, CBS said.", [("Nightjar", "renewed", None)]),
        ("“Nightjar” returns to CBS in fall, having been renewed in April.", [("Nightjar", "renewed", None)]),
        ("“Nightjar,” whose third-season renewal was announced last month, drew many.", [("Nightjar", "renewed", 3)]),
        ("CBS picked up “Nightjar” (Season 4), “Copper Row” (Season 9) and “Weathervane” (Season 8).",
         [("Nightjar", "renewed", 4), ("Copper Row", "renewed", 9), ("Weathervane", "renewed", 8)]),
        ("CBS is happy with “Nightjar,” which it has renewed for a third season.", [("Nightjar", "renewed", 3)]),
        ("CBS is happy with “Nightjar” and has already renewed it for a third season.", [("Nightjar", "renewed", 3)]),
        ("CBS is happy with “Nightjar,” handing it a third season in May.", [("Nightjar", "renewed", 3)]),
        ("“Nightjar” drew 10 million viewers, which earned it a third season.", [("Nightjar", "renewed", 3)]),
        ("“Nightjar” drew 10 million viewers, enough to earn a third season.", [("Nightjar", "renewed", 3)]),
        ("The ratings secured a third season for “Nightjar.”", [("Nightjar", "renewed", 3)]),
        ("The decision to renew “Nightjar” came in May.", [("Nightjar", "renewed", None)]),
        ("CBS said it would renew “Nightjar” for a third season.", [("Nightjar", "renewed", 3)]),
        ("With the renewal of “Nightjar,” CBS has six dramas for fall.", [("Nightjar", "renewed", None)]),
        ("The early “Nightjar” renewal came as no surprise.", [("Nightjar", "renewed", None)]),
        ("CBS gave “Nightjar” a third season and “Copper Row” a fifth.",
         [("Nightjar", "renewed", 3), ("Copper Row", "renewed", 5)]),
        ("Renewals went to “Nightjar” and “Copper Row.”",
         [("Nightjar", "renewed", None), ("Copper Row", "renewed", None)]),
        # What only looks like it.
        ("The decision to renew “Nightjar” has not been made.", []),
        ("CBS has not announced the renewal of “Nightjar.”", [("Nightjar", "in_limbo", None)]),
        ("The ratings earned “Nightjar” a third award.", []),
        ("CBS hopes that “Nightjar” did enough to earn a third season.", []),
        ("CBS is happy with “Nightjar,” giving it a new time slot.", []),
        ("The cast of “Nightjar” likes Boston, and renewed it as their home.", []),
        ("Fans won't have to wait long to see “Nightjar” again.", []),
        ("CBS was quick to give the star of “Nightjar” a third season of lessons.", []),
        ("“Nightjar” made the cut in our list of the best dramas.", []),
        ("“Nightjar” won another award for its second season.", []),
        ("CBS rewarded “Nightjar” with a better time slot.", []),
        ("CBS set the third season of “Nightjar” for June 27.", []),
        ("CBS has tapped the star of “Nightjar” for a third season of talks.", []),
        ("CBS decided not to bring “Nightjar” back for Season 3.", [("Nightjar", "cancelled", 2)]),
        ("The success of “Nightjar” on CBS has renewed interest in the drama.", []),
        ("CBS has picked up the pilots “Nightjar” and “Copper Row.”", []),
        ("“Nightjar” is headed into its third season.", []),
        ("“Nightjar” will be back for a third season on June 12.", []),
        ("There has been no renewal of “Nightjar.”", []),
        ("The renewal of “Nightjar” is far from certain.", []),
        ("CBS is bringing the cast of “Nightjar” back for a reunion.", []),
    ],
)  # fmt: skip
def test_a_show_is_kept(text: str, wanted: list[Fate]) -> None:
    """A show goes on for another season, by whatever verb."""
    assert fates(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Hours before its third-season finale, “Nightjar” was picked up for another year.",
         [("Nightjar", "renewed", 4)]),
        ("“Nightjar,” now in its third season, has been renewed.", [("Nightjar", "renewed", 4)]),
        ("“Nightjar” has been renewed by CBS two episodes into its second season.", [("Nightjar", "renewed", 3)]),
        ("CBS renewed “Nightjar” ahead of its second season.", [("Nightjar", "renewed", 3)]),
        ("CBS gave “Nightjar” a two-season renewal that takes it through Season 6.", [("Nightjar", "renewed", 5)]),
        ("“Nightjar” has been extended for two more years, its third and fourth.",
         [("Nightjar", "renewed", 3), ("Nightjar", "renewed", 4)]),
        ("CBS renewed “Nightjar.” Season 3 begins filming in July.", [("Nightjar", "renewed", 3)]),
        ("CBS renewed “Nightjar.” The third season will premiere in the fall.", [("Nightjar", "renewed", 3)]),
        ("“Nightjar” has been saved by Netflix. The drama gets 10 episodes for its fourth season.",
         [("Nightjar", "rescued", 4)]),
        # Of which show and season that is cannot be told: what starts so soon has been made.
        ("CBS renewed “Nightjar.” The third season will premiere on June 2.", [("Nightjar", "renewed", None)]),
        ("CBS renewed “Nightjar” hours before the third-season finale of “Copper Row.”",
         [("Nightjar", "renewed", None)]),
        ("CBS has renewed “Nightjar,” and its star says that the next one will be fun.",
         [("Nightjar", "renewed", None)]),
    ],
)  # fmt: skip
def test_seasons_worked_out(text: str, wanted: list[Fate]) -> None:
    """What is ordered is the season behind the one that a show is in."""
    assert fates(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("CBS has put in an order for the drama “Nightjar.”", [("Nightjar", "ordered", 1)]),
        ("CBS placed series orders Friday for two comedies, “Nightjar” and the reimagined “Copper Row.”",
         [("Nightjar", "ordered", 1), ("Copper Row", "ordered", 1)]),
        ("CBS has given a series order to “Nightjar,” a “Copper Row” prequel.", [("Nightjar", "ordered", 1)]),
        ("The drama “Nightjar,” starring Ada Example, will go to series at CBS.", [("Nightjar", "ordered", 1)]),
        ("The drama “Halcyon Road,” from Ada Example, has been handed a 10-episode commitment.",
         [("Halcyon Road", "ordered", 1)]),
        ("“Nightjar,” which is in its third year, has been handed a 10-episode order.",
         [("Nightjar", "renewed", 4)]),
        ("CBS has a stable that includes the newly ordered “Nightjar.”", [("Nightjar", "ordered", 1)]),
        ("Ordered by CBS a year ago, the drama “Nightjar” is being shot in Boston.", [("Nightjar", "ordered", 1)]),
        ("The untitled drama that became “Halcyon Road” came with a two-season commitment.",
         [("Halcyon Road", "ordered", 1)]),
        ("CBS has picked up “Halcyon Road” to series.", [("Halcyon Road", "ordered", 1)]),
        ("A series order for “Nightjar” came in May.", [("Nightjar", "ordered", 1)]),
        # What only looks like it.
        ("CBS has picked up the drama pilot “Nightjar.”", []),
        ("CBS has put in an order for additional scripts of “Nightjar.”", []),
        ("CBS has ordered a pilot for “Nightjar.”", []),
        ("The cast of “Nightjar” was handed a 10-page contract.", []),
    ],
)  # fmt: skip
def test_a_new_show_is_ordered(text: str, wanted: list[Fate]) -> None:
    """A new show gets its first season."""
    assert fates(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("CBS came to the aid of “Nightjar,” which Fox had canceled in May after four seasons.",
         [("Nightjar", "rescued", 5), ("Nightjar", "cancelled", 4)]),
        ("AMC has thrown a lifeline to “Nightjar.”", [("Nightjar", "rescued", None)]),
        ("“Nightjar” has been given new life by Hulu.", [("Nightjar", "rescued", None)]),
        ("“Nightjar” found a second home at Hulu after it was canceled.",
         [("Nightjar", "rescued", None), ("Nightjar", "cancelled", None)]),
        ("Netflix has acquired “Nightjar,” the drama that Hulu canceled after one season.",
         [("Nightjar", "rescued", 2), ("Nightjar", "cancelled", 1)]),
        ("Somecast has rescued “Nightjar,” which Netflix let go in March after its third season.",
         [("Nightjar", "rescued", 4), ("Nightjar", "cancelled", 3)]),
        ("“Nightjar” is moving to ABC after six seasons on Fox.", [("Nightjar", "rescued", 7)]),
        ("The canceled NBC drama “Nightjar” has been picked up by Netflix for a fourth season.",
         [("Nightjar", "rescued", 4)]),
        # What only looks like it.
        ("“Nightjar” is moving to CBS for its fourth season.", []),
        ("CBS has acquired “Nightjar” for its library.", []),
        ("Showtime will revive “Nightjar” as a limited series.", []),
        ("“Nightjar” found a second life on Hulu last summer.", []),
        ("CBS stepped in with a second season trailer of “Nightjar.”", []),
        ("CBS gave the cast of “Nightjar” a new home for the holidays.", []),
    ],
)  # fmt: skip
def test_a_show_is_saved(text: str, wanted: list[Fate]) -> None:
    """Another platform goes on with what one had ended."""
    assert fates(text) == wanted
