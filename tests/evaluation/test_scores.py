"""Scores of probabilities, against scikit-learn, sums done by hand, and their laws. All rows are made up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from sklearn.calibration import calibration_curve
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, brier_score_loss, roc_auc_score
from sklearn.metrics import log_loss as sklearn_log_loss

from cliffhanger.evaluation import UnscorableError, scores

if TYPE_CHECKING:
    from numpy.typing import NDArray

FORECAST = [0.1, 0.35, 0.8, 0.6]
OUTCOME = [0, 1, 1, 0]


def made_up(seed: int, rows: int, *, slope: float = 1.0, shift: float = 0.0) -> tuple[NDArray[np.float64], ...]:
    """Return made-up forecasts, and outcomes whose log-odds are ``shift + slope * logit(forecast)``."""
    rng = np.random.default_rng(seed)
    x = rng.normal(0, 1.3, rows)
    happened = rng.random(rows) < 1 / (1 + np.exp(-(shift + slope * x)))
    return 1 / (1 + np.exp(-x)), happened.astype(np.float64)


@st.composite
def questions(draw: st.DrawFn, least: int = 1) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Draw forecasts, some of them equal, some of them certain, and outcomes."""
    some = st.one_of(st.floats(0, 1), st.sampled_from([0.0, 0.25, 0.5, 1.0]))
    p = draw(st.lists(some, min_size=least, max_size=40))
    y = draw(st.lists(st.integers(0, 1), min_size=len(p), max_size=len(p)))
    return np.array(p), np.array(y, dtype=np.float64)


def test_losses_are_those_of_scoringrules() -> None:
    """Row by row as scoringrules 0.10.0 gives them for these rows (brier_score, log_score)."""
    assert scores.squared_errors(FORECAST, OUTCOME) == pytest.approx([0.01, 0.4225, 0.04, 0.36])
    expected = [0.10536052, 1.04982212, 0.22314355, 0.91629073]
    assert scores.log_losses(FORECAST, OUTCOME) == pytest.approx(expected, abs=1e-8)


@pytest.mark.parametrize("seed", range(5))
def test_scores_are_those_of_scikit_learn(seed: int) -> None:
    """Brier, log loss, AUC with ties, and accuracy agree with scikit-learn."""
    p, y = made_up(seed, 400)
    p = np.round(p, 1 if seed % 2 else 6).clip(0.01, 0.99)
    assert scores.brier(p, y) == pytest.approx(brier_score_loss(y, p))
    assert scores.log_loss(p, y) == pytest.approx(sklearn_log_loss(y, p))
    assert scores.auc(p, y) == pytest.approx(roc_auc_score(y, p))
    assert scores.accuracy(p, y).share == pytest.approx(accuracy_score(y, p >= 0.5))


def test_certain_and_wrong_costs_infinity_unless_a_floor_is_set() -> None:
    """A probability of 0 for what happened costs infinity; a floor bounds it; being certain and right costs nothing."""
    assert scores.log_losses([0.0, 1.0, 1.0], [1, 0, 1]).tolist() == [np.inf, np.inf, 0.0]
    assert scores.log_losses([0.0], [1], floor=0.01) == pytest.approx([np.log(100)])


@given(truth=st.floats(0.01, 0.99), said=st.floats(0.01, 0.99))
def test_the_truth_has_the_least_expected_score(truth: float, said: float) -> None:
    """Brier and log loss are strictly proper: no forecast is expected to do better than the true probability."""
    assume(abs(truth - said) > 1e-3)
    for losses in (scores.squared_errors, scores.log_losses):
        honest, other = (truth * losses([p], [1])[0] + (1 - truth) * losses([p], [0])[0] for p in (truth, said))
        assert honest < other


@given(rows=questions(), edges=st.lists(st.floats(0.01, 0.99), unique=True, max_size=6))
def test_the_parts_add_up_to_the_brier_score(
    rows: tuple[NDArray[np.float64], NDArray[np.float64]], edges: list[float]
) -> None:
    """The decomposition is exact on any bins, empty ones too, and its parts have their signs."""
    p, y = rows
    parts = scores.decomposition(p, y, [0, *sorted(edges), 1])
    assert parts.brier == pytest.approx(scores.brier(p, y), abs=1e-12)
    assert min(parts.reliability, parts.resolution, parts.within_variance) >= 0
    assert 0 <= parts.resolution <= parts.uncertainty + 1e-12


