"""The return hazard: the chance, month by month, that the next season premieres.

A discrete-time hazard (Cox 1972; Allison 1982, "Discrete-time methods for the
analysis of event histories"): boosted trees over log-odds give the chance h(k)
that a season premieres in the k-th month ahead, given that it has not before.
Then P(by month k) = 1 - prod(1 - h). As silence grows h falls towards nothing,
so a share never returns, and each silent month counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from cliffhanger.models import features
from cliffhanger.models.logistic import Logistic, expit
from cliffhanger.models.trees import Trees
from cliffhanger.panel.panel import DAYS_A_MONTH

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from cliffhanger.panel.panel import Panel

HORIZON = 60
"""Months ahead beyond which no return is counted: "ever" means within five years.

Of followed first seasons of 2012 to 2017 that had been silent for five years, one in 25 came back later."""

_PIECE = 40_000


@dataclass(frozen=True, slots=True)
class Curve:
    """When rows return, month by month.

    Attributes:
        by: probability of a premiere by the end of each month ahead, shape (rows, HORIZON + 1), column 0 being zero.
    """

    by: NDArray[np.float64]

    @property
    def ever(self) -> NDArray[np.float64]:
        """Probability that the next season ever premieres, shape (rows,)."""
        return np.asarray(self.by[:, -1])

    def within(self, days: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the probability of a premiere within some days, one number of days a row."""
        months = np.clip(days / DAYS_A_MONTH, 0.0, HORIZON)
        lower = np.minimum(months.astype(int), HORIZON - 1)
        share = months - lower
        rows = np.arange(len(self.by))
        return np.asarray(self.by[rows, lower] * (1 - share) + self.by[rows, lower + 1] * share)

    def quantiles(self, levels: tuple[float, ...]) -> NDArray[np.float64]:
        """Return days until the premiere, given that there is one, at some levels; shape (rows, levels)."""
        share = self.by / np.maximum(self.ever, 1e-12)[:, None]
        out = np.empty((len(self.by), len(levels)))
        for column, level in enumerate(levels):
            upper = np.maximum((share < level).sum(axis=1), 1)
            rows = np.arange(len(share))
            low, high = share[rows, upper - 1], share[rows, upper]
            out[:, column] = (upper - 1 + (level - low) / np.maximum(high - low, 1e-12)) * DAYS_A_MONTH
        return out

    def scaled(self, ever: NDArray[np.float64]) -> Curve:
        """Return the curve with another total, its timing kept."""
        return Curve(self.by * (ever / np.maximum(self.ever, 1e-12))[:, None])

    def arrived(self, rows: NDArray[np.bool_]) -> Curve:
        """Return the curve with certainty from the first month on for rows whose season has come."""
        by = self.by.copy()
        by[rows, 1:] = 1.0
        return Curve(by)

    def reweighted(self, monthly: NDArray[np.float64], never: NDArray[np.float64]) -> Curve:
        """Return the curve after evidence, by Bayes' rule.

        Args:
            monthly: likelihood of the evidence for a premiere in each month ahead, shape (rows, HORIZON).
            never: likelihood for no premiere, shape (rows,).
        """
        mass = np.diff(self.by, axis=1) * monthly
        total = mass.sum(axis=1) + (1 - self.ever) * never
        by = np.cumsum(mass, axis=1) / np.maximum(total, 1e-12)[:, None]
        return Curve(np.concatenate([np.zeros((len(by), 1)), by], axis=1))


def _pieces(rows: int) -> list[NDArray[np.float64]]:
    """Split the months ahead so that the features of all rows in a piece of them fit a processor's cache."""
    step = max(1, _PIECE // max(rows, 1))
    return [np.arange(start, min(start + step, HORIZON), dtype=np.float64) for start in range(0, HORIZON, step)]


@dataclass(frozen=True, slots=True)
class ReturnHazard:
    """The fitted hazard.

    Attributes:
        trees: chance of a premiere in the coming month.
        regression: the same by a logistic regression, which tells only how far the sample moves the odds.
        replicas: that regression fitted on bootstrap samples of series.
    """

    trees: Trees
    regression: Logistic
    replicas: tuple[Logistic, ...]

    def curve(self, panel: Panel, *, replica: int | None = None) -> Curve:
        """Return when rows return.

        Args:
            panel: the rows.
            replica: number of a bootstrap fit; the odds are moved as far as it lies from the regression on all series.
        """
        clocks, fixed = features.waiting(panel)
        pieces = [
            self._log_odds(clocks, fixed, months) + self._shift(panel, months, replica)
            for months in _pieces(len(panel))
        ]
        still_out = np.cumprod(1 - expit(np.concatenate(pieces, axis=1)), axis=1)
        return Curve(np.concatenate([np.zeros((len(panel), 1)), 1 - still_out], axis=1))

    def _log_odds(
        self, clocks: NDArray[np.float64], fixed: NDArray[np.float64], months: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        """Return the log-odds of a premiere in some months ahead, shape (rows, months), all of them in one go."""
        rows = np.repeat(np.arange(len(clocks)), len(months))
        asked = features.ahead(clocks[rows], fixed[rows], np.tile(months, len(clocks)))
        return self.trees.log_odds(asked).reshape(len(clocks), len(months))

    def _shift(self, panel: Panel, months: NDArray[np.float64], replica: int | None) -> NDArray[np.float64] | float:
        if replica is None:
            return 0.0
        repeated = panel.only(features.HAZARD_COLUMNS).take(np.repeat(np.arange(len(panel)), len(months)))
        asked = features.hazard(repeated, np.tile(months, len(panel)))
        moved = self.replicas[replica].log_odds(asked) - self.regression.log_odds(asked)
        return moved.reshape(len(panel), len(months))

    def as_json(self) -> dict[str, Any]:
        """Return the model as plain lists and numbers."""
        return {
            "trees": self.trees.as_json(),
            "regression": self.regression.as_json(),
            "replicas": [
                {"weights": r.as_json()["weights"], "intercept": r.as_json()["intercept"]} for r in self.replicas
            ],
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> ReturnHazard:
        """Read what :meth:`as_json` gave."""
        names = tuple(features.HAZARD_GROUPS)
        main = Logistic.from_json(data["regression"], names)
        replicas = tuple(
            Logistic(names, main.mean, main.scale, np.asarray(r["weights"]), float(r["intercept"]))
            for r in data["replicas"]
        )
        return cls(Trees.from_json(data["trees"], features.WAITING), main, replicas)
