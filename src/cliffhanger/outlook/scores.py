"""Review scores, a system each, with the rule by which its owner computes it; and seasons' places by rating."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import Metric
from cliffhanger.outlook import words
from cliffhanger.outlook.dossier import Place, Score
from cliffhanger.outlook.sources import source_title

if TYPE_CHECKING:
    from datetime import date

    from duckdb import DuckDBPyConnection

RULES = {
    "tomatometer": (
        "Tomatometer",
        "Rotten Tomatoes: the share of critics' reviews that are positive. It says how many liked it, not how much.",
    ),
    "popcornmeter": (
        "Popcornmeter",
        "Rotten Tomatoes: the share of users who gave 3.5 stars of 5 or more.",
    ),
    "metascore": (
        "Metascore",
        "Metacritic: a weighted mean of critics' scores. The weights are secret, so it is shown and never recomputed.",
    ),
    "metacritic_user_score": ("Metacritic user score", "Metacritic: the mean of its users' scores."),
    "imdb": ("IMDb rating", "IMDb: a weighted mean of users' votes from 1 to 10. The weights are secret."),
    "imdb_rating": ("IMDb rating", "IMDb: a weighted mean of users' votes from 1 to 10. The weights are secret."),
    "tmdb_vote_average": ("TMDB user rating", "TMDB: the mean of its users' votes, up to 10."),
    "tvmaze_rating": ("TVmaze rating", "TVmaze: a mean of its users' votes from 1 to 10."),
    "letterboxd": ("Letterboxd rating", "Letterboxd: a weighted mean of its members' stars, up to 5."),
}
"""For each system its name and its owner's rule. A seal for films is never shown for television."""

_SCORES = tuple(metric for metric in Metric if metric.value in RULES)

_CLAIMED = """
SELECT season, value, unit, source, publisher, max(known_on)
FROM claims
WHERE "show" = $show AND predicate = 'score' AND episode IS NULL AND known_on <= $as_of AND modality = 'event'
  AND (taken_back_on IS NULL OR taken_back_on > $as_of)
GROUP BY ALL ORDER BY unit, season NULLS FIRST, max(known_on)
"""

_MEASURED = """
SELECT season, metric, arg_max(value, (known_on, source)), arg_max(source, (known_on, source)), max(known_on)
FROM observations
WHERE "show" = $show AND list_contains($metrics, metric) AND episode IS NULL AND known_on <= $as_of
GROUP BY season, metric ORDER BY metric, season NULLS FIRST
"""

_COUNTED = """
SELECT DISTINCT season, scope, source, known_on, value
FROM observations
WHERE "show" = $show AND metric IN ('review_count', 'imdb_votes', 'tmdb_votes') AND episode IS NULL
  AND known_on <= $as_of
"""

_PLACES = """
SELECT season, arg_max(value, known_on), max(known_on)
FROM observations
WHERE "show" = $show AND metric = 'rating_percentile' AND episode IS NULL AND known_on <= $as_of
GROUP BY season ORDER BY season
"""

_OF_USERS = {Metric.METACRITIC_USER_SCORE.value: "users", Metric.METASCORE.value: "critics"}


def gather(connection: DuckDBPyConnection, show: str, as_of: date) -> tuple[Score, ...]:
    """Return every score of a show that was known on a day: what articles tell, and the latest that each system gave.

    A number of reviews is told where it is of the same day as the score.
    """
    asked = {"show": show, "as_of": as_of}
    found = [
        _score(unit, season, _said(value, unit), publisher or source_title(source), known_on)
        for season, value, unit, source, publisher, known_on in connection.execute(_CLAIMED, asked).fetchall()
        if unit in RULES
    ]
    counts = {row[:4]: row[4] for row in connection.execute(_COUNTED, asked).fetchall()}
    measured = connection.execute(_MEASURED, {**asked, "metrics": [metric.value for metric in _SCORES]}).fetchall()
    for season, metric, value, source, known_on in measured:
        reviews = counts.get((season, _OF_USERS.get(metric, ""), source, known_on))
        said = words.METRICS[Metric(metric)][1].format(value)
        found.append(_score(metric, season, said, source_title(source), known_on, reviews))
    return tuple(found)


def places(connection: DuckDBPyConnection, show: str, as_of: date) -> tuple[Place, ...]:
    """Return how a show's seasons were rated among followed seasons, by the last ratings known on a day."""
    found = connection.execute(_PLACES, {"show": show, "as_of": as_of}).fetchall()
    return tuple(Place(int(season), float(value), known_on) for season, value, known_on in found)


def _score(  # noqa: PLR0913, PLR0917 - one argument a part of a score
    system: str, season: int | None, value: str, source: str, known_on: date, reviews: float | None = None
) -> Score:
    name, rule = RULES[system]
    return Score(name, value, season, None if reviews is None else int(reviews), rule, source, known_on)


def _said(value: str, unit: str) -> str:
    scale = {"tomatometer": "{} %", "popcornmeter": "{} %", "metascore": "{} of 100"}
    return scale.get(unit, "{}").format(value)
