"""Ratings, ages, genres, themes, settings, lengths and cliffhangers are read where they are said of a show."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.reader import content, document
from cliffhanger.reader.names import Name, Names

if TYPE_CHECKING:
    from cliffhanger.reader.claims import ArticleClaim

# What these sentences say is made up; it says nothing of the shows that are named.
NAMES = Names(
    Name(f"imdb:tt{number}", title, title)
    for number, title in enumerate(
        [
            "Ballard",
            "Bosch",
            "Reacher",
            "Severance",
            "Slow Horses",
            "Stranger Things",
            "The Bear",
            "Yellowstone",
            "NCIS",
            "Suits",
        ],
        1,
    )
)
PIECES = [
    '"Reacher"',
    "The Bear",
    "season 2",
    "ten-episode",
    "first season",
    "consists of",
    "eight episodes",
    "ends on a",
    "cliffhanger",
    "a TV-14 rating",
    "for ages 15 and up",
    "crime drama",
    "is a",
    "set in",
    "Los Angeles",
    "explores",
    "grief, guilt",
    "and",
    "power",
    "after",
    "seven seasons",
    "ended",
    ".",
    ",",
    "the series",
    "it",
    "its",
    "finale",
    "left viewers hanging",
    "all",
    "episodes of",
    "\n",
    '"',
    "\ue001",
    "genre",
    "in the",
    "1980s",
    "rated",
    "suitable",
]


def found(text: str) -> list[ArticleClaim]:
    """Return what a text says of content."""
    return list(content.find(document.make(text, NAMES, date(2025, 7, 30))))


def said(text: str, predicate: Predicate) -> list[tuple[str, int | None, object]]:
    """Return one predicate's claims as show, season and value."""
    return [(c.subject.name, c.season, c.value) for c in found(text) if c.predicate is predicate]


@pytest.mark.parametrize(
    ("text", "rating"),
    [
        ('"Reacher" is rated TV-MA for language.', "TV-MA"),
        ('"Reacher" earned a TV-14 rating.', "TV-14"),
        ('"Reacher" (TV-Y7) is for everybody.', "TV-Y7"),
        ('Censors gave "Reacher" an 18 certificate.', "18"),
        ('"Reacher" is over. All eight episodes, which are rated TV-14, were shot in Ohio.', "TV-14"),
        ('"Reacher" is back in May. In the United States it has been classified TV-PG.', "TV-PG"),
    ],
)
def test_a_rating_is_read(text: str, rating: str) -> None:
    """American ratings and British certificates are both read."""
    assert said(text, Predicate.CONTENT_RATING) == [("Reacher", None, rating)]


def test_each_of_two_seasons_has_its_episodes() -> None:
    """What is said of both is said of each."""
    for words in ("Both seasons have eight episodes.", "Seasons 1 and 2 have eight episodes each."):
        claims = [c for c in found(f'"Reacher" is back. {words}') if c.predicate is Predicate.EPISODE_COUNT]
        assert [(c.season, c.value) for c in claims] == [(1, 8), (2, 8)]


@pytest.mark.parametrize(
    "text",
    [
        '"Reacher" is suitable for ages 15 and up.',
        '"Reacher" has a recommendation for viewers aged 15 and older.',
        '"Reacher" is recommended for viewers fifteen and over.',
        '"Reacher" is fine from age 15+.',
        '"Reacher" is best kept for ages 15 and up.',
        '"Reacher" is back. A guide calls it fine for ages 15 and up.',
        '"Reacher" is back. A guide advises parents to wait until 15.',
        '"Reacher" is not meant for anyone under 15.',
        '"Reacher" is rated TV-MA. Common Sense Media says 15 and up.',
        '"Reacher" is rated TV-MA, and Common Sense Media puts the age at 15.',
        '"Reacher" is fun. It is OK for viewers 15 and older.',
    ],
)
def test_a_recommended_age_is_read(text: str) -> None:
    """The age is a number of years, in figures or in words."""
    assert said(text, Predicate.RECOMMENDED_AGE) == [("Reacher", None, 15)]


def test_an_audience_is_no_recommended_age() -> None:
    """The age of those who are counted is nobody's advice."""
    text = '"Reacher" drew 3 million adults aged 18 and over, and Nielsen suggests more.'
    assert said(text, Predicate.RECOMMENDED_AGE) == []


