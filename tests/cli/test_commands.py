"""The commands as a user meets them: whole processes over the starter catalogue, real files, real exits."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import run

GOLDEN = Path(__file__).parent / "golden"
BALLARD = ("outlook", "Ballard", "--as-of", "2025-07-30")


def like(name: str, text: str) -> None:
    """Hold a text to its golden file; with CLIFFHANGER_GOLDEN set, write the file instead."""
    file = GOLDEN / name
    if os.environ.get("CLIFFHANGER_GOLDEN"):
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")


def dossier(*arguments: str) -> dict[str, Any]:
    """Return a dossier as its JSON says it."""
    found: dict[str, Any] = json.loads(run("outlook", *arguments, "--json").stdout)
    return found


def test_the_outlook_on_ballard_reads_as_it_was_read_and_approved() -> None:
    """The whole text of the first question this project was asked."""
    like("ballard-2025-07-30.txt", run(*BALLARD).stdout)


def test_the_outlook_as_markdown_reads_as_approved() -> None:
    """The same dossier as Markdown."""
    like("ballard-2025-07-30.md", run(*BALLARD, "--markdown").stdout)


def test_the_readme_shows_what_the_command_prints() -> None:
    """The README's output is the real one down to the facts, line by line."""
    file = Path(__file__).parents[2] / "README.md"
    printed = run(*BALLARD).stdout.split("\nThe facts, each with its source")[0].rstrip("\n")
    block = f"<!-- outlook -->\n```\n{printed}\n```\n<!-- /outlook -->"
    readme = file.read_text(encoding="utf-8")
    if os.environ.get("CLIFFHANGER_GOLDEN"):
        readme = re.sub(r"<!-- outlook -->.*<!-- /outlook -->", lambda _: block, readme, flags=re.DOTALL)
        file.write_text(readme, encoding="utf-8")
    assert block in readme


def test_ballards_dossier_holds_all_that_was_asked_of_it() -> None:
    """State, odds and range, window, silence, five drivers that add up, look-alikes, the line, sourced facts, gaps."""
    said = dossier("Ballard", "--as-of", "2025-07-30")
    forecast = said["forecast"]
    assert forecast["state"] == "limbo"
    low, high = forecast["p_renewed_range"]
    assert low < forecast["p_renewed"] < high
    assert list(forecast["premiere_quantiles"]) == ["0.05", "0.1", "0.25", "0.5", "0.75", "0.9", "0.95"]
    days = list(forecast["premiere_quantiles"].values())
    assert days == sorted(set(days))
    assert [silence["months"] for silence in said["silence"]] == list(range(1, 25))
    assert said["silence"][-1]["p_renewed"] < forecast["p_renewed"]
    points = sum(driver["points"] for driver in said["drivers"])
    assert said["base_rate"] + points == pytest.approx(forecast["p_renewed"], abs=0.002)
    assert len(said["drivers"]) >= 5
    assert len(said["look_alikes"]) >= 5
    line = {relative["title"]: (relative["seasons"], relative["last"]) for relative in said["line"]}
    assert line == {"Bosch": (7, 2021), "Bosch: Legacy": (3, 2025)}
    assert all(fact["source"] and fact["known_on"] for fact in said["evidence"])
    assert said["missing"]


@pytest.mark.parametrize("title", ["Ballard", "Bosch", "Wednesday", "Severance", "The Bear"])
@pytest.mark.parametrize("as_of", ["2024-08-15", "2025-07-30"])
def test_nothing_known_later_appears(title: str, as_of: str) -> None:
    """Every fact of a dossier was known by its day, and every look-alike's fate, too."""
    if (title, as_of) == ("Ballard", "2024-08-15"):
        run("outlook", title, "--as-of", as_of, exits=2)
        return
    said = dossier(title, "--as-of", as_of)
    days = [fact["known_on"] for fact in said["evidence"]]
    for other in said["look_alikes"]:
        days += [day for day in (other["returned"], other["decided_on"], other["premiere"]) if day]
    assert days
    assert max(days) <= as_of


def test_an_unknown_title_gets_the_nearest_ones() -> None:
    """Exit 1, and titles that are near."""
    said = run("outlook", "Balard", exits=1).stderr
    assert "No series called 'Balard' is known." in said
    assert "Ballard (2025, imdb:tt26676904)" in said


def test_a_title_of_several_shows_lists_them() -> None:
    """Exit 2, and each with its year and id; the year or the id then names one."""
    said = run("outlook", "Shameless", exits=2).stderr
    ids = re.findall(r"imdb:tt\d+", said)
    assert len(ids) > 1
    assert dossier(ids[0])["show"]["id"] == ids[0]


