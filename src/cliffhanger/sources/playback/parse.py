"""Playback events as a platform logs them to events that can be counted: checked, in one time, under hashed viewers.

The log is an Ibis table and so is the result: the same expressions run on
DuckDB and on Spark, row by row, whatever the log's size. The rules:

* ``viewer``, ``title``, ``started_at`` and ``seconds`` are needed; in place of ``seconds``, ``position`` (seconds
  into the episode that playback reached) is taken for it. ``episode`` (1 where it is not said), ``territory``,
  ``device`` and ``received_at`` are taken where they are there.
* A start without a zone is read on the clock of ``Rules.zone``; a day is the day on the clock of the territory.
* A row that cannot be true is set aside under the first reason that fits. So is one received more than
  ``Rules.grace`` days after its start: a week that has been published stays as it is.
* A viewer's id becomes 60 bits of SHA-256 over the user's salt and the id; nobody without the salt can undo or
  repeat that, and the id itself goes no further.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import reduce
from operator import add
from typing import TYPE_CHECKING

import ibis

from cliffhanger.domain.errors import BadFileError
from cliffhanger.sources.playback.zones import DAY, clock, local_day

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ibis.expr.types import IntegerValue, NumericValue, StringValue, Table, Value

NOWHERE = "ZZ"
"""The territory of events that name none; ISO 3166 leaves the code to its users."""

NEEDED = ("viewer", "title", "started_at")
SALT_LENGTH = 16
"""Characters that a salt has at least."""

LATE = "received too late"
"""The reason of what comes after a week has been published."""

_HEX_DIGITS = 15
FIRST, LAST = 946_684_800, 4_102_444_800
"""Starts that can be meant, in seconds since 1970: of the years 2000 to 2099."""
_HAS_OFFSET = r"(Z|[+-]\d{2}(:?\d{2})?)\s*$"


@dataclass(frozen=True, slots=True)
class Rules:
    """How a log is read.

    Attributes:
        salt: the user's secret, which viewers' ids are hashed with; empty where they are hashed already, to numbers
            of 60 bits.
        zone: the clock of starts that name no zone, and of territories without one.
        zones: the clock of each territory.
        grace: days after its start within which an event has to be received.
        early: days before an episode's release on which it may already be watched (clocks differ).
        longest: seconds of the longest session that is believed.
    """

    salt: str = field(repr=False, default="")
    zone: str = "UTC"
    zones: Mapping[str, str] = field(default_factory=dict)
    grace: int = 7
    early: int = 1
    longest: int = DAY


def normal(log: Table, rules: Rules) -> Table:
    """Return a log's rows in one form: texts and numbers, instants in seconds since 1970.

    Raises:
        BadFileError: where a column that is needed is not there.
    """
    missing = [name for name in NEEDED if name not in log.columns]
    if not {"seconds", "position"} & set(log.columns):
        missing.append("seconds")
    if missing:
        raise BadFileError(name="the log", field=", ".join(missing), reason="column missing")
    watched = log.seconds if "seconds" in log.columns else log.position
    return log.select(
        viewer=_id(log.viewer, rules),
        title=log.title.cast("string"),
        episode=_number(log.episode, "int32").fill_null(1) if "episode" in log.columns else ibis.literal(1, "int32"),
        started=_instant(log.started_at, rules),
        seconds=watched.cast("int64")
        if watched.type().is_integer()
        else _number(watched, "float64").floor().cast("int64"),
        territory=log.territory.cast("string").upper().fill_null(NOWHERE)
        if "territory" in log.columns
        else ibis.literal(NOWHERE),
        received=_instant(log.received_at, rules) if "received_at" in log.columns else ibis.null("int64"),
    )


def marked(rows: Table, units: Table, rules: Rules, span: tuple[int, int]) -> Table:
    """Return rows with what counting needs, and the reason why a row cannot be counted, or null.

    Args:
        rows: the result of :func:`normal`.
        units: the episodes, as :class:`cliffhanger.sources.playback.titles.Titles` has them.
        rules: how to read.
        span: the first and the last start there is, in seconds since 1970.

    Returns:
        ``viewer``, ``unit`` (int32, the number of the episode in ``units``), ``started``, ``day`` (local, days
        since 1970), ``seconds``, ``territory``, ``reason``.
    """
    listed = units.select("unit", "title", "episode", "released")
    known = rows.left_join(listed, ["title", "episode"]).select(*rows.columns, "unit", "released")
    known = known.mutate(day=local_day(known.started, known.territory, rules.zones, rules.zone, span))
    reason = ibis.cases(
        (known.viewer.isnull(), "no viewer"),
        (known.started.isnull() | ~known.started.between(FIRST, LAST), "no start, or not a time"),
        (known.seconds.isnull() | (known.seconds < 1), "no seconds watched"),
        (known.seconds > rules.longest, "longer than a session can be"),
        (known.unit.isnull(), "not an episode in the list of titles"),
        (known.day < known.released - rules.early, "before its release"),
        (known.received - known.started > rules.grace * DAY, LATE),
    )
    return known.select(
        "viewer",
        "unit",
        "started",
        "day",
        "territory",
        seconds=ibis.ifelse(reason.isnull(), known.seconds, 0).cast("int32"),
        reason=reason,
    )


def spans(rows: Table) -> Table:
    """Return by ``territory`` the ``first`` and the ``last`` start that can be meant, in seconds since 1970."""
    sound = rows.started.between(FIRST, LAST)
    return rows.group_by("territory").agg(first=rows.started.min(where=sound), last=rows.started.max(where=sound))


def keys(rows: Table, rules: Rules) -> Table:
    """Return each viewer's id once, with the number that stands for it from here on, as ``key``."""
    seen = rows.select("viewer").filter(rows.viewer.notnull()).distinct()
    return seen.select("viewer", key=_hashed(seen.viewer, rules))


