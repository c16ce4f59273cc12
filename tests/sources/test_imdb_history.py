"""IMDb day by day: what changed on which day, and the rows that must not be believed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import polars as pl
import pytest

from cliffhanger.domain.errors import BadFileError
from cliffhanger.domain.vocabulary import Metric
from cliffhanger.sources.imdb_history import parse as history
from cliffhanger.sources.imdb_history.source import SOURCE
from tests.sources.test_tables import counted, day, parquet, pinned, pinned_file, seen

if TYPE_CHECKING:
    from pathlib import Path

    from cliffhanger.sources.batch import Batch

SHOW = "imdb:tt9000001"
SEASONS_LAYOUT = {
    "tconst": pl.String,
    "date": pl.Date,
    "season": pl.Int64,
    "n_listed": pl.Int64,
    "n_rated": pl.Int64,
    "mean_rating": pl.Float32,
    "sum_votes": pl.Int64,
}
EPISODES_LAYOUT = {
    "tconst_series": pl.String,
    "tconst": pl.String,
    "season": pl.Int64,
    "episode": pl.Int64,
    "first_listed": pl.Date,
    "first_rated": pl.Date,
    "series_tracked_since": pl.Date,
}
TRACKED_LAYOUT = {"tconst_series": pl.String, "tracked_since": pl.Date}


def season(on: str, *numbers: float | None, number: int = 1) -> tuple[object, ...]:
    """Make up one row about a season of the show: episodes listed and rated, mean rating, votes."""
    return ("tt9000001", date.fromisoformat(on), number, *numbers)


def seasons(*rows: tuple[object, ...]) -> Batch:
    """Parse made-up rows about seasons."""
    frame = pl.DataFrame(list(rows), schema=SEASONS_LAYOUT, orient="row")
    return history.parse([pinned("season_snapshots.parquet", parquet(frame))])


def dated(batch: Batch, metric: Metric, number: int = 1) -> list[tuple[str, float]]:
    """Return a metric of one season: each value with its day."""
    rows = batch.observations.filter(pl.col("metric") == metric, pl.col("season") == number).sort("known_at")
    return [(f"{known:%Y-%m-%d}", value) for known, value in rows.select("known_at", "value").iter_rows()]


def test_each_number_is_observed_only_where_it_changed() -> None:
    """A row comes where anything changed; a metric that did not change says nothing on that day."""
    batch = seasons(
        season("2025-07-27", 10, 10, 7.87, None),
        season("2025-08-03", 10, 10, 7.88, None),
        season("2025-08-04", 12, 10, 7.88, None),
        season("2025-08-05", 12, 11, 7.87, None),
    )
    assert dated(batch, Metric.IMDB_RATING) == [("2025-07-27", 7.87), ("2025-08-03", 7.88), ("2025-08-05", 7.87)]
    assert dated(batch, Metric.EPISODES_LISTED) == [("2025-07-27", 10), ("2025-08-04", 12)]
    assert dated(batch, Metric.EPISODES_RATED) == [("2025-07-27", 10), ("2025-08-05", 11)]
    assert dated(batch, Metric.IMDB_VOTES) == []
    assert batch.set_aside == ()


def test_rows_need_not_be_in_order_and_seasons_do_not_mix() -> None:
    """A second season begins with its own first value, even where it is the first season's last."""
    batch = seasons(
        season("2025-08-03", 10, 10, 7.5, None),
        season("2025-07-01", 10, 10, 7.5, None, number=2),
        season("2025-07-27", 10, 10, 7.4, None),
    )
    assert dated(batch, Metric.IMDB_RATING) == [("2025-07-27", 7.4), ("2025-08-03", 7.5)]
    assert dated(batch, Metric.IMDB_RATING, 2) == [("2025-07-01", 7.5)]


def test_a_mean_of_episode_numbers_is_never_taken_for_a_rating() -> None:
    """Since 2026 a rated row without votes is at fault: 5.5 for ten episodes, 578 for a long season."""
    batch = seasons(
        season("2025-11-11", 10, 10, 7.83, None),
        season("2026-01-01", 10, 10, 5.5, None),
        season("2026-01-01", 10, 10, 7.83, 9588),
        season("2026-01-01", 10, 10, 5.5, None),
        season("2026-01-01", 1155, 1155, 578.0, None, number=3),
    )
    assert dated(batch, Metric.IMDB_RATING) == [("2025-11-11", 7.83)]
    assert dated(batch, Metric.IMDB_VOTES) == [("2026-01-01", 9588)]
    assert dated(batch, Metric.EPISODES_LISTED, 3) == []
    assert counted(batch.set_aside) == {"rated without votes: a mean of episode numbers, not of ratings": 3}


