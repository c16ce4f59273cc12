"""Where an answer's facts come from: the starter catalogue inside the package, or a ledger of the user's own."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import replace
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

from cliffhanger.domain.errors import BadFileError, MissingExtraError
from cliffhanger.ledger import facts as store
from cliffhanger.measures import dating, percentiles, slates
from cliffhanger.models import bundle

if TYPE_CHECKING:
    from pathlib import Path

    from cliffhanger.ledger.facts import Facts
    from cliffhanger.models.bundle import Models

STARTER = files("cliffhanger") / "data" / "starter"


def from_starter() -> Facts:
    """Open the starter catalogue."""
    with as_file(STARTER) as folder:
        return store.read(folder)


def starter_models() -> Models:
    """Open the models that ship with the package."""
    with as_file(STARTER) as folder:
        return bundle.read(folder)


def from_ledger(path: Path) -> Facts:
    """Return a ledger's facts with everything measured from them.

    They are kept beside the ledger, under the version of what has landed, so
    that the next answer from the same state is quick.

    Raises:
        LedgerError: where there is no ledger, or it cannot be read.
        MissingExtraError: where the libraries for ledgers are not installed.
    """
    try:
        from cliffhanger.ledger import export  # noqa: PLC0415 - brings Ibis and Delta
        from cliffhanger.ledger.store import Ledger  # noqa: PLC0415 - likewise
    except ImportError as error:
        raise MissingExtraError(what="a ledger", extra="ledger") from error
    ledger = Ledger.open(path)
    kept = path / "facts" / f"{export.version_of(ledger)}-{_rules()}"
    with suppress(BadFileError):  # there is none yet, or it is damaged: it is made again
        return store.read(kept)
    facts = measured(export.facts(ledger))
    # A ledger that cannot be written can still be asked, and another process may have been as quick.
    with suppress(OSError):
        store.write(facts, kept)
    return facts


def on_starter(own: Facts) -> Facts:
    """Return facts together with the starter catalogue, for those that name no show's title themselves.

    A ledger that holds nothing but articles says what was said of shows, and not which shows there are.

    Args:
        own: facts of a ledger; where they have titles they are returned as they are.
    """
    if own.connection.execute("SELECT 1 FROM claims WHERE predicate = 'title' LIMIT 1").fetchone():
        return own
    both = from_starter()
    for name, columns in store.TABLES.items():
        rows = both.connection.from_arrow(own.connection.table(name).select(*columns).to_arrow_table())
        both.connection.table(name).select(*columns).union(rows).create("joined")
        both.connection.execute(f"DROP VIEW {name}; ALTER TABLE joined RENAME TO {name}")
    versions = f"{both.manifest.data_version} {own.manifest.data_version}".encode()
    manifest = replace(
        both.manifest,
        data_version=hashlib.sha256(versions).hexdigest()[:12],
        known_to=max(both.manifest.known_to, own.manifest.known_to),
    )
    return replace(both, manifest=manifest)


def _rules() -> str:
    """Return a short hash of the rules by which facts are measured: other rules make other facts."""
    rules = ("dating.sql", "percentiles.sql", "slates.sql")
    texts = [(files("cliffhanger.measures") / name).read_bytes() for name in rules]
    return hashlib.sha256(b"".join([*texts, str(store.FORMAT).encode()])).hexdigest()[:8]


def measured(facts: Facts) -> Facts:
    """Add what is ours to compute: estimated dates, percentiles, and places among the seasons of their year."""
    dating.add(facts.connection)
    percentiles.add(facts.connection)
    slates.add(facts.connection)
    return facts
