"""How a season stood among all seasons of its TV season: votes, ratings and their course over its episodes.

Raw votes and ratings do not ship; places among others do. They are read off
one snapshot, years after most of the seasons: shows that went on kept
collecting votes, so every place is hindsight for a question of before the
snapshot, and is used only where it is declared. A season's votes an episode,
and how they run from its first episode to its last, are less tainted by what
came later than a series' totals are.

Beside them stands how many of its platform's seasons had been followed by
another before: the dates are of that time, which show was whose is read from
later catalogues.

Only seasons of before :data:`LAST` are placed: from then on ratings are
known as they stood on the day, and nothing later is read.
"""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from cliffhanger.domain.platforms import PLATFORMS
from cliffhanger.domain.vocabulary import Metric

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

FIRST, LAST = "2012-06-01", "2023-05-01"
"""Premieres of the seasons that are placed."""

PLACES = tuple(
    str(metric)
    for metric in (
        Metric.SEASON_VOTES,
        Metric.SEASON_VOTES_SLATE,
        Metric.SEASON_VOTES_HELD,
        Metric.SEASON_VOTES_TREND,
        Metric.SEASON_VOTES_FINALE,
        Metric.SEASON_VOTES_CHANGE,
        Metric.SEASON_VOTES_SINCE_FIRST,
        Metric.SEASON_VOTES_LEAST,
        Metric.SEASON_VOTES_FIRST,
        Metric.SEASON_RATING,
        Metric.SEASON_RATING_SLATE,
        Metric.SEASON_RATING_CHANGE,
        Metric.SEASON_RATING_FINALE,
        Metric.SEASON_PLATFORM_RETURNED,
        Metric.SEASON_CLASS_RETURNED,
    )
)
"""The places, each a metric of the observations that are added."""


def add(connection: DuckDBPyConnection) -> None:
    """Append the places of seasons to the table ``observations``.

    Args:
        connection: holds the fact tables, with raw ratings of episodes and estimated dates.
    """
    text = files(__package__).joinpath("slates.sql").read_text(encoding="utf-8")
    named = {name: str(kind) for kind, names in PLATFORMS.items() for name in names}
    asked = {"first": FIRST, "last": LAST, "names": list(named), "kinds": list(named.values())}
    connection.execute(text, asked)
