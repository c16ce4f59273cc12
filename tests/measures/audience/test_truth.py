"""Measures of an invented log against the truth that was counted while it was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl
import pytest

from cliffhanger.ledger import engine
from cliffhanger.measures.audience import run
from cliffhanger.sources.playback import titles
from cliffhanger.sources.playback.invent import ZONES, World, invent
from cliffhanger.sources.playback.parse import Rules

if TYPE_CHECKING:
    from pathlib import Path

    from cliffhanger.measures.audience.run import Measures
    from cliffhanger.sources.playback.truth import Truth

RULES = Rules(salt="a salt for the tests only", zones=ZONES)
WORLD = World(titles=60, twice=0.05, late=0.02, bad=0.01, bots=0.001)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> tuple[Measures, Truth]:
    """Return the measures of an invented log, and the truth about it."""
    folder = tmp_path_factory.mktemp("invented")
    truth = invent(folder, 120_000, seed=5, world=WORLD)
    listed = titles.read(folder / "titles.csv")
    return run.measure(engine.duckdb(), str(folder / "events"), listed, run.Plan(RULES)), truth


def test_every_figure_of_every_title_is_the_true_one(found: tuple[Measures, Truth]) -> None:
    """Viewing, reach, completion and windows agree to the unit, in spite of all that is wrong with the log."""
    measures, truth = found
    for name, column in truth.titles.items():
        assert measures.titles[name].to_list() == column.tolist(), name
    assert measures.viewers == truth.viewers


def test_every_week_in_every_territory_is_the_true_one(found: tuple[Measures, Truth]) -> None:
    """Seconds by local week: the evening of a Sunday in one zone is the Monday of another."""
    measures, truth = found
    places = list(ZONES)
    true = {(week, places[home], f"t{title:03d}"): seconds for (week, home, title), seconds in truth.weekly.items()}
    own = measures.weekly.filter(pl.col("territory") != "all")
    assert {(week, place, title): s for title, place, week, s, _ in own.iter_rows()} == true


def test_retention_and_days_to_complete_are_the_true_ones(found: tuple[Measures, Truth]) -> None:
    """Each step from episode to episode, and each viewer's days, counted one by one."""
    measures, truth = found
    for title, episode, starters, went_on in measures.episodes.select(
        "title", "episode", "starters", "went_on"
    ).iter_rows():
        assert (starters, went_on) == tuple(truth.reach[int(title[1:]), episode - 1])
    took: dict[int, dict[int, int]] = {}
    for title, days, people in measures.days.iter_rows():
        took.setdefault(int(title[1:]), {})[days] = people
    assert took == {number: days for number, days in enumerate(truth.days_to_complete) if days}


def test_what_is_wrong_with_the_log_is_set_aside_and_counted(found: tuple[Measures, Truth]) -> None:
    """Duplicates, late events, machines and impossible rows, each under its reason, to the row."""
    measures, truth = found
    counted = dict(measures.set_aside.iter_rows())
    assert counted.pop("sent twice") == truth.spoilt["sent_twice"]
    assert counted.pop("received too late") == truth.spoilt["late"]
    assert counted.pop("by a machine") == truth.spoilt["bots"]
    assert sum(counted.values()) == truth.spoilt["bad"]
    assert len(counted) == 5


def test_what_the_log_was_made_by_is_recovered(found: tuple[Measures, Truth]) -> None:
    """The chance of going on to the next episode, estimated by retention, correlates with the one put in."""
    measures, truth = found
    steps = measures.episodes.filter((pl.col("starters") > 300) & (pl.col("episode") == 2))
    put_in = np.array([truth.parameters["stay"][int(title[1:])] for title in steps["title"]])
    assert np.abs(steps["retention"].to_numpy() - put_in).max() < 4 * np.sqrt(0.25 / 300)
    assert len(steps) > 10


def test_the_same_seed_gives_the_same_log(tmp_path: Path) -> None:
    """Byte for byte the same rows; another seed gives others."""
    logs = []
    for name, seed in (("one", 3), ("two", 3), ("three", 4)):
        invent(tmp_path / name, 5_000, seed=seed, world=World(titles=12))
        logs.append(pl.read_parquet(tmp_path / name / "events" / "*.parquet"))
    assert logs[0].equals(logs[1])
    assert not logs[0].equals(logs[2])
