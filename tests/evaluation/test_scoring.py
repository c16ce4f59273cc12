"""From answers to a scoreboard, on made-up worlds whose truth is known."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pytest
from sklearn.metrics import brier_score_loss, roc_auc_score

from cliffhanger.domain.errors import BadFileError
from cliffhanger.evaluation import board_json, scoring
from cliffhanger.evaluation.answers import HEADLINE, HORIZONS, QUANTILES, Answers, Plan, Replayed
from cliffhanger.evaluation.board import Board, Run
from cliffhanger.evaluation.families import Family
from cliffhanger.evaluation.vintage import Vintage
from cliffhanger.panel.panel import DAYS_A_MONTH

if TYPE_CHECKING:
    from typing import Any

    from numpy.typing import NDArray

NOW = date(2026, 1, 31)
NAT = np.datetime64("NaT", "D")


def answers(family: Family, size: int, *, seed: int = 1, vintage: Vintage = Vintage.STRICT, **more: Any) -> Answers:  # noqa: ANN401 - any column
    """Return made-up answers: every third series has three questions, the odds are right, climatology knows nothing."""
    rng = np.random.default_rng(seed)
    as_of = np.datetime64("2020-01-01") + rng.integers(0, 1500, size).astype("timedelta64[D]")
    p = rng.uniform(0.02, 0.98, size)
    happened = (rng.random(size) < p).astype(float)
    columns: dict[str, Any] = {
        "show": np.array([f"s:{n // 3}" for n in range(size)], dtype=object),
        "season": rng.integers(1, 9, size).astype(float),
        "as_of": as_of,
        "age": np.full(size, "", dtype=object),
        "followed": np.arange(size) % 2 == 0,
        "platform": np.array(["cable", "streaming"] * size, dtype=object)[:size],
        "cell": np.full(size, "x", dtype=object),
        "known": as_of + np.where(happened == 1, 100, 400).astype("timedelta64[D]"),
        "happened": happened,
        "exact": np.ones(size, dtype=bool),
        "model": p[:, None],
        "climatology": np.full((size, 1), happened.mean()),
        "quantiles": np.zeros((size, 0)),
        "index": np.full(size, np.nan),
        "popularity": np.full(size, 0.4),
    }
    return Answers(family, vintage, **(columns | more))


def returns(size: int = 1500) -> Answers:
    """Return made-up questions about returns: known days where they came, open where they did not."""
    some = answers(Family.RETURN, size)
    wide = np.repeat(some.model, len(HORIZONS), axis=1)
    known = np.where(some.happened == 1, some.known, NAT)
    return replace(some, model=wide, climatology=np.repeat(some.climatology, len(HORIZONS), axis=1), known=known)


def replayed(*some: Answers) -> Replayed:
    """Return a made-up replay."""
    plan = Plan((date(2020, 1, 1), date(2025, 1, 1)), (date(2019, 9, 1),), NOW)
    return Replayed(plan, some, {Family.RETURN: Counter({"made up": 3, "made up too": 9})}, "made-up models")


def test_right_odds_are_found_to_be_right() -> None:
    """Counts, Brier score, AUC, skill, calibration and the diagram of odds that are what they say."""
    some = answers(Family.DECISION, 1500)
    (scored,) = scoring.probabilities(replayed(some))
    p, y = some.model[:, 0], some.happened
    assert (scored.asked, scored.came, scored.series) == (1500, int(y.sum()), 500)
    assert scored.brier.value == pytest.approx(brier_score_loss(y, p))
    assert scored.auc == pytest.approx(roc_auc_score(y, p))
    assert scored.skill.value == pytest.approx(1 - brier_score_loss(y, p) / (y.mean() * (1 - y.mean())))
    assert scored.skill.low > 0.2
    assert scored.calibration.slope == pytest.approx(1, abs=0.15)
    assert scored.calibration.error.low < scored.calibration.by_chance_high
    parts = scored.parts
    assert parts.reliability - parts.resolution + parts.uncertainty + parts.within == pytest.approx(scored.brier.value)
    assert sum(tenth.asked for tenth in scored.bins) == 1500
    assert sum(tenth.came for tenth in scored.bins) == scored.came
    assert scored.selected[0].wrong < scored.selected[-1].wrong
    assert scored.selected[-1].wrong == pytest.approx(1 - scored.accuracy)
    assert scored.sure_accuracy is not None
    assert scored.sure_accuracy > scored.accuracy


def test_rivals_answer_the_same_questions() -> None:
    """A rival that is always silent is left out; one that knows nothing is worse, beyond luck, on the same rows."""
    (scored,) = scoring.probabilities(replayed(answers(Family.DECISION, 1500)))
    assert [rival.name for rival in scored.rivals] == ["climatology", "popularity alone"]
    assert all(rival.difference.high < 0 and rival.asked == 1500 for rival in scored.rivals)
    assert scored.rivals[0].skill == pytest.approx(0)


def test_slices_part_all_questions() -> None:
    """By time, platform and season each question stands once; seasons come in their order."""
    (scored,) = scoring.probabilities(replayed(answers(Family.DECISION, 900)))
    for by in ("time", "platform", "season", "followed"):
        assert sum(part.asked for part in scored.slices if part.by == by) == 900
    seasons = [part.name for part in scored.slices if part.by == "season"]
    assert seasons == ["first season", "seasons 2 to 3", "seasons 4 to 7", "season 8 and on"]
    assert {part.name for part in scored.slices if part.by == "time"} >= {"2019-20 (held out)"}


def test_late_questions_count_only_by_their_weights() -> None:
    """A question that cannot be followed for seven months is no row of the headline, even if its answer came early."""
    some = returns()
    late = some.as_of > np.datetime64(NOW) - np.timedelta64(HEADLINE, "D")
    assert not late.any()
    moved = replace(some, as_of=some.as_of + np.timedelta64(700, "D"), known=some.known + np.timedelta64(700, "D"))
    seen = replace(moved, known=np.where(moved.known <= np.datetime64(NOW), moved.known, NAT))
    (scored,) = scoring.probabilities(replayed(seen))
    followed = seen.as_of <= np.datetime64(NOW) - np.timedelta64(HEADLINE, "D")
    assert scored.asked == int(followed.sum()) < 1500
    assert scored.unanswered == 1500 - scored.asked
    by = {one.days: one for one in scoring.horizons(replayed(seen))}
    assert by[HEADLINE].asked == 1500
    assert by[HEADLINE].open > 0
    assert by[HEADLINE].brier == pytest.approx(scored.brier.value, abs=0.02)


def test_strict_and_hindsight_never_share_a_row() -> None:
    """Each vintage has scores of its own, the strict ones first."""
    strict, later = answers(Family.DECISION, 300), answers(Family.DECISION, 600, vintage=Vintage.HINDSIGHT)
    found = scoring.probabilities(replayed(later, strict))
    assert [(one.vintage, one.asked) for one in found] == [("strict", 300), ("hindsight", 600)]


def exponential(size: int, scale: float) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Return made-up waits, the distribution they are drawn from by month, and its quantiles."""
    wait = np.ceil(np.random.default_rng(5).exponential(scale, size))
    cdf = 1 - np.exp(-np.arange(61) * DAYS_A_MONTH / scale)
    levels = -scale * np.log(1 - np.asarray(QUANTILES))
    return wait, np.tile(cdf / cdf[-1], (size, 1)), np.tile(levels, (size, 1))


