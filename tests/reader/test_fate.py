"""Fates in headlines and in prose; what is said of the shows is made up."""

from __future__ import annotations

from datetime import date

import pytest

from cliffhanger.domain.vocabulary import FATES, Modality
from cliffhanger.reader.obtain import article_of_text
from cliffhanger.reader.read import read
from tests.reader.judging import catalogue

PUBLISHED = date(2025, 5, 14)


def fates(text: str, title: str = "") -> list[tuple[str, str, int | None]]:
    """Return what a text tells as having happened: show, fate and season, in the order of their words."""
    found = read(article_of_text(text, published=PUBLISHED, title=title), catalogue()).claims
    return [
        (claim.subject.name, str(claim.predicate), claim.season)
        for claim in found
        if claim.predicate in FATES and claim.modality is Modality.EVENT
    ]


@pytest.mark.parametrize(
    ("headline", "wanted"),
    [
        ("Netflix orders third season of ‘Harbour Nine’", [("Harbour Nine", "renewed", 3)]),
        ("‘Glass Orchard’ Bears Fruit Again: Hulu Renews Drama for Season 2", [("Glass Orchard", "renewed", 2)]),
        ("‘Copper Row’ marches into season 4 at Peacock", [("Copper Row", "renewed", 4)]),
        ("CBS hands sophomore season to ‘Weathervane’", [("Weathervane", "renewed", 2)]),
        ("Starz Digs Up Fifth Season for ‘Marrow Street’", [("Marrow Street", "renewed", 5)]),
        ("Sun keeps shining! ‘Weathervane’ Season 3 Official at Apple TV+", [("Weathervane", "renewed", 3)]),
        ("Line of Duty confirmed for seventh series as BBC calls AC-12 back", [("Line of Duty", "renewed", 7)]),
        ("NBC brings back ‘Weathervane,’ ‘Copper Row’ and ‘Matlock’ for 2025-26",
         [("Weathervane", "renewed", None), ("Copper Row", "renewed", None), ("Matlock", "renewed", None)]),
        ("Hulu Hands Out Season 3 Renewal to ‘Nightjar’", [("Nightjar", "renewed", 3)]),
        ("‘Copper Row’ Saddles Up: Peacock Rides On Into Season Four", [("Copper Row", "renewed", 4)]),
        ("‘Copper Row’ checks in for a fourth stay at Peacock", [("Copper Row", "renewed", 4)]),
        ("‘Weathervane’ Is Back for More: CBS Sets Sail on Season 3", [("Weathervane", "renewed", 3)]),
        ("‘Weathervane’ Extends Its Tour of Duty With Season 4 Renewal", [("Weathervane", "renewed", 4)]),
        ("#CopperRow has been renewed for S5", [("Copper Row", "renewed", 5)]),
        ("‘Copper Row,’ ‘Weathervane’ and ‘Matlock’ all returning to CBS next season",
         [("Copper Row", "renewed", None), ("Weathervane", "renewed", None), ("Matlock", "renewed", None)]),
        ("CBS reverses course, gives ‘Weathervane’ a seventh season", [("Weathervane", "renewed", 7)]),
        ("‘Weathervane’ gets a second life as NBC reverses cancellation", [("Weathervane", "renewed", None)]),
        ("Hulu Re-Ups ‘Nightjar’ for Season 4, ‘Glass Orchard’ for Season 2",
         [("Nightjar", "renewed", 4), ("Glass Orchard", "renewed", 2)]),
        ("Hulu Renews ‘Nightjar’ for Season 5, Which Will Be Its Swan Song",
         [("Nightjar", "ending", 5), ("Nightjar", "renewed", 5)]),
        ("‘Salt & Cinder’: Netflix Gives Series Order to ‘Nightjar’ Spinoff", [("Salt & Cinder", "ordered", 1)]),
        ("CBS Issues Early Renewals to ‘Matlock,’ ‘Copper Row’ and Two Other Series",
         [("Matlock", "renewed", None), ("Copper Row", "renewed", None)]),
        ("‘Matlock,’ ‘Copper Row’ and ‘Weathervane’ Among Six Renewals at CBS",
         [("Matlock", "renewed", None), ("Copper Row", "renewed", None), ("Weathervane", "renewed", None)]),
        ("‘Copper Row,’ ‘Nightjar’ And 3 More CBS Series Renewed",
         [("Copper Row", "renewed", None), ("Nightjar", "renewed", None)]),
        ("Copper Row greenlit for two more seasons as Peacock renews five dramas", [("Copper Row", "renewed", None)]),
        ("Copper Row back for fifth season as Peacock makes a splash", [("Copper Row", "renewed", 5)]),
        ("‘Copper Row’ will have a 6th season, and it'll be on Peacock", [("Copper Row", "renewed", 6)]),
        ("‘Copper Row,’ ‘Nightjar’ get second Syfy seasons",
         [("Copper Row", "renewed", 2), ("Nightjar", "renewed", 2)]),
        ("Brightwater orders second season of ‘Copper Row’", [("Copper Row", "renewed", 2)]),
        ("ABC Promotes ‘Copper Row’ to Second Grade With Season 2 Renewal", [("Copper Row", "renewed", 2)]),
        ("BBC recommissions Line of Duty for third and fourth series",
         [("Line of Duty", "renewed", 3), ("Line of Duty", "renewed", 4)]),
        ("Copper Row Second Season Commissioned", [("Copper Row", "renewed", 2)]),
        ("BBC One announces the return of Happy Valley", [("Happy Valley", "renewed", None)]),
        ("Marrow Street: Chicago kitchen drama gets third and fourth seasons",
         [("Marrow Street", "renewed", 3), ("Marrow Street", "renewed", 4)]),
        ("Hulu Finds More ‘Nightjar’: Ada Example Thriller Renewed", [("Nightjar", "renewed", None)]),
        ("‘Copper Row’ sticking around for seasons 6 and 7",
         [("Copper Row", "renewed", 6), ("Copper Row", "renewed", 7)]),
        ("‘Copper Row’ Renewed for Season 3, Season 2 to Launch in December", [("Copper Row", "renewed", 3)]),
        ("‘Marrow Street’ to end with Season 4, ‘Copper Row’ to return for a fifth",
         [("Marrow Street", "ending", 4), ("Copper Row", "renewed", 5)]),
        ("CBS renews Copper Row, orders more pilots, cancels Weathervane",
         [("Copper Row", "renewed", None), ("Weathervane", "cancelled", None)]),
        ("Netflix picks up pilot for ‘Salt & Cinder’ as full series", [("Salt & Cinder", "ordered", 1)]),
        ("Netflix Picks Up Ada Example's ‘Salt & Cinder’ After CBS Pass", [("Salt & Cinder", "ordered", 1)]),
        ("‘Nightjar’ Renewed for Fourth & Final Season at Hulu",
         [("Nightjar", "renewed", 4), ("Nightjar", "ending", 4)]),
        ("ABC Locks In ‘Copper Row’ Season 22, ‘Nightjar’ Season 8 and ‘Weathervane’ Season 9",
         [("Copper Row", "renewed", 22), ("Nightjar", "renewed", 8), ("Weathervane", "renewed", 9)]),
        ("ABC Brings Back ‘Copper Row,’ ‘Nightjar’ and ‘Weathervane’ as It Fills Its Fall",
         [("Copper Row", "renewed", None), ("Nightjar", "renewed", None), ("Weathervane", "renewed", None)]),
        ("ABC Renews ‘Copper Row’ for Season 22, Plus ‘Nightjar’ and ‘Weathervane’",
         [("Copper Row", "renewed", 22), ("Nightjar", "renewed", None), ("Weathervane", "renewed", None)]),
        ("Hulu Greenlights Fourth ‘Nightjar’ Season Ahead of Finale", [("Nightjar", "renewed", 4)]),
        ("Hulu's Thriller ‘Nightjar’ Flies Again (Renewed for Season 3)", [("Nightjar", "renewed", 3)]),
        ("‘Copper Row’ Offshoot ‘Nightjar’ Back for Season 2, ‘Weathervane’ Out After One",
         [("Nightjar", "renewed", 2), ("Weathervane", "cancelled", 1)]),
        ("Hulu Gives ‘Salt & Cinder’ Revival the Green Light", [("Salt & Cinder", "ordered", 1)]),
        ("Hulu to Close ‘Nightjar’ With Season 8, Orders Prequel ‘Salt & Cinder’ to Series",
         [("Nightjar", "ending", 8), ("Salt & Cinder", "ordered", 1)]),
        ("Pop TV Rescues ‘Copper Row’ for Season 4, Three Months After Netflix Let It Go",
         [("Copper Row", "rescued", 4)]),
        ("‘Copper Row’ Renewed for Seasons 4, 5 and 6", [("Copper Row", "renewed", number) for number in (4, 5, 6)]),
        ("ABC Renews Freshman Comedy ‘Glass Orchard’", [("Glass Orchard", "renewed", 2)]),
        ("Hulu Renews ‘Nightjar’ for Seasons 3 and 4, With the Latter to Close the Story",
         [("Nightjar", "ending", 4), ("Nightjar", "renewed", 3), ("Nightjar", "renewed", 4)]),
    ],
)  # fmt: skip
def test_headlines_of_orders(headline: str, wanted: list[tuple[str, str, int | None]]) -> None:
    """In whatever words a platform goes on with a show."""
    assert sorted(fates(headline), key=str) == sorted(wanted, key=str)


