"""Shows as search engines read them: held to schema.org's vocabulary for the types that are used."""

from __future__ import annotations

import json
import re
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cliffhanger.outlook import facts as catalogue
from cliffhanger.outlook.desk import Desk
from cliffhanger.outlook.known_ids import KnownIds
from cliffhanger.outlook.plain import plain
from cliffhanger.outlook.schema_org import CONTEXT, Described, Rating, SeasonFacts, gather, json_ld, script
from tests.facts import claim, dated, facts, number
from tests.outlook.made_up import DAY, SHOW, dossier, texts

# schema.org's vocabulary for the types used: each property with the types that it expects, itself or by inheritance
# from CreativeWork, CreativeWorkSeason, Rating or Thing.
_THING: dict[str, tuple[str, ...]] = {
    "name": ("Text",),
    "url": ("URL",),
    "sameAs": ("URL",),
    "alternateName": ("Text",),
}
VOCABULARY: dict[str, dict[str, tuple[str, ...]]] = {
    "TVSeries": _THING
    | {
        "genre": ("Text",), "contentRating": ("Text",), "inLanguage": ("Text",), "countryOfOrigin": ("Country",),
        "creator": ("Person", "Organization"), "actor": ("Person", "PerformanceRole"),
        "numberOfSeasons": ("Integer",), "numberOfEpisodes": ("Integer",), "startDate": ("Date",),
        "endDate": ("Date",), "containsSeason": ("TVSeason",), "aggregateRating": ("AggregateRating",),
    },
    "TVSeason": _THING
    | {
        "seasonNumber": ("Integer",), "numberOfEpisodes": ("Integer",), "startDate": ("Date",), "endDate": ("Date",),
    },
    "Person": _THING,
    "Organization": _THING,
    "Country": _THING,
    "PerformanceRole": _THING | {"actor": ("Person",), "characterName": ("Text",)},
    "AggregateRating": _THING
    | {
        "author": ("Organization", "Person"), "ratingValue": ("Number",), "worstRating": ("Number",),
        "bestRating": ("Number",), "ratingCount": ("Integer",), "reviewCount": ("Integer",),
    },
}  # fmt: skip
_DATE = re.compile(r"\d{4}(-\d{2}-\d{2})?")


def check(made: Any, expected: tuple[str, ...] = ("TVSeries",)) -> None:  # noqa: ANN401 - any JSON
    """Hold a JSON-LD value to the types that are expected of it, and its properties to theirs."""
    if isinstance(made, dict):
        assert made["@type"] in expected
        properties = VOCABULARY[made["@type"]]
        for name, values in made.items():
            if not name.startswith("@"):
                assert name in properties
                for value in values if isinstance(values, list) else [values]:
                    check(value, properties[name])
    elif isinstance(made, str):
        assert made
        assert "Text" in expected or ("Date" in expected and _DATE.fullmatch(made)) or _is_address(made, expected)
    else:
        assert not isinstance(made, bool)
        assert "Number" in expected or ("Integer" in expected and isinstance(made, int))


def _is_address(text: str, expected: tuple[str, ...]) -> bool:
    return "URL" in expected and text.startswith(("http://", "https://"))


SAID = Described(
    ids=KnownIds("tt9000001", tmdb="77"),
    names=("Copper Lantern", "Kupferlaterne"),
    genres=("crime", "drama"),
    content_ratings=("TV-MA",),
    creators=("Ada Quill",),
    cast=(("Bo Reed", "Mara"), ("Cy Lund", "")),
    year="2025",
    episodes=10,
    seasons=(SeasonFacts(1, "2025-07-09", "2025-09-01", 10),),
    rating=Rating("IMDb", 7.4, 1, 10, "ratingCount", 5000),
)


def test_a_whole_description_is_schema_org() -> None:
    """Every type that is used, with every property in its place."""
    made = json_ld(dossier(), SAID, "http://127.0.0.1:8000/show/x")
    check(made)
    assert made["@context"] == CONTEXT
    assert (made["name"], made["alternateName"], made["contentRating"]) == ("Copper Lantern", "Kupferlaterne", "TV-MA")
    assert made["sameAs"] == ["https://www.imdb.com/title/tt9000001/", "https://www.themoviedb.org/tv/77"]
    assert made["actor"][0]["characterName"] == "Mara"
    assert made["containsSeason"]["seasonNumber"] == 1
    assert made["aggregateRating"]["author"]["name"] == "IMDb"


