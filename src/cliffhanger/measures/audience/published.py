"""Netflix's weekly lists worked out again from their own hours and runtimes, and held to what Netflix published.

Netflix ranks by views since the week to 18 June 2023, and by hours before. Hours and views are published to the nearest
hundred thousand (hours to ten thousand before that), runtimes to the minute, written as decimal hours, which is what
Netflix divides by. So a figure worked out again can differ
in three ways that say nothing against the definition, and each disagreement is put under what explains it; one that
nothing explains says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from cliffhanger.ledger.engine import framed, given
from cliffhanger.measures.audience import charts
from cliffhanger.measures.audience.counting import MONDAY, WEEK
from cliffhanger.sources.tables import read_delimited

if TYPE_CHECKING:
    from ibis.backends import BaseBackend

    from cliffhanger.domain.source import Snapshot

NO_RUNTIME = "no runtime is published (0), so that views cannot be worked out"
LIVE = "a live show every week: its views are not its hours over the runtime of the week's instalment"
BESIDE = "beside a live show or one without a runtime, whose place is worked out otherwise than it was published"
TIED = "as many views as its neighbour at the precision published: digits that are not published decide"
TIED_HOURS = "as many hours as its neighbour at the precision published: digits that are not published decide"
NAMESAKE = "the published count begins again: another title of the same name"
UNEXPLAINED = "not explained"

LIVE_SHOWS = frozenset({"Raw"})
"""Shows of which the lists have each week's instalment under one name."""

COLUMNS = {
    "week": pl.String, "category": pl.String, "weekly_rank": pl.Int64, "show_title": pl.String,
    "season_title": pl.String, "weekly_hours_viewed": pl.Int64, "runtime": pl.Float64, "weekly_views": pl.Int64,
    "cumulative_weeks_in_top_10": pl.Int64,
}  # fmt: skip
_TO, _DECIMALS = 100_000, 10_000
_NAME = ("week", "category", "title")


