"""Scores of times: how near a forecast of a date was, how honest its intervals, and what to do with what is open.

Times are numbers of days, or numpy dates throughout a call; a loss is in days.
Functions return one loss a row, shape (rows,), whose mean is the score.

Quantiles judge questions whose date is known. Where some seasons have not
returned yet, leaving them out favours forecasts that are too early: there
:func:`brier_by` and :func:`integrated_brier` count the known ones for the
open ones as well.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from cliffhanger.evaluation import UnscorableError, aligned, every_row, finite, open_share, probabilities, zero_or_one
from cliffhanger.evaluation.scores import wilson

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import ArrayLike, NDArray

CENTRAL = (0.5, 0.8, 0.9)
"""Shares of the central intervals whose coverage is counted."""

_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Coverage:
    """How often a central interval held the truth.

    Attributes:
        level: how often it ought to.
        inside: rows where it did.
        count: rows.
        low: lower end of the Wilson interval of the share, at 95 %.
        high: upper end.
    """

    level: float
    inside: int
    count: int
    low: float
    high: float

    @property
    def share(self) -> float:
        """Share of the rows inside."""
        return self.inside / self.count


@dataclass(frozen=True, slots=True)
class Follow:
    """How long questions could be followed: the Kaplan-Meier estimate for the times of censoring.

    Attributes:
        time: days at which following ended without a premiere, rising, shape (steps,).
        beyond: chance of being followed past each of them, shape (steps,).
    """

    time: NDArray[np.float64]
    beyond: NDArray[np.float64]

    def through(self, days: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the chance of being followed through some days, these included: G(t-)."""
        return np.concatenate([[1.0], self.beyond])[np.searchsorted(self.time, days, side="left")]


def pinball(quantile: ArrayLike, observed: ArrayLike, *, level: float) -> NDArray[np.float64]:
    """Return (1{y < q} - level) (q - y), proper for the quantile q at a level (Koenker & Bassett 1978).

    Args:
        quantile: forecast quantiles, shape (rows,).
        observed: what came, shape (rows,).
        level: the quantile's level, inside 0 and 1.
    """
    open_share("level", level)
    q, y = _on_one_axis(quantile=(quantile, 1), observed=(observed, 1))
    aligned(quantile=q, observed=y)
    return np.asarray(((y < q) - level) * (q - y), dtype=np.float64)


def interval_score(lower: ArrayLike, upper: ArrayLike, observed: ArrayLike, *, level: float) -> NDArray[np.float64]:
    """Return (u - l) + 2/a (l - y)+ + 2/a (y - u)+ with a = 1 - level (Winkler 1972).

    Args:
        lower: lower ends of central intervals, shape (rows,).
        upper: upper ends, shape (rows,).
        observed: what came, shape (rows,).
        level: share of the outcomes that the intervals are meant to hold.
    """
    alpha = 1 - open_share("level", level)
    low, high, y = _on_one_axis(lower=(lower, 1), upper=(upper, 1), observed=(observed, 1))
    aligned(lower=low, upper=high, observed=y)
    every_row("upper", high, high >= low, "the lower end lies above it")
    outside = np.maximum(low - y, 0) + np.maximum(y - high, 0)
    return np.asarray(high - low + 2 / alpha * outside)


def coverage(
    quantiles: ArrayLike, observed: ArrayLike, *, levels: Sequence[float], central: Sequence[float] = CENTRAL
) -> tuple[Coverage, ...]:
    """Return how often central intervals, ends included, held what came.

    Args:
        quantiles: forecast quantiles, shape (rows, levels).
        observed: what came, shape (rows,).
        levels: levels of the quantiles, rising.
        central: shares to look at; for each, ``levels`` must hold (1 - share) / 2 and (1 + share) / 2.

    Raises:
        UnscorableError: where a level that is needed is missing; a quantile is not guessed from others.
    """
    q, tau, y = _quantiles(quantiles, levels, observed)
    found = []
    for share in central:
        low, high = (q[:, _column(tau, (1 + sign * share) / 2, share)] for sign in (-1, 1))
        inside = int(((low <= y) & (y <= high)).sum())
        ends = wilson([inside], [len(y)])
        found.append(Coverage(share, inside, len(y), float(ends[0][0]), float(ends[1][0])))
    return tuple(found)


