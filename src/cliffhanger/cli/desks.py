"""Open the facts, or the desk over them, that a command answers from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cliffhanger.cli.options import default_ledger

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from cliffhanger.ledger.facts import Facts
    from cliffhanger.outlook.desk import Desk


def open_facts(ledger: Path | None) -> Facts:
    """Return a ledger's facts; without one, those of this user's own, else the starter catalogue.

    A ledger that holds articles alone stands on the starter catalogue.
    """
    from cliffhanger.domain.errors import LedgerError  # noqa: PLC0415 - not needed for help
    from cliffhanger.outlook import facts  # noqa: PLC0415 - brings DuckDB and numpy

    own = default_ledger()
    chosen = ledger or (own if (own / "batches").is_dir() else None)
    if not chosen:
        return facts.from_starter()
    opened = facts.from_ledger(chosen)
    if not opened.manifest.known_to:
        if ledger:
            raise LedgerError(path=str(ledger), reason="no facts have landed yet; 'cliffhanger ingest' brings them")
        return facts.from_starter()
    return facts.on_starter(opened)


def open_desk(ledger: Path | None) -> Desk:
    """Return the desk over a ledger; without one, over this user's own, else over the starter catalogue."""
    from cliffhanger.outlook import facts  # noqa: PLC0415 - brings DuckDB and numpy
    from cliffhanger.outlook.desk import Desk  # noqa: PLC0415 - likewise

    return Desk.open(open_facts(ledger), facts.starter_models())


def day_or_last_known(desk: Desk, as_of: date | None) -> date:
    """Return the day asked about, or the last day of the data where none was named: silence after it is not silence."""
    from cliffhanger.domain.clock import now  # noqa: PLC0415 - not needed for help

    return as_of or min(now().date(), desk.known_to)
