"""Titles to claims: what a series is called, when it began, what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from cliffhanger.domain.errors import UnknownWordError
from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.sources.batch import SetAside
from cliffhanger.sources.columns import ROW, Fault, blank, claims_of, sift, start_of_day, translate
from cliffhanger.sources.imdb import words
from cliffhanger.sources.imdb.layout import TITLES, Table, not_an_id, read_table
from cliffhanger.sources.imdb.source import SOURCE

if TYPE_CHECKING:
    from datetime import datetime

    from cliffhanger.domain.source import Snapshot

_YEAR = r"^(18|19|20)\d\d$"


def read_titles(snapshot: Snapshot) -> Table:
    """Read the series among the titles, which are a fortieth of the official file.

    Raises:
        BadFileError: where the file is not what it claims to be.
    """
    types: dict[str, tuple[int, int]] = {}

    def keep(rows: pl.DataFrame) -> pl.DataFrame:
        found = rows.group_by("titleType", maintain_order=True).agg(pl.col(ROW).min(), pl.len().alias("rows"))
        for title_type, row, number in found.iter_rows():
            first, before = types.get(title_type or "", (row, 0))
            types[title_type or ""] = (first, before + number)
        return rows.filter(pl.col("titleType").is_in(list(words.SERIES)))

    series, read, left = read_table(snapshot, TITLES, keep)
    unknown: list[SetAside] = []
    for title_type, (row, number) in sorted(types.items(), key=lambda each: each[1]):
        try:
            words.is_series(title_type, row)
        except UnknownWordError as error:
            unknown.append(SetAside(row, error.field, error.word, f"unknown {error.field}", number))
    sound, aside = sift(
        series,
        [
            not_an_id("tconst"),
            Fault("primaryTitle", "a series without a title", pl.col("primaryTitle").is_null()),
            Fault("tconst", "another row describes the same series", ~pl.col("tconst").is_first_distinct()),
        ],
    )
    sound, blanked = blank(
        sound, [Fault(name, "not a year", ~pl.col(name).str.contains(_YEAR)) for name in ("startYear", "endYear")]
    )
    return Table(sound, read, (*unknown, *aside, *blanked), left)


def title_claims(titles: pl.DataFrame, day: datetime) -> tuple[pl.DataFrame, tuple[SetAside, ...]]:
    """Make the claims of the series that :func:`read_titles` read.

    A series was called what it is called, and known to begin, from the first
    day of the year in which it began; everything else is known since the day
    of the file, because it may have been changed on any day before.
    """
    began = start_of_day(pl.date(pl.col("startYear").cast(pl.Int32), 1, 1))
    shows = titles.with_columns(
        pl.concat_str(pl.lit("imdb:"), pl.col("tconst")).alias("show"),
        pl.min_horizontal(began, pl.lit(day)).alias("began"),
        pl.lit(day).alias("delivered"),
    )
    genres, unknown = translate(
        shows.with_columns(pl.col("genres").str.split(",")).explode("genres"), "genres", words.genre
    )
    kinds = {word: str(kind) for word, kind in words.SERIES.items() if kind}
    kind = pl.col("titleType").replace_strict(kinds, default=None, return_dtype=pl.String)
    renamed = pl.when(pl.col("originalTitle") != pl.col("primaryTitle")).then(pl.col("originalTitle"))
    claims = [
        _said(shows, Predicate.TITLE, pl.col("primaryTitle"), "began"),
        _said(shows, Predicate.ALIAS, renamed, "began"),
        _said(shows, Predicate.START_YEAR, pl.col("startYear"), "began"),
        _said(shows, Predicate.END_YEAR, pl.col("endYear"), "delivered"),
        _said(shows, Predicate.KIND, kind, "delivered"),
        _said(genres, Predicate.GENRE, pl.col("genres"), "delivered"),
    ]
    return claims_of(pl.concat(claims), source=SOURCE.name), unknown


def _said(shows: pl.DataFrame, predicate: Predicate, value: pl.Expr, known_at: str) -> pl.DataFrame:
    return shows.select(
        "show", pl.lit(str(predicate)).alias("predicate"), value.alias("value"), pl.col(known_at).alias("known_at")
    )