def test_right_intervals_hold_what_they_promise() -> None:
    """Coverage at three levels, CRPS below that of a wrong climatology, and open or estimated dates counted apart."""
    wait, cdf, quantiles = exponential(1500, 200.0)
    some = answers(Family.DATE, 1500, model=cdf, climatology=exponential(1500, 900.0)[1], quantiles=quantiles)
    known = some.as_of + wait.astype("timedelta64[D]")
    known[:90] = NAT
    exact = np.arange(1500) >= 150
    (scored,) = scoring.dates(replayed(replace(some, known=known, exact=exact)))
    assert (scored.open, scored.approximate, scored.scored) == (90, 60, 1350)
    assert [held.level for held in scored.held] == [0.5, 0.8, 0.9]
    assert all(held.least <= held.level <= held.most for held in scored.held)
    assert scored.skill.low > 0
    assert scored.crps.value == pytest.approx(100, rel=0.15)


def test_what_was_left_out_is_told_commonest_first() -> None:
    """Reasons with their counts."""
    assert [(one.reason, one.count) for one in scoring.left_out(replayed())] == [("made up too", 9), ("made up", 3)]


def a_board() -> Board:
    """Return a made-up scoreboard."""
    wait, cdf, quantiles = exponential(300, 200.0)
    dated = answers(Family.DATE, 300, model=cdf, climatology=cdf, quantiles=quantiles)
    dated = replace(dated, known=dated.as_of + wait.astype("timedelta64[D]"))
    done = replayed(answers(Family.DECISION, 300), returns(600), dated)
    run = Run("0", "made-up models", "made up", "2026-01-31", "2026-02-01", 1.0, 2, "2020-01-01", "2025-01-01", ())
    parts = scoring.probabilities(done), scoring.horizons(done), scoring.dates(done), scoring.left_out(done)
    return Board(run, *parts)


def test_a_scoreboard_survives_its_json() -> None:
    """What is read is what was written, and writing it again gives the same."""
    plain = board_json.as_json(a_board())
    again = board_json.from_json(plain, "made up")
    assert board_json.as_json(again) == plain
    assert again.run.model == "made-up models"


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"layout": 99}, "has layout 99"),
        ({"run": {}}, "KeyError"),
        ({"horizons": [{"days": "x"}]}, "KeyError"),
    ],
)
def test_a_damaged_scoreboard_is_refused(change: dict[str, Any], sentence: str) -> None:
    """With the name of the file and what is wrong."""
    with pytest.raises(BadFileError, match=f"made up.*{sentence}"):
        board_json.from_json(board_json.as_json(a_board()) | change, "made up")
