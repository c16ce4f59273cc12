"""The answers of TMDB's interface: a series whole, with its seasons, ids, ratings by age and platforms by country.

A status is the word of the day on which it was read, not a dated decision.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cliffhanger.domain.ids import show_id
from cliffhanger.domain.vocabulary import Metric, Predicate
from cliffhanger.sources.pages import load
from cliffhanger.sources.records import need_fields, parse_records
from cliffhanger.sources.said import Speaker
from cliffhanger.sources.tmdb.source import SOURCE
from cliffhanger.sources.tmdb.words import GENRES, HOME, LANGUAGES, STATUSES, TYPES, UNRATED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from cliffhanger.domain.claim import Claim, Judgement, Observation
    from cliffhanger.domain.source import Snapshot
    from cliffhanger.sources.batch import Batch
    from cliffhanger.sources.records import Record

_NEEDED = ("id", "name", "status", "type", "first_air_date", "seasons", "networks")
_LEFT = (
    "adult", "backdrop_path", "episode_run_time", "homepage", "in_production", "languages", "last_episode_to_air",
    "number_of_seasons", "overview", "poster_path", "production_companies", "production_countries",
    "softcore", "spoken_languages", "tagline",
)  # fmt: skip
_AT = "obtained_at"
_HIGHEST = 10


def parse(snapshot: Snapshot) -> Batch:
    """Turn the pages of one visit into claims and observations.

    Raises:
        BadFileError: where a page is no JSON, or the series have lost a field that every one of them had.
    """
    rows = [page.json(name=snapshot.name) | {_AT: page.obtained_at} for page in load(snapshot)]
    need_fields(snapshot.name, rows, _NEEDED)
    return parse_records(SOURCE.name, rows, _series)


def _series(record: Record) -> Iterator[Claim | Observation | Judgement]:
    number, name = record.need("id"), " ".join(str(record.need("name")).split())
    at: datetime = record.fields.pop(_AT)
    show = Speaker(SOURCE.name, show_id("tmdb", str(number)), at, f"{SOURCE.homepage.rstrip('/')}/tv/{number}")
    yield from show.claim(Predicate.TITLE, name)
    original = record.text("original_name")
    yield from show.claim(Predicate.ALIAS, original if original != name else "")
    yield from _described(record, show)
    yield from show.dated(Predicate.PREMIERE_DATE, record.day("first_air_date"), season=1)
    yield from show.dated(Predicate.LAST_AIR_DATE, record.day("last_air_date"))
    yield from _numbers(record, show)
    for season in record.each("seasons"):
        yield from _season(season, show)
    ids = record.inside("external_ids")
    yield from show.declares(ids.imdb("imdb_id"), evidence=f"TMDB lists the id among those of {show.show}")
    ids.fields.clear()
    yield from _coming(record.inside("next_episode_to_air"), show)
    yield from _where(record, show)
    record.drop(*_LEFT)


def _described(record: Record, show: Speaker) -> Iterator[Claim]:
    status, kind = record.text("status"), record.text("type")
    meant = record.translated(status, STATUSES, "status") if status else None
    yield from show.claim(Predicate.STATUS, meant or "", wording=status)
    sort = record.translated(kind, TYPES, "type") if kind else None
    yield from show.claim(Predicate.KIND, sort or "", wording=kind)
    for genre in record.each("genres"):
        word = genre.text("name")
        for ours in genre.translated(word, GENRES, "genre") or ():
            yield from show.claim(Predicate.GENRE, ours, wording=word)
        genre.fields.clear()
    for network in record.each("networks"):
        yield from show.network(network.text("name"))
        network.fields.clear()
    for creator in record.each("created_by"):
        yield from show.claim(Predicate.CREATOR, creator.text("name"))
        creator.fields.clear()
    language = record.text("original_language")
    yield from show.claim(Predicate.LANGUAGE, LANGUAGES.get(language, language))
    for country in record.items("origin_country"):
        yield from show.claim(Predicate.COUNTRY, str(country))


def _numbers(record: Record, show: Speaker) -> Iterator[Claim | Observation]:
    votes, average = record.number("vote_count"), record.number("vote_average", highest=_HIGHEST)
    yield from show.observe(Metric.TMDB_VOTES, votes)
    # Without votes the average stands at nought.
    yield from show.observe(Metric.TMDB_VOTE_AVERAGE, average if votes else None)
    yield from show.observe(Metric.TMDB_POPULARITY, record.number("popularity"))
    if episodes := record.number("number_of_episodes"):
        yield from show.claim(Predicate.EPISODE_COUNT, str(int(episodes)))


def _season(record: Record, show: Speaker) -> Iterator[Claim]:
    number, day, count = record.number("season_number"), record.day("air_date"), record.number("episode_count")
    record.fields.clear()
    # Specials stand under number nought.
    if not number:
        return
    season = int(number)
    yield from show.dated(Predicate.PREMIERE_DATE, day, season=season)
    if count:
        yield from show.claim(Predicate.EPISODE_COUNT, str(int(count)), season=season)
    if day is None or day > show.known_at.date():
        yield from show.claim(Predicate.NEXT_SEASON_LISTED, str(season), season=season)


def _coming(record: Record, show: Speaker) -> Iterator[Claim]:
    season, number = record.number("season_number", lowest=1), record.number("episode_number", lowest=1)
    if season is not None and number is not None:
        place = {"season": int(season), "episode": int(number)}
        yield from show.dated(Predicate.PREMIERE_DATE, record.day("air_date"), **place)
    record.fields.clear()


def _where(record: Record, show: Speaker) -> Iterator[Claim]:
    """Tell for whom it is fit, at home, and who streams it where within a subscription."""
    for rating in record.inside("content_ratings").each("results"):
        word = rating.text("rating")
        if rating.text("iso_3166_1") == HOME and word and word not in UNRATED:
            yield from show.claim(Predicate.CONTENT_RATING, word)
        rating.fields.clear()
    countries = record.inside("watch/providers").inside("results")
    for country in sorted(countries.fields):
        offers = countries.inside(country)
        for provider in offers.each("flatrate"):
            yield from show.claim(Predicate.AVAILABLE_ON, provider.text("provider_name"), unit=country)
            provider.fields.clear()
        offers.fields.clear()
