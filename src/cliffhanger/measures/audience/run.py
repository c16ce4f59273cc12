"""A log to all measures: the order of the steps, and what is kept between them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import polars as pl

from cliffhanger.domain.errors import BadFileError
from cliffhanger.ledger.engine import framed, given, kept
from cliffhanger.measures.audience import charts, counting, inputs, panel, sketch, titles
from cliffhanger.sources.playback import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ibis.backends import BaseBackend
    from ibis.expr.types import IntegerColumn, Table

    from cliffhanger.sources.playback.titles import Titles

TWICE, MACHINE = "sent twice", "by a machine"


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be measured.

    Attributes:
        rules: how the log is read.
        names: the log's own names of columns, where they differ from ours.
        by: what ranks the charts: views, hours or viewers.
        size: places in a chart.
        streams: streams at once that a household may have.
        weights: ``viewer`` (as in the log) and ``weight``, where the viewers are a panel.
        since_release: whether weeks since each title's release are counted, too.
    """

    rules: parse.Rules = field(default_factory=parse.Rules)
    names: Mapping[str, str] = field(default_factory=dict)
    by: str = "views"
    size: int = charts.SIZE
    streams: int = counting.STREAMS
    weights: pl.DataFrame | None = None
    since_release: bool = False


@dataclass(frozen=True, slots=True)
class Measures:
    """All measures of a log, as frames whose columns docs/audience.md defines.

    Attributes:
        titles: a row a title.
        episodes: a row an episode.
        charts: a row for each territory, week and place.
        weekly: a row for each territory, week and title: ``seconds`` and ``viewers``.
        days: by title how many ``people`` took how many ``days`` to complete it.
        set_aside: ``reason`` and ``rows``.
        panel: estimates for the population, where the viewers are a panel; else empty.
        since_release: a row for each title and week since its release: ``seconds`` and ``viewers``; empty where the
            plan does not ask for it.
        events: events read.
        viewers: viewers counted.
        first: the first day counted, in days since 1970.
        last: the last.
        left_over: columns of the log that nobody read.
    """

    titles: pl.DataFrame
    episodes: pl.DataFrame
    charts: pl.DataFrame
    weekly: pl.DataFrame
    days: pl.DataFrame
    set_aside: pl.DataFrame
    panel: pl.DataFrame
    since_release: pl.DataFrame
    events: int
    viewers: int
    first: int
    last: int
    left_over: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Counted:
    daily: Table
    territories: Table
    aside: pl.DataFrame
    left_over: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Kept:
    daily: Table
    courses: Table
    sums: Table
    units: Table
    aside: pl.DataFrame
    left_over: tuple[str, ...]


def measure(
    engine: BaseBackend,
    address: str,
    listed: Titles,
    plan: Plan | None = None,
    tell: Callable[[str], None] = lambda _: None,
) -> Measures:
    """Measure a log.

    Args:
        engine: DuckDB or Spark.
        address: the log.
        listed: the list of titles.
        plan: what is to be measured.
        tell: told what is done next.

    Raises:
        BadFileError: where the log cannot be read, or has no event that counts.
    """
    chosen = plan or Plan()
    found = _prepare(engine, address, listed, chosen, tell)
    tell("what became of each title")
    people = framed(engine, found.courses.agg(viewers=found.courses.viewer.nunique()))["viewers"][0]
    span = framed(engine, found.daily.agg(first=found.daily.day.min(), last=found.daily.day.max())).row(0)
    if span[0] is None:
        raise BadFileError(name=address, reason="has no event that counts")
    episodes = _episodes(engine, found)
    days = framed(engine, titles.days_to_complete(found.courses))
    placed = charts.charts(found.sums, found.units, by=chosen.by, size=chosen.size)
    return Measures(
        titles=_titles(engine, found, episodes, days, listed),
        episodes=_named(episodes, listed),
        charts=_named(framed(engine, placed), listed).sort("territory", "week", "rank"),
        weekly=_named(framed(engine, found.sums), listed).sort("territory", "week", "title"),
        days=_named(days, listed).sort("title", "days"),
        set_aside=found.aside.sort("rows", "reason", descending=[True, False]),
        panel=_panel(engine, found, chosen, listed),
        since_release=_since_release(engine, found, listed) if chosen.since_release else pl.DataFrame(),
        events=int(found.aside["rows"].sum()) + int(_sum(engine, found.daily.sessions)),
        viewers=people,
        first=span[0],
        last=span[1],
        left_over=found.left_over,
    )


