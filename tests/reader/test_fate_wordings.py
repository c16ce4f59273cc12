"""Fates in the wordings of prose, theme by theme, beside what only looks like it; all of it is made up."""

from __future__ import annotations

from datetime import date

import pytest

from cliffhanger.domain.vocabulary import FATES, Modality
from cliffhanger.reader.obtain import article_of_text
from cliffhanger.reader.read import read
from tests.reader.judging import catalogue, starter

Fate = tuple[str, str, int | None]


def fates(text: str, title: str = "") -> list[Fate]:
    """Return what a text tells as having happened: show, fate and season, in the order of their words."""
    found = read(article_of_text(text, published=date(2025, 5, 14), title=title), catalogue()).claims
    return [
        (claim.subject.name, str(claim.predicate), claim.season)
        for claim in found
        if claim.predicate in FATES and claim.modality is Modality.EVENT
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Hulu has decided not to go forward with a third season of “Nightjar.”", [("Nightjar", "cancelled", 2)]),
        ("Hulu will not proceed with a second season of “Nightjar.”", [("Nightjar", "cancelled", 1)]),
        ("“Nightjar” is over. The streamer decided against a third season of the thriller.",
         [("Nightjar", "cancelled", 2)]),
        ("CBS opted not to bring back three shows: dramas Copper Row and Nightjar and the comedy Weathervane.",
         [("Copper Row", "cancelled", None), ("Nightjar", "cancelled", None), ("Weathervane", "cancelled", None)]),
        ("“Nightjar,” scrapped by Hulu last month after its second season, was loved.", [("Nightjar", "cancelled", 2)]),
        ("“Nightjar” is gone after three seasons.", [("Nightjar", "cancelled", 3)]),
        ("“Nightjar” is done after ten episodes and one season.", [("Nightjar", "cancelled", 1)]),
        ("“Nightjar,” which was called off in May after its second season, was loved.", [("Nightjar", "cancelled", 2)]),
        ("“Nightjar” didn't make it past its second season.", [("Nightjar", "cancelled", 2)]),
        ("“Nightjar” lasted one season and was a casualty of the merger.", [("Nightjar", "cancelled", 1)]),
        ("CBS is quiet, having dropped “Nightjar” after a single season.", [("Nightjar", "cancelled", 1)]),
        ("Also gone are Copper Row and Nightjar, both of them in their second year; no third season will be made.",
         [("Copper Row", "cancelled", 2), ("Nightjar", "cancelled", 2)]),
        ("CBS has two spies, “Copper Row” and “Nightjar.” Both were scrapped in April after a season apiece.",
         [("Copper Row", "cancelled", 1), ("Nightjar", "cancelled", 1)]),
        ("“Copper Row” will not be back. The show ends on May 16 after two seasons.", [("Copper Row", "cancelled", 2)]),
        ("“Copper Row” and “Nightjar” will not be back. The former ends on May 30 after two seasons.",
         [("Copper Row", "cancelled", 2), ("Nightjar", "cancelled", None)]),
        ("“Nightjar” was axed the same month as “Copper Row” and ended in July after four seasons.",
         [("Nightjar", "cancelled", 4)]),
        ("Cancelled by Fox after three seasons, “Nightjar” had many fans.", [("Nightjar", "cancelled", 3)]),
        ("“Copper Row” and “Nightjar” were both axed by CBS on Friday after two seasons and one, respectively.",
         [("Copper Row", "cancelled", 2), ("Nightjar", "cancelled", 1)]),
        ("After one season, Hulu has dropped “Nightjar.”", [("Nightjar", "cancelled", 1)]),
        # What only looks like it.
        ("CBS decided not to go forward with a panel for “Nightjar.”", []),
        ("CBS will not proceed with a crossover of “Nightjar” and “Copper Row.”", []),
        ("CBS has decided against a new title for “Nightjar.”", []),
        ("“Nightjar” is done filming after two seasons in Toronto.", []),
        ("The star of “Nightjar” was let go by CBS in May.", []),
        ("The premiere party for “Nightjar” was called off after its second season.", []),
        ("Reports last fall that “Nightjar” had been scrapped turned out to be wrong.", []),
        ("The writers of “Copper Row” and “Nightjar” met in May. Both were let go.", []),
    ],
)  # fmt: skip
def test_ends(text: str, wanted: list[Fate]) -> None:
    """A show is not gone on with."""
    assert fates(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“Nightjar” is airing its third, and last, season two years on; there were three seasons.",
         [("Nightjar", "ending", 3)]),
        ("“Nightjar” is in its eighth season, which the network has said will be its last.",
         [("Nightjar", "ending", 8)]),
        ("CBS shows “Nightjar” again. Its third season, which ended in March and was its last, drew few.",
         [("Nightjar", "ending", 3)]),
        ("“Nightjar” goes on with a fifth season that Hulu has said will be the final one.",
         [("Nightjar", "ending", 5)]),
        ("“Nightjar” is back. The 14th season, half of which airs in the fall, remains the last.",
         [("Nightjar", "ending", 14)]),
        ("The final season of “Nightjar,” its sixth, begins in May.", [("Nightjar", "ending", 6)]),
        ("The twelfth season of “Nightjar,” the last there will be, begins in May.", [("Nightjar", "ending", 12)]),
        ("“Nightjar” said that the fourth season will be the show's last.", [("Nightjar", "ending", 4)]),
        ("The crew of “Nightjar” will not begin filming the fifth and final season until June.",
         [("Nightjar", "ending", 5)]),
        ("Hulu has “Nightjar” for a fourth season, which is coming. That will also be its last.",
         [("Nightjar", "ending", 4)]),
        ("“Nightjar” is loved. Its creator decided to stop after three seasons, and there will be no fourth.",
         [("Nightjar", "ending", 3)]),
        ("“Nightjar” is wrapping up for good with its third season.", [("Nightjar", "ending", 3)]),
        ("“Copper Row” ends with its fifth and final season. The final season of “Nightjar” starts in May.",
         [("Copper Row", "ending", 5), ("Nightjar", "ending", None)]),
        ("The fifth season of “Nightjar,” which will be its final one, starts in June.", [("Nightjar", "ending", 5)]),
        ("“Nightjar” is now in its final season, its fifth.", [("Nightjar", "ending", 5)]),
        ("“Nightjar” is coming to a close after five seasons.", [("Nightjar", "ending", 5)]),
        ("Hulu will bring “Nightjar” to an end with its fifth season.", [("Nightjar", "ending", 5)]),
        ("Season 5 will be the end of the road for “Nightjar.”", [("Nightjar", "ending", 5)]),
        # What only looks like it.
        ("“Nightjar” ends its second season, the last to be shot in Atlanta.", []),
        ("The actor decided to stop after two seasons of “Nightjar.”", []),
        ("“Copper Row” is loved. Ada Example drew the series from a hit, “Onze,” which will end with its fifth season.",
         [("Onze", "ending", 5)]),
    ],
)  # fmt: skip
def test_ends_by_plan(text: str, wanted: list[Fate]) -> None:
    """A season is the last, wherever that is said of it."""
    assert fates(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("CBS has not made up its mind about the drama Nightjar, now in its second season, or the comedy Copper Row.",
         [("Nightjar", "in_limbo", 3), ("Copper Row", "in_limbo", None)]),
        ("CBS has yet to rule on a third season of “Nightjar.”", [("Nightjar", "in_limbo", 3)]),
        ("“Nightjar” is loved. A decision about a third season of the drama has not been reached.",
         [("Nightjar", "in_limbo", 3)]),
        ("“Nightjar” ends its fourth season on Wednesday, and a decision on a fifth has yet to be made.",
         [("Nightjar", "in_limbo", 5)]),
        ("No decision has been reached on a third series of crime drama Nightjar.", [("Nightjar", "in_limbo", 3)]),
        ("“Nightjar” capped its third season last month, and CBS has not decided whether to make another.",
         [("Nightjar", "in_limbo", 4)]),
        ("“Nightjar” wraps up Season 4 in May, with no decision made on another, and rivals wait.",
         [("Nightjar", "in_limbo", 5)]),
        ("“Nightjar” is loved. Its first season ends in May; whether there is another is up in the air.",
         [("Nightjar", "in_limbo", 2)]),
        ("CBS has yet to say if “Nightjar” or “Copper Row” will return.",
         [("Nightjar", "in_limbo", None), ("Copper Row", "in_limbo", None)]),
        ("As for “Nightjar” and “Copper Row,” CBS said that it has not come to a decision.",
         [("Nightjar", "in_limbo", None), ("Copper Row", "in_limbo", None)]),
        ("“Nightjar” and “Copper Row” are also without a verdict.",
         [("Nightjar", "in_limbo", None), ("Copper Row", "in_limbo", None)]),
        ("That leaves “Nightjar” as the only drama at CBS still waiting to hear.", [("Nightjar", "in_limbo", None)]),
        ("It remains unclear whether “Nightjar” will be back for a third season.", [("Nightjar", "in_limbo", 3)]),
        ("The fate of “Nightjar” has not been decided.", [("Nightjar", "in_limbo", None)]),
        # What only looks like it.
        ("No decision has been made on where “Nightjar” will film.", []),
        ("No decision has been made on a new showrunner for “Nightjar.”", []),
        ("The cast of “Nightjar” has yet to make a decision on the charity game.", []),
        ("CBS has not decided whether to make another trailer for “Nightjar.”", []),
        ("A decision on the fate of the studio lot has yet to be made. “Nightjar” films there.", []),
    ],
)  # fmt: skip
def test_waits(text: str, wanted: list[Fate]) -> None:
    """A decision is not made, about a show that is named or about the one spoken of."""
    assert fates(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("“Nightjar” is on board for Season 5.", [("Nightjar", "renewed", 5)]),
        ("“Nightjar” is staying on for a third season.", [("Nightjar", "renewed", 3)]),
        ("“Nightjar” and “Copper Row” will be around for their sophomore years. Season 1 is over.",
         [("Nightjar", "renewed", 2), ("Copper Row", "renewed", 2)]),
        ("“Nightjar” landed a sophomore season late Friday.", [("Nightjar", "renewed", 2)]),
        ("“Nightjar,” which got its own Season 3 pickup in December, films in Prague.", [("Nightjar", "renewed", 3)]),
        ("“Nightjar” had its finale in March and received an early renewal for Season 2.",
         [("Nightjar", "renewed", 2)]),
        ("“Nightjar” is loved. Hulu handed out the Season 4 renewal last October.", [("Nightjar", "renewed", 4)]),
        ("“Nightjar” is to plan its third season, which was ordered in January.", [("Nightjar", "renewed", 3)]),
        ("“Nightjar” got one day into Season 3, which the network had approved in December.",
         [("Nightjar", "renewed", 3)]),
        ("“Nightjar” is loved. Still, a fourth season was approved in May.", [("Nightjar", "renewed", 4)]),
        ("“Nightjar” starts Season 3 in June, with a fourth already in the bag.", [("Nightjar", "renewed", 4)]),
        ("“Nightjar” shows its second season, a third having been promised in May.", [("Nightjar", "renewed", 3)]),
        ("“Nightjar” finished its first season in May and has another on the way.", [("Nightjar", "renewed", 2)]),
        ("“Nightjar,” starring Ada B. Example, whose own sophomore run was confirmed last week, films.",
         [("Nightjar", "renewed", 2)]),
        ("CBS this month committed to four more seasons apiece of “Nightjar” and “Copper Row.”",
         [("Nightjar", "renewed", None), ("Copper Row", "renewed", None)]),
        ("CBS also confirmed the returns of “Nightjar” and “Copper Row,” each for a third season.",
         [("Nightjar", "renewed", 3), ("Copper Row", "renewed", 3)]),
        ("“Nightjar” and “Copper Row” were safe back in May, also with second-season orders.",
         [("Nightjar", "renewed", 2), ("Copper Row", "renewed", 2)]),
        ("CBS gave a green light to a fourth season of “Nightjar.”", [("Nightjar", "renewed", 4)]),
        ("A third season of “Nightjar” was ordered in May, and “Copper Row” starts its second season.",
         [("Nightjar", "renewed", 3)]),
        ("“Nightjar” had one season, and it was picked up for a second voyage that June.",
         [("Nightjar", "renewed", 2)]),
        ("“Nightjar” (renewed for Season 4) wraps in May.", [("Nightjar", "renewed", 4)]),
        ("“Nightjar” had no luck. The same network will give it another year.", []),
        ("Is “Nightjar” getting a third season?\nYes. Hulu handed out the order last October.",
         [("Nightjar", "renewed", 3)]),
        ("Will “Nightjar” get a third season?\nYes. The order for ten more came through in October.",
         [("Nightjar", "renewed", 3)]),
        ("Hulu has “Nightjar.” The show was the first of its newcomers to get a Season 2 order.",
         [("Nightjar", "renewed", 2)]),
        ("“Nightjar,” the drama which Brightwater has renewed for a second season, is loved.",
         [("Nightjar", "renewed", 2)]),
        # What only looks like it.
        ("“Nightjar” is loved. Hulu handed out the order last October.", []),
        ("Hulu sets a press tour for season 3 of “Nightjar.”", []),
        ("“Nightjar” picked up a nomination for its third season.", []),
        ("Fans are on board for a third season of “Nightjar,” but nothing is settled.", []),
        ("“Nightjar” will be back for a fourth season premiere on June 5.", []),
        ("The third season of “Nightjar” was announced as a nominee.", []),
        ("“Nightjar” has another star on the way, and another challenge coming.", []),
        ("The network announced that the eighth season of “Nightjar” would premiere in October.", []),
        ("“Nightjar” is loved. The drama hunted for its own “Copper Row,” and CBS ordered a second season.",
         [("Nightjar", "renewed", 2)]),
    ],
)  # fmt: skip
def test_seasons_to_come(text: str, wanted: list[Fate]) -> None:
    """A season is ordered, whether the platform, the show or the season does or suffers it."""
    assert fates(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("CBS gave a series greenlight to Salt & Cinder, with Ada Example.", [("Salt & Cinder", "ordered", 1)]),
        ("The hour goes to newcomer R.J. Moss, a private-eye drama starring Ada Example that landed a series order.",
         [("R.J. Moss", "ordered", 1)]),
        ("“Nightjar” and its spinoff “Salt & Cinder,” greenlit in April, film in May.",
         [("Salt & Cinder", "ordered", 1)]),
        ("“Salt & Cinder,” a highwaywoman adventure ordered by Disney+, films in May.",
         [("Salt & Cinder", "ordered", 1)]),
        ("“Salt & Cinder” was given the go-ahead by CBS last autumn.", [("Salt & Cinder", "ordered", 1)]),
        ("CBS has picked up the comedy “Halcyon Road,” about a junior college cheer squad.",
         [("Halcyon Road", "ordered", 1)]),
        ("CBS ordered two straight-to-series dramas: “Salt & Cinder,” from an Italian format, and “Halcyon.”",
         [("Salt & Cinder", "ordered", 1), ("Halcyon", "ordered", 1)]),
        ("The network also has given a straight-to-series order to “Salt & Cinder,” with Ada Example, for next season.",
         [("Salt & Cinder", "ordered", 1)]),
        ("NBC claimed the Fox cop comedy Copper Row for a sixth season.", [("Copper Row", "rescued", 6)]),
        ("“Copper Row” was dropped by Hulu last June after one season and was subsequently acquired by Netflix.",
         [("Copper Row", "cancelled", 1), ("Copper Row", "rescued", 2)]),
        ("“Copper Row” ends its run at Fox, but it has been snapped up by ABC, where its seventh season will air.",
         [("Copper Row", "rescued", 7)]),
        ("Fans wept since NBC let “Copper Row” go in May. Netflix said it has picked up the drama for Season 4.",
         [("Copper Row", "cancelled", 3), ("Copper Row", "rescued", 4)]),
        # What only looks like it.
        ("“Copper Row” got the green light from censors in India.", []),
        ("NBC claimed victory for “Copper Row” for a second season in a row.", []),
        ("“Copper Row” was snapped up by Netflix for streaming in India.", []),
    ],
)  # fmt: skip
def test_new_shows_and_saved_ones(text: str, wanted: list[Fate]) -> None:
    """A first season is ordered, or another platform goes on with a show."""
    assert sorted(fates(text), key=str) == sorted(wanted, key=str)


