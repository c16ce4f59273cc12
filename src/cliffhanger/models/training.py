"""Fitting the models again from facts; the only module that needs scikit-learn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from cliffhanger.models import features
from cliffhanger.models.baselines import Climatology
from cliffhanger.models.bundle import Models
from cliffhanger.models.decision import Decision
from cliffhanger.models.fate import implied, judged
from cliffhanger.models.hazard import ReturnHazard
from cliffhanger.models.level import Level
from cliffhanger.models.listing import Listing
from cliffhanger.models.logistic import Logistic
from cliffhanger.models.trees import Trees

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from numpy.typing import NDArray

    from cliffhanger.panel.panel import Panel

HAZARD_FOREST: dict[str, Any] = {
    "max_iter": 150,
    "learning_rate": 0.05,
    "max_leaf_nodes": 8,
    "min_samples_leaf": 100,
    "l2_regularization": 5.0,
    "max_features": 0.5,
    "early_stopping": False,
}
"""Settings of the hazard's trees: chosen on the returns within seven months of half-yearly origins from 2021 to
January 2023, all answered before the first origin that is reported."""

HAZARD_SEEDS = 1

HAZARD_C = 0.3
"""Inverse strength of the ridge of the regression beside them."""

DECISION_C = 0.01
"""Likewise of the decision's: chosen on the TV seasons up to 2017-18, never on 2018-19."""

FOREST: dict[str, Any] = {
    "max_iter": 200,
    "learning_rate": 0.04,
    "max_leaf_nodes": 6,
    "min_samples_leaf": 20,
    "l2_regularization": 5.0,
    "max_features": 0.2,
    "early_stopping": False,
}
"""Settings of the hindsight decision's trees: chosen on the TV seasons 2015-16 to 2017-18, each fitted on those
before it."""

FOREST_SEEDS = 4
REPLICAS = 12
_SEED = 20260131
_CONSTANT = 1e-6


@dataclass(frozen=True, slots=True)
class Months:
    """Rows of one show and month each, for the hazard.

    Attributes:
        panel: features at the start of the month.
        returned: 1 where the next season premiered within it, shape (rows,).
    """

    panel: Panel
    returned: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Decisions:
    """Rows of one decision each, and what sets their level today.

    Attributes:
        panel: features two months after the premiere.
        renewed: 1 renewed, 0 cancelled, shape (rows,).
        recent: rows of followed series of recent years, asked at the same age.
        shares: the shares of limited series and of planned ends.
        known_to: last day of the decisions.
    """

    panel: Panel
    renewed: NDArray[np.float64]
    recent: Panel
    shares: tuple[float, float]
    known_to: date


def fit(  # noqa: PLR0913 - the last three are stamps and settings, and keywords
    months: Months,
    decisions: Sequence[Decisions],
    listings: tuple[Panel, NDArray[np.float64]],
    *,
    name: str,
    trained_to: str,
    replicas: int = REPLICAS,
) -> Models:
    """Fit all models.

    Args:
        months: for the hazard and the climatology.
        decisions: for the decision, up to one day each, the earliest first.
        listings: rows of one day, if there are any on which listings are known, and 1 where the next season came soon.
        name: name and version to stamp on forecasts.
        trained_to: last day whose outcomes the rows hold, ISO.
        replicas: bootstrap fits of the hazard, for the spread of the odds.
    """
    hazard = fit_hazard(months, replicas=replicas)
    latest = decisions[-1]
    measured = {
        "hazard_rows": len(months.panel),
        "hazard_returns": int(months.returned.sum()),
        "decision_rows": len(latest.panel),
        "decision_renewed": int(latest.renewed.sum()),
        "listing_rows": len(listings[0]),
        "listed": int((listings[0]["next_listed"] > 0).sum()),
        "listing_returns": int(listings[1].sum()),
    }
    return Models(
        name=name,
        trained_to=trained_to,
        measured=measured,
        hazard=hazard,
        listing=Listing.fit(hazard.curve(listings[0]), *listings),
        decisions=tuple(fit_decision(one, hazard) for one in decisions),
        climatology=Climatology.fit(months.panel, months.returned),
    )


def fit_decision(decisions: Decisions, hazard: ReturnHazard) -> Decision:
    """Fit the odds of an order, strict and with later votes, and their level today."""
    chosen = features.decision(decisions.panel, hazard.curve(decisions.panel).ever)
    strict = regression(chosen, decisions.renewed, tuple(features.DECISION_GROUPS), DECISION_C)
    course = forest(
        features.course(decisions.panel), decisions.renewed, features.COURSE_RISES,
        settings=FOREST, seeds=FOREST_SEEDS,
    )  # fmt: skip
    recent = decisions.recent.take(judged(decisions.recent))
    ever = hazard.curve(recent).ever
    said = strict.log_odds(features.decision(recent, ever))
    level = Level.fit(decisions.shares, recent, said, implied(ever))
    return Decision(decisions.known_to, strict, course, level)


