"""The weekly Top 10: ranks, hours, views and weeks in the chart, by season."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from cliffhanger.domain.vocabulary import Metric, Predicate
from cliffhanger.sources.batch import Batch
from cliffhanger.sources.columns import ROW, Fault, known_word, observations_of, sift, start_of_day, translate
from cliffhanger.sources.netflix.frames import claims, first_heard, named_frame, said, scoped
from cliffhanger.sources.netflix.titles import bare_number, read_weekly
from cliffhanger.sources.netflix.words import CHARTS, NO_SEASON
from cliffhanger.sources.tables import read_delimited

if TYPE_CHECKING:
    from cliffhanger.domain.source import Snapshot
    from cliffhanger.sources.batch import SetAside
    from cliffhanger.sources.netflix.titles import Named

_COLUMNS = (
    "week", "category", "weekly_rank", "show_title", "season_title", "weekly_hours_viewed", "runtime", "weekly_views",
    "cumulative_weeks_in_top_10",
)  # fmt: skip
_METRICS = {
    "weekly_rank": Metric.WEEKLY_RANK,
    "weekly_hours_viewed": Metric.WEEKLY_HOURS,
    "weekly_views": Metric.WEEKLY_VIEWS,
    "cumulative_weeks_in_top_10": Metric.WEEKS_IN_TOP10,
}
_NUMBERS = (*_METRICS, "runtime")
_SUNDAY = 7
_LAST_RANK = 10


def parse_chart(snapshot: Snapshot) -> Batch:
    """Turn the weekly chart into claims and observations.

    Raises:
        BadFileError: where the file is no table or lacks a column.
    """
    frame, others = read_delimited(
        snapshot, columns=dict.fromkeys(_COLUMNS, pl.String), separator="\t", quote=None
    )  # fmt: skip
    rows, aside = _sound(frame.with_row_index(ROW, 1))
    seasons = scoped(named(rows), pl.col("category"))
    weeks = seasons.with_columns(
        (pl.col("week") - pl.duration(days=6)).alias("period_start"),
        pl.col("week").alias("period_end"),
        start_of_day(pl.col("week") + pl.duration(days=2)).alias("known_at"),
    )
    runtimes = weeks.sort("known_at").unique(["show", "season", "scope", "runtime"], keep="first", maintain_order=True)
    first = weeks.group_by("show", maintain_order=True).agg(pl.col("known_at").min())
    # Some of the series in the chart are others', licensed: the wording tells how Netflix comes to be named.
    network = said(first, Predicate.NETWORK, pl.lit("Netflix")).with_columns(
        pl.lit("in Netflix's weekly Top 10").alias("wording")
    )
    return Batch(
        rows_read=frame.height,
        claims=claims([first_heard(weeks), network]),
        observations=pl.concat(
            [
                observations_of(weeks, source="netflix", metrics=_METRICS),
                observations_of(
                    runtimes.drop("period_start", "period_end"), source="netflix", metrics={"runtime": Metric.RUNTIME}
                ),
            ]
        ),
        set_aside=aside,
        left_over=others,
    )


def _sound(rows: pl.DataFrame) -> tuple[pl.DataFrame, tuple[SetAside, ...]]:
    """Keep the rows of series, and give the columns their types."""
    listed, unknown = translate(
        rows.with_columns(pl.col("category").alias("lists")),
        "lists",
        lambda word, row: known_word(CHARTS, word, source="netflix", field="category", row=row),
    )
    week = pl.col("week").str.to_date("%Y-%m-%d", strict=False)
    ranked = pl.col("weekly_rank").cast(pl.Int32, strict=False).is_between(1, _LAST_RANK).fill_null(value=False)
    sound, aside = sift(
        listed.filter(pl.col("lists").is_not_null()),
        [
            Fault("category", "film, not a series", pl.col("lists") == "films"),
            Fault("week", "not the Sunday that ends a week", week.is_null() | (week.dt.weekday() != _SUNDAY)),
            Fault("weekly_rank", f"not a rank from 1 to {_LAST_RANK}", ~ranked),
            Fault("show_title", "no title", pl.col("show_title").is_null()),
            *(Fault(name, "not a number", ~pl.col(name).str.contains(r"^\d+(?:\.\d+)?$")) for name in _NUMBERS),
        ],
    )
    typed = sound.with_columns(week, *(pl.col(column).cast(pl.Float64) for column in _NUMBERS))
    return typed, (*unknown, *aside)


def named(rows: pl.DataFrame) -> pl.DataFrame:
    """Add to rows of titles what each of them names: the series, its season, and the part of it."""
    keys = ["show_title", "season_title"]
    titles = rows.with_columns(pl.col("season_title").fill_null(NO_SEASON))
    pairs = titles.select(keys).unique(maintain_order=True).rows()
    numbered = frozenset(show for show, season in pairs if bare_number(show, season))
    meant: dict[tuple[str, ...], tuple[str, Named]] = {
        (show, season): (show, read_weekly(show, season, numbered=numbered)) for show, season in pairs
    }
    return titles.join(named_frame(meant, keys), on=keys, how="left")
