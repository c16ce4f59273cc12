"""Places on charts and figures of viewing are read with their chart, period, streak and measurer."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.reader import charts, document
from cliffhanger.reader.names import Name, Names

if TYPE_CHECKING:
    from cliffhanger.reader.claims import ArticleClaim

# The figures in these sentences are made up; they say nothing of the shows that are named.
NAMES = Names(
    Name(f"imdb:tt{number}", title, title)
    for number, title in enumerate(
        ["Ballard", "Bosch", "Reacher", "Severance", "Suits", "Squid Game", "Wednesday", "NCIS", "Matlock"], 1
    )
)
PIECES = [
    '"Reacher"',
    "Squid Game",
    "season 2",
    "No. 1",
    "number two",
    "on",
    "Netflix",
    "Netflix's",
    "Top 10",
    "chart",
    "the English TV list",
    "topped",
    "for two consecutive weeks",
    "in 41 countries",
    "as of late July 2025",
    "49.6 million",
    "1.2 billion minutes viewed",
    "views",
    "7,800,000 viewers",
    "in its first four days",
    "per Nielsen",
    "Live+7",
    "more than",
    ".",
    ",",
    "the series",
    "it",
    "most-watched series",
    "the platform's",
    "weeks",
    "spent five",
    "from No. 1 to",
    "\n",
    '"',
    "\ue002",
    "for the week of July 7",
    "third",
]


def found(text: str) -> list[ArticleClaim]:
    """Return the places and figures that a text states."""
    return list(charts.find(document.make(text, NAMES, date(2025, 7, 30))))


def ranks(text: str) -> list[tuple[str, int | None, object, str, str]]:
    """Return a text's places as show, season, place, chart and platform."""
    return [
        (c.subject.name, c.season, c.value, c.unit, c.platform)
        for c in found(text)
        if c.predicate is Predicate.CHART_RANK
    ]


