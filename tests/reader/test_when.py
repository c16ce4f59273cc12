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
        (
            "Peacock Dates ‘Copper Row’ for Sept. 24, ‘Nightjar’ for Oct. 17",
            [
                *day("Copper Row", "premiere_date", None, "2025-09-24"),
                *day("Nightjar", "premiere_date", None, "2025-10-17"),
            ],
        ),
        (
            "‘Copper Row’ Trailer: A Quarry Wakes June 4 on Peacock",
            day("Copper Row", "premiere_date", None, "2025-06-04"),
        ),
        (
            "‘Copper Row’ Season 3 Trailer; HBO Premiere Set for June 4",
            day("Copper Row", "premiere_date", 3, "2025-06-04"),
        ),
        ("Copper Row season 3: Netflix sets 27 June release", day("Copper Row", "premiere_date", 3, "2025-06-27")),
        (
            "‘Copper Row’ season 3 targets 2027, its creator says",
            [("Copper Row", "premiere_date", 3, "2027-01-01", "2027-12-31")],
        ),
        (
            "CBS to End ‘Copper Row’ in May 2026, Citing Costs",
            [("Copper Row", "finale_date", None, "2026-05-01", "2026-05-31")],
        ),
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
        (
            "‘Copper Row’ won't return to Peacock until 2027",
            [("Copper Row", "premiere_date", None, "2027-01-01", "2027-12-31")],
        ),
        (
            "‘Copper Row’ season 2: new season announced for spring 2026",
            [("Copper Row", "premiere_date", 2, "2026-03-01", "2026-05-31")],
        ),
        (
            "Peacock Sets June 4 Premiere Dates for ‘Copper Row,’ ‘Nightjar’ and More",
            [
                *day("Copper Row", "premiere_date", None, "2025-06-04"),
                *day("Nightjar", "premiere_date", None, "2025-06-04"),
            ],
        ),
        ("Peacock Dates ‘Copper Row’ Season 2 for June 4", day("Copper Row", "premiere_date", 2, "2025-06-04")),
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
        ("Season one of “Copper Row”, which began airing last September, did well.",
         [("Copper Row", "premiere_date", 1, "2024-09-01", "2024-09-30")]),
        ("Peacock has put up a trailer for the third season of “Copper Row”, which starts on June 4.",
         day("Copper Row", "premiere_date", 3, "2025-06-04")),
        ("Since its launch on April 15, “Copper Row” has been Peacock's most watched drama.",
         day("Copper Row", "premiere_date", None, "2025-04-15")),
        ("“Copper Row”, “Nightjar” and “Weathervane” return on June 4.",
         [*day("Copper Row", "premiere_date", None, "2025-06-04"),
          *day("Nightjar", "premiere_date", None, "2025-06-04"),
          *day("Weathervane", "premiere_date", None, "2025-06-04")]),
        ("“Copper Row” will be seen again: filming begins in the fall.",
         [("Copper Row", "filming_start", None, "2025-09-01", "2025-11-30")]),
        ("“Copper Row” premieres on June 4. The second season of “Nightjar” premieres the same night.",
         [*day("Copper Row", "premiere_date", None, "2025-06-04"), *day("Nightjar", "premiere_date", 2, "2025-06-04")]),
        ("“Copper Row” returns on June 4. “Nightjar” returns a week later.",
         [*day("Copper Row", "premiere_date", None, "2025-06-04"),
          *day("Nightjar", "premiere_date", None, "2025-06-11")]),
        ("The first season of “Nightjar” came out in March 2019. The second season followed a year later.",
         [("Nightjar", "premiere_date", 1, "2019-03-01", "2019-03-31"),
          ("Nightjar", "premiere_date", 2, "2020-01-01", "2020-12-31")]),
        ("Season 1 of “Nightjar” began on 1 April 2022, season 2 arrived that December.",
         [*day("Nightjar", "premiere_date", 1, "2022-04-01"),
          ("Nightjar", "premiere_date", 2, "2022-12-01", "2022-12-31")]),
        ("Season 2 of “Nightjar” arrived in December 2022, season 3 on 29 November 2023.",
         [("Nightjar", "premiere_date", 2, "2022-12-01", "2022-12-31"),
          *day("Nightjar", "premiere_date", 3, "2023-11-29")]),
        ("“Nightjar” came out on May 1. Later that month the cast returned.",
         day("Nightjar", "premiere_date", None, "2025-05-01")),
        ("“Nightjar” premieres on June 4 and can be streamed the next day. New episodes stream the same day.",
         day("Nightjar", "premiere_date", None, "2025-06-04")),
        ("Season six of “Nightjar” ended Monday. The series, about a family, premiered on October 29, 2009.",
         [*day("Nightjar", "finale_date", 6, "2025-05-12"), *day("Nightjar", "premiere_date", 1, "2009-10-29")]),
        ("Season 2 of “Nightjar” premieres on June 4. The other four of its episodes follow on July 2.",
         day("Nightjar", "premiere_date", 2, "2025-06-04")),
        ("“Nightjar” is a hit. The hour, called “Cold Water”, went up on May 2.", []),
        ("“Nightjar” ran on Hulu from 2008 to 2014.",
         [("Nightjar", "finale_date", None, "2014-01-01", "2014-12-31"),
          ("Nightjar", "premiere_date", None, "2008-01-01", "2008-12-31")]),
        ("“Nightjar” is back for season 3 next month, on June 13.",
         day("Nightjar", "premiere_date", 3, "2025-06-13")),
        ("“Nightjar” began on March 30, right after the return of “Copper Row”, and will close its run on June 1.",
         [*day("Nightjar", "premiere_date", None, "2025-03-30"), *day("Nightjar", "finale_date", None, "2025-06-01")]),
        ("Hulu has ordered a second run of “Nightjar”, which made its debut on January 19.",
         day("Nightjar", "premiere_date", None, "2025-01-19")),
        ("“Nightjar” began in May 2019, and its second run has finished filming and is due on Hulu in 2026.",
         [("Nightjar", "premiere_date", None, "2019-05-01", "2019-05-31")]),
        ("The sixth season of “Nightjar” will open with two episodes on June 4.",
         day("Nightjar", "premiere_date", 6, "2025-06-04")),
        ("“Nightjar” is back. Production on the season, which got going in Leeds in March, finished this week.",
         [("Nightjar", "filming_end", None, "2025-05-12", "2025-05-14"),
          ("Nightjar", "filming_start", None, "2025-03-01", "2025-03-31")]),
        ("“Nightjar” is a prequel to “Copper Row”, which started in May 2008 and aired its finale on May 3, 2013.",
         [*day("Copper Row", "finale_date", None, "2013-05-03"),
          ("Copper Row", "premiere_date", None, "2008-05-01", "2008-05-31")]),
        ("“Copper Row” premieres on June 4, leading into the third-season bow of “Nightjar”.",
         [*day("Copper Row", "premiere_date", None, "2025-06-04"), *day("Nightjar", "premiere_date", 3, "2025-06-04")]),
        ("In March Hulu cancelled “Copper Row”. “Nightjar” followed in May.", []),
        ("“Copper Row” premiered in March. “Nightjar” followed in May.",
         [("Copper Row", "premiere_date", None, "2025-03-01", "2025-03-31"),
          ("Nightjar", "premiere_date", None, "2025-05-01", "2025-05-31")]),
        ("“Nightjar” was renewed for a second season. The network will air 10 new episodes in 2026.",
         [("Nightjar", "premiere_date", 2, "2026-01-01", "2026-12-31")]),
        ("The first season of “Nightjar” premiered in August 2024. It did well and starts its second on June 23.",
         [("Nightjar", "premiere_date", 1, "2024-08-01", "2024-08-31"),
          *day("Nightjar", "premiere_date", 2, "2025-06-23")]),
        ("“Copper Row” bows on New Year's Day.", day("Copper Row", "premiere_date", None, "2026-01-01")),
        ("“Copper Row” starts on June 4, and the finale is released on Christmas Day.",
         [*day("Copper Row", "premiere_date", None, "2025-06-04"),
          *day("Copper Row", "finale_date", None, "2025-12-25")]),
        ("“Copper Row” was renewed for a fifth season. The fourth lands on June 4. The finale is set for July 18.",
         [*day("Copper Row", "premiere_date", 4, "2025-06-04"), *day("Copper Row", "finale_date", 4, "2025-07-18")]),
        ("“Copper Row” premiered on May 1, and was renewed for a second season.",
         day("Copper Row", "premiere_date", None, "2025-05-01")),
        ("“Copper Row” begins June 4 and the season will run through August 6.",
         [*day("Copper Row", "premiere_date", None, "2025-06-04"),
          *day("Copper Row", "finale_date", None, "2025-08-06")]),
        ("“Copper Row” started on May 25, 2016, and ended on July 27.",
         [*day("Copper Row", "finale_date", None, "2016-07-27"),
          *day("Copper Row", "premiere_date", None, "2016-05-25")]),
        ("“Copper Row” starts on June 4. New episodes will follow weekly through August 6.",
         [*day("Copper Row", "finale_date", None, "2025-08-06"),
          *day("Copper Row", "premiere_date", None, "2025-06-04")]),
        ("The network confirmed today that “Copper Row” will return to Peacock in 2026.",
         [("Copper Row", "premiere_date", None, "2026-01-01", "2026-12-31")]),
        ("“Copper Row” is loved. Its first season arrived on the streaming service on February 2.",
         day("Copper Row", "premiere_date", 1, "2025-02-02")),
        ("“Copper Row” is a book. The limited series, about the killer of Marrow Street, ends on June 4.",
         day("Copper Row", "finale_date", None, "2025-06-04")),
        ("A knight (1923) wrote it. “Copper Row” bows on June 4, and both “Nightjar” and its maker rest.",
         day("Copper Row", "premiere_date", None, "2025-06-04")),
        ("“Copper Row” is loved. Filming began on March 12 and came to a close on April 26.",
         [*day("Copper Row", "filming_start", None, "2025-03-12"),
          *day("Copper Row", "filming_end", None, "2025-04-26")]),
        ("“Copper Row” is loved. Filming isn’t due to resume until this fall.",
         [("Copper Row", "filming_start", None, "2025-09-01", "2025-11-30")]),
        ("“Copper Row”, already renewed for season 7, opened its sixth last night.",
         day("Copper Row", "premiere_date", 6, "2025-05-13")),
        ("“Copper Row” is loved. Its fourth season started on February 26 and came to a close on April 28.",
         [*day("Copper Row", "premiere_date", 4, "2025-02-26"), *day("Copper Row", "finale_date", 4, "2025-04-28")]),
        ("“Copper Row” premiered on May 3 behind “Nightjar”, but had lost half by the time the season ended on May 9.",
         [*day("Copper Row", "premiere_date", None, "2025-05-03"),
          *day("Copper Row", "finale_date", None, "2025-05-09")]),
        ("“Copper Row” is loved. Season 2 arrived in April 2023, and the third season kicked off on September 22.",
         [("Copper Row", "premiere_date", 2, "2023-04-01", "2023-04-30"),
          *day("Copper Row", "premiere_date", 3, "2024-09-22")]),
        ("“Copper Row” got its second season a week after it debuted on May 8.",
         day("Copper Row", "premiere_date", None, "2025-05-08")),
        ("“Copper Row” begins its second season Thursday on Peacock.",
         day("Copper Row", "premiere_date", 2, "2025-05-15")),
        ("“Copper Row” was renewed for a third season.\nEpisodes will follow weekly through the finale on June 11.",
         day("Copper Row", "finale_date", None, "2025-06-11")),
        ("“Copper Row” was renewed for a third season. The last scene was filmed last summer.", []),
        ("“Copper Row” is loved. Season 2 ran from December 15, 2023, to January 19, 2024.",
         [*day("Copper Row", "premiere_date", 2, "2023-12-15"), *day("Copper Row", "finale_date", 2, "2024-01-19")]),
        ("Season 1 of “Copper Row” debuted on March 3, 2020, and its second season followed in 2022.",
         [*day("Copper Row", "premiere_date", 1, "2020-03-03"),
          ("Copper Row", "premiere_date", 2, "2022-01-01", "2022-12-31")]),
        ("“Copper Row”, which returns on June 28, already has a third season on the books.",
         day("Copper Row", "premiere_date", None, "2025-06-28")),
        ("Peacock has “Copper Row”, which will premiere in the fall with a made-up cast.",
         [("Copper Row", "premiere_date", None, "2025-09-01", "2025-11-30")]),
        ("“Copper Row” was renewed a week after it premiered on March 29 of that year.", []),
        ("“Copper Row” is loved.\nCameras began rolling on Money Games last week.", []),
        ("“Nightjar” ended, opened to modest numbers in February and never grew.", []),
        ("Already a film and a series, “Copper Row” was made again by Starz, which aired it in May 2024.", []),
        ("“Copper Row” is loved. The sixth season, trimmed to eight episodes, wrapped up on May 1 of last year.",
         [("Copper Row", "finale_date", 6, "2024-05-01", "2024-05-01")]),
        ("The first season of “Copper Row” kicked off on May 16, 2024, and wrapped on June 13 of that year.",
         [("Copper Row", "premiere_date", 1, "2024-05-16", "2024-05-16"),
          ("Copper Row", "finale_date", 1, "2024-06-13", "2024-06-13")]),
        ("Season 4 of “Copper Row” began on May 7. One new episode will follow every Wednesday through July 18.",
         [("Copper Row", "premiere_date", 4, "2025-05-07", "2025-05-07"),
          ("Copper Row", "finale_date", 4, "2025-07-18", "2025-07-18")]),
        ("“Copper Row”, with Ada Example of “Nightjar” handing out prizes, is set to debut its 22nd season on June 22.",
         [("Copper Row", "premiere_date", 22, "2025-06-22", "2025-06-22")]),
        ("Season 7 of “Copper Row” started filming in March 2025 and finished in late April.",
         [("Copper Row", "filming_start", 7, "2025-03-01", "2025-03-31"),
          ("Copper Row", "filming_end", 7, "2025-04-21", "2025-04-30")]),
        ("“Copper Row” is loved. Filming took place in Bath. It began in September 2024 and ended in April.",
         [("Copper Row", "filming_start", None, "2024-09-01", "2024-09-30"),
          ("Copper Row", "filming_end", None, "2025-04-01", "2025-04-30")]),
        ("“Copper Row” did not reach subscribers until January 17, 2025.",
         [("Copper Row", "premiere_date", None, "2025-01-17", "2025-01-17")]),
        ("“Copper Row” aired. A second was ordered in June 2023. That run, set in a town, started on July 11, 2024.",
         [("Copper Row", "premiere_date", 2, "2024-07-11", "2024-07-11")]),
        (("Thursday, June 5 brings the Season 24 premiere of “Copper Row” and the return of “Nightjar” "
         "for its second season."),
         [("Copper Row", "premiere_date", 24, "2025-06-05", "2025-06-05"),
          ("Nightjar", "premiere_date", 2, "2025-06-05", "2025-06-05")]),
        ("On Friday, June 6, “Copper Row” bows at 8 p.m., ahead of Season 3 of “Nightjar” at 8:30.",
         [("Copper Row", "premiere_date", None, "2025-06-06", "2025-06-06"),
          ("Nightjar", "premiere_date", 3, "2025-06-06", "2025-06-06")]),
        (("On Wednesday, June 4, “Copper Row” (Season 10), “Nightjar” (Season 13) and “Weathervane” "
         "(Season 12) are all back."),
         [("Weathervane", "premiere_date", 12, "2025-06-04", "2025-06-04"),
          ("Copper Row", "premiere_date", 10, "2025-06-04", "2025-06-04"),
          ("Nightjar", "premiere_date", 13, "2025-06-04", "2025-06-04")]),
        ("“Copper Row” and “Nightjar” were dropped in March.", []),
        ("“Copper Row” is loved. Ada Example follows on June 11, when “Nightjar” begins its second season.",
         [("Nightjar", "premiere_date", 2, "2025-06-11", "2025-06-11")]),
        ("The third season of “Copper Row” has eight episodes, the last of which is scheduled for June 23.",
         [("Copper Row", "finale_date", 3, "2025-06-23", "2025-06-23")]),
        ("“Copper Row” has been running on PBS since 15 April.",
         [("Copper Row", "premiere_date", None, "2025-04-15", "2025-04-15")]),
        ("Season 3 of “Copper Row” began on August 8, 2023, season 4 on August 27, 2024, and season 5 on May 9, 2025.",
         [("Copper Row", "premiere_date", 3, "2023-08-08", "2023-08-08"),
          ("Copper Row", "premiere_date", 4, "2024-08-27", "2024-08-27"),
          ("Copper Row", "premiere_date", 5, "2025-05-09", "2025-05-09")]),
        ("CBS ordered the “Nightjar” offshoot “Copper Row”. The parent show left the air in May 2024.", []),
        ("“Copper Row” is loved, and its sequel, Somebody's Hour, is due in June.",
         [("Somebody's Hour", "premiere_date", None, "2025-06-01", "2025-06-30")]),
        ("“Copper Row” is back on CBS 4 June.", [("Copper Row", "premiere_date", None, "2025-06-04", "2025-06-04")]),
    ],
)  # fmt: skip
def test_prose(text: str, wanted: list[tuple[str, str, int | None, str, str]]) -> None:
    """The word that says what happens stands in the date's own clause, and tells of which season."""
    assert sorted(dates(text)) == sorted(wanted)