@pytest.mark.parametrize(
    ("text", "genre"),
    [
        ('The crime drama "Reacher" is back.', "crime drama"),
        ('"Reacher" is a British spy thriller.', "spy thriller"),
        ('"Reacher," a police procedural from Hulu, is back.', "police procedural"),
        ('Comedy series "Reacher" is back.', "comedy"),
        ('"Reacher" stands out in the detective genre.', "detective"),
        ('"Reacher" is back. The horror thriller returns in May.', "horror thriller"),
        ('"Reacher" is back. The Hulu thriller returns in May.', "thriller"),
        ('"Reacher" is back. The detective series returns in May.', "detective"),
    ],
)
def test_a_genre_is_read(text: str, genre: str) -> None:
    """A genre stands before the name, behind it, or in "the ... genre"."""
    assert said(text, Predicate.GENRE) == [("Reacher", None, genre)]


@pytest.mark.parametrize(
    ("text", "themes"),
    [
        ('"Yellowstone" explores power, greed and loss of faith.', ["power", "greed", "loss of faith"]),
        (
            '"Yellowstone" boldly addresses murder, sexism, sexual assault, and fraud, all while making jokes.',
            ["murder", "sexism", "sexual assault", "fraud"],
        ),
        ('"Yellowstone" deals with grief and loneliness through humor.', ["grief", "loneliness"]),
        ('"Yellowstone" tackles big issues such as racism and addiction.', ["racism", "addiction"]),
        ('"Yellowstone" tackles grief.', ["grief"]),
    ],
)
def test_each_theme_of_a_list_is_one_claim(text: str, themes: list[str]) -> None:
    """Each theme is its own words in the text."""
    claims = [c for c in found(text) if c.predicate is Predicate.THEME]
    assert [c.value for c in claims] == themes
    assert [c.span.text for c in claims if c.span] == themes


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('"The Bear" is set in Chicago.', "Chicago"),
        ('Set in 1980s Hawkins, Indiana, "The Bear" follows friends.', "1980s Hawkins, Indiana"),
        ('"The Bear" has a fresh setting in West Los Angeles\u2019 beaches.', "West Los Angeles"),
        ('"The Bear" is set in the Regency era.', "the Regency era"),
        ('"The Bear" takes place in the fictional town of Broadchurch.', "the fictional town of Broadchurch"),
        ('"The Bear" is set in the 1980s.', "the 1980s"),
        ('"The Bear," a comedy based on novels, is set in Maine.', "Maine"),
    ],
)
def test_a_setting_is_read(text: str, place: str) -> None:
    """A place or a time is read as worded, without what follows it."""
    assert said(text, Predicate.SETTING) == [("The Bear", None, place)]


@pytest.mark.parametrize(
    ("text", "season", "episodes"),
    [
        ('Throughout its ten-episode first season, "Reacher" is fun.', 1, 10),
        ('"Reacher" season 2 consists of eight episodes.', 2, 8),
        ('Season 3 of "Reacher" has 8 episodes, two more than last time.', 3, 8),
        ('Prime Video renewed "Reacher" for a second season of eight episodes.', 2, 8),
        ('"Reacher" is back with its second eight-episode season.', 2, 8),
        ('"Reacher" has an eight-episode order for season 4.', 4, 8),
        ('The 10-episode drama "Reacher" is here.', None, 10),
        ('All ten episodes of "Reacher" are here.', None, 10),
    ],
)
def test_episodes_of_a_season_are_counted(text: str, season: int | None, episodes: int) -> None:
    """The season is the one that the words name, or None for the series."""
    assert said(text, Predicate.EPISODE_COUNT) == [("Reacher", season, episodes)]


