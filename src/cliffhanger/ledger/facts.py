"""Facts: claims and observations under canonical ids, with all of their times, ready to be asked about any day.

This is what the panel reads. It comes from a ledger (:mod:`.export`) or from
a folder of Parquet files (the starter catalogue, or a ledger's own cache),
and needs nothing but DuckDB. Instants have become days here: a fact stands on
a day if ``known_on <= day`` and it had not been taken back
(``taken_back_on IS NULL OR taken_back_on > day``).
"""

from __future__ import annotations

import json
import shutil
import uuid
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

import duckdb

from cliffhanger.domain.errors import BadFileError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CLAIM_COLUMNS = (
    "show", "season", "episode", "predicate", "value", "unit", "valid_from", "valid_to", "known_on", "taken_back_on",
    "wording", "modality", "span_start", "span_end", "span_text", "source", "source_show", "publisher", "url",
    "speaker", "role", "outlet", "commitment", "platform", "reason", "origin", "claim_id",
)  # fmt: skip

OBSERVATION_COLUMNS = (
    "show", "season", "episode", "metric", "value", "scope", "period_start", "period_end", "known_on", "source",
    "source_show",
)  # fmt: skip

TABLES = {"claims": CLAIM_COLUMNS, "observations": OBSERVATION_COLUMNS}
MANIFEST = "manifest.json"
FORMAT = 2


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a set of facts is.

    Attributes:
        data_version: short hash of what it was made from.
        known_to: the last day whose facts it holds, ISO.
        raw_ratings: whether third parties' raw ratings are in it (never in what ships).
        format: version of the layout.
    """

    data_version: str
    known_to: str
    raw_ratings: bool
    format: int = FORMAT


@dataclass(frozen=True, slots=True)
class Facts:
    """An open set of facts: a DuckDB connection with the tables ``claims`` and ``observations``.

    Attributes:
        connection: the connection; instants are UTC.
        manifest: what the facts are.
    """

    connection: duckdb.DuckDBPyConnection
    manifest: Manifest


def connect() -> duckdb.DuckDBPyConnection:
    """Return an empty in-memory DuckDB that speaks UTC and never reaches for the network."""
    connection = duckdb.connect(":memory:", config={"autoinstall_known_extensions": False})
    connection.execute("SET TimeZone = 'UTC'")
    return connection


def read(folder: Path) -> Facts:
    """Open the facts in a folder.

    Raises:
        BadFileError: where a file is missing, damaged, or of a layout this version does not read.
    """
    try:
        manifest = Manifest(**json.loads((folder / MANIFEST).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise BadFileError(name=str(folder / MANIFEST), reason=str(error)) from error
    if manifest.format != FORMAT:
        raise BadFileError(name=str(folder), reason=f"has layout {manifest.format}, and this version reads {FORMAT}")
    connection = connect()
    for name, columns in TABLES.items():
        file = folder / f"{name}.parquet"
        try:
            connection.read_parquet(str(file)).select(*columns).create_view(name)
        except duckdb.Error as error:
            raise BadFileError(name=str(file), reason=str(error).splitlines()[0]) from error
    return Facts(connection, manifest)


def write(facts: Facts, folder: Path, *, beside: Callable[[Path], None] | None = None) -> None:
    """Write facts to a folder, whole or not at all: the same bytes from the same facts.

    Rows are put in one fixed order and written by one thread.

    Args:
        facts: the facts.
        folder: where to; what stands there is replaced at the end.
        beside: writes what belongs in the same folder.
    """
    unfinished = folder.with_name(f"{folder.name}.{uuid.uuid4().hex}")
    unfinished.mkdir(parents=True)
    try:
        _write(facts, unfinished)
        if beside:
            beside(unfinished)
        replaced = folder.with_name(f"{unfinished.name}.old")
        if folder.exists():
            folder.rename(replaced)
        unfinished.rename(folder)
        shutil.rmtree(replaced, ignore_errors=True)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)


def _write(facts: Facts, folder: Path) -> None:
    facts.connection.execute("SET threads = 1")
    for name, columns in TABLES.items():
        rows = facts.connection.table(name).select(*columns).order("ALL")
        rows.write_parquet(str(folder / f"{name}.parquet"), compression="zstd")
    facts.connection.execute("RESET threads")
    manifest = json.dumps(asdict(facts.manifest), indent=1, sort_keys=True)
    (folder / MANIFEST).write_text(manifest + "\n", encoding="utf-8")
