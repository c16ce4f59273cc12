"""How high the odds of an order stand, beyond what the decision model was fitted on.

The scorecards hold decisions on series that meant to go on, of 2013 to 2018.
A season met today may be a limited series that nobody has labelled, or the
last of its run by plan; and platforms order less than they did. So

    p = open * expit(decision + era + silence)

``open`` is the share of seasons that are neither limited nor a planned end,
as far as kind and season number tell. ``era`` is fitted so that on seasons of
followed series of recent years the mean of p is what the return hazard, which
is measured on just these years, says; it fades in over the years between.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from cliffhanger.models.logistic import expit

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from cliffhanger.panel.panel import Panel

_OLD = np.datetime64("2018-09-01")
_NEW = np.datetime64("2023-05-01")
_LABELLED_OPEN = 0.97
"""A series that a source calls no limited one is hardly ever planned to end after its first season."""

_MEANT_OPEN = 0.99
"""Nor is one after any season, of which the asker says that it means to go on: the scorecards' decisions, on which
the decision models are fitted, are all of such series."""

_STEEPEST = 6.0
_STEPS = 60


@dataclass(frozen=True, slots=True)
class Level:
    """The measured shares and shift.

    Attributes:
        limited_share: share of first seasons that are limited series, among those of recent years with a known kind.
        ending_share: share of later seasons that were a planned end, among the scorecards' decided ones.
        era: shift of log-odds for questions of ``_NEW`` and later.
    """

    limited_share: float
    ending_share: float
    era: float

    def odds(self, panel: Panel, decision: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return probabilities of an order, shape (rows,).

        Args:
            panel: the rows.
            decision: log-odds of the decision model, moved by silence, shape (rows,).
        """
        return self.open(panel) * expit(decision + self.era * faded(panel))

    def open(self, panel: Panel) -> NDArray[np.float64]:
        """Return the probability that a season's series means to go on, shape (rows,)."""
        first = panel["season"] == 1
        labelled = panel["kind"] != ""
        of_first = np.where(labelled, _LABELLED_OPEN, 1 - self.limited_share)
        share = np.where(first, of_first, 1 - self.ending_share)
        return np.where(panel["goes_on"], _MEANT_OPEN, share)

    @classmethod
    def fit(
        cls, shares: tuple[float, float], recent: Panel, decision: NDArray[np.float64], ever: NDArray[np.float64]
    ) -> Level:
        """Fit the era's shift by bisection.

        Args:
            shares: the limited and the ending share.
            recent: rows of recent years that the decision model speaks for.
            decision: its log-odds on them.
            ever: the probability of an order that the return hazard implies for them.
        """
        low, high = -_STEEPEST, _STEEPEST
        if not (faded(recent) > 0).any():  # of before the shift sets in: they cannot tell it
            return cls(*shares, 0.0)
        for _ in range(_STEPS):
            era = (low + high) / 2
            if cls(*shares, era).odds(recent, decision).mean() < ever.mean():
                low = era
            else:
                high = era
        return cls(*shares, (low + high) / 2)

    def as_json(self) -> dict[str, Any]:
        """Return the numbers, rounded to six significant digits."""
        numbers = {"limited_share": self.limited_share, "ending_share": self.ending_share, "era": self.era}
        return {name: float(f"{value:.6g}") for name, value in numbers.items()}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Level:
        """Read what :meth:`as_json` gave."""
        return cls(float(data["limited_share"]), float(data["ending_share"]), float(data["era"]))


def faded(panel: Panel) -> NDArray[np.float64]:
    """Return how much of the era's shift applies on each row's day: none before ``_OLD``, all from ``_NEW`` on."""
    days = (panel["as_of"] - _OLD).astype("timedelta64[D]").astype(np.float64)
    return np.asarray(np.clip(days / (_NEW - _OLD).astype(np.float64), 0.0, 1.0))