def test_murphy_has_three_parts_where_bins_hold_equal_forecasts() -> None:
    """Worked by hand: 0.2 said five times and right once, 0.8 said five times and right three times."""
    p = [0.2] * 5 + [0.8] * 5
    y = [1, 0, 0, 0, 0, 1, 1, 1, 0, 0]
    parts = scores.decomposition(p, y, [0, 0.5, 1])
    assert parts.reliability == pytest.approx(0.5 * 0.2**2)
    assert parts.resolution == pytest.approx(0.5 * 0.2**2 + 0.5 * 0.2**2)
    assert parts.uncertainty == pytest.approx(0.24)
    assert (parts.within_variance, parts.within_covariance) == pytest.approx((0, 0), abs=1e-15)
    assert scores.brier(p, y) == pytest.approx(0.02 - 0.04 + 0.24)


def test_auc_counts_pairs() -> None:
    """By hand: of 2 x 2 pairs of what happened and what did not, two are in order, one is tied, one is reversed."""
    assert scores.auc([0.3, 0.7, 0.3, 0.5], [1, 1, 0, 0]) == pytest.approx((0.5 + 0 + 1 + 1) / 4)
    assert scores.auc([0.4] * 4, [1, 0, 1, 0]) == 0.5
    assert scores.auc([0.1, 0.9], [0, 1]) == 1


@given(rows=questions(least=2))
def test_auc_knows_only_the_order(rows: tuple[NDArray[np.float64], NDArray[np.float64]]) -> None:
    """Rising transformations leave AUC as it is; turning forecasts or outcomes round mirrors it."""
    p, y = rows
    assume(0 < y.sum() < len(y))
    _, place = np.unique(p, return_inverse=True)
    area = scores.auc(p, y)
    assert scores.auc((place + 1) / (len(p) + 2), y) == pytest.approx(area)
    assert scores.auc(1 - (place + 1) / (len(p) + 2), y) == pytest.approx(1 - area)
    assert scores.auc(p, 1 - y) == pytest.approx(1 - area)


@given(rows=questions(least=2), order=st.randoms(use_true_random=False))
def test_the_order_of_rows_means_nothing(rows: tuple[NDArray[np.float64], NDArray[np.float64]], order: object) -> None:
    """Shuffled rows give the same scores."""
    p, y = rows
    places = list(range(len(p)))
    order.shuffle(places)  # type: ignore[attr-defined]
    for score in (scores.brier, scores.calibration_error):
        assert score(p[places], y[places]) == pytest.approx(score(p, y), abs=1e-12)
    one, other = scores.selective_risk(p, y), scores.selective_risk(p[places], y[places])
    assert one.risk == pytest.approx(other.risk)


def test_skill_is_measured_from_the_reference() -> None:
    """A perfect forecast has skill 1, the reference itself 0, a worse one less; one probability may stand for all."""
    y = np.array([1.0, 0, 0, 1])
    assert scores.brier_skill(y, y, 0.5) == 1
    assert scores.brier_skill([0.5] * 4, y, 0.5) == 0
    assert scores.brier_skill(1 - y, y, [0.5] * 4) == pytest.approx(1 - 1 / 0.25)
    with pytest.raises(UnscorableError, match="its Brier score is 0"):
        scores.brier_skill([0.5] * 4, y, y)


@given(rows=questions(), bins=st.integers(1, 12))
def test_equal_mass_bins_are_never_empty(rows: tuple[NDArray[np.float64], NDArray[np.float64]], bins: int) -> None:
    """Edges rise from 0 to 1, no bin is empty, and there are no more bins than asked for or than distinct forecasts."""
    p, y = rows
    # Forecasts nearer to each other than rounding have no number between them.
    p = np.round(p, 6)
    edges = scores.equal_mass_edges(p, bins)
    assert (edges[0], edges[-1]) == (0, 1)
    assert (np.diff(edges) > 0).all()
    table = scores.reliability(p, y, edges)
    assert (table.count > 0).all()
    assert table.count.sum() == len(p)
    assert len(table.count) <= min(bins, len(np.unique(p)))


def test_equal_mass_bins_part_where_ties_allow() -> None:
    """Distinct forecasts are parted into equal bins; a tie over the wanted edge moves it to the tie's nearer end."""
    p, y = made_up(3, 1000)
    assert scores.reliability(p, y, scores.equal_mass_edges(p, 10)).count.tolist() == [100] * 10
    assert scores.equal_mass_edges([0.1] * 6 + [0.9] * 4, 2) == pytest.approx([0, 0.5, 1])
    assert scores.equal_mass_edges([0.3] * 5, 4).tolist() == [0, 1]
    assert scores.equal_mass_edges([0.2, 1.0, 1.0, 1.0], 2) == pytest.approx([0, 0.6, 1])


def test_the_reliability_table_is_that_of_scikit_learn() -> None:
    """Mean forecasts and observed rates of ten equal bins agree with calibration_curve, and make up the error."""
    p, y = made_up(4, 1000, slope=0.6)
    observed, mean = calibration_curve(y, p, n_bins=10, strategy="quantile")
    table = scores.reliability(p, y, scores.equal_mass_edges(p, 10))
    assert table.observed == pytest.approx(observed)
    assert table.forecast == pytest.approx(mean)
    assert scores.calibration_error(p, y) == pytest.approx(np.abs(observed - mean).mean())
    assert ((table.low < table.observed) & (table.observed < table.high)).all()


