"""The arithmetic of weekly charts, held to a plain loop, and to Netflix's own columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cliffhanger.ledger import engine
from cliffhanger.ledger.ingest import pin
from cliffhanger.measures.audience import charts, published

if TYPE_CHECKING:
    from pathlib import Path

LISTS = "data/netflix/all-weeks-global.tsv"


def runs(weeks: list[list[str]]) -> list[dict[str, Any]]:
    """Return the entries of a chart, given who was in it, in order of place, week by week."""
    rows = [("chart", week, item, place) for week, items in enumerate(weeks) for place, item in enumerate(items, 1)]
    kinds = {"chart": pl.String, "week": pl.Int32, "item": pl.String, "rank": pl.Int32}
    chosen = engine.duckdb()
    table = engine.given(chosen, pl.DataFrame(rows, schema=kinds, orient="row"), "entries")
    return engine.framed(chosen, charts.runs(table)).sort("week", "rank").to_dicts()


def by_loop(weeks: list[list[str]]) -> list[dict[str, Any]]:
    """Return the same by going through the weeks one by one."""
    out, seen = [], dict[str, dict[str, Any]]()
    for week, items in enumerate(weeks):
        for rank, item in enumerate(items, 1):
            old = seen.get(item)
            stays = old is not None and old["week"] == week - 1
            row = {
                "chart": "chart",
                "week": week,
                "item": item,
                "rank": rank,
                "weeks": (old["weeks"] if old else 0) + 1,
                "consecutive": (old["consecutive"] if old and stays else 0) + 1,
                "weeks_at_1": (old["weeks_at_1"] if old else 0) + (rank == 1),
                "consecutive_at_1": ((old["consecutive_at_1"] if old and stays else 0) + 1) if rank == 1 else 0,
                "last_rank": old["rank"] if old and stays else None,
                "movement": old["rank"] - rank if old and stays else None,
                "entry": "new" if old is None else "stays" if stays else "re-entry",
            }
            out.append(row)
            seen[item] = row
    return out


def test_a_chart_through_five_weeks() -> None:
    """New, up, down, out, back, and first place lost and won again, worked out by hand."""
    found = runs([["a", "b"], ["b", "a"], ["b"], ["b", "a"], ["a"]])
    told = [(row["week"], row["item"], row["weeks"], row["consecutive"], row["consecutive_at_1"], row["movement"],
             row["entry"]) for row in found]  # fmt: skip
    assert told == [
        (0, "a", 1, 1, 1, None, "new"),
        (0, "b", 1, 1, 0, None, "new"),
        (1, "b", 2, 2, 1, 1, "stays"),
        (1, "a", 2, 2, 0, -1, "stays"),
        (2, "b", 3, 3, 2, 0, "stays"),
        (3, "b", 4, 4, 3, 0, "stays"),
        (3, "a", 3, 1, 0, None, "re-entry"),
        (4, "a", 4, 2, 1, 1, "stays"),
    ]


@settings(max_examples=40)
@given(weeks=st.lists(st.permutations("abcd").flatmap(lambda p: st.integers(0, 4).map(lambda n: p[:n])), max_size=9))
def test_runs_are_what_a_loop_through_the_weeks_finds(weeks: list[list[str]]) -> None:
    """Any chart of four items, with weeks in which nobody is in it."""
    assert runs(weeks) == by_loop(weeks)


def test_equal_values_are_placed_by_name() -> None:
    """A tie is broken the same way on every engine and every day."""
    chosen = engine.duckdb()
    rows = [("c", 1, item, value) for item, value in (("z", 5.0), ("b", 7.0), ("a", 5.0), ("y", 1.0))]
    frame = pl.DataFrame(rows, schema=["chart", "week", "item", "value"], orient="row")
    placed = engine.framed(chosen, charts.ranked(engine.given(chosen, frame, "vals"), size=3)).sort("rank")
    assert placed["item"].to_list() == ["b", "a", "z"]


@pytest.mark.shared
def test_netflix_own_lists_worked_out_again(shared: Path) -> None:
    """Of 239 weeks every rank, every view and every cumulative week agrees, or what makes it differ is known."""
    lists = published.read(pin(shared / LISTS))
    found = published.checked(engine.duckdb(), lists)
    assert (lists["week"].n_unique(), lists.height) == (239, 9_560)
    counted = found.group_by("column", "why").len()
    assert {f"{column}: {why}": rows for column, why, rows in counted.iter_rows()} == {
        f"weekly_views: {published.NO_RUNTIME}": 160,
        f"weekly_views: {published.LIVE}": 46,
        f"weekly_rank: {published.TIED}": 48,
        f"weekly_rank: {published.TIED_HOURS}": 22,
        f"weekly_rank: {published.LIVE}": 6,
        f"weekly_rank: {published.BESIDE}": 8,
        f"cumulative_weeks_in_top_10: {published.NAMESAKE}": 10,
    }  # fmt: skip


@pytest.mark.shared
def test_a_wrong_figure_among_netflix_own_is_not_explained_away(shared: Path) -> None:
    """One view count, one rank and one count of weeks falsified: each is told as not explained."""
    lists = published.read(pin(shared / LISTS))
    first = (pl.col("week") == lists["week"].max()) & (pl.col("category") == "TV (Non-English)")
    rank, views, weeks = pl.col("weekly_rank"), pl.col("weekly_views"), pl.col("cumulative_weeks_in_top_10")
    wrong = lists.with_columns(
        weekly_views=pl.when(first & (rank == 2)).then(views + 100_000).otherwise(views),
        cumulative_weeks_in_top_10=pl.when(first & (rank == 1)).then(99).otherwise(weeks),
        weekly_rank=pl.when(first).then(rank.replace({1: 10, 10: 1})).otherwise(rank),
    )  # fmt: skip
    told = published.checked(engine.duckdb(), wrong).filter(pl.col("why") == published.UNEXPLAINED)
    assert set(told["column"]) == {"weekly_views", "weekly_rank", "cumulative_weeks_in_top_10"}