@pytest.mark.parametrize(
    ("headline", "wanted"),
    [
        ("Peacock folds on ‘Copper Row’ after two seasons", ("Copper Row", "cancelled", 2)),
        ("Orchard closed: ‘Glass Orchard’ is over after a single season on Hulu", ("Glass Orchard", "cancelled", 1)),
        ("‘Glass Orchard’ is one and done at Hulu", ("Glass Orchard", "cancelled", 1)),
        ("Max won't make a third season of ‘Harbour Nine’", ("Harbour Nine", "cancelled", 2)),
        ("‘Harbour Nine’ dropped by Max, won't be back for season 3", ("Harbour Nine", "cancelled", 2)),
        ("Netflix: no second series for ‘Salt & Cinder’", ("Salt & Cinder", "cancelled", 1)),
        ("‘Salt & Cinder’ loses its promised second season as Netflix counts costs", ("Salt & Cinder", "cancelled", 1)),
        ("‘Marrow Street’ to Hang Up the Apron After Season 5 on The CW", ("Marrow Street", "ending", 5)),
        ("Season six is the end for ‘Marrow Street’", ("Marrow Street", "ending", 6)),
        ("‘Marrow Street’ Final Season Gets March 26 Launch on ABC", ("Marrow Street", "ending", None)),
        ("‘Tidewater Blues’ finds a new home at Netflix for season 4", ("Tidewater Blues", "rescued", 4)),
        ("Netflix isn't moving forward with ‘Salt & Cinder’ season 2", ("Salt & Cinder", "cancelled", 1)),
        ("‘Glass Orchard’ cancelled at Hulu despite two-season pickup", ("Glass Orchard", "cancelled", None)),
        ("Two years on, FX still hasn't decided whether there will be more ‘Nightjar’", ("Nightjar", "in_limbo", None)),
        ("‘Nightjar’ Season 3? Hulu Isn't Saying", ("Nightjar", "in_limbo", 3)),
        ("“Marrow Street” Is Heading for the Exit: Season 7 Will Be the Last", ("Marrow Street", "ending", 7)),
        ("Line of Duty: Sixth series will be the last, creator confirms", ("Line of Duty", "ending", 6)),
        ("Last call at ‘Marrow Street’: ABC to extinguish drama after Season 7", ("Marrow Street", "ending", 7)),
        ("‘Marrow Street’: ABC Drama to Wrap With Shortened Sixth Season", ("Marrow Street", "ending", 6)),
        ("ABC to bid farewell to ‘Marrow Street’ in May", ("Marrow Street", "ending", None)),
        ("‘Marrow Street’ is done at HBO: its creator says season 4 is the last", ("Marrow Street", "ending", 4)),
        ("‘Glass Orchard’ gets the ax at Hulu", ("Glass Orchard", "cancelled", None)),
        ("‘Glass Orchard’ Felled by Hulu After Just One Season", ("Glass Orchard", "cancelled", 1)),
        ("Hulu Closes the Book on ‘Nightjar’ After Season 3", ("Nightjar", "cancelled", 3)),
        ("‘Nightjar’: Lights Out at Hulu After Four Seasons", ("Nightjar", "cancelled", 4)),
        ("‘Salt & Cinder’ Doused: Netflix Passes on Second Season of Chef Drama", ("Salt & Cinder", "cancelled", 1)),
        ("‘Salt & Cinder’ won’t be back on Netflix", ("Salt & Cinder", "cancelled", None)),
        ("‘Tidewater Blues’ Jumps From ABC to Netflix for Season Three", ("Tidewater Blues", "rescued", 3)),
        ("Hulu Confirms Nightjar’s Eighth Season Will Be Its Last", ("Nightjar", "ending", 8)),
        ("‘Glass Orchard’ Is No More: Cider Drama Axed at Hulu", ("Glass Orchard", "cancelled", None)),
        ("Axed: Glass Orchard", ("Glass Orchard", "cancelled", None)),
        ("Hulu drops NIGHTJAR after four seasons", ("Nightjar", "cancelled", 4)),
        ("‘Nightjar’ Powers Down: Hulu Cancels Sci-Fi Drama, No Season 5", ("Nightjar", "cancelled", 4)),
        ("Why Hasn’t CBS Renewed ‘Weathervane’ Yet?", ("Weathervane", "in_limbo", None)),
        ("CBS Has Yet to Rule on ‘Weathervane’", ("Weathervane", "in_limbo", None)),
        ("‘Marrow Street’ to End Its Run in 2026", ("Marrow Street", "ending", None)),
        ("Final ‘Marrow Street’ season gets a two-part release by ABC", ("Marrow Street", "ending", None)),
        ("ABC Rescinds Season 2 Renewal of Ada Example's ‘Copper Row’", ("Copper Row", "cancelled", 1)),
        ("‘Nightjar’ Put on Indefinite Hold at Hulu; Cast Released", ("Nightjar", "in_limbo", None)),
        ("‘Nightjar’ Won't Sing Again: Spy Drama Canceled After Three Seasons", ("Nightjar", "cancelled", 3)),
        ("HBO Undecided on Second Season of ‘Nightjar’ as Finale Nears", ("Nightjar", "in_limbo", 2)),
        ("NBC Reverses ‘Nightjar’ Cancellation, Grants Season 2", ("Nightjar", "renewed", 2)),
        ("Copper Row: BBC daytime soap to end after 23 years", ("Copper Row", "ending", None)),
        ("ABC Cancels Rookie Drama ‘Glass Orchard’", ("Glass Orchard", "cancelled", 1)),
        ("CBS Renews Nine Series, Leaves ‘Copper Row’ on the Bubble", ("Copper Row", "in_limbo", None)),
        ("CBS Won’t Bring Back ‘Copper Row’", ("Copper Row", "cancelled", None)),
        ("There Won’t Be a Season 3 of ‘Nightjar,’ Ada Example Confirms", ("Nightjar", "cancelled", 2)),
        ("Netflix and BBC Revive ‘Copper Row’ for Fourth Season", ("Copper Row", "rescued", 4)),
        ("‘Copper Row’ Books a Fourth Round of Sessions at Apple TV", ("Copper Row", "renewed", 4)),
    ],
)
def test_headlines_of_ends_and_waits(headline: str, wanted: tuple[str, str, int | None]) -> None:
    """The season is the last one, but for a rescue and a wait, where it is the one to come."""
    assert fates(headline) == [wanted]


