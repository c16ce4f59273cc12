"""A user's own decisions, audience and cost: a documented schema, checked row by row; the rows are made up."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl
import pytest

from cliffhanger.domain.errors import BadFileError
from cliffhanger.sources.http.faults import FetchError
from cliffhanger.sources.own import parse as own
from cliffhanger.sources.registry import recognise
from tests.servers.files import file_answer
from tests.servers.local import serving
from tests.sources.test_tables import counted, pinned, pinned_file
from tests.sources.visits import errand, snapshots, visited

if TYPE_CHECKING:
    from pathlib import Path

DECISIONS = """show,season,decision,decided_on,known_on,platform,note
imdb:tt9000001,2,renewed,2026-01-10,2026-01-20,amazon prime,said in the meeting
tt9000002,3,Cancelled,2026-01-11,,,
"""
AUDIENCE = """show,season,episode,metric,value,from,to,scope
imdb:tt9000001,1,,viewers,120000,2026-01-05,2026-01-11,DE
imdb:tt9000001,1,3,completion,81.5,2026-01-05,2026-01-11,
"""
COST = """show,season,amount,currency,basis,known_on
imdb:tt9000001,2,4500000,eur,episode,2026-01-02
"""


def test_decisions_become_claims() -> None:
    """Known on the day they were told, else when they were taken; a renewal stands on the season before."""
    rows = own.parse([pinned("decisions.csv", DECISIONS)]).claims
    shown = rows.select(
        "show", "season", "predicate", "value", pl.col("known_at").dt.date().cast(pl.String), "platform"
    )
    assert shown.rows() == [
        ("imdb:tt9000001", 1, "renewed", "2", "2026-01-20", "Prime Video"),
        ("imdb:tt9000002", 3, "cancelled", "3", "2026-01-11", ""),
    ]


def test_audience_and_cost_become_observations() -> None:
    """An audience is known on the day after its period; the scope of a cost is its currency and basis."""
    seen = own.parse([pinned("audience.csv", AUDIENCE)]).observations
    shown = seen.select("season", "episode", "metric", "value", "scope", pl.col("known_at").dt.date().cast(pl.String))
    assert shown.rows() == [
        (1, None, "own_viewers", 120000.0, "DE", "2026-01-12"),
        (1, 3, "own_completion", 81.5, "", "2026-01-12"),
    ]
    cost = own.parse([pinned("cost.csv", COST)]).observations
    assert cost.select("metric", "value", "scope").rows() == [("own_cost", 4_500_000.0, "EUR per episode")]


def test_parquet_says_the_same(tmp_path: Path) -> None:
    """With typed columns as with texts."""
    path = tmp_path / "audience.parquet"
    pl.read_csv(AUDIENCE.encode(), try_parse_dates=True).write_parquet(path)
    assert recognise(pinned_file(path)) == "own"
    assert own.parse([pinned_file(path)]).observations.equals(own.parse([pinned("a.csv", AUDIENCE)]).observations)


@pytest.mark.parametrize(
    ("table", "old", "new", "reason"),
    [
        (DECISIONS, "renewed", "maybe", "unknown decision"),
        (DECISIONS, "2026-01-10", "10.1.2026", "not a date as YYYY-MM-DD"),
        (DECISIONS, "imdb:tt9000001", "Made Up", "an id is authority:key, for instance imdb:tt26676904"),
        (DECISIONS, ",2,", ",0,", "not a number from 1"),
        (DECISIONS, ",2,", ",1,", "a first season is ordered, not renewed"),
        (AUDIENCE, "viewers", "hearts", "unknown metric"),
        (AUDIENCE, "120000", "many", "not a number"),
        (AUDIENCE, "81.5", "181.5", "not a percentage up to 100"),
        (AUDIENCE, "2026-01-11,DE", "2026-01-01,DE", "the period ends before it begins"),
        (COST, "eur", "euro", "not a currency's three letters"),
        (COST, "episode", "minute", "unknown basis"),
        (COST, "4500000", "-1", "not a number from 0"),
    ],
)
def test_a_bad_row_is_set_aside_and_the_others_land(table: str, old: str, new: str, reason: str) -> None:
    """Each with its reason, in words for whoever wrote the file."""
    batch = own.parse([pinned("mine.csv", table.replace(old, new, 1))])
    assert counted(batch.set_aside) == {reason: 1}
    assert batch.claims.height + batch.observations.height == len(table.splitlines()) - 2


def test_a_missing_column_and_a_file_of_something_else_are_named() -> None:
    """Nothing lands of either; a column that nobody knows is reported."""
    with pytest.raises(BadFileError, match="decided_on: column missing"):
        own.parse([pinned("d.csv", DECISIONS.replace("decided_on", "when"))])
    with pytest.raises(BadFileError, match="is no file of decisions, audience or cost"):
        own.parse([pinned("x.csv", "show,season\n")])
    assert own.parse([pinned("d.csv", COST.replace("known_on", "mood"))]).left_over == ("mood",)


def test_files_are_brought_when_they_changed(tmp_path: Path) -> None:
    """From a folder and from a server; one that is not there is named, and the others are in."""
    mine = tmp_path / "decisions.csv"
    mine.write_text(DECISIONS, encoding="utf-8")
    with serving(file_answer({"/cost.csv": COST.encode()})) as server:
        options: dict[str, Any] = {"files": [str(tmp_path / "none.csv"), str(mine), f"{server.url}/cost.csv"]}
        with (
            errand("own", tmp_path / "pins", **options) as visit,
            pytest.raises(FetchError, match=r"none\.csv: No such"),
        ):
            visited("own", tmp_path / "pins", visit)
        options["files"].pop(0)
        for text, names in ((DECISIONS, []), (DECISIONS + "\n", ["decisions.csv"])):
            mine.write_text(text, encoding="utf-8")
            with errand("own", tmp_path / "pins", **options) as visit:
                assert [s.name for s in snapshots(visited("own", tmp_path / "pins", visit))] == names
