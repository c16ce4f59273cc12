"""Measuring and charts as a user meets them: whole processes, real files, real exits; all figures made up."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest

from cliffhanger.outlook import chart as outlook_chart
from cliffhanger.outlook import facts
from tests.cli import running

if TYPE_CHECKING:
    import subprocess

SALT = "a salt for the tests only"
TITLES = """title,episode,runtime,released,name,show,season,cost
one,1,3600,2025-03-03,The First,imdb:tt0000001,2,10
two,1,3600,2025-03-03,The Second,,,
"""


def run(*arguments: str, exits: int = 0, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command that knows the tests' salt."""
    return running.run(*arguments, exits=exits, **{"CLIFFHANGER_SALT": SALT, **environment})


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a log of four weeks, its titles, and a ledger that it has been measured into."""
    folder = tmp_path_factory.mktemp("platform")
    (folder / "titles.csv").write_text(TITLES, encoding="utf-8")
    rows = [
        {"viewer": f"v{n}", "title": title, "started_at": f"2025-03-{3 + 7 * week:02}T20:00:00Z", "seconds": 3000,
         "territory": "DE"}
        for week, shares in enumerate(((3, 1), (3, 2), (1, 4), (5, 4)))
        for title, people in zip(("one", "two"), shares, strict=True)
        for n in range(people)
    ]  # fmt: skip
    rows.append({"viewer": None, "title": "one", "started_at": "", "seconds": 1, "territory": ""})
    # The log goes on to the Sunday of its last week.
    rows.append({"viewer": "v0", "title": "two", "started_at": "2025-03-30T20:00:00Z", "seconds": 1, "territory": "DE"})
    text = "".join(json.dumps(row) + "\n" for row in rows)
    (folder / "log.jsonl").write_text(text, encoding="utf-8")
    into(folder)
    return folder


def into(folder: Path) -> str:
    """Measure the log into the ledger, and return what is said."""
    command = ("audience", "measure", str(folder / "log.jsonl"), "--titles", str(folder / "titles.csv"))
    return run(*command, "--platform", "Streamo", "--into", str(folder / "ledger")).stderr


def chart(folder: Path, *arguments: str) -> list[dict[str, Any]]:
    """Return Streamo's charts as JSON says them."""
    done = run("chart", "Streamo", "--json", "--ledger", str(folder / "ledger"), *arguments)
    found: list[dict[str, Any]] = json.loads(done.stdout)["charts"]
    return found


def test_a_measured_log_is_a_chart(measured: Path) -> None:
    """The latest week: places, whence, how long, and which of the two was first for how many weeks."""
    (found,) = chart(measured)
    assert (found["name"], found["week_start"], found["week_end"]) == ("all", "2025-03-24", "2025-03-30")
    told = [(p["title"], p["season"], p["rank"], p["movement"], p["weeks"], p["weeks_at_1"]) for p in found["places"]]
    assert told == [("The First", 2, 1, 1, 4, 3), ("The Second", None, 2, -1, 4, 1)]


def test_a_chart_of_a_week_and_a_territory_in_words(measured: Path) -> None:
    """Any day names its week; two weeks at the top are said to be two in a row."""
    done = run("chart", "Streamo", "--week", "2025-03-12", "--territory", "de", "--ledger", str(measured / "ledger"))
    assert "“The First” has been in first place for 2 weeks in a row." in done.stdout
    assert "Streamo, DE" in done.stdout


def test_a_chart_as_it_was_known(measured: Path) -> None:
    """The week to 9 March is out once late events were waited for, a week and a day after; not the day before."""
    (found,) = chart(measured, "--as-of", "2025-03-17")
    assert (found["week_end"], found["known_on"]) == ("2025-03-09", "2025-03-17")
    run("chart", "Streamo", "--as-of", "2025-03-16", "--ledger", str(measured / "ledger"), exits=1)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("chart", "Streamo", "--territory", "FR"), "there are DE, all"),
        (("chart", "Streamo", "--week", "2024-01-01"), "there are weeks from 2025-03-03 to 2025-03-30"),
        (("chart", "Nobody"), "audience measure"),
    ],
)
def test_a_chart_that_is_not_there_says_what_is(measured: Path, arguments: tuple[str, ...], said: str) -> None:
    """One line that names what there is, and an exit that is not zero."""
    assert said in run(*arguments, "--ledger", str(measured / "ledger"), exits=1).stderr


def test_the_same_log_lands_once(measured: Path) -> None:
    """Measured again, the ledger stays as it is, and the command says so."""
    before = facts.from_ledger(measured / "ledger").connection.execute("SELECT count(*) FROM observations").fetchone()
    assert "in" in into(measured)
    after = facts.from_ledger(measured / "ledger").connection.execute("SELECT count(*) FROM observations").fetchone()
    assert before == after


def test_observations_carry_when_they_could_be_known(measured: Path) -> None:
    """First-seven-day figures stand under the show's own id, from the day after the window and the days of grace."""
    connection = facts.from_ledger(measured / "ledger").connection
    found = connection.execute(
        "SELECT value, period_start, period_end, known_on FROM observations WHERE \"show\" = 'imdb:tt0000001' "
        "AND season = 2 AND metric = 'starters' AND scope = 'Streamo, first 7 days'"
    ).fetchall()
    assert found == [(3.0, date(2025, 3, 3), date(2025, 3, 9), date(2025, 3, 17))]


