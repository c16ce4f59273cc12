"""Which shows to renew under a budget, when nobody knows what they will bring.

Every show's outcome is drawn many times; a choice of shows then has a
distribution, and the choice with the best blend of its mean and of the mean of
its worst draws (conditional value at risk: Rockafellar and Uryasev, 2000) is
found by HiGHS as a mixed-integer programme.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

from cliffhanger.domain.errors import BadRowError, MissingExtraError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

Z80 = 1.2815515655446004
"""Standard errors to either side that hold 80 % of a normal distribution."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A show that could be renewed.

    Attributes:
        name: its title.
        cost: what the season costs.
        value: what it brings if it comes off: the median, in any unit that can be added up.
        low: lower end of the 80 % range of that.
        high: upper end.
        chance: odds that it comes off.
        chance_low: lower end of the 80 % range of the odds.
        chance_high: upper end.
    """

    name: str
    cost: float
    value: float
    low: float
    high: float
    chance: float = 1.0
    chance_low: float = 1.0
    chance_high: float = 1.0


@dataclass(frozen=True, slots=True)
class Caution:
    """How much the worst outcomes count.

    Attributes:
        weight: weight of the mean of the worst outcomes, 0 to 1; the rest is the mean of all.
        worst: share of the outcomes that are the worst.
    """

    weight: float = 0.5
    worst: float = 0.2


@dataclass(frozen=True, slots=True)
class Problem:
    """What is to be chosen from.

    Attributes:
        outcomes: what each show brings in each draw, shape (draws, shows).
        costs: what each show costs.
        budget: what may be spent.
        caution: how much the worst outcomes count.
        forced: for some shows, by position, whether they must be in or out.
    """

    outcomes: Numbers
    costs: Numbers
    budget: float
    caution: Caution = field(default_factory=Caution)
    forced: Mapping[int, bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Choice:
    """The best slate.

    Attributes:
        chosen: for each candidate, whether it is renewed.
        objective: blend of mean and mean of the worst.
        mean: mean outcome.
        worst: mean of the worst outcomes.
        cost: what it costs.
    """

    chosen: tuple[bool, ...]
    objective: float
    mean: float
    worst: float
    cost: float


def draws(candidates: Sequence[Candidate], count: int, seed: int) -> Numbers:
    """Draw what each show brings, ``count`` times, shows independent of each other.

    The odds are drawn on the logit scale and the value on the log scale, each so that its 80 % range is the one given;
    whether the season comes off is then a throw with those odds.

    Returns:
        Array of shape (count, shows).
    """
    rng = np.random.default_rng(seed)
    shape = (count, len(candidates))
    value, low, high = (np.array([getattr(c, name) for c in candidates]) for name in ("value", "low", "high"))
    spread = np.log(np.maximum(high, 1e-12) / np.maximum(low, 1e-12)) / (2 * Z80)
    brought = value * np.exp(spread * rng.standard_normal(shape))
    p, below, above = (
        np.clip([getattr(c, name) for c in candidates], 1e-9, 1 - 1e-9)
        for name in ("chance", "chance_low", "chance_high")
    )
    width = (_logit(above) - _logit(below)) / (2 * Z80)
    odds = 1 / (1 + np.exp(-(_logit(p) + width * rng.standard_normal(shape))))
    return np.where(rng.random(shape) < odds, brought, 0.0)


def choose(problem: Problem) -> Choice:
    """Return the best slate.

    With x the choice, v_s the outcomes of draw s, eta the value at risk and u_s how far draw s falls short of it, this
    maximises ``(1 - w) mean(v_s x) + w (eta - mean(u_s) / a)`` over ``u_s >= eta - v_s x``, ``u_s >= 0`` and
    ``costs x <= budget``, where w is the weight of the worst share a of the outcomes.

    Raises:
        BadRowError: where no slate keeps to the budget and to what is forced.
        MissingExtraError: where the solver is not installed.
    """
    try:
        from scipy.optimize import Bounds, LinearConstraint, milp  # noqa: PLC0415 - an extra, and slow to import
        from scipy.sparse import csr_array, eye_array, hstack  # noqa: PLC0415 - likewise
    except ImportError as error:
        raise MissingExtraError(what="slate --budget", extra="audience") from error
    count, shows = problem.outcomes.shape
    # In units of their own mean, so that the solver's tolerances mean the same for hours and for money.
    scale = float(problem.outcomes.mean()) or 1.0
    v = problem.outcomes / scale
    w, a = problem.caution.weight, problem.caution.worst
    gain = np.concatenate([(1 - w) * v.mean(axis=0), [w], np.full(count, -w / (a * count))])
    short = hstack([csr_array(v), csr_array(-np.ones((count, 1))), eye_array(count)], format="csr")
    spent = csr_array(np.concatenate([problem.costs, np.zeros(count + 1)])[None, :])
    lower = np.concatenate([np.zeros(shows), [-np.inf], np.zeros(count)])
    upper = np.concatenate([np.ones(shows), [np.inf], np.full(count, np.inf)])
    for place, into in problem.forced.items():
        lower[place] = upper[place] = float(into)
    found = milp(
        -gain,
        integrality=np.concatenate([np.ones(shows), np.zeros(count + 1)]),
        bounds=Bounds(lower, upper),
        constraints=[LinearConstraint(short, lb=0.0), LinearConstraint(spent, ub=problem.budget)],
        options={"mip_rel_gap": 1e-6},
    )
    if found.x is None:
        raise BadRowError(field="budget", value=problem.budget, reason="is too small for what is forced")
    chosen = found.x[:shows] > 0.5  # noqa: PLR2004 - a whole number, up to the solver's tolerance
    return described(problem, chosen)


def described(problem: Problem, chosen: NDArray[np.bool_]) -> Choice:
    """Return what a slate brings, worked out from the draws alone."""
    total = problem.outcomes[:, chosen].sum(axis=1)
    mean, worst = float(total.mean()), tail_mean(total, problem.caution.worst)
    objective = (1 - problem.caution.weight) * mean + problem.caution.weight * worst
    return Choice(tuple(bool(c) for c in chosen), objective, mean, worst, float(problem.costs[chosen].sum()))


def tail_mean(total: Numbers, share: float) -> float:
    """Return the mean of the worst share of outcomes; the one on the border counts in part."""
    ordered = np.sort(total)
    weights = np.clip(share * len(ordered) - np.arange(len(ordered)), 0.0, 1.0)
    return float(np.sum(ordered * weights) / (share * len(ordered)))


def prices(problem: Problem, best: Choice) -> tuple[float | None, ...]:
    """Return, for each show, what the objective loses where the other choice is forced; None where it cannot be.

    For a show that was forced to begin with it is what its forcing saves: negative where the other choice is better.
    """
    found: list[float | None] = []
    for place, into in enumerate(best.chosen):
        try:
            other = choose(replace(problem, forced={**problem.forced, place: not into}))
        except BadRowError:
            found.append(None)
            continue
        found.append(best.objective - other.objective)
    return tuple(found)


def _logit(p: Numbers) -> Numbers:
    return np.log(p / (1 - p))
