"""All measures of a log by hand, for Polars."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

if TYPE_CHECKING:
    from pathlib import Path

DAY, GRACE, LOOKED_IN, PLACES = 86_400, 604_800, 119, 10
_EASTERN = ((1741503600, -18000), (1762063200, -14400), (1 << 40, -18000))
_BERLIN = ((1743296400, 3600), (1761440400, 7200), (1 << 40, 3600))


def measure(log: Path, units: pl.DataFrame) -> dict[str, int]:
    """Measure a log, and return sums by which the engines are compared."""
    marked = _marked(log, units.lazy())
    aside = marked.group_by("reason").len().collect(engine="streaming")
    everything = _everything(marked)
    span = (pl.col("day").max() - pl.col("day").min() + 1).cast(pl.Int64)
    machines = everything.lazy().group_by("viewer").agg(pl.col("seconds").sum(), span.alias("days"))
    machines = (
        machines.filter(pl.col("seconds") > pl.col("days") * 4 * DAY).select("viewer").collect(engine="streaming")
    )
    daily = everything.join(machines, on="viewer", how="anti")
    del everything
    weekly = _weekly(daily, units)
    episodes = _episodes(daily, units)
    courses = _courses(daily, units)
    del daily
    reach = _reach(courses)
    _small(courses, units)
    charts = _charts(weekly, units)
    return {
        "aside": int(aside["len"].sum()),
        "seconds": int(episodes["seconds"].sum()),
        "starters": int(reach["starters"].sum()),
        "completers": int(reach["completers"].sum()),
        "charts": int((charts["rank"] * charts["number"] * charts["weeks"]).sum()),
    }


def _marked(log: Path, units: pl.LazyFrame) -> pl.LazyFrame:
    started = pl.col("started_at").dt.epoch("s")
    listed = units.select("unit", "title", "released", pl.col("episode").cast(pl.Int16))
    rows = pl.scan_parquet(log / "*.parquet").join(listed, on=["title", "episode"], how="left", maintain_order="none")
    rows = rows.with_columns(started=started, received=pl.col("received_at").dt.epoch("s"))
    offset = (
        pl.when(pl.col("territory") == "US").then(_stepped(_EASTERN)).when(pl.col("territory") == "DE")
        .then(_stepped(_BERLIN)).when(pl.col("territory") == "BR").then(-10800).when(pl.col("territory") == "JP")
        .then(32400).otherwise(0)
    )  # fmt: skip
    rows = rows.with_columns(day=((pl.col("started") + offset) // DAY).cast(pl.Int32))
    reason = (
        pl.when(pl.col("viewer").is_null()).then(1).when(pl.col("started").is_null()).then(2)
        .when(pl.col("seconds").is_null() | (pl.col("seconds") < 1)).then(3).when(pl.col("seconds") > DAY).then(4)
        .when(pl.col("unit").is_null()).then(5).when(pl.col("day") < pl.col("released") - 1).then(6)
        .when(pl.col("received") - pl.col("started") > GRACE).then(7)
    )  # fmt: skip
    return rows.select("viewer", "unit", "started", "day", "seconds", "territory", reason=reason)


def _stepped(changes: tuple[tuple[int, int], ...]) -> pl.Expr:
    (first, before), (second, between), (_, after) = changes
    started = pl.col("started")
    return pl.when(started < first).then(before).when(started < second).then(between).otherwise(after)


def _everything(marked: pl.LazyFrame) -> pl.DataFrame:
    once = (
        marked.filter(pl.col("reason").is_null())
        .group_by("viewer", "unit", "started")
        .agg(pl.col("day").min(), pl.col("territory").min(), pl.col("seconds").max())
    )
    days = once.group_by("viewer", "unit", "day", "territory").agg(pl.col("seconds").cast(pl.Int64).sum(), pl.len())
    return days.collect(engine="streaming")


def _weekly(daily: pl.DataFrame, units: pl.DataFrame) -> pl.DataFrame:
    week = ((pl.col("day") + 3) // 7).alias("week")
    people = (
        daily.lazy().join(units.lazy().select("unit", "number"), on="unit", maintain_order="none")
        .group_by("territory", "number", "viewer", week).agg(pl.col("seconds").sum())
    )  # fmt: skip
    here = people.group_by("territory", "week", "number").agg(pl.col("seconds").sum(), pl.len().alias("viewers"))
    every = people.group_by("week", "number").agg(pl.col("seconds").sum(), pl.col("viewer").n_unique().alias("viewers"))
    every = every.with_columns(territory=pl.lit("all"), viewers=pl.col("viewers").cast(pl.UInt32))
    return pl.concat([here, every.select(here.collect_schema().names())]).collect(engine="streaming")


def _episodes(daily: pl.DataFrame, units: pl.DataFrame) -> pl.DataFrame:
    day, seconds = pl.col("day"), pl.col("seconds")
    windows = {f"seconds_{d}": seconds.filter(day < pl.col("opened") + d).sum() for d in (7, 28, 91)}
    own = {f"own_{d}": seconds.filter(day < pl.col("released") + d).sum() for d in (7, 28)}
    listed = units.lazy().select("unit", "number", "episode", "opened", "released")
    rows = daily.lazy().join(listed, on="unit", maintain_order="none")
    return rows.group_by("number", "episode").agg(seconds.sum(), **windows, **own).collect(engine="streaming")


def _courses(daily: pl.DataFrame, units: pl.DataFrame) -> pl.DataFrame:
    """Sort once for each running sum, and take the sum before a group's first row off all of its rows."""
    listed = units.lazy().select("unit", "number", "runtime", "whole", "opened", "bit")
    rows = daily.lazy().sort("viewer", "unit", "day").with_columns(so_far=_running("seconds", "unit"))
    before = pl.col("so_far") - pl.col("seconds")
    rows = rows.join(listed, on="unit", maintain_order="left").with_columns(
        gain=pl.min_horizontal("so_far", "runtime") - pl.min_horizontal(before, "runtime"),
        starts=(pl.col("so_far") > LOOKED_IN) & (before <= LOOKED_IN),
    )
    rows = rows.sort("viewer", "number", "day").with_columns(seen=_running("gain", "number"))
    day = pl.col("day")
    return (
        rows.group_by("viewer", "number")
        .agg(
            pl.col("opened").first(),
            pl.col("seconds").sum(),
            began=day.filter(pl.col("starts")).min(),
            watched=(10 * pl.col("so_far") >= 7 * pl.col("runtime")).any(),
            begun=pl.col("bit").filter(pl.col("starts")).sum(),
            done_70=day.filter(10 * pl.col("seen") >= 7 * pl.col("whole")).min(),
            done_90=day.filter(10 * pl.col("seen") >= 9 * pl.col("whole")).min(),
        )
        .collect(engine="streaming")
    )