@pytest.mark.parametrize(
    ("text", "season", "episodes"),
    [
        ('"Reacher" is back. The second season premiered on May 3, 2024, and had eight episodes.', 2, 8),
        ('"Reacher" season 2 clocks in at eight episodes.', 2, 8),
        ('"Reacher" season 2 (8 episodes) is here.', 2, 8),
        ('Season 4 of "Reacher" bows on May 3, with nine new episodes.', 4, 9),
        ('Season 3 of "Reacher" came in May. The new season has six episodes.', 3, 6),
        ('Season 3 of "Reacher" arrives in May. It consists of eight episodes.', 3, 8),
        ('The eight episodes of season 3 of "Reacher" are streaming now.', 3, 8),
        ('"Reacher" has had two seasons. The eight episodes of the first aired in 2022.', 1, 8),
        ('"Reacher" began in 2022. Season 1 was short. The eight episodes unfold in Georgia.', 1, 8),
        ('Season 2 of "Reacher" begins with three of its eight episodes.', 2, 8),
        ('Hulu ordered ten episodes for the second season of "Reacher."', 2, 10),
        ('"Reacher" ran for 24 episodes.', None, 24),
        ('"Reacher" tells its story in ten episodes.', None, 10),
        ('"Reacher" is back for season 3. Netflix has ordered nine new episodes.', 3, 9),
        ('"Reacher" ended season 3 on May 3. The finale capped a 12-episode run.', 3, 12),
        ('"Reacher" is odd. The eight-part drama comes to Hulu on May 3.', None, 8),
        ('"Reacher" returns for season 3. How many episodes are there? Nine.', 3, 9),
        ('"Reacher" returns for season 3. There will be nine episodes in all.', 3, 9),
        ('Season 2 of "Reacher" began with three episodes out of nine.', 2, 9),
        ('"Reacher," whose nine episodes all landed on May 3, is a hit.', None, 9),
        ('"Reacher" has had 51 episodes.', None, 51),
        ('"Reacher" will have nine episodes in its third season.', 3, 9),
        ('"Reacher" returns for season 3. All nine episodes of the season drop on May 3.', 3, 9),
        ('"Reacher" season 3 (nine episodes, Netflix) is fun.', 3, 9),
        ('"Reacher" is back. All eight episodes, which are rated TV-MA, were shot in Malta.', None, 8),
        ('"Reacher" is back. With the last of its ten half-hour installments out, fans are glad.', None, 10),
        ('"Reacher" is back. Ann Other directed the first two of the 10 episodes.', None, 10),
        ('"Reacher" is back. The show ended last month after six episodes.', None, 6),
        ('"Reacher" is back. Its seventh and last episode aired on Sunday.', None, 7),
        ('Will there be a "Reacher" season 2? It aired the last of its 22 episodes on Tuesday.', None, 22),
        ('"Reacher," renewed for season 2, released the last of its eight episodes on Tuesday.', None, 8),
        ('Netflix ordered 10 episodes of "Reacher" season 3.', 3, 10),
    ],
)
def test_episodes_are_counted_apart_from_their_season(text: str, season: int | None, episodes: int) -> None:
    """The season stands elsewhere in the sentence, or before it."""
    assert said(text, Predicate.EPISODE_COUNT) == [("Reacher", season, episodes)]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ('"Reacher" is back. Season 1 ran 13 episodes; season 2 had ten.', {1: 13, 2: 10}),
        ('"Reacher" is back. The first season ran to nine episodes and the second to ten.', {1: 9, 2: 10}),
        ('"Reacher" is back. Its first season had nine episodes, its second ten.', {1: 9, 2: 10}),
        ('"Reacher" began with a first season of 13 episodes. Season 2 was the first to run for ten.', {1: 13, 2: 10}),
        ('"Reacher" is back. Parts 1 and 2 had five episodes each, and the third has seven.', {1: 5, 2: 5, 3: 7}),
        ('"Reacher" is back. The first two seasons had six episodes each.', {1: 6, 2: 6}),
        ('"Reacher" has aired three seasons of six episodes each.', {1: 6, 2: 6, 3: 6}),
        ('"Reacher" was renewed for seasons 3 and 4. Both new seasons are to have ten episodes.', {3: 10, 4: 10}),
        ('Season 3 of "Reacher" has 8 episodes, two more than the first.', {3: 8, 1: 6}),
        ('Season 2 of "Reacher" has 8 episodes, up from six in season 1.', {2: 8, 1: 6}),
        ('Like season 1, season 2 of "Reacher" came in May and has eight episodes.', {2: 8, 1: 8}),
        ('Season 2 of "Reacher" has eight episodes, the same number as its predecessor.', {2: 8, 1: 8}),
        ('"Reacher" is back. The first season had 22 episodes, and the current one will have 20.', {1: 22, 2: 20}),
        ('"Reacher" had a first season of 13 episodes, and CBS has ordered 18 for season 2.', {1: 13, 2: 18}),
        ('Season 2 of "Reacher" has nine episodes, for a total of 17.', {2: 9, None: 17}),
        (
            '"Reacher" has aired three seasons of six episodes. All 18 episodes are on Netflix.',
            {1: 6, 2: 6, 3: 6, None: 18},
        ),
    ],
)
def test_each_season_has_its_own_count(text: str, counts: dict[int | None, int]) -> None:
    """The word "episodes" is said once, and each count belongs to the season of its verb."""
    assert {season: value for _, season, value in said(text, Predicate.EPISODE_COUNT)} == counts


