"""A show as search engines read it: JSON-LD in the vocabulary of schema.org (TVSeries, TVSeason).

Only what a source says stands in it: our own estimates of dates do not, and a
rating only as its owner's, with the owner named and what it rests on.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from cliffhanger.domain.vocabulary import Metric, Predicate, State
from cliffhanger.outlook.known_ids import KnownIds, known_ids
from cliffhanger.outlook.plain import plain
from cliffhanger.panel.panel import ESTIMATED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from duckdb import DuckDBPyConnection

    from cliffhanger.outlook.dossier import Dossier

CONTEXT = "https://schema.org"

_CLAIMS = """
SELECT season, predicate, value, unit FROM claims
WHERE "show" = $show AND known_on <= $as_of AND (taken_back_on IS NULL OR taken_back_on > $as_of) AND episode IS NULL
  AND modality = 'event' AND value <> ''
  AND predicate IN ('title', 'alias', 'genre', 'content_rating', 'creator', 'cast', 'episode_count', 'language',
                    'country', 'start_year')
ORDER BY predicate, known_on, source, value
"""
_NUMBERS = """
SELECT metric, arg_max(value, known_on) FROM observations
WHERE "show" = $show AND known_on <= $as_of AND season IS NULL AND episode IS NULL AND list_contains($metrics, metric)
GROUP BY metric
"""
_ESTIMATES = {"estimated": list(ESTIMATED)}
_SEASONS = """
SELECT s.season, CASE WHEN NOT list_contains($estimated, s.basis) THEN s.premiere END, max(c.valid_from)
FROM seasons_at($as_of::DATE) AS s
LEFT JOIN claims AS c ON c."show" = s."show" AND c.season = s.season AND c.predicate = 'finale_date'
    AND c.source <> 'estimate' AND c.valid_from = c.valid_to AND c.episode IS NULL AND c.valid_from >= s.premiere
    AND c.known_on <= $as_of AND (c.taken_back_on IS NULL OR c.taken_back_on > $as_of) AND c.modality = 'event'
