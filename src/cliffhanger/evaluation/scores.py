"""Scores of probabilities: how near they were, how honest, how sharp, and when they should have kept silent.

A forecast is the probability of an event, an outcome is 1 where it happened and
0 where it did not; both have shape (rows,). Losses are lower for better forecasts.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import NormalDist
from typing import TYPE_CHECKING

import numpy as np

from cliffhanger.evaluation import (
    UnscorableError,
    aligned,
    both_outcomes,
    every_row,
    finite,
    open_share,
    pairs,
    probabilities,
)
from cliffhanger.models.logistic import expit, logit

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray


_MOST_STEPS = 100
_CONVERGED = 1e-12


@dataclass(frozen=True, slots=True)
class Decomposition:
    """The parts of a Brier score.

    Attributes:
        reliability: how far the observed rate of each bin lies from its mean forecast; 0 is best.
        resolution: how far the observed rates of the bins lie apart; high is good.
        uncertainty: the Brier score of always forecasting the overall rate.
        within_variance: how much forecasts vary inside bins.
        within_covariance: how far that variation follows the outcomes; high is good.
    """

    reliability: float
    resolution: float
    uncertainty: float
    within_variance: float
    within_covariance: float

    @property
    def brier(self) -> float:
        """The Brier score that the parts add up to."""
        within = self.within_variance - self.within_covariance
        return self.reliability - self.resolution + self.uncertainty + within


@dataclass(frozen=True, slots=True)
class Reliability:
    """A reliability diagram in numbers; an empty bin has NaN but for its count.

    Attributes:
        edges: edges of the bins, shape (bins + 1,); a bin holds its lower edge, the last one both.
        count: forecasts in each bin, shape (bins,).
        forecast: their mean, shape (bins,).
        observed: share of them that happened, shape (bins,).
        low: lower end of the Wilson interval of that share, shape (bins,).
        high: upper end, shape (bins,).
    """

    edges: NDArray[np.float64]
    count: NDArray[np.int64]
    forecast: NDArray[np.float64]
    observed: NDArray[np.float64]
    low: NDArray[np.float64]
    high: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Recalibration:
    """The logistic curve that would set forecasts right.

    Attributes:
        intercept: a in logit P(event) = a + b logit(forecast); 0 is best.
        slope: b; below 1 the forecasts are too bold, above 1 too timid.
        in_the_large: a where b is held at 1; above 0 the forecasts are too low overall.
    """

    intercept: float
    slope: float
    in_the_large: float


@dataclass(frozen=True, slots=True)
class Accuracy:
    """How many questions were answered with yes or no, and how many of these rightly.

    Attributes:
        right: answers that were right.
        answered: questions answered.
        asked: questions asked.
    """

    right: int
    answered: int
    asked: int

    @property
    def share(self) -> float:
        """Share of the answers that were right, NaN where there were none."""
        return self.right / self.answered if self.answered else float("nan")

    @property
    def coverage(self) -> float:
        """Share of the questions that were answered."""
        return self.answered / self.asked


@dataclass(frozen=True, slots=True)
class SelectiveRisk:
    """What answering only the surest questions costs; each array has shape (points,), the surest point first.

    Attributes:
        confidence: the least confidence that is still answered.
        coverage: share of the questions that are answered then.
        risk: mean loss of these.
    """

    confidence: NDArray[np.float64]
    coverage: NDArray[np.float64]
    risk: NDArray[np.float64]


def squared_errors(forecast: ArrayLike, outcome: ArrayLike) -> NDArray[np.float64]:
    """Return (p - y)^2 of each row; their mean is the Brier score."""
    p, y = pairs(forecast, outcome)
    return np.asarray((p - y) ** 2)


def log_losses(forecast: ArrayLike, outcome: ArrayLike, *, floor: float = 0.0) -> NDArray[np.float64]:
    """Return -log of the probability that each row gave to what happened (Good 1952).

    Args:
        forecast: probabilities, shape (rows,).
        outcome: 1 or 0, shape (rows,).
        floor: least probability that counts as given; with 0, being certain and wrong costs infinity.
    """
    p, y = pairs(forecast, outcome)
    with np.errstate(divide="ignore"):
        return np.asarray(-np.log(np.maximum(np.where(y == 1, p, 1 - p), probabilities("floor", [floor]))))


def brier(forecast: ArrayLike, outcome: ArrayLike) -> float:
    """Return the Brier score, the mean of (p - y)^2 (Brier 1950)."""
    return float(squared_errors(forecast, outcome).mean())


def log_loss(forecast: ArrayLike, outcome: ArrayLike, *, floor: float = 0.0) -> float:
    """Return the mean of :func:`log_losses`."""
    return float(log_losses(forecast, outcome, floor=floor).mean())


def brier_skill(forecast: ArrayLike, outcome: ArrayLike, reference: ArrayLike) -> float:
    """Return 1 - BS / BS_reference: 1 is perfect, 0 no better than the reference, below 0 worse.

    Args:
        forecast: probabilities, shape (rows,).
        outcome: 1 or 0, shape (rows,).
        reference: another forecast of the same rows, or one probability for all of them.

    Raises:
        UnscorableError: where the reference is perfect, so that no skill is defined.
    """
    p, y = pairs(forecast, outcome)
    other = np.full(len(y), float(reference)) if isinstance(reference, int | float) else reference
    base = brier(probabilities("reference", other), y)
    if base == 0:
        raise UnscorableError(what="reference", reason="its Brier score is 0, and skill divides by it")
    return 1 - brier(p, y) / base


def decomposition(forecast: ArrayLike, outcome: ArrayLike, edges: ArrayLike) -> Decomposition:
    """Return the parts of the Brier score on bins, exact whatever the bins.

    With n_k rows in bin k, mean forecast f_k, observed rate o_k and overall rate o:
    BS = sum n_k (f_k - o_k)^2 / n - sum n_k (o_k - o)^2 / n + o (1 - o)
    (Murphy 1973) where forecasts in a bin are equal; where they are not, the
    variance of the forecasts about f_k is added and twice their covariance with
    the outcomes taken off (Stephenson, Coelho & Jolliffe 2008).

    Args:
        forecast: probabilities, shape (rows,).
        outcome: 1 or 0, shape (rows,).
        edges: rising edges of the bins, shape (bins + 1,), around all forecasts.
    """
    p, y = pairs(forecast, outcome)
    cuts = _edges(edges, p)
    number = _bin_of(p, cuts)
    count, mean, rate = _bin_means(p, y, cuts)
    share, overall = count / len(y), y.mean()
    p_off, y_off = p - mean[number], y - rate[number]
    return Decomposition(
        reliability=float(np.nansum(share * (mean - rate) ** 2)),
        resolution=float(np.nansum(share * (rate - overall) ** 2)),
        uncertainty=float(overall * (1 - overall)),
        within_variance=float((p_off**2).mean()),
        within_covariance=float(2 * (p_off * y_off).mean()),
    )


def auc(forecast: ArrayLike, outcome: ArrayLike) -> float:
    """Return the chance that what happened had the higher forecast, a tie counting half (Hanley & McNeil 1982).

    Raises:
        UnscorableError: where everything happened, or nothing did.
    """
    p, y = both_outcomes(forecast, outcome)
    return _auc(p, y == 1)


def equal_mass_edges(forecast: ArrayLike, bins: int = 10) -> NDArray[np.float64]:
    """Return edges from 0 to 1 of bins that hold about equally many forecasts.

    An edge lies halfway between neighbouring forecasts. Equal forecasts are never
    parted, so ties may leave fewer bins than asked for; none is empty.
    """
    p = probabilities("forecast", forecast)
    if bins < 1:
        raise UnscorableError(what="bins", reason=f"there must be at least 1, not {bins}")
    return _equal_mass_edges(p, bins)


def calibration_error(forecast: ArrayLike, outcome: ArrayLike, *, bins: int = 10) -> float:
    """Return the expected calibration error on equal-mass bins: sum n_k |f_k - o_k| / n (Nixon et al. 2019).

    Chance alone keeps it above 0: :func:`cliffhanger.evaluation.bootstrap.calibration_error` says how far.
    """
    p, y = pairs(forecast, outcome)
    count, mean, rate = _bin_means(p, y, equal_mass_edges(p, bins))
    return float((count * np.abs(mean - rate)).sum() / len(y))


def reliability(forecast: ArrayLike, outcome: ArrayLike, edges: ArrayLike, *, level: float = 0.95) -> Reliability:
    """Return the numbers of a reliability diagram on bins, with Wilson intervals at a level."""
    p, y = pairs(forecast, outcome)
    cuts = _edges(edges, p)
    count, mean, rate = _bin_means(p, y, cuts)
    happened = np.where(count > 0, np.round(np.nan_to_num(rate) * count), 0)
    low, high = wilson(happened, count, level=level)
    return Reliability(cuts, count, mean, rate, low, high)


def wilson(happened: ArrayLike, count: ArrayLike, *, level: float = 0.95) -> tuple[NDArray[np.float64], ...]:
    """Return the ends of the score interval of a share (Wilson 1927), NaN where nothing was counted.

    With s = happened / n and z the normal quantile of (1 + level) / 2, the ends are
    (s + z^2 / 2n -+ z sqrt(s (1 - s) / n + z^2 / 4n^2)) / (1 + z^2 / n).
    """
    z = NormalDist().inv_cdf((1 + open_share("level", level)) / 2)
    hits, n = np.asarray(happened, dtype=np.float64), np.asarray(count, dtype=np.float64)
    if hits.shape != n.shape or not ((hits >= 0) & (hits <= n)).all():
        raise UnscorableError(what="happened", reason="it must lie between 0 and count everywhere")
    counted = np.where(n > 0, n, np.nan)
    share = hits / counted
    middle = share + z**2 / (2 * counted)
    half = z * np.sqrt(share * (1 - share) / counted + z**2 / (4 * counted**2))
    # Where all or nothing happened an end is 1 or 0, which rounding would miss.
    low, high = (middle - half) / (1 + z**2 / counted), (middle + half) / (1 + z**2 / counted)
    return np.where(hits == 0, 0 * low, low), np.where(hits == n, 0 * high + 1, high)


def recalibration(forecast: ArrayLike, outcome: ArrayLike) -> Recalibration:
    """Return calibration slope and intercept, by maximum likelihood (Cox 1958; Van Calster et al. 2019).

    Forecasts count as at least 1e-9 and at most 1 - 1e-9 here, so that all have log-odds.

    Raises:
        UnscorableError: where no slope is finite: the forecasts part what happened from
            what did not, or are all equal, or there is only one outcome.
    """
    p, y = both_outcomes(forecast, outcome)
    x = logit(p)
    came, not_come = x[y == 1], x[y == 0]
    if came.min() >= not_come.max() or came.max() <= not_come.min():
        raise UnscorableError(what="forecast", reason="it parts the outcomes, or never varies: no slope is finite")
    one = np.ones((len(x), 1))
    intercept, slope = _logistic_fit(np.column_stack([one, x]), y, np.zeros(len(x)))
    return Recalibration(float(intercept), float(slope), float(_logistic_fit(one, y, x)[0]))


def accuracy(forecast: ArrayLike, outcome: ArrayLike, *, confidence: float = 0.5) -> Accuracy:
    """Return how often "yes" at p >= 1/2, "no" below, was right.

    Args:
        forecast: probabilities, shape (rows,).
        outcome: 1 or 0, shape (rows,).
        confidence: a question is answered where max(p, 1 - p) is at least this; 0.5 answers all.
    """
    p, y = pairs(forecast, outcome)
    if not 0.5 <= confidence <= 1:  # noqa: PLR2004 - of two answers the likelier one has at least a half
        raise UnscorableError(what="confidence", reason=f"it lies between 0.5 and 1, not at {confidence}")
    answered = np.maximum(p, 1 - p) >= confidence
    right = answered & (_wrong(p, y) == 0)
    return Accuracy(int(right.sum()), int(answered.sum()), len(y))


def selective_risk(forecast: ArrayLike, outcome: ArrayLike, losses: ArrayLike | None = None) -> SelectiveRisk:
    """Return risk against coverage (El-Yaniv & Wiener 2010), one point for each confidence max(p, 1 - p).

    Args:
        forecast: probabilities, shape (rows,).
        outcome: 1 or 0, shape (rows,).
        losses: what each row costs if it is answered; by default 1 for a wrong answer, so
            that risk is one minus :func:`accuracy`.
    """
    p, y = pairs(forecast, outcome)
    cost = _wrong(p, y) if losses is None else finite("losses", losses)
    aligned(forecast=p, losses=cost)
    return SelectiveRisk(*_risk_curve(np.maximum(p, 1 - p), cost))


def _edges(edges: ArrayLike, forecast: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return edges as an array, or raise UnscorableError where they do not rise or leave a forecast out."""
    cuts = finite("edges", edges)
    if len(cuts) < 2 or (np.diff(cuts) <= 0).any():  # noqa: PLR2004 - a bin has two edges
        raise UnscorableError(what="edges", reason=f"two or more that rise are needed, not {cuts.tolist()}")
    inside = (forecast >= cuts[0]) & (forecast <= cuts[-1])
    every_row("forecast", forecast, inside, f"the bins reach from {cuts[0]} to {cuts[-1]}")
    return cuts


