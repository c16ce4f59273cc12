"""Each definition's arithmetic on logs small enough to work out by hand; all that is in them is made up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cliffhanger.ledger import engine
from cliffhanger.measures.audience import run, sketch
from cliffhanger.sources.playback.invent import mixed
from cliffhanger.sources.playback.parse import Rules
from tests.measures.audience.logs import HOUR, listed, measured, of, rows_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.measures.audience.logs import Seen

SEASON = listed(show=[(1000, 0), (1000, 0), (2000, 7)])
SALTED = Rules(salt="a salt for the tests only")


def test_views_are_hours_over_runtime(tmp_path: Path) -> None:
    """Netflix, June 2023: all the time watched, over the runtime of the season."""
    found = of(measured(tmp_path, rows_of([("a", "show", 1, 0, 1000), ("b", "show", 3, 8, 1000)]), SEASON), "show")
    assert found["seconds"] == 2000
    assert found["hours"] == pytest.approx(2000 / HOUR)
    assert found["views"] == pytest.approx(0.5)


def test_the_views_of_a_week_stand_over_what_was_out_by_then(tmp_path: Path) -> None:
    """A season that comes out week by week is divided by the episodes there are."""
    rows = rows_of([("a", "show", 1, 0, 1000), ("a", "show", 1, 7, 1000)])
    charts = measured(tmp_path, rows, SEASON).charts.filter(pl.col("territory") == "DE")
    assert charts["views"].to_list() == [0.5, 0.25]


def test_starters_watchers_and_completers(tmp_path: Path) -> None:
    """Two minutes of an episode, 70 % of one, 70 % and 90 % of the season: each on either side of its threshold."""
    seen: list[Seen] = [
        ("looked in", "show", 1, 0, 119),
        ("started", "show", 1, 0, 120),
        ("nearly watched", "show", 1, 0, 699),
        ("watched", "show", 1, 0, 700),
        ("70 %", "show", 1, 0, 800),
        ("70 %", "show", 3, 7, 2000),
        ("90 %", "show", 1, 0, 1000),
        ("90 %", "show", 2, 0, 600),
        ("90 %", "show", 3, 7, 2000),
        ("89 %", "show", 1, 0, 1000),
        ("89 %", "show", 2, 0, 599),
        ("89 %", "show", 3, 7, 2000),
    ]
    found = of(measured(tmp_path, rows_of(seen), SEASON), "show")
    counts = [found[name] for name in ("viewers", "starters", "watchers", "completers_70", "completers_90")]
    assert counts == [7, 6, 4, 3, 1]
    assert found["completion_rate"] == pytest.approx(1 / 6)


def test_watching_again_takes_nobody_further(tmp_path: Path) -> None:
    """An episode seen four times is a quarter of the season, and all of it is viewing."""
    seen: list[Seen] = [("a", "show", 1, day, 1000) for day in range(4)]
    found = of(measured(tmp_path, rows_of(seen), SEASON), "show")
    assert (found["seconds"], found["completers_70"]) == (4000, 0)


def test_days_to_complete_run_from_the_start_to_the_day_of_90_percent(tmp_path: Path) -> None:
    """The first day on which 90 % of the season had been seen, less the day of the two minutes; lower median, mean."""
    seen: list[Seen] = [
        (viewer, "show", episode, day + 30, seconds)
        for viewer, last in (("a", 2), ("b", 4), ("c", 9))
        for episode, day, seconds in ((1, 0, 1000), (2, 1, 1000), (3, last, 2000))
    ]
    found = of(measured(tmp_path, rows_of(seen), SEASON), "show")
    assert found["median_days_to_complete"] == 4
    assert found["mean_days_to_complete"] == pytest.approx(5)


def test_windows_count_days_from_release(tmp_path: Path) -> None:
    """Days 0 to 6 are the first seven; the eighth day is in the window of 28 only."""
    seen: list[Seen] = [("a", "show", 1, 6.9, 500), ("b", "show", 1, 7, 300), ("c", "show", 1, 28, 200)]
    found = of(measured(tmp_path, rows_of(seen), SEASON), "show")
    assert [found[f"seconds_{days}"] for days in (7, 28, 91)] == [500, 800, 1000]
    assert [found[f"starters_{days}"] for days in (7, 28, 91)] == [1, 2, 3]


def test_average_audience_is_mean_over_episodes_of_time_over_runtime(tmp_path: Path) -> None:
    """BARB: what was viewed of a programme over its length; consolidated over seven days from its own release."""
    seen: list[Seen] = [("a", "show", 1, 0, 1000), ("b", "show", 1, 9, 1000), ("a", "show", 3, 13, 1000)]
    measures = measured(tmp_path, rows_of(seen), SEASON)
    assert measures.episodes["average_audience"].to_list() == [2.0, 0.0, 0.5]
    assert measures.episodes["average_audience_7"].to_list() == [1.0, 0.0, 0.5]
    assert of(measures, "show")["average_audience_7"] == pytest.approx(0.5)


def test_retention_is_of_those_who_started_an_episode(tmp_path: Path) -> None:
    """Of the starters of each episode, who also started the next; one who skips an episode is not retained."""
    seen: list[Seen] = [(viewer, "show", episode, 8, 500)
            for viewer, episodes in (("a", (1, 2, 3)), ("b", (1, 2)), ("c", (1, 3)), ("d", (1,)))
            for episode in episodes]  # fmt: skip
    found = measured(tmp_path, rows_of(seen), SEASON).episodes
    assert found["starters"].to_list() == [4, 2, 2]
    assert found["went_on"].to_list() == [2, 1, 0]
    assert found["retention"].to_list() == [0.5, 0.5, 0.0]


def test_retention_across_more_episodes_than_a_number_has_bits(tmp_path: Path) -> None:
    """The step from the 62nd episode of a season to the 63rd is counted like any other."""
    long = listed(soap=[(1000, 0)] * 130)
    seen: list[Seen] = [("a", "soap", episode, 1, 500) for episode in (61, 62, 63, 64, 124, 125, 130)]
    found = measured(tmp_path, rows_of(seen), long).episodes.filter(pl.col("went_on") > 0)
    assert found["episode"].to_list() == [61, 62, 63, 124]


def test_share_is_of_all_viewing_of_the_week_there(tmp_path: Path) -> None:
    """A title's part of the platform's viewing, by territory and week, whether others are in the chart or not."""
    on = listed(one=[(1000, 0)], two=[(1000, 0)])
    rows = rows_of([("a", "one", 1, 0, 300), ("a", "two", 1, 0, 700)])
    charts = measured(tmp_path, rows, on, run.Plan(SALTED, size=1)).charts
    assert charts.filter(pl.col("territory") == "DE")["share"].to_list() == [0.7]


def test_devoted_viewers_watch_little_else(tmp_path: Path) -> None:
    """Starters for whom the title was at least half of all their viewing."""
    on = listed(one=[(1000, 0)], two=[(1000, 0)])
    rows = rows_of([("a", "one", 1, 0, 500), ("a", "two", 1, 0, 500), ("b", "one", 1, 0, 200), ("b", "two", 1, 0, 300)])
    measures = measured(tmp_path, rows, on)
    assert (of(measures, "one")["devoted"], of(measures, "two")["devoted"]) == (1, 2)


def test_unique_viewers_exact_and_estimated(tmp_path: Path) -> None:
    """HyperLogLog lies near the exact number of viewers; a viewer of two territories is one of all."""
    on = listed(one=[(1000, 0)])
    rows = rows_of([(f"viewer {n}", "one", 1, 0, 500) for n in range(3000)])
    rows += rows_of([("viewer 0", "one", 1, 1, 500)], territory="FR")
    measures = measured(tmp_path, rows, on)
    found = of(measures, "one")
    assert found["viewers"] == measures.viewers == 3000
    assert found["viewers_about"] == pytest.approx(3000, rel=0.05)
    everywhere = measures.weekly.filter(pl.col("territory") == "all")
    assert everywhere["viewers"].to_list() == [3000]


@settings(max_examples=15)
@given(
    seen=st.lists(
        st.tuples(st.sampled_from("abc"), st.just("show"), st.integers(1, 3), st.integers(7, 40), st.integers(1, 3000)),
        min_size=1,
        max_size=12,
    ),
    again=st.lists(st.integers(0, 11), max_size=6),
)
def test_order_and_repetition_of_events_never_matter(
    tmp_path_factory: pytest.TempPathFactory, seen: list[Seen], again: list[int]
) -> None:
    """A log in another order, with events sent again, gives the same measures but for the count of those."""
    folder = tmp_path_factory.mktemp("law")
    once = rows_of(seen)
    shuffled = [*reversed(once), *(once[number % len(once)] for number in again)]
    first, second = measured(folder, once, SEASON), measured(folder, shuffled, SEASON)
    for name in ("titles", "episodes", "charts", "weekly", "days"):
        assert getattr(first, name).equals(getattr(second, name)), name


def test_sketches_put_together_are_the_sketch_of_all() -> None:
    """The viewers of two logs that overlap, sketched apart and merged, are estimated as if they were one log."""
    connection = engine.duckdb()
    keys = mixed(np.arange(30_000))
    tables = {
        name: engine.given(connection, pl.DataFrame({"viewer": keys[some], "log": ["both"] * len(keys[some])}), name)
        for name, some in (("first", slice(0, 20_000)), ("second", slice(10_000, None)), ("all_of_them", slice(None)))
    }
    sketches = {name: sketch.registers(table, "log") for name, table in tables.items()}
    together = sketch.merged(sketches["first"], sketches["second"], "log")
    found = [connection.to_pyarrow(sketch.estimate(s, "log"))["viewers_about"][0].as_py() for s in
             (together, sketches["all_of_them"])]  # fmt: skip
    assert found[0] == found[1]
    assert found[0] == pytest.approx(30_000, rel=3 * 1.04 / 64)