@pytest.mark.parametrize("text", ["2025-02-30", "yesterday", "30/07/2025", ""])
def test_a_broken_date_is_named(text: str) -> None:
    """Exit 2, and the text that is no date."""
    assert repr(text) in run("outlook", "Ballard", "--as-of", text, exits=2).stderr


@pytest.mark.parametrize("day", ["2020-01-01", "2025-07-08"])
def test_a_day_before_the_show_is_refused(day: str) -> None:
    """Exit 2, and the day on which it began."""
    assert "its first season came on 2025-07-09" in run("outlook", "Ballard", "--as-of", day, exits=2).stderr


def test_a_day_after_the_data_is_answered_with_a_warning() -> None:
    """The figures are marked as resting on data that end earlier."""
    assert "the data end on 2026-01-31" in run("outlook", "Ballard", "--as-of", "2027-01-01").stdout


def test_a_page_is_one_file_that_needs_nothing_else(tmp_path: Path) -> None:
    """No script, no address but those of sources, and what titles hold is escaped."""
    file = tmp_path / "page.html"
    run(*BALLARD, "--html", str(file))
    page = file.read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert "<script" not in page
    assert "src=" not in page
    assert "to return for season 2" in page


@pytest.mark.parametrize(
    "words", [(*BALLARD, "--html", "nowhere/x.html"), ("forecast", "--all", "--out", "nowhere/x.jsonl")]
)
def test_a_file_that_cannot_be_written_is_named(tmp_path: Path, words: tuple[str, ...]) -> None:
    """Exit 1, one line, and nothing half-written."""
    *command, target = words
    said = run(*command, str(tmp_path / target), exits=1).stderr
    assert f"{tmp_path / target}: No such file or directory" in said
    assert list(tmp_path.iterdir()) == []


def test_a_device_is_written_to_and_stays_a_device() -> None:
    """A full one makes a clear line; it is not replaced by a file."""
    full = Path("/dev/full")
    assert "No space left" in run(*BALLARD, "--html", str(full), exits=1).stderr
    assert full.is_char_device()


def test_whoever_has_read_enough_may_stop(tmp_path: Path) -> None:
    """A pipe that is closed early ends the command in silence."""
    command = f'"{sys.executable}" -m cliffhanger.cli.main show Bosch'
    script = f'{command} | head -n 1 > "{tmp_path}/out"; echo "${{PIPESTATUS[0]}}"'
    done = subprocess.run(["bash", "-c", script], capture_output=True, text=True, check=True)  # noqa: S603, S607 - our own
    assert (done.stdout, done.stderr) == ("0\n", "")


@pytest.mark.parametrize("name", ["title.ratings.tsv.gz", "junk.txt"])
def test_a_file_that_is_not_what_it_claims_fails_the_run(tmp_path: Path, name: str) -> None:
    """Exit 1, the file is named, and no ledger is made of nothing."""
    file, ledger = tmp_path / name, tmp_path / "ledger"
    file.write_bytes(b"\x1f\x8b\x08\x00 not really gzip" if name.endswith("gz") else b"nothing that anybody knows")
    done = run("ingest", str(file), "--ledger", str(ledger), exits=1)
    assert f"FAILED: {name}" in done.stdout
    assert not (ledger / "claims").exists() or "nothing wrong" in run("ledger", "check", "--ledger", str(ledger)).stdout


def test_issuing_forecasts_leaves_the_starter_catalogue_in_use(tmp_path: Path) -> None:
    """The record makes a ledger without facts; the next question is still answered from the catalogue."""
    file = tmp_path / "questions.csv"
    file.write_text("show\nimdb:tt26676904\n", encoding="utf-8")
    home = str(tmp_path / "home")
    issued = run("forecast", "--questions", str(file), "--issue", home=home)
    assert "issued 1 forecasts" in issued.stderr
    assert "to return" in run(*BALLARD, home=home).stdout


def test_forecasts_of_all_series_are_lines_with_all_fields(tmp_path: Path) -> None:
    """One line a series, each with every promised field, and coherent odds."""
    out = tmp_path / "f.jsonl"
    run("forecast", "--all", "--by", "2026-08-22", "--by", "2027-01-31", "--out", str(out))
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert len(lines) > 23_000
    assert len({line["show"] for line in lines}) == len(lines)
    for line in lines:
        soon, later = line["p_return_by"].values()
        assert 0 <= soon <= later <= line["p_return_ever"] + 1e-6
        assert line["vintage"]["strict"] == (not line["vintage"]["hindsight"])
        assert {"title", "season", "state", "p_renewed", "premiere_quantiles", "abstain", "model"} <= line.keys()