def _wrong(p: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray((p >= 0.5) != (y == 1), dtype=np.float64)  # noqa: PLR2004 - the likelier answer


def _bin_of(p: NDArray[np.float64], edges: NDArray[np.float64]) -> NDArray[np.int64]:
    return np.asarray(np.minimum(np.searchsorted(edges, p, side="right") - 1, len(edges) - 2))


def _bin_means(
    p: NDArray[np.float64], y: NDArray[np.float64], edges: NDArray[np.float64]
) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.float64]]:
    """Return count, mean forecast and observed rate of each bin, the last two NaN where it is empty."""
    number, bins = _bin_of(p, edges), len(edges) - 1
    count = np.bincount(number, minlength=bins)
    counted = np.where(count > 0, count, np.nan)
    mean, rate = (np.bincount(number, weights=values, minlength=bins) / counted for values in (p, y))
    return count, mean, rate


def _equal_mass_edges(p: NDArray[np.float64], bins: int) -> NDArray[np.float64]:
    ordered = np.sort(p)
    starts = np.flatnonzero(np.diff(ordered)) + 1
    if len(starts) == 0:
        return np.array([0.0, 1.0])
    wanted = np.arange(1, bins) * len(p) / bins
    after = np.clip(np.searchsorted(starts, wanted), 1, max(len(starts) - 1, 1))
    near, far = starts[after - 1], starts[np.minimum(after, len(starts) - 1)]
    chosen = np.unique(np.where(wanted - near <= far - wanted, near, far))
    return np.unique(np.concatenate([[0.0], (ordered[chosen - 1] + ordered[chosen]) / 2, [1.0]]))


