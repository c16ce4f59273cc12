"""What became of questions: rows with their answers, for fitting and for judging.

A premiere answers a question if it became known strictly after the question's
day, and by the day up to which one looks. A decision answers whenever it was
announced: what had been announced by the question's day is hidden from its row.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np

from cliffhanger.domain.forecast import Question
from cliffhanger.panel import panel as rows

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cliffhanger.ledger.facts import Facts
    from cliffhanger.panel.panel import Panel

FOLLOWED_FROM = date(2023, 6, 1)
"""From then on series are followed day by day. Months before are lent by the series that were followed at its start:
their airings were public when they aired, only the choice of these series is of later."""

DECISION_AGE = timedelta(days=61)
"""How long after a premiere the question about its decision is asked."""

_FOLLOWED = """
SELECT "show", min(value)::INTEGER AS since FROM observations WHERE metric = 'tracked_since' GROUP BY "show"
"""

_PREMIERES = """
SELECT "show", season, min(greatest(day, known_on)) FROM season_claims
WHERE predicate = 'premiere_date' AND known_on <= $known_to AND taken_back_on IS NULL
GROUP BY ALL ORDER BY ALL
"""

_DECISIONS = """
SELECT c."show", c.season, bool_or(c.predicate = 'renewed') AS renewed, min(s.premiere) AS premiere
FROM claims AS c
JOIN seasons AS s ON s."show" = c."show" AND s.season = c.season
SEMI JOIN (SELECT "show" FROM claims WHERE source = 'estimate') AS e ON e."show" = c."show"
WHERE c.predicate IN ('renewed', 'cancelled') AND c.modality = 'event' AND c.source = 'scorecards'
  AND c.known_on <= $known_to AND c.season IS NOT NULL
GROUP BY c."show", c.season
HAVING count(DISTINCT c.predicate) = 1
ORDER BY c."show", c.season
"""


_RATED = """
WITH rated AS (
    SELECT "show", season, min(known_on) AS seen FROM observations
    WHERE metric = 'episodes_rated' AND source = 'imdb_history' AND season >= 1 AND value > 0 AND known_on <= $last
    GROUP BY ALL
)
SELECT "show", max(season) FILTER (seen <= $first) AS stood, max(season) AS later
FROM rated SEMI JOIN (SELECT "show" FROM claims WHERE source = 'estimate') AS e USING ("show")
GROUP BY "show" HAVING stood IS NOT NULL ORDER BY "show"
"""

_RECENT = """
SELECT s."show", s.season, s.premiere FROM seasons AS s
SEMI JOIN (SELECT "show" FROM observations WHERE metric = 'tracked_since') AS t ON t."show" = s."show"
WHERE s.premiere BETWEEN $first AND $last AND s.basis <> 'id clock'
ORDER BY ALL
"""

_LIMITED_SHARE = """
WITH kinds AS (
    SELECT "show", bool_or(value = 'limited') AS limited FROM claims WHERE predicate = 'kind' GROUP BY "show"
)
SELECT avg(limited::INTEGER) FROM seasons AS s
JOIN kinds USING ("show")
SEMI JOIN (SELECT "show" FROM observations WHERE metric = 'tracked_since') AS t ON t."show" = s."show"
WHERE s.season = 1 AND s.premiere BETWEEN $first AND $last
"""

_ENDING_SHARE = """
SELECT avg((predicate = 'ending')::INTEGER) FROM claims
WHERE predicate IN ('renewed', 'cancelled', 'ending') AND source = 'scorecards' AND modality = 'event' AND season > 1
  AND known_on <= $last