def test_an_empty_bin_is_kept_as_such() -> None:
    """An empty bin has count 0 and else NaN; an edge belongs to the bin above it, 1 to the last."""
    table = scores.reliability([0.1, 0.5, 1.0], [0, 1, 1], [0, 0.25, 0.5, 1])
    assert table.count.tolist() == [1, 0, 2]
    assert table.forecast == pytest.approx([0.1, np.nan, 0.75], nan_ok=True)
    assert np.isnan([table.observed[1], table.low[1], table.high[1]]).all()


def test_wilson_solves_its_equation() -> None:
    """The ends are where the score test just rejects: (share - end)^2 = z^2 end (1 - end) / n."""
    low, high = scores.wilson([3, 10, 0], [10, 25, 8])
    for end, share, n in zip([*low[:2], *high], [0.3, 0.4, 0.3, 0.4, 0], [10, 25, 10, 25, 8], strict=True):
        assert (share - end) ** 2 == pytest.approx(1.959963984540054**2 * end * (1 - end) / n)
    assert low[2] == 0
    assert scores.wilson([8], [8])[1][0] == 1


@pytest.mark.parametrize(("slope", "shift"), [(1.0, 0.0), (0.5, 0.4), (1.8, -0.7), (-0.3, 0.1)])
def test_recalibration_is_the_unpenalised_regression(slope: float, shift: float) -> None:
    """Slope and intercept agree with scikit-learn's logistic regression without a penalty, and lie near the truth."""
    p, y = made_up(5, 4000, slope=slope, shift=shift)
    found = scores.recalibration(p, y)
    x = np.log(p / (1 - p))
    fitted = LogisticRegression(C=np.inf, tol=1e-10, max_iter=1000).fit(x[:, None], y)
    assert found.slope == pytest.approx(fitted.coef_[0, 0], abs=1e-5)
    assert found.intercept == pytest.approx(fitted.intercept_[0], abs=1e-5)
    assert (found.slope, found.intercept) == pytest.approx((slope, shift), abs=0.15)


def test_calibration_in_the_large_makes_the_means_equal() -> None:
    """Moving all log-odds by it makes the forecasts' mean the observed rate, which is what its score equation says."""
    p, y = made_up(6, 500, shift=0.8)
    moved = np.log(p / (1 - p)) + scores.recalibration(p, y).in_the_large
    assert (1 / (1 + np.exp(-moved))).mean() == pytest.approx(y.mean())


def test_recalibration_stands_one_forecast_among_extremes() -> None:
    """Certain forecasts, one of them wrong, still have a finite slope, and a bold one."""
    found = scores.recalibration([0.0] * 30 + [1.0] * 30 + [0.4, 0.6], [0] * 29 + [1] + [1] * 30 + [0, 1])
    assert 0 < found.slope < 0.5


def test_recalibration_finds_its_way_back_from_far_off() -> None:
    """Where half of what was all but ruled out happens, Newton's first step is far too long; the answer still comes."""
    p = np.array([1e-9, 2e-9, 3e-9, 4e-9])
    found = scores.recalibration(p, [1, 0, 0, 1])
    moved = np.log(p / (1 - p)) + found.in_the_large
    assert (1 / (1 + np.exp(-moved))).mean() == pytest.approx(0.5)
    assert np.isfinite([found.slope, found.intercept]).all()


