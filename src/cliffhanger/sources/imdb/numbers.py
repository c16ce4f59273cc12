"""Episodes, ratings and listings to observations: of a series, of its seasons, of its episodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from cliffhanger.domain.vocabulary import Metric
from cliffhanger.sources.columns import Fault, observations_of, sift
from cliffhanger.sources.imdb.layout import (
    EPISODES,
    LISTINGS,
    RATINGS,
    Table,
    not_a_number,
    not_an_id,
    read_table,
)
from cliffhanger.sources.imdb.source import SOURCE
from cliffhanger.sources.pieces import gathered

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from cliffhanger.domain.source import Snapshot
    from cliffhanger.sources.batch import SetAside

_RATED = {"averageRating": Metric.IMDB_RATING, "numVotes": Metric.IMDB_VOTES}
_SEASON = _RATED | {
    "rated": Metric.EPISODES_RATED,
    "listed": Metric.EPISODES_LISTED,
    "first": Metric.FIRST_EPISODE_NUMBER,
    "middle": Metric.MEDIAN_EPISODE_NUMBER,
    "last": Metric.LAST_EPISODE_NUMBER,
}
_LOWEST, _HIGHEST = 1, 10


def read_episodes(snapshot: Snapshot) -> Table:
    """Read which title is which episode of which season.

    Raises:
        BadFileError: where the file is not what it claims to be.
    """
    placed = pl.struct("parentTconst", "tconst")
    return _read(
        snapshot,
        EPISODES,
        [
            not_an_id("tconst"),
            not_an_id("parentTconst"),
            Fault("seasonNumber", "an episode without a season number", pl.col("seasonNumber").is_null()),
            not_a_number("seasonNumber", "a season number"),
            Fault("episodeNumber", "an episode without a number", pl.col("episodeNumber").is_null()),
            not_a_number("episodeNumber", "an episode number"),
        ],
        # IMDb moves episodes between series, and may list one under both for some days.
        once=Fault("tconst", "another row describes the same episode", ~placed.is_first_distinct()),
        numbers=("seasonNumber", "episodeNumber"),
    )


def read_ratings(snapshot: Snapshot) -> Table:
    """Read ratings and votes, of whatever titles.

    Raises:
        BadFileError: where the file is not what it claims to be.
    """
    rating = pl.col("averageRating").cast(pl.Float64, strict=False)
    out_of_range = rating.is_null() | rating.is_nan() | (rating < _LOWEST) | (rating > _HIGHEST)
    return _read(
        snapshot,
        RATINGS,
        [
            not_an_id("tconst"),
            Fault("averageRating", f"not a rating from {_LOWEST} to {_HIGHEST}", out_of_range),
            Fault("numVotes", "a rating without votes", pl.col("numVotes").is_null()),
            not_a_number("numVotes", "a number of votes"),
        ],
        once=Fault("tconst", "another row rates the same title", ~pl.col("tconst").is_first_distinct()),
        numbers=("numVotes",),
    )


def read_listings(snapshot: Snapshot) -> Table:
    """Read how many episodes are listed for each season, rated or not.

    Raises:
        BadFileError: where the file is not what it claims to be.
    """
    season = pl.struct("tconst", "seasonNumber")
    return _read(
        snapshot,
        LISTINGS,
        [
            not_an_id("tconst"),
            Fault("seasonNumber", "a listing without a season number", pl.col("seasonNumber").is_null()),
            not_a_number("seasonNumber", "a season number"),
            Fault("episodesListed", "a listing without a number", pl.col("episodesListed").is_null()),
            not_a_number("episodesListed", "a number of episodes"),
        ],
        once=Fault("tconst", "another row lists the same season", ~season.is_first_distinct()),
        numbers=("seasonNumber", "episodesListed"),
    )


def observations(
    series: pl.Series, episodes: pl.DataFrame, ratings: pl.DataFrame, listings: pl.DataFrame | None, day: datetime
) -> tuple[pl.DataFrame, tuple[SetAside, ...]]:
    """Make the observations of one delivery.

    Args:
        series: ids of the series that have a title.
        episodes: what :func:`read_episodes` read; a parent without a title keeps its numbers.
        ratings: what :func:`read_ratings` read.
        listings: what :func:`read_listings` read, or None: then the episodes are counted.
        day: the day of the delivery.

    Returns:
        The observations, and the episodes whose number another episode bears.
    """
    shows = pl.concat([series, episodes["parentTconst"]]).unique()
    numbered = episodes.join(ratings.drop("row"), on="tconst", how="left", maintain_order="left")
    alone, doubled = sift(
        numbered,
        [
            Fault(
                "tconst",
                "another episode of the season bears the same number",
                ~pl.struct("parentTconst", "seasonNumber", "episodeNumber").is_first_distinct(),
            )
        ],
    )
    whole = ratings.filter(pl.col("tconst").is_in(shows.implode()))
    parts = [
        _observed(whole.rename({"tconst": "show"}), _RATED, day),
        _observed(_seasons(numbered, listings), _SEASON, day),
        _observed(
            alone.rename({"parentTconst": "show", "seasonNumber": "season", "episodeNumber": "episode"}), _RATED, day
        ),
    ]
    return pl.concat(parts), doubled


def _seasons(episodes: pl.DataFrame, listings: pl.DataFrame | None) -> pl.DataFrame:
    """Sum up the seasons, those that are listed without a rated episode included."""
    number = pl.col("tconst").str.slice(2).cast(pl.Int64)
    rated = pl.col("averageRating").is_not_null()
    seasons = (
        episodes.rename({"parentTconst": "show", "seasonNumber": "season"})
        .group_by("show", "season")
        .agg(
            # Rounded, because the last digits of a mean depend on the order of adding.
            pl.col("averageRating").mean().round(4),
            pl.when(rated.any()).then(pl.col("numVotes").sum()).alias("numVotes"),
            rated.sum().alias("rated"),
            pl.len().alias("listed"),
            # Of the rated ones: ids of episodes yet to come tell when a season was listed, not when it aired.
            number.filter(rated).min().alias("first"),
            number.filter(rated).median().alias("middle"),
            number.filter(rated).max().alias("last"),
        )
    )
    if listings is not None:
        listed = listings.select(show="tconst", season="seasonNumber", listed="episodesListed")
        seasons = seasons.drop("listed").join(listed, on=["show", "season"], how="full", coalesce=True)
    elif not episodes["averageRating"].has_nulls():
        # A file of nothing but rated episodes has been cut down to them: it does not list the others.
        seasons = seasons.with_columns(pl.lit(None).alias("listed"))
    return seasons.with_columns(pl.col("rated").fill_null(0)).sort("show", "season")


def _observed(frame: pl.DataFrame, metrics: dict[str, Metric], day: datetime) -> pl.DataFrame:
    # Before it is turned into rows of single numbers: most episodes of the official files have none.
    some = frame.filter(pl.any_horizontal(pl.col(column).is_not_null() for column in metrics))
    shown = some.with_columns(
        pl.concat_str(pl.lit("imdb:"), pl.col("show")).alias("show"), pl.lit(day).alias("known_at")
    )
    return observations_of(shown, source=SOURCE.name, metrics=metrics)


def _read(snapshot: Snapshot, name: str, faults: Sequence[Fault], *, once: Fault, numbers: tuple[str, ...]) -> Table:
    """Read a file's sound rows.

    Args:
        snapshot: the file.
        name: which of the delivery's it is.
        faults: what can be wrong with a row by itself.
        once: what is wrong with a row that says again what another one said.
        numbers: the columns of whole numbers.
    """
    aside: list[SetAside] = []

    def keep(rows: pl.DataFrame) -> pl.DataFrame:
        sound, told = sift(rows, faults)
        aside.extend(told)
        ratings = [pl.col("averageRating").cast(pl.Float64)] if name == RATINGS else []
        return sound.with_columns(pl.col(*numbers).cast(pl.Int32), *ratings)

    frame, rows, left = read_table(snapshot, name, keep)
    sound, twice = sift(frame, [once])
    return Table(sound, rows, (*gathered(aside), *twice), left)
