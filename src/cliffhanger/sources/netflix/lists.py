"""Netflix's other two lists: the weekly Top 10 of each country, and the most popular titles of all time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from cliffhanger.domain.vocabulary import Metric, Predicate
from cliffhanger.sources.batch import Batch
from cliffhanger.sources.columns import ROW, Fault, known_word, observations_of, sift, start_of_day, translate
from cliffhanger.sources.netflix.frames import claims, first_heard, said, scoped
from cliffhanger.sources.netflix.weekly import named
from cliffhanger.sources.netflix.words import CHARTS
from cliffhanger.sources.tables import published_at, read_delimited

if TYPE_CHECKING:
    from cliffhanger.domain.source import Snapshot
    from cliffhanger.sources.batch import SetAside

COUNTRIES = (
    "country_name", "country_iso2", "week", "category", "weekly_rank", "show_title", "season_title",
    "cumulative_weeks_in_top_10",
)  # fmt: skip
POPULAR = (
    "category", "rank", "show_title", "season_title", "hours_viewed_first_91_days", "runtime",
    "views_first_91_days",
)  # fmt: skip
_WEEKLY = {"weekly_rank": Metric.WEEKLY_RANK, "cumulative_weeks_in_top_10": Metric.WEEKS_IN_TOP10}
_EVER = {"hours_viewed_first_91_days": Metric.HOURS_91_DAYS, "views_first_91_days": Metric.VIEWS_91_DAYS}
_SUNDAY, _LAST_RANK = 7, 10
_NUMBER = r"^\d+(?:\.\d+)?$"


def parse_countries(snapshot: Snapshot) -> Batch:
    """Turn the countries' weekly charts into observations, each known on the Tuesday after its week.

    Raises:
        BadFileError: where the file is no table or lacks a column.
    """
    frame, others = _read(snapshot, COUNTRIES)
    listed, unknown = _series(frame)
    week = pl.col("week").str.to_date("%Y-%m-%d", strict=False)
    ranked = pl.col("weekly_rank").cast(pl.Int32, strict=False).is_between(1, _LAST_RANK).fill_null(value=False)
    sound, aside = sift(
        listed,
        [
            Fault("week", "not the Sunday that ends a week", week.is_null() | (week.dt.weekday() != _SUNDAY)),
            Fault("weekly_rank", f"not a rank from 1 to {_LAST_RANK}", ~ranked),
            Fault("show_title", "no title", pl.col("show_title").is_null()),
            Fault("country_iso2", "not a country", ~pl.col("country_iso2").str.contains(r"^[A-Z]{2}$")),
            Fault(
                "cumulative_weeks_in_top_10",
                "not a number",
                ~pl.col("cumulative_weeks_in_top_10").str.contains(_NUMBER),
            ),
        ],
    )
    typed = sound.with_columns(week, *(pl.col(column).cast(pl.Float64) for column in _WEEKLY))
    chart = pl.concat_str("category", pl.lit(" in "), "country_iso2")
    weeks = scoped(named(typed), chart).with_columns(
        (pl.col("week") - pl.duration(days=6)).alias("period_start"),
        pl.col("week").alias("period_end"),
        start_of_day(pl.col("week") + pl.duration(days=2)).alias("known_at"),
    )
    observed = observations_of(weeks, source="netflix", metrics=_WEEKLY)
    return _batch(frame, weeks, observed, (*unknown, *aside), others)


def parse_popular(snapshot: Snapshot) -> Batch:
    """Turn the most popular titles into observations of their first 91 days, known since the file was obtained.

    Raises:
        BadFileError: where the file is no table or lacks a column.
    """
    frame, others = _read(snapshot, POPULAR)
    listed, unknown = _series(frame)
    numbers = [Fault(name, "not a number", ~pl.col(name).str.contains(_NUMBER)) for name in _EVER]
    sound, aside = sift(listed, [Fault("show_title", "no title", pl.col("show_title").is_null()), *numbers])
    typed = sound.with_columns(*(pl.col(column).cast(pl.Float64) for column in _EVER))
    ever = scoped(named(typed), pl.col("category")).with_columns(pl.lit(published_at(snapshot)).alias("known_at"))
    return _batch(frame, ever, observations_of(ever, source="netflix", metrics=_EVER), (*unknown, *aside), others)


def _read(snapshot: Snapshot, columns: tuple[str, ...]) -> tuple[pl.DataFrame, tuple[str, ...]]:
    return read_delimited(snapshot, columns=dict.fromkeys(columns, pl.String), separator="\t", quote=None)


def _series(frame: pl.DataFrame) -> tuple[pl.DataFrame, tuple[SetAside, ...]]:
    listed, unknown = translate(
        frame.with_row_index(ROW, 1).with_columns(pl.col("category").alias("lists")),
        "lists",
        lambda word, row: known_word(CHARTS, word, source="netflix", field="category", row=row),
    )
    series, films = sift(
        listed.filter(pl.col("lists").is_not_null()),
        [Fault("category", "film, not a series", pl.col("lists") == "films")],
    )
    return series, (*unknown, *films)


def _batch(
    frame: pl.DataFrame,
    rows: pl.DataFrame,
    observed: pl.DataFrame,
    aside: tuple[SetAside, ...],
    others: tuple[str, ...],
) -> Batch:
    first = rows.group_by("show", maintain_order=True).agg(pl.col("known_at").min())
    network = said(first, Predicate.NETWORK, pl.lit("Netflix")).with_columns(
        pl.lit("in Netflix's Top 10").alias("wording")
    )
    return Batch(frame.height, claims([first_heard(rows), network]), observed, set_aside=aside, left_over=others)
