"""The kernels against scikit-learn and scoringrules, on random rows."""

from __future__ import annotations

import numpy as np
import pytest
import scoringrules
from sklearn.calibration import calibration_curve
from sklearn.metrics import brier_score_loss, log_loss, mean_pinball_loss, roc_auc_score

from cliffhanger.evaluation import scores, times

ROWS = 500
SEEDS = pytest.mark.parametrize("seed", range(6))


@SEEDS
def test_scores_of_probabilities(seed: int) -> None:
    """Brier score, log loss and AUC, row by row where the other gives rows."""
    rng = np.random.default_rng(seed)
    p, y = rng.uniform(0.001, 0.999, ROWS), rng.integers(0, 2, ROWS).astype(float)
    assert scores.squared_errors(p, y) == pytest.approx(scoringrules.brier_score(y, p, backend="numpy"))
    assert scores.log_losses(p, y) == pytest.approx(scoringrules.log_score(y, p, backend="numpy"))
    assert scores.brier(p, y) == pytest.approx(brier_score_loss(y, p))
    assert scores.log_loss(p, y) == pytest.approx(log_loss(y, p))
    assert scores.auc(p, y) == pytest.approx(roc_auc_score(y, p))


@SEEDS
def test_bins_of_equal_mass(seed: int) -> None:
    """The same ten quantile bins as scikit-learn's, and so the same calibration error."""
    rng = np.random.default_rng(seed)
    p, y = rng.uniform(0, 1, ROWS), rng.integers(0, 2, ROWS).astype(float)
    came, given = calibration_curve(y, p, n_bins=10, strategy="quantile")
    assert scores.calibration_error(p, y, bins=10) == pytest.approx(float(np.abs(came - given).mean()), abs=2e-3)


@SEEDS
@pytest.mark.parametrize("level", [0.05, 0.5, 0.9])
def test_pinball_loss(seed: int, level: float) -> None:
    """Row by row as scoringrules has it, on the mean as scikit-learn has it."""
    rng = np.random.default_rng(seed)
    q, y = rng.normal(200, 80, ROWS), rng.normal(210, 90, ROWS)
    ours = times.pinball(q, y, level=level)
    assert ours == pytest.approx(scoringrules.quantile_score(y, q, level, backend="numpy"))
    assert float(ours.mean()) == pytest.approx(mean_pinball_loss(y, q, alpha=level))


@SEEDS
def test_winkler_score(seed: int) -> None:
    """The interval score at 80 %."""
    rng = np.random.default_rng(seed)
    low, y = rng.normal(100, 30, ROWS), rng.normal(150, 60, ROWS)
    high = low + rng.gamma(2, 50, ROWS)
    theirs = scoringrules.interval_score(y, low, high, 0.2, backend="numpy")
    assert times.interval_score(low, high, y, level=0.8) == pytest.approx(theirs)


@SEEDS
def test_crps_of_many_quantiles(seed: int) -> None:
    """With two thousand quantiles it is near the mean pinball loss, doubled, and near the closed form."""
    rng = np.random.default_rng(seed)
    scale, y = rng.uniform(50, 400, 40), rng.exponential(200, 40)
    levels = (np.arange(2000) + 0.5) / 2000
    quantiles = -scale[:, None] * np.log(1 - levels)[None, :]
    ours = times.crps_quantiles(quantiles, y, levels=levels.tolist())
    assert ours == pytest.approx(scoringrules.crps_quantile(y, quantiles, levels, backend="numpy"), rel=5e-3, abs=0.5)
    assert ours == pytest.approx(scoringrules.crps_exponential(y, 1 / scale, backend="numpy"), rel=5e-3, abs=0.5)


@SEEDS
def test_crps_of_a_distribution_on_a_grid(seed: int) -> None:
    """On a fine grid that reaches far it is the closed form of the exponential distribution."""
    rng = np.random.default_rng(seed)
    scale, y = rng.uniform(50, 300, 40), rng.exponential(150, 40)
    grid = np.linspace(0, 8000, 8001)
    cdf = 1 - np.exp(-grid[None, :] / scale[:, None])
    theirs = scoringrules.crps_exponential(y, 1 / scale, backend="numpy")
    assert times.crps_cdf(cdf, y, grid=grid) == pytest.approx(theirs, rel=1e-3, abs=0.01)
