"""A ledger on disk: Delta Lake tables, written by one, read by many.

A batch touches several tables, and Delta commits them one by one. So every
row carries its batch, and the batch is written to the table ``batches`` last:
readers open ``batches`` first and count only rows whose batch stands there. A
writer that dies before that leaves rows that nobody sees.
"""

from __future__ import annotations

import json
import os
import socket
import uuid
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import polars as pl
from deltalake import DeltaTable, write_deltalake
from deltalake.exceptions import DeltaError
from filelock import FileLock, Timeout

from cliffhanger.domain.errors import LedgerBusyError, LedgerError
from cliffhanger.ledger.schema import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime
    from pathlib import Path

_NO_WAIT = 0.0


@dataclass(frozen=True, slots=True)
class View:
    """One consistent state of all tables, as lists of files that never change.

    Attributes:
        versions: Delta version of each table.
        files: the data files of each table at that version.
    """

    versions: Mapping[str, int]
    files: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Ledger:
    """A folder of Delta tables.

    Attributes:
        path: the folder.
    """

    path: Path

    @classmethod
    def create(cls, path: Path) -> Ledger:
        """Open the ledger at a folder, making its empty tables where there are none.

        Raises:
            LedgerError: where the folder cannot be written.
        """
        ledger = cls(path)
        with _explained(path):
            path.mkdir(parents=True, exist_ok=True)
            if not ledger.exists():
                with ledger.writing():
                    for name, columns in TABLES.items():
                        empty = pl.DataFrame(schema=dict(columns))
                        write_deltalake(path / name, empty, mode="ignore", name=name)
        return ledger

    @classmethod
    def open(cls, path: Path) -> Ledger:
        """Open an existing ledger.

        Raises:
            LedgerError: where there is none.
        """
        ledger = cls(path)
        if not ledger.exists():
            raise LedgerError(path=str(path), reason="there is no ledger here; 'cliffhanger ingest' makes one")
        return ledger

    def exists(self) -> bool:
        """Say whether all of the ledger's tables are there."""
        return all((self.path / name / "_delta_log").is_dir() for name in TABLES)

    def table(self, name: str) -> DeltaTable:
        """Return one of the Delta tables as it stands now."""
        with _explained(self.path):
            return DeltaTable(self.path / name)

    def view(self) -> View:
        """Return the present state, ``batches`` first, so that every batch it names is whole."""
        tables = {name: self.table(name) for name in reversed(list(TABLES))}
        return View(
            versions={name: table.version() for name, table in tables.items()},
            files={name: tuple(sorted(map(_local, table.file_uris()))) for name, table in tables.items()},
        )

    def batches(self) -> pl.DataFrame:
        """Return the rows of ``batches``, in the order of landing."""
        with _explained(self.path):
            frame: pl.DataFrame = pl.read_delta(str(self.path / "batches"))
        return frame.sort("landed_at", "batch")

    @contextmanager
    def writing(self, *, wait: float = _NO_WAIT) -> Iterator[None]:
        """Hold the ledger's single pen; the operating system takes it from a process that dies.

        Args:
            wait: seconds to wait for another writer; negative waits for ever.

        Raises:
            LedgerError: where another process holds it, naming that process.
        """
        with held(self.path, ".lock", ".writer", wait=wait, doing="writing to it"):
            yield

    def land(self, frames: Mapping[str, pl.DataFrame], header: Mapping[str, Any], *, landed_at: datetime) -> str:
        """Append one batch to all of its tables, and make it visible at the end.

        The caller holds :meth:`writing`.

        Args:
            frames: rows for the tables they are named after, without their ``batch`` column.
            header: the batch's own row but for ``batch``, ``landed_at`` and the counts.
            landed_at: when.

        Returns:
            The batch's name, new at every attempt.

        Raises:
            LedgerError: where the disk is full or the ledger cannot be written; nothing has landed then.
        """
        batch = uuid.uuid4().hex
        counts = {name: frame.height for name, frame in frames.items() if name in TABLES["batches"]}
        row = {**dict.fromkeys(TABLES["batches"]), **counts, **header, "batch": batch, "landed_at": landed_at}
        with _explained(self.path):
            for name, frame in frames.items():
                if frame.height:
                    self._append(name, frame.with_columns(batch=pl.lit(batch)))
            self._append("batches", pl.DataFrame([row], schema=dict(TABLES["batches"])))
        return batch

    def _append(self, name: str, frame: pl.DataFrame) -> None:
        # A table of an earlier layout takes the new columns with the first rows that have them.
        write_deltalake(self.path / name, frame.select(list(TABLES[name])), mode="append", schema_mode="merge")


@contextmanager
def held(folder: Path, lock: str, note: str, *, wait: float, doing: str) -> Iterator[None]:
    """Hold a lock in a folder, with a note of who holds it beside it.

    Args:
        folder: the folder, which is there.
        lock: name of the lock's file.
        note: name of the note's file.
        wait: seconds to wait for another holder; negative waits for ever.
        doing: what a holder does, for the error.

    Raises:
        LedgerBusyError: where another process holds it, naming that process.
        LedgerError: where the folder cannot be written.
    """
    telling = folder / note
    key = FileLock(folder / lock)
    try:
        with _explained(folder):
            key.acquire(timeout=wait)
    except Timeout as error:
        raise LedgerBusyError(path=str(folder), reason=f"{holder(folder, note)} is {doing}") from error
    try:
        telling.write_text(f"process {os.getpid()} on {socket.gethostname()}", encoding="utf-8")
        yield
    finally:
        telling.unlink(missing_ok=True)
        key.release()


def holder(folder: Path, note: str) -> str:
    """Return who holds a lock, as its note says."""
    try:
        return (folder / note).read_text(encoding="utf-8") or "another process"
    except OSError:
        return "another process"


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Turn what the file system or Delta says into one line about this ledger."""
    try:
        yield
    except (OSError, DeltaError, pl.exceptions.PolarsError) as error:
        if isinstance(error, Timeout):
            raise
        reason = str(error).strip().splitlines() or [type(error).__name__]
        raise LedgerError(path=str(path), reason=reason[0]) from error


def _local(uri: str) -> str:
    """Return the plain path of a local data file; Delta gives it percent-encoded."""
    return uri if "://" in uri and not uri.startswith("file://") else unquote(uri.removeprefix("file://"))


def files_as_json(files: Mapping[str, tuple[str, int]]) -> str:
    """Return a batch's files as JSON: name to hash and size, in order of name."""
    return json.dumps({name: {"sha256": sha, "size": size} for name, (sha, size) in sorted(files.items())})