def viewings(text: str) -> list[tuple[str, int | None, object, str]]:
    """Return a text's figures as show, season, count and unit."""
    return [(c.subject.name, c.season, c.value, c.unit) for c in found(text) if c.predicate is Predicate.VIEWING]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Squid Game" season 3 is No. 1 on Netflix in 41 countries.', ("Squid Game", 3, 1, "Netflix", "Netflix")),
        ('"Reacher" sits at #2 on Netflix\'s Global Top 10.', ("Reacher", None, 2, "Netflix Global Top 10", "Netflix")),
        (
            '"Ballard" is at the top of Prime Video\'s viewing charts.',
            ("Ballard", None, 1, "Prime Video", "Prime Video"),
        ),
        ('"Ballard" tops the Prime Video charts.', ("Ballard", None, 1, "Prime Video", "Prime Video")),
        ('"Suits" took the top spot on Nielsen\'s streaming chart.', ("Suits", None, 1, "Nielsen streaming", "")),
        ('"Wednesday" debuted at No. 3 on the English TV list.', ("Wednesday", None, 3, "English TV list", "")),
        (
            'Netflix is glad: "Wednesday" debuted at No. 3 on the English TV list.',
            ("Wednesday", None, 3, "Netflix English TV list", "Netflix"),
        ),
        (
            '"Reacher" fell from No. 1 to No. 4 on Prime Video\'s Top 10.',
            ("Reacher", None, 4, "Prime Video Top 10", "Prime Video"),
        ),
        (
            '"Severance" is the most-watched series ever on Hulu.',
            ("Severance", None, 1, "most-watched series ever", "Hulu"),
        ),
        ('Hulu\'s most-watched series, "Severance," is back.', ("Severance", None, 1, "most-watched series", "Hulu")),
        (
            'Prime Video is glad of "Ballard," which has become the platform\'s most-viewed series.',
            ("Ballard", None, 1, "most-viewed series", "Prime Video"),
        ),
        (
            '"Severance" is the third most-watched series on Hulu.',
            ("Severance", None, 3, "most-watched series", "Hulu"),
        ),
        (
            '"Wednesday" ranked third on Nielsen\'s streaming chart.',
            ("Wednesday", None, 3, "Nielsen streaming", ""),
        ),
        (
            'Netflix is glad. On the English list, "Wednesday" took second place.',
            ("Wednesday", None, 2, "Netflix English list", "Netflix"),
        ),
        (
            'Nielsen is out with its list. "Wednesday" ranked third among original series.',
            ("Wednesday", None, 3, "Nielsen original series", ""),
        ),
        ('JustWatch ranked "Wednesday" third among all series.', ("Wednesday", None, 3, "JustWatch series", "")),
        (
            '"Wednesday" was No. 2 on Hulu\'s daily Top 15.',
            ("Wednesday", None, 2, "Hulu daily Top 15", "Hulu"),
        ),
        (
            '"Ballard" is new. On the Prime Video chart, where others shine, the series reached No. 4.',
            ("Ballard", None, 4, "Prime Video", "Prime Video"),
        ),
        (
            '"Wednesday" has spent nine weeks in the Netflix Top 10.',
            ("Wednesday", None, None, "Netflix Top 10", "Netflix"),
        ),
    ],
)
def test_a_place_is_read_with_its_chart(text: str, expected: tuple[str, int | None, object, str, str]) -> None:
    """A place names its chart and whose it is; a stay without a place has none."""
    assert ranks(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It peaked at No. 2 on Hulu's chart and was hanging around in ninth on Monday.", [(2, "Hulu"), (9, "Hulu")]),
        ("It debuted at No. 6 on Netflix's TV list. It spent three weeks at No. 1.", [(6, "Netflix"), (1, "Netflix")]),
        ("Nielsen's tally was high enough for seventh on the overall streaming list.", [(7, "Nielsen")]),
        ("Nielsen says that it slid to eighth among originals.", [(8, "Nielsen")]),
        ("Per Nielsen, it was good for No. 8 on the company's ranking of streaming originals.", [(8, "Nielsen")]),
        ("On Paramount+, however, it was the No. 5 title in June.", [(5, "Paramount+")]),
        ('On Peacock, it held the No. 1 spot until "Bosch" knocked it to No. 2.', [(1, "Peacock"), (2, "Peacock")]),
        ("It cracked the JustWatch streaming chart at No. 9 in early July.", [(9, "JustWatch")]),
        ("It is in the Hulu Top 10 in the United States, where it stood in sixth place.", [(6, "Hulu")]),
        ("It appeared in Nielsen's originals Top 10, rising as high as sixth.", [(6, "Nielsen")]),
        ("FlixPatrol places it second on Hulu.", [(2, "Hulu")]),
        ("JustWatch ranked it as the third most popular show on any US service.", [(3, "JustWatch")]),
        ("It was the second most streamed programme on iPlayer.", [(2, "BBC iPlayer")]),
        ("It is number one on the ITVX most-watched list.", [(1, "ITVX")]),
        ("It dropped from second to fifth on the Hulu chart.", [(5, "Hulu")]),
        ('It knocked "Bosch" off the top spot on Hulu.', [(1, "Hulu")]),
        ("It ranks 14th among CBS's 17 dramas and comedies.", [(14, "CBS")]),
        ("Hulu's No. 1 show held on.", [(1, "Hulu")]),
        ("It topped Hulu's chart. Its sixth place in the schedule is safe.", [(1, "Hulu")]),
    ],
)
def test_a_place_finds_its_chart_however_it_is_worded(text: str, expected: list[tuple[int, str]]) -> None:
    """The chart stands behind the place, before it, or with the place before it."""
    claims = found(f'"Reacher" is back. {text}')
    assert {c.subject.name for c in claims} <= {"Reacher"}
    assert [(c.value, c.platform or c.details["measured_by"]) for c in claims] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '"Reacher" is No. 3 on Hulu, behind "Bosch" at No. 1 and "Ballard" at No. 2.',
            [("Reacher", 3), ("Bosch", 1), ("Ballard", 2)],
        ),
        ('"Reacher" came in second on Hulu, behind the No. 1 title "Bosch".', [("Reacher", 2), ("Bosch", 1)]),
        ('"Reacher" topped Hulu\'s chart, with "Bosch" in second.', [("Bosch", 2), ("Reacher", 1)]),
        ('"Reacher" (No. 2) and "Bosch" (No. 4) made Hulu\'s Top 10.', [("Reacher", 2), ("Bosch", 4)]),
        ('"Reacher" beat "Bosch" on Hulu\'s chart, where the latter fell to No. 4.', [("Bosch", 4)]),
        ('The No. 1 series on Hulu is "Reacher".', [("Reacher", 1)]),
        ('"Reacher" is on Hulu\'s chart. It now sits behind Up the Hill, which is at No. 5.', []),
    ],
)
def test_each_show_has_its_own_place(text: str, expected: list[tuple[str, int]]) -> None:
    """A place belongs to the show right beside it, or to the one that is spoken of."""
    assert [(c.subject.name, c.value) for c in found(text)] == expected


