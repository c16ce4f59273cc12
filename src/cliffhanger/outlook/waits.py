"""How long decisions are waited for, and what becomes of those that take long: read off the scorecards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np

from cliffhanger.models.fate import judged
from cliffhanger.models.logistic import logit

if TYPE_CHECKING:
    from datetime import date

    from duckdb import DuckDBPyConnection
    from numpy.typing import NDArray

    from cliffhanger.panel.panel import Panel

_WAITS = """
SELECT date_diff('day', s.premiere, c.known_on) AS wait, c.predicate = 'renewed' AS renewed
FROM claims AS c
JOIN seasons_at($as_of::DATE) AS s USING ("show", season)
JOIN (
    SELECT "show", source_show, max_by(value, (known_on, value)) AS network
    FROM claims WHERE predicate = 'network' AND known_on <= $as_of GROUP BY ALL
) AS n ON n."show" = c."show" AND n.source_show = c.source_show
JOIN platforms AS p ON p.name = n.network
WHERE c.source = 'scorecards' AND c.predicate IN ('renewed', 'cancelled') AND c.valid_from IS NOT NULL
  AND c.modality = 'event' AND c.known_on <= $as_of AND p.class = $class AND (c.season = 1) = $new
  AND wait BETWEEN 0 AND 1000
"""

_ENOUGH = 20
_PRIOR_WEIGHT = 20.0


@dataclass(frozen=True, slots=True)
class Waits:
    """Dated decisions on one kind of platform, of new or of returning shows.

    Attributes:
        days: days from the premiere to the announcement, shape (decisions,).
        renewed: whether it was a renewal, shape (decisions,).
    """

    days: NDArray[np.float64]
    renewed: NDArray[np.float64]

    def decided_by(self, age: int, share: float) -> float | None:
        """Return the age in days by which a share of the decisions open at an age had come; None of too few."""
        later = self.days[self.days > age]
        return float(np.quantile(later, share)) if len(later) >= _ENOUGH else None

    def shift(self, age: int, later: int) -> float:
        """Return how the log-odds of a renewal move when nothing is announced from one age to a later one.

        At each age: the share of renewals among the decisions that were still
        to come, with the weight of ``_PRIOR_WEIGHT`` decisions on the overall share.
        """
        return self._open(later) - self._open(age)

    def _open(self, age: int) -> float:
        overall = self.renewed.mean() if len(self.renewed) else 0.5
        still = self.renewed[self.days > age]
        return float(logit((still.sum() + _PRIOR_WEIGHT * overall) / (len(still) + _PRIOR_WEIGHT)))


def waits(connection: DuckDBPyConnection, panel: Panel) -> Waits | None:
    """Return the waits of the kind of a one-row panel, as known on its day.

    None where the scorecards do not speak of its kind of platform, or its
    fate has been announced.
    """
    if not judged(panel)[0] or panel["fate"][0]:
        return None
    asked = {
        "as_of": panel["as_of"].astype(object)[0],
        "class": str(panel["platform_class"][0]),
        "new": bool(panel["season"][0] == 1),
    }
    found = np.asarray(connection.execute(_WAITS, asked).fetchall(), dtype=np.float64).reshape(-1, 2)
    return Waits(found[:, 0], found[:, 1])


def decision_by(known: Waits | None, panel: Panel) -> date | None:
    """Return the day by which four of five decisions open at the same age had been announced."""
    as_of, premiere = (panel[name].astype(object)[0] for name in ("as_of", "premiere"))
    age = known.decided_by((as_of - premiere).days, 0.8) if known else None
    return premiere + timedelta(days=round(age)) if age is not None else None
