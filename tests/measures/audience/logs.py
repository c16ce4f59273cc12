"""Small logs, written by hand, and how to measure them; all that is in them is made up."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import polars as pl

from cliffhanger.ledger import engine
from cliffhanger.measures.audience import run
from cliffhanger.sources.playback import titles
from cliffhanger.sources.playback.parse import Rules

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

MONDAY = datetime(2025, 1, 6, tzinfo=UTC)
HOUR = 3600

Seen = tuple[str, str, int, float, int]
"""Who watched which title and episode, how many days after the first Monday began, and for how many seconds."""


def listed(**episodes: Sequence[tuple[int, int]]) -> titles.Titles:
    """Return titles, each with its episodes as (runtime in seconds, days from the first Monday to the release)."""
    rows = [
        (title, str(number), str(runtime), (MONDAY + timedelta(days=day)).date().isoformat(), None, None, None, None)
        for title, own in episodes.items()
        for number, (runtime, day) in enumerate(own, 1)
    ]
    names = ("title", "episode", "runtime", "released", "name", "show", "season", "cost")
    return titles.of(pl.DataFrame(rows, schema=dict.fromkeys(names, pl.String), orient="row"), "a list")


def rows_of(seen: Sequence[Seen], territory: str = "DE") -> list[dict[str, Any]]:
    """Return events for what was seen."""
    return [
        {
            "viewer": viewer,
            "title": title,
            "episode": episode,
            "started_at": MONDAY + timedelta(days=day),
            "seconds": seconds,
            "territory": territory,
        }
        for viewer, title, episode, day, seconds in seen
    ]


def measured(
    folder: Path, rows: Sequence[dict[str, Any]], on: titles.Titles, plan: run.Plan | None = None
) -> run.Measures:
    """Write rows as a log, and measure it with DuckDB."""
    file = folder / "log.parquet"
    pl.DataFrame(rows, infer_schema_length=None).write_parquet(file)
    chosen = plan or run.Plan(Rules(salt="a salt for the tests only"))
    return run.measure(engine.duckdb(), str(file), on, chosen)


def of(measures: run.Measures, title: str) -> dict[str, Any]:
    """Return the figures of one title."""
    return measures.titles.filter(pl.col("title") == title).row(0, named=True)
