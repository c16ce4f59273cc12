"""From files to a ledger: whole or not at all, once and only once, whatever happens; the files are made up."""

from __future__ import annotations

import json
import multiprocessing
from typing import TYPE_CHECKING

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cliffhanger.domain.errors import BadFileError
from cliffhanger.ledger import export, upkeep
from cliffhanger.ledger.ingest import OWN_FACTS, ingest, pin
from cliffhanger.ledger.store import Ledger

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from pathlib import Path

SPAWN = multiprocessing.get_context("spawn")
OURS = len(OWN_FACTS[0].read_text(encoding="utf-8").splitlines())


def facts_file(path: Path, shows: range, value: str = "Made up") -> Path:
    """Write a file of made-up facts, one a show."""
    lines = (
        {
            "show": f"imdb:tt{number:07d}",
            "predicate": "title",
            "value": f"{value} {number}",
            "known_at": "2025-01-01",
            "publisher": "made up for a test",
        }
        for number in shows
    )
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def made_up_titles(ledger: Ledger) -> list[str]:
    """Return the made-up titles that count, in order."""
    claims = export.facts(ledger).connection.table("claims")
    return sorted(str(row[0]) for row in claims.filter("publisher = 'made up for a test'").select("value").fetchall())


def test_the_same_bytes_add_nothing_whatever_they_are_called(tmp_path: Path) -> None:
    """A second ingest, even of a renamed copy, is passed over."""
    ledger = Ledger.create(tmp_path / "ledger")
    first = facts_file(tmp_path / "one.jsonl", range(5))
    copy = tmp_path / "another-name.jsonl"
    copy.write_bytes(first.read_bytes())
    ingest(ledger, [first], author="test")
    before = ledger.view()
    reports = ingest(ledger, [first, copy], author="test")
    assert {report.note for report in reports if report.source != "identity"} == {"these bytes have landed before"}
    assert ledger.view() == before
    assert len(made_up_titles(ledger)) == 5


def test_a_bad_file_lands_nothing_and_the_others_go_on(tmp_path: Path) -> None:
    """It is named as failed; rows of sound files land, their bad rows set aside with a reason."""
    ledger = Ledger.create(tmp_path / "ledger")
    folder = tmp_path / "files"
    folder.mkdir()
    sound = facts_file(folder / "sound.jsonl", range(3))
    with sound.open("a", encoding="utf-8") as stream:
        stream.write('{"show": "imdb:tt0000009", "predicate": "no such word", "value": "x"}\n')
    (folder / "broken.jsonl").write_bytes(b'{"show": "\xff\xfe"}')
    (folder / "unknown.bin").write_bytes(bytes(range(256)))
    reports = {report.name: report for report in ingest(ledger, [folder], author="test")}
    assert reports["broken.jsonl"].failed
    assert reports["unknown.bin"].note.startswith("no source recognises this file")
    assert reports["sound.jsonl"].set_aside.total() == 1
    assert len(made_up_titles(ledger)) == 3
    aside = pl.read_delta(str(ledger.path / "set_aside"))
    assert aside["row"].to_list() == [4]


def test_bytes_read_by_a_newer_parser_supersede_the_older_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the older parser made of the same bytes no longer counts, and nothing is counted twice."""
    ledger = Ledger.create(tmp_path / "ledger")
    file = facts_file(tmp_path / "facts.jsonl", range(4))
    ingest(ledger, [file], author="test")
    monkeypatch.setattr("cliffhanger.sources.curated.parse.VERSION", "next")
    ingest(ledger, [file], author="test")
    assert ledger.batches().filter(pl.col("source") == "curated").height == 4
    assert len(made_up_titles(ledger)) == 4


@settings(max_examples=50)
@given(content=st.binary(max_size=300), name=st.sampled_from(["a.csv", "b-2025-01-31.tsv", "c"]))
def test_law_6_bytes_are_pinned_before_they_are_read(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, name: str
) -> None:
    """Hash and size are those of the bytes, and changing the file afterwards changes nothing that was pinned."""
    file = tmp_path_factory.mktemp("pin") / name
    file.write_bytes(content)
    snapshot = pin(file)
    file.write_bytes(b"something else")
    assert snapshot.open().read() == content
    assert snapshot.size == len(content)
    assert pin(file).sha256 != snapshot.sha256
    assert (snapshot.known_at is not None) == ("2025" in name)


def test_a_missing_path_is_named(tmp_path: Path) -> None:
    """There is nothing to ingest where there is nothing; the path is in the error."""
    ledger = Ledger.create(tmp_path / "ledger")
    with pytest.raises(BadFileError, match=r"nowhere.*no such file"):
        ingest(ledger, [tmp_path / "nowhere"], author="test")


def ingest_step_by_step(folder: Path, path: Path, steps: Connection) -> None:
    """Ingest, stopping before and after every write to a table until told to go on."""
    append = Ledger._append  # noqa: SLF001 - every write goes through it

    def stepping(self: Ledger, name: str, frame: pl.DataFrame) -> None:
        steps.send("before")
        steps.recv()
        append(self, name, frame)
        steps.send("after")
        steps.recv()

    setattr(Ledger, "_append", stepping)  # noqa: B010 - the same call, with stops
    ingest(Ledger.open(path), [folder], author="test")
    steps.send("done")


def kill_at(step: int, folder: Path, path: Path) -> bool:
    """Start an ingest and kill it (SIGKILL) at one of its steps; say whether it was still at work then."""
    here, there = SPAWN.Pipe()
    process = SPAWN.Process(target=ingest_step_by_step, args=(folder, path, there))
    process.start()
    there.close()
    for number in range(step + 1):
        if here.recv() == "done":
            process.join()
            return False
        if number < step:
            here.send("go on")
    process.kill()
    process.join()
    return True


def test_killed_at_any_write_nothing_is_lost_or_doubled(tmp_path: Path) -> None:
    """After SIGKILL before or after any write, what shows is whole batches; the next ingest completes them, once."""
    folder = tmp_path / "files"
    folder.mkdir()
    for number in range(2):
        facts_file(folder / f"{number}.jsonl", range(number * 10, number * 10 + 10))
    killed = 0
    for step in range(0, 40, 3):
        ledger = Ledger.create(tmp_path / f"ledger{step}")
        if not kill_at(step, folder, ledger.path):
            break
        killed += 1
        assert not [finding for finding in upkeep.check(ledger) if finding.harmful]
        assert len(made_up_titles(ledger)) in {0, 10, 20}
        ingest(ledger, [folder], author="test")
        assert len(made_up_titles(ledger)) == 20
        assert ledger.batches().height == 2 + len(OWN_FACTS)
    assert killed >= 4