"""


def months(facts: Facts, first: date, last: date) -> tuple[Panel, NDArray[np.float64]]:
    """Return one row a followed show and month, and whether its next season premiered within the month.

    Args:
        facts: prepared facts.
        first: the first month's first day; months are of 30 or 31 days, by the calendar.
        last: the day by which the last month must have ended.

    Returns:
        The rows, and 1 or 0 each.
    """
    since = {
        show: date(1970, 1, 1) + timedelta(days=day) for show, day in facts.connection.execute(_FOLLOWED).fetchall()
    }
    premieres: dict[str, list[tuple[int, date]]] = {}
    for show, season, day in facts.connection.execute(_PREMIERES, {"known_to": last}).fetchall():
        if show in since:
            premieres.setdefault(show, []).append((season, day))
    questions, came = [], {}
    for start, end in month_ends(first, last):
        for show, known in premieres.items():
            stands = max((season for season, day in known if day <= start), default=None)
            if stands is None or since[show] > max(start, FOLLOWED_FROM):
                continue
            questions.append(Question(show, stands, start))
            came[show, stands, start] = any(season > stands and start < day <= end for season, day in known)
    panel = rows.rows(facts, questions)
    return panel, np.asarray([came[key] for key in _keys(panel)], dtype=np.float64)


def decisions(facts: Facts, last: date) -> tuple[Panel, NDArray[np.float64]]:
    """Return one row a decided season of the scorecards, asked ``DECISION_AGE`` after its premiere.

    What had already been announced by then is hidden from the row, so that it
    asks what a model would have said.

    Args:
        facts: prepared facts.
        last: the last day whose decisions may be used.

    Returns:
        The rows, and 1 for renewed, 0 for cancelled.
    """
    found = facts.connection.execute(_DECISIONS, {"known_to": last}).fetchall()
    renewed = {(show, season): bool(answer) for show, season, answer, _ in found}
    panel = rows.rows(facts, [Question(show, season, day + DECISION_AGE) for show, season, _, day in found])
    answers = [renewed[show, season] for show, season, _ in _keys(panel)]
    return rows.without_announcements(panel), np.asarray(answers, dtype=np.float64)


def recent(facts: Facts, first: date, last: date) -> Panel:
    """Return one row a season of a followed series that premiered between two days, asked at ``DECISION_AGE``."""
    asked = {"first": first, "last": last - DECISION_AGE}
    found = facts.connection.execute(_RECENT, asked).fetchall()
    panel = rows.rows(facts, [Question(show, season, day + DECISION_AGE) for show, season, day in found])
    return rows.without_announcements(panel)


def shares(facts: Facts, first: date, last: date) -> tuple[float, float]:
    """Return two shares that say how often a season is not meant to be followed by another.

    Args:
        facts: prepared facts.
        first: first day of the premieres that are looked at for the first share.
        last: last day of them, and of the decisions for the second.

    Returns:
        The share of limited series among followed first seasons whose kind a
        source gives, and the share of planned ends among decided later seasons.
    """
    limited = facts.connection.execute(_LIMITED_SHARE, {"first": first, "last": last}).fetchone()
    ending = facts.connection.execute(_ENDING_SHARE, {"last": last}).fetchone()
    return float(limited[0] or 0.0) if limited else 0.0, float(ending[0] or 0.0) if ending else 0.0


def listed(facts: Facts, first: date, last: date) -> tuple[Panel, NDArray[np.float64]]:
    """Return one row a series on a day on which listings are known, and whether a later season got its first rating.

    The season that a series stands at is the latest with a rated episode on
    that day, not the latest by date: a date that is estimated afterwards would
    put seasons that began within the span before it.

    Args:
        facts: prepared facts, of a ledger: what ships does not hold how many episodes are rated.
        first: the day.
        last: end of the span.
    """
    found = facts.connection.execute(_RATED, {"first": first, "last": last}).fetchall()
    stood = {show: (int(then), int(later)) for show, then, later in found}
    panel = rows.rows(facts, [Question(show, then, first) for show, (then, _) in stood.items()])
    came = [float(stood[str(show)][1] > season) for show, season in zip(panel["show"], panel["season"], strict=True)]
    return rows.without_announcements(panel), np.asarray(came)


def month_ends(first: date, last: date) -> list[tuple[date, date]]:
    """Return the first day of each month from ``first`` on, with that of the next, while it is not after ``last``."""
    out: list[tuple[date, date]] = []
    start = first
    while True:
        end = date(start.year + start.month // 12, start.month % 12 + 1, 1)
        if end > last:
            return out
        out.append((start, end))
        start = end


def _keys(panel: Panel) -> list[tuple[str, int, date]]:
    days = panel["as_of"].astype(object)
    return [(str(s), int(n), d) for s, n, d in zip(panel["show"], panel["season"], days, strict=True)]
