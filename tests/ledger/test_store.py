"""A batch lands whole or not at all, readers are left in peace, and a second writer hears who holds the pen."""

from __future__ import annotations

import multiprocessing
import os
import resource
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl
import pytest
from deltalake import write_deltalake

from cliffhanger.domain.errors import LedgerError
from cliffhanger.ledger import upkeep
from cliffhanger.ledger.schema import TABLES
from cliffhanger.ledger.store import Ledger
from cliffhanger.sources.batch import claims_frame
from tests.ledger.test_asof import day, landed, made_up_claim, view

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection

SPAWN = multiprocessing.get_context("spawn")


def append_rows_of_no_batch(ledger: Ledger) -> None:
    """Leave what a writer leaves that dies before its batch lands."""
    rows = claims_frame([made_up_claim(8, known=0)]).with_columns(batch=pl.lit("dead"))
    write_deltalake(ledger.path / "claims", rows.select(list(TABLES["claims"])), mode="append")


def test_rows_of_a_batch_that_never_landed_count_nowhere(tmp_path: Path) -> None:
    """They are not in any view; the check names them, and compaction drops them."""
    ledger = landed(tmp_path, [[made_up_claim(1, known=0)]])
    append_rows_of_no_batch(ledger)
    assert [row["value"] for row in view(ledger, day(1))] == ["1"]
    assert [(f.table, f.harmful) for f in upkeep.check(ledger)] == [("claims", False)]
    dropped = {c.table: c.rows_dropped for c in upkeep.compact(ledger)}
    assert dropped["claims"] == 1
    assert upkeep.check(ledger) == []


def test_compaction_merges_files_and_changes_no_view(tmp_path: Path) -> None:
    """Many small batches become one file, every instant looks as before, and an open view still reads."""
    ledger = landed(tmp_path, [[made_up_claim(number, known=number)] for number in range(6)])
    before = [view(ledger, day(number)) for number in range(7)]
    held = ledger.view()
    done = {c.table: (c.files_before, c.files_after) for c in upkeep.compact(ledger)}
    assert done["claims"] == (6, 1)
    assert [view(ledger, day(number)) for number in range(7)] == before
    assert all(Path(file).exists() for file in held.files["claims"])


def test_a_view_that_is_open_does_not_see_what_lands_later(tmp_path: Path) -> None:
    """A reader goes on with its own list of files while a writer commits."""
    ledger = landed(tmp_path, [[made_up_claim(1, known=0)]])
    held = ledger.view()
    with ledger.writing():
        header = {"delivery": "more", "source": "a", "parser": "1"}
        ledger.land({"claims": claims_frame([made_up_claim(2, known=0)])}, header, landed_at=day(5))
    assert len(held.files["claims"]) == 1
    assert len(ledger.view().files["claims"]) == 2


def test_a_damaged_file_is_found(tmp_path: Path) -> None:
    """A data file that lost its end is named as harmful."""
    ledger = landed(tmp_path, [[made_up_claim(1, known=0)]])
    (file,) = (tmp_path / "claims").glob("*.parquet")
    file.write_bytes(file.read_bytes()[:-40])
    (finding,) = upkeep.check(ledger)
    assert finding.harmful
    assert file.name in finding.what


def test_a_missing_ledger_is_said_to_be_missing(tmp_path: Path) -> None:
    """Reading a ledger that is not there names its folder and the command that makes one."""
    with pytest.raises(LedgerError, match=r"no ledger here.*ingest"):
        Ledger.open(tmp_path / "nowhere")


def hold_the_pen(path: Path, ready: Connection) -> None:
    """Hold a ledger's pen until the other side says so."""
    with Ledger.open(path).writing():
        ready.send("held")
        ready.recv()


def test_a_second_writer_hears_who_holds_the_pen(tmp_path: Path) -> None:
    """It is told the process at once; after that process is killed, the pen is free."""
    ledger = landed(tmp_path, [])
    here, there = SPAWN.Pipe()
    holder = SPAWN.Process(target=hold_the_pen, args=(tmp_path, there))
    holder.start()
    assert here.recv() == "held"
    with pytest.raises(LedgerError, match=f"process {holder.pid} on"), ledger.writing():
        pass
    holder.kill()
    holder.join()
    with ledger.writing():
        assert ledger.batches().height == 0


def write_with_no_room(path: Path, out: Connection) -> None:
    """Try to land a batch when no file may grow past a few bytes, as on a full disk."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (200, resource.RLIM_INFINITY))
    _try_to_land(path, out)


def write_without_permission(path: Path, out: Connection) -> None:
    """Try to land a batch as somebody who may not write to the ledger."""
    for folder in [path, *(item for item in path.rglob("*") if item.is_dir())]:
        folder.chmod(0o555)
    if os.geteuid() == 0:
        os.seteuid(65534)
    _try_to_land(path, out)


def _try_to_land(path: Path, out: Connection) -> None:
    try:
        ledger = Ledger.open(path)
        with ledger.writing():
            rows = claims_frame([made_up_claim(number, known=0) for number in range(3)])
            ledger.land({"claims": rows}, {"delivery": "x", "source": "a", "parser": "1"}, landed_at=day(1))
        out.send("landed")
    except LedgerError as error:
        out.send(str(error))


@pytest.mark.parametrize("attempt", [write_with_no_room, write_without_permission])
def test_a_full_disk_or_a_read_only_ledger_lands_nothing(
    tmp_path: Path, attempt: Callable[[Path, Connection], None]
) -> None:
    """The writer gets one line naming the ledger, and what had landed before is untouched."""
    folder = tmp_path / "ledger"
    ledger = landed(folder, [[made_up_claim(1, known=0)]])
    for parent in [tmp_path, *list(tmp_path.parents)[:3]]:
        parent.chmod(parent.stat().st_mode | 0o055) if parent.stat().st_uid == os.geteuid() else None
    here, there = SPAWN.Pipe()
    process = SPAWN.Process(target=attempt, args=(folder, there))
    process.start()
    said = here.recv()
    process.join()
    for item in [folder, *(item for item in folder.rglob("*") if item.is_dir())]:
        item.chmod(0o755)
    assert said.startswith(f"ledger {folder}: ")
    assert "\n" not in said
    assert [row["value"] for row in view(ledger, day(1))] == ["1"]
