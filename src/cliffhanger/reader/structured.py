"""What a page's schema.org data says of series and seasons, as facts.

Read are TVSeries, TVSeason (and CreativeWorkSeason) and, for a season's first
day, TVEpisode. A fact is left out where it cannot be told of which show or
season it is: an episode's rating is no season's.

- **Scores.** Whose a rating is, the page's host says: on rottentomatoes.com it is the
  Tomatometer, unless it is called the audience's; on metacritic.com the Metascore, unless its
  best is 10; elsewhere it is the site's own, under its host. The best is 5 where nothing is
  said, as schema.org has it; a value above the best is no rating.
- **Dates** keep the precision they have: "2025" is a year.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cliffhanger.domain.dates import PartialDate, parse
from cliffhanger.domain.errors import BadDateError
from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.reader.claims import Embedded
from cliffhanger.reader.jsonld import MAX_DEPTH, MAX_NODES, each, name_of, text_of, types

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cliffhanger.reader.claims import Value
    from cliffhanger.reader.jsonld import Graph, Node

# Facts kept of one page.
MAX_FACTS = 2_000

SERIES = frozenset({"TVSeries"})
SEASONS = frozenset({"TVSeason", "CreativeWorkSeason"})
EPISODES = frozenset({"TVEpisode"})

# By host: its system and the best value it can have, unless the page says another.
_SYSTEMS = {
    "rottentomatoes.com": ("tomatometer", 100.0),
    "metacritic.com": ("metascore", 100.0),
    "imdb.com": ("imdb", 10.0),
}
_ASSUMED_BEST = 5.0
_USERS_BEST = 10.0
_AUDIENCE = re.compile(r"audience|popcorn|user|fan", re.IGNORECASE)
_NUMBERED = re.compile(r"(.{1,200}?)\s*(?:[:,(\u2013\u2014-]\s*)?\b(?:Season|Series)\s+(\d{1,3})\)?$", re.IGNORECASE)
_NUMBER = re.compile(r"(?:Season|Series)?\s*(\d{1,3})", re.IGNORECASE)
_FIGURE = re.compile(r"([0-9]{1,9}(?:[.,][0-9]{1,6})?)\s*%?")
_COUNT = re.compile(r"[0-9]{1,3}(?:[,.\u00a0 ][0-9]{3})+|[0-9]{1,12}")
_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(?:[T ].*)?")
_LONGEST_SEASON = 200
_MOST_EPISODES = 20_000


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a node stands: of which series, and of which season."""

    show: str = ""
    season: int | None = None


def find(graph: Graph, host: str = "") -> tuple[Embedded, ...]:
    """Return what the data says of series and seasons, in its order, each fact once.

    Args:
        graph: a page's JSON-LD.
        host: the page's host, which says whose a score is; scores are left out where it is empty.
    """
    found: list[Embedded] = []
    for count, (node, place) in enumerate(_placed(graph)):
        if count >= MAX_NODES or len(found) >= MAX_FACTS:
            break
        for fact in _facts(graph, node, place, host):
            if fact not in found:
                found.append(fact)
    return tuple(found[:MAX_FACTS])


def host_of(url: str) -> str:
    """Return an address's host in lower case, without "www.", or empty.

    Example:
        >>> host_of("https://www.imdb.com/title/tt1/")
        'imdb.com'
    """
    match = re.match(r"https?://(?:[^/@\s]{0,200}@)?([A-Za-z0-9.-]{1,253})", url, re.IGNORECASE)
    return match.group(1).casefold().strip(".").removeprefix("www.") if match else ""


def _placed(graph: Graph) -> Iterator[tuple[Node, _Place]]:
    """Yield each node with the series and season that it is of or stands inside of."""
    stack: list[tuple[object, _Place, int]] = [(root, _Place(), 0) for root in reversed(graph.roots)]
    count = 0
    while stack and count < MAX_NODES:
        value, place, depth = stack.pop()
        count += 1
        if isinstance(value, dict):
            place = _place(graph, value, place)
            yield value, place
        if depth < MAX_DEPTH:
            inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
            stack.extend((one, place, depth + 1) for one in reversed(list(inner)) if isinstance(one, dict | list))


def _place(graph: Graph, node: Node, outer: _Place) -> _Place:
    kinds = types(node)
    if kinds & SERIES:
        return _Place(name_of(node))
    series = name_of(graph.resolved(_first(node.get("partOfSeries") or node.get("partOfTVSeries"))))
    if kinds & SEASONS:
        named = _NUMBERED.fullmatch(name_of(node))
        number = _season(node.get("seasonNumber"))
        if number is None and named:
            number = _season(named.group(2))
        return _Place(series or outer.show or (named.group(1).rstrip() if named else ""), number)
    if kinds & EPISODES:
        season = graph.resolved(_first(node.get("partOfSeason")))
        if isinstance(season, dict):
            inner = _place(graph, season, _Place(series or outer.show)) if types(season) & SEASONS else outer
            number = inner.season if inner.season is not None else _season(season.get("seasonNumber"))
            return _Place(series or inner.show, number)
        return _Place(series or outer.show, outer.season)
    # Reviews, lists and articles between a series and its parts say nothing of their own.
    return outer if kinds & {"ItemList", "ListItem"} else _Place()


