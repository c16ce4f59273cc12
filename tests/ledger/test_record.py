"""Issued forecasts stay as they were; the forecasts are made up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl
from deltalake import DeltaTable, write_deltalake

from cliffhanger.ledger import record, upkeep
from cliffhanger.ledger.schema import TABLES
from cliffhanger.ledger.store import Ledger
from tests.ledger.test_asof import day

if TYPE_CHECKING:
    from pathlib import Path


def lines(*odds: float) -> list[dict[str, Any]]:
    """Return made-up forecast lines."""
    return [{"show": f"made_up:{n}", "season": 1, "as_of": "2025-07-30", "p_renewed": p} for n, p in enumerate(odds)]


def issued(path: Path) -> Ledger:
    """Return a ledger with two issues of two forecasts each."""
    ledger = Ledger.create(path)
    for number, odds in enumerate([(0.1, 0.2), (0.3, 0.4)]):
        with ledger.writing():
            record.issue(ledger, lines(*odds), author="test", issued_at=day(number))
    return ledger


def test_the_record_is_one_chain_over_all_issues(tmp_path: Path) -> None:
    """Numbers go on from issue to issue, each hash names the one before, and the check finds nothing."""
    ledger = issued(tmp_path)
    rows = record.read(ledger)
    assert rows["issue"].to_list() == [1, 2, 3, 4]
    assert rows["previous"].to_list() == [record.BEGINNING, *rows["sha256"].to_list()[:3]]
    assert record.broken(ledger) is None
    assert upkeep.check(ledger) == []


def test_a_forecast_that_was_changed_is_found(tmp_path: Path) -> None:
    """Rewriting one line, even on disk and with everything else kept, breaks the chain at its number."""
    ledger = issued(tmp_path)
    rows = pl.read_delta(str(ledger.path / "forecasts"))
    changed = rows.with_columns(
        line=pl.when(pl.col("issue") == 3).then(pl.col("line").str.replace("0.3", "0.9")).otherwise(pl.col("line"))
    )
    write_deltalake(DeltaTable(ledger.path / "forecasts"), changed.select(list(TABLES["forecasts"])), mode="overwrite")
    assert record.broken(ledger) == 3
    assert [finding.table for finding in upkeep.check(ledger) if finding.harmful] == ["forecasts"]


def test_a_forecast_that_was_removed_is_found(tmp_path: Path) -> None:
    """A gap in the numbers breaks the chain behind it."""
    ledger = issued(tmp_path)
    DeltaTable(ledger.path / "forecasts").delete("issue = 2")
    assert record.broken(ledger) == 3


def test_a_record_that_lost_its_end_is_found(tmp_path: Path) -> None:
    """The batches keep the last hash of each issue."""
    ledger = issued(tmp_path)
    DeltaTable(ledger.path / "forecasts").delete("issue >= 3")
    assert record.broken(ledger) == 3


def test_a_column_that_no_longer_fits_its_line_is_found(tmp_path: Path) -> None:
    """What stands beside the line is held to it."""
    ledger = issued(tmp_path)
    DeltaTable(ledger.path / "forecasts").update(updates={"season": "9"}, predicate="issue = 2")
    assert record.broken(ledger) == 2


def test_nothing_to_issue_lands_nothing(tmp_path: Path) -> None:
    """An empty issue leaves no batch."""
    ledger = Ledger.create(tmp_path)
    with ledger.writing():
        assert record.issue(ledger, [], author="test", issued_at=day(0)) == 0
    assert ledger.batches().height == 0


def test_each_fault_is_told_by_itself(tmp_path: Path) -> None:
    """Two lines changed far apart are two faults, and what stands between them is as it was issued."""
    ledger = issued(tmp_path)
    for number, old in ((1, "0.1"), (4, "0.4")):
        change = {"line": f"replace(line, '{old}', '0.9')"}
        DeltaTable(ledger.path / "forecasts").update(updates=change, predicate=f"issue = {number}")
    found = list(record.faults(ledger))
    assert [(fault.issue, fault.show) for fault in found] == [(1, "made_up:0"), (4, "made_up:1")]
    assert all("was changed" in fault.what for fault in found)


def test_a_line_that_is_no_json_any_more_is_a_fault_too(tmp_path: Path) -> None:
    """A line that cannot be read is found by its hash, not met as an error."""
    ledger = issued(tmp_path)
    DeltaTable(ledger.path / "forecasts").update(updates={"line": "'gone'"}, predicate="issue = 2")
    assert [fault.issue for fault in record.faults(ledger)] == [2]


def test_a_forecast_that_was_hashed_anew_is_found_by_the_next(tmp_path: Path) -> None:
    """Whoever changes a line and its hash has to change all that follow, and the batches."""
    ledger = issued(tmp_path)
    rows = record.read(ledger).row(1, named=True)
    line = rows["line"].replace("0.2", "0.8")
    digest = record._hash(rows["previous"], rows["issued_at"], line)  # noqa: SLF001 - what a forger would do
    change = {"line": f"'{line}'", "sha256": f"'{digest}'"}
    DeltaTable(ledger.path / "forecasts").update(updates=change, predicate="issue = 2")
    found = {fault.issue: fault.what for fault in record.faults(ledger)}
    assert "the forecast before it, number 2, was another one" in found[3]
