"""How a season's weekly viewing falls after its best week, and how much is still to come.

Two shapes are weighed against each other, both with a floor that stands for
the catalogue viewing that never quite ends:

- exponential, ``f + (1 - f) exp(-k w)``: viewing that spreads and dies away
  over a constant rest (Grimshaw, Blades and Berrett, "Going Viral,
  Binge-Watching, and Attention Cannibalism", The American Statistician, 2020,
  model the onset of viewing so);
- a power, ``f + (1 - f) (1 + w) ** -k``: how attention to videos was found to
  relax (Crane and Sornette, PNAS 105, 2008).

Rate, floor, height, noise and shape are summed over on a grid, with errors of the
logarithm that follow Student's t with four degrees of freedom, so that one odd
week moves little (Lange, Little and Taylor, JASA 84, 1989). Before a season's
own weeks are seen, the shapes are alike likely, the noise log-uniform, and rate
and floor lognormal about what seasons in Netflix's Top 10 have shown (``make
bench ARGS=worth``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

RATES, FLOORS = (0.03, 3.0), (0.0005, 0.2)
"""The least and the greatest rate, a week or as a power, and floor, as a share of the best week."""

NOISES = (0.08, 0.8)
"""The least and the greatest standard deviation of a week's logarithm."""

USUAL_RATES, RATE_SPREAD = (0.65, 1.25), 0.6
"""The usual rate of the exponential and of the power, and the standard deviation of its logarithm.

Faster than seasons fall while they are on a list, for those that fall fastest leave it: chosen so that the hours of
whole half-years of before 2024 were foretold best from the first weeks.
"""

USUAL_FLOOR, FLOOR_SPREAD = 0.012, 1.1
"""The usual floor, and the standard deviation of its logarithm."""

_GRID = (48, 16, 6, 7)
_FREEDOM = 4.0
_REACH = 3.0
_DARK = 1e-4


@dataclass(frozen=True, slots=True)
class Spread:
    """A number that is not known exactly.

    Attributes:
        mean: its expectation.
        low: what it falls short of one time in ten.
        high: what it exceeds one time in ten.
    """

    mean: float
    low: float
    high: float


def to_come(weekly: Sequence[float], horizon: int) -> Spread:
    """Return the hours from the last week given up to a horizon.

    Args:
        weekly: hours by week since release, the first being the release's own; at least one above 0.
        horizon: weeks since release.
    """
    hours = np.asarray(weekly, dtype=np.float64)
    left = np.arange(hours.size, horizon, dtype=np.float64)
    if not left.size:
        return Spread(0.0, 0.0, 0.0)
    peak = int(hours.argmax())
    seen = np.maximum(hours[peak:], _DARK * hours[peak])
    totals, weights = _totals(np.log(seen), left - peak)
    order = np.argsort(totals)
    places = np.minimum(np.searchsorted(np.cumsum(weights[order]), (0.1, 0.9)), order.size - 1)
    low, high = totals[order][places].tolist()
    return Spread(float(totals @ weights), low, high)


def shapes() -> tuple[tuple[NDArray[np.float64], NDArray[np.float64], bool], ...]:
    """Return the grids of rates and floors, flat, for each shape, and whether it is the power."""
    rates = np.geomspace(*RATES, _GRID[0])
    floors = np.geomspace(*FLOORS, _GRID[1])
    rate, floor = (part.ravel() for part in np.meshgrid(rates, floors))
    return ((rate, floor, False), (rate, floor, True))


def before(rate: NDArray[np.float64], floor: NDArray[np.float64], *, power: bool) -> NDArray[np.float64]:
    """Return the logarithm of the prior of rates and floors, but for a constant."""
    rates = np.log(rate / USUAL_RATES[power]) / RATE_SPREAD
    floors = np.log(floor / USUAL_FLOOR) / FLOOR_SPREAD
    return np.asarray(-(rates**2 + floors**2) / 2)


def fall(
    weeks: NDArray[np.float64], rate: NDArray[np.float64], floor: NDArray[np.float64], *, power: bool
) -> NDArray[np.float64]:
    """Return viewing as a share of the best week, shape (shapes, weeks), by weeks since that one."""
    falls = (1 + weeks) ** -rate[:, None] if power else np.exp(-rate[:, None] * weeks)
    return np.asarray(floor[:, None] + (1 - floor[:, None]) * falls)


def _totals(logs: NDArray[np.float64], left: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the sums over the weeks left and their probabilities, one a point of the grid."""
    noises = np.geomspace(*NOISES, _GRID[2])[:, None]
    offsets = np.linspace(-_REACH, _REACH, _GRID[3]) * noises / np.sqrt(logs.size)
    sums, chances = [], []
    for rate, floor, power in shapes():
        apart = logs - np.log(fall(np.arange(logs.size, dtype=np.float64), rate, floor, power=power))
        heights = np.median(apart, axis=1)[:, None, None] + offsets
        scaled = (apart[:, None, None, :] - heights[..., None]) / noises[..., None]
        fits = -(_FREEDOM + 1) / 2 * np.log1p(scaled**2 / _FREEDOM).sum(axis=-1)
        # Each week's density has the noise in its denominator; the step of the heights grows with it.
        chances.append(fits - (logs.size - 1) * np.log(noises) + before(rate, floor, power=power)[:, None, None])
        sums.append(np.exp(heights) * fall(left, rate, floor, power=power).sum(axis=1)[:, None, None])
    joined = np.concatenate([part.ravel() for part in chances])
    weights = np.exp(joined - joined.max())
    return np.concatenate([part.ravel() for part in sums]), np.asarray(weights / weights.sum())
