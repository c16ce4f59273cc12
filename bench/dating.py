"""How far off the estimated dates of seasons are: days that are known are hidden, and estimated.

A fifth at a time; every season is hidden once in each way. A day is known where a source gives it; what is estimated
without the mean day of a season's episodes is held to the days that those give, too, which are hidden with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bench.tools import real_ledger, say
from cliffhanger.ledger import export
from cliffhanger.ledger.store import Ledger
from cliffhanger.measures import dating

if TYPE_CHECKING:
    import pyarrow as pa
    from numpy.typing import NDArray

FOLDS = 5

_TRUTH = """
WITH given AS (
    SELECT "show", season, median(epoch(valid_from) / 86400) AS day, TRUE AS exact FROM claims
    WHERE predicate = 'premiere_date' AND valid_from = valid_to AND modality = 'event' AND season >= 1
      AND episode IS NULL AND source NOT IN ('estimate', 'netflix', 'news') AND taken_back_on IS NULL
    GROUP BY ALL
    HAVING date_diff('day', min(valid_from), max(valid_from)) <= 60
)
FROM given
UNION ALL
SELECT "show", season, epoch(value::DATE) / 86400, FALSE FROM claims ANTI JOIN given USING ("show", season)
WHERE source = 'estimate' AND predicate = 'premiere_date' AND unit = 'mean air date'
"""
_HIDDEN = """
CREATE OR REPLACE TEMP TABLE hidden AS SELECT * FROM truth WHERE hash({by}) % $folds = $fold
"""
_HIDE = """
DELETE FROM claims WHERE list_contains($predicates, predicate) AND episode IS NULL
  AND ("show", {season}) IN (SELECT "show", {season} FROM hidden)
"""
_ERRORS = """
SELECT abs(epoch(c.value::DATE) / 86400 - h.day) FROM hidden AS h
JOIN claims AS c ON (c."show", c.season) = (h."show", h.season)
LEFT JOIN truth AS before ON (before."show", before.season) = (h."show", h.season - 1)
WHERE c.source = 'estimate' AND c.predicate = 'premiere_date' AND c.unit = $basis
  AND (h.exact OR $basis = 'id clock') AND (h.season > 1 OR $basis <> 'id clock')
  AND (NOT $before OR before.day IS NOT NULL)
"""

WAYS = {
    "by the mean day of its episodes": ("season", ["premiere_date"], "mean air date", False),
    "a year behind the season before": ("season", ["premiere_date", "mean_air_date"], "id clock", True),
    "by the clock of ids alone": ("show", ["premiere_date", "mean_air_date"], "id clock", False),
}
"""A way to what is hidden at once, which claims are, the basis of the estimates that are looked at, and whether the
season before has to have a day."""


def run() -> None:
    """Print the errors; nothing where the real data is not there."""
    with real_ledger("How far off the estimated premieres of later seasons are, in days") as ledger:
        if ledger is None:
            return
        known = export.facts(Ledger(ledger)).connection
        dating.add(known)
        truth = known.sql(_TRUTH).to_arrow_table()
        for name, (unit, predicates, basis, before) in WAYS.items():
            errors = np.concatenate([
                _fold(Ledger(ledger), truth, (fold, unit, predicates), basis=basis, before=before)
                for fold in range(FOLDS)
            ])  # fmt: skip
            say(f"  {name:34} {len(errors):5,} seasons: median {np.median(errors):3.0f}, four in five within "
                f"{np.quantile(errors, 0.8):.0f}")  # fmt: skip


def _fold(
    ledger: Ledger, truth: pa.Table, hide: tuple[int, str, list[str]], *, basis: str, before: bool
) -> NDArray[np.float64]:
    """Return the errors of one fold, shape (seasons,), in days."""
    fold, unit, predicates = hide
    connection = export.facts(ledger).connection
    connection.from_arrow(truth).create("truth")
    by, season = ('"show"', "0") if unit == "show" else ('"show" || season', "season")
    connection.execute(_HIDDEN.format(by=by), {"folds": FOLDS, "fold": fold})
    connection.execute(_HIDE.format(season=season), {"predicates": predicates})
    dating.add(connection)
    found = connection.execute(_ERRORS, {"basis": basis, "before": before}).fetchall()
    return np.asarray([row[0] for row in found], dtype=np.float64)
