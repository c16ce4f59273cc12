"""From a ledger to facts: the as-of expressions run once, and the panel reads what they give."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import duckdb
import polars as pl

from cliffhanger.domain.errors import LedgerError
from cliffhanger.ledger import asof, engine, record
from cliffhanger.ledger.facts import TABLES, Facts, Manifest, connect

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection
    from ibis.backends import BaseBackend

    from cliffhanger.ledger.store import Ledger, View


def facts(ledger: Ledger, *, on: BaseBackend | None = None) -> Facts:
    """Return everything that counts in a ledger as facts.

    Args:
        ledger: the ledger.
        on: the engine; a DuckDB of this process unless one is given.

    Raises:
        LedgerError: where its files cannot be read.
    """
    chosen = on or engine.duckdb()
    # Read before the view is opened: a batch that lands in between is in the facts, and a later answer sees it anew.
    version = version_of(ledger)
    view = ledger.view()
    try:
        return _facts(chosen, view, version)
    except (duckdb.Error, OSError) as error:
        raise LedgerError(path=str(ledger.path), reason=str(error).strip().splitlines()[0]) from error


def _facts(chosen: BaseBackend, view: View, version: str) -> Facts:
    claims, observations = asof.facts(engine.tables(chosen, view))
    claims = claims.mutate(known_on=claims.known_at.date(), taken_back_on=claims.known_until.date())
    observations = observations.mutate(known_on=observations.known_at.date())
    connection = connect()
    for name, rows in (("claims", claims), ("observations", observations)):
        connection.from_arrow(rows.select(list(TABLES[name])).to_pyarrow_batches()).create(name)
    return Facts(connection, Manifest(version, _known_to(connection), raw_ratings=True))


def version_of(ledger: Ledger) -> str:
    """Return a short hash of what counts: the same for the same deliveries, in whatever order they came."""
    batches = ledger.batches()
    superseded = {name for names in batches["supersedes"].drop_nulls() for name in names.split(",")}
    facts_only = batches.filter(pl.col("source") != record.SOURCE)
    rows = facts_only.select("batch", "delivery", "parser").iter_rows()
    landed = sorted((delivery, parser) for batch, delivery, parser in rows if batch not in superseded)
    return hashlib.sha256(repr(landed).encode()).hexdigest()[:12]


def _known_to(connection: DuckDBPyConnection) -> str:
    row = connection.execute(
        "SELECT max(known_on) FROM (SELECT known_on FROM claims UNION ALL SELECT known_on FROM observations)"
    ).fetchone()
    return str(row[0]) if row and row[0] else ""