def test_a_show_cancelled_here_and_at_home_elsewhere_is_rescued() -> None:
    """Both are told: that one platform let it go, and which took it."""
    found = fates("‘Tidewater Blues’ lands at Netflix after ABC cancellation")
    assert sorted(found) == [("Tidewater Blues", "cancelled", None), ("Tidewater Blues", "rescued", None)]


@pytest.mark.parametrize(
    "headline",
    [
        "‘Harbour Nine’ Season 3 Trailer: The Boats Return",
        "Why ‘Harbour Nine’ Should Be Renewed for Season 3",
        "Will ‘Harbour Nine’ Get a Season 3?",
        "‘Harbour Nine’ Star Ines Okafor Returns for Season 3 of Her Podcast",
        "Fans petition Netflix for a third season of ‘Harbour Nine’",
        "‘Harbour Nine’ could be renewed for season 3",
        "Netflix drops first look at ‘Harbour Nine’ season 3",
        "Netflix splits ‘Harbour Nine’ season three in two",
        "Showrunner shoots down talk that ‘Harbour Nine’ is ending",
        "Netflix Renews Carriage Deal With Brightwater for Three Seasons",
        "ESPN Renews US Open Rights Through 2037",
        "‘Cancel culture’ is the theme of ‘Harbour Nine’ season 3",
        "Podcast ‘Harbour Nine’ renewed for a fifth season",
        "‘Harbour Nine’ tour cancelled after three nights",
        "‘Harbour Nine’ has not been cancelled, says Netflix",
        "Reportedly, ‘Harbour Nine’ was cancelled after two seasons",
        "Netflix stops short of ordering a third season of ‘Harbour Nine’",
        "Instead of renewing ‘Harbour Nine’ for season 3, Netflix orders a film",
        "Netflix passed on ordering a third season of ‘Harbour Nine’",
        "Will ‘Harbour Nine’ Be Renewed for Season 3? Here’s What We Know",
        "When will ‘Harbour Nine’ be renewed for season 3? Netflix has an answer",
        "Netflix: Reports that ‘Harbour Nine’ has been cancelled are false",
        "Fans beg Netflix not to cancel ‘Harbour Nine’",
        "‘Harbour Nine’ Pulled From NBC Schedule",
        "‘Harbour Nine’ Adds Three to Cast for Season 3",
        "‘Harbour Nine’: Netflix Delays Season 3",
        "‘Harbour Nine’ gears up for season 3",
        "‘Harbour Nine’ won’t return to Netflix until 2027",
        "Fox Cancels Another Decent Show",
        "BBC recommissions David Example detective comedy",
    ],
)
def test_headlines_that_tell_no_fate(headline: str) -> None:
    """Of other things, or only hoped for, asked, rumoured or denied."""
    assert [fate for fate in fates(headline) if fate[1] != "in_limbo"] == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "“Copper Row” was renewed for a sixth season in October 2024 and for a seventh season in March.",
            [("Copper Row", "renewed", 6), ("Copper Row", "renewed", 7)],
        ),
        ("“Copper Row” is based on a novel by A.B. Made-Up and was renewed for a second season in March.",
         [("Copper Row", "renewed", 2)]),
        ("“Copper Row” is a hit. It cost little. Netflix ordered a second season on Monday.",
         [("Copper Row", "renewed", 2)]),
        ("“Copper Row” is a hit. Netflix has already ordered a third season, and in March it added a fourth.",
         [("Copper Row", "renewed", 3), ("Copper Row", "renewed", 4)]),
        ("Brightwater renewed “Glass Orchard” for a second season and cancelled “Tidewater Blues” after four.",
         [("Glass Orchard", "renewed", 2), ("Tidewater Blues", "cancelled", 4)]),
        ("Netflix cancelled “Copper Row”, taking back the second season that it had ordered.",
         [("Copper Row", "cancelled", 1)]),
        ("ABC cancelled “Copper Row” after two seasons. Netflix renewed the drama for a third season.",
         [("Copper Row", "cancelled", 2), ("Copper Row", "rescued", 3)]),
        ("“Copper Row” will conclude with a fifth season on Netflix on November 26.", [("Copper Row", "ending", 5)]),
        ("“Copper Row” stands out. HBO has not yet said whether there will be a third season.",
         [("Copper Row", "in_limbo", 3)]),
        ("Before “Copper Row”, its maker wrote “Nightjar”, which ended on May 24, 2022, after six seasons.",
         [("Nightjar", "ending", 6)]),
        ("Has “Copper Row” been renewed for season 3?\nYes. The news came in March.", [("Copper Row", "renewed", 3)]),
        ("Has “Copper Row” been renewed for season 3?\nNot yet. Nobody knows more.", [("Copper Row", "in_limbo", 3)]),
        ("“Copper Row” will be back for its third season on September 1.", []),
        ("Netflix has decided against ordering a third season of “Copper Row”, the drama of a quarry.",
         [("Copper Row", "cancelled", 2)]),
        ("Netflix stopped short of ordering a third season of “Copper Row”. It may still do so.", []),
        ("Netflix answered by ordering a third season of “Copper Row” on Monday.", [("Copper Row", "renewed", 3)]),
        ("“Copper Row” is cancelled. Its sixth season was the last.", [("Copper Row", "cancelled", None)]),
        ("“Copper Row” was renewed for a third and a fourth season.",
         [("Copper Row", "renewed", 3), ("Copper Row", "renewed", 4)]),
        ("After six seasons, CBS has canceled “Copper Row”: Netflix could air a seventh season.",
         [("Copper Row", "cancelled", 6)]),
        ("“Copper Row” won't be back after its fourth season.", [("Copper Row", "cancelled", 4)]),
        ("Pulse, about a family of doctors, has been canceled. The series came in May. It won't get a second season.",
         [("Pulse", "cancelled", 1)]),
        ("Peacock has given “Copper Row”, its drama about a quarry, a second season.", [("Copper Row", "renewed", 2)]),
        ("CBS has renewed Copper Row for a third season, Nightjar for a second and Weathervane for a fourth.",
         [("Copper Row", "renewed", 3), ("Nightjar", "renewed", 2), ("Weathervane", "renewed", 4)]),
        ("CBS has yet to decide on a fourth season of Copper Row, a third season of Nightjar and a second of Matlock.",
         [("Copper Row", "in_limbo", 4), ("Nightjar", "in_limbo", 3)]),
        ("CBS has not yet announced whether its other comedy, “Weathervane”, will get a second season.",
         [("Weathervane", "in_limbo", 2)]),
        ("The network gave second seasons to medical drama Copper Row and comedies Nightjar and Weathervane.",
         [("Copper Row", "renewed", 2), ("Nightjar", "renewed", 2), ("Weathervane", "renewed", 2)]),
        ("Nightjar, which Hulu renewed for a second season in March, is his other show.", [("Nightjar", "renewed", 2)]),
        ("“Copper Row” was loved. Syfy let the drama go after three seasons.", [("Copper Row", "cancelled", 3)]),
        ("Hulu cut its drama. This week it canceled Copper Row, Nightjar and Harbour Nine. It has renewed The Pitt.",
         [("Copper Row", "cancelled", None), ("Nightjar", "cancelled", None), ("Harbour Nine", "cancelled", None),
          ("The Pitt", "renewed", None)]),
        ("“Copper Row” was loved. There will be no fourth season.", [("Copper Row", "cancelled", 3)]),
        ("“Copper Row” is over. CBS has also cancelled the sketch comedy Brightwaterz, which had three seasons.", []),
        ("“Nightjar” spin-off Copper Row has been canceled by Hulu after a single season.",
         [("Copper Row", "cancelled", 1)]),
        ("The club has renewed its lease. “Copper Row” has renewed its vows to noise.", []),
        ("The prequel “Copper Row” dropped in May 2023.", []),
        ("“Copper Row” is loved.\nCopper Row cancelled practice on Wednesday.", []),
        ("“Copper Row” is loved.\nOne man fled. A third was ordered to leave, and a fourth was announced in May.", []),
        ("“Copper Row” will not be back with its fourth season until 2027.", []),
        ("It was loved.\n“Copper Row”, the “Nightjar” prequel, ended after nine seasons.",
         [("Copper Row", "ending", 9)]),
        ("Peacock has “Copper Row”. The streamer has ordered a second season of the “Nightjar” offshoot.",
         [("Copper Row", "renewed", 2)]),
        ("“Copper Row” and “Nightjar” were renewed in March for their fifth and second seasons.",
         [("Copper Row", "renewed", 5), ("Nightjar", "renewed", 2)]),
        ("“Nightjar” never got a third season. “Copper Row” never got a second.",
         [("Nightjar", "cancelled", 2), ("Copper Row", "cancelled", 1)]),
        ("“Copper Row” is a hit. Will there be a season 8?\nThere will. Netflix renewed the show in March.",
         [("Copper Row", "renewed", 8)]),
        ("“Copper Row” went to Pop TV for a fourth season after Netflix dropped it in 2019.",
         [("Copper Row", "rescued", 4), ("Copper Row", "cancelled", 3)]),
        ("Fox canceled “Copper Row” after five seasons, but it was picked up by NBC a day later.",
         [("Copper Row", "cancelled", 5), ("Copper Row", "rescued", 6)]),
        ("Canceled: Copper Row. Netflix ended it after a single season.", [("Copper Row", "cancelled", 1)]),
        ("Nightjar, whose second season ends on May 25, already has a third on the way.", [("Nightjar", "renewed", 3)]),
        ("The network announced that “Copper Row” and “Nightjar” would both be part of its next season.",
         [("Copper Row", "renewed", None), ("Nightjar", "renewed", None)]),
        ("“Copper Row” and “Nightjar” had been renewed, the former for a fifth season and the latter for a second.",
         [("Copper Row", "renewed", 5), ("Nightjar", "renewed", 2)]),
        ("“Weathervane” will end after five seasons, while “Copper Row” and “Nightjar” have both been axed after four.",
         [("Weathervane", "ending", 5), ("Copper Row", "cancelled", 4), ("Nightjar", "cancelled", 4)]),
        ("“Copper Row” and “Nightjar” weren’t as lucky, with both canceled in July after one season apiece.",
         [("Copper Row", "cancelled", 1), ("Nightjar", "cancelled", 1)]),
        ("“Copper Row” took its final bow in May 2024 after five seasons, and “Nightjar” concluded with its sixth.",
         [("Copper Row", "ending", 5), ("Nightjar", "ending", 6)]),
        ("It joins renewals that include “Copper Row” (Season 9), “Nightjar” (Season 7) and “Weathervane” (Season 4).",
         [("Copper Row", "renewed", 9), ("Nightjar", "renewed", 7), ("Weathervane", "renewed", 4)]),
        ("CBS has already given series orders to “Copper Row” and to the medical drama “Nightjar” for next season.",
         [("Copper Row", "ordered", 1), ("Nightjar", "ordered", 1)]),
        ("“Copper Row” (season 14), “Nightjar” (season 11) and “Weathervane” (season 13) also have pickups.",
         [("Copper Row", "renewed", 14), ("Nightjar", "renewed", 11), ("Weathervane", "renewed", 13)]),
        ("“Copper Row” and “Nightjar” are both done after three seasons.",
         [("Copper Row", "cancelled", 3), ("Nightjar", "cancelled", 3)]),
        ("Hulu has picked up a second season of “Copper Row”, the drama from “Nightjar” creator Ada Example.",
         [("Copper Row", "renewed", 2)]),
        ("“Copper Row” and “Nightjar”, each in its first season, are still waiting for word.",
         [("Copper Row", "in_limbo", 2), ("Nightjar", "in_limbo", 2)]),
        ("The Recruit writer was seen with Ada Example (Nightjar). The show was renewed for a second season.",
         [("The Recruit", "renewed", 2)]),
        (("“Copper Row” was picked up for a third season. “Nightjar” got its fourth, and “Weathervane” "
         "was renewed for a second."),
         [("Copper Row", "renewed", 3), ("Nightjar", "renewed", 4), ("Weathervane", "renewed", 2)]),
        (("“Copper Row” is loved. Also returning next season are “Nightjar” (for Season 9) and "
         "“Weathervane” (for Season 2)."),
         [("Nightjar", "renewed", 9), ("Weathervane", "renewed", 2)]),
        ("The network has canceled four series: Copper Row, Nightjar after two seasons, Weathervane and Harbour Nine.",
         [("Copper Row", "cancelled", None), ("Nightjar", "cancelled", 2), ("Weathervane", "cancelled", None),
          ("Harbour Nine", "cancelled", None)]),
        ("In March, CBS canceled a trio of first-year dramas, “Copper Row,” “Nightjar” and “Weathervane.”",
         [("Copper Row", "cancelled", 1), ("Nightjar", "cancelled", 1), ("Weathervane", "cancelled", 1)]),
        ("Gone are “Nightjar,” which was canceled on Friday after five seasons, and the freshman comedy “Weathervane.”",
         [("Nightjar", "cancelled", 5), ("Weathervane", "cancelled", 1)]),
        ("Still awaiting word on their fate are “Nightjar,” now in its third season, and the comedy “Weathervane.”",
         [("Nightjar", "in_limbo", 4), ("Weathervane", "in_limbo", None)]),
        ("One show remains in limbo: “Copper Row,” which could yet return for a shortened fourth season.",
         [("Copper Row", "in_limbo", 4)]),
        ("Hulu canceled “Copper Row” in May and “Nightjar” in September, each after a single season.",
         [("Copper Row", "cancelled", 1), ("Nightjar", "cancelled", 1)]),
        ("Hulu pulled the plug on “Copper Row”, which ran for three seasons, and “Nightjar”, which had two.",
         [("Copper Row", "cancelled", 3), ("Nightjar", "cancelled", 2)]),
        ("“Copper Row”, renewed a year ago for Season 3, is due back.", [("Copper Row", "renewed", 3)]),
        ("HBO announced that it had picked up “Copper Row” for a fourth season.", [("Copper Row", "renewed", 4)]),
        ("“Copper Row” is loved. Netflix gave the series its order in September.", [("Copper Row", "ordered", 1)]),
        ("A&E canceled “Copper Row” after three seasons. Netflix picked it up three months later.",
         [("Copper Row", "cancelled", 3), ("Copper Row", "rescued", 4)]),
        ("“Copper Row” was not picked up for a fourth season until January.", [("Copper Row", "renewed", 4)]),
        ("“Copper Row” hasn't been renewed or canceled so far.", [("Copper Row", "in_limbo", None)]),
        ("“Copper Row” is back, and a fifth season was ordered. Its creator told fans that it would be the last.",
         [("Copper Row", "renewed", 5), ("Copper Row", "ending", 5)]),
        ("Netflix took back the second season it had given “Copper Row”, and on the same day it let go of “Nightjar”.",
         [("Copper Row", "cancelled", 1), ("Nightjar", "cancelled", None)]),
        (("“Copper Row” took its bow in May 2024 after seven seasons, and “Nightjar” said goodbye at the "
         "end of its third."),
         [("Copper Row", "ending", 7), ("Nightjar", "ending", 3)]),
        ("“Copper Row”, which ended its 15-season run on CBS in November, is missed.", [("Copper Row", "ending", 15)]),
        ("“Copper Row” ended its second season on CBS in November.", []),
        ("So far no streamer has picked up “Copper Row”.", []),
        ("CBS renewed “Copper Row”, but it has yet to decide on a fifth season of “Nightjar”.",
         [("Copper Row", "renewed", 5), ("Nightjar", "in_limbo", 5)]),
        ("“Copper Row”, which completed its fifth season in October, has been renewed.",
         [("Copper Row", "renewed", None)]),
        ("“Copper Row” and “Nightjar” were both cancelled, the former after six seasons and the latter after four.",
         [("Copper Row", "cancelled", 6), ("Nightjar", "cancelled", 4)]),
        ("CBS has given a series order to Halcyon Road, a crime drama starring Ada Example.",
         [("Halcyon Road", "ordered", 1)]),
        ("“Copper Row” is loved. Also on the way is Halcyon, a spinoff led by Ada Example. CBS gave it a series order.",
         [("Halcyon", "ordered", 1)]),
        ("According to Ada Example, a series that ends is a loss. “Copper Row” was renewed by CBS for a second season.",
         [("Copper Row", "renewed", 2)]),
        ("Whether a second season of “Copper Row” will be made has not been decided.", [("Copper Row", "in_limbo", 2)]),
        ("“Copper Row” is loved. CBS handed out a Season 5 renewal in July.", [("Copper Row", "renewed", 5)]),
        ("“Copper Row” had its third season confirmed, and “Nightjar” will have a second season.",
         [("Copper Row", "renewed", 3), ("Nightjar", "renewed", 2)]),
        ("“Copper Row” has had one season. It won one award and took third, and its second was for music.", []),
        ("“Copper Row” was canceled after two seasons, and “Nightjar” met the same fate.",
         [("Copper Row", "cancelled", 2), ("Nightjar", "cancelled", None)]),
        ("“Copper Row” was canceled after three seasons, as was “Nightjar”.",
         [("Copper Row", "cancelled", 3), ("Nightjar", "cancelled", 3)]),
        ("“Copper Row” is over. CBS has cancelled Somebody's Hour, the drama from its makers.", []),
        ("“Copper Row” was cancelled. The original ended in 1992 after nine seasons.",
         [("Copper Row", "cancelled", None)]),
        ("“Nightjar” was cancelled, and its revival of “Weathervane” was dropped after two seasons.",
         [("Nightjar", "cancelled", None)]),
    ],
)  # fmt: skip
def test_prose(text: str, wanted: list[tuple[str, str, int | None]]) -> None:
    """What goes before tells which show is meant, and of which season."""
    assert fates(text) == wanted


def test_an_entry_of_a_list_speaks_of_the_show_that_heads_it() -> None:
    """Whatever its name is, and not of the last one named before."""
    text = (
        "Where they stand.\n"
        "1. Weathervane (ABC)\nIt was cancelled after two seasons.\n"
        "2. Copper Row (NBC)\nThe drama was renewed for a third season.\n"
        "3. Evil (CBS)\nThe series ends with season 5."
    )
    assert fates(text) == [
        ("Weathervane", "cancelled", 2),
        ("Copper Row", "renewed", 3),
        ("Evil", "ending", 5),
    ]


def test_no_show_is_meant_before_any_is_named() -> None:
    """The one that an article names in its last sentence is not the one that its first speaks of."""
    assert fates("The drama was cancelled after two seasons. Nobody wept.\nElsewhere, “Copper Row” is filming.") == []