def test_what_nobody_says_is_left_out() -> None:
    """Of a show of which only the title is known."""
    made = json_ld(dossier(), Described())
    check(made)
    assert set(made) == {"@context", "@type", "name"}


def test_only_what_is_over_has_an_end() -> None:
    """The last day of the latest season of a running show is not the show's."""
    assert "endDate" not in json_ld(dossier(), SAID)
    assert json_ld(dossier("cancelled"), SAID)["endDate"] == "2025-09-01"


@pytest.mark.parametrize(
    "rows",
    [
        [number(SHOW, "imdb_rating", 7.4, DAY)],
        [number(SHOW, "imdb_votes", 5000, DAY)],
        [number(SHOW, "rating_percentile", 62, DAY), number(SHOW, "imdb_votes", 5000, DAY)],
        [number(SHOW, "imdb_rating", 7.4, date(2026, 2, 1)), number(SHOW, "imdb_votes", 5000, date(2026, 2, 1))],
    ],
)
def test_there_is_no_rating_without_its_owner_s_figure_and_count(rows: list[dict[str, Any]]) -> None:
    """Not by half, not from a percentile of ours, and not before it was known."""
    assert gather(prepared(*rows), SHOW, DAY).rating is None


def test_a_rating_is_its_owner_s() -> None:
    """With what it rests on."""
    rows = [number(SHOW, "metascore", 81, DAY), number(SHOW, "review_count", 20, DAY)]
    assert gather(prepared(*rows), SHOW, DAY).rating == Rating("Metacritic", 81, 0, 100, "reviewCount", 20)


def prepared(*rows: dict[str, Any]) -> Any:  # noqa: ANN401 - a connection
    """Return made-up facts that a desk has prepared."""
    title = claim(SHOW, "title", "Copper Lantern", date(2025, 1, 1), source="imdb")
    return Desk.open(facts(title, *rows), catalogue.starter_models()).facts.connection


def test_what_sources_say_is_gathered_as_it_was_known() -> None:
    """Genres, people with their parts, counts and dates; not a rumour, an estimate, or what came later."""
    opened = prepared(
        dated(SHOW, 1, date(2025, 7, 9)),
        claim(SHOW, "premiere_date", "2026-01-05", date(2026, 1, 6), season=2, source="estimate", unit="id clock"),
        claim(SHOW, "genre", "crime", date(2025, 2, 1)),
        claim(SHOW, "genre", "horror", date(2025, 2, 1), modality="rumour"),
        claim(SHOW, "alias", "Kupferlaterne", date(2026, 3, 1)),
        claim(SHOW, "cast", "Bo Reed", date(2025, 2, 1), season=1, unit="Mara"),
        claim(SHOW, "episode_count", "10", date(2025, 8, 1), season=1),
    )
    found = gather(opened, SHOW, DAY)
    assert (found.genres, found.names, found.cast) == (("crime",), ("Copper Lantern",), (("Bo Reed", "Mara"),))
    assert found.seasons == (SeasonFacts(1, "2025-07-09", "", 10), SeasonFacts(2, "", "", None))


@pytest.mark.parametrize("title", ["Ballard", "Squid Game", "Game of Thrones", "La Femme Nikita"])
def test_real_shows_are_schema_org(title: str) -> None:
    """From the starter catalogue, where no third party's rating may stand."""
    desk = Desk.open(catalogue.from_starter(), catalogue.starter_models())
    found = desk.outlook(title, DAY)
    made = json_ld(found, gather(desk.facts.connection, found.show.id, DAY), "http://127.0.0.1:8000/")
    check(made)
    assert made["numberOfSeasons"] == len(found.show.seasons)
    assert "aggregateRating" not in made


class _Scripts(HTMLParser):
    """Collects what stands in a page's elements and their text."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        del attrs
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        """Note its text."""
        self.text += data


@given(texts, st.text(max_size=60))
def test_nothing_breaks_out_of_the_script(title: str, name: str) -> None:
    """A page has the one element, and what a browser reads in it is what was meant."""
    made = json_ld(dossier(title=title), Described(creators=(name,), names=(title, name)))
    page = _Scripts()
    page.feed(f'<script type="application/ld+json">{script(made)}</script>')
    page.close()
    assert page.tags == ["script"]
    read = json.loads(page.text)
    assert read == made
    assert read.get("name", "") == plain(title)
