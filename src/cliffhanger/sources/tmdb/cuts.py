"""TMDB's four cuts to claims and observations.

What aired was known on the day it aired; a date behind the file's day is a
plan; everything else is as of the file's day, which the series of 2025 give
row by row. A status ("Canceled") is the word of that day, not a dated decision.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import polars as pl

from cliffhanger.domain.claim import Claim, Judgement, Observation
from cliffhanger.domain.clock import start_of
from cliffhanger.domain.errors import BadFileError, BadRowError
from cliffhanger.domain.ids import key_of, show_id
from cliffhanger.domain.platforms import canonical
from cliffhanger.domain.vocabulary import Metric, Predicate, Verdict
from cliffhanger.sources.batch import parse_rows
from cliffhanger.sources.columns import known_word
from cliffhanger.sources.said import Speaker
from cliffhanger.sources.tables import (
    delimited_header,
    left_over,
    parquet_header,
    published_at,
    read_delimited,
    read_parquet,
    records,
)
from cliffhanger.sources.tmdb.source import SOURCE
from cliffhanger.sources.tmdb.words import GENRES, LANGUAGES, STATUSES, TYPES, UNRATED

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from cliffhanger.domain.source import Snapshot
    from cliffhanger.sources.batch import Batch

# Our name of a field, and its column in the cut.
_SERIES_2024 = {
    "name": "name", "seasons": "number_of_seasons", "votes": "vote_count", "average": "vote_average",
    "popularity": "popularity", "networks": "network1", "first": "first_air_date", "last": "last_air_date",
    "status": "status",
}  # fmt: skip
_SERIES_2025 = {
    "id": "id", "name": "name", "first": "first", "last": "last", "status": "status", "type": "type", "seasons": "ns",
    "episodes": "ne", "votes": "votes", "average": "va", "popularity": "pop", "networks": "net", "day": "cached",
}  # fmt: skip
_NETFLIX_2026 = {
    "id": "id", "name": "name", "first": "first_air_date", "last": "last_air_date", "status": "status", "type": "type",
    "seasons": "num_seasons", "episodes": "num_episodes", "votes": "vote_count", "average": "vote_average",
    "popularity": "popularity", "genres": "genres", "language": "original_language", "countries": "origin_country",
    "keywords": "keywords", "rating": "us_content_rating", "imdb": "imdb_id", "creators": "created_by",
}  # fmt: skip
_SEASONS_2025 = {"id": "id", "season": "season", "aired": "air", "episodes": "n", "first": "first", "last": "last"}


class _Cut(NamedTuple):
    """One of the four cuts: its columns, those left alone, and what is true of all its rows."""

    columns: Mapping[str, str]
    left: tuple[str, ...] = ()
    network: str = ""


_CUTS = (
    # What the compiler of the table worked out himself.
    _Cut(_SERIES_2024, left=("renewed", "show_duration")),
    _Cut(_SERIES_2025),
    _Cut(
        _NETFLIX_2026,
        left=("in_production", "avg_episode_runtime", "show_age_days", "days_since_last_episode", "homepage"),
        network="Netflix",
    ),
    _Cut(_SEASONS_2025),
)
_DISTINCTIVE = (
    {"number_of_seasons", "network1"},
    {"ns", "ne", "cached"},
    {"us_content_rating", "num_seasons"},
    {"season", "air", "n"},
)
_NAME = re.compile(r"(?:netflix_)?(?:shows|seasons)_\d{4}-\d\d(?:-\d\d)?\.(?P<kind>csv|parquet)")
_IMDB = re.compile(r"tt\d{5,10}")


def recognises(snapshot: Snapshot) -> bool:
    """Say whether the file is one of the four cuts, or at least called and packed like one of the two of 2025."""
    if _NAME.fullmatch(snapshot.name) and snapshot.head(4) == b"PAR1":
        return True
    return _cut(snapshot) is not None


def parse(snapshot: Snapshot) -> Batch:
    """Turn one cut into claims, observations and declared ids.

    Raises:
        BadFileError: where the file is damaged or is none of the four cuts.
    """
    cut = _cut(snapshot)
    if cut is None:
        raise BadFileError(name=snapshot.name, reason="is none of the four cuts of TMDB, or not whole")
    read = read_parquet if snapshot.head(4) == b"PAR1" else read_delimited
    frame, others = read(snapshot, columns=dict.fromkeys(cut.columns.values(), pl.String))
    rows = records(frame.rename({column: field for field, column in cut.columns.items()}))
    published = published_at(snapshot)
    parse_row = _season if cut.columns is _SEASONS_2025 else _series

    def said(number: int, row: dict[str, str | None]) -> Iterator[Claim | Observation | Judgement]:
        if cut.network:
            row["networks"] = cut.network
        day = _day(row, "day") if "day" in row else None
        return parse_row(number, row, start_of(day) if day else published)

    return replace(parse_rows(rows, said), left_over=left_over(others, ignored=cut.left))


def _cut(snapshot: Snapshot) -> _Cut | None:
    header = set(parquet_header(snapshot) or delimited_header(snapshot))
    fitting = (cut for cut, names in zip(_CUTS, _DISTINCTIVE, strict=True) if header >= names)
    return next(fitting, None)


def _series(
    number: int, row: Mapping[str, str | None], published: datetime
) -> Iterator[Claim | Observation | Judgement]:
    name = " ".join((row["name"] or "").split())
    if not name:
        raise BadRowError(field="name", value=row["name"], reason="no name")
    show = show_id("tmdb", _whole(row, "id")) if "id" in row else show_id("tmdb_name", key_of(name, row["first"] or ""))
    for predicate, value, wording in _facts(number, row, name):
        yield Claim(
            source=SOURCE.name, show=show, predicate=predicate, value=value, wording=wording, known_at=published
        )
    if first := _day(row, "first"):
        yield from Speaker(SOURCE.name, show, published).dated(Predicate.PREMIERE_DATE, first, season=1)
    if last := _day(row, "last"):
        yield from Speaker(SOURCE.name, show, published).dated(Predicate.LAST_AIR_DATE, last)
    yield from _observations(row, show, published)
    yield from _declared(row, show, published)


def _facts(number: int, row: Mapping[str, str | None], name: str) -> Iterator[tuple[Predicate, str, str]]:
    """Give what the row says of the series as it stood: predicate, value, and TMDB's own word where it differs."""
    yield Predicate.TITLE, name, ""
    yield from _translated(number, row)
    # Of two names of one network, the first listed stands as the wording.
    networks = {canonical(network): network for network in reversed(_listed(row, "networks", "|"))}
    for known, network in reversed(networks.items()):
        yield Predicate.NETWORK, known, network if network != known else ""
    for predicate, field in ((Predicate.SEASON_COUNT, "seasons"), (Predicate.EPISODE_COUNT, "episodes")):
        # Nought stands for "not entered".
        if (count := int(_whole(row, field))) if row.get(field) else 0:
            yield predicate, str(count), ""
    if (language := row.get("language")) is not None:
        yield Predicate.LANGUAGE, LANGUAGES.get(language, language), ""
    if (rating := row.get("rating")) and rating not in UNRATED:
        yield Predicate.CONTENT_RATING, rating, ""
    for predicate, field in (
        (Predicate.COUNTRY, "countries"),
        (Predicate.THEME, "keywords"),
        (Predicate.CREATOR, "creators"),
    ):
        for value in _listed(row, field):
            yield predicate, value, ""