@pytest.mark.parametrize(
    ("text", "streak", "unit"),
    [
        ('"Ballard" has been at the top of Prime Video\'s charts for two consecutive weeks.', 2, "weeks"),
        ('"Ballard" topped Prime Video\'s charts for a third straight week.', 3, "weeks"),
        ('"Ballard" took the top spot on Prime Video in the U.S. for the third week in a row.', 3, "weeks"),
        ('"Ballard" spent four days at No. 1 on Prime Video.', 4, "days"),
        ('"Ballard" has spent five weeks in the Prime Video Top 10.', 5, "weeks"),
    ],
)
def test_a_streak_is_counted_in_its_periods(text: str, streak: int, unit: str) -> None:
    """However it is worded, a streak is a number of days, weeks or months."""
    [claim] = found(text)
    assert (claim.details["streak"], claim.details["streak_unit"]) == (streak, unit)


def test_the_second_week_alone_is_no_streak() -> None:
    """Only weeks that follow each other are a streak."""
    [claim] = found('"Ballard" topped Prime Video\'s charts for the second week.')
    assert "streak" not in claim.details


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ('"Ballard" tops Prime Video\'s charts as of late July 2025.', "2025-07-21/2025-07-31"),
        ('As of July 20, "Ballard" is No. 1 on Prime Video.', "2025-07-20"),
        ('"Ballard" was No. 1 on Prime Video for the week of July 7.', "2025-07-07/2025-07-13"),
        ('"Ballard" was No. 1 on Prime Video for the week ending July 13.', "2025-07-07/2025-07-13"),
        ('For the week of July 7, "Suits" ranked No. 2 on Nielsen\'s streaming chart.', "2025-07-07/2025-07-13"),
    ],
)
def test_a_place_holds_for_the_days_that_are_said(text: str, days: str) -> None:
    """A week is seven days; the wording stays that of the text."""
    [claim] = found(text)
    assert claim.when is not None
    assert claim.when.iso() == days
    assert claim.when.wording in text


def test_the_day_of_a_premiere_is_not_when_a_place_holds() -> None:
    """A date of something else is no period."""
    [claim] = found('"Ballard" is Prime Video\'s most-viewed series shortly after its July 9, 2025 premiere.')
    assert claim.when is None


