"""Scores of times, against published code, sums done by hand, and their laws. All rows are made up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cliffhanger.evaluation import UnscorableError, scores, times

if TYPE_CHECKING:
    from numpy.typing import NDArray

LEVELS = (0.1, 0.3, 0.5, 0.7, 0.9)
QUANTILES = np.array(
    [[60, 110, 150, 240, 390], [100, 180, 260, 380, 500], [365, 365, 365, 365, 365], [30, 60, 90, 180, 720]],
    dtype=np.float64,
)
OBSERVED = np.array([120.0, 400.0, 365.0, 15.0])

DAYS = np.array([30.0, 45, 60, 60, 90, 120, 150, 200, 240, 300])
PREMIERED = np.array([1, 0, 1, 1, 0, 1, 0, 1, 0, 1])
BY_THEN = np.array([0.7, 0.3, 0.6, 0.2, 0.4, 0.55, 0.35, 0.5, 0.15, 0.25])

FINE = (np.arange(20_000) + 0.5) / 20_000


@st.composite
def forecasts(draw: st.DrawFn) -> tuple[NDArray[np.float64], list[float], float]:
    """Draw a row of quantiles, some of them equal, their levels, and what came."""
    levels = sorted(draw(st.lists(st.integers(1, 99), min_size=1, max_size=7, unique=True)))
    days = st.integers(0, 1500).map(float)
    row = sorted(draw(st.lists(days, min_size=len(levels), max_size=len(levels))))
    return np.array([row]), [level / 100 for level in levels], draw(days)


@st.composite
def followed(draw: st.DrawFn) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.int64]]:
    """Draw forecasts, days, some of them equal, and whether they ended in a premiere."""
    rows = draw(st.integers(1, 25))
    days = draw(st.lists(st.integers(0, 30).map(float), min_size=rows, max_size=rows))
    chances = draw(st.lists(st.floats(0, 1), min_size=rows, max_size=rows))
    came = draw(st.lists(st.integers(0, 1), min_size=rows, max_size=rows))
    return np.array(chances), np.array(days), np.array(came)


def test_pinball_and_interval_score_are_those_of_scoringrules() -> None:
    """Row by row as scoringrules 0.10.0 gives them for these rows (quantile_score, interval_score)."""
    expected = {0.1: [6.0, 30.0, 0.0, 13.5], 0.5: [15.0, 70.0, 0.0, 37.5], 0.7: [36.0, 14.0, 0.0, 49.5]}
    for level, losses in expected.items():
        assert times.pinball(QUANTILES[:, LEVELS.index(level)], OBSERVED, level=level) == pytest.approx(losses)
    found = times.interval_score(QUANTILES[:, 0], QUANTILES[:, -1], OBSERVED, level=0.8)
    assert found == pytest.approx([330.0, 400.0, 0.0, 840.0])


@given(row=forecasts())
def test_crps_is_twice_the_integral_of_the_pinball_loss(row: tuple[NDArray[np.float64], list[float], float]) -> None:
    """Pinball losses of the interpolated quantiles, summed over 20,000 levels, make the closed form."""
    quantiles, levels, observed = row
    between = np.interp(FINE, levels, quantiles[0])
    losses = ((observed < between) - FINE) * (between - observed)
    found = times.crps_quantiles(quantiles, [observed], levels=levels)[0]
    assert found == pytest.approx(2 * losses.mean(), abs=0.01, rel=1e-4)


def test_many_quantiles_come_to_the_mean_of_scoringrules() -> None:
    """With 400 even levels the CRPS is twice the mean pinball loss, as crps_quantile of scoringrules has it."""
    levels = (np.arange(400) + 0.5) / 400
    quantiles = 300 * -np.log(1 - levels)[None, :]
    found = times.crps_quantiles(quantiles, [200.0], levels=levels.tolist())[0]
    mean = 2 * np.mean([times.pinball(quantiles[:, k], [200.0], level=level)[0] for k, level in enumerate(levels)])
    assert found == pytest.approx(mean, rel=1e-3)
    # An exponential distribution of mean m has CRPS y + 2 m exp(-y / m) - 3 m / 2 (Gneiting & Raftery's integral).
    assert found == pytest.approx(200 + 600 * np.exp(-2 / 3) - 450, rel=5e-3)


def test_crps_of_a_single_day_is_the_distance() -> None:
    """A forecast that names one day is as far off as that day is, and its CRPS says so."""
    assert times.crps_quantiles([[365.0] * 3], [400.0], levels=(0.1, 0.5, 0.9)) == pytest.approx([35])
    assert times.crps_quantiles([[365.0]], [300.0], levels=(0.5,)) == pytest.approx([65])


def test_crps_by_hand() -> None:
    """Evenly spread over 0 to 10 days: 10/3 at either end, 10/12 in the middle; cut off at day 4, what is left."""
    cdf, grid = [[0.0, 1.0]] * 3, [0.0, 10.0]
    assert times.crps_cdf(cdf, [0.0, 5.0, 10.0], grid=grid) == pytest.approx([10 / 3, 10 / 12, 10 / 3])
    # F(t) = t / 10 up to day 4 without a premiere: the integral of t^2 / 100.
    assert times.crps_cdf([[0.0, 0.4]], [99.0], grid=[0.0, 4.0]) == pytest.approx([64 / 300])


@given(row=forecasts())
def test_crps_of_quantiles_and_of_their_cdf_agree(row: tuple[NDArray[np.float64], list[float], float]) -> None:
    """The same distribution, given as a CDF on days around its quantiles, has the same CRPS."""
    quantiles, levels, observed = row
    # A hair between equal quantiles keeps the grid rising where the CDF jumps.
    at = quantiles[0] + 1e-6 * np.arange(len(levels))
    grid = np.concatenate([[-9.0, at[0] - 1e-6], at, [at[-1] + 1e-6, 1600.0]])
    cdf = np.array([[0.0, 0.0, *levels, 1.0, 1.0]])
    found = times.crps_cdf(cdf, [observed], grid=grid)
    assert found == pytest.approx(times.crps_quantiles(quantiles, [observed], levels=levels), abs=1e-4)


def test_the_truth_has_the_least_expected_crps() -> None:
    """Premieres drawn from a distribution score better by it than by one moved, widened or narrowed."""
    came = np.random.default_rng(1).logistic(300, 35, 20_000)
    grid = np.arange(0.0, 601, 5)

    def mean(centre: float, spread: float) -> float:
        cdf = 1 / (1 + np.exp(-(grid - centre) / spread))
        return float(times.crps_cdf(np.tile(cdf, (len(came), 1)), came, grid=grid).mean())

    honest = mean(300, 35)
    assert all(honest < mean(*other) for other in [(330, 35), (270, 35), (300, 50), (300, 24)])


@given(level=st.integers(5, 95), said=st.integers(5, 95))
def test_the_true_quantile_has_the_least_expected_pinball_loss(level: int, said: int) -> None:
    """Over days 1 to 100, each as likely, no other day beats the level's own quantile."""
    came = np.arange(1.0, 101)
    honest, other = (times.pinball(np.full(100, float(q)), came, level=level / 100).mean() for q in (level, said))
    assert honest <= other + 1e-12


