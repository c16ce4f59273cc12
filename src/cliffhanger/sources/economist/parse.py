"""The Economist's table of seasons to claims and observations.

Its ``date`` is the mean air date of a season's episodes, not the premiere; its
``share`` is a percentage of all ratings cast for the dramas of that year.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import polars as pl

from cliffhanger.domain.vocabulary import Metric, Predicate
from cliffhanger.sources.batch import Batch
from cliffhanger.sources.columns import Fault, claims_of, observations_of, sift, start_of_day, translate
from cliffhanger.sources.economist import words
from cliffhanger.sources.economist.source import SOURCE
from cliffhanger.sources.tables import collect, delimited_header, left_over, published_at, scan_delimited

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from cliffhanger.domain.source import Snapshot
    from cliffhanger.sources.batch import SetAside

VERSION = "1"

TOGETHER = False

COLUMNS = ("titleId", "seasonNumber", "date", "av_rating", "share", "genres")
"""The columns taken."""

# The title is IMDb's, and comes from there.
_LEFT = ("title",)
_NAME = re.compile(r"season_ratings_\d{4}-\d{2}\.csv")
_DISTINCTIVE = {"titleId", "av_rating", "share"}
_LOWEST, _HIGHEST = 1, 10
_WHOLE = 100


def recognises(snapshot: Snapshot) -> bool:
    """Say whether the file is the Economist's table."""
    return bool(_NAME.fullmatch(snapshot.name)) or set(delimited_header(snapshot)) >= _DISTINCTIVE


def parse(snapshots: Sequence[Snapshot]) -> Batch:
    """Turn one file into claims and observations.

    Raises:
        BadFileError: where the file is damaged or lacks a column.
    """
    (snapshot,) = snapshots
    lazy, others = scan_delimited(snapshot, columns=dict.fromkeys(COLUMNS, pl.String))
    rows = collect(lazy, name=snapshot.name)
    seasons, aside = _seasons(rows)
    day = published_at(snapshot)
    claims, unknown = _claims(seasons, day)
    return Batch(
        rows_read=rows.height,
        claims=claims,
        observations=observations_of(
            seasons.with_columns(pl.lit(day).alias("known_at")),
            source=SOURCE.name,
            metrics={"av_rating": Metric.IMDB_RATING, "share": Metric.RATINGS_SHARE},
        ),
        set_aside=(*aside, *unknown),
        left_over=left_over(others, ignored=_LEFT),
    )


def _seasons(rows: pl.DataFrame) -> tuple[pl.DataFrame, tuple[SetAside, ...]]:
    """Keep the sound rows, typed; of two that bear the same season number, the one that aired first."""
    text = [pl.col(name).fill_null("") for name in COLUMNS]
    title, season, aired, rating, share, _ = text
    sound, aside = sift(
        rows,
        [
            Fault("titleId", "not an IMDb id of a title", ~title.str.contains(r"^tt\d{5,10}$")),
            Fault("seasonNumber", "not a season number", ~season.str.contains(r"^\d{1,4}$")),
            Fault("date", "not a date", aired.str.to_date("%Y-%m-%d", strict=False).is_null()),
            _out_of("av_rating", rating, _LOWEST, _HIGHEST, "a rating"),
            _out_of("share", share, 0, _WHOLE, "a percentage"),
            Fault("titleId", "an exact copy of an earlier row", ~pl.struct(*COLUMNS).is_first_distinct()),
        ],
    )
    typed = sound.with_columns(
        pl.concat_str(pl.lit("imdb:"), pl.col("titleId")).alias("show"),
        pl.col("seasonNumber").cast(pl.Int32).alias("season"),
        pl.col("date").str.to_date("%Y-%m-%d"),
        pl.col("av_rating", "share").cast(pl.Float64),
    )
    place = pl.col("date").rank("ordinal").over("show", "season")
    single, doubled = sift(typed, [Fault("date", "a season that aired earlier bears the same number", place > 1)])
    return single, (*aside, *doubled)


def _out_of(column: str, text: pl.Expr, low: float, high: float, meaning: str) -> Fault:
    number = text.cast(pl.Float64, strict=False)
    wrong = number.is_null() | number.is_nan() | (number < low) | (number > high)
    return Fault(column, f"not {meaning} from {low:g} to {high:g}", wrong)


def _claims(seasons: pl.DataFrame, day: datetime) -> tuple[pl.DataFrame, tuple[SetAside, ...]]:
    aired = seasons.select(
        "show",
        "season",
        pl.lit(str(Predicate.MEAN_AIR_DATE)).alias("predicate"),
        pl.col("date").cast(pl.String).alias("value"),
        pl.col("date").alias("valid_from"),
        pl.col("date").alias("valid_to"),
        start_of_day(pl.col("date")).alias("known_at"),
    )
    words_apart = seasons.with_columns(pl.col("genres").str.split(",")).explode("genres")
    genres, unknown = translate(words_apart, "genres", words.genre)
    described = genres.select(
        "show",
        pl.lit(str(Predicate.GENRE)).alias("predicate"),
        pl.col("genres").alias("value"),
        pl.lit(day).alias("known_at"),
    )
    return claims_of(pl.concat([aired, described], how="diagonal"), source=SOURCE.name), unknown
