"""Facts as alerts read them: what only rumours tell is left out, and a catalogue's word counts once it has stood.

A catalogue that calls a series ended on one day and returning again on the
next has made a slip, not news. So its word on a series counts from the day on
which it has stood for a week; a word that was taken away sooner never counts.
That is decided by what was known on each day, so that views of earlier days
stay what they were. Decisions that somebody announced count at once.

A season that IMDb came to list while its series was followed is not known
before it turned up there, whatever day the clock of ids gives for it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from importlib.resources import files
from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import FATES, Predicate
from cliffhanger.outlook.desk import Desk
from cliffhanger.outlook.tiers import RUMOURS

if TYPE_CHECKING:
    from datetime import date

    from duckdb import DuckDBPyConnection

SETTLE = 7
"""Days for which a catalogue's word has to have stood."""

_DECIDING = (*sorted(FATES), Predicate.PREMIERE_DATE, Predicate.STATUS)


@dataclass(frozen=True, slots=True)
class Waver:
    """A catalogue's word on a series that went away and came back.

    Attributes:
        show: the series.
        source: the catalogue.
        first: the day of the first turn, by which it is known ever after.
        home: the word it started from.
        words: the words that followed.
        days: their days.
        claim_ids: their claims.
    """

    show: str
    source: str
    first: date
    home: str
    words: tuple[str, ...]
    days: tuple[date, ...]
    claim_ids: tuple[str, ...]

    @property
    def key(self) -> str:
        """The same for the same waver, however long it goes on."""
        return f"{self.source} {self.first.isoformat()}"


def settled(desk: Desk) -> Desk:
    """Return a desk over the same facts as alerts read them; the desk itself stays as it is.

    Args:
        desk: any desk.
    """
    connection = desk.facts.connection.cursor()
    connection.execute("SET TimeZone = 'UTC'")
    asked = {"settle": SETTLE, "deciding": [str(p) for p in _DECIDING], "rumours": sorted(RUMOURS)}
    connection.execute(_sql("settled"), asked)
    # Stands before the table of all claims for this connection alone.
    connection.execute("ALTER TABLE settled_claims RENAME TO claims")
    return Desk.open(replace(desk.facts, connection=connection), desk.models)


def wavers(connection: DuckDBPyConnection, as_of: date) -> tuple[Waver, ...]:
    """Return what had wavered by a day, from all claims.

    Args:
        connection: holds all fact tables, not only what has settled.
        as_of: the day.
    """
    rows = connection.execute(_sql("wavers"), {"settle": SETTLE, "as_of": as_of}).fetchall()
    return tuple(
        Waver(show, source, first, home, tuple(words), tuple(days), tuple(ids))
        for show, source, first, home, words, days, ids in rows
    )


def _sql(name: str) -> str:
    return files(__package__).joinpath(f"{name}.sql").read_text(encoding="utf-8")