@given(row=forecasts(), days=st.integers(-1000, 1000))
def test_moving_everything_by_some_days_changes_nothing(
    row: tuple[NDArray[np.float64], list[float], float], days: int
) -> None:
    """The scores see distances only, so numbers of days and dates come to the same."""
    quantiles, levels, observed = row
    plain = times.crps_quantiles(quantiles, [observed], levels=levels)
    assert times.crps_quantiles(quantiles + days, [observed + days], levels=levels) == pytest.approx(plain, abs=1e-9)
    origin = np.datetime64("2025-07-30") + days
    dates = origin + quantiles.astype(int), [origin + int(observed)]
    assert times.crps_quantiles(dates[0], np.array(dates[1]), levels=levels) == pytest.approx(plain, abs=1e-9)


def test_dates_may_be_given_everywhere() -> None:
    """Dates score as days do: an interval of July, missed by four days; July said evenly, the 16th come."""
    first, last, came = (np.array([day], dtype="datetime64[D]") for day in ("2025-07-01", "2025-07-31", "2025-08-04"))
    assert times.interval_score(first, last, came, level=0.8) == pytest.approx([30 + 10 * 4])
    assert times.pinball(last, came, level=0.9) == pytest.approx([0.9 * 4])
    grid = np.array(["2025-07-01", "2025-07-31"], dtype="datetime64[D]")
    middle = np.array(["2025-07-16"], dtype="datetime64[D]")
    assert times.crps_cdf([[0.0, 1.0]], middle, grid=grid) == pytest.approx([30 / 12])