def test_questions_from_a_file_are_answered_in_its_order(tmp_path: Path) -> None:
    """Known by title and year, by id, or not known at all: each gets its line, with a note where nothing was found."""
    file = tmp_path / "questions.csv"
    file.write_text(
        "title,year,network,season,as_of,by\n"
        "Evil,2019,CBS,1,2019-12-01,2020-12-01\n"
        "A Show That Nobody Has Made,2019,Netflix,1,2019-06-01,2020-06-01\n"
        "imdb:tt26676904,,,,2025-07-30,2026-12-31\n"
        "imdb:tt26676904,,,2,2025-07-30,2026-12-31\n",
        encoding="utf-8",
    )
    lines = [json.loads(line) for line in run("forecast", "--questions", str(file)).stdout.splitlines()]
    assert [line["row"] for line in lines] == [1, 2, 3, 4]
    assert "had begun by then" in lines[3]["abstain"]
    assert lines[0]["show"] == "imdb:tt9055008"
    assert "in the catalogue" in lines[1]["abstain"]
    assert 0 < lines[1]["p_return_by"]["2020-06-01"] < lines[1]["p_renewed"] < 1
    assert (lines[2]["title"], lines[2]["season"], lines[2]["as_of"]) == ("Ballard", 1, "2025-07-30")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title,season\nEvil,one\n", "row 1, season: 'one' is not a whole number"),
        ("title,as_of\nEvil,2020-13-01\n", "row 1, as_of: '2020-13-01'"),
        ("name,planet\nEvil,Mars\n", "planet: unknown column"),
        ("season\n1\n", "show or title: column missing"),
        ("title,season\nEvil,0\n", "row 1, season: 0 is out of range"),
        ("title,season\n,1\n", "row 1, title: the row names no show"),
        ("title\n\xff\n", "questions.csv: "),
    ],
)
def test_a_bad_file_of_questions_is_named_with_row_and_field(tmp_path: Path, text: str, said: str) -> None:
    """Exit 1, one line, and nothing printed as an answer."""
    file = tmp_path / "questions.csv"
    file.write_bytes(text.encode("latin-1"))
    done = run("forecast", "--questions", str(file), exits=1)
    assert said in done.stderr
    assert done.stdout == ""


def test_a_ledger_that_is_not_there_is_named(tmp_path: Path) -> None:
    """Exit 1, and the command that makes one."""
    said = run("outlook", "Ballard", "--ledger", str(tmp_path / "none"), exits=1).stderr
    assert "there is no ledger here" in said


def test_a_slip_in_a_commands_name_is_guessed() -> None:
    """Exit 2, and the nearest command."""
    assert "Did you mean 'outlook'?" in run("outlok", exits=2).stderr


COMMANDS = ("outlook", "forecast", "show", "ingest", "update", "sources", "replay", "doctor", "catalogue", "ledger")


@pytest.mark.parametrize("words", [[], *([name] for name in COMMANDS)])
def test_every_command_has_help_with_an_example(words: list[str]) -> None:
    """Help says what the command does, and shows one."""
    said = run(*words, "--help").stdout
    assert "cliffhanger" in said.split("Usage")[1].split("\n", 1)[1]


def test_the_catalogue_says_what_it_holds() -> None:
    """Counts, the last day of its data, and that no raw ratings ship."""
    said = run("catalogue", "info").stdout
    assert "known to      2026-01-31" in said
    assert "no raw ratings" in said


def test_an_ingested_fact_is_used_and_shown(tmp_path: Path) -> None:
    """From a file to the ledger to a claim on the screen; a check finds nothing, compaction changes nothing."""
    facts = tmp_path / "facts.jsonl"
    facts.write_text(
        '{"show": "imdb:tt26676904", "predicate": "alias", "value": "A made-up alias", "known_at": "2025-07-20",'
        ' "publisher": "made up for a test"}\n',
        encoding="utf-8",
    )
    ledger = str(tmp_path / "ledger")
    assert "2 deliveries landed, 0 failed." in run("ingest", str(facts), "--ledger", ledger).stdout
    shown = run("show", "imdb:tt26676904", "--ledger", ledger).stdout
    assert "A made-up alias" in shown
    assert "nothing wrong" in run("ledger", "check", "--ledger", ledger).stdout
    run("ledger", "compact", "--ledger", ledger)
    assert run("show", "imdb:tt26676904", "--ledger", ledger).stdout == shown
