"""Looking after a ledger: what is wrong with it, and fewer, larger files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import polars as pl

from cliffhanger.domain.errors import LedgerError
from cliffhanger.ledger import record
from cliffhanger.ledger.schema import TABLES
from cliffhanger.sources.batch import ONLY_SAID

if TYPE_CHECKING:
    from pathlib import Path

    from cliffhanger.ledger.store import Ledger

KEEP_OLD_FILES = timedelta(days=7)
"""How long files that a compaction replaced stay, for readers that still have them open."""

_COUNTED = ("claims", "observations", "judgements")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a check saw.

    Attributes:
        table: the table it is about.
        what: the finding, in one line.
        harmful: whether an answer could be wrong because of it.
    """

    table: str
    what: str
    harmful: bool


@dataclass(frozen=True, slots=True)
class Compaction:
    """What a compaction did to one table.

    Attributes:
        table: its name.
        files_before: data files before.
        files_after: data files after.
        rows_dropped: rows of batches that never landed.
    """

    table: str
    files_before: int
    files_after: int
    rows_dropped: int


def check(ledger: Ledger) -> list[Finding]:
    """Read the whole ledger and hold it to its own promises.

    Every data file is there and can be read; every landed batch has the rows
    that it says it has; no claim stands in two forms under one id; no issued
    forecast has been changed; rows that no landed batch owns are named (they
    count nowhere).
    """
    view = ledger.view()
    findings = [f for name, files in view.files.items() for f in _unreadable(name, files)]
    if findings:
        return findings
    landed = ledger.batches()
    for name in TABLES:
        if name != "batches":
            findings += _unowned(ledger, name, landed)
    for name in _COUNTED:
        findings += _miscounted(ledger, name, landed)
    return findings + _double_claims(ledger) + _broken_record(ledger)


def compact(ledger: Ledger, *, keep: timedelta = KEEP_OLD_FILES) -> list[Compaction]:
    """Drop rows that never landed and merge small files; views of every instant stay as they are.

    Args:
        ledger: the ledger; the caller does not hold its pen.
        keep: how long replaced files stay on disk for readers that have them open.

    Raises:
        LedgerError: where another process is writing, or a data file is damaged.
    """
    broken = [f for name, files in ledger.view().files.items() for f in _unreadable(name, files)]
    if broken:
        raise LedgerError(path=str(ledger.path), reason=f"{broken[0].table}: {broken[0].what}")
    done = []
    with ledger.writing():
        landed = ledger.batches()["batch"].to_list()
        for name in TABLES:
            table = ledger.table(name)
            before = len(table.file_uris())
            dropped = 0
            if name != "batches":
                orphans = _owners(ledger, name).filter(~pl.col("batch").is_in(landed))
                dropped = int(orphans["rows"].sum())
                for batch in orphans["batch"]:
                    table.delete(f"batch = '{batch}'")
            table.optimize.compact()
            hours = int(keep / timedelta(hours=1))
            table.vacuum(retention_hours=hours, dry_run=False, enforce_retention_duration=False)
            done.append(Compaction(name, before, len(ledger.table(name).file_uris()), dropped))
    return done


def _unreadable(name: str, files: tuple[str, ...]) -> list[Finding]:
    findings = []
    for file in files:
        try:
            pl.scan_parquet(file).select(pl.all().count()).collect()
        except (OSError, pl.exceptions.PolarsError) as error:
            reason = str(error).strip().splitlines()[0]
            findings.append(
                Finding(name, f"data file {file.rsplit('/', 1)[-1]} cannot be read: {reason}", harmful=True)
            )
    return findings


def _owners(ledger: Ledger, name: str) -> pl.DataFrame:
    rows = pl.scan_delta(str(ledger.path / name)).group_by("batch").agg(rows=pl.len())
    return rows.collect().sort("batch")


def _unowned(ledger: Ledger, name: str, landed: pl.DataFrame) -> list[Finding]:
    owners = _owners(ledger, name).filter(~pl.col("batch").is_in(landed["batch"].to_list()))
    what = "{} rows of a batch that never landed ({}); they count nowhere, and 'ledger compact' drops them"
    return [Finding(name, what.format(rows, batch), harmful=False) for batch, rows in owners.iter_rows()]


def _miscounted(ledger: Ledger, name: str, landed: pl.DataFrame) -> list[Finding]:
    both = landed.select("batch", "source", said=pl.col(name).fill_null(0)).join(
        _owners(ledger, name), on="batch", how="left"
    )
    wrong = both.filter(pl.col("said") != pl.col("rows").fill_null(0))
    return [
        Finding(name, f"batch {batch} of {source} landed {said} rows, and {rows or 0} are there", harmful=True)
        for batch, source, said, rows in wrong.iter_rows()
    ]


def _double_claims(ledger: Ledger) -> list[Finding]:
    rows = pl.scan_delta(str(ledger.path / "claims"))
    there = rows.collect_schema().names()
    # A text that is not there is empty in rows of an earlier layout, and says nothing else.
    content = [
        pl.col(column).fill_null("") if column in ONLY_SAID else pl.col(column)
        for column in TABLES["claims"]
        if column in there and column not in ("batch", "claim_id")
    ]
    claims = rows.select("claim_id", content=pl.struct(content).hash())
    double = claims.group_by("claim_id").agg(forms=pl.col("content").n_unique()).filter(pl.col("forms") > 1).collect()
    return [
        Finding("claims", f"claim {claim} stands in {forms} different forms", harmful=True)
        for claim, forms in double.head(20).iter_rows()
    ]


def _broken_record(ledger: Ledger) -> list[Finding]:
    number = record.broken(ledger)
    what = f"forecast {number} is not as it was issued: the chain of hashes breaks there"
    return [] if number is None else [Finding("forecasts", what, harmful=True)]


def size_on_disk(path: Path) -> int:
    """Return the bytes of all files under a ledger's folder.

    Raises:
        LedgerError: where there is no such folder.
    """
    if not path.is_dir():
        raise LedgerError(path=str(path), reason="there is no ledger here")
    return sum(file.stat().st_size for file in path.rglob("*") if file.is_file())