def charted(engine: BaseBackend, address: str, listed: Titles, plan: Plan | None = None) -> pl.DataFrame:
    """Return the charts of a log alone, as :func:`measure` gives them."""
    chosen = plan or Plan()
    units = given(engine, listed.units, "units")
    counted = _counted(engine, address, units, chosen, lambda _: None)
    sums = kept(engine, charts.weekly(counted.daily, units, counted.territories), "weekly")
    placed = charts.charts(sums, units, by=chosen.by, size=chosen.size)
    return _named(framed(engine, placed), listed).sort("territory", "week", "rank")


def _counted(engine: BaseBackend, address: str, units: Table, plan: Plan, tell: Callable[[str], None]) -> _Counted:
    """Return the daily rows of people, the territories, what was set aside, and the columns that were left over."""
    log, left_over = inputs.log(engine, address, plan.names)
    rows = parse.normal(log, plan.rules)
    tell("reading the log")
    spans = framed(engine, parse.spans(rows)).sort("territory")
    # Numbers are grouped by in half the time that texts take; in the order of the names, the least of both is one.
    numbered = spans.select(pl.int_range(pl.len(), dtype=pl.Int32).alias("territory_id"), "territory")
    territories = given(engine, numbered, "territories")
    first, last = spans.select(pl.col("first").min(), pl.col("last").max()).row(0)
    marked = parse.marked(rows, units, plan.rules, (first or 0, last or 0))
    hashed = kept(engine, parse.keys(rows, plan.rules), "viewers") if plan.rules.salt else None
    events = kept(engine, parse.coded(marked, hashed, territories), "events")
    reasons = framed(engine, parse.set_aside(events))
    tell("counting each event once")
    everything = kept(engine, counting.by_day(counting.once(parse.counted(events))), "everything")
    bots = kept(engine, counting.machines(everything, plan.streams), "machines")
    good = int(reasons.filter(pl.col("reason").is_null())["rows"].sum())
    sessions, machine = int(_sum(engine, everything.sessions)), int(_sum(engine, bots.sessions))
    extra = pl.DataFrame({"reason": [TWICE, MACHINE], "rows": [good - sessions, machine]})
    aside = pl.concat([reasons.drop_nulls(), extra], how="vertical_relaxed").filter(pl.col("rows") > 0)
    return _Counted(counting.without(everything, bots), territories, aside, left_over)


def _prepare(engine: BaseBackend, address: str, listed: Titles, plan: Plan, tell: Callable[[str], None]) -> _Kept:
    units = given(engine, listed.units, "units")
    counted = _counted(engine, address, units, plan, tell)
    daily = counted.daily
    blocks = listed.units["block"].n_unique()
    tell("following each viewer through each title")
    courses = kept(engine, titles.courses(daily, units, blocks), "courses")
    tell("summing the weeks")
    sums = kept(engine, charts.weekly(daily, units, counted.territories), "weekly")
    return _Kept(daily, courses, sums, units, counted.aside, counted.left_over)


def _episodes(engine: BaseBackend, found: _Kept) -> pl.DataFrame:
    viewed = framed(engine, titles.viewing(found.daily, found.units))
    stayed = framed(engine, titles.retention(found.courses, found.units))
    runtimes = framed(engine, found.units.select("number", "episode", "runtime"))
    joined = runtimes.join(viewed, on=["number", "episode"], how="left")
    joined = joined.join(stayed, on=["number", "episode"], how="left").fill_null(0)
    return joined.with_columns(
        (pl.col("seconds") / pl.col("runtime")).alias("average_audience"),
        *((pl.col(f"own_{d}") / pl.col("runtime")).alias(f"average_audience_{d}") for d in titles.CONSOLIDATED),
        pl.when(pl.col("starters") > 0).then(pl.col("went_on") / pl.col("starters")).alias("retention"),
    ).sort("number", "episode")


