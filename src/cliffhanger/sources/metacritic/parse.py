"""Metacritic's catalogue to claims and observations; scores and counts are as of the day in the file's name.

A score is Metacritic's only where it also has Metacritic's word for it ("Mixed
or average"): without one, the nought in the file says that there are too few
reviews for a score.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import polars as pl

from cliffhanger.domain.claim import Claim, Observation
from cliffhanger.domain.clock import start_of
from cliffhanger.domain.dates import PartialDate
from cliffhanger.domain.errors import BadRowError
from cliffhanger.domain.ids import show_id
from cliffhanger.domain.vocabulary import Metric, Modality, Predicate
from cliffhanger.sources.batch import parse_rows
from cliffhanger.sources.columns import known_word
from cliffhanger.sources.metacritic.source import SOURCE
from cliffhanger.sources.metacritic.words import GENRES
from cliffhanger.sources.tables import delimited_header, left_over, published_at, read_delimited, records

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from cliffhanger.domain.source import Snapshot
    from cliffhanger.sources.batch import Batch

VERSION = "1"
TOGETHER = False

_COLUMNS = (
    "id", "title", "releaseDate", "seasonCount", "rating", "genres", "metascore", "metascore_count",
    "metascore_sentiment", "userscore", "userscore_count", "userscore_sentiment", "created_by", "top_cast",
)  # fmt: skip
# Companies are makers, sellers and broadcasters of all countries in one list: none of them is "the" network.
_LEFT = ("description", "duration", "tagline", "production_companies", "director", "writer")
_DISTINCTIVE = {"metascore", "userscore"}
_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")
_HIGHEST = 100


def recognises(snapshot: Snapshot) -> bool:
    """Say whether the file is Metacritic's catalogue."""
    return set(delimited_header(snapshot)) >= _DISTINCTIVE


def parse(snapshots: Sequence[Snapshot]) -> Batch:
    """Turn one file into claims and observations.

    Raises:
        BadFileError: where the file is no table or lacks a column.
    """
    (snapshot,) = snapshots
    frame, others = read_delimited(snapshot, columns=dict.fromkeys(_COLUMNS, pl.String))
    published = published_at(snapshot)

    def parse_row(number: int, row: Mapping[str, str | None]) -> Iterator[Claim | Observation]:
        show = show_id("metacritic", _required(row, "id"))
        yield from _claims(number, row, show, published)
        yield from _observations(row, show, published)

    return replace(parse_rows(records(frame), parse_row), left_over=left_over(others, ignored=_LEFT))


def _claims(number: int, row: Mapping[str, str | None], show: str, published: datetime) -> Iterator[Claim]:
    genres = (
        known_word(GENRES, word, source=SOURCE.name, field="genre", row=number) for word in _listed(row, "genres")
    )
    said: list[tuple[Predicate, str | None]] = [
        (Predicate.TITLE, " ".join(_required(row, "title").split())),
        (Predicate.SEASON_COUNT, _count(row, "seasonCount")),
        (Predicate.CONTENT_RATING, row["rating"]),
        *((Predicate.GENRE, genre) for genre in genres),
        *((Predicate.CREATOR, name) for name in _listed(row, "created_by")),
        *((Predicate.CAST, name) for name in _listed(row, "top_cast")),
    ]
    for predicate, value in said:
        if value is not None:
            yield Claim(source=SOURCE.name, show=show, predicate=predicate, value=value, known_at=published)
    if row["releaseDate"]:
        released = _released(row["releaseDate"])
        known_at = start_of(released.last)
        yield Claim(
            source=SOURCE.name,
            show=show,
            season=1,
            predicate=Predicate.PREMIERE_DATE,
            value=released.iso(),
            valid_from=released.first,
            valid_to=released.last,
            known_at=min(known_at, published),
            modality=Modality.PLAN if start_of(released.first) > published else Modality.EVENT,
        )


def _observations(row: Mapping[str, str | None], show: str, published: datetime) -> Iterator[Observation]:
    for metric, column, scope in (
        (Metric.METASCORE, "metascore", "critics"),
        (Metric.METACRITIC_USER_SCORE, "userscore", "users"),
    ):
        readings = [(Metric.REVIEW_COUNT, _number(row, f"{column}_count"))]
        if row[f"{column}_sentiment"]:
            readings.append((metric, _score(row, column)))
        for measured, value in readings:
            if value is not None:
                yield Observation(
                    source=SOURCE.name, show=show, metric=measured, value=value, scope=scope, known_at=published
                )


def _released(text: str) -> PartialDate:
    """Read a day, a month or a year."""
    found = _DATE.fullmatch(text)
    if found is None:
        raise BadRowError(field="releaseDate", value=text, reason="not a date")
    try:
        first = date(int(found["year"]), int(found["month"] or 1), int(found["day"] or 1))
    except ValueError as error:
        raise BadRowError(field="releaseDate", value=text, reason="not a date") from error
    if found["day"]:
        return PartialDate(first, first)
    month = int(found["month"] or 12)
    return PartialDate(first, date(first.year, month, calendar.monthrange(first.year, month)[1]), text)


def _listed(row: Mapping[str, str | None], column: str) -> list[str]:
    return [name for part in (row[column] or "").split(",") if (name := part.strip())]


def _required(row: Mapping[str, str | None], column: str) -> str:
    value = (row[column] or "").strip()
    if not value:
        raise BadRowError(field=column, value=row[column], reason=f"no {column}")
    return value


def _number(row: Mapping[str, str | None], column: str) -> float | None:
    text = row[column]
    if not text:
        return None
    if not re.fullmatch(r"\d+(?:\.\d+)?", text):
        raise BadRowError(field=column, value=text, reason="not a number")
    return float(text)


def _count(row: Mapping[str, str | None], column: str) -> str | None:
    number = _number(row, column)
    return None if number is None else str(round(number))


def _score(row: Mapping[str, str | None], column: str) -> float | None:
    score = _number(row, column)
    if score is not None and score > _HIGHEST:
        raise BadRowError(field=column, value=row[column], reason=f"more than {_HIGHEST}")
    return score
