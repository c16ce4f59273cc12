"""People whom a show shares with others."""

from __future__ import annotations

from itertools import chain, groupby
from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.outlook import search, words
from cliffhanger.outlook.dossier import InCommon

if TYPE_CHECKING:
    from datetime import date

    from duckdb import DuckDBPyConnection

MOST = 12
"""People that are named, at most."""

_SHARED = """
WITH own AS (
    SELECT DISTINCT value, predicate FROM claims
    WHERE "show" = $show AND predicate IN ('creator', 'crew', 'cast') AND known_on <= $as_of
      AND (taken_back_on IS NULL OR taken_back_on > $as_of)
),
others AS (
    SELECT value, min(own.predicate) AS predicate, c."show" FROM claims AS c JOIN own USING (value)
    WHERE c."show" <> $show AND c.predicate IN ('creator', 'crew', 'cast') AND known_on <= $as_of
      AND (taken_back_on IS NULL OR taken_back_on > $as_of)
    GROUP BY value, c."show"
)
SELECT predicate, value, "show" FROM others ORDER BY predicate DESC, value, "show"
"""


def gather(connection: DuckDBPyConnection, show: str, as_of: date) -> tuple[InCommon, ...]:
    """Return the makers and players of a show whom other shows had, too, as known on a day."""
    found = connection.execute(_SHARED, {"show": show, "as_of": as_of}).fetchall()
    people = [(key, [row[2] for row in rows]) for key, rows in groupby(found, key=lambda row: row[:2])]
    # Makers go before players, and of each those who had to do with the most shows.
    people.sort(key=lambda one: len(one[1]), reverse=True)
    people.sort(key=lambda one: one[0][0], reverse=True)
    people = people[:MOST]
    titles = search.titles(connection, chain.from_iterable(shows for _, shows in people))
    return tuple(
        InCommon(person, words.PREDICATES[Predicate(predicate)], tuple((one, titles.get(one, one)) for one in shows))
        for (predicate, person), shows in people
    )
