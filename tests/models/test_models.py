"""What the models keep to, whatever they were fitted on."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.linear_model import LogisticRegression

from cliffhanger.domain.errors import BadFileError
from cliffhanger.domain.forecast import QUANTILE_LEVELS
from cliffhanger.models import bundle, training
from cliffhanger.models.baselines import Climatology, cancel_band, cancel_index
from cliffhanger.models.decision import speaking
from cliffhanger.models.explain import GROUPS, drivers
from cliffhanger.models.fate import fates
from cliffhanger.models.hazard import HORIZON, Curve
from cliffhanger.models.logistic import expit, logit
from cliffhanger.outlook.facts import starter_models
from tests.models.fitted import models
from tests.models.panels import AS_OF, one, rows, together

if TYPE_CHECKING:
    from pathlib import Path

    from cliffhanger.panel.panel import Panel


@settings(max_examples=40)
@given(row=rows())
def test_drivers_add_up_exactly(row: Panel) -> None:
    """The points of all drivers lead from the base rate to the forecast, to the last digit that is shown."""
    found = drivers(row, lambda some: fates(some, models()).p_renewed)
    assert set(found.points) == set(GROUPS)
    assert found.base + sum(found.points.values()) == pytest.approx(found.total, abs=1e-9)
    assert found.total == pytest.approx(float(fates(row, models()).p_renewed[0]), abs=1e-12)


@settings(max_examples=40)
@given(row=rows())
def test_odds_are_coherent(row: Panel) -> None:
    """Odds only rise with time, never pass the odds of ever returning, and quantiles keep their order."""
    answer = fates(row, models())
    by = answer.curve.by[0]
    assert by[0] == 0
    assert (np.diff(by) >= -1e-12).all()
    assert by[-1] == answer.curve.ever[0] <= 1
    assert 0 < answer.p_renewed[0] < 1
    days = answer.curve.quantiles(QUANTILE_LEVELS)[0]
    assert (np.diff(days) >= 0).all()
    assert 0 <= days[0] <= days[-1] <= HORIZON * 30.44


def test_silence_lowers_the_odds() -> None:
    """A show of which nothing is heard for years is less likely to return than one that has just ended."""
    panel = together([one(premiere=AS_OF - n, last_aired=AS_OF - n) for n in (30, 700, 1500, 3000)])
    ever = fates(panel, models()).curve.ever
    assert (np.diff(ever) < 0).all()


def test_a_question_is_answered_by_the_decisions_of_before_its_day() -> None:
    """Of two fits the later one speaks from the day after its last decision on, and the first for all days before."""
    (early,) = models().decisions
    raised = replace(early.strict, intercept=early.strict.intercept + 2)
    late = replace(early, known_to=date(2019, 8, 31), strict=raised)
    both = replace(models(), decisions=(early, late))
    days = np.asarray(["2013-05-01", "2018-08-31", "2019-08-31", "2019-09-01", "2025-07-30"], dtype="datetime64[D]")
    panel = together(
        [one(as_of=day, premiere=day - 60, last_aired=day - 60, platform_class="streaming") for day in days]
    )
    answers = [fates(panel, replace(models(), decisions=(fit,))).p_renewed for fit in (early, late)]
    assert (answers[0] < answers[1]).all()
    assert fates(panel, both).p_renewed.tolist() == [*answers[0][:3], *answers[1][3:]]


def test_the_season_that_is_held_out_is_not_judged_by_its_own_decisions() -> None:
    """What ships answers every day of the TV season 2018-19 by the decisions of before it."""
    season = np.arange("2018-09-01", "2019-09-01", dtype="datetime64[D]")
    spoken = {fit.known_to: turn.all() for fit, turn in speaking(starter_models().decisions, season)}
    assert spoken == {date(2018, 8, 31): True, date(2019, 8, 31): False}


def test_announcements_outweigh_everything() -> None:
    """A renewal makes a return nearly certain and a cancellation nearly out of the question."""
    panel = together([one(fate=fate) for fate in ("renewed", "", "cancelled", "ending")])
    p = fates(panel, models()).p_renewed
    assert p[0] > 0.97
    assert p[0] > p[1] > p[2] > p[3]


def test_a_set_date_is_where_the_premiere_is_expected() -> None:
    """With a date announced, nine tenths of the mass lie within a month to either side."""
    panel = one(planned_from=np.datetime64("2025-12-10"), planned_to=np.datetime64("2025-12-10"))
    low, high = fates(panel, models()).curve.quantiles((0.05, 0.95))[0]
    wait = (np.datetime64("2025-12-10") - AS_OF).astype(int)
    assert wait - 31 <= low <= high <= wait + 31


@given(p=st.floats(1e-6, 1 - 1e-6))
def test_logit_and_expit_undo_each_other(p: float) -> None:
    """They are inverse to each other over all probabilities that are told apart from 0 and 1."""
    assert float(expit(logit(p))) == pytest.approx(p, rel=1e-9)


def test_our_regression_gives_scikit_learns_probabilities() -> None:
    """What is evaluated from JSON is what scikit-learn would have said."""
    random = np.random.default_rng(1)
    x = random.normal(size=(300, 4))
    y = (x[:, 0] + random.normal(size=300) > 0).astype(float)
    ours = training.regression(x, y, ("a", "b", "c", "d"), 0.5)
    z = (x - x.mean(0)) / x.std(0)
    theirs = LogisticRegression(C=0.5, max_iter=3000, tol=1e-6).fit(z, y).predict_proba(z)[:, 1]
    reread = type(ours).from_json(json.loads(json.dumps(ours.as_json())), ours.names)
    assert reread.probability(x) == pytest.approx(theirs, abs=1e-6)


def test_evidence_updates_odds_by_bayes_rule() -> None:
    """Reweighting gives prior times likelihood over the total, computed here the long way."""
    by = np.linspace(0, 0.6, HORIZON + 1)[None, :]
    monthly = np.full((1, HORIZON), 0.2)
    monthly[0, :6] = 0.8
    never = np.array([0.1])
    after = Curve(by).reweighted(monthly, never)
    mass = np.full(HORIZON, 0.6 / HORIZON) * monthly[0]
    assert after.ever[0] == pytest.approx(mass.sum() / (mass.sum() + 0.4 * 0.1))
    assert after.by[0, 6] == pytest.approx(mass[:6].sum() / (mass.sum() + 0.4 * 0.1))


def test_a_listed_season_raises_the_odds_and_its_absence_lowers_them() -> None:
    """The update moves both ways, and not at all where listings are not known."""
    plain = fates(one(listings_known=False), models()).p_renewed[0]
    listed = fates(one(listings_known=True, next_listed=3.0), models()).p_renewed[0]
    absent = fates(one(listings_known=True, next_listed=0.0), models()).p_renewed[0]
    assert absent < plain < listed


def test_climatology_shrinks_empty_cells_to_fuller_ones() -> None:
    """A class never seen gets the rate of its season and silence; a rate seen often keeps its own."""
    panel = together([one(show=f"made_up:{n}", platform_class="streaming") for n in range(5000)])
    returned = np.zeros(5000)
    returned[:500] = 1
    fitted = Climatology.fit(panel, returned)
    seen = fitted.curve(one(platform_class="streaming")).by[0, 1]
    unseen = fitted.curve(one(platform_class="cable")).by[0, 1]
    assert seen == pytest.approx(0.1, abs=1e-6)
    assert unseen == pytest.approx(0.1, abs=1e-3)


def test_the_cancel_index_is_a_ratio_to_the_platforms_mean() -> None:
    """Three rated shows of one platform: each one's place over their mean; others have no index."""
    panel = together(
        [one(network="Made Up TV", rating=float(r)) for r in (19, 39, 59)] + [one(network="Alone", rating=50.0)]
    )
    assert cancel_index(panel)[:3] == pytest.approx([0.5, 1.0, 1.5])
    assert np.isnan(cancel_index(panel)[3])
    assert [cancel_band(i) for i in (0.5, 0.8, 1.2)] == [
        "near certain cancellation",
        "toss-up",
        "near certain renewal",
    ]


