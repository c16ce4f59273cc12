"""Wall clocks as expressions that every engine can run: how far a zone is from UTC at an instant.

The engines' own functions for time zones differ; a zone's changes over a few
years are a handful of instants, and to compare with them is the same everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import ibis

from cliffhanger.domain.errors import BadRowError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ibis.expr.types import IntegerValue, StringValue

DAY = 86_400
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Clock:
    """One zone's offsets over some years.

    Attributes:
        first: seconds east of UTC at the beginning.
        changes: for each change its instant, in seconds since 1970, and the seconds east of UTC from then on.
    """

    first: int
    changes: tuple[tuple[int, int], ...]

    def offset(self, utc: IntegerValue) -> IntegerValue:
        """Return the seconds to add to an instant, in seconds since 1970, to read the clock on the wall."""
        return _stepped(self.first, self.changes, utc)

    def offset_of_wall(self, wall: IntegerValue) -> IntegerValue:
        """Return the seconds to take off a wall clock's reading to have the instant.

        Of the readings that a change back gives twice, the first is meant.
        """
        befores = (self.first, *(after for _, after in self.changes[:-1]))
        walls = tuple(
            (at + max(before, after), after) for before, (at, after) in zip(befores, self.changes, strict=False)
        )
        return _stepped(self.first, walls, wall)


def clock(zone: str, first: int, last: int) -> Clock:
    """Return a zone's offsets from one instant to another, in seconds since 1970.

    Raises:
        BadRowError: where there is no such zone.
    """
    try:
        known = ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise BadRowError(field="zone", value=zone, reason="no time zone of the IANA database") from error
    at, offset = first, _offset(known, first)
    begun, changes = offset, []
    while at < last:
        following = min(at + 7 * DAY, last)
        if _offset(known, following) != offset:
            change = _change(known, at, following)
            offset = _offset(known, change)
            changes.append((change, offset))
            following = change
        at = following
    return Clock(begun, tuple(changes))


def local_day(
    utc: IntegerValue, territory: StringValue, zones: Mapping[str, str], default: str, span: tuple[int, int]
) -> IntegerValue:
    """Return the day on the wall of each row's territory, in days since 1970.

    Args:
        utc: seconds since 1970.
        territory: the row's territory.
        zones: the zone of each territory.
        default: the zone of all others.
        span: the first and the last instant there is.
    """
    elsewhere = clock(default, *span).offset(utc)
    branches = [
        (territory == place, clock(zone, *span).offset(utc)) for place, zone in zones.items() if zone != default
    ]
    offset = ibis.cases(*branches, else_=elsewhere) if branches else elsewhere
    return ((utc + offset) // DAY).cast("int32")


def _stepped(first: int, changes: tuple[tuple[int, int], ...], at: IntegerValue) -> IntegerValue:
    steps = list(zip((first, *(after for _, after in changes[:-1])), (when for when, _ in changes), strict=False))
    if not steps:
        return ibis.literal(first, type="int32")
    return ibis.cases(*[(at < when, before) for before, when in steps], else_=changes[-1][1])


def _offset(zone: ZoneInfo, at: int) -> int:
    there = (_EPOCH + timedelta(seconds=at)).astimezone(zone).utcoffset()
    return int(there.total_seconds()) if there is not None else 0


def _change(zone: ZoneInfo, before: int, after: int) -> int:
    """Return the first instant with another offset than ``before``, no later than ``after``."""
    old = _offset(zone, before)
    while after - before > 1:
        middle = (before + after) // 2
        before, after = (middle, after) if _offset(zone, middle) == old else (before, middle)
    return after