def test_coverage_counts_what_lies_inside() -> None:
    """Draws from the distribution that was forecast lie inside as often as they ought to, in 200 panels of 200."""
    draw = np.random.default_rng(2)
    levels = (0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95)
    quantiles = np.tile(-200 * np.log(1 - np.array(levels)), (200, 1))
    panels = [times.coverage(quantiles, draw.exponential(200, 200), levels=levels) for _ in range(200)]
    for central, found in zip((0.5, 0.8, 0.9), zip(*panels, strict=True), strict=True):
        assert {part.level for part in found} == {central}
        assert np.mean([part.share for part in found]) == pytest.approx(central, abs=0.01)
        # Of 200 intervals at 95 %, about 190 hold the truth.
        assert 180 <= sum(part.low < central < part.high for part in found) <= 199


def test_the_ends_of_an_interval_belong_to_it() -> None:
    """An outcome on the interval's end is inside, a day further it is not."""
    found = times.coverage([[10.0, 20.0]] * 4, [9.0, 10.0, 20.0, 21.0], levels=(0.25, 0.75), central=[0.5])
    assert (found[0].inside, found[0].count) == (2, 4)


def test_a_level_that_is_missing_is_not_guessed() -> None:
    """Without the levels of a central interval its coverage is refused, with what there is."""
    with pytest.raises(UnscorableError, match=r"central 0.5 needs level 0.25, not among \[0.1, 0.3, 0.5, 0.7, 0.9\]"):
        times.coverage(QUANTILES, OBSERVED, levels=LEVELS)


@pytest.mark.parametrize(("by", "expected"), [(100.0, 0.2016), (130.0, 0.1881), (220.0, 0.1866375)])
def test_brier_by_is_that_of_scikit_survival(by: float, expected: float) -> None:
    """Reference values: brier_score of scikit-survival 0.28.0 for these rows, trained and tested on them."""
    assert times.brier_by(BY_THEN, DAYS, PREMIERED, by).mean() == pytest.approx(expected, abs=1e-12)


def test_following_by_hand() -> None:
    """Five questions; one is lost at day 2 of four still followed, one at day 3 of the two after the day's premiere."""
    found = times.follow([1, 2, 3, 3, 4], [1, 0, 0, 1, 0])
    assert found.time.tolist() == [2, 3, 4]
    assert found.beyond == pytest.approx([3 / 4, 3 / 8, 0])
    assert found.through(np.array([0.0, 2.0, 2.5, 3.0, 4.0])) == pytest.approx([1, 1, 3 / 4, 3 / 4, 3 / 8])
    weights = times.followed_weights([1, 2, 3, 3, 4], [1, 0, 0, 1, 0], 3)
    assert weights == pytest.approx([1, 0, 4 / 3, 4 / 3, 4 / 3])


@given(rows=followed(), by=st.integers(0, 30))
def test_weights_stand_for_all_questions(
    rows: tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.int64]], by: int
) -> None:
    """The questions that are answered by a day count, with their weights, for as many as were asked."""
    _, days, came = rows
    if days.max() < by and not came[days == days.max()].all():
        with pytest.raises(UnscorableError, match=f"no question was followed for {by} days"):
            times.followed_weights(days, came, by)
    else:
        assert times.followed_weights(days, came, by).sum() == pytest.approx(len(days))


@given(rows=followed(), by=st.integers(0, 40))
def test_without_censoring_it_is_the_plain_brier_score(
    rows: tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.int64]], by: int
) -> None:
    """Where every premiere is known the weights are 1; so they are where following ends after the day in question."""
    p, days, came = rows
    plain = scores.squared_errors(p, days <= by)
    assert times.brier_by(p, days, np.ones(len(p)), by) == pytest.approx(plain)
    lost_later = np.where(days > by, came, 1)
    assert times.brier_by(p, days, lost_later, by) == pytest.approx(plain)


