"""IMDb as it was read on one day after another, to observations that are honest on every day between.

Before ``VOTES_SINCE`` the history knew of rated episodes only: ``n_listed`` is
then the same number as ``n_rated``, not the length of IMDb's list.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import polars as pl

from cliffhanger.domain.errors import BadFileError
from cliffhanger.sources.batch import CLAIM_SCHEMA, Batch
from cliffhanger.sources.columns import ROW, Fault, observations_of, sift, start_of_day
from cliffhanger.sources.imdb_history.source import SOURCE
from cliffhanger.sources.imdb_history.words import DAY_COLUMNS, SEASON_COLUMNS
from cliffhanger.sources.tables import left_over, parquet_header, read_parquet

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from cliffhanger.domain.source import Snapshot
    from cliffhanger.domain.vocabulary import Metric

VERSION = "1"

TOGETHER = False

VOTES_SINCE = date(2026, 1, 1)
"""From here on every rated season has votes.

A rated row without votes is a fault of the day on which the way of reading
changed: its "mean rating" is the mean of the episodes' numbers, 5.5 for ten
episodes, and a sound row of the same day mostly stands beside it.
"""

SEASONS, FIRST_SEEN, TRACKED = "season_snapshots", "episode_first_seen", "tracked_series"

COLUMNS: dict[str, dict[str, type[pl.DataType]]] = {
    SEASONS: {
        "tconst": pl.String,
        "date": pl.Date,
        "season": pl.Int32,
        "n_listed": pl.Int32,
        "n_rated": pl.Int32,
        "mean_rating": pl.Float64,
        "sum_votes": pl.Int64,
    },
    FIRST_SEEN: {
        "tconst_series": pl.String,
        "tconst": pl.String,
        "season": pl.Int32,
        "episode": pl.Int32,
        "first_listed": pl.Date,
        "first_rated": pl.Date,
    },
    TRACKED: {"tconst_series": pl.String, "tracked_since": pl.Date},
}
"""The columns taken from each file."""

# The same day as in the file of tracked series.
_LEFT = ("series_tracked_since",)
_TITLE_ID = r"^tt\d{5,10}$"
_LOWEST, _HIGHEST = 1, 10


def recognises(snapshot: Snapshot) -> bool:
    """Say whether the file is one of the history's three."""
    return _layout(snapshot) is not None


def parse(snapshots: Sequence[Snapshot]) -> Batch:
    """Turn one file into observations.

    Raises:
        BadFileError: where the file is damaged or lacks a column.
    """
    (snapshot,) = snapshots
    layout = _layout(snapshot)
    if layout is None:
        raise BadFileError(name=snapshot.name, reason=f"is none of {', '.join(COLUMNS)}")
    frame, others = read_parquet(snapshot, columns=COLUMNS[layout])
    sound, aside = sift(frame.with_row_index(ROW, 1), _FAULTS[layout]())
    return Batch(
        rows_read=frame.height,
        claims=pl.DataFrame(schema=CLAIM_SCHEMA),
        observations=_of_seasons(sound) if layout == SEASONS else _of_days(sound),
        set_aside=aside,
        left_over=left_over(others, ignored=_LEFT),
    )


def _layout(snapshot: Snapshot) -> str | None:
    """Tell the three files apart, by name, else by their columns."""
    stem = snapshot.name.removesuffix(".parquet")
    if stem in COLUMNS:
        return stem
    header = set(parquet_header(snapshot))
    return next((name for name, columns in COLUMNS.items() if set(columns) <= header), None)