def test_a_territory_and_a_measurer_are_kept() -> None:
    """Where it holds and who measured stand in the details."""
    [claim] = found('"Squid Game" is No. 1 on Netflix in 41 countries.')
    assert claim.details == {"territory": "41 countries"}
    [claim] = found('"Suits" topped Nielsen\'s streaming chart.')
    assert claim.details == {"measured_by": "Nielsen"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Wednesday" drew 49.6 million views.', ("Wednesday", None, 49_600_000, "views")),
        ('"Suits" logged 1.2 billion minutes, per Nielsen.', ("Suits", None, 1_200_000_000, "minutes")),
        ('"Wednesday" had 12.5M views last week.', ("Wednesday", None, 12_500_000, "views")),
        ('"Matlock" was watched by 10.2 million viewers.', ("Matlock", None, 10_200_000, "viewers")),
        ('"Ballard" reached 410,000 households.', ("Ballard", None, 410_000, "households")),
        ('Season 2 of "Squid Game" was seen in 487.6 million hours viewed.', ("Squid Game", 2, 487_600_000, "hours")),
        ('"Wednesday" season 2 drew more than 50 million views.', ("Wednesday", 2, 50_000_000, "views")),
        ('"Matlock" drew more than nine million viewers.', ("Matlock", None, 9_000_000, "viewers")),
        ('"Matlock" averaged 9 million viewers per episode.', ("Matlock", None, 9_000_000, "viewers")),
        ('"Matlock" was seen by 9.5 million people.', ("Matlock", None, 9_500_000, "viewers")),
        ('"Wednesday" has been streamed 12.5 million times.', ("Wednesday", None, 12_500_000, "views")),
        (
            '"NCIS" is back. The detective series racked up 612 million minutes viewed.',
            ("NCIS", None, 612_000_000, "minutes"),
        ),
        (
            'No finale had more viewers than "NCIS," which averaged 7.8 million over the year.',
            ("NCIS", None, 7_800_000, "viewers"),
        ),
        (
            '"NCIS" is back in May. Luminate counted 498 million minutes watched in June.',
            ("NCIS", None, 498_000_000, "minutes"),
        ),
    ],
)
def test_viewing_is_a_plain_count_in_its_unit(text: str, expected: tuple[str, int | None, object, str]) -> None:
    """Millions and thousands are written out."""
    assert viewings(text) == [expected]


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("in its first four days", 4),
        ("in 91 days", 91),
        ("in its first week", 7),
        ("over the first two weeks", 14),
        ("in Live+7", 7),
        ("in Live+Same Day", 1),
        ("after seven days of viewing", 7),
    ],
)
def test_a_window_is_counted_in_days_from_the_release(words: str, days: int) -> None:
    """Weeks and Live+N are days."""
    [claim] = found(f'"NCIS" drew 7.8 million viewers {words}, according to Nielsen.')
    assert claim.details == {"window_days": days, "measured_by": "Nielsen"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('The "Matlock" premiere drew 7.8 million viewers.', ("Matlock", None, 7_800_000, "premiere")),
        ('The finale of "NCIS" drew 7 million viewers.', ("NCIS", None, 7_000_000, "finale")),
        ('"NCIS" was watched by 7 million in its finale.', ("NCIS", None, 7_000_000, "finale")),
        ('The premiere of season 2 of "Wednesday" drew 5.3 million views.', ("Wednesday", 2, 5_300_000, "premiere")),
        ('"NCIS" is back. Last week\'s episode drew 5.3 million viewers.', ("NCIS", None, 5_300_000, "other")),
        ('"NCIS" is back. Some 5.3 million viewers watched the opener.', ("NCIS", None, 5_300_000, "premiere")),
        ('"NCIS" is back. The average episode was seen by 5.3 million.', ("NCIS", None, 5_300_000, None)),
    ],
)
def test_a_figure_of_an_episode_names_it(text: str, expected: tuple[str, int | None, int, str | None]) -> None:
    """What is said of an episode is no figure of the whole show."""
    [claim] = found(text)
    assert (claim.subject.name, claim.season, claim.value, claim.details.get("episode")) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It averages 8.6 million viewers, and that grows to 10.4 million in a week.",
            [8_600_000, 10_400_000],
        ),
        ("It drew 412,000 viewers in May. By the summer that was down to 287,000.", [412_000, 287_000]),
        ("It added 4.6 million views, bringing its total to 14.9 million since July.", [4_600_000, 14_900_000]),
        ("It pulled in 41.2 million hours viewed, or 5.3 million views.", [41_200_000, 5_300_000]),
        ("That is far from the 11.6 million views it managed in May.", [11_600_000]),
        (
            "It averaged 5.1 million viewers at once and 8.1 million once a week was over.",
            [5_100_000, 8_100_000],
        ),
        ("It launched with an audience of 6.2 million, rising to 7.9 million across a week.", [6_200_000, 7_900_000]),
        ("More than 20 million people have watched it.", [20_000_000]),
        ("Luminate estimated that subscribers streamed 214 million minutes of it.", [214_000_000]),
        ("The firm puts the total at 2.9 billion minutes.", [2_900_000_000]),
        ("It drew 5 million viewers. It cost 90 million to make.", [5_000_000]),
        ("It drew 5 million viewers. Its budget rose to 90 million.", [5_000_000]),
        ("It drew 5 million viewers. Its star has 7 million followers.", [5_000_000]),
        ("It drew 5 million viewers. Its book sold 7 million copies.", [5_000_000]),
        ("It drew 5 million viewers, down from 6 million last week.", [5_000_000]),
        ("It drew 5 million viewers. Its trailer was seen by 8 million.", [5_000_000]),
        ("It drew 5 million viewers. Hulu has grown to 50 million subscribers.", [5_000_000]),
    ],
)
def test_a_count_without_a_unit_has_that_of_the_one_before(text: str, expected: list[int]) -> None:
    """Of money, copies, followers and of what was before nothing is told."""
    assert [value for _, _, value, _ in viewings(f'"NCIS" is back. {text}')] == expected