def _translated(number: int, row: Mapping[str, str | None]) -> Iterator[tuple[Predicate, str, str]]:
    if status := row["status"]:
        yield Predicate.STATUS, known_word(STATUSES, status, source=SOURCE.name, field="status", row=number), status
    if kind := row.get("type"):
        meant = known_word(TYPES, kind, source=SOURCE.name, field="type", row=number)
        if meant:
            yield Predicate.KIND, meant, kind
    for genre in _listed(row, "genres"):
        for ours in known_word(GENRES, genre, source=SOURCE.name, field="genre", row=number):
            yield Predicate.GENRE, ours, genre


def _observations(row: Mapping[str, str | None], show: str, published: datetime) -> Iterator[Observation]:
    votes, average, popularity = (_number(row, field) for field in ("votes", "average", "popularity"))
    readings = [
        (Metric.TMDB_VOTES, votes),
        # Without votes the average stands at nought.
        (Metric.TMDB_VOTE_AVERAGE, average if votes else None),
        (Metric.TMDB_POPULARITY, popularity),
    ]
    for metric, value in readings:
        if value is not None:
            yield Observation(source=SOURCE.name, show=show, metric=metric, value=value, known_at=published)


def _declared(row: Mapping[str, str | None], show: str, published: datetime) -> Iterator[Judgement]:
    if not (imdb := row.get("imdb")):
        return
    if not _IMDB.fullmatch(imdb):
        raise BadRowError(field="imdb_id", value=imdb, reason="not an IMDb id")
    yield Judgement(
        left=show,
        right=show_id("imdb", imdb),
        verdict=Verdict.SAME,
        method="declared id",
        confidence=0.99,
        author=SOURCE.name,
        judged_at=published,
        evidence=f"TMDB lists {imdb} among the external ids of {show}",
    )


def _season(_number: int, row: Mapping[str, str | None], published: datetime) -> Iterator[Claim]:
    show, season = show_id("tmdb", _whole(row, "id")), int(_whole(row, "season"))
    if not season:
        raise BadRowError(field="season", value=row["season"], reason="specials, not a season")
    # One season in ten is dated a day before its own first episode.
    first = _day(row, "first") or _day(row, "aired")
    last = _day(row, "last")
    if first and last and last < first:
        raise BadRowError(field="last", value=row["last"], reason="the season ends before it begins")
    if first:
        yield from Speaker(SOURCE.name, show, published).dated(Predicate.PREMIERE_DATE, first, season=season)
    if last:
        yield from Speaker(SOURCE.name, show, published).dated(Predicate.FINALE_DATE, last, season=season)
    if count := int(_whole(row, "episodes")):
        yield Claim(
            source=SOURCE.name,
            show=show,
            season=season,
            predicate=Predicate.EPISODE_COUNT,
            value=str(count),
            known_at=published,
        )


def _listed(row: Mapping[str, str | None], field: str, separator: str = ",") -> list[str]:
    return [item for part in (row.get(field) or "").split(separator) if (item := part.strip())]


def _day(row: Mapping[str, str | None], field: str) -> date | None:
    text = row[field]
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadRowError(field=field, value=text, reason="not a date") from error


def _whole(row: Mapping[str, str | None], field: str) -> str:
    text = row[field] or ""
    if not re.fullmatch(r"\d+", text):
        raise BadRowError(field=field, value=row[field], reason="not a whole number")
    return text


def _number(row: Mapping[str, str | None], field: str) -> float | None:
    text = row[field]
    if not text:
        return None
    if not re.fullmatch(r"\d+(?:\.\d+)?(?:[eE]-?\d+)?", text):
        raise BadRowError(field=field, value=text, reason="not a number")
    return float(text)
