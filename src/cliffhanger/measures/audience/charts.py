"""Weekly charts: who is where, whence, and for how long.

A chart is any table of ``chart`` (its name), ``week`` (a number), ``item`` and ``value``, so that one's own logs and
the lists that others publish go through the same arithmetic.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

from cliffhanger.measures.audience.counting import week_of

if TYPE_CHECKING:
    from ibis.expr.types import Table

SIZE = 10
"""Places in a chart."""

EVERYWHERE = "all"
"""The territory of charts over all territories together."""

NEW, RETURNED, STAYED = "new", "re-entry", "stays"


def weekly(daily: Table, units: Table, territories: Table) -> Table:
    """Return by territory (and ``EVERYWHERE``), week and title: ``seconds`` and unique ``viewers``.

    Args:
        daily: seconds by viewer, episode, day and territory.
        units: the episodes.
        territories: each ``territory`` with its ``territory_id``.
    """
    rows = daily.inner_join(units.select("unit", "number"), "unit")
    people = rows.group_by("territory_id", "number", "viewer", week=week_of(rows.day)).agg(seconds=rows.seconds.sum())
    here = people.group_by("territory_id", "week", "number").agg(
        seconds=people.seconds.sum().cast("int64"), viewers=people.count()
    )
    everywhere = people.group_by("week", "number").agg(
        seconds=people.seconds.sum().cast("int64"), viewers=people.viewer.nunique()
    )
    columns = ("territory", "week", "number", "seconds", "viewers")
    named = here.inner_join(territories, "territory_id").select(*columns)
    return named.union(everywhere.mutate(territory=ibis.literal(EVERYWHERE)).select(*columns))


def with_views(sums: Table, units: Table) -> Table:
    """Return weekly sums with ``views``, ``hours`` and ``share`` of all viewing there.

    Views are seconds over the runtime of the episodes that were out by the end of the week (of the first, where a
    clock is ahead of the release).
    """
    out = sums.select("week", "number").distinct().inner_join(units, "number")
    out = out.filter((week_of(out.released) <= out.week) | (out.place == 0))
    runtimes = out.group_by("week", "number").agg(runtime=out.runtime.sum().cast("int64"))
    rows = sums.inner_join(runtimes, ["week", "number"])
    platform = rows.seconds.sum().over(ibis.window(group_by=["territory", "week"]))
    return rows.mutate(
        views=rows.seconds / rows.runtime, hours=rows.seconds / 3600, share=rows.seconds / platform.cast("int64")
    )


def ranked(values: Table, size: int = SIZE) -> Table:
    """Return the first places of every chart and week; of equal values the item that is first by name goes first."""
    order = ibis.window(group_by=["chart", "week"], order_by=[ibis.desc("value"), "item"])
    rows = values.mutate(rank=(ibis.row_number().over(order) + 1).cast("int32"))
    return rows.filter(rows["rank"] <= size)


def runs(entries: Table) -> Table:
    """Return chart entries with their history.

    Args:
        entries: ``chart``, ``week``, ``item``, ``rank`` and whatever else; an item once a chart and week.

    Returns:
        The same rows with ``weeks`` (in the chart so far, with this one), ``consecutive`` (of them in a row up to this
        one), ``weeks_at_1``, ``consecutive_at_1``, ``last_rank`` (of the week before, or null), ``movement`` (places
        gained since then, or null) and ``entry`` (new, re-entry or stays).
    """
    item = ["chart", "item"]
    in_time = ibis.window(group_by=item, order_by="week")
    so_far = ibis.window(group_by=item, order_by="week", preceding=None, following=0)
    first = entries["rank"] == 1
    rows = entries.mutate(
        at_1=first,
        turn=ibis.row_number().over(in_time),
        turn_at_1=ibis.row_number().over(ibis.window(group_by=[*item, first], order_by="week")),
        weeks_at_1=first.cast("int32").sum().over(so_far).cast("int32"),
        before=entries.week.lag().over(in_time),
        rank_before=entries["rank"].lag().over(in_time),
    )
    # A run of weeks is where the week's number and its turn go on in step.
    rows = rows.mutate(run=rows.week - rows.turn, run_at_1=rows.week - rows.turn_at_1)
    in_run = ibis.row_number().over(ibis.window(group_by=[*item, "run"], order_by="week")) + 1
    in_run_at_1 = ibis.row_number().over(ibis.window(group_by=[*item, "at_1", "run_at_1"], order_by="week")) + 1
    stays = rows.before == rows.week - 1
    return rows.select(
        *entries.columns,
        weeks=(rows.turn + 1).cast("int32"),
        consecutive=in_run.cast("int32"),
        weeks_at_1="weeks_at_1",
        consecutive_at_1=ibis.ifelse(rows.at_1, in_run_at_1, 0).cast("int32"),
        last_rank=ibis.ifelse(stays, rows.rank_before, ibis.null("int32")),
        movement=ibis.ifelse(stays, rows.rank_before - rows["rank"], ibis.null("int32")),
        entry=ibis.cases((rows.before.isnull(), NEW), (stays, STAYED), else_=RETURNED),
    )


def charts(sums: Table, units: Table, *, by: str = "views", size: int = SIZE) -> Table:
    """Return the weekly charts of a log, by territory.

    Args:
        sums: the result of :func:`weekly`.
        units: the episodes.
        by: what ranks: views, hours or viewers.
        size: places.
    """
    values = with_views(sums, units)
    values = values.mutate(chart=values.territory, item=values.number, value=values[by].cast("float64"))
    return runs(ranked(values, size)).drop("chart", "item", "value")
