"""From replayed answers to a scoreboard: every score of every family, strict and hindsight apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from cliffhanger.evaluation import UnscorableError, bootstrap, scores, times
from cliffhanger.evaluation.answers import HEADLINE, HORIZONS, QUANTILES
from cliffhanger.evaluation.board import (
    Bin,
    Calibration,
    Dates,
    Estimate,
    Held,
    Horizon,
    LeftOut,
    Parts,
    Probabilities,
    Rival,
    Selected,
    Slice,
)
from cliffhanger.evaluation.families import AGES, Family
from cliffhanger.models.baselines import SEASON_EDGES
from cliffhanger.panel.panel import DAYS_A_MONTH

if TYPE_CHECKING:
    from datetime import date

    from numpy.typing import ArrayLike, NDArray

    from cliffhanger.evaluation.answers import Answers, Replayed
    from cliffhanger.evaluation.bootstrap import Interval

SEED = 20260131
DRAWS = 1000
_HEAVY_DRAWS = 200
"""Draws where each of them sorts all rows anew."""

_SURE = 0.8
_POINTS = 20
_TENTHS = tuple(np.linspace(0, 1, 11))
_FEW = 20
_FLOOR = 1e-6
_CENTRAL = (0.5, 0.8, 0.9)
_SEASON_NAMES = ("first season", "seasons 2 to 3", "seasons 4 to 7", "season 8 and on")
_ORDER = {name: place for names in (_SEASON_NAMES, AGES) for place, name in enumerate(names)}
_LAST_FITTED_SEASON = 2017
_JUNE, _SEPTEMBER = 6, 9

_QUESTIONS = {
    Family.DECISION: "Is the next season ordered? Asked while nothing had been announced.",
    Family.RETURN: f"Is the next season out within seven months ({HEADLINE} days)? Asked monthly while in limbo.",
    Family.DATE: "On which day does a season premiere that is known to be coming? Asked monthly until it does.",
}


def probabilities(replayed: Replayed) -> tuple[Probabilities, ...]:
    """Return the scores of the yes-or-no questions, strict ones first."""
    known_to = replayed.plan.known_to
    found = [_probabilities(some, known_to) for some in replayed.answers if some.family is not Family.DATE]
    kept = [scored for scored in found if scored is not None]
    return tuple(sorted(kept, key=lambda scored: (scored.vintage != "strict", scored.family != "decision")))


def horizons(replayed: Replayed) -> tuple[Horizon, ...]:
    """Return the scores of "premiered by T", with what is open counted by its weights."""
    out = []
    for some in sorted((a for a in replayed.answers if a.family is Family.RETURN), key=lambda a: a.vintage != "strict"):
        days, came = some.days(replayed.plan.known_to)
        for column, by in enumerate(HORIZONS):
            ours, base = (times.brier_by(p[:, column], days, came, by) for p in (some.model, some.climatology))
            open_ = int(((came == 0) & (days < by)).sum())
            skill = _ratio(ours, base, some.show)
            out.append(Horizon(str(some.vintage), by, len(some), open_, float(ours.mean()), float(base.mean()), skill))
    return tuple(out)


def dates(replayed: Replayed) -> tuple[Dates, ...]:
    """Return the scores of premiere dates."""
    found = [_dates(some, replayed.plan.known_to) for some in replayed.answers if some.family is Family.DATE]
    return tuple(sorted((d for d in found if d is not None), key=lambda scored: scored.vintage != "strict"))


def left_out(replayed: Replayed) -> tuple[LeftOut, ...]:
    """Return what was not asked, the commonest reason first."""
    return tuple(
        LeftOut(str(family), reason, count)
        for family, reasons in replayed.excluded.items()
        for reason, count in reasons.most_common()
    )


def bins(p: NDArray[np.float64], y: NDArray[np.float64]) -> tuple[Bin, ...]:
    """Return a reliability diagram on tenths, without the empty ones."""
    found = scores.reliability(p, y, _TENTHS)
    rows = zip(
        found.edges[:-1], found.edges[1:], found.count, found.forecast, found.observed, found.low, found.high,
        strict=True,
    )  # fmt: skip
    return tuple(
        Bin(
            float(low),
            float(high),
            int(count),
            float(mean),
            round(float(share) * int(count)),
            float(least),
            float(most),
        )
        for low, high, count, mean, share, least, most in rows
        if count
    )


def _probabilities(some: Answers, known_to: date) -> Probabilities | None:
    asked = some.take(~np.isnan(some.model[:, 0]))
    answered, y = _outcome(asked, known_to)
    unanswered = int((~answered).sum())
    column = HORIZONS.index(HEADLINE) if some.family is Family.RETURN else 0
    kept = asked.take(answered)
    p, q, y = kept.model[:, column], kept.climatology[:, column], y[answered]
    sound = ~np.isnan(q)
    kept, p, q, y = kept.take(sound), p[sound], q[sound], y[sound]
    if len(y) < _FEW or y.min() == y.max():
        return None
    ours, base = scores.squared_errors(p, y), scores.squared_errors(q, y)
    accuracy, sure = scores.accuracy(p, y), scores.accuracy(p, y, confidence=_SURE)
    return Probabilities(
        family=str(some.family),
        vintage=str(some.vintage),
        question=_QUESTIONS[some.family],
        asked=len(y),
        unanswered=unanswered,
        series=len(np.unique(kept.show.astype(str))),
        came=int(y.sum()),
        expected=float(p.sum()),
        first=str(kept.as_of.min()),
        last=str(kept.as_of.max()),
        brier=_mean(ours, kept.show),
        skill=_ratio(ours, base, kept.show),
        climatology=float(base.mean()),
        log_loss=scores.log_loss(p, y, floor=_FLOOR),
        auc=scores.auc(p, y),
        parts=_parts(p, y),
        calibration=_calibration(p, y, kept.show),
        accuracy=accuracy.share,
        sure=sure.coverage,
        sure_accuracy=sure.share if sure.answered else None,
        approximate=float((~kept.exact[y == 1]).mean()),
        bins=bins(p, y),
        selected=_selected(p, y),
        rivals=_rivals(kept, p, q, y),
        slices=_slices(kept, p, q, y),
    )


def _outcome(some: Answers, known_to: date) -> tuple[NDArray[np.bool_], NDArray[np.float64]]:
    """Return which questions are answered for everybody asked that day, and 1 where it was "yes"."""
    if some.family is Family.DECISION:
        return ~np.isnat(some.known), some.happened
    # By the day of the question alone: to count the early answers of recent days would count returns only.
    followed = some.as_of + np.timedelta64(HEADLINE, "D") <= np.datetime64(known_to)
    days, came = some.days(known_to)
    return followed, ((came == 1) & (days <= HEADLINE)).astype(np.float64)


def _parts(p: NDArray[np.float64], y: NDArray[np.float64]) -> Parts:
    found = scores.decomposition(p, y, scores.equal_mass_edges(p))
    within = found.within_variance - found.within_covariance
    return Parts(found.reliability, found.resolution, found.uncertainty, within)


def _calibration(p: NDArray[np.float64], y: NDArray[np.float64], series: NDArray[np.object_]) -> Calibration:
    error = bootstrap.calibration_error(p, y, series.astype(str), seed=SEED, draws=_HEAVY_DRAWS)
    try:
        curve = scores.recalibration(p, y)
    except UnscorableError:
        return Calibration(_estimate(error.found), error.by_chance, error.by_chance_high, None, None, None)
    return Calibration(
        _estimate(error.found), error.by_chance, error.by_chance_high, curve.slope, curve.intercept, curve.in_the_large
    )


def _selected(p: NDArray[np.float64], y: NDArray[np.float64]) -> tuple[Selected, ...]:
    curve = scores.selective_risk(p, y)
    wanted = np.searchsorted(curve.coverage, np.arange(1, _POINTS + 1) / _POINTS - 1e-9)
    chosen = np.unique(np.minimum(wanted, len(curve.coverage) - 1))
    return tuple(
        Selected(float(curve.coverage[at]), float(curve.confidence[at]), float(curve.risk[at])) for at in chosen
    )


def _rivals(some: Answers, p: NDArray[np.float64], q: NDArray[np.float64], y: NDArray[np.float64]) -> tuple[Rival, ...]:
    named = {"climatology": q, "the cancel index": some.index, "popularity alone": some.popularity}
    return tuple(
        _rival(name, other, p, q, y, some.show) for name, other in named.items() if (~np.isnan(other)).sum() >= _FEW
    )


def _rival(  # noqa: PLR0913, PLR0917 - columns of one table
    name: str,
    other: NDArray[np.float64],
    p: NDArray[np.float64],
    q: NDArray[np.float64],
    y: NDArray[np.float64],
    series: NDArray[np.object_],
) -> Rival:
    both = ~np.isnan(other)
    theirs, ours, base = (scores.squared_errors(forecast[both], y[both]) for forecast in (other, p, q))
    one_outcome = y[both].min() == y[both].max()
    return Rival(
        name=name,
        asked=int(both.sum()),
        brier=float(theirs.mean()),
        ours=float(ours.mean()),
        difference=_mean(ours - theirs, series[both]),
        skill=_skill(theirs, base),
        auc=None if one_outcome else scores.auc(other[both], y[both]),
    )


def _slices(some: Answers, p: NDArray[np.float64], q: NDArray[np.float64], y: NDArray[np.float64]) -> tuple[Slice, ...]:
    parted = {
        "time": _when(some),
        "platform": some.platform.astype(str),
        "season": np.asarray(_SEASON_NAMES)[np.digitize(some.season, SEASON_EDGES)],
        "age": some.age.astype(str),
        "followed": np.where(some.followed, "followed day by day", "not followed"),
    }
    ours, base = scores.squared_errors(p, y), scores.squared_errors(q, y)
    out = []
    for by, names in parted.items():
        for name in sorted(set(names) - {""}, key=lambda one: (_ORDER.get(str(one), 0), str(one))):
            chosen = names == name
            some_ours, some_base = ours[chosen], base[chosen]
            out.append(
                Slice(
                    by=by,
                    name=str(name),
                    asked=int(chosen.sum()),
                    came=int(y[chosen].sum()),
                    expected=float(p[chosen].sum()),
                    brier=float(some_ours.mean()),
                    climatology=float(some_base.mean()),
                    skill=_skill(some_ours, some_base),
                )
            )
    return tuple(out)


def _when(some: Answers) -> NDArray[np.str_]:
    """Return the half-year of each question, or the TV season of a decision's."""
    years = some.as_of.astype("datetime64[Y]").astype(int) + 1970
    months = some.as_of.astype("datetime64[M]").astype(int) % 12 + 1
    if some.family is not Family.DECISION:
        halves = np.where(months <= _JUNE, "first", "second")
        return np.asarray([f"{year}, {half} half" for year, half in zip(years, halves, strict=True)])
    starts = np.where(months >= _SEPTEMBER, years, years - 1)
    return np.asarray(
        [f"{start}-{(start + 1) % 100:02}{' (held out)' if start > _LAST_FITTED_SEASON else ''}" for start in starts]
    )


