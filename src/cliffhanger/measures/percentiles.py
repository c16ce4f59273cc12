"""Where a season's rating and votes stand among others, as it was known then.

A raw rating does not ship; its place in a reference cohort does. The cohort
is the seasons of the series that are followed day by day (about 2,500 of the
most-voted ones), as they stood at the start of the quarter: so a percentile
rests on nothing known later than itself. Where a snapshot gives numbers for
the past only in hindsight, the percentile is as late as the snapshot.
"""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import Metric

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

PAIRS = (
    (Metric.IMDB_RATING, Metric.RATING_PERCENTILE),
    (Metric.IMDB_VOTES, Metric.VOTES_PERCENTILE),
)


def add(connection: DuckDBPyConnection) -> None:
    """Append rating and votes percentiles of seasons to the table ``observations``.

    Args:
        connection: holds the fact tables, with raw ratings.
    """
    statement = files(__package__).joinpath("percentiles.sql").read_text(encoding="utf-8")
    for raw, percentile in PAIRS:
        connection.execute(statement, {"raw": str(raw), "percentile": str(percentile)})
