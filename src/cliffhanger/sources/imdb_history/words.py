"""The history's words, and ours for them: it has no statuses, only columns of numbers and days."""

from __future__ import annotations

from cliffhanger.domain.vocabulary import Metric

SEASON_COLUMNS: dict[str, Metric] = {
    "n_listed": Metric.EPISODES_LISTED,
    "n_rated": Metric.EPISODES_RATED,
    "mean_rating": Metric.IMDB_RATING,
    "sum_votes": Metric.IMDB_VOTES,
}
"""What each column of numbers measures, of a season."""

DAY_COLUMNS: dict[str, Metric] = {
    "first_listed": Metric.FIRST_LISTED,
    "first_rated": Metric.FIRST_RATED,
    "tracked_since": Metric.TRACKED_SINCE,
}
"""What each column of days tells, of an episode or a series."""