def crps_quantiles(quantiles: ArrayLike, observed: ArrayLike, *, levels: Sequence[float]) -> NDArray[np.float64]:
    """Return the CRPS of distributions given by quantiles: the integral of (F(x) - 1{x >= y})^2 over x, in days.

    It equals twice the integral of the pinball loss over all levels (Gneiting &
    Raftery 2007; Laio & Tamea 2007), and is exact for the distribution that is
    spread evenly between neighbouring quantiles and has what lies below the first
    level, and above the last one, at these quantiles.

    Args:
        quantiles: forecast quantiles, shape (rows, levels).
        observed: what came, shape (rows,).
        levels: levels of the quantiles, rising.
    """
    q, tau, y = _quantiles(quantiles, levels, observed)
    outside = np.maximum(q[:, 0] - y, 0) + np.maximum(y - q[:, -1], 0)
    return np.asarray(_crps_inside(q, np.broadcast_to(tau, q.shape), y) + outside)


def crps_cdf(cdf: ArrayLike, observed: ArrayLike, *, grid: ArrayLike) -> NDArray[np.float64]:
    """Return the CRPS of distributions given on a grid of days, within that grid, in days.

    The integral of (F(t) - 1{t >= y})^2 from the first day of the grid to the
    last, F being linear in between; proper for what it says of those days
    (Gneiting & Ranjan 2011, with weight 1 on them). F need not reach 1: the rest
    is the chance of no premiere by the grid's end.

    Args:
        cdf: probability of a premiere by each day of the grid, shape (rows, days).
        observed: the premiere, shape (rows,); any day after the grid's end counts as not within it.
        grid: rising days, shape (days,).
    """
    y, days = _on_one_axis(observed=(observed, 1), grid=(grid, 1))
    f = _cdf(cdf, days)
    aligned(cdf=f, observed=y)
    return _crps_inside(np.broadcast_to(days, f.shape), f, y)


def follow(days: ArrayLike, premiered: ArrayLike) -> Follow:
    """Return how long questions could be followed, by Kaplan & Meier (1958) with the parts swapped.

    At each day c at which following ended, G falls by the factor
    1 - ended / (followed through c, and not premiered by then).

    Args:
        days: from the question to its premiere, or to the last day up to which it is known
            that there was none, shape (rows,).
        premiered: 1 where it is the premiere, 0 where it is open, shape (rows,).
    """
    return _follow(*_followed(days, premiered))


def followed_weights(days: ArrayLike, premiered: ArrayLike, by: float) -> NDArray[np.float64]:
    """Return what each question counts for at a day: 0 where its answer is open, else 1 / G(min(days, by)-).

    These are the inverse-probability-of-censoring weights of Graf et al. (1999),
    for questions whose censoring has nothing to do with their premiere.

    Args:
        days: as for :func:`follow`.
        premiered: as for :func:`follow`.
        by: the day that is asked about; a question followed to just that day is answered.

    Raises:
        UnscorableError: where no question was followed that long.
    """
    time, came = _followed(days, premiered)
    return _weights(time, came, finite("by", [by]))[:, 0]


def brier_by(forecast: ArrayLike, days: ArrayLike, premiered: ArrayLike, by: float) -> NDArray[np.float64]:
    """Return w (p - 1{days <= by})^2 of "premiered by that day", w being :func:`followed_weights`.

    Their mean over all rows, open ones included, is the Brier score of Graf et
    al. (1999); without censoring it is the plain one.

    Args:
        forecast: probability of a premiere by the day, shape (rows,).
        days: as for :func:`follow`.
        premiered: as for :func:`follow`.
        by: the day, counted from the question.
    """
    p = probabilities("forecast", forecast)
    time, came = _followed(days, premiered)
    aligned(forecast=p, days=time)
    return _losses(p[:, None], time, came, finite("by", [by]))[:, 0]


def integrated_brier(cdf: ArrayLike, days: ArrayLike, premiered: ArrayLike, *, grid: ArrayLike) -> NDArray[np.float64]:
    """Return the mean over a grid of days, by trapezoids, of :func:`brier_by` (Graf et al. 1999).

    Times the length of the grid, and without censoring, it is :func:`crps_cdf` but for the trapezoids.

    Args:
        cdf: probability of a premiere by each day of the grid, shape (rows, days).
        days: as for :func:`follow`.
        premiered: as for :func:`follow`.
        grid: rising days, counted from the question, shape (days,).
    """
    time, came = _followed(days, premiered)
    at = finite("grid", grid)
    f = _cdf(cdf, at)
    aligned(cdf=f, days=time)
    return np.asarray(np.trapezoid(_losses(f, time, came, at), at, axis=1) / (at[-1] - at[0]))


def _on_one_axis(**named: tuple[ArrayLike, int]) -> list[NDArray[np.float64]]:
    """Return arrays as days, checked: each of its number of dimensions, and all of them dates or none."""
    arrays = {name: np.asarray(values) for name, (values, _) in named.items()}
    dated = [name for name, array in arrays.items() if array.dtype.kind == "M"]
    if dated and len(dated) < len(arrays):
        raise UnscorableError(what=", ".join(arrays), reason=f"dates and numbers are mixed (dates: {', '.join(dated)})")
    return [finite(name, _days(array), dimensions=named[name][1]) for name, array in arrays.items()]