def _running(column: str, within: str) -> pl.Expr:
    total = pl.col(column).cum_sum()
    opens = (pl.col("viewer") != pl.col("viewer").shift(1)) | (pl.col(within) != pl.col(within).shift(1))
    return total - pl.when(opens.fill_null(value=True)).then(total - pl.col(column)).forward_fill()


def _reach(courses: pl.DataFrame) -> pl.DataFrame:
    windows = {
        f"{name}_{d}": (pl.col(name) < pl.col("opened") + d).sum() for name in ("began", "done_90") for d in (7, 28, 91)
    }
    return (
        courses.lazy().group_by("number")
        .agg(pl.len(), pl.col("began").count().alias("starters"), pl.col("watched").sum(),
             pl.col("done_70").count().alias("some"), pl.col("done_90").count().alias("completers"),
             pl.col("viewer").approx_n_unique(), **windows)
        .collect(engine="streaming")
    )  # fmt: skip


def _small(courses: pl.DataFrame, units: pl.DataFrame) -> None:
    """Work out retention, days to completion and devoted viewers."""
    lazy = courses.lazy()
    began = pl.col("began").is_not_null()
    alike = lazy.filter(began).group_by("number", "begun").len("people")
    has, next_too = (pl.col("begun") & pl.col("bit")) != 0, (pl.col("begun") & (2 * pl.col("bit"))) != 0
    people = pl.col("people")
    steps = alike.join(units.lazy().select("number", "episode", "bit"), on="number").group_by("number", "episode")
    steps.agg(starters=people.filter(has).sum(), went_on=people.filter(has & next_too).sum()).collect()
    done = lazy.filter(began & pl.col("done_90").is_not_null())
    done.group_by("number", days=pl.col("done_90") - pl.col("began")).len().collect(engine="streaming")
    whole = lazy.group_by("viewer").agg(pl.col("seconds").sum().alias("all"))
    both = lazy.filter(began).join(whole, on="viewer", maintain_order="none")
    both.group_by("number").agg((2 * pl.col("seconds") >= pl.col("all")).sum()).collect(engine="streaming")


def _charts(weekly: pl.DataFrame, units: pl.DataFrame) -> pl.DataFrame:
    out = weekly.select("week", "number").unique().join(units, on="number")
    out = out.filter(((pl.col("released") + 3) // 7 <= pl.col("week")) | (pl.col("place") == 0))
    rows = weekly.join(out.group_by("week", "number").agg(pl.col("runtime").sum()), on=["week", "number"])
    chart, item = ["territory", "week"], ["territory", "number"]
    rows = rows.with_columns(
        views=pl.col("seconds") / pl.col("runtime"), share=pl.col("seconds") / pl.col("seconds").sum().over(chart)
    ).sort("views", "number", descending=[True, False])
    rows = rows.with_columns(rank=pl.int_range(1, pl.len() + 1).over(chart)).filter(pl.col("rank") <= PLACES)
    rows = rows.sort("week").with_columns(
        weeks=pl.int_range(1, pl.len() + 1).over(item),
        before=pl.col("week").shift(1).over(item),
        rank_before=pl.col("rank").shift(1).over(item),
        weeks_at_1=(pl.col("rank") == 1).cum_sum().over(item),
    )
    return rows.with_columns(consecutive=pl.int_range(1, pl.len() + 1).over(*item, pl.col("week") - pl.col("weeks")))