def test_a_slope_that_is_not_found_is_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Too few steps end in an error that says how many there were, not in a number that is not the answer."""
    monkeypatch.setattr(scores, "_MOST_STEPS", 1)
    with pytest.raises(UnscorableError, match="no slope was found in 1 steps"):
        scores.recalibration(*made_up(7, 100))


@given(seed=st.integers(0, 10**6), slope=st.floats(0.2, 3), shift=st.floats(-2, 2))
def test_recalibrating_forecasts_moves_slope_and_intercept_along(seed: int, slope: float, shift: float) -> None:
    """Forecasts bent by a line in log-odds are recalibrated to the same probabilities as before."""
    p, y = made_up(seed, 300)
    bent = 1 / (1 + np.exp(-(shift + slope * np.log(p / (1 - p)))))
    plain, moved = scores.recalibration(p, y), scores.recalibration(bent, y)
    assert moved.slope == pytest.approx(plain.slope / slope, rel=1e-5)
    assert moved.intercept == pytest.approx(plain.intercept - plain.slope / slope * shift, abs=1e-5)


@pytest.mark.parametrize(
    ("forecast", "outcome"),
    [([0.1, 0.2, 0.8], [0, 0, 1]), ([0.1, 0.5, 0.5], [0, 0, 1]), ([0.4] * 3, [0, 1, 0]), ([0.9, 0.1], [0, 1])],
    ids=["parted", "parted but for a tie", "never varies", "parted the wrong way round"],
)
def test_no_finite_slope_is_said_so(forecast: list[float], outcome: list[int]) -> None:
    """Where the likelihood has no maximum the answer is an error, not a large number."""
    with pytest.raises(UnscorableError, match="no slope is finite"):
        scores.recalibration(forecast, outcome)


def test_abstaining_answers_fewer_questions() -> None:
    """By hand: of four answers two are right; of those at least 0.8 sure both are; nothing is certain."""
    assert scores.accuracy(FORECAST, OUTCOME) == scores.Accuracy(right=2, answered=4, asked=4)
    sure = scores.accuracy(FORECAST, OUTCOME, confidence=0.8)
    assert (sure.share, sure.coverage) == (1, 0.5)
    assert np.isnan(scores.accuracy(FORECAST, OUTCOME, confidence=1).share)


@given(rows=questions())
def test_the_risk_curve_is_accuracy_at_every_confidence(
    rows: tuple[NDArray[np.float64], NDArray[np.float64]],
) -> None:
    """Each point of the curve is one minus the accuracy at its confidence; it ends at all questions."""
    p, y = rows
    curve = scores.selective_risk(p, y)
    assert curve.coverage[-1] == 1
    assert (np.diff(curve.coverage) > 0).all()
    for confidence, coverage, risk in zip(curve.confidence, curve.coverage, curve.risk, strict=True):
        answers = scores.accuracy(p, y, confidence=confidence)
        assert (answers.coverage, 1 - answers.share) == pytest.approx((coverage, risk))


def test_risk_may_be_any_loss() -> None:
    """With squared errors as the cost, the curve ends at the Brier score."""
    curve = scores.selective_risk(FORECAST, OUTCOME, scores.squared_errors(FORECAST, OUTCOME))
    assert curve.risk[-1] == pytest.approx(scores.brier(FORECAST, OUTCOME))
    assert curve.risk[0] == pytest.approx(0.01)


@pytest.mark.parametrize(
    ("forecast", "outcome", "sentence"),
    [
        ([0.2, 1.2], [0, 1], "forecast, row 1: it is 1.2; a probability lies between 0 and 1"),
        ([0.2, np.nan], [0, 1], "forecast, row 1: it is nan; a finite number is needed"),
        ([0.2, 0.3], [0, 2], "outcome, row 1: it is 2.0; 1 or 0 is needed"),
        ([0.2], [0, 1], "forecast, outcome: they have 1, 2 rows"),
        ([], [], "forecast: its shape is (0,); 1-D and not empty is needed"),
        ([[0.2]], [1], "forecast: its shape is (1, 1); 1-D and not empty is needed"),
        (["high"], [1], "forecast: it holds <U4, not numbers"),
        ([[0.2], [0.1, 0.3]], [1, 0], "forecast: its rows are not of one length"),
    ],
)
def test_errors_carry_the_fact(forecast: object, outcome: object, sentence: str) -> None:
    """What cannot be scored is named: argument, row, value and what is needed."""
    with pytest.raises(UnscorableError) as caught:
        scores.brier(forecast, outcome)  # type: ignore[arg-type]
    assert str(caught.value) == sentence
    assert caught.value.exit_code == 1


def test_settings_are_checked() -> None:
    """Edges that do not rise or leave a forecast out, and settings out of their range, are refused."""
    with pytest.raises(UnscorableError, match="two or more that rise"):
        scores.reliability(FORECAST, OUTCOME, [0, 0.5, 0.5, 1])
    with pytest.raises(UnscorableError, match=r"forecast, row 2: it is 0.8; the bins reach from 0.0 to 0.7"):
        scores.decomposition(FORECAST, OUTCOME, [0, 0.7])
    with pytest.raises(UnscorableError, match="level: it lies inside 0 and 1, not at 95"):
        scores.wilson([1], [2], level=95)
    with pytest.raises(UnscorableError, match="between 0 and count"):
        scores.wilson([3], [2])
    with pytest.raises(UnscorableError, match="at least 1, not 0"):
        scores.calibration_error(FORECAST, OUTCOME, bins=0)
    with pytest.raises(UnscorableError, match=r"between 0.5 and 1, not at 0.2"):
        scores.accuracy(FORECAST, OUTCOME, confidence=0.2)
    with pytest.raises(UnscorableError, match=r"floor, row 0: it is -1.0"):
        scores.log_loss(FORECAST, OUTCOME, floor=-1.0)
    with pytest.raises(UnscorableError, match="all 2 are 1; both outcomes are needed"):
        scores.auc([0.1, 0.2], [1, 1])
