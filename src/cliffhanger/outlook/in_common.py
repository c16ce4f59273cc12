"""People whom a show shares with others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.outlook import words
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
),
named AS (
    SELECT "show", coalesce(min(value) FILTER (source = 'imdb'), min(value)) AS title FROM claims
    WHERE predicate = 'title' GROUP BY "show"
)
SELECT others.value, others.predicate, list(struct_pack(s := "show", t := coalesce(title, "show")) ORDER BY "show")
FROM others LEFT JOIN named USING ("show")
GROUP BY others.value, others.predicate
ORDER BY others.predicate DESC, count(*) DESC, others.value
LIMIT $most
"""


def gather(connection: DuckDBPyConnection, show: str, as_of: date) -> tuple[InCommon, ...]:
    """Return the makers and players of a show whom other shows had, too, as known on a day."""
    found = connection.execute(_SHARED, {"show": show, "as_of": as_of, "most": MOST}).fetchall()
    return tuple(
        InCommon(person, words.PREDICATES[Predicate(predicate)], tuple((one["s"], one["t"]) for one in shows))
        for person, predicate, shows in found
    )
