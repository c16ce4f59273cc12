"""The scoreboard as a user meets it, in whole processes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.cli.running import run

if TYPE_CHECKING:
    from pathlib import Path


def test_without_a_ledger_the_shipped_scoreboard_is_shown(tmp_path: Path) -> None:
    """Plain sentences, how to run it oneself, and a page and JSON where they are wanted."""
    done = run("scoreboard", "--out", str(tmp_path))
    assert "questions to which we gave" in done.stdout
    assert "extras" in done.stdout
    assert "--ledger" in done.stdout
    assert json.loads((tmp_path / "scoreboard.json").read_text(encoding="utf-8"))["layout"] == 1
    assert (tmp_path / "scoreboard.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_ledger_without_facts_is_said_so(tmp_path: Path) -> None:
    """One clear line, and a non-zero exit."""
    questions = tmp_path / "questions.csv"
    questions.write_text("title,as_of,by\nBallard,2025-07-30,2026-08-22\n", encoding="utf-8")
    own = tmp_path / "ledger"
    run("forecast", "--questions", str(questions), "--issue", home=str(tmp_path), CLIFFHANGER_LEDGER="")
    own = tmp_path / "cliffhanger" / "ledger"
    assert "no facts have landed yet" in run("scoreboard", "--ledger", str(own), exits=1).stderr


def test_figures_from_elsewhere_have_to_be_a_list(tmp_path: Path) -> None:
    """A file that is none is named."""
    file = tmp_path / "also.json"
    file.write_text("{", encoding="utf-8")
    assert "also.json" in run("scoreboard", "--also", str(file), exits=1).stderr


def test_help_has_an_example() -> None:
    """And says what it takes."""
    said = run("scoreboard", "--help").stdout
    assert "Example: cliffhanger scoreboard --ledger my-ledger --out docs" in said
    assert "--check-leaks" in said