WHERE s."show" = $show AND s.premiere <= $as_of
GROUP BY ALL ORDER BY s.season
"""

# Metric: its owner, its worst and best value, and the metric that counts what it rests on, with schema.org's name.
_RATINGS: Mapping[str, tuple[str, int, int, str, str]] = {
    Metric.IMDB_RATING: ("IMDb", 1, 10, Metric.IMDB_VOTES, "ratingCount"),
    Metric.TMDB_VOTE_AVERAGE: ("TMDB", 0, 10, Metric.TMDB_VOTES, "ratingCount"),
    Metric.METASCORE: ("Metacritic", 0, 100, Metric.REVIEW_COUNT, "reviewCount"),
}
_OVER = frozenset({State.CANCELLED, State.ENDING, State.LIMITED})


@dataclass(frozen=True, slots=True)
class SeasonFacts:
    """What sources say of one season.

    Attributes:
        number: its number.
        start: its first day, ISO, or empty where no source gives it.
        end: its last day, likewise.
        episodes: its episodes, or None.
    """

    number: int
    start: str
    end: str
    episodes: int | None


@dataclass(frozen=True, slots=True)
class Rating:
    """A rating by its owner.

    Attributes:
        owner: whose it is.
        value: the rating.
        worst: the worst it can be.
        best: the best it can be.
        counted: schema.org's name of what it rests on, ``ratingCount`` or ``reviewCount``.
        count: how many those are.
    """

    owner: str
    value: float
    worst: int
    best: int
    counted: str
    count: int


@dataclass(frozen=True, slots=True)
class Described:
    """What sources say of a show beside its fate.

    Attributes:
        ids: its ids.
        names: its other names.
        genres: its genres.
        content_ratings: its content ratings.
        creators: who created it.
        cast: who plays in it, each with the part, or empty.
        languages: its languages, as they were given.
        countries: its countries, likewise.
        year: its first year, or empty.
        episodes: all its episodes, or None.
        seasons: its seasons, in order.
        rating: a rating with its owner and what it rests on, or None where no source's is in the facts.
    """

    ids: KnownIds = field(default_factory=KnownIds)
    names: tuple[str, ...] = ()
    genres: tuple[str, ...] = ()
    content_ratings: tuple[str, ...] = ()
    creators: tuple[str, ...] = ()
    cast: tuple[tuple[str, str], ...] = ()
    languages: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    year: str = ""
    episodes: int | None = None
    seasons: tuple[SeasonFacts, ...] = ()
    rating: Rating | None = None


def gather(connection: DuckDBPyConnection, show: str, as_of: date) -> Described:
    """Return what sources had said of a show by a day, beside its fate.

    Args:
        connection: holds the fact tables, prepared by the desk.
        show: the show's id.
        as_of: the day.
    """
    asked = {"show": show, "as_of": as_of}
    said: dict[tuple[str, int | None], list[tuple[str, str]]] = {}
    for season, predicate, value, unit in connection.execute(_CLAIMS, asked).fetchall():
        said.setdefault((predicate, season), []).append((value, unit or ""))

    def values(predicate: Predicate) -> tuple[str, ...]:
        return tuple(dict.fromkeys(plain(value) for value, _ in said.get((predicate, None), ())))

    cast = said.get((Predicate.CAST, None), []) + [
        person
        for (predicate, season), some in said.items()
        if predicate == Predicate.CAST and season
        for person in some
    ]
    counts = {
        season: _count(some) for (predicate, season), some in said.items() if predicate == Predicate.EPISODE_COUNT
    }
    return Described(
        ids=known_ids(connection, [show]).get(show, KnownIds()),
        names=tuple(dict.fromkeys((*values(Predicate.TITLE), *values(Predicate.ALIAS)))),
        genres=values(Predicate.GENRE),
        content_ratings=values(Predicate.CONTENT_RATING),
        creators=values(Predicate.CREATOR),
        cast=tuple(dict.fromkeys((plain(person), plain(part)) for person, part in cast)),
        languages=values(Predicate.LANGUAGE),
        countries=values(Predicate.COUNTRY),
        year=min(values(Predicate.START_YEAR), default=""),
        episodes=counts.get(None),
        seasons=tuple(
            SeasonFacts(number, _iso(premiere), _iso(finale), counts.get(number))
            for number, premiere, finale in connection.execute(_SEASONS, asked | _ESTIMATES).fetchall()
        ),
        rating=_rating(connection, asked),
    )


def json_ld(dossier: Dossier, described: Described, url: str = "") -> dict[str, Any]:
    """Return a show as a JSON-LD object.

    Args:
        dossier: the dossier on it.
        described: what else is said of it.
        url: the page that it stands on, absolute, or empty.
    """
    title = plain(dossier.show.title)
    last = described.seasons[-1] if described.seasons else None
    over = dossier.forecast.state in _OVER
    found = {
        "@context": CONTEXT,
        "@type": "TVSeries",
        "@id": url,
        "url": url,
        "name": title,
        "alternateName": [name for name in described.names if name.casefold() != title.casefold()],
        "sameAs": list(described.ids.pages()),
        "genre": list(described.genres),
        "contentRating": list(described.content_ratings),
        "inLanguage": list(described.languages),
        "countryOfOrigin": [{"@type": "Country", "name": name} for name in described.countries],
        "creator": [{"@type": "Person", "name": name} for name in described.creators],
        "actor": [_actor(*each) for each in described.cast],
        "numberOfSeasons": len(described.seasons) or None,
        "numberOfEpisodes": described.episodes,
        "startDate": (described.seasons[0].start if described.seasons else "") or described.year,
        "endDate": last.end if last and over else "",
        "containsSeason": [_season_object(season) for season in described.seasons],
        "aggregateRating": _rating_object(described.rating),
    }
    return _known(found)


def script(made: Mapping[str, Any]) -> str:
    r"""Return a JSON-LD object as text for ``<script type="application/ld+json">``, which nothing in it can end.

    Example:
        >>> script({"name": "</script>"})
        '{"name": "\u003c/script\u003e"}'
    """
    text = json.dumps(made, ensure_ascii=False)
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _count(said: Iterable[tuple[str, str]]) -> int | None:
    """Return the latest count that is one."""
    numbers = [int(value) for value, _ in said if value.isdecimal()]
    return numbers[-1] if numbers else None


def _rating(connection: DuckDBPyConnection, asked: dict[str, Any]) -> Rating | None:
    """Return the first rating whose owner's figure and count are both in the facts; ours are no ratings."""
    metrics = [name for metric, rule in _RATINGS.items() for name in (metric, rule[3])]
    found = dict(connection.execute(_NUMBERS, asked | {"metrics": [str(name) for name in metrics]}).fetchall())
    for metric, (owner, worst, best, count, counted) in _RATINGS.items():
        if metric in found and found.get(count, 0) >= 1 and worst <= found[metric] <= best:
            return Rating(owner, round(found[metric], 2), worst, best, counted, int(found[count]))
    return None


def _actor(person: str, part: str) -> dict[str, Any]:
    who = {"@type": "Person", "name": person}
    return {"@type": "PerformanceRole", "actor": who, "characterName": part} if part else who


def _season_object(season: SeasonFacts) -> dict[str, Any]:
    found = {
        "@type": "TVSeason",
        "name": f"Season {season.number}",
        "seasonNumber": season.number,
        "numberOfEpisodes": season.episodes,
        "startDate": season.start,
        "endDate": season.end,
    }
    return _known(found)


def _rating_object(rating: Rating | None) -> dict[str, Any] | None:
    if rating is None:
        return None
    return {
        "@type": "AggregateRating",
        "author": {"@type": "Organization", "name": rating.owner},
        "ratingValue": rating.value,
        "worstRating": rating.worst,
        "bestRating": rating.best,
        rating.counted: rating.count,
    }


def _known(found: dict[str, Any]) -> dict[str, Any]:
    """Return what is known of it: one value stands alone, and what is empty is left out."""
    alone = {k: v[0] if isinstance(v, list) and len(v) == 1 else v for k, v in found.items()}
    return {key: value for key, value in alone.items() if value or value == 0}