def read(snapshot: Snapshot) -> pl.DataFrame:
    """Read the weekly lists, films and series.

    Raises:
        BadFileError: where the file is not that table.
    """
    frame, _ = read_delimited(snapshot, columns=COLUMNS, separator="\t", quote=None, null="N/A")
    day = pl.col("week").str.to_date("%Y-%m-%d")
    season = pl.when(pl.col("season_title") != pl.col("show_title")).then("season_title")
    title = pl.concat_str("show_title", season, separator=" | ", ignore_nulls=True)
    return frame.with_columns(
        week=day,
        title=title,
        number=((day.to_physical() + MONDAY) // WEEK).cast(pl.Int32),
        runtime=(pl.col("runtime") * _DECIMALS).round(),
    )


def checked(engine: BaseBackend, lists: pl.DataFrame) -> pl.DataFrame:
    """Return every disagreement of views, ranks and cumulative weeks.

    Args:
        engine: where the expressions run.
        lists: the result of :func:`read`.

    Returns:
        ``week``, ``category``, ``title``, ``column``, ``published``, ``recomputed`` (null where it cannot be), ``why``.
    """
    views = pl.col("weekly_hours_viewed") * _DECIMALS / pl.when(pl.col("runtime") > 0).then("runtime")
    frame = lists.with_columns(own_views=views)
    by = pl.when(pl.col("weekly_views").is_null()).then("weekly_hours_viewed")
    values = frame.with_columns(value=by.otherwise(pl.coalesce("own_views", "weekly_views")).cast(pl.Float64))
    table = given(
        engine,
        values.select("value", chart=pl.col("category"), week=pl.col("number"), item=pl.col("title")),
        "published",
    )
    found = framed(engine, charts.runs(charts.ranked(table)))
    own = frame.join(
        found.select(category="chart", number="week", title="item", own_rank="rank", own_weeks="weeks"),
        on=["category", "number", "title"],
    )
    return pl.concat([_views(own), _ranks(own), _weeks(own)]).sort("week", "category", "title", "column")


def _views(own: pl.DataFrame) -> pl.DataFrame:
    rounded = ((pl.col("own_views") / _TO + 0.5).floor() * _TO).cast(pl.Int64)
    why = (
        pl.when(pl.col("runtime") == 0)
        .then(pl.lit(NO_RUNTIME))
        .when(pl.col("show_title").is_in(LIVE_SHOWS))
        .then(pl.lit(LIVE))
        .otherwise(pl.lit(UNEXPLAINED))
    )
    return _told(own.filter(pl.col("weekly_views").is_not_null()), "weekly_views", rounded, why)


def _ranks(own: pl.DataFrame) -> pl.DataFrame:
    """A rank may differ where what ranks is published as equal, or where what was published could not be worked out."""
    shown = pl.coalesce("weekly_views", "weekly_hours_viewed")
    chart = ["week", "category"]
    level = own.with_columns(
        tied=pl.len().over(*chart, shown) > 1,
        unclear=(pl.col("show_title").is_in(LIVE_SHOWS) | (pl.col("runtime") == 0)).any().over(*chart),
    )
    why = (
        pl.when(pl.col("tied") & pl.col("weekly_views").is_null())
        .then(pl.lit(TIED_HOURS))
        .when("tied")
        .then(pl.lit(TIED))
        .when(pl.col("show_title").is_in(LIVE_SHOWS))
        .then(pl.lit(LIVE))
        .when("unclear")
        .then(pl.lit(BESIDE))
        .otherwise(pl.lit(UNEXPLAINED))
    )
    return _told(level, "weekly_rank", pl.col("own_rank").cast(pl.Int64), why)


def _weeks(own: pl.DataFrame) -> pl.DataFrame:
    """A count of weeks may be lower than ours by as many as a namesake had before."""
    count = pl.col("cumulative_weeks_in_top_10")
    again = own.sort("week").with_columns(
        before=(pl.col("own_weeks") - count), begun=(count == 1).cum_sum().over("category", "title")
    )
    again_begun = (pl.col("before") > 0) & (pl.col("begun") > 1)
    why = pl.when(again_begun).then(pl.lit(NAMESAKE)).otherwise(pl.lit(UNEXPLAINED))
    return _told(again, "cumulative_weeks_in_top_10", pl.col("own_weeks").cast(pl.Int64), why)


def _told(own: pl.DataFrame, column: str, recomputed: pl.Expr, why: pl.Expr) -> pl.DataFrame:
    both = own.with_columns(published=pl.col(column), recomputed=recomputed, column=pl.lit(column))
    wrong = both.filter(pl.col("published").ne_missing(pl.col("recomputed")))
    told = wrong.with_columns(why=why)
    return told.select(*_NAME, "column", "published", "recomputed", "why")


def told(lists: pl.DataFrame, found: pl.DataFrame, *, everything: bool) -> list[str]:
    """Return the check in lines: how much was worked out again, how much agrees, and what does not, and why.

    Args:
        lists: the result of :func:`read`.
        found: the result of :func:`checked`.
        everything: whether every disagreement has a line.
    """
    weeks = lists["week"].unique().sort()
    lines = [f"{len(weeks)} weeks, {weeks[0]} to {weeks[-1]}, {lists.height:,} places"]
    for column in ("weekly_rank", "weekly_views", "cumulative_weeks_in_top_10"):
        of = lists[column].count()
        wrong = found.filter(pl.col("column") == column)
        lines.append(f"{column}: {of - wrong.height:,} of {of:,} agree")
        for why, rows in wrong.group_by("why").len().sort("len", descending=True).iter_rows():
            lines.append(f"  {rows:,}: {why}")
    if everything:
        lines += [
            f"{week}  {category}  {title}: {column} {published}, worked out {recomputed}: {why}"
            for week, category, title, column, published, recomputed, why in found.iter_rows()
        ]
    return lines