def _auc(p: NDArray[np.float64], came: NDArray[np.bool_]) -> float:
    _, place, ties = np.unique(p, return_inverse=True, return_counts=True)
    rank = (np.cumsum(ties) - (ties - 1) / 2)[place]
    n_came = int(came.sum())
    return float((rank[came].sum() - n_came * (n_came + 1) / 2) / (n_came * (len(p) - n_came)))


def _risk_curve(confidence: NDArray[np.float64], cost: NDArray[np.float64]) -> tuple[NDArray[np.float64], ...]:
    order = np.argsort(-confidence, kind="stable")
    sure = confidence[order]
    # Rows of equal confidence are answered together: their order means nothing.
    last = np.append(np.flatnonzero(np.diff(sure)), len(sure) - 1)
    return sure[last], (last + 1) / len(sure), np.cumsum(cost[order])[last] / (last + 1)


def _logistic_fit(
    design: NDArray[np.float64], y: NDArray[np.float64], offset: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the coefficients of greatest likelihood, by Newton's method with halved steps (the IRLS of GLMs)."""

    def loss(weights: NDArray[np.float64]) -> float:
        eta = offset + design @ weights
        return float((np.logaddexp(0, eta) - y * eta).sum())

    weights = np.zeros(design.shape[1])
    for _ in range(_MOST_STEPS):
        p = expit(offset + design @ weights)
        gradient = design.T @ (y - p)
        step = np.linalg.solve((design.T * (p * (1 - p))) @ design, gradient)
        if gradient @ step < _CONVERGED:
            return np.asarray(weights + step)
        while loss(weights + step) > loss(weights):
            step = step / 2
        weights = weights + step
    raise UnscorableError(what="forecast", reason=f"no slope was found in {_MOST_STEPS} steps")
