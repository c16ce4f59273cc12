"""Charts that a ledger holds, with their history worked out: who was where in a week, whence and for how long."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import ibis

from cliffhanger.ledger.engine import framed
from cliffhanger.measures.audience import charts

if TYPE_CHECKING:
    from datetime import date

    from duckdb import DuckDBPyConnection

_ENTRIES = """
CREATE OR REPLACE TEMP TABLE chart_entries AS
SELECT split_part(scope, ' · ', 1) AS chart, ((period_end - DATE '1970-01-01' + 3) // 7)::INTEGER AS week, "show",
       season, split_part(scope, ' · ', 2) AS part, source, period_end, max(known_on) AS known_on,
       concat_ws('/', "show", season, part) AS item,
       max(value) FILTER (metric = 'weekly_rank')::INTEGER AS "rank",
       max(value) FILTER (metric = 'weekly_views') AS views,
       max(value) FILTER (metric = 'weekly_hours') AS hours
FROM observations
WHERE metric IN ('weekly_rank', 'weekly_views', 'weekly_hours') AND source = $source AND known_on <= $known
  AND (starts_with(scope, $scope) OR $scope = '')
GROUP BY ALL
HAVING "rank" IS NOT NULL
"""

_TITLES = """
SELECT "show", max_by(value, (source <> 'imdb', known_on, value)) AS name
FROM claims WHERE predicate = 'title' GROUP BY "show"
"""


def standings(connection: DuckDBPyConnection, source: str, scope: str, known: date) -> list[dict[str, Any]]:
    """Return every entry of a publisher's charts with its history, by chart, week and place.

    Args:
        connection: holds facts, ``claims`` and ``observations``.
        source: whose observations.
        scope: how the scope of its charts begins; empty for all of them.
        known: the day by which an entry has to be known.

    Returns:
        ``chart``, ``week``, ``period_end``, ``rank``, ``name``, ``show``, ``season``, ``part``, ``views``, ``hours``,
        ``known_on`` and what :func:`cliffhanger.measures.audience.charts.runs` adds.
    """
    connection.execute(_ENTRIES, {"source": source, "scope": scope, "known": known})
    engine = ibis.duckdb.from_connection(connection)
    found = framed(engine, charts.runs(engine.table("chart_entries")))
    names = connection.execute(_TITLES).pl()
    return found.join(names, on="show", how="left").sort("chart", "week", "rank").drop("item").to_dicts()
