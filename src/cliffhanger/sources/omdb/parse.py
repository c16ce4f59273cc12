"""OMDb's catalogue to claims and observations, all as of the month that stands in the file's name.

A field that cannot be right is set aside alone; the rest of its row lands.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import polars as pl

from cliffhanger.domain.vocabulary import Metric, Modality, Predicate
from cliffhanger.sources.batch import Batch
from cliffhanger.sources.columns import ROW, Fault, blank, claims_of, observations_of, sift, start_of_day, translate
from cliffhanger.sources.omdb import words
from cliffhanger.sources.omdb.source import SOURCE
from cliffhanger.sources.tables import left_over, parquet_header, published_at, read_parquet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from cliffhanger.domain.source import Snapshot
    from cliffhanger.sources.batch import SetAside

VERSION = "1"

TOGETHER = False

COLUMNS = (
    "imdbID", "Type", "Title", "Year", "Rated", "Released", "Genre", "Actors", "Language", "Country", "imdbRating",
    "imdbVotes", "totalSeasons",
)  # fmt: skip
"""The columns taken."""

# Directors, writers and awards are of single episodes: no series names its creator; none has a Metascore.
_LEFT = ("Director", "Writer", "Awards", "Metascore", "Runtime")
_NAME = re.compile(r"series_\d{4}-\d{2}\.parquet")
_DISTINCTIVE = {"imdbID", "totalSeasons"}
_UNKNOWN = "N/A"
_FIRST_YEAR_THERE_CAN_BE = 1900
_LOWEST, _HIGHEST = 1, 10
_DASH = "[\N{EN DASH}-]"


def recognises(snapshot: Snapshot) -> bool:
    """Say whether the file is OMDb's."""
    return bool(_NAME.fullmatch(snapshot.name)) or set(parquet_header(snapshot)) >= _DISTINCTIVE


def parse(snapshots: Sequence[Snapshot]) -> Batch:
    """Turn one file into claims and observations.

    Raises:
        BadFileError: where the file is damaged or lacks a column.
    """
    (snapshot,) = snapshots
    frame, others = read_parquet(snapshot, columns=dict.fromkeys(COLUMNS, pl.String))
    series, aside = _series(frame.with_row_index(ROW, 1))
    day = published_at(snapshot)
    claims, unknown = _claims(series, day)
    return Batch(
        rows_read=frame.height,
        claims=claims,
        observations=observations_of(
            series.with_columns(pl.lit(day).alias("known_at")),
            source=SOURCE.name,
            metrics={"imdbRating": Metric.IMDB_RATING, "imdbVotes": Metric.IMDB_VOTES},
        ),
        set_aside=(*aside, *unknown),
        left_over=left_over(others, ignored=_LEFT),
    )


def _series(rows: pl.DataFrame) -> tuple[pl.DataFrame, tuple[SetAside, ...]]:
    """Keep the series, and give every field its type; what cannot be right becomes null."""
    known = rows.with_columns(pl.when(pl.col(COLUMNS) != _UNKNOWN).then(pl.col(COLUMNS)).name.keep())
    other_works = [word for word, ours in words.WORKS.items() if ours is None]
    sound, aside = sift(
        known,
        [
            Fault(
                "imdbID", "not an IMDb id of a title", pl.col("imdbID").is_null() | ~_matches("imdbID", r"tt\d{5,10}")
            ),
            Fault("Type", "not a series", pl.col("Type").is_null() | pl.col("Type").is_in(other_works)),
            Fault("Title", "a series without a title", pl.col("Title").is_null()),
            Fault("imdbID", "another row describes the same series", ~pl.col("imdbID").is_first_distinct()),
        ],
    )
    typed, unknown = translate(sound, "Type", words.work)
    fields, blanked = blank(typed.drop_nulls("Type"), _field_faults())
    dated, misdated = blank(
        fields.with_columns(
            pl.concat_str(pl.lit("imdb:"), pl.col("imdbID")).alias("show"),
            pl.col("Year").str.head(4).cast(pl.Int32).alias("start"),
            pl.col("Year").str.extract(rf"{_DASH}(\d{{4}})$").alias("end"),
            pl.col("Released").str.to_date("%d %b %Y", strict=False),
            pl.col("imdbRating").cast(pl.Float64),
            pl.col("imdbVotes").str.replace_all(",", "").cast(pl.Int64),
            pl.col("totalSeasons").cast(pl.Int32),
        ),
        # A release abroad, a repeat or a disc: whatever it dates, it is not the first season's premiere.
        [
            Fault(
                "Released",
                "released more than a year off the first year",
                (pl.col("Released").dt.year() - pl.col("start")).abs() > 1,
            )
        ],
    )
    return dated, (*aside, *unknown, *blanked, *misdated)


