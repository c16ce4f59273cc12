"""Which seasons to pay for: the choice that is worth most under a budget, and what each part of it costs.

The worth of a choice is ``(1 - risk)`` times what it is expected to bring plus
``risk`` times what it brings on average in the worst tenth of the scenarios
(the conditional value at risk; Rockafellar and Uryasev, Journal of Risk 2,
2000). That mean is the least of the means over all tenths of the scenarios, so
it is bounded by a linear function of the choice for each of them. The solver is
given these bounds one by one, where its answer breaks them, until it breaks
none (Künzi-Bay and Mayer, Computational Management Science 3, 2006). A bound
holds for every budget and whatever is forced, so one model answers all
questions about a slate.

HiGHS through highspy solves the integer programs: a model can be kept and its
bounds changed between two questions, which ``scipy.optimize.milp``, the same
solver without a memory, does not allow.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from cliffhanger.domain.errors import InfeasibleError, MissingExtraError
from cliffhanger.outlook import scenarios
from cliffhanger.outlook.scenarios import Candidate, Shared

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from numpy.typing import NDArray

STEPS = 25
"""Budgets, equally far apart, that are tried to say from which budget on a show is chosen."""

_EXACT, _ROUGH = 1e-7, 1e-3
_ROUNDS = 1_000
_OPTIONS: tuple[tuple[str, bool | int | float], ...] = (
    ("threads", 1),
    ("random_seed", 1),
    ("mip_rel_gap", 1e-6),
    ("mip_abs_gap", 1e-9),
    ("mip_feasibility_tolerance", 1e-9),
    ("primal_feasibility_tolerance", 1e-9),
)


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms a choice is made.

    Attributes:
        budget: what may be spent, in the currency of the costs.
        risk: from 0 (what is expected alone counts) to 1 (the bad years alone count).
        forced_in: keys that have to be chosen.
        forced_out: keys that must not be.
        shared: what all candidates have in common.
    """

    budget: float
    risk: float = 0.25
    forced_in: frozenset[str] = frozenset()
    forced_out: frozenset[str] = frozenset()
    shared: Shared = field(default_factory=Shared)


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice.

    Attributes:
        keys: what is chosen, in the candidates' order.
        cost: what it costs.
        worth: what was maximised, in the unit of the values.
        expected: what it is expected to bring.
        bad_year: what it falls short of in one year of ten.
        worst_tenth: what it brings on average in the worst tenth of years.
        prices: by key the worth that is lost by deciding the other way on that candidate alone; of a forced one the
            worth that is gained by letting it go free. None where the other way cannot be paid for.
        from_budget: by key the least of the budgets tried from which on it is chosen at every larger one; None where
            it is not even chosen at the largest.
        step: how far apart the budgets tried are.
        price_of_forcing: the worth that all that is forced costs together.
    """

    keys: tuple[str, ...]
    cost: float
    worth: float
    expected: float
    bad_year: float
    worst_tenth: float
    prices: Mapping[str, float | None]
    from_budget: Mapping[str, float | None]
    step: float
    price_of_forcing: float


def choose(
    candidates: Sequence[Candidate], terms: Terms, tell: Callable[[int, int], None] = lambda _done, _of: None
) -> Choice:
    """Return the choice that is worth most, the price of each decision in it, and when each would be chosen.

    Args:
        candidates: the candidates, each key once.
        terms: the terms.
        tell: told after each question how many are answered, and of how many.

    Raises:
        InfeasibleError: where what is forced cannot be paid for.
        MissingExtraError: where the solver is not installed.
    """
    payable(candidates, terms)
    program = Program.of(candidates, terms)
    asked = len(candidates) + STEPS + 2
    answered = 0

    def best(budget: float, forced_in: frozenset[str], forced_out: frozenset[str]) -> tuple[str, ...] | None:
        nonlocal answered
        answered += 1
        found = program.best(budget, forced_in, forced_out)
        tell(answered, asked)
        return found

    chosen = best(terms.budget, terms.forced_in, terms.forced_out) or ()
    worth = program.worth(chosen)
    freed = best(terms.budget, frozenset(), frozenset()) or ()
    prices: dict[str, float | None] = {}
    for one in candidates:
        other = best(terms.budget, *_otherwise(one.key, chosen, terms))
        gained = None if other is None else program.worth(other) - worth
        forced = one.key in terms.forced_in | terms.forced_out
        prices[one.key] = None if gained is None else max(gained if forced else -gained, 0.0)
    step, from_budget = _sweep(candidates, terms, best)
    of_chosen = [one for one in candidates if one.key in set(chosen)]
    totals = scenarios.drawn(of_chosen, terms.shared, fresh=True).sum(axis=1)
    return Choice(
        keys=chosen,
        cost=sum(one.cost for one in of_chosen),
        worth=worth,
        expected=float(scenarios.expected(of_chosen).sum()),
        bad_year=scenarios.bad_year(totals),
        worst_tenth=scenarios.worst_tenth(totals),
        prices=prices,
        from_budget=from_budget,
        step=step,
        price_of_forcing=max(program.worth(freed) - worth, 0.0),
    )


def payable(candidates: Sequence[Candidate], terms: Terms) -> None:
    """Check that what is forced can be had.

    Raises:
        InfeasibleError: naming the forced choice, in the order of the candidates, that breaks the budget.
    """
    both = sorted(terms.forced_in & terms.forced_out)
    if both:
        raise InfeasibleError(breaks=both[0], reason="is forced in and forced out")
    spent = 0.0
    for one in candidates:
        if one.key in terms.forced_in:
            if spent + one.cost > terms.budget * (1 + _EXACT):
                raise InfeasibleError(breaks=one.key, budget=terms.budget, before=spent, cost=one.cost)
            spent += one.cost


def _otherwise(key: str, chosen: Sequence[str], terms: Terms) -> tuple[frozenset[str], frozenset[str]]:
    """Return what is forced in and out where one candidate is decided the other way, or a forced one goes free."""
    one = frozenset({key})
    if one <= terms.forced_in | terms.forced_out:
        return terms.forced_in - one, terms.forced_out - one
    return (terms.forced_in, terms.forced_out | one) if key in chosen else (terms.forced_in | one, terms.forced_out)


def _sweep(
    candidates: Sequence[Candidate],
    terms: Terms,
    best: Callable[[float, frozenset[str], frozenset[str]], tuple[str, ...] | None],
) -> tuple[float, dict[str, float | None]]:
    """Return how far apart the budgets tried are, and by key from which of them on it is always chosen."""
    whole = sum(one.cost for one in candidates)
    found: dict[str, float | None] = {one.key: None for one in candidates}
    always = set(found)
    for place in range(STEPS, 0, -1):
        budget = whole * place / STEPS
        always &= set(best(budget, terms.forced_in, terms.forced_out) or ())
        found |= dict.fromkeys(always, budget)
    return whole / STEPS, found


class Program:
    """One integer program that answers for any budget, and whatever is forced.

    Args:
        candidates: the candidates, each key once.
        terms: of which the weight of the bad years and what is shared are used.
    """

    def __init__(self, candidates: Sequence[Candidate], terms: Terms) -> None:
        """Draw the scenarios and set up the program; values and costs are scaled, so that no unit matters."""
        self._keys = tuple(one.key for one in candidates)
        self._risk = terms.risk
        self._expected = scenarios.expected(candidates)
        self._drawn = scenarios.drawn(candidates, terms.shared)
        self._costs = np.array([one.cost for one in candidates], dtype=np.float64)
        self._unit = float(self._expected.max(initial=0.0)) or 1.0
        self._money = float(self._costs.max(initial=0.0)) or 1.0
        self._highs: Any = self._set_up()

    @classmethod
    def of(cls, candidates: Sequence[Candidate], terms: Terms) -> Program:
        """Return the program of a slate.

        Raises:
            MissingExtraError: where the solver is not installed.
        """
        try:
            return cls(candidates, terms)
        except ImportError as error:
            raise MissingExtraError(what="choosing under a budget", extra="audience") from error

    def worth(self, keys: Sequence[str]) -> float:
        """Return what a choice is worth, in the unit of the values."""
        taken = np.isin(self._keys, list(keys))
        certain = float(self._expected[taken].sum())
        return (1 - self._risk) * certain + self._risk * scenarios.worst_tenth(self._drawn[:, taken].sum(axis=1))

    def best(self, budget: float, forced_in: frozenset[str], forced_out: frozenset[str]) -> tuple[str, ...] | None:
        """Return the choice of most worth, or None where what is forced cannot be paid for.

        Of choices of the same worth, the solver's own is returned: the same in every run.
        """
        for place, key in enumerate(self._keys):
            self._highs.changeColBounds(place, float(key in forced_in), float(key not in forced_out))
        self._highs.changeRowBounds(0, -np.inf, budget / self._money)
        if self._risk:
            # Bounds are found most cheaply where shows may be taken in part.
            self._settled(whole=False, close=_ROUGH)
        taken = self._settled(whole=True, close=_EXACT)
        if taken is None:
            return None
        return tuple(key for key, one in zip(self._keys, taken, strict=True) if one)

    def _settled(self, *, whole: bool, close: float) -> NDArray[np.float64] | None:
        """Return the best choice whose bad years are bounded closely, or None where there is none.

        Raises:
            InfeasibleError: where the solver finds no end.
        """
        count = len(self._keys)
        kinds = np.full(count, int(whole), dtype=np.uint8)
        self._highs.changeColsIntegrality(count, np.arange(count, dtype=np.int32), kinds)
        for _ in range(_ROUNDS):
            answer = self._solved()
            if answer is None:
                return None
            taken = np.round(answer[:-1]) if whole else answer[:-1]
            if not self._risk or not self._broken(taken, float(answer[-1]), close):
                return np.asarray(taken)
        raise InfeasibleError(reason=f"the solver came to no end in {_ROUNDS} rounds")

    def _set_up(self) -> Any:  # noqa: ANN401 - highspy is imported late
        """Return the solver with the choice, its worst tenth as one more variable, and the budget's row."""
        import highspy  # noqa: PLC0415 - heavy, and of an extra

        self._optimal = highspy.HighsModelStatus.kOptimal
        # Every variable is bounded, so that none of these can mean unbounded.
        self._none = (highspy.HighsModelStatus.kInfeasible, highspy.HighsModelStatus.kUnboundedOrInfeasible)
        highs = _quiet()
        for name, value in _OPTIONS:
            highs.setOptionValue(name, value)
        count = len(self._keys)
        most = scenarios.worst_tenth(self._drawn.sum(axis=1)) / self._unit
        highs.addVars(count + 1, np.zeros(count + 1), np.array([*([1.0] * count), most]))
        worths = [*((1 - self._risk) * self._expected / self._unit), self._risk]
        highs.changeColsCost(count + 1, np.arange(count + 1, dtype=np.int32), np.array(worths))
        highs.changeObjectiveSense(highspy.ObjSense.kMaximize)
        highs.addRow(-np.inf, np.inf, count, np.arange(count, dtype=np.int32), self._costs / self._money)
        return highs

    def _solved(self) -> NDArray[np.float64] | None:
        self._highs.run()
        status = self._highs.getModelStatus()
        if status in self._none:
            return None
        if status != self._optimal:
            raise InfeasibleError(reason=f"the solver stopped without an answer ({status})")
        return np.asarray(self._highs.getSolution().col_value, dtype=np.float64)

    def _broken(self, taken: NDArray[np.float64], promised: float, close: float) -> bool:
        """Return whether a choice's worst tenth is less than promised; if so, bound it by that tenth's means."""
        totals = self._drawn @ taken / self._unit
        if promised <= scenarios.worst_tenth(totals) + close * max(promised, 1.0):
            return False
        worst = np.argsort(totals, kind="stable")[: round(scenarios.TAIL * totals.size)]
        means = self._drawn[worst].mean(axis=0) / self._unit
        count = means.size
        self._highs.addRow(-np.inf, 0.0, count + 1, np.arange(count + 1, dtype=np.int32), np.array([*-means, 1.0]))
        return True


def _quiet() -> Any:  # noqa: ANN401 - highspy is imported late
    """Return a solver that prints nothing; highspy's own would print a banner while it is made."""
    import highspy  # noqa: PLC0415 - heavy, and of an extra

    class Quiet(highspy.Highs):
        def enableCallbacks(self) -> None:  # noqa: N802 - highspy's own name
            self.silent()
            # highspy leaves it without annotations.
            super().enableCallbacks()  # type: ignore[no-untyped-call]

    made: Callable[[], Any] = Quiet
    return made()
