"""What an article says, held against the catalogue: its claims are kept as said, and the difference is shown."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import Modality, Predicate
from cliffhanger.outlook import words
from cliffhanger.outlook.sources import source_title
from cliffhanger.reader.saying import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duckdb import DuckDBPyConnection

    from cliffhanger.reader.claims import ArticleClaim

COMPARED = frozenset(
    {
        Predicate.SEASON_COUNT,
        Predicate.EPISODE_COUNT,
        Predicate.PREMIERE_DATE,
        Predicate.CONTENT_RATING,
        Predicate.NETWORK,
    }
)
"""What can have one value only, in an article and in the catalogue alike."""

_COUNTS = {Predicate.SEASON_COUNT: "season", Predicate.EPISODE_COUNT: "episode"}
_SAME_DATE = timedelta(days=7)
_FORMS = 5
_SAID = """
SELECT source, max_by(value, (known_on, value)) AS value, max_by(valid_from, (known_on, value)) AS valid_from,
       max_by(valid_to, (known_on, value)) AS valid_to, max(known_on) AS since
FROM claims
WHERE "show" = $show AND predicate = $predicate AND season IS NOT DISTINCT FROM $season AND episode IS NULL
  AND modality = 'event' AND source NOT IN ('estimate', 'news') AND known_on <= $as_of
  AND (taken_back_on IS NULL OR taken_back_on > $as_of)
GROUP BY source
ORDER BY since DESC, source
"""


@dataclass(frozen=True, slots=True)
class Otherwise:
    """One source's word against an article's.

    Attributes:
        source: the source's name for people.
        value: what it says, in words.
        since: the day since which it has said so.
    """

    source: str
    value: str
    since: date

    def say(self) -> str:
        """Return it in a few words."""
        return f"{self.value} ({self.source}, {words.day(self.since)})"


def otherwise(connection: DuckDBPyConnection, claim: ArticleClaim, as_of: date) -> tuple[Otherwise, ...]:
    """Return what the catalogue's sources had said by a day where none of them bears a claim out.

    Args:
        connection: holds the fact tables.
        claim: the article's claim.
        as_of: the day; what a source said later is no contradiction.
    """
    if claim.predicate not in COMPARED or claim.subject.id is None or claim.modality is not Modality.EVENT:
        return ()
    asked = {
        "show": claim.subject.id, "predicate": str(claim.predicate), "season": claim.season, "as_of": as_of,
    }  # fmt: skip
    rows = connection.execute(_SAID, asked).fetchall()
    if not rows or any(_bears_out(row, claim) for row in rows):
        return ()
    return tuple(Otherwise(source_title(row[0]), _in_words(row, claim.predicate), row[4]) for row in rows)


def _bears_out(row: Sequence[object], claim: ArticleClaim) -> bool:
    _, value, first, last, _ = row
    if claim.predicate is Predicate.PREMIERE_DATE:
        if claim.when is None or not isinstance(first, date) or not isinstance(last, date):
            return True
        return first - _SAME_DATE <= claim.when.last and claim.when.first - _SAME_DATE <= last
    said = claim.value if claim.value is not None else claim.platform
    return str(value).casefold() == str(said).casefold()


def _in_words(row: Sequence[object], predicate: Predicate) -> str:
    value, first = str(row[1]), row[2]
    if predicate in _COUNTS and value.isdecimal() and len(value) < _FORMS:
        return count(int(value), _COUNTS[predicate])
    return words.day(first) if isinstance(first, date) and row[2] == row[3] else value