def _field_faults() -> list[Fault]:
    rating = pl.col("imdbRating").cast(pl.Float64, strict=False)
    seasons = pl.col("totalSeasons").cast(pl.Int32, strict=False)
    return [
        Fault(
            "Year", "not a year, nor from one year to another", ~_matches("Year", rf"\d{{4}}(?:{_DASH}(?:\d{{4}})?)?")
        ),
        Fault(
            "Released",
            "not a date",
            pl.col("Released").is_not_null() & pl.col("Released").str.to_date("%d %b %Y", strict=False).is_null(),
        ),
        Fault(
            "imdbRating",
            f"not a rating from {_LOWEST} to {_HIGHEST}",
            ~_matches("imdbRating", r"\d+(?:\.\d+)?") | (rating < _LOWEST) | (rating > _HIGHEST),
        ),
        Fault("imdbVotes", "not a number of votes", ~_matches("imdbVotes", r"\d{1,3}(?:,?\d{3}){0,3}")),
        Fault("totalSeasons", "not a number of seasons", ~_matches("totalSeasons", r"\d{1,4}")),
        Fault("totalSeasons", "a year, not a number of seasons", seasons >= _FIRST_YEAR_THERE_CAN_BE),
    ]


def _matches(column: str, pattern: str) -> pl.Expr:
    return pl.col(column).str.contains(f"^(?:{pattern})$")


def _claims(series: pl.DataFrame, day: datetime) -> tuple[pl.DataFrame, tuple[SetAside, ...]]:
    dated = series.with_columns(pl.lit(day).alias("day"))
    translations: list[tuple[Predicate, str, Callable[[str, int], str | None]]] = [
        (Predicate.GENRE, "Genre", words.genre),
        (Predicate.COUNTRY, "Country", words.country),
        (Predicate.LANGUAGE, "Language", words.language),
        (Predicate.CONTENT_RATING, "Rated", words.content_rating),
    ]
    claims = [
        _said(dated, Predicate.TITLE, "Title"),
        _said(dated, Predicate.START_YEAR, "start"),
        _said(dated, Predicate.END_YEAR, "end"),
        _said(dated, Predicate.SEASON_COUNT, "totalSeasons"),
        _said(_one_by_one(dated, "Actors"), Predicate.CAST, "Actors"),
        _premieres(dated),
    ]
    unknown: list[SetAside] = []
    for predicate, column, ours in translations:
        translated, told = translate(_one_by_one(dated, column), column, ours)
        unknown += told
        claims.append(_said(translated, predicate, column))
    return claims_of(pl.concat(claims, how="diagonal"), source=SOURCE.name), tuple(unknown)


def _one_by_one(series: pl.DataFrame, column: str) -> pl.DataFrame:
    """Take a list of words apart: one row a word."""
    return series.with_columns(pl.col(column).str.split(", ")).explode(column)


def _said(series: pl.DataFrame, predicate: Predicate, column: str) -> pl.DataFrame:
    return series.select(
        "show",
        pl.lit(str(predicate)).alias("predicate"),
        pl.col(column).cast(pl.String).alias("value"),
        pl.col("day").alias("known_at"),
    )


def _premieres(series: pl.DataFrame) -> pl.DataFrame:
    """Date the first seasons: one that had aired was known on its day, one that had not was a plan."""
    aired = start_of_day(pl.col("Released"))
    return series.drop_nulls("Released").select(
        "show",
        pl.lit(1, pl.Int32).alias("season"),
        pl.lit(str(Predicate.PREMIERE_DATE)).alias("predicate"),
        pl.col("Released").cast(pl.String).alias("value"),
        pl.col("Released").alias("valid_from"),
        pl.col("Released").alias("valid_to"),
        pl.min_horizontal(aired, "day").alias("known_at"),
        pl.when(aired > pl.col("day"))
        .then(pl.lit(str(Modality.PLAN)))
        .otherwise(pl.lit(str(Modality.EVENT)))
        .alias("modality"),
    )
