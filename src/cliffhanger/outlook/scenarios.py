"""What the seasons of a slate may come to, drawn together: a good year is good for all, and a forecast errs for all."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from statistics import NormalDist
from typing import TYPE_CHECKING

import numpy as np

from cliffhanger.models.logistic import expit, logit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

TAIL = 0.1
"""Share of the scenarios that are the bad years: one in ten."""

SCENARIOS = 1_000
"""Scenarios that a choice is made on."""

FRESH = 20_000
"""Scenarios, others than those it was made on, that a choice is held to afterwards."""

_SEED, _FRESH_SEED = 1, 2


@dataclass(frozen=True, slots=True)
class Candidate:
    """A season that can be paid for.

    Attributes:
        key: what tells it from the others.
        cost: what choosing it takes from the budget, 0 or more, in any currency.
        value: what it is expected to bring if it comes, 0 or more, in any unit.
        spread: standard deviation of the logarithm of the value, of its own.
        odds: probability that it comes; 1 where whoever chooses decides that, too.
    """

    key: str
    cost: float
    value: float
    spread: float
    odds: float = 1.0


@dataclass(frozen=True, slots=True)
class Shared:
    """What all candidates have in common.

    Attributes:
        shock: standard deviation of a shift of the logarithms of all values.
        odds_spread: standard deviation of a shift of all log-odds, small enough to leave their means about as they are.
    """

    shock: float = 0.0
    odds_spread: float = 0.0


def expected(candidates: Sequence[Candidate]) -> NDArray[np.float64]:
    """Return what each candidate is expected to bring, shape (candidates,): its value times its odds."""
    return np.array([one.value * one.odds for one in candidates], dtype=np.float64)


def drawn(candidates: Sequence[Candidate], shared: Shared, *, fresh: bool = False) -> NDArray[np.float64]:
    """Return values by scenario and candidate, shape (scenarios, candidates).

    A value is lognormal about its expectation, exp(s z + t g - (s^2 + t^2) / 2)
    times it, with z its own and g shared; it is 0 where the season does not
    come. Each variable is a Latin hypercube sample (McKay, Beckman and Conover,
    Technometrics 21, 1979): one draw from each of as many equal strata as there
    are scenarios. What is drawn for a candidate hangs on its key alone, not on
    who else is there.

    Args:
        candidates: the candidates.
        shared: what they have in common.
        fresh: whether to draw the ``FRESH`` scenarios that a choice is held to, not those it is made on.
    """
    count, seed = (FRESH, _FRESH_SEED) if fresh else (SCENARIOS, _SEED)
    normals = _normals(count)
    year, error = (np.random.default_rng([seed, number]).permutation(normals) for number in (1, 2))
    out = np.empty((count, len(candidates)), dtype=np.float64)
    for place, one in enumerate(candidates):
        own = np.random.default_rng([seed, 3, zlib.crc32(one.key.encode())])
        shift = one.spread * own.permutation(normals) + shared.shock * year
        out[:, place] = one.value * np.exp(shift - (one.spread**2 + shared.shock**2) / 2)
        if one.odds < 1:
            luck = own.permutation((np.arange(count) + 0.5) / count)
            out[:, place] *= luck < expit(logit(one.odds) + shared.odds_spread * error)
    return out


def bad_year(totals: NDArray[np.float64]) -> float:
    """Return what is not reached in one scenario of ten."""
    return float(np.quantile(totals, TAIL)) if totals.size else 0.0


def worst_tenth(totals: NDArray[np.float64]) -> float:
    """Return the mean of the lowest tenth: the conditional value at risk of the total."""
    worst = max(round(TAIL * totals.size), 1)
    return float(np.partition(totals, worst - 1)[:worst].mean())


def _normals(count: int) -> NDArray[np.float64]:
    """Return the normal quantiles in the middle of equal strata, in order, with a variance of exactly 1."""
    normal = NormalDist()
    found = np.array([normal.inv_cdf((place + 0.5) / count) for place in range(count)])
    return np.asarray(found / found.std())
