"""One meaning in many constructions: refusals, ends and what is undecided; the shows and their fates are made up."""

from __future__ import annotations

import pytest

from tests.reader.test_fate_wordings import Fate, fates


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Max has passed on a third season of “Copper Row.”", [("Copper Row", "cancelled", 2)]),
        ("CBS said it would not order a sixth season of “Copper Row,” the cult sitcom.",
         [("Copper Row", "cancelled", 5)]),
        ("Hulu has decided not to pick up a third season of “Copper Row.”", [("Copper Row", "cancelled", 2)]),
        ("Hulu opted not to bring the hit drama “Copper Row” back for Season 6.", [("Copper Row", "cancelled", 5)]),
        ("Hulu isn't making another season of “Copper Row.”", [("Copper Row", "cancelled", None)]),
        ("Hulu turned down a fourth season of “Copper Row.”", [("Copper Row", "cancelled", 3)]),
        ("Hulu scrapped plans for a second season of “Copper Row.”", [("Copper Row", "cancelled", 1)]),
        ("“Copper Row” has been denied a second season.", [("Copper Row", "cancelled", 1)]),
        ("“Copper Row” failed to win a third-season renewal at Hulu.", [("Copper Row", "cancelled", 2)]),
        ("A fifth season of “Copper Row” would not be made, Hulu confirmed.", [("Copper Row", "cancelled", 4)]),
        ("Hulu on Thursday dumped the police drama “Copper Row.”", [("Copper Row", "cancelled", None)]),
        ("Hulu closed the books on “Copper Row” after two seasons.", [("Copper Row", "cancelled", 2)]),
        ("Hulu sent “Copper Row” packing after three seasons.", [("Copper Row", "cancelled", 3)]),
        ("Hulu has cut “Copper Row” loose after two seasons.", [("Copper Row", "cancelled", 2)]),
        ("Hulu decided to end “Copper Row,” its slow thriller, after a single season.",
         [("Copper Row", "cancelled", 1)]),
        ("“Copper Row” is over at Hulu after one season.", [("Copper Row", "cancelled", 1)]),
        ("“Copper Row” and “Nightjar” are being discontinued after one season apiece.",
         [("Copper Row", "cancelled", 1), ("Nightjar", "cancelled", 1)]),
        ("Hulu handed pink slips to “Copper Row” and “Nightjar,” both in their first year.",
         [("Copper Row", "cancelled", 1), ("Nightjar", "cancelled", 1)]),
        ("Hulu dumped “Copper Row” two weeks before it was to begin its second season.",
         [("Copper Row", "cancelled", 1)]),
        ("A day after being canceled by Hulu after five seasons, “Copper Row” is mourned.",
         [("Copper Row", "cancelled", 5)]),
        ("“Copper Row” will not be part of Hulu's 2025-26 lineup.", [("Copper Row", "cancelled", None)]),
        ("Also gone from Hulu's lineup: “Copper Row,” after eight seasons; “Nightjar,” after four.",
         [("Copper Row", "cancelled", 8), ("Nightjar", "cancelled", 4)]),
        ("Hulu is parting ways with two shows: comedies “Copper Row” and “Nightjar.”",
         [("Copper Row", "cancelled", None), ("Nightjar", "cancelled", None)]),
        ("Hulu has canceled “Copper Row” and “Nightjar.” The former leaves after four seasons, the latter after three.",
         [("Copper Row", "cancelled", 4), ("Nightjar", "cancelled", 3)]),
        ("“Copper Row” had its second-season order rescinded last month.", [("Copper Row", "cancelled", 1)]),
        ("“Copper Row,” “Nightjar” and rookie “Weathervane” all got the ax at Hulu.",
         [("Copper Row", "cancelled", None), ("Nightjar", "cancelled", None), ("Weathervane", "cancelled", 1)]),
        ("“Copper Row” was one of five series cut by the network on Friday.", [("Copper Row", "cancelled", None)]),
        ("“Copper Row” (four seasons), “Nightjar” (five) and “Weathervane” (one) are all over.",
         [("Copper Row", "cancelled", 4), ("Nightjar", "cancelled", 5), ("Weathervane", "cancelled", 1)]),
        ("Hulu has parted ways with “Copper Row.” “Nightjar” has met the same fate after seven.",
         [("Copper Row", "cancelled", None), ("Nightjar", "cancelled", 7)]),
        ("Hulu won't go forward with “Copper Row” and “Nightjar.” Both were in their first seasons.",
         [("Copper Row", "cancelled", 1), ("Nightjar", "cancelled", 1)]),
        ("Hulu has called time on “Copper Row.” The drama was in its second year on the network.",
         [("Copper Row", "cancelled", 2)]),
        ("Hulu said on Thursday it was scrapping “Copper Row” after three seasons.", [("Copper Row", "cancelled", 3)]),
        ("After six seasons with Ada Example in it, “Copper Row” has been canceled by Hulu.",
         [("Copper Row", "cancelled", 6)]),
        ("“Copper Row” was canceled by Hulu after a first season.", [("Copper Row", "cancelled", 1)]),
        ("Hulu showed “Copper Row” the door after one season.", [("Copper Row", "cancelled", 1)]),
        ("Hulu did not order a third season of “Copper Row” until May.", [("Copper Row", "renewed", 3)]),
        # What only looks like it.
        ("Hulu has not passed on a third season of “Copper Row.”", []),
        ("Hulu would not order a sixth season of “Copper Row” if the star left.", []),
        ("“Copper Row” is out on Netflix, and it is out after two years.", []),
        ("“Copper Row” is over on Fox after two hours.", []),
        ("CBS shut down “Copper Row” for a week after a positive test.", []),
        ("NBC dumped “Copper Row” on Saturday nights.", []),
        ("Hulu is not making the third season of “Copper Row” available in Canada.", []),
        ("BBC Scotland did not air the third season of “Copper Row.”", []),
        ("The actor read the scripts and passed on a third season of “Copper Row.”", []),
        ("The actress did not make a third season of “Copper Row.”", []),
        ("“Copper Row” did not get a second season until May.", []),
        ("“Copper Row” will not have a second-season premiere in Bath.", []),
        ("Hulu passed on a film about the makers of “Copper Row.”", []),
        ("The star of “Copper Row” has been denied a second visa.", []),
        ("Hulu shut down the set of “Copper Row” for a week.", []),
        ("The third hour of “Copper Row” is over on Hulu at ten.", []),
    ],
)  # fmt: skip
def test_refusals(text: str, wanted: list[Fate]) -> None:
    """A platform refuses a season, or is done with a show."""
    assert sorted(fates(text), key=str) == sorted(wanted, key=str)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“Copper Row” is to finish on TV after its sixth season.", [("Copper Row", "ending", 6)]),
        ("“Copper Row” is set to make its final rounds with its forthcoming seventh season.",
         [("Copper Row", "ending", 7)]),
        ("“Copper Row” will call it a day after 15 seasons.", [("Copper Row", "ending", 15)]),
        ("Hulu said that “Copper Row” would end with the coming season, its fourth.", [("Copper Row", "ending", 4)]),
        ("Hulu will draw the curtain on “Copper Row” with a 12th season.", [("Copper Row", "ending", 12)]),
        ("Hulu has designated the fourth season of “Copper Row” as its final one.", [("Copper Row", "ending", 4)]),
        ("Season 12, starting in September, closes out “Copper Row.”", [("Copper Row", "ending", 12)]),
        ("“Copper Row” is loved. Season 9 will round off the legal drama this year.", [("Copper Row", "ending", 9)]),
        ("Hulu has ordered an eighth season of “Copper Row,” which will bring the saga to its conclusion.",
         [("Copper Row", "ending", 8), ("Copper Row", "renewed", 8)]),
        ("The eighth season of “Copper Row,” the drama's last, opens in March.", [("Copper Row", "ending", 8)]),
        ("The seventh season of “Copper Row,” premiering in May, will be its last.", [("Copper Row", "ending", 7)]),
        ("“Copper Row” will sign off next season, its sixth.", [("Copper Row", "ending", 6)]),
        ("“Copper Row” will draw to a close with its fourth season this September.", [("Copper Row", "ending", 4)]),
        ("“Copper Row” will be back for a fifth season. A sixth season brings the story to an end.",
         [("Copper Row", "ending", 6), ("Copper Row", "renewed", 5)]),
        ("“Copper Row” is loved. Hulu announced in March that the next season, the sixth, would be the end.",
         [("Copper Row", "ending", 6)]),
        # What only looks like it.
        ("“Copper Row” will wrap filming after its sixth season.", []),
        ("“Copper Row” may end with its fourth season.", []),
        ("The last “Copper Row” season drew ten million viewers.", []),
        ("“Copper Row” goes out in its third season on Fridays.", []),
    ],
)  # fmt: skip
def test_ends(text: str, wanted: list[Fate]) -> None:
    """A show ends with a season, or a season is called its last."""
    assert sorted(fates(text), key=str) == sorted(wanted, key=str)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Still awaiting word on its future is CBS' “Copper Row.”", [("Copper Row", "in_limbo", None)]),
        ("Hulu has neither renewed nor canceled “Copper Row.”", [("Copper Row", "in_limbo", None)]),
        ("Hulu has not yet decided whether to go forward with a second season of “Copper Row.”",
         [("Copper Row", "in_limbo", 2)]),
        ("Decisions on “Copper Row” and “Nightjar” are pending.",
         [("Copper Row", "in_limbo", None), ("Nightjar", "in_limbo", None)]),
        ("A second season of “Copper Row,” whose first closed in March, is still being considered.",
         [("Copper Row", "in_limbo", 2)]),
        ("“Copper Row,” which premiered in May, does not have a Season 2 pickup at this point.",
         [("Copper Row", "in_limbo", 2)]),
        ("Hulu has yet to renew “Copper Row” beyond its upcoming third season.", [("Copper Row", "in_limbo", 4)]),
        ("“Copper Row” still awaits word. The comedy has aired two seasons.", [("Copper Row", "in_limbo", 3)]),
        ("“Copper Row” is still waiting to learn its fate after two seasons.", [("Copper Row", "in_limbo", 3)]),
        ("What remains undecided is the future of “Copper Row,” which capped its third season in April.",
         [("Copper Row", "in_limbo", 4)]),
        ("Hulu has renewed “Nightjar” for a third season, but “Copper Row” still awaits word.",
         [("Copper Row", "in_limbo", None), ("Nightjar", "renewed", 3)]),
        ("Hulu is still weighing renewals for “Copper Row” and “Nightjar.”",
         [("Copper Row", "in_limbo", None), ("Nightjar", "in_limbo", None)]),
        ("Hulu hasn't renewed or canceled “Copper Row.”", [("Copper Row", "in_limbo", None)]),
        ("The jury is still out on “Copper Row.”", [("Copper Row", "in_limbo", None)]),
        ("It's undetermined whether “Copper Row” will return for a second season.", [("Copper Row", "in_limbo", 2)]),
        ("Pending at Hulu: “Copper Row” and “Nightjar.”",
         [("Copper Row", "in_limbo", None), ("Nightjar", "in_limbo", None)]),
        ("The last drama to be judged is “Copper Row,” with no word yet on Season 4.", [("Copper Row", "in_limbo", 4)]),
        ("“Copper Row” and “Nightjar” have not had their fates determined.",
         [("Copper Row", "in_limbo", None), ("Nightjar", "in_limbo", None)]),
        (("Hulu passed on a second season of “Copper Row,” and has not yet said whether there will be more of "
          "“Nightjar.”"),
         [("Copper Row", "cancelled", 1), ("Nightjar", "in_limbo", None)]),
        ("Hulu has not decided on “Copper Row,” and “Nightjar” was axed after two seasons.",
         [("Copper Row", "in_limbo", None), ("Nightjar", "cancelled", 2)]),
        # What only looks like it.
        ("The premiere date of “Copper Row” is undecided.", []),
        ("It's unclear whether “Copper Row” will return in May or June.", []),
        ("A viral post says that Hulu has axed “Copper Row.”", []),
        ("“Copper Row,” both seasons of which got two awards, is loved.", []),
        ("Still waiting for word on his contract is the star of “Copper Row.”", []),
        ("A decision on the budget of “Copper Row” is pending.", []),
    ],
)  # fmt: skip
def test_undecided(text: str, wanted: list[Fate]) -> None:
    """Nobody has decided, in whatever order that is said."""
    assert sorted(fates(text), key=str) == sorted(wanted, key=str)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Season 3 is confirmed for “Copper Row” and Season 2 for “Nightjar.”",
         [("Copper Row", "renewed", 3), ("Nightjar", "renewed", 2)]),
        ("Season 5 of “Copper Row” and Season 3 of “Nightjar” were both ordered by Fox on Monday.",
         [("Copper Row", "renewed", 5), ("Nightjar", "renewed", 3)]),
        ("CBS renewed “Copper Row” and gave a second season to “Nightjar.”",
         [("Copper Row", "renewed", None), ("Nightjar", "renewed", 2)]),
        ("“Copper Row” had its fourth season approved last fall.", [("Copper Row", "renewed", 4)]),
        ("CBS has set “Copper Row” for a sophomore season.", [("Copper Row", "renewed", 2)]),
        ("“Copper Row,” which is shot in Bath, returns to CBS for a third year, the network said.",
         [("Copper Row", "renewed", 3)]),
        ("Netflix has lined up a third season of “Copper Row,” to consist of ten episodes.",
         [("Copper Row", "renewed", 3)]),
        ("The star is set for Season 2 of “Copper Row,” which Peacock and Sky renewed on Friday.",
         [("Copper Row", "renewed", 2)]),
        ("Though its ratings have slipped, “Copper Row” is safe and will get a sixth season.",
         [("Copper Row", "renewed", 6)]),
        ("A fourth season of “Copper Row” has been set at Netflix.", [("Copper Row", "renewed", 4)]),
        ("Days before “Copper Row” begins Season 3 on June 21, Hulu has gone ahead with a fourth.",
         [("Copper Row", "renewed", 4)]),
        ("Max has given “Copper Row” a third season.", [("Copper Row", "renewed", 3)]),
        ("CBS has renewed “Copper Row” and “Nightjar.” Both are in their fourth seasons.",
         [("Copper Row", "renewed", 5), ("Nightjar", "renewed", 5)]),
        ("CBS will open with “Copper Row” (Season 3) and “Nightjar,” which was picked up for Season 2.",
         [("Nightjar", "renewed", 2)]),
        # What only looks like it.
        ("The figures for “Copper Row” are the lowest since the series was revived.", []),
        ("CBS has given series orders to Evil and Empire of Somebody.", []),
        ("CBS has set “Copper Row” for a Friday slot.", []),
        ("“Copper Row” returns to CBS for a third hour on Monday.", []),
        ("Max has given the star of “Copper Row” a third dog.", []),
    ],
)  # fmt: skip
def test_kept(text: str, wanted: list[Fate]) -> None:
    """A season is bought, or a show is kept for one."""
    assert sorted(fates(text), key=str) == sorted(wanted, key=str)