def _season_faults() -> list[Fault]:
    rated, rating = pl.col("n_rated") > 0, pl.col("mean_rating")
    no_votes = (pl.col("date") >= VOTES_SINCE) & rated & pl.col("sum_votes").is_null()
    said = pl.struct(*COLUMNS[SEASONS])
    same_day = pl.struct("tconst", "season", "date")
    return [
        _not_an_id("tconst"),
        Fault("date", "a row without a day", pl.col("date").is_null()),
        _not_a_count("season", "a season number"),
        Fault("mean_rating", "rated without votes: a mean of episode numbers, not of ratings", no_votes),
        Fault(
            "mean_rating",
            f"not a rating from {_LOWEST} to {_HIGHEST}",
            rating.is_nan() | (rating < _LOWEST) | (rating > _HIGHEST),
        ),
        Fault("n_listed", "more episodes rated than listed", pl.col("n_rated") > pl.col("n_listed")),
        # The rows of a day stand in the order in which they were read, so the last one tells how the day ended.
        Fault("date", "an exact copy of a later row", ~said.is_last_distinct()),
        Fault("date", "a later row of the same day stands", ~same_day.is_last_distinct()),
    ]


def _of_seasons(rows: pl.DataFrame) -> pl.DataFrame:
    """Observe each number where it differs from the one before it, of the same season."""
    seasons = rows.sort("tconst", "season", "date", ROW).with_columns(pl.col("mean_rating").round(2))
    changed = [_where_changed(seasons, column, metric) for column, metric in SEASON_COLUMNS.items()]
    return pl.concat(changed)


def _where_changed(seasons: pl.DataFrame, column: str, metric: Metric) -> pl.DataFrame:
    known = seasons.drop_nulls(column)
    first = (pl.col("tconst") != pl.col("tconst").shift()) | (pl.col("season") != pl.col("season").shift())
    differs = pl.col(column) != pl.col(column).shift()
    # The first row of all has nothing before it to differ from.
    changes = known.filter((first | differs).fill_null(value=True))
    return _observed(
        changes.select(
            "season", column, pl.col("tconst").alias("show"), start_of_day(pl.col("date")).alias("known_at")
        ),
        {column: metric},
    )


def _episode_faults() -> list[Fault]:
    place = pl.col("first_listed").rank("ordinal").over("tconst_series", "season", "episode")
    return [
        _not_an_id("tconst_series"),
        _not_a_count("season", "a season number"),
        _not_a_count("episode", "an episode number"),
        Fault("first_listed", "a row without a day", pl.col("first_listed").is_null()),
        Fault("tconst", "an episode that was listed earlier bears the same number", place > 1),
    ]


def _series_faults() -> list[Fault]:
    return [
        _not_an_id("tconst_series"),
        Fault("tracked_since", "a row without a day", pl.col("tracked_since").is_null()),
        Fault("tconst_series", "another row tracks the same series", ~pl.col("tconst_series").is_first_distinct()),
    ]


def _of_days(rows: pl.DataFrame) -> pl.DataFrame:
    """Observe each day, as days since 1970-01-01, on that day itself."""
    about = [pl.col("tconst_series").alias("show"), *(c for c in ("season", "episode") if c in rows.columns)]
    return pl.concat(
        _observed(
            rows.select(*about, pl.col(day).to_physical().alias(day), start_of_day(pl.col(day)).alias("known_at")),
            {day: metric},
        )
        for day, metric in DAY_COLUMNS.items()
        if day in rows.columns
    )


def _not_an_id(column: str) -> Fault:
    bad = pl.col(column).is_null() | ~pl.col(column).str.contains(_TITLE_ID)
    return Fault(column, "not an IMDb id of a title", bad)


def _not_a_count(column: str, meaning: str) -> Fault:
    return Fault(column, f"not {meaning}", pl.col(column).is_null() | (pl.col(column) < 0))


def _observed(rows: pl.DataFrame, metrics: Mapping[str, Metric]) -> pl.DataFrame:
    named = rows.with_columns(pl.concat_str(pl.lit("imdb:"), pl.col("show")).alias("show"))
    return observations_of(named, source=SOURCE.name, metrics=metrics)


_FAULTS: dict[str, Callable[[], list[Fault]]] = {
    SEASONS: _season_faults,
    FIRST_SEEN: _episode_faults,
    TRACKED: _series_faults,
}