def test_what_is_known_of_a_show_says_whose_chart_it_is(measured: Path) -> None:
    """A platform's own chart is not called Netflix's."""
    done = run("show", "playback:Streamo+two", "--ledger", str(measured / "ledger"))
    assert "Netflix" not in done.stdout
    assert "weekly chart" in done.stdout


def test_figures_tables_and_worth(measured: Path, tmp_path: Path) -> None:
    """The page for people, JSON for programs, and every table as Parquet."""
    command = ("audience", "measure", str(measured / "log.jsonl"), "--titles", str(measured / "titles.csv"))
    page = run(*command, "--out", str(tmp_path / "tables")).stdout
    assert "The First" in page
    assert "Worth" in page
    assert "no viewer" in page
    plain = json.loads(run(*command, "--json").stdout)
    assert plain["set_aside"] == {"no viewer": 1}
    assert pl.read_parquet(tmp_path / "tables" / "charts.parquet").height == len(
        pl.read_parquet(tmp_path / "tables" / "weekly.parquet")
    )


def test_what_is_measured_goes_into_a_slate(measured: Path, tmp_path: Path) -> None:
    """Seasons by week since release, as `slate` reads them; a title that names no season is not among them."""
    titles, viewing, costs = (tmp_path / name for name in ("titles.csv", "viewing.csv", "costs.csv"))
    titles.write_text(TITLES.replace("imdb:tt0000001,2", "imdb:tt26676904,1"), encoding="utf-8")
    run("audience", "measure", str(measured / "log.jsonl"), "--titles", str(titles), "--viewing", str(viewing))
    found = pl.read_csv(viewing)
    assert found["week"].to_list() == [1, 2, 3, 4]
    assert found["hours"].to_list() == pytest.approx([2.5, 2.5, 5 / 6, 25 / 6])
    assert found["viewers"].to_list() == [3, 3, 1, 5]
    assert found["unique_viewers"].to_list() == [5] * 4
    costs.write_text("show,cost\nimdb:tt26676904,10\n", encoding="utf-8")
    command = ("slate", "--costs", str(costs), "--viewing", str(viewing), "--budget", "12", "--as-of", "2025-07-30")
    assert "Renew" in run(*command).stdout


def test_ids_are_not_read_without_a_salt(measured: Path) -> None:
    """Without a secret, or with a short one, nothing is measured."""
    command = ("audience", "measure", str(measured / "log.jsonl"), "--titles", str(measured / "titles.csv"))
    assert "--salt-file" in run(*command, exits=2, CLIFFHANGER_SALT="").stderr
    assert "at least 16" in run(*command, exits=2, CLIFFHANGER_SALT="short").stderr


def test_no_id_of_a_viewer_reaches_a_table(measured: Path, tmp_path: Path) -> None:
    """Neither the tables nor the ledger hold an id of the log."""
    command = ("audience", "measure", str(measured / "log.jsonl"), "--titles", str(measured / "titles.csv"))
    run(*command, "--out", str(tmp_path))
    frames = [pl.read_parquet(file) for file in tmp_path.glob("*.parquet")]
    assert len(frames) == 6
    assert not any("viewer" in frame.columns or "v0" in str(frame.to_dict(as_series=False)) for frame in frames)


def test_an_invented_log_is_measured_as_the_help_says(tmp_path: Path) -> None:
    """The two commands of the help, one after the other."""
    run("audience", "invent", str(tmp_path / "demo"), "--events", "2e4")
    log, titles = str(tmp_path / "demo" / "events"), str(tmp_path / "demo" / "titles.csv")
    done = run("audience", "measure", log, "--titles", titles, "--hashed", CLIFFHANGER_SALT="")
    assert "Made-Up Title" in done.stdout
    assert "by a machine" in done.stdout


@pytest.mark.shared
def test_netflix_lists_are_checked_and_charted(shared: Path, tmp_path: Path) -> None:
    """The check is what docs/audience.md shows of it; ingested, the lists are a chart with streaks."""
    file = shared / "data" / "netflix" / "all-weeks-global.tsv"
    checked = run("audience", "check", str(file)).stdout
    assert "weekly_views: 5,274 of 5,480 agree" in checked
    assert "not explained" not in checked
    page = (Path(__file__).parents[2] / "docs" / "audience.md").read_text(encoding="utf-8")
    assert f"<!-- check -->\n```\n{checked}```\n<!-- /check -->" in page
    run("ingest", str(file), "--ledger", str(tmp_path))
    done = run("chart", "Netflix", "--week", "2025-07-27", "--ledger", str(tmp_path))
    assert "“UNTAMED” has been in first place for 2 weeks in a row." in done.stdout


def test_the_lists_and_the_weeks_that_there_are(measured: Path) -> None:
    """A front asks which charts and weeks a platform has, as they were known on a day."""
    opened = facts.from_ledger(measured / "ledger")
    assert outlook_chart.lists(opened, "Streamo", date(2025, 12, 31)) == ("DE", "all")
    assert outlook_chart.weeks(opened, "Streamo", date(2025, 3, 24)) == (date(2025, 3, 16), date(2025, 3, 9))
    assert outlook_chart.lists(opened, "Nobody", date(2025, 12, 31)) == ()
