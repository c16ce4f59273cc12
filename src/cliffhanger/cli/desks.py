"""Open what a command answers from: a ledger, its facts, or the desk over them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cliffhanger.cli.options import chosen_ledger, default_ledger

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from cliffhanger.ledger.facts import Facts
    from cliffhanger.ledger.store import Ledger
    from cliffhanger.outlook.desk import Desk


def open_facts(ledger: Path | None) -> Facts:
    """Return a ledger's facts; without one, those of this user's own, else the starter catalogue.

    A ledger that holds articles alone stands on the starter catalogue.
    """
    from cliffhanger.domain.errors import LedgerError  # noqa: PLC0415 - not needed for help
    from cliffhanger.outlook import facts  # noqa: PLC0415 - brings DuckDB and numpy

    chosen = chosen_ledger(ledger)
    if not chosen:
        return facts.from_starter()
    opened = facts.from_ledger(chosen)
    if not opened.manifest.known_to:
        if ledger:
            raise LedgerError(path=str(ledger), reason="no facts have landed yet; 'cliffhanger ingest' brings them")
        return facts.from_starter()
    return facts.on_starter(opened)


def open_ledger(path: Path | None, what: str) -> Ledger:
    """Return the ledger that is named, else this user's own.

    Raises:
        LedgerError: where there is none.
        MissingExtraError: where the libraries for ledgers are not installed; it says that ``what`` needs them.
    """
    from cliffhanger.domain.errors import MissingExtraError  # noqa: PLC0415 - not needed for help

    try:
        from cliffhanger.ledger.store import Ledger  # noqa: PLC0415 - brings polars and Delta
    except ImportError as error:
        raise MissingExtraError(what=what, extra="ledger") from error
    return Ledger.open(path or default_ledger())


def open_desk(ledger: Path | None) -> Desk:
    """Return the desk over a ledger; without one, over this user's own, else over the starter catalogue."""
    from cliffhanger.outlook import facts  # noqa: PLC0415 - brings DuckDB and numpy
    from cliffhanger.outlook.desk import Desk  # noqa: PLC0415 - likewise

    return Desk.open(open_facts(ledger), facts.starter_models())


def day_or_last_known(desk: Desk, as_of: date | None) -> date:
    """Return the day asked about, or the last day of the data where none was named: silence after it is not silence."""
    from cliffhanger.domain.clock import now  # noqa: PLC0415 - not needed for help

    return as_of or min(now().date(), desk.known_to)
