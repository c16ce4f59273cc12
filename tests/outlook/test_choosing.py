"""Choosing under a budget: right where everything can be tried, and lawful where it cannot. All figures are made up."""

from __future__ import annotations

import sys
from dataclasses import replace
from itertools import chain, combinations
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cliffhanger.domain.errors import InfeasibleError, MissingExtraError
from cliffhanger.outlook import choosing, scenarios
from cliffhanger.outlook.choosing import Program, Terms, choose
from cliffhanger.outlook.scenarios import Candidate, Shared

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SHARED = Shared(0.15, 0.25)
CLOSE = 2e-6
"""How near the best the solver's answer is, relatively."""

NOTHING: frozenset[str] = frozenset()


@st.composite
def slates(draw: st.DrawFn, most: int = 7, least_cost: int = 0) -> list[Candidate]:
    """Return made-up candidates; whole costs, so that sums meet a budget exactly."""
    count = draw(st.integers(1, most))
    return [
        Candidate(
            f"show {place}",
            float(draw(st.integers(least_cost, 12))),
            draw(st.floats(0.5, 50.0)),
            draw(st.floats(0.05, 1.0)),
            draw(st.just(1.0) | st.floats(0.02, 0.98)),
        )
        for place in range(count)
    ]


risks = st.sampled_from([0.0, 0.25, 0.6, 1.0])
budgets = st.integers(1, 40).map(float)


def subsets(candidates: Sequence[Candidate], budget: float) -> Iterator[tuple[str, ...]]:
    """Yield every choice that can be paid for."""
    every = chain.from_iterable(combinations(candidates, size) for size in range(len(candidates) + 1))
    yield from (tuple(one.key for one in some) for some in every if sum(one.cost for one in some) <= budget)


@settings(max_examples=60)
@given(slates(), budgets, risks)
def test_the_best_of_all_that_can_be_paid_for_is_found(candidates: list[Candidate], budget: float, risk: float) -> None:
    """Against every subset there is: with certain and uncertain seasons, and any weight of the bad years."""
    program = Program(candidates, Terms(budget, risk, shared=SHARED))
    found = program.best(budget, NOTHING, NOTHING)
    assert found is not None
    assert sum(one.cost for one in candidates if one.key in found) <= budget + 1e-6
    best = max(program.worth(some) for some in subsets(candidates, budget))
    assert program.worth(found) == pytest.approx(best, rel=CLOSE)


@settings(max_examples=15)
@given(slates(5), budgets, risks)
def test_prices_are_what_the_other_way_loses(candidates: list[Candidate], budget: float, risk: float) -> None:
    """Each price against every subset with that one show decided the other way."""
    terms = Terms(budget, risk, shared=SHARED)
    made, program = choose(candidates, terms), Program(candidates, terms)
    for one in candidates:
        chosen = one.key in made.keys
        others = [program.worth(some) for some in subsets(candidates, budget) if (one.key in some) != chosen]
        price = made.prices[one.key]
        if others:
            assert price == pytest.approx(max(made.worth - max(others), 0.0), rel=1e-4, abs=CLOSE * 100)
        else:
            assert price is None


@settings(max_examples=30)
@given(slates(12), budgets, st.integers(0, 20), risks)
def test_more_budget_never_hurts(candidates: list[Candidate], budget: float, more: int, risk: float) -> None:
    """The best of a larger budget is worth at least as much."""
    program = Program(candidates, Terms(budget, risk, shared=SHARED))
    less, larger = (program.best(some, NOTHING, NOTHING) or () for some in (budget, budget + more))
    assert program.worth(larger) >= program.worth(less) * (1 - CLOSE)


@settings(max_examples=30)
@given(slates(10), budgets, risks, st.data())
def test_forcing_never_helps(candidates: list[Candidate], budget: float, risk: float, data: st.DataObject) -> None:
    """What is forced in is in, what is forced out is out, and the worth is no more than without."""
    keys = st.sets(st.sampled_from([one.key for one in candidates]), max_size=3)
    forced_in = frozenset(data.draw(keys))
    forced_out = frozenset(data.draw(keys)) - forced_in
    program = Program(candidates, Terms(budget, risk, shared=SHARED))
    free, forced = program.best(budget, NOTHING, NOTHING), program.best(budget, forced_in, forced_out)
    payable = sum(one.cost for one in candidates if one.key in forced_in) <= budget
    assert (forced is not None) == payable
    assert free is not None
    if forced is not None:
        assert forced_in <= set(forced)
        assert not forced_out & set(forced)
        assert program.worth(forced) <= program.worth(free) * (1 + CLOSE) + 1e-9


@settings(max_examples=30)
@given(slates(8), budgets, risks, st.sampled_from([1e-6, 1e-3, 1e6]), st.sampled_from([1e-6, 1e6]))
def test_units_change_nothing(
    candidates: list[Candidate], budget: float, risk: float, hours: float, money: float
) -> None:
    """Hours or thousands of hours, cents or millions: the choice is worth the same, in its unit."""
    scaled = [replace(one, value=one.value * hours, cost=one.cost * money) for one in candidates]
    here, there = (Program(some, Terms(budget, risk, shared=SHARED)) for some in (candidates, scaled))
    found, again = here.best(budget, NOTHING, NOTHING), there.best(budget * money, NOTHING, NOTHING)
    assert found is not None
    assert again is not None
    assert here.worth(again) == pytest.approx(here.worth(found), rel=CLOSE)
    assert there.worth(again) == pytest.approx(hours * here.worth(again))