def _titles(
    engine: BaseBackend, found: _Kept, episodes: pl.DataFrame, days: pl.DataFrame, listed: Titles
) -> pl.DataFrame:
    reach = framed(engine, titles.reach(found.courses))
    devoted = framed(engine, titles.devoted(found.courses))
    about = framed(engine, sketch.estimate(sketch.registers(found.courses, "number"), "number"))
    summed = episodes.group_by("number").agg(
        pl.col("seconds").sum(),
        *(pl.col(f"seconds_{d}").sum() for d in titles.WINDOWS),
        pl.col("average_audience").mean(),
        *(pl.col(f"average_audience_{d}").mean() for d in titles.CONSOLIDATED),
    )
    joined = listed.about.join(summed, on="number", how="left").join(reach, on="number", how="left")
    joined = joined.join(about, on="number", how="left").join(devoted, on="number", how="left")
    counts = [name for name in joined.columns if name not in listed.about.columns]
    joined = joined.with_columns(pl.col(counts).fill_null(0)).join(_medians(days), on="number", how="left")
    runtime = pl.col("runtime")
    return (
        joined.with_columns(
            (pl.col("seconds") / 3600).alias("hours"),
            (pl.col("seconds") / runtime).alias("views"),
            *((pl.col(f"seconds_{d}") / 3600).alias(f"hours_{d}") for d in titles.WINDOWS),
            *((pl.col(f"seconds_{d}") / runtime).alias(f"views_{d}") for d in titles.WINDOWS),
            pl.when(pl.col("starters") > 0).then(pl.col("completers_90") / pl.col("starters")).alias("completion_rate"),
            (pl.col("seconds") / pl.col("seconds").sum()).alias("share"),
        )
        .drop("number")
        .sort("title")
    )


def _medians(days: pl.DataFrame) -> pl.DataFrame:
    """Return by title the lower median of the days to completion, and their mean."""
    ordered = days.sort("number", "days").with_columns(
        so_far=pl.col("people").cum_sum().over("number"), of=pl.col("people").sum().over("number")
    )
    halfway = ordered.filter(2 * pl.col("so_far") >= pl.col("of"))
    return (
        halfway.group_by("number")
        .agg(median_days_to_complete=pl.col("days").min())
        .join(
            days.group_by("number").agg(
                mean_days_to_complete=(pl.col("days") * pl.col("people")).sum() / pl.col("people").sum()
            ),
            on="number",
        )
    )


def _since_release(engine: BaseBackend, found: _Kept, listed: Titles) -> pl.DataFrame:
    weeks = framed(engine, titles.since_release(found.daily, found.units))
    return _named(weeks, listed).sort("title", "week")


def _panel(engine: BaseBackend, found: _Kept, plan: Plan, listed: Titles) -> pl.DataFrame:
    if plan.weights is None:
        return pl.DataFrame()
    weights = plan.weights.select(pl.col("viewer").cast(pl.String), pl.col("weight").cast(pl.Float64))
    own = given(engine, weights, "weights")
    keyed = parse.keyed(own, plan.rules).select("viewer", "weight")
    return _named(framed(engine, panel.estimates(found.courses, keyed)), listed).sort("title")


def _named(frame: pl.DataFrame, listed: Titles) -> pl.DataFrame:
    """Put titles in the place of their numbers."""
    names = listed.about.select("number", "title")
    named = frame.join(names, on="number", how="left").drop("number")
    return named.select("title", pl.exclude("title"))


def _sum(engine: BaseBackend, column: IntegerColumn) -> int:
    return engine.to_pyarrow(column.sum()).as_py() or 0
