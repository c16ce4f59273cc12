"""What the first models measure, strictly: fitted on what was known before each origin, asked, then answered."""

from __future__ import annotations

import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from bench.tools import COMMAND, SHARED, say, seconds
from cliffhanger.domain.forecast import Question
from cliffhanger.models import features, training
from cliffhanger.models.baselines import Climatology
from cliffhanger.models.logistic import logit
from cliffhanger.outlook import facts as desks
from cliffhanger.outlook import starter
from cliffhanger.panel import outcomes, panel

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cliffhanger.ledger.facts import Facts
    from cliffhanger.panel.panel import Panel

ORIGINS = (date(2024, 1, 1), date(2024, 7, 1), date(2025, 1, 1), date(2025, 5, 31))
_OLD_FIRSTS = """
SELECT s."show", s.premiere, n.premiere FROM seasons AS s
SEMI JOIN (SELECT "show" FROM observations WHERE metric = 'tracked_since') AS t ON t."show" = s."show"
LEFT JOIN seasons AS n ON n."show" = s."show" AND n.season = 2
WHERE s.season = 1 AND s.premiere BETWEEN '2012-01-01' AND '2017-12-31'
"""
HORIZON = timedelta(days=213)


def run() -> None:
    """Measure the return odds on followed series, and the odds of an order on the last cards but one."""
    say("\nThe models, strictly as known then")
    if not (SHARED / "data").is_dir():
        say("  left out: there is no folder of real data here")
        return
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "ledger"
        seconds((*COMMAND, "ingest", str(SHARED / "data"), "--ledger", str(ledger)))
        opened = desks.from_ledger(ledger)
        panel.prepare(opened)
        _returns(opened)
        _decisions(opened)
        _in_the_end(opened)


def _returns(opened: Facts) -> None:
    say("  return within seven months, followed series")
    pooled: list[tuple[NDArray[np.float64], ...]] = []
    for origin in ORIGINS:
        months = training.Months(*outcomes.months(opened, starter.FIRST_MONTH, origin))
        hazard = training.fit_hazard(months, replicas=0)
        climatology = Climatology.fit(months.panel, months.returned)
        asked, came = _followed(opened, origin)
        days = np.full(len(asked), float(HORIZON.days))
        pooled.append((came, hazard.curve(asked).within(days), climatology.curve(asked).within(days)))
        say(f"    {origin}: {_scores(*pooled[-1])}")
    say(f"    all:        {_scores(*(np.concatenate(part) for part in zip(*pooled, strict=True)))}")


def _followed(opened: Facts, origin: date) -> tuple[Panel, NDArray[np.float64]]:
    """Return the followed shows on a day, and whether each had its next season within the horizon."""
    asked = panel.latest(opened, origin)
    asked = asked.take(asked["tracked"])
    found = opened.connection.execute(
        'SELECT DISTINCT "show" FROM seasons WHERE premiere > $first AND premiere <= $last',
        {"first": origin, "last": origin + HORIZON},
    ).fetchall()
    came = {row[0] for row in found}
    return asked, np.asarray([str(show) in came for show in asked["show"]], dtype=np.float64)


def _scores(y: NDArray[np.float64], p: NDArray[np.float64], q: NDArray[np.float64]) -> str:
    brier, base = ((p - y) ** 2).mean(), ((q - y) ** 2).mean()
    slope = LogisticRegression(C=1e6).fit(logit(p)[:, None], y).coef_[0, 0]
    return (
        f"{len(y):6,} asked, {y.sum():4.0f} came, {p.sum():5.0f} expected; AUC {roc_auc_score(y, p):.3f}, "
        f"Brier {brier:.5f}, skill over climatology {1 - brier / base:+.3f}, slope {slope:.2f}"
    )


def _decisions(opened: Facts) -> None:
    say("  renewed or cancelled, TV season 2017-18, fitted on the cards before it")
    early, answers = outcomes.decisions(opened, date(2017, 8, 31))
    both, truth = outcomes.decisions(opened, date(2018, 8, 31))
    late = both["as_of"] >= np.datetime64("2017-09-01")
    hazard = training.fit_hazard(
        training.Months(*outcomes.months(opened, starter.FIRST_MONTH, starter.LAST_MONTH)), replicas=0
    )
    x = features.decision(early, hazard.curve(early).ever)
    fitted = training.regression(x, answers, tuple(features.DECISION_GROUPS), training.DECISION_C)
    asked, y = both.take(late), truth[late]
    p = fitted.probability(features.decision(asked, hazard.curve(asked).ever))
    new, was = asked["season"] == 1, early["season"] == 1
    q = np.where(new, answers[was].mean(), answers[~was].mean())
    say(f"    against the rate of new and of returning shows: {_scores(y, p, q)}")
    say("    (the hazard in it is of 2023 to 2025: its shape is lent to these years, their outcomes are not)")


def _in_the_end(opened: Facts) -> None:
    """Hold the odds of ever returning to seasons whose outcomes are all in."""
    say("  back within five years, followed first seasons of 2012 to 2017, fitted on 2023 to 2025")
    hazard = training.fit_hazard(
        training.Months(*outcomes.months(opened, starter.FIRST_MONTH, starter.LAST_MONTH)), replicas=0
    )
    found = opened.connection.execute(_OLD_FIRSTS).fetchall()
    for silent in (1, 12, 24, 36):
        wait = timedelta(days=round(silent * panel.DAYS_A_MONTH))
        still = {show: back for show, day, back in found if back is None or back > day + wait}
        asked = panel.rows(opened, [Question(show, 1, day + wait) for show, day, _ in found if show in still])
        came = np.asarray([still[str(show)] is not None for show in asked["show"]], dtype=np.float64)
        odds = hazard.curve(asked).ever
        say(
            f"    silent for {silent:2} months: {len(came):4} asked, {came.mean():.2f} came, {odds.mean():.2f} expected"
        )