@settings(max_examples=30)
@given(slates(6, least_cost=1), st.sampled_from([0.0, 0.25, 0.6]), st.floats(0.5, 20.0))
def test_what_costs_nothing_and_brings_something_is_always_chosen(
    candidates: list[Candidate], risk: float, value: float
) -> None:
    """Whatever else there is, and however little money."""
    free = Candidate("free", 0.0, value, 0.3)
    program = Program([*candidates, free], Terms(1.0, risk, shared=SHARED))
    assert "free" in (program.best(1.0, NOTHING, NOTHING) or ())


def slate() -> list[Candidate]:
    """Return eight made-up shows."""
    rng = np.random.default_rng(5)
    return [
        Candidate(f"show {n}", float(rng.integers(2, 9)), float(rng.lognormal(3, 0.8)), 0.5, 0.4 + 0.07 * n)
        for n in range(8)
    ]


def test_the_same_slate_gets_the_same_answer_in_any_order() -> None:
    """Nothing depends on chance, or on the order of the list."""
    terms = Terms(20.0, 0.4, shared=SHARED)
    first, again, turned = choose(slate(), terms), choose(slate(), terms), choose(slate()[::-1], terms)
    assert first == again
    assert set(turned.keys) == set(first.keys)
    assert turned.worth == pytest.approx(first.worth)


def test_the_weight_of_bad_years_buys_better_bad_years() -> None:
    """A sure season of fewer hours is taken before an unsure one of more, once the bad years weigh enough."""
    candidates = [Candidate("sure", 5.0, 10.0, 0.1), Candidate("unsure", 5.0, 16.0, 0.6, 0.7)]
    bold, careful = (choose(candidates, Terms(5.0, risk, shared=SHARED)) for risk in (0.0, 0.8))
    assert bold.keys == ("unsure",)
    assert careful.keys == ("sure",)
    assert bold.expected > careful.expected
    assert bold.bad_year < careful.bad_year


def test_from_which_budget_a_show_is_chosen() -> None:
    """Of three shows of equal cost, the better one needs the smaller budget; one forced out is never chosen."""
    candidates = [Candidate(name, 1.0, value, 0.3) for name, value in (("a", 9.0), ("b", 5.0), ("c", 2.0))]
    made = choose(candidates, Terms(2.0, 0.0))
    assert made.keys == ("a", "b")
    needed = [made.from_budget[name] for name in "abc"]
    assert needed == pytest.approx([1.0, 2.0, 3.0], abs=made.step)
    assert choose(candidates, Terms(2.0, 0.0, forced_out=frozenset("a"))).from_budget["a"] is None


def test_the_price_of_what_is_forced() -> None:
    """One forced show costs the difference to the best choice; for it, letting go gains as much."""
    candidates = [Candidate(name, 1.0, value, 0.3) for name, value in (("a", 9.0), ("b", 5.0), ("c", 2.0))]
    made = choose(candidates, Terms(2.0, 0.0, forced_in=frozenset("c")))
    assert made.keys == ("a", "c")
    assert made.price_of_forcing == pytest.approx(3.0)
    assert made.prices["c"] == pytest.approx(3.0)


def test_the_forced_choice_that_breaks_the_budget_is_named() -> None:
    """With its cost, and what was forced before it."""
    candidates = [Candidate(name, 4.0, 1.0, 0.3) for name in "abc"]
    with pytest.raises(InfeasibleError, match=r"'b' cannot be forced in: it costs 4, .* takes 4, of a budget of 7"):
        choose(candidates, Terms(7.0, forced_in=frozenset("ab")))
    with pytest.raises(InfeasibleError, match="'c' is forced in and forced out"):
        choose(candidates, Terms(7.0, forced_in=frozenset("c"), forced_out=frozenset("c")))


def test_without_the_solver_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """The core installation has none."""
    monkeypatch.setitem(sys.modules, "highspy", None)
    with pytest.raises(MissingExtraError, match=r"\[audience\]"):
        choose(slate(), Terms(10.0))


def test_progress_is_told_to_the_end() -> None:
    """Each question once, the last one being the last."""
    told: list[tuple[int, int]] = []
    choose(slate()[:3], Terms(8.0), lambda done, of: told.append((done, of)))
    assert told == [(n + 1, 3 + 2 + choosing.STEPS) for n in range(3 + 2 + choosing.STEPS)]


@pytest.mark.parametrize("odds", [1.0, 0.6, 0.05])
def test_scenarios_have_the_expectation_that_is_stated(odds: float) -> None:
    """The mean of many scenarios is the value times the odds, and what is shared moves shows together."""
    pair = [Candidate("a", 1.0, 10.0, 0.4, odds), Candidate("b", 1.0, 20.0, 0.4, odds)]
    drawn = scenarios.drawn(pair, Shared(0.3, 0.25), fresh=True)
    assert drawn.mean(axis=0) == pytest.approx(scenarios.expected(pair), rel=0.05)
    assert (float(np.asarray(np.corrcoef(drawn.T))[0, 1]) > 0.1) == (odds > 0.1)


def test_the_worst_tenth_is_the_mean_of_the_lowest_values() -> None:
    """The conditional value at risk of twenty totals is the mean of the lowest two."""
    assert scenarios.worst_tenth(np.arange(20.0)[::-1]) == 0.5