@pytest.mark.parametrize(
    "text",
    [
        '"Reacher" got nine Emmy nominations for its episodes in season 2; the first season had five.',
        'Eight million viewers saw the episodes of "Reacher" season 1, and season 2 had nine.',
        '"Reacher" filmed more episodes. The second season has a score of 84, and the first had 92.',
        'Season 2 of "Reacher" premieres on May 3 with two episodes.',
        'Season 2 of "Reacher" premieres on May 3 with six episodes, followed by two more in June.',
        'Season 2 of "Reacher" was cancelled after six episodes.',
        '"Reacher" was renewed for season 3. The eight episodes premiered in July.',
        '"Reacher" was renewed for season 3. It has eight episodes.',
        '"Reacher" is back. Ann Other directed the six episodes of season 2 that critics have seen.',
        'Critics were sent the first six episodes of season 2 of "Reacher."',
        'Season 2 of "Reacher" is two episodes old.',
        '"Reacher" is an anthology. Each season consists of six episodes.',
        '"Reacher" ended. The six episodes that remain air in June.',
        '"Reacher" hired Ann Other for a six-episode run as Mara. The eight-episode podcast is out.',
        'Ann Other directed 12 episodes across three seasons of "Reacher."',
        '"Reacher" is back. How many episodes has Ann Other seen? Nine so far.',
        '"Reacher" has had seasons 1 and 2. Season 1 beat season 2. The eight episodes unfold in Georgia.',
        '"Reacher" is back. Its makers got a 10-episode order from Spectrum for Happy Face.',
    ],
)
def test_no_episodes_are_counted_where_they_are_a_part_or_nobodys(text: str) -> None:
    """A first batch, a reviewer's share, an order of another season: none is a season's number."""
    assert said(text, Predicate.EPISODE_COUNT) == []


@pytest.mark.parametrize(
    ("text", "name", "seasons"),
    [
        ('"Suits" ended after nine seasons on USA Network.', "Suits", 9),
        ("'Suits' Canceled By Hulu After Two Seasons", "Suits", 2),
        ('"Suits" concluded its ten-season run last year.', "Suits", 10),
        ('"Ballard" comes from the beloved "Bosch" series, which ended its ten-season run.', "Bosch", 10),
        ('"Suits" ran for five seasons.', "Suits", 5),
        ('"Suits" has run to three series of six episodes each.', "Suits", 3),
        ('"Suits" made 134 episodes in its nine seasons.', "Suits", 9),
    ],
)
def test_seasons_of_a_series_are_counted(text: str, name: str, seasons: int) -> None:
    """Seasons are counted for a series that ended, not for a person."""
    assert said(text, Predicate.SEASON_COUNT) == [(name, None, seasons)]


@pytest.mark.parametrize(
    ("text", "season"),
    [
        ('"Severance" ended its second season on a cliffhanger.', 2),
        ('"Severance" is good. Season 1 is short. The season ends on a dramatic cliffhanger, with much to tell.', 1),
        ('The season 2 finale of "Severance" left viewers hanging.', 2),
        ('Viewers of "Severance" wait for answers to the season 1 cliffhanger.', 1),
        ('"Severance" was cancelled on a cliffhanger.', None),
        ('"Severance" is new. It ends on a cliffhanger.', None),
        ('"Severance" is new. Season 2 came in May. It ends on a cliffhanger.', 2),
        ('"Severance" is new. Season 2 came in May. Its final moments deliver a huge cliffhanger.', 2),
        ('"Severance" has had two seasons. The first ended on a cliffhanger.', 1),
        ('"Severance" season 2 ended, as ever, with a cliffhanger.', 2),
        ('"Severance" is over after season 2 and a cliffhanger that will now never be resolved.', 2),
        ('"Severance" will explain the cliffhanger that closed season 2.', 2),
        ('"Severance" is new. The season stops on a cliffhanger.', None),
        ('"Severance" is new. The finale, with its hero on the run, is a cliffhanger in every sense.', None),
        ('"Severance" is new. Its finale lands on a cliffhanger.', None),
        ('"Severance" is new. It does close with a cliffhanger.', None),
    ],
)
def test_a_season_that_ends_on_a_cliffhanger_is_found(text: str, season: int | None) -> None:
    """The season is named in the sentence or told before."""
    assert said(text, Predicate.ENDS_ON_CLIFFHANGER) == [("Severance", season, True)]


