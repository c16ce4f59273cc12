"""What viewing is worth: arithmetic by hand, decay with known truth, and laws. All figures are made up."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cliffhanger.measures.worth import decay, value
from cliffhanger.measures.worth.decay import Spread
from cliffhanger.measures.worth.value import Viewing, worth

if TYPE_CHECKING:
    from numpy.typing import NDArray

WEEKS = np.arange(52, dtype=np.float64)


def course(rate: float, floor: float, *, power: bool) -> NDArray[np.float64]:
    """Return a year of hours that falls exactly by one of the shapes."""
    return np.asarray(1e6 * decay.fall(WEEKS, np.array([rate]), np.array([floor]), power=power)[0])


@pytest.mark.parametrize("power", [False, True])
@pytest.mark.parametrize("rate", [0.4, 0.9])
def test_the_rest_of_a_known_course_is_found(rate: float, power: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """From 26 weeks without noise, whichever shape they follow, to within a tenth."""
    truth = course(rate, 0.012, power=power)
    told = decay.to_come(truth[:26].tolist(), 52)
    assert told.mean == pytest.approx(truth[26:].sum(), rel=0.1)


@pytest.mark.slow
def test_four_ranges_of_five_hold_the_truth() -> None:
    """Over courses drawn as the priors say, with noise that has outliers: within three standard errors of 80 %."""
    rng = np.random.default_rng(3)
    count, held = 120, 0
    for _ in range(count):
        power = bool(rng.integers(2))
        rate = decay.USUAL_RATES[power] * math.exp(decay.RATE_SPREAD * rng.normal())
        floor = decay.USUAL_FLOOR * math.exp(decay.FLOOR_SPREAD * rng.normal())
        truth = course(float(np.clip(rate, *decay.RATES)), float(np.clip(floor, *decay.FLOORS)), power=power)
        noise = math.exp(rng.uniform(math.log(0.08), math.log(0.3)))
        weeks = int(rng.integers(2, 16))
        told = decay.to_come((truth[:weeks] * np.exp(noise * rng.standard_t(4, weeks))).tolist(), 52)
        held += told.low <= truth[weeks:].sum() <= told.high
    assert held / count == pytest.approx(0.8, abs=3 * math.sqrt(0.8 * 0.2 / count))


def test_one_odd_week_moves_little() -> None:
    """A week that was counted ten times over, long after the best one, changes the rest by less than half."""
    truth = course(0.6, 0.012, power=False)[:14]
    odd = truth.copy()
    odd[9] *= 10
    plain, moved = (decay.to_come(hours.tolist(), 52).mean for hours in (truth, odd))
    assert moved < 1.5 * plain


def test_a_season_that_opens_slowly_is_followed_from_its_best_week() -> None:
    """Weekly episodes: the weeks before the best one do not bend the fall after it."""
    truth = course(0.6, 0.012, power=False)
    slow = [2e5, 4e5, 7e5, *truth[:12]]
    assert decay.to_come(slow, 52).mean == pytest.approx(decay.to_come(truth[:12].tolist(), 49).mean)


def test_little_that_is_known_leaves_a_wide_range() -> None:
    """One week says less of the rest than eight do."""
    truth = course(0.6, 0.012, power=False)
    one, eight = (decay.to_come(truth[:weeks].tolist(), 52) for weeks in (1, 8))
    assert one.high / one.low > 2 * eight.high / eight.low


@settings(max_examples=25)
@given(st.lists(st.floats(1.0, 1e6), min_size=1, max_size=10), st.sampled_from([1e-3, 1e3]))
def test_units_of_hours_change_nothing(hours: list[float], scale: float) -> None:
    """Hours or thousands of them: the rest scales with them."""
    plain, scaled = decay.to_come(hours, 30), decay.to_come([scale * hour for hour in hours], 30)
    assert (scaled.mean, scaled.low, scaled.high) == pytest.approx(
        (scale * plain.mean, scale * plain.low, scale * plain.high)
    )
    assert 0 < plain.low <= plain.high


def test_nothing_is_to_come_behind_the_horizon() -> None:
    """A season that has been followed for as long as is asked has no rest."""
    assert decay.to_come([3.0, 2.0, 1.0], 3) == Spread(0.0, 0.0, 0.0)


def test_viewing_per_cost_by_hand() -> None:
    """Hours, viewers, and viewers who watched little else, over the season's own cost; unknown stays unknown."""
    watched = Viewing(1, (300.0, 150.0, 50.0), unique_viewers=120.0, devoted_viewers=30.0)
    found = worth(watched, 4.0)
    assert (found.hours, found.hours_per_cost, found.viewers_per_cost, found.devoted_per_cost) == (500, 125, 30, 7.5)
    unknown = worth(Viewing(1, (300.0,)))
    assert (unknown.hours_per_cost, unknown.viewers_per_cost, unknown.devoted_per_cost) == (None, None, None)


def test_the_next_season_by_hand() -> None:
    """The year's hours times what is kept; lognormal, with both spreads added as variances of logarithms."""
    coming, spread = value.next_season(Spread(100.0, 100.0, 100.0), 1)
    assert spread == pytest.approx(value.KEPT_SPREAD)
    assert coming.mean == pytest.approx(100 * value.FIRST_KEPT * math.exp(spread**2 / 2))
    assert math.sqrt(coming.low * coming.high) == pytest.approx(100 * value.FIRST_KEPT)
    later, wider = value.next_season(Spread(100.0, 100.0, 100.0), 1, ahead=2)
    assert wider == pytest.approx(spread * math.sqrt(2))
    assert math.sqrt(later.low * later.high) == pytest.approx(100 * value.FIRST_KEPT * value.LATER_KEPT)


def test_what_is_shared_and_what_is_ones_own_make_up_the_whole() -> None:
    """Variances add up."""
    assert value.own_spread(0.5) ** 2 + value.SHARED_SHOCK**2 == pytest.approx(0.25)
    assert value.own_spread(0.1) == 0.0


def test_days_make_weeks_since_release() -> None:
    """Seven days a week from the release on, days without a row as 0; a week in part is left out."""
    assert value.weekly([(0, 1.0), (6, 2.0), (7, 4.0), (13, 1.0), (14, 9.0)]) == (3.0, 5.0)
