"""The record as a user meets it: issue, show, verify, score, in whole processes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from deltalake import DeltaTable

from tests.cli.running import run

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Return a ledger whose record holds one forecast on Ballard."""
    questions = tmp_path / "questions.csv"
    questions.write_text("title,as_of,by\nBallard,2025-07-30,2026-08-22\n", encoding="utf-8")
    made = tmp_path / "own"
    run("forecast", "--questions", str(questions), "--issue", home=str(made))
    return made


def test_an_untouched_record_is_whole(ledger: Path) -> None:
    """Verify exits with 0 and gives the last hash, which show and --head know again."""
    done = run("record", "verify", home=str(ledger))
    assert "1 forecasts, each as it was issued" in done.stdout
    head = re.search(r"[0-9a-f]{64}", done.stdout)
    assert head is not None
    shown = run("record", "show", "--last", "3", home=str(ledger)).stdout
    assert head[0][:16] in shown
    assert "Ballard, season 2, as of 2025-07-30" in shown
    run("record", "verify", "--head", head[0][:12], home=str(ledger))
    lost = run("record", "verify", "--head", "0123456789ab", home=str(ledger), exits=1)
    assert "no forecast has the hash 0123456789ab" in lost.stdout
    assert "at least 12 digits" in run("record", "verify", "--head", "0123", home=str(ledger), exits=2).stderr


def test_a_changed_forecast_is_named(ledger: Path) -> None:
    """Verify exits with 1, and says which forecast is not as it was issued."""
    table = ledger / "cliffhanger" / "ledger" / "forecasts"
    DeltaTable(table).update(updates={"line": "replace(line, 'limbo', 'renewed')"}, predicate="issue = 1")
    done = run("record", "verify", home=str(ledger), exits=1)
    assert "NOT AS ISSUED: forecast 1 (imdb:" in done.stdout


def test_a_record_is_scored_by_what_was_known_later(ledger: Path) -> None:
    """The facts of the starter catalogue end before the forecast was issued: nothing is answered, and it says so."""
    said = run("record", "score", home=str(ledger)).stdout
    assert "The record: 1 forecasts" in said
    assert "each as it was issued" in said
    assert "None of their questions has been answered since" in said


def test_without_a_ledger_there_is_no_record() -> None:
    """One clear line, and a non-zero exit."""
    assert "ledger" in run("record", "verify", "--ledger", "/nonexistent", exits=1).stderr