def test_weights_undo_censoring() -> None:
    """With 16,000 of 40,000 questions cut off, the score comes to that of all; that of the answered ones does not."""
    draw = np.random.default_rng(3)
    premiere, end, by = draw.exponential(300, 40_000), draw.uniform(50, 600, 40_000), 365
    p = np.full(40_000, 0.3)
    days, came = np.minimum(premiere, end), premiere <= end
    full = scores.brier(p, premiere <= by)
    answered = came | (days >= by)
    assert times.brier_by(p, days, came, by).mean() == pytest.approx(full, abs=0.005)
    assert scores.brier(p[answered], premiere[answered] <= by) > full + 0.03


@given(rows=followed())
def test_the_integrated_score_is_the_crps_where_nothing_is_open(
    rows: tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.int64]],
) -> None:
    """Over a fine grid the mean score over days, times their number, is the CRPS within them."""
    p, days, _ = rows
    grid = np.linspace(0, 20, 2001)
    cdf = p[:, None] * np.linspace(0, 1, 2001)
    found = times.integrated_brier(cdf, days, np.ones(len(days)), grid=grid) * 20
    assert found == pytest.approx(times.crps_cdf(cdf, days, grid=grid), abs=0.01)


def test_integrated_brier_is_the_mean_over_the_days() -> None:
    """With two days in the grid it is the mean of their scores."""
    cdf = np.column_stack([BY_THEN / 2, BY_THEN])
    found = times.integrated_brier(cdf, DAYS, PREMIERED, grid=[60.0, 200.0])
    ends = times.brier_by(BY_THEN / 2, DAYS, PREMIERED, 60), times.brier_by(BY_THEN, DAYS, PREMIERED, 200)
    assert found == pytest.approx((ends[0] + ends[1]) / 2)


def test_errors_carry_the_fact() -> None:
    """What cannot be scored is named, with the row where there is one."""
    date = np.array(["2025-07-30"], dtype="datetime64[D]")
    with pytest.raises(UnscorableError, match=r"quantile, observed: dates and numbers are mixed \(dates: observed\)"):
        times.pinball([30.0], date, level=0.5)
    with pytest.raises(UnscorableError, match="observed, row 0: it is nan; a finite number"):
        times.pinball(date, np.array(["NaT"], dtype="datetime64[D]"), level=0.5)
    with pytest.raises(UnscorableError, match=r"upper, row 0: it is 1.0; the lower end lies above it"):
        times.interval_score([2.0], [1.0], [1.5], level=0.8)
    with pytest.raises(UnscorableError, match=r"quantiles, row 1: it is -5.0; a step between neighbours"):
        times.crps_quantiles([[1.0, 2.0], [9.0, 4.0]], [1.0, 1.0], levels=(0.1, 0.9))
    with pytest.raises(UnscorableError, match="there are 2 a row, and 1 levels"):
        times.crps_quantiles([[1.0, 2.0]], [1.0], levels=(0.1,))
    with pytest.raises(UnscorableError, match="they must rise inside 0 and 1"):
        times.crps_quantiles([[1.0, 2.0]], [1.0], levels=(0.9, 0.1))
    with pytest.raises(UnscorableError, match="there are 2 a row, and 3 days in the grid"):
        times.crps_cdf([[0.0, 1.0]], [1.0], grid=[0.0, 1.0, 2.0])
    with pytest.raises(UnscorableError, match="two or more days that rise"):
        times.crps_cdf([[0.0, 1.0]], [1.0], grid=[1.0, 0.0])
    with pytest.raises(UnscorableError, match=r"cdf, row 0: it is -0.5; a step between neighbours"):
        times.crps_cdf([[0.5, 0.0]], [1.0], grid=[0.0, 1.0])
    with pytest.raises(UnscorableError, match=r"days, row 0: it is -1.0; days are counted from the question on"):
        times.follow([-1.0], [1])
    with pytest.raises(UnscorableError, match="forecast, days: they have 1, 2 rows"):
        times.brier_by([0.5], [1.0, 2.0], [1, 0], 1)