def test_what_begins_a_sentence_is_said_of_the_series_behind_it() -> None:
    """Behind "Rated TV-14," the words "it" and "the series" bear the rating."""
    text = '"Reacher" is new. Rated TV-14 for violence, it is set in Ohio.'
    assert said(text, Predicate.CONTENT_RATING) == [("Reacher", None, "TV-14")]
    assert said(text, Predicate.SETTING) == [("Reacher", None, "Ohio")]


def test_a_thing_said_twice_is_one_claim() -> None:
    """The first place in the text counts."""
    claims = said('"Reacher" is rated TV-MA. "Reacher" has a TV-MA rating.', Predicate.CONTENT_RATING)
    assert claims == [("Reacher", None, "TV-MA")]


@pytest.mark.parametrize(
    "text",
    [
        '"Reacher" could end on a cliffhanger.',
        '"Severance" season 2 avoids ending on a cliffhanger.',
        '"Severance" season 2 does not end on a cliffhanger.',
        'The third episode of "Severance" ends on a cliffhanger.',
        'A cliffhanger is what "Severance" likes.',
        '"Severance" is new. Its last scene is not a cliffhanger.',
        '"Severance" is new. The last scene of the third episode is a cliffhanger.',
        '"Reacher" is back. The drama returns in May.',
        '"Reacher" is back. Fans of the horror thrillers of old will be glad of the comedy.',
        '"Reacher" is back. "Suits" is not. Rated TV-MA for language and gore.',
        '"Reacher" is back. The film is not meant for anyone under 15.',
        '"Reacher" star Ann Other left after three seasons.',
        'Ann Other exits "NCIS" after seven seasons.',
        '"Suits" was renewed for two seasons.',
        '"Suits" was renewed for two more seasons.',
        'The first three episodes of season 2 of "Reacher" are here.',
        '"Reacher" begins with a two-episode premiere.',
        'Ann Other signed for a six-episode arc on "Reacher".',
        '"Reacher" explores what happens when people fight.',
        '"Reacher" addresses the rumors.',
        '"Reacher" explores new territory.',
        '"Reacher" is set to film in Toronto.',
        '"Reacher" is set in the Marvel universe.',
        '"Reacher" is set in stone.',
        'The makers of "Reacher" will tell further tales set in Ruritania.',
        'Hulu renewed "Reacher" for a second season, with two episodes of the first still to come.',
        '"Suits" is new. It has nothing of the sitcom of the same name, which ran for nine seasons.',
        '"Reacher" isn\'t set in Chicago.',
        '"Reacher" is not a comedy.',
        'Unlike most TV-MA shows, "Reacher" is kind.',
        '"Reacher" won among viewers aged 18 to 49.',
        "The crime drama that nobody names is set in Chicago.",
        '"The series is set in Chicago and ends on a cliffhanger," somebody says of "Reacher".',
    ],
)
def test_nothing_is_found_in(text: str) -> None:
    """What may be, what is not, and what is said of somebody else gives nothing."""
    assert found(text) == []


@given(st.lists(st.sampled_from(PIECES), max_size=25).map(" ".join))
def test_every_span_is_verbatim_and_every_count_possible(text: str) -> None:
    """Spans are cut from the text, and seasons begin at 1."""
    for claim in found(text):
        assert claim.span is not None
        assert text[claim.span.start : claim.span.end] == claim.span.text != ""
        assert claim.value
        assert claim.season is None or claim.season >= 1


@given(st.text(max_size=300))
def test_no_text_makes_it_fail(text: str) -> None:
    """Any characters may be read."""
    assert all(c.span and text[c.span.start : c.span.end] == c.span.text for c in found(text))
