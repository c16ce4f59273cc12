"""What a forecast has to beat: base rates, the classic cancel index, and popularity alone.

Each is fitted on answers that had been revealed, and on nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from cliffhanger.evaluation.vintage import Vintage
from cliffhanger.models.baselines import SEASON_EDGES, cancel_index
from cliffhanger.models.logistic import expit, logit
from cliffhanger.panel.panel import Panel

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from typing import TypeAlias

    from numpy.typing import NDArray

    from cliffhanger.ledger.facts import Facts

    Popularity: TypeAlias = dict[tuple[str, int, date], float]
    """Show, season and day of a question to its place."""

_VOTES = """
CREATE OR REPLACE TEMP TABLE votes AS
SELECT "show", season, source || ' ' || metric AS measure, known_on, value FROM observations
WHERE episode IS NULL
  AND (source, metric) IN (('omdb', 'imdb_votes'), ('tmdb', 'tmdb_votes'), ('measure', 'votes_percentile'))
"""

_POPULARITY = """
SELECT q."show", q.season, q.as_of, measure,
       max_by(v.value, (v.known_on, v.value)) FILTER (v.known_on <= q.as_of) AS known,
       coalesce(known, min_by(v.value, (v.known_on, v.value))) AS later
FROM questions AS q
JOIN votes AS v ON v."show" = q."show" AND (v.season IS NULL OR v.season = q.season)
GROUP BY ALL
"""

_WEIGHT = 20.0
_RIDGE = 10.0


@dataclass(frozen=True, slots=True)
class Alone:
    """A logistic curve of one number, which may be missing.

    Attributes:
        weights: of 1, of the number (0 where it is missing), and of its being missing, shape (3,).
    """

    weights: NDArray[np.float64]

    @classmethod
    def fit(cls, number: NDArray[np.float64], happened: NDArray[np.float64]) -> Alone:
        """Fit with a ridge, which keeps a number that is always missing harmless.

        Args:
            number: shape (rows,), NaN where it is missing.
            happened: 1 or 0, shape (rows,).
        """
        from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 - an extra, and slow to import

        if happened.min() == happened.max():
            # Answers of one kind say how often at the most, and nothing of the number.
            return cls(np.array([logit((happened.sum() + 0.5) / (len(happened) + 1.0)), 0.0, 0.0]))
        model = LogisticRegression(C=1 / _RIDGE, solver="newton-cholesky", tol=1e-10)
        model.fit(_design(number)[:, 1:], happened)
        return cls(np.concatenate([model.intercept_, model.coef_[0]]).astype(np.float64))

    def probability(self, number: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the probabilities of numbers, shape (rows,)."""
        return expit(_design(number) @ self.weights)


@dataclass(frozen=True, slots=True)
class Rates:
    """How often it happened, cell by cell, each cell shrunk towards the next coarser one.

    Attributes:
        levels: for each level of cells, from coarse to fine, cell to rate.
        overall: the rate of all.
    """

    levels: tuple[dict[tuple[str, ...], float], ...]
    overall: float

    @classmethod
    def fit(cls, keys: Sequence[Sequence[str]], happened: NDArray[np.float64]) -> Rates:
        """Count, and shrink.

        Args:
            keys: words of each row, the coarsest first; a cell of level n shares the first n of them.
            happened: 1 or 0, shape (rows,).
        """
        overall = float((happened.sum() + _WEIGHT / 2) / (len(happened) + _WEIGHT))
        rates = cls((), overall)
        for depth in range(1, len(keys[0]) + 1 if len(keys) else 1):
            sums: dict[tuple[str, ...], list[float]] = {}
            for key, yes in zip(keys, happened, strict=True):
                cell = sums.setdefault(tuple(key[:depth]), [0.0, 0.0])
                cell[0] += float(yes)
                cell[1] += 1.0
            level = {
                cell: (yes + _WEIGHT * rates.rate(cell)) / (count + _WEIGHT) for cell, (yes, count) in sums.items()
            }
            rates = cls((*rates.levels, level), overall)
        return rates

    def rate(self, key: Sequence[str]) -> float:
        """Return the rate of the finest cell that was counted."""
        for depth in range(min(len(key), len(self.levels)), 0, -1):
            found = self.levels[depth - 1].get(tuple(key[:depth]))
            if found is not None:
                return found
        return self.overall


def cells(panel: Panel, age: NDArray[np.object_]) -> list[tuple[str, ...]]:
    """Return the cells of decisions: their age, new or returning, platform class, bin of the season number."""
    bins = np.digitize(panel["season"], SEASON_EDGES)
    return [
        (str(when), "new" if season == 1 else "returning", str(kind), str(place))
        for when, season, kind, place in zip(age, panel["season"], panel["platform_class"], bins, strict=True)
    ]


def index(panel: Panel, *, later: bool) -> NDArray[np.float64]:
    """Return the log of the cancel index of each row, NaN where there is too little to compare.

    Args:
        panel: the rows.
        later: whether ratings from later snapshots count.
    """
    if later:
        panel = Panel({**panel.columns, "rating_hindsight": np.zeros(len(panel), dtype=bool)})
    return np.asarray(np.log(cancel_index(panel)))


def prepare(facts: Facts) -> None:
    """Gather the votes that :func:`popularity` reads; has to run once on a connection, before it."""
    facts.connection.execute(_VOTES)


def popularity(facts: Facts) -> dict[Vintage, Popularity]:
    """Return the mean place, 0 to 1, of the questions last read among all of them, by the votes known on their day.

    In hindsight the first votes known later count where nothing earlier is known.

    Args:
        facts: prepared facts, on which a panel was just read.
    """
    found = facts.connection.execute(_POPULARITY).fetchall()
    return {
        Vintage.STRICT: _popularity([(*row[:4], row[4]) for row in found if row[4] is not None]),
        Vintage.HINDSIGHT: _popularity([(*row[:4], row[5]) for row in found]),
    }


def places_of(popular: Popularity, panel: Panel) -> NDArray[np.float64]:
    """Return the mean place of each row, NaN where there are no votes, shape (rows,)."""
    keys = zip(panel["show"], panel["season"].astype(int), panel["as_of"].astype(object), strict=True)
    return np.asarray([popular.get(key, np.nan) for key in keys], dtype=np.float64)


def _popularity(found: Sequence[tuple[str, int, date, str, float]]) -> Popularity:
    by_measure: dict[str, list[tuple[tuple[str, int, date], float]]] = {}
    for show, season, day, measure, value in found:
        by_measure.setdefault(measure, []).append(((show, season, day), value))
    places: dict[tuple[str, int, date], list[float]] = {}
    for some in by_measure.values():
        for (key, _), place in zip(some, _places([value for _, value in some]), strict=True):
            places.setdefault(key, []).append(float(place))
    return {key: sum(each) / len(each) for key, each in places.items()}


def _places(values: Sequence[float]) -> NDArray[np.float64]:
    """Return the share of values that are lower, ties counting half."""
    array = np.asarray(values, dtype=np.float64)
    ordered = np.sort(array)
    below = np.searchsorted(ordered, array, side="left") + np.searchsorted(ordered, array, side="right")
    return np.asarray(below / (2.0 * len(ordered)))


def _design(number: NDArray[np.float64]) -> NDArray[np.float64]:
    missing = np.isnan(number)
    return np.column_stack([np.ones(len(number)), np.where(missing, 0.0, number), missing.astype(np.float64)])