def fit_hazard(months: Months, *, replicas: int = REPLICAS) -> ReturnHazard:
    """Fit the hazard, and again on bootstrap samples of series."""
    trees = forest(
        features.ahead(*features.waiting(months.panel), 0.0), months.returned, dict.fromkeys(features.WAITING, 0),
        settings=HAZARD_FOREST, seeds=HAZARD_SEEDS,
    )  # fmt: skip
    names = tuple(features.HAZARD_GROUPS)
    x = features.hazard(months.panel)
    main = regression(x, months.returned, names, HAZARD_C)
    draws = _resamples(months.panel["show"], replicas)
    fits = [regression(x, months.returned, names, HAZARD_C, weight=w, like=main) for w in draws]
    return ReturnHazard(trees, main, tuple(fits))


def regression(  # noqa: PLR0913 - the last two are for the bootstrap alone
    x: NDArray[np.float64],
    y: NDArray[np.float64],
    names: tuple[str, ...],
    strength: float,
    *,
    weight: NDArray[np.float64] | None = None,
    like: Logistic | None = None,
) -> Logistic:
    """Fit a ridge logistic regression on standardised features.

    Args:
        x: features, shape (rows, features).
        y: 0 or 1, shape (rows,).
        names: names of the features.
        strength: scikit-learn's C, the inverse of the penalty.
        weight: weight of each row, or None for one each.
        like: a regression whose standardisation is kept, or None.
    """
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415 - an extra, and slow to import

    mean = x.mean(axis=0) if like is None else like.mean
    spread = x.std(axis=0)
    # What never varied tells nothing, and must not blow up where it does vary later.
    scale = np.where(spread > _CONSTANT, spread, 1.0) if like is None else like.scale
    model = LogisticRegression(C=strength, max_iter=3000, tol=1e-6)
    model.fit((x - mean) / scale, y, sample_weight=weight)
    return Logistic(names, mean, scale, model.coef_[0].astype(np.float64), float(model.intercept_[0]))


def forest(
    x: NDArray[np.float64],
    y: NDArray[np.float64],
    rises: Mapping[str, int],
    *,
    settings: Mapping[str, Any],
    seeds: int,
) -> Trees:
    """Fit boosted trees, and again with other random draws of features; the forest is their mean.

    Args:
        x: features, shape (rows, features), NaN where one is not known.
        y: 0 or 1, shape (rows,).
        rises: feature to 1 where the odds may only rise with it, else 0.
        settings: scikit-learn's.
        seeds: number of fits.
    """
    from sklearn.ensemble import HistGradientBoostingClassifier  # noqa: PLC0415 - an extra, and slow to import

    # A feature that no row knows tells nothing, and scikit-learn will not look at it.
    x = np.where(np.isnan(x).all(axis=0), 0.0, x)
    fits = [
        HistGradientBoostingClassifier(**settings, monotonic_cst=list(rises.values()), random_state=seed).fit(x, y)
        for seed in range(seeds)
    ]
    # scikit-learn has no public way to read what it fitted.
    nodes = [stage[0].nodes for fit in fits for stage in fit._predictors]  # noqa: SLF001
    base = float(np.mean([float(fit._baseline_prediction.item()) for fit in fits]))  # noqa: SLF001
    return _planted(tuple(rises), base, nodes, seeds)


def _planted(names: tuple[str, ...], base: float, trees: Sequence[NDArray[Any]], seeds: int) -> Trees:
    """Lay trees one behind the other."""
    sizes = np.array([len(tree) for tree in trees], dtype=np.int64)
    roots = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    nodes = np.concatenate(list(trees))
    shift, own = np.repeat(roots, sizes), np.arange(sizes.sum())
    leaf = nodes["is_leaf"].astype(bool)
    return Trees(
        names=names,
        base=base,
        roots=roots,
        feature=np.where(leaf, 0, nodes["feature_idx"]).astype(np.int64),
        threshold=np.where(leaf, np.inf, nodes["num_threshold"]),
        unknown_left=np.where(leaf, True, nodes["missing_go_to_left"]).astype(bool),  # noqa: FBT003 - a fill value
        left=np.where(leaf, own, nodes["left"].astype(np.int64) + shift),
        right=np.where(leaf, own, nodes["right"].astype(np.int64) + shift),
        value=np.where(leaf, nodes["value"], 0.0) / seeds,
    )


def _resamples(shows: NDArray[Any], count: int) -> Sequence[NDArray[np.float64]]:
    """Return row weights of bootstrap samples that draw whole series."""
    random = np.random.default_rng(_SEED)
    names, place = np.unique(shows.astype(str), return_inverse=True)
    return [
        np.bincount(random.integers(0, len(names), len(names)), minlength=len(names))[place].astype(float)
        for _ in range(count)
    ]