def _days(array: NDArray[np.generic]) -> NDArray[np.generic]:
    if array.dtype.kind != "M":
        return array
    days = array.astype("datetime64[D]")
    return np.where(np.isnat(days), np.nan, days.astype(np.float64))


def _quantiles(
    quantiles: ArrayLike, levels: Sequence[float], observed: ArrayLike
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    tau = finite("levels", levels)
    if (np.diff(tau) <= 0).any() or tau[0] <= 0 or tau[-1] >= 1:
        raise UnscorableError(what="levels", reason=f"they must rise inside 0 and 1, unlike {tau.tolist()}")
    q, y = _on_one_axis(quantiles=(quantiles, 2), observed=(observed, 1))
    aligned(quantiles=q, observed=y)
    if q.shape[1] != len(tau):
        raise UnscorableError(what="quantiles", reason=f"there are {q.shape[1]} a row, and {len(tau)} levels")
    _rising("quantiles", q)
    return q, tau, y


def _cdf(cdf: ArrayLike, grid: NDArray[np.float64]) -> NDArray[np.float64]:
    if len(grid) < 2 or (np.diff(grid) <= 0).any():  # noqa: PLR2004 - from the first day to the last
        raise UnscorableError(what="grid", reason="two or more days that rise are needed")
    f = probabilities("cdf", cdf, dimensions=2)
    if f.shape[1] != len(grid):
        raise UnscorableError(what="cdf", reason=f"there are {f.shape[1]} a row, and {len(grid)} days in the grid")
    _rising("cdf", f)
    return f


def _rising(what: str, array: NDArray[np.float64]) -> None:
    steps = np.diff(array, axis=1)
    every_row(what, steps, steps >= -_ROUNDING, "a step between neighbours; they must not fall")


def _column(levels: NDArray[np.float64], level: float, share: float) -> int:
    near = np.flatnonzero(np.abs(levels - level) < _ROUNDING)
    if len(near) == 0:
        raise UnscorableError(
            what="levels", reason=f"central {share:g} needs level {level:g}, not among {levels.tolist()}"
        )
    return int(near[0])


def _followed(days: ArrayLike, premiered: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    time = finite("days", days)
    every_row("days", time, time >= 0, "days are counted from the question on")
    came = zero_or_one("premiered", premiered)
    aligned(days=time, premiered=came)
    return time, came == 1


def _crps_inside(x: NDArray[np.float64], f: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float64]:
    """Integrate (F - 1{x >= y})^2 exactly from the first to the last column of x, F being linear in between."""
    left, right, f_left, f_right = x[:, :-1], x[:, 1:], f[:, :-1], f[:, 1:]
    cut = np.clip(y[:, None], left, right)
    width = right - left
    f_cut = f_left + (f_right - f_left) * np.divide(cut - left, width, out=np.zeros_like(width), where=width > 0)
    before = (cut - left) * _mean_square(f_left, f_cut)
    after = (right - cut) * _mean_square(1 - f_cut, 1 - f_right)
    return np.asarray((before + after).sum(axis=1))


def _mean_square(a: NDArray[np.float64], b: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the mean of the square of what goes evenly from a to b."""
    return np.asarray((a * a + a * b + b * b) / 3)


def _follow(time: NDArray[np.float64], came: NDArray[np.bool_]) -> Follow:
    at, ended = np.unique(time[~came], return_counts=True)
    ordered, premieres = np.sort(time), np.sort(time[came])
    followed = len(time) - np.searchsorted(ordered, at, side="left")
    # A premiere on the day at which following ended was still seen.
    of_that_day = np.searchsorted(premieres, at, side="right") - np.searchsorted(premieres, at, side="left")
    return Follow(at, np.asarray(np.cumprod(1 - ended / (followed - of_that_day)), dtype=np.float64))


def _weights(time: NDArray[np.float64], came: NDArray[np.bool_], by: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return weights of shape (rows, days asked about)."""
    until = _follow(time, came)
    if (until.through(by) == 0).any():
        late = float(by[until.through(by) == 0][0])
        raise UnscorableError(what="by", reason=f"no question was followed for {late:g} days; {time.max():g} at most")
    known = came[:, None] | (time[:, None] >= by)
    chance = until.through(np.minimum(time[:, None], by))
    return np.divide(1.0, chance, out=np.zeros_like(chance), where=known)


def _losses(
    p: NDArray[np.float64], time: NDArray[np.float64], came: NDArray[np.bool_], by: NDArray[np.float64]
) -> NDArray[np.float64]:
    happened = came[:, None] & (time[:, None] <= by)
    return _weights(time, came, by) * (p - happened) ** 2
