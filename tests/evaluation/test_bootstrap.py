"""Intervals around scores, by simulation and against sums done by hand. All rows are made up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cliffhanger.evaluation import UnscorableError, bootstrap, scores

if TYPE_CHECKING:
    from numpy.typing import NDArray

ROWS = 240
rng = np.random.default_rng(11)
SERIES = np.array([f"made_up:{number}" for number in rng.integers(60, size=ROWS)])
CHANCE = rng.uniform(0.05, 0.95, ROWS)
OUTCOME = (rng.random(ROWS) < CHANCE).astype(float)
BLURRED = np.clip(CHANCE + rng.normal(0, 0.3, ROWS), 0.02, 0.98)


def test_the_same_seed_gives_the_same_interval() -> None:
    """Intervals are a function of rows and seed; another seed moves the ends a little, the estimate not at all."""
    one, again, other = (
        bootstrap.interval(scores.auc, (CHANCE, OUTCOME), SERIES, seed=n, draws=200) for n in (1, 1, 2)
    )
    assert one == again
    assert one.estimate == other.estimate == scores.auc(CHANCE, OUTCOME)
    assert (one.low, one.high) != (other.low, other.high)
    assert one.low < one.estimate < one.high
    assert (one.draws, one.series, one.level) == (200, len(np.unique(SERIES)), 0.95)


@settings(max_examples=20)
@given(seed=st.integers(0, 10**6), order=st.permutations(range(30)))
def test_the_order_of_rows_means_nothing(seed: int, order: list[int]) -> None:
    """Shuffled rows give the same interval, for series are drawn by name."""
    loss = scores.squared_errors(CHANCE, OUTCOME)[:30]
    one = bootstrap.mean_interval(loss, SERIES[:30], seed=seed, draws=50)
    other = bootstrap.mean_interval(loss[order], SERIES[order], seed=seed, draws=50)
    assert (one.low, one.high) == pytest.approx((other.low, other.high))


def test_the_short_cut_for_means_is_the_general_way() -> None:
    """Means by sums over series equal means over the rows drawn, draw by draw."""
    loss = scores.squared_errors(CHANCE, OUTCOME)
    quick = bootstrap.mean_interval(loss, SERIES, seed=3, draws=300, level=0.9)
    slow = bootstrap.interval(np.mean, (loss,), SERIES, seed=3, draws=300, level=0.9)
    assert (quick.estimate, quick.low, quick.high) == pytest.approx((slow.estimate, slow.low, slow.high))
    assert (quick.draws, quick.series) == (slow.draws, slow.series)


def test_a_series_is_drawn_whole() -> None:
    """Each draw holds as many series as there are, each with all of its rows as often as it was drawn."""
    sizes = {name: int((name == SERIES).sum()) for name in np.unique(SERIES)}
    seen: list[float] = []

    def look(names: NDArray[np.str_]) -> float:
        found, count = np.unique(names, return_counts=True)
        times_drawn = [n / sizes[name] for name, n in zip(found, count, strict=True)]
        seen.append(sum(times_drawn))
        assert all(n == int(n) for n in times_drawn)
        return 0.0

    bootstrap.interval(look, (SERIES,), SERIES, seed=4, draws=20)
    assert seen == [len(sizes)] * 21


def test_ends_by_hand() -> None:
    """Two series with means 0 and 1 give draws of 0, 1/2 and 1, one quarter, one half and one quarter of them."""
    found = bootstrap.mean_interval([0, 0, 1, 1], ["a", "a", "b", "b"], seed=5, draws=2000, level=0.4)
    assert (found.estimate, found.low, found.high) == (0.5, 0.5, 0.5)
    wide = bootstrap.mean_interval([0, 0, 1, 1], ["a", "a", "b", "b"], seed=5, draws=2000, level=0.9)
    assert (wide.low, wide.high) == (0, 1)


def test_intervals_cover_where_rows_of_a_series_share_their_luck() -> None:
    """Of 300 simulated panels the 90 % interval holds the true mean in about 270; drawn row by row, in far fewer."""
    held = {"by series": 0, "by row": 0}
    for seed in range(300):
        draw = np.random.default_rng(seed)
        series = np.repeat(np.arange(60), 5)
        loss = draw.normal(0, 1, 60)[series] + draw.normal(0, 0.5, 300)
        for name, labels in (("by series", series), ("by row", np.arange(300))):
            found = bootstrap.mean_interval(loss, labels, seed=seed, draws=200, level=0.9)
            held[name] += found.low <= 0 <= found.high
    assert 252 <= held["by series"] <= 285
    assert held["by row"] < 200


def test_paired_differences_see_what_separate_intervals_cannot() -> None:
    """A model that is a little better on each row is better beyond doubt, though both intervals overlap widely."""
    better, worse = scores.squared_errors(CHANCE, OUTCOME), scores.squared_errors(CHANCE, OUTCOME) + 0.01
    pair = bootstrap.mean_difference(better, worse, SERIES, seed=6)
    assert (pair.estimate, pair.low, pair.high) == pytest.approx((-0.01, -0.01, -0.01))
    assert pair.excludes_zero
    one, other = (bootstrap.mean_interval(loss, SERIES, seed=6) for loss in (better, worse))
    assert one.high > other.low
    assert not bootstrap.mean_difference(better, better, SERIES, seed=6).excludes_zero


def test_differences_of_any_score_are_paired_too() -> None:
    """The difference of Brier scores is that of their losses, draw by draw; AUC falls when forecasts are blurred."""
    general = bootstrap.difference(scores.brier, CHANCE, BLURRED, (OUTCOME,), SERIES, seed=7, draws=300)
    sharp, blurred = (scores.squared_errors(p, OUTCOME) for p in (CHANCE, BLURRED))
    quick = bootstrap.mean_difference(sharp, blurred, SERIES, seed=7, draws=300)
    assert (general.estimate, general.low, general.high) == pytest.approx((quick.estimate, quick.low, quick.high))
    area = bootstrap.difference(scores.auc, CHANCE, BLURRED, (OUTCOME,), SERIES, seed=7, draws=300)
    mirrored = bootstrap.difference(scores.auc, BLURRED, CHANCE, (OUTCOME,), SERIES, seed=7, draws=300)
    assert area.low > 0
    assert (area.low, area.high) == pytest.approx((-mirrored.high, -mirrored.low))


def test_paired_intervals_cover() -> None:
    """Of 200 simulated pairs of models the 90 % interval holds the true difference in about 180."""
    held = 0
    for seed in range(200):
        draw = np.random.default_rng(1000 + seed)
        series = np.repeat(np.arange(80), 3)
        chance = np.repeat(draw.uniform(0.1, 0.9, 80), 3)
        outcome = (draw.random(240) < chance).astype(float)
        said = np.clip(chance + 0.1, 0, 1)
        # What (p + d)^2 - p^2 is expected to cost where p is the truth.
        truth = -((said - chance) ** 2).mean()
        one, other = (scores.squared_errors(p, outcome) for p in (chance, said))
        found = bootstrap.mean_difference(one, other, series, seed=seed, draws=200, level=0.9)
        held += found.low <= truth <= found.high
    assert 166 <= held <= 192


def test_draws_without_an_answer_are_left_out_and_counted() -> None:
    """With one premiere among six series some draws have none, and no AUC; those behind the interval are counted."""
    p, y = [0.9, 0.2, 0.3, 0.95, 0.5, 0.1], [1, 0, 0, 0, 0, 0]
    found = bootstrap.interval(scores.auc, (p, y), list("abcdef"), seed=8, draws=200)
    assert 100 < found.draws < 200


def test_a_score_that_no_draw_has_is_said_so() -> None:
    """A statistic that only all twelve series together have is found on none of five draws."""

    def of_all(numbers: NDArray[np.int64]) -> float:
        return 0.0 if len(np.unique(numbers)) == 12 else float("nan")

    with pytest.raises(UnscorableError, match="undefined on each of 5 draws"):
        bootstrap.interval(of_all, (np.arange(12),), np.arange(12), seed=8, draws=5)


def test_calibration_error_is_judged_against_chance() -> None:
    """Calibrated forecasts stay within what chance makes of them; bold ones go beyond it."""
    draw = np.random.default_rng(12)
    x = draw.normal(0, 1.2, 1500)
    p, series = 1 / (1 + np.exp(-x)), np.repeat(np.arange(500), 3)
    honest = bootstrap.calibration_error(p, (draw.random(1500) < p).astype(float), series, seed=9, draws=200)
    assert 0 < honest.by_chance < honest.by_chance_high
    assert honest.found.estimate <= honest.by_chance_high
    assert honest.found.low < 0.01
    truth = 1 / (1 + np.exp(-0.4 * x))
    bold = bootstrap.calibration_error(p, (draw.random(1500) < truth).astype(float), series, seed=9, draws=200)
    assert bold.found.estimate > bold.by_chance_high
    assert bold.found.low < np.abs(p - truth).mean() < bold.found.high


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"series": ["a"] * ROWS}, "series: there must be at least 2 to draw from, not 1"),
        ({"series": ["a", "b"]}, "series, column 0: they have 2, 240 rows"),
        ({"series": [["a", "b"]]}, r"series: its shape is \(1, 2\); one label a row is needed"),
        ({"series": np.array(["a", None] * (ROWS // 2), dtype=object)}, "series: its labels are of several kinds"),
        ({"draws": 0}, "draws: there must be at least 1, not 0"),
        ({"level": 95}, "level: it lies inside 0 and 1, not at 95"),
        ({"losses": np.full(ROWS, np.inf)}, "losses, row 0: it is inf; a finite number is needed"),
    ],
)
def test_errors_carry_the_fact(changes: dict[str, object], sentence: str) -> None:
    """What cannot be drawn from, or how, is named."""
    given_ = {"losses": CHANCE, "series": SERIES, "seed": 1} | changes
    with pytest.raises(UnscorableError, match=sentence):
        bootstrap.mean_interval(**given_)  # type: ignore[arg-type]


def test_a_score_that_is_infinite_has_no_interval() -> None:
    """A forecaster who was certain and wrong has an infinite log loss, and no interval can be put around it."""
    with pytest.raises(UnscorableError, match="statistic: it is inf on the rows as they are"):
        bootstrap.interval(scores.log_loss, (np.zeros(ROWS), OUTCOME), SERIES, seed=1, draws=10)


def test_models_compared_must_answer_the_same_questions() -> None:
    """Losses of different length are not pairs."""
    with pytest.raises(UnscorableError, match="first, second: they have 240, 239 rows"):
        bootstrap.mean_difference(CHANCE, CHANCE[1:], SERIES, seed=1)
