"""schema.org data becomes facts of shows and seasons. The shows' figures here are made up."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.reader import jsonld, structured

if TYPE_CHECKING:
    from cliffhanger.reader.claims import Embedded

SERIES = {"@type": "TVSeries", "name": "Made-up Harbour"}


def facts(data: object, host: str = "reviews.test") -> tuple[Embedded, ...]:
    """Return the facts of one script."""
    return structured.find(jsonld.parse([json.dumps(data)]), host)


def told(data: object, host: str = "reviews.test") -> list[tuple[str, int | None, Predicate, object, str]]:
    """Return the facts without their details."""
    return [(one.show, one.season, one.predicate, one.value, one.unit) for one in facts(data, host)]


def test_a_series() -> None:
    """Counts, dates, words and people of a series."""
    data = SERIES | {
        "@context": "https://schema.org",
        "numberOfSeasons": "3",
        "numberOfEpisodes": 30,
        "startDate": "2021-03-04T00:00:00Z",
        "endDate": "2024",
        "contentRating": "TV-14",
        "genre": ["Drama", "https://x.test/genre"],
        "actor": [
            {"@type": "Person", "name": "Ada Made-up"},
            {"@type": "PerformanceRole", "actor": {"name": "Bo Made-up"}, "characterName": "Captain"},
        ],
        "creator": [{"@type": "Person", "name": "Cy Made-up"}, {"@type": "Organization", "name": "A Studio"}],
    }
    show = "Made-up Harbour"
    assert told(data) == [
        (show, None, Predicate.SEASON_COUNT, 3, ""),
        (show, None, Predicate.EPISODE_COUNT, 30, ""),
        (show, None, Predicate.PREMIERE_DATE, "2021-03-04", ""),
        (show, None, Predicate.FINALE_DATE, "2024-01-01/2024-12-31", ""),
        (show, None, Predicate.CONTENT_RATING, "TV-14", ""),
        (show, None, Predicate.GENRE, "Drama", ""),
        (show, None, Predicate.CAST, "Ada Made-up", ""),
        (show, None, Predicate.CAST, "Bo Made-up", "Captain"),
        (show, None, Predicate.CREATOR, "Cy Made-up", ""),
    ]


@pytest.mark.parametrize(
    "season",
    [
        {"@type": "TVSeason", "seasonNumber": 2, "partOfSeries": SERIES, "numberOfEpisodes": 8},
        {"@type": ["CreativeWorkSeason"], "seasonNumber": "2", "partOfSeries": SERIES, "numberOfEpisodes": 8},
        {"@type": "http://schema.org/TVSeason", "name": "Made-up Harbour: Season 2", "numberOfEpisodes": "8"},
        {"@type": "TVSeason", "name": "X", "partOfSeries": SERIES, "seasonNumber": "Season 2", "numberOfEpisodes": 8},
        SERIES | {"containsSeason": [{"@type": "TVSeason", "seasonNumber": 2, "numberOfEpisodes": 8}]},
        {"@graph": [SERIES | {"@id": "#s"}, {"@type": "TVSeason", "seasonNumber": 2, "partOfSeries": {"@id": "#s"},
                                             "numberOfEpisodes": 8}]},
        {"@type": "NewsArticle", "about": {"@type": "TVSeason", "seasonNumber": 2, "partOfSeries": [SERIES],
                                           "numberOfEpisodes": 8}},
    ],
)  # fmt: skip
def test_a_season_is_known_by_its_number_and_its_series(season: dict[str, object]) -> None:
    """Wherever the two are said."""
    assert told(season) == [("Made-up Harbour", 2, Predicate.EPISODE_COUNT, 8, "")]


@pytest.mark.parametrize(
    "data",
    [
        {"@type": "TVSeason", "numberOfEpisodes": 8, "partOfSeries": SERIES},
        {"@type": "TVSeason", "seasonNumber": 2, "numberOfEpisodes": 8},
        {"@type": "TVSeason", "seasonNumber": "2A", "numberOfEpisodes": 8, "partOfSeries": SERIES},
        {"@type": "TVSeries", "numberOfSeasons": 3},
        {"@type": "Movie", "name": "A Film", "contentRating": "R"},
        {"@type": "TVEpisode", "partOfSeries": SERIES, "aggregateRating": {"ratingValue": 4}, "episodeNumber": 1},
        SERIES | {"numberOfSeasons": -1, "numberOfEpisodes": "many", "startDate": "soon"},
        SERIES | {"numberOfSeasons": True, "numberOfEpisodes": 0, "startDate": "2021-13-40"},
        SERIES | {"aggregateRating": {"ratingValue": 9.1}},
        SERIES | {"aggregateRating": {"ratingValue": "NaN", "bestRating": 10}},
        [[[]]],
        "TVSeries",
        None,
    ],
)
def test_what_cannot_be_told_is_left_out(data: object) -> None:
    """A season without a number, a show without a name, an episode's rating, a value above its best."""
    assert told(data) == []