def keyed(rows: Table, rules: Rules) -> Table:
    """Return any table of the users' own about viewers under the numbers that stand for them."""
    if not rules.salt:
        return rows.mutate(viewer=rows.viewer.try_cast("int64"))
    return rows.mutate(viewer=_hashed(rows.viewer, rules))


def coded(rows: Table, hashed: Table | None, territories: Table) -> Table:
    """Return marked rows with numbers for texts: ``viewer``, and nothing of the id, and ``territory_id``.

    Args:
        rows: the result of :func:`marked`.
        hashed: the result of :func:`keys`; without it the ids are such numbers, and stay.
        territories: each ``territory`` with its ``territory_id``.
    """
    rows = rows.left_join(territories, "territory").drop("territory", "territory_right")
    if hashed is None:
        return rows
    others = [name for name in rows.columns if name != "viewer"]
    return rows.left_join(hashed, "viewer").select("key", *others).rename(viewer="key")


def counted(rows: Table) -> Table:
    """Return the events that count, without their reason."""
    return rows.filter(rows.reason.isnull()).drop("reason")


def set_aside(rows: Table) -> Table:
    """Return how many rows were set aside for each ``reason``; null counts those that were not."""
    return rows.group_by("reason").agg(rows=rows.count())


def _hashed(viewer: StringValue, rules: Rules) -> IntegerValue:
    digest = (ibis.literal(f"{rules.salt}\x1f") + viewer).hexdigest("sha256")
    return _from_hex(digest.substr(0, _HEX_DIGITS))


def _from_hex(digits: StringValue) -> IntegerValue:
    # The engines have no function for it in common; digit by digit it is the same everywhere. Spark counts places in
    # 32 bits and Ibis believes it to be 64, hence the way over a small type.
    alphabet = ibis.literal("0123456789abcdef")
    places = [
        alphabet.find(digits.substr(place, 1)).cast("int8").cast("int64") * 16 ** (_HEX_DIGITS - 1 - place)
        for place in range(_HEX_DIGITS)
    ]
    return reduce(add, places)


def _id(viewer: Value, rules: Rules) -> Value:
    """Return an id as it is hashed, or where it has been as the number that it is; null where it is empty."""
    if not rules.salt:
        return viewer.cast("int64") if viewer.type().is_integer() else viewer.try_cast("int64")
    return viewer.cast("string").nullif("")


def _number(column: Value, kind: str) -> NumericValue:
    return column.try_cast(kind) if column.type().is_string() else column.cast(kind)


def _instant(column: Value, rules: Rules) -> IntegerValue:
    """Return seconds since 1970 in UTC; what has no zone is read on the rules' clock."""
    kind = column.type()
    wall = clock(rules.zone, FIRST, LAST)
    if kind.is_string():
        told = column.try_cast("timestamp('UTC')").epoch_seconds()
        zoned = column.re_search(_HAS_OFFSET)
        return ibis.ifelse(zoned, told, told - wall.offset_of_wall(told))
    if kind.is_timestamp() and kind.timezone is None and rules.zone != "UTC":
        told = column.epoch_seconds()
        return told - wall.offset_of_wall(told)
    if kind.is_timestamp():
        return column.epoch_seconds()
    return column.cast("int64")
