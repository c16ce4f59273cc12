"""The record: forecasts that have been issued, chained by hash, so that none can be changed unseen."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import polars as pl

from cliffhanger.ledger.schema import FORECASTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import datetime

    from cliffhanger.ledger.store import Ledger

SOURCE = "record"
"""What batches of issued forecasts name as their source."""

BEGINNING = "0" * 64
"""What the first forecast of a record names as the one before it."""


def issue(ledger: Ledger, lines: Iterable[Mapping[str, Any]], *, author: str, issued_at: datetime) -> int:
    """Append forecasts to the record, all or none.

    The caller holds the ledger's pen.

    Args:
        ledger: where to.
        lines: forecasts, as :func:`cliffhanger.outlook.forecasts.line` gives them.
        author: who issues them.
        issued_at: when.

    Returns:
        How many were issued.
    """
    last = read(ledger).tail(1)
    number = int(last["issue"][0]) if last.height else 0
    previous = str(last["sha256"][0]) if last.height else BEGINNING
    rows = list(_chained(lines, number, previous, issued_at))
    frame = pl.DataFrame(rows, schema=dict(FORECASTS), orient="row").with_columns(
        as_of=pl.col("line").str.json_path_match("$.as_of").str.to_date()
    )
    digest = frame["sha256"][-1] if frame.height else ""
    header = {"delivery": digest, "source": SOURCE, "parser": "1", "author": author, "rows_read": frame.height}
    if frame.height:
        ledger.land({"forecasts": frame}, header, landed_at=issued_at)
    return frame.height


def read(ledger: Ledger) -> pl.DataFrame:
    """Return the record, in the order of issue; rows whose batch never landed are no part of it."""
    landed = ledger.batches()["batch"].to_list()
    rows = pl.scan_delta(str(ledger.path / "forecasts")).filter(pl.col("batch").is_in(landed))
    return rows.sort("issue").collect()


@dataclass(frozen=True, slots=True)
class Fault:
    """A place at which the record is not as it was issued.

    Attributes:
        issue: number of the forecast.
        show: the show that it names now, or empty where it is gone.
        what: what is wrong.
    """

    issue: int
    show: str
    what: str


def broken(ledger: Ledger) -> int | None:
    """Return the number of the first forecast that is not as it was issued, or None."""
    return next((fault.issue for fault in faults(ledger)), None)


def faults(ledger: Ledger) -> Iterator[Fault]:
    """Yield every place at which the record is not as it was issued, in the order of issue.

    A forecast is held to its hash, to the one before it, and to the columns
    beside its line; an issue to the hash of its last forecast, which its batch
    keeps, so that the end of the record cannot go missing either. After a
    fault the chain is taken up again where the next forecast says it stands.
    """
    previous, number, seen = BEGINNING, 0, set()
    for row in read(ledger).iter_rows(named=True):
        if row["issue"] != number + 1:
            yield Fault(int(row["issue"]), row["show"], f"it follows number {number}: what stood between them is gone")
        elif row["previous"] != previous:
            yield Fault(int(row["issue"]), row["show"], f"the forecast before it, number {number}, was another one")
        if row["sha256"] != _hash(row["previous"], row["issued_at"], row["line"]):
            yield Fault(int(row["issue"]), row["show"], "its line, its time or its hash was changed")
        elif not _beside(row):
            yield Fault(int(row["issue"]), row["show"], "the columns beside its line say something else")
        previous, number = row["sha256"], int(row["issue"])
        seen.add(previous)
    ends = ledger.batches().filter(pl.col("source") == SOURCE)
    for digest in ends["delivery"]:
        if digest not in seen:
            yield Fault(number + 1, "", f"an issue ended with the hash {digest[:16]}, and no forecast has it")


def _beside(row: Mapping[str, Any]) -> bool:
    """Return whether the columns beside a line say what it says."""
    line = json.loads(row["line"])
    return bool((line["show"], line["season"], line["as_of"]) == (row["show"], row["season"], str(row["as_of"])))


def _chained(
    lines: Iterable[Mapping[str, Any]], number: int, previous: str, issued_at: datetime
) -> Iterator[dict[str, Any]]:
    for line in lines:
        number += 1
        text = json.dumps(line, ensure_ascii=False, sort_keys=True)
        digest = _hash(previous, issued_at, text)
        yield {
            "issue": number,
            "issued_at": issued_at,
            "show": line["show"],
            "season": line["season"],
            "line": text,
            "previous": previous,
            "sha256": digest,
        }
        previous = digest


def _hash(previous: str, issued_at: datetime, line: str) -> str:
    return hashlib.sha256(f"{previous}\n{issued_at.isoformat()}\n{line}".encode()).hexdigest()