def test_the_first_episodes_day_is_the_seasons() -> None:
    """A later episode's day says nothing of the season."""
    episode = {"@type": "TVEpisode", "partOfSeries": SERIES, "datePublished": "2025-07-09", "episodeNumber": 1,
               "partOfSeason": {"@type": "TVSeason", "seasonNumber": 1}}  # fmt: skip
    assert told(episode) == [("Made-up Harbour", 1, Predicate.PREMIERE_DATE, "2025-07-09", "")]
    assert told(episode | {"episodeNumber": 2}) == []


@pytest.mark.parametrize(
    ("host", "rating", "unit", "value", "scale"),
    [
        ("rottentomatoes.com", {"ratingValue": "98", "bestRating": "100"}, "tomatometer", 98, 100),
        ("rottentomatoes.com", {"ratingValue": 98, "name": "Tomatometer"}, "tomatometer", 98, 100),
        ("rottentomatoes.com", {"ratingValue": 78, "name": "Audience Score"}, "popcornmeter", 78, 100),
        ("metacritic.com", {"ratingValue": 81, "bestRating": 100}, "metascore", 81, 100),
        ("metacritic.com", {"ratingValue": 7.4, "bestRating": 10}, "metacritic_user_score", 7.4, 10),
        ("m.imdb.com", {"ratingValue": 7.6, "bestRating": 10}, "imdb", 7.6, 10),
        ("notimdb.com", {"ratingValue": "4,5"}, "notimdb.com", 4.5, 5),
        ("reviews.test", {"ratingValue": "90%", "bestRating": 100}, "reviews.test", 90, 100),
    ],
)
def test_a_scores_system_is_its_hosts(
    host: str, rating: dict[str, object], unit: str, value: float, scale: float
) -> None:
    """The known sites' systems have their names; any other score is its site's own."""
    (fact,) = facts(SERIES | {"aggregateRating": rating | {"@type": "AggregateRating", "reviewCount": "1,024"}}, host)
    assert (fact.predicate, fact.unit, fact.value) == (Predicate.SCORE, unit, value)
    assert fact.details == {"scale": scale, "scope": "series", "reviews": 1024}


def test_a_score_of_nobody_is_left_out() -> None:
    """A page without an address cannot say whose its score is."""
    assert facts(SERIES | {"aggregateRating": {"ratingValue": 4}}, host="") == ()


def test_a_seasons_score_is_the_seasons() -> None:
    """Scope and number say so."""
    season = {"@type": "TVSeason", "seasonNumber": 1, "partOfSeries": SERIES, "aggregateRating": {"ratingValue": 4}}
    (fact,) = facts(season)
    assert (fact.season, fact.details["scope"]) == (1, "season")


@pytest.mark.parametrize(
    "script",
    [
        '<!--\n{"@type": "TVSeries", "name": "X", "genre": "Drama"}\n-->',
        '//<![CDATA[\n{"@type": "TVSeries", "name": "X", "genre": "Drama"}\n//]]>',
        '{"@type": "TVSeries", "name": "X", "genre": ["Drama",],}',
        '[{"@type": "TVSeries", "name": "X", "genre": "Drama"}];',
        '{"@type": "TVSeries", "name": "X", "description": "two\nlines", "genre": "Drama"}',
        '{"@graph": {"@type": "TVSeries", "name": "X", "genre": {"@value": "Drama"}}}',
    ],
)
def test_json_is_read_with_tolerance(script: str) -> None:
    """Comments, CDATA marks, trailing commas and raw line ends are common."""
    assert [fact.value for fact in structured.find(jsonld.parse([script]))] == ["Drama"]


@pytest.mark.parametrize("script", ["", "{", "[" * 100_000, "9" * 10_000, '{"a": NaN', "\x00", '"\\ud800"', "{}" * 5])
def test_what_is_no_json_is_left_out(script: str) -> None:
    """And what stands beside it is read."""
    good = '{"@type": "TVSeries", "name": "X", "genre": "Drama"}'
    assert len(structured.find(jsonld.parse([script, good]))) == 1


def test_names_are_read_as_people_read_them() -> None:
    """Entities and tags are resolved; half characters can be written out."""
    script = '{"@type": "TVSeries", "name": "Made&#8211;up &lt;em&gt;X&lt;/em&gt;", "genre": "\\ud800"}'
    (fact,) = structured.find(jsonld.parse([script]))
    assert (fact.show, fact.value) == ("Made\u2013up X", "\ufffd")


KEYS = st.sampled_from(
    ["@type", "@id", "@graph", "name", "seasonNumber", "partOfSeries", "partOfSeason", "aggregateRating", "ratingValue",
     "bestRating", "actor", "genre", "startDate", "numberOfEpisodes", "episodeNumber", "containsSeason", "creator"]
)  # fmt: skip
LEAVES = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
    | st.sampled_from(["TVSeries", "TVSeason", "TVEpisode", "2025-07", "Season 2", "#s", "1e999", "0000-01-01"])
)  # fmt: skip
DATA = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=6), max_leaves=25
)


@given(DATA)
@settings(max_examples=300, deadline=None)
def test_any_data_is_read(data: object) -> None:
    """No data breaks it, and each fact has a show and comes once."""
    found = facts(data)
    assert all(fact.show for fact in found)
    assert all(fact not in found[:place] for place, fact in enumerate(found))