def test_the_show_that_leads_is_not_the_one_that_is_gone_on_with() -> None:
    """Behind "second behind S" the next sentence speaks of the show that is second."""
    text = '"Reacher" is the No. 2 drama on broadcast television behind Suits, per Nielsen. It has 9.4 million viewers.'
    assert ranks(text) == [("Reacher", None, 2, "Nielsen", "")]
    assert viewings(text) == [("Reacher", None, 9_400_000, "viewers")]


def test_a_stay_that_has_its_place_is_no_place_of_its_own() -> None:
    """A stay in a list and the highest place in it are one; what a chart ranks is no place."""
    text = '"Reacher" spent four weeks in Nielsen\'s top 10 for streaming originals and got as high as No. 5.'
    assert [place for _, _, place, _, _ in ranks(text)] == [5]
    text = '"Reacher" was No. 2 on JustWatch\'s chart of the most-streamed series in the U.S.'
    assert [place for _, _, place, _, _ in ranks(text)] == [2]


def test_a_figure_that_was_before_counts_where_it_says_of_what() -> None:
    """The part or the night that a figure was of makes it one of its own."""
    text = 'The finale of "Reacher" drew 3 million viewers, up from 2 million for the season premiere.'
    assert [value for _, _, value, _ in viewings(text)] == [3_000_000, 2_000_000]
    text = 'The season 2 premiere of "Reacher" has 12 million viewers, up from 4.4 million on the night.'
    assert viewings(text) == [("Reacher", 2, 12_000_000, "viewers"), ("Reacher", 2, 4_400_000, "viewers")]
    text = '"Reacher" is back in season 3. The series premiere in October had 7.5 million viewers.'
    assert viewings(text) == [("Reacher", 1, 7_500_000, "viewers")]


def test_a_count_of_another_season_is_that_seasons() -> None:
    """What a season had before is no figure of this one."""
    text = 'Season 2 of "Wednesday" had 418 million minutes, up from 342 million for season 1.'
    assert viewings(text) == [("Wednesday", 2, 418_000_000, "minutes"), ("Wednesday", 1, 342_000_000, "minutes")]
    text = 'The third season of "NCIS" averages 1.9 million viewers, compared with 2.9 million for the first.'
    assert viewings(text) == [("NCIS", 3, 1_900_000, "viewers"), ("NCIS", 1, 2_900_000, "viewers")]


def test_a_rough_figure_is_kept_with_less_confidence() -> None:
    """The span keeps the word that makes it rough."""
    [rough] = found('"NCIS" drew nearly 8 million viewers.')
    [exact] = found('"NCIS" drew 8 million viewers.')
    assert rough.span is not None
    assert rough.span.text == "nearly 8 million viewers"
    assert rough.confidence < exact.confidence


