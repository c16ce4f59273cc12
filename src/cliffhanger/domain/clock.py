"""The only place that asks what time it is, and the rules of instants.

Everywhere else time is an argument. A day, where an instant is due, means the
whole of that day in UTC: a fact known on the day is known as of the day.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time


def now() -> datetime:
    """Return the present instant in UTC."""
    return datetime.now(UTC)


def start_of(day: date) -> datetime:
    """Return the first instant of a day: the ``known_at`` of a fact dated only by its day."""
    return datetime.combine(day, time.min, UTC)


def end_of(day: date) -> datetime:
    """Return the last instant of a day: what "as of that day" means."""
    return datetime.combine(day, time.max, UTC)
