"""The choice under a budget, held to trying every slate."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cliffhanger.domain.errors import BadRowError
from cliffhanger.measures.budget import (
    Candidate,
    Caution,
    Problem,
    choose,
    described,
    draws,
    prices,
    tail_mean,
)


def made_up(seed: int, shows: int = 7, count: int = 60) -> Problem:
    """Return a problem drawn at random."""
    rng = np.random.default_rng(seed)
    outcomes = rng.lognormal(3, 0.8, (count, shows)) * (rng.random((count, shows)) < 0.7)
    return Problem(outcomes, rng.uniform(1, 10, shows), 18.0, Caution(0.6, 0.25))


def by_trying(problem: Problem) -> float:
    """Return the best objective of all slates that keep to the budget and to what is forced."""
    slates = (np.array(s, dtype=bool) for s in product((False, True), repeat=problem.outcomes.shape[1]))
    allowed = [
        s for s in slates if problem.costs[s].sum() <= problem.budget
        and all(s[place] == into for place, into in problem.forced.items())
    ]  # fmt: skip
    return max(described(problem, s).objective for s in allowed)


@settings(max_examples=15)
@given(seed=st.integers(0, 10_000), weight=st.sampled_from([0.0, 0.5, 1.0]))
def test_no_slate_is_better(seed: int, weight: float) -> None:
    """HiGHS finds what trying all 128 slates finds, for the mean alone, the worst alone, and between."""
    problem = replace(made_up(seed), caution=Caution(weight, 0.25))
    found = choose(problem)
    assert found.cost <= problem.budget + 1e-9
    assert found.objective == pytest.approx(by_trying(problem), rel=1e-4)


def test_the_price_of_a_forced_choice_is_what_trying_finds() -> None:
    """For each show, the best slate with the other choice forced, tried out, less the best slate."""
    problem = made_up(1)
    best = choose(problem)
    for place, price in enumerate(prices(problem, best)):
        other = by_trying(replace(problem, forced={place: not best.chosen[place]}))
        assert price == pytest.approx(best.objective - other, rel=1e-3, abs=1e-3)


def test_what_cannot_be_forced_has_no_price() -> None:
    """A show beyond the whole budget cannot be forced in; to force two that do not fit together is an error."""
    problem = Problem(np.ones((5, 2)), np.array([3.0, 30.0]), 10.0)
    assert prices(problem, choose(problem))[1] is None
    with pytest.raises(BadRowError, match="too small"):
        choose(replace(problem, forced={1: True}))


def test_caution_prefers_the_sure_thing() -> None:
    """Of two shows of one mean and cost, the one that always brings it; the mean alone cannot tell them apart."""
    rng = np.random.default_rng(0)
    gamble = np.where(rng.random(1000) < 0.5, 20.5, 0.0)
    problem = Problem(np.column_stack([np.full(1000, 10.0), gamble]), np.array([5.0, 5.0]), 5.0, Caution(0.8, 0.2))
    assert choose(problem).chosen == (True, False)


def test_the_mean_of_the_worst() -> None:
    """The worst quarter of ten outcomes: two whole ones and half of the third."""
    assert tail_mean(np.arange(10.0), 0.25) == pytest.approx((0 + 1 + 0.5 * 2) / 2.5)


def test_draws_have_the_ranges_that_were_given() -> None:
    """A tenth of the values below the range, a tenth above; as many come off as the odds say; the seed decides."""
    show = Candidate("a show", 1.0, 100.0, 50.0, 200.0)
    drawn = draws([show, replace(show, chance=0.3, chance_low=0.3, chance_high=0.3)], 40_000, seed=2)
    assert (drawn[:, 0] < 50).mean() == pytest.approx(0.1, abs=0.01)
    assert (drawn[:, 0] > 200).mean() == pytest.approx(0.1, abs=0.01)
    assert (drawn[:, 1] > 0).mean() == pytest.approx(0.3, abs=0.01)
    assert np.array_equal(
        drawn, draws([show, replace(show, chance=0.3, chance_low=0.3, chance_high=0.3)], 40_000, seed=2)
    )
