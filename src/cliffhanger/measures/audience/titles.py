"""What became of each title: viewing, reach, completion, and how long it took."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

if TYPE_CHECKING:
    from ibis.expr.types import IntegerValue, Table

STARTED = 120
"""Seconds of one episode that make a start."""

WATCHED, COMPLETED = 7, 9
"""Tenths: of one episode, that make a watcher; of all episodes together, that make a completion."""

WINDOWS = (7, 28, 91)
"""Days from release in which viewing is counted."""

CONSOLIDATED = (7, 28)
"""Days from an episode's own release in which its average audience is counted."""


def courses(daily: Table, units: Table, blocks: int) -> Table:
    """Return a row for each viewer and title: when they started, how far they came, and when they had completed it.

    What is watched again is viewing, but takes nobody further through a season: of an episode no more than its runtime
    counts towards completion.

    Args:
        daily: seconds by viewer, episode, day and territory.
        units: the episodes, as :class:`cliffhanger.sources.playback.titles.Titles` has them.
        blocks: blocks of episodes there are.

    Returns:
        ``viewer``, ``number`` (of the title), ``opened`` (its first day), ``seconds``, ``began`` (day, or null for
        less than a start), ``watched`` (whether most of one episode was seen), ``begun_<block>`` (the bits of the
        episodes that were started), ``done_70`` and ``done_90`` (day, or null).
    """
    # Of rows of one day any may come first: what is asked of them is on which day a threshold was passed.
    own = ibis.window(group_by=["viewer", "unit"], order_by="day", preceding=None, following=0)
    summed = daily.mutate(so_far=daily.seconds.sum().over(own).cast("int64"))
    rows = summed.inner_join(units, "unit")
    before = rows.so_far - rows.seconds
    # What the next window sorts and carries is kept narrow: it is most of the work.
    rows = rows.select(
        "viewer",
        "number",
        "day",
        "seconds",
        "bit",
        "block",
        gain=(ibis.least(rows.so_far, rows.runtime) - ibis.least(before, rows.runtime)).cast("int32"),
        starts=(rows.so_far >= STARTED) & (before < STARTED),
        watched=10 * rows.so_far >= WATCHED * rows.runtime,
    )
    title = ibis.window(group_by=["viewer", "number"], order_by="day", preceding=None, following=0)
    seen = rows.mutate(seen=rows.gain.sum().over(title).cast("int64"))
    seen = seen.inner_join(units.select("number", "opened", "whole").distinct(), "number")
    begun = {f"begun_{b}": seen.bit.sum(where=seen.starts & (seen.block == b)).fill_null(0) for b in range(blocks)}
    return seen.group_by("viewer", "number").agg(
        opened=seen.opened.min(),
        seconds=seen.seconds.sum().cast("int64"),
        began=seen.day.min(where=seen.starts),
        watched=seen.watched.any(),
        done_70=seen.day.min(where=10 * seen.seen >= WATCHED * seen.whole),
        done_90=seen.day.min(where=10 * seen.seen >= COMPLETED * seen.whole),
        **{name: sums.cast("int64") for name, sums in begun.items()},
    )


def reach(courses_: Table) -> Table:
    """Return by title how many viewers, starters, watchers and completers it had, and how many of them in time."""

    def within(day: IntegerValue, days: int) -> IntegerValue:
        return (day < courses_.opened + days).sum().fill_null(0).cast("int64")

    windows = {
        f"{name}_{days}": within(courses_[column], days)
        for name, column in (("starters", "began"), ("completers_90", "done_90"))
        for days in WINDOWS
    }
    return courses_.group_by("number").agg(
        viewers=courses_.count(),
        starters=courses_.began.count(),
        watchers=courses_.watched.sum().cast("int64"),
        completers_70=courses_.done_70.count(),
        completers_90=courses_.done_90.count(),
        **windows,
    )


def viewing(daily: Table, units: Table) -> Table:
    """Return by episode: ``seconds``, in windows from the title's release, and from its own."""
    rows = daily.inner_join(units.select("unit", "number", "episode", "released", "opened", "runtime"), "unit")

    def within(since: IntegerValue, days: int) -> IntegerValue:
        return rows.seconds.sum(where=rows.day < since + days).fill_null(0).cast("int64")

    return rows.group_by("number", "episode").agg(
        seconds=rows.seconds.sum().cast("int64"),
        **{f"seconds_{days}": within(rows.opened, days) for days in WINDOWS},
        **{f"own_{days}": within(rows.released, days) for days in CONSOLIDATED},
    )


def since_release(daily: Table, units: Table) -> Table:
    """Return by title and ``week`` since its release, counted from 1: ``seconds`` and unique ``viewers``."""
    rows = daily.inner_join(units.select("unit", "number", "opened"), "unit")
    # What is watched before a title's first day, by a clock that is ahead, belongs to its first week.
    rows = rows.mutate(week=((ibis.greatest(rows.day, rows.opened) - rows.opened) // 7 + 1).cast("int32"))
    return rows.group_by("number", "week").agg(seconds=rows.seconds.sum().cast("int64"), viewers=rows.viewer.nunique())


def retention(courses_: Table, units: Table) -> Table:
    """Return by episode how many started it (``starters``), and how many of those started the next (``went_on``).

    Args:
        courses_: the result of :func:`courses`.
        units: the episodes.
    """
    bits = [name for name in courses_.columns if name.startswith("begun_")]
    begun = courses_.filter(courses_.began.notnull())
    alike = begun.group_by("number", *bits).agg(people=begun.count())
    following = units.select(number=units.number, after=units.place - 1, next_bit=units.bit, next_block=units.block)
    episodes = units.left_join(following, (units.number == following.number) & (units.place == following.after))
    episodes = episodes.select("number", "episode", "bit", "block", "next_bit", "next_block")
    rows = alike.inner_join(episodes, "number")

    def has(bit: str, block: str) -> ibis.expr.types.BooleanValue:
        held = ibis.cases(*[(rows[block] == int(name[6:]), rows[name]) for name in bits], else_=0)
        return (held & rows[bit]) != 0

    started = has("bit", "block")
    return rows.group_by("number", "episode").agg(
        starters=rows.people.sum(where=started).fill_null(0).cast("int64"),
        went_on=rows.people.sum(where=started & has("next_bit", "next_block")).fill_null(0).cast("int64"),
    )


def days_to_complete(courses_: Table) -> Table:
    """Return by title how many ``people`` took how many ``days`` from their start to completion."""
    done = courses_.filter(courses_.done_90.notnull() & courses_.began.notnull())
    took = done.select("number", days=done.done_90 - done.began)
    return took.group_by("number", "days").agg(people=took.count())


def devoted(courses_: Table) -> Table:
    """Return by title the ``starters`` for whom it was at least half of all that they watched, as ``devoted``."""
    whole = courses_.group_by("viewer").agg(all_seconds=courses_.seconds.sum())
    rows = courses_.filter(courses_.began.notnull()).inner_join(whole, "viewer")
    return rows.group_by("number").agg(devoted=(2 * rows.seconds >= rows.all_seconds).sum().cast("int64"))
