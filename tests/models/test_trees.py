"""Trees as data say what scikit-learn's own say."""

from __future__ import annotations

import json

import numpy as np
import pytest
from sklearn.ensemble import HistGradientBoostingClassifier

from cliffhanger.models import training, trees
from cliffhanger.models.trees import Trees

SETTINGS = {"max_iter": 20, "max_leaf_nodes": 5, "min_samples_leaf": 5, "early_stopping": False}


def world() -> tuple[np.ndarray, np.ndarray]:
    """Return made-up rows of which a tenth of the numbers are not known, and answers that hang on them."""
    random = np.random.default_rng(3)
    x = random.normal(size=(800, 4))
    y = (x[:, 0] + x[:, 1] * x[:, 2] + random.normal(size=800) > 0).astype(float)
    x[random.random(x.shape) < 0.1] = np.nan
    return x, y


def test_a_forest_gives_scikit_learns_probabilities() -> None:
    """Known and unknown numbers go down the same branches, through JSON and back."""
    x, y = world()
    names = dict.fromkeys(("a", "b", "c", "d"), 0)
    ours = training.forest(x, y, names, settings=SETTINGS, seeds=1)
    theirs = HistGradientBoostingClassifier(**SETTINGS, random_state=0).fit(x, y).predict_proba(x)[:, 1]
    assert ours.probability(x) == pytest.approx(theirs, abs=1e-12)
    again = Trees.from_json(json.loads(json.dumps(ours.as_json())), tuple(names))
    assert again.probability(x) == pytest.approx(theirs, abs=1e-3)
    assert again.as_json() == ours.as_json()


def test_odds_only_rise_with_what_may_only_raise_them() -> None:
    """A feature that is declared rising never lowers the odds."""
    x, y = world()
    ours = training.forest(x, y, {"a": 1, "b": 0, "c": 0, "d": 0}, settings=SETTINGS, seeds=2)
    steps = np.tile(x[:50, None, :], (1, 9, 1))
    steps[:, :, 0] = np.linspace(-2, 2, 9)
    odds = ours.log_odds(steps.reshape(-1, 4)).reshape(50, 9)
    assert (np.diff(odds, axis=1) >= -1e-9).all()


def test_a_feature_that_no_row_knows_does_no_harm() -> None:
    """It tells nothing, and the rest is learnt all the same."""
    x, y = world()
    x[:, 3] = np.nan
    names = dict.fromkeys(("a", "b", "c", "d"), 0)
    p = training.forest(x, y, names, settings=SETTINGS, seeds=1).probability(x)
    assert p[y == 1].mean() > p[y == 0].mean() + 0.2


def test_trees_of_other_features_are_refused() -> None:
    """The error names what differs."""
    x, y = world()
    made = training.forest(x, y, dict.fromkeys(("a", "b", "c", "d"), 0), settings=SETTINGS, seeds=1).as_json()
    with pytest.raises(ValueError, match="e"):
        Trees.from_json(made, ("a", "b", "c", "e"))


def test_few_rows_get_the_odds_that_they_get_among_many() -> None:
    """Walking all trees at once, level by level, gives the same odds, to the last digit, as tree by tree."""
    x, y = world()
    ours = training.forest(x, y, dict.fromkeys(("a", "b", "c", "d"), 0), settings=SETTINGS, seeds=2)
    many = np.tile(x, (2, 1))
    assert len(x) <= trees.FEW < len(many)
    assert np.array_equal(ours.log_odds(x), ours.log_odds(many)[: len(x)])