def _facts(graph: Graph, node: Node, place: _Place, host: str) -> Iterator[Embedded]:
    kinds = types(node)
    if not place.show:
        return
    if kinds & EPISODES:
        if place.season is not None and _count(node.get("episodeNumber")) == 1:
            yield from _dates(place, Predicate.PREMIERE_DATE, node.get("datePublished"))
        return
    if not kinds & (SERIES | SEASONS) or (kinds & SEASONS and place.season is None):
        return
    yield from _counts(node, place, series=bool(kinds & SERIES))
    yield from _dates(place, Predicate.PREMIERE_DATE, node.get("startDate") or node.get("datePublished"))
    yield from _dates(place, Predicate.FINALE_DATE, node.get("endDate"))
    for rating in each(node.get("aggregateRating")):
        yield from _scores(graph.resolved(rating), place, host)
    yield from _words(node, place)
    yield from _people(graph, node, place)


def _fact(place: _Place, predicate: Predicate, value: Value, unit: str = "") -> Embedded:
    return Embedded(show=place.show, predicate=predicate, value=value, season=place.season, unit=unit)


def _counts(node: Node, place: _Place, *, series: bool) -> Iterator[Embedded]:
    seasons, episodes = _count(node.get("numberOfSeasons")), _count(node.get("numberOfEpisodes"))
    if series and seasons is not None and 0 < seasons <= _LONGEST_SEASON:
        yield _fact(place, Predicate.SEASON_COUNT, seasons)
    if episodes is not None and 0 < episodes <= _MOST_EPISODES:
        yield _fact(place, Predicate.EPISODE_COUNT, episodes)


def _dates(place: _Place, predicate: Predicate, value: object) -> Iterator[Embedded]:
    when = day_or_interval(_first(value))
    if when is not None:
        yield _fact(place, predicate, when.iso())


def day_or_interval(value: object) -> PartialDate | None:
    """Return what an ISO date of day, month or year means; a time of day is left out."""
    match = _DATE.fullmatch(text_of(value))
    if match is None:
        return None
    written = "-".join(part for part in match.groups() if part)
    try:
        return parse(written) if match.group(3) is None else PartialDate.from_iso(written)
    except BadDateError:
        return None


def _scores(rating: object, place: _Place, host: str) -> Iterator[Embedded]:
    if not isinstance(rating, dict) or not host:
        return
    value, best = _figure(rating.get("ratingValue")), _figure(rating.get("bestRating"))
    system, usual = _system(host)
    scale = best or usual
    if value is None or value > scale:
        return
    said = " ".join(text_of(rating.get(key)) for key in ("name", "@id", "alternateName"))
    if system == "tomatometer" and _AUDIENCE.search(said):
        system = "popcornmeter"
    elif system == "metascore" and (scale == _USERS_BEST or _AUDIENCE.search(said)):
        system = "metacritic_user_score"
    details: dict[str, Value] = {"scale": _short(scale), "scope": "series" if place.season is None else "season"}
    counts = (_count(rating.get(key)) for key in ("reviewCount", "ratingCount"))
    reviews = next((count for count in counts if count), None)
    if reviews is not None:
        details["reviews"] = reviews
    yield Embedded(
        show=place.show, predicate=Predicate.SCORE, value=_short(value), season=place.season, unit=system,
        details=details,
    )  # fmt: skip


def _system(host: str) -> tuple[str, float]:
    for known, system in _SYSTEMS.items():
        if host == known or host.endswith(f".{known}"):
            return system
    return host, _ASSUMED_BEST


def _words(node: Node, place: _Place) -> Iterator[Embedded]:
    for rating in each(node.get("contentRating")):
        if word := name_of(rating):
            yield _fact(place, Predicate.CONTENT_RATING, word)
    for genre in each(node.get("genre")):
        if (word := name_of(genre)) and "://" not in word:
            yield _fact(place, Predicate.GENRE, word)


def _people(graph: Graph, node: Node, place: _Place) -> Iterator[Embedded]:
    for key in ("actor", "actors"):
        for one in each(node.get(key)):
            actor = graph.resolved(one)
            part = name_of(actor.get("characterName") or actor.get("character")) if isinstance(actor, dict) else ""
            if isinstance(actor, dict) and "actor" in actor:
                actor = graph.resolved(_first(actor["actor"]))
            if name := name_of(actor):
                yield _fact(place, Predicate.CAST, name, part)
    for one in each(node.get("creator")):
        creator = graph.resolved(one)
        # Studios are named as creators too.
        if (name := name_of(creator)) and not (isinstance(creator, dict) and types(creator) & {"Organization"}):
            yield _fact(place, Predicate.CREATOR, name)


def _first(value: object) -> object:
    return next(iter(each(value)), None)


def _season(value: object) -> int | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return value if 0 < value <= _LONGEST_SEASON else None
    match = _NUMBER.fullmatch(text_of(value))
    return int(match.group(1)) if match and 0 < int(match.group(1)) <= _LONGEST_SEASON else None


def _count(value: object) -> int | None:
    if isinstance(value, dict):
        value = value.get("value") or value.get("@value")
    if isinstance(value, int) and not isinstance(value, bool):
        return value if abs(value) < 10**12 else None
    if isinstance(value, float):
        return int(value) if math.isfinite(value) and value.is_integer() and abs(value) < 10**12 else None
    match = _COUNT.fullmatch(text_of(value))
    return int(re.sub(r"\D", "", match.group())) if match else None


def _figure(value: object) -> float | None:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value) if math.isfinite(value) and 0 <= value < 10**9 else None
    match = _FIGURE.fullmatch(text_of(value))
    return float(match.group(1).replace(",", ".")) if match else None


def _short(value: float) -> int | float:
    return int(value) if value.is_integer() else value
