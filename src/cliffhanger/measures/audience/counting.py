"""From events to what is counted: each event once, no machines, and a row for each viewer, episode and day."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ibis.expr.types import IntegerValue, Table

DAY = 86_400
WEEK = 7
MONDAY = 3
"""Days to add to days since 1970, so that weeks of seven begin on Mondays."""

STREAMS = 4
"""Streams at once that a household may have; more viewing than they can hold is a machine's."""


def once(events: Table) -> Table:
    """Return each session once: of events of one viewer, episode and start, the longest.

    Players report a session again and again while it grows, and again where the network fails.
    """
    return events.group_by("viewer", "unit", "started").agg(
        day=events.day.min(), territory_id=events.territory_id.min(), seconds=events.seconds.max()
    )


def by_day(sessions: Table) -> Table:
    """Return seconds by viewer, episode, day and territory; a session belongs to the day on which it starts."""
    return sessions.group_by("viewer", "unit", "day", "territory_id").agg(
        seconds=sessions.seconds.sum().cast("int64"), sessions=sessions.count()
    )


def machines(daily: Table, streams: int = STREAMS) -> Table:
    """Return the viewers who watch more than some streams at once can play between their first and last day."""
    totals = daily.group_by("viewer").agg(
        seconds=daily.seconds.sum(), days=daily.day.max() - daily.day.min() + 1, sessions=daily.sessions.sum()
    )
    return totals.filter(totals.seconds > totals.days.cast("int64") * (streams * DAY)).select("viewer", "sessions")


def without(daily: Table, bots: Table) -> Table:
    """Return the rows of people."""
    return daily.anti_join(bots, "viewer")


def week_of(day: IntegerValue) -> IntegerValue:
    """Return the number of a day's week, Monday to Sunday; week 0 begins on 29 December 1969."""
    return ((day + MONDAY) // WEEK).cast("int32")