def test_before_2026_ratings_without_votes_are_sound() -> None:
    """Votes were not read then, and 5.5 may be a true rating."""
    batch = seasons(season("2025-12-31", 10, 10, 5.5, None))
    assert dated(batch, Metric.IMDB_RATING) == [("2025-12-31", 5.5)]
    assert batch.set_aside == ()


def test_a_season_listed_without_a_rated_episode_is_seen() -> None:
    """It has neither rating nor votes, and that is no fault: it is an early sign."""
    batch = seasons(season("2026-01-01", 1, 0, None, None, number=2))
    assert dated(batch, Metric.EPISODES_LISTED, 2) == [("2026-01-01", 1)]
    assert dated(batch, Metric.EPISODES_RATED, 2) == [("2026-01-01", 0)]
    assert batch.set_aside == ()


def test_of_several_rows_of_one_day_the_last_stands() -> None:
    """They stand in the order of reading, so a value that came back within the day is the day's value."""
    batch = seasons(
        season("2023-04-30", 10, 10, 5.92, None),
        season("2023-04-30", 10, 10, 5.91, None),
        season("2023-04-30", 10, 10, 5.92, None),
    )
    assert dated(batch, Metric.IMDB_RATING) == [("2023-04-30", 5.92)]
    assert counted(batch.set_aside) == {"an exact copy of a later row": 1, "a later row of the same day stands": 1}


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (season("2025-07-28", 10, 10, 10.5, None), "not a rating from 1 to 10"),
        (season("2025-07-28", 10, 10, 0.5, None), "not a rating from 1 to 10"),
        (season("2025-07-28", 10, 10, float("nan"), None), "not a rating from 1 to 10"),
        (season("2025-07-28", 9, 10, 7.5, None), "more episodes rated than listed"),
        (season("2025-07-28", 9, 9, 7.5, None, number=-1), "not a season number"),
        (("nm9000001", date(2025, 7, 28), 1, 9, 9, 7.5, None), "not an IMDb id of a title"),
        (("tt9000001", None, 1, 9, 9, 7.5, None), "a row without a day"),
    ],
)
def test_a_bad_row_is_set_aside_and_the_good_ones_land(row: tuple[object, ...], reason: str) -> None:
    """One row at fault costs one row, with its reason."""
    batch = seasons(season("2025-07-27", 10, 10, 7.87, None), row)
    assert counted(batch.set_aside) == {reason: 1}
    assert dated(batch, Metric.IMDB_RATING) == [("2025-07-27", 7.87)]
    assert batch.rows_read == 2


def episodes(*rows: tuple[str, int, int, str]) -> Batch:
    """Parse made-up rows about the first sight of episodes: id, season, episode, day."""
    days = [(d, d, date(2023, 5, 2)) for d in (date.fromisoformat(row[3]) for row in rows)]
    table = [("tt9000001", *row[:3], *d) for row, d in zip(rows, days, strict=True)]
    frame = pl.DataFrame(table, schema=EPISODES_LAYOUT, orient="row")
    return history.parse([pinned("episode_first_seen.parquet", parquet(frame))])


def test_first_sights_of_an_episode_are_known_on_their_own_day() -> None:
    """The value is the day, counted from 1970-01-01."""
    batch = episodes(("tt9000011", 1, 1, "2024-03-06"))
    days = (date(2024, 3, 6) - date(1970, 1, 1)).days
    assert seen(batch, Metric.FIRST_LISTED, SHOW, 1, 1) == [days]
    assert seen(batch, Metric.FIRST_RATED, SHOW, 1, 1) == [days]
    assert batch.observations["known_at"].unique().to_list() == [day("2024-03-06")]


def test_of_two_episodes_of_one_number_the_one_listed_first_stands() -> None:
    """A number was first seen when any episode first bore it; the file's order does not matter."""
    batch = episodes(("tt9000011", 1, 1, "2025-04-16"), ("tt9000010", 1, 1, "2024-10-21"))
    assert seen(batch, Metric.FIRST_LISTED, SHOW, 1, 1) == [(date(2024, 10, 21) - date(1970, 1, 1)).days]
    assert counted(batch.set_aside) == {"an episode that was listed earlier bears the same number": 1}
    assert batch.set_aside[0].value == "tt9000011"


def test_a_series_is_tracked_since_a_day() -> None:
    """That day is also when it was known."""
    frame = pl.DataFrame([("tt9000001", date(2025, 7, 27))], schema=TRACKED_LAYOUT, orient="row")
    batch = history.parse([pinned("tracked_series.parquet", parquet(frame))])
    assert seen(batch, Metric.TRACKED_SINCE, SHOW) == [(date(2025, 7, 27) - date(1970, 1, 1)).days]
    assert batch.observations["known_at"].to_list() == [day("2025-07-27")]