@pytest.mark.parametrize(
    ("text", "title", "wanted"),
    [
        # A show that began in 2024 does not return for its 22nd season.
        ("ABC has Copper Row, then Happy Valley.\nThe hospital drama will be back for its 22nd season.",
         "ABC's New Drama Copper Row Leads Its Fall", [("Happy Valley", "renewed", 22)]),
        # The one show that bears the main one's name.
        ("Dexter is loved, Dexter: New Blood is new.\nWhat about the sequel? Safe. Showtime gave it a second season.",
         "Dexter: Where We Stand", [("Dexter: New Blood", "renewed", 2)]),
        # Half of a name that the text has in full.
        ("The end of Suits LA was sad. NBC pulled the plug on Friday after a single season.",
         "Suits stops turning up the heat", [("Suits LA", "cancelled", 1)]),
        ("“Matlock,” Friday's most-watched hour, has been renewed for a third season.", "",
         [("Matlock", "renewed", 3)]),
    ],
)  # fmt: skip
def test_shows_meant(text: str, title: str, wanted: list[Fate]) -> None:
    """What is known of shows, and what the text names them, tells which one is meant."""
    assert fates(text, title) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("CBS announced early renewals on Thursday for “Copper Row” (season eight) and “Nightjar” (season two).",
         [("Copper Row", "renewed", 8), ("Nightjar", "renewed", 2)]),
        ("Among the shows coming back to CBS are “Copper Row” and “Nightjar,” both for a sixth season.",
         [("Copper Row", "renewed", 6), ("Nightjar", "renewed", 6)]),
        ("CBS made some cancellations this year, among them “Copper Row” and “Nightjar.”",
         [("Copper Row", "cancelled", None), ("Nightjar", "cancelled", None)]),
        ("New dramas ordered by CBS include “Copper Row” and “Nightjar.”",
         [("Copper Row", "ordered", 1), ("Nightjar", "ordered", 1)]),
        ("CBS canceled “Copper Row” as well as “Nightjar.”",
         [("Copper Row", "cancelled", None), ("Nightjar", "cancelled", None)]),
        ("“Nightjar” launched in April 2021 and was renewed two months later.", [("Nightjar", "renewed", None)]),
        ("“Nightjar” opened in May and was quietly axed in June.", [("Nightjar", "cancelled", None)]),
        ("On ITV there will be a second series of crime drama “Nightjar.”", [("Nightjar", "renewed", 2)]),
        ("No decision has been made yet on “Nightjar,” the freshman drama.", [("Nightjar", "in_limbo", None)]),
        ("No decisions have been made about “Copper Row” or “Nightjar.”",
         [("Copper Row", "in_limbo", None), ("Nightjar", "in_limbo", None)]),
        ("A decision on the future of “Nightjar,” the boxing comedy, has not been announced.",
         [("Nightjar", "in_limbo", None)]),
        ("“Nightjar” is moving. Netflix has ordered a fourth season of the drama, which was canceled by Hulu in May.",
         [("Nightjar", "rescued", 4), ("Nightjar", "cancelled", 3)]),
        ("New series orders went to “Copper Row,” the legal drama “Nightjar” and the comedy “Weathervane.”",
         [("Copper Row", "ordered", 1), ("Nightjar", "ordered", 1), ("Weathervane", "ordered", 1)]),
        ("Comedy pickups include “Copper Row” and “Nightjar.”",
         [("Copper Row", "ordered", 1), ("Nightjar", "ordered", 1)]),
        ("Four new dramas have been ordered to series: “Copper Row” and “Nightjar” and two more.",
         [("Copper Row", "ordered", 1), ("Nightjar", "ordered", 1)]),
        ("Also canceled were “Copper Row,” after two seasons, and “Nightjar.”",
         [("Copper Row", "cancelled", 2), ("Nightjar", "cancelled", None)]),
        ("CBS has not yet made a decision on “Nightjar,” which finished its third season in August.",
         [("Nightjar", "in_limbo", 4)]),
        ("“Nightjar,” the follow-up to “Copper Row,” which ended in May after seven seasons, is loved.",
         [("Copper Row", "ending", 7)]),
        ("CBS renewed “Nightjar” for a third year on Monday.", [("Nightjar", "renewed", 3)]),
        ("It is quiet, despite recent renewals for “Copper Row” and “Nightjar,” each heading into a third season.",
         [("Copper Row", "renewed", 3), ("Nightjar", "renewed", 3)]),
        ("“Copper Row” and “Nightjar” are all undecided.",
         [("Copper Row", "in_limbo", None), ("Nightjar", "in_limbo", None)]),
        ("“Copper Row” and “Nightjar” were both asked back for a second season.",
         [("Copper Row", "renewed", 2), ("Nightjar", "renewed", 2)]),
        ("“Copper Row” and “Nightjar” are back. Neither has been renewed yet.",
         [("Copper Row", "in_limbo", None), ("Nightjar", "in_limbo", None)]),
        ("Apple has asked for a fourth season of “Nightjar.”", [("Nightjar", "renewed", 4)]),
        ("“Nightjar” has been commissioned for BBC One.", [("Nightjar", "ordered", 1)]),
        ("Hulu decided against second seasons of the dramas “Copper Row” and “Nightjar.”",
         [("Copper Row", "cancelled", 1), ("Nightjar", "cancelled", 1)]),
        ("“Copper Row” and “Nightjar” are likewise not returning.",
         [("Copper Row", "cancelled", None), ("Nightjar", "cancelled", None)]),
        ("“Copper Row” and “Nightjar” aren't coming back.",
         [("Copper Row", "cancelled", None), ("Nightjar", "cancelled", None)]),
        ("“Copper Row” and “Nightjar” are also returning.",
         [("Copper Row", "renewed", None), ("Nightjar", "renewed", None)]),
        ("“Nightjar,” which had been considered the likelier of the two to be dropped, has been renewed.",
         [("Nightjar", "renewed", None)]),
        ("Hulu has not decided whether to make a second season of “Nightjar.”", [("Nightjar", "in_limbo", 2)]),
        ("Hulu is still considering whether to make more of “Nightjar.”", [("Nightjar", "in_limbo", None)]),
        ("The channel has yet to announce plans for more of “Nightjar.”", [("Nightjar", "in_limbo", None)]),
        ("The channel is yet to confirm a second season of “Nightjar.”", [("Nightjar", "in_limbo", 2)]),
        # What only looks like it.
        ("“Nightjar” will end with its upcoming sixth season, CBS announced Thursday.", [("Nightjar", "ending", 6)]),
        ("CBS has ordered pilots for “Copper Row” and “Nightjar.”", []),
        ("The stars of “Copper Row” are not returning to the stage, and “Nightjar” is also returning on Friday.", []),
        ("Hulu is still considering whether to make a film of “Nightjar.”", []),
        ("CBS announced renewals for its deals with the makers of “Nightjar.”", []),
    ],
)  # fmt: skip
def test_several_at_once_and_by_the_way(text: str, wanted: list[Fate]) -> None:
    """Rows of shows under one word, and fates told behind a show's beginning."""
    assert fates(text) == wanted


def test_an_apostrophe_in_a_title_does_not_end_it() -> None:
    """Where the catalogue knows the title that goes on behind it."""
    claims = read(article_of_text("CBC says 'Workin' Moms' will end after Season 7."), starter()).claims
    assert [(c.subject.name, str(c.predicate), c.season) for c in claims] == [("Workin' Moms", "ending", 7)]
