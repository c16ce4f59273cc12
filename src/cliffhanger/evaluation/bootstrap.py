"""How sure one may be of a score: intervals from a bootstrap that draws whole series.

Seasons of one series, and questions about one season at several dates, share
their luck: drawing rows one by one would make intervals too narrow. So series
are drawn with replacement, each with all of its rows (the cluster bootstrap;
Davison & Hinkley 1997, section 3.8). Two models are compared on the same draws,
row against row. The same seed gives the same draws.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from cliffhanger.evaluation import UnscorableError, aligned, finite, open_share, pairs, scores

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import ArrayLike, NDArray

DRAWS = 1000
_CHUNK = 4_000_000


@dataclass(frozen=True, slots=True)
class Interval:
    """An estimate and how far it may be off.

    Attributes:
        estimate: the value on the rows as they are.
        low: lower end.
        high: upper end.
        level: share of such intervals that ought to hold the truth.
        draws: draws that stand behind it; those on which the value is undefined are left out.
        series: how many series were drawn from.
    """

    estimate: float
    low: float
    high: float
    level: float
    draws: int
    series: int

    @property
    def excludes_zero(self) -> bool:
        """Whether zero lies outside, so that a difference is more than luck at this level."""
        return self.low > 0 or self.high < 0


@dataclass(frozen=True, slots=True)
class CalibrationError:
    """An expected calibration error, and what chance alone would have made of it.

    Attributes:
        found: the error with its interval.
        by_chance: mean error of forecasts as sharp as these that are perfectly calibrated.
        by_chance_high: the error that such forecasts stay below, at the interval's level.
    """

    found: Interval
    by_chance: float
    by_chance_high: float


def interval(  # noqa: PLR0913 - the last three are settings, and keywords
    statistic: Callable[..., float],
    columns: Sequence[ArrayLike],
    series: ArrayLike,
    *,
    seed: int,
    draws: int = DRAWS,
    level: float = 0.95,
) -> Interval:
    """Return a statistic of some rows with its percentile interval (Efron & Tibshirani 1993, chapter 13).

    Args:
        statistic: from the columns of the rows drawn to a number; a draw on which it is not
            finite, or raises :class:`UnscorableError`, is left out and not counted.
        columns: arrays whose first axis is the rows, given to ``statistic`` in this order.
        series: which series each row belongs to, shape (rows,).
        seed: starts the draws.
        draws: how many.
        level: share of such intervals that ought to hold the truth.
    """
    arrays = [np.atleast_1d(column) for column in columns]
    members = _members(series, arrays, draws, level)
    estimate = float(statistic(*arrays))
    if not np.isfinite(estimate):
        raise UnscorableError(what="statistic", reason=f"it is {estimate} on the rows as they are")
    values = _values(statistic, arrays, members, seed, draws)
    low, high = _percentiles(values, level)
    return Interval(estimate, low, high, level, len(values), len(members))


def difference(  # noqa: PLR0913 - the last three are settings, and keywords
    statistic: Callable[..., float],
    first: ArrayLike,
    second: ArrayLike,
    columns: Sequence[ArrayLike],
    series: ArrayLike,
    *,
    seed: int,
    draws: int = DRAWS,
    level: float = 0.95,
) -> Interval:
    """Return how far a statistic differs between two models on the same questions, with its interval.

    Args:
        statistic: from one model's forecasts and the columns to a number, for example
            :func:`cliffhanger.evaluation.scores.auc`.
        first: one model's forecasts, the first axis being the rows.
        second: the other's; it is taken off the first.
        columns: what both are judged on, for example the outcomes.
        series: which series each row belongs to, shape (rows,).
        seed: starts the draws.
        draws: how many.
        level: share of such intervals that ought to hold the truth.
    """

    def between(one: ArrayLike, other: ArrayLike, *rest: ArrayLike) -> float:
        return statistic(one, *rest) - statistic(other, *rest)

    return interval(between, (first, second, *columns), series, seed=seed, draws=draws, level=level)


def mean_interval(
    losses: ArrayLike, series: ArrayLike, *, seed: int, draws: int = DRAWS, level: float = 0.95
) -> Interval:
    """Return the mean of losses with its interval: :func:`interval` for means, on the same draws, and faster."""
    loss = finite("losses", losses)
    members = _members(series, [loss], draws, level)
    total = np.array([loss[rows].sum() for rows in members])
    count = np.array([len(rows) for rows in members])
    means = np.concatenate(
        [total[drawn].sum(axis=1) / count[drawn].sum(axis=1) for drawn in _draws(len(members), seed, draws)]
    )
    low, high = _percentiles(means, level)
    return Interval(float(loss.mean()), low, high, level, len(means), len(members))


def mean_difference(  # noqa: PLR0913 - the last three are settings, and keywords
    first: ArrayLike,
    second: ArrayLike,
    series: ArrayLike,
    *,
    seed: int,
    draws: int = DRAWS,
    level: float = 0.95,
) -> Interval:
    """Return the mean of first - second, losses of two models on the same questions, with its interval.

    Below zero the first model is the better one.
    """
    one, other = finite("first", first), finite("second", second)
    aligned(first=one, second=other)
    return mean_interval(one - other, series, seed=seed, draws=draws, level=level)


def calibration_error(  # noqa: PLR0913 - the last four are settings, and keywords
    forecast: ArrayLike,
    outcome: ArrayLike,
    series: ArrayLike,
    *,
    seed: int,
    bins: int = 10,
    draws: int = DRAWS,
    level: float = 0.95,
) -> CalibrationError:
    """Return the expected calibration error on equal-mass bins, with its interval and its size by chance.

    Chance adds to the error, and each draw adds chance anew; so the interval is
    the basic one, 2 e - (percentiles), which takes that off again, kept at or above 0
    (Davison & Hinkley 1997, section 5.2). It is rough where the true error is near 0:
    there ``by_chance`` is the judge, from outcomes drawn with the forecasts as
    their probabilities (Broecker & Smith 2007), each row for itself.
    """
    p, y = pairs(forecast, outcome)

    def error(some: NDArray[np.float64], came: NDArray[np.float64]) -> float:
        return scores.calibration_error(some, came, bins=bins)

    plain = interval(error, (p, y), series, seed=seed, draws=draws, level=level)
    low, high = (max(0.0, 2 * plain.estimate - end) for end in (plain.high, plain.low))
    rng = np.random.default_rng(seed)
    chance = np.array([error(p, (rng.random(len(p)) < p).astype(np.float64)) for _ in range(draws)])
    found = Interval(plain.estimate, low, high, level, plain.draws, plain.series)
    return CalibrationError(found, float(chance.mean()), float(np.quantile(chance, level)))


def _members(
    series: ArrayLike, columns: Sequence[NDArray[np.float64]], draws: int, level: float
) -> list[NDArray[np.int64]]:
    """Return the rows of each series, after a check of what is drawn from and how."""
    labels = np.asarray(series)
    open_share("level", level)
    if draws < 1:
        raise UnscorableError(what="draws", reason=f"there must be at least 1, not {draws}")
    if labels.ndim != 1:
        raise UnscorableError(what="series", reason=f"its shape is {labels.shape}; one label a row is needed")
    aligned(series=labels, **{f"column {number}": column for number, column in enumerate(columns)})
    try:
        names, place = np.unique(labels, return_inverse=True)
    except TypeError as error:
        raise UnscorableError(what="series", reason="its labels are of several kinds, or missing") from error
    if len(names) < 2:  # noqa: PLR2004 - one series drawn again and again is always the same
        raise UnscorableError(what="series", reason=f"there must be at least 2 to draw from, not {len(names)}")
    order = np.argsort(place, kind="stable")
    return np.split(order, np.flatnonzero(np.diff(place[order])) + 1)


def _draws(series: int, seed: int, draws: int) -> Iterator[NDArray[np.int64]]:
    """Yield numbers of the series drawn, shape (some draws, series), in pieces that fit into memory."""
    rng = np.random.default_rng(seed)
    size = max(1, _CHUNK // series)
    for start in range(0, draws, size):
        yield rng.integers(series, size=(min(size, draws - start), series))


def _values(
    statistic: Callable[..., float],
    columns: Sequence[NDArray[np.float64]],
    members: Sequence[NDArray[np.int64]],
    seed: int,
    draws: int,
) -> NDArray[np.float64]:
    values = []
    for piece in _draws(len(members), seed, draws):
        for drawn in piece:
            rows = np.concatenate([members[number] for number in drawn])
            try:
                values.append(statistic(*(column[rows] for column in columns)))
            except UnscorableError:
                continue
    found = np.array(values, dtype=np.float64)
    found = found[np.isfinite(found)]
    if len(found) == 0:
        raise UnscorableError(what="statistic", reason=f"it is undefined on each of {draws} draws")
    return found


def _percentiles(values: NDArray[np.float64], level: float) -> tuple[float, float]:
    low, high = np.quantile(values, [(1 - level) / 2, (1 + level) / 2])
    return float(low), float(high)