def test_files_are_recognised_by_columns_whatever_their_names() -> None:
    """The layout tells the three files apart; another table is not the history's."""
    for layout in (SEASONS_LAYOUT, EPISODES_LAYOUT, TRACKED_LAYOUT):
        content = parquet(pl.DataFrame(schema=layout))
        assert history.recognises(pinned("renamed.parquet", content))
        assert history.parse([pinned("renamed.parquet", content)]).rows_read == 0
    assert not history.recognises(pinned("other.parquet", parquet(pl.DataFrame({"tconst": ["tt9000001"]}))))
    assert not history.recognises(pinned("other.csv", "tconst_series,tracked_since\n"))


def test_a_truncated_file_is_recognised_and_refused() -> None:
    """Its name is enough to say what it should have been."""
    cut = pinned("season_snapshots.parquet", parquet(pl.DataFrame(schema=SEASONS_LAYOUT))[:-16])
    assert history.recognises(cut)
    with pytest.raises(BadFileError, match=r"season_snapshots\.parquet"):
        history.parse([cut])


def test_a_missing_column_is_named() -> None:
    """A changed layout lands nothing."""
    frame = pl.DataFrame(schema=SEASONS_LAYOUT).drop("sum_votes")
    with pytest.raises(BadFileError, match="sum_votes: column missing"):
        history.parse([pinned("season_snapshots.parquet", parquet(frame))])


def test_a_column_of_the_wrong_type_is_refused() -> None:
    """Words where numbers belong are a bad file, not many bad rows."""
    rows = [("tt9000001", date(2025, 7, 27), 1, "ten", 10, 7.87, None)]
    frame = pl.DataFrame(rows, schema={**SEASONS_LAYOUT, "n_listed": pl.String}, orient="row")
    with pytest.raises(BadFileError, match="n_listed"):
        history.parse([pinned("season_snapshots.parquet", parquet(frame))])


def test_a_new_column_is_heard() -> None:
    """What the parser does not know is reported; what it leaves on purpose is not."""
    frame = pl.DataFrame(schema={**EPISODES_LAYOUT, "first_reviewed": pl.Date})
    assert history.parse([pinned("episode_first_seen.parquet", parquet(frame))]).left_over == ("first_reviewed",)


def test_the_terms_forbid_shipping() -> None:
    """They are IMDb's numbers still."""
    assert (SOURCE.name, SOURCE.licence.ships) == ("imdb_history", False)


@pytest.mark.shared
def test_the_real_season_snapshots(shared: Path) -> None:
    """Every rating is one; and Ballard's first season was 7.87 with ten episodes on 2025-07-27, and never 5.5."""
    batch = history.parse([pinned_file(shared / "data" / "imdb_history" / "season_snapshots.parquet")])
    assert batch.rows_read == 565_662
    assert counted(batch.set_aside) == {
        "rated without votes: a mean of episode numbers, not of ratings": 13_684,
        "an exact copy of a later row": 4_588,
        "a later row of the same day stands": 12,
    }
    ratings = batch.observations.filter(pl.col("metric") == "imdb_rating")["value"]
    assert ratings.is_between(1, 10).all()
    assert batch.observations.select("show", "season", "metric", "known_at").is_unique().all()
    ballard = batch.observations.filter(pl.col("show") == "imdb:tt26676904", pl.col("season") == 1)
    first = ballard.filter(pl.col("known_at") == day("2025-07-27")).select("metric", "value")
    assert dict(first.iter_rows()) == {"imdb_rating": 7.87, "episodes_listed": 10.0, "episodes_rated": 10.0}
    ratings_of_ballard = ballard.filter(pl.col("metric") == "imdb_rating")["value"]
    assert (ratings_of_ballard.min(), ratings_of_ballard.max()) == (7.83, 7.89)
    assert seen(batch, Metric.EPISODES_LISTED, "imdb:tt26676904", 2) == [1]


@pytest.mark.shared
def test_the_real_first_sights(shared: Path) -> None:
    """Every row lands but those whose number an earlier episode bears."""
    folder = shared / "data" / "imdb_history"
    first_seen = history.parse([pinned_file(folder / "episode_first_seen.parquet")])
    assert first_seen.rows_read == 19_143
    aside = sum(counted(first_seen.set_aside).values())
    assert first_seen.observations.height == 2 * (19_143 - aside)
    tracked = history.parse([pinned_file(folder / "tracked_series.parquet")])
    assert tracked.rows_read == tracked.observations.height == 2_895
    assert seen(tracked, Metric.TRACKED_SINCE, "imdb:tt26676904") == [(date(2025, 7, 27) - date(1970, 1, 1)).days]
