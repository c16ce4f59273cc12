"""Sampling error of a panel, and what titles are worth; all figures are made up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl
import pytest

from cliffhanger.domain.errors import BadFileError
from cliffhanger.ledger import engine
from cliffhanger.measures.audience import panel, run
from cliffhanger.measures.audience.worth import worth
from cliffhanger.measures.worth.decay import to_come
from cliffhanger.sources.playback import titles
from cliffhanger.sources.playback.parse import Rules
from tests.measures.audience.logs import listed, measured, of, rows_of

if TYPE_CHECKING:
    from pathlib import Path

SALTED = Rules(salt="a salt for the tests only")
ONE = listed(one=[(1000, 0)], two=[(1000, 0)])


def estimated(folder: Path, watching: int, weights: list[float]) -> dict[str, float]:
    """Return the estimate for a title that the first panellists watch, each for 500 seconds."""
    rows = rows_of([(f"p{n}", "one", 1, 0, 500) for n in range(watching)])
    frame = pl.DataFrame({"viewer": [f"p{n}" for n in range(len(weights))], "weight": weights})
    return measured(folder, rows, ONE, run.Plan(SALTED, weights=frame)).panel.row(0, named=True)


def test_the_error_of_a_share_is_the_binomial_one(tmp_path: Path) -> None:
    """With equal weights the formula is the textbook's: n w sqrt(p (1 - p) / (n - 1))."""
    found = estimated(tmp_path, 20, [50.0] * 100)
    expected = 100 * 50 * np.sqrt(0.2 * 0.8 / 99)
    assert found["starters"] == 1000
    assert found["starters_se"] == pytest.approx(expected)
    assert found["starters_high"] - found["starters"] == pytest.approx(1.959964 * expected, rel=1e-5)
    assert (found["panel"], found["panellists"], found["effective"]) == (100, 20, 100)


def test_unequal_weights_shrink_the_effective_panel(tmp_path: Path) -> None:
    """Kish: the square of the sum of weights over the sum of their squares."""
    weights = [1.0] * 50 + [9.0] * 50
    assert estimated(tmp_path, 60, weights)["effective"] == pytest.approx(500**2 / (50 + 50 * 81))


def test_intervals_hold_the_truth_as_often_as_they_say() -> None:
    """Of 200 panels drawn from 20,000 people, about 95 % have the true number of starters in their interval."""
    rng = np.random.default_rng(3)
    population = rng.random(20_000) < 0.15
    inside = 0
    chosen = engine.duckdb()
    for _ in range(200):
        drawn = rng.choice(20_000, size=400)
        began = [1 if population[person] else None for person in drawn]
        frame = pl.DataFrame(
            {"viewer": range(400), "number": 1, "began": began, "seconds": 100}, schema_overrides={"began": pl.Int32}
        )
        courses = engine.given(chosen, frame.filter(pl.col("began").is_not_null()), "courses")
        weights = engine.given(chosen, pl.DataFrame({"viewer": range(400), "weight": [50.0] * 400}), "weights")
        found = engine.framed(chosen, panel.estimates(courses, weights)).row(0, named=True)
        inside += found["starters_low"] <= population.sum() <= found["starters_high"]
    assert 180 <= inside <= 198


def test_a_list_of_weights_that_weighs_twice_is_refused(tmp_path: Path) -> None:
    """A panellist who stands there twice would count twice."""
    file = tmp_path / "panel.csv"
    file.write_text("viewer,weight\na,2\nb,3\na,4\n", encoding="utf-8")
    with pytest.raises(BadFileError, match="row 1"):
        panel.read(file)


def test_worth_stands_beside_cost(tmp_path: Path) -> None:
    """Hours over cost, devoted viewers and what each costs; a title without a cost is left out."""
    rows = rows_of([("a", "one", 1, 0, 3600), ("b", "one", 1, 1, 3600), ("b", "two", 1, 1, 7200)])
    priced = titles.Titles(ONE.units, ONE.about.with_columns(cost=pl.when(pl.col("title") == "one").then(4.0)))
    found = worth(measured(tmp_path, rows, priced))
    assert found["title"].to_list() == ["one"]
    row = found.row(0, named=True)
    assert (row["hours_per_cost"], row["devoted"], row["cost_per_devoted"]) == (0.5, 1, 4.0)
    assert row["devoted_share"] == 0.5


def test_what_is_still_to_come_is_told_as_for_a_slate(tmp_path: Path) -> None:
    """Of four whole weeks, the hours of the rest of the year; with the range that a slate is told."""
    rows = rows_of([("a", "one", 1, 7 * week, 3600 // (week + 1)) for week in range(4)] + [("a", "two", 1, 28, 900)])
    priced = titles.Titles(ONE.units, ONE.about.with_columns(cost=pl.lit(4.0)))
    found = worth(measured(tmp_path, rows, priced))
    hours = [1, 1 / 2, 1 / 3, 1 / 4]
    row = found.filter(pl.col("title") == "one").row(0, named=True)
    assert row["remaining_low"] < row["remaining_hours"] < row["remaining_high"]
    assert row["remaining_hours"] == pytest.approx(to_come(hours, 52).mean)


def test_what_is_left_out_of_a_log_is_said(tmp_path: Path) -> None:
    """A column that nobody reads is named."""
    rows = [{**row, "colour": "red"} for row in rows_of([("a", "one", 1, 0, 500)])]
    measures = measured(tmp_path, rows, ONE)
    assert measures.left_over == ("colour",)
    assert of(measures, "one")["viewers"] == 1