def _dates(some: Answers, known_to: date) -> Dates | None:
    days, came = some.days(known_to)
    dated = (came == 1) & some.exact
    kept, wait = some.take(dated), days[dated]
    if len(kept) < _FEW or len(set(kept.show)) < _FEW:
        return None
    grid = np.arange(kept.model.shape[1]) * DAYS_A_MONTH
    ours, base = (times.crps_cdf(cdf, wait, grid=grid) for cdf in (kept.model, kept.climatology))
    return Dates(
        vintage=str(some.vintage),
        question=_QUESTIONS[Family.DATE],
        asked=len(some),
        scored=len(kept),
        approximate=int(((came == 1) & ~some.exact).sum()),
        open=int((came == 0).sum()),
        series=len(set(kept.show)),
        first=str(kept.as_of.min()),
        last=str(kept.as_of.max()),
        crps=_mean(ours, kept.show),
        climatology=float(base.mean()),
        skill=_ratio(ours, base, kept.show),
        pinball=tuple(
            (level, float(times.pinball(kept.quantiles[:, place], wait, level=level).mean()))
            for place, level in enumerate(QUANTILES)
        ),
        held=tuple(_held(level, kept, wait) for level in _CENTRAL),
    )


def _held(level: float, kept: Answers, wait: NDArray[np.float64]) -> Held:
    low, high = (kept.quantiles[:, _place((1 + sign * level) / 2)] for sign in (-1, 1))
    inside = ((low <= wait) & (wait <= high)).astype(np.float64)
    found = _mean(inside, kept.show)
    winkler = times.interval_score(low, high, wait, level=level)
    return Held(level, found.value, found.low, found.high, float(winkler.mean()), float((high - low).mean()))


def _place(level: float) -> int:
    return int(np.argmin(np.abs(np.asarray(QUANTILES) - level)))


def _mean(losses: ArrayLike, series: NDArray[np.object_]) -> Estimate:
    return _estimate(bootstrap.mean_interval(losses, series.astype(str), seed=SEED, draws=DRAWS))


def _ratio(ours: NDArray[np.float64], base: NDArray[np.float64], series: NDArray[np.object_]) -> Estimate:
    """Return 1 - sum(ours) / sum(base); rows are summed series by series first, for series are drawn whole."""
    names, place = np.unique(series.astype(str), return_inverse=True)
    sums = [np.bincount(place, weights=losses) for losses in (ours, base)]

    def skill(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
        return float(1 - one.sum() / other.sum()) if other.sum() else float("nan")

    return _estimate(bootstrap.interval(skill, sums, names, seed=SEED, draws=DRAWS))


def _skill(ours: NDArray[np.float64], base: NDArray[np.float64]) -> float | None:
    return float(1 - ours.sum() / base.sum()) if base.sum() else None


def _estimate(found: Interval) -> Estimate:
    return Estimate(found.estimate, found.low, found.high)