def test_models_come_back_from_their_file_as_they_were(tmp_path: Path) -> None:
    """Written, read and written again, the file is the same, and so is what the models say."""
    bundle.write(models(), tmp_path)
    first = (tmp_path / bundle.FILE).read_bytes()
    again = bundle.read(tmp_path)
    bundle.write(again, tmp_path)
    assert (tmp_path / bundle.FILE).read_bytes() == first
    row = one(season=3, gap_days=400.0, run_days=800.0)
    assert fates(row, again).p_renewed == pytest.approx(fates(row, models()).p_renewed, abs=1e-6)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"name": "x"}', "null"])
def test_damaged_models_are_refused_by_name(tmp_path: Path, text: str) -> None:
    """A file that is no set of models is named in the error, whatever it holds."""
    (tmp_path / bundle.FILE).write_text(text)
    with pytest.raises(BadFileError, match=r"models\.json"):
        bundle.read(tmp_path)


def test_models_fitted_on_other_features_are_refused(tmp_path: Path) -> None:
    """Coefficients without their features mean nothing; the error names the feature."""
    bundle.write(models(), tmp_path)
    file = tmp_path / bundle.FILE
    file.write_text(file.read_text().replace('"log_run"', '"log_walk"'))
    with pytest.raises(BadFileError, match="log_walk"):
        bundle.read(tmp_path)
