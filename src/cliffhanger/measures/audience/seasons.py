"""What a log says of seasons, week by week since release, in the form that a slate is chosen by."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

if TYPE_CHECKING:
    from cliffhanger.measures.audience.run import Measures

_SECONDS = 3600


def viewing(measures: Measures) -> pl.DataFrame:
    """Return a row for each season of a show and whole week since its release, without a gap.

    Titles that name no show or no season are left out; so is the week in which the log ends, unless it ends with it.

    Args:
        measures: of a plan that counts the weeks since release.

    Returns:
        ``show``, ``season``, ``week`` (from 1), ``hours``, ``viewers`` (of the week), ``unique_viewers`` and
        ``devoted_viewers`` (of the season so far).
    """
    about = measures.titles.filter(pl.col("show").is_not_null() & pl.col("season").is_not_null()).select(
        "title", "show", "season", "released", pl.col("starters").alias("unique_viewers"),
        pl.col("devoted").alias("devoted_viewers"),
    )  # fmt: skip
    opened = pl.col("released").to_physical()
    whole = ((pl.lit(measures.last) + 1 - opened) // 7).alias("whole")
    weeks = about.with_columns(whole).filter(pl.col("whole") > 0)
    every = weeks.with_columns(week=pl.int_ranges(1, pl.col("whole") + 1, dtype=pl.Int32)).explode("week")
    joined = every.join(measures.since_release, on=["title", "week"], how="left").with_columns(
        pl.col("seconds", "viewers").fill_null(0)
    )
    return joined.select(
        "show", "season", "week", (pl.col("seconds") / _SECONDS).alias("hours"), "viewers", "unique_viewers",
        "devoted_viewers",
    ).sort("show", "season", "week")  # fmt: skip
