"""``cliffhanger slate`` as a user meets it. Costs and viewing are made up; the series and their odds are not."""

from __future__ import annotations

import csv
import json
import os
import re
from pathlib import Path

import pytest

from tests.cli.running import run
from tests.cli.test_commands import like

DOCS = Path(__file__).parents[2] / "docs"
COSTS, VIEWING = str(DOCS / "slate" / "made_up_costs.csv"), str(DOCS / "slate" / "made_up_viewing.csv")
DAY = ("--as-of", "2025-07-30")
FILES = ("--costs", COSTS, "--viewing", VIEWING)
CHOICE = ("slate", *FILES, "--budget", "40", *DAY)


def test_the_choice_reads_as_approved_and_as_the_page_shows_it() -> None:
    """The golden file, and the same text in docs/slate.md beside the command that prints it."""
    printed = run(*CHOICE).stdout
    like("slate-budget.txt", printed)
    file = DOCS / "slate.md"
    block = f"<!-- slate -->\n```\n{printed.rstrip()}\n```\n<!-- /slate -->"
    page = file.read_text(encoding="utf-8")
    if os.environ.get("CLIFFHANGER_GOLDEN"):
        page = re.sub(r"<!-- slate -->.*<!-- /slate -->", lambda _: block, page, flags=re.DOTALL)
        file.write_text(page, encoding="utf-8")
    assert block in page


def test_forced_choices_of_an_acquirer_read_as_approved() -> None:
    """With odds, a day by which a season has to premiere, and a price for each forced show."""
    forced = (
        "--force-in",
        "Duster",
        "--force-out",
        "imdb:tt27995114",
        "--acquire",
        "--by",
        "2027-06-30",
        "--risk",
        "0",
    )
    like("slate-acquire.txt", run(*CHOICE, *forced).stdout)


def test_a_list_without_a_budget_reads_as_approved(tmp_path: Path) -> None:
    """Odds, windows and how many to expect; a name that is none is left out, and said."""
    names = tmp_path / "list.txt"
    names.write_text("1. Ballard\nDept. Q\nNo Such Series At All\n", encoding="utf-8")
    like("slate-list.txt", run("slate", "Countdown (2025)", "--list", str(names), *DAY).stdout)


def test_json_and_csv_say_what_the_text_says(tmp_path: Path) -> None:
    """The chosen shows, their cost within the budget, the expectation as the sum of its parts."""
    file = tmp_path / "slate.csv"
    said = json.loads(run(*CHOICE, "--json", "--csv", str(file)).stdout)
    choice = said["choice"]
    rows = {row["show"]: row for row in csv.DictReader(file.read_text(encoding="utf-8").splitlines())}
    taken = [row for row in rows.values() if row["decision"] == "in"]
    assert {row["show"] for row in taken} == set(choice["keys"])
    paid = sum(float(row["cost"]) - float(row["committed"]) for row in taken)
    assert paid == pytest.approx(choice["cost"])
    assert paid <= 40
    assert sum(float(row["next_hours"]) for row in taken) == pytest.approx(choice["expected"])
    assert choice["worst_tenth"] < choice["bad_year"] < choice["expected"]
    assert {show: float(row["price"]) for show, row in rows.items()} == pytest.approx(choice["prices"])


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "Name some shows"),
        (("Ballard", "--budget", "5"), "--budget needs --costs and --viewing, too"),
        (("Ballard", "--force-in", "Ballard"), "--force-in and --force-out need --budget"),
        (("Ballard", "--by", "2027-01-01"), "--by needs --acquire"),
        (("Ballard", "--budget", "$50m"), "'$50m' is no plain number"),
        (("Ballard", "--budget", "-1"), "-1 is not above 0"),
        (("Ballard", "--risk", "2"), "2.0 is not in the range 0<=x<=1"),
        ((*FILES, "--budget", "10", "--force-in", "Duster", "--force-in", "Ballard"), "'Duster' cannot be forced in"),
        ((*FILES, "--budget", "10", "--force-in", "Nobody Wants This"), "is forced, and is not on the list"),
    ],
)
def test_what_cannot_be_asked_is_said_in_a_line(words: tuple[str, ...], said: str) -> None:
    """Exit 2, and the fact."""
    assert said in " ".join(run("slate", *words, *DAY, exits=2).stderr.split())


def test_a_show_without_cost_or_viewing_is_named(tmp_path: Path) -> None:
    """And one that the file of costs has under two names."""
    found = run("slate", "Ballard", "Nobody Wants This", *FILES, "--budget", "9", *DAY, exits=1).stderr
    assert "made_up_costs.csv: has no cost for 'Nobody Wants This' (season 2)" in found
    costs = tmp_path / "costs.csv"
    costs.write_text("show,cost\nBallard,3\nNobody Wants This,4\n", encoding="utf-8")
    words = ("slate", "--costs", str(costs), "--viewing", VIEWING, "--budget", "9", *DAY)
    assert "has no viewing of an earlier season for 'Nobody Wants This'" in run(*words, exits=1).stderr
    costs.write_text("show,cost\nBallard,3\nimdb:tt26676904,4\n", encoding="utf-8")
    assert "row 2, show: 'imdb:tt26676904' is the show of row 1 ('Ballard')" in run(*words, exits=1).stderr


def test_without_a_budget_files_show_what_seasons_are_worth() -> None:
    """Hours per cost and the next season's range, with nothing chosen."""
    printed = run("slate", "Ballard", *FILES, *DAY).stdout
    assert "next season (80 %)" in printed
    assert "The choice" not in printed


def test_help_has_an_example() -> None:
    """And says what --acquire is for, in plain English."""
    said = run("slate", "--help").stdout
    assert "cliffhanger slate --costs costs.csv --viewing viewing.csv --budget 50" in said
    assert "Others decide whether these shows return" in said