def test_two_shows_in_a_sentence_keep_their_own_figures() -> None:
    """Figures do not cross from one show to the other."""
    text = '"Squid Game" drew 60.1 million views in its first three days, while "Wednesday" had 50.1 million views.'
    assert viewings(text) == [("Squid Game", None, 60_100_000, "views"), ("Wednesday", None, 50_100_000, "views")]
    text = '"NCIS" drew 7.8 million viewers, beating "Matlock," which had 6.5 million viewers.'
    assert viewings(text) == [("NCIS", None, 7_800_000, "viewers"), ("Matlock", None, 6_500_000, "viewers")]


@pytest.mark.parametrize(
    "text",
    [
        '"Ballard" could top Prime Video\'s charts.',
        '"Ballard" will debut at No. 1 on Prime Video.',
        '"Ballard" failed to top Prime Video\'s charts if anybody counts.',
        '"Ballard" did not reach No. 1 on Prime Video.',
        '"Reacher" is one of Prime Video\'s most-watched series.',
        'Prime Video\'s most-watched series premiere was that of "Reacher".',
        '"Reacher" is the most-watched series since "Bosch" on Prime Video.',
        '"Reacher" trailed only "Bosch," with 60 million views.',
        'The trailer for "Wednesday" has 50 million views.',
        '"NCIS" drew 7 million viewers per episode.',
        '"NCIS" cost nine million dollars and was seen by 20 critics.',
        '"Wednesday" gained 2 million viewers.',
        '"Wednesday" is back. Its predecessor had drawn 68 million views.',
        '"Matlock" lost viewers, down 3 million viewers from last year.',
        '"Reacher" is 60 minutes long, and its 10 hours pass quickly.',
        '"Reacher" tops the list of shows that I like.',
        '"Reacher" is the No. 1 reason to have Hulu.',
        '"Reacher" never made it to No. 1 on Hulu.',
        '"Reacher" fell short of No. 1 on Hulu.',
        '"Reacher" failed to crack Nielsen\'s Top 10, peaking at No. 14.',
        '"Reacher" is No. 1 in its time slot on CBS.',
        '"Reacher" ranked No. 1 in its hour, per Nielsen.',
        '"Reacher" airs on CBS, which finished the season in first place.',
        '"Reacher" ranks third on the list of the best thrillers on Hulu.',
        '"Reacher" is the second series on Hulu to film in Malta.',
        '"Reacher" is back. Its theme song is No. 3 on the Billboard chart.',
        '"Reacher" is number one.',
        '"Reacher" is back. The book ranked third among all titles, and Nielsen did not count it.',
        '"Reacher" ranked third among shows that I like.',
        '"Reacher" averaged 7.8 million dollars an hour.',
        '"Reacher" is back. The film drew 7.8 million viewers.',
        '"Reacher" is back. "Bosch" is not. Nielsen counted 498 million minutes watched in June.',
        "Nobody is named who is No. 1 on Netflix with 20 million views.",
        '"We are No. 1 on Netflix with 20 million views," somebody says of "Reacher".',
    ],
)
def test_nothing_is_found_in(text: str) -> None:
    """Hopes, changes, trailers, episodes and speech give no figure."""
    assert found(text) == []


@given(st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join))
def test_every_span_is_verbatim_and_every_figure_possible(text: str) -> None:
    """Spans are cut from the text, and places and counts begin at 1."""
    for claim in found(text):
        assert claim.span is not None
        assert text[claim.span.start : claim.span.end] == claim.span.text != ""
        assert claim.value is None or (isinstance(claim.value, int) and claim.value >= 1)
        assert claim.details.get("streak", 1)


@given(st.text(max_size=300))
def test_no_text_makes_it_fail(text: str) -> None:
    """Any characters may be read."""
    assert all(c.span and text[c.span.start : c.span.end] == c.span.text for c in found(text))
