"""TVmaze's catalogue to claims and observations, as of the end of the month in the file's name.

The heads of the two date columns are swapped in the file of June 2024. Which
way round they stand is read off the rows themselves, so that a mended file is
read right too; a row that then ends before it begins is set aside.
"""

from __future__ import annotations

import ast
import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import polars as pl

from cliffhanger.domain.claim import Claim, Observation
from cliffhanger.domain.errors import BadRowError
from cliffhanger.domain.ids import key_of, show_id
from cliffhanger.domain.platforms import canonical
from cliffhanger.domain.vocabulary import Metric, Predicate
from cliffhanger.sources.batch import parse_rows
from cliffhanger.sources.columns import known_word
from cliffhanger.sources.said import Speaker
from cliffhanger.sources.tables import delimited_header, left_over, published_at, read_delimited, records
from cliffhanger.sources.tvmaze.source import SOURCE
from cliffhanger.sources.tvmaze.words import GENRES, LANGUAGES, TYPES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from cliffhanger.domain.source import Snapshot
    from cliffhanger.sources.batch import Batch

_DATES = ("Premiere Date", "End Date")
_COLUMNS = (
    "Name", *_DATES, "Genres", "Type", "Language", "Network", "Rating", "Total Seasons", "Total Episodes",
    "Character Names", "Person Names",
)  # fmt: skip
_LEFT = ("Summary", "Average Runtime", "Schedule (days)", "Schedule (time)", "Official Site")
_DISTINCTIVE = {"Schedule (days)", "Person Names"}
_NUMBERED = re.compile(r"(?:^|, )(\d+)-")
_HIGHEST = 10


def recognises(snapshot: Snapshot) -> bool:
    """Say whether the file is TVmaze's catalogue."""
    return set(delimited_header(snapshot)) >= _DISTINCTIVE


def parse(snapshot: Snapshot) -> Batch:
    """Turn one file into claims and observations.

    Raises:
        BadFileError: where the file is no table or lacks a column.
    """
    frame, others = read_delimited(snapshot, columns=dict.fromkeys(_COLUMNS, pl.String))
    published = published_at(snapshot)
    first, last = _DATES[::-1] if _swapped(frame) else _DATES

    def parse_row(number: int, row: Mapping[str, str | None]) -> Iterator[Claim | Observation]:
        name = " ".join((row["Name"] or "").split())
        if not name:
            raise BadRowError(field="Name", value=row["Name"], reason="no name")
        begun, ended = _day(row, first), _day(row, last)
        if begun and ended and ended < begun:
            raise BadRowError(field=last, value=f"{begun} to {ended}", reason="the series ends before it begins")
        show = show_id("tvmaze_name", key_of(name, str(begun or "")))
        yield from _facts(number, row, name, show, published)
        if begun:
            yield from Speaker(SOURCE.name, show, published).dated(Predicate.PREMIERE_DATE, begun, season=1)
        if ended:
            yield from Speaker(SOURCE.name, show, published).dated(Predicate.LAST_AIR_DATE, ended)

    return replace(parse_rows(records(frame), parse_row), left_over=left_over(others, ignored=_LEFT))


def _swapped(frame: pl.DataFrame) -> bool:
    """Say whether more rows end before they begin than the other way round."""
    premiere, end = (pl.col(column).str.to_date("%Y-%m-%d", strict=False) for column in _DATES)
    backward, forward = frame.select((premiere > end).sum().alias("backward"), (premiere < end).sum()).row(0)
    return bool(backward > forward)


def _facts(
    number: int, row: Mapping[str, str | None], name: str, show: str, published: datetime
) -> Iterator[Claim | Observation]:
    for predicate, value, unit, wording in _said(number, row, name):
        yield Claim(
            source=SOURCE.name,
            show=show,
            predicate=predicate,
            value=value,
            unit=unit,
            wording=wording,
            known_at=published,
        )
    if row["Rating"]:
        yield Observation(
            source=SOURCE.name, show=show, metric=Metric.TVMAZE_RATING, value=_rating(row), known_at=published
        )


def _said(number: int, row: Mapping[str, str | None], name: str) -> Iterator[tuple[Predicate, str, str, str]]:
    """Give what the row says of the series as it stood: predicate, value, unit, and TVmaze's own word."""
    yield Predicate.TITLE, name, "", ""
    if network := row["Network"]:
        known = canonical(network)
        yield Predicate.NETWORK, known, "", network if network != known else ""
    if kind := row["Type"]:
        yield Predicate.KIND, known_word(TYPES, kind, source=SOURCE.name, field="type", row=number), "", kind
    if language := row["Language"]:
        ours = known_word(LANGUAGES, language, source=SOURCE.name, field="language", row=number)
        yield Predicate.LANGUAGE, ours, "", ""
    for genre in _genres(row):
        yield Predicate.GENRE, known_word(GENRES, genre, source=SOURCE.name, field="genre", row=number), "", ""
    for predicate, column in (
        (Predicate.SEASON_COUNT, "Total Seasons"),
        (Predicate.EPISODE_COUNT, "Total Episodes"),
    ):
        if count := row[column]:
            if not re.fullmatch(r"\d+", count):
                raise BadRowError(field=column, value=count, reason="not a whole number")
            yield predicate, count, "", ""
    characters = _numbered(row["Character Names"])
    for index, person in _numbered(row["Person Names"]).items():
        yield Predicate.CAST, person, characters.get(index, ""), ""


def _numbered(text: str | None) -> dict[str, str]:
    """Take "0-Walter White, 1-Jesse Pinkman" apart; a name may hold a comma of its own."""
    parts = _NUMBERED.split(text or "")
    return {index: name.strip() for index, name in zip(parts[1::2], parts[2::2], strict=True) if name.strip()}


def _genres(row: Mapping[str, str | None]) -> list[str]:
    text = row["Genres"] or "[]"
    try:
        genres = ast.literal_eval(text)
    except (ValueError, SyntaxError) as error:
        raise BadRowError(field="Genres", value=text, reason="not a list of words") from error
    if not isinstance(genres, list) or not all(isinstance(genre, str) for genre in genres):
        raise BadRowError(field="Genres", value=text, reason="not a list of words")
    return genres


def _rating(row: Mapping[str, str | None]) -> float:
    text = row["Rating"] or ""
    if not re.fullmatch(r"\d+(?:\.\d+)?", text) or float(text) > _HIGHEST:
        raise BadRowError(field="Rating", value=text, reason=f"not a rating up to {_HIGHEST}")
    return float(text)


def _day(row: Mapping[str, str | None], column: str) -> date | None:
    text = row[column]
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadRowError(field=column, value=text, reason="not a date") from error
