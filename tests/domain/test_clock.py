"""Instants, days, and the law that only the clock asks the time."""

from __future__ import annotations

import ast
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cliffhanger
from cliffhanger.domain.clock import end_of, now, start_of

PACKAGE = Path(cliffhanger.__file__).parent
CLOCK = PACKAGE / "domain" / "clock.py"

# What asks the time of day; a stopwatch (monotonic, perf_counter) only measures how long something took.
ASKING = {"now", "today", "utcnow", "time_ns", "localtime", "gmtime", "ctime"}
ASKING_OF_TIME = {"time", "strftime"}

days = st.dates(max_value=date(9999, 12, 30))


def _asks(path: Path) -> list[int]:
    """Return the lines of a module that ask what time it is."""
    lines = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        name, of = node.func.attr, node.func.value
        # A call with the instant as its argument formats it; "clock.now()" is the one way round.
        of_time = isinstance(of, ast.Name) and of.id == "time" and name in ASKING_OF_TIME
        of_clock = isinstance(of, ast.Name) and of.id == "clock"
        if of_time or (name in ASKING and not of_clock):
            lines.append(node.lineno)
    return lines


@pytest.mark.parametrize("path", sorted(PACKAGE.rglob("*.py")), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_only_the_clock_asks_the_time(path: Path) -> None:
    """Law 3: time is an argument everywhere but in ``domain/clock.py``."""
    assert bool(_asks(path)) == (path == CLOCK)


def test_now_is_an_instant_in_utc() -> None:
    """The present instant carries its zone, and lies between two looks at the system's clock."""
    before = datetime.now(UTC)
    present = now()
    assert present.utcoffset() == timedelta(0)
    assert before <= present <= datetime.now(UTC)


@given(days)
def test_a_day_is_the_whole_day(day: date) -> None:
    """Days follow each other without a gap and without a shared instant."""
    assert start_of(day).date() == end_of(day).date() == day
    assert start_of(day).utcoffset() == end_of(day).utcoffset() == timedelta(0)
    assert end_of(day) + timedelta.resolution == start_of(day + timedelta(days=1))


@given(days, st.datetimes(timezones=st.just(UTC)))
def test_as_of_a_day_takes_in_what_became_known_on_it(day: date, known_at: datetime) -> None:
    """A fact is known as of a day exactly if its instant falls on that day or before."""
    assert (known_at <= end_of(day)) == (known_at.date() <= day)
    assert (known_at >= start_of(day)) == (known_at.date() >= day)
